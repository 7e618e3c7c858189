import { isDeepStrictEqual } from 'node:util';
import { log } from '../../base/index.js';
import {
  type AnyIid,
  ComError,
  com,
  type Guid,
  guidToBytes,
  type IUnknown,
  ok,
  type Warning,
} from '../../com/index.js';
import {
  type EntryId,
  IMAPITable,
  type IMSLogon,
  type IMsgStore,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_STORE_PROVIDER,
  MDB_NO_MAIL,
  MDB_TEMPORARY,
  MDB_WRITE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_RESOURCE_FLAGS,
  PR_STORE_SUPPORT_MASK,
  type PropValue,
  prop,
  STATUS_DEFAULT_STORE,
  STATUS_NO_DEFAULT_STORE,
  STATUS_SIMPLE_STORE,
  STATUS_TEMP_SECTION,
  STORE_CREATE_OK,
  STORE_MODIFY_OK,
  STORE_SUBMIT_OK,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import { defaultStoreOf, propOf, providersOf, setProps, shownFlags } from '../profile/tree.js';
import { MemoryRows, Table } from '../tables/index.js';
import type { SessionCore } from './core.js';
import { StoreLogons } from './storelogons.js';
import { learnStore, narrowStoreColumns, ownEntryId, storeColumns, storeRow, wrappedIn } from './storerows.js';
import { isWrappedStore, unwrapStoreEntryId } from './storewrap.js';

/**
 * The message stores of a session: their table, their providers, their logons. The table is the profile's as it is now, not as
 * it was when the session began.
 */
export class SessionStores {
  readonly #core: SessionCore;
  readonly #rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: storeColumns, tableType: TBLTYPE_DYNAMIC });
  readonly #logons: StoreLogons;
  /** The simple store of this session alone; undefined while the profile says which it is, null for none. */
  #simple: Guid | null | undefined;
  #listed: ReadonlyMap<Guid, readonly PropValue[]> = new Map();
  readonly #leftOut = new Map<Guid, string>();
  #shown = false;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
    this.#logons = new StoreLogons(core);
  }

  /** Opens the table of the stores in the profile. @spec message-store-tables */
  async table(unicode: boolean): Promise<IMAPITable> {
    this.#shown = true;
    await this.refresh();
    const columns = unicode ? storeColumns : narrowStoreColumns;
    return this.#core.handedOut.keep(com(new Table(this.#rows, { columns }), IMAPITable));
  }

  /** Has those who look at the table see what somebody did with the profile. @spec message-store-tables */
  async follow(): Promise<void> {
    if (this.#shown) await this.refresh();
  }

  /** Brings the table in line with the profile. A store that never told its entry ID is asked for it. */
  async refresh(): Promise<void> {
    const { profile } = this.#core;
    const uids = providersOf(profile.entry, MAPI_STORE_PROVIDER);
    for (const uid of uids) if (!propOf(profile.section(uid), PR_ENTRYID)) await this.#learn(uid);
    this.#show();
  }

  /** Has those who look at the table see a store that its provider has made permanent. @spec imapisupport-modifyprofile */
  published(): void {
    // The provider may be within its logon: a store is not asked anything here.
    if (this.#shown) this.#show();
  }

  #show(): void {
    const { profile, status } = this.#core;
    const uids = providersOf(profile.entry, MAPI_STORE_PROVIDER);
    const chosen = this.defaultStore;
    // A temporary store is published when its provider makes it permanent, by ModifyProfile.
    const published = uids.filter((uid) => (this.#flags(uid) & STATUS_TEMP_SECTION) === 0);
    const gone = [...this.#listed.keys()].filter((uid) => !published.includes(uid));
    for (const uid of gone) this.#rows.remove([[prop(PR_INSTANCE_KEY, guidToBytes(uid))]]);
    const rows = published.flatMap((uid) =>
      storeRow(uid, profile.section(uid), this.#flags(uid), uid === chosen).map((row) => [uid, row] as const),
    );
    // Nobody is told of a store that stays as it was.
    this.#rows.put(rows.filter(([uid, row]) => !isDeepStrictEqual(this.#listed.get(uid), row)).map(([, row]) => row));
    this.#listed = new Map(rows);
    for (const uid of uids) {
      const shown = status.value(uid, PR_RESOURCE_FLAGS);
      const flags = this.#core.statusFlags(uid, this.#flags(uid));
      if (shown !== null && shown !== flags) status.putOwn(uid, [prop(PR_RESOURCE_FLAGS, flags)]);
    }
  }

  /** The default store: the first in the profile that is marked so; null when none is. */
  get defaultStore(): Guid | null {
    return defaultStoreOf(this.#core.profile.entry);
  }

  /** The stores with a resource flag. */
  marked(flag: number): readonly Guid[] {
    const { entry } = this.#core.profile;
    return providersOf(entry, MAPI_STORE_PROVIDER).filter((uid) => (this.#flags(uid) & flag) !== 0);
  }

  /**
   * Marks one store with a resource flag and no other.
   *
   * @param flag the flag
   * @param entryId the store as clients name it; null for none
   * @param permanent whether the profile is to remember it
   * @throws {ComError} `MAPI_E_NOT_FOUND` when the profile has no such store, `MAPI_E_NO_ACCESS` when it cannot be the default one
   * @spec imapisession-setdefaultstore
   */
  async mark(flag: number, entryId: EntryId | null, permanent: boolean): Promise<void> {
    const chosen = entryId === null ? null : await this.#find(unwrapStoreEntryId(entryId).entryId);
    if (chosen !== null && flag === STATUS_DEFAULT_STORE) await this.#requireAble(chosen);
    const { profile } = this.#core;
    if (flag === STATUS_SIMPLE_STORE) this.#simple = permanent ? undefined : chosen;
    const uids = providersOf(profile.entry, MAPI_STORE_PROVIDER);
    if (permanent)
      profile.change((entry) => {
        for (const uid of uids) {
          const section = entry.sections.get(uid);
          const flags = propOf(section, PR_RESOURCE_FLAGS) ?? 0;
          if (section) setProps(section, [prop(PR_RESOURCE_FLAGS, uid === chosen ? flags | flag : flags & ~flag)]);
        }
      });
    await this.refresh();
    if (flag === STATUS_DEFAULT_STORE) await this.#core.mail.defaultStoreChanged();
  }

  /**
   * Who tells of the events of a store.
   *
   * @param entryId the store as clients name it
   * @returns the store's logon, and the entry ID that the store has given itself
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` for a store that is not open, or not the profile's
   */
  async ownerOf(entryId: EntryId): Promise<{ readonly owner: IMSLogon; readonly own: EntryId }> {
    const own = unwrapStoreEntryId(entryId).entryId;
    await this.requireKnown(own);
    const logon = this.logon(await this.#find(own));
    if (!logon) throw new ComError(MAPI_E_UNKNOWN_ENTRYID, 'the message store is not open');
    return { owner: logon, own };
  }

  /**
   * Opens a store.
   *
   * @param entryId the store as clients name it
   * @param iid the interface; null for `IMsgStore`
   * @param ulFlags as `IMAPISession::OpenMsgStore` takes them, checked already
   * @throws {ComError} `MAPI_E_NOT_FOUND`, and what the provider's Logon answers
   */
  async open(entryId: EntryId, iid: AnyIid | null, ulFlags: number): Promise<IUnknown | Warning<IUnknown>> {
    const own = unwrapStoreEntryId(entryId).entryId;
    return await this.openProvider(await this.#find(own), own, iid, ulFlags);
  }

  /** Opens the store of a provider of the profile; see {@link StoreLogons.open}. */
  async openProvider(
    uid: Guid,
    entryId: EntryId | null,
    iid: AnyIid | null,
    ulFlags: number,
    bySpooler = false,
  ): Promise<IUnknown | Warning<IUnknown>> {
    return await this.#logons.open(uid, entryId, iid, ulFlags, bySpooler);
  }

  /** The entry ID of a store as clients see it. */
  wrapped(uid: Guid, entryId: EntryId): EntryId {
    return wrappedIn(this.#core.profile.section(uid), entryId);
  }

  /** Whether an entry ID, as its provider or as clients name it, is that of the store of a provider. */
  isOwn(uid: Guid, entryId: EntryId): boolean {
    const known = ownEntryId(this.#core.profile.section(uid));
    const other = isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
    return known !== null && Buffer.compare(known, other) === 0;
  }

  /** The logon to the store of a provider; null while none is open. */
  logon(uid: Guid): IMSLogon | null {
    return this.#logons.of(uid);
  }

  /** Whether an entry ID names a store, not something in one. */
  isStore(entryId: EntryId): boolean {
    return isWrappedStore(entryId);
  }

  /**
   * Compares two stores as clients name them.
   *
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` when one of them is none of the profile's
   */
  async compare(one: EntryId, other: EntryId): Promise<boolean> {
    const [a, b] = [unwrapStoreEntryId(one), unwrapStoreEntryId(other)];
    for (const { entryId } of [a, b]) await this.requireKnown(entryId);
    if (Buffer.compare(a.entryId, b.entryId) === 0) return true;
    for (const uid of providersOf(this.#core.profile.entry, MAPI_STORE_PROVIDER)) {
      const provider = await this.#logons.provider(uid);
      const [, same] = await provider.CompareStoreIDs(a.entryId, b.entryId, 0);
      if (same !== null && same !== 0) return true;
    }
    return false;
  }

  /** Logs off from every store and ends the providers. */
  async close(): Promise<void> {
    await this.#logons.close();
  }

  /** Has a store tell its entry ID, name and keys, and keeps them in the profile. */
  async #learn(uid: Guid): Promise<void> {
    let opened: IUnknown | Warning<IUnknown>;
    try {
      opened = await this.#logons.open(uid, null, null, MDB_NO_MAIL | MDB_TEMPORARY | MDB_WRITE);
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      // The table is refreshed often, and the reason stays the same.
      if (this.#leftOut.get(uid) !== error.message)
        log.warn(`a message store of the profile is left out: ${error.message}`);
      this.#leftOut.set(uid, error.message);
      return;
    }
    using store = ('hr' in opened ? opened.value : opened) as IMsgStore;
    await learnStore(this.#core.profile, uid, store);
  }

  /** @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` for a store, as its provider names it, that the profile does not have */
  async requireKnown(own: EntryId): Promise<void> {
    try {
      await this.#find(own);
    } catch (error) {
      if (!(error instanceof ComError) || error.hr !== MAPI_E_NOT_FOUND) throw error;
      throw new ComError(MAPI_E_UNKNOWN_ENTRYID, error.message);
    }
  }

  /** Which provider of the profile has a store. */
  async #find(own: EntryId): Promise<Guid> {
    const { profile } = this.#core;
    const uids = providersOf(profile.entry, MAPI_STORE_PROVIDER);
    for (const uid of uids) {
      const known = ownEntryId(profile.section(uid));
      if (known && Buffer.compare(known, own) === 0) return uid;
    }
    for (const uid of uids) {
      const known = ownEntryId(profile.section(uid));
      if (!known) continue;
      const provider = await this.#logons.provider(uid);
      const [, same] = await provider.CompareStoreIDs(known, own, 0);
      if (same !== null && same !== 0) return uid;
    }
    throw new ComError(MAPI_E_NOT_FOUND, 'the profile has no such message store');
  }

  #flags(uid: Guid): number {
    const flags = shownFlags(this.#core.profile.entry, uid);
    if (this.#simple === undefined) return flags;
    return this.#simple === uid ? flags | STATUS_SIMPLE_STORE : flags & ~STATUS_SIMPLE_STORE;
  }

  /** @throws {ComError} `MAPI_E_NO_ACCESS` unless messages can be made, changed and submitted in a store, and it lets itself be chosen */
  async #requireAble(uid: Guid): Promise<void> {
    if ((this.#flags(uid) & STATUS_NO_DEFAULT_STORE) !== 0)
      throw new ComError(MAPI_E_NO_ACCESS, 'the message store says that it cannot be the default one');
    const opened = await this.openProvider(uid, null, null, MDB_NO_MAIL | MDB_TEMPORARY | MDB_WRITE);
    using store = ('hr' in opened ? opened.value : opened) as IMsgStore;
    const mask = (await ok(store.GetProps([PR_STORE_SUPPORT_MASK], 0))).get(PR_STORE_SUPPORT_MASK) ?? 0;
    const needed = STORE_SUBMIT_OK | STORE_CREATE_OK | STORE_MODIFY_OK;
    if ((mask & needed) !== needed)
      throw new ComError(MAPI_E_NO_ACCESS, 'a default store has to let messages be made, changed and submitted');
  }
}
