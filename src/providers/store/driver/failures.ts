import { StoreError, type StoreErrorCode } from '../error.js';

/** SQLite's primary result codes that a caller can act on. */
const codes: ReadonlyMap<number, readonly [code: StoreErrorCode, name: string, words: string]> = new Map([
  [3, ['NO_ACCESS', 'SQLITE_PERM', 'the store file may not be used']],
  [5, ['BUSY', 'SQLITE_BUSY', 'another process holds the lock of the store']],
  [6, ['BUSY', 'SQLITE_LOCKED', 'the store is locked within this process']],
  [8, ['NO_ACCESS', 'SQLITE_READONLY', 'the store may only be read']],
  [10, ['DISK_ERROR', 'SQLITE_IOERR', 'the disk answered with an error']],
  [11, ['CORRUPT_STORE', 'SQLITE_CORRUPT', 'the store file is damaged; restore a backup']],
  [13, ['NOT_ENOUGH_DISK', 'SQLITE_FULL', 'the disk is full; make room and try again']],
  [14, ['NO_ACCESS', 'SQLITE_CANTOPEN', 'the store file cannot be opened']],
  [18, ['TOO_BIG', 'SQLITE_TOOBIG', 'a value is larger than the database can hold']],
  [19, ['COLLISION', 'SQLITE_CONSTRAINT', 'the store refuses the row']],
  [23, ['NO_ACCESS', 'SQLITE_AUTH', 'the store file may not be used']],
  [26, ['CORRUPT_STORE', 'SQLITE_NOTADB', 'the file is no store']],
] satisfies [number, [StoreErrorCode, string, string]][]);

/**
 * Turns what a driver threw into an error that a caller can act on. An error that is none of SQLite's is a bug and comes
 * back as it is.
 *
 * @param error what was thrown
 * @returns a {@link StoreError} with the driver's error as its cause, or the error itself
 */
export function storeErrorOf(error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const known = codes.get(primaryCode(error) ?? -1);
  return known ? new StoreError(known[0], `${known[2]} (${(error as Error).message})`, error) : error;
}

/**
 * Whether another connection holds a lock.
 *
 * @param error what a driver threw
 */
export const isBusy = (error: unknown): boolean =>
  error instanceof StoreError ? error.code === 'BUSY' : [5, 6].includes(primaryCode(error) ?? -1);

/** The low byte of SQLite's result code: node:sqlite gives the number, better-sqlite3 its name. */
function primaryCode(error: unknown): number | null {
  if (!(error instanceof Error)) return null;
  const { errcode, code } = error as { errcode?: unknown; code?: unknown };
  if (typeof errcode === 'number') return errcode & 0xff;
  if (typeof code !== 'string') return null;
  for (const [number, [, name]] of codes) if (code === name || code.startsWith(`${name}_`)) return number;
  return null;
}
