import { WireError } from '../../error.js';
import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';

/**
 * Asks for TLS and sets it up. Afterwards the server must be greeted again: what it offered before is forgotten.
 *
 * @param connection an open connection with nothing outstanding
 * @returns the reply, its code 220
 * @throws {WireError} `starttls-refused` with the reply (the connection lasts, in clear text); `starttls-injection`
 *   when bytes follow the 220 in clear text; `tls-failed` or a certificate code; why the connection ended
 * @spec RFC 3207 section 4
 */
export async function starttls(connection: SmtpConnection): Promise<Reply> {
  const reply = await new Promise<Reply>((resolve, reject) => {
    const answered = (answer: Reply): void => {
      // Reading in clear text stops with this very reply: a later line would be somebody else's words.
      if (answer.code === 220) connection.beginSecuring();
      resolve(answer);
    };
    connection.submit({ verb: 'STARTTLS', phase: 'hello', address: null, reply: answered, fail: reject }, 'STARTTLS');
    connection.flush();
  });
  if (reply.code !== 220) {
    throw new WireError('starttls-refused', `The server refused TLS: ${reply.toString()}`, { phase: 'tls', reply });
  }
  await connection.secureChannel();
  return reply;
}
