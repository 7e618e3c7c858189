import { ComError, type Warning, warn } from '../../../../com/index.js';
import {
  type EntryId,
  FOLDER_SEARCH,
  type IMAPIProgress,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_MESSAGE,
  MAPI_W_PARTIAL_COMPLETION,
  MSGFLAG_SUBMIT,
} from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import type { Mailbox } from '../mailbox.js';
import { isNone } from '../open-entry.js';
import { itemProgress } from '../progress.js';

/** How messages of a list are treated. */
export interface EachMessage {
  /** Where progress goes; null for nowhere. */
  readonly progress: IMAPIProgress | null;
  /** Whether messages change, as submitted ones may not. */
  readonly changes: boolean;
  /** What is done with each. */
  step(id: number): Promise<unknown>;
}

/** Does something with each message that is there and was not submitted; what fails for one is told at the end. */
export async function eachMessage(
  folder: FolderBag,
  list: readonly EntryId[],
  { progress, changes, step }: EachMessage,
): Promise<void | Warning<void>> {
  if (!Array.isArray(list)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMsgList is no list');
  const ids = (list as readonly EntryId[]).map((entryId) => messageId(folder.mailbox, entryId));
  const done = itemProgress(progress, ids.length);
  let failed = 0;
  for (const [index, id] of ids.entries()) {
    done(index);
    try {
      if (!holds(folder, id) || (changes && isSubmitted(folder.mailbox, id))) failed++;
      else await step(id);
    } catch (error) {
      if (!(error instanceof ComError) || error.hr !== MAPI_E_NOT_FOUND) throw error;
      failed++;
    }
  }
  done(ids.length);
  if (failed > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
}

/** The message that an identifier names. */
export function messageId(mailbox: Mailbox, entryId: EntryId): number {
  if (isNone(entryId)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no message is named');
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the entry identifier is that of a folder');
  return id;
}

/** Whether a message waits to be sent. */
export function isSubmitted(mailbox: Mailbox, id: number): boolean {
  const row = mailbox.read((db) => db.get('SELECT flags FROM message WHERE id = ?', id));
  return (Number(row?.['flags'] ?? 0) & MSGFLAG_SUBMIT) !== 0;
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

// A message that was moved away meanwhile is as good as gone; what a search folder shows lies elsewhere.
function holds({ mailbox, row }: FolderBag, id: number): boolean {
  const found = mailbox.read((db) => db.get('SELECT folder FROM message WHERE id = ?', id));
  return found !== undefined && (row.type === FOLDER_SEARCH || found['folder'] === row.id);
}
