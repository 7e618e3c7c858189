import type { SSortOrderSet } from '../types/sortorder.js';
import { type SortColumn, sortLevels } from './sortlevels.js';
import type { PropSource } from './source.js';
import { compareKeys, keyOf, type OrderKey } from './valueorder.js';

/** A row with the keys of the columns that it sorts by; null where it has no value. */
export interface KeyedRow<R extends PropSource> {
  /** The row. */
  readonly row: R;
  /** One key for each column. */
  readonly keys: readonly (OrderKey | null)[];
}

/**
 * The order of two rows under a sort order without headings put in order by TABLE_SORT_CATEG columns, which no two rows
 * alone can tell (`groupRows` does): rows without a value come last, ascending and descending alike; values compare as
 * `compareValues` says; a multi-valued column compares as a whole, the missing values of the shorter one last.
 *
 * @param set the sort order
 * @returns a total order over rows: negative, zero or positive
 * @throws {ComError} what `sortLevels` throws
 * @spec ssortorder @spec imapitable-sorttable
 */
export function rowOrder(set: SSortOrderSet): (a: PropSource, b: PropSource) => number {
  const columns = columnsOf(set);
  return (a, b) => compareKeyed(columns, keysOf(columns, a), keysOf(columns, b));
}

/**
 * Sorts rows; those that are equal under the sort order keep the order they had.
 *
 * @param rows the rows
 * @param set the sort order, as for {@link rowOrder}
 * @returns a new array
 * @throws {ComError} what `sortLevels` throws
 * @spec ssortorderset
 */
export function sortRows<R extends PropSource>(rows: readonly R[], set: SSortOrderSet): R[] {
  const columns = columnsOf(set);
  return sortKeyed(columns, rows).map(({ row }) => row);
}

/**
 * Sorts rows and keeps the keys that it made for it.
 *
 * @param columns the columns, most significant first
 * @param rows the rows
 * @returns the rows in their order, equal ones as they were
 */
export function sortKeyed<R extends PropSource>(columns: readonly SortColumn[], rows: readonly R[]): KeyedRow<R>[] {
  return rows.map((row) => ({ row, keys: keysOf(columns, row) })).sort((a, b) => compareKeyed(columns, a.keys, b.keys));
}

/**
 * Compares two keys of one column; null comes last in either direction.
 *
 * @param a a key or null
 * @param b another one
 * @param descending largest first
 * @returns negative, zero or positive
 */
export function compareNullable(a: OrderKey | null, b: OrderKey | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareKeys(a, b, descending);
}

const columnsOf = (set: SSortOrderSet): readonly SortColumn[] => {
  const { levels, rest } = sortLevels(set);
  return [...levels.flatMap((level) => level.columns), ...rest];
};

const keysOf = (columns: readonly SortColumn[], row: PropSource): (OrderKey | null)[] =>
  columns.map(({ tag }) => {
    const value = row.get(tag) ?? null;
    return value === null ? null : keyOf(tag, value);
  });

function compareKeyed(
  columns: readonly SortColumn[],
  a: readonly (OrderKey | null)[],
  b: readonly (OrderKey | null)[],
): number {
  for (let index = 0; index < columns.length; index++) {
    const order = compareNullable(a[index] ?? null, b[index] ?? null, (columns[index] as SortColumn).descending);
    if (order !== 0) return order;
  }
  return 0;
}
