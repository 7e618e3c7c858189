import { NO_CAPABILITIES } from '../capabilities.js';
import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';
import { checkName } from './ehlo.js';

/**
 * Greets a server that knows no extensions.
 *
 * @param connection an open connection
 * @param name who we are: a host name
 * @returns the reply; after success `connection.capabilities` are none
 * @throws {WireError} `bad-argument` when the name holds blanks or control characters; why the connection ended
 * @spec RFC 5321 section 4.1.1.1
 */
export async function helo(connection: SmtpConnection, name: string): Promise<Reply> {
  checkName(name);
  const reply = await connection.command(`HELO ${name}`, { phase: 'hello' });
  if (reply.ok) connection.noteGreeted('helo', NO_CAPABILITIES);
  return reply;
}
