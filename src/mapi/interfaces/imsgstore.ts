import { type Hr, type Iid, type IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { NOTIFICATION } from '../types/notification.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import { IMAPIProp } from './imapiprop.js';
import type { IMAPITable } from './imapitable.js';
import type { IMessage } from './imessage.js';
import type { OpenedEntry } from './openedentry.js';

/** What {@link IMsgStore.GetReceiveFolder} answers. */
export interface ReceiveFolder {
  /** The folder. */
  readonly lppEntryID: EntryId;
  /** The class for which it was set: the one asked for or one it derives from; empty when it is the default folder. */
  readonly lppszExplicitClass: string;
}

/**
 * A message store: folders, messages, the outgoing queue, events.
 * @spec imsgstoreimapiprop
 */
export interface IMsgStore extends IMAPIProp {
  /**
   * Asks to be told of events on a folder, a message or the whole store. Afterwards release your own reference to the
   * sink: the store holds one.
   *
   * @param lpEntryID the folder or message; null for the whole store
   * @param ulEventMask which events: `fnevCriticalError`, `fnevExtended`, `fnevNewMail`, `fnevObjectCreated`,
   *   `fnevObjectCopied`, `fnevObjectDeleted`, `fnevObjectModified`, `fnevObjectMoved`, `fnevSearchComplete`
   * @param lpAdviseSink who is told
   * @returns `S_OK` with the number of the connection, never 0; `MAPI_E_NO_SUPPORT` when the store tells nobody
   * @spec imsgstore-advise
   */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a connection and releases its sink, after an OnNotify that is running.
   *
   * @param ulConnection what Advise answered
   * @returns `S_OK`
   * @spec imsgstore-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Asks whether two entry IDs of the store mean the same object. Comparing their bytes does not tell: an object may
   * have several.
   *
   * @param lpEntryID1 the one
   * @param lpEntryID2 the other
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 for the same and 0 for different ones; `MAPI_E_UNKNOWN_ENTRYID` when one does not mean an
   *   object, perhaps because it is not to be had at the moment
   * @spec imsgstore-compareentryids
   */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  /**
   * Opens a folder or message.
   *
   * @param lpEntryID which; null for the root folder
   * @param lpInterface the interface wanted; null for `IMAPIFolder` or `IMessage`
   * @param ulFlags `MAPI_MODIFY` to write, without it objects open read-only; `MAPI_BEST_ACCESS` for as much as the
   *   caller may; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call; `MAPI_NO_CACHE` to go past a
   *   local cache
   * @returns `S_OK` with the object and its type; `MAPI_E_NO_ACCESS` when the caller may not, or wants to write what is
   *   read-only
   * @spec imsgstore-openentry
   */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Says into which folder messages of a class go when they arrive. After an error the old folder stays.
   *
   * @param lpszMessageClass the class, with all that derive from it and have no folder of their own; null or empty for
   *   the default folder
   * @param ulFlags `MAPI_UNICODE` for a Unicode class
   * @param lpEntryID the folder; null to go back to the default, which succeeds even when nothing was set
   * @returns `S_OK`
   * @spec imsgstore-setreceivefolder
   */
  SetReceiveFolder(lpszMessageClass: string | null, ulFlags: number, lpEntryID: EntryId | null): Hr;
  /**
   * Tells into which folder messages of a class go when they arrive: the one set for the class or, failing that, for
   * the nearest class it derives from (`IPM.Note` for `IPM.Note.Phone`), or the default folder, which always exists.
   *
   * @param lpszMessageClass the class; null or empty for the default folder
   * @param ulFlags `MAPI_UNICODE` for Unicode classes, the one given and the one returned
   * @returns `S_OK` with the folder and the class it was set for
   * @spec imsgstore-getreceivefolder
   */
  GetReceiveFolder(lpszMessageClass: string | null, ulFlags?: number): Out<ReceiveFolder>;
  /**
   * Opens the table of all receive folders, one row for each class that has one.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later
   *   call
   * @returns `S_OK` with the table
   * @spec imsgstore-getreceivefoldertable
   */
  GetReceiveFolderTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Says what becomes of mail that is under way when the store is released: it is kept, and passed on to the support
   * object with the last reference. Without this call, `LOGOFF_ABORT`.
   *
   * @param lpulFlags one of: `LOGOFF_NO_WAIT` sends what is ready, lets what is arriving arrive, then closes;
   *   `LOGOFF_ORDERLY` finishes single messages and begins no new ones; `LOGOFF_PURGE` is `LOGOFF_NO_WAIT` with queues
   *   flushed; `LOGOFF_ABORT` and `LOGOFF_QUIET` change nothing while mail is under way or waits, and close otherwise
   * @returns `S_OK` with what is going on: `LOGOFF_INBOUND`, `LOGOFF_OUTBOUND`, `LOGOFF_OUTBOUND_QUEUE`
   * @spec imsgstore-storelogoff
   */
  StoreLogoff(lpulFlags: number): Out<number>;
  /**
   * Takes a submitted message out of the outgoing queue again. It is the only thing that may be done to such a message.
   *
   * @param lpEntryID the message, by the entry ID it had before it was submitted
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_E_NOT_IN_QUEUE` when it is not there any more, most likely because it was sent;
   *   `MAPI_E_UNABLE_TO_ABORT` when the spooler has locked it
   * @spec imsgstore-abortsubmit
   */
  AbortSubmit(lpEntryID: EntryId, ulFlags?: number): Hr;
  /**
   * Opens the table of submitted messages, oldest first or sortable so, with notifications: what the spooler works
   * from.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the table
   * @spec imsgstore-getoutgoingqueue
   */
  GetOutgoingQueue(ulFlags?: number): Out<IMAPITable>;
  /**
   * Locks a message while it is being sent, or unlocks it, and saves it. For the spooler alone, which locks the oldest
   * of the queue unless that one waits for its transport.
   *
   * @param lpMessage the message
   * @param ulLockState `MSG_LOCKED`, after which AbortSubmit fails, or `MSG_UNLOCKED`
   * @returns `S_OK`
   * @spec imsgstore-setlockstate
   */
  SetLockState(lpMessage: IMessage, ulLockState: number): Hr;
  /**
   * Ends the sending of a locked message: unlocks it, moves it to the folder in `PR_SENTMAIL_ENTRYID` if there is one,
   * deletes it if `PR_DELETE_AFTER_SUBMIT` is set, else leaves it, then calls the support object's DoSentMail. For the
   * spooler alone.
   *
   * @param ulFlags reserved, 0
   * @param lpEntryID the message
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT` when the caller is not the spooler, or the store can't do it
   * @spec imsgstore-finishedmsg
   */
  FinishedMsg(ulFlags: number, lpEntryID: EntryId): Hr;
  /**
   * Hears from the spooler that a message has arrived, and tells every sink that was advised of `fnevNewMail` on the
   * whole store.
   *
   * @param lpNotification the event, read-only; copied when it is needed longer than the call
   * @returns `S_OK`
   * @spec imsgstore-notifynewmail
   */
  NotifyNewMail(lpNotification: NOTIFICATION): Hr;
}

/** The IID of {@link IMsgStore:interface}. */
export const IMsgStore: Iid<IMsgStore> = iid<IMsgStore, IMAPIProp>(
  'IMsgStore',
  '00020306-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    Advise:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    CompareEntryIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    SetReceiveFolder:
      '([unique] LPTSTR lpszMessageClass, ULONG ulFlags, ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID)',
    GetReceiveFolder:
      '([unique] LPTSTR lpszMessageClass, ULONG ulFlags, [out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID, [out, unique] LPTSTR *lppszExplicitClass)',
    GetReceiveFolderTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    StoreLogoff: '([in, out] ULONG *lpulFlags)',
    AbortSubmit: '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulFlags)',
    GetOutgoingQueue: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    SetLockState: '(LPMESSAGE lpMessage, ULONG ulLockState)',
    FinishedMsg: '(ULONG ulFlags, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)',
    NotifyNewMail: '(LPNOTIFICATION lpNotification)',
  },
  'later',
);
