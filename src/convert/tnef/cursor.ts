/** A text without the zeros at its end. */
export function withoutZeros(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\0') end -= 1;
  return text.slice(0, end);
}

/** Bytes from which numbers are read one after the other. What lies beyond their end is a {@link TnefBroken}. */
export class Cursor {
  readonly #bytes: Buffer;
  #at = 0;

  /** @param bytes the bytes */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }

  /** How many bytes are left. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  /** A byte. */
  byte(): number {
    return this.bytes(1).readUInt8(0);
  }

  /** Two bytes. */
  word(): number {
    return this.bytes(2).readUInt16LE(0);
  }

  /** Four bytes. */
  long(): number {
    return this.bytes(4).readUInt32LE(0);
  }

  /**
   * So many bytes.
   *
   * @param count how many
   */
  bytes(count: number): Buffer {
    if (count > this.left) throw new TnefBroken(`${count} bytes are missing`);
    const found = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += count;
    return found;
  }

  /**
   * A value of so many bytes, behind which the next multiple of four begins.
   *
   * @param count how many
   */
  padded(count: number): Buffer {
    const found = this.bytes(count);
    this.#at = Math.min(this.#bytes.length, this.#at + ((4 - (count % 4)) % 4));
    return found;
  }
}

/** A stream that is not what it says. It never leaves this room. */
export class TnefBroken extends Error {}
