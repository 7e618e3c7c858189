import { type Hr, type Iid, type IUnknown, iid, type Out } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import type { Restriction } from '../types/restriction.js';
import { IMAPIProp } from './imapiprop.js';
import type { IMAPITable } from './imapitable.js';
import type { OpenedEntry } from './openedentry.js';

/** What {@link IMAPIContainer.GetSearchCriteria} answers. */
export interface SearchCriteria {
  /** What is searched for. */
  readonly lppRestriction: Restriction;
  /** The containers that are searched. */
  readonly lppContainerList: readonly EntryId[];
  /**
   * How far it is: `SEARCH_RUNNING` (results follow changes), `SEARCH_REBUILD` (still looking for the first results),
   * `SEARCH_RECURSIVE`, `SEARCH_FOREGROUND`; and, from an Exchange server, `SEARCH_COMPLETE`, `SEARCH_PARTIAL`,
   * `SEARCH_STATIC`, `SEARCH_MAYBE_STATIC`, `CI_TOTALLY`, `CI_WITH_TWIR_RESIDUAL`, `TWIR_MOSTLY`, `TWIR_TOTALLY`. The
   * page swaps the numbers of running and foreground; those of the headers hold, 1 and 8.
   */
  readonly lpulSearchState: number;
}

/**
 * An object that holds others: a folder, an address book container, a distribution list.
 * @spec imapicontainerimapiprop
 */
export interface IMAPIContainer extends IMAPIProp {
  /**
   * Opens the table of what the container holds, one row for each message or address book entry.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns; `MAPI_ASSOCIATED` for a folder's hidden messages instead of the
   *   visible ones; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call; `SHOW_SOFT_DELETES` for what is
   *   deleted but kept for a while; `ACLTABLE_FREEBUSY` for the free/busy rights in `PR_MEMBER_RIGHTS`
   * @returns `S_OK` with the table; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_NO_SUPPORT` when the container holds nothing ever
   * @spec imapicontainer-getcontentstable
   */
  GetContentsTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Opens the table of the containers within this one.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns; `CONVENIENT_DEPTH` for all levels below instead of the next one,
   *   with `PR_DEPTH` counted from 0; `MAPI_DEFERRED_ERRORS`; `SHOW_SOFT_DELETES`
   * @returns `S_OK` with the table; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_NO_SUPPORT` when the container has no containers
   *   ever
   * @spec imapicontainer-gethierarchytable
   */
  GetHierarchyTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Opens an object within the container.
   *
   * @param lpEntryID which; null for the topmost container
   * @param lpInterface the interface wanted; null for the usual one of the object: `IMessage`, `IMAPIFolder`,
   *   `IMailUser`, `IDistList`, `IABContainer`
   * @param ulFlags `MAPI_MODIFY` to write, without it objects open read-only; `MAPI_BEST_ACCESS` for as much as the
   *   caller may; `MAPI_DEFERRED_ERRORS`; `SHOW_SOFT_DELETES`
   * @returns `S_OK` with the object and its type; `MAPI_E_NO_ACCESS` when the caller may not, or wants to write what is
   *   read-only; `MAPI_E_NOT_FOUND` when there is no such object; `MAPI_E_UNKNOWN_ENTRYID` when the container does not
   *   know this kind of entry ID
   * @spec imapicontainer-openentry
   */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<OpenedEntry<I>>;
  /**
   * Says what a search folder collects, and starts or stops the search.
   *
   * @param lpRestriction what to search for; null for what was searched last, which the first call can't say
   * @param lpContainerList the containers to search; null for those searched last, which the first call can't say
   * @param ulSearchFlags one of `RESTART_SEARCH` and `STOP_SEARCH`, of `RECURSIVE_SEARCH` and `SHALLOW_SEARCH`, of
   *   `FOREGROUND_SEARCH` (hurry) and `BACKGROUND_SEARCH`; `NON_CONTENT_INDEXED_SEARCH` for Exchange alone
   * @returns `S_OK`; `MAPI_E_TOO_COMPLEX` when the provider can't search so; `MAPI_E_NOT_INITIALIZED` for null where
   *   nothing was said before; `MAPI_E_INVALID_PARAMETER` when both flags of a pair are set
   * @spec imapicontainer-setsearchcriteria
   */
  SetSearchCriteria(
    lpRestriction: Restriction | null,
    lpContainerList: readonly EntryId[] | null,
    ulSearchFlags?: number,
  ): Hr;
  /**
   * Tells what a search folder collects and how far it is.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode texts in the restriction
   * @returns `S_OK` with criteria, containers and state; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_NOT_INITIALIZED` when nothing
   *   was said yet
   * @spec imapicontainer-getsearchcriteria
   */
  GetSearchCriteria(ulFlags?: number): Out<SearchCriteria>;
}

/** The IID of {@link IMAPIContainer:interface}. */
export const IMAPIContainer: Iid<IMAPIContainer> = iid<IMAPIContainer, IMAPIProp>(
  'IMAPIContainer',
  '0002030B-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    GetContentsTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    GetHierarchyTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    OpenEntry:
      '(ULONG cbEntryID, [unique, size_is(cbEntryID)] LPENTRYID lpEntryID, [unique] LPCIID lpInterface, ULONG ulFlags, [out] ULONG *lpulObjType, [out, iid_is(lpInterface)] LPUNKNOWN *lppUnk)',
    SetSearchCriteria:
      '([unique] LPSRestriction lpRestriction, [unique] LPENTRYLIST lpContainerList, ULONG ulSearchFlags)',
    GetSearchCriteria:
      '(ULONG ulFlags, [out, unique] LPSRestriction *lppRestriction, [out, unique] LPENTRYLIST *lppContainerList, [out, unique] ULONG *lpulSearchState)',
  },
  'later',
);
