import { WireError } from '../error.js';
import { BdatTransaction, type ChunkHost } from './bdat-transaction.js';
import { rset } from './commands/rset.js';
import type { SmtpConnection } from './connection.js';
import { DataTransaction } from './data-transaction.js';
import { Fifo } from './fifo.js';
import { BDAT_WINDOW_BYTES, MESSAGES_IN_FLIGHT } from './limits.js';
import type { PreparedMessage } from './message.js';
import type { Reply } from './reply.js';
import type { SendDone, Transaction } from './transaction.js';

/** How a message left a pipeline without being sent, for whoever wants to try it elsewhere. */
export interface MessageTrace {
  /** Whether bytes were taken from its body. */
  readonly bodyTaken: boolean;
}

/**
 * The messages of one connection: one sends, those before it wait for their replies, those after it for their turn.
 * Where the server pipelines, the next one begins in the same write that ends the one before.
 *
 * @spec RFC 2920 section 3.1
 */
export class MessagePipeline {
  /** The connection whose messages these are. */
  readonly connection: SmtpConnection;
  readonly #host: ChunkHost;
  readonly #inFlight: number;
  readonly #queue: Fifo<Transaction> = new Fifo<Transaction>();
  #writer: Transaction | null = null;
  #lockStep = false;
  #pumping = false;
  #idle: (() => void)[] = [];

  /**
   * @param connection greeted, and logged on where that is needed
   * @param inFlight the most messages whose final replies are open, where the server takes BDAT
   */
  constructor(connection: SmtpConnection, inFlight: number = MESSAGES_IN_FLIGHT) {
    this.connection = connection;
    this.#inFlight = Math.max(1, inFlight);
    this.#host = {
      connection,
      dirty: false,
      unacknowledged: 0,
      active: 0,
      onRoom: null,
      released: (transaction) => this.#released(transaction),
      settled: (transaction) => this.#settled(transaction),
      told: () => this.#told(),
    };
    connection.onClosed((error) => this.#ended(error));
  }

  /** Messages that are not settled. */
  get load(): number {
    return this.#host.active + this.#queue.length;
  }

  /** How many messages it can use at once: with more there, none waits for a round trip that could be spared. */
  get depth(): number {
    const { pipelining, chunking } = this.connection.capabilities;
    if (!pipelining) return 1;
    return chunking ? this.#inFlight : 2;
  }

  /**
   * Sends a message after those before it.
   *
   * @param prepared the checked message
   * @param done told the outcome once; inside this call when nothing had to be sent to know it
   * @returns tells whether the body was touched
   */
  send(prepared: PreparedMessage, done: SendDone): MessageTrace {
    const byChunks = this.connection.capabilities.chunking && prepared.message.chunking !== false;
    const transaction = byChunks
      ? new BdatTransaction(this.#host, prepared, done)
      : new DataTransaction(this.#host, prepared, done);
    if (!this.connection.usable) {
      this.#host.active++;
      transaction.fail(this.#reason());
      return transaction;
    }
    this.#queue.push(transaction);
    this.#pump();
    this.connection.flushSoon();
    return transaction;
  }

  /** Waits until every message is settled. */
  idle(): Promise<void> {
    if (this.load === 0) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  /**
   * Ends a transaction that a refused message has left open at the server at once, instead of before the next message.
   *
   * @returns the reply to RSET, or null when there was nothing to end
   * @throws {WireError} why the connection ended
   * @spec RFC 5321 section 4.1.1.5
   */
  async reset(): Promise<Reply | null> {
    if (!this.#host.dirty || this.load > 0) return null;
    this.#host.dirty = false;
    return rset(this.connection);
  }

  #released(transaction: Transaction): void {
    if (this.#writer !== transaction) return;
    this.#writer = null;
    this.#pump();
  }

  #settled(transaction: Transaction): void {
    this.#host.active--;
    if (this.#writer === transaction) this.#writer = null;
  }

  #told(): void {
    this.#pump();
    this.connection.flushSoon();
    if (this.#idle.length > 0 && this.load === 0) for (const each of this.#idle.splice(0)) each();
  }

  #pump(): void {
    if (this.#pumping) return;
    this.#pumping = true;
    while (this.#writer === null && this.#queue.length > 0 && this.#mayStart(this.#queue.first)) {
      const next = this.#queue.shift();
      if (next === undefined) break;
      this.#host.active++;
      if (!this.connection.usable) {
        next.fail(this.#reason());
        continue;
      }
      this.#writer = next;
      next.start();
    }
    this.#pumping = false;
  }

  #mayStart(next: Transaction | undefined): boolean {
    if (!this.connection.usable) return true;
    const alone = !this.connection.capabilities.pipelining || next?.prepared.message.pipelining === false;
    if ((alone || this.#lockStep) && this.#host.active > 0) return false;
    this.#lockStep = alone;
    return this.#host.active < this.#inFlight && this.#host.unacknowledged < BDAT_WINDOW_BYTES;
  }

  #reason(): WireError {
    const { lost, farewell } = this.connection;
    if (lost !== null) return lost;
    if (farewell === null) return new WireError('closed', 'The connection is not open.');
    const words = `The server is about to close the connection: ${farewell.toString()}`;
    return new WireError('dropped', words, { phase: 'idle', reply: farewell });
  }

  #ended(error: WireError): void {
    const writer = this.#writer;
    this.#writer = null;
    writer?.fail(error);
    for (const each of this.#queue.drain()) {
      this.#host.active++;
      each.fail(error);
    }
    this.#host.onRoom?.();
  }
}
