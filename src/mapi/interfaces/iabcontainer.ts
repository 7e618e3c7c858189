import { type Hr, type Iid, iid, type Out } from '../../com/index.js';
import type { AdrList } from '../types/adrlist.js';
import type { EntryId } from '../types/entryid.js';
import type { PropTag } from '../types/proptag.js';
import { IMAPIContainer } from './imapicontainer.js';
import type { IMAPIProgress } from './imapiprogress.js';
import type { IMAPIProp } from './imapiprop.js';

/** What {@link IABContainer.ResolveNames} answers. */
export interface ResolvedNames {
  /** The recipients, the resolved ones with entry ID and properties. */
  readonly lpAdrList: AdrList;
  /** For each recipient, in the same order, `MAPI_RESOLVED`, `MAPI_AMBIGUOUS` or `MAPI_UNRESOLVED`. */
  readonly lpFlagList: readonly number[];
}

/**
 * A container of an address book. Only one with `AB_MODIFIABLE` in `PR_CONTAINER_FLAGS` can be changed.
 * @spec iabcontainerimapicontainer
 */
export interface IABContainer extends IMAPIContainer {
  /**
   * Makes an entry from a template. It lasts with its SaveChanges, which also looks for duplicates
   * (`MAPI_E_COLLISION`).
   *
   * @param lpEntryID the template, one of the table behind `PR_CREATE_TEMPLATES`
   * @param ulCreateFlags how duplicates are recognised, which each provider decides: `CREATE_CHECK_DUP_LOOSE` (the
   *   name, for instance) or `CREATE_CHECK_DUP_STRICT` (name and address); `CREATE_REPLACE` to replace a duplicate
   * @returns `S_OK` with the entry
   * @spec iabcontainer-createentry
   */
  CreateEntry(lpEntryID: EntryId, ulCreateFlags?: number): Out<IMAPIProp>;
  /**
   * Copies entries into the container, from it or from another one.
   *
   * @param lpEntries the entries
   * @param ulUIParam the window that owns a progress dialog; 0 under `AB_NO_DIALOG`
   * @param lpProgress where progress goes; null for the dialog that MAPI brings
   * @param ulFlags `AB_NO_DIALOG` for no progress; as in CreateEntry, `CREATE_CHECK_DUP_LOOSE` and
   *   `CREATE_CHECK_DUP_STRICT` to leave out duplicates, `CREATE_REPLACE` to copy them all the same
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` when an entry that is no duplicate could not be copied
   * @spec iabcontainer-copyentries
   */
  CopyEntries(lpEntries: readonly EntryId[], ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags?: number): Hr;
  /**
   * Deletes entries.
   *
   * @param lpEntries the entries
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` when some could not be deleted
   * @spec iabcontainer-deleteentries
   */
  DeleteEntries(lpEntries: readonly EntryId[], ulFlags?: number): Hr;
  /**
   * Finds entries for those recipients that are `MAPI_UNRESOLVED`. One that fits several entries is only marked.
   *
   * @param lpPropTagArray the properties that resolved recipients get, `PT_ERROR` where one can't be had; null for
   *   those the provider likes
   * @param ulFlags `MAPI_UNICODE` for Unicode texts; `EMS_AB_ADDRESS_LOOKUP` for exact addresses alone;
   *   `MAPI_CACHE_ONLY` to ask the offline address book alone
   * @param lpAdrList the recipients
   * @param lpFlagList for each recipient, in the same order, what became of it so far
   * @returns `S_OK` with recipients and flags; `MAPI_E_BAD_CHARWIDTH` when the texts can't be had in the width asked
   *   for; `MAPI_E_NO_SUPPORT` when the container can only be restricted by `PR_ANR`
   * @spec iabcontainer-resolvenames
   */
  ResolveNames(
    lpPropTagArray: readonly PropTag[] | null,
    ulFlags: number,
    lpAdrList: AdrList,
    lpFlagList: readonly number[],
  ): Out<ResolvedNames>;
}

/** The IID of {@link IABContainer:interface}. */
export const IABContainer: Iid<IABContainer> = iid<IABContainer, IMAPIContainer>(
  'IABContainer',
  '0002030D-0000-0000-C000-000000000046',
  IMAPIContainer,
  {
    CreateEntry:
      '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID, ULONG ulCreateFlags, [out] LPMAPIPROP *lppMAPIPropEntry)',
    CopyEntries: '(LPENTRYLIST lpEntries, ULONG_PTR ulUIParam, [unique] LPMAPIPROGRESS lpProgress, ULONG ulFlags)',
    DeleteEntries: '(LPENTRYLIST lpEntries, ULONG ulFlags)',
    ResolveNames:
      '([unique] LPSPropTagArray lpPropTagArray, ULONG ulFlags, [in, out] LPADRLIST lpAdrList, [in, out] LPFlagList lpFlagList)',
  },
  'later',
);
