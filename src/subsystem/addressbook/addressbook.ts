import { log } from '../../base/index.js';
import { type AnyIid, ComError, com, type Iid, type Impl, type IUnknown, type Warning, warn } from '../../com/index.js';
import {
  AB_UNICODEUI,
  type ADRPARM,
  type AddressedList,
  type AdrEntry,
  type AdrList,
  type DismissModeless,
  type EntryId,
  type FnButton,
  IAddrBook,
  type IMAPIAdviseSink,
  IMAPIProp,
  MAPI_ADDRBOOK,
  MAPI_AMBIGUOUS,
  MAPI_BEST_ACCESS,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_DIALOG,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_COMPUTED,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MAPI_UNICODE,
  MAPI_UNRESOLVED,
  MAPI_W_ERRORS_RETURNED,
  type MutableAdrList,
  type OpenedEntry,
  PR_AB_DEFAULT_DIR,
  PR_AB_DEFAULT_PAB,
  PR_AB_SEARCH_PATH,
  PR_ADDRTYPE_W,
  PR_CONTAINER_FLAGS,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PropRow,
  type PropTag,
  type PropValue,
  prop,
  type SRow,
} from '../../mapi/index.js';
import { requireFlags, requireTags } from '../props/arguments.js';
import { MemoryBag, MemoryRecord, PropObject, propRules } from '../props/index.js';
import { requireEntries } from '../props/setting.js';
import { Connections } from '../session/connections.js';
import type { SessionCore } from '../session/core.js';
import { usualOptions } from '../session/options.js';
import { ContainerChoices } from './choices.js';
import { requireAddressDialog, requireDialogFlags } from './dialogs.js';
import { isGenericTemplate } from './generictemplate.js';
import { isOneOffEntryId, oneOffAsAsked } from './oneoff.js';
import { prepareRecips } from './preparerecips.js';
import { nameIn, resolveNames } from './resolvenames.js';
import { isRootEntryId, rootEntryId } from './root.js';

/**
 * Opens the address book of a session, and logs its providers on when nobody has yet.
 *
 * @param core the session
 * @param iid `IAddrBook` or `IMAPIProp`; null for the first
 * @throws {ComError} `MAPI_E_INTERFACE_NOT_SUPPORTED`
 */
export async function openAddressBook(core: SessionCore, iid: AnyIid | null): Promise<IAddrBook> {
  if (iid && iid.guid !== IAddrBook.guid && iid.guid !== IMAPIProp.guid)
    throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'the address book is an IAddrBook');
  await core.addressBooks.start();
  return core.handedOut.keep(com(new AddressBook(core), IAddrBook));
}

/**
 * Opens the address book for somebody who is told when it is not whole.
 *
 * @param core the session
 * @param iid as in {@link openAddressBook}
 * @returns the address book; with `MAPI_W_ERRORS_RETURNED` when a provider could not be logged on
 * @throws {ComError} as {@link openAddressBook}
 * @spec imapisession-openaddressbook
 */
export async function openAddressBookTelling(
  core: SessionCore,
  iid: AnyIid | null,
): Promise<IAddrBook | Warning<IAddrBook>> {
  const book = await openAddressBook(core, iid);
  const { failures } = core.addressBooks;
  return failures.length > 0 ? warn(MAPI_W_ERRORS_RETURNED, book, failures.join('\n')) : book;
}

/** The address book of a session. @spec iaddrbookimapiprop */
class AddressBook extends PropObject implements Impl<IAddrBook> {
  readonly #core: SessionCore;
  readonly #choices: ContainerChoices;
  readonly #connections: Connections;

  constructor(core: SessionCore) {
    const choices = new ContainerChoices(core);
    const bag = new MemoryBag(new MemoryRecord([prop(PR_OBJECT_TYPE, MAPI_ADDRBOOK)]));
    const rules = propRules(
      ...[PR_AB_DEFAULT_PAB, PR_AB_DEFAULT_DIR, PR_AB_SEARCH_PATH].map((tag: PropTag) => ({
        tag,
        refuse: MAPI_E_COMPUTED,
        compute: () => choices.kept(tag),
        listed: () => choices.kept(tag) !== null,
      })),
    );
    super({ bag, transacted: true, writable: false, names: null, rules });
    this.#core = core;
    this.#choices = choices;
    this.#connections = new Connections(core);
  }

  /** See {@link IAddrBook.OpenEntry}. @spec iaddrbook-openentry */
  async OpenEntry<I extends IUnknown = IMAPIProp>(
    lpEntryID: EntryId | null,
    lpInterface: Iid<I> | null,
    ulFlags = 0,
  ): Promise<OpenedEntry<I>> {
    const known = MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS | MAPI_CACHE_ONLY | MAPI_NO_CACHE | galOnly;
    // What is asked of an Exchange server's offline address book means nothing to others.
    const flags = requireFlags(ulFlags, known) & (MAPI_MODIFY | MAPI_BEST_ACCESS | MAPI_DEFERRED_ERRORS);
    const entryId = lpEntryID === null || lpEntryID.length === 0 ? rootEntryId : lpEntryID;
    await this.#requireOwn(entryId);
    return (await this.#core.openEntry(entryId, lpInterface, flags)) as OpenedEntry<I>;
  }

  /** See {@link IAddrBook.CompareEntryIDs}. @spec iaddrbook-compareentryids */
  async CompareEntryIDs(lpEntryID1: EntryId, lpEntryID2: EntryId, ulFlags = 0): Promise<number> {
    requireFlags(ulFlags, 0);
    for (const entryId of [lpEntryID1, lpEntryID2]) await this.#requireOwn(entryId);
    return await this.#core.compareEntryIds(lpEntryID1, lpEntryID2);
  }

  /** See {@link IAddrBook.Advise}. @spec iaddrbook-advise */
  async Advise(lpEntryID: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink): Promise<number> {
    if (lpEntryID !== null) await this.#requireOwn(lpEntryID);
    return await this.#connections.advise(lpEntryID, ulEventMask, lpAdviseSink);
  }

  /** See {@link IAddrBook.Unadvise}. @spec iaddrbook-unadvise */
  async Unadvise(ulConnection: number): Promise<void> {
    await this.#connections.unadvise(ulConnection);
  }

  /** See {@link IAddrBook.CreateOneOff}. @spec iaddrbook-createoneoff */
  CreateOneOff(lpszName: string | null, lpszAdrType: string, lpszAddress: string, ulFlags = 0): EntryId {
    return oneOffAsAsked(lpszName, lpszAdrType, lpszAddress, ulFlags);
  }

  /** There are no dialogs. See {@link IAddrBook.NewEntry}. @spec iaddrbook-newentry */
  NewEntry(
    _ulUIParam: number,
    ulFlags: number,
    _lpEIDContainer: EntryId | null,
    _lpEIDNewEntryTpl: EntryId | null,
  ): EntryId {
    requireFlags(ulFlags, MAPI_UNICODE);
    throw new ComError(
      MAPI_E_NO_SUPPORT,
      'there are no dialogs here; use CreateEntry of the container or CreateOneOff',
    );
  }

  /** See {@link IAddrBook.ResolveName}. @spec iaddrbook-resolvename */
  async ResolveName(
    _ulUIParam: number,
    ulFlags: number,
    _lpszNewEntryTitle: string | null,
    lpAdrList: AdrList,
  ): Promise<AdrList> {
    const flags = requireFlags(ulFlags, MAPI_DIALOG | MAPI_UNICODE | MAPI_CACHE_ONLY | AB_UNICODEUI);
    requireEntries(lpAdrList, 'lpAdrList');
    this.#core.requireLife();
    const path = async () => (await this.#choices.searchPath()).map(idOf);
    const { list, states } = await resolveNames(this.#core, lpAdrList, path, flags & (MAPI_UNICODE | MAPI_CACHE_ONLY));
    const named = (state: number): string => nameIn(list[states.indexOf(state)] as AdrEntry);
    if (states.includes(MAPI_AMBIGUOUS))
      throw new ComError(MAPI_E_AMBIGUOUS_RECIP, `several are called ${named(MAPI_AMBIGUOUS)}`, { value: list });
    if (states.includes(MAPI_UNRESOLVED))
      throw new ComError(MAPI_E_NOT_FOUND, `nobody is called ${named(MAPI_UNRESOLVED)}`, { value: list });
    return list;
  }

  /** There are no dialogs. See {@link IAddrBook.Address}. @spec iaddrbook-address */
  Address(_lpulUIParam: number, lpAdrParms: ADRPARM, lppAdrList: AdrList | null): AddressedList {
    requireAddressDialog(lpAdrParms, lppAdrList);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; ask for recipients in your own way');
  }

  /** There are no dialogs. See {@link IAddrBook.Details}. @spec iaddrbook-details */
  Details(
    _lpulUIParam: number,
    _lpfnDismiss: DismissModeless | null,
    _lpvDismissContext: unknown,
    _lpEntryID: EntryId,
    _lpfButtonCallback: FnButton | null,
    _lpvButtonContext: unknown,
    _lpszButtonText: string | null,
    ulFlags = 0,
  ): void {
    // No public source has the number of AB_TELL_DETAILS_CHANGE, so that no other bit can be called unknown here.
    requireDialogFlags(ulFlags, ~0);
    throw new ComError(MAPI_E_NO_SUPPORT, 'there are no dialogs here; open the entry and read its properties');
  }

  /**
   * There are no dialogs: the recipient gets the usual values of the options that it does not have. See
   * {@link IAddrBook.RecipOptions}.
   */
  async RecipOptions(_ulUIParam: number, ulFlags: number, lpRecip: AdrEntry): Promise<AdrEntry | Warning<AdrEntry>> {
    requireFlags(ulFlags, MAPI_UNICODE);
    requireEntries([lpRecip], 'lpRecip');
    this.#core.requireLife();
    const row = PropRow.fromProps(lpRecip);
    const addressType = row.get(PR_ADDRTYPE_W);
    const usual = await this.#core.mail.defaultOptions(addressType, 'recipient', row.get(PR_ENTRYID));
    if (!usual)
      return warn(
        MAPI_W_ERRORS_RETURNED,
        lpRecip,
        `no transport has options for recipients of ${addressType ?? 'no type'}`,
      );
    return Object.freeze([...lpRecip, ...usual.filter(([tag]) => !row.has(tag))]);
  }

  /** See {@link IAddrBook.QueryDefaultRecipOpt}. */
  async QueryDefaultRecipOpt(lpszAdrType: string, ulFlags = 0): Promise<readonly PropValue[]> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    return await usualOptions(this.#core, lpszAdrType, 'recipient', unicode);
  }

  /** See {@link IAddrBook.GetPAB}. @spec iaddrbook-getpab */
  async GetPAB(): Promise<EntryId> {
    return idOf(await this.#choices.personal());
  }

  /** See {@link IAddrBook.SetPAB}. @spec iaddrbook-setpab */
  SetPAB(lpEntryID: EntryId): void {
    this.#choices.choose(PR_AB_DEFAULT_PAB, lpEntryID);
  }

  /** See {@link IAddrBook.GetDefaultDir}. @spec iaddrbook-getdefaultdir */
  async GetDefaultDir(): Promise<EntryId> {
    return idOf(await this.#choices.first());
  }

  /** See {@link IAddrBook.SetDefaultDir}. @spec iaddrbook-setdefaultdir */
  SetDefaultDir(lpEntryID: EntryId): void {
    this.#choices.choose(PR_AB_DEFAULT_DIR, lpEntryID);
  }

  /** See {@link IAddrBook.GetSearchPath}. @spec iaddrbook-getsearchpath */
  async GetSearchPath(ulFlags = 0): Promise<readonly PropRow[]> {
    const unicode = requireFlags(ulFlags, MAPI_UNICODE) !== 0;
    const rows = await this.#choices.searchPath();
    const tags = [PR_ENTRYID, PR_DISPLAY_NAME_W, PR_DISPLAY_TYPE, PR_OBJECT_TYPE, PR_CONTAINER_FLAGS];
    return rows.map((row) =>
      PropRow.fromProps(
        tags.flatMap((tag: PropTag): readonly PropValue[] => {
          const value = row.get(tag);
          return value === null ? [] : [[!unicode && tag === PR_DISPLAY_NAME_W ? PR_DISPLAY_NAME_A : tag, value]];
        }),
      ),
    );
  }

  /** See {@link IAddrBook.SetSearchPath}. @spec iaddrbook-setsearchpath */
  SetSearchPath(ulFlags: number, lpSearchPath: readonly SRow[]): void {
    requireFlags(ulFlags, 0);
    requireEntries(lpSearchPath, 'lpSearchPath');
    this.#choices.choosePath(
      lpSearchPath.map((row: SRow) => {
        const [first] = row;
        if (first?.[0] !== PR_ENTRYID)
          throw new ComError(MAPI_E_MISSING_REQUIRED_COLUMN, 'a row of lpSearchPath does not begin with PR_ENTRYID');
        return first[1] as EntryId;
      }),
    );
  }

  /** See {@link IAddrBook.PrepareRecips}. @spec iaddrbook-preparerecips */
  async PrepareRecips(
    ulFlags: number,
    lpPropTagArray: readonly PropTag[] | null,
    lpRecipList: MutableAdrList,
  ): Promise<void> {
    const flags = requireFlags(ulFlags, MAPI_CACHE_ONLY);
    requireEntries(lpRecipList, 'lpRecipList');
    this.#core.requireLife();
    const none = lpPropTagArray === null || (Array.isArray(lpPropTagArray) && lpPropTagArray.length === 0);
    const wanted = none ? null : requireTags(lpPropTagArray, 'lpPropTagArray');
    await prepareRecips(this.#core, flags, wanted, lpRecipList);
  }

  /** @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` for what is in a store, or MAPI's: the session opens that */
  async #requireOwn(entryId: EntryId): Promise<void> {
    if (!(entryId instanceof Uint8Array) || entryId.length < 4) return;
    if (isRootEntryId(entryId) || isOneOffEntryId(entryId) || isGenericTemplate(entryId)) return;
    await this.#core.addressBooks.start();
    if (!this.#core.addressBooks.logonOf(entryId))
      throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'no address book provider of the session knows this entry ID');
  }

  /** Its connections end with it. */
  override finalRelease(): void {
    super.finalRelease();
    this.#connections.close().catch((error: unknown) => log.error('connections could not be ended', error));
  }
}

/** MAPI_GAL_ONLY, which the headers lack as well. */
const galOnly = 0x80;

const idOf = (row: PropRow | null): EntryId => row?.get(PR_ENTRYID) ?? new Uint8Array(0);
