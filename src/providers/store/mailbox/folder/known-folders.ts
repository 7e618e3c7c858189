import { ComError } from '../../../../com/index.js';
import { type EntryId, MAPI_E_INVALID_PARAMETER, MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND } from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import type { Mailbox } from '../mailbox.js';
import { existingFolder, folderIdOf, isNone } from '../open-entry.js';

/**
 * The folder directly within another that an identifier names.
 *
 * @param folder the folder around it
 * @param entryId what a caller gave
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for none, `MAPI_E_NOT_FOUND` for one that does not lie there, and what parsing throws
 */
export function childOf(folder: FolderBag, entryId: EntryId): number {
  if (isNone(entryId)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no folder is named');
  const id = folderIdOf(folder.mailbox, entryId);
  if (existingFolder(folder.mailbox, id).parent !== folder.row.id)
    throw new ComError(MAPI_E_NOT_FOUND, 'the folder does not lie in this one');
  return id;
}

/** Whether a folder is one that every store has. */
export const isKnown = (mailbox: Mailbox, id: number): boolean => Object.values(mailbox.folders).includes(id);

/** @throws {ComError} `MAPI_E_NO_ACCESS` for a folder that every store has */
export function refuseKnown(mailbox: Mailbox, id: number): void {
  if (isKnown(mailbox, id)) throw new ComError(MAPI_E_NO_ACCESS, 'every store has this folder: it stays where it is');
}
