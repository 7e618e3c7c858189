import { badArgument, refuseLineBreaks } from '../argument.js';
import { capabilitiesOf } from '../capabilities.js';
import type { SmtpConnection } from '../connection.js';
import type { Reply } from '../reply.js';

/**
 * Greets the server and learns what it offers.
 *
 * @param connection an open connection
 * @param name who we are: a host name, or an address in brackets (RFC 5321 section 4.1.4)
 * @returns the reply; on success its keywords are in `connection.capabilities`
 * @throws {WireError} `bad-argument` when the name holds blanks or control characters; why the connection ended
 * @spec RFC 5321 section 4.1.1.1
 */
export async function ehlo(connection: SmtpConnection, name: string): Promise<Reply> {
  checkName(name);
  const reply = await connection.command(`EHLO ${name}`, { phase: 'hello' });
  if (reply.ok) connection.noteGreeted('ehlo', capabilitiesOf(reply));
  return reply;
}

/**
 * Refuses a name that would not be one word.
 *
 * @param name the name given with EHLO or HELO
 * @throws {WireError} `bad-argument`
 */
export function checkName(name: string): void {
  refuseLineBreaks(name, 'name given with EHLO or HELO');
  if (!/^[!-~]+$/.test(name)) throw badArgument('The name given with EHLO or HELO is not one word of ASCII.');
}
