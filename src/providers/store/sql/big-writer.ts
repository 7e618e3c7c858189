import { StoreError } from '../error.js';
import { chunkBytes } from './operations/big.js';
import type { StoreFile } from './store-file.js';

/** Streams one large value into a store; holds one chunk in memory. Calls follow each other: each waits for the one before. */
export class BigWriter {
  /** The id of the value, for `PropChanges.big` once {@link BigWriter.finish} is done. */
  readonly big: number;
  readonly #store: StoreFile;
  #chunk: Buffer | null = null;
  #filled = 0;
  #size = 0;
  #finished = false;
  #seq = 0;

  /** Made by `StoreFile.stage`. */
  constructor(store: StoreFile, big: number) {
    this.#store = store;
    this.big = big;
  }

  /** Bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds bytes at the end.
   *
   * @param bytes of any number; copied
   * @throws {StoreError} `NOT_ENOUGH_DISK`, `BUSY`, `NOT_FOUND` when the value was dropped, `INVALID_PARAMETER` when it is
   *   finished
   */
  async write(bytes: Uint8Array): Promise<void> {
    if (this.#finished) throw new StoreError('INVALID_PARAMETER', 'the value is finished');
    this.#size += bytes.length;
    for (let at = 0; at < bytes.length; ) {
      this.#chunk ??= Buffer.allocUnsafeSlow(chunkBytes);
      const part = bytes.subarray(at, at + chunkBytes - this.#filled);
      this.#chunk.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === chunkBytes) await this.#flush();
    }
  }

  /** Writes what is left; the value is complete then, and staged until a save takes it. */
  async finish(): Promise<number> {
    if (this.#filled > 0) await this.#flush();
    this.#chunk = null;
    this.#finished = true;
    return this.big;
  }

  /** Drops the value. */
  async abandon(): Promise<void> {
    this.#chunk = null;
    await this.#store.write('big.drop', { big: this.big });
  }

  async #flush(): Promise<void> {
    const bytes = this.#chunk?.subarray(0, this.#filled) ?? new Uint8Array(0);
    await this.#store.write('big.append', { big: this.big, seq: this.#seq, bytes });
    this.#seq++;
    this.#filled = 0;
  }
}
