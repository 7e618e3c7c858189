import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Whether a process runs: `runs` and `gone` are certain. `perhaps` is a process of another machine or container, whose number
 * says nothing here, or one whose number may have been given to another since.
 */
export type Running = 'runs' | 'gone' | 'perhaps';

let placed: string | undefined;

/**
 * A process by a name that no other process ever has on this machine: its number, when it started, and where these two mean
 * something. Letters, digits and dashes alone, so that a file may be named by it.
 */
export const thisProcess: string = `${process.pid}-${startOf('self') ?? 'x'}-${place()}`;

/**
 * Whether a process runs.
 *
 * @param name what {@link thisProcess} is in it
 * @returns `perhaps` for what is no such name, too
 */
export function stateOf(name: string): Running {
  if (name === thisProcess) return 'runs';
  const [, number, start, where] = /^(\d+)-(\d+|x)-([0-9a-f]+)$/.exec(name) ?? [];
  if (number === undefined || where !== place()) return 'perhaps';
  if (!isThere(Number(number))) return 'gone';
  if (start === 'x') return 'perhaps';
  const now = startOf(number);
  if (now === null) return 'perhaps';
  return now === start ? 'runs' : 'gone';
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** When a process started, in ticks since the machine did; null where that can't be read. One that waits for its burial is none. */
function startOf(pid: string): string | null {
  const text = readOr(() => readFileSync(`/proc/${pid}/stat`, 'latin1'), null);
  if (text === null) return null;
  // The name of the program comes second and may contain anything.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  return state === 'Z' || state === 'X' ? '0' : (fields[19] ?? null);
}

/** Where numbers of processes mean the same: one boot of one machine, and within it one container. */
function place(): string {
  placed ??= createHash('sha256')
    .update(readOr(() => readFileSync('/proc/sys/kernel/random/boot_id', 'latin1'), hostname()))
    .update(readOr(() => readlinkSync('/proc/self/ns/pid'), ''))
    .digest('hex')
    .slice(0, 12);
  return placed;
}

function readOr<T>(read: () => string, otherwise: T): string | T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
