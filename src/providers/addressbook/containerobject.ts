import { ComError, type Iid, type IUnknown, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMAPIProp,
  IMAPITable,
  MAPI_E_NO_SUPPORT,
  type OpenedEntry,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_CREATE_TEMPLATES,
  type PropTag,
  type PropValue,
  propId,
  type SearchCriteria,
} from '../../mapi/index.js';
import { MemoryBag, MemoryRecord, PropObject } from '../../subsystem/index.js';
import type { Book } from './book.js';
import { templates } from './templates.js';

/** What the two containers of a book have in common: fixed properties, tables behind properties, no searches. */
export abstract class ContainerObject extends PropObject {
  /** The book. */
  protected readonly book: Book;

  /**
   * @param book the book
   * @param props its properties
   */
  constructor(book: Book, props: readonly PropValue[]) {
    super({ bag: new MemoryBag(new MemoryRecord(props)), transacted: false, writable: false });
    this.book = book;
  }

  /** See {@link IMAPIContainer.GetContentsTable}. */
  abstract GetContentsTable(ulFlags?: number): IMAPITable;

  /** See {@link IMAPIContainer.GetHierarchyTable}. */
  abstract GetHierarchyTable(ulFlags?: number): IMAPITable;

  /** See {@link IMAPIProp.OpenProperty}: contents, hierarchy and templates open as tables. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    if (lpiid?.guid === IMAPITable.guid) {
      const id = propId(ulPropTag);
      if (id === propId(PR_CONTAINER_CONTENTS)) return this.GetContentsTable(ulInterfaceOptions);
      if (id === propId(PR_CONTAINER_HIERARCHY)) return this.GetHierarchyTable(ulInterfaceOptions);
      if (id === propId(PR_CREATE_TEMPLATES)) return templates(this.book.uid, ulInterfaceOptions !== 0);
    }
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** See {@link IMAPIContainer.OpenEntry}. @spec imapicontainer-openentry */
  async OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return await ok(this.book.support.OpenEntry(lpEntryID ?? this.book.root, lpInterface as Iid<I>, ulFlags));
  }

  /** There are no search containers. See {@link IMAPIContainer.SetSearchCriteria}. @spec imapicontainer-setsearchcriteria */
  SetSearchCriteria(): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'the container is no search');
  }

  /** There are no search containers. See {@link IMAPIContainer.GetSearchCriteria}. @spec imapicontainer-getsearchcriteria */
  GetSearchCriteria(): SearchCriteria {
    throw new ComError(MAPI_E_NO_SUPPORT, 'the container is no search');
  }
}
