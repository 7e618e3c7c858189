import type { ConnectionOptions as TlsConnectionOptions } from 'node:tls';
import type { Resolver } from '../net/address.js';
import type { CertificateQuestion } from '../net/certificate.js';
import type { TimeoutQuestion } from '../net/silence.js';
import type { ConnectionObserver } from './observer.js';
import type { TimedPhase, Timeouts } from './timeouts.js';

/** Where a connection leads and who watches it. */
export interface ConnectionOptions {
  /** A host name or a numeric address. */
  readonly host: string;
  /** The TCP port; 465 with {@link implicitTls}, else 25. */
  readonly port?: number;
  /** TLS from the first byte (RFC 8314 section 3.3); on by default for port 465 alone. */
  readonly implicitTls?: boolean;
  /** Passed through to `node:tls`: `ca`, `rejectUnauthorized`, `servername`, `minVersion` ... */
  readonly tls?: TlsConnectionOptions;
  /** The local address to bind to. */
  readonly localAddress?: string;
  /** The local port to bind to. */
  readonly localPort?: number;
  /** 4 or 6 to use only such addresses; 0, the default, for both. */
  readonly family?: 0 | 4 | 6;
  /** Finds addresses in place of the operating system. */
  readonly resolver?: Resolver;
  /** Seconds of silence for each phase, where they differ from {@link DEFAULT_TIMEOUTS}. */
  readonly timeouts?: Partial<Timeouts>;
  /** Asked before silence ends the connection. */
  readonly onTimeout?: TimeoutQuestion;
  /** Asked before a doubtful certificate is refused. */
  readonly onCertificateProblem?: CertificateQuestion;
  /** Watches. */
  readonly observer?: ConnectionObserver;
}

/** What a single command is, besides its line. */
export interface CommandOptions {
  /** Which command, for observers and errors; the first word of the line by default. */
  readonly verb?: string;
  /** Which timeout holds; `command` by default. */
  readonly phase?: TimedPhase;
  /** What observers see in place of the line, when it holds a secret. */
  readonly shown?: string;
  /** The sender or recipient it is about. */
  readonly address?: string;
  /** Whether the line is sent as UTF-8 (SMTPUTF8); otherwise text outside of ASCII is refused. */
  readonly utf8?: boolean;
}
