import { ComError, type Warning, warn } from '../../../../com/index.js';
import {
  type EntryId,
  FOLDER_SEARCH,
  type IMAPIProgress,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_MESSAGE,
  MAPI_W_PARTIAL_COMPLETION,
} from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import type { Mailbox } from '../mailbox.js';
import { openMessage } from '../message.js';
import { isNone } from '../open-entry.js';
import { ItemProgress } from '../progress.js';
import { reportUnread } from '../reports.js';

/** Does something with some messages at once. Answers those that stayed as they were. */
export type MessagesStep = (ids: readonly number[]) => Promise<readonly number[]>;

/**
 * Does something with each message of a list, some at a time.
 *
 * @param folder where they lie
 * @param list what a caller gave
 * @param indicator hears how far it is; null for nobody
 * @param step what is done
 * @returns `MAPI_W_PARTIAL_COMPLETION` when some stayed as they were
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`, `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID` and `MAPI_E_INVALID_OBJECT` for a
 *   list with something else than messages of this store, before anything is done; `MAPI_E_USER_CANCEL`
 */
export async function eachMessage(
  folder: FolderBag,
  list: readonly EntryId[],
  indicator: IMAPIProgress | null,
  step: MessagesStep,
): Promise<void | Warning<void>> {
  const ids = messageIds(folder.mailbox, list);
  const progress = new ItemProgress(indicator, ids.length);
  progress.done(0);
  let left = 0;
  for (let at = 0; at < ids.length; at += progress.stride) {
    const part = ids.slice(at, at + progress.stride);
    left += (await step(part)).length;
    progress.done(at + part.length);
  }
  if (left > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
}

/** The messages that a list of identifiers names. */
export function messageIds(mailbox: Mailbox, list: readonly EntryId[]): readonly number[] {
  if (!Array.isArray(list)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMsgList is no list');
  return (list as readonly EntryId[]).map((entryId) => messageId(mailbox, entryId));
}

/** The message that an identifier names. */
export function messageId(mailbox: Mailbox, entryId: EntryId): number {
  if (isNone(entryId)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no message is named');
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_INVALID_OBJECT, 'the entry identifier is that of a folder');
  return id;
}

/** The messages that a folder shows, or those associated with it. */
export function messagesOf(folder: FolderBag, associated: boolean): readonly number[] {
  const { mailbox, row } = folder;
  const sql =
    row.type === FOLDER_SEARCH
      ? 'SELECT message AS id FROM search_link WHERE folder = ? AND ? = 0 ORDER BY message'
      : 'SELECT id FROM message WHERE folder = ? AND associated = ? ORDER BY id';
  return mailbox.read((db) => db.all(sql, row.id, Number(associated))).map(({ id }) => id as number);
}

/**
 * Deletes messages that lie in a folder, and has their senders hear that they were not read, but those that are gone, that wait to be sent, or that somebody has open for writing.
 *
 * @returns those that were left alone
 * @spec imapifolder-deletemessages
 */
export const deleteMessages =
  (mailbox: Mailbox, within: number): MessagesStep =>
  (ids) =>
    unlessOpen(mailbox, ids, async (rest) => {
      await reportUnread(mailbox, within, rest, openMessage);
      return await mailbox.write('messages.delete', { within, ids: rest });
    });

/** Deletes messages that were copied elsewhere, but those that {@link deleteMessages} leaves alone; nobody hears of them. */
export const removeMessages =
  (mailbox: Mailbox, within: number): MessagesStep =>
  (ids) =>
    unlessOpen(mailbox, ids, (rest) => mailbox.write('messages.delete', { within, ids: rest }));

/** Leaves alone the messages that somebody has open for writing. */
export async function unlessOpen(
  mailbox: Mailbox,
  ids: readonly number[],
  step: MessagesStep,
): Promise<readonly number[]> {
  const open = mailbox.shared.openForWriting();
  const free = ids.filter((id) => !open.has(id));
  const busy = ids.filter((id) => open.has(id));
  return free.length > 0 ? [...busy, ...(await step(free))] : busy;
}
