import { ComError } from '../../../../com/index.js';
import { type EntryId, MAPI_E_INVALID_PARAMETER, MAPI_E_NOT_FOUND, PR_MSG_STATUS } from '../../../../mapi/index.js';
import { message } from '../../sql/index.js';
import type { FolderBag } from '../folder-bag.js';
import { messageId } from './messages.js';

/**
 * Reads the status of a message.
 *
 * @throws {ComError} `MAPI_E_NOT_FOUND`
 * @spec imapifolder-getmessagestatus
 */
export function messageStatus({ mailbox }: FolderBag, entryId: EntryId): number {
  const row = mailbox.read((db) => message(db, messageId(mailbox, entryId)));
  if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message');
  return (row.value(PR_MSG_STATUS) as number) >>> 0;
}

/**
 * Sets bits of the status of a message.
 *
 * @returns the status before
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER`, `MAPI_E_NOT_FOUND`
 * @spec imapifolder-setmessagestatus
 */
export async function setMessageStatus(
  { mailbox }: FolderBag,
  entryId: EntryId,
  status: number,
  mask: number,
): Promise<number> {
  if (!Number.isInteger(status) || !Number.isInteger(mask))
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'status and mask are numbers');
  const id = messageId(mailbox, entryId);
  return (await mailbox.write('message.bits', { id, column: 'status', mask: mask | 0, bits: status | 0 })) >>> 0;
}
