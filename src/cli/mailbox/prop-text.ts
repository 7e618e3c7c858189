import type { HResult } from '../../com/index.js';
import {
  describeMapiCode,
  type FileTime,
  flagsOfTag,
  isMultiValued,
  type PropTag,
  PT_BOOLEAN,
  PT_CURRENCY,
  PT_ERROR,
  PT_LONG,
  PT_OBJECT,
  PT_SYSTIME,
  propType,
  singleType,
} from '../../mapi/index.js';
import { grouped } from '../trace.js';
import { isoOf } from './time.js';

const SHOWN_BYTES = 24;
const SHOWN_VALUES = 8;

/**
 * The value of a property for people: flags by name, times as times, bytes in hexadecimal.
 *
 * @param tag the tag with the type of the value
 * @param value the value
 * @param most how many characters of a text are printed
 * @returns one line
 */
export function textOfValue(tag: PropTag, value: unknown, most: number): string {
  if (isMultiValued(tag) && Array.isArray(value)) {
    const parts = value.slice(0, SHOWN_VALUES).map((each) => textOfSingle(tag, each, most));
    return `[${parts.join(', ')}${value.length > SHOWN_VALUES ? `, and ${value.length - SHOWN_VALUES} more` : ''}]`;
  }
  return textOfSingle(tag, value, most);
}

function textOfSingle(tag: PropTag, value: unknown, most: number): string {
  if (value instanceof Uint8Array) return textOfBytes(value);
  if (typeof value === 'string') return quoted(value, most);
  const meaning = meaningOf(tag, value);
  // A time says more than the count that it is.
  if (meaning !== null && propType(singleType(tag)) === PT_SYSTIME) return meaning;
  return meaning === null ? plain(tag, value) : `${plain(tag, value)}  ${meaning}`;
}

/**
 * What a value means, in words: flags, codes, times.
 *
 * @param tag the tag with the type of the value
 * @param value a single value
 * @returns the words; null where the value speaks for itself
 */
export function meaningOf(tag: PropTag, value: unknown): string | null {
  switch (propType(singleType(tag))) {
    case PT_LONG:
      return flagsOfTag(tag)?.name(value as number) ?? null;
    case PT_SYSTIME:
      return isoOf(value as FileTime);
    case PT_ERROR:
      return describeMapiCode(value as HResult);
    default:
      return null;
  }
}

function plain(tag: PropTag, value: unknown): string {
  switch (propType(singleType(tag))) {
    case PT_OBJECT:
      return 'an object, to be opened';
    case PT_BOOLEAN:
      return value === true ? 'true' : 'false';
    case PT_CURRENCY:
      return `${value} ten-thousandths`;
    case PT_LONG:
      return flagsOfTag(tag) ? hexOf(value as number) : String(value);
    case PT_ERROR:
      return hexOf(value as number);
    default:
      return String(value);
  }
}

const hexOf = (value: number): string => `0x${(value >>> 0).toString(16).toUpperCase()}`;

function quoted(text: string, most: number): string {
  if (text.length <= most) return JSON.stringify(text);
  return `${JSON.stringify(text.slice(0, most))}... ${grouped(text.length)} characters`;
}

function textOfBytes(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.subarray(0, SHOWN_BYTES)).toString('hex').toUpperCase();
  if (bytes.length === 0) return 'no bytes';
  return bytes.length <= SHOWN_BYTES ? hex : `${hex}... ${grouped(bytes.length)} bytes`;
}
