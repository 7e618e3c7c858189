import { matches, SEARCH_RECURSIVE, SEARCH_RUNNING } from '../../../mapi/index.js';
import {
  ContentsQuery,
  changesSince,
  lastChange,
  message,
  type StoreFile,
  searches,
  searchLinks,
  subfolders,
} from '../sql/index.js';
import { messageSource } from './message-source.js';
import { restrictionOf } from './restriction-text.js';

type Search = ReturnType<typeof searches>[number];

const pageRows = 500;

/** Keeps the contents of search folders in line with the messages of the folders that they search. */
export class SearchKeeper {
  readonly #file: StoreFile;
  #last: number | null = null;

  /** @param file the store file */
  constructor(file: StoreFile) {
    this.#file = file;
  }

  /**
   * Looks through all folders of a search and links what matches; what does not any more goes.
   *
   * @param folder the search folder
   */
  async rebuild(folder: number): Promise<void> {
    const [search] = searches(this.#file.db, folder);
    if (!search) return;
    const restriction = restrictionOf(search.restriction);
    const found = new Set<number>();
    for (const scope of this.#scopes(search)) {
      const query = ContentsQuery.of({ scope: { folder: scope }, columns: [], restriction, sort: [] });
      for (let page = query?.page(this.#file.db, pageRows) ?? []; page.length > 0; ) {
        for (const row of page)
          if (!query?.remainder || matches(query.remainder, messageSource(this.#file, row.id))) found.add(row.id);
        page = query?.page(this.#file.db, pageRows, page.at(-1) ?? null) ?? [];
      }
    }
    const before = new Set(searchLinks(this.#file.db, folder));
    const add = [...found].filter((id) => !before.has(id));
    const remove = [...before].filter((id) => !found.has(id));
    if (add.length + remove.length > 0) await this.#file.write('search.link', { folder, add, remove });
  }

  /**
   * Looks at the messages that this process has changed since it was asked last.
   *
   * @returns whether a search folder changed
   */
  async follow(): Promise<boolean> {
    const { db } = this.#file;
    const since = this.#last ?? lastChange(db) - 1;
    this.#last = lastChange(db);
    const running = searches(db).filter(({ state }) => (state & SEARCH_RUNNING) !== 0);
    if (running.length === 0 || since >= this.#last) return false;
    const batch = changesSince(db, Math.max(since, 0), this.#last - since);
    // A folder that moved may have left or entered what is searched.
    if (batch === null || batch.some(({ object, event }) => object === 'folder' && event === 'moved')) {
      for (const { folder } of running) await this.rebuild(folder);
      return true;
    }
    const ids = new Set(batch.filter((c) => c.object === 'message' && c.event !== 'deleted').map(({ id }) => id));
    if (ids.size === 0) return false;
    let changed = false;
    for (const search of running) changed = (await this.#look(search, ids)) || changed;
    return changed;
  }

  async #look(search: Search, ids: ReadonlySet<number>): Promise<boolean> {
    const restriction = restrictionOf(search.restriction);
    const scopes = this.#scopes(search);
    const links = new Set(searchLinks(this.#file.db, search.folder));
    const add: number[] = [];
    const remove: number[] = [];
    for (const id of ids) {
      const row = message(this.#file.db, id);
      if (!row || row.folder === null || row.associated) continue;
      const wanted = scopes.has(row.folder) && matches(restriction, messageSource(this.#file, id));
      if (wanted && !links.has(id)) add.push(id);
      if (!wanted && links.has(id)) remove.push(id);
    }
    if (add.length + remove.length === 0) return false;
    await this.#file.write('search.link', { folder: search.folder, add, remove });
    return true;
  }

  #scopes({ folders, state }: Search): ReadonlySet<number> {
    const all = new Set<number>();
    const visit = (id: number): void => {
      if (all.has(id)) return;
      all.add(id);
      if ((state & SEARCH_RECURSIVE) !== 0) for (const child of subfolders(this.#file.db, id)) visit(child.id);
    };
    for (const id of folders) visit(id);
    return all;
  }
}
