import { STG_E_MEDIUMFULL } from '../codes.js';
import { ComError } from '../error.js';
import { com } from '../object.js';
import { STGM_READWRITE } from './constants.js';
import { IStream } from './istream.js';
import { memoryBytes } from './limits.js';
import { LocalStream } from './local-stream.js';
import type { Medium, MediumFacts } from './medium.js';
import { requireBytes } from './quantities.js';
import { RegionLocks } from './region-locks.js';

/**
 * Makes a stream in memory that grows as it is written to, as `CreateStreamOnHGlobal` does: direct mode, so `Commit` has
 * nothing to do and `Revert` no effect. Clones share its bytes; they go with the last of them.
 *
 * @param bytes what it holds at first, copied; nothing when left out
 * @returns the pointer with one reference, its seek pointer at the start
 * @throws {ComError} `STG_E_MEDIUMFULL` when `bytes` are more than a stream in memory may hold, `STG_E_INVALIDPOINTER`
 *   when they are no Uint8Array
 * @example
 * ```ts
 * using stream = createMemoryStream(Buffer.from('Subject: hello\r\n\r\n'));
 * const text = Buffer.from(await ok(stream.Read(1000))).toString();
 * ```
 */
export function createMemoryStream(bytes?: Uint8Array): IStream {
  const medium = new MemoryMedium();
  if (bytes !== undefined && requireBytes(bytes, 'bytes').length > 0) medium.write(0, bytes);
  return com(new LocalStream(medium, 0), IStream);
}

const smallestBlock = 64;
const facts: MediumFacts = Object.freeze({ pwcsName: null, mtime: 0n, ctime: 0n, atime: 0n });

/** Bytes in one block that doubles when it must grow. */
export class MemoryMedium implements Medium {
  readonly grfMode: number = STGM_READWRITE;
  readonly locks: RegionLocks = new RegionLocks();
  #block = new Uint8Array(0);
  #size = 0;
  #streams = 0;

  size(): number {
    return this.#size;
  }

  read(position: number, into: Uint8Array): number {
    const length = Math.min(into.length, Math.max(0, this.#size - position));
    if (length > 0) into.set(this.#block.subarray(position, position + length));
    return length;
  }

  write(position: number, bytes: Uint8Array): void {
    const end = position + bytes.length;
    this.#reserve(end);
    this.#block.set(bytes, position);
    if (end > this.#size) this.#size = end;
  }

  resize(size: number): void {
    this.#reserve(size);
    if (size < this.#size) this.#cut(size);
    this.#size = size;
  }

  flush(): void {
    // Memory has no other place where its bytes could last.
  }

  facts(): MediumFacts {
    return facts;
  }

  join(): void {
    this.#streams++;
  }

  leave(): void {
    if (--this.#streams === 0) this.#block = new Uint8Array(0);
  }

  #reserve(size: number): void {
    if (size <= this.#block.length) return;
    if (size > memoryBytes)
      throw new ComError(STG_E_MEDIUMFULL, `a stream in memory holds at most ${memoryBytes} bytes, not ${size}`);
    const capacity = Math.min(memoryBytes, Math.max(smallestBlock, size, this.#block.length * 2));
    this.#replace(capacity);
  }

  // Past the end the block is all zeroes, so that growing shows zeroes and never what was cut off.
  #cut(size: number): void {
    if (size >= this.#block.length / 4) this.#block.fill(0, size, this.#size);
    else this.#replace(size, size);
  }

  #replace(capacity: number, keep: number = this.#size): void {
    try {
      const grown = new Uint8Array(capacity);
      grown.set(this.#block.subarray(0, keep));
      this.#block = grown;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ComError(STG_E_MEDIUMFULL, `there is no memory for ${capacity} bytes`, { cause: error });
    }
  }
}
