import {
  type AnyIid,
  ComError,
  com,
  type Iid,
  type Impl,
  type IUnknown,
  type Warning,
  warn,
} from '../../../com/index.js';
import {
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  DELETE_HARD_DELETE,
  type EntryId,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  IMAPIContainer,
  IMAPIFolder,
  type IMAPIProgress,
  IMAPITable,
  IMessage,
  ITEMPROC_FORCE,
  MAPI_ASSOCIATED,
  MAPI_DECLINE_OK,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_COLLISION,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  OPEN_IF_EXISTS,
  type OpenedEntry,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_ENTRYID,
  PR_FOLDER_ASSOCIATED_CONTENTS,
  PR_MESSAGE_CLASS_W,
  type PropTag,
  prop,
  propId,
  type Restriction,
  type SearchCriteria,
  SHOW_SOFT_DELETES,
  type SSortOrderSet,
  sortBy,
} from '../../../mapi/index.js';
import {
  type CopyManner,
  type EventsAtHand,
  type ListAtHand,
  type ListWish,
  type MessagesAtHand,
  PropObject,
  requireFlags,
  type StoredMessage,
  type SubObject,
  Table,
} from '../../../subsystem/index.js';
import { folderByName, subfolders } from '../sql/index.js';
import { requireInterface } from './arguments.js';
import { ContentsSource } from './contents-source.js';
import { saveContentsSort } from './folder/contents-sort.js';
import { copyFolder, wholly } from './folder/copy-folder.js';
import { copyMessages } from './folder/copy-messages.js';
import { deleteFolder, emptyFolder } from './folder/delete-folder.js';
import { destinationOf, requireReal } from './folder/destination.js';
import { messageStatus, setMessageStatus } from './folder/message-status.js';
import { deleteMessages, eachMessage, messagesOf } from './folder/messages.js';
import { setReadFlags } from './folder/read-flags.js';
import { FolderBag } from './folder-bag.js';
import { folderRulesOf } from './folder-rules.js';
import { hierarchyColumns, hierarchyRows } from './hierarchy-rows.js';
import { listAtHand } from './list-at-hand.js';
import { liveTable } from './live-table.js';
import type { Mailbox } from './mailbox.js';
import { StoreMessage } from './message.js';
import { MessageBag } from './message-bag.js';
import { messagesAtHand } from './messages-at-hand.js';
import { existingFolder, folderIdOf, openEntry, openToRead } from './open-entry.js';
import { sortOf } from './saved-sort.js';
import { searchCriteria, setSearchCriteria } from './search.js';
import { stringColumns } from './string-columns.js';

/**
 * Opens a folder.
 *
 * @param mailbox the store
 * @param id the folder
 * @param writable whether it may be changed
 * @throws {ComError} `MAPI_E_NOT_FOUND`
 */
export const openFolder = (mailbox: Mailbox, id: number, writable: boolean): IMAPIFolder =>
  new StoreFolder(new FolderBag(mailbox, existingFolder(mailbox, id)), writable).publish();

/** A folder of the store. @spec imapifolderimapicontainer */
export class StoreFolder extends PropObject implements Impl<IMAPIFolder>, MessagesAtHand, EventsAtHand {
  readonly #mailbox: Mailbox;
  readonly #folder: FolderBag;

  /**
   * Makes the object; publish it with {@link StoreFolder.publish}.
   *
   * @param bag its properties
   * @param writable whether it may be changed
   */
  constructor(bag: FolderBag, writable: boolean) {
    const { mailbox } = bag;
    super({ bag, transacted: false, writable, names: mailbox.names, rules: folderRulesOf(bag, writable) });
    this.#mailbox = mailbox;
    this.#folder = bag;
    mailbox.enter(this, IMAPIFolder);
  }

  /** Publishes it. */
  publish(): IMAPIFolder {
    return com(this as Impl<IMAPIFolder>, IMAPIFolder);
  }

  /** The id of its row. */
  get id(): number {
    return this.#folder.row.id;
  }

  /** Whose folder it is. */
  get mailbox(): Mailbox {
    return this.#mailbox;
  }

  /** What it contains. */
  override get subObjects(): readonly SubObject[] {
    const part = (tag: PropTag, associated: boolean): SubObject => ({
      tag,
      iid: IMAPIContainer,
      copyTo: (target, manner) => this.#copyContents(target, manner, associated),
      clear: () => {
        throw new ComError(MAPI_E_NO_ACCESS, 'use EmptyFolder or DeleteMessages');
      },
    });
    const hierarchy: SubObject = {
      tag: PR_CONTAINER_HIERARCHY,
      iid: IMAPIContainer,
      copyTo: (target, manner) => this.#copyHierarchy(target, manner),
      clear: () => {
        throw new ComError(MAPI_E_NO_ACCESS, 'use EmptyFolder or DeleteFolder');
      },
    };
    return [part(PR_CONTAINER_CONTENTS, false), hierarchy, part(PR_FOLDER_ASSOCIATED_CONTENTS, true)];
  }

  /** See {@link IMAPIProp.OpenProperty}: contents and hierarchy open as tables. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    if (lpiid?.guid === IMAPITable.guid) {
      const id = propId(ulPropTag);
      if (id === propId(PR_CONTAINER_CONTENTS)) return this.GetContentsTable(ulInterfaceOptions);
      if (id === propId(PR_FOLDER_ASSOCIATED_CONTENTS))
        return this.GetContentsTable(ulInterfaceOptions | MAPI_ASSOCIATED);
      if (id === propId(PR_CONTAINER_HIERARCHY)) return this.GetHierarchyTable(ulInterfaceOptions);
    }
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** See {@link IMAPIProp.CopyTo}. @spec imapiprop-copyto */
  override CopyTo(...args: Parameters<PropObject['CopyTo']>): ReturnType<PropObject['CopyTo']> {
    return this.#mailbox.calls.during(() => super.CopyTo(...args));
  }

  /** See {@link IMAPIProp.CopyProps}. @spec imapiprop-copyprops */
  override CopyProps(...args: Parameters<PropObject['CopyProps']>): ReturnType<PropObject['CopyProps']> {
    return this.#mailbox.calls.during(() => super.CopyProps(...args));
  }

  /** See {@link IMAPIContainer.GetContentsTable}. @spec imapicontainer-getcontentstable */
  GetContentsTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_ASSOCIATED | MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES);
    this.#folder.refresh();
    const { row } = this.#folder;
    const associated = (flags & MAPI_ASSOCIATED) !== 0;
    const kind = associated ? 'associated' : row.type === FOLDER_SEARCH ? 'search' : 'messages';
    const mailbox = this.#mailbox;
    const source = new ContentsSource(mailbox, row.id, kind);
    const columns = stringColumns(source.columns().initial, flags);
    if ((flags & SHOW_SOFT_DELETES) !== 0) return this.#nothing(columns);
    const order = associated ? sortBy() : sortOf(row);
    const table = new Table(source, { columns, order, released: () => mailbox.leave(table), calls: mailbox.calls });
    mailbox.enter(table, IMAPITable);
    return com(table, IMAPITable);
  }

  /** Messages of the store as they are, by one statement, for whoever only reads them. */
  messagesAtHand(entryIds: readonly EntryId[], recipients: boolean): readonly (StoredMessage | null)[] {
    return messagesAtHand(this.#mailbox, entryIds, recipients);
  }

  /** A message of the store, to be read, also while it is being sent. */
  openAtHand(entryId: EntryId): IMessage {
    return openToRead(this.#mailbox, entryId);
  }

  /** Answers when the sinks of the store have heard of all that has happened. */
  eventsTold(): Promise<void> {
    return this.#mailbox.sinks.settled();
  }

  /** A list of messages of the store without a table, where SQL tells all of it. */
  listAtHand(wish: ListWish): ListAtHand | null {
    return listAtHand(this.#mailbox, wish);
  }

  /** See {@link IMAPIContainer.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  GetHierarchyTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES);
    this.#folder.refresh();
    const { id } = this;
    const deep = (flags & CONVENIENT_DEPTH) !== 0;
    const columns = stringColumns(hierarchyColumns, flags);
    if ((flags & SHOW_SOFT_DELETES) !== 0) return this.#nothing(columns);
    return liveTable(this.#mailbox, {
      index: PR_ENTRYID,
      columns,
      read: () => hierarchyRows(this.#mailbox, id, deep),
      // Messages that come and go change the counts in the rows of their folders.
      concerns: (batch) => batch === null || batch.length > 0,
    });
  }

  /** See {@link IMAPIContainer.OpenEntry}. @spec imapicontainer-openentry */
  OpenEntry<I extends IUnknown>(lpEntryID: EntryId | null, lpInterface: Iid<I> | null, ulFlags = 0): OpenedEntry<I> {
    return openEntry(this.#mailbox, lpEntryID, lpInterface as AnyIid | null, ulFlags, openFolder) as OpenedEntry<I>;
  }

  /** See {@link IMAPIContainer.SetSearchCriteria}. @spec imapicontainer-setsearchcriteria */
  async SetSearchCriteria(
    lpRestriction: Restriction | null,
    lpContainerList: readonly EntryId[] | null,
    ulSearchFlags = 0,
  ): Promise<void> {
    this.#requireWritable();
    if (lpContainerList && !Array.isArray(lpContainerList))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpContainerList is no list');
    const folders = lpContainerList?.map((entryId) => folderIdOf(this.#mailbox, entryId)) ?? null;
    await this.#mailbox.calls.during(() =>
      setSearchCriteria(this.#mailbox, this.#folder.row, lpRestriction, folders, ulSearchFlags),
    );
  }

  /** See {@link IMAPIContainer.GetSearchCriteria}. @spec imapicontainer-getsearchcriteria */
  GetSearchCriteria(ulFlags = 0): SearchCriteria {
    requireFlags(ulFlags, MAPI_UNICODE);
    this.#folder.refresh();
    return searchCriteria(this.#mailbox, this.#folder.row);
  }

  /** See {@link IMAPIFolder.CreateMessage}. @spec imapifolder-createmessage */
  CreateMessage<I extends IUnknown = IMessage>(lpInterface: Iid<I> | null, ulFlags = 0): I {
    const flags = requireFlags(ulFlags, MAPI_ASSOCIATED | MAPI_DEFERRED_ERRORS | ITEMPROC_FORCE);
    requireInterface(lpInterface as AnyIid | null, IMessage);
    this.#requireWritable();
    requireReal(this.#folder);
    const associated = (flags & MAPI_ASSOCIATED) !== 0;
    const created = new StoreMessage(new MessageBag(this.#mailbox, null, { folder: this.id, associated }), true);
    created.pending.set(prop(PR_MESSAGE_CLASS_W, 'IPM'));
    return created.publish() as IUnknown as I;
  }

  /** See {@link IMAPIFolder.CopyMessages}. @spec imapifolder-copymessages */
  async CopyMessages<I extends IUnknown = IMAPIFolder>(
    lpMsgList: readonly EntryId[],
    lpInterface: Iid<I> | null,
    lpDestFolder: I,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    const flags = requireFlags(ulFlags, MESSAGE_MOVE | MESSAGE_DIALOG | MAPI_DECLINE_OK);
    const move = (flags & MESSAGE_MOVE) !== 0;
    if (move) this.#requireWritable();
    const destination = destinationOf(lpInterface as AnyIid | null, lpDestFolder);
    using _target = destination.pointer;
    const progress = (flags & MESSAGE_DIALOG) !== 0 ? lpProgress : null;
    return await this.#mailbox.calls.during(() => copyMessages(this.#folder, lpMsgList, destination, move, progress));
  }

  /** See {@link IMAPIFolder.DeleteMessages}. @spec imapifolder-deletemessages */
  async DeleteMessages(
    lpMsgList: readonly EntryId[],
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    const flags = requireFlags(ulFlags, MESSAGE_DIALOG | DELETE_HARD_DELETE);
    this.#requireWritable();
    const progress = (flags & MESSAGE_DIALOG) !== 0 ? lpProgress : null;
    return await this.#mailbox.calls.during(() =>
      eachMessage(this.#folder, lpMsgList, progress, deleteMessages(this.#mailbox, this.id)),
    );
  }

  /** See {@link IMAPIFolder.CreateFolder}. @spec imapifolder-createfolder */
  async CreateFolder<I extends IUnknown = IMAPIFolder>(
    ulFolderType: number,
    lpszFolderName: string,
    lpszFolderComment: string | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<I> {
    const flags = requireFlags(ulFlags, OPEN_IF_EXISTS | MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    requireInterface(lpInterface as AnyIid | null, IMAPIFolder);
    if (ulFolderType !== FOLDER_GENERIC && ulFolderType !== FOLDER_SEARCH)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'a folder is made as FOLDER_GENERIC or FOLDER_SEARCH');
    if (typeof lpszFolderName !== 'string') throw new ComError(MAPI_E_INVALID_PARAMETER, 'a folder needs a name');
    this.#requireWritable();
    requireReal(this.#folder);
    const set = lpszFolderComment === null ? [] : [prop(PR_COMMENT_W, lpszFolderComment)];
    const args = { parent: this.id, name: lpszFolderName, type: ulFolderType, changes: { set } };
    try {
      const { id } = await this.#mailbox.write('folder.create', args);
      return openFolder(this.#mailbox, id, true) as IUnknown as I;
    } catch (error) {
      const exists = error instanceof ComError && error.hr === MAPI_E_COLLISION && (flags & OPEN_IF_EXISTS) !== 0;
      const present = exists ? this.#mailbox.read((db) => folderByName(db, this.id, lpszFolderName)) : null;
      if (!present) throw error;
      return openFolder(this.#mailbox, present.id, true) as IUnknown as I;
    }
  }

  /** See {@link IMAPIFolder.CopyFolder}. @spec imapifolder-copyfolder */
  async CopyFolder<I extends IUnknown = IMAPIFolder>(
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    lpDestFolder: I,
    lpszNewFolderName: string | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    if ((Number(ulFlags) & FOLDER_MOVE) !== 0) this.#requireWritable();
    const copy = {
      entryId: lpEntryID,
      iid: lpInterface as AnyIid | null,
      target: lpDestFolder,
      name: lpszNewFolderName ?? null,
      indicator: lpProgress,
      flags: ulFlags,
      open: openFolder,
    };
    return await this.#mailbox.calls.during(() => copyFolder(this.#folder, copy));
  }

  /** See {@link IMAPIFolder.DeleteFolder}. @spec imapifolder-deletefolder */
  async DeleteFolder(
    lpEntryID: EntryId,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    this.#requireWritable();
    return await this.#mailbox.calls.during(() => deleteFolder(this.#folder, lpEntryID, lpProgress, ulFlags));
  }

  /** See {@link IMAPIFolder.SetReadFlags}. @spec imapifolder-setreadflags */
  async SetReadFlags(
    lpMsgList: readonly EntryId[] | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    this.#requireWritable();
    return await this.#mailbox.calls.during(() => setReadFlags(this.#folder, lpMsgList, lpProgress, ulFlags));
  }

  /** See {@link IMAPIFolder.GetMessageStatus}. @spec imapifolder-getmessagestatus */
  GetMessageStatus(lpEntryID: EntryId, ulFlags = 0): number {
    requireFlags(ulFlags, 0);
    return messageStatus(this.#folder, lpEntryID);
  }

  /** See {@link IMAPIFolder.SetMessageStatus}. @spec imapifolder-setmessagestatus */
  async SetMessageStatus(lpEntryID: EntryId, ulNewStatus: number, ulNewStatusMask: number): Promise<number> {
    this.#requireWritable();
    return await setMessageStatus(this.#folder, lpEntryID, ulNewStatus, ulNewStatusMask);
  }

  /** See {@link IMAPIFolder.SaveContentsSort}. @spec imapifolder-savecontentssort */
  async SaveContentsSort(lpSortCriteria: SSortOrderSet, ulFlags = 0): Promise<void> {
    this.#requireWritable();
    await this.#mailbox.calls.during(() =>
      saveContentsSort(this.#folder, () => this.GetContentsTable(), lpSortCriteria, ulFlags),
    );
  }

  /** See {@link IMAPIFolder.EmptyFolder}. @spec imapifolder-emptyfolder */
  async EmptyFolder(_ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags = 0): Promise<void | Warning<void>> {
    this.#requireWritable();
    return await this.#mailbox.calls.during(() => emptyFolder(this.#folder, lpProgress, ulFlags));
  }

  /** Ends its use of the store. */
  override finalRelease(): void {
    this.#mailbox.leave(this, this.pending.discard());
  }

  #copyContents(target: IUnknown, { move }: CopyManner, associated: boolean): Promise<void | Warning<void>> {
    const list = messagesOf(this.#folder, associated).map((id) => this.#mailbox.ids.message(id));
    return this.CopyMessages<IUnknown>(list, null, target, 0, null, move ? MESSAGE_MOVE : 0);
  }

  async #copyHierarchy(target: IUnknown, { move }: CopyManner): Promise<void | Warning<void>> {
    using _target = destinationOf(null, target).pointer;
    const flags = move ? FOLDER_MOVE : COPY_SUBFOLDERS;
    let left = 0;
    for (const child of this.#mailbox.read((db) => subfolders(db, this.id))) {
      const entryId = this.#mailbox.ids.folder(child.id);
      const step = () => this.CopyFolder<IUnknown>(entryId, null, target, null, 0, null, flags);
      if (!(await wholly(step))) left++;
    }
    if (left > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  // What is deleted here is gone: there is nothing that waits for its end.
  #nothing(columns: readonly PropTag[]): IMAPITable {
    return liveTable(this.#mailbox, { index: PR_ENTRYID, columns, read: () => [], concerns: () => false });
  }

  #requireWritable(): void {
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the folder is read-only: open it with MAPI_MODIFY');
  }
}
