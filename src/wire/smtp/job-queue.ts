import type { WireError } from '../error.js';
import { Fifo } from './fifo.js';
import type { PreparedMessage } from './message.js';
import type { SendResult } from './transaction.js';

/** A message that a pool has not settled. */
export interface Job {
  readonly prepared: PreparedMessage;
  readonly resolve: (result: SendResult) => void;
  readonly reject: (error: WireError) => void;
  /** Its place among all messages of the pool. */
  readonly place: number;
  /** How often a connection was lost under it. */
  attempts: number;
  /** How often a connection had its fill before it. */
  turns: number;
  /** Only connections with a higher number may take it. */
  after: number;
}

/** The messages of a pool that wait for a connection: those that come back keep the place they had. */
export class JobQueue {
  readonly #new: Fifo<Job> = new Fifo<Job>();
  #back: Job[] = [];

  /** How many wait. */
  get length(): number {
    return this.#new.length + this.#back.length;
  }

  /** @param job waits behind all others */
  push(job: Job): void {
    this.#new.push(job);
  }

  /**
   * Takes a message back that was given away: it waits before all that were given later.
   *
   * @param job the message
   */
  putBack(job: Job): void {
    let at = this.#back.length;
    while (at > 0 && (this.#back[at - 1]?.place ?? 0) > job.place) at--;
    this.#back.splice(at, 0, job);
  }

  /**
   * Whether there is a message that a connection may take.
   *
   * @param number the connection's number
   */
  has(number: number): boolean {
    return this.#new.length > 0 || (this.#back.length > 0 && this.#back.some((job) => job.after < number));
  }

  /**
   * Takes the first message that a connection may have.
   *
   * @param number the connection's number
   */
  take(number: number): Job | undefined {
    if (this.#back.length === 0) return this.#new.shift();
    const at = this.#back.findIndex((job) => job.after < number);
    return at < 0 ? this.#new.shift() : this.#back.splice(at, 1)[0];
  }

  /** Lets every connection take every message. */
  forgive(): void {
    for (const job of this.#back) job.after = 0;
  }

  /** Takes all of them, in order. */
  drain(): Job[] {
    const all = [...this.#back, ...this.#new.drain()];
    this.#back = [];
    return all;
  }
}
