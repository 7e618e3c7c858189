import { ComError } from '../../com/index.js';
import { MAPI_E_TABLE_TOO_BIG } from '../codes.js';
import { isInstance, type PropTag, propId, propTag, propType } from '../types/proptag.js';
import { MV_INSTANCE } from '../types/proptype.js';
import { maxInstances } from './limits.js';
import type { PropSource } from './source.js';

/** One row of the several that a row with single-instance columns becomes. */
export interface InstanceRow<R extends PropSource> extends PropSource {
  /** The row it was made of. */
  readonly row: R;
  /** Which value it shows of each single-instance column, from 0; what makes its PR_INSTANCE_KEY unique. */
  readonly instance: readonly number[];
}

/**
 * Makes one row for each value of the single-instance columns (those with MVI_FLAG), and for each combination where there
 * are several such columns. A row without values of such a column keeps one instance that lacks the property. Equal
 * values make a row each. The first column varies slowest.
 *
 * @param row the row, of which `get` answers an array for the multi-valued property
 * @param columns the columns of the table or of its sort order; those without MVI_FLAG do not matter
 * @returns the rows; the row itself as its one instance where no column has MVI_FLAG
 * @throws {ComError} `MAPI_E_TABLE_TOO_BIG` when there would be more than `mapi.instancesPerRow`
 * @spec working-with-multivalued-columns @spec getinstance
 */
export function expandInstances<R extends PropSource>(row: R, columns: readonly PropTag[]): InstanceRow<R>[] {
  const expanded = [...new Set(columns.filter(isInstance))];
  const values = expanded.map((column) => (row.get(manyOf(column)) ?? []) as readonly unknown[]);
  const counts = values.map((list) => Math.max(list.length, 1));
  const total = counts.reduce((product, count) => product * count, 1);
  if (total > maxInstances)
    throw new ComError(MAPI_E_TABLE_TOO_BIG, `${total} instances of one row; at most ${maxInstances}`);
  return Array.from({ length: total }, (_, index) => makeInstance(row, expanded, values, digits(index, counts)));
}

function makeInstance<R extends PropSource>(
  row: R,
  expanded: readonly PropTag[],
  values: readonly (readonly unknown[])[],
  instance: readonly number[],
): InstanceRow<R> {
  const columnOf = (tag: PropTag): number => (isInstance(tag) ? expanded.indexOf(tag) : -1);
  const get = (tag: PropTag): unknown => {
    const column = columnOf(tag);
    return column < 0 ? row.get(tag) : (values[column]?.[instance[column] as number] ?? null);
  };
  return {
    row,
    instance,
    get,
    has: (tag) => (columnOf(tag) < 0 && row.has ? row.has(tag) : (get(tag) ?? null) !== null),
    ...(row.rows ? { rows: (subObject: PropTag) => row.rows?.(subObject) ?? [] } : {}),
  };
}

// Counts through all combinations: the last column is the last digit.
function digits(index: number, counts: readonly number[]): number[] {
  const result = new Array<number>(counts.length).fill(0);
  let rest = index;
  for (let column = counts.length - 1; column >= 0; column--) {
    const count = counts[column] as number;
    result[column] = rest % count;
    rest = Math.floor(rest / count);
  }
  return result;
}

const manyOf = (column: PropTag): PropTag => propTag(propType(column) & ~MV_INSTANCE, propId(column));
