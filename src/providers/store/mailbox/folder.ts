import {
  type AnyIid,
  ComError,
  com,
  type Iid,
  type Impl,
  type IUnknown,
  implementationOf,
  isPointer,
  ok,
  type Warning,
  warn,
} from '../../../com/index.js';
import {
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  DEL_ASSOCIATED,
  DEL_FOLDERS,
  DEL_MESSAGES,
  DELETE_HARD_DELETE,
  type EntryId,
  FOLDER_DIALOG,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  fnevSearchComplete,
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
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_DIALOG,
  MESSAGE_MOVE,
  MSGFLAG_SUBMIT,
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
} from '../../../mapi/index.js';
import { type CopyManner, PropObject, type SubObject, Table } from '../../../subsystem/index.js';
import { folderByName, message, subfolders } from '../sql/index.js';
import { requireFlags, requireInterface } from './arguments.js';
import { ContentsSource } from './contents-source.js';
import { FolderBag } from './folder-bag.js';
import { folderRulesOf } from './folder-rules.js';
import { hierarchyColumns, hierarchyRows } from './hierarchy-rows.js';
import { liveTable } from './live-table.js';
import type { Mailbox } from './mailbox.js';
import { readFlagChange, StoreMessage } from './message.js';
import { MessageBag } from './message-bag.js';
import { existingFolder, folderIdOf, isNone, openEntry } from './open-entry.js';
import { itemProgress } from './progress.js';
import { savedSort, sortOf, sortTag } from './saved-sort.js';
import { searchCriteria, setSearchCriteria } from './search.js';

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
export class StoreFolder extends PropObject implements Impl<IMAPIFolder> {
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
    mailbox.enter();
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

  /** See {@link IMAPIContainer.GetContentsTable}. @spec imapicontainer-getcontentstable */
  GetContentsTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | MAPI_ASSOCIATED | MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES);
    this.#folder.refresh();
    const { row } = this.#folder;
    const associated = (flags & MAPI_ASSOCIATED) !== 0;
    const kind = associated ? 'associated' : row.type === FOLDER_SEARCH ? 'search' : 'messages';
    const mailbox = this.#mailbox;
    mailbox.enter();
    const options = { order: sortOf(row), released: () => mailbox.leave() };
    return com(new Table(new ContentsSource(mailbox, row.id, kind), options), IMAPITable);
  }

  /** See {@link IMAPIContainer.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  GetHierarchyTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES);
    this.#folder.refresh();
    const { id } = this;
    const deep = (flags & CONVENIENT_DEPTH) !== 0;
    return liveTable(this.#mailbox, {
      index: PR_ENTRYID,
      columns: hierarchyColumns,
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
    const folders = lpContainerList?.map((entryId) => folderIdOf(this.#mailbox, entryId)) ?? null;
    await setSearchCriteria(this.#mailbox, this.#folder.row, lpRestriction, folders, ulSearchFlags);
    const lpEntryID = this.#mailbox.ids.folder(this.id);
    this.#mailbox.sinks.notify({
      ulEventType: fnevSearchComplete,
      info: {
        lpEntryID,
        ulObjType: MAPI_FOLDER,
        lpParentID: null,
        lpOldID: null,
        lpOldParentID: null,
        lpPropTagArray: null,
      },
    });
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
    this.#requireReal();
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
    const target = this.#target(lpInterface as AnyIid | null, lpDestFolder);
    target.#requireWritable();
    target.#requireReal();
    const progress = (flags & MESSAGE_DIALOG) !== 0 ? lpProgress : null;
    return await this.#each(
      lpMsgList,
      progress,
      async (id) => {
        if (target.mailbox.shared === this.#mailbox.shared) {
          await this.#mailbox.write(move ? 'message.move' : 'message.copy', { id, folder: target.id });
          return;
        }
        await this.#carry(id, target);
        if (move) await this.#mailbox.write('message.delete', { id });
      },
      move,
    );
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
    return await this.#each(lpMsgList, progress, (id) => this.#mailbox.write('message.delete', { id }), true);
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
    this.#requireReal();
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
  ): Promise<void> {
    const known = FOLDER_MOVE | COPY_SUBFOLDERS | FOLDER_DIALOG | MAPI_UNICODE | MAPI_DECLINE_OK;
    const flags = requireFlags(ulFlags, known);
    const target = this.#target(lpInterface as AnyIid | null, lpDestFolder);
    if (target.mailbox.shared !== this.#mailbox.shared)
      throw new ComError(MAPI_E_NO_SUPPORT, 'folders are copied within their store; copy to another one with CopyTo');
    target.#requireWritable();
    target.#requireReal();
    const id = this.#childOf(lpEntryID);
    const done = itemProgress((flags & FOLDER_DIALOG) !== 0 ? lpProgress : null, 1);
    done(0);
    const name = lpszNewFolderName === null ? {} : { name: lpszNewFolderName };
    if ((flags & FOLDER_MOVE) !== 0) {
      this.#requireWritable();
      this.#refuseKnown(id);
      await this.#mailbox.write('folder.move', { id, parent: target.id, ...name });
    } else {
      const subs = (flags & COPY_SUBFOLDERS) !== 0;
      await this.#mailbox.write('folder.copy', { id, parent: target.id, subfolders: subs, ...name });
    }
    done(1);
  }

  /** See {@link IMAPIFolder.DeleteFolder}. @spec imapifolder-deletefolder */
  async DeleteFolder(
    lpEntryID: EntryId,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void> {
    const flags = requireFlags(ulFlags, DEL_FOLDERS | DEL_MESSAGES | FOLDER_DIALOG | DELETE_HARD_DELETE);
    this.#requireWritable();
    const id = this.#childOf(lpEntryID);
    this.#refuseKnown(id);
    const done = itemProgress((flags & FOLDER_DIALOG) !== 0 ? lpProgress : null, 1);
    done(0);
    const messages = (flags & DEL_MESSAGES) !== 0;
    await this.#mailbox.write('folder.delete', { id, messages, folders: (flags & DEL_FOLDERS) !== 0 });
    done(1);
  }

  /** See {@link IMAPIFolder.SetReadFlags}. @spec imapifolder-setreadflags */
  async SetReadFlags(
    lpMsgList: readonly EntryId[] | null,
    _ulUIParam: number,
    lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): Promise<void | Warning<void>> {
    const dialog = (ulFlags & MESSAGE_DIALOG) !== 0;
    const change = readFlagChange(ulFlags & ~MESSAGE_DIALOG);
    this.#requireWritable();
    const list = lpMsgList ?? this.#messages(false).map((id) => this.#mailbox.ids.message(id));
    if (lpMsgList === null && list.length === 0) return;
    return await this.#each(
      list,
      dialog ? lpProgress : null,
      async (id) => {
        if (change.mask !== 0) await this.#mailbox.write('message.bits', { id, column: 'flags', ...change });
      },
      true,
    );
  }

  /** See {@link IMAPIFolder.GetMessageStatus}. @spec imapifolder-getmessagestatus */
  GetMessageStatus(lpEntryID: EntryId, ulFlags = 0): number {
    requireFlags(ulFlags, 0);
    const row = this.#mailbox.read((db) => message(db, this.#messageId(lpEntryID)));
    if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message');
    return (row.columns.get(statusId)?.[1] as number) >>> 0;
  }

  /** See {@link IMAPIFolder.SetMessageStatus}. @spec imapifolder-setmessagestatus */
  async SetMessageStatus(lpEntryID: EntryId, ulNewStatus: number, ulNewStatusMask: number): Promise<number> {
    if (!Number.isInteger(ulNewStatus) || !Number.isInteger(ulNewStatusMask))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'status and mask are numbers');
    this.#requireWritable();
    const id = this.#messageId(lpEntryID);
    const change = { id, column: 'status', mask: ulNewStatusMask | 0, bits: ulNewStatus | 0 } as const;
    return (await this.#mailbox.write('message.bits', change)) >>> 0;
  }

  /** See {@link IMAPIFolder.SaveContentsSort}. @spec imapifolder-savecontentssort */
  async SaveContentsSort(lpSortCriteria: SSortOrderSet, ulFlags = 0): Promise<void> {
    const flags = requireFlags(ulFlags, RECURSIVE_SORT);
    if (!Array.isArray(lpSortCriteria?.aSort))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpSortCriteria is no sort order');
    this.#requireWritable();
    // A table refuses an order that means nothing.
    using table = this.GetContentsTable();
    await ok(table.SortTable(lpSortCriteria));
    const set = [prop(sortTag, savedSort(lpSortCriteria))];
    const visit = async (id: number): Promise<void> => {
      await this.#mailbox.write('folder.update', { id, changes: { set } });
      if ((flags & RECURSIVE_SORT) === 0) return;
      for (const child of this.#mailbox.read((db) => subfolders(db, id))) await visit(child.id);
    };
    await visit(this.id);
  }

  /** See {@link IMAPIFolder.EmptyFolder}. @spec imapifolder-emptyfolder */
  async EmptyFolder(_ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags = 0): Promise<void | Warning<void>> {
    const flags = requireFlags(ulFlags, DEL_ASSOCIATED | FOLDER_DIALOG | DELETE_HARD_DELETE);
    this.#requireWritable();
    this.#requireReal();
    const messages = this.#messages(false);
    const associated = (flags & DEL_ASSOCIATED) !== 0 ? this.#messages(true) : [];
    const children = this.#mailbox.read((db) => subfolders(db, this.id)).map(({ id }) => id);
    const done = itemProgress((flags & FOLDER_DIALOG) !== 0 ? lpProgress : null, messages.length + children.length);
    let left = 0;
    let count = 0;
    for (const id of children) {
      if (this.#isKnown(id)) left++;
      else await this.#mailbox.write('folder.delete', { id, messages: true, folders: true });
      done(++count);
    }
    for (const id of [...messages, ...associated]) {
      if (this.#submitted(id)) left++;
      else await this.#mailbox.write('message.delete', { id });
      done(++count);
    }
    if (left > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  /** Ends its use of the store. */
  override finalRelease(): void {
    this.#mailbox.leave(this.pending.discard());
  }

  /** Does something with each message that is there and was not submitted; what fails for one is told at the end. */
  async #each(
    list: readonly EntryId[],
    progress: IMAPIProgress | null,
    step: (id: number) => Promise<unknown>,
    changes: boolean,
  ): Promise<void | Warning<void>> {
    if (!Array.isArray(list)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpMsgList is no list');
    const ids = (list as readonly EntryId[]).map((entryId) => this.#messageId(entryId));
    const done = itemProgress(progress, ids.length);
    let failed = 0;
    for (const [index, id] of ids.entries()) {
      done(index);
      try {
        if (!this.#holds(id) || (changes && this.#submitted(id))) failed++;
        else await step(id);
      } catch (error) {
        if (!(error instanceof ComError) || error.hr !== MAPI_E_NOT_FOUND) throw error;
        failed++;
      }
    }
    done(ids.length);
    if (failed > 0) return warn(MAPI_W_PARTIAL_COMPLETION);
  }

  #messageId(entryId: EntryId): number {
    if (isNone(entryId)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no message is named');
    const { kind, id } = this.#mailbox.ids.parse(entryId);
    if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the entry identifier is that of a folder');
    return id;
  }

  // A message that was moved away meanwhile is as good as gone; what a search folder shows lies elsewhere.
  #holds(id: number): boolean {
    const row = this.#mailbox.read((db) => db.get('SELECT folder FROM message WHERE id = ?', id));
    return row !== undefined && (this.#folder.row.type === FOLDER_SEARCH || row['folder'] === this.id);
  }

  #submitted(id: number): boolean {
    const row = this.#mailbox.read((db) => db.get('SELECT flags FROM message WHERE id = ?', id));
    return (Number(row?.['flags'] ?? 0) & MSGFLAG_SUBMIT) !== 0;
  }

  #messages(associated: boolean): readonly number[] {
    const sql =
      this.#folder.row.type === FOLDER_SEARCH
        ? 'SELECT message AS id FROM search_link WHERE folder = ? AND ? = 0 ORDER BY message'
        : 'SELECT id FROM message WHERE folder = ? AND associated = ? ORDER BY id';
    return this.#mailbox.read((db) => db.all(sql, this.id, Number(associated))).map((row) => row['id'] as number);
  }

  /** Copies a message into another store, property by property. */
  async #carry(id: number, target: StoreFolder): Promise<void> {
    const row = this.#mailbox.read((db) => message(db, id));
    if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message');
    const home = { folder: this.id, associated: row.associated };
    using from = new StoreMessage(new MessageBag(this.#mailbox, row, home), false).publish();
    using to = target.CreateMessage<IMessage>(null, row.associated ? MAPI_ASSOCIATED : 0);
    await ok(from.CopyTo(null, null, 0, null, IMessage, to));
    await ok(to.SaveChanges());
  }

  async #copyContents(target: IUnknown, { move }: CopyManner, associated: boolean): Promise<void> {
    const to = this.#target(null, target);
    const list = this.#messages(associated).map((id) => this.#mailbox.ids.message(id));
    using pointer = to.publish();
    await this.CopyMessages<IMAPIFolder>(list, null, pointer, 0, null, move ? MESSAGE_MOVE : 0);
  }

  async #copyHierarchy(target: IUnknown, { move }: CopyManner): Promise<void> {
    const to = this.#target(null, target);
    using pointer = to.publish();
    for (const child of this.#mailbox.read((db) => subfolders(db, this.id))) {
      const entryId = this.#mailbox.ids.folder(child.id);
      const flags = move ? FOLDER_MOVE : COPY_SUBFOLDERS;
      await this.CopyFolder<IMAPIFolder>(entryId, null, pointer, null, 0, null, flags);
    }
  }

  #target(iid: AnyIid | null, pointer: IUnknown): StoreFolder {
    requireInterface(iid, IMAPIFolder);
    if (!isPointer(pointer)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpDestFolder is no folder');
    const target = implementationOf(pointer);
    if (target instanceof StoreFolder) return target;
    if (target === null) throw new ComError(MAPI_E_INVALID_OBJECT, 'the target was released');
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the target is no folder of a comail store');
  }

  #childOf(entryId: EntryId): number {
    if (isNone(entryId)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no folder is named');
    const id = folderIdOf(this.#mailbox, entryId);
    if (existingFolder(this.#mailbox, id).parent !== this.id)
      throw new ComError(MAPI_E_NOT_FOUND, 'the folder does not lie in this one');
    return id;
  }

  #isKnown(id: number): boolean {
    return Object.values(this.#mailbox.folders).includes(id);
  }

  #refuseKnown(id: number): void {
    if (this.#isKnown(id)) throw new ComError(MAPI_E_NO_ACCESS, 'every store has this folder: it stays where it is');
  }

  #requireReal(): void {
    if (this.#folder.row.type === FOLDER_SEARCH)
      throw new ComError(MAPI_E_NO_SUPPORT, 'a search folder shows what lies elsewhere: nothing can be put into it');
  }

  #requireWritable(): void {
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the folder is read-only: open it with MAPI_MODIFY');
  }
}

const statusId = 0x0e17;

/** The flag of SaveContentsSort, whose number its page does not tell: MAPIDEFS.H. */
const RECURSIVE_SORT = 0x2;
