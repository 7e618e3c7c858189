import { com, type Iid, type Impl, type IUnknown } from '../../com/index.js';
import {
  AB_SUBCONTAINERS,
  AB_UNMODIFIABLE,
  CONVENIENT_DEPTH,
  DT_NOT_SPECIFIC,
  type EntryId,
  IABContainer,
  type IMAPIProp,
  IMAPITable,
  MAPI_ABCONT,
  MAPI_DEFERRED_ERRORS,
  MAPI_UNICODE,
  type OpenedEntry,
  PR_AB_PROVIDER_ID,
  PR_CONTAINER_FLAGS,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  prop,
  TBLTYPE_SNAPSHOT,
} from '../../mapi/index.js';
import { MemoryRows, RootObject, requireFlags, Table } from '../../subsystem/index.js';
import type { Book } from './book.js';
import { inWidth } from './columns.js';
import { containerProps } from './container.js';
import { openIn } from './openentry.js';

/** Opens the root of a book, whose hierarchy is the one container that there is. */
export const openRoot = (book: Book): IABContainer => com(new Root(book), IABContainer);

/** The root of a book: a container of containers. @spec iabcontainerimapicontainer */
class Root extends RootObject implements Impl<IABContainer> {
  readonly #book: Book;

  constructor(book: Book) {
    super([
      prop(PR_ENTRYID, book.root),
      prop(PR_OBJECT_TYPE, MAPI_ABCONT),
      prop(PR_DISPLAY_TYPE, DT_NOT_SPECIFIC),
      prop(PR_DISPLAY_NAME_W, book.name),
      prop(PR_CONTAINER_FLAGS, AB_SUBCONTAINERS | AB_UNMODIFIABLE),
    ]);
    this.#book = book;
  }

  /** See {@link IABContainer.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  override GetHierarchyTable(ulFlags = 0): IMAPITable {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS);
    const rows = new MemoryRows({ index: PR_ENTRYID, columns, tableType: TBLTYPE_SNAPSHOT });
    rows.put([[...containerProps(this.#book), prop(PR_DEPTH, 0)]]);
    const shown = inWidth(columns, (flags & MAPI_UNICODE) !== 0);
    return this.#book.handedOut.keep(com(new Table(rows, { columns: shown }), IMAPITable));
  }

  /** See {@link IMAPIContainer.OpenEntry}. @spec imapicontainer-openentry */
  OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return openIn(this.#book, lpEntryID, lpInterface, ulFlags);
  }
}

const columns = [
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_DEPTH,
  PR_OBJECT_TYPE,
  PR_DISPLAY_TYPE,
  PR_CONTAINER_FLAGS,
  PR_AB_PROVIDER_ID,
  PR_INSTANCE_KEY,
] as const;
