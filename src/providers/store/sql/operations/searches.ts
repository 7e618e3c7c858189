import { StoreError } from '../../error.js';
import { count, messageRow, unlink } from './message-rows.js';
import type { Transaction } from './transaction.js';

/** What a search folder looks for. */
export interface Search {
  /** The search folder. */
  readonly folder: number;
  /** The restriction, as its keeper wrote it down. */
  readonly restriction: string;
  /** The folders that are looked through. */
  readonly folders: readonly number[];
  /** SetSearchCriteria's flags. */
  readonly flags: number;
  /** GetSearchCriteria's state. */
  readonly state: number;
}

/**
 * Writes the criteria of a search folder.
 *
 * @throws {StoreError} `INVALID_PARAMETER` when the folder is no search folder
 */
export function setSearch(tx: Transaction, search: Search): void {
  const row = tx.db.get('SELECT type FROM folder WHERE id = ?', search.folder);
  if (row?.['type'] !== 2) throw new StoreError('INVALID_PARAMETER', `folder ${search.folder} is no search folder`);
  tx.searchMade();
  tx.db.run(
    `INSERT INTO search (folder, restriction, folders, flags, state) VALUES (?, ?, ?, ?, ?) ON CONFLICT (folder) DO UPDATE
     SET restriction = excluded.restriction, folders = excluded.folders, flags = excluded.flags, state = excluded.state`,
    search.folder,
    search.restriction,
    JSON.stringify(search.folders),
    search.flags,
    search.state,
  );
}

/** Messages that come into or leave a search folder. */
export interface SearchLinks {
  readonly folder: number;
  /** Messages that match now; one that was linked stays. */
  readonly add?: readonly number[];
  /** Messages that do not match any more. */
  readonly remove?: readonly number[];
}

const namedLinks = 8;

/**
 * Links messages to a search folder; its counts follow. A message that was deleted meanwhile is passed over.
 *
 * @returns how many links came and went
 */
export function linkSearch(tx: Transaction, { folder, add = [], remove = [] }: SearchLinks): number {
  const changed: number[] = [];
  for (const id of remove) {
    if (!tx.db.get('SELECT 1 AS there FROM search_link WHERE folder = ? AND message = ?', folder, id)) continue;
    unlink(tx, folder, messageRow(tx, id));
    changed.push(id);
  }
  for (const id of add) {
    const message = tx.db.get('SELECT id, associated, flags FROM message WHERE id = ? AND folder IS NOT NULL', id);
    if (!message) continue;
    const sql = 'INSERT INTO search_link (folder, message) VALUES (?, ?) ON CONFLICT (folder, message) DO NOTHING';
    if (tx.db.run(sql, folder, id).changes === 0) continue;
    count(tx, folder, message, 1);
    changed.push(id);
  }
  // Tables tell of a few rows one by one; beyond that they say that they have changed.
  const told = changed.length > namedLinks ? [null] : changed;
  for (const oldId of told) tx.log({ event: 'search', object: 'folder', id: folder, oldId });
  return changed.length;
}
