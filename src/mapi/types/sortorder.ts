import type { PropTag } from './proptag.js';

/** Smallest first. */
export const TABLE_SORT_ASCEND = 0;
/** Largest first. */
export const TABLE_SORT_DESCEND = 1;
/** This column makes one heading together with the column before. */
export const TABLE_SORT_COMBINE = 2;
/** Headings in the order of the largest value of this column in each. */
export const TABLE_SORT_CATEG_MAX = 4;
/** Headings in the order of the smallest value of this column in each. */
export const TABLE_SORT_CATEG_MIN = 8;

/** How a column sorts. @spec ssortorder */
export type TableSort =
  | typeof TABLE_SORT_ASCEND
  | typeof TABLE_SORT_DESCEND
  | typeof TABLE_SORT_COMBINE
  | typeof TABLE_SORT_CATEG_MAX
  | typeof TABLE_SORT_CATEG_MIN;

/** One column of a sort order. @spec ssortorder */
export interface SSortOrder {
  /** The column. */
  readonly ulPropTag: PropTag;
  /** How it sorts. */
  readonly ulOrder: TableSort;
}

/** Columns to sort by, the first of them perhaps as headings. @spec ssortorderset */
export interface SSortOrderSet {
  /** The columns, most significant first. */
  readonly aSort: readonly SSortOrder[];
  /** How many of the columns make headings. */
  readonly cCategories: number;
  /** How many levels of headings start open. */
  readonly cExpanded: number;
}

/**
 * Smallest first.
 *
 * @param tag the column
 * @spec ssortorder
 */
export const ascend = (tag: PropTag): SSortOrder => order(tag, TABLE_SORT_ASCEND);

/**
 * Largest first.
 *
 * @param tag the column
 * @spec ssortorder
 */
export const descend = (tag: PropTag): SSortOrder => order(tag, TABLE_SORT_DESCEND);

/**
 * One heading together with the column before: only for columns behind the first that are categories.
 *
 * @param tag the column
 * @spec ssortorder
 */
export const combine = (tag: PropTag): SSortOrder => order(tag, TABLE_SORT_COMBINE);

/**
 * Headings of the category before in the order of the largest value of this column in each.
 *
 * @param tag the column
 * @spec ssortorder
 */
export const categoryMax = (tag: PropTag): SSortOrder => order(tag, TABLE_SORT_CATEG_MAX);

/**
 * Headings of the category before in the order of the smallest value of this column in each.
 *
 * @param tag the column
 * @spec ssortorder
 */
export const categoryMin = (tag: PropTag): SSortOrder => order(tag, TABLE_SORT_CATEG_MIN);

/**
 * A plain sort order.
 *
 * @param aSort the columns, most significant first; none stands for the table's own order
 * @returns the frozen set
 * @example
 * ```ts
 * await table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME), ascend(PR_SUBJECT_W)));
 * ```
 * @spec ssortorderset
 */
export const sortBy = (...aSort: readonly SSortOrder[]): SSortOrderSet => categorized(0, 0, ...aSort);

/**
 * A sort order with headings.
 *
 * @param cCategories how many of the first columns make headings
 * @param cExpanded how many levels of headings start open: 0 shows the top headings alone, `cCategories` everything
 * @param aSort the columns, most significant first
 * @returns the frozen set
 * @spec ssortorderset @spec sorting-and-categorization
 */
export const categorized = (cCategories: number, cExpanded: number, ...aSort: readonly SSortOrder[]): SSortOrderSet =>
  Object.freeze({ aSort: Object.freeze([...aSort]), cCategories, cExpanded });

const order = (ulPropTag: PropTag, ulOrder: TableSort): SSortOrder => Object.freeze({ ulPropTag, ulOrder });
