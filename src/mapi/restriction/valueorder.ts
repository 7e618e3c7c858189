import { type Guid, guidToBytes } from '../../com/index.js';
import { isMultiValued, isString, type PropTag, singleType } from '../types/proptag.js';
import {
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_FLOAT,
  PT_I8,
  PT_LONG,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
} from '../types/proptype.js';
import { collationKey, compareCodePoints } from './collation.js';

/** A value in the form in which it compares; an array for many values. */
export type OrderKey = string | number | bigint | Uint8Array | readonly OrderKey[];

/**
 * Whether values of a type have an order: all but PT_OBJECT, PT_ERROR, PT_NULL and PT_UNSPECIFIED.
 *
 * @param tag the tag or type
 */
export const isOrdered = (tag: number): boolean => ordered.has(singleType(tag));

const ordered: ReadonlySet<number> = new Set([
  PT_SHORT,
  PT_LONG,
  PT_FLOAT,
  PT_DOUBLE,
  PT_CURRENCY,
  PT_APPTIME,
  PT_BOOLEAN,
  PT_I8,
  PT_STRING8,
  PT_UNICODE,
  PT_SYSTIME,
  PT_CLSID,
  PT_BINARY,
]);

/**
 * Compares two values of one type: integers signed, strings by {@link collationKey}, false before true, bytes one by
 * one and then by length, GUIDs by their sixteen bytes; NaN is equal to itself and behind all numbers. Many values
 * compare one by one; where one side ends, its missing value compares as null, which is behind all others.
 *
 * @param tag the tag or type of both
 * @param a a value
 * @param b another one
 * @returns negative, zero or positive: a total order
 * @spec imapitable-sorttable
 */
export const compareValues = (tag: number, a: unknown, b: unknown): number => compareKeys(keyOf(tag, a), keyOf(tag, b));

/**
 * The form in which a value compares, for those who compare it often.
 *
 * @param tag the tag or type
 * @param value a value of it; an array makes an array of keys
 * @returns the key
 */
export function keyOf(tag: number, value: unknown): OrderKey {
  if (Array.isArray(value)) return value.map((item: unknown) => keyOf(tag, item));
  if (isString(tag)) return collationKey(value as string);
  switch (singleType(tag)) {
    case PT_LONG:
      // Some write flags unsigned; the type is signed.
      return (value as number) | 0;
    case PT_SHORT:
      return ((value as number) << 16) >> 16;
    case PT_BOOLEAN:
      return value === true ? 1 : 0;
    case PT_CLSID:
      return guidToBytes(value as Guid);
    default:
      return value as number | bigint | Uint8Array;
  }
}

/**
 * Compares two keys of one type.
 *
 * @param a a key
 * @param b another one
 * @param descending largest first; nulls (the end of the shorter of two arrays) stay behind all the same
 * @returns negative, zero or positive
 */
export function compareKeys(a: OrderKey, b: OrderKey, descending = false): number {
  if (Array.isArray(a) || Array.isArray(b)) return compareTuples(many(a), many(b), descending);
  const order = compareSingle(a, b);
  return descending ? -order : order;
}

function compareTuples(a: readonly OrderKey[], b: readonly OrderKey[], descending: boolean): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const order = compareKeys(a[index] as OrderKey, b[index] as OrderKey, descending);
    if (order !== 0) return order;
  }
  return b.length - a.length;
}

const many = (key: OrderKey): readonly OrderKey[] => (Array.isArray(key) ? key : [key]) as readonly OrderKey[];

function compareSingle(a: OrderKey, b: OrderKey): number {
  if (typeof a === 'string') return compareCodePoints(a, b as string);
  if (typeof a === 'object') return Buffer.compare(a as Uint8Array, b as Uint8Array);
  if (a < (b as number | bigint)) return -1;
  if (a > (b as number | bigint)) return 1;
  return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
}

/**
 * Whether two tags may be compared: the same type, and one that has an order.
 *
 * @param a a tag
 * @param b another one
 */
export const areComparable = (a: PropTag, b: PropTag): boolean =>
  singleType(a) === singleType(b) && isMultiValued(a) === isMultiValued(b) && isOrdered(a);
