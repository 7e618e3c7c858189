import { NULL_LENGTH } from './bytewriter.js';
import { MalformedError } from './malformed.js';

/** Reads what a {@link ByteWriter} wrote. Whatever is not there, or too long to be there, is malformed. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at: number;
  #depth = 0;

  /**
   * @param bytes what to read; it may not change while it is read, and afterwards nothing refers to it
   * @param at where to begin
   */
  constructor(bytes: Buffer, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /**
   * Everything must have been read.
   *
   * @throws {MalformedError} when bytes are left
   */
  end(): void {
    if (this.left > 0) throw new MalformedError(`${this.left} bytes are left over`);
  }

  /** Reads 8 bits. */
  u8(): number {
    return this.#bytes[this.#take(1)] as number;
  }

  /** Reads 16 bits. */
  u16(): number {
    return this.#bytes.readUInt16LE(this.#take(2));
  }

  /** Reads 32 bits, unsigned. */
  u32(): number {
    return this.#bytes.readUInt32LE(this.#take(4));
  }

  /** Reads 32 bits, signed. */
  i32(): number {
    return this.#bytes.readInt32LE(this.#take(4));
  }

  /** Reads 64 bits, unsigned. */
  u64(): bigint {
    return this.#bytes.readBigUInt64LE(this.#take(8));
  }

  /** Reads 64 bits as a number; what is above what numbers hold exactly is not exact. */
  number(): number {
    const at = this.#take(8);
    return this.#bytes.readUInt32LE(at) + this.#bytes.readUInt32LE(at + 4) * 0x1_0000_0000;
  }

  /** Reads 64 bits, signed. */
  i64(): bigint {
    return this.#bytes.readBigInt64LE(this.#take(8));
  }

  /** Reads a 32-bit floating point number. */
  f32(): number {
    return this.#bytes.readFloatLE(this.#take(4));
  }

  /** Reads a 64-bit floating point number. */
  f64(): number {
    return this.#bytes.readDoubleLE(this.#take(8));
  }

  /** Reads 0 or 1. */
  flag(): boolean {
    const value = this.u8();
    if (value > 1) throw new MalformedError(`${value} is neither 0 nor 1`);
    return value === 1;
  }

  /** Reads so many bytes; they are copied. */
  raw(length: number): Uint8Array {
    const at = this.#take(length);
    const copy = new Uint8Array(length);
    copy.set(this.#bytes.subarray(at, at + length));
    return copy;
  }

  /** Reads sixteen bytes as a text of sixteen characters, to look things up by. */
  key(): string {
    const at = this.#take(16);
    return this.#bytes.toString('latin1', at, at + 16);
  }

  /** Reads a text; null for NULL. */
  text(): string | null {
    const units = this.u32();
    if (units === NULL_LENGTH) return null;
    const at = this.#take(2 * units);
    return this.#bytes.toString('utf16le', at, at + 2 * units);
  }

  /** Reads bytes; null for NULL. */
  counted(): Uint8Array | null {
    const length = this.u32();
    return length === NULL_LENGTH ? null : this.raw(length);
  }

  /** Reads the number of elements that follow, of which each has a byte at least; null for NULL. */
  count(): number | null {
    const count = this.u32();
    if (count === NULL_LENGTH) return null;
    if (count > this.left) throw new MalformedError(`${count} elements in ${this.left} bytes`);
    return count;
  }

  /**
   * Reads something that may hold something of its own kind.
   *
   * @param limit how deep that may go
   * @param read reads one level
   */
  nested<T>(limit: number, read: () => T): T {
    if (this.#depth >= limit) throw new MalformedError(`nested more than ${limit} deep`);
    this.#depth++;
    const value = read();
    this.#depth--;
    return value;
  }

  #take(size: number): number {
    const at = this.#at;
    if (size > this.#bytes.length - at) throw new MalformedError(`${size} bytes expected, ${this.left} are there`);
    this.#at = at + size;
    return at;
  }
}
