import { limit } from '../../base/index.js';
import { ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  type EntryId,
  type IMAPITable,
  MAPI_UNICODE,
  PR_ENTRYID,
  type PropRow,
  type PropTag,
  rowOrder,
  sortBy,
  TBL_BATCH,
} from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import type { Box } from '../mailbox/box.js';
import type { RowCondition } from '../odata/condition.js';
import type { Query } from '../odata/query.js';
import { conditionIn } from './condition.js';
import { orderOf } from './places.js';

const FILTERED_ROWS = limit(
  'graph.filteredRows',
  50_000,
  'rows',
  'of a folder are looked at one by one where a filter asks for month, day, hour, minute or second, which no table is restricted by: a second of work',
);

/** What tables have told of a page. */
interface Found {
  readonly entryIds: readonly EntryId[];
  /** How many there are in all; null where nobody asked. */
  readonly count: number | null;
  readonly more: boolean;
}

/**
 * The messages of a page, told by the contents tables of their folders.
 *
 * @param box the mailbox
 * @param folders the folders
 * @param query what is wanted of them
 */
export async function foundInTables(box: Box, folders: readonly EntryId[], query: Query): Promise<Found> {
  const order = orderOf(query);
  const condition = (await conditionIn(box, query)).rows;
  // Of several folders each could have the whole page, and all that is skipped.
  const single = folders.length === 1;
  const sorting = single ? [] : order.map(({ ulPropTag }) => ulPropTag);
  const columns = [...new Set([PR_ENTRYID, ...sorting, ...(condition?.columns ?? [])])];
  const wanted = query.top + 1 + (single ? 0 : query.skip);
  const found: PropRow[] = [];
  let count = 0;
  for (const entryId of folders) {
    using table = await contents(box, entryId, query, columns);
    if (condition !== null) {
      const rows = await passing(table, condition);
      count += rows.length;
      found.push(...(single ? rows.slice(query.skip) : rows));
      continue;
    }
    if (query.count) count += await ok(table.GetRowCount(0));
    if (single && query.skip > 0) await ok(table.SeekRow(BOOKMARK_BEGINNING, query.skip));
    found.push(...(await ok(table.QueryRows(wanted, 0))));
  }
  if (!single) found.sort(rowOrder(sortBy(...order)));
  const rows = single ? found : found.slice(query.skip);
  const entryIds = rows.slice(0, query.top).map((row) => row.get(PR_ENTRYID) as EntryId);
  return { entryIds, count: query.count ? count : null, more: rows.length > query.top };
}

/** The table of the messages of a folder that a query wants, in its order. */
export async function contents(
  box: Box,
  entryId: Uint8Array,
  query: Query,
  columns: readonly PropTag[],
): Promise<IMAPITable> {
  using folder = await box.openFolder(entryId);
  const table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  try {
    // The table looks for its rows once, when the first of them are read.
    await ok(table.SetColumns(columns, TBL_BATCH));
    const { restriction } = await conditionIn(box, query);
    if (restriction !== null) await ok(table.Restrict(restriction, TBL_BATCH));
    await ok(table.SortTable(sortBy(...orderOf(query)), TBL_BATCH));
    return table;
  } catch (error) {
    table.Release();
    throw error;
  }
}

/**
 * The rows of a table that pass what a restriction can't say.
 *
 * @param table the table, from where it stands
 * @param condition what they must pass
 * @param most how many rows are looked at
 * @throws {GraphError} `InefficientFilter` when there are more
 */
export async function passing(
  table: IMAPITable,
  { test }: RowCondition,
  most: number = FILTERED_ROWS,
): Promise<readonly PropRow[]> {
  const found: PropRow[] = [];
  for (let seen = 0; ; ) {
    const rows = await ok(table.QueryRows(1000, 0));
    if (rows.length === 0) return found;
    seen += rows.length;
    if (seen > most)
      throw new GraphError(
        400,
        'InefficientFilter',
        `The filter would look at more than ${most} messages one by one; let an 'and' with receivedDateTime and the like leave fewer.`,
      );
    found.push(...rows.filter(test));
  }
}
