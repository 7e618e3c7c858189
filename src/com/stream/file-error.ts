import {
  E_INVALIDARG,
  STG_E_ACCESSDENIED,
  STG_E_FILEALREADYEXISTS,
  STG_E_FILENOTFOUND,
  STG_E_INSUFFICIENTMEMORY,
  STG_E_INVALIDNAME,
  STG_E_MEDIUMFULL,
  STG_E_PATHNOTFOUND,
  STG_E_SHAREVIOLATION,
  STG_E_TOOMANYOPENFILES,
} from '../codes.js';
import { ComError } from '../error.js';
import type { HResult } from '../hresult.js';

const byErrno: Readonly<Record<string, HResult>> = Object.freeze({
  ENOENT: STG_E_FILENOTFOUND,
  ENOTDIR: STG_E_PATHNOTFOUND,
  ELOOP: STG_E_PATHNOTFOUND,
  EEXIST: STG_E_FILEALREADYEXISTS,
  EMFILE: STG_E_TOOMANYOPENFILES,
  ENFILE: STG_E_TOOMANYOPENFILES,
  EACCES: STG_E_ACCESSDENIED,
  EPERM: STG_E_ACCESSDENIED,
  EROFS: STG_E_ACCESSDENIED,
  EISDIR: STG_E_ACCESSDENIED,
  ENXIO: STG_E_ACCESSDENIED,
  EBUSY: STG_E_SHAREVIOLATION,
  ETXTBSY: STG_E_SHAREVIOLATION,
  ENOSPC: STG_E_MEDIUMFULL,
  EDQUOT: STG_E_MEDIUMFULL,
  EFBIG: STG_E_MEDIUMFULL,
  ENOMEM: STG_E_INSUFFICIENTMEMORY,
  ENAMETOOLONG: STG_E_INVALIDNAME,
  EINVAL: E_INVALIDARG,
});

/**
 * Turns what the file system said into a storage code, with its words and the original as cause.
 *
 * @param error what a file call threw
 * @param otherwise the code for errors that have none of their own: `STG_E_READFAULT`, `STG_E_WRITEFAULT`
 * @returns the error to throw; one that is a `ComError` already stays as it is
 */
export function fileError(error: unknown, otherwise: HResult): ComError {
  if (error instanceof ComError) return error;
  const { code, message } = error as NodeJS.ErrnoException;
  return new ComError(byErrno[code ?? ''] ?? otherwise, message ?? String(error), { cause: error });
}
