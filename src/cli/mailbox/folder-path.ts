import { ok } from '../../com/index.js';
import {
  eq,
  IMAPIFolder,
  MAPI_BEST_ACCESS,
  MAPI_E_NOT_FOUND,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
} from '../../mapi/index.js';
import { UsageError } from '../io.js';
import { Failure } from './failure.js';
import { readRows } from './rows.js';
import { hexOfBytes, type OpenedStore } from './store.js';

/**
 * Opens the folder of a path.
 *
 * @param opened the store
 * @param path `Inbox/Projects`, from the folders that people see; `/Finder` from the root of the store; empty or `/` for
 *   where these begin; `\/` for a slash in a name
 * @returns the folder, as writable as the store; the caller releases it
 * @throws {UsageError} for a path with an empty name in it
 * @throws {Failure} `MAPI_E_NOT_FOUND` when there is no such folder
 */
export async function openFolderAt({ store, subtree }: OpenedStore, path: string): Promise<IMAPIFolder> {
  const fromRoot = path.startsWith('/');
  const names = namesOf(path);
  const start = fromRoot ? null : subtree;
  let folder = (await ok(store.OpenEntry(start, IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
  for (const [depth, name] of names.entries()) {
    using parent = folder;
    const entryId = await childOf(parent, name, pathOfNames(names.slice(0, depth), fromRoot));
    folder = (await ok(parent.OpenEntry(entryId, IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
  }
  return folder;
}

async function childOf(parent: IMAPIFolder, name: string, where: string): Promise<Uint8Array> {
  using table = await ok(parent.GetHierarchyTable());
  await ok(table.Restrict(eq(PR_DISPLAY_NAME_W, name)));
  const [found] = await readRows(table, [PR_ENTRYID], 1);
  if (found) return found[0] as Uint8Array;
  await ok(table.Restrict(null));
  const there = (await readRows(table, [PR_DISPLAY_NAME_W])).map((row) => escaped(row[0] as string));
  const place = where === '' ? 'the store' : where;
  throw new Failure(
    MAPI_E_NOT_FOUND,
    `there is no folder "${name}" in ${place}`,
    there.length === 0 ? `${place} has no folders.` : `In ${place} are: ${there.join(', ')}.`,
  );
}

/**
 * The path of a folder.
 *
 * @param opened the store
 * @param entryId the folder
 * @returns what {@link openFolderAt} takes
 */
export async function pathOf({ store, subtree }: OpenedStore, entryId: Uint8Array): Promise<string> {
  const names: string[] = [];
  const top = hexOfBytes(subtree);
  for (let at = entryId; ; ) {
    if (hexOfBytes(at) === top) return pathOfNames(names, false);
    using folder = (await ok(store.OpenEntry(at, IMAPIFolder))).lppUnk;
    const row = await ok(folder.GetProps([PR_DISPLAY_NAME_W, PR_PARENT_ENTRYID]));
    const parent = row.get(PR_PARENT_ENTRYID) ?? at;
    if (hexOfBytes(parent) === hexOfBytes(at)) return pathOfNames(names, true);
    names.unshift(row.get(PR_DISPLAY_NAME_W) ?? '');
    at = parent;
  }
}

/**
 * A path made of names.
 *
 * @param names the names from the top
 * @param fromRoot whether they begin at the root of the store
 */
export const pathOfNames = (names: readonly string[], fromRoot: boolean): string =>
  `${fromRoot ? '/' : ''}${names.map(escaped).join('/')}`;

const escaped = (name: string): string => name.replace(/[\\/]/g, '\\$&');

function namesOf(path: string): readonly string[] {
  const bare = path.replace(/^\//, '').replace(/(?<!\\)\/$/, '');
  if (bare === '') return [];
  const names = [''];
  for (const [piece] of bare.matchAll(/\\[\\/]|[^/]|\//gs))
    if (piece === '/') names.push('');
    else names.push(`${names.pop()}${piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece}`);
  if (names.includes('')) throw new UsageError(`the path ${path} has an empty name in it: write Inbox/Projects.`);
  return names;
}
