import { type AnyIid, ComError, com, type Iid, type Impl, type IUnknown } from '../../../com/index.js';
import {
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  fnevNewMail,
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevSearchComplete,
  type IMAPIAdviseSink,
  type IMAPITable,
  type IMessage,
  IMsgStore,
  LOGOFF_ABORT,
  LOGOFF_INBOUND,
  LOGOFF_NO_WAIT,
  LOGOFF_ORDERLY,
  LOGOFF_OUTBOUND,
  LOGOFF_OUTBOUND_QUEUE,
  LOGOFF_PURGE,
  LOGOFF_QUIET,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_STORE,
  MAPI_UNICODE,
  type NOTIFICATION,
  type OpenedEntry,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_MESSAGE_CLASS_W,
  PR_RECORD_KEY,
  type PropTag,
  prop,
  type ReceiveFolder,
} from '../../../mapi/index.js';
import { type Ending, PropObject, requireFlags, type SubObject } from '../../../subsystem/index.js';
import { folder, isLocked, lockedOutgoing, outgoing, receiveFolder, receiveFolders } from '../sql/index.js';
import { openFolder } from './folder.js';
import type { FolderBag } from './folder-bag.js';
import { liveTable } from './live-table.js';
import type { Mailbox } from './mailbox.js';
import { folderIdOf, isNone, openEntry } from './open-entry.js';
import { abortSubmit, beginSending, finishedMsg, finishSaving, setLockState, wasCutOff } from './outgoing.js';
import { watchQueue } from './queue-source.js';
import { queueTable } from './queue-table.js';
import { storeRulesOf } from './store-rules.js';

/** A message store. @spec imsgstoreimapiprop */
export class StoreObject extends PropObject implements Impl<IMsgStore> {
  readonly #mailbox: Mailbox;

  /**
   * Makes the object; publish it with {@link StoreObject.publish}.
   *
   * @param bag the row with the store's properties
   */
  constructor(bag: FolderBag) {
    const { mailbox } = bag;
    super({ bag, transacted: false, writable: mailbox.writable, names: mailbox.names, rules: storeRulesOf(mailbox) });
    this.#mailbox = mailbox;
    mailbox.enter(this, IMsgStore);
  }

  /** Publishes it. */
  publish(): IMsgStore {
    return com(this as Impl<IMsgStore>, IMsgStore);
  }

  /** What belongs to it besides values: nothing that a copy takes along. */
  override get subObjects(): readonly SubObject[] {
    return [];
  }

  /** See {@link IMsgStore.Advise}. @spec imsgstore-advise */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): number {
    const whole = isNone(lpEntryID) || sameBytes(lpEntryID as EntryId, this.#mailbox.storeEntryId);
    if (!whole) this.#mailbox.ids.parse(lpEntryID as EntryId);
    if (Number.isInteger(ulEventMask) && ulEventMask !== 0 && (ulEventMask & told) === 0)
      throw new ComError(MAPI_E_NO_SUPPORT, 'stores tell of none of these events');
    return this.#mailbox.advise(whole ? null : lpEntryID, ulEventMask, lpAdviseSink);
  }

  /** See {@link IMsgStore.Unadvise}. @spec imsgstore-unadvise */
  Unadvise(ulConnection: number): void {
    this.#mailbox.unadvise(ulConnection);
  }

  /** See {@link IMsgStore.CompareEntryIDs}. @spec imsgstore-compareentryids */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): number {
    requireFlags(ulFlags, 0);
    const a = this.#known(lpEntryID1);
    const b = this.#known(lpEntryID2);
    return a.kind === b.kind && a.id === b.id ? 1 : 0;
  }

  /** See {@link IMsgStore.OpenEntry}. @spec imsgstore-openentry */
  OpenEntry<I extends IUnknown>(lpEntryID: EntryId | null, lpInterface: Iid<I> | null, ulFlags = 0): OpenedEntry<I> {
    return openEntry(this.#mailbox, lpEntryID, lpInterface as AnyIid | null, ulFlags, openFolder) as OpenedEntry<I>;
  }

  /** See {@link IMsgStore.SetReceiveFolder}. @spec imsgstore-setreceivefolder */
  async SetReceiveFolder(lpszMessageClass: string | null, ulFlags: number, lpEntryID: EntryId | null): Promise<void> {
    requireFlags(ulFlags, MAPI_UNICODE);
    const messageClass = checkedClass(lpszMessageClass);
    const isDefault = messageClass === '';
    const target = isNone(lpEntryID) ? null : folderIdOf(this.#mailbox, lpEntryID as EntryId);
    await this.#mailbox.write('receive.set', {
      messageClass,
      folder: target ?? (isDefault ? this.#mailbox.folders.inbox : null),
    });
  }

  /** See {@link IMsgStore.GetReceiveFolder}. @spec imsgstore-getreceivefolder */
  GetReceiveFolder(lpszMessageClass: string | null, ulFlags = 0): ReceiveFolder {
    requireFlags(ulFlags, MAPI_UNICODE);
    const messageClass = checkedClass(lpszMessageClass);
    const found = this.#mailbox.read((db) => receiveFolder(db, messageClass));
    return Object.freeze({
      lppEntryID: this.#mailbox.ids.folder(found?.folder ?? this.#mailbox.folders.inbox),
      lppszExplicitClass: found?.messageClass ?? '',
    });
  }

  /** See {@link IMsgStore.GetReceiveFolderTable}. @spec imsgstore-getreceivefoldertable */
  GetReceiveFolderTable(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    const { ids } = this.#mailbox;
    return liveTable(this.#mailbox, {
      index: PR_MESSAGE_CLASS_W,
      columns: receiveColumns,
      read: () =>
        this.#mailbox
          .read(receiveFolders)
          .map((row) => [
            prop(PR_MESSAGE_CLASS_W, row.messageClass),
            prop(PR_ENTRYID, ids.folder(row.folder)),
            prop(PR_RECORD_KEY, ids.recordKey(MAPI_FOLDER, row.folder)),
            prop(PR_DISPLAY_NAME_W, this.#mailbox.read((db) => folder(db, row.folder))?.name ?? ''),
            prop(PR_LAST_MODIFICATION_TIME, row.modified),
          ]),
      concerns: () => true,
    });
  }

  /** See {@link IMsgStore.StoreLogoff}. @spec imsgstore-storelogoff */
  StoreLogoff(lpulFlags: number): number {
    const wishes = LOGOFF_NO_WAIT | LOGOFF_ORDERLY | LOGOFF_PURGE | LOGOFF_ABORT | LOGOFF_QUIET;
    // The variable is in and out: what an earlier call left in it is no request.
    const flags = requireFlags(lpulFlags, wishes | LOGOFF_INBOUND | LOGOFF_OUTBOUND | LOGOFF_OUTBOUND_QUEUE);
    const wish = flags & wishes;
    if ((wish & (wish - 1)) !== 0)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'only one of the LOGOFF flags may be set');
    if (wish !== 0) this.#mailbox.caller.logoff = wish;
    const sending = this.#mailbox.read(lockedOutgoing).some(isLocked);
    const waiting = this.#mailbox.read((db) => outgoing(db, 0, 1)).length > 0;
    return (sending ? LOGOFF_OUTBOUND : 0) | (waiting ? LOGOFF_OUTBOUND_QUEUE : 0);
  }

  /** See {@link IMsgStore.AbortSubmit}. @spec imsgstore-abortsubmit */
  async AbortSubmit(lpEntryID: EntryId, ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, 0);
    this.#requireWritable();
    await abortSubmit(this.#mailbox, lpEntryID);
  }

  /** See {@link IMsgStore.GetOutgoingQueue}. @spec imsgstore-getoutgoingqueue */
  GetOutgoingQueue(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, 0);
    return queueTable(this.#mailbox);
  }

  /** See {@link IMsgStore.SetLockState}. @spec imsgstore-setlockstate */
  async SetLockState(lpMessage: IMessage, ulLockState: number): Promise<void> {
    this.#requireWritable();
    await setLockState(this.#mailbox, lpMessage, ulLockState);
  }

  /** See {@link IMsgStore.FinishedMsg}. @spec imsgstore-finishedmsg */
  async FinishedMsg(ulFlags: number, lpEntryID: EntryId): Promise<void> {
    requireFlags(ulFlags, 0);
    this.#requireWritable();
    await finishedMsg(this.#mailbox, lpEntryID);
  }

  /** SetLockState saves a message and locks it, or does neither. */
  readonly savesWithLock = true;

  /** See {@link beginSending}. */
  beginSending(message: IMessage): Promise<void> {
    return beginSending(this.#mailbox, message);
  }

  /** See {@link wasCutOff}. */
  wasCutOff(message: IMessage): boolean {
    return wasCutOff(this.#mailbox, message);
  }

  /** See {@link finishSaving}. */
  finishSaving(message: IMessage): Promise<Ending | null> {
    return finishSaving(this.#mailbox, message);
  }

  /** The outgoing queue for one who is told by {@link watchQueue} that it may have changed. */
  quietQueue(): IMAPITable {
    return queueTable(this.#mailbox, false);
  }

  /** See {@link watchQueue}. */
  watchQueue(changed: () => void): () => void {
    return watchQueue(this.#mailbox, changed);
  }

  /** See {@link IMsgStore.NotifyNewMail}. @spec imsgstore-notifynewmail */
  async NotifyNewMail(lpNotification: NOTIFICATION): Promise<void> {
    if (lpNotification?.ulEventType !== fnevNewMail)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpNotification tells of no new mail');
    const { kind, id } = this.#mailbox.ids.parse(lpNotification.info?.lpEntryID);
    if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_INVALID_ENTRYID, 'the entry identifier is that of a folder');
    this.#requireWritable();
    // By the change log, since the clients that wait for it may be other processes.
    await this.#mailbox.write('message.announce', { id });
  }

  /** Ends its use of the file. */
  override finalRelease(): void {
    this.#mailbox.leave(this, this.pending.discard());
  }

  #known(entryId: EntryId): { readonly kind: number; readonly id: number } {
    if (sameBytes(entryId, this.#mailbox.storeEntryId)) return { kind: MAPI_STORE, id: 0 };
    try {
      return this.#mailbox.ids.parse(entryId);
    } catch (error) {
      // The page knows one code for all that does not name an object of the store.
      if (!(error instanceof ComError) || error.hr !== MAPI_E_INVALID_ENTRYID) throw error;
      throw new ComError(MAPI_E_UNKNOWN_ENTRYID, error.message, { cause: error });
    }
  }

  #requireWritable(): void {
    if (!this.writable) throw new ComError(MAPI_E_NO_ACCESS, 'the store is open for reading alone');
  }
}

/** The events that stores tell of. */
const told =
  fnevCriticalError |
  fnevNewMail |
  fnevObjectCreated |
  fnevObjectDeleted |
  fnevObjectModified |
  fnevObjectMoved |
  fnevObjectCopied |
  fnevSearchComplete |
  fnevExtended;

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => a instanceof Uint8Array && Buffer.compare(a, b) === 0;

const receiveColumns: readonly PropTag[] = Object.freeze([
  PR_MESSAGE_CLASS_W,
  PR_ENTRYID,
  PR_RECORD_KEY,
  PR_DISPLAY_NAME_W,
  PR_LAST_MODIFICATION_TIME,
]);

function checkedClass(messageClass: string | null): string {
  if (messageClass === null || messageClass === '') return '';
  const parts = typeof messageClass === 'string' ? messageClass.split('.') : [];
  const sound = parts.length > 0 && messageClass.length < 256 && parts.every((part) => /^[\x20-\x7e]+$/.test(part));
  if (!sound) throw new ComError(MAPI_E_INVALID_PARAMETER, 'a message class is ASCII, its parts joined by periods');
  return messageClass;
}
