import { check, ok } from '../../com/index.js';
import {
  ascend,
  BOOKMARK_BEGINNING,
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  DEL_FOLDERS,
  DEL_MESSAGES,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  KEEP_OPEN_READWRITE,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  PR_ATTR_HIDDEN,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_SUBFOLDERS,
  type PropRow,
  prop,
  sortBy,
} from '../../mapi/index.js';
import { badRequest, GraphError, graphErrorOf } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import { textOf } from '../http/json.js';
import { nextLink } from '../http/links.js';
import { type Answer, bodyOf, type Call, paramOf, READ, type Route, WRITE } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { type DeltaSource, deltaPage } from '../mailbox/delta.js';
import { idOf } from '../mailbox/ids.js';
import { queryOf } from '../odata/query.js';

/** What can be done with folders. */
export const folderRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/mailFolders',
    scopes: READ,
    summary: 'List folders',
    run: (call) => list(call, 'msgfolderroot'),
  },
  {
    method: 'POST',
    path: '/mailFolders',
    scopes: WRITE,
    summary: 'Create a folder',
    run: (call) => create(call, 'msgfolderroot'),
  },
  {
    method: 'GET',
    path: '/mailFolders/delta',
    scopes: READ,
    summary: 'Tell what has changed among the folders',
    run: (call) => deltaPage(call, (query) => folderChanges(call, query)),
  },
  { method: 'GET', path: '/mailFolders/:folder', scopes: READ, summary: 'Get a folder', run: get },
  { method: 'PATCH', path: '/mailFolders/:folder', scopes: WRITE, summary: 'Rename a folder', run: rename },
  { method: 'DELETE', path: '/mailFolders/:folder', scopes: WRITE, summary: 'Delete a folder', run: remove },
  {
    method: 'GET',
    path: '/mailFolders/:folder/childFolders',
    scopes: READ,
    summary: 'List folders within a folder',
    run: (call) => list(call, paramOf(call, 'folder')),
  },
  {
    method: 'POST',
    path: '/mailFolders/:folder/childFolders',
    scopes: WRITE,
    summary: 'Create a folder within a folder',
    run: (call) => create(call, paramOf(call, 'folder')),
  },
  {
    method: 'POST',
    path: '/mailFolders/:folder/copy',
    scopes: WRITE,
    summary: 'Copy a folder',
    run: (call) => transfer(call, false),
  },
  {
    method: 'POST',
    path: '/mailFolders/:folder/move',
    scopes: WRITE,
    summary: 'Move a folder',
    run: (call) => transfer(call, true),
  },
];

const columns = [
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_SUBFOLDERS,
  PR_ATTR_HIDDEN,
] as const;

/** The properties of the resource `mailFolder`. */
const names: readonly string[] = [
  'id',
  'displayName',
  'parentFolderId',
  'childFolderCount',
  'unreadItemCount',
  'totalItemCount',
  'isHidden',
];

async function rendered(box: Box, row: PropRow, select: readonly string[] | null): Promise<JsonObject> {
  const entryId = row.get(PR_ENTRYID) as Uint8Array;
  const parent = row.get(PR_PARENT_ENTRYID);
  const json: Record<string, unknown> = {
    id: idOf(entryId),
    displayName: row.get(PR_DISPLAY_NAME_W) ?? '',
    parentFolderId: parent === null ? null : idOf(parent),
    childFolderCount: row.get(PR_SUBFOLDERS) === false ? 0 : await childCount(box, entryId),
    unreadItemCount: row.get(PR_CONTENT_UNREAD) ?? 0,
    totalItemCount: row.get(PR_CONTENT_COUNT) ?? 0,
    isHidden: row.get(PR_ATTR_HIDDEN) ?? false,
  };
  if (select === null || select.length === 0) return json;
  for (const name of select)
    if (!names.includes(name))
      throw badRequest(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.MailFolder'.`);
  return Object.fromEntries(Object.entries(json).filter(([name]) => name === 'id' || select.includes(name)));
}

async function childCount(box: Box, entryId: Uint8Array): Promise<number> {
  using folder = await box.openFolder(entryId);
  using table = await ok(folder.GetHierarchyTable(MAPI_UNICODE));
  return await ok(table.GetRowCount(0));
}

async function answer(
  call: Call,
  folder: Folder,
  status: number,
  select: readonly string[] | null = null,
): Promise<Answer> {
  const json = await rendered(call.box, await ok(folder.GetProps(columns, 0)), select);
  const location = status === 201 ? { location: `${call.mailboxUrl}/mailFolders/${String(json['id'])}` } : {};
  return {
    status,
    headers: location,
    body: { '@odata.context': `${call.root}/$metadata#${call.entity}/mailFolders/$entity`, ...json },
  };
}

async function list(call: Call, parent: string): Promise<Answer> {
  const query = queryOf(call.query, ['$select', '$top', '$skip', '$count']);
  using folder = await call.box.openFolder(parent);
  using table = await ok(folder.GetHierarchyTable(MAPI_UNICODE));
  await ok(table.SetColumns(columns));
  await ok(table.SortTable(sortBy(ascend(PR_DISPLAY_NAME_W))));
  const count = await ok(table.GetRowCount(0));
  await ok(table.SeekRow(BOOKMARK_BEGINNING, query.skip));
  const rows = await ok(table.QueryRows(query.top, 0));
  const value: JsonObject[] = [];
  for (const row of rows) value.push(await rendered(call.box, row, query.select));
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

/** All folders that people see, at any depth. */
function folderChanges({ box }: Call, given: URLSearchParams): DeltaSource {
  const query = queryOf(given, ['$select']);
  return {
    async list() {
      using top = await box.openFolder('msgfolderroot');
      using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH | MAPI_UNICODE));
      await ok(table.SetColumns(columns));
      const found = new Map<string, string>();
      for (const row of await ok(table.QueryRows(1_000_000, 0))) {
        const { id, ...rest } = await rendered(box, row, null);
        found.set(String(id), JSON.stringify(rest));
      }
      return found;
    },
    async show(id) {
      try {
        using folder = await box.openFolder(id);
        return await rendered(box, await ok(folder.GetProps(columns, 0)), query.select);
      } catch (error) {
        if (graphErrorOf(error)?.code === 'ErrorItemNotFound') return null;
        throw error;
      }
    },
  };
}

async function get(call: Call): Promise<Answer> {
  const query = queryOf(call.query, ['$select']);
  using folder = await call.box.openFolder(paramOf(call, 'folder'));
  return await answer(call, folder, 200, query.select);
}

function nameIn(json: JsonObject): string {
  const name = textOf(json['displayName'], 'displayName').trim();
  if (name === '') throw new GraphError(400, 'ErrorInvalidArgument', 'A folder needs a displayName.');
  return name;
}

async function create(call: Call, parent: string): Promise<Answer> {
  const name = nameIn(bodyOf(call));
  using folder = await call.box.openFolder(parent);
  using made = await ok(folder.CreateFolder(FOLDER_GENERIC, name, null, null, MAPI_UNICODE));
  return await answer(call, made, 201);
}

async function rename(call: Call): Promise<Answer> {
  const name = nameIn(bodyOf(call));
  using folder = await call.box.openFolder(paramOf(call, 'folder'));
  await ok(folder.SetProps([prop(PR_DISPLAY_NAME_W, name)]));
  await ok(folder.SaveChanges(KEEP_OPEN_READWRITE));
  return await answer(call, folder, 200);
}

/** A folder of the user's own: those that every mailbox has stay. */
function ownFolder(call: Call): Uint8Array {
  const entryId = call.box.folderEntryId(paramOf(call, 'folder'));
  for (const known of call.box.known.values())
    if (Buffer.compare(known, entryId) === 0)
      throw new GraphError(403, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted or moved.');
  return entryId;
}

async function remove(call: Call): Promise<Answer> {
  const entryId = ownFolder(call);
  using parent = await parentOf(call.box, entryId);
  complete(await check(parent.DeleteFolder(entryId, 0, null, DEL_MESSAGES | DEL_FOLDERS)));
  return { status: 204 };
}

async function parentOf(box: Box, entryId: Uint8Array): Promise<Folder> {
  using folder = await box.openFolder(entryId);
  const row = await ok(folder.GetProps([PR_PARENT_ENTRYID], 0));
  return await box.openFolder(row.get(PR_PARENT_ENTRYID) as Uint8Array);
}

function complete(hr: number): void {
  if (hr === MAPI_W_PARTIAL_COMPLETION)
    throw new GraphError(409, 'ErrorIrresolvableConflict', 'Some of it is being changed, or waits to be sent.');
}

async function transfer(call: Call, move: boolean): Promise<Answer> {
  const destination = textOf(bodyOf(call)['destinationId'], 'destinationId');
  const entryId = move ? ownFolder(call) : call.box.folderEntryId(paramOf(call, 'folder'));
  using parent = await parentOf(call.box, entryId);
  using target = await call.box.openFolder(destination);
  const flags = MAPI_UNICODE | (move ? FOLDER_MOVE : COPY_SUBFOLDERS);
  const name = await nameOf(call.box, entryId);
  complete(await check(parent.CopyFolder(entryId, IMAPIFolder, target, null, 0, null, flags)));
  using found = await childNamed(call.box, target, name);
  return await answer(call, found, 201);
}

async function nameOf(box: Box, entryId: Uint8Array): Promise<string> {
  using folder = await box.openFolder(entryId);
  return (await ok(folder.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W) ?? '';
}

/** CopyFolder does not tell what the copy is called by; no two folders within one have the same name. */
async function childNamed(box: Box, parent: Folder, name: string): Promise<Folder> {
  using table = await ok(parent.GetHierarchyTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_DISPLAY_NAME_W]));
  const rows = await ok(table.QueryRows(1_000_000, 0));
  const row = rows.find((one) => one.get(PR_DISPLAY_NAME_W)?.toLowerCase() === name.toLowerCase());
  if (!row) throw new GraphError(404, 'ErrorFolderNotFound', 'The folder went away meanwhile.');
  return await box.openFolder(row.get(PR_ENTRYID) as Uint8Array);
}
