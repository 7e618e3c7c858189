import {
  and,
  counted,
  PR_INSTANCE_KEY,
  type PropRow,
  type PropSource,
  type PropTag,
  RELOP_EQ,
  type Restriction,
} from '../../mapi/index.js';
import { rowsAtATime } from './limits.js';
import type { Gap, RowSource, SourceRow } from './rowsource.js';
import { rowTest, shown } from './rowtest.js';
import type { View } from './view.js';

/**
 * Looks for the nearest row that matches: by its key where the restriction names one, by the source where it can, else by
 * reading rows until one matches.
 *
 * @param source where the rows come from
 * @param view what the table shows
 * @param wanted what to look for, valid; a count has room for the one row or for none
 * @param from where to begin
 * @param backward whether to look at the rows before that position
 * @returns the row; null when none matches
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` when the restriction can't be evaluated
 * @spec imapitable-findrow
 */
export async function findRow(
  source: RowSource,
  view: View,
  wanted: Restriction,
  from: Gap,
  backward: boolean,
): Promise<SourceRow | null> {
  const { restriction: inner, most } = counted(wanted);
  if (most === 0) return null;
  const restriction = inner ?? and();
  if (restriction.rt === 'property' && restriction.relop === RELOP_EQ && restriction.ulPropTag === PR_INSTANCE_KEY) {
    const [row] = await view.fetch([restriction.lpProp[1] as Uint8Array], []);
    return row && liesIn(view, row, from, backward) ? row : null;
  }
  if (view.find && source.restricts(restriction)) return view.find(restriction, from, backward);
  const test = rowTest(source, restriction);
  const columns = [...test.columns, ...view.instances];
  let gap = from;
  for (;;) {
    const rows = await view.read(gap, backward ? -rowsAtATime : rowsAtATime, columns);
    for (const row of backward ? rows.toReversed() : rows)
      if (await test.matches(view.sourceKey(row), row.row, instanceOf(view, row.row, columns))) return row;
    const last = backward ? rows[0] : rows.at(-1);
    if (!last || rows.length < rowsAtATime) return null;
    gap = { place: last.place, side: backward ? 'before' : 'behind' };
  }
}

function liesIn(view: View, row: SourceRow, from: Gap, backward: boolean): boolean {
  if (from === 'first' || from === 'last') return (from === 'last') === backward;
  const order = view.compare(row.place, from.place) || (from.side === 'before' ? 1 : -1);
  return backward ? order < 0 : order > 0;
}

// One of several instances of a row: the column of single instances and the whole property are both there.
function instanceOf(view: View, row: PropRow, columns: readonly PropTag[]): PropSource | undefined {
  if (view.instances.length === 0) return undefined;
  return { get: (tag) => (view.instances.includes(tag) ? row[columns.indexOf(tag)] : shown(row).get(tag)) };
}
