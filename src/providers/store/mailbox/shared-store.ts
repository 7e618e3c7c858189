import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { log } from '../../../base/index.js';
import { SEARCH_REBUILD } from '../../../mapi/index.js';
import { type OpenMode, StoreFile, searches } from '../sql/index.js';
import { ChangeFeed } from './change-feed.js';
import { searchPass } from './search-pass.js';

interface Opened {
  readonly opening: Promise<SharedStore>;
  /** Null until it is open. */
  shared: SharedStore | null;
}

const opened = new Map<string, Opened>();

/** An open message as others have to know of it. */
export interface OpenMessage {
  /** The id of its row; null while it is new or embedded. */
  readonly id: number | null;
  /** Whether it may be changed now. */
  readonly writable: boolean;
}

/** A store file as all sessions of this process share it: one connection, one queue of writes, one look at the change log. */
export class SharedStore {
  /** The file. */
  readonly file: StoreFile;
  /** Its changes. */
  readonly feed: ChangeFeed;
  /** The messages that somebody in this process has open. */
  readonly messages: Set<OpenMessage> = new Set();
  readonly #key: string;
  readonly #readOnly: boolean;
  readonly #passes = new Set<Promise<void>>();
  #users = 0;
  #told = 0;
  #closing = false;

  private constructor(file: StoreFile, key: string, readOnly: boolean) {
    this.file = file;
    this.feed = new ChangeFeed(file);
    this.#key = key;
    this.#readOnly = readOnly;
    if (!readOnly) this.#resume();
  }

  /**
   * Opens a file, or joins those who have it open.
   *
   * @param path path of the file
   * @param mode as `StoreFile.open` takes it
   * @throws {StoreError} what `StoreFile.open` throws
   */
  static async join(path: string, mode: OpenMode): Promise<SharedStore> {
    const readOnly = mode === 'read-only';
    const key = `${readOnly ? 'r' : 'w'}:${identityOf(path)}`;
    const present = mode === 'create' ? undefined : joinable(key);
    // Counted before anything is waited for: whoever leaves meanwhile must not close it.
    if (present?.shared) {
      present.shared.#users++;
      return present.shared;
    }
    const entry = present ?? {
      opening: StoreFile.open(path, mode).then((file) => new SharedStore(file, key, readOnly)),
      shared: null,
    };
    if (!present) opened.set(key, entry);
    try {
      const shared = await entry.opening;
      // While this waited the last of the others may have left, and taken the file along.
      if (shared.#closing) return await SharedStore.join(path, mode);
      entry.shared = shared;
      shared.#users++;
      return shared;
    } catch (error) {
      if (opened.get(key) === entry) opened.delete(key);
      throw error;
    }
  }

  /** Whether it may only be read. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** The messages that somebody in this process may change and save. */
  openForWriting(): ReadonlySet<number> {
    const ids = new Set<number>();
    for (const { id, writable } of this.messages) if (writable && id !== null) ids.add(id);
    return ids;
  }

  /** Tells of what this process has written. */
  follow(): void {
    // A group has many members, and each comes here; the first has told of all.
    const { commits } = this.file;
    if (commits === this.#told) return;
    this.feed.follow();
    this.#told = commits;
  }

  /**
   * Looks through all folders of a search; its tables follow. The last use of the file ends it early.
   *
   * @throws {StoreError} what writing throws
   */
  async search(folder: number): Promise<void> {
    const pass = searchPass(this.file, folder, () => this.#closing);
    const settled = pass.catch(() => undefined);
    this.#passes.add(settled);
    try {
      await pass;
    } finally {
      this.#passes.delete(settled);
    }
    this.feed.pump();
  }

  /** Ends one use; the last one closes the file after what is under way. */
  async leave(): Promise<void> {
    if (--this.#users > 0) return;
    this.#closing = true;
    if (opened.get(this.#key)?.shared === this) opened.delete(this.#key);
    this.feed.close();
    await Promise.all(this.#passes);
    await this.file.close();
  }

  // A process that ended in the middle of a pass leaves the search to the next one.
  #resume(): void {
    for (const { folder, state } of searches(this.file.db)) {
      if ((state & SEARCH_REBUILD) === 0) continue;
      this.search(folder).catch((error: unknown) => log.error('a search could not be taken up again', error));
    }
  }
}

/** What is open already, unless its file was deleted or replaced: whoever opens the path means what lies there now. */
function joinable(key: string): Opened | undefined {
  const entry = opened.get(key);
  return entry?.shared?.file.there === false ? undefined : entry;
}

function identityOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
