import { log } from '../../base/index.js';
import { ComError, failed, type Guid, nameOf } from '../../com/index.js';
import { type EntryId, type IMsgStore, MAPI_E_NOT_FOUND, MDB_WRITE } from '../../mapi/index.js';
import type { SessionCore } from '../session/core.js';
import type { ClientStore } from '../session/mailport.js';
import { OutgoingQueue, type QueueHost } from './queue.js';
import type { TransportSession } from './transport.js';

/** The stores of a session as its spooler has them open, each with its outgoing queue. */
export class Queues {
  readonly #core: SessionCore;
  readonly #host: QueueHost;
  readonly #all = new Map<Guid, OutgoingQueue>();
  readonly #opening = new Map<Guid, Promise<void>>();
  /** Stores that clients have logged off from so that nothing may come in. */
  readonly #shut = new Set<Guid>();
  readonly #leaving = new Map<Guid, Promise<void>>();
  #closing = false;

  /**
   * @param core the session
   * @param host the spooler
   */
  constructor(core: SessionCore, host: QueueHost) {
    this.#core = core;
    this.#host = host;
  }

  /** All that are open. */
  get all(): readonly OutgoingQueue[] {
    return [...this.#all.values()];
  }

  /** That of one store; undefined when it is not open. */
  of(store: Guid): OutgoingQueue | undefined {
    return this.#all.get(store);
  }

  /** The store for what comes in; null while none is open, and when a client has ended that. */
  get inbox(): IMsgStore | null {
    const uid = this.#core.stores.defaultStore;
    return uid !== null && this.#shut.has(uid) ? null : this.#forMail;
  }

  /** The store for reports. @throws {ComError} `MAPI_E_NOT_FOUND` while none is open */
  requireInbox(): IMsgStore {
    const store = this.#forMail;
    if (!store) throw new ComError(MAPI_E_NOT_FOUND, 'the session has no message store for mail');
    return store;
  }

  get #forMail(): IMsgStore | null {
    const uid = this.#core.stores.defaultStore;
    return ((uid && this.#all.get(uid)) ?? this.all[0])?.store ?? null;
  }

  /** Opens a store that a client has opened, too. Once: to open it twice would end the first with the second. */
  open(store: ClientStore): void {
    const { uid } = store;
    this.#shut.delete(uid);
    if (this.#closing || this.#all.has(uid) || this.#opening.has(uid)) return;
    const work: Promise<void> = this.#open(store)
      .catch((error: unknown) => log.error('the spooler could not open a message store', error))
      .finally(() => this.#opening.delete(uid));
    this.#opening.set(uid, work);
  }

  /** Opens the default store, in which messages of earlier sessions may wait. */
  async openDefault(): Promise<void> {
    const uid = this.#core.stores.defaultStore;
    if (uid === null || this.#all.has(uid)) return;
    const opened = await this.#core.stores.openProvider(uid, null, null, MDB_WRITE, true);
    const store = ('Release' in opened ? opened : opened.value) as IMsgStore;
    store.Release();
    await this.opened();
  }

  /** Waits until all that are being opened are open. */
  async opened(): Promise<void> {
    await Promise.all(this.#opening.values());
  }

  /** Nothing may come into a store any more, until a client opens it again. */
  receiveNoMoreInto(store: Guid): void {
    this.#shut.add(store);
  }

  /** Lets go of a store, after what is on its way. What waits in it is for whoever opens it next. */
  async release(store: Guid): Promise<void> {
    const queue = this.#all.get(store);
    if (!queue) return;
    this.#all.delete(store);
    const work = queue.close().finally(() => this.#leaving.delete(store));
    this.#leaving.set(store, work);
    await work;
  }

  /** Has everything tried now that waits. */
  hurry(): void {
    for (const queue of this.#all.values()) queue.hurry();
  }

  /** Waits until nothing is on its way, nor could be now. */
  async settled(): Promise<void> {
    for (const queue of this.all) await queue.settled();
  }

  /** A transport asks for a message that it has deferred. */
  resume(entryId: EntryId, transport: TransportSession): void {
    if (this.all.some((queue) => queue.resume(entryId, transport))) return;
    log.warn(`${transport.name} asks for a message that it was not to send`);
  }

  /** Transports were logged off and on. */
  transportsAre(transports: readonly TransportSession[]): void {
    for (const queue of this.#all.values()) queue.transportsAre(transports);
  }

  /** Closes them, after what is on its way. */
  async close(): Promise<void> {
    this.#closing = true;
    await this.opened();
    await Promise.all([...this.#leaving.values(), ...this.all.map((queue) => queue.close())]);
    this.#all.clear();
  }

  async #open(store: ClientStore): Promise<void> {
    // One that is being let go of would take the new one with it.
    await this.#leaving.get(store.uid)?.catch(() => undefined);
    using support = store.support();
    const { name } = this.#core.profile;
    const [hr, told] = await store.provider.SpoolerLogon<IMsgStore>(
      support,
      0,
      name,
      store.entryId,
      MDB_WRITE,
      null,
      store.security,
    );
    if (failed(hr) || !told || !('lppMDB' in told))
      throw new ComError(hr, told?.lppMAPIError?.lpszError || `SpoolerLogon answered ${nameOf(hr)}`);
    const queue = new OutgoingQueue(store.uid, told.lppMDB, told.lppMSLogon, this.#host);
    if (this.#closing) {
      await queue.close();
      return;
    }
    this.#all.set(store.uid, queue);
    await queue.open();
  }
}
