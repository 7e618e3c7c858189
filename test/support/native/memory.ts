import type { Addon } from './addon.js';

/** Reads a native structure field by field, with the alignment of default packing. */
export class Reader {
  readonly #addon: Addon;
  readonly #bytes: Buffer;
  #at = 0;

  /**
   * @param addon reads what pointers lead to
   * @param bytes the structure
   */
  constructor(addon: Addon, bytes: Buffer) {
    this.#addon = addon;
    this.#bytes = bytes;
  }

  u32(): number {
    return this.#bytes.readUInt32LE(this.#step(4, 4));
  }

  i32(): number {
    return this.#bytes.readInt32LE(this.#step(4, 4));
  }

  u64(): bigint {
    return this.#bytes.readBigUInt64LE(this.#step(8, 8));
  }

  bytes(length: number, align = 1): Buffer {
    const at = this.#step(length, align);
    return this.#bytes.subarray(at, at + length);
  }

  /** An array of characters with a NUL somewhere in it. */
  characters(length: number): string {
    const [text] = this.bytes(length).toString('latin1').split('\0', 1);
    return text ?? '';
  }

  pointer(): bigint {
    const size = this.#addon.pointerSize;
    const at = this.#step(size, size);
    return size === 8 ? this.#bytes.readBigUInt64LE(at) : BigInt(this.#bytes.readUInt32LE(at));
  }

  text(): string | null {
    const address = this.pointer();
    return address === 0n ? null : this.#addon.peek(address, -1).toString('latin1');
  }

  /** What a pointer leads to. */
  follow(address: bigint, length: number): Reader {
    return new Reader(this.#addon, this.#addon.peek(address, length));
  }

  #step(length: number, align: number): number {
    const at = Math.ceil(this.#at / align) * align;
    this.#at = at + length;
    return at;
  }
}

/** Memory for the arguments of one call: pointers inside are offsets, and `fixes` are the places that hold them. */
export class Arena {
  readonly fixes: number[] = [];
  readonly #pointerSize: number;
  #bytes = Buffer.alloc(256);
  #end = 0;

  /** @param pointerSize the width of a pointer in bytes */
  constructor(pointerSize: number) {
    this.#pointerSize = pointerSize;
  }

  /** What was written, for the call. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#end);
  }

  /** Sets room aside, all zeroes, and answers its offset. */
  room(length: number): number {
    const at = Math.ceil(this.#end / 8) * 8;
    this.#end = at + length;
    if (this.#end > this.#bytes.length) {
      const larger = Buffer.alloc(Math.max(this.#end, this.#bytes.length * 2));
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    return at;
  }

  /** Puts bytes down and answers their offset. */
  block(bytes: Uint8Array): number {
    const at = this.room(bytes.length);
    this.#bytes.set(bytes, at);
    return at;
  }

  /** Puts a text down with its NUL. */
  string(text: string): number {
    return this.block(Buffer.from(`${text}\0`, 'latin1'));
  }

  /** Writes a structure's fields into room set aside for it. */
  writer(at: number): Writer {
    return new Writer(this, () => this.#bytes, at, this.#pointerSize);
  }
}

/** Writes a native structure field by field. */
export class Writer {
  readonly #arena: Arena;
  readonly #bytes: () => Buffer;
  readonly #start: number;
  readonly #pointerSize: number;
  #at = 0;

  constructor(arena: Arena, bytes: () => Buffer, start: number, pointerSize: number) {
    this.#arena = arena;
    this.#bytes = bytes;
    this.#start = start;
    this.#pointerSize = pointerSize;
  }

  u32(value: number): void {
    this.#bytes().writeUInt32LE(value >>> 0, this.#step(4, 4));
  }

  u64(value: bigint): void {
    this.#bytes().writeBigUInt64LE(BigInt.asUintN(64, value), this.#step(8, 8));
  }

  put(bytes: Uint8Array, align = 1): void {
    const at = this.#step(bytes.length, align);
    this.#bytes().set(bytes, at);
  }

  /** A field of fixed length; what does not fit before the NUL is cut off. */
  characters(text: string, length: number): void {
    const field = Buffer.alloc(length);
    field.write(text.slice(0, length - 1), 'latin1');
    this.put(field);
  }

  pointer(address: bigint): void {
    this.#word(address);
  }

  text(value: string | null): void {
    if (value === null) return void this.#word(0n);
    const target = this.#arena.string(value);
    this.#arena.fixes.push(this.#word(BigInt(target)));
  }

  #word(value: bigint): number {
    const size = this.#pointerSize;
    const at = this.#step(size, size);
    if (size === 8) this.#bytes().writeBigUInt64LE(value, at);
    else this.#bytes().writeUInt32LE(Number(value), at);
    return at;
  }

  #step(length: number, align: number): number {
    const at = Math.ceil(this.#at / align) * align;
    this.#at = at + length;
    return this.#start + at;
  }
}
