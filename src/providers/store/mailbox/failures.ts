import { ComError, type HResult } from '../../../com/index.js';
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
  MAPI_E_SUBMITTED,
  MAPI_E_TOO_BIG,
  MAPI_E_UNEXPECTED_TYPE,
  MAPI_E_VERSION,
} from '../../../mapi/index.js';
import { StoreError, type StoreErrorCode } from '../error.js';

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
  SUBMITTED: MAPI_E_SUBMITTED,
  TOO_BIG: MAPI_E_TOO_BIG,
  UNEXPECTED_TYPE: MAPI_E_UNEXPECTED_TYPE,
  VERSION: MAPI_E_VERSION,
};

/**
 * A failure of the layer below as callers of MAPI know it: the code of the same name, the words kept, the cause too.
 *
 * @param error whatever was thrown
 * @returns a `ComError` for a `StoreError`; anything else as it is
 */
export function comErrorOf(error: unknown): unknown {
  if (!(error instanceof StoreError)) return error;
  return new ComError(codes[error.code], error.message.slice(error.code.length + 2), { cause: error });
}

/**
 * Runs a step that reads the store.
 *
 * @param step the step
 * @throws {ComError} in place of a `StoreError`
 */
export function reading<T>(step: () => T): T {
  try {
    return step();
  } catch (error) {
    throw comErrorOf(error);
  }
}
