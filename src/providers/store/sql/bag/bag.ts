import { type PropTag, type PropValue, propId, type ValueOf } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import { decodeValue, encodeValue } from './value.js';

/** The first byte of a bag: the form of what follows. */
const form = 1;

/**
 * The properties of an object that have no column, as one blob: after the form byte, for each property its tag (32 bits
 * little-endian), the length of its value (LEB128) and the value. At most one property of an identifier. Values are
 * decoded when they are asked for.
 */
export class Bag {
  /** The blob. */
  readonly bytes: Uint8Array;
  #index: Map<number, { readonly tag: PropTag; readonly from: number; readonly end: number }> | null = null;

  /**
   * Wraps a blob; nothing is read before it is asked for.
   *
   * @param bytes what {@link Bag.of} or {@link Bag.with} made
   */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A bag without properties. */
  static readonly empty: Bag = new Bag(Uint8Array.of(form));

  /**
   * Packs properties.
   *
   * @param props the properties; of several with one identifier the last counts
   * @throws {StoreError} `INVALID_PARAMETER` when a value is not of its tag's type
   */
  static of(props: readonly PropValue[]): Bag {
    return Bag.empty.with(props, []);
  }

  /** The tags in the bag, in the order of their first appearance. */
  get tags(): readonly PropTag[] {
    return [...this.#entries().values()].map(({ tag }) => tag);
  }

  /**
   * The tag under which an identifier is stored.
   *
   * @param tag any tag of that identifier
   * @returns the tag with its real type, or null
   */
  tag(tag: number): PropTag | null {
    return this.#entries().get(propId(tag))?.tag ?? null;
  }

  /**
   * Decodes one value.
   *
   * @param tag the tag; its identifier counts, and the value is of the type that {@link Bag.tag} answers
   * @returns the value, or undefined when there is none
   * @throws {StoreError} `CORRUPT_STORE`
   */
  get<T extends PropTag>(tag: T): ValueOf<T> | undefined {
    const entry = this.#entries().get(propId(tag));
    return entry && (decodeValue(entry.tag, this.#view(entry.from, entry.end)) as ValueOf<T>);
  }

  /**
   * How many bytes a value takes here.
   *
   * @param tag the tag; its identifier counts
   * @returns bytes, or null when there is none
   */
  sizeOf(tag: number): number | null {
    const entry = this.#entries().get(propId(tag));
    return entry ? entry.end - entry.from : null;
  }

  /** Decodes everything. */
  props(): PropValue[] {
    return [...this.#entries().values()].map(({ tag, from, end }) => [tag, decodeValue(tag, this.#view(from, end))]);
  }

  /**
   * The bag with some properties set and others removed; values that stay are copied as they are.
   *
   * @param set what to set, whatever type was stored before
   * @param remove tags whose identifiers go
   * @throws {StoreError} `INVALID_PARAMETER` when a value is not of its tag's type
   */
  with(set: readonly PropValue[], remove: readonly number[]): Bag {
    const values = new Map<number, readonly [tag: number, bytes: Uint8Array]>();
    for (const [id, { tag, from, end }] of this.#entries()) values.set(id, [tag, this.bytes.subarray(from, end)]);
    for (const tag of remove) values.delete(propId(tag));
    for (const [tag, value] of set) values.set(propId(tag), [tag, encodeValue(tag, value)]);
    return new Bag(pack([...values.values()]));
  }

  #view(from: number, end: number): Buffer {
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + from, end - from);
  }

  #entries() {
    this.#index ??= scan(this.#view(0, this.bytes.length));
    return this.#index;
  }
}

function pack(values: readonly (readonly [tag: number, bytes: Uint8Array])[]): Uint8Array {
  const out = Buffer.allocUnsafe(values.reduce((sum, [, bytes]) => sum + 9 + bytes.length, 1));
  out[0] = form;
  let at = 1;
  for (const [tag, bytes] of values) {
    at = out.writeUInt32LE(tag, at);
    let rest = bytes.length;
    for (; rest > 0x7f; rest >>>= 7) at = out.writeUInt8((rest & 0x7f) | 0x80, at);
    at = out.writeUInt8(rest, at);
    out.set(bytes, at);
    at += bytes.length;
  }
  return out.subarray(0, at);
}

function scan(bytes: Buffer) {
  const entries = new Map<number, { readonly tag: PropTag; readonly from: number; readonly end: number }>();
  if (bytes[0] !== form) throw damaged('has an unknown form');
  let at = 1;
  while (at < bytes.length) {
    if (at + 5 > bytes.length) throw damaged('ends within a property');
    const tag = bytes.readUInt32LE(at) as PropTag;
    at += 4;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined || shift > 28) throw damaged('has a length that never ends');
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    if (at + length > bytes.length) throw damaged('ends within a value');
    if (entries.has(propId(tag))) throw damaged('has a property twice');
    entries.set(propId(tag), { tag, from: at, end: at + length });
    at += length;
  }
  return entries;
}

const damaged = (what: string) => new StoreError('CORRUPT_STORE', `a property bag ${what}`);
