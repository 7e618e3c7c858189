import { WireError } from '../error.js';
import { quit } from './commands/quit.js';
import { SmtpConnection } from './connection.js';
import { type Job, JobQueue } from './job-queue.js';
import { CONNECT_RETRIES, POOL_QUEUE } from './limits.js';
import { type Message, prepareMessage } from './message.js';
import { connectDelay, Outage } from './outage.js';
import { MessagePipeline, type MessageTrace } from './pipeline.js';
import { hasItsFill, IdleWatch, type Member } from './pool-member.js';
import type { PoolOptions } from './pool-options.js';
import { logOn } from './session.js';
import type { SendResult } from './transaction.js';

/**
 * Sends messages over several connections that stay open between them.
 *
 * Order: messages leave in the order they were given. One that comes back leaves before all that were given after it,
 * but what was sent behind it meanwhile stays sent; and over more than one connection messages may arrive in any order.
 * Who needs an order waits for one message before giving the next.
 *
 * What is tried again, always on another connection:
 * - A message whose connection ended before it was sent whole is certainly not delivered; so is one behind a reply 421,
 *   with which the server stops listening. It is tried again `retries` times.
 * - A MAIL that is put off (4yz) on a connection that has delivered already: many servers take only so many messages on
 *   each connection and say so with 452 or 421. The connection is given up, and the message goes to a younger one. That
 *   is not counted among `retries`, since others were delivered; but it happens no more often than the pool can have
 *   messages in flight. On a connection that has delivered nothing, the refusal is about the message, and is told.
 * - A connection that can't be had: `connectRetries` times with growing delays while no other stands, counted from the
 *   beginning when one stood in between. Then everything that waits fails with the last reason, and the next message
 *   begins anew. What will not get better by waiting is told at once: an unknown host, a certificate, a logon, a
 *   refusal with 5yz. While others stand, they carry the messages, and attempts are spaced in the same way.
 *
 * Never tried again: a message whose final reply was lost, which fails with `in-doubt`; one whose body can be read but
 * once, when its reading had begun; any after {@link abort}.
 *
 * @spec RFC 5321 section 4.5.4.1
 */
export class SmtpPool {
  readonly #options: PoolOptions;
  readonly #maxConnections: number;
  readonly #maxMessages: number;
  readonly #retries: number;
  readonly #queueLimit: number;
  readonly #queue: JobQueue = new JobQueue();
  readonly #outage: Outage;
  readonly #members: Member[] = [];
  readonly #idle: IdleWatch;
  readonly #opening: Set<SmtpConnection> = new Set<SmtpConnection>();
  #unsettled = 0;
  #places = 0;
  #joined = 0;
  #closed = false;
  #aborted = false;
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
    this.#idle = new IdleWatch(options.idleSeconds ?? 30, this.#members, (member) => this.#retire(member));
    const connectRetries = Math.max(0, options.connectRetries ?? CONNECT_RETRIES);
    this.#outage = new Outage(connectRetries, options.connectDelay ?? connectDelay, () => this.#dispatch());
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
      const waiting = this.#queue.has(0);
      const prepared = prepareMessage(message);
      this.#queue.push({ prepared, resolve, reject, place: this.#places++, attempts: 0, turns: 0, after: 0 });
      this.#unsettled++;
      // While others wait, every connection is full, and whichever has room first looks at the queue itself.
      if (!waiting || this.connections < this.#maxConnections) this.#dispatch();
    });
  }

  /** Takes no more messages, lets those it has be settled, with all their retries, and says QUIT on every connection. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#unsettled > 0) await new Promise<void>((resolve) => this.#whenEmpty.push(resolve));
    this.#idle.stop();
    this.#outage.end();
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
    this.#aborted = true;
    this.#idle.stop();
    this.#outage.end();
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
      const job = this.#queue.take(best.number);
      if (job !== undefined) this.#give(best, job);
    }
  }

  #hasRoom(member: Member): boolean {
    if (member.full || member.pipeline.load >= member.pipeline.depth) return false;
    return member.connection.usable && this.#queue.has(member.number);
  }

  #give(member: Member, job: Job): void {
    member.given++;
    member.full ||= member.given >= this.#maxMessages;
    // The outcome may come inside the call, when the connection can't carry this message: there is no trace to look at
    // then, and whoever called goes on giving.
    let trace: MessageTrace | null = null;
    trace = member.pipeline.send(job.prepared, (error, result) => {
      if (result !== null) {
        this.#unsettled--;
        member.delivered++;
        job.resolve(result);
      } else if (error !== null) this.#failed(member, job, error, trace?.bodyTaken === true);
      if (trace !== null) this.#freed(member);
    });
  }

  #failed(member: Member, job: Job, error: WireError, bodyTaken: boolean): void {
    const spent = bodyTaken && job.prepared.source.once === true;
    if (!this.#aborted && !spent && this.#mayGoElsewhere(member, job, error)) this.#queue.putBack(job);
    else this.#reject(job, error);
  }

  #mayGoElsewhere(member: Member, job: Job, error: WireError): boolean {
    if (error.code === 'in-doubt' || this.#retries === 0) return false;
    if (member.delivered > 0 && hasItsFill(error)) {
      member.full = true;
      job.after = this.#joined;
      return job.turns++ < Math.max(this.#retries, member.pipeline.depth * this.#maxConnections);
    }
    const lost = error === member.connection.lost || error.reply?.code === 421;
    return lost && job.attempts++ < this.#retries;
  }

  #reject(job: Job, error: WireError): void {
    this.#unsettled--;
    job.reject(error);
    this.#tellWhenEmpty();
  }

  /** A connection has room again. */
  #freed(member: Member): void {
    while (this.#hasRoom(member)) {
      const job = this.#queue.take(member.number);
      if (job !== undefined) this.#give(member, job);
    }
    if (member.pipeline.load > 0) return;
    this.#tellWhenEmpty();
    // After 421 nothing more is said; to wait until the server closes as well would only keep a place occupied.
    if (member.connection.farewell !== null) member.connection.close();
    else if (member.full) void member.pipeline.idle().then(() => this.#retire(member));
    else this.#idle.rest(member);
  }

  #tellWhenEmpty(): void {
    if (this.#unsettled === 0 && this.#whenEmpty.length > 0) for (const each of this.#whenEmpty.splice(0)) each();
  }

  #open(): void {
    if (this.connections >= this.#maxConnections || this.#opening.size >= this.#queue.length) return;
    if (this.#outage.waiting) return;
    // One attempt tells whether the server is there again.
    if (this.#outage.lasts && this.#opening.size > 0) return;
    let connection: SmtpConnection;
    try {
      connection = new SmtpConnection(this.#options);
    } catch (error) {
      this.#unreachable(error instanceof WireError ? error : brokenOption(error));
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
        this.#notReached(error);
      },
    );
  }

  async #begin(connection: SmtpConnection): Promise<void> {
    await connection.open();
    await logOn(connection, this.#options);
    if (connection.usable) return;
    const words = 'The server closes the connection before it takes a message.';
    throw connection.lost ?? new WireError('dropped', words, { phase: 'idle' });
  }

  /** A connection can't be had. While others are being opened or stand, these count. */
  #notReached(error: unknown): void {
    if (this.#closed && this.#unsettled === 0) return;
    if (this.#opening.size > 0) {
      this.#outage.suspect();
      return;
    }
    const reason = error instanceof WireError ? error : brokenOption(error);
    // What was to go by this connection goes by whichever there is.
    this.#queue.forgive();
    if (!this.#outage.attemptFailed(reason, this.#members.length === 0)) this.#unreachable(reason);
    else if (this.#members.length > 0) this.#dispatch();
  }

  #join(connection: SmtpConnection): void {
    if (this.#closed && this.#unsettled === 0) {
      void quit(connection);
      return;
    }
    this.#outage.end();
    const pipeline = new MessagePipeline(connection, this.#options.inFlight);
    const number = ++this.#joined;
    const fresh = { given: 0, delivered: 0, full: false, idleSince: performance.now() };
    const member: Member = { connection, pipeline, number, ...fresh };
    this.#members.push(member);
    // Behind the pipeline's own listener: by now its messages have come back to the queue or failed.
    connection.onClosed(() => {
      this.#leave(member);
      this.#dispatch();
    });
    this.#dispatch();
    if (pipeline.load === 0) this.#idle.rest(member);
  }

  /** No connection stands and none can be had: whatever waits would wait for ever. */
  #unreachable(reason: WireError): void {
    for (const job of this.#queue.drain()) this.#reject(job, reason);
  }

  #retire(member: Member): void {
    if (!this.#leave(member)) return;
    void quit(member.connection);
    this.#dispatch();
  }

  #leave(member: Member): boolean {
    const at = this.#members.indexOf(member);
    if (at < 0) return false;
    this.#members.splice(at, 1);
    // What failed beside connections that stood says nothing of what comes without them.
    if (this.#members.length === 0) this.#outage.end();
    return true;
  }
}

/** The error of a function among the options that failed itself, such as the question for credentials. */
function brokenOption(cause: unknown): WireError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return new WireError('bad-argument', `The pool's options do not let it connect: ${words}`, {
    phase: 'connect',
    cause,
  });
}
