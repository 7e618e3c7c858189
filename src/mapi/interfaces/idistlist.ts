import { type Hr, type Iid, iid, type Out } from '../../com/index.js';
import type { AdrList } from '../types/adrlist.js';
import type { EntryId } from '../types/entryid.js';
import type { PropTag } from '../types/proptag.js';
import type { ResolvedNames } from './iabcontainer.js';
import { IMAPIContainer } from './imapicontainer.js';
import type { IMAPIProgress } from './imapiprogress.js';
import type { IMAPIProp } from './imapiprop.js';

/**
 * A distribution list: a recipient that holds recipients. Its methods are those of `IABContainer`, slot for slot, on
 * the members.
 * @spec idistlistimapicontainer
 */
export interface IDistList extends IMAPIContainer {
  /**
   * Makes a member from a template. It lasts with its SaveChanges, which also looks for duplicates
   * (`MAPI_E_COLLISION`).
   *
   * @param lpEntryID the template
   * @param ulCreateFlags `CREATE_CHECK_DUP_LOOSE`, `CREATE_CHECK_DUP_STRICT`, `CREATE_REPLACE`
   * @returns `S_OK` with the member
   * @spec iabcontainer-createentry
   */
  CreateEntry(lpEntryID: EntryId, ulCreateFlags?: number): Out<IMAPIProp>;
  /**
   * Adds entries as members.
   *
   * @param lpEntries the entries
   * @param ulUIParam the window that owns a progress dialog; 0 under `AB_NO_DIALOG`
   * @param lpProgress where progress goes; null for the dialog that MAPI brings
   * @param ulFlags `AB_NO_DIALOG` for no progress; `CREATE_CHECK_DUP_LOOSE` and `CREATE_CHECK_DUP_STRICT` to leave out
   *   duplicates, `CREATE_REPLACE` to add them all the same
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` when an entry that is no duplicate could not be added
   * @spec iabcontainer-copyentries
   */
  CopyEntries(lpEntries: readonly EntryId[], ulUIParam: number, lpProgress: IMAPIProgress | null, ulFlags?: number): Hr;
  /**
   * Takes members out.
   *
   * @param lpEntries the members
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` when some could not be taken out
   * @spec iabcontainer-deleteentries
   */
  DeleteEntries(lpEntries: readonly EntryId[], ulFlags?: number): Hr;
  /**
   * Finds members for those recipients that are `MAPI_UNRESOLVED`. One that fits several members is only marked.
   *
   * @param lpPropTagArray the properties that resolved recipients get; null for those the provider likes
   * @param ulFlags `MAPI_UNICODE` for Unicode texts; `EMS_AB_ADDRESS_LOOKUP`; `MAPI_CACHE_ONLY`
   * @param lpAdrList the recipients
   * @param lpFlagList for each recipient, in the same order, what became of it so far
   * @returns `S_OK` with recipients and flags; `MAPI_E_BAD_CHARWIDTH` when the texts can't be had in the width asked
   *   for; `MAPI_E_NO_SUPPORT` when the list does not look for names
   * @spec iabcontainer-resolvenames
   */
  ResolveNames(
    lpPropTagArray: readonly PropTag[] | null,
    ulFlags: number,
    lpAdrList: AdrList,
    lpFlagList: readonly number[],
  ): Out<ResolvedNames>;
}

/** The IID of {@link IDistList:interface}. */
export const IDistList: Iid<IDistList> = iid<IDistList, IMAPIContainer>(
  'IDistList',
  '0002030E-0000-0000-C000-000000000046',
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
