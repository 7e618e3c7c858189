import { ComError } from '../../../com/index.js';
import {
  BACKGROUND_SEARCH,
  CONTENT_INDEXED_SEARCH,
  counted,
  FOLDER_SEARCH,
  FOREGROUND_SEARCH,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_TOO_COMPLEX,
  NON_CONTENT_INDEXED_SEARCH,
  RECURSIVE_SEARCH,
  RESTART_SEARCH,
  type Restriction,
  SEARCH_COMPLETE,
  SEARCH_FOREGROUND,
  SEARCH_REBUILD,
  SEARCH_RECURSIVE,
  SEARCH_RUNNING,
  SEARCH_STATIC,
  type SearchCriteria,
  SHALLOW_SEARCH,
  STATIC_SEARCH,
  STOP_SEARCH,
  validateRestriction,
} from '../../../mapi/index.js';
import { requireFlags } from '../../../subsystem/index.js';
import { type FolderRow, folder, restrictionOf, type Search, searches, textOfRestriction } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';

/**
 * Says what a search folder collects, and looks for it. When the call ends the search has found all there is; while it runs
 * the folder follows every change.
 *
 * @param mailbox the store
 * @param row the search folder
 * @param restriction what to look for; null for what was looked for before
 * @param folders where; null for where it was looked before
 * @param ulFlags pairs of which one may be set
 * @throws {ComError} `MAPI_E_NO_SUPPORT` on a folder that is none for searches, `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER`
 *   for both flags of a pair, no folder at all or a search folder to search in, `MAPI_E_NOT_INITIALIZED`, `MAPI_E_TOO_COMPLEX`
 * @spec imapicontainer-setsearchcriteria
 */
export async function setSearchCriteria(
  mailbox: Mailbox,
  row: FolderRow,
  restriction: Restriction | null,
  folders: readonly number[] | null,
  ulFlags: number,
): Promise<void> {
  requireSearchFolder(row);
  const known = [...pairs.flat(), NON_CONTENT_INDEXED_SEARCH, CONTENT_INDEXED_SEARCH, STATIC_SEARCH];
  const flags = requireFlags(
    ulFlags,
    known.reduce((all, flag) => all | flag, 0),
  );
  for (const [a, b] of pairs)
    if ((flags & a) !== 0 && (flags & b) !== 0)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'the search flags exclude each other');
  if (restriction !== null) validateRestriction(restriction);
  if (counted(restriction).most !== Infinity)
    throw new ComError(MAPI_E_TOO_COMPLEX, 'a folder that follows every change does not count its matches');
  if (folders?.length === 0) throw new ComError(MAPI_E_INVALID_PARAMETER, 'no folder is to be searched');
  for (const id of folders ?? [])
    if (mailbox.read((db) => folder(db, id))?.type === FOLDER_SEARCH)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'search folders are not searched');
  const before = mailbox.read((db) => searches(db, row.id))[0];
  if (!before && (restriction === null || folders === null))
    throw new ComError(MAPI_E_NOT_INITIALIZED, 'the first call names both restriction and folders');
  const { state, looks } = nextState(before ?? null, flags, restriction !== null || folders !== null);
  await mailbox.write('search.set', {
    folder: row.id,
    restriction: restriction ? textOfRestriction(restriction) : (before?.restriction ?? ''),
    folders: folders ? [...new Set(folders)] : (before?.folders ?? []),
    flags,
    state,
  });
  if (looks) await mailbox.research(row.id);
}

/** The state of a search after a call, and whether everything must be looked at (once more). */
function nextState(
  before: Search | null,
  flags: number,
  changed: boolean,
): { readonly state: number; readonly looks: boolean } {
  const was = before?.state ?? 0;
  const isSet = (flag: number) => (flags & flag) !== 0;
  const kept = (yes: number, no: number, bit: number) => (isSet(yes) || (!isSet(no) && (was & bit) !== 0) ? bit : 0);
  const recursive = kept(RECURSIVE_SEARCH, SHALLOW_SEARCH, SEARCH_RECURSIVE);
  const manner = recursive | kept(FOREGROUND_SEARCH, BACKGROUND_SEARCH, SEARCH_FOREGROUND);
  const wasRunning = (was & SEARCH_RUNNING) !== 0;
  // The first call begins the search, whatever it says; later ones leave a search that was stopped as it is.
  const runs = !isSet(STOP_SEARCH) && (before === null || wasRunning || isSet(RESTART_SEARCH));
  if (!runs) return { state: manner | (changed ? 0 : was & (SEARCH_COMPLETE | SEARCH_STATIC)), looks: false };
  const fixed = isSet(STATIC_SEARCH) ? SEARCH_STATIC : 0;
  const other = changed || (was & SEARCH_RECURSIVE) !== recursive || isSet(RESTART_SEARCH) || fixed !== 0;
  // Another priority alone does not begin anew; a pass that is under way goes on with the next call's words.
  const looks = before === null || !wasRunning || other || (was & SEARCH_REBUILD) !== 0;
  return { state: SEARCH_RUNNING | manner | fixed | (looks ? SEARCH_REBUILD : was & SEARCH_COMPLETE), looks };
}

/**
 * What a search folder collects.
 *
 * @throws {ComError} `MAPI_E_NO_SUPPORT`, `MAPI_E_NOT_INITIALIZED`
 * @spec imapicontainer-getsearchcriteria
 */
export function searchCriteria(mailbox: Mailbox, row: FolderRow): SearchCriteria {
  requireSearchFolder(row);
  const [search] = mailbox.read((db) => searches(db, row.id));
  if (!search) throw new ComError(MAPI_E_NOT_INITIALIZED, 'nothing is searched for yet');
  return Object.freeze({
    lppRestriction: restrictionOf(search.restriction),
    lppContainerList: Object.freeze(search.folders.map((id) => mailbox.ids.folder(id))),
    lpulSearchState: search.state,
  });
}

function requireSearchFolder(row: FolderRow): void {
  if (row.type !== FOLDER_SEARCH) throw new ComError(MAPI_E_NO_SUPPORT, 'only search folders have criteria');
}

const pairs = [
  [RESTART_SEARCH, STOP_SEARCH],
  [RECURSIVE_SEARCH, SHALLOW_SEARCH],
  [FOREGROUND_SEARCH, BACKGROUND_SEARCH],
] as const;
