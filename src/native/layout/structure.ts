import type { CType, PointerSize } from './ctype.js';

/** The fields of a structure by their names in the header, in order. */
export type Fields = Readonly<Record<string, Field>>;

/** One field: a type, or an array or a run of bytes that another field counts. */
export type Field = CType | Counted;

/** A pointer to as many elements as another field says; in TypeScript the count goes into the array. */
export interface Counted {
  readonly counted: { readonly by: string; readonly of: CType | 'bytes' };
}

/**
 * A pointer to as many elements as another field says.
 *
 * @param by the field that counts them
 * @param of the elements; `bytes` for a run of bytes
 */
export const counted = (by: string, of: CType | 'bytes'): Counted => ({ counted: { by, of } });

/**
 * A structure whose fields have the names of the TypeScript object.
 *
 * @param name the name in the header
 * @param fields its fields in order; the counts of arrays do not appear in the object
 * @param fill what the object has besides, or how it is made of the fields
 */
export function structure<T extends object>(
  name: string,
  fields: Fields,
  fill: (read: Record<string, unknown>) => T = (read) => read as T,
): CType<T> {
  const counts = new Set(Object.values(fields).flatMap((field) => ('counted' in field ? [field.counted.by] : [])));
  const places = { 4: offsets(fields, 4), 8: offsets(fields, 8) } as const;
  return Object.freeze({
    name,
    size: (pointer) => places[pointer].size,
    align: (pointer) => places[pointer].align,
    read(from, bytes, at) {
      const read: Record<string, unknown> = {};
      const offset = places[from.pointerSize].of;
      for (const [key, field] of Object.entries(fields)) {
        const place = at + (offset.get(key) ?? 0);
        if (!('counted' in field)) {
          if (!counts.has(key)) read[key] = field.read(from, bytes, place);
          continue;
        }
        const count = bytes.readUInt32LE(at + (offset.get(field.counted.by) ?? 0));
        const address = from.address(bytes, place);
        if (address === 0n) read[key] = null;
        else if (field.counted.of === 'bytes') read[key] = Uint8Array.from(from.bytes(address, count));
        else read[key] = from.array(address, count, field.counted.of);
      }
      return fill(read);
    },
    write(to, at, value) {
      const offset = places[to.pointerSize].of;
      for (const [key, field] of Object.entries(fields)) {
        const place = at + (offset.get(key) ?? 0);
        const part = (value as Record<string, unknown>)[key];
        if (!('counted' in field)) {
          if (!counts.has(key) && part !== undefined) field.write(to, place, part);
          continue;
        }
        if (part === null || part === undefined) continue;
        const elements = part as Uint8Array & unknown[];
        const target = field.counted.of === 'bytes' ? to.block(elements) : to.array(field.counted.of, elements);
        to.pointer(place, target);
        to.memory.writeUInt32LE(elements.length, at + (offset.get(field.counted.by) ?? 0));
      }
    },
  } satisfies CType<T>);
}

/**
 * A structure that begins with a count and ends with that many elements: `SPropTagArray`, `SRowSet`. In TypeScript it is
 * the array, or what `wrap` makes of it.
 *
 * @param name the name in the header
 * @param of the elements
 * @param more how many ULONGs stand between the count and the elements, and how they and the array make the value
 */
export function flexible<E, T = readonly E[]>(
  name: string,
  of: CType<E>,
  more: {
    readonly words: number;
    readonly wrap: (elements: E[], words: readonly number[]) => T;
    readonly unwrap: (value: T) => { readonly elements: readonly E[]; readonly words: readonly number[] };
  } = {
    words: 0,
    wrap: (elements) => elements as T,
    unwrap: (value) => ({ elements: value as readonly E[], words: [] }),
  },
): CType<T> {
  const start = (pointer: PointerSize) => roundUp(4 + 4 * more.words, of.align(pointer));
  return Object.freeze({
    name,
    size: start,
    align: (pointer) => Math.max(4, of.align(pointer)),
    sizeOf: (pointer, value) => start(pointer) + more.unwrap(value).elements.length * of.size(pointer),
    extent: (pointer, head) => start(pointer) + head.readUInt32LE(0) * of.size(pointer),
    read(from, bytes, at) {
      const first = at + start(from.pointerSize);
      const size = of.size(from.pointerSize);
      const words = Array.from({ length: more.words }, (_, index) => bytes.readUInt32LE(at + 4 + index * 4));
      const elements = Array.from({ length: bytes.readUInt32LE(at) }, (_, index) =>
        of.read(from, bytes, first + index * size),
      );
      return more.wrap(elements, words);
    },
    write(to, at, value) {
      const { elements, words } = more.unwrap(value);
      to.memory.writeUInt32LE(elements.length, at);
      for (const [index, word] of words.entries()) to.memory.writeUInt32LE(word >>> 0, at + 4 + index * 4);
      const first = at + start(to.pointerSize);
      const size = of.size(to.pointerSize);
      for (const [index, element] of elements.entries()) of.write(to, first + index * size, element);
    },
  } satisfies CType<T>);
}

/** A pointer to one value; null for NULL. */
export function pointer<T>(of: CType<T>): CType<T | null> {
  return Object.freeze({
    name: `${of.name}*`,
    size: (width: PointerSize) => width,
    align: (width: PointerSize) => width,
    read(from, bytes, at) {
      const address = from.address(bytes, at);
      return address === 0n ? null : from.at(address, of);
    },
    write(to, at, value) {
      if (value !== null && value !== undefined) to.pointer(at, to.place(of, value));
    },
  } satisfies CType<T | null>);
}

function offsets(fields: Fields, pointer: PointerSize) {
  const of = new Map<string, number>();
  let end = 0;
  let align = 1;
  for (const [key, field] of Object.entries(fields)) {
    const wants = 'counted' in field ? pointer : field.align(pointer);
    end = roundUp(end, wants);
    of.set(key, end);
    end += 'counted' in field ? pointer : field.size(pointer);
    align = Math.max(align, wants);
  }
  return { of, size: roundUp(end, align), align };
}

const roundUp = (value: number, to: number): number => Math.ceil(value / to) * to;
