import { searches } from '../reading/lists.js';
import { looked } from '../search/look.js';
import { linkSearch, type Search } from './searches.js';
import type { Transaction } from './transaction.js';

/** Messages that a search has to look at. */
export interface SearchLook {
  /** The search folder. */
  readonly folder: number;
  /** The messages, wherever they are now. */
  readonly ids: readonly number[];
}

/**
 * Looks at messages once more and links or unlinks them, by the criteria as they are now.
 *
 * @returns how many links came and went
 */
export function lookAt(tx: Transaction, { folder, ids }: SearchLook): number {
  const [search] = searches(tx.db, folder);
  return search ? linkSearch(tx, { folder, ...looked(tx, search, ids) }) : 0;
}

/** The end of a search's first pass. */
export interface SearchEnd {
  /** What the pass looked for. */
  readonly search: Search;
  /** GetSearchCriteria's state from now on. */
  readonly state: number;
}

/**
 * Writes down that a search has looked at everything there is; the change log says `searched`.
 *
 * @returns false when the criteria have changed meanwhile, so that another pass will come to an end
 */
export function endSearch(tx: Transaction, { search, state }: SearchEnd): boolean {
  const [now] = searches(tx.db, search.folder);
  if (!now || JSON.stringify(now) !== JSON.stringify(search)) return false;
  tx.db.run('UPDATE search SET state = ? WHERE folder = ?', state, search.folder);
  tx.log({ event: 'searched', object: 'folder', id: search.folder });
  return true;
}
