import { log } from '../../../base/index.js';
import { ComError } from '../../../com/index.js';
import { type EntryId, type IMAPIAdviseSink, MAPI_E_NO_ACCESS } from '../../../mapi/index.js';
import { AdviseRegistry, type NameMap } from '../../../subsystem/index.js';
import type {
  BigWriter,
  Database,
  Operation,
  OperationArguments,
  OperationName,
  OperationResult,
} from '../sql/index.js';
import { EntryIds } from './entryid.js';
import { EventTeller } from './events.js';
import { comErrorOf, reading } from './failures.js';
import { StoreNames } from './namemap.js';
import type { SharedStore } from './shared-store.js';
import type { Placement } from './well-known.js';

/** One logon to a store: what its store, folder and message objects share. It lasts as long as the last of them. */
export class Mailbox {
  /** The store file as the process shares it. */
  readonly shared: SharedStore;
  /** Entry identifiers. */
  readonly ids: EntryIds;
  /** Where the folders are that everybody knows. */
  readonly folders: Placement;
  /** Named properties. */
  readonly names: NameMap;
  /** Who wants to hear of events. */
  readonly sinks: AdviseRegistry;
  /** Whether the store was opened for writing. */
  readonly writable: boolean;
  /** PR_STORE_ENTRYID. */
  readonly storeEntryId: Uint8Array;
  readonly #events: EventTeller;
  #users = 0;
  #tasks = new Set<Promise<unknown>>();
  #left: Promise<void> | null = null;

  /**
   * @param shared the store file, joined for this logon
   * @param folders where the known folders are
   * @param storeEntryId the entry identifier of the store
   */
  constructor(shared: SharedStore, folders: Placement, storeEntryId: Uint8Array) {
    this.shared = shared;
    this.folders = folders;
    this.storeEntryId = storeEntryId;
    this.writable = !shared.readOnly;
    this.ids = new EntryIds(shared.file.uid);
    this.names = new StoreNames(this);
    this.sinks = new AdviseRegistry({ keyOf: (entryId) => Buffer.from(entryId.subarray(4)).toString('hex') });
    this.#events = new EventTeller(this);
  }

  /** Who this is in locks. */
  get owner(): string {
    return this.shared.file.process;
  }

  /**
   * Reads the store.
   *
   * @throws {ComError} what the layer below throws, as MAPI knows it
   */
  read<T>(step: (db: Database) => T): T {
    return reading(() => step(this.shared.file.db));
  }

  /**
   * Writes one thing; the events that it causes follow the call.
   *
   * @throws {ComError} what the layer below throws, as MAPI knows it; `MAPI_E_NO_ACCESS` in a store opened for reading
   */
  async write<K extends OperationName>(name: K, args: OperationArguments<K>): Promise<OperationResult<K>> {
    this.requireWritable();
    try {
      const result = await this.shared.file.write(name, args);
      if (!name.startsWith('big.')) this.#followed();
      return result;
    } catch (error) {
      throw comErrorOf(error);
    }
  }

  /**
   * Writes several things, all of them or none.
   *
   * @throws {ComError} as {@link Mailbox.write}
   */
  async writeAll(batch: readonly Operation[]): Promise<void> {
    this.requireWritable();
    try {
      await this.shared.file.writeAll(batch);
      this.#followed();
    } catch (error) {
      throw comErrorOf(error);
    }
  }

  /** Makes room for a large value. */
  async stage(): Promise<BigWriter> {
    this.requireWritable();
    try {
      return await this.shared.file.stage();
    } catch (error) {
      throw comErrorOf(error);
    }
  }

  /** Looks through the folders of a search once more; its tables follow. */
  async research(folder: number): Promise<void> {
    try {
      await this.shared.search(folder);
    } catch (error) {
      throw comErrorOf(error);
    }
  }

  /** @throws {ComError} `MAPI_E_NO_ACCESS` when the store was opened for reading alone */
  requireWritable(): void {
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the store is open for reading alone');
  }

  /**
   * Registers a sink; while there is one, the changes of the store are followed.
   *
   * @param entryId the object it wants to hear of; null for everything
   * @param mask `fnev*` events, ORed
   * @param sink the sink
   * @returns the connection number
   * @throws {ComError} as {@link AdviseRegistry.advise}
   */
  advise(entryId: EntryId | null, mask: number, sink: IMAPIAdviseSink): number {
    this.#events.begin();
    try {
      return this.sinks.advise(entryId, mask, sink);
    } finally {
      this.#rest();
    }
  }

  /**
   * Ends a registration.
   *
   * @param connection what {@link Mailbox.advise} answered
   * @throws {ComError} as {@link AdviseRegistry.unadvise}
   */
  unadvise(connection: number): void {
    this.sinks.unadvise(connection);
    this.#rest();
  }

  /** Begins one object's use. */
  enter(): void {
    this.#users++;
  }

  /**
   * Ends one object's use; the last one ends the logon.
   *
   * @param task what the object still has to finish in the store
   */
  leave(task: Promise<unknown> = Promise.resolve()): void {
    const safe = task.catch((error: unknown) => log.error('an object could not be cleaned up', error));
    this.#tasks.add(safe);
    void safe.then(() => this.#tasks.delete(safe));
    if (--this.#users > 0) return;
    this.#events.end();
    this.sinks.close();
    this.#left = this.#close();
  }

  /** Answers when the logon has ended, once all its objects were released. */
  async ended(): Promise<void> {
    await this.#left;
  }

  // Who follows a store for nobody keeps the process busy for nothing.
  #rest(): void {
    if (this.sinks.size === 0) this.#events.end();
  }

  // What was written stays written, whatever becomes of search folders and sinks.
  #followed(): void {
    try {
      this.shared.follow();
    } catch (error) {
      log.error('listeners could not follow a change', error);
    }
  }

  async #close(): Promise<void> {
    try {
      await Promise.all(this.#tasks);
      await this.shared.leave();
    } catch (error) {
      log.error('the store could not be closed', error);
    }
  }
}
