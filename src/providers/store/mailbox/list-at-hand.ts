import { ComError } from '../../../com/index.js';
import { counted, FOLDER_SEARCH, MAPI_E_NOT_FOUND, validateRestriction } from '../../../mapi/index.js';
import type { ListAtHand, ListWish, StoredMessage, VersionsAtHand } from '../../../subsystem/index.js';
import { ContentsQuery, type ContentsScope } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { storedMessages } from './messages-at-hand.js';
import { existingFolder, folderIdOf } from './open-entry.js';
import { comparePlaces } from './places.js';

/**
 * Lists messages straight from SQL.
 *
 * @param mailbox whose messages
 * @param wish what is listed
 * @returns null where SQL can't tell all of it
 * @throws {ComError} `MAPI_E_INVALID_ENTRYID`, `MAPI_E_UNKNOWN_ENTRYID`, `MAPI_E_INVALID_OBJECT`, `MAPI_E_NOT_FOUND`
 */
export function listAtHand(mailbox: Mailbox, { folders, restriction, order }: ListWish): ListAtHand | null {
  if (restriction !== null) validateRestriction(restriction);
  // How many rows there may be in all is the affair of a table.
  if (counted(restriction).most < Infinity) return null;
  const ids = folders.map((entryId) => folderIdOf(mailbox, entryId));
  const queries: ContentsQuery[] = [];
  for (const id of ids) {
    const scope = scopeOf(mailbox, id);
    const query = ContentsQuery.of({ scope, columns: [], changes: true, restriction, sort: order });
    if (query === null || query.remainder !== null) return null;
    queries.push(query);
  }
  return new SqlList(mailbox, ids, queries, comparePlaces(order));
}

const scopeOf = (mailbox: Mailbox, id: number): ContentsScope =>
  existingFolder(mailbox, id).type === FOLDER_SEARCH ? { search: id } : { folder: id };

class SqlList implements ListAtHand {
  readonly #mailbox: Mailbox;
  readonly #folders: readonly number[];
  readonly #queries: readonly ContentsQuery[];
  readonly #compare: ReturnType<typeof comparePlaces>;

  constructor(
    mailbox: Mailbox,
    folders: readonly number[],
    queries: readonly ContentsQuery[],
    compare: ReturnType<typeof comparePlaces>,
  ) {
    this.#mailbox = mailbox;
    this.#folders = folders;
    this.#queries = queries;
    this.#compare = compare;
  }

  count(): number {
    this.#requireFolders();
    return this.#mailbox.read((db) => this.#queries.reduce((sum, query) => sum + query.count(db), 0));
  }

  page(skip: number, count: number): VersionsAtHand {
    this.#requireFolders();
    const [only] = this.#queries;
    if (only && this.#queries.length === 1) return this.#mailbox.read((db) => only.versions(db, skip, count));
    // Each of several folders could have the whole page, and all that is passed over.
    const rows = this.#mailbox.read((db) => this.#queries.flatMap((query) => query.page(db, skip + count)));
    const found = rows.sort(this.#compare).slice(skip, skip + count);
    return { ids: found.map(({ id }) => id), changes: found.map(({ change }) => change as number) };
  }

  messages(ids: readonly number[], recipients: boolean): readonly (StoredMessage | null)[] {
    return storedMessages(this.#mailbox, ids, null, recipients);
  }

  #requireFolders(): void {
    for (const id of this.#folders)
      if (!this.#mailbox.read((db) => db.get('SELECT 1 FROM folder WHERE id = ?', id)))
        throw new ComError(MAPI_E_NOT_FOUND, 'there is no such folder any more');
  }
}
