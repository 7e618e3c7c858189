import { type HResult, S_OK } from '../com/index.js';
import {
  type ByteSource,
  type CertificateProblem,
  DataBody,
  ehlo,
  helo,
  quit,
  type ReplyLine,
  type SmtpConnection,
  WireError,
} from '../wire/index.js';
import { answerOf } from './answers.js';
import { IXP_E_USER_CANCEL } from './codes.js';
import { engineConnection } from './engineconnection.js';
import { asWireError, codeOfFailure, resultOfFailure } from './failures.js';
import { heloName } from './heloname.js';
import { commandJob, type Job, messageJob } from './job.js';
import { JobKeeper } from './jobkeeper.js';
import { MessageRun, type MessageToAll } from './messagerun.js';
import { statusOfPhase } from './phases.js';
import type { SessionOptions, SessionOwner } from './sessionterms.js';
import { type TransportSettings, transportSettings } from './settings.js';
import { CMD_RESP, CMD_SEND } from './types/cmdtype.js';
import type { INETSERVER } from './types/inetserver.js';
import { IXPRESULT } from './types/ixpresult.js';
import { IXP_DISCONNECTED, IXP_DISCONNECTING, type IXPSTATUS } from './types/ixpstatus.js';
import { IDOK, IDYES, MB_DEFBUTTON2, MB_ICONEXCLAMATION, MB_YESNO } from './types/messagebox.js';
import { SMTP_BANNER, SMTP_CONNECTED, SMTP_DATA, SMTP_DOT, SMTP_QUIT, SMTP_SEND_MESSAGE } from './types/smtpcommand.js';

/** The title of questions. */
const CAPTION = 'comail';

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
  readonly #owner: SessionOwner;
  readonly #options: SessionOptions;
  readonly #logging: boolean;
  readonly #jobs: JobKeeper;
  readonly #messages: MessageRun;
  #total = 0;
  #over = false;
  #leaving = false;
  #dropping = false;
  #quitWhenFree = false;

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
    this.#jobs = new JobKeeper(owner.client, () => this.#freed());
    this.settings = transportSettings();
    const watching = logging || owner.log !== null;
    this.connection = engineConnection(server, this.settings, {
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
    this.#messages = new MessageRun(this.connection, this);
    this.connection.onClosed((error) => this.#ended(error));
  }

  /** What is running; null when a command may be issued. */
  get job(): Job | null {
    return this.#jobs.job;
  }

  /** Commands that the client has started; tells Connect that the client runs the dialog itself. */
  get started(): number {
    return this.#jobs.begun;
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
   * Marks a job as running.
   *
   * @param job the job
   */
  resume(job: Job): void {
    this.#jobs.resume(job);
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
    this.#jobs.finish(result);
  }

  /**
   * Runs a single command; its answers reach the client line by line. A failure before a byte was sent is reported as
   * the command's answer.
   *
   * @param job the command
   * @param run sends it
   */
  async run(job: Job, run: () => Promise<unknown>): Promise<void> {
    this.#jobs.begin(job);
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
  send(message: MessageToAll, total: number, settled: () => void): void {
    this.#jobs.begin(messageJob());
    this.#total = total;
    // Where lines are shown, they are shown in the order of a dialog: each command, then its answer.
    this.#messages.send(message, { pipelining: !this.#logging }, settled);
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
    this.#jobs.begin(messageJob());
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
    if (this.job?.ends === SMTP_CONNECTED || this.expectsBody) {
      this.#leaving = true;
      this.tellStatus(IXP_DISCONNECTING);
      this.connection.destroy();
    } else if (this.job) this.#quitWhenFree = true;
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
    const status = statusOfPhase[phase];
    if (status !== undefined) this.tellStatus(status);
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
    const { job } = this;
    // Without a logon the client may run the dialog itself from the greeting on.
    const yields = command === SMTP_BANNER && line.code === 220 && done && !this.#options.authenticate;
    const ends = done && job !== null && !job.answered && (job.ends === command || yields);
    if (ends) job.answered = true;
    this.#owner.client.response(command, done, result, () => {
      if (ends && command === SMTP_DATA) this.expectsBody = line.code === 354;
      if (ends) this.#jobs.free(job);
    });
  }

  #freed(): void {
    // After the client has heard of the end; it may begin something else there, which then goes first.
    if (this.#quitWhenFree)
      this.#owner.client.queue.post(() => {
        if (!this.job && !this.lost && !this.#leaving) this.quit();
      });
  }

  #ended(error: WireError): void {
    if (this.#over) return;
    this.#over = true;
    const { client } = this.#owner;
    const { job } = this;
    const refusal = error.code === 'rejected-greeting' || error.code === 'rejected-command';
    if (!this.#leaving && !refusal) client.error(() => this.#owner.status, resultOfFailure(error));
    this.#messages.whenDone(() => {
      if (job && job.ends !== SMTP_CONNECTED) this.#finishLost(job, error);
      this.tellStatus(IXP_DISCONNECTED);
    });
  }

  #finishLost(job: Job, error: WireError): void {
    // A refusal that was known before the connection went says more than its end does.
    const known = job.ends === SMTP_SEND_MESSAGE ? this.#messages.failure : null;
    const result = this.#dropping
      ? IXPRESULT({ hrResult: IXP_E_USER_CANCEL, pszProblem: error.message })
      : resultOfFailure(known ?? error);
    this.#jobs.end(job, result);
  }

  #askAboutCertificate(problem: CertificateProblem): Promise<boolean> {
    const error = new WireError(problem.code, problem.message);
    return this.confirm(error, `${problem.message} Do you want to go on?`);
  }
}
