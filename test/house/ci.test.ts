import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test } from 'vitest';

const top = fileURLToPath(new URL('../..', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const everyStep = [
  'tests',
  'Debian packages',
  'Wine',
  'lint',
  'types',
  'floors',
  'unused code',
  'docs',
  'programs for Windows',
  'interop',
  'package',
  'Windows',
  'soak, a minute',
  'long runs, a tenth',
];

describe('.ci/run', () => {
  test('can be started', () => {
    expect(statSync(join(top, '.ci/run')).mode & 0o111).toBe(0o111);
  });

  test('names every step, closes with the table and the count alone, and succeeds', () => {
    const run = ci({});
    expect(namesIn(run.output)).toEqual(everyStep);
    expect(tableIn(run.output).map(([name]) => name)).toEqual(everyStep);
    expect(tableIn(run.output).every(([, outcome]) => outcome === 'passed')).toBe(true);
    expect(run.output.trimEnd().split('\n').at(-1)).toBe('5 passed, 0 failed, 1 skipped');
    expect(run.code).toBe(0);
  });

  test('begins with the command of the README', () => {
    expect(ci({}).calls.slice(0, 2)).toEqual(['npm ci', 'npm test']);
  });

  test('gives the long runs the commit', () => {
    expect(ci({}).calls).toContain(`npm run test:long -- --tenth ${'ab'.repeat(20)}`);
  });

  test('does all other steps when one fails, and fails in the end', () => {
    const run = ci({ failing: 'run lint' });
    expect(namesIn(run.output)).toEqual(everyStep);
    expect(tableIn(run.output).filter(([, outcome]) => outcome !== 'passed')).toEqual([
      ['lint', 'FAILED (exit code 3)'],
    ]);
    expect(run.code).toBe(1);
  });

  test('fails when the tests do', () => {
    const run = ci({ failing: 'test' });
    expect(tableIn(run.output)).toContainEqual(['tests', 'FAILED (exit code 3)']);
    expect(run.code).toBe(1);
  });

  test('fails when a step does that ran beside others', () => {
    const run = ci({ failing: 'run package' });
    expect(namesIn(run.output)).toEqual(everyStep);
    expect(tableIn(run.output)).toContainEqual(['package', 'FAILED (exit code 3)']);
    expect(run.code).toBe(1);
  });

  test('goes on after a failed apt-get update; a package that does not resolve is a printed skip', () => {
    const run = ci({ failing: 'apt-get' });
    expect(run.output).toContain('apt-get update failed');
    expect(run.output).toContain('skip: util-linux does not resolve here');
    expect(run.output).toContain('skip: Wine does not resolve here');
    expect(run.code).toBe(0);
  });

  test('installs what is missing', () => {
    expect(ci({}).calls.find((call) => call.startsWith('apt-get install'))).toContain('util-linux');
  });

  test('installs Wine for programs of both bitnesses', () => {
    const { calls } = ci({});
    const architecture = calls.indexOf('dpkg --add-architecture i386');
    expect(calls.findIndex((call) => /^apt-get install .*wine32:i386/.test(call))).toBeGreaterThan(architecture);
    expect(architecture).toBeGreaterThan(0);
  });
});

interface Run {
  readonly output: string;
  readonly code: number | null;
  /** Commands that the run gave to its doubles. */
  readonly calls: readonly string[];
}

/** The script in a folder where npm, git and apt-get are doubles that note their calls, and few other tools exist. */
function ci({ failing = 'nothing' }: { readonly failing?: string }): Run {
  const folder = mkdtempSync(join(tmpdir(), 'comail-ci-'));
  folders.push(folder);
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  cpSync(join(top, '.ci'), join(folder, '.ci'), { recursive: true });
  mkdirSync(join(folder, 'scripts'));
  cpSync(join(top, 'scripts/count-tests.mjs'), join(folder, 'scripts/count-tests.mjs'));
  for (const tool of ['bash', 'cat', 'dirname', 'mktemp', 'rm', 'timeout']) symlinkSync(whereIs(tool), join(bin, tool));
  symlinkSync(process.execPath, join(bin, 'node'));
  const report = '{ "numPassedTests": 5, "numFailedTests": 0, "numPendingTests": 1, "testResults": [] }';
  const doubles = {
    npm: `[ "$*" = '${failing}' ] && exit 3\n[ "$1" = test ] && echo '${report}' > "$COMAIL_TEST_REPORTS/1.json"\nexit 0`,
    git: `echo ${'ab'.repeat(20)}`,
    id: 'echo 0',
    dpkg: 'exit 0',
    'apt-get': `[ '${failing}' = apt-get ] && exit 100\nexit 0`,
  };
  for (const [name, body] of Object.entries(doubles)) {
    const text = `#!${whereIs('bash')}\necho "${name} $*" >> ${folder}/calls\n${body}\n`;
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  const run = spawnSync(join(bin, 'bash'), ['.ci/run'], { cwd: folder, encoding: 'utf8', env: { PATH: bin } });
  const calls = spawnSync('cat', [join(folder, 'calls')], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  return { output: run.stdout, code: run.status, calls: calls.filter((call) => !/^(?:git|id) /.test(call)) };
}

function whereIs(tool: string): string {
  const found = (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, tool))
    .find((file) => existsSync(file));
  if (found === undefined) throw new Error(`${tool} is not installed`);
  return found;
}

function namesIn(output: string): readonly string[] {
  return [...output.matchAll(/^=== (.+?): /gm)].map(([, name]) => name ?? '');
}

/** The rows of the closing table: step and outcome. */
function tableIn(output: string): readonly (readonly [string, string])[] {
  return [...output.matchAll(/^(\S.*?) +\d+ {2}(passed|FAILED.*)$/gm)].map(([, name = '', outcome = '']) => [
    name,
    outcome,
  ]);
}
