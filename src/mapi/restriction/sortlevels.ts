import { ComError } from '../../com/index.js';
import { MAPI_E_INVALID_PARAMETER, MAPI_E_TOO_COMPLEX } from '../codes.js';
import type { PropTag } from '../types/proptag.js';
import {
  type SSortOrder,
  type SSortOrderSet,
  TABLE_SORT_ASCEND,
  TABLE_SORT_CATEG_MAX,
  TABLE_SORT_CATEG_MIN,
  TABLE_SORT_COMBINE,
  TABLE_SORT_DESCEND,
  type TableSort,
} from '../types/sortorder.js';
import { maxSortColumns } from './limits.js';
import { isOrdered } from './valueorder.js';

/** A column with its direction. */
export interface SortColumn {
  /** The column. */
  readonly tag: PropTag;
  /** Largest first. */
  readonly descending: boolean;
}

/** One level of headings. */
export interface SortLevel {
  /** The columns whose values make a heading: one, and those that TABLE_SORT_COMBINE adds. */
  readonly columns: readonly SortColumn[];
  /** The column whose largest or smallest value in each heading puts the headings in order; null: their own values do. */
  readonly aggregate: { readonly tag: PropTag; readonly largest: boolean } | null;
}

/** A sort order taken apart. */
export interface SortLevels {
  /** The levels of headings, top first. */
  readonly levels: readonly SortLevel[];
  /** The columns that sort the rows, most significant first. */
  readonly rest: readonly SortColumn[];
  /** How many levels start open. */
  readonly expanded: number;
}

/**
 * Checks a sort order and takes it apart. What the pages leave open is decided so:
 *
 * - TABLE_SORT_COMBINE columns count among `cCategories` but add no level; they sort in the direction of the column that
 *   they join.
 * - TABLE_SORT_CATEG_MAX and TABLE_SORT_CATEG_MIN stand behind the category that they put in order, in the direction of
 *   that category; they are no categories and do not count.
 *
 * @param set the sort order; without columns it is the table's own
 * @returns its levels and the columns for the rows
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` when there are more than `mapi.sortColumns` columns, a column's type has no
 *   order, or TABLE_SORT_COMBINE, TABLE_SORT_CATEG_MAX or TABLE_SORT_CATEG_MIN stands where no category precedes it
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there are more categories than columns or more open levels than
 *   categories
 * @spec ssortorderset @spec ssortorder @spec imapitable-sorttable
 */
export function sortLevels(set: SSortOrderSet): SortLevels {
  checkCounts(set);
  const levels: { columns: SortColumn[]; aggregate: SortLevel['aggregate'] }[] = [];
  const rest: SortColumn[] = [];
  let categories = 0;
  for (const { ulPropTag, ulOrder } of set.aSort) {
    if (!isOrdered(ulPropTag)) throw tooComplex('a column whose type has no order');
    const level = levels.at(-1);
    if (isAggregate(ulOrder)) {
      if (!level || level.aggregate || rest.length > 0) throw tooComplex('TABLE_SORT_CATEG without a category before');
      level.aggregate = { tag: ulPropTag, largest: ulOrder === TABLE_SORT_CATEG_MAX };
    } else if (ulOrder === TABLE_SORT_COMBINE) {
      const first = level?.columns[0];
      if (!level || !first || categories >= set.cCategories)
        throw tooComplex('TABLE_SORT_COMBINE without a category before');
      level.columns.push({ tag: ulPropTag, descending: first.descending });
      categories++;
    } else {
      const column = { tag: ulPropTag, descending: descends(ulOrder) };
      if (categories < set.cCategories) {
        levels.push({ columns: [column], aggregate: null });
        categories++;
      } else rest.push(column);
    }
  }
  return { levels, rest, expanded: Math.min(set.cExpanded, levels.length) };
}

function checkCounts({ aSort, cCategories, cExpanded }: SSortOrderSet): void {
  if (aSort.length > maxSortColumns) throw tooComplex(`more than ${maxSortColumns} columns`);
  if (!isCount(cCategories, aSort.length)) throw invalid('more categories than columns');
  if (!isCount(cExpanded, cCategories)) throw invalid('more open levels than categories');
}

const isCount = (value: number, most: number): boolean => Number.isInteger(value) && value >= 0 && value <= most;

const isAggregate = (order: SSortOrder['ulOrder']): boolean =>
  order === TABLE_SORT_CATEG_MAX || order === TABLE_SORT_CATEG_MIN;

function descends(order: TableSort): boolean {
  if (order !== TABLE_SORT_ASCEND && order !== TABLE_SORT_DESCEND) throw tooComplex('an order that is not known');
  return order === TABLE_SORT_DESCEND;
}

const tooComplex = (what: string): ComError => new ComError(MAPI_E_TOO_COMPLEX, `sort order: ${what}`);
const invalid = (what: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, `sort order: ${what}`);
