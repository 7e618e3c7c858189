import type { SMTPEnvelopeDsn } from 'nodemailer';
import { type Message, type Notify, type Recipient, WireError } from '../../wire/index.js';

/**
 * What nodemailer's `dsn` asks for, in the words of the engine.
 *
 * @param to the recipients
 * @param dsn `{ id, return, notify, recipient }`, or nodemailer's other names for these
 * @throws {WireError} `bad-argument` for a word that is none
 * @spec RFC 3461 section 4.1
 */
export function withReports(
  to: readonly string[],
  dsn: SMTPEnvelopeDsn | undefined,
): Pick<Message, 'to' | 'ret' | 'envelopeId'> {
  if (dsn === undefined) return { to };
  const notify = notifyOf(dsn.notify);
  const original = dsn.orcpt ?? dsn.recipient;
  const ret = retOf(dsn.ret ?? dsn.return);
  const id = dsn.envid ?? dsn.id;
  const recipients = to.map(
    (address): Recipient => ({
      address,
      ...(notify === null ? {} : { notify }),
      ...(original ? { originalRecipient: original.includes(';') ? original : `rfc822;${original}` } : {}),
    }),
  );
  return { to: recipients, ...(ret === null ? {} : { ret }), ...(id ? { envelopeId: id } : {}) };
}

function notifyOf(notify: SMTPEnvelopeDsn['notify']): readonly Notify[] | null {
  if (notify === null || notify === undefined) return null;
  const words = (typeof notify === 'string' ? notify.split(/[\s,]+/) : notify).map((word) => word.trim().toLowerCase());
  const known = words.filter((word) => word !== '');
  return known.length === 0 ? null : (known as Notify[]);
}

function retOf(ret: string | null | undefined): 'full' | 'hdrs' | null {
  if (!ret) return null;
  const word = ret.toLowerCase();
  if (word === 'full' || word === 'body') return 'full';
  if (word === 'hdrs' || word === 'headers') return 'hdrs';
  throw new WireError('bad-argument', `A report brings back the headers or the full message, not "${ret}".`);
}
