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
  /** Chunks to be filled anew: fresh memory for each would cost more than what is written into it. */
  readonly #free: Buffer[] = [];
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
    return this.#size + this.#filled;
  }

  /**
   * Adds bytes at the end.
   *
   * @param bytes of any number; copied
   * @throws {StoreError} `NOT_ENOUGH_DISK`, `BUSY`, `NOT_FOUND` when the value was dropped, `INVALID_PARAMETER` when it is
   *   finished
   */
  async write(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length; ) {
      this.#chunk ??= this.room();
      const part = bytes.subarray(at, at + chunkBytes - this.#filled);
      this.#chunk.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
      if (this.#filled === chunkBytes) await this.#flush();
    }
  }

  /** Room for a chunk, of any content: what {@link BigWriter.append} took is handed out again once it is written. */
  room(): Buffer {
    return this.#free.pop() ?? Buffer.allocUnsafeSlow(chunkBytes);
  }

  /**
   * Adds a whole chunk at the end without copying it. Not to be mixed with {@link BigWriter.write} but for the last bytes.
   *
   * @param chunk `store.chunkBytes` bytes; belongs to the writer from now on
   * @throws {StoreError} as {@link BigWriter.write} does
   */
  async append(chunk: Buffer): Promise<void> {
    await this.#put(chunk, chunkBytes);
  }

  /** Writes what is left; the value is complete then, and staged until a save takes it. */
  async finish(): Promise<number> {
    if (this.#filled > 0) await this.#flush();
    await this.settled();
    this.#free.length = 0;
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
    this.#requireWhole();
  }

  /** Drops the value. In a store that was closed meanwhile it stays staged, and a later opening sweeps it away. */
  async abandon(): Promise<void> {
    this.#chunk = null;
    while (this.#underway.length > 0) await this.#underway.shift();
    this.#failure ??= { error: new StoreError('NOT_FOUND', 'the value was dropped') };
    if (!this.#store.closed) await this.#store.write('big.drop', { big: this.big });
  }

  async #flush(): Promise<void> {
    const chunk = this.#chunk as Buffer;
    const filled = this.#filled;
    this.#chunk = null;
    this.#filled = 0;
    await this.#put(chunk, filled);
  }

  async #put(chunk: Buffer, filled: number): Promise<void> {
    if (this.#finished) throw new StoreError('INVALID_PARAMETER', 'the value is finished');
    this.#requireWhole();
    this.#size += filled;
    // The chunk belongs to the store until it is written: the next one gets room of its own.
    const bytes = chunk.subarray(0, filled);
    const written = this.#store.write('big.append', { big: this.big, seq: this.#seq++, bytes }).then(
      () => void this.#free.push(chunk),
      (error: unknown) => {
        this.#failure ??= { error };
      },
    );
    this.#underway.push(written);
    if (this.#underway.length >= window) await this.#underway.shift();
    this.#requireWhole();
  }

  #requireWhole(): void {
    if (this.#failure) throw this.#failure.error;
  }
}
