import { ComError, type Iid, type IUnknown } from '../../com/index.js';
import {
  AB_NO_DIALOG,
  type AdrList,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  type EntryId,
  IMAPIContainer,
  type IMAPIProgress,
  type IMAPIProp,
  IMAPITable,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_UNICODE,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  type PropTag,
  type PropValue,
  propId,
  type ResolvedNames,
  type SearchCriteria,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import {
  type Awaitable,
  accessRule,
  MemoryBag,
  MemoryRecord,
  PropObject,
  propRules,
  type SubObject,
} from '../props/index.js';

/** The tables that an address book container may have, by the properties that stand for them. */
export type ContainerTable = typeof PR_CONTAINER_CONTENTS | typeof PR_CONTAINER_HIERARCHY;

/**
 * What the containers of address books have in common: fixed properties, tables behind properties, no searches.
 * @spec imapicontainerimapiprop
 */
export abstract class ContainerObject extends PropObject {
  /** The tables that it has: these it lists as properties, and opens as such. */
  protected abstract readonly tables: readonly ContainerTable[];

  /**
   * @param props its properties
   * @param modifiable whether entries can be made and deleted in it
   */
  constructor(props: readonly PropValue[], modifiable = false) {
    const bag = new MemoryBag(new MemoryRecord(props));
    super({ bag, transacted: false, writable: false, rules: propRules(accessRule(modifiable)) });
  }

  /** See {@link IMAPIContainer.GetContentsTable}. */
  abstract GetContentsTable(ulFlags?: number): Awaitable<IMAPITable>;

  /** See {@link IMAPIContainer.GetHierarchyTable}. */
  abstract GetHierarchyTable(ulFlags?: number): Awaitable<IMAPITable>;

  /** Its tables are listed, though neither copied nor emptied: entries are, by the methods of `IABContainer`. */
  override get subObjects(): readonly SubObject[] {
    return this.tables.map((tag) => ({ tag, iid: IMAPIContainer, copyTo: notSo, clear: notSo }));
  }

  /** See {@link IMAPIProp.OpenProperty}: its tables open as properties, too. @spec imapiprop-openproperty */
  override async OpenProperty(
    ulPropTag: PropTag,
    lpiid: Iid<IUnknown>,
    ulInterfaceOptions: number,
    ulFlags = 0,
  ): Promise<IUnknown> {
    if (lpiid?.guid === IMAPITable.guid) {
      const id = propId(ulPropTag);
      if (id === propId(PR_CONTAINER_CONTENTS)) return await this.GetContentsTable(ulInterfaceOptions);
      if (id === propId(PR_CONTAINER_HIERARCHY)) return await this.GetHierarchyTable(ulInterfaceOptions);
    }
    return await super.OpenProperty(ulPropTag, lpiid, ulInterfaceOptions, ulFlags);
  }

  /** There are no search containers. See {@link IMAPIContainer.SetSearchCriteria}. @spec imapicontainer-setsearchcriteria */
  SetSearchCriteria(): void {
    throw new ComError(MAPI_E_NO_SUPPORT, 'the container is no search');
  }

  /** There are no search containers. See {@link IMAPIContainer.GetSearchCriteria}. @spec imapicontainer-getsearchcriteria */
  GetSearchCriteria(ulFlags = 0): SearchCriteria {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(MAPI_E_NO_SUPPORT, 'the container is no search');
  }
}

/** A container of containers alone: the root of an address book, or of all. @spec iabcontainerimapicontainer */
export abstract class RootObject extends ContainerObject {
  protected readonly tables: readonly ContainerTable[] = [PR_CONTAINER_HIERARCHY];

  /** It holds containers alone. See `IABContainer::GetContentsTable`. @spec imapicontainer-getcontentstable */
  override GetContentsTable(ulFlags = 0): IMAPITable {
    requireFlags(ulFlags, MAPI_UNICODE | MAPI_DEFERRED_ERRORS);
    throw noEntries();
  }

  /** See `IABContainer::CreateEntry`. @spec iabcontainer-createentry */
  CreateEntry(_lpEntryID: EntryId, ulCreateFlags = 0): IMAPIProp {
    requireFlags(ulCreateFlags, createFlags);
    throw readOnly();
  }

  /** See `IABContainer::CopyEntries`. @spec iabcontainer-copyentries */
  CopyEntries(
    _lpEntries: readonly EntryId[],
    _ulUIParam: number,
    _lpProgress: IMAPIProgress | null,
    ulFlags = 0,
  ): void {
    requireFlags(ulFlags, AB_NO_DIALOG | createFlags);
    throw readOnly();
  }

  /** See `IABContainer::DeleteEntries`. @spec iabcontainer-deleteentries */
  DeleteEntries(_lpEntries: readonly EntryId[], ulFlags = 0): void {
    requireFlags(ulFlags, 0);
    throw readOnly();
  }

  /** See `IABContainer::ResolveNames`. @spec iabcontainer-resolvenames */
  ResolveNames(
    _lpPropTagArray: readonly PropTag[] | null,
    ulFlags: number,
    _lpAdrList: AdrList,
    _lpFlagList: readonly number[],
  ): ResolvedNames {
    requireFlags(ulFlags, MAPI_UNICODE | MAPI_CACHE_ONLY | addressLookup);
    throw noEntries();
  }
}

const createFlags = CREATE_CHECK_DUP_LOOSE | CREATE_CHECK_DUP_STRICT | CREATE_REPLACE;
/** EMS_AB_ADDRESS_LOOKUP, which says nothing to a container without entries. */
const addressLookup = 1;

const notSo = (): never => {
  throw new ComError(MAPI_E_NO_SUPPORT, 'entries are copied and deleted by the methods of IABContainer');
};
const noEntries = (): ComError => new ComError(MAPI_E_NO_SUPPORT, 'the container holds containers, no entries');
const readOnly = (): ComError => new ComError(MAPI_E_NO_ACCESS, 'the container cannot be changed');
