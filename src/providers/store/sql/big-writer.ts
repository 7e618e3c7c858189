import { StoreError } from '../error.js';
import { chunkBytes } from './operations/big.js';
import type { StoreFile } from './store-file.js';

/** Chunks under way at a time: they share transactions, and the wait for the disk. */
const window = 4;

/** Streams one large value into a store; holds a few chunks in memory. Calls follow each other: each waits for the one before. */
export class BigWriter {
  /** The id of the value, for `PropChanges.big` once {@link BigWriter.finish} is done. */
  readonly big: number;
  readonly #store: StoreFile;
  #chunk: Buffer | null = null;
  #filled = 0;
  #size = 0;
  #finished = false;
  #seq = 0;
  readonly #underway: Promise<void>[] = [];
  /** Why a chunk is missing: the value can't become complete any more. */
  #failure: { readonly error: unknown } | null = null;

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
    if (this.#failure) throw this.#failure.error;
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
    await this.settled();
    this.#finished = true;
    return this.big;
  }

  /**
   * Waits until all whole chunks can be read.
   *
   * @throws {StoreError} why one could not be written
   */
  async settled(): Promise<void> {
    while (this.#underway.length > 0) await this.#underway.shift();
    if (this.#failure) throw this.#failure.error;
  }

  /** Drops the value. */
  async abandon(): Promise<void> {
    this.#chunk = null;
    while (this.#underway.length > 0) await this.#underway.shift();
    this.#failure ??= { error: new StoreError('NOT_FOUND', 'the value was dropped') };
    await this.#store.write('big.drop', { big: this.big });
  }

  async #flush(): Promise<void> {
    const bytes = this.#chunk?.subarray(0, this.#filled) ?? new Uint8Array(0);
    // The chunk belongs to the store until it is written: the next one gets room of its own.
    this.#chunk = null;
    this.#filled = 0;
    const written = this.#store
      .write('big.append', { big: this.big, seq: this.#seq++, bytes })
      .catch((error: unknown) => {
        this.#failure ??= { error };
      });
    this.#underway.push(written);
    if (this.#underway.length >= window) await this.#underway.shift();
    if (this.#failure) throw this.#failure.error;
  }
}
