import { type IStream, ok } from '../../com/index.js';
import {
  AttachMethods,
  type FileTime,
  type IMAPIProp,
  type IMessage,
  MAPI_BCC,
  MAPI_CC,
  MessageFlags,
  PR_ADDRTYPE_W,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_MIME_TAG_W,
  PR_ATTACH_NUM,
  PR_ATTACH_SIZE,
  PR_BODY_W,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_HTML,
  PR_INTERNET_MESSAGE_ID_W,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RTF_COMPRESSED,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
} from '../../mapi/index.js';
import { pathOf } from './folder-path.js';
import type { NamedMessage } from './message-id.js';
import { openLarge } from './props.js';
import { readRows } from './rows.js';
import { hexOfBytes, type OpenedStore } from './store.js';
import { isoOf } from './time.js';

/** Somebody. */
export interface PersonReport {
  readonly name: string | null;
  readonly address: string | null;
  /** `SMTP`, `EX` and so on. */
  readonly type: string | null;
}

/** An attachment. */
export interface AttachmentReport {
  /** PR_ATTACH_NUM. */
  readonly number: number;
  readonly name: string | null;
  /** `text/csv`. */
  readonly mimeType: string | null;
  /** `ATTACH_BY_VALUE`, `ATTACH_EMBEDDED_MSG` and so on. */
  readonly method: string;
  /** Bytes, its properties counted. */
  readonly size: number;
}

/** A message as people know it: what `comail message show --json` prints. */
export interface LetterReport {
  /** Its number in the store. */
  readonly id: number;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  /** The path of the folder it lies in. */
  readonly folder: string;
  readonly class: string | null;
  readonly subject: string | null;
  /** Who sent it; null for a message that nobody sent yet. */
  readonly from: PersonReport | null;
  readonly to: readonly PersonReport[];
  readonly cc: readonly PersonReport[];
  readonly bcc: readonly PersonReport[];
  /** When it was delivered, in UTC. */
  readonly received: string | null;
  /** When it was sent, in UTC. */
  readonly sent: string | null;
  /** When it was changed last, in UTC. */
  readonly modified: string | null;
  /** The Message-ID of the Internet. */
  readonly messageId: string | null;
  /** Bytes. */
  readonly size: number;
  /** The flags by name. */
  readonly flags: string;
  readonly attachments: readonly AttachmentReport[];
  /** The forms that the text is stored in or can be read in. */
  readonly bodies: readonly ('plain' | 'html' | 'rtf')[];
  /** The plain text; null when there is none. */
  readonly body: string | null;
}

/**
 * Reads a message as people know it.
 *
 * @param opened the store
 * @param named which message
 * @param message the message, open
 */
export async function readLetter(
  opened: OpenedStore,
  { id, entryId }: NamedMessage,
  message: IMessage,
): Promise<LetterReport> {
  const row = await ok(message.GetProps(headers));
  const people = await peopleOf(message);
  const iso = (time: FileTime | null): string | null => (time === null ? null : isoOf(time));
  return {
    id,
    entryId: hexOfBytes(row.get(PR_ENTRYID) ?? entryId),
    folder: await pathOf(opened, row.get(PR_PARENT_ENTRYID) as Uint8Array),
    class: row.get(PR_MESSAGE_CLASS_W),
    subject: row.get(PR_SUBJECT_W),
    from: senderOf(row),
    to: people.filter(({ kind }) => kind !== MAPI_CC && kind !== MAPI_BCC).map(({ person }) => person),
    cc: people.filter(({ kind }) => kind === MAPI_CC).map(({ person }) => person),
    bcc: people.filter(({ kind }) => kind === MAPI_BCC).map(({ person }) => person),
    received: iso(row.get(PR_MESSAGE_DELIVERY_TIME)),
    sent: iso(row.get(PR_CLIENT_SUBMIT_TIME)),
    modified: iso(row.get(PR_LAST_MODIFICATION_TIME)),
    messageId: row.get(PR_INTERNET_MESSAGE_ID_W),
    size: row.get(PR_MESSAGE_SIZE) ?? 0,
    flags: MessageFlags.name(row.get(PR_MESSAGE_FLAGS) ?? 0),
    attachments: await attachmentsOf(message),
    bodies: (
      [
        ['plain', PR_BODY_W],
        ['html', PR_HTML],
        ['rtf', PR_RTF_COMPRESSED],
      ] as const
    )
      .filter(([, tag]) => row.has(tag))
      .map(([form]) => form),
    body: row.get(PR_BODY_W) ?? (row.has(PR_BODY_W) ? await wholeText(message) : null),
  };
}

const headers = [
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ADDRTYPE_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_CLIENT_SUBMIT_TIME,
  PR_LAST_MODIFICATION_TIME,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_SIZE,
  PR_MESSAGE_FLAGS,
  PR_BODY_W,
  PR_HTML,
  PR_RTF_COMPRESSED,
];

function senderOf(row: PropRow): PersonReport | null {
  const name = row.get(PR_SENDER_NAME_W);
  const address = row.get(PR_SENDER_EMAIL_ADDRESS_W);
  return name === null && address === null ? null : { name, address, type: row.get(PR_SENDER_ADDRTYPE_W) };
}

async function peopleOf(message: IMessage): Promise<readonly { kind: number; person: PersonReport }[]> {
  using table = await ok(message.GetRecipientTable());
  const rows = await readRows(table, [PR_RECIPIENT_TYPE, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W, PR_ADDRTYPE_W]);
  return rows.map((row) => ({
    // The upper bits tell how it went with the recipient: MAPI_SUBMITTED.
    kind: (row.get(PR_RECIPIENT_TYPE) ?? 0) & 0xff,
    person: {
      name: row.get(PR_DISPLAY_NAME_W),
      address: row.get(PR_EMAIL_ADDRESS_W),
      type: row.get(PR_ADDRTYPE_W),
    },
  }));
}

async function attachmentsOf(message: IMessage): Promise<readonly AttachmentReport[]> {
  using table = await ok(message.GetAttachmentTable());
  const rows = await readRows(table, [
    PR_ATTACH_NUM,
    PR_ATTACH_LONG_FILENAME_W,
    PR_ATTACH_FILENAME_W,
    PR_DISPLAY_NAME_W,
    PR_ATTACH_MIME_TAG_W,
    PR_ATTACH_METHOD,
    PR_ATTACH_SIZE,
  ]);
  return rows.map((row) => ({
    number: row.get(PR_ATTACH_NUM) ?? 0,
    name: row.get(PR_ATTACH_LONG_FILENAME_W) ?? row.get(PR_ATTACH_FILENAME_W) ?? row.get(PR_DISPLAY_NAME_W),
    mimeType: row.get(PR_ATTACH_MIME_TAG_W),
    method: AttachMethods.name(row.get(PR_ATTACH_METHOD) ?? 0),
    size: row.get(PR_ATTACH_SIZE) ?? 0,
  }));
}

async function wholeText(message: IMAPIProp): Promise<string> {
  using stream: IStream = await openLarge(message, PR_BODY_W);
  const pieces: Uint8Array[] = [];
  for (;;) {
    const piece = await ok(stream.Read(1 << 20));
    if (piece.length === 0) return Buffer.concat(pieces).toString('utf16le');
    pieces.push(piece);
  }
}
