import { ok } from '../../com/index.js';
import {
  type AdrList,
  type IMAPIFolder,
  type IMessage,
  MAPI_E_TEXT_TOO_LARGE,
  MAPI_RECEIPT_REQUESTED,
  MODRECIP_ADD,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_BODY_W,
  PR_CONVERSATION_KEY,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_READ_RECEIPT_REQUESTED,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../mapi/index.js';
import { SimpleError } from './answer.js';
import { attachFiles } from './files.js';
import { maxText } from './limits.js';
import type { MapiMessage } from './structures.js';

/**
 * Writes a new message into a folder; it is not saved.
 *
 * @param folder the folder
 * @param message what it is made of
 * @param rows whom it is for
 * @param more properties besides
 * @returns the message; release it
 * @throws {SimpleError} for texts and attachments that can't be
 */
export async function compose(
  folder: IMAPIFolder,
  message: MapiMessage,
  rows: AdrList,
  more: readonly PropValue[] = [],
): Promise<IMessage> {
  const made = await ok(folder.CreateMessage(null, 0));
  try {
    await fill(made, message, rows, more);
    return made;
  } catch (error) {
    made.Release();
    throw error;
  }
}

/** What whoever has written a message has read: it is not unread in Sent Items and in Drafts. */
export const ownMail: PropValue = prop(PR_MESSAGE_FLAGS, MSGFLAG_READ | MSGFLAG_UNSENT);

/**
 * Writes into a message what it is made of; it is not saved.
 *
 * @param target the message, open for writing, without recipients and attachments
 * @param message what it is made of
 * @param rows whom it is for
 * @param more properties besides
 */
export async function fill(
  target: IMessage,
  message: MapiMessage,
  rows: AdrList,
  more: readonly PropValue[],
): Promise<void> {
  const { lpszSubject, lpszNoteText, lpszMessageType, lpszConversationID, flFlags = 0, lpFiles = [] } = message;
  for (const text of [lpszSubject, lpszNoteText])
    if ((text?.length ?? 0) > maxText)
      throw new SimpleError(MAPI_E_TEXT_TOO_LARGE, `a text has more than ${maxText} characters`);
  await ok(
    target.SetProps([
      prop(PR_MESSAGE_CLASS_W, lpszMessageType || 'IPM.Note'),
      prop(PR_SUBJECT_W, lpszSubject ?? ''),
      prop(PR_BODY_W, crlf(lpszNoteText ?? '')),
      ...((flFlags & MAPI_RECEIPT_REQUESTED) === 0 ? [] : [prop(PR_READ_RECEIPT_REQUESTED, true)]),
      ...(lpszConversationID
        ? [prop(PR_CONVERSATION_KEY, new Uint8Array(Buffer.from(lpszConversationID, 'utf8')))]
        : []),
      ...more,
    ]),
  );
  if (rows.length > 0) await ok(target.ModifyRecipients(MODRECIP_ADD, rows));
  await attachFiles(target, lpFiles);
}

const crlf = (text: string): string => text.replaceAll(/\r\n|\r|\n/g, '\r\n');
