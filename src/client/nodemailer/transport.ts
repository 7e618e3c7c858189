import { EventEmitter } from 'node:events';
import type { MailMessage, NodemailerError, SentMessageInfo, SMTPEnvelopeDsn, Transport } from 'nodemailer';
import { version } from '../../base/index.js';
import { openSession, type PoolOptions, quit, type SendResult, SmtpPool, WireError } from '../../wire/index.js';
import { bodyOf } from './body.js';
import { composingError, nodemailerError, refusalErrors } from './error.js';
import { type ComailTransportOptions, poolOptions } from './options.js';
import { withReports } from './reports.js';

/** What `sendMail` answers when the message was sent. */
export interface ComailSentInfo extends SentMessageInfo {
  /** Recipients that the server took. */
  accepted: string[];
  /** Recipients that it refused; the others got the message. */
  rejected: string[];
  /** Why, one error for each refused recipient. */
  rejectedErrors?: NodemailerError[];
  /** The server's last reply, with its number. */
  response: string;
  /** Bytes of the message as it was composed. */
  messageSize: number;
  /** Milliseconds from the call to the server's last reply. */
  messageTime: number;
  /** True when `dsn` was asked for, and the message went without it because the server does not offer it. */
  withoutDsn?: boolean;
}

/**
 * Lets a program that uses nodemailer send through comail: hand the result to `nodemailer.createTransport`. Options,
 * results and error codes are nodemailer's, with one difference: a password goes over an unencrypted connection only to
 * this machine itself, unless `allowCleartextAuth` says so. Connections are always kept and used again.
 *
 * @param options where mail goes, and how
 * @returns a transport; `close` it when no more mail is to be sent
 * @throws {TypeError} for a port that is none
 * @example
 * ```ts
 * const transporter = nodemailer.createTransport(comailTransport({ host: 'mail.example.org', port: 587 }));
 * await transporter.sendMail({ from: 'ann@example.org', to: 'bob@example.org', text: 'Hello' });
 * ```
 */
export const comailTransport = (options: ComailTransportOptions = {}): ComailTransport => new ComailTransport(options);

/** The transport that {@link comailTransport} makes. It emits `idle` when it can take another message at once. */
export class ComailTransport extends EventEmitter implements Transport<ComailSentInfo> {
  /** What nodemailer's log calls it. */
  readonly name: string = 'comail';
  /** The version of comail. */
  readonly version: string = version();
  readonly #options: PoolOptions;
  readonly #pool: SmtpPool;

  /** @param options where mail goes, and how */
  constructor(options: ComailTransportOptions) {
    super();
    this.#options = poolOptions(options);
    this.#pool = new SmtpPool(this.#options);
  }

  /**
   * Sends a message; called by nodemailer.
   *
   * @param mail the message with its composed MIME
   * @param callback told once: an error with nodemailer's `code`, or what the server answered
   */
  send(
    mail: MailMessage<ComailSentInfo>,
    callback: (error: NodemailerError | null, info?: ComailSentInfo) => void,
  ): void {
    this.#send(mail).then(
      (info) => callback(null, info),
      (error: unknown) => callback(nodemailerError(error)),
    );
  }

  /** Whether a message given now would be sent without waiting for another one. */
  isIdle(): boolean {
    return this.#pool.unsettled < (this.#options.maxConnections ?? 5);
  }

  /**
   * Connects, secures, logs on and leaves again.
   *
   * @returns true when all of that worked
   * @throws {NodemailerError} with the `code` that sending would fail with
   */
  verify(): Promise<true>;
  /**
   * Connects, secures, logs on and leaves again.
   *
   * @param callback told once: an error, or null and true
   */
  verify(callback: (error: NodemailerError | null, success?: true) => void): void;
  verify(callback?: (error: NodemailerError | null, success?: true) => void): Promise<true> | undefined {
    const verified = this.#verify();
    if (callback === undefined) return verified;
    verified.then(
      () => callback(null, true),
      (error: NodemailerError) => callback(error),
    );
    return undefined;
  }

  /** Takes no more messages, lets those it has be settled and closes its connections. */
  async close(): Promise<void> {
    // A server that does not answer QUIT has every message all the same.
    await this.#pool.close().catch(() => undefined);
  }

  async #verify(): Promise<true> {
    try {
      await quit(await openSession(this.#options));
      return true;
    } catch (error) {
      throw nodemailerError(error);
    }
  }

  async #send(mail: MailMessage<ComailSentInfo>): Promise<ComailSentInfo> {
    const start = performance.now();
    const envelope = mail.message.getEnvelope();
    const messageId = mail.message.messageId();
    const dsn = mail.data.dsn ?? (envelope['dsn'] as SMTPEnvelopeDsn | undefined);
    const body = await bodyOf(mail.message.createReadStream()).catch((error: unknown) => {
      throw composingError(error);
    });
    const requireTls = mail.data.requireTLSExtensionEnabled === true;
    const message = { from: envelope.from || '', body, requireTls };
    const { result, withoutDsn } = await this.#hand(message, envelope.to, dsn);
    return {
      envelope,
      messageId,
      accepted: [...result.accepted],
      rejected: result.refused.map(({ address }) => address),
      ...(result.refused.length > 0 ? { rejectedErrors: refusalErrors(result.refused) } : {}),
      response: `${result.reply.code} ${result.reply.text}`,
      messageSize: result.bytes,
      messageTime: Math.round(performance.now() - start),
      ...(withoutDsn ? { withoutDsn } : {}),
    };
  }

  // nodemailer sends without reports where the server has none, so programs rely on it; here the result says so.
  async #hand(
    message: Omit<Parameters<SmtpPool['send']>[0], 'to'>,
    to: readonly string[],
    dsn: SMTPEnvelopeDsn | undefined,
  ): Promise<{ readonly result: SendResult; readonly withoutDsn: boolean }> {
    try {
      return { result: await this.#pool.send({ ...message, ...withReports(to, dsn) }), withoutDsn: false };
    } catch (error) {
      if (dsn === undefined || !(error instanceof WireError) || error.code !== 'unsupported') throw error;
      return { result: await this.#pool.send({ ...message, to }), withoutDsn: true };
    } finally {
      if (this.isIdle()) this.emit('idle');
    }
  }
}
