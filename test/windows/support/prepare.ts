import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly windows: WindowsGiven;
  }
}

/** What the tests find: a Wine of their own and the programs, or why they are skipped. */
export interface WindowsGiven {
  /** Why there is nothing to run; null when there is. */
  readonly missing: string | null;
  /** The folder of Wine's registry and drives. */
  readonly prefix: string;
  /** Where the programs and DLLs lie: `x86` and `x64` below it. */
  readonly built: string;
}

const top = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Before the tests: builds the DLLs and programs and makes a registry, kept between runs under the system's folder for what
 * is temporary. Afterwards: ends the Wine that served them, and no other.
 */
export default function prepare(project: TestProject): (() => void) | undefined {
  const built = join(top, 'build/windows');
  const prefix = join(tmpdir(), `comail-wine-${createHash('sha256').update(top).digest('hex').slice(0, 12)}`);
  const missing = lacking();
  project.provide('windows', { missing, prefix, built });
  if (missing !== null) {
    console.log(`skipped: the Windows tests need ${missing}`);
    return undefined;
  }
  const jobs = String(availableParallelism());
  execFileSync('make', ['-C', join(top, 'native'), `-j${jobs}`, `OUT=${built}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const env = wineEnvironment(prefix);
  boot(prefix, env);
  // One that stays: else every program starts the services anew. A run that was killed may have left its own.
  spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' });
  execFileSync('wineserver', ['-p'], { env, stdio: 'ignore' });
  return () => {
    spawnSync('wineserver', ['-k'], { env, stdio: 'ignore' });
  };
}

/**
 * The surroundings of a program under Wine.
 *
 * @param prefix the folder of its registry and drives
 */
export const wineEnvironment = (prefix: string): NodeJS.ProcessEnv => ({
  ...process.env,
  WINEPREFIX: prefix,
  WINEDEBUG: '-all',
  WINEDLLOVERRIDES: 'mscoree=d;mshtml=d',
  DISPLAY: '',
});

function lacking(): string | null {
  const commands = ['make', 'wine', 'wineserver', 'i686-w64-mingw32-g++-posix', 'x86_64-w64-mingw32-g++-posix'];
  const absent = commands.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  if (absent.length > 0) return `${absent.join(', ')} (Debian: wine wine32:i386 wine64 g++-mingw-w64-*-posix)`;
  // Without its 32-bit half Wine prints how to install it and runs nothing.
  const { status, stderr } = spawnSync('wine', ['--version'], { encoding: 'utf8' });
  return status === 0 && !/wine32 is missing/.test(stderr) ? null : 'the 32-bit half of Wine (Debian: wine32:i386)';
}

function boot(prefix: string, env: NodeJS.ProcessEnv): void {
  const version = execFileSync('wine', ['--version'], { encoding: 'utf8' }).trim();
  const done = join(prefix, `ready-${version.replace(/[^\w.]+/g, '-')}`);
  if (existsSync(done)) return;
  rmSync(prefix, { recursive: true, force: true });
  mkdirSync(prefix, { recursive: true, mode: 0o700 });
  execFileSync('wineboot', ['-i'], { env, stdio: 'ignore', timeout: 240_000 });
  execFileSync('wineserver', ['-w'], { env, stdio: 'ignore', timeout: 60_000 });
  writeFileSync(done, '');
}
