import { ok } from '../../com/index.js';
import {
  CONVENIENT_DEPTH,
  descend,
  type EntryId,
  MAPI_UNICODE,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_MESSAGE_DELIVERY_TIME,
  type SSortOrder,
} from '../../mapi/index.js';
import type { Box } from '../mailbox/box.js';
import type { Query } from '../odata/query.js';

/** The folders that have messages of their own. */
export async function allFolders(box: Box): Promise<readonly EntryId[]> {
  using top = await box.openFolder('msgfolderroot');
  using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH | MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_FOLDER_TYPE]));
  const rows = await ok(table.QueryRows(1_000_000, 0));
  // A search folder shows what lies in other folders.
  return rows.filter((row) => row.get(PR_FOLDER_TYPE) !== 2).map((row) => row.get(PR_ENTRYID) as EntryId);
}

/** The order of a list: newest first, as Graph does when nothing is said. */
export const orderOf = ({ order }: Query): readonly SSortOrder[] =>
  order.length === 0 ? [descend(PR_MESSAGE_DELIVERY_TIME)] : order;
