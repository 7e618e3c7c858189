import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';
import { rounds } from '../long/rounds.js';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

describe('count-tests', () => {
  const report = (passed: number, failed: number, skipped: number, files: readonly unknown[] = []): string =>
    JSON.stringify({ numPassedTests: passed, numFailedTests: failed, numPendingTests: skipped, testResults: files });

  const failure = {
    status: 'failed',
    fullName: 'a thing does it',
    failureMessages: [
      `AssertionError: expected 1 to be 2\n${Array.from({ length: 20 }, (_, line) => `at line ${line}`).join('\n')}`,
    ],
  };

  test('sums the runs into one plain line', () => {
    const folder = project({ 'a.json': report(3, 0, 1), 'b.json': report(4, 0, 2) });
    expect(count(folder)).toEqual({ line: '7 passed, 0 failed, 3 skipped', code: 0 });
  });

  test('fails when a test failed', () => {
    const file = { name: join(top, 'test/a.test.ts'), status: 'failed', assertionResults: [failure] };
    expect(count(project({ 'a.json': report(3, 1, 0, [file]) }))).toEqual({
      line: '3 passed, 1 failed, 0 skipped',
      code: 1,
    });
  });

  test('names what failed right before the line, with the first lines of why', () => {
    const passed = { status: 'passed', fullName: 'fine' };
    const files = [
      { name: join(top, 'test/a.test.ts'), status: 'failed', assertionResults: [passed, failure] },
      { name: join(top, 'test/b.test.ts'), status: 'failed', assertionResults: [], message: 'Error: no such server' },
      { name: join(top, 'test/c.test.ts'), status: 'passed', assertionResults: [passed] },
    ];
    const run = node(['scripts/count-tests.mjs', project({ 'a.json': report(2, 1, 0, files) })], top);
    expect(run.stdout.trim().split('\n')).toEqual([
      'FAILED test/a.test.ts: a thing does it',
      '    AssertionError: expected 1 to be 2',
      ...Array.from({ length: 7 }, (_, line) => `    at line ${line}`),
      'FAILED test/b.test.ts',
      '    Error: no such server',
      '2 passed, 2 failed, 0 skipped',
    ]);
  });

  test('counts a file that failed before its first test', () => {
    const file = { name: join(top, 'test/a.test.ts'), status: 'failed', assertionResults: [], message: '' };
    expect(count(project({ 'a.json': report(3, 0, 0, [file]) }))).toEqual({
      line: '3 passed, 1 failed, 0 skipped',
      code: 1,
    });
  });

  test('fails when nothing ran', () => {
    expect(count(project({}))).toEqual({ line: '0 passed, 0 failed, 0 skipped', code: 1 });
  });

  function count(folder: string): { readonly line: string; readonly code: number | null } {
    const run = node(['scripts/count-tests.mjs', folder], top);
    return { line: run.stdout.trim().split('\n').at(-1) ?? '', code: run.status };
  }
});

describe('rounds', () => {
  const tenth = process.env['COMAIL_TENTH'];
  afterEach(() => {
    if (tenth === undefined) delete process.env['COMAIL_TENTH'];
    else process.env['COMAIL_TENTH'] = tenth;
  });

  test('are all done when nobody chose a tenth', () => {
    delete process.env['COMAIL_TENTH'];
    expect(rounds(20)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('ten tenths make the whole, and no round is done twice', () => {
    const tenths = Array.from({ length: 10 }, (_, digit) => {
      process.env['COMAIL_TENTH'] = String(digit);
      return rounds(30);
    });
    expect(tenths.map((part) => part.length)).toEqual(Array.from({ length: 10 }, () => 3));
    expect(new Set(tenths.flat()).size).toBe(30);
  });

  test('that cannot be cut into ten are refused', () => {
    expect(() => rounds(15)).toThrow(RangeError);
  });
});

describe('build', () => {
  test('is asked for when dist is missing or older than a source, and forgets sources that are gone', {
    timeout: 60_000,
  }, () => {
    const folder = project({
      'package.json': '{ "type": "module" }',
      'tsconfig.json':
        '{ "compilerOptions": { "target": "es2023", "module": "nodenext", "lib": ["es5"], "types": [] } }',
      'tsconfig.build.json':
        '{ "extends": "./tsconfig.json", "compilerOptions": { "rootDir": "src", "outDir": "dist" }, "include": ["src"] }',
      'src/one.ts': 'export const one = 1;',
      'src/two.ts': 'export const two = 2;',
    });
    expect(stale(folder)).toBe('true');
    expect(node(['scripts/build.mjs'], folder).status).toBe(0);
    expect(stale(folder)).toBe('false');
    expect(existsSync(join(folder, 'dist/two.js'))).toBe(true);

    const later = new Date(Date.now() + 60_000);
    utimesSync(join(folder, 'src/one.ts'), later, later);
    expect(stale(folder)).toBe('true');

    rmSync(join(folder, 'src/two.ts'));
    expect(node(['scripts/build.mjs'], folder).status).toBe(0);
    expect(existsSync(join(folder, 'dist/two.js'))).toBe(false);
    expect(existsSync(join(folder, 'dist/one.js'))).toBe(true);

    writeFileSync(join(folder, 'src/one.ts'), 'export const one: string = 1;');
    expect(node(['scripts/build.mjs'], folder).status).not.toBe(0);
  });

  function stale(folder: string): string {
    const ask = `import('./scripts/build.mjs').then(({ isStale }) => console.log(isStale()))`;
    return node(['-e', ask], folder).stdout.trim();
  }
});

describe('native-install', () => {
  test('does not fail an installation: one line says that the addon is missing, and why', () => {
    const folder = project({
      'package.json': '{ "name": "little-house", "type": "module" }',
      'binding.gyp': '{ "targets": [ { "target_name": "addon", "sources": ["native/addon.cc"] } ] }',
      'native/addon.cc': '#error no such machine\n',
    });
    const run = node(['scripts/native-install.mjs'], folder);
    expect(run.status).toBe(0);
    expect(run.stdout).toBe('');
    expect(run.stderr).toMatch(/^comail: the native addon was not built \(.+\); everything else works without it\n$/);
  });
});

/** A folder with these files, the project's scripts and its node_modules. */
function project(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'comail-scripts-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  cpSync(join(top, 'scripts'), join(folder, 'scripts'), { recursive: true });
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function node(
  args: readonly string[],
  cwd: string,
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  return { status, stdout, stderr };
}
