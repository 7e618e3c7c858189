import { WireError } from '../error.js';
import { checkAddress } from './address.js';
import { badArgument, refuseLineBreaks } from './argument.js';
import { ENVELOPE_ID_BYTES, ORIGINAL_RECIPIENT_BYTES, RECIPIENTS } from './limits.js';
import { type ByteSource, fromBuffer, fromString } from './source/byte-source.js';
import { xtext } from './xtext.js';

/** When a recipient's server is asked to report. `never` stands alone. RFC 3461 section 4.1. */
export type Notify = 'never' | 'success' | 'failure' | 'delay';

/** A recipient with its DSN parameters. */
export interface Recipient {
  /** The address, without angle brackets. */
  readonly address: string;
  /** NOTIFY: when to report; absent leaves it to the server. RFC 3461 section 4.1. */
  readonly notify?: readonly Notify[];
  /** ORCPT: the address the sender first gave, as `rfc822;user@example.org`. RFC 3461 section 4.2. */
  readonly originalRecipient?: string;
}

/** One message to send: the envelope, the body, and what the server is asked for. */
export interface Message {
  /** The sender; empty for the null reverse-path of reports (RFC 5321 section 4.5.5). */
  readonly from: string;
  /** The recipients, at least one. */
  readonly to: readonly (string | Recipient)[];
  /** The whole message, header and body. */
  readonly body: ByteSource | Uint8Array | string;
  /**
   * What to do when only some recipients are accepted: `any`, the default, sends to those and names the others in the
   * result; `all` sends nothing and fails with `rejected-recipients`.
   */
  readonly accept?: 'any' | 'all';
  /** BODY= parameter. RFC 6152 section 3, RFC 3030 section 3. Absent: nothing is said about the body. */
  readonly bodyType?: '7bit' | '8bitmime' | 'binarymime';
  /**
   * What to do with an `8bitmime` body where the server does not offer 8BITMIME: `refuse`, the default, fails with
   * `unsupported` as RFC 6152 section 3 demands; `send` sends it anyway, which nearly every server takes.
   */
  readonly eightBit?: 'refuse' | 'send';
  /** Whether SMTPUTF8 is needed for the header; an address outside of ASCII asks for it by itself. RFC 6531. */
  readonly smtpUtf8?: boolean;
  /** RET: how much of the message a report brings back. RFC 3461 section 4.3. */
  readonly ret?: 'full' | 'hdrs';
  /** ENVID: the sender's own name for this message in reports, unencoded. RFC 3461 section 4.4. */
  readonly envelopeId?: string;
  /** REQUIRETLS: never pass this message on without verified TLS. RFC 8689 section 2. */
  readonly requireTls?: boolean;
  /**
   * The caller's promise that the body has only CRLF line ends and no line that begins with a dot, so that it is not
   * looked at. A broken promise lets a body end early and speak commands: only ever give it for bytes you composed.
   */
  readonly canonical?: boolean;
  /** Size in bytes for the SIZE parameter, where the source does not know it. RFC 1870 section 6. */
  readonly size?: number;
  /** False sends every command alone and waits for its reply. */
  readonly pipelining?: boolean;
  /** False sends the body by DATA even where the server takes BDAT. */
  readonly chunking?: boolean;
}

/** A message whose arguments were checked; made once, sent by one connection or after it by another. */
export interface PreparedMessage {
  readonly message: Message;
  readonly from: string;
  readonly recipients: readonly Recipient[];
  readonly source: ByteSource;
  readonly size: number | null;
  readonly wide: boolean;
  readonly dsn: boolean;
}

/**
 * Checks everything about a message that does not depend on the server.
 *
 * @param message what the caller wants to send
 * @returns the checked message
 * @throws {WireError} `bad-argument` with the address where it is about one: no recipient, a malformed address, CR, LF
 *   or NUL anywhere, contradicting NOTIFY words, a parameter beyond its length; `too-many` recipients
 */
export function prepareMessage(message: Message): PreparedMessage {
  let wide = checkAddress(message.from) || message.smtpUtf8 === true;
  let dsn = message.ret !== undefined || message.envelopeId !== undefined;
  if (message.to.length === 0) throw badArgument('The message has no recipient.');
  if (message.to.length > RECIPIENTS) {
    throw new WireError('too-many', `The message has more than ${RECIPIENTS} recipients.`, { phase: 'check' });
  }
  const recipients = message.to.map((each): Recipient => {
    const recipient = typeof each === 'string' ? { address: each } : each;
    if (recipient.address === '') throw badArgument('A recipient is empty.', '');
    if (checkAddress(recipient.address)) wide = true;
    if (recipient.notify !== undefined || recipient.originalRecipient !== undefined) {
      checkReporting(recipient);
      dsn = true;
    }
    return recipient;
  });
  if (message.envelopeId !== undefined) checkEnvelopeId(message.envelopeId);
  const source = sourceOf(message.body);
  const size = message.size ?? source.size ?? null;
  if (size !== null && !(Number.isSafeInteger(size) && size >= 0)) throw badArgument(`${size} is no size in bytes.`);
  return { message, from: message.from, recipients, source, size, wide, dsn };
}

/**
 * The NOTIFY and ORCPT parameters of a recipient.
 *
 * @param recipient a checked recipient
 * @returns the parameters with a blank before each, or an empty text
 * @spec RFC 3461 section 4.1
 */
export function reportingParameters(recipient: Recipient): string {
  let text = '';
  if (recipient.notify !== undefined) text += ` NOTIFY=${recipient.notify.join(',').toUpperCase()}`;
  if (recipient.originalRecipient !== undefined) {
    const divider = recipient.originalRecipient.indexOf(';');
    const type = recipient.originalRecipient.slice(0, divider);
    text += ` ORCPT=${type};${xtext(recipient.originalRecipient.slice(divider + 1))}`;
  }
  return text;
}

/**
 * Checks a recipient's NOTIFY and ORCPT.
 *
 * @param recipient the recipient
 * @throws {WireError} `bad-argument` with its address
 */
export function checkReporting(recipient: Recipient): void {
  const { address, notify, originalRecipient } = recipient;
  if (notify !== undefined) {
    const words = new Set(notify);
    const known = notify.every((each) => ['never', 'success', 'failure', 'delay'].includes(each));
    if (!known || words.size !== notify.length || words.size === 0 || (words.has('never') && words.size > 1)) {
      throw badArgument('NOTIFY is either never, or some of success, failure and delay.', address);
    }
  }
  if (originalRecipient === undefined) return;
  refuseLineBreaks(originalRecipient, 'original recipient');
  if (!/^[A-Za-z0-9.-]+;./s.test(originalRecipient)) {
    throw badArgument('The original recipient is an address type, a semicolon and an address.', address);
  }
  if (reportingParameters({ address, originalRecipient }).length - ' ORCPT='.length > ORIGINAL_RECIPIENT_BYTES) {
    throw badArgument('The original recipient is too long.', address);
  }
}

/**
 * Checks an ENVID.
 *
 * @param id the identifier, unencoded
 * @throws {WireError} `bad-argument` when it is empty, too long, or not printable ASCII
 * @spec RFC 3461 section 4.4
 */
export function checkEnvelopeId(id: string): void {
  if (!/^[ -~]+$/.test(id)) throw badArgument('The envelope identifier is empty or not printable ASCII.');
  if (xtext(id).length > ENVELOPE_ID_BYTES) throw badArgument('The envelope identifier is too long.');
}

function sourceOf(body: Message['body']): ByteSource {
  if (typeof body === 'string') return fromString(body);
  return body instanceof Uint8Array ? fromBuffer(body) : body;
}
