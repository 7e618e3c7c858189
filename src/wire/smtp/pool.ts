import { WireError } from '../error.js';
import { quit } from './commands/quit.js';
import { SmtpConnection } from './connection.js';
import { Fifo } from './fifo.js';
import { POOL_QUEUE } from './limits.js';
import { type Message, type PreparedMessage, prepareMessage } from './message.js';
import { MessagePipeline, type MessageTrace } from './pipeline.js';
import { logOn, type SessionOptions } from './session.js';
import type { SendResult } from './transaction.js';

/** How a pool uses its connections. */
export interface PoolOptions extends SessionOptions {
  /** Most connections at once; 5 by default. */
  readonly maxConnections?: number;
  /** Messages after which a connection is closed politely; no bound by default. */
  readonly maxMessages?: number;
  /** Seconds after which an unused connection is closed politely; 30 by default, 0 keeps it. */
  readonly idleSeconds?: number;
  /** Most messages whose final replies are open on one connection, where the server takes BDAT. */
  readonly inFlight?: number;
  /** Most messages that wait; beyond it `send` fails with `too-many`. */
  readonly queueLimit?: number;
  /** How often a message that was certainly not delivered is tried on another connection; 2 by default. */
  readonly retries?: number;
}

/** A message that waits or is being sent. */
interface Job {
  readonly prepared: PreparedMessage;
  readonly resolve: (result: SendResult) => void;
  readonly reject: (error: WireError) => void;
  attempts: number;
}

/** A connection of the pool. */
interface Member {
  readonly connection: SmtpConnection;
  readonly pipeline: MessagePipeline;
  given: number;
  idleSince: number;
}

/**
 * Sends messages over several connections that stay open between them. Messages leave in the order they were given,
 * but over more than one connection they may arrive in another.
 *
 * A message whose connection ends before it was sent whole is certainly not delivered: it is tried again elsewhere, a
 * bounded number of times. One whose final reply was lost fails with `in-doubt` and is never sent twice by the pool.
 */
export class SmtpPool {
  readonly #options: PoolOptions;
  readonly #maxConnections: number;
  readonly #maxMessages: number;
  readonly #retries: number;
  readonly #queueLimit: number;
  readonly #queue: Fifo<Job> = new Fifo<Job>();
  readonly #members: Member[] = [];
  readonly #opening: Set<SmtpConnection> = new Set<SmtpConnection>();
  #idleTimer: NodeJS.Timeout | null = null;
  #unsettled = 0;
  #closed = false;
  #whenEmpty: (() => void)[] = [];

  /**
   * Makes a pool; connections are opened when messages need them.
   *
   * @param options where to, how, and how many
   */
  constructor(options: PoolOptions) {
    this.#options = options;
    this.#maxConnections = Math.max(1, options.maxConnections ?? 5);
    this.#maxMessages = Math.max(1, options.maxMessages ?? Number.POSITIVE_INFINITY);
    this.#retries = Math.max(0, options.retries ?? 2);
    this.#queueLimit = Math.max(1, options.queueLimit ?? POOL_QUEUE);
  }

  /** Messages that are not settled, waiting ones included. */
  get unsettled(): number {
    return this.#unsettled;
  }

  /** Connections that are open or being opened. */
  get connections(): number {
    return this.#members.length + this.#opening.size;
  }

  /**
   * Sends a message as soon as a connection has room for it.
   *
   * @param message envelope and body
   * @returns what the server said, and which recipients it took
   * @throws {WireError} what {@link SmtpClient.send} throws; what {@link openSession} throws when no connection can be
   *   had; `too-many` when too many wait; `closed` after {@link close} or {@link abort}
   */
  send(message: Message): Promise<SendResult> {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw new WireError('closed', 'The pool is closed.');
      if (this.#queue.length >= this.#queueLimit) {
        throw new WireError('too-many', `More than ${this.#queueLimit} messages wait already.`, { phase: 'check' });
      }
      const waiting = this.#queue.length > 0;
      this.#queue.push({ prepared: prepareMessage(message), resolve, reject, attempts: 0 });
      this.#unsettled++;
      // While others wait, every connection is full, and whichever has room first looks at the queue itself.
      if (!waiting || this.connections < this.#maxConnections) this.#dispatch();
    });
  }

  /** Takes no more messages, lets those it has be settled, says QUIT on every connection. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#unsettled > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
    this.#stopTimer();
    for (const connection of this.#opening) connection.destroy();
    await Promise.all(this.#members.splice(0).map((member) => quit(member.connection)));
  }

  /**
   * Takes no more messages and ends every connection at once. Messages that wait fail with the error, as do those on
   * their way, unless they are `in-doubt`.
   *
   * @param error why; `closed` by default
   */
  abort(error: WireError = new WireError('closed', 'The pool was closed.')): void {
    this.#closed = true;
    this.#stopTimer();
    for (const job of this.#queue.drain()) this.#reject(job, error);
    for (const connection of [...this.#opening]) connection.destroy(error);
    for (const member of [...this.#members]) member.connection.destroy(error);
  }

  /** Gives what waits to connections with room, the emptiest first, and opens more where all are in use. */
  #dispatch(): void {
    while (this.#queue.length > 0) {
      let best: Member | null = null;
      for (const member of this.#members) {
        if (this.#hasRoom(member) && (best === null || member.pipeline.load < best.pipeline.load)) best = member;
      }
      if (best === null || best.pipeline.load > 0) this.#open();
      if (best === null) return;
      const job = this.#queue.shift();
      if (job !== undefined) this.#give(best, job);
    }
  }

  #hasRoom(member: Member): boolean {
    return member.given < this.#maxMessages && member.pipeline.load < member.pipeline.depth && member.connection.usable;
  }

  #give(member: Member, job: Job): void {
    member.given++;
    // The outcome may come inside the call, when the connection can't carry this message: there is no trace to look at
    // then, and whoever called goes on giving.
    let trace: MessageTrace | null = null;
    trace = member.pipeline.send(job.prepared, (error, result) => {
      if (result !== null) {
        this.#unsettled--;
        job.resolve(result);
      } else if (error !== null) this.#failed(member, job, error, trace?.bodyTaken === true);
      if (trace !== null) this.#freed(member);
    });
  }

  #failed(member: Member, job: Job, error: WireError, bodyTaken: boolean): void {
    const lost = error === member.connection.lost || error.reply?.code === 421;
    const again = lost && error.code !== 'in-doubt' && !(bodyTaken && job.prepared.source.once === true);
    if (again && !this.#closed && job.attempts < this.#retries) {
      job.attempts++;
      this.#queue.unshift(job);
    } else this.#reject(job, error);
  }

  #reject(job: Job, error: WireError): void {
    this.#unsettled--;
    job.reject(error);
    this.#tellWhenEmpty();
  }

  /** A connection has room again. */
  #freed(member: Member): void {
    while (this.#queue.length > 0 && this.#hasRoom(member)) {
      const job = this.#queue.shift();
      if (job !== undefined) this.#give(member, job);
    }
    if (member.pipeline.load > 0) return;
    this.#tellWhenEmpty();
    // After 421 nothing more is said; to wait until the server closes as well would only keep a place occupied.
    if (member.connection.farewell !== null) member.connection.close();
    else if (member.given >= this.#maxMessages) void member.pipeline.idle().then(() => this.#retire(member));
    else this.#rest(member);
  }

  #tellWhenEmpty(): void {
    if (this.#unsettled === 0 && this.#whenEmpty.length > 0) for (const each of this.#whenEmpty.splice(0)) each();
  }

  #open(): void {
    if (this.connections >= this.#maxConnections || this.#opening.size >= this.#queue.length) return;
    let connection: SmtpConnection;
    try {
      connection = new SmtpConnection(this.#options);
    } catch (error) {
      this.#unreachable(error);
      return;
    }
    this.#opening.add(connection);
    void this.#begin(connection).then(
      () => {
        this.#opening.delete(connection);
        this.#join(connection);
      },
      (error: unknown) => {
        this.#opening.delete(connection);
        connection.destroy();
        if (this.connections === 0) this.#unreachable(error);
      },
    );
  }

  async #begin(connection: SmtpConnection): Promise<void> {
    await connection.open();
    await logOn(connection, this.#options);
  }

  #join(connection: SmtpConnection): void {
    if (this.#closed && this.#unsettled === 0) {
      void quit(connection);
      return;
    }
    const pipeline = new MessagePipeline(connection, this.#options.inFlight);
    const member: Member = { connection, pipeline, given: 0, idleSince: performance.now() };
    this.#members.push(member);
    // Behind the pipeline's own listener: by now its messages have come back to the queue or failed.
    connection.onClosed(() => {
      this.#leave(member);
      this.#dispatch();
    });
    this.#dispatch();
    if (pipeline.load === 0) this.#rest(member);
  }

  /** No connection stands and none can be had: whatever waits would wait for ever. */
  #unreachable(error: unknown): void {
    const reason =
      error instanceof WireError ? error : new WireError('connect-failed', String(error), { cause: error });
    for (const job of this.#queue.drain()) this.#reject(job, reason);
  }

  #retire(member: Member): void {
    if (!this.#leave(member)) return;
    void quit(member.connection);
    this.#dispatch();
  }

  #leave(member: Member): boolean {
    const at = this.#members.indexOf(member);
    if (at >= 0) this.#members.splice(at, 1);
    return at >= 0;
  }

  /** Notes that a connection is unused; one timer for the pool looks after all of them. */
  #rest(member: Member): void {
    const seconds = this.#options.idleSeconds ?? 30;
    member.idleSince = performance.now();
    if (seconds <= 0 || this.#idleTimer !== null || this.#closed) return;
    this.#idleTimer = setTimeout(() => {
      this.#idleTimer = null;
      const before = performance.now() - seconds * 1000;
      for (const each of [...this.#members]) {
        if (each.pipeline.load > 0) continue;
        if (each.idleSince <= before + 1) this.#retire(each);
        else this.#restAgain(each);
      }
    }, seconds * 1000);
    this.#idleTimer.unref();
  }

  #restAgain(member: Member): void {
    const since = member.idleSince;
    this.#rest(member);
    member.idleSince = since;
  }

  #stopTimer(): void {
    if (this.#idleTimer !== null) clearTimeout(this.#idleTimer);
    this.#idleTimer = null;
  }
}
