import { PR_NULL, PropRow, type PropTag } from '../../mapi/index.js';

/** Columns with empty places between them. */
export interface Slots {
  /** All columns, `PR_NULL` for an empty place. */
  readonly columns: readonly PropTag[];
  /** Those that rows are asked for. */
  readonly asked: readonly PropTag[];
  /**
   * Puts the empty places in.
   *
   * @param row a row of the columns that were asked for
   */
  fill(row: PropRow): PropRow;
}

/**
 * Takes the empty places out of columns, for rows to be asked for without them.
 *
 * @param columns the columns of a table
 * @spec imapitable-setcolumns
 */
export function slots(columns: readonly PropTag[]): Slots {
  const asked = columns.filter((tag) => tag !== PR_NULL);
  if (asked.length === columns.length) return { columns, asked: columns, fill: (row) => row };
  const fill = (row: PropRow): PropRow => {
    const props = row.toProps();
    let next = 0;
    const filled = columns.map((tag) => (tag === PR_NULL ? null : (props[next++] ?? null)));
    return new PropRow(
      filled.map((entry) => entry?.[0] ?? PR_NULL),
      filled.map((entry) => entry?.[1] ?? null),
    );
  };
  return { columns, asked, fill };
}
