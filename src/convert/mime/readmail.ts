import PostalMime, { type Address, type Attachment, type Email, type Mailbox } from 'postal-mime';
import { ComError, ok } from '../../com/index.js';
import {
  type AdrEntry,
  ATTACH_BY_VALUE,
  type EntryId,
  type IMessage,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_CORRUPT_DATA,
  MAPI_E_TOO_BIG,
  MAPI_TO,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_HTML,
  PR_IN_REPLY_TO_ID_W,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_INTERNET_REFERENCES_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_RECIPIENT_TYPE,
  PR_RENDERING_POSITION,
  PR_SEARCH_KEY,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENDER_SEARCH_KEY,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_ENTRYID,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SENT_REPRESENTING_SEARCH_KEY,
  PR_SUBJECT_W,
  PR_TRANSPORT_MESSAGE_HEADERS_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { READ_DEPTH, READ_HEADER_BYTES, READ_MESSAGE_BYTES } from './limits.js';

/** What the reader of a message needs of its surroundings. */
export interface ReadOptions {
  /** When it came in: PR_MESSAGE_DELIVERY_TIME, and PR_CLIENT_SUBMIT_TIME where it has no date. */
  readonly now: bigint;
  /** The entry identifier of somebody who has an SMTP address. */
  oneOff(name: string, address: string): Promise<EntryId>;
}

/**
 * Fills a new message from the bytes of an Internet message: subject, sender, recipients, dates, texts, attachments and its
 * header as it came. Nothing is saved.
 *
 * @param message the message, open for writing
 * @param bytes what came
 * @param options its surroundings
 * @throws {ComError} `MAPI_E_CORRUPT_DATA` for bytes that are no message; `MAPI_E_TOO_BIG`; what writing fails with
 * @spec RFC 5322 section 2.1 @spec RFC 2045 section 2
 */
export async function readMail(message: IMessage, bytes: Uint8Array, options: ReadOptions): Promise<void> {
  const mail = await parsed(bytes);
  const from = first(mail.from) ?? first(mail.sender);
  const sender = first(mail.sender) ?? from;
  const sent = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, mail.subject ?? ''),
      prop(PR_MESSAGE_DELIVERY_TIME, options.now),
      prop(PR_CLIENT_SUBMIT_TIME, Number.isNaN(sent) ? options.now : fileTimeOf(sent)),
      prop(PR_TRANSPORT_MESSAGE_HEADERS_W, headerOf(bytes)),
      ...given(PR_INTERNET_MESSAGE_ID_W, mail.messageId),
      ...given(PR_IN_REPLY_TO_ID_W, mail.inReplyTo),
      ...given(PR_INTERNET_REFERENCES_W, mail.references),
      ...given(PR_BODY_W, mail.text),
      ...(mail.html === undefined
        ? []
        : [prop(PR_HTML, Buffer.from(mail.html, 'utf8')), prop(PR_INTERNET_CPID, CP_UTF8)]),
      ...(sender ? await person(sender, SENDER, options) : []),
      ...(from ? await person(from, REPRESENTING, options) : []),
    ]),
  );
  const recipients = [
    ...(await rows(mail.to, MAPI_TO, options)),
    ...(await rows(mail.cc, MAPI_CC, options)),
    ...(await rows(mail.bcc, MAPI_BCC, options)),
  ];
  if (recipients.length > 0) await ok(message.ModifyRecipients(MODRECIP_ADD, recipients));
  for (const attachment of mail.attachments) await attach(message, attachment);
}

async function parsed(bytes: Uint8Array): Promise<Email> {
  if (bytes.length > READ_MESSAGE_BYTES) throw new ComError(MAPI_E_TOO_BIG, `the message has ${bytes.length} bytes`);
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: READ_DEPTH,
      maxHeadersSize: READ_HEADER_BYTES,
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new ComError(MAPI_E_CORRUPT_DATA, `it can't be read: ${words}`, { cause: error });
  }
  // A parser of mail finds some in anything; a field with a name is the least that a message has.
  if (!mail.headers.some(({ key }) => KNOWN.has(key)))
    throw new ComError(MAPI_E_CORRUPT_DATA, 'it has no header of a message');
  return mail;
}

interface PersonTags {
  readonly name: PropTag<string>;
  readonly type: PropTag<string>;
  readonly email: PropTag<string>;
  readonly entryId: PropTag<EntryId>;
  readonly searchKey: PropTag<Uint8Array>;
}

const SENDER: PersonTags = {
  name: PR_SENDER_NAME_W,
  type: PR_SENDER_ADDRTYPE_W,
  email: PR_SENDER_EMAIL_ADDRESS_W,
  entryId: PR_SENDER_ENTRYID,
  searchKey: PR_SENDER_SEARCH_KEY,
};
const REPRESENTING: PersonTags = {
  name: PR_SENT_REPRESENTING_NAME_W,
  type: PR_SENT_REPRESENTING_ADDRTYPE_W,
  email: PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  entryId: PR_SENT_REPRESENTING_ENTRYID,
  searchKey: PR_SENT_REPRESENTING_SEARCH_KEY,
};
const RECIPIENT: PersonTags = {
  name: PR_DISPLAY_NAME_W,
  type: PR_ADDRTYPE_W,
  email: PR_EMAIL_ADDRESS_W,
  entryId: PR_ENTRYID,
  searchKey: PR_SEARCH_KEY,
};

async function person({ name, address }: Mailbox, tags: PersonTags, options: ReadOptions): Promise<PropValue[]> {
  const shown = prop(tags.name, name || address);
  // Who has no address can be named, not written to.
  if (address === '') return [shown];
  return [
    shown,
    prop(tags.type, 'SMTP'),
    prop(tags.email, address),
    prop(tags.entryId, await options.oneOff(name || address, address)),
    prop(tags.searchKey, Buffer.from(`SMTP:${address.toUpperCase()}\0`)),
  ];
}

async function rows(
  addresses: readonly Address[] | undefined,
  type: number,
  options: ReadOptions,
): Promise<readonly AdrEntry[]> {
  const entries: AdrEntry[] = [];
  for (const mailbox of (addresses ?? []).flatMap(mailboxes))
    entries.push([prop(PR_RECIPIENT_TYPE, type), ...(await person(mailbox, RECIPIENT, options))]);
  return entries;
}

const mailboxes = (address: Address): readonly Mailbox[] => address.group ?? [address];

const first = (address: Address | undefined): Mailbox | undefined => address && mailboxes(address)[0];

async function attach(message: IMessage, attachment: Attachment): Promise<void> {
  const { lppAttach } = await ok(message.CreateAttach(null, 0));
  using made = lppAttach;
  const { content, filename, mimeType, contentId } = attachment;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content);
  await ok(
    made.SetProps([
      prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE),
      prop(PR_RENDERING_POSITION, NOWHERE),
      prop(PR_ATTACH_MIME_TAG_W, mimeType),
      ...given(PR_ATTACH_LONG_FILENAME_W, filename),
      ...given(PR_ATTACH_FILENAME_W, filename),
      ...given(PR_DISPLAY_NAME_W, filename),
      ...given(PR_ATTACH_CONTENT_ID_W, contentId?.replace(/^<(.*)>$/, '$1')),
      prop(PR_ATTACH_DATA_BIN, bytes),
    ]),
  );
  await ok(made.SaveChanges(0));
}

/** The header as it came, up to the empty line. */
function headerOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, READ_HEADER_BYTES)).toString('utf8');
  const end = /\r?\n\r?\n/.exec(text);
  const header = end ? text.slice(0, end.index) : text.replace(/\r?\n$/, '');
  return `${header.replaceAll(/\r?\n/g, '\r\n')}\r\n`;
}

const given = (tag: PropTag<string>, text: string | null | undefined): PropValue[] =>
  text === undefined || text === null || text === '' ? [] : [prop(tag, text)];

const fileTimeOf = (ms: number): bigint => BigInt(ms) * 10_000n + 116_444_736_000_000_000n;

const CP_UTF8 = 65_001;
// PR_RENDERING_POSITION of an attachment that is not shown within the text.
const NOWHERE = -1;

/** The fields of RFC 5322 section 3.6 and RFC 2045, of which every message has one. */
const KNOWN: ReadonlySet<string> = new Set(
  'date from sender reply-to to cc bcc message-id in-reply-to references subject received return-path mime-version content-type'.split(
    ' ',
  ),
);
