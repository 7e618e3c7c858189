import {
  type PropTag,
  type PropValue,
  PT_LONG,
  PT_STRING8,
  PT_SYSTIME,
  PT_UNICODE,
  propId,
  propType,
  type ValueOf,
} from '../../../../mapi/index.js';
import type { AsciiText } from '../../../../subsystem/index.js';
import { StoreError } from '../../error.js';
import { decodeValue, encodeValue, putWide, utf8Bytes } from './value.js';

/** The first byte of a bag: the form of what follows. */
const form = 1;
const headBytes = 3;
const entryBytes = 8;
/** In the length of a value: it is a text of ASCII alone. */
const asciiFlag = 0x8000_0000;
/** Texts of ASCII that together are no longer than this are decoded in one go. */
const togetherBytes = 16_384;

/**
 * Properties of an object as one blob: the form byte, how many there are (16 bits), for each its tag and the length of its
 * value (32 bits each, little-endian, the highest bit for a text of ASCII alone), then the values, texts of ASCII before all
 * others. At most one property of an identifier. Values are decoded when they are asked for; the texts of ASCII, which are
 * most of a message, all at once, because each call into the engine costs more than the bytes.
 */
export class Bag {
  /** The blob. */
  readonly bytes: Uint8Array;
  #index: readonly number[] | null = null;
  #next = 0;
  #ascii: string | null = null;

  /**
   * Wraps a blob; nothing is read before it is asked for.
   *
   * @param bytes what {@link Bag.of} or {@link Bag.with} made
   */
  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** A bag without properties. */
  static readonly empty: Bag = new Bag(Uint8Array.of(form, 0, 0));

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
    const index = this.#read();
    const tags: PropTag[] = [];
    for (let at = 0; at < index.length; at += width) tags.push(tagAt(index, at));
    return tags;
  }

  /**
   * The tag under which an identifier is stored.
   *
   * @param tag any tag of that identifier
   * @returns the tag with its real type, or null
   */
  tag(tag: number): PropTag | null {
    const at = this.#find(propId(tag));
    return at < 0 ? null : tagAt(this.#read(), at);
  }

  /**
   * Decodes one value.
   *
   * @param tag the tag; its identifier counts, and the value is of the type that {@link Bag.tag} answers
   * @returns the value, or undefined when there is none
   * @throws {StoreError} `CORRUPT_STORE`
   */
  get<T extends PropTag>(tag: T): ValueOf<T> | undefined {
    const at = this.#find(propId(tag));
    return at < 0 ? undefined : (this.#decode(at) as ValueOf<T>);
  }

  /**
   * Decodes one value if it is of a type.
   *
   * @param tag the tag; strings of either width answer to both
   * @returns the value, or null when there is none, or one of another type
   * @throws {StoreError} `CORRUPT_STORE`
   */
  typed<T>(tag: PropTag<T>): T | null {
    const at = this.#find(propId(tag));
    if (at < 0) return null;
    const real = tagAt(this.#read(), at);
    const fits = propType(real) === propType(tag) || (isText(real) && isText(tag));
    return fits ? (this.#decode(at) as T) : null;
  }

  /**
   * Where a text of ASCII lies, for whoever needs its bytes alone.
   *
   * @param tag the tag; its identifier counts
   * @returns null when there is none, or one with other characters
   */
  ascii(tag: PropTag<string>): AsciiText | null {
    const at = this.#find(propId(tag));
    const index = this.#read();
    if (at < 0 || !isAscii(index, at)) return null;
    return { bytes: this.bytes, from: index[at + 2] as number, end: index[at + 3] as number };
  }

  /**
   * One property with its real type.
   *
   * @param id its identifier
   * @returns null when there is none
   * @throws {StoreError} `CORRUPT_STORE`
   */
  entry(id: number): PropValue | null {
    const at = this.#find(id);
    return at < 0 ? null : [tagAt(this.#read(), at), this.#decode(at)];
  }

  /**
   * How many bytes a value takes here.
   *
   * @param tag the tag; its identifier counts
   * @returns bytes, or null when there is none
   */
  sizeOf(tag: number): number | null {
    const at = this.#find(propId(tag));
    const index = this.#read();
    return at < 0 ? null : (index[at + 3] as number) - (index[at + 2] as number);
  }

  /** Decodes everything. */
  props(): PropValue[] {
    const { tags } = this;
    if (new Set(tags.map(propId)).size < tags.length) throw damaged('has a property twice');
    return tags.map((tag, place) => [tag, this.#decode(place * width)]);
  }

  /**
   * The bag with some properties set and others removed; values that stay are copied as they are.
   *
   * @param set what to set, whatever type was stored before
   * @param remove tags whose identifiers go
   * @throws {StoreError} `INVALID_PARAMETER` when a value is not of its tag's type
   */
  with(set: readonly PropValue[], remove: readonly number[]): Bag {
    const index = this.#read();
    if (index.length === 0 && set.length <= few) return new Bag(pack(lastOfEach(set), this.bytes));
    const changes = new Map<number, Packed | null>();
    for (const tag of remove) changes.set(propId(tag), null);
    for (const entry of set) changes.set(propId(entry[0]), packed(entry[0], entry[1]));
    const values: (Packed | Kept)[] = [];
    for (let at = 0; at < index.length; at += width) {
      const id = index[at] as number;
      const change = changes.get(id);
      if (change === undefined)
        values.push({
          tag: tagAt(index, at),
          ascii: isAscii(index, at),
          from: index[at + 2] as number,
          end: index[at + 3] as number,
        });
      else if (change !== null) values.push(change);
      changes.delete(id);
    }
    for (const change of changes.values()) if (change !== null) values.push(change);
    return new Bag(pack(values, this.bytes));
  }

  #find(id: number): number {
    const index = this.#read();
    // Properties are asked for in about the order in which they were set: the search goes on where the last one ended.
    for (let at = this.#next; at < index.length; at += width) if (index[at] === id) return this.#found(at);
    for (let at = 0; at < this.#next; at += width) if (index[at] === id) return this.#found(at);
    return -1;
  }

  #found(at: number): number {
    this.#next = at;
    return at;
  }

  #decode(at: number): unknown {
    const index = this.#read();
    const from = index[at + 2] as number;
    const end = index[at + 3] as number;
    if (!isAscii(index, at)) {
      // A view of four bytes costs more than the number in them.
      if (index[at + 1] === PT_LONG && end - from === 4) return word(this.bytes, from) | 0;
      return decodeValue(tagAt(index, at), view(this.bytes, from, end));
    }
    const begin = headBytes + (index.length / width) * entryBytes;
    if (this.#ascii === null) {
      let last = begin;
      for (let each = 0; each < index.length; each += width)
        if (isAscii(index, each) && (index[each + 3] as number) > last) last = index[each + 3] as number;
      if (last - begin > togetherBytes) return view(this.bytes, from, end).toString('latin1');
      this.#ascii = view(this.bytes, begin, last).toString('latin1');
    }
    return this.#ascii.substring(from - begin, end - begin);
  }

  #read(): readonly number[] {
    this.#index ??= scan(this.bytes);
    return this.#index;
  }
}

// The index of a bag is one array: for each property its identifier, its type (with a bit for a text of ASCII alone), and where
// its value begins and ends. Thirty small objects would take longer to make than what is asked for takes to decode.
const width = 4;
const asciiBit = 0x1_0000;

const tagAt = (index: readonly number[], at: number): PropTag =>
  ((index[at] as number) * 0x1_0000 + ((index[at + 1] as number) & 0xffff)) as PropTag;

const isAscii = (index: readonly number[], at: number): boolean => ((index[at + 1] as number) & asciiBit) !== 0;

/**
 * A value on its way into a bag: texts stay texts, so that those of ASCII are written by one call and the others without a copy, and
 * numbers stay numbers until their place is known.
 */
interface Packed {
  readonly tag: PropTag;
  readonly ascii: boolean;
  /** Bytes. */
  readonly size: number;
  readonly value: string | Uint8Array | number | bigint;
}

const isText = (tag: number): boolean => propType(tag) === PT_UNICODE || propType(tag) === PT_STRING8;

const packed = (tag: PropTag, value: unknown): Packed => {
  if (typeof value === 'string' && isText(tag)) {
    const size = utf8Bytes(value);
    if (size === value.length) return { tag, ascii: true, size, value };
    if (value.isWellFormed()) return { tag, ascii: false, size, value };
  }
  if (Number.isInteger(value) && propType(tag) === PT_LONG)
    return { tag, ascii: false, size: 4, value: (value as number) | 0 };
  if (typeof value === 'bigint' && propType(tag) === PT_SYSTIME) return { tag, ascii: false, size: 8, value };
  const bytes = encodeValue(tag, value);
  return { tag, ascii: false, size: bytes.length, value: bytes };
};

/** As many properties at most are looked through for one that comes twice: a map of them takes longer to make. */
const few = 100;

function lastOfEach(set: readonly PropValue[]): readonly Packed[] {
  const ids: number[] = [];
  const values: Packed[] = [];
  for (const entry of set) {
    const id = propId(entry[0]);
    const at = ids.indexOf(id);
    values[at < 0 ? ids.push(id) - 1 : at] = packed(entry[0], entry[1]);
  }
  return values;
}

/** A value that stays as it is: where it lies. */
interface Kept {
  readonly tag: PropTag;
  readonly ascii: boolean;
  readonly from: number;
  readonly end: number;
}

const sizeOf = (each: Packed | Kept): number => ('from' in each ? each.end - each.from : each.size);

function pack(values: readonly (Packed | Kept)[], before: Uint8Array): Uint8Array {
  let size = headBytes + values.length * entryBytes;
  for (const each of values) size += sizeOf(each);
  const out = Buffer.allocUnsafe(size);
  out[0] = form;
  out.writeUInt16LE(values.length, 1);
  let at = headBytes;
  for (const each of values) {
    at = put(out, each.tag, at);
    at = put(out, (each.ascii ? asciiFlag : 0) + sizeOf(each), at);
  }
  putAll(out, putAll(out, at, values, true, before), values, false, before);
  return out;
}

/** Writes the texts of ASCII, or all else. What lay together before is copied together, and new texts are written together. */
function putAll(
  out: Buffer,
  begin: number,
  values: readonly (Packed | Kept)[],
  ascii: boolean,
  before: Uint8Array,
): number {
  let at = begin;
  let text = '';
  let from = 0;
  let end = 0;
  const settle = (): void => {
    if (text !== '') at += out.write(text, at, 'latin1');
    if (end > from) at = copy(out, view(before, from, end), at);
    text = '';
    from = end = 0;
  };
  for (const each of values) {
    if (each.ascii !== ascii) continue;
    if ('from' in each) {
      if (end !== each.from || text !== '') {
        settle();
        from = each.from;
      }
      end = each.end;
    } else if (typeof each.value === 'string' && ascii) {
      if (end > from) settle();
      text += each.value;
    } else {
      settle();
      putOne(out, each.value, at);
      at += each.size;
    }
  }
  settle();
  return at;
}

function putOne(out: Buffer, value: Packed['value'], at: number): void {
  if (typeof value === 'number') put(out, value, at);
  else if (typeof value === 'bigint') putWide(out, value, at);
  else if (typeof value === 'string') out.write(value, at, 'utf8');
  else out.set(value, at);
}

function put(out: Uint8Array, number: number, at: number): number {
  out[at] = number;
  out[at + 1] = number >>> 8;
  out[at + 2] = number >>> 16;
  out[at + 3] = number >>> 24;
  return at + 4;
}

function copy(out: Uint8Array, bytes: Uint8Array, at: number): number {
  out.set(bytes, at);
  return at + bytes.length;
}

function scan(bytes: Uint8Array): readonly number[] {
  if (bytes[0] !== form || bytes.length < headBytes) throw damaged('has an unknown form');
  const count = (bytes[1] as number) | ((bytes[2] as number) << 8);
  const begin = headBytes + count * entryBytes;
  if (begin > bytes.length) throw damaged('ends within its list');
  // The others begin where the texts of ASCII end.
  let plain = begin;
  let other = begin;
  for (let at = headBytes + 4; at < begin; at += entryBytes) {
    const length = word(bytes, at);
    if (length >= asciiFlag) other += length - asciiFlag;
  }
  const index = new Array<number>(count * width);
  for (let place = 0, at = headBytes; at < begin; place += width, at += entryBytes) {
    const tag = word(bytes, at) as PropTag;
    const length = word(bytes, at + 4);
    const ascii = length >= asciiFlag;
    if (ascii && !isText(tag)) throw damaged('has a text under a tag that is none');
    const from = ascii ? plain : other;
    const end = from + (ascii ? length - asciiFlag : length);
    if (ascii) plain = end;
    else other = end;
    index[place] = propId(tag);
    index[place + 1] = propType(tag) | (ascii ? asciiBit : 0);
    index[place + 2] = from;
    index[place + 3] = end;
  }
  if (other !== bytes.length) throw damaged('is not as long as its values');
  return index;
}

const word = (bytes: Uint8Array, at: number): number =>
  ((bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)) >>>
  0;

const view = (bytes: Uint8Array, from: number, end: number): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, end - from);

const damaged = (what: string) => new StoreError('CORRUPT_STORE', `a property bag ${what}`);
