import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const generators = [
  'imnxport-codes.mjs',
  'imnxport-header.mjs',
  'mapi-codes.mjs',
  'mapi-flags.mjs',
  'mapi-guids.mjs',
  'mapi-tags.mjs',
];

const check = (folder: string, generator: string): { readonly status: number | null; readonly stderr: string } =>
  spawnSync(process.execPath, [join(folder, 'scripts/generate', generator), '--check'], { encoding: 'utf8' });

test.each(generators)('%s would write what is committed', (generator) => {
  expect(check(top, generator)).toMatchObject({ status: 0, stderr: '' });
});

test('every generator is among them', () => {
  const helpers = ['mapi-flag-groups.mjs', 'mapi-property-rows.mjs', 'written.mjs'];
  expect(readdirSync(join(top, 'scripts/generate')).sort()).toEqual([...generators, ...helpers].sort());
});

test('a file that somebody changed by hand, and one that nothing writes any more, are named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'comail-generate-'));
  try {
    for (const part of ['scripts/generate', 'src/mapi/tags', 'test/reference'])
      cpSync(join(top, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'docs/spec'), { recursive: true });
    copyFileSync(join(top, 'docs/spec/index.tsv'), join(folder, 'docs/spec/index.tsv'));
    const left = join(folder, 'src/mapi/tags/left.ts');
    copyFileSync(join(folder, 'src/mapi/tags/folder.ts'), left);
    writeFileSync(join(dirname(left), 'store.ts'), 'export {};\n');
    const { status, stderr } = check(folder, 'mapi-tags.mjs');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'Out of date: src/mapi/tags/store.ts, src/mapi/tags/left.ts. Run node scripts/generate/mapi-tags.mjs\n',
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
