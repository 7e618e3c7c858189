import { failed, type HResult, S_OK } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  type IMAPITable,
  MAPI_E_TABLE_TOO_BIG,
  type PropRow,
  type PropTag,
  type Restriction,
  type SSortOrderSet,
} from '../../mapi/index.js';

/**
 * All rows of a table, from its beginning. It is meant for small tables: profiles, message stores, status.
 *
 * @param ptable the table, whose columns, restriction and order stay as they are set here
 * @param ptaga the columns; null for those that it has
 * @param pres the restriction; null for none but the one that it has
 * @param psos the order; null for the one that it has
 * @param crowsMax the most rows that may come; 0 for any number
 * @returns `S_OK` with the rows; `MAPI_E_TABLE_TOO_BIG` when there are more; what the table's methods answer
 * @spec hrqueryallrows
 */
export async function HrQueryAllRows(
  ptable: IMAPITable,
  ptaga: readonly PropTag[] | null,
  pres: Restriction | null,
  psos: SSortOrderSet | null,
  crowsMax: number,
): Promise<readonly [HResult, readonly PropRow[]] | readonly [HResult, null]> {
  const steps = [
    async (): Promise<HResult> => (ptaga === null ? S_OK : await ptable.SetColumns(ptaga, 0)),
    async (): Promise<HResult> => (pres === null ? S_OK : await ptable.Restrict(pres, 0)),
    async (): Promise<HResult> => (psos === null ? S_OK : await ptable.SortTable(psos, 0)),
    async (): Promise<HResult> => (await ptable.SeekRow(BOOKMARK_BEGINNING, 0))[0],
  ];
  for (const step of steps) {
    const hr = await step();
    if (failed(hr)) return [hr, null];
  }
  const all: PropRow[] = [];
  for (;;) {
    // One more than may come tells whether there are too many.
    const count = crowsMax > 0 ? Math.min(PAGE, crowsMax + 1 - all.length) : PAGE;
    const [hr, rows] = await ptable.QueryRows(count, 0);
    if (!rows) return [hr, null];
    if (rows.length === 0) return [S_OK, all];
    all.push(...rows);
    if (crowsMax > 0 && all.length > crowsMax) return [MAPI_E_TABLE_TOO_BIG, null];
  }
}

const PAGE = 500;

/**
 * Puts columns before those that a table has; one that it has already moves there.
 *
 * @param lptbl the table
 * @param lpproptagColumnsNew the columns
 * @returns `S_OK`, or what the table's methods answer
 * @spec hraddcolumns
 */
export const HrAddColumns = (lptbl: IMAPITable, lpproptagColumnsNew: readonly PropTag[]): Promise<HResult> =>
  HrAddColumnsEx(lptbl, lpproptagColumnsNew, null);

/**
 * As {@link HrAddColumns}, with a look at the columns that the table has.
 *
 * @param lptbl the table
 * @param lpproptagColumnsNew the columns
 * @param lpfnFilterColumns may change the columns that the table has, in place, for instance their types; null for nothing
 * @returns `S_OK`, or what the table's methods answer
 * @spec hraddcolumnsex
 */
export async function HrAddColumnsEx(
  lptbl: IMAPITable,
  lpproptagColumnsNew: readonly PropTag[],
  lpfnFilterColumns: ((ptaga: PropTag[]) => void) | null,
): Promise<HResult> {
  const [hr, columns] = await lptbl.QueryColumns(0);
  if (!columns) return hr;
  const kept = [...columns];
  lpfnFilterColumns?.(kept);
  const added = new Set<PropTag>(lpproptagColumnsNew);
  return await lptbl.SetColumns([...lpproptagColumnsNew, ...kept.filter((tag) => !added.has(tag))], 0);
}
