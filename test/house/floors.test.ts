import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));

/** A little house with one breach of each kind, and beside each breach its lawful neighbour. */
const house: Readonly<Record<string, string>> = {
  'src/index.ts': `import './client/index.js';\nimport './providers/smtp/index.js';\nimport './cli/main.js';`,
  'src/base/index.ts': `import '../com/index.js';`,
  'src/com/index.ts': `import '../wire/index.js';\nimport './inner.js';`,
  'src/com/inner.ts': `export const inner = 1;`,
  'src/com/structure.ts': `import type { face } from './face.js';\nexport type structure = face | 1;`,
  'src/com/face.ts': `import type { structure } from './structure.js';\nexport type face = structure | 2;`,
  'src/wire/index.ts': `import './smtp/one.js';\nimport '../../test/helper.js';`,
  'src/wire/smtp/one.ts': `import './two.js';`,
  'src/wire/smtp/two.ts': `import './one.js';`,
  'src/mapi/index.ts': `import { readFileSync } from 'node:fs';\nimport '../com/index.js';\nexport { readFileSync };`,
  'src/imnxport/index.ts': `import '../com/inner.js';\nimport '../wire/index.js';\nimport '../base/index.js';`,
  'src/convert/index.ts': `import type { subsystem } from '../subsystem/index.js';\nexport type S = subsystem;`,
  'src/subsystem/index.ts': `export type subsystem = 1;\nimport '../mapi/index.js';`,
  'src/client/index.ts': `import '../providers/smtp/index.js';\nimport '../subsystem/index.js';`,
  'src/providers/smtp/index.ts': `import './inside.js';\nimport '../../wire/index.js';`,
  'src/providers/smtp/inside.ts': `import '../store/index.js';`,
  'src/providers/store/index.ts': `import '../../convert/index.js';`,
  'src/cli/main.ts': `import '../index.js';\nimport '../providers/store/index.js';\nimport '../nowhere.js';`,
  'src/graph/index.ts': `import 'spade';\nimport 'bucket';\nimport '../../dist/index.js';`,
  'src/attic/index.ts': `import '../base/index.js';`,
  'test/helper.ts': `export const helper = 1;`,
  'dist/index.js': `export const built = 1;`,
  'node_modules/spade/package.json': '{ "name": "spade", "version": "1.0.0", "main": "index.js" }',
  'node_modules/spade/index.js': '',
  'node_modules/bucket/package.json': '{ "name": "bucket", "version": "1.0.0", "main": "index.js" }',
  'node_modules/bucket/index.js': '',
  'package.json': `{ "name": "little-house", "type": "module",
    "dependencies": { "bucket": "1.0.0" }, "devDependencies": { "spade": "1.0.0" } }`,
};

let folder: string;
let found: readonly string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'comail-floors-'));
  for (const [name, text] of Object.entries(house)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), `${text}\n`);
  }
  for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) copyFileSync(join(top, name), join(folder, name));
  found = breaches(folder);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('The floors of the house', () => {
  test.each([
    ['the cellar imports nothing above it', 'floor-of-base: src/base/index.ts → src/com/index.ts'],
    ['rooms on one floor never import each other', 'floor-of-com: src/com/index.ts → src/wire/index.ts'],
    ['not even for a type', 'floor-of-convert: src/convert/index.ts → src/subsystem/index.ts'],
    ['callers do not know the providers', 'floor-of-client: src/client/index.ts → src/providers/smtp/index.ts'],
    [
      'a provider does not know another',
      'floor-of-providers: src/providers/smtp/inside.ts → src/providers/store/index.ts',
    ],
    ['a room is entered through its index.ts', 'face-of-com: src/imnxport/index.ts → src/com/inner.ts'],
    ['no circles', 'no-circle: src/wire/smtp/one.ts → src/wire/smtp/two.ts'],
    ['the product does not lean on its tests', 'product-alone: src/wire/index.ts → test/helper.ts'],
    ['nor on its own build', 'product-alone: src/graph/index.ts → dist/index.js'],
    ['nor on what only developers install', 'declared-dependency: src/graph/index.ts → node_modules/spade/index.js'],
    ['the vocabulary does no I/O', 'words-without-io: src/mapi/index.ts → fs'],
    ['a room unknown to the plan', 'known-room: src/attic/index.ts → src/base/index.ts'],
    ['the front door does not open a program', 'front-door: src/index.ts → src/cli/main.ts'],
    ['an import that leads nowhere', 'resolvable: src/cli/main.ts → ../nowhere.js'],
  ])('%s', (_sentence, breach) => {
    expect(found).toContain(breach);
  });

  test.each([
    ['a room imports itself', 'src/com/index.ts → src/com/inner.ts'],
    ['and any floor below', 'src/imnxport/index.ts → src/base/index.ts'],
    ['through the face of the room', 'src/imnxport/index.ts → src/wire/index.ts'],
    ['types name each other in a circle', 'src/com/structure.ts → src/com/face.ts'],
    ['a provider stands on the workshops', 'src/providers/store/index.ts → src/convert/index.ts'],
    ['a provider imports itself', 'src/providers/smtp/index.ts → src/providers/smtp/inside.ts'],
    ['what package.json names', 'src/graph/index.ts → node_modules/bucket/index.js'],
    ['the front door joins rooms', 'src/index.ts → src/client/index.ts'],
    ['and registers providers', 'src/index.ts → src/providers/smtp/index.ts'],
    ['a program comes in by the front door', 'src/cli/main.ts → src/index.ts'],
  ])('allowed: %s', (_sentence, edge) => {
    expect(
      found.filter(
        (breach) => breach.endsWith(`: ${edge}`) && !(edge.includes('cli') && breach.startsWith('no-circle')),
      ),
    ).toEqual([]);
  });
});

interface Report {
  readonly summary: {
    readonly violations: readonly {
      readonly rule: { readonly name: string };
      readonly from: string;
      readonly to: string;
    }[];
  };
}

function breaches(cwd: string): readonly string[] {
  const cruise = join(top, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [cruise, 'src', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const run = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  const report = JSON.parse(run.stdout) as Report;
  return report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}
