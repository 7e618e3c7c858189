import { randomUUID } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import type { Guid } from '../../../com/index.js';
import { chooseDriver, type SqlDriver } from '../driver/index.js';
import { StoreError } from '../error.js';
import { BigWriter } from './big-writer.js';
import type { Database } from './database.js';
import { type GroupScope, groupCommitter } from './group.js';
import { LogSync, type SyncedFile } from './log-sync.js';
import {
  type Operation,
  type OperationArguments,
  type OperationName,
  type OperationResult,
  perform,
} from './operations/index.js';
import { Transaction } from './operations/transaction.js';
import { type LoggedChange, lastChange } from './reading/lists.js';
import { RecentChanges } from './reading/recent-changes.js';
import { schemaVersion } from './schema/migrations.js';
import { type OpenMode, openDatabase } from './schema/open.js';
import { followSearches } from './search/follow.js';
import { Submitter } from './submitter.js';

/** Staged values of a process that died are dropped after this long. */
const staleMs = 24 * 3600 * 1000;

/** What a store file says about itself. */
export interface StoreInfo {
  /** The store's identity, given when it was made. */
  readonly uid: Guid;
  /** The version of its schema. */
  readonly schema: number;
  /** The SQLite driver in use. */
  readonly driver: string;
  /** The version of SQLite in it. */
  readonly sqlite: string;
  /** Bytes of the file, without its log. */
  readonly bytes: number;
  /** Folders from the root of the tree on; the row that stands for the store itself is none. */
  readonly folders: number;
  /** Messages in folders, associated ones too, embedded ones not. */
  readonly messages: number;
  readonly attachments: number;
  /** Values with rows of their own, and their bytes. */
  readonly bigValues: number;
  readonly bigBytes: number;
  /** Messages in the outgoing queue. */
  readonly outgoing: number;
  /** The last change number. */
  readonly change: number;
}

/**
 * An open store file, below COM. Reads are functions over {@link StoreFile.db}, synchronous and always of what is
 * committed; every write is an operation, plain data that {@link StoreFile.write} puts on the disk.
 */
export class StoreFile {
  /** Path of the file. */
  readonly file: string;
  /** What reads go through; whoever writes here writes past the group commit. */
  readonly db: Database;
  /** Who this is in the change log and in locks: another one for every opening. */
  readonly process: string = randomUUID();
  /** The store's identity. */
  readonly uid: Guid;
  readonly #driver: SqlDriver;
  readonly #submitter: Submitter<readonly Operation[], readonly unknown[]>;
  readonly #log: LogSync;
  readonly #readOnly: boolean;
  readonly #place: string;
  readonly #recent = new RecentChanges();
  #closed = false;
  #commits = 0;
  #queueCommits = 0;

  private constructor(
    file: string,
    driver: SqlDriver,
    mode: OpenMode,
    openLog?: (path: string) => Promise<SyncedFile>,
  ) {
    this.file = file;
    this.#driver = driver;
    this.#readOnly = mode === 'read-only';
    this.db = openDatabase(driver, file, mode);
    this.uid = this.db.get("SELECT value FROM meta WHERE name = 'uid'")?.['value'] as Guid;
    this.#place = placeOf(file);
    const tx = new Transaction(this.db, this.process);
    // Searches look once at all that a group changed.
    const scope: GroupScope = {
      begin: () => tx.begin(),
      mark: () => tx.mark,
      flush: () => {
        followSearches(tx);
        tx.flush();
      },
      rewind: (mark) => tx.rewind(mark),
      finish: () => tx.finish(),
      committed: () => {
        tx.committed();
        this.#recent.add(tx.logged());
      },
    };
    const commit = groupCommitter<readonly Operation[], readonly unknown[]>(this.db, scope, (batch) =>
      batch.map((each) => perform(tx, each)),
    );
    this.#log = new LogSync(`${file}-wal`, openLog);
    this.#submitter = new Submitter(
      (group) => {
        this.requireThere();
        if (this.#log.failure) throw this.#log.failure;
        const outcomes = commit(group);
        if (outcomes) {
          this.#commits++;
          if (group.some((batch) => batch.some(mayQueue))) this.#queueCommits++;
        }
        return outcomes;
      },
      () => this.#log.sync(),
      () => this.#log.syncNow(),
    );
  }

  /**
   * Opens a store file. A new one has no folder yet, not even the root.
   *
   * @param file path of the file; its log lies beside it while it is open
   * @param mode `open` (unless told), `create`, `open-or-create` or `read-only`
   * @param driver the SQLite driver; the one that fits this Node unless told
   * @param openLog opens the write-ahead log to force it to the disk; the file itself unless told
   * @returns the store
   * @throws {StoreError} `NO_DRIVER`, `NOT_FOUND`, `COLLISION`, `CORRUPT_STORE` (nothing is written to the file),
   *   `VERSION`, `NO_ACCESS`, `NOT_ENOUGH_DISK`, `BUSY`
   */
  static async open(
    file: string,
    mode: OpenMode = 'open',
    driver: SqlDriver = chooseDriver(),
    openLog?: (path: string) => Promise<SyncedFile>,
  ): Promise<StoreFile> {
    const store = new StoreFile(file, driver, mode, openLog);
    if (mode !== 'read-only') await store.#sweep();
    return store;
  }

  /**
   * Writes one thing. When the promise resolves it is on the disk; when it rejects nothing of it is.
   *
   * @param name what to do
   * @param args with what
   * @returns what the operation answers
   * @throws {StoreError} what the operation's docstring says; `BUSY`, `NOT_ENOUGH_DISK`, `DISK_ERROR`, `NO_ACCESS`
   */
  async write<K extends OperationName>(name: K, args: OperationArguments<K>): Promise<OperationResult<K>> {
    const [result] = await this.writeAll([{ name, args } as Operation]);
    return result as OperationResult<K>;
  }

  /**
   * Writes several things, all of them or none.
   *
   * @param batch the operations in their order
   * @returns what each answers
   * @throws {StoreError} the first failure
   */
  writeAll(batch: readonly Operation[]): Promise<readonly unknown[]> {
    if (this.#closed) return Promise.reject(new StoreError('NO_ACCESS', 'the store is closed'));
    if (this.#readOnly) return Promise.reject(new StoreError('NO_ACCESS', 'the store was opened for reading alone'));
    // Pieces of a large value mean nothing before a save names it, and that save waits for the disk.
    const durable = !batch.every(({ name }) => name.startsWith('big.'));
    return this.#submitter.submit(batch, durable);
  }

  /**
   * Begins a large value: bytes are streamed in with little memory, then a save gives the value to a property.
   *
   * @returns the writer
   */
  async stage(): Promise<BigWriter> {
    return new BigWriter(this, await this.write('big.stage', {}));
  }

  /** How many of the groups that were committed here may have changed the outgoing queue, a message in it or a lock. */
  get queueCommits(): number {
    return this.#queueCommits;
  }

  /** How many groups were committed here: whoever has looked since the last one has missed nothing of this process. */
  get commits(): number {
    return this.#commits;
  }

  /**
   * The changes that this process has made since a place in the log, without a look at the log.
   *
   * @param since the last place that was seen
   * @returns in order; null when others made some of what came next, or the log has to be asked
   */
  ownChangesSince(since: number): readonly LoggedChange[] | null {
    return this.#recent.since(since);
  }

  /** Whether the file still lies where it was opened. */
  get there(): boolean {
    return placeOf(this.file) === this.#place;
  }

  /**
   * Looks whether the file still lies where it was opened. One that was deleted goes on taking writes, which nobody would
   * ever find again.
   *
   * @throws {StoreError} `DISK_ERROR` when it was deleted, moved or replaced
   */
  requireThere(): void {
    if (!this.there)
      throw new StoreError('DISK_ERROR', `${this.file} was deleted, moved or replaced while it was open`);
  }

  /** Tells what the file holds. */
  info(): StoreInfo {
    const number = (sql: string) => this.db.get(sql)?.['n'] as number;
    return {
      uid: this.uid,
      schema: schemaVersion,
      driver: this.#driver.name,
      sqlite: this.db.get('SELECT sqlite_version() AS version')?.['version'] as string,
      bytes: statSync(this.file).size,
      folders: number('SELECT count(*) AS n FROM folder WHERE parent IS NOT NULL'),
      messages: number('SELECT count(*) AS n FROM message WHERE folder IS NOT NULL'),
      attachments: number('SELECT count(*) AS n FROM attachment'),
      bigValues: number('SELECT count(*) AS n FROM big'),
      bigBytes: number('SELECT coalesce(sum(size), 0) AS n FROM big'),
      outgoing: number('SELECT count(*) AS n FROM outgoing'),
      change: lastChange(this.db),
    };
  }

  /**
   * Copies the store to another file while it is in use. The copy appears under its name when it is complete.
   *
   * @param target path of the copy, which must not exist
   * @param progress hears pages done and pages in all
   * @throws {StoreError} `COLLISION` when the target exists; `NOT_ENOUGH_DISK`, `NO_ACCESS`, `DISK_ERROR`
   */
  async backup(target: string, progress: (done: number, total: number) => void = () => {}): Promise<void> {
    if (existsSync(target)) throw new StoreError('COLLISION', `${target} exists already`);
    const partial = `${target}.partial`;
    rmSync(partial, { force: true });
    try {
      await this.db.backup(partial, progress);
      await rename(partial, target);
    } catch (error) {
      rmSync(partial, { force: true });
      throw error;
    }
  }

  /** Whether it was closed: nothing can be read or written any more. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Waits for what was submitted and closes the file; again does nothing. */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#submitter.settled();
    await this.#log.close();
    this.db.close();
  }

  /** Drops what processes staged and never saved, long ago. */
  async #sweep(): Promise<void> {
    const stale = this.db.all('SELECT id FROM big WHERE staged < ?', Date.now() - staleMs);
    if (stale.length > 0)
      await this.writeAll(stale.map((row) => ({ name: 'big.drop', args: { big: row['id'] as number } })));
  }
}

/** Whether an operation may change what is in the outgoing queue: most writes are pieces of large values, or new messages that are not sent. */
const mayQueue = ({ name, args }: Operation): boolean =>
  name === 'message.save' ? args.id !== null || args.queue !== undefined : !name.startsWith('big.');

/** Which file lies at a path. */
function placeOf(path: string): string {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? `${found.dev}:${found.ino}` : 'nothing';
}
