import { type Guid, type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { PropValue } from '../types/propvalue.js';
import type { IAddrBook } from './iaddrbook.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import type { IMAPIFolder } from './imapifolder.js';
import type { IMAPIProp } from './imapiprop.js';
import type { IMAPITable } from './imapitable.js';
import type { IMessage } from './imessage.js';
import type { IMsgServiceAdmin } from './imsgserviceadmin.js';
import type { IMsgStore } from './imsgstore.js';
import type { IProfSect } from './iprofsect.js';
import type { OpenedEntry } from './openedentry.js';

/**
 * A session with a profile: what `MAPILogonEx` hands out, and the way to stores, address book, status, forms and
 * configuration.
 * @spec imapisessioniunknown
 */
export interface IMAPISession extends IUnknown {
  /**
   * Explains the failure of an earlier call on this session.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapisession-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens the table of message stores in the profile.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns
   * @returns `S_OK` with the table; `MAPI_E_BAD_CHARWIDTH` when the session has no Unicode
   * @spec imapisession-getmsgstorestable
   */
  GetMsgStoresTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Opens a message store.
   *
   * @param ulUIParam the window that owns dialogs
   * @param lpEntryID the store
   * @param lpInterface the interface wanted; null for `IMsgStore`
   * @param ulFlags `MDB_WRITE` to write; `MAPI_BEST_ACCESS` for as much as the caller may; `MDB_NO_DIALOG` for no
   *   dialogs; `MDB_NO_MAIL` when the spooler shall not know of it; `MDB_TEMPORARY` when it shall not appear in the
   *   table of stores; `MDB_ONLINE` to go past a local cache; `MAPI_DEFERRED_ERRORS` to allow that errors come with a
   *   later call
   * @returns `S_OK` with the store; `MAPI_W_ERRORS_RETURNED` with it when GetLastError has something to tell;
   *   `MAPI_E_NO_ACCESS` when the caller may not; `MAPI_E_NOT_FOUND` when there is no such store; `MAPI_E_LOGON_FAILED`
   *   when the user would have to be asked and `MDB_NO_DIALOG` is set; `MAPI_E_UNKNOWN_CPID` and `MAPI_E_UNKNOWN_LCID`
   *   when the server does not know the code page or the locale
   * @spec imapisession-openmsgstore
   */
  OpenMsgStore<I extends IUnknown = IMsgStore>(
    ulUIParam: number,
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<I>;
  /**
   * Opens the address book: the containers of all address book providers in the profile.
   *
   * @param ulUIParam the window that owns dialogs
   * @param lpInterface the interface wanted; null for `IAddrBook`
   * @param ulFlags `AB_NO_DIALOG` for no dialogs
   * @returns `S_OK` with the address book; `MAPI_W_ERRORS_RETURNED` with it when some containers could not be opened
   * @spec imapisession-openaddressbook
   */
  OpenAddressBook<I extends IUnknown = IAddrBook>(
    ulUIParam: number,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<I>;
  /**
   * Opens a section of the profile. Many may read one at a time, or one may write.
   *
   * @param lpUID the section
   * @param lpInterface the interface wanted; null for `IProfSect`
   * @param ulFlags `MAPI_MODIFY` to write, without it sections open read-only; `MAPI_FORCE_ACCESS` for a section that
   *   belongs to a provider; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the section; `MAPI_E_NO_ACCESS` when the caller may not; `MAPI_E_NOT_FOUND` when there is no
   *   such section
   * @spec imapisession-openprofilesection
   */
  OpenProfileSection<I extends IUnknown = IProfSect>(lpUID: Guid, lpInterface: Iid<I> | null, ulFlags?: number): Out<I>;
  /**
   * Opens the table of resources: the subsystem, the spooler, the address book and each provider.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns
   * @returns `S_OK` with the table
   * @spec imapisession-getstatustable
   */
  GetStatusTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Opens an object of any store or address book provider.
   *
   * @param lpEntryID the object
   * @param lpInterface the interface wanted; null for the usual one of the object
   * @param ulFlags `MAPI_MODIFY` to write, without it objects open read-only; `MAPI_BEST_ACCESS` for as much as the
   *   caller may; `MAPI_DEFERRED_ERRORS`; `SHOW_SOFT_DELETES`; `MAPI_NO_CACHE`, `MAPI_CACHE_ONLY` and `MAPI_CACHE_OK`
   *   for or against an offline address book
   * @returns `S_OK` with the object and its type; `MAPI_E_NO_ACCESS` when the caller may not, or wants to write what is
   *   read-only; `MAPI_E_NOT_FOUND` when there is no such object; `MAPI_E_UNKNOWN_ENTRYID` when no provider that is
   *   open knows this kind of entry ID
   * @spec imapisession-openentry
   */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Asks the provider they belong to whether two entry IDs mean the same object.
   *
   * @param lpEntryID1 the one
   * @param lpEntryID2 the other
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 for the same and 0 for different ones; `MAPI_E_UNKNOWN_ENTRYID` when one does not mean an
   *   object, perhaps because its provider is not open
   * @spec imapisession-compareentryids
   */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  /**
   * Asks to be told of events on an object, through the provider it belongs to, or on the session. Afterwards release
   * your own reference to the sink.
   *
   * @param lpEntryID the object; null for the session, which tells of `fnevCriticalError` and `fnevExtended` alone
   * @param ulEventMask which events, as {@link IMsgStore.Advise}
   * @param lpAdviseSink who is told
   * @returns `S_OK` with the number of the connection, never 0; `MAPI_E_INVALID_ENTRYID` for bytes that are no entry
   *   ID; `MAPI_E_NO_SUPPORT` when the provider does not tell of these events; `MAPI_E_UNKNOWN_ENTRYID` when no
   *   provider of the profile knows the entry ID
   * @spec imapisession-advise
   */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a connection and releases its sink, after an OnNotify that is running.
   *
   * @param ulConnection what Advise answered
   * @returns `S_OK`
   * @spec imapisession-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Shows the options that transports have for messages to an address type, and stores what the user chose in the
   * message. No page describes it: the prototype is that of the headers.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_UNICODE` for a Unicode address type
   * @param lpszAdrType the address type
   * @param lpMessage the message
   * @returns `S_OK`
   */
  MessageOptions(ulUIParam: number, ulFlags: number, lpszAdrType: string, lpMessage: IMessage): Hr;
  /**
   * Tells the options for messages to an address type that hold when nothing was chosen. No page describes it: the
   * prototype is that of the headers.
   *
   * @param lpszAdrType the address type
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the properties
   */
  QueryDefaultMessageOpt(lpszAdrType: string, ulFlags?: number): Out<readonly PropValue[]>;
  /**
   * Lists the address types that the transports of the session, as far as they are running, can send to.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the types, `SMTP` for instance
   * @spec imapisession-enumadrtypes
   */
  EnumAdrTypes(ulFlags?: number): Out<readonly string[]>;
  /**
   * Tells who the user is: the identity of the provider marked `STATUS_PRIMARY_IDENTITY`, or else the first that a
   * provider has; a one-off entry ID when that one has no entry ID.
   *
   * @returns `S_OK` with the entry ID, to be opened as an `IMailUser`; `MAPI_W_NO_SERVICE` with a fixed one when nobody
   *   is known
   * @spec imapisession-queryidentity
   */
  QueryIdentity(): Out<EntryId>;
  /**
   * Ends the session. Afterwards only Release may be called.
   *
   * @param ulUIParam the window that owns dialogs under `MAPI_LOGOFF_UI`
   * @param ulFlags `MAPI_LOGOFF_SHARED` to tell everybody who shares the session to log off, too; `MAPI_LOGOFF_UI` to
   *   allow dialogs
   * @param ulReserved reserved, 0
   * @returns `S_OK`
   * @spec imapisession-logoff
   */
  Logoff(ulUIParam: number, ulFlags: number, ulReserved: number): Hr;
  /**
   * Says which message store is the default one, or comes first or second in line to become it. The default store needs
   * `STORE_SUBMIT_OK`, `STORE_CREATE_OK` and `STORE_MODIFY_OK`.
   *
   * @param ulFlags one of `MAPI_DEFAULT_STORE`, `MAPI_PRIMARY_STORE`, `MAPI_SECONDARY_STORE`,
   *   `MAPI_SIMPLE_STORE_PERMANENT` (for Simple MAPI, kept in the profile) and `MAPI_SIMPLE_STORE_TEMPORARY` (for this
   *   session)
   * @param lpEntryID the store; null for none
   * @returns `S_OK`
   * @spec imapisession-setdefaultstore
   */
  SetDefaultStore(ulFlags: number, lpEntryID: EntryId | null): Hr;
  /**
   * Opens the administration of the profile's message services.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the administration
   * @spec imapisession-adminservices
   */
  AdminServices(ulFlags?: number): Out<IMsgServiceAdmin>;
  /**
   * Shows a message in its form. The token must hold the only reference to the message.
   *
   * @param ulUIParam the window that owns the form
   * @param lpMsgStore the store of the message
   * @param lpParentFolder its folder
   * @param lpInterface `IMessage`, or null for the same
   * @param ulMessageToken what PrepareForm answered
   * @param lpMessageSent reserved, null
   * @param ulFlags `MAPI_NEW_MESSAGE` when it was never saved; `MAPI_POST_MESSAGE` to save it in its folder rather than
   *   send it
   * @param ulMessageStatus its `PR_MSG_STATUS`
   * @param ulMessageFlags its `PR_MESSAGE_FLAGS`
   * @param ulAccess its `PR_ACCESS`
   * @param lpszMessageClass its `PR_MESSAGE_CLASS`, in 8-bit characters
   * @returns `S_OK`; `MAPI_E_USER_CANCEL` when the user gave up
   * @spec imapisession-showform
   */
  ShowForm(
    ulUIParam: number,
    lpMsgStore: IMsgStore,
    lpParentFolder: IMAPIFolder,
    lpInterface: Iid<IMessage> | null,
    ulMessageToken: number,
    lpMessageSent: null,
    ulFlags: number,
    ulMessageStatus: number,
    ulMessageFlags: number,
    ulAccess: number,
    lpszMessageClass: string,
  ): Hr;
  /**
   * Makes a token of a message, for ShowForm. The token holds a reference; release your own before ShowForm.
   *
   * @param lpInterface `IMessage`, or null for the same
   * @param lpMessage the message
   * @returns `S_OK` with the token
   * @spec imapisession-prepareform
   */
  PrepareForm(lpInterface: Iid<IMessage> | null, lpMessage: IMessage): Out<number>;
}

/** The IID of {@link IMAPISession:interface}. */
export const IMAPISession: Iid<IMAPISession> = iid<IMAPISession, IUnknown>(
  'IMAPISession',
  '00020300-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetMsgStoresTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    OpenMsgStore:
      '(ULONG_PTR ulUIParam, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPMDB *lppMDB)',
    OpenAddressBook:
      '(ULONG_PTR ulUIParam, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPADRBOOK *lppAdrBook)',
    OpenProfileSection:
      '(LPMAPIUID lpUID, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPPROFSECT *lppProfSect)',
    GetStatusTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    CompareEntryIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
    Advise:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    MessageOptions: '(ULONG_PTR ulUIParam, ULONG ulFlags, LPTSTR lpszAdrType, LPMESSAGE lpMessage)',
    QueryDefaultMessageOpt:
      '(LPTSTR lpszAdrType, ULONG ulFlags, [out] ULONG *lpcValues, [out, size_is(lpcValues)] LPSPropValue *lppOptions)',
    EnumAdrTypes: '(ULONG ulFlags, [out] ULONG *lpcAdrTypes, [out, size_is(lpcAdrTypes)] LPTSTR **lpppszAdrTypes)',
    QueryIdentity: '([out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID)',
    Logoff: '(ULONG_PTR ulUIParam, ULONG ulFlags, ULONG ulReserved)',
    SetDefaultStore: '(ULONG ulFlags, ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID)',
    AdminServices: '(ULONG ulFlags, [out] LPSERVICEADMIN *lppServiceAdmin)',
    ShowForm:
      '(ULONG_PTR ulUIParam, LPMDB lpMsgStore, LPMAPIFOLDER lpParentFolder, [unique] LPCIID lpInterface, ULONG_PTR ulMessageToken, [unique] LPMESSAGE lpMessageSent, ULONG ulFlags, ULONG ulMessageStatus, ULONG ulMessageFlags, ULONG ulAccess, LPSTR lpszMessageClass)',
    PrepareForm: '([unique] LPCIID lpInterface, LPMESSAGE lpMessage, [out] ULONG_PTR *lpulMessageToken)',
  },
  'later',
);
