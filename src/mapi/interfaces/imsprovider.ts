import { type Hr, type Iid, IUnknown, iid, type Out, type RetWithFailure } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { LogonFailure } from '../types/logonfailure.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPISupport } from './imapisupport.js';
import type { IMsgStore } from './imsgstore.js';
import type { IMSLogon } from './imslogon.js';

/** What logging on to a store hands out, to the spooler. */
export interface SpoolerStoreLogon<I extends IUnknown> {
  /** What went wrong on the way, under `MAPI_W_ERRORS_RETURNED`; null when there is nothing to tell. */
  readonly lppMAPIError: MAPIERROR | null;
  /** The logon object, for MAPI; null when the store was already open in this session. */
  readonly lppMSLogon: IMSLogon | null;
  /** The store, for clients and the spooler, through the interface asked for. */
  readonly lppMDB: I;
}

/** What {@link IMSProvider.Logon} hands out. */
export interface StoreLogon<I extends IUnknown> extends SpoolerStoreLogon<I> {
  /**
   * What {@link IMSProvider.SpoolerLogon} needs to log on without a dialog: bytes that mean the same in another
   * process. Empty when the profile says enough, or the store was already open.
   */
  readonly lppbSpoolSecurity: Uint8Array;
}

/**
 * A message store provider, as its `MSProviderInit` returns it: it opens stores.
 * @spec imsprovideriunknown
 */
export interface IMSProvider extends IUnknown {
  /**
   * Ends the provider. MAPI calls it last, when all logon objects are released, just before the provider itself is.
   *
   * @param lpulFlags reserved, 0
   * @returns `S_OK`
   * @spec imsprovider-shutdown
   */
  Shutdown(lpulFlags?: number): Hr;
  /**
   * Opens a store. Logon object and store belong together one to one, are made together and end together. The
   * provider holds a reference on the support object, and adds its status row (`IMAPISupport.ModifyStatusRow`) before
   * it answers.
   *
   * A store that is already open in the session is only handed out again, through the interface asked for: no logon
   * object, no status row, no reference on the support object.
   *
   * @param lpMAPISup MAPI's side, for this store alone
   * @param ulUIParam the window that owns dialogs
   * @param lpszProfileName the profile, to show or to log; null when it has no name
   * @param lpEntryID the store, as the provider itself named it, unwrapped, perhaps on another machine; null when none
   *   is chosen yet
   * @param ulFlags `MDB_NO_DIALOG` for no dialogs; `MDB_WRITE` to write; `MDB_NO_MAIL` when it is not for sending and
   *   receiving, so the spooler is not told; `MDB_TEMPORARY` when it stays out of profile and table of stores;
   *   `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call; `MAPI_UNICODE` for Unicode texts
   * @param lpInterface the interface of the store; null for `IMsgStore`
   * @returns `S_OK`; `MAPI_W_ERRORS_RETURNED`, a success with an explanation; `MAPI_E_UNCONFIGURED` when the profile
   *   says too little: MAPI has the service configured and tries again; `MAPI_E_LOGON_FAILED`, also when a dialog is
   *   needed and not allowed; `MAPI_E_FAILONEPROVIDER` when this provider can't log on, yet the others of its service
   *   may be used (with any other failure the whole service is off for the session); `MAPI_E_USER_CANCEL`;
   *   `MAPI_E_UNKNOWN_CPID` and `MAPI_E_UNKNOWN_LCID` when the server does not have the client's code page or locale;
   *   `MAPI_E_INTERFACE_NOT_SUPPORTED` when the store does not have the interface. A failure, too, may come with an
   *   explanation
   * @spec imsprovider-logon
   */
  Logon<I extends IUnknown = IMsgStore>(
    lpMAPISup: IMAPISupport,
    ulUIParam: number,
    lpszProfileName: string | null,
    lpEntryID: EntryId | null,
    ulFlags: number,
    lpInterface: Iid<I> | null,
  ): Promise<RetWithFailure<StoreLogon<I>, LogonFailure>>;
  /**
   * Opens a store for the spooler, perhaps in another process than the client's. Some methods of that store behave
   * differently, so the provider remembers whose it is.
   *
   * @param lpMAPISup MAPI's side, for this store alone
   * @param ulUIParam the window that owns dialogs
   * @param lpszProfileName the profile, to show or to log; null when it has no name
   * @param lpEntryID the store, unwrapped; null when none is chosen yet
   * @param ulFlags `MDB_NO_DIALOG`, `MDB_WRITE`, `MAPI_DEFERRED_ERRORS`, `MAPI_UNICODE` as in Logon
   * @param lpInterface the interface of the store; null for `IMsgStore`
   * @param lpbSpoolSecurity what Logon handed out for this; null or empty for nothing
   * @returns `S_OK`; `MAPI_W_ERRORS_RETURNED`, a success with an explanation; `MAPI_E_UNCONFIGURED` when the profile
   *   says too little: MAPI has the service configured and tries again; `MAPI_E_LOGON_FAILED` when it fails under
   *   `MDB_NO_DIALOG`. A failure, too, may come with an explanation
   * @spec imsprovider-spoolerlogon
   */
  SpoolerLogon<I extends IUnknown = IMsgStore>(
    lpMAPISup: IMAPISupport,
    ulUIParam: number,
    lpszProfileName: string | null,
    lpEntryID: EntryId | null,
    ulFlags: number,
    lpInterface: Iid<I> | null,
    lpbSpoolSecurity: Uint8Array | null,
  ): Promise<RetWithFailure<SpoolerStoreLogon<I>, LogonFailure>>;
  /**
   * Tells whether two entry IDs name the same store. It may be asked while none is open: MAPI looks for the profile
   * section of a store that way.
   *
   * @param lpEntryID1 a store of this provider, unwrapped
   * @param lpEntryID2 another
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 when they do, else 0
   * @spec imsprovider-comparestoreids
   */
  CompareStoreIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
}

/** The IID of {@link IMSProvider:interface}. */
export const IMSProvider: Iid<IMSProvider> = iid<IMSProvider, IUnknown>(
  'IMSProvider',
  '00020310-0000-0000-C000-000000000046',
  IUnknown,
  {
    Shutdown: '(ULONG *lpulFlags)',
    Logon:
      '(LPMAPISUP lpMAPISup, ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulFlags, [unique] LPCIID lpInterface, [out] ULONG *lpcbSpoolSecurity, [out, unique, size_is(lpcbSpoolSecurity)] LPBYTE *lppbSpoolSecurity, [out, unique] LPMAPIERROR *lppMAPIError, [out, unique] LPMSLOGON *lppMSLogon, [out, iid_is(lpInterface)] LPMDB *lppMDB)',
    SpoolerLogon:
      '(LPMAPISUP lpMAPISup, ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulFlags, [unique] LPCIID lpInterface, ULONG cbSpoolSecurity, [unique, size_is(cbSpoolSecurity)] LPBYTE lpbSpoolSecurity, [out, unique] LPMAPIERROR *lppMAPIError, [out, unique] LPMSLOGON *lppMSLogon, [out, iid_is(lpInterface)] LPMDB *lppMDB)',
    CompareStoreIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
  },
  'later',
);
