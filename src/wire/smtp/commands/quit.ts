import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';

/**
 * Says goodbye, waits for the answer and closes the connection. Everything sent before is answered first.
 *
 * @param connection an open connection
 * @returns the reply, or null when the server closed without one
 * @throws {WireError} never for a connection that ends here; the engine only closes what is open
 * @spec RFC 5321 section 4.1.1.10
 */
export async function quit(connection: SmtpConnection): Promise<Reply | null> {
  if (connection.lost !== null) return null;
  connection.tellLeaving();
  try {
    return await connection.command('QUIT', { phase: 'quit' });
  } catch {
    // A server that hangs up instead of answering has understood as well.
    return null;
  } finally {
    connection.close();
  }
}
