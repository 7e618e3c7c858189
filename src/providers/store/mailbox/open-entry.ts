import { type AnyIid, ComError, type IUnknown } from '../../../com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  IMessage,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_SUBMITTED,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MSGFLAG_SUBMIT,
  type OpenedEntry,
  PR_MESSAGE_FLAGS,
  SHOW_SOFT_DELETES,
} from '../../../mapi/index.js';
import { requireFlags } from '../../../subsystem/index.js';
import { folder, isLocked, type MessageRow, message, messageToSend, queued } from '../sql/index.js';
import { requireInterface } from './arguments.js';
import type { Mailbox } from './mailbox.js';
import { StoreMessage } from './message.js';
import { MessageBag } from './message-bag.js';

/** Publishes the object of a folder. */
export type FolderOpener = (mailbox: Mailbox, id: number, writable: boolean) => IMAPIFolder;

/**
 * Opens a folder or a message, as `OpenEntry` of stores, folders and logons does.
 *
 * @param mailbox the store
 * @param entryId which; null for the root folder
 * @param iid the interface; null for the usual one
 * @param ulFlags `MAPI_MODIFY`, `MAPI_BEST_ACCESS` and those that change nothing here
 * @param openFolder makes the object of a folder
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_NOT_FOUND`, `MAPI_E_INTERFACE_NOT_SUPPORTED`,
 *   `MAPI_E_NO_ACCESS`, also while the spooler has the message locked; `MAPI_E_SUBMITTED` to modify a message that was submitted.
 *   The spooler itself may do both
 * @spec imsgstore-openentry
 */
export function openEntry(
  mailbox: Mailbox,
  entryId: EntryId | null,
  iid: AnyIid | null,
  ulFlags: number,
  openFolder: FolderOpener,
): OpenedEntry<IUnknown> {
  const known = MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS | MAPI_NO_CACHE | SHOW_SOFT_DELETES;
  const flags = requireFlags(ulFlags, known);
  const { kind, id } = isNone(entryId)
    ? { kind: MAPI_FOLDER, id: mailbox.folders.root }
    : mailbox.ids.parse(entryId as EntryId);
  const modify = (flags & MAPI_MODIFY) !== 0;
  if (modify && !mailbox.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the store is open for reading alone');
  const writable = mailbox.writable && (modify || (flags & MAPI_BEST_ACCESS) !== 0);
  if (kind === MAPI_FOLDER) {
    requireInterface(iid, IMAPIFolder);
    return { lpulObjType: MAPI_FOLDER, lppUnk: openFolder(mailbox, id, writable) };
  }
  requireInterface(iid, IMessage);
  const toSend = mailbox.caller.role === 'spooler' ? mailbox.read((db) => messageToSend(db, id)) : null;
  const row = messageRow(mailbox, id, toSend?.message);
  const submitted = ((row.value(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_SUBMIT) !== 0 && mailbox.caller.role !== 'spooler';
  if (submitted && modify)
    throw new ComError(MAPI_E_SUBMITTED, 'the message waits to be sent: AbortSubmit comes first');
  if (submitted && mailbox.caller.role === 'client' && isLocked(mailbox.read((db) => queued(db, id))))
    throw new ComError(MAPI_E_NO_ACCESS, 'the message is being sent');
  const bag = new MessageBag(mailbox, row, { folder: row.folder, associated: row.associated });
  bag.begun = toSend?.begun ?? null;
  return { lpulObjType: MAPI_MESSAGE, lppUnk: new StoreMessage(bag, writable && !submitted).publish() };
}

/**
 * Opens a message to be read, whoever sends it.
 *
 * @param mailbox the store
 * @param entryId which
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_NOT_FOUND`
 */
export function openToRead(mailbox: Mailbox, entryId: EntryId): IMessage {
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_NOT_FOUND, 'the entry identifier is that of a folder');
  const row = messageRow(mailbox, id);
  const bag = new MessageBag(mailbox, row, { folder: row.folder, associated: row.associated });
  return new StoreMessage(bag, false).publish();
}

function messageRow(mailbox: Mailbox, id: number, read?: MessageRow): MessageRow & { readonly folder: number } {
  const row = read ?? mailbox.read((db) => message(db, id));
  if (!row || row.folder === null) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message any more');
  return row as typeof row & { readonly folder: number };
}

/** Reads a folder that is about to be opened. */
export function existingFolder(mailbox: Mailbox, id: number): NonNullable<ReturnType<typeof folder>> {
  const row = id === mailbox.folders.store ? null : mailbox.read((db) => folder(db, id));
  if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such folder any more');
  return row;
}

/** The row of a folder of this store behind an identifier. */
export function folderIdOf(mailbox: Mailbox, entryId: EntryId): number {
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_FOLDER) throw new ComError(MAPI_E_INVALID_OBJECT, 'the entry identifier is that of a message');
  return existingFolder(mailbox, id).id;
}

/** Whether no entry identifier was given. */
export const isNone = (entryId: EntryId | null | undefined): boolean =>
  entryId === null || entryId === undefined || entryId.length === 0;
