import {
  DT_FOLDER,
  DT_FOLDER_LINK,
  FOLDER_SEARCH,
  MAPI_FOLDER,
  PR_COMMENT_W,
  PR_CONTAINER_CLASS_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_INSTANCE_KEY,
  PR_LONGTERM_ENTRYID_FROM_TABLE,
  PR_OBJECT_TYPE,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STATUS,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBFOLDERS,
  type PropTag,
  type PropValue,
  prop,
} from '../../../mapi/index.js';
import { type FolderRow, subfolders } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

/** The columns that hierarchy tables begin with. */
export const hierarchyColumns: readonly PropTag[] = Object.freeze([
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_DISPLAY_NAME_W,
  PR_DEPTH,
  PR_SUBFOLDERS,
  PR_DISPLAY_TYPE,
  PR_FOLDER_TYPE,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_COMMENT_W,
  PR_CONTAINER_CLASS_W,
  PR_OBJECT_TYPE,
  PR_STATUS,
  PR_RECORD_KEY,
  PR_PARENT_ENTRYID,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_LONGTERM_ENTRYID_FROM_TABLE,
]);

/**
 * The folders within a folder as rows of its hierarchy table.
 *
 * @param mailbox whose folder it is
 * @param parent the folder
 * @param deep all levels below, each folder before those within it, instead of the next level
 */
export function hierarchyRows(mailbox: Mailbox, parent: number, deep: boolean): readonly (readonly PropValue[])[] {
  const rows: (readonly PropValue[])[] = [];
  const visit = (of: number, depth: number): void => {
    for (const row of mailbox.read((db) => subfolders(db, of))) {
      rows.push(rowOf(mailbox, row, depth));
      if (deep) visit(row.id, depth + 1);
    }
  };
  // The page counts from 0 at the top level of the table; without the flag all rows are on it.
  visit(parent, 0);
  return rows;
}

function rowOf({ ids, storeEntryId }: Mailbox, row: FolderRow, depth: number): readonly PropValue[] {
  return [
    ...row.props(),
    prop(PR_ENTRYID, ids.folder(row.id)),
    prop(PR_LONGTERM_ENTRYID_FROM_TABLE, ids.folder(row.id)),
    prop(PR_INSTANCE_KEY, ids.recordKey(MAPI_FOLDER, row.id)),
    prop(PR_RECORD_KEY, ids.recordKey(MAPI_FOLDER, row.id)),
    prop(PR_PARENT_ENTRYID, ids.folder(row.parent ?? row.id)),
    prop(PR_DEPTH, depth),
    prop(PR_SUBFOLDERS, row.subfolders > 0),
    prop(PR_OBJECT_TYPE, MAPI_FOLDER),
    prop(PR_DISPLAY_TYPE, row.type === FOLDER_SEARCH ? DT_FOLDER_LINK : DT_FOLDER),
    prop(PR_STATUS, 0),
    prop(PR_STORE_ENTRYID, storeEntryId),
    prop(PR_STORE_RECORD_KEY, ids.uid),
  ];
}
