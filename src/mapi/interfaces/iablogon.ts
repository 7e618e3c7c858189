import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MutableAdrList } from '../types/adrlist.js';
import type { EntryId } from '../types/entryid.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { PropTag } from '../types/proptag.js';
import type { IMailUser } from './imailuser.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import type { IMAPIProp } from './imapiprop.js';
import type { IMAPIStatus } from './imapistatus.js';
import type { IMAPITable } from './imapitable.js';
import type { OpenedEntry } from './openedentry.js';
import type { OpenedStatus } from './openedstatus.js';

/**
 * A session with an address book provider. MAPI calls it on behalf of clients of `IAddrBook`, with entry IDs that
 * carry the provider's MAPIUID.
 * @spec iablogoniunknown
 */
export interface IABLogon extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec iablogon-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Ends the session: everything open is released, the support object last.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK`
   * @spec iablogon-logoff
   */
  Logoff(ulFlags?: number): Hr;
  /**
   * Opens a container, a user or a distribution list.
   *
   * @param lpEntryID the object; null for the root container
   * @param lpInterface the interface; null for the usual one: `IABContainer`, `IMailUser` or `IDistList`
   * @param ulFlags `MAPI_BEST_ACCESS` for as much access as can be had, else reading only unless `MAPI_MODIFY`;
   *   `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the object and its type; `MAPI_E_NO_ACCESS` when the caller may not, or writing can't be
   *   had; `MAPI_E_NOT_FOUND` when there is no such object; `MAPI_E_UNKNOWN_ENTRYID` when the entry ID is not of the
   *   provider's form
   * @spec iablogon-openentry
   */
  OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Tells whether two entry IDs name the same object. One object may have several, short term and long term.
   *
   * @param lpEntryID1 an entry ID of this provider
   * @param lpEntryID2 another
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 when they do, else 0; `MAPI_E_INVALID_ENTRYID` when one is not the provider's
   * @spec iablogon-compareentryids
   */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  /**
   * Registers a sink for events of a container, a user or a distribution list. `IMAPISupport.Subscribe` can do the
   * work.
   *
   * @param lpEntryID the object
   * @param ulEventMask the events: `fnevCriticalError`, `fnevObjectCreated`, `fnevObjectDeleted`, `fnevObjectModified`,
   *   `fnevObjectCopied`, `fnevObjectMoved`
   * @param lpAdviseSink who is told
   * @returns `S_OK` with the number of the registration, not 0; `MAPI_E_INVALID_ENTRYID` when the entry ID has a
   *   wrong form; `MAPI_E_UNKNOWN_ENTRYID` when it is not the provider's; `MAPI_E_NO_SUPPORT` when the provider tells
   *   nobody
   * @spec iablogon-advise
   */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a registration. A call that is under way may still reach the sink.
   *
   * @param ulConnection the number that Advise handed out
   * @returns `S_OK`
   * @spec iablogon-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Opens the provider's status object, which every address book provider has; ValidateState is the least it can do.
   *
   * @param lpInterface the interface; null for `IMAPIStatus`
   * @param ulFlags `MAPI_MODIFY` to write
   * @returns `S_OK` with the object and its type
   * @spec iablogon-openstatusentry
   */
  OpenStatusEntry<I extends IUnknown = IMAPIStatus>(lpInterface: Iid<I> | null, ulFlags?: number): Out<OpenedStatus<I>>;
  /**
   * Binds the code of this provider to an entry whose data another one, its host, keeps: a copy of one of this
   * provider's entries.
   *
   * @param lpTemplateID which entry it is a copy of: its `PR_TEMPLATEID`
   * @param ulTemplateFlags `FILL_ENTRY` when the host makes a new entry, which the provider may set up
   * @param lpMAPIPropData the host's data
   * @param lpInterface the interface of the result; null for `IMailUser`
   * @param lpMAPIPropSibling reserved, null
   * @returns `S_OK` with the object that the host shall use; it may be the host's own data again; `MAPI_E_NO_SUPPORT`
   *   when the provider has no templates; `MAPI_E_UNKNOWN_ENTRYID` when the template is not the provider's
   * @spec iablogon-opentemplateid
   */
  OpenTemplateID<I extends IUnknown = IMailUser>(
    lpTemplateID: EntryId,
    ulTemplateFlags: number,
    lpMAPIPropData: IMAPIProp,
    lpInterface: Iid<I> | null,
    lpMAPIPropSibling: IMAPIProp | null,
  ): Out<I>;
  /**
   * Opens the table of templates from which recipients of a message can be made. MAPI keeps it open and listens to it.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns
   * @returns `S_OK` with the table; `MAPI_E_BAD_CHARWIDTH` when the width can't be had; `MAPI_E_NO_SUPPORT` when
   *   there are no templates
   * @spec iablogon-getoneofftable
   */
  GetOneOffTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Makes recipients ready for use: each gets a long-term entry ID, and the properties asked for, first and in that
   * order.
   *
   * @param ulFlags `MAPI_CACHE_ONLY` to ask the cache alone
   * @param lpPropTagArray the properties; null when only the entry IDs matter
   * @param lpRecipList the recipients, changed in place; those of other providers stay as they are
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when some of them do not exist
   * @spec iablogon-preparerecips
   */
  PrepareRecips(ulFlags: number, lpPropTagArray: readonly PropTag[] | null, lpRecipList: MutableAdrList): Hr;
}

/** The IID of {@link IABLogon:interface}. */
export const IABLogon: Iid<IABLogon> = iid<IABLogon, IUnknown>(
  'IABLogon',
  '00020314-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    Logoff: '(ULONG ulFlags)',
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    CompareEntryIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
    Advise:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    OpenStatusEntry:
      '([unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPMAPISTATUS *lppEntry)',
    // The page calls the sibling an out parameter, yet it is a plain pointer that must be NULL.
    OpenTemplateID:
      '(ULONG cbTemplateID, [size_is(cbTemplateID)] LPENTRYID lpTemplateID, ULONG ulTemplateFlags, LPMAPIPROP lpMAPIPropData, [unique] LPCIID lpInterface, [out, iid_is(lpInterface)] LPMAPIPROP *lppMAPIPropNew, [unique] LPMAPIPROP lpMAPIPropSibling)',
    GetOneOffTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    // The list is changed in place, which its declaration in C++ can't say.
    PrepareRecips: '(ULONG ulFlags, [unique] LPSPropTagArray lpPropTagArray, [in, out, ref] LPADRLIST lpRecipList)',
  },
  'later',
);
