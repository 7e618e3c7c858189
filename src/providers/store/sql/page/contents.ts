import { type PropTag, propId, type Restriction, type SSortOrder } from '../../../../mapi/index.js';
import type { SqlRow, SqlValue } from '../../driver/index.js';
import { Bag } from '../bag/bag.js';
import { type Column, messageColumns, propertyValue } from '../columns.js';
import { atMost, type Database } from '../database.js';
import { restrict } from './restrict.js';
import { type SortKey, type Stretch, sortKeys, stretches } from './sort.js';

/** Whose contents. */
export type ContentsScope =
  | { readonly folder: number; readonly associated?: boolean }
  /** The messages linked to a search folder. */
  | { readonly search: number };

/** What a contents table shows. */
export interface ContentsQueryOptions {
  readonly scope: ContentsScope;
  /** The columns of the table. Those of which the store keeps no column are read from the bag. */
  readonly columns: readonly PropTag[];
  /** Rows that match; null for all. */
  readonly restriction: Restriction | null;
  /** Ascending and descending columns; empty sorts by id. */
  readonly sort: readonly SSortOrder[];
  /** What the rows must match in the end: those that SQL sees to fail are left out, nothing is owed for the others. */
  readonly narrow?: Restriction | null;
  /** The bag is read with each row even if no column needs it: for the remainder. */
  readonly bags?: boolean;
  /** The change number is read with each row. */
  readonly changes?: boolean;
}

/** Where a row stands in its order: stays good whatever comes and goes around it. */
export interface RowPosition {
  readonly keys: readonly SqlValue[];
  readonly id: number;
}

/** One row. */
export interface ContentsRow extends RowPosition {
  /** The values in the order of the columns; null where the message has no such property, or a large one. */
  readonly values: readonly unknown[];
  /** The properties of the bag; null when it was not read. */
  readonly bag: Bag | null;
  /** How many large values the message has; 0 when the bag was not read. */
  readonly big: number;
  /** The change number; null when it was not read. */
  readonly change: number | null;
}

interface PageQuery {
  readonly sql: string;
  readonly values: readonly SqlValue[];
}

/** A contents table as SQL: compiled once, read by pages, each a range of an index where one fits. */
export class ContentsQuery {
  /** What must be evaluated for each row that comes out; null where SQL tells all. */
  readonly remainder: Restriction | null;
  readonly #columns: readonly PropTag[];
  readonly #keys: readonly SortKey[];
  readonly #from: string;
  readonly #restricted: readonly SqlValue[];
  readonly #scope: readonly SqlValue[];
  readonly #where: string;
  readonly #select: string;
  /** For each column of the table the column it is read from; null for the bag. */
  readonly #cells: readonly (Column | null)[];
  /** Under which names the keys stand in a row. */
  readonly #keyNames: readonly string[];
  readonly #bags: boolean;
  readonly #changes: boolean;
  readonly #ends = new Map<boolean, readonly PageQuery[]>();
  #versions: readonly (PageQuery & { readonly stretch: Stretch })[] | null = null;

  private constructor(options: ContentsQueryOptions, keys: readonly SortKey[]) {
    const { scope, columns, restriction, narrow = null, bags = false, changes = false } = options;
    this.#columns = columns;
    this.#keys = keys;
    const told = restrict(restriction, messageColumns, 'm');
    const narrowed = restrict(narrow, messageColumns, 'm');
    this.remainder = told.remainder;
    this.#restricted = [...told.values, ...narrowed.values];
    const linked = 'search' in scope;
    this.#from = linked ? 'search_link l JOIN message m ON m.id = l.message' : 'message m';
    this.#scope = linked ? [scope.search] : [scope.folder, Number(scope.associated ?? false)];
    const where = linked ? 'l.folder = ? AND m.associated = 0' : 'm.folder = ? AND m.associated = ?';
    this.#where = `${where} AND ${told.where} AND ${narrowed.where}`;
    const known = columns.map((tag) => messageColumns.get(propId(tag)) ?? null);
    this.#bags = bags || this.remainder !== null || known.includes(null);
    this.#changes = changes;
    // A column costs more on its way through the driver than the same value does in a bag that comes anyway.
    this.#cells = known.map((column) => (this.#bags && column?.inBag ? null : column));
    const names = new Set(this.#cells.flatMap((column) => (column ? `m.${column.name}` : [])));
    this.#keyNames = keys.map(({ sql }, index) => (names.has(sql) ? sql.slice(2) : `key${index}`));
    this.#select = [
      'm.id',
      ...names,
      ...keys.flatMap(({ sql }, index) => (names.has(sql) ? [] : [`${sql} AS key${index}`])),
      ...(this.#bags ? ['m.big', 'm.bag'] : []),
      ...(changes ? ['m.change'] : []),
    ].join(', ');
  }

  /**
   * Compiles a contents table.
   *
   * @returns null when SQL cannot sort like this: then all rows are sorted in memory
   */
  static of(options: ContentsQueryOptions): ContentsQuery | null {
    const keys = sortKeys(options.sort, messageColumns, 'm');
    return keys && new ContentsQuery(options, keys);
  }

  /**
   * Reads rows.
   *
   * @param db the connection
   * @param count how many at most
   * @param after the row they follow; null from the beginning (backwards: from the end)
   * @param backwards the rows before it, nearest first
   * @returns the rows, the remainder not yet evaluated; fewer than `count` at the end
   */
  page(db: Database, count: number, after: RowPosition | null = null, backwards = false): readonly ContentsRow[] {
    const rows: ContentsRow[] = [];
    for (const { sql, values } of this.#pages(after, backwards)) {
      if (rows.length >= count) break;
      for (const row of db.allWide(sql, ...values, count - rows.length)) rows.push(this.#row(row));
    }
    return rows;
  }

  #pages(after: RowPosition | null, backwards: boolean): readonly PageQuery[] {
    const make = (): readonly PageQuery[] =>
      stretches(this.#keys, 'm.id', after, backwards).map((stretch) => ({
        sql: `SELECT ${this.#select} FROM ${this.#from} WHERE ${this.#where} AND ${stretch.where} ORDER BY ${stretch.order} ${atMost}`,
        values: this.#values(stretch),
      }));
    if (after !== null) return make();
    // The pages at both ends are asked for most, and always in the same words.
    const known = this.#ends.get(backwards) ?? make();
    this.#ends.set(backwards, known);
    return known;
  }

  /**
   * The ids and change numbers of some rows. They come as one row of two lists: fifty rows of two columns cost four times as much on
   * their way through the driver.
   *
   * @param db the connection
   * @param skip how many rows are passed over
   * @param count how many at most
   * @returns two lists side by side, the remainder not evaluated
   */
  versions(db: Database, skip: number, count: number): { readonly ids: number[]; readonly changes: number[] } {
    const found = { ids: [] as number[], changes: [] as number[] };
    this.#versions ??= stretches(this.#keys, 'm.id', null, false).map((stretch) => ({
      stretch,
      sql: `SELECT json_group_array(id) AS ids, json_group_array(change) AS changes FROM (SELECT m.id AS id, m.change AS change FROM ${this.#from} WHERE ${this.#where} AND ${stretch.where} ORDER BY ${stretch.order} ${atMost} OFFSET ?)`,
      values: this.#values(stretch),
    }));
    let rest = skip;
    for (const { stretch, sql, values } of this.#versions) {
      if (found.ids.length >= count) break;
      const row = db.get(sql, ...values, count - found.ids.length, rest);
      const ids = JSON.parse(row?.['ids'] as string) as number[];
      if (ids.length === 0) {
        if (rest > 0) rest -= this.#count(db, stretch);
        continue;
      }
      rest = 0;
      found.ids.push(...ids);
      found.changes.push(...(JSON.parse(row?.['changes'] as string) as number[]));
    }
    return found;
  }

  /**
   * How many rows there are.
   *
   * @param db the connection
   * @param before only those before this row
   * @returns the number, the remainder not evaluated
   */
  count(db: Database, before: RowPosition | null = null): number {
    if (before === null) return this.#count(db, { where: '1 = 1', values: [] });
    return stretches(this.#keys, 'm.id', before, true).reduce((sum, stretch) => sum + this.#count(db, stretch), 0);
  }

  /**
   * The position of the row so many rows further. It counts its way there, without reading any.
   *
   * @param db the connection
   * @param index how many rows lie between, from 0
   * @param after the row to begin behind; null for the beginning (backwards: the end)
   * @param backwards towards the beginning
   * @returns the position, or null where there are fewer rows, and then how many there are; the remainder is not evaluated
   */
  at(
    db: Database,
    index: number,
    after: RowPosition | null = null,
    backwards = false,
  ): { readonly position: RowPosition | null; readonly there: number } {
    let rest = index;
    const keys = this.#keys.map(({ sql }, at) => `, ${sql} AS ${this.#keyNames[at]}`).join('');
    for (const stretch of stretches(this.#keys, 'm.id', after, backwards)) {
      const sql = `SELECT m.id${keys} FROM ${this.#from} WHERE ${this.#where} AND ${stretch.where} ORDER BY ${stretch.order} LIMIT 1 OFFSET ?`;
      const row = db.getWide(sql, ...this.#values(stretch), rest);
      if (row) return { position: { keys: this.#keysOf(row), id: Number(row['id']) }, there: index + 1 };
      rest -= this.#count(db, stretch);
    }
    return { position: null, there: index - rest };
  }

  /**
   * The row of a message.
   *
   * @param db the connection
   * @param id the message
   * @returns the row, the remainder not evaluated; null when the message is not among the rows
   */
  row(db: Database, id: number): ContentsRow | null {
    const sql = `SELECT ${this.#select} FROM ${this.#from} WHERE ${this.#where} AND m.id = ?`;
    const row = db.getWide(sql, ...this.#scope, ...this.#restricted, id);
    return row ? this.#row(row) : null;
  }

  /**
   * The messages of all rows, in no order.
   *
   * @param db the connection
   * @returns their ids, the remainder not evaluated
   */
  ids(db: Database): readonly number[] {
    const sql = `SELECT m.id AS id FROM ${this.#from} WHERE ${this.#where}`;
    return db.all(sql, ...this.#scope, ...this.#restricted).map((row) => row['id'] as number);
  }

  #count(db: Database, stretch: Omit<Stretch, 'order'>): number {
    const sql = `SELECT count(*) AS n FROM ${this.#from} WHERE ${this.#where} AND ${stretch.where}`;
    return db.get(sql, ...this.#values(stretch))?.['n'] as number;
  }

  #values(stretch: Omit<Stretch, 'order'>): readonly SqlValue[] {
    return [...this.#scope, ...this.#restricted, ...stretch.values];
  }

  #row(row: SqlRow): ContentsRow {
    const bag = this.#bags ? new Bag(row['bag'] as Uint8Array) : null;
    const values = this.#cells.map((column, index) =>
      column ? propertyValue(column, row[column.name]) : (bag?.get(this.#columns[index] as PropTag) ?? null),
    );
    const change = this.#changes ? Number(row['change']) : null;
    return { keys: this.#keysOf(row), id: Number(row['id']), values, bag, big: Number(row['big'] ?? 0), change };
  }

  #keysOf(row: SqlRow): readonly SqlValue[] {
    return this.#keyNames.map((name) => row[name] ?? null);
  }
}
