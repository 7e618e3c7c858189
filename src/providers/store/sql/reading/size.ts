import type { Database } from '../database.js';

/** How much of its file a store fills, in kilobytes; what was deleted counts no longer, as soon as its place can be used again. */
export function kilobytesUsed(db: Database): number {
  const value = (name: string): number => Number(db.get(`PRAGMA ${name}`)?.[name] ?? 0);
  return Math.ceil(((value('page_count') - value('freelist_count')) * value('page_size')) / 1024);
}
