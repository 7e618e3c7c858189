import { ComError } from '../../../../com/index.js';
import { type EntryId, MAPI_E_INVALID_PARAMETER, MAPI_E_NOT_FOUND } from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import { messageId } from './messages.js';

/**
 * Reads the status of a message.
 *
 * @throws {ComError} `MAPI_E_NOT_FOUND` when the folder does not have the message
 * @spec imapifolder-getmessagestatus
 */
export const messageStatus = (folder: FolderBag, entryId: EntryId): number => held(folder, entryId).status >>> 0;

/**
 * Sets bits of the status of a message.
 *
 * @returns the status before
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`, `MAPI_E_NOT_FOUND` when the folder does not have the message
 * @spec imapifolder-setmessagestatus
 */
export async function setMessageStatus(
  folder: FolderBag,
  entryId: EntryId,
  status: number,
  mask: number,
): Promise<number> {
  if (!Number.isInteger(status) || !Number.isInteger(mask))
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'status and mask are numbers');
  const { id } = held(folder, entryId);
  const change = { id, column: 'status', mask: mask | 0, bits: status | 0 } as const;
  return (await folder.mailbox.write('message.bits', change)) >>> 0;
}

// A message that was moved away has left its status behind.
function held({ mailbox, row }: FolderBag, entryId: EntryId): { readonly id: number; readonly status: number } {
  const id = messageId(mailbox, entryId);
  const sql = `SELECT status FROM message WHERE id = ? AND folder IS NOT NULL AND (folder = ? OR
    EXISTS (SELECT 1 FROM search_link WHERE search_link.folder = ? AND search_link.message = message.id))`;
  const found = mailbox.read((db) => db.get(sql, id, row.id, row.id));
  if (!found) throw new ComError(MAPI_E_NOT_FOUND, 'the folder has no such message');
  return { id, status: found['status'] as number };
}
