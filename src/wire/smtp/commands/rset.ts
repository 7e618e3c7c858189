import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';

/**
 * Abandons the message that was begun.
 *
 * @param connection a greeted connection
 * @returns the reply
 * @throws {WireError} why the connection ended
 * @spec RFC 5321 section 4.1.1.5
 */
export function rset(connection: SmtpConnection): Promise<Reply> {
  return connection.command('RSET');
}
