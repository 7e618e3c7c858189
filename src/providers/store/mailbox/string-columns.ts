import { changePropType, isString, MAPI_UNICODE, type PropTag, PT_STRING8 } from '../../../mapi/index.js';

/**
 * Columns with the width of text that a caller asked for.
 *
 * @param columns the columns, their texts in Unicode
 * @param flags with `MAPI_UNICODE` they stay so; without it they are of 8 bits
 * @spec imapicontainer-getcontentstable
 */
export const stringColumns = (columns: readonly PropTag[], flags: number): readonly PropTag[] =>
  (flags & MAPI_UNICODE) !== 0
    ? columns
    : columns.map((tag) => (isString(tag) ? changePropType(tag, PT_STRING8) : tag));
