import type { Restriction } from '../types/restriction.js';
import type { SSortOrderSet } from '../types/sortorder.js';
import { compileRestriction } from './evaluate.js';
import { sortRows } from './sortrows.js';
import type { PropSource } from './source.js';

/** A restriction without the counts around it. */
export interface Counted {
  /** What each row must match; null matches everything. */
  readonly restriction: Restriction | null;
  /** How many matches count; Infinity for all of them. */
  readonly most: number;
}

/**
 * Takes the counts off a restriction, and the remarks around them.
 *
 * @param restriction a valid restriction; null matches everything
 * @returns what is left, and the smallest of the counts
 * @spec scountrestriction
 */
export function counted(restriction: Restriction | null): Counted {
  let most = Infinity;
  let inner = restriction;
  while (inner?.rt === 'count' || inner?.rt === 'comment' || inner?.rt === 'annotation') {
    if (inner.rt === 'count') most = Math.min(most, inner.ulCount);
    inner = inner.lpRes;
  }
  return { restriction: inner, most };
}

/**
 * The rows that a restriction lets through. This defines what a count means, for tables whose sources do it by themselves,
 * too: of all rows that match, the first so many in the order of the table, where equal rows stand as they are given. Which
 * columns make headings does not matter for that, nor do TABLE_SORT_CATEG_MAX and -MIN, whose order depends on the rows.
 *
 * @param rows the rows, expanded already where there are columns of single instances
 * @param restriction what they must match
 * @param order the order of the table
 * @returns the rows, as they are given
 * @throws {ComError} what `compileRestriction` and `sortLevels` throw
 * @spec scountrestriction
 */
export function selectRows<R extends PropSource>(
  rows: readonly R[],
  restriction: Restriction | null,
  order: SSortOrderSet,
): R[] {
  const { most } = counted(restriction);
  const found = rows.filter(compileRestriction(restriction));
  if (found.length <= most) return found;
  const first = new Set(sortRows(found, order).slice(0, most));
  return found.filter((row) => first.has(row));
}
