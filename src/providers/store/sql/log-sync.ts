import { open } from 'node:fs/promises';
import { StoreError } from '../error.js';

/** What waits for the disk: an open file of which the data can be forced there. */
export interface SyncedFile {
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Waits until what was committed is on the disk. SQLite writes a commit into the write-ahead log and, told `synchronous = NORMAL`,
 * leaves it to the system when it gets to the disk; a commit survives power loss as soon as the log's data was forced there. That
 * is done here, in Node's thread pool, so that the event loop and the write lock are free meanwhile.
 *
 * A force that fails says nothing of what is on the disk, and the system may forget that it failed: from then on everything fails.
 */
export class LogSync {
  readonly #path: string;
  readonly #open: (path: string) => Promise<SyncedFile>;
  #file: Promise<SyncedFile> | null = null;
  #failure: StoreError | null = null;

  /**
   * @param path the log's path: that of the store file with `-wal`
   * @param openFile opens it
   */
  constructor(path: string, openFile: (path: string) => Promise<SyncedFile> = (file) => open(file, 'r+')) {
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
      await (await this.#file).datasync();
    } catch (cause) {
      this.#failure ??= new StoreError(
        'DISK_ERROR',
        `${this.#path} could not be forced to the disk; open the store anew`,
        cause,
      );
      throw this.#failure;
    }
  }

  /** Lets go of the log. */
  async close(): Promise<void> {
    const opening = this.#file;
    this.#file = null;
    await opening?.then(
      (file) => file.close(),
      () => undefined,
    );
  }
}
