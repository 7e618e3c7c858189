import type { LargeDraft } from './bag.js';

/** A draft in memory, for bags without a better place. */
export class MemoryDraft implements LargeDraft {
  #block = new Uint8Array(0);
  #size = 0;

  /** Bytes written so far. */
  get size(): number {
    return this.#size;
  }

  /** The bytes written so far, copied. */
  bytes(): Uint8Array {
    return this.#block.slice(0, this.#size);
  }

  /** Reads back; see {@link LargeDraft}. */
  read(position: number, length: number): Uint8Array {
    return this.#block.slice(Math.min(position, this.#size), Math.min(this.#size, position + length));
  }

  /** Writes; see {@link LargeDraft}. */
  write(position: number, bytes: Uint8Array): void {
    this.#reserve(position + bytes.length);
    this.#block.set(bytes, position);
    this.#size = Math.max(this.#size, position + bytes.length);
  }

  /** Cuts off or grows with zeroes. */
  resize(size: number): void {
    this.#reserve(size);
    this.#block.fill(0, Math.min(size, this.#size), this.#size);
    this.#size = size;
  }

  /** Lets go of the bytes. */
  discard(): void {
    this.#block = new Uint8Array(0);
    this.#size = 0;
  }

  #reserve(size: number): void {
    if (size <= this.#block.length) return;
    const grown = new Uint8Array(Math.max(size, this.#block.length * 2));
    grown.set(this.#block.subarray(0, this.#size));
    this.#block = grown;
  }
}
