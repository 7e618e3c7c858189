import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_UNKNOWN_FLAGS, type PropTag } from '../../mapi/index.js';
import { maxColumns } from './limits.js';

/**
 * Refuses flags that a method does not know.
 *
 * @param flags what the caller gave
 * @param known the flags of the method, ORed
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_INVALID_PARAMETER` for what is no number
 */
export function checkFlags(flags: number, known: number): void {
  if (!Number.isInteger(flags)) throw invalid('ulFlags is no number');
  if ((flags & ~known) !== 0)
    throw new ComError(
      MAPI_E_UNKNOWN_FLAGS,
      `ulFlags 0x${(flags >>> 0).toString(16)} has bits that are not known here`,
    );
}

/**
 * Refuses what is no set of columns: a table has at least one.
 *
 * @param columns what the caller gave
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`
 */
export function checkColumns(columns: readonly PropTag[]): void {
  if (!Array.isArray(columns) || columns.length === 0) throw invalid('a table needs at least one column');
  if (columns.length > maxColumns) throw invalid(`more than ${maxColumns} columns`);
  for (const tag of columns) checkCount(tag, 'a column');
}

/**
 * Refuses what is no LONG.
 *
 * @param value what the caller gave
 * @param name what the page calls it
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`
 */
export function checkInteger(value: number, name: string): void {
  if (!Number.isInteger(value) || value !== (value | 0)) throw invalid(`${name} is no 32-bit integer`);
}

/**
 * Refuses what is no ULONG.
 *
 * @param value what the caller gave
 * @param name what the page calls it
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`
 */
export function checkCount(value: number, name: string): void {
  if (!Number.isInteger(value) || value !== value >>> 0) throw invalid(`${name} is no unsigned 32-bit integer`);
}

/**
 * Refuses what is no `PR_INSTANCE_KEY`.
 *
 * @param key what the caller gave
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`
 */
export function checkKey(key: Uint8Array): void {
  if (!(key instanceof Uint8Array) || key.length === 0) throw invalid('the instance key is no array of bytes');
}

/**
 * An argument of the wrong shape.
 *
 * @param words what is wrong
 */
export const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);
