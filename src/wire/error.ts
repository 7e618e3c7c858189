/** What went wrong on the wire, one word per situation a caller may want to treat differently. */
export type WireErrorCode =
  | 'host-not-found'
  | 'connect-failed'
  | 'tls-failed'
  | 'certificate-name'
  | 'certificate-date'
  | 'certificate-untrusted'
  | 'starttls-unavailable'
  | 'starttls-refused'
  | 'starttls-injection'
  | 'plaintext-refused'
  | 'no-mechanism'
  | 'auth-failed'
  | 'auth-cancelled'
  | 'timeout'
  | 'dropped'
  | 'closed'
  | 'protocol'
  | 'line-too-long'
  | 'reply-too-long'
  | 'bad-argument'
  | 'rejected-sender'
  | 'rejected-recipients'
  | 'rejected-data'
  | 'rejected-message'
  | 'rejected-greeting'
  | 'rejected-command'
  | 'too-large'
  | 'unsupported'
  | 'source-failed'
  | 'too-many'
  | 'in-doubt';

/** The server's reply that an error carries, as far as the error needs it. */
export interface ErrorReply {
  /** Three-digit reply code. */
  readonly code: number;
  /** The text of each line, without code and line ends. */
  readonly lines: readonly string[];
}

/** What a {@link WireError} may carry besides its code and words. */
export interface WireErrorDetails {
  /** Where in the dialog it happened: `connect`, `auth`, `rcpt` ... */
  readonly phase?: string;
  /** The server's reply that caused it. */
  readonly reply?: ErrorReply;
  /** The address it is about. */
  readonly address?: string;
  /** The name of the operating system's error: `ECONNREFUSED`. */
  readonly socketError?: string;
  /** The recipients the server refused, in the order they were given. */
  readonly refusals?: readonly Refusal[];
  /** The error underneath. */
  readonly cause?: unknown;
}

/** One recipient that the server refused, with its own words. */
export interface Refusal {
  /** The address as the caller gave it. */
  readonly address: string;
  /** What the server answered to its RCPT. */
  readonly reply: ErrorReply;
}

/** Every failure of a wire client: a code to act on, words to read, and what is known about the place. */
export class WireError extends Error {
  override readonly name = 'WireError';
  readonly code: WireErrorCode;
  readonly phase: string;
  readonly reply?: ErrorReply;
  readonly address?: string;
  readonly socketError?: string;
  readonly refusals?: readonly Refusal[];

  /**
   * @param code what to act on
   * @param message what to read, one sentence
   * @param details what else is known
   */
  constructor(code: WireErrorCode, message: string, details: WireErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.phase = details.phase ?? '';
    if (details.reply !== undefined) this.reply = details.reply;
    if (details.address !== undefined) this.address = details.address;
    if (details.socketError !== undefined) this.socketError = details.socketError;
    if (details.refusals !== undefined) this.refusals = details.refusals;
  }
}
