import { mkdtemp, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type IStream as ByteStream, IStream, ok } from '../../com/index.js';
import {
  ATTACH_BY_VALUE,
  type IMessage,
  MAPI_BODY_AS_FILE,
  MAPI_E_ATTACHMENT_WRITE_FAILURE,
  MAPI_E_DISK_FULL,
  MAPI_E_NOT_ENOUGH_MEMORY,
  MAPI_E_TOO_MANY_FILES,
  MAPI_E_TOO_MANY_RECIPIENTS,
  MAPI_ENVELOPE_ONLY,
  MAPI_ORIG,
  MAPI_PEEK,
  MAPI_RECEIPT_REQUESTED,
  MAPI_SENT,
  MAPI_SUPPRESS_ATTACH,
  MAPI_TO,
  MAPI_UNICODE,
  MAPI_UNREAD,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_ATTACH_DATA_BIN,
  PR_ATTACH_FILENAME_W,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_ATTACH_NUM,
  PR_BODY_W,
  PR_CONVERSATION_KEY,
  PR_DISPLAY_NAME_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_READ_RECEIPT_REQUESTED,
  PR_RENDERING_POSITION,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
} from '../../mapi/index.js';
import { textOfBytes } from '../props/index.js';
import { answered, SimpleError, type SimpleRet } from './answer.js';
import { dateText } from './dates.js';
import { maxFiles, maxRecipients } from './limits.js';
import { recipDescOf, recipientColumns } from './recipients.js';
import { type SimpleSession, sessionOf } from './sessions.js';
import { simpleSettings } from './settings.js';
import type { MapiFileDesc, MapiMessage, MapiRecipDesc } from './structures.js';

/**
 * Reads a message. Its attachments are copied into files that the caller deletes; what a failure leaves behind comail deletes.
 *
 * @param lhSession the session
 * @param _ulUIParam the window that owns dialogs; 0
 * @param lpszMessageID the message, as `MAPIFindNext` or `MAPISaveMail` answered it
 * @param flFlags `MAPI_ENVELOPE_ONLY` for neither text nor files, only the names of these; `MAPI_SUPPRESS_ATTACH` for the text, but no files;
 *   `MAPI_BODY_AS_FILE` for the text as the first file; `MAPI_PEEK` to leave it unread
 * @param _ulReserved 0
 * @returns `SUCCESS_SUCCESS` with the message; `MAPI_E_INVALID_MESSAGE`; `MAPI_E_INVALID_SESSION`; `MAPI_E_ATTACHMENT_WRITE_FAILURE` and
 *   `MAPI_E_DISK_FULL` for the files; `MAPI_E_TOO_MANY_FILES`, `MAPI_E_TOO_MANY_RECIPIENTS`; `MAPI_E_FAILURE`. After a failure it is
 *   unread as before
 * @spec MicrosoftDocs/sdk-api:sdk-api-src/content/mapi/nc-mapi-mapireadmail.md
 */
export function MAPIReadMail(
  lhSession: number,
  _ulUIParam: number,
  lpszMessageID: string,
  flFlags: number,
  _ulReserved = 0,
): Promise<SimpleRet<MapiMessage>> {
  return answered('MAPIReadMail', () => sessionOf(lhSession).run((session) => read(session, lpszMessageID, flFlags)));
}

async function read(session: SimpleSession, id: string, flags: number): Promise<MapiMessage> {
  using message = await session.message(id);
  const row = await ok(message.GetProps(columns, MAPI_UNICODE));
  const lpRecips = await recipientsOf(message);
  const envelope = (flags & MAPI_ENVELOPE_ONLY) !== 0;
  const text = envelope ? null : await textOf(message);
  const bodyAsFile = !envelope && (flags & MAPI_BODY_AS_FILE) !== 0;
  const files = new Files();
  try {
    const body = bodyAsFile ? [await files.write('body.txt', [Buffer.from(text ?? '', 'utf8')], -1)] : [];
    const copied = !envelope && (flags & MAPI_SUPPRESS_ATTACH) === 0;
    const attached = await attachmentsOf(message, copied ? files : null, body.length);
    // The last thing that can fail.
    if ((flags & MAPI_PEEK) === 0) await ok(message.SetReadFlag(0));
    return Object.freeze({
      ...described(row),
      lpszNoteText: bodyAsFile ? null : text,
      lpRecips,
      lpFiles: Object.freeze([...body, ...attached]),
    });
  } catch (error) {
    await files.remove();
    throw error;
  }
}

function described(row: PropRow): MapiMessage {
  const flags = row.get(PR_MESSAGE_FLAGS) ?? 0;
  const time = row.get(PR_MESSAGE_DELIVERY_TIME);
  const key = row.get(PR_CONVERSATION_KEY);
  return {
    ulReserved: 0,
    lpszSubject: row.get(PR_SUBJECT_W) ?? '',
    lpszMessageType: row.get(PR_MESSAGE_CLASS_W),
    lpszDateReceived: time === null ? null : dateText(time),
    lpszConversationID: key === null ? null : Buffer.from(key).toString('utf8'),
    flFlags:
      ((flags & MSGFLAG_READ) === 0 ? MAPI_UNREAD : 0) |
      (row.get(PR_READ_RECEIPT_REQUESTED) === true ? MAPI_RECEIPT_REQUESTED : 0) |
      ((flags & MSGFLAG_UNSENT) === 0 ? MAPI_SENT : 0),
    lpOriginator: originatorOf(row),
  };
}

function originatorOf(row: PropRow): MapiRecipDesc | null {
  const name = row.get(PR_SENDER_NAME_W);
  const address = row.get(PR_SENDER_EMAIL_ADDRESS_W);
  if (name === null && address === null) return null;
  return Object.freeze({
    ulReserved: 0,
    ulRecipClass: MAPI_ORIG,
    lpszName: name ?? address,
    lpszAddress: address === null ? null : `${row.get(PR_SENDER_ADDRTYPE_W) || 'SMTP'}:${address}`,
    lpEntryID: row.get(PR_SENDER_ENTRYID),
  });
}

const columns = [
  PR_SUBJECT_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_CONVERSATION_KEY,
  PR_READ_RECEIPT_REQUESTED,
  PR_SENDER_NAME_W,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_ENTRYID,
] as const;

async function recipientsOf(message: IMessage): Promise<readonly MapiRecipDesc[]> {
  using table = await ok(message.GetRecipientTable(MAPI_UNICODE));
  await ok(table.SetColumns(recipientColumns));
  const rows = await ok(table.QueryRows(maxRecipients + 1, 0));
  if (rows.length > maxRecipients)
    throw new SimpleError(MAPI_E_TOO_MANY_RECIPIENTS, `the message has more than ${maxRecipients} recipients`);
  return Object.freeze(rows.map((row) => recipDescOf(row, MAPI_TO)));
}

async function textOf(message: IMessage): Promise<string> {
  const row = await ok(message.GetProps([PR_BODY_W], 0));
  if (row.error(PR_BODY_W) !== MAPI_E_NOT_ENOUGH_MEMORY) return row.get(PR_BODY_W) ?? '';
  using stream = await ok(message.OpenProperty(PR_BODY_W, IStream, 0, 0));
  const pieces: Uint8Array[] = [];
  for await (const piece of bytesOf(stream)) pieces.push(Uint8Array.from(piece));
  return textOfBytes(Buffer.concat(pieces), null);
}

async function attachmentsOf(message: IMessage, files: Files | null, before: number): Promise<MapiFileDesc[]> {
  using table = await ok(message.GetAttachmentTable(MAPI_UNICODE));
  await ok(table.SetColumns(attachmentColumns));
  const rows = await ok(table.QueryRows(maxFiles + 1, 0));
  if (rows.length + before > maxFiles)
    throw new SimpleError(MAPI_E_TOO_MANY_FILES, `the message has more than ${maxFiles} attachments`);
  const made: MapiFileDesc[] = [];
  for (const row of rows) {
    const name =
      row.get(PR_ATTACH_LONG_FILENAME_W) ?? row.get(PR_ATTACH_FILENAME_W) ?? row.get(PR_DISPLAY_NAME_W) ?? 'attachment';
    const position = row.get(PR_RENDERING_POSITION) ?? -1;
    // A message within the message, or an OLE object, is no file.
    if (files === null || row.get(PR_ATTACH_METHOD) !== ATTACH_BY_VALUE) made.push(fileDesc(null, name, position));
    else {
      using attachment = await ok(message.OpenAttach(row.get(PR_ATTACH_NUM) ?? -1, null, 0));
      using stream = await ok(attachment.OpenProperty(PR_ATTACH_DATA_BIN, IStream, 0, 0));
      made.push(await files.write(name, bytesOf(stream), position));
    }
  }
  return made;
}

const attachmentColumns = [
  PR_ATTACH_NUM,
  PR_ATTACH_METHOD,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_FILENAME_W,
  PR_DISPLAY_NAME_W,
  PR_RENDERING_POSITION,
] as const;

async function* bytesOf(stream: ByteStream): AsyncGenerator<Uint8Array, void, undefined> {
  for (;;) {
    const piece = await ok(stream.Read(256 * 1024));
    if (piece.length === 0) return;
    yield piece;
  }
}

const fileDesc = (path: string | null, name: string, nPosition: number): MapiFileDesc =>
  Object.freeze({ ulReserved: 0, flFlags: 0, nPosition, lpszPathName: path, lpszFileName: name, lpFileType: null });

/** The files that one message is copied into: each in a folder of its own, which keeps their names and nobody else can read. */
class Files {
  readonly #folders: string[] = [];

  async write(
    name: string,
    content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    position: number,
  ): Promise<MapiFileDesc> {
    try {
      const folder = await mkdtemp(join(simpleSettings().folder, 'comail-'));
      this.#folders.push(folder);
      const path = join(folder, safe(name));
      const handle = await open(path, 'wx', 0o600);
      try {
        for await (const piece of content) await handle.writeFile(piece);
      } finally {
        await handle.close();
      }
      return fileDesc(path, name, position);
    } catch (error) {
      const { code, syscall } = error as NodeJS.ErrnoException;
      if (syscall === undefined) throw error;
      const full = code === 'ENOSPC' || code === 'EDQUOT';
      throw new SimpleError(
        full ? MAPI_E_DISK_FULL : MAPI_E_ATTACHMENT_WRITE_FAILURE,
        `"${name}" cannot be written below ${simpleSettings().folder} (${code})`,
        error,
      );
    }
  }

  async remove(): Promise<void> {
    for (const folder of this.#folders) await rm(folder, { recursive: true, force: true });
  }
}

/** A name from a stranger as the name of a file: no folders, none of the names and characters that Windows keeps for itself. */
function safe(name: string): string {
  // What follows is for names, not for texts without end.
  const plain = name
    .slice(-4096)
    .replace(/^.*[\\/]/s, '')
    .replaceAll(/[\p{Cc}<>:"|?*]/gu, '_')
    .replace(/[. ]+$/, '');
  const kept = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(plain) ? `_${plain}` : plain;
  return shortened(kept) || 'attachment';
}

// File systems count bytes: 255 at most. The ending says what opens the file.
function shortened(name: string): string {
  const ending = /\.[^.]{1,16}$/.exec(name)?.[0] ?? '';
  let stem = name.slice(0, name.length - ending.length);
  while (Buffer.byteLength(stem + ending) > 200) stem = [...stem].slice(0, -1).join('');
  return stem + ending;
}
