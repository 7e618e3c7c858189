import { ok } from '../../com/index.js';
import {
  type EntryId,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  KEEP_OPEN_READWRITE,
  MAPI_CREATE,
  MAPI_UNICODE,
  namedProp,
  PR_FOLDER_TYPE,
  type PropRow,
  type PropTag,
  PS_PUBLIC_STRINGS,
  PT_UNICODE,
  prop,
  propId,
  propTag,
  RECURSIVE_SEARCH,
  RESTART_SEARCH,
  type Restriction,
  SEARCH_RECURSIVE,
  SHALLOW_SEARCH,
} from '../../mapi/index.js';
import { badRequest, GraphError } from '../http/error.js';
import { booleanOf, type JsonObject, listOf, textOf } from '../http/json.js';
import type { Box } from '../mailbox/box.js';
import { idOf } from '../mailbox/ids.js';
import { conditionIn } from '../message/condition.js';
import { parseFilter } from '../odata/parse.js';
import { unsupported } from '../odata/properties.js';
import type { SearchFolderProperties } from '../resources.js';

/** What a caller says of a search folder; null for what is to stay. */
interface SearchChange {
  readonly filter: { readonly text: string; readonly restriction: Restriction } | null;
  readonly sources: readonly EntryId[] | null;
  readonly nested: boolean | null;
}

/** Whether a row is that of a search folder; it has PR_FOLDER_TYPE. */
export const isSearch = (row: PropRow): boolean => row.get(PR_FOLDER_TYPE) === FOLDER_SEARCH;

/**
 * Reads what a caller says of a search folder.
 *
 * @param box whose
 * @param json the body
 * @returns null when it speaks of none
 * @throws {GraphError} `ErrorInvalidUrlQueryFilter` for a filter that can't be kept up; `ErrorItemNotFound` for a source that there is not
 */
export async function searchChange(box: Box, json: JsonObject): Promise<SearchChange | null> {
  const { '@odata.type': type = '', filterQuery, sourceFolderIds, includeNestedFolders } = json;
  const isSaid = (value: unknown): boolean => value !== undefined && value !== null;
  const said = [filterQuery, sourceFolderIds, includeNestedFolders].some(isSaid);
  if (!said && !/^#?microsoft\.graph\.mailSearchFolder$/i.test(textOf(type, '@odata.type'))) return null;
  return {
    filter: isSaid(filterQuery) ? await filterOf(box, textOf(filterQuery, 'filterQuery')) : null,
    sources: isSaid(sourceFolderIds) ? await sourcesOf(box, listOf(sourceFolderIds, 'sourceFolderIds')) : null,
    nested: isSaid(includeNestedFolders) ? booleanOf(includeNestedFolders, 'includeNestedFolders') : null,
  };
}

async function filterOf(box: Box, text: string): Promise<NonNullable<SearchChange['filter']>> {
  const filter = parseFilter(text);
  const { restriction, rows } = await conditionIn(box, { filter, search: null });
  // What is asked of each row when a list is made can't be kept up while messages come.
  if (rows !== null || restriction === null) throw unsupported(filter);
  return { text, restriction };
}

async function sourcesOf(box: Box, ids: readonly unknown[]): Promise<readonly EntryId[]> {
  const found: EntryId[] = [];
  for (const each of ids) {
    const id = textOf(each, 'sourceFolderIds');
    (await box.openFolder(id)).Release();
    found.push(box.folderEntryId(id));
  }
  if (found.length === 0) throw badRequest('A search folder needs a folder in sourceFolderIds.');
  return found;
}

/**
 * Has a search folder search. What a new one lacks is an error; what is not said of another one stays.
 *
 * @param box whose
 * @param folder the search folder, open for writing
 * @param change what {@link searchChange} has read
 * @throws {GraphError} `ErrorInvalidArgument` for a folder that is no search folder, or a new one without filter or sources
 */
export async function writeSearch(box: Box, folder: Folder, change: SearchChange): Promise<void> {
  if (!isSearch(await ok(folder.GetProps([PR_FOLDER_TYPE], 0))))
    throw new GraphError(400, 'ErrorInvalidArgument', 'The folder is no search folder.');
  const [, before] = await folder.GetSearchCriteria(MAPI_UNICODE);
  demandComplete(change, before !== null);
  const nested = change.nested ?? ((before?.lpulSearchState ?? 0) & SEARCH_RECURSIVE) !== 0;
  const flags = RESTART_SEARCH | (nested ? RECURSIVE_SEARCH : SHALLOW_SEARCH);
  await ok(folder.SetSearchCriteria(change.filter?.restriction ?? null, change.sources, flags));
  if (change.filter === null) return;
  await ok(folder.SetProps([prop(await filterTag(box), change.filter.text)]));
  await ok(folder.SaveChanges(KEEP_OPEN_READWRITE));
}

/**
 * Refuses a new search folder of which something is not said.
 *
 * @param change what {@link searchChange} has read
 * @param searches whether it searches already
 * @throws {GraphError} `ErrorInvalidArgument`
 */
export function demandComplete({ filter, sources }: SearchChange, searches: boolean): void {
  if (!searches && (filter === null || sources === null))
    throw new GraphError(400, 'ErrorInvalidArgument', 'A search folder needs filterQuery and sourceFolderIds.');
}

/**
 * What a search folder has beside the properties of all folders.
 *
 * @param box whose
 * @param entryId the folder
 */
export async function searchProperties(box: Box, entryId: EntryId): Promise<SearchFolderProperties> {
  using folder = await box.openFolder(entryId);
  const [, criteria] = await folder.GetSearchCriteria(MAPI_UNICODE);
  const tag = await filterTag(box);
  const filterQuery = (await ok(folder.GetProps([tag], 0))).get(tag);
  return {
    '@odata.type': '#microsoft.graph.mailSearchFolder',
    // One that another program made has criteria that no filter may be able to say.
    isSupported: filterQuery !== null,
    includeNestedFolders: ((criteria?.lpulSearchState ?? 0) & SEARCH_RECURSIVE) !== 0,
    sourceFolderIds: (criteria?.lppContainerList ?? []).map(idOf),
    filterQuery,
  };
}

/** The text of the filter stands beside the restriction that was made of it, so that it can be shown. */
async function filterTag({ store }: Box): Promise<PropTag<string>> {
  const name = namedProp(PS_PUBLIC_STRINGS, 'comail.filterQuery');
  const [tag] = await ok(store.GetIDsFromNames([name], MAPI_CREATE));
  return propTag(PT_UNICODE, propId(tag as number));
}
