import { type Warning, warn } from '../../com/index.js';
import {
  type EntryId,
  MAPI_W_NO_SERVICE,
  PR_IDENTITY_DISPLAY_W,
  PR_IDENTITY_ENTRYID,
  PR_IDENTITY_SEARCH_KEY,
  PR_RESOURCE_FLAGS,
  STATUS_PRIMARY_IDENTITY,
} from '../../mapi/index.js';
import { createOneOffEntryId } from '../addressbook/oneoff.js';
import type { StatusRows } from './statusrows.js';

/**
 * Who the user of a session is.
 *
 * @param status the status table
 * @returns the entry ID of the provider's row marked STATUS_PRIMARY_IDENTITY, else the first that any row has; with
 *   MAPI_W_NO_SERVICE a fixed one when there is none
 * @spec imapisession-queryidentity
 */
export function queryIdentity(status: StatusRows): EntryId | Warning<EntryId> {
  const keys = status.keys;
  const primary = keys.find((key) => ((status.value(key, PR_RESOURCE_FLAGS) ?? 0) & STATUS_PRIMARY_IDENTITY) !== 0);
  const marked = primary && (status.value(primary, PR_IDENTITY_ENTRYID) ?? builtFrom(status, primary));
  if (marked) return marked;
  for (const key of keys) {
    const entryId = status.value(key, PR_IDENTITY_ENTRYID);
    if (entryId) return entryId;
  }
  return warn(MAPI_W_NO_SERVICE, nobody);
}

/** A one-off of what else the row says: PR_IDENTITY_SEARCH_KEY is `TYPE:ADDRESS` and a zero. */
function builtFrom(status: StatusRows, key: (typeof status.keys)[number]): EntryId | null {
  const searchKey = status.value(key, PR_IDENTITY_SEARCH_KEY);
  const name = status.value(key, PR_IDENTITY_DISPLAY_W) ?? '';
  const found = searchKey && /^([^:]+):(.+)\0$/.exec(Buffer.from(searchKey).toString('utf8'));
  if (!found) return null;
  const [, addressType = '', address = ''] = found;
  return createOneOffEntryId({ name, addressType, address, richInfo: addressType.toUpperCase() !== 'SMTP' });
}

const nobody: EntryId = createOneOffEntryId({
  name: 'Unknown',
  addressType: 'NONE',
  address: 'unknown',
  richInfo: false,
});
