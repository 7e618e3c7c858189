import { type Guid, guidFromBytes, guidToBytes, hresult } from '../../../../com/index.js';
import {
  isMultiValued,
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
  propType,
  singleType,
} from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';

/**
 * Encodes the value of a property: little-endian numbers, UTF-8 text, many values each with their length before them.
 *
 * @param tag the tag; its type says how
 * @param value a value of that type
 * @returns the bytes
 * @throws {StoreError} `INVALID_PARAMETER` when the value is not of the tag's type, or the type cannot be stored
 */
export function encodeValue(tag: number, value: unknown): Uint8Array {
  const type = singleType(tag);
  if (!isMultiValued(tag)) return encodeOne(type, value);
  if (!Array.isArray(value)) throw unfit(type, value);
  const parts = (value as readonly unknown[]).map((each) => encodeOne(type, each));
  const out = Buffer.allocUnsafe(parts.reduce((sum, part) => sum + 4 + part.length, 0));
  let at = 0;
  for (const part of parts) {
    at = out.writeUInt32LE(part.length, at);
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/**
 * Decodes what {@link encodeValue} made.
 *
 * @param tag the same tag
 * @param bytes the bytes
 * @returns the value; binary ones are copies
 * @throws {StoreError} `CORRUPT_STORE` when the bytes are no value of that type
 */
export function decodeValue(tag: number, bytes: Buffer): unknown {
  const type = singleType(tag);
  if (!isMultiValued(tag)) return decodeOne(type, bytes);
  const values: unknown[] = [];
  let at = 0;
  while (at < bytes.length) {
    const from = at + 4;
    if (from > bytes.length) throw damaged(type);
    const end = from + bytes.readUInt32LE(at);
    if (end > bytes.length) throw damaged(type);
    values.push(decodeOne(type, bytes.subarray(from, end)));
    at = end;
  }
  return values;
}

function encodeOne(type: number, value: unknown): Uint8Array {
  switch (type) {
    case PT_NULL:
      return new Uint8Array(0);
    case PT_SHORT:
      return fixed(2, (out) => out.writeInt16LE((whole(type, value) << 16) >> 16));
    case PT_LONG:
    case PT_OBJECT:
    case PT_ERROR:
      return fixed(4, (out) => out.writeInt32LE(whole(type, value) | 0));
    case PT_FLOAT:
      return fixed(4, (out) => out.writeFloatLE(number(type, value)));
    case PT_DOUBLE:
    case PT_APPTIME:
      return fixed(8, (out) => out.writeDoubleLE(number(type, value)));
    case PT_BOOLEAN:
      if (typeof value !== 'boolean') throw unfit(type, value);
      return Uint8Array.of(value ? 1 : 0);
    case PT_I8:
    case PT_CURRENCY:
    case PT_SYSTIME:
      if (typeof value !== 'bigint') throw unfit(type, value);
      return bytesOfWide(value);
    case PT_STRING8:
    case PT_UNICODE:
      if (typeof value !== 'string') throw unfit(type, value);
      return encodeText(value);
    case PT_CLSID:
      if (typeof value !== 'string') throw unfit(type, value);
      return guidToBytes(value as Guid);
    case PT_BINARY:
      if (!(value instanceof Uint8Array)) throw unfit(type, value);
      return value;
    default:
      throw new StoreError('INVALID_PARAMETER', `properties of type 0x${type.toString(16)} cannot be stored`);
  }
}

function decodeOne(type: number, bytes: Buffer): unknown {
  switch (type) {
    case PT_NULL:
      return sized(type, bytes, 0) && null;
    case PT_SHORT:
      return sized(type, bytes, 2).readInt16LE();
    case PT_LONG:
    case PT_OBJECT:
      return sized(type, bytes, 4).readInt32LE();
    case PT_ERROR:
      return hresult(sized(type, bytes, 4).readUInt32LE());
    case PT_FLOAT:
      return sized(type, bytes, 4).readFloatLE();
    case PT_DOUBLE:
    case PT_APPTIME:
      return sized(type, bytes, 8).readDoubleLE();
    case PT_BOOLEAN:
      return sized(type, bytes, 1)[0] !== 0;
    case PT_I8:
    case PT_CURRENCY:
    case PT_SYSTIME:
      return wideOf(sized(type, bytes, 8));
    case PT_STRING8:
    case PT_UNICODE:
      return decodeText(type, bytes);
    case PT_CLSID:
      return guidFromBytes(sized(type, bytes, 16));
    case PT_BINARY:
      return new Uint8Array(bytes);
    default:
      throw damaged(type);
  }
}

/** Bytes of a text in UTF-8: as many as it has characters when it is of ASCII alone. */
export function utf8Bytes(text: string): number {
  // A call into the engine takes longer than a look at a short text does.
  if (text.length > 32) return Buffer.byteLength(text);
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return Buffer.byteLength(text);
  return text.length;
}

/** UTF-8 cannot carry a lone surrogate, which a program may well store: such a text stays UTF-16, behind a 0xFF. */
function encodeText(text: string): Uint8Array {
  if (text.isWellFormed()) return Buffer.from(text, 'utf8');
  return Buffer.concat([Uint8Array.of(0xff), Buffer.from(text, 'utf16le')]);
}

function decodeText(type: number, bytes: Buffer): string {
  if (bytes[0] !== 0xff) return bytes.toString('utf8');
  if (bytes.length % 2 === 0) throw damaged(type);
  return bytes.toString('utf16le', 1);
}

function fixed(size: number, write: (out: Buffer) => void): Buffer {
  const out = Buffer.allocUnsafe(size);
  write(out);
  return out;
}

function number(type: number, value: unknown): number {
  if (typeof value !== 'number') throw unfit(type, value);
  return value;
}

function whole(type: number, value: unknown): number {
  if (!Number.isInteger(value)) throw unfit(type, value);
  return value as number;
}

function sized(type: number, bytes: Buffer, size: number): Buffer {
  if (bytes.length !== size) throw damaged(type);
  return bytes;
}

// One bigint is made, where readBigInt64LE makes four.
const halves = new Uint32Array(2);
const wide = new BigInt64Array(halves.buffer);
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

function wideOf(bytes: Buffer): bigint {
  if (!littleEndian) return bytes.readBigInt64LE();
  halves[0] = bytes.readUInt32LE(0);
  halves[1] = bytes.readUInt32LE(4);
  return wide[0] as bigint;
}

const bytesOfWide = (value: bigint): Uint8Array => fixed(8, (out) => putWide(out, value, 0));

/**
 * Writes 64 bits, little-endian: one bigint is taken apart by the engine, where writeBigInt64LE makes more of them.
 *
 * @param out where
 * @param value the number; what is beyond 64 bits is dropped
 * @param begin the first of its eight bytes
 */
export function putWide(out: Buffer, value: bigint, begin: number): void {
  if (!littleEndian) {
    out.writeBigInt64LE(BigInt.asIntN(64, value), begin);
    return;
  }
  wide[0] = value;
  const low = halves[0] as number;
  const high = halves[1] as number;
  for (let at = 0; at < 4; at++) {
    out[begin + at] = low >>> (8 * at);
    out[begin + at + 4] = high >>> (8 * at);
  }
}

const hex = (type: number) => `0x${propType(type).toString(16).padStart(4, '0')}`;
const unfit = (type: number, value: unknown) =>
  new StoreError('INVALID_PARAMETER', `${typeof value} is no value of a property of type ${hex(type)}`);
const damaged = (type: number) => new StoreError('CORRUPT_STORE', `a stored value of type ${hex(type)} is damaged`);
