import { ok } from '../../com/index.js';
import {
  and,
  ascend,
  BOOKMARK_BEGINNING,
  descend,
  eq,
  type IMAPIFolder as Folder,
  type IMAPITable,
  MAPI_UNICODE,
  not,
  PR_ATTR_HIDDEN,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  type PropRow,
  type PropTag,
  type Restriction,
  type SSortOrder,
  sortBy,
} from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { nextLink } from '../http/links.js';
import type { Answer, Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { demandMore } from '../message/basic.js';
import { extendedLists } from '../message/extended.js';
import { plainCondition } from '../odata/collections.js';
import { usualName } from '../odata/names.js';
import { parseFilter } from '../odata/parse.js';
import { ofFolders } from '../odata/properties.js';
import { queryOf, takeOption } from '../odata/query.js';
import type { ExtendedLists, FolderResource } from '../resources.js';
import { type FolderExtras, folderExtras } from './extended.js';
import { folderColumns, shownFolder } from './resource.js';

/** What a list of folders is asked. */
interface Wanted {
  readonly restriction: Restriction;
  readonly order: readonly SSortOrder[];
  /** What is shown beside them, as it was written. */
  readonly expand: string | null;
  readonly rest: URLSearchParams;
}

/**
 * A page of the folders within a folder. Hidden ones are shown to who asks for them.
 *
 * @param call the request
 * @param parent the folder
 */
export async function listFolders(call: Call, parent: string): Promise<Answer> {
  const { restriction, order, expand, rest } = wantedOf(call.query);
  const { children, extended } = await folderExtras(call, expand);
  if (extended.length > 0) demandMore(call);
  const query = queryOf(rest, ['$select', '$top', '$skip', '$count']);
  using table = await childrenOf(call.box, parent, restriction);
  await ok(table.SetColumns(folderColumns));
  await ok(table.SortTable(sortBy(...order)));
  const count = await ok(table.GetRowCount(0));
  await ok(table.SeekRow(BOOKMARK_BEGINNING, query.skip));
  const value: FolderResource[] = [];
  for (const row of await ok(table.QueryRows(query.top, 0))) {
    const json = {
      ...(await shownFolder(call, row, query.select)),
      ...(extended.length === 0 ? {} : await extendedIn(call.box, row, extended)),
    };
    if (children === null) value.push(json);
    else {
      using folder = await call.box.openFolder(row.get(PR_ENTRYID) as Uint8Array);
      value.push({ ...json, childFolders: await foldersWithin(call, folder, children) });
    }
  }
  const next = query.skip + query.top;
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#${call.entity}/mailFolders`,
      ...(query.count ? { '@odata.count': count } : {}),
      value,
      ...(next < count ? { '@odata.nextLink': nextLink(call, next) } : {}),
    },
  };
}

/**
 * How many folders lie within a folder.
 *
 * @param call the request
 * @param parent the folder
 */
export async function countFolders(call: Call, parent: string): Promise<Answer> {
  const { restriction, expand, rest } = wantedOf(call.query);
  await folderExtras(call, expand);
  queryOf(rest, []);
  using table = await childrenOf(call.box, parent, restriction);
  const count = await ok(table.GetRowCount(0));
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count) };
}

async function extendedIn(box: Box, row: PropRow, wanted: FolderExtras['extended']): Promise<ExtendedLists> {
  using folder = await box.openFolder(row.get(PR_ENTRYID) as Uint8Array);
  return await extendedLists(folder, wanted);
}

/**
 * The folders within a folder that people see, as `$expand` shows them.
 *
 * @param call the request
 * @param parent the folder
 * @param wanted which properties; null for all
 */
export async function foldersWithin(
  call: Call,
  parent: Folder,
  wanted: NonNullable<FolderExtras['children']>,
): Promise<FolderResource[]> {
  using table = await childrenIn(parent, visible);
  const value: FolderResource[] = [];
  for (const row of await ok(table.QueryRows(1_000_000, 0))) value.push(await shownFolder(call, row, wanted.select));
  return value;
}

async function childrenOf(box: Box, parent: string, restriction: Restriction): Promise<IMAPITable> {
  using folder = await box.openFolder(parent);
  return await childrenIn(folder, restriction);
}

async function childrenIn(folder: Folder, restriction: Restriction): Promise<IMAPITable> {
  const table = await ok(folder.GetHierarchyTable(MAPI_UNICODE));
  try {
    await ok(table.SetColumns([...folderColumns]));
    await ok(table.Restrict(restriction));
    return table;
  } catch (error) {
    table.Release();
    throw error;
  }
}

const visible = not(eq(PR_ATTR_HIDDEN, true));

/** What is said of folders alone; the other options are those of all lists. */
function wantedOf(given: URLSearchParams): Wanted {
  const rest = new URLSearchParams(given);
  const take = (name: string): string | null => takeOption(rest, name);
  const hidden = take('includeHiddenFolders');
  if (hidden !== null && !/^(?:true|false)$/i.test(hidden)) throw badRequest('includeHiddenFolders is true or false.');
  const filter = take('$filter');
  const condition = filter === null ? null : parseFilter(filter);
  const conditions = [
    ...(hidden?.toLowerCase() === 'true' ? [] : [visible]),
    ...(condition === null ? [] : [plainCondition(condition, ofFolders(condition), condition)]),
  ];
  const expand = take('$expand');
  return { restriction: and(...conditions), order: orderOf(take('$orderby')), expand, rest };
}

const orders: ReadonlyMap<string, PropTag> = new Map<string, PropTag>([
  ['displayName', PR_DISPLAY_NAME_W],
  ['totalItemCount', PR_CONTENT_COUNT],
  ['unreadItemCount', PR_CONTENT_UNREAD],
]);

function orderOf(text: string | null): readonly SSortOrder[] {
  return (text ?? 'displayName').split(',').map((part) => {
    const [, name = '', way = 'asc'] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/i.exec(part) ?? [];
    const tag = orders.get(usualName(name));
    if (tag === undefined)
      throw new GraphError(400, 'ErrorInvalidUrlQuery', `The folders can not be ordered by '${part}'.`);
    return way.toLowerCase() === 'desc' ? descend(tag) : ascend(tag);
  });
}
