import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { ComError } from '../../com/index.js';
import { MAPI_E_BUSY } from '../../mapi/index.js';
import { lockWaitMs } from './limits.js';

/**
 * Runs a step while no other process runs one under the same lock.
 *
 * @param path the file that stands for the lock; it holds the number of the process that has it
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
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes a lock whose process has died. It is moved away first, so that of two who find it dead one removes it. */
function breakStale(path: string): boolean {
  let holder: number;
  try {
    const text = readFileSync(path, 'latin1');
    // A process that died between making the file and writing its number leaves an empty one.
    if (text === '' && Date.now() - statSync(path).mtimeMs < 2000) return false;
    holder = Number(text);
  } catch {
    return true;
  }
  if (isAlive(holder)) return false;
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(path, aside);
  } catch {
    return true;
  }
  rmSync(aside, { force: true });
  return true;
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
