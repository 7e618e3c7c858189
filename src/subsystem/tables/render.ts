import {
  changePropType,
  isInstance,
  MAPI_E_NOT_FOUND,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_INSTANCE_KEY,
  PR_ROW_TYPE,
  PropRow,
  type PropTag,
  type PropValue,
  PT_ERROR,
  PT_STRING8,
  prop,
  propError,
  propId,
  singleType,
  TBL_COLLAPSED_CATEGORY,
  TBL_EXPANDED_CATEGORY,
  TBL_LEAF_ROW,
} from '../../mapi/index.js';
import { defaultCodePage, narrowed } from '../props/codepage.js';
import { firstLeaf, type Heading } from './heading.js';
import type { Leaf } from './leaf.js';

/** The row without columns, for those who want keys and places only. */
export const emptyRow: PropRow = new PropRow(Object.freeze([]), []);

/**
 * The row of a heading: the columns that made it and those above it, `PR_CONTENT_COUNT`, `PR_CONTENT_UNREAD`,
 * `PR_INSTANCE_KEY`, `PR_DEPTH` and `PR_ROW_TYPE`. Everything else is not found.
 *
 * @param heading the heading
 * @param columns the columns of the table
 * @spec sorting-and-categorization
 */
export const headingRow = (heading: Heading, columns: readonly PropTag[]): PropRow =>
  PropRow.fromProps(columns.map((tag) => headingValue(heading, tag)));

/**
 * The row of a leaf where the view adds something to what the source gave: below headings its depth and type, which keeps
 * the columns of the headings, too; and one value of each single-instance column.
 *
 * @param leaf the leaf
 * @param row what the source gave for the columns; null when the row has just gone
 * @param columns the columns of the table
 */
export const leafRow = (leaf: Leaf, row: PropRow | null, columns: readonly PropTag[]): PropRow => {
  const values = row?.toProps();
  return PropRow.fromProps(
    columns.map((tag, index) => added(leaf, tag) ?? values?.[index] ?? propError(tag, MAPI_E_NOT_FOUND)),
  );
};

/**
 * The row of which the source gave nothing.
 *
 * @param columns the columns of the table
 */
export const missingRow = (columns: readonly PropTag[]): PropRow =>
  new PropRow(
    columns.map((tag) => changePropType(tag, PT_ERROR)),
    columns.map(() => MAPI_E_NOT_FOUND),
  );

function headingValue(heading: Heading, tag: PropTag): PropValue {
  switch (propId(tag)) {
    case propId(PR_CONTENT_COUNT):
      return prop(PR_CONTENT_COUNT, heading.count);
    case propId(PR_CONTENT_UNREAD):
      return prop(PR_CONTENT_UNREAD, heading.unread);
    case propId(PR_INSTANCE_KEY):
      return prop(PR_INSTANCE_KEY, heading.key);
    case propId(PR_DEPTH):
      return prop(PR_DEPTH, heading.depth);
    case propId(PR_ROW_TYPE):
      return prop(PR_ROW_TYPE, heading.open ? TBL_EXPANDED_CATEGORY : TBL_COLLAPSED_CATEGORY);
    default:
      return shownValue(heading, tag) ?? propError(tag, MAPI_E_NOT_FOUND);
  }
}

function shownValue(heading: Heading, tag: PropTag): PropValue | null {
  const shown =
    heading.tags.find((known) => known === tag) ?? heading.tags.find((known) => propId(known) === propId(tag));
  const value = shown === undefined ? null : (firstLeaf(heading).values.get(shown) ?? null);
  return shown === undefined || value === null ? null : prop(shown, inWidth(shown, value));
}

function added(leaf: Leaf, tag: PropTag): PropValue | null {
  if (propId(tag) === propId(PR_INSTANCE_KEY)) return prop(PR_INSTANCE_KEY, leaf.key);
  if (leaf.headings.length > 0 && propId(tag) === propId(PR_DEPTH)) return prop(PR_DEPTH, leaf.headings.length);
  if (leaf.headings.length > 0 && propId(tag) === propId(PR_ROW_TYPE)) return prop(PR_ROW_TYPE, TBL_LEAF_ROW);
  if (!leaf.instance || !isInstance(tag)) return null;
  const value = leaf.instance.get(tag) ?? null;
  return value === null ? null : prop(tag, value);
}

// Headings hold all characters; a column of 8-bit strings shows those of its code page.
function inWidth(tag: PropTag, value: unknown): unknown {
  const bits8 = singleType(tag) === PT_STRING8;
  if (bits8 && Array.isArray(value)) return value.map((each: string) => narrowed(each, defaultCodePage));
  return bits8 ? narrowed(value as string, defaultCodePage) : value;
}
