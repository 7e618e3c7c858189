import { ComError, ok } from '../../../../com/index.js';
import {
  type IMAPITable,
  MAPI_E_INVALID_PARAMETER,
  prop,
  RECURSIVE_SORT,
  type SSortOrderSet,
} from '../../../../mapi/index.js';
import { requireFlags } from '../../../../subsystem/index.js';
import { subfolders } from '../../sql/index.js';
import type { FolderBag } from '../folder-bag.js';
import { savedSort, sortTag } from '../saved-sort.js';

/**
 * Saves the order that the contents tables of a folder begin with.
 *
 * @param folder the folder
 * @param open opens its contents table, which refuses an order that means nothing
 * @param order the order
 * @param ulFlags `RECURSIVE_SORT` for all folders within, too
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER` and what `SortTable` refuses
 * @spec imapifolder-savecontentssort
 */
export async function saveContentsSort(
  { mailbox, row }: FolderBag,
  open: () => IMAPITable,
  order: SSortOrderSet,
  ulFlags: number,
): Promise<void> {
  const flags = requireFlags(ulFlags, RECURSIVE_SORT);
  if (!Array.isArray(order?.aSort)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpSortCriteria is no sort order');
  using table = open();
  await ok(table.SortTable(order));
  const set = [prop(sortTag, savedSort(order))];
  const visit = async (id: number): Promise<void> => {
    await mailbox.write('folder.update', { id, changes: { set } });
    if ((flags & RECURSIVE_SORT) === 0) return;
    for (const child of mailbox.read((db) => subfolders(db, id))) await visit(child.id);
  };
  await visit(row.id);
}
