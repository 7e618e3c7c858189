import { type AnyIid, ComError, guidToBytes, type IUnknown, type Parameter, type Slot } from '../com/index.js';
import { IMAPIProp, MAPI_E_NO_SUPPORT, PropRow, type PropValue } from '../mapi/index.js';
import { isUnicode } from './arguments.js';
import { type CType, isScalar } from './layout/ctype.js';
import { GUID } from './layout/scalars.js';
import { Reading, Writing } from './memory.js';
import type { Native } from './native.js';
import { interfaceOfObjectType } from './objecttypes.js';
import { type Kind, wordsOf } from './parameters.js';

/** The arguments of one call of a native method as words and memory, and where its results will lie. */
export class Packed {
  readonly #native: Native;
  readonly #writing: Writing;
  readonly #places = new Map<string, number>();
  readonly #given = new Map<string, unknown>();
  readonly #words: bigint[] = [];
  #pointers = 0;

  constructor(native: Native, unicode: boolean, release: Disposable[]) {
    this.#native = native;
    this.#writing = new Writing(native, unicode, release);
  }

  /** Packs the arguments of a method. */
  static of(native: Native, called: Slot, args: readonly unknown[], release: Disposable[]): Packed {
    const { parameters, inputs } = called.signature;
    const given = new Map(inputs.map((p, index) => [p.name, args[index]]));
    const packed = new Packed(
      native,
      isUnicode(parameters, (name) => Number(given.get(name) ?? 0)),
      release,
    );
    for (const [name, value] of given) packed.#given.set(name, value);
    for (const p of parameters) {
      const kind = native.parameters.kindOf(p);
      const array = parameters.find((other) => other.sizeIs === p.name && given.has(other.name) && !other.out);
      if (array) packed.#value(BigInt(lengthOf(given.get(array.name))), 1);
      else packed.#add(p, kind, given.get(p.name));
    }
    return packed;
  }

  get words(): BigUint64Array {
    return BigUint64Array.from(this.#words);
  }

  /** A bit for each word that is an offset into the memory. */
  get pointers(): number {
    return this.#pointers;
  }

  get bytes(): Buffer {
    return this.#writing.bytes;
  }

  get fixes(): Uint32Array {
    return Uint32Array.from(this.#writing.fixes);
  }

  /** What came back: the out values, and the arguments that were changed in place. */
  outcome({ signature, name, declaredBy }: Slot, memory: Uint8Array, home: number): unknown {
    const bytes = Buffer.from(memory.buffer, memory.byteOffset, memory.byteLength);
    const blocks: bigint[] = [];
    const release: Disposable[] = [];
    const reading = new Reading(this.#native, this.#writing.unicode, home, release, blocks);
    const result: Record<string, unknown> = {};
    for (const p of signature.inputs) {
      if (!p.ref) continue;
      const target = this.#given.get(p.name) as object;
      const value = this.#read(p, reading, bytes, result);
      if (Array.isArray(target)) target.splice(0, target.length, ...(value as unknown[]));
      else if (typeof value === 'object' && value !== null) Object.assign(target, value);
      else Object.assign(target, { value });
    }
    // The type of an object comes before the object in every prototype.
    for (const p of signature.outputs) result[p.name] = this.#read(p, reading, bytes, result);
    for (const held of release) held[Symbol.dispose]();
    for (const block of blocks) this.#native.free(block);
    const [first, ...rest] = signature.outputs;
    if (!first) return undefined;
    // The only method whose array of values is a row: each value answers to the tag at its place.
    const isRow = name === 'GetProps' && declaredBy.guid === IMAPIProp.guid;
    if (rest.length > 0) return result;
    const only = result[first.name];
    return isRow ? PropRow.fromProps(only as readonly PropValue[]) : only;
  }

  #value(bits: bigint, words: 1 | 2): void {
    this.#words.push(words === 2 ? bits & 0xffff_ffffn : bits);
    if (words === 2) this.#words.push(bits >> 32n);
  }

  #place(name: string, offset: number): void {
    this.#pointers |= 1 << this.#words.length;
    this.#words.push(BigInt(offset));
    this.#places.set(name, offset);
  }

  #add(p: Parameter, kind: Kind, value: unknown): void {
    const writing = this.#writing;
    if (kind.kind === 'value' && isScalar(kind.type)) {
      this.#value(kind.type.toBits(value ?? 0), wordsOf(kind, writing.pointerSize));
    } else if (kind.kind === 'interface') {
      const iid = kind.iid ?? (this.#given.get(p.iidIs ?? '') as AnyIid);
      this.#value(this.#native.lend(value as IUnknown | null, iid, writing.release), 1);
    } else if (kind.kind === 'unknown') {
      throw new ComError(MAPI_E_NO_SUPPORT, `no layout for ${kind.type}: the method cannot be called`);
    } else if (value === null || value === undefined) {
      // What comes in alone is NULL; what also goes out gets room.
      if (p.out) this.#place(p.name, this.#roomFor(p, kind));
      else this.#value(0n, 1);
    } else {
      this.#place(p.name, this.#lay(p, kind, value));
    }
  }

  // Room for what the callee will put there, all zeroes.
  #roomFor(p: Parameter, kind: Kind): number {
    if (kind.kind === 'buffer') return this.#writing.room(this.#wanted(p));
    return this.#writing.room(kind.kind === 'place' ? Math.max(8, kind.type.size(this.#writing.pointerSize)) : 8);
  }

  // Puts a value down and answers where.
  #lay(p: Parameter, kind: Kind, value: unknown): number {
    const writing = this.#writing;
    switch (kind.kind) {
      case 'value':
        return this.#target(kind.type, value);
      case 'place':
        return this.#layPlace(kind.type, value);
      case 'made':
      case 'madeArray': {
        const at = writing.room(8);
        this.#putMade(at, kind.type, value);
        return at;
      }
      case 'array':
        return kind.type === 'bytes'
          ? writing.block(value as Uint8Array)
          : writing.array(kind.type, value as readonly unknown[]);
      case 'iid':
        return writing.block(guidToBytes((value as AnyIid).guid));
      case 'iids':
        return writing.array(
          GUID,
          (value as readonly AnyIid[]).map(({ guid }) => guid),
        );
      default:
        return this.#roomFor(p, kind);
    }
  }

  // A single number takes eight bytes, since a callee may be wrong about its width.
  #layPlace(type: CType, value: unknown): number {
    const writing = this.#writing;
    const size = type.sizeOf?.(writing.pointerSize, value) ?? type.size(writing.pointerSize);
    const at = writing.room(Math.max(8, size));
    type.write(writing, at, isScalar(type) ? plain(value) : value);
    return at;
  }

  // A pointer type is written as its target, for the argument itself is the pointer.
  #target(type: CType, value: unknown): number {
    const at = this.#writing.room(8);
    type.write(this.#writing, at, value);
    this.#writing.fixes.splice(this.#writing.fixes.indexOf(at), 1);
    return this.#writing.memory.readUInt32LE(at);
  }

  #putMade(at: number, type: CType | 'bytes', value: unknown): void {
    const writing = this.#writing;
    const apart = new Writing(this.#native, writing.unicode, writing.release, []);
    if (type === 'bytes') apart.block(value as Uint8Array);
    else apart.place(type, value);
    writing.address(at, apart.allocate());
  }

  // How much the caller of a method that fills a buffer wants.
  #wanted(p: Parameter): number {
    const asked = this.#given.get(p.sizeIs ?? '');
    return typeof asked === 'number' ? asked : 0;
  }

  #read(p: Parameter, reading: Reading, bytes: Buffer, so: Record<string, unknown>): unknown {
    const at = this.#places.get(p.name) ?? 0;
    const kind = this.#native.parameters.kindOf(p);
    switch (kind.kind) {
      case 'place':
        return kind.type.read(reading, bytes.subarray(at), 0);
      case 'made':
        return this.#owned(reading, bytes, at, (address) => reading.at(address, kind.type)) ?? kind.type.ofNull ?? null;
      case 'madeArray':
        return this.#owned(reading, bytes, at, (address) => {
          const count = bytes.readUInt32LE(this.#places.get(p.sizeIs ?? '') ?? 0);
          return kind.type === 'bytes'
            ? Uint8Array.from(reading.bytes(address, count))
            : reading.array(address, count, kind.type);
        });
      case 'buffer': {
        if (kind.text) return reading.decode8(upToNul(bytes.subarray(at, at + this.#wanted(p))));
        const counter = this.#places.get(p.lengthIs ?? p.sizeIs ?? '');
        const length = counter === undefined ? this.#wanted(p) : bytes.readUInt32LE(counter);
        return Uint8Array.from(bytes.subarray(at, at + length));
      }
      case 'interfaceOut': {
        const asked = this.#given.get(p.iidIs ?? '') as AnyIid | null | undefined;
        const iid = asked ?? interfaceOfObjectType(so) ?? (kind.iid as AnyIid);
        return this.#native.adopt<IUnknown>(reading.address(bytes, at), iid, reading.home);
      }
      case 'allocator':
        return reading.address(bytes, at);
      default:
        throw new TypeError(`${p.name} cannot come back`);
    }
  }

  #owned(reading: Reading, bytes: Buffer, at: number, read: (address: bigint) => unknown): unknown {
    const address = reading.address(bytes, at);
    if (address === 0n) return null;
    reading.blocks?.push(address);
    return read(address);
  }
}

const lengthOf = (value: unknown): number => (value as { length: number } | null | undefined)?.length ?? 0;

// `InOut` holds what a callback may replace.
const plain = (value: unknown): unknown => (typeof value === 'object' && value !== null ? value.valueOf() : value);

function upToNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end < 0 ? bytes : bytes.subarray(0, end);
}
