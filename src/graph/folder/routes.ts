import { check, ok } from '../../com/index.js';
import {
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  DEL_FOLDERS,
  DEL_MESSAGES,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  IMAPIFolder,
  KEEP_OPEN_READWRITE,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  PR_ATTR_HIDDEN,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_PARENT_ENTRYID,
  prop,
} from '../../mapi/index.js';
import { GraphError, graphErrorOf } from '../http/error.js';
import { booleanOf, type JsonObject, textOf } from '../http/json.js';
import { type Answer, bodyOf, type Call, paramOf, READ_BASIC, type Route, WRITE } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { type DeltaSource, deltaPage } from '../mailbox/delta.js';
import { demandMore } from '../message/basic.js';
import { extendedLists } from '../message/extended.js';
import { queryOf, takeOption } from '../odata/query.js';
import { folderChange, folderExtras, writeExtended } from './extended.js';
import { countFolders, foldersWithin, listFolders } from './list.js';
import { folderAnswer, folderColumns, shownFolder } from './resource.js';
import { demandComplete, isSearch, searchChange, writeSearch } from './search.js';

const one = '/mailFolders/:folder';

/** What can be done with folders. */
export const folderRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/mailFolders',
    scopes: READ_BASIC,
    summary: 'List folders',
    run: (call) => listFolders(call, 'msgfolderroot'),
  },
  {
    method: 'GET',
    path: '/mailFolders/$count',
    scopes: READ_BASIC,
    summary: 'Count folders',
    run: (call) => countFolders(call, 'msgfolderroot'),
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
    scopes: READ_BASIC,
    summary: 'Tell what has changed among the folders',
    run: (call) => deltaPage(call, (query) => folderChanges(call, query)),
  },
  { method: 'GET', path: one, scopes: READ_BASIC, summary: 'Get a folder', run: get },
  { method: 'PATCH', path: one, scopes: WRITE, summary: 'Rename a folder, or set properties of it', run: rename },
  { method: 'DELETE', path: one, scopes: WRITE, summary: 'Delete a folder', run: remove },
  {
    method: 'POST',
    path: `${one}/permanentDelete`,
    scopes: WRITE,
    summary: 'Delete a folder for good',
    run: removeForGood,
  },
  {
    method: 'GET',
    path: `${one}/childFolders`,
    scopes: READ_BASIC,
    summary: 'List folders within a folder',
    run: (call) => listFolders(call, paramOf(call, 'folder')),
  },
  {
    method: 'GET',
    path: `${one}/childFolders/$count`,
    scopes: READ_BASIC,
    summary: 'Count folders within a folder',
    run: (call) => countFolders(call, paramOf(call, 'folder')),
  },
  {
    method: 'POST',
    path: `${one}/childFolders`,
    scopes: WRITE,
    summary: 'Create a folder within a folder',
    run: (call) => create(call, paramOf(call, 'folder')),
  },
  {
    method: 'POST',
    path: `${one}/copy`,
    scopes: WRITE,
    summary: 'Copy a folder',
    run: (call) => transfer(call, false),
  },
  {
    method: 'POST',
    path: `${one}/move`,
    scopes: WRITE,
    summary: 'Move a folder',
    run: (call) => transfer(call, true),
  },
];

/** All folders that people see, at any depth. */
function folderChanges(call: Call, given: URLSearchParams): DeltaSource {
  const { box } = call;
  const query = queryOf(given, ['$select']);
  return {
    async list() {
      using top = await box.openFolder('msgfolderroot');
      using table = await ok(top.GetHierarchyTable(CONVENIENT_DEPTH | MAPI_UNICODE));
      await ok(table.SetColumns(folderColumns));
      const found = new Map<string, string>();
      for (const row of await ok(table.QueryRows(1_000_000, 0))) {
        const { id, ...rest } = await shownFolder(call, row, null);
        found.set(String(id), JSON.stringify(rest));
      }
      return found;
    },
    async show(id) {
      try {
        using folder = await box.openFolder(id);
        return await shownFolder(call, await ok(folder.GetProps(folderColumns, 0)), query.select);
      } catch (error) {
        if (graphErrorOf(error)?.code === 'ErrorItemNotFound') return null;
        throw error;
      }
    },
  };
}

async function get(call: Call): Promise<Answer> {
  const rest = new URLSearchParams(call.query);
  const { children, extended } = await folderExtras(call, takeOption(rest, '$expand'));
  const query = queryOf(rest, ['$select']);
  if (extended.length > 0) demandMore(call);
  using folder = await call.box.openFolder(paramOf(call, 'folder'));
  const within = children === null ? {} : { childFolders: await foldersWithin(call, folder, children) };
  return await folderAnswer(call, folder, 200, query.select, { ...(await extendedLists(folder, extended)), ...within });
}

function nameIn(json: JsonObject): string {
  const name = textOf(json['displayName'], 'displayName').trim();
  if (name === '') throw new GraphError(400, 'ErrorInvalidArgument', 'A folder needs a displayName.');
  return name;
}

async function create(call: Call, parent: string): Promise<Answer> {
  const json = bodyOf(call);
  const name = nameIn(json);
  const hidden = booleanOf(json['isHidden'] ?? false, 'isHidden');
  const extended = await folderChange(call.box, json);
  const search = await searchChange(call.box, json);
  if (search !== null) demandComplete(search, false);
  using folder = await call.box.openFolder(parent);
  const type = search === null ? FOLDER_GENERIC : FOLDER_SEARCH;
  using made = await ok(folder.CreateFolder(type, name, null, null, MAPI_UNICODE));
  if (search !== null) await writeSearch(call.box, made, search);
  if (hidden) {
    await ok(made.SetProps([prop(PR_ATTR_HIDDEN, true)]));
    await ok(made.SaveChanges(KEEP_OPEN_READWRITE));
  }
  await writeExtended(made, extended);
  return await folderAnswer(call, made, 201);
}

async function rename(call: Call): Promise<Answer> {
  const json = bodyOf(call);
  const extended = await folderChange(call.box, json);
  const search = await searchChange(call.box, json);
  const other = search !== null || extended.set.length + extended.remove.length > 0;
  const name = other && json['displayName'] === undefined ? null : nameIn(json);
  using folder = await call.box.openFolder(paramOf(call, 'folder'));
  if (search !== null) await writeSearch(call.box, folder, search);
  if (name !== null) {
    await ok(folder.SetProps([prop(PR_DISPLAY_NAME_W, name)]));
    await ok(folder.SaveChanges(KEEP_OPEN_READWRITE));
  }
  await writeExtended(folder, extended);
  return await folderAnswer(call, folder, 200);
}

/** A folder of the user's own: those that every mailbox has stay. */
function ownFolder(call: Call): Uint8Array {
  const entryId = call.box.folderEntryId(paramOf(call, 'folder'));
  for (const known of call.box.known.values())
    if (Buffer.compare(known, entryId) === 0)
      throw new GraphError(403, 'ErrorDeleteDistinguishedFolder', 'Distinguished folders cannot be deleted or moved.');
  return entryId;
}

/** As messages do, a folder goes to Deleted Items first, and from there for good; a search folder, which has nothing, at once. */
async function remove(call: Call): Promise<Answer> {
  const entryId = ownFolder(call);
  if (await isSearchFolder(call.box, entryId)) return removeForGood(call);
  if (await isWithin(call.box, entryId, call.box.known.get('deleteditems') as Uint8Array)) return removeForGood(call);
  using parent = await parentOf(call.box, entryId);
  using trash = await call.box.openFolder('deleteditems');
  const name = await nameOf(call.box, entryId);
  for (let number = 1; ; number++) {
    const free = number === 1 ? name : `${name} (${number})`;
    if (await isTaken(trash, free)) continue;
    complete(await check(parent.CopyFolder(entryId, IMAPIFolder, trash, free, 0, null, MAPI_UNICODE | FOLDER_MOVE)));
    return { status: 204 };
  }
}

async function isSearchFolder(box: Box, entryId: Uint8Array): Promise<boolean> {
  using folder = await box.openFolder(entryId);
  return isSearch(await ok(folder.GetProps([PR_FOLDER_TYPE], 0)));
}

async function removeForGood(call: Call): Promise<Answer> {
  const entryId = ownFolder(call);
  using parent = await parentOf(call.box, entryId);
  complete(await check(parent.DeleteFolder(entryId, 0, null, DEL_MESSAGES | DEL_FOLDERS)));
  return { status: 204 };
}

/** Whether a folder lies in another one, at any depth. */
async function isWithin(box: Box, entryId: Uint8Array, ancestor: Uint8Array): Promise<boolean> {
  for (let at = entryId; ; ) {
    using folder = await box.openFolder(at);
    const parent = (await ok(folder.GetProps([PR_PARENT_ENTRYID], 0))).get(PR_PARENT_ENTRYID);
    // The root is its own parent.
    if (parent === null || Buffer.compare(parent, at) === 0) return false;
    if (Buffer.compare(parent, ancestor) === 0) return true;
    at = parent;
  }
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
  const found = await childNamed(target, name);
  if (found === null) throw new GraphError(404, 'ErrorFolderNotFound', 'The folder went away meanwhile.');
  using made = await call.box.openFolder(found);
  return await folderAnswer(call, made, 201);
}

async function nameOf(box: Box, entryId: Uint8Array): Promise<string> {
  using folder = await box.openFolder(entryId);
  return (await ok(folder.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W) ?? '';
}

const isTaken = async (parent: Folder, name: string): Promise<boolean> => (await childNamed(parent, name)) !== null;

/** CopyFolder does not tell what the copy is called by; no two folders within one have the same name. */
async function childNamed(parent: Folder, name: string): Promise<Uint8Array | null> {
  using table = await ok(parent.GetHierarchyTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_ENTRYID, PR_DISPLAY_NAME_W]));
  const rows = await ok(table.QueryRows(1_000_000, 0));
  const row = rows.find((each) => each.get(PR_DISPLAY_NAME_W)?.toLowerCase() === name.toLowerCase());
  return row?.get(PR_ENTRYID) ?? null;
}
