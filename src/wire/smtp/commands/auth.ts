import { WireError } from '../../error.js';
import { type Credentials, chooseMechanism, mechanism, type SaslMechanism } from '../../sasl/index.js';
import type { SmtpConnection } from '../connection.js';
import { AUTH_COMMAND_BYTES, AUTH_LINE_BYTES } from '../limits.js';
import type { Reply } from '../reply.js';

/** How a logon is done. */
export interface AuthOptions {
  /** Only this mechanism, by its registered name; it is tried even where the server does not offer it. */
  readonly mechanism?: string;
  /** The mechanism to try first where it is offered; NTLM and EXTERNAL are chosen in no other way. */
  readonly prefer?: string;
  /** Whether a password may cross an unencrypted connection readably. Off by default. */
  readonly allowCleartext?: boolean;
  /**
   * Which failures let the next mechanism be tried with the same credentials: `unsupported`, the default, those that
   * say that the mechanism is not available to this user (504, 534); `any`, all; `never`, none.
   */
  readonly fallback?: 'unsupported' | 'any' | 'never';
}

/**
 * Logs on.
 *
 * @param connection a greeted connection that is not logged on
 * @param credentials who, and by what secret
 * @param options by which mechanism
 * @returns the server's final reply, 235
 * @throws {WireError} `no-mechanism` when the server offers none that these credentials can use safely;
 *   `plaintext-refused` when the mechanism asked for would send the password readably; `auth-failed` with the reply,
 *   the connection lasts and another attempt may follow; `bad-argument` or `unsupported` from the mechanism; why the
 *   connection ended
 * @spec RFC 4954 section 4
 */
export async function auth(
  connection: SmtpConnection,
  credentials: Credentials,
  options: AuthOptions = {},
): Promise<Reply> {
  if (options.mechanism !== undefined) return attempt(connection, options.mechanism, credentials, options);
  const offered = [...connection.capabilities.auth];
  let failure: WireError | null = null;
  for (;;) {
    const name = chooseMechanism(offered, credentials, {
      secure: connection.secure,
      allowCleartext: options.allowCleartext === true,
      ...(options.prefer === undefined ? {} : { prefer: options.prefer }),
    });
    if (name === null) throw failure ?? noMechanism(connection, credentials);
    try {
      return await attempt(connection, name, credentials, options);
    } catch (error) {
      if (!(error instanceof WireError) || !mayFallBack(error, options.fallback) || !connection.usable) throw error;
      failure = error;
      offered.splice(0, offered.length, ...offered.filter((each) => each.toUpperCase() !== name.toUpperCase()));
    }
  }
}

async function attempt(
  connection: SmtpConnection,
  name: string,
  credentials: Credentials,
  options: AuthOptions,
): Promise<Reply> {
  const sasl = mechanism(name, credentials, { host: connection.host, port: connection.port });
  if (sasl.cleartext && !connection.secure && options.allowCleartext !== true) {
    const words = `${sasl.name} would send the password readably over an unencrypted connection. Use TLS.`;
    throw new WireError('plaintext-refused', words, { phase: 'auth' });
  }
  let reply = await begin(connection, sasl);
  while (reply.code === 334) reply = await answer(connection, sasl, reply);
  // 235 is the code of RFC 4954; 245 stands in old client code and on a few old servers.
  if (reply.code !== 235 && reply.code !== 245) {
    throw new WireError('auth-failed', `The server refused the logon: ${reply.toString()}`, { phase: 'auth', reply });
  }
  try {
    sasl.done();
  } catch (error) {
    // The server says yes and could not prove that it knows the secret: whoever this is, nothing more is said to it.
    if (error instanceof WireError) connection.destroy(error);
    throw error;
  }
  connection.noteAuthenticated();
  return reply;
}

/** The AUTH command, with the initial response where it fits a command line. */
function begin(connection: SmtpConnection, sasl: SaslMechanism): Promise<Reply> {
  const first = sasl.initialResponse;
  const bare = `AUTH ${sasl.name}`;
  if (first === null) return connection.command(bare, { phase: 'auth' });
  const line = `${bare} ${first.length === 0 ? '=' : base64(first)}`;
  // A response too long for the line is given when the server asks for it with an empty challenge.
  if (line.length + 2 > AUTH_COMMAND_BYTES) return connection.command(bare, { phase: 'auth' });
  return connection.command(line, { phase: 'auth', shown: `${bare} ********` });
}

async function answer(connection: SmtpConnection, sasl: SaslMechanism, reply: Reply): Promise<Reply> {
  let line: string;
  try {
    line = base64(sasl.step(challenge(reply)));
    if (line.length + 2 > AUTH_LINE_BYTES) {
      throw new WireError('bad-argument', 'The credentials are too long for a line of the logon.', { phase: 'auth' });
    }
  } catch (error) {
    // The first error counts, also when the server hangs up on the cancellation.
    await connection.command('*', { verb: 'AUTH', phase: 'auth' }).catch(() => null);
    throw error;
  }
  return connection.command(line, { verb: 'AUTH', phase: 'auth', shown: '********' });
}

/** Base64 of RFC 4648 section 4; a server that sends anything else has not understood its own mechanism. */
function challenge(reply: Reply): Uint8Array {
  const text = (reply.lines[0] ?? '').trim();
  if (reply.lines.length > 1 || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text)) {
    throw new WireError('protocol', 'The server sent a challenge that is not base64.', { phase: 'auth', reply });
  }
  return Buffer.from(text, 'base64');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('base64');
}

function mayFallBack(error: WireError, fallback: AuthOptions['fallback']): boolean {
  if (fallback === 'never') return false;
  if (error.code === 'unsupported') return true;
  // Without a reply it was not the server that refused but its own proof that failed: it gets no other secret to try.
  if (error.code !== 'auth-failed' || error.reply === undefined) return false;
  return fallback === 'any' || error.reply.code === 504 || error.reply.code === 534;
}

function noMechanism(connection: SmtpConnection, credentials: Credentials): WireError {
  const offered = connection.capabilities.auth;
  if (offered.length === 0) {
    return new WireError('no-mechanism', 'The server offers no logon on this connection.', { phase: 'auth' });
  }
  const whole = chooseMechanism(offered, credentials, { secure: true, allowCleartext: true });
  const words =
    whole === null
      ? `None of the server's logon mechanisms (${offered.join(', ')}) fits the credentials.`
      : `The server takes the password only readably (${whole}), and the connection is not encrypted. Use TLS.`;
  return new WireError(whole === null ? 'no-mechanism' : 'plaintext-refused', words, { phase: 'auth' });
}
