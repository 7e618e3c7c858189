import {
  type AnyIid,
  ComError,
  com,
  type Guid,
  guidToBytes,
  type Iid,
  type Impl,
  type IUnknown,
} from '../../com/index.js';
import {
  AB_SUBCONTAINERS,
  AB_UNMODIFIABLE,
  CONVENIENT_DEPTH,
  DT_NOT_SPECIFIC,
  type EntryId,
  IABContainer,
  IMAPIContainer,
  type IMAPIProp,
  IMAPITable,
  MAPI_ABCONT,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_UNICODE,
  type OpenedEntry,
  PR_AB_PROVIDER_ID,
  PR_CONTAINER_FLAGS,
  PR_DEPTH,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  IMAPIProp as Prop,
  prop,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import type { SessionCore } from '../session/core.js';
import { MemoryRows, Table } from '../tables/index.js';
import { RootObject } from './containerobject.js';

/** What marks the entry ID of the root of all containers, which belongs to no provider. */
const rootUid = guidToBytes('{7A8F1C5E-52B4-4D0B-9C3E-0C6D1B2A4F10}' as Guid);

/** The entry ID of the root of all containers. */
export const rootEntryId: EntryId = new Uint8Array(Buffer.concat([Buffer.alloc(4), rootUid]));

/** Whether an entry ID is that of the root of all containers. */
export const isRootEntryId = (entryId: EntryId): boolean => Buffer.compare(entryId, rootEntryId) === 0;

/**
 * Opens the root of the address book, whose hierarchy holds the containers of all providers.
 *
 * @param core the session
 * @param iid `IABContainer` or one that it extends; null for it
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`
 * @spec iaddrbook-openentry
 */
export function openRoot(core: SessionCore, iid: AnyIid | null): IABContainer {
  const known = [IABContainer, IMAPIContainer, Prop].map(({ guid }) => guid);
  if (iid !== null && !known.includes(iid.guid))
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the root of the address book is an IABContainer');
  return com(new RootContainer(core), IABContainer);
}

/** The root of the address book: containers, no entries. @spec iabcontainerimapicontainer */
class RootContainer extends RootObject implements Impl<IABContainer> {
  readonly #core: SessionCore;

  constructor(core: SessionCore) {
    super([
      prop(PR_ENTRYID, rootEntryId),
      prop(PR_OBJECT_TYPE, MAPI_ABCONT),
      prop(PR_DISPLAY_TYPE, DT_NOT_SPECIFIC),
      prop(PR_CONTAINER_FLAGS, AB_SUBCONTAINERS | AB_UNMODIFIABLE),
      prop(PR_DISPLAY_NAME_W, 'Address Book'),
    ]);
    this.#core = core;
  }

  /** See {@link IABContainer.GetHierarchyTable}. @spec imapicontainer-gethierarchytable */
  async GetHierarchyTable(ulFlags = 0): Promise<IMAPITable> {
    const flags = requireFlags(ulFlags, MAPI_UNICODE | CONVENIENT_DEPTH | MAPI_DEFERRED_ERRORS);
    const name = (flags & MAPI_UNICODE) !== 0 ? PR_DISPLAY_NAME_W : PR_DISPLAY_NAME_A;
    const rows = new MemoryRows({ index: PR_ENTRYID, columns: [name, ...columns], tableType: TBLTYPE_DYNAMIC });
    const containers = await this.#core.addressBooks.containers(flags & CONVENIENT_DEPTH);
    // Instance keys of different providers may be the same.
    rows.put(containers.map((row) => row.toProps().filter(([tag]) => tag !== PR_INSTANCE_KEY)));
    return this.#core.handedOut.keep(com(new Table(rows), IMAPITable));
  }

  /** See {@link IABContainer.OpenEntry}. @spec imapicontainer-openentry */
  async OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return (await this.#core.openEntry(lpEntryID ?? rootEntryId, lpInterface, ulFlags)) as OpenedEntry<I>;
  }
}

const columns = [PR_ENTRYID, PR_DEPTH, PR_OBJECT_TYPE, PR_DISPLAY_TYPE, PR_CONTAINER_FLAGS, PR_AB_PROVIDER_ID] as const;
