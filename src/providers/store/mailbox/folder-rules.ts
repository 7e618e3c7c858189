import {
  FOLDER_ROOT,
  MAPI_E_NO_ACCESS,
  MAPI_FOLDER,
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_CREATION_TIME,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_IPM_DRAFTS_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_SUBFOLDERS,
} from '../../../mapi/index.js';
import { type PropRules, propRules } from '../../../subsystem/index.js';
import { folderColumns } from '../sql/index.js';
import { changeKeyRules } from './change-key.js';
import type { FolderBag } from './folder-bag.js';
import { computed, folderAccess, identityRules, keptByStore } from './identity.js';
import { sortTag } from './saved-sort.js';

/**
 * What a folder knows of single properties.
 *
 * @param bag the folder
 * @param writable whether it was opened for writing
 */
export function folderRulesOf(bag: FolderBag, writable: boolean): PropRules {
  const { mailbox } = bag;
  const { ids, folders } = mailbox;
  const isRoot = bag.row.id === folders.root;
  const knowsDrafts = isRoot || bag.row.id === folders.inbox;
  return propRules(
    ...[...folderColumns.values()].map(({ tag }) => ({ tag, fixedType: true })),
    ...identityRules(mailbox, MAPI_FOLDER, folderAccess, writable),
    ...[PR_CONTENT_COUNT, PR_CONTENT_UNREAD, PR_ASSOC_CONTENT_COUNT].map(keptByStore),
    ...[PR_CREATION_TIME, PR_LAST_MODIFICATION_TIME].map(keptByStore),
    { tag: PR_DISPLAY_NAME_W, fixedType: true, ...(isRoot ? { refuse: MAPI_E_NO_ACCESS } : {}) },
    computed(PR_ENTRYID, () => ids.folder(bag.row.id)),
    computed(PR_RECORD_KEY, () => ids.recordKey(MAPI_FOLDER, bag.row.id)),
    computed(PR_PARENT_ENTRYID, () => ids.folder(isRoot ? bag.row.id : (bag.row.parent ?? bag.row.id))),
    computed(PR_FOLDER_TYPE, () => (isRoot ? FOLDER_ROOT : bag.row.type)),
    ...changeKeyRules(mailbox, () => bag.row.change),
    computed(PR_SUBFOLDERS, () => bag.row.subfolders > 0),
    ...(knowsDrafts ? [computed(PR_IPM_DRAFTS_ENTRYID, () => ids.folder(folders.drafts))] : []),
    { tag: sortTag, hidden: true },
  );
}
