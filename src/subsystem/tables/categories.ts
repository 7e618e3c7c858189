import { ComError } from '../../com/index.js';
import { type ExpandedRows, MAPI_E_NO_SUPPORT, MAPI_E_NOT_FOUND } from '../../mapi/index.js';
import type { Bookmarks } from './bookmarks.js';
import { readCollapseState, writeCollapseState } from './collapsestate.js';
import { maxRowsPerCall } from './limits.js';
import type { ViewSettings } from './openview.js';
import type { Gap } from './rowsource.js';
import type { Slots } from './slots.js';
import type { Headings, View } from './view.js';

/**
 * Opens a heading and reads the first of the rows that this adds. The cursor goes behind the last row read or, when there
 * is none, behind the heading.
 *
 * @param view what the table shows
 * @param bookmarks its cursor
 * @param columns its columns
 * @param key the heading
 * @param most how many rows to read
 * @throws {ComError} `MAPI_E_NOT_FOUND` when the view shows no such heading
 * @spec imapitable-expandrow
 */
export async function expandRow(
  view: View,
  bookmarks: Bookmarks,
  columns: Slots,
  key: Uint8Array,
  most: number,
): Promise<ExpandedRows> {
  const { place, rows } = turn(view, key, true);
  const count = Math.min(most, rows, maxRowsPerCall);
  const gap: Gap = { place, side: 'behind' };
  const found = count > 0 ? await view.read(gap, count, columns.asked) : [];
  const last = found.at(-1);
  bookmarks.cursor = last ? { place: last.place, side: 'behind' } : gap;
  return Object.freeze({
    lppRows: Object.freeze(found.map(({ row }) => columns.fill(row))),
    lpulMoreRows: rows,
  });
}

/**
 * Closes a heading.
 *
 * @param view what the table shows
 * @param key the heading
 * @returns how many rows went, headings among them
 * @throws {ComError} `MAPI_E_NOT_FOUND` when the view shows no such heading
 * @spec imapitable-collapserow
 */
export const collapseRow = (view: View, key: Uint8Array): number => turn(view, key, false).rows;

/**
 * Saves which headings are open.
 *
 * @param view what the table shows
 * @param settings its order and restriction
 * @param row the row to come back to
 * @throws {ComError} `MAPI_E_NO_SUPPORT` when the table has no categories
 * @spec imapitable-getcollapsestate
 */
export const saveCollapse = (view: View, settings: ViewSettings, row: Uint8Array): Uint8Array =>
  writeCollapseState({ row, turned: categories(view).turned() }, settings);

/**
 * Opens and closes headings as they were.
 *
 * @param view what the table shows
 * @param bookmarks its bookmarks
 * @param settings its order and restriction
 * @param state what {@link saveCollapse} answered
 * @returns a bookmark of the row that was saved; of the end when that row is gone
 * @throws {ComError} `MAPI_E_NO_SUPPORT` when the table has no categories, `MAPI_E_UNABLE_TO_COMPLETE` when the state is none
 *   or was saved under another order or restriction
 * @spec imapitable-setcollapsestate
 */
export function restoreCollapse(view: View, bookmarks: Bookmarks, settings: ViewSettings, state: Uint8Array): number {
  const headings = categories(view);
  const { row, turned } = readCollapseState(state, settings);
  headings.restore(turned);
  const place = headings.placeOf(row);
  if (place === null) return bookmarks.add(null, 'last');
  return bookmarks.add({ key: row, place }, { place, side: 'before' });
}

function turn(view: View, key: Uint8Array, open: boolean): { readonly place: unknown; readonly rows: number } {
  const turned = view.headings?.turn(key, open);
  if (!turned) throw new ComError(MAPI_E_NOT_FOUND, 'the view shows no heading with this key');
  return turned;
}

function categories(view: View): Headings {
  if (!view.headings) throw new ComError(MAPI_E_NO_SUPPORT, 'the table is not sorted by categories');
  return view.headings;
}
