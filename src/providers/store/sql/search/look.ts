import type { Search } from '../operations/searches.js';
import type { Transaction } from '../operations/transaction.js';
import { belongs } from './membership.js';

/**
 * Which of some messages come into a search folder, and which leave it.
 *
 * @param tx the transaction
 * @param search the criteria
 * @param ids the messages
 */
export function looked(
  tx: Transaction,
  search: Search,
  ids: Iterable<number>,
): { readonly add: readonly number[]; readonly remove: readonly number[] } {
  const add: number[] = [];
  const remove: number[] = [];
  for (const id of ids) {
    const linked =
      tx.db.get('SELECT 1 AS there FROM search_link WHERE folder = ? AND message = ?', search.folder, id) !== undefined;
    if (belongs(tx.db, search, id) === linked) continue;
    (linked ? remove : add).push(id);
  }
  return { add, remove };
}
