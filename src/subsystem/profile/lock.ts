import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fstatSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { stateOf, thisProcess } from '../../base/index.js';
import { ComError } from '../../com/index.js';
import { MAPI_E_BUSY } from '../../mapi/index.js';
import { lockWaitMs } from './limits.js';

/**
 * Runs a step while no other process runs one under the same lock.
 *
 * @param path the file that stands for the lock; it holds the name of the process that has it
 * @param step what to do; synchronous, so that it ends
 * @throws {ComError} `MAPI_E_BUSY` when another process does not let go
 */
export function locked<T>(path: string, step: () => T): T {
  const since = performance.now();
  while (!take(path)) {
    if (!breakStale(path)) {
      if (performance.now() - since > lockWaitMs)
        throw new ComError(MAPI_E_BUSY, `another process holds ${path}; remove the file if there is none`);
      Atomics.wait(sleeper, 0, 0, 5);
    }
  }
  try {
    return step();
  } finally {
    rmSync(path, { force: true });
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

function take(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, `${thisProcess} ${randomUUID()}`);
    // Whoever slept since the file was made may have been taken for dead.
    return fstatSync(file).ino === statSync(path, { throwIfNoEntry: false })?.ino;
  } finally {
    closeSync(file);
  }
}

/**
 * Removes a lock whose process has died. Of all who find it dead only one at a time may, and looks once more then: what has come
 * into its place meanwhile is somebody's.
 */
function breakStale(path: string): boolean {
  const dead = deadHolder(path);
  if (dead === null) return false;
  const turn = `${path}.${createHash('sha256').update(dead).digest('hex').slice(0, 12)}`;
  // Who has the turn may have died with it.
  if (!take(turn)) return breakStale(turn);
  try {
    if (deadHolder(path) === dead) rmSync(path, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
  return true;
}

/** Tells one lock of a dead process from all others; null when its process lives, or there is no lock at all. */
function deadHolder(path: string): string | null {
  let text: string;
  try {
    text = readFileSync(path, 'latin1');
    // A process that died between making the file and writing its name leaves an empty one.
    const { mtimeMs, ino } = statSync(path);
    if (text === '') return Date.now() - mtimeMs < 2000 ? null : `${ino} ${mtimeMs}`;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return stateOf(text.split(' ', 1)[0] ?? '') === 'gone' ? text : null;
}

/**
 * Whether a process lives.
 *
 * @param pid its number
 */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
