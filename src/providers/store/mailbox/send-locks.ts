import { limit, log } from '../../../base/index.js';
import type { Operation } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

const lockMs = limit(
  'store.sendLockMs',
  2 * 60_000,
  'milliseconds',
  'A spooler renews its locks four times as often while it runs; one on another machine that died holds up its mail no longer',
);

const departures = limit(
  'store.departures',
  40,
  'messages',
  'Messages that were sent and leave the queue in one transaction: the pages that they share are written once. Half of spooler.inFlight',
);

const departureMs = limit(
  'store.departureMs',
  20,
  'milliseconds',
  'How long one waits for others: as long as so many take that leave quickly; a process that is killed meanwhile leaves it in doubt, as it would a moment before',
);

/** The messages that one logon has locked to send them. Its locks last as long as it does: they are renewed by a heartbeat. */
export class SendLocks {
  readonly #mailbox: Mailbox;
  readonly #held = new Set<number>();
  #heart: NodeJS.Timeout | undefined;
  /** Those that were sent and wait for others. */
  #departing: (() => void)[] = [];
  /** Those whose sending shall begin, and that wait for them. */
  #beginning: (() => void)[] = [];
  /** How many have waited for others and are leaving now. */
  #leaving = 0;
  #patience: NodeJS.Timeout | undefined;

  /** @param mailbox the logon */
  constructor(mailbox: Mailbox) {
    this.#mailbox = mailbox;
  }

  /**
   * Locks a message.
   *
   * @throws {ComError} `MAPI_E_NO_ACCESS` when another logon holds it; `MAPI_E_NOT_FOUND` when it is not in the queue
   */
  async take(message: number): Promise<void> {
    await this.#mailbox.writeAll([this.locking(message)]);
    this.taken(message);
  }

  /**
   * What locks a message; {@link SendLocks.taken} follows once it was written.
   *
   * @param settled whether what is saved with it says how far its sending has come
   */
  locking(message: number, settled = false): Operation {
    const { owner } = this.#mailbox;
    return { name: 'outgoing.lock', args: { message, owner, until: Date.now() + lockMs, settled } };
  }

  /**
   * Locks a message and marks that its sending begins: in the transaction with which others leave, where many are on their way.
   *
   * @param expected its change number
   * @throws {ComError} as {@link SendLocks.take}; `MAPI_E_OBJECT_CHANGED` when somebody else had it since it was opened
   */
  async begin(message: number, expected: number): Promise<void> {
    const { owner } = this.#mailbox;
    // What has just left made room for it. Where many are on their way the next of them leave in a moment, and that is soon enough.
    if (this.#onTheirWay + this.#departing.length >= departures / 2) await this.#wait(this.#beginning);
    await this.#mailbox.write('outgoing.begin', { message, owner, until: Date.now() + lockMs, expected });
    this.taken(message);
  }

  /** Whether this logon has locked a message. */
  holds(message: number): boolean {
    return this.#held.has(message);
  }

  /** A message was locked. */
  taken(message: number): void {
    this.#held.add(message);
    this.#heart ??= setInterval(() => void this.#renew(), lockMs / 4).unref();
  }

  /** Unlocks a message; what is not locked stays so. */
  async give(message: number): Promise<void> {
    await this.#mailbox.write('outgoing.unlock', { message, owner: this.#mailbox.owner });
    this.ended(message);
  }

  /** A message has left the queue, and its lock with it. */
  ended(message: number): void {
    this.#held.delete(message);
    if (this.#held.size === 0) this.#rest();
    this.#look();
  }

  /**
   * Has a message that was sent leave together with others that are on their way, if they come soon.
   *
   * @param leave takes it out of the queue
   * @returns what that answers
   */
  async together<T>(leave: () => Promise<T>): Promise<T> {
    await this.#wait(this.#departing);
    try {
      return await leave();
    } finally {
      this.#leaving--;
    }
  }

  /** Messages that are being sent, but those that have been and wait for others or leave. */
  get #onTheirWay(): number {
    return this.#held.size - this.#leaving - this.#departing.length;
  }

  #wait(line: (() => void)[]): Promise<void> {
    return new Promise((resolve) => {
      line.push(resolve);
      this.#look();
    });
  }

  /** Lets those go that wait, unless there are others on their way who are worth waiting for. */
  #look(): void {
    if (this.#departing.length + this.#beginning.length === 0) return;
    if (this.#departing.length >= departures || this.#onTheirWay <= 0) this.#depart();
    else this.#patience ??= setTimeout(() => this.#depart(), departureMs);
  }

  #depart(): void {
    clearTimeout(this.#patience);
    this.#patience = undefined;
    this.#leaving += this.#departing.length;
    for (const each of this.#beginning.splice(0)) each();
    for (const each of this.#departing.splice(0)) each();
  }

  /** Gives back what is still held, before the file is let go of. */
  async close(): Promise<void> {
    this.#rest();
    try {
      for (const message of [...this.#held]) await this.give(message);
    } catch (error) {
      log.error('messages stay locked until this process ends', error);
    }
  }

  #rest(): void {
    clearInterval(this.#heart);
    this.#heart = undefined;
  }

  async #renew(): Promise<void> {
    try {
      await this.#mailbox.write('outgoing.renew', { owner: this.#mailbox.owner, until: Date.now() + lockMs });
    } catch (error) {
      // The next beat comes long before the locks are over.
      log.error('the locks of messages that are being sent could not be renewed', error);
    }
  }
}
