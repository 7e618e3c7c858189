import { ComError, type Warning, warn } from '../../../../com/index.js';
import {
  DEL_ASSOCIATED,
  DEL_FOLDERS,
  DEL_MESSAGES,
  DELETE_HARD_DELETE,
  type EntryId,
  FOLDER_DIALOG,
  type IMAPIProgress,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_NOT_FOUND,
  MAPI_W_PARTIAL_COMPLETION,
} from '../../../../mapi/index.js';
import { requireFlags } from '../../../../subsystem/index.js';
import type { FolderBag } from '../folder-bag.js';
import type { Mailbox } from '../mailbox.js';
import { requireReal } from './destination.js';
import { childOf, isKnown, refuseKnown } from './known-folders.js';
import { deleteMessages } from './messages.js';
import { FolderTree, type TreeFolder } from './tree.js';

/**
 * Deletes a folder within another, as far as its flags go. Messages that wait to be sent or that somebody has open for writing
 * stay, and the folders around them.
 *
 * @param folder the folder around it
 * @param entryId which
 * @param indicator hears of progress with `FOLDER_DIALOG`
 * @param ulFlags the flags of DeleteFolder
 * @returns `MAPI_W_PARTIAL_COMPLETION` when something stays
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`; `MAPI_E_HAS_FOLDERS` and `MAPI_E_HAS_MESSAGES`, with nothing done; what {@link childOf}
 *   throws; `MAPI_E_NO_ACCESS` for a folder that every store has; `MAPI_E_USER_CANCEL`
 * @spec imapifolder-deletefolder
 */
export async function deleteFolder(
  folder: FolderBag,
  entryId: EntryId,
  indicator: IMAPIProgress | null,
  ulFlags: number,
): Promise<void | Warning<void>> {
  const flags = requireFlags(ulFlags, DEL_FOLDERS | DEL_MESSAGES | FOLDER_DIALOG | DELETE_HARD_DELETE);
  const { mailbox } = folder;
  const id = childOf(folder, entryId);
  refuseKnown(mailbox, id);
  const tree = new FolderTree(mailbox, id);
  if (tree.root.children.length > 0 && (flags & DEL_FOLDERS) === 0)
    throw new ComError(MAPI_E_HAS_FOLDERS, 'there are folders in the folder');
  if (tree.messages > 0 && (flags & DEL_MESSAGES) === 0)
    throw new ComError(MAPI_E_HAS_MESSAGES, 'there are messages in the folder or the folders below');
  const progress = tree.progress((flags & FOLDER_DIALOG) !== 0 ? indicator : null);
  progress.done(0, 0);
  return answer(await deleteTree(mailbox, tree.root, tree, (work, folders) => progress.done(work, folders)));
}

/**
 * Deletes all messages and folders within a folder.
 *
 * @param folder the folder
 * @param indicator hears of progress with `FOLDER_DIALOG`
 * @param ulFlags the flags of EmptyFolder
 * @returns `MAPI_W_PARTIAL_COMPLETION` when something stays
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_NO_SUPPORT` for a search folder, `MAPI_E_USER_CANCEL`
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
  const tree = new FolderTree(mailbox, folder.row.id, (flags & DEL_ASSOCIATED) !== 0);
  const progress = tree.progress((flags & FOLDER_DIALOG) !== 0 ? indicator : null);
  const tell = (work: number, folders: number) => progress.done(work, folders);
  progress.done(0, 0);
  let left = 0;
  for (const child of tree.root.children) left += await deleteTree(mailbox, child, tree, tell);
  left += await deleteAll(mailbox, tree.root, tree, tell);
  tree.finish();
  tell(tree.work, tree.finished);
  return answer(left);
}

type Tell = (work: number, folders: number) => void;

/** Deletes a folder from the leaves up; answers how much stays. */
async function deleteTree(mailbox: Mailbox, folder: TreeFolder, tree: FolderTree, tell: Tell): Promise<number> {
  if (isKnown(mailbox, folder.id)) return 1;
  let left = 0;
  for (const child of folder.children) left += await deleteTree(mailbox, child, tree, tell);
  left += await deleteAll(mailbox, folder, tree, tell);
  if (left === 0) left += await deleteEmpty(mailbox, folder.id);
  tree.finish();
  tell(tree.work, tree.finished);
  return left;
}

async function deleteAll(mailbox: Mailbox, folder: TreeFolder, tree: FolderTree, tell: Tell): Promise<number> {
  const step = deleteMessages(mailbox, folder.id);
  let left = 0;
  for (const ids of tree.parts(folder)) {
    left += (await step(ids)).length;
    tree.pass(ids.length);
    tell(tree.work, tree.finished);
  }
  return left;
}

/** Deletes a folder in which nothing is any more; what came into it meanwhile stays. */
async function deleteEmpty(mailbox: Mailbox, id: number): Promise<number> {
  try {
    await mailbox.write('folder.delete', { id, messages: false, folders: false });
    return 0;
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    if (error.hr === MAPI_E_NOT_FOUND) return 0;
    if (error.hr === MAPI_E_HAS_FOLDERS || error.hr === MAPI_E_HAS_MESSAGES) return 1;
    throw error;
  }
}

const answer = (left: number): void | Warning<void> => (left > 0 ? warn(MAPI_W_PARTIAL_COMPLETION) : undefined);
