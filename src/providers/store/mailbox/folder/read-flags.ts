import type { Warning } from '../../../../com/index.js';
import { type EntryId, type IMAPIProgress, MESSAGE_DIALOG } from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import { readFlagChange } from '../message.js';
import { eachMessage, messagesOf, unlessOpen } from './messages.js';

/**
 * Sets or clears the read flag of messages, but of those that are gone, that wait to be sent, or that somebody has open for
 * writing.
 *
 * @param folder the folder
 * @param list the messages; null for all
 * @param indicator hears of progress with `MESSAGE_DIALOG`
 * @param ulFlags the flags of SetReadFlags
 * @returns `MAPI_W_PARTIAL_COMPLETION` when some could not be changed
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER`, `MAPI_E_USER_CANCEL`
 * @spec imapifolder-setreadflags
 */
export async function setReadFlags(
  folder: FolderBag,
  list: readonly EntryId[] | null,
  indicator: IMAPIProgress | null,
  ulFlags: number,
): Promise<void | Warning<void>> {
  const progress = (Number(ulFlags) & MESSAGE_DIALOG) !== 0 ? indicator : null;
  const change = readFlagChange(Number.isInteger(ulFlags) ? ulFlags & ~MESSAGE_DIALOG : ulFlags);
  const { mailbox } = folder;
  const all = list ?? messagesOf(folder, false).map((id) => mailbox.ids.message(id));
  const within = folder.row.id;
  return await eachMessage(folder, all, progress, (ids) =>
    unlessOpen(mailbox, ids, (rest) => mailbox.write('messages.flags', { within, ids: rest, ...change })),
  );
}
