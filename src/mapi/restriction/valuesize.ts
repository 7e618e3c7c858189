import { singleType } from '../types/proptag.js';
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
  PT_SHORT,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
} from '../types/proptype.js';

/**
 * The size of a value as MAPI counts it: what the value takes in memory, without the structure that points to it.
 * Strings count their terminating zero, PT_UNICODE two bytes a character and PT_STRING8 one; many values add up.
 *
 * @param tag the tag or type
 * @param value a value of it
 * @returns bytes; 0 for PT_NULL and PT_OBJECT
 * @spec ulpropsize
 */
export function sizeOfValue(tag: number, value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + sizeOfValue(tag, item), 0);
  const type = singleType(tag);
  switch (type) {
    case PT_STRING8:
      return (value as string).length + 1;
    case PT_UNICODE:
      return ((value as string).length + 1) * 2;
    case PT_BINARY:
      return (value as Uint8Array).length;
    default:
      return fixed.get(type) ?? 0;
  }
}

const fixed: ReadonlyMap<number, number> = new Map([
  [PT_SHORT, 2],
  [PT_BOOLEAN, 2],
  [PT_LONG, 4],
  [PT_FLOAT, 4],
  [PT_ERROR, 4],
  [PT_DOUBLE, 8],
  [PT_CURRENCY, 8],
  [PT_APPTIME, 8],
  [PT_I8, 8],
  [PT_SYSTIME, 8],
  [PT_CLSID, 16],
]);
