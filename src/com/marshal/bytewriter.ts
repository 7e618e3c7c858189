/** Writes little-endian values one behind the other into memory that grows. */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;

  /** @param room how many bytes to have room for at first */
  constructor(room = 256) {
    this.#bytes = Buffer.allocUnsafe(room);
  }

  /** How many bytes were written. */
  get length(): number {
    return this.#length;
  }

  /** What was written; the same memory, so nothing may be written any more. */
  get bytes(): Buffer {
    return this.#bytes.subarray(0, this.#length);
  }

  /**
   * Forgets what was written behind a place.
   *
   * @param length how many bytes stay
   */
  cut(length: number): void {
    this.#length = length;
  }

  /** Writes 8 bits. */
  u8(value: number): void {
    const at = this.#room(1);
    this.#bytes[at] = value;
  }

  /** Writes 16 bits. */
  u16(value: number): void {
    const at = this.#room(2);
    this.#bytes.writeUInt16LE(value & 0xffff, at);
  }

  /** Writes 32 bits, signed or not. */
  u32(value: number): void {
    const at = this.#room(4);
    this.#bytes.writeInt32LE(value | 0, at);
  }

  /** Writes 64 bits, signed or not. */
  u64(value: bigint): void {
    const at = this.#room(8);
    this.#bytes.writeBigInt64LE(BigInt.asIntN(64, value), at);
  }

  /** Writes a whole number that is not negative as 64 bits. */
  number(value: number): void {
    const at = this.#room(8);
    this.#bytes.writeUInt32LE(value >>> 0, at);
    this.#bytes.writeUInt32LE(Math.floor(value / 0x1_0000_0000) >>> 0, at + 4);
  }

  /** Writes a 32-bit floating point number. */
  f32(value: number): void {
    const at = this.#room(4);
    this.#bytes.writeFloatLE(value, at);
  }

  /** Writes a 64-bit floating point number. */
  f64(value: number): void {
    const at = this.#room(8);
    this.#bytes.writeDoubleLE(value, at);
  }

  /** Writes bytes as they are. */
  raw(bytes: Uint8Array): void {
    const at = this.#room(bytes.length);
    this.#bytes.set(bytes, at);
  }

  /** Writes a text with the number of its units; null as NULL. */
  text(value: string | null): void {
    if (value === null) {
      this.u32(NULL_LENGTH);
      return;
    }
    this.u32(value.length);
    const at = this.#room(2 * value.length);
    this.#bytes.write(value, at, 'utf16le');
  }

  /** Writes bytes with their number; null as NULL. */
  counted(value: Uint8Array | null): void {
    if (value === null) {
      this.u32(NULL_LENGTH);
      return;
    }
    this.u32(value.length);
    this.raw(value);
  }

  /** Writes 32 bits over some that were written before. */
  u32At(at: number, value: number): void {
    this.#bytes.writeUInt32LE(value, at);
  }

  #room(size: number): number {
    const at = this.#length;
    const end = at + size;
    if (end > this.#bytes.length) {
      const grown = Buffer.allocUnsafe(Math.max(2 * this.#bytes.length, end));
      this.#bytes.copy(grown, 0, 0, at);
      this.#bytes = grown;
    }
    this.#length = end;
    return at;
  }
}

/** What stands for NULL where a length or a number of elements is expected. */
export const NULL_LENGTH = 0xffffffff;
