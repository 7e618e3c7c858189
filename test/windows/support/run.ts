import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { inject } from 'vitest';
import { wineEnvironment } from './prepare.js';

/** The bitness of a program. */
export type Bits = 'x86' | 'x64';

/** Both, for `describe.each`. */
export const bitnesses: readonly Bits[] = ['x86', 'x64'];

/** Why the tests can't run here; null when they can. */
export const missing: string | null = inject('windows').missing;

/** A program that has run. */
export interface Ended {
  /** Its exit code; the signal that killed it when it had none. */
  readonly code: number | NodeJS.Signals | null;
  /** What it printed, line by line. */
  readonly lines: readonly string[];
}

/** A program that runs. */
export interface Running {
  /** The process of Wine's loader, which lives as long as the program. */
  readonly process: ChildProcess;
  /** Its end. */
  readonly ended: Promise<Ended>;
  /**
   * Waits until it has printed a line.
   *
   * @param line the whole line
   */
  printed(line: string): Promise<void>;
}

/** The path of a program or DLL that was built. @param bits which @param name the file */
export const built = (bits: Bits, name: string): string => join(inject('windows').built, bits, name);

/** The path of a file of this machine as Windows programs see it. @param path an absolute path */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

/**
 * Starts a program under Wine. What it prints goes to a file: pipes are inherited by the services that Wine starts, so that their end
 * would not be the program's.
 *
 * @param program its path, on this machine or on Windows' drives
 * @param args its arguments
 * @param more variables of its environment
 */
export function start(program: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}): Running {
  const folder = mkdtempSync(join(tmpdir(), 'comail-windows-'));
  const path = join(folder, 'output');
  const output = openSync(path, 'w');
  const noted = join(folder, 'code');
  const process = spawn('wine', [program, ...args], {
    env: { ...wineEnvironment(inject('windows').prefix), COMAIL_EXIT_CODE: windowsPath(noted), ...more },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  // What Wine takes for the ANSI code page.
  const lines = (): readonly string[] =>
    existsSync(path) ? iconv.decode(readFileSync(path), 'windows-1252').split(/\r?\n/).filter(Boolean) : [];
  let over: Ended | null = null;
  const ended = new Promise<Ended>((resolve, reject) => {
    process.once('error', reject);
    process.once('exit', (code, signal) => {
      over = { code: code ?? writtenCode(noted) ?? signal, lines: lines() };
      rmSync(folder, { recursive: true, force: true });
      resolve(over);
    });
  });
  const printed = async (line: string): Promise<void> => {
    while (!(over?.lines ?? lines()).includes(line)) {
      if (over) throw new Error(`the program ended without "${line}": ${over.lines.join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  return { process, ended, printed };
}

/** What a program wrote down that had ended before it was killed, in Wine's own exit: native/test/support/program.cc. */
function writtenCode(file: string): number | null {
  const whole = existsSync(file) ? /^(-?\d+)\r?\n$/.exec(readFileSync(file, 'ascii')) : null;
  return whole ? Number(whole[1]) : null;
}

/** Runs a program under Wine to its end. @param program its path @param args its arguments @param more variables of its environment */
export const run = (program: string, args: readonly string[] = [], more: NodeJS.ProcessEnv = {}): Promise<Ended> =>
  start(program, args, more).ended;
