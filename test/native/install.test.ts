import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const built = join(top, 'build', 'Release', 'comail.node');

describe('the install script', () => {
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'comail-install-'));
    mkdirSync(join(copy, 'scripts'));
    for (const part of ['binding.gyp', 'package.json', 'scripts/native-install.mjs'])
      cpSync(join(top, part), join(copy, part));
    cpSync(join(top, 'native'), join(copy, 'native'), { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  const install = () => {
    const inherited = Object.entries(process.env).filter(([name]) => !/^npm_|^PATH$|^PYTHON/i.test(name));
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(copy, 'scripts', 'native-install.mjs')], {
      env: { ...Object.fromEntries(inherited), PATH: join(copy, 'nothing') },
      encoding: 'utf8',
    });
    return { status, said: `${stdout}${stderr}`.trim().split('\n') };
  };

  test('without node-gyp says so in one line and succeeds', () => {
    // A package that exports nothing ends the search here, whatever lies in the folders above the temporary one.
    mkdirSync(join(copy, 'node_modules', 'node-gyp'), { recursive: true });
    writeFileSync(join(copy, 'node_modules', 'node-gyp', 'package.json'), '{"name":"node-gyp","exports":{}}');
    const { status, said } = install();
    expect(said).toEqual([
      expect.stringMatching(/^comail: the native addon was not built \(node-gyp is not installed\)/),
    ]);
    expect(status).toBe(0);
  });

  test('without a compiler and Python says so in one line, succeeds, and leaves alone what else was built', () => {
    symlinkSync(join(top, 'node_modules'), join(copy, 'node_modules'));
    // The DLLs for Windows programs have the same folder above them.
    mkdirSync(join(copy, 'build', 'windows'), { recursive: true });
    const { status, said } = install();
    expect(said).toEqual([expect.stringMatching(/^comail: the native addon was not built \(.+\); everything else/)]);
    expect(status).toBe(0);
    expect(existsSync(join(copy, 'build', 'Release', 'comail.node'))).toBe(false);
    expect(existsSync(join(copy, 'build', 'windows'))).toBe(true);
  });

  test.skipIf(!existsSync(built))('leaves a build alone that is newer than its sources and loads', () => {
    mkdirSync(join(copy, 'build', 'Release'), { recursive: true });
    cpSync(built, join(copy, 'build', 'Release', 'comail.node'));
    expect(install()).toEqual({ status: 0, said: [''] });
  });
});
