import { ComError, type HResult } from '../../com/index.js';
import {
  MAPI_E_BUSY,
  MAPI_E_COLLISION,
  MAPI_E_CORRUPT_STORE,
  MAPI_E_DISK_ERROR,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_STORE_FULL,
  MAPI_E_SUBMITTED,
  MAPI_E_TOO_BIG,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_VERSION,
} from '../../mapi/index.js';

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
 * - `STORE_FULL`: the store has reached a bound that was set on it.
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
  | 'STORE_FULL'
  | 'SUBMITTED'
  | 'TOO_BIG'
  | 'UNEXPECTED_TYPE'
  | 'VERSION';

/**
 * A failure of the store below the MAPI objects: a code to act on, words to read, and the cause. Where one comes out of an
 * interface, callers see the MAPI code that says the same.
 */
export class StoreError extends ComError {
  override readonly name: string = 'StoreError';
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
    super(codes[code], message, cause === undefined ? {} : { cause });
    this.message = `${code}: ${message}`;
    this.code = code;
  }
}

const codes: Readonly<Record<StoreErrorCode, HResult>> = {
  BUSY: MAPI_E_BUSY,
  COLLISION: MAPI_E_COLLISION,
  CORRUPT_STORE: MAPI_E_CORRUPT_STORE,
  DISK_ERROR: MAPI_E_DISK_ERROR,
  FOLDER_CYCLE: MAPI_E_FOLDER_CYCLE,
  HAS_FOLDERS: MAPI_E_HAS_FOLDERS,
  HAS_MESSAGES: MAPI_E_HAS_MESSAGES,
  INVALID_PARAMETER: MAPI_E_INVALID_PARAMETER,
  NO_ACCESS: MAPI_E_NO_ACCESS,
  NO_DRIVER: MAPI_E_NO_SUPPORT,
  NOT_ENOUGH_DISK: MAPI_E_NOT_ENOUGH_DISK,
  NOT_FOUND: MAPI_E_NOT_FOUND,
  OBJECT_CHANGED: MAPI_E_OBJECT_CHANGED,
  OBJECT_DELETED: MAPI_E_OBJECT_DELETED,
  STORE_FULL: MAPI_E_STORE_FULL,
  SUBMITTED: MAPI_E_SUBMITTED,
  TOO_BIG: MAPI_E_TOO_BIG,
  UNEXPECTED_TYPE: MAPI_E_UNEXPECTED_TYPE,
  VERSION: MAPI_E_VERSION,
};
