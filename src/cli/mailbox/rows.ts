import { ok } from '../../com/index.js';
import type { IMAPITable, PropRow, PropTag } from '../../mapi/index.js';

/**
 * Reads a table from its beginning.
 *
 * @param table the table
 * @param columns what rows have
 * @param most how many rows at most
 */
export async function readRows(
  table: IMAPITable,
  columns: readonly PropTag[],
  most: number = Number.POSITIVE_INFINITY,
): Promise<readonly PropRow[]> {
  await ok(table.SetColumns(columns));
  const rows: PropRow[] = [];
  while (rows.length < most) {
    const page = await ok(table.QueryRows(Math.min(500, most - rows.length)));
    if (page.length === 0) break;
    rows.push(...page);
  }
  return rows;
}
