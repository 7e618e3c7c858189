import { ComError } from '../../com/index.js';
import { MAPI_E_TOO_COMPLEX } from '../codes.js';
import {
  BMR_EQZ,
  FL_FULLSTRING,
  FL_IGNORECASE,
  FL_IGNORENONSPACE,
  FL_LOOSE,
  FL_PREFIX,
  RELOP_EQ,
  RELOP_GE,
  RELOP_GT,
  RELOP_LE,
  RELOP_LT,
  RELOP_RE,
} from '../flags/restrictions.js';
import { singleType } from '../types/proptag.js';
import { PT_BINARY } from '../types/proptype.js';
import type { Relop, Restriction } from '../types/restriction.js';
import { foldCase, looseForm, withoutNonSpacing } from './collation.js';
import { compilePattern } from './pattern.js';
import type { PropSource } from './source.js';
import { validateRestriction } from './validate.js';
import { compareKeys, keyOf } from './valueorder.js';
import { sizeOfValue } from './valuesize.js';
import { type RestrictionVisitor, visitRestriction } from './visit.js';

/** Whether one object matches. */
export type RowTest = (row: PropSource) => boolean;

/**
 * Whether an object matches a restriction. This defines what restrictions mean; whatever else evaluates them, such as
 * SQL, has to give the same answers:
 *
 * - A kind that looks at a property which the object lacks does not match; that goes for RELOP_NE, too, and for a
 *   comparison of two properties when either is missing. Logic stays two-valued: NOT matches exactly what its part does
 *   not, so that NOT of a missing property matches. Join with an exist restriction where that is not meant.
 * - Strings compare by `collationKey` in property and compare restrictions: without case, with accents. Content
 *   restrictions compare exactly but for what the upper half of the fuzzy level takes away; unknown bits there are
 *   ignored. Bytes are compared as they are.
 * - A multi-valued property matches when one of its values does. Given many values as the constant it compares as a
 *   whole, value by value; where one side ends, its missing value counts as null, behind all others.
 * - A bit mask is applied to 32 bits; a size counts as `sizeOfValue` does; a sub-object matches when one of its rows
 *   does; a comment or an annotation means what is inside it, and nothing inside it always holds.
 * - A count is for rows, of which `selectRows` takes the first; one object alone is the first match, if any may count.
 *
 * @param restriction the restriction; null matches everything
 * @param row the object
 * @returns whether it matches
 * @throws {ComError} what {@link compileRestriction} throws
 * @spec types-of-restrictions @spec about-restrictions
 */
export const matches = (restriction: Restriction | null, row: PropSource): boolean =>
  compileRestriction(restriction)(row);

/**
 * Makes the test that {@link matches} runs, for those who have many rows.
 *
 * @param restriction the restriction; null matches everything
 * @returns the test. It throws `ComError` with `MAPI_E_TOO_COMPLEX` for a sub-object restriction on rows that have no
 *   sub-objects
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` or `MAPI_E_INVALID_PARAMETER`, as `validateRestriction` does
 */
export function compileRestriction(restriction: Restriction | null): RowTest {
  if (restriction === null) return () => true;
  validateRestriction(restriction);
  return compile(restriction);
}

const compile = (restriction: Restriction): RowTest => visitRestriction(restriction, compiler);

const compiler: RestrictionVisitor<RowTest> = {
  and({ lpRes }) {
    const tests = lpRes.map(compile);
    return (row) => tests.every((test) => test(row));
  },
  or({ lpRes }) {
    const tests = lpRes.map(compile);
    return (row) => tests.some((test) => test(row));
  },
  not({ lpRes }) {
    const test = compile(lpRes);
    return (row) => !test(row);
  },
  content({ ulFuzzyLevel, ulPropTag, lpProp: [, wanted] }) {
    const test =
      singleType(ulPropTag) === PT_BINARY
        ? containsBytes(ulFuzzyLevel, wanted as Uint8Array)
        : containsText(ulFuzzyLevel, wanted as string);
    return (row) => oneOf(row.get(ulPropTag), test);
  },
  property({ relop, ulPropTag, lpProp: [, wanted] }) {
    if (relop === RELOP_RE) {
      const test = compilePattern(wanted as string);
      return (row) => oneOf(row.get(ulPropTag), (value) => test(value as string));
    }
    const key = keyOf(ulPropTag, wanted);
    const test = (value: unknown): boolean => holds(relop, compareKeys(keyOf(ulPropTag, value), key));
    if (!Array.isArray(wanted)) return (row) => oneOf(row.get(ulPropTag), test);
    return (row) => {
      const value = row.get(ulPropTag) ?? null;
      return value !== null && test(value);
    };
  },
  compare({ relop, ulPropTag1, ulPropTag2 }) {
    return (row) => {
      const first = row.get(ulPropTag1) ?? null;
      const second = row.get(ulPropTag2) ?? null;
      if (first === null || second === null) return false;
      return holds(relop, compareKeys(keyOf(ulPropTag1, first), keyOf(ulPropTag2, second)));
    };
  },
  bitmask({ relBMR, ulPropTag, ulMask }) {
    return (row) => {
      const value = row.get(ulPropTag) ?? null;
      return value !== null && (((value as number) & ulMask) === 0) === (relBMR === BMR_EQZ);
    };
  },
  size({ relop, ulPropTag, cb }) {
    return (row) => {
      const bytes = sizeIn(row, ulPropTag);
      return bytes !== null && holds(relop, bytes - cb);
    };
  },
  exist({ ulPropTag }) {
    return (row) => (row.has ? row.has(ulPropTag) : (row.get(ulPropTag) ?? null) !== null);
  },
  sub({ ulSubObject, lpRes }) {
    const test = compile(lpRes);
    return (row) => {
      if (!row.rows) throw new ComError(MAPI_E_TOO_COMPLEX, 'these rows have no sub-objects to restrict by');
      for (const inner of row.rows(ulSubObject)) if (test(inner)) return true;
      return false;
    };
  },
  comment({ lpRes }) {
    return lpRes ? compile(lpRes) : () => true;
  },
  annotation({ lpRes }) {
    return lpRes ? compile(lpRes) : () => true;
  },
  count({ ulCount, lpRes }) {
    return ulCount > 0 ? compile(lpRes) : () => false;
  },
};

// Null is a missing value; an array is all values of a multi-valued property.
function oneOf(value: unknown, test: (value: unknown) => boolean): boolean {
  if (value === null || value === undefined) return false;
  return Array.isArray(value) ? value.some(test) : test(value);
}

function holds(relop: Relop, order: number): boolean {
  switch (relop) {
    case RELOP_LT:
      return order < 0;
    case RELOP_LE:
      return order <= 0;
    case RELOP_GT:
      return order > 0;
    case RELOP_GE:
      return order >= 0;
    case RELOP_EQ:
      return order === 0;
    default:
      return order !== 0;
  }
}

function containsText(ulFuzzyLevel: number, wanted: string): (value: unknown) => boolean {
  const form = formOf(ulFuzzyLevel);
  const part = form(wanted);
  const level = ulFuzzyLevel & 0xffff;
  if (level === FL_FULLSTRING) return (value) => form(value as string) === part;
  if (level === FL_PREFIX) return (value) => form(value as string).startsWith(part);
  return (value) => form(value as string).includes(part);
}

function formOf(ulFuzzyLevel: number): (text: string) => string {
  if (ulFuzzyLevel & FL_LOOSE) return looseForm;
  const fold = (ulFuzzyLevel & FL_IGNORECASE) !== 0;
  if (ulFuzzyLevel & FL_IGNORENONSPACE) return fold ? (text) => foldCase(withoutNonSpacing(text)) : withoutNonSpacing;
  return fold ? foldCase : (text) => text;
}

function containsBytes(ulFuzzyLevel: number, wanted: Uint8Array): (value: unknown) => boolean {
  const part = bytesOf(wanted);
  const level = ulFuzzyLevel & 0xffff;
  if (level === FL_FULLSTRING) return (value) => Buffer.compare(value as Uint8Array, wanted) === 0;
  if (level === FL_PREFIX)
    return (value) => Buffer.compare((value as Uint8Array).subarray(0, wanted.length), wanted) === 0;
  return (value) => bytesOf(value as Uint8Array).includes(part);
}

const bytesOf = (value: Uint8Array): Buffer => Buffer.from(value.buffer, value.byteOffset, value.byteLength);

function sizeIn(row: PropSource, tag: Parameters<PropSource['get']>[0]): number | null {
  if (row.size) return row.size(tag);
  const value = row.get(tag) ?? null;
  return value === null ? null : sizeOfValue(tag, value);
}
