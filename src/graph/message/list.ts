import { ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  CONVENIENT_DEPTH,
  descend,
  type EntryId,
  type IMAPITable,
  MAPI_UNICODE,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_MESSAGE_DELIVERY_TIME,
  type PropRow,
  type PropTag,
  rowOrder,
  type SSortOrder,
  sortBy,
  TBL_BATCH,
} from '../../mapi/index.js';
import { JsonWriter } from '../http/jsonwriter.js';
import { nextLink } from '../http/links.js';
import { type Answer, asJson, type Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { extendedIn } from '../odata/collections.js';
import { type Condition, conditionOf, type RowCondition } from '../odata/condition.js';
import { type Query, type QueryOption, queryOf } from '../odata/query.js';
import { searchRestriction } from '../odata/search.js';
import { demandWithinBasic } from './basic.js';
import { extrasOf, listedWith } from './expanded.js';
import { extendedTags, readExtendedId } from './extended.js';
import { applied, shapeOf } from './resource.js';

/** The options that lists of messages know. */
export const listOptions: readonly QueryOption[] = [
  '$select',
  '$filter',
  '$orderby',
  '$top',
  '$skip',
  '$count',
  '$expand',
  '$search',
];

/**
 * A page of the messages of a folder, or of all folders.
 *
 * @param call the request
 * @param folder the folder; null for all
 */
export async function listMessages(call: Call, folder: string | null): Promise<Answer> {
  const { box } = call;
  const query = queryOf(call.query, listOptions, call.strict);
  demandWithinBasic(call, query);
  const shape = shapeOf(call, query.select);
  const extras = await extrasOf(call, query.expand);
  const folders = folder === null ? await allFolders(box) : [box.folderEntryId(folder)];
  const { entryIds, count, more } = await page(box, folders, query);
  const value = await listedWith(call, entryIds, shape, extras);
  const next = more ? nextLink(call, query.skip + query.top) : null;
  return { status: 200, headers: { ...applied(call), ...asJson }, body: written(call, folder, count, value, next) };
}

function written(
  call: Call,
  folder: string | null,
  count: number | null,
  value: readonly ((out: JsonWriter) => void)[],
  next: string | null,
): Buffer {
  const place = folder === null ? '' : `/mailFolders('${encodeURIComponent(folder)}')`;
  out.clear();
  out.ascii('{"@odata.context":');
  out.text(`${call.root}/$metadata#${call.entity}${place}/messages`);
  if (count !== null) out.ascii(`,"@odata.count":${count}`);
  out.ascii(',"value":[');
  for (const [index, write] of value.entries()) {
    if (index > 0) out.ascii(',');
    write(out);
  }
  out.ascii(']');
  if (next !== null) {
    out.ascii(',"@odata.nextLink":');
    out.text(next);
  }
  out.ascii('}');
  return out.taken();
}

/** Nothing is waited for while a page is written, so that one writer does for all. */
const out = new JsonWriter();

/**
 * How many messages match.
 *
 * @param call the request
 * @param folder the folder; null for all
 */
export async function countMessages(call: Call, folder: string | null): Promise<Answer> {
  const { box } = call;
  const query = queryOf(call.query, ['$filter', '$search']);
  demandWithinBasic(call, query);
  let count = 0;
  const { rows } = await conditionIn(box, query);
  for (const entryId of folder === null ? await allFolders(box) : [box.folderEntryId(folder)]) {
    using table = await contents(box, entryId, query, rows?.columns ?? [PR_ENTRYID]);
    count += rows === null ? await ok(table.GetRowCount(0)) : (await passing(table, rows)).length;
  }
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count) };
}

/** The folders that have messages of their own. */
export async function allFolders(box: Box): Promise<readonly Uint8Array[]> {
  using top = await box.openFolder('msgfolderroot');
  using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH | MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_FOLDER_TYPE]));
  const rows = await ok(table.QueryRows(1_000_000, 0));
  // A search folder shows what lies in other folders.
  return rows.filter((row) => row.get(PR_FOLDER_TYPE) !== 2).map((row) => row.get(PR_ENTRYID) as Uint8Array);
}

interface Page {
  readonly entryIds: readonly EntryId[];
  /** How many there are in all; null where nobody asked. */
  readonly count: number | null;
  readonly more: boolean;
}

async function page(box: Box, folders: readonly EntryId[], query: Query): Promise<Page> {
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

/** Newest first, as Graph does when nothing is said. */
const orderOf = ({ order }: Query): readonly SSortOrder[] =>
  order.length === 0 ? [descend(PR_MESSAGE_DELIVERY_TIME)] : order;

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

/** The rows of a table that pass what a restriction can't say. */
export async function passing(table: IMAPITable, { test }: RowCondition): Promise<readonly PropRow[]> {
  const found: PropRow[] = [];
  for (;;) {
    const rows = await ok(table.QueryRows(1000, 0));
    if (rows.length === 0) return found;
    found.push(...rows.filter(test));
  }
}

/** What a query asks of messages. */
export async function conditionIn(box: Box, { filter, search }: Query): Promise<Condition> {
  if (search !== null) return { restriction: searchRestriction(search, box.tags), rows: null };
  if (filter === null) return { restriction: null, rows: null };
  const ids = extendedIn(filter).map(readExtendedId);
  const tags = await extendedTags(box, ids, false);
  return conditionOf(filter, box.tags, new Map(ids.map(({ id }, index) => [id, tags[index] ?? null])));
}
