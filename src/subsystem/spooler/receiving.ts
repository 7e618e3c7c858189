import { log } from '../../base/index.js';
import type { IMsgStore, NEWMAIL_NOTIFICATION } from '../../mapi/index.js';
import { type InboundHook, receive, tellOfArrival } from './inbound.js';
import { pollMs } from './limits.js';
import type { TransportSession } from './transport.js';

/** What receiving needs of the spooler. */
export interface ReceivingHost {
  /** The transports that are logged on. */
  readonly transports: readonly TransportSession[];
  /** The store for what comes in; null while there is none. */
  readonly inbox: IMsgStore | null;
  /** The inbound hooks. */
  readonly hook: InboundHook;
}

/** The inbound half of the spooler: when transports are asked for mail, one round at a time for each, and what stores got by themselves. */
export class Receiving {
  readonly #host: ReceivingHost;
  readonly #rounds = new Map<TransportSession, { readonly store: IMsgStore; readonly round: Promise<number> }>();
  #arrivals: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closing = false;

  /** @param host the spooler */
  constructor(host: ReceivingHost) {
    this.#host = host;
  }

  /** Polls the transports that want it, from now on. */
  poll(pause = 0): void {
    if (this.#closing) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void this.#pollAll()
        .catch((error: unknown) => log.error('transports could not be polled', error))
        .finally(() => this.poll(pollMs));
    }, pause);
  }

  /**
   * Takes over what a transport has.
   *
   * @param transport the transport
   * @param over whether whoever asks has enough; not looked at when it is being done already
   */
  from(transport: TransportSession, over: () => boolean = () => false): Promise<number> {
    const running = this.#rounds.get(transport);
    if (running) return running.round;
    const store = this.#host.inbox;
    if (this.#closing || transport.critical || transport.broken || !store) return Promise.resolve(0);
    const round = receive(store, transport, {
      hook: this.#host.hook,
      over: () => this.#closing || this.#host.inbox !== store || over(),
    })
      .catch((error: unknown) => {
        log.error(`mail of ${transport.name} could not be taken over`, error);
        return 0;
      })
      .finally(() => this.#rounds.delete(transport));
    this.#rounds.set(transport, { store, round });
    return round;
  }

  /** A transport tells of mail (NOTIFY_NEWMAIL): it is taken over soon, for the transport has to be able to return before. */
  soon(transport: TransportSession): void {
    setImmediate(() => {
      // A round that runs already may have missed it.
      Promise.resolve(this.#rounds.get(transport)?.round)
        .then(() => this.from(transport))
        .catch((error: unknown) => log.error(`${transport.name} could not be asked for its mail`, error));
    });
  }

  /**
   * A store tells of a message that it got by itself (NOTIFY_NEWMAIL_RECEIVED): hooks see it, then the store is told to tell
   * others. One after the other, when the store has returned.
   *
   * @param store the store, as the spooler has it
   * @param news what it tells
   */
  arrived(store: IMsgStore, news: NEWMAIL_NOTIFICATION): void {
    this.#arrivals = this.#arrivals
      .then(() => new Promise((resolve) => setImmediate(resolve)))
      .then(() => tellOfArrival(store, news, this.#host.hook))
      .catch((error: unknown) => log.error('a message that a store has received could not be told of', error));
  }

  /** Whether something comes into a store at the moment. */
  isBusyFor(store: IMsgStore): boolean {
    return [...this.#rounds.values()].some((one) => one.store === store);
  }

  /** Waits until nothing comes into a store that is not for mail any more. What is under way is finished. */
  async settled(store: IMsgStore): Promise<void> {
    await Promise.all([...this.#rounds.values()].filter((one) => one.store === store).map(({ round }) => round));
    await this.#arrivals;
  }

  /** Ends, after what is under way. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    await Promise.all([...this.#rounds.values()].map(({ round }) => round));
    await this.#arrivals;
  }

  async #pollAll(): Promise<void> {
    // Without a store there is nowhere to put anything.
    if (this.#host.inbox === null) return;
    for (const transport of this.#host.transports) {
      if (this.#closing || transport.critical || transport.broken) continue;
      if (transport.polls && (await transport.poll())) await this.from(transport);
      if (transport.idles) await transport.idle();
    }
  }
}
