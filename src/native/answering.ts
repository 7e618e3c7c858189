import {
  type AnyIid,
  failed,
  type HResult,
  InOut,
  type IUnknown,
  interfaceOf,
  type Parameter,
  type Slot,
} from '../com/index.js';
import { PropRow } from '../mapi/index.js';
import type { Given } from './arguments.js';
import type { Outcome } from './incoming.js';
import { type CType, isScalar } from './layout/ctype.js';
import { Writing } from './memory.js';
import type { Native } from './native.js';

type Patch = readonly [address: bigint, bytes: Uint8Array];

/** Turns what a TypeScript method answers into the code and the memory that a native caller gets. */
export class Answering {
  readonly #native: Native;
  readonly #called: Slot;
  readonly #given: Given;
  readonly #patches: Patch[] = [];
  readonly #blocks: bigint[] = [];
  readonly #references: bigint[] = [];

  constructor(native: Native, called: Slot, given: Given) {
    this.#native = native;
    this.#called = called;
    this.#given = given;
  }

  /**
   * What the call came to.
   *
   * @param answer a code, a code with a value, or a number where the method has no code
   */
  outcome(answer: unknown): Outcome {
    const { outputs, inputs } = this.#called.signature;
    const [hr, value] = Array.isArray(answer) ? (answer as [HResult, unknown]) : [Number(answer) as HResult, undefined];
    // A failure may carry values, too, where its page says so: the reason of a refused logon.
    const told = failed(hr)
      ? outputs.filter((p) => typeof value === 'object' && value !== null && p.name in value)
      : outputs;
    try {
      for (const p of told)
        this.#put(p, outputs.length === 1 && !failed(hr) ? value : (value as Record<string, unknown>)[p.name]);
      // What a callback was given to change has changed in place.
      if (!failed(hr)) for (const p of inputs) if (p.ref) this.#put(p, this.#given.values.get(p.name));
    } catch (error) {
      this.#takeBack();
      throw error;
    }
    // What stood in places that were written anew belongs to nobody now.
    const replaced = failed(hr) ? [] : this.#given.replaceable;
    return {
      hr,
      patches: this.#patches,
      undo: () => this.#takeBack(),
      settle: () => {
        for (const block of replaced) this.#native.free(block);
      },
    };
  }

  #put(p: Parameter, value: unknown): void {
    const kind = this.#native.parameters.kindOf(p);
    const address = this.#given.word(p.name);
    if (kind.kind === 'interfaceOut') this.#putInterface(p, kind.iid, value as IUnknown | null, address);
    else if (address === 0n) return;
    else if (kind.kind === 'made') this.#patch(address, this.#pointerBytes(this.#made(kind.type, value)));
    else if (kind.kind === 'madeArray') this.#putArray(p, kind.type, value as readonly unknown[] | null, address);
    else if (kind.kind === 'buffer') this.#putBuffer(p, kind.text, value as Uint8Array | string, address);
    else if (kind.kind === 'allocator') this.#patch(address, this.#pointerBytes(this.#native.allocators[kind.which]));
    else if (kind.kind !== 'place') throw new TypeError(`${p.name} cannot go out`);
    else if (value !== null && value !== undefined) this.#patch(address, this.#flat(kind.type, plain(value)));
  }

  #putInterface(p: Parameter, declared: AnyIid | null, value: IUnknown | null, address: bigint): void {
    if (value === null || value === undefined) {
      if (address !== 0n) this.#patch(address, this.#pointerBytes(0n));
      return;
    }
    using made = value;
    if (address === 0n) return;
    const asked = this.#given.values.get(p.iidIs ?? '') as AnyIid | null | undefined;
    const exposed = this.#native.expose<IUnknown>(made, asked ?? interfaceOf(made) ?? (declared as AnyIid));
    this.#references.push(exposed);
    this.#patch(address, this.#pointerBytes(exposed));
  }

  #putArray(p: Parameter, type: CType | 'bytes', value: readonly unknown[] | Uint8Array | null, address: bigint): void {
    const list = value instanceof PropRow ? value.toProps() : (value ?? []);
    const into = this.#writing();
    if (type === 'bytes') into.block(list as Uint8Array);
    else into.array(type, list as readonly unknown[]);
    const block = value === null || value === undefined || list.length === 0 ? 0n : into.allocate();
    this.#patch(address, this.#pointerBytes(block));
    const counter = this.#given.word(p.sizeIs);
    if (counter !== 0n) this.#patch(counter, number(list.length));
  }

  #putBuffer(p: Parameter, text: boolean, value: Uint8Array | string, address: bigint): void {
    const bytes = typeof value === 'string' ? textBytes(this.#writing(), value) : value;
    const room = this.#given.count(p.sizeIs);
    // A text that is too long for its buffer is cut off before its NUL, as strncpy's careful callers do.
    const fits = bytes.length <= room ? bytes : text ? cut(bytes, room) : bytes.subarray(0, room);
    this.#patch(address, fits);
    const told = this.#given.word(p.lengthIs ?? null);
    if (told !== 0n) this.#patch(told, number(fits.length));
    else if (!text && this.#isPlace(p.sizeIs)) this.#patch(this.#given.word(p.sizeIs), number(bytes.length));
  }

  #isPlace(name: string | null): boolean {
    const p = this.#called.signature.parameters.find((other) => other.name === name);
    return p !== undefined && this.#native.parameters.kindOf(p).kind === 'place';
  }

  #made(type: CType, value: unknown): bigint {
    if (value === null || value === undefined || type.isNull?.(value)) return 0n;
    const into = this.#writing();
    into.place(type, value);
    return into.allocate();
  }

  // Into memory of the caller: the value itself, and blocks of their own for what it points to.
  #flat(type: CType, value: unknown): Uint8Array {
    if (isScalar(type)) {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(BigInt.asUintN(64, type.toBits(value)));
      return bytes.subarray(0, type.size(this.#native.pointerSize));
    }
    const into = this.#writing();
    into.place(type, value);
    if (into.fixes.length > 0) throw new TypeError(`a ${type.name} of the caller cannot take texts or arrays`);
    return Uint8Array.from(into.bytes);
  }

  #writing(): Writing {
    return new Writing(this.#native, this.#given.unicode, [], this.#blocks);
  }

  #patch(address: bigint, bytes: Uint8Array): void {
    this.#patches.push([address, bytes]);
  }

  #pointerBytes(address: bigint): Uint8Array {
    const bytes = Buffer.alloc(8);
    bytes.writeBigUInt64LE(address);
    return bytes.subarray(0, this.#native.pointerSize);
  }

  #takeBack(): void {
    for (const block of this.#blocks.splice(0)) this.#native.free(block);
    for (const reference of this.#references.splice(0)) this.#native.release(reference);
  }
}

function textBytes(writing: Writing, text: string): Buffer {
  writing.text8(text);
  return writing.bytes;
}

function cut(bytes: Uint8Array, room: number): Uint8Array {
  const kept = Buffer.from(bytes.subarray(0, room));
  if (room > 0) kept[room - 1] = 0;
  return kept;
}

// `InOut` holds what a callback may replace.
const plain = (value: unknown): unknown => (value instanceof InOut ? value.value : value);

function number(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
