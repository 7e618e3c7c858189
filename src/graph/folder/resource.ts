import { ok } from '../../com/index.js';
import {
  type IMAPIFolder as Folder,
  MAPI_UNICODE,
  PR_ATTR_HIDDEN,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_PARENT_ENTRYID,
  PR_SUBFOLDERS,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import { badRequest } from '../http/error.js';
import { asPreferred } from '../http/prefer.js';
import type { Answer, Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import type { ExtendedLists, FolderProperties, FolderResource } from '../resources.js';
import { isSearch, searchProperties } from './search.js';

/** What a table of folders is asked for. */
export const folderColumns: readonly PropTag[] = [
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_DISPLAY_NAME_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_SUBFOLDERS,
  PR_ATTR_HIDDEN,
  PR_FOLDER_TYPE,
];

/** The properties of the resource `mailFolder`. */
const names: readonly (string & keyof FolderProperties)[] = [
  'id',
  'displayName',
  'parentFolderId',
  'childFolderCount',
  'unreadItemCount',
  'totalItemCount',
  'isHidden',
];

/**
 * A folder as Graph shows it.
 *
 * @param call the request
 * @param row its row, with {@link folderColumns}
 * @param select the properties; null for all
 */
export async function shownFolder(
  { box, root }: Pick<Call, 'box' | 'root'>,
  row: PropRow,
  select: readonly string[] | null,
): Promise<FolderResource> {
  const beta = root.endsWith('/beta');
  for (const name of select ?? [])
    if (!names.some((known) => known === name) && !(beta && name === 'wellKnownName'))
      throw badRequest(`Could not find a property named '${name}' on type 'Microsoft.OutlookServices.MailFolder'.`);
  const entryId = row.get(PR_ENTRYID) as Uint8Array;
  const parent = row.get(PR_PARENT_ENTRYID);
  const json: FolderProperties = {
    id: idOf(entryId),
    displayName: row.get(PR_DISPLAY_NAME_W) ?? '',
    parentFolderId: parent === null ? null : idOf(parent),
    childFolderCount: row.get(PR_SUBFOLDERS) === false ? 0 : await childCount(box, entryId),
    unreadItemCount: row.get(PR_CONTENT_UNREAD) ?? 0,
    totalItemCount: row.get(PR_CONTENT_COUNT) ?? 0,
    isHidden: row.get(PR_ATTR_HIDDEN) ?? false,
  };
  const all = select === null || select.length === 0;
  const known = beta && (all || select.includes('wellKnownName')) ? { wellKnownName: knownName(box, entryId) } : {};
  const search = isSearch(row) ? await searchProperties(box, entryId) : null;
  if (all) return { ...search, ...json, ...known };
  const chosen = names.filter((name) => name === 'id' || select.includes(name));
  const type = search === null ? {} : { '@odata.type': search['@odata.type'] };
  return { ...type, ...chosenOf(json, chosen), ...known };
}

function knownName(box: Box, entryId: Uint8Array): string | null {
  for (const [name, known] of box.known) if (Buffer.compare(known, entryId) === 0) return name;
  return null;
}

const chosenOf = <T, N extends keyof T>(json: T, chosen: readonly N[]): Partial<Pick<T, N>> => {
  const some: Partial<Pick<T, N>> = {};
  for (const name of chosen) some[name] = json[name];
  return some;
};

async function childCount(box: Box, entryId: Uint8Array): Promise<number> {
  using folder = await box.openFolder(entryId);
  using table = await ok(folder.GetHierarchyTable(MAPI_UNICODE));
  return await ok(table.GetRowCount(0));
}

/** An answer that is a folder. */
export async function folderAnswer(
  call: Call,
  folder: Folder,
  status: number,
  select: readonly string[] | null = null,
  more: ExtendedLists = {},
): Promise<Answer> {
  const json = { ...(await shownFolder(call, await ok(folder.GetProps(folderColumns, 0)), select)), ...more };
  const location = status === 201 ? { location: `${call.mailboxUrl}/mailFolders/${String(json.id)}` } : {};
  const told = {
    status,
    headers: location,
    body: { '@odata.context': `${call.root}/$metadata#${call.entity}/mailFolders/$entity`, ...json },
  };
  return call.method === 'GET' ? told : asPreferred(call, told);
}
