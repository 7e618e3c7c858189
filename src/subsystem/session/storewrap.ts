import { ComError, guidToBytes } from '../../com/index.js';
import { type EntryId, MAPI_E_UNKNOWN_ENTRYID, muidStoreWrap } from '../../mapi/index.js';

/** What marks a store's entry ID that MAPI has wrapped. */
const wrapUid = guidToBytes(muidStoreWrap);

/** A store's entry ID as clients see it, taken apart. */
export interface WrappedStore {
  /** What the provider comes from: PR_PROVIDER_DLL_NAME. */
  readonly dllName: string;
  /** The provider's own entry ID. */
  readonly entryId: EntryId;
}

/**
 * Puts MAPI's wrapper around the entry ID that a store has given itself: four bytes of flags, MAPI's UID, two bytes of version
 * and flags, the name of the DLL, ended by a zero and filled up to a multiple of four, then the store's own.
 *
 * @param dllName what the provider comes from, in ASCII
 * @param entryId the store's own entry ID
 * @spec imapisupport-wrapstoreentryid
 */
export function wrapStoreEntryId(dllName: string, entryId: EntryId): EntryId {
  const name = Buffer.from(`${dllName}\0`, 'latin1');
  const padding = Buffer.alloc((4 - ((22 + name.length) % 4)) % 4);
  return new Uint8Array(Buffer.concat([Buffer.alloc(4), wrapUid, Buffer.alloc(2), name, padding, entryId]));
}

/** Whether an entry ID is that of a store, wrapped by MAPI. */
export const isWrappedStore = (entryId: EntryId): boolean =>
  entryId instanceof Uint8Array && entryId.length >= 28 && wrapUid.every((byte, at) => entryId[at + 4] === byte);

/**
 * Takes MAPI's wrapper off.
 *
 * @param entryId what a client gave
 * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` when it is no wrapped store
 */
export function unwrapStoreEntryId(entryId: EntryId): WrappedStore {
  if (!isWrappedStore(entryId)) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'this is not the entry ID of a store');
  const end = entryId.indexOf(0, 22);
  const from = (end + 4) & ~3;
  if (end < 0 || from >= entryId.length)
    throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the entry ID of the store is cut off');
  return { dllName: Buffer.from(entryId.subarray(22, end)).toString('latin1'), entryId: entryId.slice(from) };
}
