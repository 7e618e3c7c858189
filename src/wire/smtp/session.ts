import { isIPv6 } from 'node:net';
import { hostname } from 'node:os';
import { WireError } from '../error.js';
import type { Credentials } from '../sasl/index.js';
import { type AuthOptions, auth } from './commands/auth.js';
import { ehlo } from './commands/ehlo.js';
import { helo } from './commands/helo.js';
import { starttls } from './commands/starttls.js';
import { SmtpConnection } from './connection.js';
import type { ConnectionOptions } from './connection-options.js';
import type { Reply } from './reply.js';

/**
 * Asked for credentials when a logon needs them: before the first attempt when none were given, and after each refusal.
 * Null gives up.
 */
export type LogonQuestion = (
  failure: WireError | null,
  attempt: number,
) => Credentials | null | Promise<Credentials | null>;

/** How a session is begun: greeting, TLS, logon. */
export interface SessionOptions extends ConnectionOptions {
  /** `auto`, the default: EHLO, and HELO when the server does not know it; or one of the two alone. */
  readonly hello?: 'auto' | 'ehlo' | 'helo';
  /** Who we say we are; by default the machine's full name, else our address in brackets. */
  readonly name?: string;
  /** `when-offered` is the default; `required` fails before anything is said in clear text; `off` never asks. */
  readonly starttls?: 'off' | 'when-offered' | 'required';
  /** Who logs on. Absent, and without {@link onLogon}: nobody. */
  readonly credentials?: Credentials;
  /** How the logon is done. */
  readonly auth?: AuthOptions;
  /** Asked for credentials. */
  readonly onLogon?: LogonQuestion;
}

/**
 * Opens a connection and does all that comes before the first message: greeting, STARTTLS, logon.
 *
 * @param options where to, and how
 * @returns a connection that is ready for messages
 * @throws {WireError} everything that {@link SmtpConnection.open} and {@link logOn} throw; the connection is closed then
 */
export async function openSession(options: SessionOptions): Promise<SmtpConnection> {
  const connection = new SmtpConnection(options);
  await connection.open();
  try {
    await logOn(connection, options);
  } catch (error) {
    connection.close();
    throw error;
  }
  return connection;
}

/**
 * Does on an open connection all that comes before the first message.
 *
 * @param connection an open connection whose greeting has come
 * @param options how
 * @throws {WireError} `rejected-command` when the server refuses EHLO and HELO; `starttls-unavailable` when TLS is
 *   required and not offered; `starttls-refused`, `starttls-injection`, `tls-failed` and certificate codes; what
 *   {@link auth} throws; `auth-cancelled` when {@link SessionOptions.onLogon} gives up; why the connection ended
 */
export async function logOn(
  connection: SmtpConnection,
  options: Omit<SessionOptions, keyof ConnectionOptions>,
): Promise<void> {
  await greet(connection, options);
  const policy = options.starttls ?? 'when-offered';
  if (!connection.secure && policy !== 'off') {
    if (connection.capabilities.startTls) {
      await starttls(connection);
      await greet(connection, options);
    } else if (policy === 'required') {
      const words = 'TLS is required, and the server does not offer STARTTLS on this connection.';
      throw new WireError('starttls-unavailable', words, { phase: 'tls' });
    }
  }
  await identify(connection, options);
}

/**
 * Greets the server as the options say.
 *
 * @param connection an open connection
 * @param options which greeting, and by which name
 * @returns the successful reply
 * @throws {WireError} `rejected-command` with the reply; why the connection ended
 * @spec RFC 5321 section 3.2
 */
export async function greet(
  connection: SmtpConnection,
  options: Pick<SessionOptions, 'hello' | 'name'> = {},
): Promise<Reply> {
  const name = options.name ?? ownName(connection.localAddress);
  const how = options.hello ?? 'auto';
  let reply = how === 'helo' ? await helo(connection, name) : await ehlo(connection, name);
  // A server without extensions answers EHLO with 500 or 502; whatever 5yz it is, HELO may still be known.
  if (how === 'auto' && reply.code >= 500 && connection.usable) reply = await helo(connection, name);
  if (reply.ok) return reply;
  throw new WireError('rejected-command', `The server refused our greeting: ${reply.toString()}`, {
    phase: 'hello',
    reply,
  });
}

/**
 * The name we give with EHLO: the machine's full name where it has one, else an address literal, as RFC 5321 asks of
 * clients without a name. A bare computer name is refused by strict servers.
 *
 * @param localAddress our end of the connection, or null
 * @spec RFC 5321 section 4.1.4
 */
export function ownName(localAddress: string | null): string {
  const full = hostname();
  if (/^[A-Za-z0-9](?:[A-Za-z0-9-]*\.)+[A-Za-z0-9-]*[A-Za-z0-9]$/.test(full) && !full.endsWith('.local')) return full;
  if (localAddress === null) return '[127.0.0.1]';
  const address = localAddress.replace(/^::ffff:/i, '').replace(/%.*$/, '');
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}

async function identify(
  connection: SmtpConnection,
  options: Omit<SessionOptions, keyof ConnectionOptions>,
): Promise<void> {
  const ask = options.onLogon;
  let credentials = options.credentials ?? null;
  let failure: WireError | null = null;
  for (let attempt = 1; ; attempt++) {
    if (credentials === null) {
      if (ask === undefined) return;
      credentials = await ask(failure, attempt);
      if (connection.lost !== null) throw connection.lost;
      if (credentials === null) throw failure === null ? cancelled() : cancelled(failure);
    }
    try {
      await auth(connection, credentials, options.auth);
      return;
    } catch (error) {
      if (!(error instanceof WireError) || error.code !== 'auth-failed' || ask === undefined || !connection.usable)
        throw error;
      failure = error;
      credentials = null;
    }
  }
}

function cancelled(failure?: WireError): WireError {
  const words = failure === undefined ? 'The logon was given up.' : `The logon was given up: ${failure.message}`;
  return new WireError('auth-cancelled', words, {
    phase: 'auth',
    ...(failure === undefined ? {} : { cause: failure }),
    ...(failure?.reply === undefined ? {} : { reply: failure.reply }),
  });
}
