import { limit, log } from '../../../base/index.js';
import { changesSince, type LoggedChange, lastChange, type StoreFile } from '../sql/index.js';
import { watchFile } from './file-watch.js';

const lookMs = limit(
  'store.otherProcessMs',
  250,
  'milliseconds',
  'How often a store with listeners looks whether another process wrote, where the system does not say so: soon enough for people, a hundredth of a core at most',
);
const busyCommits = limit(
  'store.busyCommits',
  50,
  'commits',
  'From so many commits of its own between two looks on a process does not have the file watched: the system would tell of each of them, for a tenth of what one takes',
);
const busyLookMs = limit(
  'store.busyLookMs',
  10,
  'milliseconds',
  'How often a process that does not have its store watched, because it writes so much itself, looks whether another process wrote',
);
const batchRows = limit(
  'store.changesPerLook',
  1000,
  'changes',
  'What is read of the change log at once: more would hold the loop for long after a bulk import by another process',
);
const restMs = limit(
  'store.watchRestMs',
  1000,
  'milliseconds',
  'How long a file is watched on after the last listener has left: a program that opens one table after the other would begin and end a watch with each, which costs more than reading the table',
);

/** Changes in their order, perhaps none that the log tells of; null when all must be read anew. */
export type FeedBatch = readonly LoggedChange[] | null;

interface Listener {
  readonly changed: (batch: FeedBatch) => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Tells of every change of a store file, by this process or another one, once and in order. Of those by other processes it
 * learns from the system, which watches the file, and by looking from time to time, since not every system can watch. While this
 * process writes much itself, the system would tell of little else: then it only looks, often.
 */
export class ChangeFeed {
  readonly #file: StoreFile;
  readonly #watch: typeof watchFile;
  readonly #listeners = new Set<Listener>();
  #beat: (() => void) | null = null;
  #attention: (() => void) | null = null;
  #busy = false;
  #commits = 0;
  #rest: NodeJS.Timeout | null = null;
  #last = 0;
  #version = 0;
  #failing = false;

  /**
   * @param file the store file
   * @param watch says when the file was written; the system's watch unless told
   */
  constructor(file: StoreFile, watch: typeof watchFile = watchFile) {
    this.#file = file;
    this.#watch = watch;
  }

  /**
   * Listens. While anybody does, other processes are watched.
   *
   * @param changed takes notes of changes; called after they were committed
   * @param failed is told once when the file cannot be followed any more, and again if that comes back
   * @returns what ends it
   */
  listen(changed: (batch: FeedBatch) => void, failed: (error: unknown) => void = () => undefined): () => void {
    if (this.#listeners.size === 0) this.#begin();
    // Whoever begins to listen hears of nothing that was before.
    else this.pump();
    const listener = { changed, failed };
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0 || this.#rest) return;
      this.#rest = setTimeout(() => this.#rested(), restMs).unref();
    };
  }

  /** Tells of what this process has committed; of what others did meanwhile it learns by looking, or here if that came before. */
  follow(): void {
    if (this.#listeners.size === 0) return;
    this.#commits++;
    const batch = this.#file.ownChangesSince(this.#last);
    if (batch === null) {
      this.pump();
      return;
    }
    this.#last = batch.at(-1)?.seq ?? this.#last;
    for (const listener of [...this.#listeners]) tell(listener, batch);
  }

  /** Tells of what has been committed since it was last called. */
  pump(): void {
    if (this.#listeners.size === 0) return;
    for (;;) {
      const batch = changesSince(this.#file.db, this.#last, batchRows);
      this.#last = batch === null ? lastChange(this.#file.db) : (batch.at(-1)?.seq ?? this.#last);
      for (const listener of [...this.#listeners]) tell(listener, batch);
      if (batch === null || batch.length < batchRows) return;
    }
  }

  /** Stops looking. */
  close(): void {
    if (this.#rest) clearTimeout(this.#rest);
    this.#rest = null;
    this.#beat?.();
    this.#attention?.();
    this.#beat = null;
    this.#attention = null;
  }

  #begin(): void {
    // The version first: a commit between the two questions then brings one look too many, not one too few.
    this.#version = this.#dataVersion();
    this.#last = lastChange(this.#file.db);
    if (this.#beat) return;
    this.#attend(false);
    this.#beat = every(lookMs, () => {
      const busy = this.#commits >= busyCommits;
      if (busy !== this.#busy) this.#attend(busy);
      this.#commits = 0;
      this.#look();
    });
  }

  /** Has the file watched, or looks often in place of that. What was between the two is seen by the look that follows. */
  #attend(busy: boolean): void {
    this.#attention?.();
    this.#busy = busy;
    const look = (): void => this.#look();
    this.#attention = busy ? every(busyLookMs, look) : this.#watch(this.#file.file, look);
  }

  // One timer for all that come and go meanwhile.
  #rested(): void {
    this.#rest = null;
    if (this.#listeners.size === 0) this.close();
  }

  #look(): void {
    if (this.#listeners.size === 0) return;
    try {
      this.#file.requireThere();
      const version = this.#dataVersion();
      if (version !== this.#version) {
        this.pump();
        this.#version = version;
      }
      this.#failing = false;
    } catch (error) {
      if (this.#failing) return;
      this.#failing = true;
      log.error('the changes of the store cannot be followed', error);
      for (const { failed } of [...this.#listeners]) failed(error);
    }
  }

  // SQLite counts the commits of other connections alone.
  #dataVersion(): number {
    return this.#file.db.get('PRAGMA data_version')?.['data_version'] as number;
  }
}

function every(milliseconds: number, work: () => void): () => void {
  const timer = setInterval(work, milliseconds).unref();
  return () => clearInterval(timer);
}

/** One that fails must not keep the others from hearing. */
function tell({ changed, failed }: Listener, batch: FeedBatch): void {
  try {
    changed(batch);
  } catch (error) {
    log.error('a change of the store could not be followed', error);
    failed(error);
  }
}
