import { WireError } from '../../error.js';
import { checkAddress } from '../address.js';
import { badArgument } from '../argument.js';
import type { SmtpConnection } from '../connection.js';
import { rcptLine } from '../envelope.js';
import { checkReporting, type Recipient } from '../message.js';
import type { Reply } from '../reply.js';

/**
 * Names one recipient.
 *
 * @param connection after a MAIL that was accepted
 * @param recipient the address, or the address with its DSN parameters
 * @returns the reply, good or bad
 * @throws {WireError} `bad-argument`; `unsupported` when it asks for DSN or SMTPUTF8 and the server has none of it;
 *   why the connection ended
 * @spec RFC 5321 section 4.1.1.3
 */
export async function rcpt(connection: SmtpConnection, recipient: string | Recipient): Promise<Reply> {
  const given = typeof recipient === 'string' ? { address: recipient } : recipient;
  if (given.address === '') throw badArgument('The recipient is empty.', '');
  const wide = checkAddress(given.address);
  checkReporting(given);
  const { capabilities } = connection;
  if (wide && !capabilities.smtpUtf8) throw missing('SMTPUTF8', given.address);
  if ((given.notify !== undefined || given.originalRecipient !== undefined) && !capabilities.dsn) {
    throw missing('DSN', given.address);
  }
  return connection.command(rcptLine(given), { verb: 'RCPT', phase: 'rcpt', address: given.address, utf8: wide });
}

function missing(extension: string, address: string): WireError {
  return new WireError('unsupported', `The recipient needs ${extension}, which the server does not offer.`, {
    phase: 'rcpt',
    address,
  });
}
