import { guid, guidToBytes } from '../../../com/index.js';
import type { EntryId } from '../../../mapi/index.js';

/** The MAPIUID of this kind of store: PR_MDB_PROVIDER. */
export const providerUid: Uint8Array = guidToBytes(guid('7C1B7A54-93B2-4D0E-9B0D-3A6C2F8E5D11'));

const version = 1;

/**
 * The entry identifier of a store: flags, the provider's MAPIUID, the version of this form, the path of the file in UTF-8. It
 * is what MAPI wraps before clients see it.
 *
 * @param path the absolute path of the file
 */
export const storeEntryId = (path: string): EntryId =>
  new Uint8Array(Buffer.concat([new Uint8Array(4), providerUid, Uint8Array.of(version), Buffer.from(path)]));
