import { type Guid, guidFromBytes, guidToBytes } from '../guid.js';
import type { AnyIid } from '../object.js';
import type { ByteReader } from './bytereader.js';
import { type ByteWriter, NULL_LENGTH } from './bytewriter.js';
import { MalformedError } from './malformed.js';

/** What values that refer to objects need: who knows the objects of a connection. */
export interface References {
  /**
   * Writes a pointer as a reference.
   *
   * @param writer where to
   * @param pointer the pointer, null for NULL
   * @param iid its interface; null for the one that it was asked for as
   */
  write(writer: ByteWriter, pointer: unknown, iid: AnyIid | null): void;
  /**
   * Reads a reference as a pointer, which belongs to the frame: it is given back when the frame was served.
   *
   * @param reader where from
   * @param iid the interface that is expected; null for the one that the reference names
   */
  read(reader: ByteReader, iid: AnyIid | null): unknown;
  /** The interface of an identifier. */
  iidOf(guid: Guid): AnyIid;
}

/** How values of one C type look on the wire. */
export interface WireType<T = unknown> {
  /**
   * Writes a value.
   *
   * @throws {TypeError} when it is no value of the type
   */
  write(writer: ByteWriter, value: T, references: References): void;
  /**
   * Reads a value.
   *
   * @throws {MalformedError} when the bytes are none
   */
  read(reader: ByteReader, references: References): T;
}

/** 32 bits, unsigned. */
export const u32: WireType<number> = {
  write: (writer, value) => writer.u32(numeric(value)),
  read: (reader) => reader.u32(),
};

/** 32 bits, signed. */
export const i32: WireType<number> = {
  write: (writer, value) => writer.u32(numeric(value)),
  read: (reader) => reader.i32(),
};

/** 64 bits that are a number here: handles, tokens, bookmarks. */
export const word: WireType<number> = {
  write: (writer, value) => writer.number(numeric(value)),
  read: (reader) => reader.number(),
};

/** 64 bits, unsigned. */
export const u64: WireType<bigint> = {
  write: (writer, value) => writer.u64(BigInt(value)),
  read: (reader) => reader.u64(),
};

/** 64 bits, signed. */
export const i64: WireType<bigint> = {
  write: (writer, value) => writer.u64(BigInt(value)),
  read: (reader) => reader.i64(),
};

/** 32 bits that are 0 or 1. */
export const bool: WireType<boolean> = {
  write: (writer, value) => writer.u32(value ? 1 : 0),
  read(reader) {
    const value = reader.u32();
    if (value > 1) throw new MalformedError(`${value} is neither 0 nor 1`);
    return value === 1;
  },
};

/** A text, or null. */
export const text: WireType<string | null> = {
  write(writer, value) {
    if (value !== null && value !== undefined && typeof value !== 'string')
      throw new TypeError(`${typeof value} is no text`);
    writer.text(value ?? null);
  },
  read: (reader) => reader.text(),
};

/** Bytes, or null. */
export const bytes: WireType<Uint8Array | null> = {
  write(writer, value) {
    if (value !== null && value !== undefined && !(value instanceof Uint8Array))
      throw new TypeError('these are no bytes');
    writer.counted(value ?? null);
  },
  read: (reader) => reader.counted(),
};

/** The sixteen bytes of a GUID. */
export const guidValue: WireType<Guid> = {
  write: (writer, value) => writer.raw(guidToBytes(value)),
  read: (reader) => guidFromBytes(reader.raw(16)),
};

/** The identifier of an interface, which is its declaration here. */
export const iidValue: WireType<AnyIid> = {
  write: (writer, value) => writer.raw(guidToBytes(value.guid)),
  read: (reader, references) => references.iidOf(guidFromBytes(reader.raw(16))),
};

/** Something behind a pointer that may be NULL. */
export const pointerTo = <T>(of: WireType<T>): WireType<T | null> => ({
  write(writer, value, references) {
    const there = value !== null && value !== undefined;
    writer.u8(there ? 1 : 0);
    if (there) of.write(writer, value, references);
  },
  read: (reader, references) => (reader.flag() ? of.read(reader, references) : null),
});

/** Many of a kind, or NULL. */
export const arrayOf = <T>(of: WireType<T>): WireType<readonly T[] | null> => ({
  write(writer, value, references) {
    if (value === null || value === undefined) return writer.u32(NULL_LENGTH);
    if (!Array.isArray(value)) throw new TypeError('this is no list');
    writer.u32(value.length);
    for (const one of value as readonly T[]) of.write(writer, one, references);
  },
  read(reader, references) {
    const count = reader.count();
    if (count === null) return null;
    const list: T[] = [];
    for (let i = 0; i < count; i++) list.push(of.read(reader, references));
    return list;
  },
});

/**
 * A structure: its members in the order of the wire.
 *
 * @param members name and type of each
 */
export function structure(members: Readonly<Record<string, WireType>>): WireType<Record<string, unknown>> {
  const list = Object.entries(members);
  return {
    write(writer, value, references) {
      if (typeof value !== 'object' || value === null) throw new TypeError(`${typeof value} is no structure`);
      for (const [name, type] of list) type.write(writer, value[name], references);
    },
    read(reader, references) {
      const value: Record<string, unknown> = {};
      for (const [name, type] of list) value[name] = type.read(reader, references);
      return value;
    },
  };
}

/** A pointer to an object with that interface; null for one whose interface another parameter names. */
export const referenceTo = (iid: AnyIid | null): WireType => ({
  write: (writer, value, references) => references.write(writer, value ?? null, iid),
  read: (reader, references) => references.read(reader, iid),
});

/** What is not carried: functions, and the contexts that they are given. */
export const nothing: WireType<null> = { write() {}, read: () => null };

function numeric(value: unknown): number {
  if (typeof value !== 'number') throw new TypeError(`${typeof value} is no number`);
  return value;
}
