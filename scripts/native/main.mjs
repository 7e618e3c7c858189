// Writes what is made for the DLL of MAPI: native/generated, and the definitions of its exports. Run: node scripts/native/main.mjs. It builds dist first where that is old.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isStale } from '../build.mjs';
import { generatedFiles } from './files.mjs';

const top = fileURLToPath(new URL('../..', import.meta.url));

if (isStale() && build() !== 0) process.exit(1);
const [com, mapi, roots, { interfaces }] = await Promise.all(
  ['com/index', 'mapi/index', 'bridge/roots/declared', 'bridge/vocabulary'].map(
    (room) => import(new URL(`../../dist/${room}.js`, import.meta.url)),
  ),
);
const facts = JSON.parse(readFileSync(join(top, 'test/reference/mapi-layouts.json'), 'utf8'));
for (const [path, text] of Object.entries(generatedFiles({ ...com, ...mapi, ...roots }, interfaces, facts)))
  writeFileSync(join(top, path), text);
