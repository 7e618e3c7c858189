import type { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';

/** Whom a message is for on the wire. */
export interface ComposedEnvelope {
  /** The sender's address; empty for the null reverse-path. */
  readonly from: string;
  /** Every recipient's address once: To, Cc and Bcc. */
  readonly to: readonly string[];
}

/** A message as RFC 5322 text, on demand. */
export interface ComposedMime {
  /** Whom it is for. Recipients that are hidden from the header are here. */
  readonly envelope: ComposedEnvelope;
  /** The Message-ID, in angle brackets. */
  readonly messageId: string;
  /**
   * The whole message in memory. Only one of `raw` and {@link ComposedMime.stream} may be asked, once, when a part of
   * the message is a stream itself.
   *
   * @returns header and body with CRLF line ends
   * @throws {Error} what reading a part failed with: `ENOENT` for a file that is not there
   */
  raw(): Promise<Buffer>;
  /**
   * The message as a stream, so that attachments are never in memory whole.
   *
   * @returns header and body with CRLF line ends; it fails with what reading a part failed with
   */
  stream(): Readable;
}

/**
 * Composes a message from nodemailer's mail options. Recipients of `bcc` get the message and are never written into
 * its header; an `envelope` that is given wins over the addresses of the header.
 *
 * @param mail what nodemailer's `sendMail` takes: `from`, `to`, `subject`, `text`, `attachments` ...
 * @returns the message, its envelope and its Message-ID
 * @throws {Error} nodemailer's error for options that make no message, with its `code`
 * @spec RFC 5322 section 3.6.3
 * @example
 * ```ts
 * const { envelope, raw } = composeMime({ from: 'ann@example.org', to: 'bob@example.org', text: 'Hello' });
 * await client.send({ ...envelope, body: await raw() });
 * ```
 */
export function composeMime(mail: SendMailOptions): ComposedMime {
  const node = new MailComposer({ newline: 'win', ...mail }).compile();
  node.keepBcc = false;
  const { from, to } = node.getEnvelope();
  // Asking for the Message-ID writes one into the header where the caller gave none.
  const messageId = node.messageId();
  return {
    envelope: Object.freeze({ from: from || '', to: Object.freeze([...to]) }),
    messageId,
    raw: () => node.build(),
    stream: () => node.createReadStream(),
  };
}
