import { type Warning, warn } from '../../../../com/index.js';
import {
  DEL_ASSOCIATED,
  DELETE_HARD_DELETE,
  FOLDER_DIALOG,
  type IMAPIProgress,
  MAPI_W_PARTIAL_COMPLETION,
} from '../../../../mapi/index.js';
import { subfolders } from '../../sql/index.js';
import { requireFlags } from '../arguments.js';
import type { FolderBag } from '../folder-bag.js';
import { itemProgress } from '../progress.js';
import { requireReal } from './destination.js';
import { isKnown } from './known-folders.js';
import { isSubmitted, messagesOf } from './messages.js';

/**
 * Deletes all messages and folders within a folder.
 *
 * @param folder the folder
 * @param indicator hears of progress with `FOLDER_DIALOG`
 * @param ulFlags the flags of EmptyFolder
 * @returns `MAPI_W_PARTIAL_COMPLETION` when something stays
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_NO_SUPPORT` for a search folder
 * @spec imapifolder-emptyfolder
 */
export async function emptyFolder(
  folder: FolderBag,
  indicator: IMAPIProgress | null,
  ulFlags: number,
): Promise<void | Warning<void>> {
  const flags = requireFlags(ulFlags, DEL_ASSOCIATED | FOLDER_DIALOG | DELETE_HARD_DELETE);
  requireReal(folder);
  const { mailbox } = folder;
  const messages = messagesOf(folder, false);
  const associated = (flags & DEL_ASSOCIATED) !== 0 ? messagesOf(folder, true) : [];
  const children = mailbox.read((db) => subfolders(db, folder.row.id)).map(({ id }) => id);
  const done = itemProgress((flags & FOLDER_DIALOG) !== 0 ? indicator : null, messages.length + children.length);
  let left = 0;
  let count = 0;
  for (const id of children) {
    if (isKnown(mailbox, id)) left++;
    else await mailbox.write('folder.delete', { id, messages: true, folders: true });
    done(++count);
  }
  for (const id of [...messages, ...associated]) {
    if (isSubmitted(mailbox, id)) left++;
    else await mailbox.write('message.delete', { id });
    done(++count);
  }
  if (left > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
}
