import { limit, log } from '../../../base/index.js';
import { changesSince, type LoggedChange, lastChange, type StoreFile } from '../sql/index.js';

const lookMs = limit(
  'store.otherProcessMs',
  250,
  'milliseconds',
  'How often a store with listeners looks whether another process wrote: soon enough for people, a hundredth of a core at most',
);
const batchRows = limit(
  'store.changesPerLook',
  1000,
  'changes',
  'What is read of the change log at once: more would hold the loop for long after a bulk import by another process',
);

/** Changes in their order, perhaps none that the log tells of; null when all must be read anew. */
export type FeedBatch = readonly LoggedChange[] | null;

/** Tells of every change of a store file, by this process or another one, once and in order. */
export class ChangeFeed {
  readonly #file: StoreFile;
  readonly #listeners = new Set<(batch: FeedBatch) => void>();
  #timer: NodeJS.Timeout | null = null;
  #last = 0;
  #version = 0;

  /** @param file the store file */
  constructor(file: StoreFile) {
    this.#file = file;
  }

  /**
   * Listens. While anybody does, other processes are watched.
   *
   * @param listener takes notes of changes; called after they were committed
   * @returns what ends it
   */
  listen(listener: (batch: FeedBatch) => void): () => void {
    if (this.#listeners.size === 0) {
      this.#last = lastChange(this.#file.db);
      this.#version = this.#dataVersion();
      this.#timer = setInterval(() => this.#look(), lookMs).unref();
    }
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.close();
    };
  }

  /** Tells of what has been committed since it was last called. */
  pump(): void {
    if (this.#listeners.size === 0) return;
    for (;;) {
      const batch = changesSince(this.#file.db, this.#last, batchRows);
      this.#last = batch === null ? lastChange(this.#file.db) : (batch.at(-1)?.seq ?? this.#last);
      for (const listener of [...this.#listeners]) listener(batch);
      if (batch === null || batch.length < batchRows) return;
    }
  }

  /** Stops looking. */
  close(): void {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    try {
      const version = this.#dataVersion();
      if (version === this.#version) return;
      this.#version = version;
      this.pump();
    } catch (error) {
      log.error('the change log of the store could not be read', error);
    }
  }

  // SQLite counts the commits of other connections alone.
  #dataVersion(): number {
    return this.#file.db.get('PRAGMA data_version')?.['data_version'] as number;
  }
}
