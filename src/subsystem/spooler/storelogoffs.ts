import type { Guid } from '../../com/index.js';
import {
  LOGOFF_ABORT,
  LOGOFF_COMPLETE,
  LOGOFF_INBOUND,
  LOGOFF_NO_WAIT,
  LOGOFF_OUTBOUND,
  LOGOFF_OUTBOUND_QUEUE,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
} from '../../mapi/index.js';
import { isAlive } from '../profile/lock.js';
import type { SessionCore } from '../session/core.js';
import type { ClientStore } from '../session/mailport.js';
import type { OutgoingQueue } from './queue.js';
import type { Queues } from './queues.js';
import type { Receiving } from './receiving.js';

/** What the ends of stores need of the spooler. */
export interface StoreLogoffsHost {
  readonly queues: Queues;
  readonly receiving: Receiving;
  /** Waits until the transports are logged on and the stores open. */
  begun(): Promise<void>;
  /** Has all transports send what one queue holds, whatever is put off. */
  flush(queue: OutgoingQueue): Promise<void>;
}

/**
 * The ends of the stores that clients let go of: what is done with their mail then, and when the spooler lets go of them, too.
 *
 * @spec imapisupport-storelogofftransports
 */
export class StoreLogoffs {
  readonly #core: SessionCore;
  readonly #host: StoreLogoffsHost;
  /** The clients' logons for sending and receiving, by the store, and whether somebody uses them. */
  readonly #clients = new Map<Guid, Map<object, boolean>>();
  readonly #running = new Set<Promise<number>>();
  #over = false;

  /**
   * @param core the session
   * @param host the spooler
   */
  constructor(core: SessionCore, host: StoreLogoffsHost) {
    this.#core = core;
    this.#host = host;
  }

  /** A client has opened a store for sending and receiving. */
  opened({ uid, client, bySpooler }: ClientStore): void {
    const clients = this.#clients.get(uid) ?? new Map<object, boolean>();
    this.#clients.set(uid, clients.set(client, !bySpooler));
  }

  /**
   * A client lets go of a store.
   *
   * @param store PR_PROVIDER_UID
   * @param client its logon
   * @param wish one of `LOGOFF_ABORT`, `LOGOFF_NO_WAIT`, `LOGOFF_ORDERLY`, `LOGOFF_PURGE`, `LOGOFF_QUIET`
   * @returns `LOGOFF_COMPLETE`, or what goes on
   */
  left(store: Guid, client: object, wish: number): Promise<number> {
    const clients = this.#clients.get(store);
    // Where another client uses the store, and for a logon without mail, there is nothing to end.
    if (!clients?.delete(client) || isUsed(clients) || this.#over || this.#isOpenElsewhere())
      return Promise.resolve(LOGOFF_COMPLETE);
    const work = this.#end(store, clients, wish).finally(() => this.#running.delete(work));
    this.#running.add(work);
    return work;
  }

  /** Waits for what was asked for before the session ends; nothing is done any more for later ones. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#running);
    this.#over = true;
  }

  async #end(store: Guid, clients: ReadonlyMap<object, boolean>, wish: number): Promise<number> {
    const { queues, receiving } = this.#host;
    const onlyIdle = wish === LOGOFF_ABORT || wish === LOGOFF_QUIET;
    if (!onlyIdle) queues.receiveNoMoreInto(store);
    // A client may be quicker than the spooler.
    await queues.opened();
    const queue = queues.of(store);
    if (!queue) return LOGOFF_COMPLETE;
    if (onlyIdle) {
      const found = await this.#activity(queue);
      if (found !== 0) return found;
      // Into the default store comes what the session receives, whether or not a client looks.
      if (queue.uid === this.#core.stores.defaultStore) return LOGOFF_COMPLETE;
    } else {
      await this.#host.begun();
      await receiving.settled(queue.store);
      if (wish === LOGOFF_PURGE) await this.#host.flush(queue);
      if (wish === LOGOFF_NO_WAIT) {
        queue.wake();
        await queue.settled();
      }
    }
    // A client that came back meanwhile has it open again.
    if (!isUsed(clients)) await queues.release(store);
    return LOGOFF_COMPLETE;
  }

  async #activity(queue: OutgoingQueue): Promise<number> {
    const { receiving } = this.#host;
    return (
      (queue.busy > 0 ? LOGOFF_OUTBOUND : 0) |
      ((await queue.length()) > 0 ? LOGOFF_OUTBOUND_QUEUE : 0) |
      (receiving.isBusyFor(queue.store) ? LOGOFF_INBOUND : 0)
    );
  }

  /** Whether a session of another process uses the profile. */
  #isOpenElsewhere(): boolean {
    return this.#core.profile.entry.users.some((pid) => pid !== process.pid && isAlive(pid));
  }
}

const isUsed = (clients: ReadonlyMap<object, boolean>): boolean => [...clients.values()].includes(true);
