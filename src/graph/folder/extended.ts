import { ok } from '../../com/index.js';
import { type IMAPIFolder as Folder, KEEP_OPEN_READWRITE, nameOfTag, type PropTag } from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import type { JsonObject } from '../http/json.js';
import type { Call } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { type Extras, extrasOf } from '../message/expanded.js';
import { extendedChange } from '../message/extended.js';
import { parseExpand } from '../odata/expand.js';

/** What `$expand` asks for beside folders. */
export interface FolderExtras {
  /** What of the folders within each is shown, too; null for nothing. */
  readonly children: { readonly select: readonly string[] | null } | null;
  readonly extended: Extras['extended'];
}

/**
 * Reads `$expand` of folders.
 *
 * @param call the request
 * @param text what was written; null without
 * @throws {GraphError} `BadRequest` for what folders have not
 */
export async function folderExtras(call: Call, text: string | null): Promise<FolderExtras> {
  const wished = text === null ? [] : parseExpand(text);
  const messages = wished.filter(({ name }) => name !== 'childFolders');
  if (messages.some(({ name }) => name === 'attachments')) throw badRequest("'attachments' can not be expanded here.");
  const extras = await extrasOf(call, messages);
  const [children] = wished.flatMap((each) => (each.name === 'childFolders' ? [each] : []));
  return { children: children ? { select: children.select } : null, extended: extras?.extended ?? [] };
}

/** Extended properties that a caller writes, read and known to the store. */
export type FolderChange = Awaited<ReturnType<typeof extendedChange>>;

/**
 * The extended properties of a folder that a caller writes.
 *
 * @param box whose folder
 * @param json the body
 * @throws {GraphError} as {@link extendedChange}
 */
export const folderChange = (box: Box, json: JsonObject): Promise<FolderChange> =>
  extendedChange(box, json['singleValueExtendedProperties'], json['multiValueExtendedProperties']);

/**
 * Writes extended properties.
 *
 * @param folder the folder, open for writing
 * @param change what {@link folderChange} has read
 * @throws {GraphError} `ErrorInvalidPropertySet` for one that the store works out itself
 */
export async function writeExtended(folder: Folder, { set, remove }: FolderChange): Promise<void> {
  if (set.length + remove.length === 0) return;
  if (remove.length > 0) demandDone(await ok(folder.DeleteProps(remove)));
  if (set.length > 0) demandDone(await ok(folder.SetProps(set)));
  await ok(folder.SaveChanges(KEEP_OPEN_READWRITE));
}

function demandDone([problem]: readonly { readonly ulPropTag: PropTag }[]): void {
  if (problem)
    throw new GraphError(400, 'ErrorInvalidPropertySet', `${nameOfTag(problem.ulPropTag)} can not be changed.`);
}
