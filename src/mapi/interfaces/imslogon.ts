import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import type { IMAPIStatus } from './imapistatus.js';
import type { OpenedEntry } from './openedentry.js';
import type { OpenedStatus } from './openedstatus.js';

/**
 * One open store, as MAPI itself sees it: what a session needs that serves entry IDs of many stores.
 * @spec imslogoniunknown
 */
export interface IMSLogon extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imslogon-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Closes the store by force: while a session ends, or when the support object of the store has been released.
   *
   * @param lpulFlags reserved, 0
   * @returns `S_OK`
   * @spec imslogon-logoff
   */
  Logoff(lpulFlags?: number): Hr;
  /**
   * Opens a folder or a message. MAPI has already seen that the entry ID belongs to this store.
   *
   * @param lpEntryID the object; null for the root folder
   * @param lpInterface the interface; null for the usual one of the object
   * @param ulFlags `MAPI_BEST_ACCESS` for as much access as can be had, else reading only unless `MAPI_MODIFY`;
   *   `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the object and its type; the failures of `IMsgStore.OpenEntry`
   * @spec imslogon-openentry
   */
  OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Tells whether two entry IDs name the same object of the store. One object may have several; only this method knows.
   *
   * @param lpEntryID1 an entry ID of this store
   * @param lpEntryID2 another
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 when they do, else 0
   * @spec imslogon-compareentryids
   */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  /**
   * Registers a sink for events of an object or of the whole store.
   *
   * @param lpEntryID the object; null for the store
   * @param ulEventMask the events: `fnevCriticalError`, `fnevNewMail`, `fnevObjectCreated`, `fnevObjectDeleted`,
   *   `fnevObjectModified`, `fnevObjectCopied`, `fnevObjectMoved`, `fnevSearchComplete` ...
   * @param lpAdviseSink who is told; the store holds a reference
   * @returns `S_OK` with the number of the registration, not 0; `MAPI_E_NO_SUPPORT` when the store tells nobody
   * @spec imslogon-advise
   */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a registration: the sink's reference is given back. A call that is under way may still reach it.
   *
   * @param ulConnection the number that Advise handed out
   * @returns `S_OK`
   * @spec imslogon-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Opens the store's status object.
   *
   * @param lpInterface the interface; null for `IMAPIStatus`
   * @param ulFlags `MAPI_MODIFY` to write
   * @returns `S_OK` with the object and its type
   * @spec imslogon-openstatusentry
   */
  OpenStatusEntry<I extends IUnknown = IMAPIStatus>(lpInterface: Iid<I> | null, ulFlags?: number): Out<OpenedStatus<I>>;
}

/** The IID of {@link IMSLogon:interface}. */
export const IMSLogon: Iid<IMSLogon> = iid<IMSLogon, IUnknown>(
  'IMSLogon',
  '00020313-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    Logoff: '(ULONG *lpulFlags)',
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    CompareEntryIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
    Advise:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    OpenStatusEntry:
      '([unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPVOID *lppEntry)',
  },
  'later',
);
