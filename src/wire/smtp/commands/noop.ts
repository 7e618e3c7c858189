import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';

/**
 * Does nothing, so that the server answers: a sign of life.
 *
 * @param connection an open connection
 * @returns the reply
 * @throws {WireError} why the connection ended
 * @spec RFC 5321 section 4.1.1.9
 */
export function noop(connection: SmtpConnection): Promise<Reply> {
  return connection.command('NOOP');
}
