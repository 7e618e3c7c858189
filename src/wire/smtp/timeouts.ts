/**
 * How long each phase may be silent, in seconds. 0 waits for ever.
 *
 * @spec RFC 5321 section 4.5.3.2
 */
export interface Timeouts {
  /** Finding the host's addresses. */
  readonly resolve: number;
  /** Each TCP connection attempt. */
  readonly connect: number;
  /** The TLS handshake. */
  readonly tls: number;
  /** The greeting. */
  readonly greeting: number;
  /** EHLO, HELO, STARTTLS. */
  readonly hello: number;
  /** Each step of an authentication dialog. */
  readonly auth: number;
  /** MAIL. */
  readonly mail: number;
  /** Each RCPT. */
  readonly rcpt: number;
  /** DATA, up to its 354. */
  readonly data: number;
  /** Each block of a body, until the operating system takes it. */
  readonly block: number;
  /** The final dot or the last BDAT: the server is delivering. */
  readonly dot: number;
  /** RSET, NOOP, VRFY and the like. */
  readonly command: number;
  /** QUIT. */
  readonly quit: number;
}

/** A phase whose silence is timed. */
export type TimedPhase = keyof Timeouts;

/** RFC 5321's own figures where it has one; the others are chosen so that a person waits no longer than needed. */
export const DEFAULT_TIMEOUTS: Timeouts = Object.freeze({
  resolve: 60,
  connect: 60,
  tls: 60,
  greeting: 300,
  hello: 300,
  auth: 300,
  mail: 300,
  rcpt: 300,
  data: 120,
  block: 180,
  dot: 600,
  command: 300,
  quit: 30,
});
