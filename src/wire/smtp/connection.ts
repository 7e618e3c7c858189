import { log } from '../../base/index.js';
import { WireError } from '../error.js';
import type { CertificateQuestion } from '../net/certificate.js';
import { Channel } from '../net/channel.js';
import { dial } from '../net/dial.js';
import { PENDING_BYTES } from '../net/limits.js';
import { Outbox } from '../net/outbox.js';
import { Silence } from '../net/silence.js';
import { badArgument, refuseLineBreaks } from './argument.js';
import { type Capabilities, NO_CAPABILITIES } from './capabilities.js';
import { asWireError, dropped, injected, silent, unasked } from './connection-errors.js';
import type { CommandOptions, ConnectionOptions } from './connection-options.js';
import type { Exchange } from './exchange.js';
import { Fifo } from './fifo.js';
import { AUTH_LINE_BYTES } from './limits.js';
import type { BodyProgress, ConnectionObserver, ConnectionPhase } from './observer.js';
import type { Reply, ReplyLine } from './reply.js';
import { ReplyParser } from './reply-parser.js';
import { DEFAULT_TIMEOUTS, type TimedPhase, type Timeouts } from './timeouts.js';

/**
 * One SMTP connection: bytes below, a queue of commands that wait for their replies above. It knows the form of the
 * dialog, not its order: that is for the command functions, for `logOn` and for the message pipeline.
 *
 * @spec RFC 5321 section 3.1
 */
export class SmtpConnection {
  /** The host as the caller named it. */
  readonly host: string;
  /** The TCP port. */
  readonly port: number;
  readonly #options: ConnectionOptions;
  readonly #timeouts: Timeouts;
  readonly #observer: ConnectionObserver | null;
  readonly #channel: Channel = new Channel({
    received: (bytes, length) => this.#received(bytes, length),
    written: () => this.#silence.touch('block'),
    lost: (error) => this.#dropped(error),
  });
  readonly #outbox: Outbox = new Outbox(this.#channel);
  readonly #parser: ReplyParser = new ReplyParser({
    replyLine: (line) => this.#replyLine(line),
    reply: (reply) => this.#reply(reply),
  });
  readonly #silence: Silence;
  readonly #closeListeners: ((error: WireError) => void)[] = [];
  readonly #queue: Fifo<Exchange> = new Fifo<Exchange>();
  #opened = false;
  #reading = false;
  #flushing = false;
  #securing = false;
  #sending = 0;
  #awaited: Exchange | null = null;
  #awaitedPhase: TimedPhase | null = null;
  #greeting: Reply | null = null;
  #farewell: Reply | null = null;
  #lost: WireError | null = null;
  #capabilities: Capabilities = NO_CAPABILITIES;
  #greeted: 'ehlo' | 'helo' | null = null;
  #authenticated = false;

  /**
   * Makes a connection that is not open yet.
   *
   * @param options where it leads and who watches it
   * @throws {WireError} `bad-argument` when the port or the host can't be one
   */
  constructor(options: ConnectionOptions) {
    refuseLineBreaks(options.host, 'server name');
    this.host = options.host;
    this.port = options.port ?? (options.implicitTls === true ? 465 : 25);
    if (!Number.isInteger(this.port) || this.port < 1 || this.port > 65_535)
      throw badArgument(`${this.port} is no TCP port.`);
    this.#options = options;
    this.#observer = options.observer ?? null;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...options.timeouts };
    this.#parser.tellLines = options.observer?.replyLine !== undefined;
    this.#silence = new Silence(options.onTimeout, (phase, seconds) => this.#expired(phase, seconds));
  }

  /** What the server offers; nothing before EHLO or after HELO. */
  get capabilities(): Capabilities {
    return this.#capabilities;
  }

  /** Whether the server was greeted, and how. */
  get greeted(): 'ehlo' | 'helo' | null {
    return this.#greeted;
  }

  /** The server's greeting, once it has come. */
  get greeting(): Reply | null {
    return this.#greeting;
  }

  /** Whether TLS is up. */
  get secure(): boolean {
    return this.#channel.encrypted;
  }

  /** Whether TLS is up and the server's certificate was verified, not merely accepted by an option or a person. */
  get verified(): boolean {
    return this.#channel.verified;
  }

  /** Whether a logon has succeeded. */
  get authenticated(): boolean {
    return this.#authenticated;
  }

  /** Whether a command waits for its reply or a body is on its way. */
  get busy(): boolean {
    return this.#queue.length > 0 || this.#sending > 0;
  }

  /** Commands that wait for their replies. */
  get outstanding(): number {
    return this.#queue.length;
  }

  /** Why the connection ended; null while it lasts. */
  get lost(): WireError | null {
    return this.#lost;
  }

  /** The reply 421 by which the server announced that it will close; null when it has not. */
  get farewell(): Reply | null {
    return this.#farewell;
  }

  /** Whether the connection is open and the server has not announced its end. */
  get usable(): boolean {
    return this.#opened && this.#lost === null && this.#farewell === null;
  }

  /** The numeric local address, or null before the connection stands. */
  get localAddress(): string | null {
    return this.#channel.localAddress;
  }

  /** The numeric address of the server, or null before the connection stands. */
  get remoteAddress(): string | null {
    return this.#channel.remoteAddress;
  }

  /** The operating system's name of the error that ended the connection, or null. */
  get socketError(): string | null {
    return this.#lost?.socketError ?? null;
  }

  /** Whether somebody watches body progress. */
  get watchesProgress(): boolean {
    return this.#observer?.progress !== undefined;
  }

  /**
   * Finds the host, tries its addresses in order, sets TLS up when it is implicit, and reads the greeting.
   *
   * @returns the greeting, its code 220
   * @throws {WireError} `host-not-found`; `connect-failed` with every address that was tried; `tls-failed`,
   *   `certificate-name`, `certificate-date`, `certificate-untrusted`; `rejected-greeting` with the reply when it is
   *   not 220; `timeout`; `dropped`; `protocol`, `line-too-long` or `reply-too-long` when what came is not SMTP;
   *   `closed` after {@link destroy}
   */
  async open(): Promise<Reply> {
    if (this.#opened || this.#lost !== null) throw this.#lost ?? badArgument('The connection was opened before.');
    this.#opened = true;
    try {
      await this.#dial();
      if (this.#options.implicitTls ?? this.port === 465) await this.secureChannel();
      this.#tellPhase('connected', this.remoteAddress ?? this.host);
      const greeting = await new Promise<Reply>((resolve, reject) => {
        this.expect({ verb: 'GREETING', phase: 'greeting', address: null, reply: resolve, fail: reject });
        this.#watch();
      });
      this.#greeting = greeting;
      if (greeting.code === 220) return greeting;
      const words = `The server does not want this connection: ${greeting.toString()}`;
      throw new WireError('rejected-greeting', words, { phase: 'greeting', reply: greeting });
    } catch (error) {
      throw this.#fail(asWireError(error, 'connect'));
    }
  }

  /**
   * Sends one command and waits for its reply, whatever it is.
   *
   * @param line the command without its line end
   * @param options its timeout, its mask
   * @returns the reply, good or bad
   * @throws {WireError} `bad-argument` before a byte is sent; `dropped`, `timeout`, `protocol`, `closed` when the
   *   connection ends first
   */
  command(line: string, options: CommandOptions = {}): Promise<Reply> {
    return new Promise((resolve, reject) => {
      refuseLineBreaks(line, 'command');
      if (Buffer.byteLength(line) + 2 > AUTH_LINE_BYTES) throw badArgument('The command line is too long.');
      if (this.#opened === false) throw badArgument('The connection is not open.');
      const wide = options.utf8 === true;
      if (!wide && /[^\0-\x7f]/.test(line)) throw badArgument('The command holds characters outside of ASCII.');
      const verb = options.verb ?? line.split(' ', 1)[0]?.toUpperCase() ?? '';
      const exchange = {
        verb,
        phase: options.phase ?? 'command',
        address: options.address ?? null,
        reply: resolve,
        fail: reject,
      };
      this.submit(exchange, line, options.shown ?? line, wide);
      this.flush();
    });
  }

  /**
   * Adds one command to what is sent next. This is the cheap way in: nothing is checked, and the bytes leave with
   * {@link flush}, or when what is being read has been dealt with.
   *
   * @param exchange hears of the reply, or of the connection's end (at once, when it has ended already)
   * @param line the command without its line end; ASCII unless `wide`
   * @param shown what observers see
   * @param wide whether the line is sent as UTF-8
   */
  submit(exchange: Exchange, line: string, shown: string = line, wide = false): void {
    if (this.#lost !== null) {
      exchange.fail(this.#lost);
      return;
    }
    this.tellCommand(shown, exchange.verb);
    if (wide) this.#outbox.utf8(`${line}\r\n`);
    else this.#outbox.text(`${line}\r\n`);
    this.#queue.push(exchange);
  }

  /**
   * Adds a command that waits for its reply but whose bytes the caller sends by {@link sendText} and {@link sendBytes}.
   *
   * @param exchange hears of the reply, or of the connection's end
   */
  expect(exchange: Exchange): void {
    if (this.#lost !== null) {
      exchange.fail(this.#lost);
      return;
    }
    this.#queue.push(exchange);
  }

  /**
   * Adds text to what is sent next.
   *
   * @param text ASCII, with its own line ends
   */
  sendText(text: string): void {
    if (this.#lost === null) this.#outbox.text(text);
  }

  /**
   * Adds bytes to what is sent next.
   *
   * @param bytes small ones are copied; large ones must not change before {@link flushed}
   */
  sendBytes(bytes: Uint8Array): void {
    if (this.#lost === null) this.#outbox.bytes(bytes);
  }

  /** Hands everything added so far to the operating system. */
  flush(): void {
    if (this.#lost !== null || this.#securing) return;
    this.#outbox.flush();
    if (!this.#reading) this.#watch();
  }

  /** Flushes once the running code has finished, so that commands added together leave together. */
  flushSoon(): void {
    if (this.#reading || this.#flushing) return;
    this.#flushing = true;
    queueMicrotask(() => {
      this.#flushing = false;
      this.flush();
    });
  }

  /** Whether a body must wait: lent bytes are on their way, or too many are pending. */
  get congested(): boolean {
    return this.#outbox.lent || this.#channel.pending > PENDING_BYTES;
  }

  /**
   * Waits until everything sent so far was taken by the operating system.
   *
   * @throws {WireError} why the connection ended, when it did
   */
  async flushed(): Promise<void> {
    this.flush();
    try {
      await this.#channel.flushed();
    } catch (error) {
      throw this.#lost ?? asWireError(error, 'block');
    }
  }

  /** Marks the begin of a body: the connection is busy until {@link bodyEnded}. */
  bodyBegun(): void {
    this.#sending++;
  }

  /** Marks the end of a body. */
  bodyEnded(): void {
    this.#sending--;
    if (!this.#reading) this.#watch();
  }

  /** Tells the observer that the dialog is being ended. */
  tellLeaving(): void {
    this.#tellPhase('disconnecting', this.host);
  }

  /**
   * Tells the observer of a command line.
   *
   * @param line what it sees
   * @param verb which command
   */
  tellCommand(line: string, verb: string): void {
    if (this.#observer?.command === undefined) return;
    this.#tell((observer) => observer.command?.(line, verb));
  }

  /**
   * Tells the observer how far a body has come.
   *
   * @param progress how far
   */
  tellProgress(progress: BodyProgress): void {
    this.#tell((observer) => observer.progress?.(progress));
  }

  /**
   * Notes what the server offers, after EHLO or HELO.
   *
   * @param greeted by which of the two
   * @param capabilities what it offers; HELO offers nothing
   */
  noteGreeted(greeted: 'ehlo' | 'helo', capabilities: Capabilities): void {
    this.#greeted = greeted;
    this.#capabilities = capabilities;
    this.#parser.enhanced = capabilities.enhancedStatusCodes;
  }

  /** Notes that a logon has succeeded. */
  noteAuthenticated(): void {
    this.#authenticated = true;
  }

  /**
   * Lets replies be read as UTF-8 from now on, once a command with SMTPUTF8 was sent.
   *
   * @spec RFC 6531 section 3.7.4.2
   */
  noteUtf8(): void {
    this.#parser.utf8 = true;
  }

  /**
   * Stops reading after the reply that is being told: what follows is TLS. Call it inside an exchange's `reply`.
   *
   * @throws {WireError} `starttls-injection` when bytes follow already, which a server that waits for the handshake
   *   can't have sent
   */
  beginSecuring(): void {
    this.#parser.halt();
    this.#securing = true;
  }

  /**
   * Puts TLS under the dialog. What was learnt before is forgotten (RFC 3207 section 4.2).
   *
   * @throws {WireError} `tls-failed`, a certificate code, `timeout`, or why the connection ended meanwhile
   */
  async secureChannel(): Promise<void> {
    this.#tellPhase('securing', this.host);
    this.#securing = true;
    this.#silence.watch('tls', this.#timeouts.tls);
    try {
      await this.#channel.secure({
        host: this.host,
        ...(this.#options.tls === undefined ? {} : { options: this.#options.tls }),
        ...(this.#options.onCertificateProblem === undefined
          ? {}
          : { onCertificateProblem: this.#restingQuestion(this.#options.onCertificateProblem) }),
      });
    } catch (error) {
      throw this.#fail(this.#lost ?? asWireError(error, 'tls'));
    }
    if (this.#lost !== null) throw this.#lost;
    this.#silence.rest();
    this.#securing = false;
    this.#capabilities = NO_CAPABILITIES;
    this.#greeted = null;
    this.#parser.enhanced = false;
    this.#parser.resume();
  }

  /**
   * Says what to do when the connection ends: once, at once if it has ended.
   *
   * @param listener gets the reason
   */
  onClosed(listener: (error: WireError) => void): void {
    if (this.#lost !== null) listener(this.#lost);
    else this.#closeListeners.push(listener);
  }

  /** Ends the connection after what was sent, without QUIT; commands still waiting fail with `closed`. */
  close(): void {
    if (this.#lost !== null) return;
    this.flush();
    this.#fail(new WireError('closed', 'The connection was closed here.', { phase: 'quit' }), true);
  }

  /**
   * Ends the connection at once. Every command still waiting fails with the error, and nothing is sent any more.
   *
   * @param error why; `closed` by default
   */
  destroy(error: WireError = new WireError('closed', 'The connection was closed here.')): void {
    this.#fail(error);
  }

  async #dial(): Promise<void> {
    const ended = new Promise<never>((_, reject) => this.onClosed(reject));
    const dialled = dial(
      this.#channel,
      {
        host: this.host,
        port: this.port,
        family: this.#options.family ?? 0,
        resolver: this.#options.resolver,
        localAddress: this.#options.localAddress,
        localPort: this.#options.localPort,
      },
      {
        resolving: (host) => {
          this.#tellPhase('resolving', host);
          this.#silence.watch('resolve', this.#timeouts.resolve);
        },
        connecting: (address) => {
          this.#tellPhase('connecting', address);
          this.#silence.watch('connect', this.#timeouts.connect);
        },
      },
    );
    // A look-up can't be recalled: when the connection is given up meanwhile, its answer comes to nobody.
    await Promise.race([dialled, ended]);
    this.#silence.rest();
  }

  #received(bytes: Uint8Array, length: number): void {
    if (this.#lost !== null) return;
    this.#reading = true;
    try {
      const read = this.#securing ? 0 : this.#parser.feed(bytes, length);
      if (this.#lost === null && (read < length || (this.#securing && this.#parser.pending > 0))) throw injected();
    } catch (error) {
      if (!(error instanceof WireError)) log.error('a reply could not be dealt with', error);
      this.#fail(asWireError(error, 'reply'));
    } finally {
      this.#reading = false;
    }
    if (this.#lost !== null || this.#securing) return;
    this.#outbox.flush();
    this.#watch();
  }

  #replyLine(line: ReplyLine): void {
    const exchange = this.#queue.first;
    this.#tell((observer) => observer.replyLine?.(line, exchange?.verb ?? '', exchange?.address ?? null));
  }

  #reply(reply: Reply): void {
    if (this.#lost !== null) return;
    if (reply.code === 421) this.#farewell = reply;
    const exchange = this.#queue.shift();
    if (exchange !== undefined) {
      exchange.reply(reply);
      return;
    }
    // 421 may come at any time (RFC 5321 section 3.8); any other reply without a command means that the two sides no
    // longer talk about the same thing.
    if (reply.code === 421) return;
    throw unasked(reply);
  }

  /** Times what is waited for now: the next reply, or a body block that the peer does not take. */
  #watch(): void {
    if (this.#lost !== null) return;
    const next = this.#queue.first;
    // Whoever goes on sending to a server that is silent must not make it wait longer: the time of a command runs from
    // when its reply became the next to come.
    if (next !== undefined && next === this.#awaited && next.phase === this.#awaitedPhase) return;
    this.#awaited = next ?? null;
    this.#awaitedPhase = next?.phase ?? null;
    if (next !== undefined) this.#silence.watch(next.phase, this.#timeouts[next.phase]);
    else if (this.#farewell !== null) this.#silence.watch('quit', this.#timeouts.quit);
    else if (!this.#channel.idle) this.#silence.watch('block', this.#timeouts.block);
    else this.#silence.rest();
  }

  #expired(phase: string, seconds: number): void {
    // A body whose source is slow is not the server's silence.
    if (phase === 'block' && this.#channel.idle) {
      this.#silence.watch('block', this.#timeouts.block);
      return;
    }
    const error = silent(phase, seconds);
    if (phase === 'connect') this.#channel.abandon(error);
    else this.#fail(error);
  }

  #dropped(cause: Error | null): void {
    if (this.#lost !== null) return;
    if (cause instanceof WireError) {
      this.#fail(cause);
      return;
    }
    const phase = this.#queue.first?.phase ?? (this.#sending > 0 ? 'block' : 'idle');
    this.#fail(dropped(cause, this.#farewell, phase));
  }

  /** Ends everything, once, and answers the reason that counts: the first. */
  #fail(error: WireError, politely = false): WireError {
    if (this.#lost !== null) return this.#lost;
    this.#lost = error;
    this.#silence.stop();
    this.#channel.destroy(error, politely);
    this.#tellPhase('disconnected', error.message);
    for (const exchange of this.#queue.drain()) exchange.fail(error);
    for (const listener of this.#closeListeners.splice(0)) listener(error);
    return error;
  }

  /** A person who looks at a certificate takes time that is not the server's. */
  #restingQuestion(question: CertificateQuestion): CertificateQuestion {
    return async (problem) => {
      this.#silence.rest();
      const answer = await question(problem);
      if (this.#lost === null) this.#silence.watch('tls', this.#timeouts.tls);
      return answer;
    };
  }

  #tellPhase(phase: ConnectionPhase, detail: string): void {
    this.#tell((observer) => observer.phase?.(phase, detail));
  }

  #tell(say: (observer: ConnectionObserver) => void): void {
    if (this.#observer === null) return;
    try {
      say(this.#observer);
    } catch (error) {
      log.error('an observer of an SMTP connection failed', error);
    }
  }
}
