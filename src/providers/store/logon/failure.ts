import { ComError, type HResult } from '../../../com/index.js';
import {
  MAPI_E_BUSY,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNCONFIGURED,
  MAPI_E_USER_CANCEL,
  MAPI_ERROR_VERSION,
  type MAPIERROR,
} from '../../../mapi/index.js';
import { defaultCodePage, narrowed } from '../../../subsystem/index.js';

/** Codes that a logon answers as they are. */
const own: ReadonlySet<HResult> = new Set([
  MAPI_E_UNCONFIGURED,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_USER_CANCEL,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
]);

/** What may be over in a moment: somebody else has the file or the profile section. */
const passing: ReadonlySet<HResult> = new Set([MAPI_E_BUSY, MAPI_E_NO_ACCESS]);

/**
 * A failure of a logon with a code that its page knows and the reason in words; the code that led to it is the low-level error.
 *
 * @param error whatever was thrown
 * @param unicode whether the words are Unicode
 * @returns the failure; what is no `ComError` as it is
 */
export function explained(error: unknown, unicode: boolean): unknown {
  if (!(error instanceof ComError)) return error;
  const hr = own.has(error.hr) ? error.hr : passing.has(error.hr) ? MAPI_E_FAILONEPROVIDER : MAPI_E_LOGON_FAILED;
  const value = Object.freeze({ lppMAPIError: mapiError(error, unicode) });
  return new ComError(hr, error.message, { cause: error, value });
}

/**
 * An explanation as MAPI passes it on.
 *
 * @param error what happened
 * @param unicode whether its words are Unicode
 */
export const mapiError = (error: ComError, unicode: boolean): MAPIERROR =>
  Object.freeze({
    ulVersion: MAPI_ERROR_VERSION,
    lpszError: unicode ? error.message : narrowed(error.message, defaultCodePage),
    lpszComponent: 'comail message store',
    ulLowLevelError: error.hr >>> 0,
    ulContext: 0,
  });
