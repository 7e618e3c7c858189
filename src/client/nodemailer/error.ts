import type { NodemailerError } from 'nodemailer';
import { type Refusal, WireError, type WireErrorCode } from '../../wire/index.js';

/** nodemailer's word for each of ours, and the command it is told about. */
const words: Readonly<Record<WireErrorCode, readonly [code: string, command: string]>> = Object.freeze({
  'host-not-found': ['EDNS', 'CONN'],
  'connect-failed': ['ESOCKET', 'CONN'],
  'tls-failed': ['ETLS', 'CONN'],
  'certificate-name': ['ETLS', 'CONN'],
  'certificate-date': ['ETLS', 'CONN'],
  'certificate-untrusted': ['ETLS', 'CONN'],
  'starttls-unavailable': ['ETLS', 'STARTTLS'],
  'starttls-refused': ['ETLS', 'STARTTLS'],
  'starttls-injection': ['ETLS', 'STARTTLS'],
  'plaintext-refused': ['EAUTH', 'AUTH'],
  'no-mechanism': ['EAUTH', 'AUTH'],
  'auth-failed': ['EAUTH', 'AUTH'],
  'auth-cancelled': ['EAUTH', 'AUTH'],
  timeout: ['ETIMEDOUT', 'CONN'],
  dropped: ['ECONNECTION', 'CONN'],
  closed: ['ECONNECTION', 'CONN'],
  'in-doubt': ['ECONNECTION', 'DATA'],
  protocol: ['EPROTOCOL', 'CONN'],
  'line-too-long': ['EPROTOCOL', 'CONN'],
  'reply-too-long': ['EPROTOCOL', 'CONN'],
  'bad-argument': ['EENVELOPE', 'API'],
  'rejected-sender': ['EENVELOPE', 'MAIL FROM'],
  'rejected-recipients': ['EENVELOPE', 'RCPT TO'],
  'rejected-data': ['EENVELOPE', 'DATA'],
  'rejected-message': ['EMESSAGE', 'DATA'],
  'rejected-greeting': ['EPROTOCOL', 'CONN'],
  'rejected-command': ['EPROTOCOL', 'EHLO'],
  'too-large': ['EMESSAGE', 'MAIL FROM'],
  unsupported: ['EENVELOPE', 'MAIL FROM'],
  'source-failed': ['ESTREAM', 'API'],
  'too-many': ['EMAXRECIPIENTS', 'API'],
});

/**
 * An error as users of nodemailer expect it: `code`, `command`, and with a reply `response`, `responseCode` and
 * `permanent`. Ours is its `cause`, so that `in-doubt` can be told from a message that was certainly not delivered.
 *
 * @param error what was thrown
 */
export function nodemailerError(error: unknown): NodemailerError {
  if (!(error instanceof WireError)) return error instanceof Error ? error : new Error(String(error));
  const [code, command] = words[error.code];
  const told: NodemailerError = new Error(error.message, { cause: error });
  // A refused password names a user; any other bad argument of a logon does as well.
  told.code = error.code === 'bad-argument' && error.phase === 'auth' ? 'EAUTH' : code;
  told.command = error.code === 'bad-argument' && error.phase === 'auth' ? 'AUTH' : command;
  if (error.reply !== undefined) {
    told.response = `${error.reply.code} ${error.reply.lines.join('\n')}`.trimEnd();
    told.responseCode = error.reply.code;
    told.permanent = error.reply.code >= 500 && error.reply.code !== 503;
  }
  if (error.refusals !== undefined) {
    told.rejected = error.refusals.map(({ address }) => address);
    told.rejectedErrors = refusalErrors(error.refusals);
  }
  return told;
}

/**
 * A message that could not be composed, which nodemailer calls `ESTREAM` whatever the reason; that is the `cause`.
 *
 * @param cause what reading a part failed with
 */
export function composingError(cause: unknown): NodemailerError {
  const words = cause instanceof Error ? cause.message : String(cause);
  return Object.assign(new Error(words, { cause }), { code: 'ESTREAM', command: 'API' });
}

/**
 * One error for each refused recipient.
 *
 * @param refusals what the server refused
 */
export function refusalErrors(refusals: readonly Refusal[]): NodemailerError[] {
  return refusals.map(({ address, reply }) => {
    const words = `The server refused the recipient ${address}: ${reply.code} ${reply.lines.join(' ')}`.trimEnd();
    const refused = nodemailerError(new WireError('rejected-recipients', words, { phase: 'rcpt', reply, address }));
    refused.recipient = address;
    return refused;
  });
}
