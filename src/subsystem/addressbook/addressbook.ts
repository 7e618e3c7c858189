import { type AnyIid, ComError, com, type Iid, type Impl, type IUnknown } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  type EntryId,
  IAddrBook,
  IMAPIProp,
  MAPI_ADDRBOOK,
  MAPI_CACHE_ONLY,
  MAPI_DIALOG,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  MAPI_SEND_NO_RICH_INFO,
  MAPI_UNICODE,
  type MutableAdrList,
  type OpenedEntry,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  type PropTag,
  prop,
  propError,
  propId,
} from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';
import { MemoryBag, MemoryRecord, PropObject } from '../props/index.js';
import type { SessionCore } from '../session/core.js';
import { oneOffProps } from './mailuser.js';
import { createOneOffEntryId } from './oneoff.js';
import { typedAddress } from './resolve.js';

/**
 * Opens the address book of a session.
 *
 * @param core the session
 * @param iid `IAddrBook`, or null
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`
 * @spec imapisession-openaddressbook
 */
export async function openAddressBook(core: SessionCore, iid: AnyIid | null): Promise<IAddrBook> {
  if (iid !== null && iid.guid !== IAddrBook.guid && iid.guid !== IMAPIProp.guid)
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the address book is an IAddrBook');
  return com(new AddressBook(core) as unknown as Impl<IAddrBook>, IAddrBook);
}

/** The address book of a session. @spec iaddrbookimapiprop */
class AddressBook extends PropObject {
  readonly #core: SessionCore;

  constructor(core: SessionCore) {
    const bag = new MemoryBag(new MemoryRecord([prop(PR_OBJECT_TYPE, MAPI_ADDRBOOK)]));
    super({ bag, transacted: true, writable: false, names: null });
    this.#core = core;
  }

  /** See {@link IAddrBook.OpenEntry}. @spec iaddrbook-openentry */
  async OpenEntry<I extends IUnknown>(
    lpEntryID: EntryId,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    return (await this.#core.openEntry(lpEntryID, lpInterface, ulFlags)) as OpenedEntry<I>;
  }

  /** See {@link IAddrBook.CompareEntryIDs}. @spec iaddrbook-compareentryids */
  async CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): Promise<number> {
    requireFlags(ulFlags, 0);
    return await this.#core.compareEntryIds(lpEntryID1, lpEntryID2);
  }

  /** See {@link IAddrBook.CreateOneOff}. @spec iaddrbook-createoneoff */
  CreateOneOff(lpszName: string | null, lpszAdrType: string, lpszAddress: string, ulFlags = 0): EntryId {
    const flags = requireFlags(ulFlags, MAPI_SEND_NO_RICH_INFO | MAPI_UNICODE);
    const richInfo = (flags & MAPI_SEND_NO_RICH_INFO) === 0;
    const oneOff = { name: lpszName ?? '', addressType: lpszAdrType, address: lpszAddress, richInfo };
    return createOneOffEntryId(oneOff, { unicode: (flags & MAPI_UNICODE) !== 0 });
  }

  /** See {@link IAddrBook.ResolveName}. @spec iaddrbook-resolvename */
  async ResolveName(
    _ulUIParam: number,
    ulFlags: number,
    _lpszNewEntryTitle: string | null,
    lpAdrList: AdrList,
  ): Promise<AdrList> {
    requireFlags(ulFlags, MAPI_DIALOG | MAPI_UNICODE | MAPI_CACHE_ONLY | 0x40);
    if (!Array.isArray(lpAdrList)) throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpAdrList is no list of recipients');
    const resolved = lpAdrList.map(resolvedEntry);
    const list = Object.freeze(resolved.map((one, index) => one ?? (lpAdrList[index] as AdrEntry)));
    const lost = resolved.indexOf(null);
    if (lost < 0) return list;
    throw new ComError(MAPI_E_NOT_FOUND, `nobody is called ${nameIn(lpAdrList[lost] as AdrEntry)}`, { value: list });
  }

  /** See {@link IAddrBook.PrepareRecips}. @spec iaddrbook-preparerecips */
  async PrepareRecips(
    ulFlags: number,
    lpPropTagArray: readonly PropTag[] | null,
    lpRecipList: MutableAdrList,
  ): Promise<void> {
    requireFlags(ulFlags, MAPI_CACHE_ONLY);
    for (const [index, entry] of lpRecipList.entries()) {
      const wanted = (lpPropTagArray ?? []).map(
        (tag) => entry.find(([own]) => propId(own) === propId(tag)) ?? propError(tag, MAPI_E_NOT_FOUND),
      );
      const first = new Set(wanted.map(([tag]) => propId(tag)));
      lpRecipList[index] = [...wanted, ...entry.filter(([tag]) => !first.has(propId(tag)))];
    }
  }
}

function resolvedEntry(entry: AdrEntry): AdrEntry | null {
  if (entry.some(([tag]) => propId(tag) === propId(PR_ENTRYID))) return entry;
  const oneOff = typedAddress(nameIn(entry));
  if (!oneOff) return null;
  const props = oneOffProps(createOneOffEntryId(oneOff), oneOff);
  const set = new Set(props.map(([tag]) => propId(tag)));
  return Object.freeze([...entry.filter(([tag]) => !set.has(propId(tag))), ...props]);
}

const nameIn = (entry: AdrEntry): string =>
  (entry.find(([tag]) => propId(tag) === propId(PR_DISPLAY_NAME_W))?.[1] as string | undefined) ?? '';
