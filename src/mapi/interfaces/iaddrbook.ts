import { type Hr, type Iid, type IUnknown, iid, type Out, type RetWithFailure } from '../../com/index.js';
import type { ADRPARM, DismissModeless, FnButton } from '../types/addressing.js';
import type { AdrEntry, AdrList, MutableAdrList } from '../types/adrlist.js';
import type { EntryId } from '../types/entryid.js';
import type { PropRow } from '../types/proprow.js';
import type { PropTag } from '../types/proptag.js';
import type { PropValue } from '../types/propvalue.js';
import type { IMAPIAdviseSink } from './imapiadvisesink.js';
import { IMAPIProp } from './imapiprop.js';
import type { SRow } from './itabledata.js';
import type { OpenedEntry } from './openedentry.js';

/** What {@link IAddrBook.Address} answers. */
export interface AddressedList {
  /** The window: that of a modeless dialog, or the one given. */
  readonly lpulUIParam: number;
  /** The recipients as the user left them; an entry without properties was taken out. */
  readonly lppAdrList: AdrList;
}

/**
 * The address book: the containers of all address book providers as one, with names, dialogs and the order in which
 * containers are searched.
 * @spec iaddrbookimapiprop
 */
export interface IAddrBook extends IMAPIProp {
  /**
   * Opens an entry, through the provider it belongs to.
   *
   * @param lpEntryID the entry; null for the root of all containers
   * @param lpInterface the interface wanted; null for `IMailUser`, `IDistList` or `IABContainer`
   * @param ulFlags `MAPI_MODIFY` to write, without it entries open read-only; `MAPI_BEST_ACCESS` for as much as the
   *   caller may; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call; `MAPI_CACHE_ONLY`,
   *   `MAPI_NO_CACHE` and `MAPI_GAL_ONLY` for or against an offline address book
   * @returns `S_OK` with the entry and its type; `MAPI_E_NO_ACCESS` when the caller may not; `MAPI_E_NOT_FOUND` when
   *   there is no such entry; `MAPI_E_UNKNOWN_ENTRYID` when no provider that is open knows this kind of entry ID
   * @spec iaddrbook-openentry
   */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Asks the provider they belong to whether two entry IDs mean the same entry.
   *
   * @param lpEntryID1 the one
   * @param lpEntryID2 the other
   * @param ulFlags reserved, 0
   * @returns `S_OK` with 1 for the same and 0 for different ones; `MAPI_E_UNKNOWN_ENTRYID` when one does not mean an
   *   entry, perhaps because its provider is not open
   * @spec iaddrbook-compareentryids
   */
  CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags?: number): Out<number>;
  /**
   * Asks to be told of changes of an entry, through the provider it belongs to. Afterwards release your own reference
   * to the sink.
   *
   * @param lpEntryID the entry; null for the address book itself, which tells of `fnevCriticalError` alone
   * @param ulEventMask which events: `fnevCriticalError`, `fnevObjectCreated`, `fnevObjectDeleted`,
   *   `fnevObjectModified`, `fnevObjectCopied`, `fnevObjectMoved`, `fnevTableModified`
   * @param lpAdviseSink who is told
   * @returns `S_OK` with the number of the connection, never 0; `MAPI_E_INVALID_ENTRYID` when the provider can't tell
   *   of this entry; `MAPI_E_NO_SUPPORT` when it tells of nothing; `MAPI_E_UNKNOWN_ENTRYID` when no provider of the
   *   profile knows the entry ID
   * @spec iaddrbook-advise
   */
  Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Out<number>;
  /**
   * Ends a connection and releases its sink, after an OnNotify that is running.
   *
   * @param ulConnection what Advise answered
   * @returns `S_OK`
   * @spec iaddrbook-unadvise
   */
  Unadvise(ulConnection: number): Hr;
  /**
   * Makes the entry ID of a recipient who is in no container.
   *
   * @param lpszName the display name; null for none
   * @param lpszAdrType the address type, `SMTP` for instance
   * @param lpszAddress the address
   * @param ulFlags `MAPI_UNICODE` for Unicode texts; `MAPI_SEND_NO_RICH_INFO` when the recipient can't read formatted
   *   text, which goes without saying for an Internet address
   * @returns `S_OK` with the entry ID
   * @spec iaddrbook-createoneoff
   */
  CreateOneOff(lpszName: string | null, lpszAdrType: string, lpszAddress: string, ulFlags?: number): Out<EntryId>;
  /**
   * Makes an entry, with a dialog.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @param lpEIDContainer the container it goes into; null or empty for a recipient who is in none
   * @param lpEIDNewEntryTpl the template; null or empty to let the user choose one
   * @returns `S_OK` with the entry ID
   * @spec iaddrbook-newentry
   */
  NewEntry(
    ulUIParam: number,
    ulFlags: number,
    lpEIDContainer: EntryId | null,
    lpEIDNewEntryTpl: EntryId | null,
  ): Out<EntryId>;
  /**
   * Finds the entries behind names. For each recipient without an entry ID: an SMTP address gets a one-off entry ID;
   * else the containers of the search path are asked, by ResolveNames or a `PR_ANR` restriction, until one knows the
   * name.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_DIALOG` to let the user decide between several entries; `MAPI_UNICODE` for Unicode properties;
   *   `AB_UNICODEUI` for a Unicode title; `MAPI_CACHE_ONLY` to ask the offline address book alone
   * @param lpszNewEntryTitle the title in the dialog; null for the usual one
   * @param lpAdrList the recipients
   * @returns `S_OK` with the recipients, all resolved; with those that could be resolved, `MAPI_E_AMBIGUOUS_RECIP` when
   *   a name fits several entries and nobody could be asked, `MAPI_E_NOT_FOUND` when a name fits none; either when both
   *   happened
   * @spec iaddrbook-resolvename
   */
  ResolveName(
    ulUIParam: number,
    ulFlags: number,
    lpszNewEntryTitle: string | null,
    lpAdrList: AdrList,
  ): Promise<RetWithFailure<AdrList, AdrList>>;
  /**
   * Shows the address dialog.
   *
   * @param lpulUIParam the window that owns it
   * @param lpAdrParms how it looks and what it shows; for a modeless dialog (`DIALOG_SDI`, which may be passed over)
   *   the function that takes keystrokes is stored in it
   * @param lppAdrList the recipients so far; null for none
   * @returns `S_OK` with the recipients, ready for `IMessage::ModifyRecipients`, and the window; `MAPI_E_VERSION` for an
   *   ADRPARM of another version than 0
   * @spec iaddrbook-address
   */
  Address(lpulUIParam: number, lpAdrParms: ADRPARM, lppAdrList: AdrList | null): Out<AddressedList>;
  /**
   * Shows an entry in a dialog, with a button of the caller's if wanted.
   *
   * @param lpulUIParam the window that owns it
   * @param lpfnDismiss called when a modeless dialog closes; null for nobody
   * @param lpvDismissContext what `lpfnDismiss` gets
   * @param lpEntryID the entry
   * @param lpfButtonCallback called when the button is pressed; null for no button
   * @param lpvButtonContext what `lpfButtonCallback` gets
   * @param lpszButtonText the text on the button; null for no button
   * @param ulFlags `DIALOG_MODAL` or `DIALOG_SDI` (modeless, which may be passed over); `MAPI_UNICODE` for a Unicode
   *   text; `AB_TELL_DETAILS_CHANGE` to tell whether the user changed anything
   * @returns `S_OK`; `S_FALSE` under `AB_TELL_DETAILS_CHANGE` when nothing was changed
   * @spec iaddrbook-details
   */
  Details(
    lpulUIParam: number,
    lpfnDismiss: DismissModeless | null,
    lpvDismissContext: unknown,
    lpEntryID: EntryId,
    lpfButtonCallback: FnButton | null,
    lpvButtonContext: unknown,
    lpszButtonText: string | null,
    ulFlags?: number,
  ): Hr;
  /**
   * Shows the options that transports have for a recipient, and lets the user choose. No page describes it: the
   * prototype is that of the headers.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @param lpRecip the recipient
   * @returns `S_OK` with the recipient and what was chosen
   */
  RecipOptions(ulUIParam: number, ulFlags: number, lpRecip: AdrEntry): Out<AdrEntry>;
  /**
   * Tells the options for recipients of an address type that hold when nothing was chosen. No page describes it: the
   * prototype is that of the headers.
   *
   * @param lpszAdrType the address type
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the properties
   */
  QueryDefaultRecipOpt(lpszAdrType: string, ulFlags?: number): Out<readonly PropValue[]>;
  /**
   * Tells which container is the personal address book: the one set, or the first that can be changed.
   *
   * @returns `S_OK` with its entry ID, empty when there is none
   * @spec iaddrbook-getpab
   */
  GetPAB(): Out<EntryId>;
  /**
   * Says which container is the personal address book. It lasts without SaveChanges.
   *
   * @param lpEntryID the container
   * @returns `S_OK`
   * @spec iaddrbook-setpab
   */
  SetPAB(lpEntryID: EntryId): Hr;
  /**
   * Tells which container dialogs show first: the one set, or the first with names that is not the personal address
   * book, or that one.
   *
   * @returns `S_OK` with its entry ID
   * @spec iaddrbook-getdefaultdir
   */
  GetDefaultDir(): Out<EntryId>;
  /**
   * Says which container dialogs show first. It is kept in the profile, without SaveChanges.
   *
   * @param lpEntryID the container
   * @returns `S_OK`
   * @spec iaddrbook-setdefaultdir
   */
  SetDefaultDir(lpEntryID: EntryId): Hr;
  /**
   * Tells the containers in which ResolveName looks, in order. Before SetSearchPath was ever called: the first that can
   * be changed, then all of type `DT_GLOBAL` or, when there is none, the default one.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with one row for each container that is still there
   * @spec iaddrbook-getsearchpath
   */
  GetSearchPath(ulFlags?: number): Out<readonly PropRow[]>;
  /**
   * Says in which containers ResolveName looks. It is kept in the profile, without SaveChanges.
   *
   * @param ulFlags reserved, 0
   * @param lpSearchPath one row for each container, `PR_ENTRYID` first
   * @returns `S_OK`; `MAPI_E_MISSING_REQUIRED_COLUMN` when one does not begin with it
   * @spec iaddrbook-setsearchpath
   */
  SetSearchPath(ulFlags: number, lpSearchPath: readonly SRow[]): Hr;
  /**
   * Makes recipients ready to be stored: their entry IDs become long-term ones, and wanted properties come first.
   *
   * @param ulFlags `MAPI_CACHE_ONLY` to ask the offline address book alone
   * @param lpPropTagArray the properties wanted; null for none
   * @param lpRecipList the recipients, changed in place: first the properties wanted, `PT_ERROR` with
   *   `MAPI_E_NOT_FOUND` or a better reason where one can't be had, then those they had before
   * @returns `S_OK`
   * @spec iaddrbook-preparerecips
   */
  PrepareRecips(ulFlags: number, lpPropTagArray: readonly PropTag[] | null, lpRecipList: MutableAdrList): Hr;
}

/** The IID of {@link IAddrBook:interface}. */
export const IAddrBook: Iid<IAddrBook> = iid<IAddrBook, IMAPIProp>(
  'IAddrBook',
  '00020309-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    CompareEntryIDs:
      '(ULONG cbEntryID1, [size_is(cbEntryID1)] LPENTRYID lpEntryID1, ULONG cbEntryID2, [size_is(cbEntryID2)] LPENTRYID lpEntryID2, ULONG ulFlags, [out] ULONG *lpulResult)',
    Advise:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulEventMask, LPMAPIADVISESINK lpAdviseSink, [out] ULONG_PTR *lpulConnection)',
    Unadvise: '(ULONG_PTR ulConnection)',
    CreateOneOff:
      '([unique] LPTSTR lpszName, LPTSTR lpszAdrType, LPTSTR lpszAddress, ULONG ulFlags, [out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID)',
    NewEntry:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, ULONG cbEIDContainer, [unique, size_is(cbEIDContainer)] LPENTRYID lpEIDContainer, ULONG cbEIDNewEntryTpl, [unique, size_is(cbEIDNewEntryTpl)] LPENTRYID lpEIDNewEntryTpl, [out] ULONG *lpcbEIDNewEntry, [out, size_is(lpcbEIDNewEntry)] LPENTRYID *lppEIDNewEntry)',
    ResolveName:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, [unique] LPTSTR lpszNewEntryTitle, [in, out] LPADRLIST lpAdrList)',
    Address:
      '([in, out] ULONG_PTR *lpulUIParam, [in, out, ref] LPADRPARM lpAdrParms, [in, out, unique] LPADRLIST *lppAdrList)',
    Details:
      '(ULONG_PTR *lpulUIParam, [unique] LPFNDISMISS lpfnDismiss, [unique] LPVOID lpvDismissContext, ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPFNBUTTON lpfButtonCallback, [unique] LPVOID lpvButtonContext, [unique] LPTSTR lpszButtonText, ULONG ulFlags)',
    RecipOptions: '(ULONG_PTR ulUIParam, ULONG ulFlags, [in, out] LPADRENTRY lpRecip)',
    QueryDefaultRecipOpt:
      '(LPTSTR lpszAdrType, ULONG ulFlags, [out] ULONG *lpcValues, [out, size_is(lpcValues)] LPSPropValue *lppOptions)',
    GetPAB: '([out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID)',
    SetPAB: '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)',
    GetDefaultDir: '([out] ULONG *lpcbEntryID, [out, size_is(lpcbEntryID)] LPENTRYID *lppEntryID)',
    SetDefaultDir: '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)',
    GetSearchPath: '(ULONG ulFlags, [out] LPSRowSet *lppSearchPath)',
    SetSearchPath: '(ULONG ulFlags, LPSRowSet lpSearchPath)',
    PrepareRecips: '(ULONG ulFlags, [unique] LPSPropTagArray lpPropTagArray, [in, out, ref] LPADRLIST lpRecipList)',
  },
  'later',
);
