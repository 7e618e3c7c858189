import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const folder = fileURLToPath(new URL('../../../../build/legacy', import.meta.url));

/** The library of the tests, built when its sources have changed, or why it could not be. */
export function legacyLibrary():
  | { readonly path: string; readonly missing: null }
  | { readonly path: null; readonly missing: string } {
  const sources = ['legacy.cc', 'mapi.h'].map((name) => join(here, name));
  const hash = createHash('sha256');
  for (const source of sources) hash.update(readFileSync(source));
  const path = join(folder, `liblegacy-${hash.digest('hex').slice(0, 12)}.so`);
  if (existsSync(path)) return { path, missing: null };
  mkdirSync(folder, { recursive: true });
  // Two workers may build at once: each makes its own, and the last one stands.
  const made = `${path}.${process.pid}`;
  const options = [
    '-std=c++17',
    '-g',
    '-O1',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-shared',
    '-fPIC',
    '-fvisibility=hidden',
    '-pthread',
  ];
  const { status, error, stderr } = spawnSync('g++', [...options, '-o', made, sources[0] as string], {
    encoding: 'utf8',
  });
  if (error) return { path: null, missing: 'there is no g++' };
  if (status !== 0) throw new Error(`the library of the tests does not compile:\n${stderr}`);
  renameSync(made, path);
  return { path, missing: null };
}
