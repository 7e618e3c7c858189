import { type Hr, type Iid, IUnknown, iid } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';

/**
 * Takes folders of contacts out of the address book.
 * @spec icontabadminiunknown
 */
export interface IContabAdmin extends IUnknown {
  /**
   * Takes a folder of contacts out of the address book. The folder itself stays.
   *
   * @param lpEntryID the folder
   * @returns `S_OK`
   * @spec icontabadmin-removestore
   */
  RemoveStore(lpEntryID: EntryId): Hr;
}

/** The IID of {@link IContabAdmin:interface}. */
export const IContabAdmin: Iid<IContabAdmin> = iid<IContabAdmin, IUnknown>(
  'IContabAdmin',
  'CC6A3BA9-E7F5-4769-887B-34E190817BFC',
  IUnknown,
  { RemoveStore: '(ULONG cbEntryID, [size_is(cbEntryID)] LPENTRYID lpEntryID)' },
  'later',
);
