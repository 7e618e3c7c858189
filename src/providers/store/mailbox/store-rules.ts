import {
  FOLDER_COMMON_VIEWS_VALID,
  FOLDER_FINDER_VALID,
  FOLDER_IPM_INBOX_VALID,
  FOLDER_IPM_OUTBOX_VALID,
  FOLDER_IPM_SENTMAIL_VALID,
  FOLDER_IPM_SUBTREE_VALID,
  FOLDER_IPM_WASTEBASKET_VALID,
  FOLDER_VIEWS_VALID,
  MAPI_STORE,
  PR_ASSOC_CONTENT_COUNT,
  PR_COMMON_VIEWS_ENTRYID,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_CREATION_TIME,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_FOLDER_TYPE,
  PR_IPM_DRAFTS_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_MDB_PROVIDER,
  PR_RECORD_KEY,
  PR_STORE_SUPPORT_MASK,
  PR_VALID_FOLDER_MASK,
  PR_VIEWS_ENTRYID,
  type PropTag,
  PT_NULL,
  propTag,
  STORE_ATTACH_OK,
  STORE_CATEGORIZE_OK,
  STORE_CREATE_OK,
  STORE_ENTRYID_UNIQUE,
  STORE_HTML_OK,
  STORE_LOCALSTORE,
  STORE_MODIFY_OK,
  STORE_MV_PROPS_OK,
  STORE_NOTIFY_OK,
  STORE_OLE_OK,
  STORE_READONLY,
  STORE_RESTRICTION_OK,
  STORE_RTF_OK,
  STORE_SEARCH_OK,
  STORE_SORT_OK,
  STORE_SUBMIT_OK,
  STORE_UNICODE_OK,
} from '../../../mapi/index.js';
import { type PropRules, propRules } from '../../../subsystem/index.js';
import { computed, folderAccess, identityRules } from './identity.js';
import type { Mailbox } from './mailbox.js';
import { providerUid } from './store-entryid.js';
import type { Placement } from './well-known.js';
import { privateIds } from './well-known.js';

const supported =
  STORE_ENTRYID_UNIQUE |
  STORE_SEARCH_OK |
  STORE_ATTACH_OK |
  STORE_OLE_OK |
  STORE_SUBMIT_OK |
  STORE_NOTIFY_OK |
  STORE_MV_PROPS_OK |
  STORE_CATEGORIZE_OK |
  STORE_RTF_OK |
  STORE_RESTRICTION_OK |
  STORE_SORT_OK |
  STORE_HTML_OK |
  STORE_UNICODE_OK |
  STORE_LOCALSTORE;

const validFolders =
  FOLDER_IPM_SUBTREE_VALID |
  FOLDER_IPM_INBOX_VALID |
  FOLDER_IPM_OUTBOX_VALID |
  FOLDER_IPM_WASTEBASKET_VALID |
  FOLDER_IPM_SENTMAIL_VALID |
  FOLDER_VIEWS_VALID |
  FOLDER_COMMON_VIEWS_VALID |
  FOLDER_FINDER_VALID;

const places: readonly (readonly [PropTag<Uint8Array>, keyof Placement])[] = [
  [PR_IPM_SUBTREE_ENTRYID, 'subtree'],
  [PR_IPM_OUTBOX_ENTRYID, 'outbox'],
  [PR_IPM_WASTEBASKET_ENTRYID, 'deleted'],
  [PR_IPM_SENTMAIL_ENTRYID, 'sent'],
  [PR_IPM_DRAFTS_ENTRYID, 'drafts'],
  [PR_VIEWS_ENTRYID, 'views'],
  [PR_COMMON_VIEWS_ENTRYID, 'commonViews'],
  [PR_FINDER_ENTRYID, 'finder'],
];

// What the row has because it is that of a folder, and what the store keeps there for itself.
const foreign = [
  ...[PR_CONTENT_COUNT, PR_CONTENT_UNREAD, PR_ASSOC_CONTENT_COUNT, PR_FOLDER_TYPE],
  ...[PR_CREATION_TIME, PR_LAST_MODIFICATION_TIME],
];

/**
 * What a store knows of single properties of its own.
 *
 * @param mailbox the store
 */
export function storeRulesOf(mailbox: Mailbox): PropRules {
  const write = mailbox.writable ? STORE_MODIFY_OK | STORE_CREATE_OK : STORE_READONLY;
  return propRules(
    ...foreign.map((tag) => ({ ...computed(tag as PropTag, () => null), hidden: true })),
    ...privateIds.map((id) => ({ ...computed(propTag(PT_NULL, id) as PropTag, () => null), hidden: true })),
    ...identityRules(mailbox, MAPI_STORE, folderAccess, mailbox.writable),
    computed(PR_ENTRYID, () => mailbox.storeEntryId),
    computed(PR_RECORD_KEY, () => mailbox.ids.uid),
    computed(PR_MDB_PROVIDER, () => providerUid),
    computed(PR_STORE_SUPPORT_MASK, () => (supported | write) >>> 0),
    computed(PR_VALID_FOLDER_MASK, () => validFolders),
    ...places.map(([tag, place]) => computed(tag, () => mailbox.ids.folder(mailbox.folders[place]))),
  );
}
