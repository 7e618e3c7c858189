import { ComError, type Guid, guid, guidToBytes } from '../../../com/index.js';
import { type EntryId, MAPI_E_INVALID_ENTRYID } from '../../../mapi/index.js';

/** The MAPIUID of this kind of store: PR_MDB_PROVIDER. */
export const providerUid: Uint8Array = guidToBytes(guid('7C1B7A54-93B2-4D0E-9B0D-3A6C2F8E5D11'));

const version = 1;
const header = 37;

/** What the entry identifier of a store says. */
export interface StorePlace {
  /** The MAPIUID of the store itself. */
  readonly uid: Uint8Array;
  /** Where its file was when the identifier was made. */
  readonly path: string;
}

/**
 * The entry identifier of a store: flags, the provider's MAPIUID, the version of this form, the MAPIUID of the store, the path
 * of the file in UTF-8. It is what MAPI wraps before clients see it.
 *
 * @param uid the identity of the store
 * @param path the absolute path of the file
 */
export const storeEntryId = (uid: Guid, path: string): EntryId =>
  new Uint8Array(
    Buffer.concat([new Uint8Array(4), providerUid, Uint8Array.of(version), guidToBytes(uid), Buffer.from(path)]),
  );

/**
 * Reads the entry identifier of a store, unwrapped.
 *
 * @param entryId the identifier
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID` when it is not one of this provider
 */
export function parseStoreEntryId(entryId: EntryId): StorePlace {
  const sound =
    entryId instanceof Uint8Array &&
    entryId.length > header &&
    providerUid.every((byte, index) => entryId[index + 4] === byte) &&
    entryId[20] === version;
  if (!sound) throw new ComError(MAPI_E_INVALID_ENTRYID, 'the entry identifier is not that of a comail store');
  return { uid: entryId.slice(21, header), path: Buffer.from(entryId.subarray(header)).toString() };
}
