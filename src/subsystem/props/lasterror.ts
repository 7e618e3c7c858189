import { type HResult, lastErrorOf } from '../../com/index.js';
import { MAPI_UNICODE, type MAPIERROR } from '../../mapi/index.js';
import { requireFlags } from './arguments.js';
import { narrowed } from './codepage.js';

/**
 * What `GetLastError` answers, for any object published through COM.
 *
 * @param object the implementation
 * @param hResult the code that the caller asks about
 * @param ulFlags `MAPI_UNICODE` for Unicode texts
 * @param codePage the code page of texts in 8 bits
 * @returns the words of the last failure if it had this code, else empty texts
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`
 * @spec imapiprop-getlasterror
 */
export function lastErrorAnswer(object: object, hResult: HResult, ulFlags: number, codePage: number): MAPIERROR {
  const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
  const last = lastErrorOf(object);
  const text = (words: string): string => (unicode ? words : narrowed(words, codePage));
  const told = last !== null && last.error.hr === hResult;
  const cause = told ? last.error.cause : undefined;
  const low = typeof cause === 'object' && cause !== null && 'errno' in cause ? Number(cause.errno) : 0;
  return Object.freeze({
    ulVersion: 0,
    lpszError: told ? text(last.error.message) : '',
    lpszComponent: told ? text(`comail ${last.method}`) : '',
    ulLowLevelError: Number.isInteger(low) ? low : 0,
    ulContext: 0,
  });
}

/**
 * The words of a failure as providers hand them on.
 *
 * @param lpszComponent who failed, for people
 * @param lpszError what went wrong, and what helps
 */
export const mapiError = (lpszComponent: string, lpszError: string): MAPIERROR =>
  Object.freeze({ ulVersion: 0, lpszError, lpszComponent, ulLowLevelError: 0, ulContext: 0 });
