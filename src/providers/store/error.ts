/**
 * What a caller can act on. Each but `NO_DRIVER` is the tail of the MAPI code that says the same:
 * `OBJECT_CHANGED` is `MAPI_E_OBJECT_CHANGED`.
 *
 * - `BUSY`: another process kept the write lock too long; nothing was done, trying again may help.
 * - `COLLISION`: something of that name or key exists already.
 * - `CORRUPT_STORE`: the file is damaged or no store; nothing was written to it.
 * - `DISK_ERROR`: the disk failed; what was not acknowledged is not there.
 * - `FOLDER_CYCLE`: a folder cannot come to lie within itself.
 * - `HAS_FOLDERS`, `HAS_MESSAGES`: a folder that was to be deleted is not empty.
 * - `INVALID_PARAMETER`: the call makes no sense whatever the store holds.
 * - `NO_ACCESS`: the file may not be read or written.
 * - `NO_DRIVER`: this Node has no SQLite.
 * - `NOT_ENOUGH_DISK`: the disk is full; what was not acknowledged is not there.
 * - `NOT_FOUND`: no such object or property, or no such file.
 * - `OBJECT_CHANGED`: somebody else saved the object since it was opened.
 * - `OBJECT_DELETED`: the object was deleted since it was opened.
 * - `SUBMITTED`: the message waits to be sent and may not be changed.
 * - `TOO_BIG`: beyond a stated limit.
 * - `UNEXPECTED_TYPE`: a property that has a column was given with another type.
 * - `VERSION`: the file was made by a newer comail.
 */
export type StoreErrorCode =
  | 'BUSY'
  | 'COLLISION'
  | 'CORRUPT_STORE'
  | 'DISK_ERROR'
  | 'FOLDER_CYCLE'
  | 'HAS_FOLDERS'
  | 'HAS_MESSAGES'
  | 'INVALID_PARAMETER'
  | 'NO_ACCESS'
  | 'NO_DRIVER'
  | 'NOT_ENOUGH_DISK'
  | 'NOT_FOUND'
  | 'OBJECT_CHANGED'
  | 'OBJECT_DELETED'
  | 'SUBMITTED'
  | 'TOO_BIG'
  | 'UNEXPECTED_TYPE'
  | 'VERSION';

/** A failure of the store below COM: a code to act on, words to read, and the cause. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** What the caller can act on. */
  readonly code: StoreErrorCode;

  /**
   * Makes an error whose message begins with its code.
   *
   * @param code what the caller can act on
   * @param message what happened and, where something helps, what to do next
   * @param cause what led to it
   */
  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(`${code}: ${message}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
