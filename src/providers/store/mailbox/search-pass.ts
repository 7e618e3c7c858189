import {
  matches,
  SEARCH_COMPLETE,
  SEARCH_FOREGROUND,
  SEARCH_REBUILD,
  SEARCH_RUNNING,
  SEARCH_STATIC,
} from '../../../mapi/index.js';
import {
  ContentsQuery,
  messageSource,
  restrictionOf,
  type Search,
  type StoreFile,
  searchedFolders,
  searches,
  searchLinks,
} from '../sql/index.js';

/** How many messages a pass looks at before others have their turn. */
const pageRows = { foreground: 1000, background: 250 };

/**
 * Looks through all folders of a search and links what matches; what does not any more goes. What is written meanwhile looks
 * after itself, for the search runs already. When the criteria change the pass ends: whoever changed them makes another.
 *
 * @param file the store file
 * @param folder the search folder
 * @param stopped whether to give up; another opening of the store takes the search up again
 * @throws {StoreError} what writing throws
 */
export async function searchPass(file: StoreFile, folder: number, stopped: () => boolean = () => false): Promise<void> {
  const [search] = searches(file.db, folder);
  if (!search || (search.state & SEARCH_REBUILD) === 0) return;
  const criteria = JSON.stringify(search);
  const goesOn = () => !stopped() && JSON.stringify(searches(file.db, folder)[0]) === criteria;
  const rows = (search.state & SEARCH_FOREGROUND) !== 0 ? pageRows.foreground : pageRows.background;
  const rest = new Set(searchLinks(file.db, folder));
  for (const found of candidates(file, search, rows)) {
    const ids = found.filter((id) => !rest.delete(id));
    if (ids.length > 0) await file.write('search.look', { folder, ids });
    else await turn();
    if (!goesOn()) return;
  }
  for (const ids of chunks([...rest], rows)) {
    await file.write('search.look', { folder, ids });
    if (!goesOn()) return;
  }
  const done = search.state & ~SEARCH_REBUILD;
  const state = ((done & SEARCH_STATIC) !== 0 ? done & ~SEARCH_RUNNING : done) | SEARCH_COMPLETE;
  await file.write('search.end', { search, state });
}

/** The messages that match now, a page of messages at a time; perhaps none of a page. */
function* candidates(file: StoreFile, search: Search, rows: number): Generator<readonly number[]> {
  const restriction = restrictionOf(search.restriction);
  for (const folder of searchedFolders(file.db, search)) {
    const query = ContentsQuery.of({ scope: { folder }, columns: [], restriction, sort: [] });
    if (!query) continue;
    const { remainder } = query;
    for (let page = query.page(file.db, rows); page.length > 0; page = query.page(file.db, rows, page.at(-1) ?? null)) {
      const ids = page.map(({ id }) => id);
      yield remainder ? ids.filter((id) => matches(remainder, messageSource(file.db, id))) : ids;
    }
  }
}

const chunks = (ids: readonly number[], size: number): readonly (readonly number[])[] =>
  Array.from({ length: Math.ceil(ids.length / size) }, (_, at) => ids.slice(at * size, (at + 1) * size));

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
