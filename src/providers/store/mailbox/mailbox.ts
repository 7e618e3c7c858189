import { log, thisProcess } from '../../../base/index.js';
import { type AnyIid, borrow, ComError, type FinalRelease, type IUnknown, isPublished } from '../../../com/index.js';
import { type EntryId, type IMAPIAdviseSink, MAPI_E_NO_ACCESS } from '../../../mapi/index.js';
import { AdviseRegistry, CallsUnderWay, type NameMap, PropObject } from '../../../subsystem/index.js';
import type {
  BigWriter,
  Database,
  Operation,
  OperationArguments,
  OperationName,
  OperationResult,
} from '../sql/index.js';
import { Caller } from './caller.js';
import { EntryIds } from './entryid.js';
import { EventTeller } from './events.js';
import { comErrorOf, reading } from './failures.js';
import { StoreNames } from './namemap.js';
import { SendLocks } from './send-locks.js';
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
  /** The calls of this logon that do many things: the events that they cause follow their end. */
  readonly calls: CallsUnderWay = new CallsUnderWay();
  /** Who wants to hear of events. */
  readonly sinks: AdviseRegistry;
  /** Whether the store was opened for writing. */
  readonly writable: boolean;
  /** PR_STORE_ENTRYID. */
  readonly storeEntryId: Uint8Array;
  /** Who logged on. */
  readonly caller: Caller;
  /** Who this is in locks: one logon, as a process may have several sessions, each with its spooler. */
  readonly owner: string;
  /** The messages that this logon has locked to send them. */
  readonly sendLocks: SendLocks = new SendLocks(this);
  readonly #events: EventTeller;
  readonly #held = new Map<FinalRelease, AnyIid>();
  #users = 0;
  #tasks = new Set<Promise<unknown>>();
  #left: Promise<void> | null = null;

  /**
   * @param shared the store file, joined for this logon
   * @param folders where the known folders are
   * @param storeEntryId the entry identifier of the store as clients see it: wrapped by MAPI in a session
   * @param caller who logged on
   */
  constructor(
    shared: SharedStore,
    folders: Placement,
    storeEntryId: Uint8Array,
    caller: Caller = new Caller('alone', null),
  ) {
    this.caller = caller;
    this.shared = shared;
    this.owner = `${thisProcess}/${shared.file.process}#${++logons}`;
    this.folders = folders;
    this.storeEntryId = storeEntryId;
    this.writable = !shared.readOnly;
    this.ids = new EntryIds(shared.file.uid);
    this.names = new StoreNames(this);
    this.sinks = new AdviseRegistry({
      keyOf: (entryId) => Buffer.from(entryId.subarray(4)).toString('hex'),
      calls: this.calls,
    });
    this.#events = new EventTeller(this);
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
   * @returns what each answers
   * @throws {ComError} as {@link Mailbox.write}
   */
  async writeAll(batch: readonly Operation[]): Promise<readonly unknown[]> {
    this.requireWritable();
    try {
      const results = await this.shared.file.writeAll(batch);
      this.#followed();
      return results;
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

  /** Whether it has ended: all its objects were released, or it was logged off. */
  get over(): boolean {
    return this.#left !== null;
  }

  /** Whether an object is in use. */
  holds(object: FinalRelease): boolean {
    return this.#held.has(object);
  }

  /**
   * Begins one object's use.
   *
   * @param object the object, which is published or will be
   * @param iid the interface that it is published with
   */
  enter(object: FinalRelease, iid: AnyIid): void {
    this.#users++;
    this.#held.set(object, iid);
  }

  /**
   * Ends one object's use; the last one ends the logon.
   *
   * @param object the object
   * @param task what the object still has to finish in the store; null for nothing
   */
  leave(object: FinalRelease, task: Promise<unknown> | null = null): void {
    if (!this.#held.delete(object)) return;
    if (task) {
      const safe = task.catch((error: unknown) => log.error('an object could not be cleaned up', error));
      this.#tasks.add(safe);
      void safe.then(() => this.#tasks.delete(safe));
    }
    if (--this.#users > 0) return;
    this.caller.leave();
    this.#events.end();
    this.sinks.close();
    this.#left = this.#close();
    void this.#left.then(() => this.#tell());
  }

  /**
   * Ends the logon by force: the objects that others still hold become unusable, what they have not saved is lost.
   *
   * @spec imslogon-logoff
   */
  async logoff(): Promise<void> {
    for (;;) {
      const [held] = this.#held;
      if (!held) break;
      const [object, iid] = held;
      if (isPublished(object)) await this.caller.invalidate(borrow<IUnknown>(object as never, iid), iid);
      if (object instanceof PropObject) await object.turns.run(() => undefined);
      object.finalRelease?.();
      this.#held.delete(object);
    }
    await this.closed();
  }

  /** Answers when the file was let go, once all objects were released. */
  async closed(): Promise<void> {
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
      await this.sendLocks.close();
      await this.shared.leave();
    } catch (error) {
      log.error('the store could not be closed', error);
    }
  }

  async #tell(): Promise<void> {
    try {
      await this.caller.end();
    } catch (error) {
      log.error('MAPI was not told that the store was closed', error);
    }
  }
}

/** Logons of this process so far. */
let logons = 0;
