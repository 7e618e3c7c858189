import type { PropTag } from '../types/proptag.js';
import type { SSortOrderSet } from '../types/sortorder.js';
import { type SortLevel, sortLevels } from './sortlevels.js';
import { compareNullable, type KeyedRow, sortKeyed } from './sortrows.js';
import type { PropSource } from './source.js';
import { keyOf, type OrderKey } from './valueorder.js';

/** One heading with what stands below it. */
export interface RowGroup<R extends PropSource> {
  /** The level of the heading, 0 at the top: PR_DEPTH of its row. */
  readonly depth: number;
  /** The columns that make the heading. */
  readonly tags: readonly PropTag[];
  /** Their values, as the first row below has them; null where the rows have none. */
  readonly values: readonly unknown[];
  /** How many rows stand below, on all levels: PR_CONTENT_COUNT. */
  readonly count: number;
  /** The headings of the next level, in order; empty on the last level. */
  readonly groups: readonly RowGroup<R>[];
  /** The rows directly below, in order; empty but on the last level. */
  readonly rows: readonly R[];
}

/** Rows in order, below headings or without. */
export type GroupedRows<R extends PropSource> = Pick<RowGroup<R>, 'groups' | 'rows'>;

/**
 * Sorts rows below headings. Rows whose values of the heading's columns are equal (strings: but for case) stand below one
 * heading; those without a value have a heading of their own, the last one. Headings are in the order of their values, or
 * by the largest or smallest value of a TABLE_SORT_CATEG column below them, in the direction of the category.
 *
 * @param rows the rows
 * @param set the sort order; without categories there are no headings
 * @returns the headings of the top level, or the rows where there are none
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` or `MAPI_E_INVALID_PARAMETER`, as `sortLevels` does
 * @spec sorting-and-categorization @spec ssortorderset
 */
export function groupRows<R extends PropSource>(rows: readonly R[], set: SSortOrderSet): GroupedRows<R> {
  const { levels, rest } = sortLevels(set);
  const columns = [...levels.flatMap((level) => level.columns), ...rest];
  return group(sortKeyed(columns, rows), levels, 0, 0);
}

function group<R extends PropSource>(
  sorted: readonly KeyedRow<R>[],
  levels: readonly SortLevel[],
  depth: number,
  firstKey: number,
): GroupedRows<R> {
  const level = levels[depth];
  if (!level) return { groups: [], rows: sorted.map(({ row }) => row) };
  const nextKey = firstKey + level.columns.length;
  const tags = level.columns.map(({ tag }) => tag);
  const runs = inOrder(split(sorted, firstKey, nextKey), level);
  const groups = runs.map((run): RowGroup<R> => {
    const first = run[0] as KeyedRow<R>;
    const values = tags.map((tag) => first.row.get(tag) ?? null);
    return { depth, tags, values, count: run.length, ...group(run, levels, depth + 1, nextKey) };
  });
  return { groups, rows: [] };
}

// The rows are sorted, so those of one heading stand together.
function split<R extends PropSource>(sorted: readonly KeyedRow<R>[], from: number, to: number): KeyedRow<R>[][] {
  const runs: KeyedRow<R>[][] = [];
  for (const keyed of sorted) {
    const run = runs.at(-1);
    const before = run?.[0];
    if (run && before && isSame(before, keyed, from, to)) run.push(keyed);
    else runs.push([keyed]);
  }
  return runs;
}

function isSame<R extends PropSource>(a: KeyedRow<R>, b: KeyedRow<R>, from: number, to: number): boolean {
  for (let index = from; index < to; index++)
    if (compareNullable(a.keys[index] ?? null, b.keys[index] ?? null, false) !== 0) return false;
  return true;
}

function inOrder<R extends PropSource>(runs: KeyedRow<R>[][], { aggregate, columns }: SortLevel): KeyedRow<R>[][] {
  if (!aggregate) return runs;
  const descending = columns[0]?.descending ?? false;
  return runs
    .map((run) => ({ run, key: extreme(run, aggregate.tag, aggregate.largest) }))
    .sort((a, b) => compareNullable(a.key, b.key, descending))
    .map(({ run }) => run);
}

function extreme<R extends PropSource>(run: readonly KeyedRow<R>[], tag: PropTag, largest: boolean): OrderKey | null {
  let best: OrderKey | null = null;
  for (const { row } of run) {
    const value = row.get(tag) ?? null;
    const key = value === null ? null : keyOf(tag, value);
    if (compareNullable(key, best, largest) < 0) best = key;
  }
  return best;
}
