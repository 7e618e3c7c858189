import type { SqlRow } from '../../driver/index.js';
import { folderColumns } from '../columns.js';
import type { Database } from '../database.js';
import { textKey } from '../text-key.js';
import { Stored } from './stored.js';

/** A folder. */
export interface FolderRow extends Stored {
  /** The folder it lies in; null for the root. */
  readonly parent: number | null;
  /** 0 root, 1 generic, 2 search folder. */
  readonly type: number;
  readonly name: string;
  /** Messages, without associated ones. */
  readonly contentCount: number;
  /** Messages that are not read, without associated ones. */
  readonly unread: number;
  /** Associated messages. */
  readonly assocCount: number;
  /** Folders directly within it. */
  readonly subfolders: number;
}

/** The folder of an id; null when there is none. */
export function folder(db: Database, id: number): FolderRow | null {
  const row = db.getWide('SELECT * FROM folder WHERE id = ?', id);
  return row ? folderRowOf(row) : null;
}

/** The root folder; null in a store that is being made. */
export function rootFolder(db: Database): FolderRow | null {
  const row = db.getWide('SELECT * FROM folder WHERE parent IS NULL');
  return row ? folderRowOf(row) : null;
}

/** What a folder counts. */
export interface FolderTally {
  readonly id: number;
  /** The folder it lies in; null for the root. */
  readonly parent: number | null;
  /** As in {@link FolderRow}. */
  readonly contentCount: number;
  readonly unread: number;
  readonly assocCount: number;
  readonly subfolders: number;
}

/**
 * The counts of folders, without what else is known of them.
 *
 * @param ids of which; search folders come along, whose counts change with messages elsewhere; null for all
 */
export function folderTallies(db: Database, ids: ReadonlySet<number> | null): readonly FolderTally[] {
  const sql = 'SELECT id, parent, content_count, unread, assoc_count, subfolders FROM folder';
  if (ids === null) return db.all(`${sql} ORDER BY id`).map(tallyOf);
  const searches = db.all('SELECT folder FROM search').map((row) => row['folder'] as number);
  const wanted = [...new Set([...ids, ...searches])].sort((a, b) => a - b);
  return wanted.flatMap((id) => db.all(`${sql} WHERE id = ?`, id).map(tallyOf));
}

/** The folders directly within one, by name. */
export const subfolders = (db: Database, parent: number): readonly FolderRow[] =>
  db.allWide('SELECT * FROM folder WHERE parent = ? ORDER BY name_key', parent).map(folderRowOf);

/** The folder of a name within another, whatever the case; null when there is none. */
export function folderByName(db: Database, parent: number, name: string): FolderRow | null {
  const row = db.getWide('SELECT * FROM folder WHERE parent = ? AND name_key = ?', parent, textKey(name));
  return row ? folderRowOf(row) : null;
}

const folderRowOf = (row: SqlRow): FolderRow =>
  Object.assign(new Stored(folderColumns, row), {
    parent: row['parent'] === null ? null : Number(row['parent']),
    type: Number(row['type']),
    name: row['name'] as string,
    contentCount: Number(row['content_count']),
    unread: Number(row['unread']),
    assocCount: Number(row['assoc_count']),
    subfolders: Number(row['subfolders']),
  });

const tallyOf = (row: SqlRow): FolderTally => ({
  id: row['id'] as number,
  parent: row['parent'] as number | null,
  contentCount: row['content_count'] as number,
  unread: row['unread'] as number,
  assocCount: row['assoc_count'] as number,
  subfolders: row['subfolders'] as number,
});
