import { ok } from '../../com/index.js';
import {
  type AdrEntry,
  type IAddrBook,
  IMAPIProp,
  type IMessage,
  MAPI_UNICODE,
  PR_ADDRTYPE_W,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_ROWID,
  PR_SMTP_ADDRESS_W,
  PropRow,
  prop,
} from '../../mapi/index.js';
import { isSmtp } from '../address/mailbox.js';
import { type MessageRecipient, recipientsOf } from '../mime/recipients.js';

/**
 * The recipients of a message, those without an address of the Internet with the one that an address book knows: that of
 * their entry, or of the only one by their name.
 *
 * @param message the message
 * @param book the address book
 * @returns all of them; who is not found, or found more than once, has no address
 * @throws {ComError} what the message fails with
 * @spec iconvertersession-setadrbook
 */
export async function addressedRecipients(message: IMessage, book: IAddrBook): Promise<readonly MessageRecipient[]> {
  const all = await recipientsOf(message);
  if (all.every(({ address }) => address !== null)) return all;
  const entries = await entriesOf(message);
  const found: MessageRecipient[] = [];
  for (const one of all) {
    if (one.address !== null) found.push(one);
    else {
      const address = await addressOf(book, one.name, one.rowId === null ? null : (entries.get(one.rowId) ?? null));
      found.push(Object.freeze({ ...one, address }));
    }
  }
  return found;
}

async function entriesOf(message: IMessage): Promise<ReadonlyMap<number, Uint8Array>> {
  using table = await ok(message.GetRecipientTable(0));
  await ok(table.SetColumns([PR_ROWID, PR_ENTRYID]));
  const entries = new Map<number, Uint8Array>();
  for (;;) {
    const rows = await ok(table.QueryRows(500, 0));
    if (rows.length === 0) return entries;
    for (const row of rows) {
      const [id, entry] = [row.get(PR_ROWID), row.get(PR_ENTRYID)];
      if (id !== null && entry !== null) entries.set(id, entry);
    }
  }
}

// That an address book does not know somebody is an answer, not a failure of the conversion.
async function addressOf(book: IAddrBook, name: string, entry: Uint8Array | null): Promise<string | null> {
  const own = entry === null ? null : await entryAddress(book, entry);
  if (own !== null || name === '') return own;
  const [, resolved] = await book.ResolveName(0, MAPI_UNICODE, null, [[prop(PR_DISPLAY_NAME_W, name)]]);
  const row: AdrEntry = resolved?.[0] ?? [];
  const values = PropRow.fromProps(row);
  const stated = smtpOf(values);
  const id = values.get(PR_ENTRYID);
  return stated ?? (id === null ? null : await entryAddress(book, id));
}

async function entryAddress(book: IAddrBook, entry: Uint8Array): Promise<string | null> {
  const [, opened] = await book.OpenEntry(entry, IMAPIProp, 0);
  if (opened === null) return null;
  using object = opened.lppUnk;
  return smtpOf(await ok(object.GetProps([PR_SMTP_ADDRESS_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W], 0)));
}

const smtpOf = (row: PropRow): string | null =>
  row.get(PR_SMTP_ADDRESS_W) ?? (isSmtp(row.get(PR_ADDRTYPE_W)) ? row.get(PR_EMAIL_ADDRESS_W) : null);
