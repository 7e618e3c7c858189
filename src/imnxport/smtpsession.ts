import { assert } from '../base/index.js';
import { type HResult, S_OK } from '../com/index.js';
import {
  type ByteSource,
  type CertificateProblem,
  DataBody,
  DEFAULT_TIMEOUTS,
  ehlo,
  helo,
  type Message,
  MessagePipeline,
  prepareMessage,
  quit,
  type ReplyLine,
  SmtpConnection,
  type Timeouts,
  WireError,
} from '../wire/index.js';
import { answerOf } from './answers.js';
import type { Client } from './client.js';
import { IXP_E_USER_CANCEL } from './codes.js';
import { codeOfFailure, resultOfFailure } from './failures.js';
import { heloName } from './heloname.js';
import { commandJob, connectJob, type Job, messageJob } from './job.js';
import type { SessionLog } from './sessionlog.js';
import { type TransportSettings, transportSettings } from './settings.js';
import { codeOfReply } from './smtpreply.js';
import { CMD_RESP, CMD_SEND } from './types/cmdtype.js';
import { DEFAULT_SMTP_PORT, DEFAULT_SMTP_SSL_PORT, type INETSERVER, ISF_SSLONSAMEPORT } from './types/inetserver.js';
import { IXPRESULT } from './types/ixpresult.js';
import {
  IXP_CONNECTED,
  IXP_CONNECTING,
  IXP_DISCONNECTED,
  IXP_DISCONNECTING,
  IXP_FINDINGHOST,
  IXP_SECURING,
  type IXPSTATUS,
} from './types/ixpstatus.js';
import { IDOK, IDYES, MB_DEFBUTTON2, MB_ICONEXCLAMATION, MB_YESNO } from './types/messagebox.js';
import { SMTP_BANNER, SMTP_CONNECTED, SMTP_DATA, SMTP_DOT, SMTP_QUIT, SMTP_SEND_MESSAGE } from './types/smtpcommand.js';

/** The title of questions. */
const CAPTION = 'comail';

/** What a session tells its transport. */
export interface SessionOwner {
  readonly client: Client;
  /** The status that was reported last. */
  readonly status: IXPSTATUS;
  /** Stores a status; called in the turn of its callback. */
  store(session: SmtpSession, status: IXPSTATUS): void;
  /** The log, if there is one. */
  readonly log: SessionLog | null;
}

/** What Connect was given. */
export interface SessionOptions {
  /** Where and as whom: the session's own copy. */
  readonly server: INETSERVER;
  /** Log on as part of connecting. */
  readonly authenticate: boolean;
  /** Show lines through OnCommand. */
  readonly logging: boolean;
}

/**
 * One connection of a transport: the engine's connection below, the client's callbacks above. It knows how what
 * happens on the wire is told, and which job is running.
 */
export class SmtpSession {
  readonly connection: SmtpConnection;
  readonly settings: TransportSettings;
  /** What Connect was given; logon prompts write to it. */
  readonly server: INETSERVER;
  /** The body may come: DATA was answered by 354. */
  expectsBody = false;
  /** Commands that the client has started; tells Connect that the client runs the dialog itself. */
  started = 0;
  readonly #owner: SessionOwner;
  readonly #options: SessionOptions;
  readonly #logging: boolean;
  readonly #pipeline: MessagePipeline;
  #job: Job | null;
  #total = 0;
  #over = false;
  #leaving = false;
  #dropping = false;
  #quitWhenFree = false;
  #sending = false;
  #conclude: (() => void) | null = null;
  #messageFailure: WireError | null = null;

  /**
   * @param owner the transport
   * @param options what Connect was given
   */
  constructor(owner: SessionOwner, options: SessionOptions) {
    const { server, logging } = options;
    this.#owner = owner;
    this.#options = options;
    this.server = server;
    this.#logging = logging;
    this.#job = connectJob();
    this.settings = transportSettings();
    const watching = logging || owner.log !== null;
    this.connection = new SmtpConnection({
      host: server.szServerName,
      port: server.dwPort || (this.implicitTls ? DEFAULT_SMTP_SSL_PORT : DEFAULT_SMTP_PORT),
      implicitTls: this.implicitTls,
      tls: this.settings.tls,
      timeouts: timeoutsOf(server.dwTimeout),
      onTimeout: (_phase, seconds) => owner.client.askTimeout(seconds, this.settings.questionSeconds),
      onCertificateProblem: (problem) => this.#askAboutCertificate(problem),
      observer: {
        phase: (phase) => this.#phase(phase),
        ...(watching ? { command: (line: string) => this.#commandLine(line) } : {}),
        replyLine: (line, verb, address) => this.#replyLine(line, verb, address),
        progress: (p) =>
          owner.client.progress({
            cbIncrement: p.increment,
            cbCurrent: p.current,
            cbTotal: p.total ?? this.#total,
          }),
      },
    });
    this.#pipeline = new MessagePipeline(this.connection);
    this.connection.onClosed((error) => this.#ended(error));
  }

  /** TLS from the first byte. With `ISF_SSLONSAMEPORT` the same wish is met by STARTTLS. */
  get implicitTls(): boolean {
    return this.server.fSSL && (this.server.dwFlags & ISF_SSLONSAMEPORT) === 0;
  }

  /** What is running; null when a command may be issued. */
  get job(): Job | null {
    return this.#job;
  }

  /** Whether the connection is gone, told or not. */
  get lost(): boolean {
    return this.#over || this.connection.lost !== null;
  }

  /** Whether the TCP connection stands. */
  get standing(): boolean {
    return !this.lost && this.connection.remoteAddress !== null;
  }

  /** The name for HELO and EHLO. */
  get heloName(): string {
    return heloName(this.server, this.settings.heloName, this.connection.localAddress);
  }

  /**
   * Marks a job of the client's as running.
   *
   * @param job the job
   */
  begin(job: Job): void {
    this.started++;
    this.resume(job);
  }

  /**
   * Marks a job as running.
   *
   * @param job the job
   */
  resume(job: Job): void {
    assert(this.#job === null, 'one job at a time');
    this.#job = job;
  }

  /**
   * Reports a status in its turn.
   *
   * @param status the status
   */
  tellStatus(status: IXPSTATUS): void {
    this.#owner.client.status(status, () => this.#owner.store(this, status));
  }

  /**
   * Ends the running job: the transport is free just before the client hears of it.
   *
   * @param result how it ended
   */
  finish(result: IXPRESULT): void {
    const job = this.#job;
    if (!job || job.answered) return;
    job.answered = true;
    this.#owner.client.response(job.ends, true, result, () => this.#free(job));
  }

  /**
   * Runs a single command; its answers reach the client line by line. A failure before a byte was sent is reported as
   * the command's answer.
   *
   * @param job the command
   * @param run sends it
   */
  async run(job: Job, run: () => Promise<unknown>): Promise<void> {
    this.begin(job);
    try {
      await run();
    } catch (error) {
      // When the connection is gone, its end reports the job as well.
      const failure = asWireError(error);
      // Half a body must not be taken for a whole one.
      if (failure.code === 'source-failed') this.connection.destroy(failure);
      if (!this.lost) this.finish(resultOfFailure(failure));
    }
  }

  /** Greets the server: EHLO, and HELO when the server does not know it. RFC 5321 section 3.2 */
  async greet(): Promise<void> {
    let reply = await ehlo(this.connection, this.heloName);
    if (reply.code >= 500 && this.connection.usable) reply = await helo(this.connection, this.heloName);
    if (!reply.ok)
      throw new WireError('rejected-command', `the server refused the greeting: ${reply.toString()}`, { reply });
  }

  /**
   * Sends a message to all of its recipients or to none; the end of the job is told when everything about it was.
   *
   * @param message the message
   * @param total its size for the progress, where the stream does not tell
   * @param settled called once, when the body is no longer needed
   */
  send(
    message: Pick<Message, 'from' | 'to' | 'body' | 'envelopeId' | 'ret'>,
    total: number,
    settled: () => void,
  ): void {
    this.begin(messageJob());
    this.#total = total;
    this.#messageFailure = null;
    // Where lines are shown, they are shown in the order of a dialog: each command, then its answer.
    const pipelining = !this.#logging;
    const { from, to, body, envelopeId, ret } = message;
    const plain = { from, to, body, accept: 'all', chunking: false, pipelining } as const;
    // A spread object that is added to has a hidden class of its own, which slows down every message down the road.
    const reports = envelopeId !== undefined || ret !== undefined;
    const prepared = prepareMessage(reports ? { ...message, ...plain } : plain);
    this.#sending = true;
    this.#pipeline.send(prepared, (error, result) => {
      this.#sending = false;
      settled();
      if (result) {
        const code = result.reply.code;
        const pszResponse = `${code} ${result.reply.lines.at(-1) ?? ''}`.trimEnd();
        return this.finish(IXPRESULT({ pszResponse, uiServerError: code, hrServerError: codeOfReply(code) }));
      }
      this.#messageFailure = error;
      if (error && !this.lost) void this.#abandon(error);
      else this.#conclude?.();
    });
  }

  /**
   * Sends the body that DATA announced, and its dot.
   *
   * @param source the body
   * @param total its size for the progress, 0 for unknown
   */
  async sendBody(source: ByteSource, total: number): Promise<void> {
    this.#total = total;
    await this.run(commandJob(SMTP_DOT), async () => {
      const body = new DataBody(this.connection);
      await body.send(source);
      await body.end();
    });
  }

  /**
   * Reports a message that is not even begun as the end of its job.
   *
   * @param hr why
   * @param words for a person
   */
  refuse(hr: HResult, words: string): void {
    this.begin(messageJob());
    this.finish(IXPRESULT({ hrResult: hr, pszProblem: words }));
  }

  /** Says QUIT; the connection closes after the answer. */
  quit(): void {
    this.#leaving = true;
    void this.run(commandJob(SMTP_QUIT), () => quit(this.connection));
  }

  /** Ends the session politely as soon as nothing is running. Where QUIT would not be understood, it just ends. */
  disconnect(): void {
    if (this.#leaving) return;
    if (this.#job?.ends === SMTP_CONNECTED || this.expectsBody) {
      this.#leaving = true;
      this.tellStatus(IXP_DISCONNECTING);
      this.connection.destroy();
    } else if (this.#job) this.#quitWhenFree = true;
    else this.quit();
  }

  /** Ends the connection at once; what the client has not heard yet is forgotten, but not the end of its job. */
  drop(): void {
    this.#leaving = true;
    this.#dropping = true;
    this.#owner.client.queue.clear();
    this.connection.destroy(new WireError('closed', 'the client dropped the connection'));
  }

  /** Ends the connection without telling anybody: the transport itself is going. */
  vanish(): void {
    this.#over = true;
    this.connection.destroy();
  }

  /**
   * Puts a yes/no question.
   *
   * @param error why
   * @param question what is asked
   */
  async confirm(error: WireError, question: string): Promise<boolean> {
    const { client } = this.#owner;
    const type = MB_YESNO | MB_ICONEXCLAMATION | MB_DEFBUTTON2;
    const button = await client.askPrompt(codeOfFailure(error), question, CAPTION, type, this.settings.questionSeconds);
    return button === IDYES || button === IDOK;
  }

  #phase(phase: string): void {
    if (phase === 'resolving') this.tellStatus(IXP_FINDINGHOST);
    else if (phase === 'connecting') this.tellStatus(IXP_CONNECTING);
    else if (phase === 'securing') this.tellStatus(IXP_SECURING);
    else if (phase === 'connected') this.tellStatus(IXP_CONNECTED);
    else if (phase === 'disconnecting') this.tellStatus(IXP_DISCONNECTING);
  }

  #commandLine(line: string): void {
    this.#owner.log?.line('tx', line);
    if (this.#logging) this.#owner.client.command(CMD_SEND, line, S_OK);
  }

  #replyLine(line: ReplyLine, verb: string, address: string | null): void {
    const { text, hr, command, done, result } = answerOf(line, verb, address);
    this.#owner.log?.line('rx', text);
    if (this.#logging) this.#owner.client.command(CMD_RESP, text, hr);
    if (command === null) return;
    const job = this.#job;
    // Without a logon the client may run the dialog itself from the greeting on.
    const yields = command === SMTP_BANNER && line.code === 220 && done && !this.#options.authenticate;
    const ends = done && job !== null && !job.answered && (job.ends === command || yields);
    if (ends) job.answered = true;
    this.#owner.client.response(command, done, result, () => {
      if (ends && command === SMTP_DATA) this.expectsBody = line.code === 354;
      if (ends) this.#free(job);
    });
  }

  #free(job: Job): void {
    if (this.#job === job) this.#job = null;
    // After the client has heard of the end; it may begin something else there, which then goes first.
    if (this.#quitWhenFree)
      this.#owner.client.queue.post(() => {
        if (!this.#job && !this.lost && !this.#leaving) this.quit();
      });
  }

  // The message was refused: what was begun at the server is cleared before the client hears of the end, so that the
  // next message finds a clean transaction.
  async #abandon(error: WireError): Promise<void> {
    try {
      await this.#pipeline.reset();
    } catch {
      // The connection ended meanwhile; its end reports the job.
      return;
    }
    this.finish(resultOfFailure(error));
  }

  #ended(error: WireError): void {
    if (this.#over) return;
    this.#over = true;
    const { client } = this.#owner;
    const job = this.#job;
    const refusal = error.code === 'rejected-greeting' || error.code === 'rejected-command';
    if (!this.#leaving && !refusal) client.error(() => this.#owner.status, resultOfFailure(error));
    const conclude = (): void => {
      if (job && job.ends !== SMTP_CONNECTED) this.#finishLost(job, error);
      this.tellStatus(IXP_DISCONNECTED);
    };
    // The pipeline knows better how its message fared, and tells it whatever happens.
    if (this.#sending) this.#conclude = conclude;
    else conclude();
  }

  #finishLost(job: Job, error: WireError): void {
    if (job.answered) return;
    job.answered = true;
    // A refusal that was known before the connection went says more than its end does.
    const known = job.ends === SMTP_SEND_MESSAGE ? this.#messageFailure : null;
    const result = this.#dropping
      ? IXPRESULT({ hrResult: IXP_E_USER_CANCEL, pszProblem: error.message })
      : resultOfFailure(known ?? error);
    this.#owner.client.response(job.ends, true, result, () => this.#free(job));
  }

  #askAboutCertificate(problem: CertificateProblem): Promise<boolean> {
    const error = new WireError(problem.code, problem.message);
    return this.confirm(error, `${problem.message} Do you want to go on?`);
  }
}

/** What the engine throws is a WireError; anything else is wrapped so that it can be reported. */
export function asWireError(error: unknown): WireError {
  if (error instanceof WireError) return error;
  return new WireError('protocol', error instanceof Error ? error.message : String(error), { cause: error });
}

function timeoutsOf(seconds: number): Partial<Timeouts> {
  if (!(seconds > 0)) return {};
  return Object.fromEntries(Object.keys(DEFAULT_TIMEOUTS).map((phase) => [phase, seconds]));
}
