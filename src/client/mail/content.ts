import { ok } from '../../com/index.js';
import {
  type IMAPISession,
  type IMessage,
  MODRECIP_ADD,
  PR_BODY_W,
  PR_HTML,
  PR_IMPORTANCE,
  PR_INTERNET_CPID,
  PR_REPLY_RECIPIENT_ENTRIES,
  PR_REPLY_RECIPIENT_NAMES_W,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { createOneOffEntryId } from '../../subsystem/index.js';
import { type AttachmentSource, attachTo } from './attach.js';
import { type Mailbox, type Recipients, recipientRows } from './people.js';

/** What a message is made of. */
export interface MessageContent extends Recipients {
  /** The subject. */
  readonly subject?: string;
  /** The plain text. With HTML and without text, the text is made from the HTML. */
  readonly text?: string;
  /** The HTML. */
  readonly html?: string;
  /** Files, bytes or streams to attach. */
  readonly attachments?: readonly AttachmentSource[];
  /** Who answers shall go to, instead of the sender. */
  readonly replyTo?: readonly Mailbox[];
  /** How important it is; `normal` when nothing is said. */
  readonly importance?: 'low' | 'normal' | 'high';
  /** Any other properties, for what has no word here. */
  readonly props?: readonly PropValue[];
}

/**
 * Writes into a message what it is made of: adds recipients and attachments to those that are there, sets the rest anew.
 *
 * @param session whose address book knows names
 * @param message the message, open for writing; not saved
 * @param content what
 * @throws {ComError} `MAPI_E_NOT_FOUND` for a name that nobody has; what the store answers
 */
export async function fill(session: IMAPISession, message: IMessage, content: MessageContent): Promise<void> {
  const rows = await recipientRows(session, content);
  const props = propsOf(content);
  if (props.length > 0) await ok(message.SetProps(props));
  if (rows.length > 0) await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
  for (const attachment of content.attachments ?? []) await attachTo(message, attachment);
}

const UTF8 = 65001;

function propsOf({ subject, text, html, replyTo, importance, props }: MessageContent): PropValue[] {
  return [
    ...(subject === undefined ? [] : [prop(PR_SUBJECT_W, subject)]),
    ...(text === undefined ? [] : [prop(PR_BODY_W, crlf(text))]),
    ...(html === undefined
      ? []
      : [prop(PR_INTERNET_CPID, UTF8), prop(PR_HTML, new Uint8Array(Buffer.from(crlf(html))))]),
    ...(importance === undefined ? [] : [prop(PR_IMPORTANCE, importances[importance])]),
    ...(replyTo === undefined ? [] : replies(replyTo)),
    ...(props ?? []),
  ];
}

const importances = { low: 0, normal: 1, high: 2 } as const;

const crlf = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');

/** PR_REPLY_RECIPIENT_ENTRIES is a FLATENTRYLIST: each entry identifier with its size, on a bound of four bytes. */
function replies(mailboxes: readonly Mailbox[]): PropValue[] {
  const entries = mailboxes.map(({ name, address }) => {
    const id = createOneOffEntryId({ name: name || address, addressType: 'SMTP', address, richInfo: false });
    const entry = Buffer.alloc(4 + Math.ceil(id.length / 4) * 4);
    entry.writeUInt32LE(id.length);
    entry.set(id, 4);
    return entry;
  });
  const head = Buffer.alloc(8);
  head.writeUInt32LE(entries.length);
  head.writeUInt32LE(
    entries.reduce((sum, { length }) => sum + length, 0),
    4,
  );
  return [
    prop(PR_REPLY_RECIPIENT_ENTRIES, new Uint8Array(Buffer.concat([head, ...entries]))),
    prop(PR_REPLY_RECIPIENT_NAMES_W, mailboxes.map(({ name, address }) => name || address).join('; ')),
  ];
}
