import { guidFromBytes } from '../../com/index.js';
import {
  changePropType,
  namedProp,
  type PropTag,
  type PropValue,
  PT_APPTIME,
  PT_BINARY,
  PT_BOOLEAN,
  PT_CLSID,
  PT_CURRENCY,
  PT_DOUBLE,
  PT_ERROR,
  PT_I2,
  PT_I8,
  PT_LONG,
  PT_NULL,
  PT_OBJECT,
  PT_R4,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  propId,
} from '../../mapi/index.js';
import { decodeBytes } from '../mime/parse/charset.js';
import type { NamedValue } from '../plan/plan.js';
import { type Cursor, TnefBroken, withoutZeros } from './cursor.js';
import { TNEF_PROPS, TNEF_VALUES } from './limits.js';

/** The properties of one object in a stream. */
export interface TnefProps {
  readonly props: PropValue[];
  readonly named: NamedValue[];
}

/** The value of a property of type PT_OBJECT: what it is, and its bytes. */
export interface TnefObject {
  /** The IID that it is to be opened with, in bytes. */
  readonly iid: Uint8Array;
  /** Its bytes. */
  readonly bytes: Uint8Array;
}

/**
 * Reads a list of properties.
 *
 * @param cursor stands before the count, and then behind the list
 * @param charset the charset of 8-bit text
 * @throws {TnefBroken} for a list that is damaged
 * @spec MS-OXTNEF
 */
export function readProps(cursor: Cursor, charset: string): TnefProps {
  const count = cursor.long();
  if (count > TNEF_PROPS) throw new TnefBroken(`${count} properties`);
  const found: TnefProps = { props: [], named: [] };
  for (let index = 0; index < count; index += 1) {
    const type = cursor.word();
    const id = cursor.word();
    const name = id >= 0x8000 ? readName(cursor) : null;
    const value = readValue(cursor, type, charset);
    // Text is Unicode here, whatever it was.
    const single = type & 0xfff;
    const kept = single === PT_STRING8 ? (type & ~0xfff) | PT_UNICODE : type;
    if (name !== null) found.named.push({ name, type: kept, value });
    else found.props.push([changePropType(((id << 16) >>> 0) as PropTag, kept), value]);
  }
  return found;
}

/**
 * Takes a property out of a list.
 *
 * @param props the list
 * @param tag the property; of any type
 * @returns its value; null when it is not there
 */
export function takeProp(props: PropValue[], tag: PropTag): unknown {
  const index = props.findIndex(([one]) => propId(one) === propId(tag));
  return index < 0 ? null : props.splice(index, 1)[0]?.[1];
}

function readName(cursor: Cursor): NamedValue['name'] {
  const set = guidFromBytes(cursor.bytes(16));
  if (cursor.long() === 0) return namedProp(set, cursor.long() | 0);
  const length = cursor.long();
  return namedProp(set, withoutZeros(cursor.padded(length).toString('utf16le')));
}

function readValue(cursor: Cursor, type: number, charset: string): unknown {
  const single = type & 0xfff;
  if ((type & 0x1000) === 0)
    return VARIABLE.has(single) ? readVariable(cursor, single, charset)[0] : readFixed(cursor, single);
  if (VARIABLE.has(single)) return readVariable(cursor, single, charset);
  const count = cursor.long();
  if (count > TNEF_VALUES) throw new TnefBroken(`${count} values`);
  return Array.from({ length: count }, () => readFixed(cursor, single));
}

const VARIABLE: ReadonlySet<number> = new Set([PT_STRING8, PT_UNICODE, PT_BINARY, PT_OBJECT]);

function readFixed(cursor: Cursor, type: number): unknown {
  switch (type) {
    case PT_NULL:
      return cursor.bytes(4) && null;
    case PT_I2:
      return cursor.padded(2).readInt16LE(0);
    case PT_BOOLEAN:
      return cursor.padded(2).readUInt16LE(0) !== 0;
    case PT_LONG:
    case PT_ERROR:
      return cursor.bytes(4).readInt32LE(0);
    case PT_R4:
      return cursor.bytes(4).readFloatLE(0);
    case PT_DOUBLE:
    case PT_APPTIME:
      return cursor.bytes(8).readDoubleLE(0);
    case PT_CURRENCY:
    case PT_I8:
    case PT_SYSTIME:
      return cursor.bytes(8).readBigInt64LE(0);
    case PT_CLSID:
      return guidFromBytes(cursor.bytes(16));
    default:
      throw new TnefBroken(`a property of the type ${type}`);
  }
}

function readVariable(cursor: Cursor, type: number, charset: string): unknown[] {
  const count = cursor.long();
  if (count > TNEF_VALUES) throw new TnefBroken(`${count} values`);
  const values: unknown[] = [];
  for (let index = 0; index < count; index += 1) {
    const bytes = cursor.padded(cursor.long());
    if (type === PT_UNICODE) values.push(withoutZeros(bytes.toString('utf16le', 0, bytes.length & ~1)));
    else if (type === PT_STRING8) values.push(withoutZeros(decodeBytes(bytes, charset)));
    else if (type === PT_BINARY) values.push(bytes);
    else if (bytes.length < 16) throw new TnefBroken('an object without an IID');
    else values.push({ iid: bytes.subarray(0, 16), bytes: bytes.subarray(16) } satisfies TnefObject);
  }
  return values;
}
