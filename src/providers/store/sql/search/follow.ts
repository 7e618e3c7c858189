import { SEARCH_RECURSIVE, SEARCH_RUNNING } from '../../../../mapi/index.js';
import { linkSearch } from '../operations/searches.js';
import type { Transaction } from '../operations/transaction.js';
import { searches } from '../reading/lists.js';
import { looked } from './look.js';

/**
 * Brings the running searches in line with what a transaction changed, within the transaction: whoever writes, in whichever
 * process, no reader ever sees a search folder that its messages have left behind.
 *
 * @param tx the transaction, after its operations
 */
export function followSearches(tx: Transaction): void {
  const { messages, folders } = tx.touched;
  if (messages.size + folders.size === 0 || !tx.searching) return;
  const running = searches(tx.db).filter(({ state }) => (state & SEARCH_RUNNING) !== 0);
  if (running.length === 0) return;
  const all = new Set(messages);
  if (running.some(({ state }) => (state & SEARCH_RECURSIVE) !== 0))
    for (const folder of folders) for (const id of messagesBelow(tx, folder)) all.add(id);
  for (const search of running) linkSearch(tx, { folder: search.folder, ...looked(tx, search, all) });
}

// A folder that moved may have left or entered what is searched, and everything below it with it.
function messagesBelow(tx: Transaction, folder: number): readonly number[] {
  const sql = `WITH RECURSIVE below (id) AS (SELECT id FROM folder WHERE id = ? UNION SELECT folder.id FROM folder JOIN below ON parent = below.id)
    SELECT message.id AS id FROM message JOIN below ON message.folder = below.id WHERE associated = 0`;
  return tx.db.all(sql, folder).map((row) => row['id'] as number);
}
