import { hresult } from '../../com/index.js';
import { isMultiValued, singleType } from './proptag.js';
import {
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_ERROR,
  PT_FLOAT,
  PT_I8,
  PT_LONG,
  PT_NULL,
  PT_OBJECT,
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
} from './proptype.js';

/**
 * Whether a value is what its tag says: the right TypeScript type within the range of the property type. Integers of 16
 * and 32 bits may be written signed or unsigned. Many values must be at least one.
 *
 * @param tag the tag or type
 * @param value anything
 * @returns false also for types that no value can have, such as PT_UNSPECIFIED
 * @spec spropvalue
 */
export function isValueFor(tag: number, value: unknown): boolean {
  const check = checks.get(singleType(tag));
  if (!check) return false;
  if (!isMultiValued(tag)) return check(value);
  return Array.isArray(value) && value.length > 0 && value.every(check);
}

const integer =
  (low: number, high: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high;
const number = (value: unknown): boolean => typeof value === 'number';
const text = (value: unknown): boolean => typeof value === 'string';
const big = (value: unknown): boolean => typeof value === 'bigint' && BigInt.asIntN(64, value) === value;

const checks: ReadonlyMap<number, (value: unknown) => boolean> = new Map([
  [PT_NULL, (value: unknown) => value === null],
  [PT_SHORT, integer(-0x8000, 0xffff)],
  [PT_LONG, integer(-0x80000000, 0xffffffff)],
  [PT_FLOAT, number],
  [PT_DOUBLE, number],
  [PT_APPTIME, number],
  [PT_CURRENCY, big],
  [PT_I8, big],
  [PT_SYSTIME, (value: unknown) => big(value) && (value as bigint) >= 0n],
  [PT_ERROR, (value: unknown) => typeof value === 'number' && hresult(value) === value],
  [PT_BOOLEAN, (value: unknown) => typeof value === 'boolean'],
  [PT_OBJECT, number],
  [PT_STRING8, text],
  [PT_UNICODE, text],
  [PT_CLSID, (value: unknown) => typeof value === 'string' && isGuid(value)],
  [PT_BINARY, (value: unknown) => value instanceof Uint8Array],
]);

const form = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/;
const isGuid = (value: string): boolean => form.test(value);
