import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ComError } from '../../com/index.js';
import { MAPI_E_DISK_ERROR, MAPI_E_NO_ACCESS, MAPI_E_NOT_ENOUGH_DISK } from '../../mapi/index.js';

/**
 * Puts a whole new file in the place of an old one: whoever reads sees one or the other, also after a power loss.
 *
 * @param path the file
 * @param text what it is to hold
 * @param mode who may use it
 */
export function replaceFile(path: string, text: string, mode: number): void {
  const beside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = openSync(beside, 'wx', mode);
    try {
      writeFileSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/**
 * Removes what a process left that died while it replaced a file: whoever holds the lock of the file is alone with such things.
 *
 * @param path the file
 */
export function removeLeftovers(path: string): void {
  const folder = dirname(path);
  const name = basename(path);
  for (const other of readdirSync(folder))
    if (other.startsWith(`${name}.`) && /^[0-9a-f]{12}$/.test(other.slice(name.length + 1)))
      rmSync(join(folder, other), { force: true });
}

/**
 * What tells a file from the one that takes its place: such files are replaced, never written over.
 *
 * @param path the file
 * @returns another text when it was replaced; `-` when it is not there
 */
export function stampOf(path: string): string {
  try {
    const { ino, mtimeNs, size } = statSync(path, { bigint: true });
    return `${ino}:${mtimeNs}:${size}`;
  } catch {
    return '-';
  }
}

/** A renamed file is safe when its folder is written, too. Windows has no such thing. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/**
 * Runs a step that uses files.
 *
 * @param work the step
 * @throws {ComError} `MAPI_E_NO_ACCESS`, `MAPI_E_NOT_ENOUGH_DISK` or `MAPI_E_DISK_ERROR` for errors of the file system
 */
export function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined || error instanceof ComError) throw error;
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw new ComError(MAPI_E_NO_ACCESS, message, { cause: error });
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new ComError(MAPI_E_NOT_ENOUGH_DISK, message, { cause: error });
    throw new ComError(MAPI_E_DISK_ERROR, message, { cause: error });
  }
}
