import { fdatasyncSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { StoreError } from '../error.js';

/** What waits for the disk: an open file of which the data can be forced there. */
export interface SyncedFile {
  datasync(): Promise<void>;
  /** The same on this thread; absent where it can't be done. */
  datasyncNow?(): void;
  close(): Promise<void>;
}

/**
 * Waits until what was committed is on the disk. SQLite writes a commit into the write-ahead log and, told `synchronous = NORMAL`,
 * leaves it to the system when it gets to the disk; a commit survives power loss as soon as the log's data was forced there. That
 * is done here, in Node's thread pool, so that the event loop and the write lock are free meanwhile.
 *
 * Where the disk answers faster than a thread of the pool, and nobody else has anything to do meanwhile, it is waited for right here.
 *
 * A force that fails says nothing of what is on the disk, and the system may forget that it failed: from then on everything fails.
 */
export class LogSync {
  readonly #path: string;
  readonly #open: (path: string) => Promise<SyncedFile>;
  readonly #clock: () => number;
  #file: Promise<SyncedFile> | null = null;
  #opened: SyncedFile | null = null;
  #failure: StoreError | null = null;
  /** Milliseconds that the last force took. */
  #took = Number.POSITIVE_INFINITY;

  /**
   * @param path the log's path: that of the store file with `-wal`
   * @param openFile opens it
   * @param clock tells the time in milliseconds
   */
  constructor(
    path: string,
    openFile: (path: string) => Promise<SyncedFile> = openLog,
    clock: () => number = () => performance.now(),
  ) {
    this.#clock = clock;
    this.#path = path;
    this.#open = openFile;
  }

  /** Why nothing can be made durable any more; null as long as all is well. */
  get failure(): StoreError | null {
    return this.#failure;
  }

  /**
   * Forces everything that was committed before the call to the disk.
   *
   * @throws {StoreError} `DISK_ERROR`, now and from then on
   */
  async sync(): Promise<void> {
    if (this.#failure) throw this.#failure;
    try {
      // The log is there as long as the store is open, whoever else comes and goes.
      this.#file ??= this.#open(this.#path);
      this.#opened ??= await this.#file;
      const began = this.#clock();
      await this.#opened.datasync();
      this.#took = this.#clock() - began;
    } catch (cause) {
      throw this.#failed(cause);
    }
  }

  /**
   * Forces everything that was committed to the disk before it answers, if the disk was quick the last time.
   *
   * @returns whether it did
   * @throws {StoreError} as {@link LogSync.sync}
   */
  syncNow(): boolean {
    if (this.#failure) throw this.#failure;
    if (this.#took > quick || !this.#opened?.datasyncNow) return false;
    const began = this.#clock();
    try {
      this.#opened.datasyncNow();
    } catch (cause) {
      throw this.#failed(cause);
    }
    this.#took = this.#clock() - began;
    return true;
  }

  /** Lets go of the log. */
  async close(): Promise<void> {
    const opening = this.#file;
    this.#file = null;
    this.#opened = null;
    await opening?.then(
      (file) => file.close(),
      () => undefined,
    );
  }

  #failed(cause: unknown): StoreError {
    this.#failure ??= new StoreError(
      'DISK_ERROR',
      `${this.#path} could not be forced to the disk; open the store anew`,
      cause,
    );
    return this.#failure;
  }
}

/** Milliseconds of the event loop that a force may take: less than a commit of many messages does. */
const quick = 1;

async function openLog(path: string): Promise<SyncedFile> {
  const file = await open(path, 'r+');
  return {
    datasync: () => file.datasync(),
    datasyncNow: () => fdatasyncSync(file.fd),
    close: () => file.close(),
  };
}
