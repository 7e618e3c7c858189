import { matches, type Restriction, SEARCH_RECURSIVE } from '../../../../mapi/index.js';
import type { Database } from '../database.js';
import type { Search } from '../operations/searches.js';
import { messageSource } from './message-source.js';
import { restrictionOf } from './restriction-text.js';

/**
 * Whether a message belongs into a search folder: it lies in a folder that is searched, and matches.
 *
 * @param db the connection
 * @param search the criteria
 * @param id the message; one that is gone, embedded or associated never belongs
 */
export function belongs(db: Database, search: Search, id: number): boolean {
  const row = db.get('SELECT folder, associated FROM message WHERE id = ?', id);
  const folder = row?.['folder'];
  if (typeof folder !== 'number' || row?.['associated'] !== 0 || !isSearched(db, search, folder)) return false;
  return matches(parsed(search.restriction), messageSource(db, id));
}

/**
 * The folders that a search looks through.
 *
 * @param db the connection
 * @param search the criteria
 */
export function searchedFolders(db: Database, { folders, state }: Search): readonly number[] {
  const all = new Set<number>();
  const visit = (id: number): void => {
    if (all.has(id)) return;
    all.add(id);
    if ((state & SEARCH_RECURSIVE) === 0) return;
    for (const child of db.all('SELECT id FROM folder WHERE parent = ?', id)) visit(child['id'] as number);
  };
  for (const id of folders) visit(id);
  return [...all];
}

function isSearched(db: Database, { folders, state }: Search, folder: number): boolean {
  const above = (id: number) => db.get('SELECT parent FROM folder WHERE id = ?', id)?.['parent'] as number | null;
  for (let at: number | null = folder; at !== null && at !== undefined; at = above(at)) {
    if (folders.includes(at)) return true;
    if ((state & SEARCH_RECURSIVE) === 0) return false;
  }
  return false;
}

const mostParsed = 100;
const restrictions = new Map<string, Restriction>();

// Every write asks, and the criteria hardly ever change.
function parsed(text: string): Restriction {
  const known = restrictions.get(text);
  if (known) return known;
  if (restrictions.size >= mostParsed) restrictions.clear();
  const restriction = restrictionOf(text);
  restrictions.set(text, restriction);
  return restriction;
}
