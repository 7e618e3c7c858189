import { limit, log } from '../../../base/index.js';
import type { Operation } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

const lockMs = limit(
  'store.sendLockMs',
  2 * 60_000,
  'milliseconds',
  'A spooler renews its locks four times as often while it runs; one on another machine that died holds up its mail no longer',
);

/** The messages that one logon has locked to send them. Its locks last as long as it does: they are renewed by a heartbeat. */
export class SendLocks {
  readonly #mailbox: Mailbox;
  readonly #held = new Set<number>();
  #heart: NodeJS.Timeout | undefined;

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

  /** What locks a message; {@link SendLocks.taken} follows once it was written. */
  locking(message: number): Operation {
    return { name: 'outgoing.lock', args: { message, owner: this.#mailbox.owner, until: Date.now() + lockMs } };
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
