import { type PropTag, type PropValue, propId } from '../../../../mapi/index.js';
import type { SqlRow } from '../../driver/index.js';
import { Bag } from '../bag/bag.js';
import { type Columns, folderColumns, propertyValue } from '../columns.js';
import type { Database } from '../database.js';
import { textKey } from '../text-key.js';

/** An object as it is stored: values of columns and bag by property. */
export interface Stored {
  readonly id: number;
  /** The change number. */
  readonly change: number;
  /** How many large values it has; `big` of {@link bigValues} lists them. */
  readonly big: number;
  /** The properties that have no column. */
  readonly bag: Bag;
  /** The properties that have columns; null where the object has no such property. Found by identifier. */
  readonly columns: ReadonlyMap<number, PropValue>;
  /**
   * One value, from a column or the bag: the cheap way to a few.
   *
   * @param tag the property; its identifier counts
   * @returns null where the object has no such property, or a large one
   */
  value(tag: PropTag): unknown;
}

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

/** Reads the columns of a kind of object off a row; their values are converted when they are first asked for. */
export function storedOf(columns: Columns, row: SqlRow): Stored {
  let values: Map<number, PropValue> | null = null;
  return {
    id: Number(row['id']),
    change: Number(row['change'] ?? 0),
    big: Number(row['big'] ?? 0),
    bag: new Bag(row['bag'] as Uint8Array),
    get columns() {
      if (values) return values;
      values = new Map();
      for (const [id, column] of columns) {
        const value = row[column.name];
        values.set(id, [column.tag, propertyValue(column, value)]);
      }
      return values;
    },
    value(tag) {
      const column = columns.get(propId(tag));
      return column ? propertyValue(column, row[column.name]) : (this.bag.get(tag) ?? null);
    },
  };
}

const folderRowOf = (row: SqlRow): FolderRow =>
  Object.assign(storedOf(folderColumns, row), {
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
