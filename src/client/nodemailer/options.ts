import type { ConnectionOptions as TlsOptions } from 'node:tls';
import type { AuthOptions, Credentials, PoolOptions, Timeouts } from '../../wire/index.js';

/** Who logs on, in nodemailer's words. */
export interface ComailTransportAuth {
  /** The user name; `DOMAIN\user` for NTLM. */
  readonly user?: string;
  /** The password. */
  readonly pass?: string;
  /** `OAuth2` to log on with {@link ComailTransportAuth.accessToken}; anything else means a password. */
  readonly type?: string;
  /** An OAuth 2.0 access token, as the program got it. */
  readonly accessToken?: string;
  /** The only mechanism to try: `PLAIN`, `SCRAM-SHA-256`, `NTLM` ... */
  readonly method?: string;
}

/** Where mail goes and how, in nodemailer's words: the options of its SMTP transport and of its pool. */
export interface ComailTransportOptions {
  /** The mail server; `localhost` by default. */
  readonly host?: string;
  /** Its port; 587 by default, 465 with {@link ComailTransportOptions.secure}. */
  readonly port?: number | string;
  /** TLS from the first byte; on by default for port 465 alone. */
  readonly secure?: boolean;
  /** Never upgrade to TLS, though the server offers it. */
  readonly ignoreTLS?: boolean;
  /** Fail where the server does not offer TLS. */
  readonly requireTLS?: boolean;
  /** Passed to `node:tls`. */
  readonly tls?: TlsOptions;
  /** Who logs on; nobody when left out. */
  readonly auth?: ComailTransportAuth;
  /** The only mechanism to try, where `auth.method` names none. */
  readonly authMethod?: string;
  /**
   * Whether the password may go readably over a connection without TLS. By default only to this machine itself, where
   * nobody can listen; nodemailer's own transports send it anywhere.
   */
  readonly allowCleartextAuth?: boolean;
  /** What EHLO says. */
  readonly name?: string;
  /** The local address to connect from. */
  readonly localAddress?: string;
  /** Milliseconds for connecting. */
  readonly connectionTimeout?: number;
  /** Milliseconds for the greeting. */
  readonly greetingTimeout?: number;
  /** Milliseconds of silence in any later phase. */
  readonly socketTimeout?: number;
  /** Milliseconds for finding the host. */
  readonly dnsTimeout?: number;
  /** Most connections at once; 5 by default. */
  readonly maxConnections?: number;
  /** Messages after which a connection is closed; no bound by default. */
  readonly maxMessages?: number;
  /** Read by nodemailer, not by this transport, which always keeps its connections. */
  readonly pool?: boolean;
}

/**
 * The options of the pool behind a transport.
 *
 * @param options nodemailer's words
 * @throws {TypeError} for a port that is none
 */
export function poolOptions(options: ComailTransportOptions): PoolOptions {
  const host = options.host ?? 'localhost';
  const port = portOf(options);
  const implicitTls = options.secure ?? port === 465;
  const credentials = credentialsOf(options.auth);
  return {
    host,
    port,
    implicitTls,
    starttls: options.requireTLS === true ? 'required' : options.ignoreTLS === true ? 'off' : 'when-offered',
    timeouts: timeoutsOf(options),
    // nodemailer tells a program at once that there is no connection, and leaves it to try again.
    connectRetries: 0,
    auth: authOf(options, host),
    ...(credentials === null ? {} : { credentials }),
    ...(options.tls === undefined ? {} : { tls: options.tls }),
    ...(options.name === undefined ? {} : { name: options.name }),
    ...(options.localAddress === undefined ? {} : { localAddress: options.localAddress }),
    ...(options.maxConnections === undefined ? {} : { maxConnections: options.maxConnections }),
    ...(options.maxMessages === undefined ? {} : { maxMessages: options.maxMessages }),
  };
}

function portOf({ port, secure }: ComailTransportOptions): number {
  if (port === undefined) return secure === true ? 465 : 587;
  const number = Number(port);
  if (!Number.isInteger(number) || number < 1 || number > 65_535) throw new TypeError(`${port} is no TCP port`);
  return number;
}

function credentialsOf(auth: ComailTransportAuth | undefined): Credentials | null {
  if (auth === undefined) return null;
  const user = auth.user === undefined ? {} : { user: auth.user };
  if (isToken(auth)) return { ...user, accessToken: auth.accessToken ?? '' };
  return { ...user, password: auth.pass ?? '' };
}

const isToken = (auth: ComailTransportAuth): boolean =>
  auth.type?.toUpperCase() === 'OAUTH2' || (auth.accessToken !== undefined && auth.pass === undefined);

function authOf({ auth, authMethod, allowCleartextAuth }: ComailTransportOptions, host: string): AuthOptions {
  const mechanism = auth?.method ?? authMethod;
  const allowCleartext = allowCleartextAuth ?? /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/i.test(host);
  return { allowCleartext, ...(mechanism === undefined ? {} : { mechanism: mechanism.toUpperCase() }) };
}

function timeoutsOf(options: ComailTransportOptions): Partial<Timeouts> {
  const seconds = (ms: number | undefined): number | undefined => (ms === undefined ? undefined : ms / 1000);
  const silence = seconds(options.socketTimeout);
  const wanted = {
    resolve: seconds(options.dnsTimeout),
    connect: seconds(options.connectionTimeout),
    tls: seconds(options.connectionTimeout),
    greeting: seconds(options.greetingTimeout),
    hello: silence,
    auth: silence,
    mail: silence,
    rcpt: silence,
    data: silence,
    block: silence,
    dot: silence,
    command: silence,
    quit: silence,
  };
  return Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));
}
