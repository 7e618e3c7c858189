import { isDeepStrictEqual } from 'node:util';
import { log } from '../../base/index.js';
import {
  type AnyIid,
  ComError,
  com,
  failed,
  type Guid,
  guidToBytes,
  type IUnknown,
  nameOf,
  ok,
  type Warning,
  warn,
} from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  IMAPITable,
  type IMSLogon,
  type IMSProvider,
  IMsgStore,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_VERSION,
  MAPI_STORE,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MDB_NO_DIALOG,
  MDB_NO_MAIL,
  MDB_TEMPORARY,
  MDB_WRITE,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MDB_PROVIDER,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_A,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_RECORD_KEY,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_STORE_SUPPORT_MASK,
  type PropTag,
  type PropValue,
  prop,
  STATUS_DEFAULT_STORE,
  STATUS_NO_DEFAULT_STORE,
  STATUS_SIMPLE_STORE,
  STORE_CREATE_OK,
  STORE_MODIFY_OK,
  STORE_SUBMIT_OK,
  TBLTYPE_DYNAMIC,
} from '../../mapi/index.js';
import type { SectionEntry } from '../profile/document.js';
import { serviceOf } from '../profile/entrypoint.js';
import { propOf, providerName, providersOf, setProps } from '../profile/tree.js';
import { StoreSupport } from '../support/storesupport.js';
import { MemoryRows, Table } from '../tables/index.js';
import type { SessionCore } from './core.js';
import type { OwnerTicket } from './owners.js';
import { isWrappedStore, unwrapStoreEntryId, wrapStoreEntryId } from './storewrap.js';

interface OpenProvider {
  readonly provider: IMSProvider;
  readonly init: unknown;
}

interface OpenLogon {
  readonly logon: IMSLogon;
  readonly ticket: OwnerTicket;
}

/**
 * The message stores of a session: their table, their providers, their logons. The table is the profile's as it is now, not as
 * it was when the session began.
 */
export class SessionStores {
  readonly #core: SessionCore;
  readonly #rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns: wide, tableType: TBLTYPE_DYNAMIC });
  readonly #providers = new Map<unknown, Promise<OpenProvider>>();
  readonly #logons = new Map<Guid, OpenLogon>();
  /** The simple store of this session alone; undefined while the profile says which it is, null for none. */
  #simple: Guid | null | undefined;
  #listed: ReadonlyMap<Guid, readonly PropValue[]> = new Map();
  readonly #leftOut = new Map<Guid, string>();
  #shown = false;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** Opens the table of the stores in the profile. @spec message-store-tables */
  async table(unicode: boolean): Promise<IMAPITable> {
    this.#shown = true;
    await this.refresh();
    return com(new Table(this.#rows, { columns: unicode ? wide : narrow }), IMAPITable);
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
    const chosen = this.defaultStore;
    const gone = [...this.#listed.keys()].filter((uid) => !uids.includes(uid));
    for (const uid of gone) this.#rows.remove([[prop(PR_INSTANCE_KEY, guidToBytes(uid))]]);
    const rows = uids.flatMap((uid) => this.#row(uid, uid === chosen).map((row) => [uid, row] as const));
    // Nobody is told of a store that stays as it was.
    this.#rows.put(rows.filter(([uid, row]) => !isDeepStrictEqual(this.#listed.get(uid), row)).map(([, row]) => row));
    this.#listed = new Map(rows);
  }

  /** The default store: the first in the profile that is marked so; null when none is. */
  get defaultStore(): Guid | null {
    return this.marked(STATUS_DEFAULT_STORE)[0] ?? null;
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
    const { profile, status } = this.#core;
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
    for (const uid of uids) if (status.props(uid)) status.putOwn(uid, [prop(PR_RESOURCE_FLAGS, this.#flags(uid))]);
    await this.refresh();
  }

  /**
   * Who tells of the events of a store.
   *
   * @param entryId the store as clients name it
   * @returns the store's logon, and the entry ID that the store has given itself
   * @throws {ComError} `MAPI_E_UNKNOWN_ENTRYID` for a store that is not open
   */
  async ownerOf(entryId: EntryId): Promise<{ readonly owner: IMSLogon; readonly own: EntryId }> {
    const own = unwrapStoreEntryId(entryId).entryId;
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

  /** Opens the store of a provider of the profile. */
  async openProvider(
    uid: Guid,
    entryId: EntryId | null,
    iid: AnyIid | null,
    ulFlags: number,
  ): Promise<IUnknown | Warning<IUnknown>> {
    const core = this.#core;
    core.services.require(uid);
    let provider: IMSProvider;
    try {
      provider = (await this.#provider(uid)).provider;
    } catch (error) {
      if (error instanceof ComError) core.services.failed(uid, error.hr);
      throw error;
    }
    // One of its own for each attempt: that of an earlier logon ends with that logon.
    const ticket: OwnerTicket = { owner: null };
    const attempt = async () => {
      using support = new StoreSupport(core, uid, ticket).publish();
      return await provider.Logon(
        support,
        0,
        core.profile.name,
        entryId,
        ulFlags | MAPI_UNICODE | MDB_NO_DIALOG,
        (iid ?? IMsgStore) as typeof IMsgStore,
      );
    };
    let [hr, told] = await attempt();
    // The service gets one chance to configure itself.
    if (hr === MAPI_E_UNCONFIGURED && (await core.services.configure(uid))) [hr, told] = await attempt();
    if (failed(hr) || !told || !('lppMDB' in told)) {
      core.owners.forget(ticket);
      core.services.failed(uid, hr);
      const words = told?.lppMAPIError?.lpszError;
      throw new ComError(logonFailure(hr), words || `the message store could not be opened: ${nameOf(hr)}`);
    }
    const { lppMSLogon, lppMDB, lppbSpoolSecurity } = told;
    if (!lppMSLogon) core.owners.forget(ticket);
    if (lppMSLogon) {
      const before = this.#logons.get(uid);
      if (before) await this.#logoff(before);
      ticket.owner = lppMSLogon;
      this.#logons.set(uid, { logon: lppMSLogon, ticket });
      if ((ulFlags & (MDB_NO_MAIL | MDB_TEMPORARY)) === 0)
        core.mail.storeOpened({
          uid,
          provider,
          logon: lppMSLogon,
          security: lppbSpoolSecurity,
          entryId,
          support: () => new StoreSupport(core, uid, { owner: null }).publish(),
        });
    }
    return told.lppMAPIError ? warn(MAPI_W_ERRORS_RETURNED, lppMDB, told.lppMAPIError.lpszError) : lppMDB;
  }

  /** The entry ID of a store as clients see it. */
  wrapped(uid: Guid, entryId: EntryId): EntryId {
    const section = this.#core.profile.section(uid);
    return wrapStoreEntryId(propOf(section, PR_PROVIDER_DLL_NAME_W) ?? '', entryId);
  }

  /** Whether an entry ID, as its provider or as clients name it, is that of the store of a provider. */
  isOwn(uid: Guid, entryId: EntryId): boolean {
    const known = ownEntryId(this.#core.profile.section(uid));
    const other = isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
    return known !== null && Buffer.compare(known, other) === 0;
  }

  /** The logon to the store of a provider; null while none is open. */
  logon(uid: Guid): IMSLogon | null {
    return this.#logons.get(uid)?.logon ?? null;
  }

  /** Whether an entry ID names a store, not something in one. */
  isStore(entryId: EntryId): boolean {
    return isWrappedStore(entryId);
  }

  /** Compares two stores as clients name them. */
  async compare(one: EntryId, other: EntryId): Promise<boolean> {
    const [a, b] = [unwrapStoreEntryId(one), unwrapStoreEntryId(other)];
    if (Buffer.compare(a.entryId, b.entryId) === 0) return true;
    for (const uid of providersOf(this.#core.profile.entry, MAPI_STORE_PROVIDER)) {
      const { provider } = await this.#provider(uid);
      const [, same] = await provider.CompareStoreIDs(a.entryId, b.entryId, 0);
      if (same !== null && same !== 0) return true;
    }
    return false;
  }

  /** Logs off from every store and ends the providers. */
  async close(): Promise<void> {
    for (const one of this.#logons.values()) await this.#logoff(one);
    this.#logons.clear();
    for (const opening of this.#providers.values()) {
      const { provider } = await opening;
      await provider.Shutdown(0);
      provider.Release();
    }
    this.#providers.clear();
  }

  async #logoff({ logon, ticket }: OpenLogon): Promise<void> {
    this.#core.owners.forget(ticket);
    const hr = await logon.Logoff(0);
    if (failed(hr)) log.warn(`a message store could not be logged off: ${nameOf(hr)}`);
    logon.Release();
  }

  /** Has a store tell its entry ID, name and keys, and keeps them in the profile. */
  async #learn(uid: Guid): Promise<void> {
    let opened: IUnknown | Warning<IUnknown>;
    try {
      opened = await this.openProvider(uid, null, null, MDB_NO_MAIL | MDB_TEMPORARY | MDB_WRITE);
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      // The table is refreshed often, and the reason stays the same.
      if (this.#leftOut.get(uid) !== error.message)
        log.warn(`a message store of the profile is left out: ${error.message}`);
      this.#leftOut.set(uid, error.message);
      return;
    }
    using store = ('hr' in opened ? opened.value : opened) as IMsgStore;
    const wanted = [PR_STORE_ENTRYID, PR_DISPLAY_NAME_W, PR_STORE_RECORD_KEY, PR_MDB_PROVIDER] as const;
    const row = await ok(store.GetProps(wanted, MAPI_UNICODE));
    const entryId = row.get(PR_STORE_ENTRYID);
    if (!entryId) return;
    // A store that has written its part of the profile itself knows best.
    if (ownEntryId(this.#core.profile.section(uid))) return;
    const own = isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
    const key = row.get(PR_STORE_RECORD_KEY);
    const kind = row.get(PR_MDB_PROVIDER);
    const name = row.get(PR_DISPLAY_NAME_W);
    this.#core.profile.change((entry) => {
      const section = entry.sections.get(uid);
      if (!section) return;
      setProps(section, [
        prop(PR_ENTRYID, own),
        ...(key ? [prop(PR_RECORD_KEY, key)] : []),
        ...(kind ? [prop(PR_MDB_PROVIDER, kind)] : []),
        ...(name ? [prop(PR_DISPLAY_NAME_W, name)] : []),
      ]);
    });
  }

  #row(uid: Guid, isDefault: boolean): readonly (readonly PropValue[])[] {
    const section = this.#core.profile.section(uid);
    const entryId = ownEntryId(section);
    if (!section || !entryId) return [];
    const taken = [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W, PR_RECORD_KEY, PR_MDB_PROVIDER] as readonly PropTag[];
    return [
      [
        prop(PR_INSTANCE_KEY, guidToBytes(uid)),
        prop(PR_ENTRYID, this.wrapped(uid, entryId)),
        prop(PR_OBJECT_TYPE, MAPI_STORE),
        prop(PR_RESOURCE_TYPE, MAPI_STORE_PROVIDER),
        prop(PR_RESOURCE_FLAGS, this.#flags(uid)),
        prop(PR_DEFAULT_STORE, isDefault),
        ...taken.flatMap((tag) => {
          const value = propOf(section, tag);
          return value === null ? [] : [[tag, value] as const];
        }),
      ],
    ];
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
      const { provider } = await this.#provider(uid);
      const [, same] = await provider.CompareStoreIDs(known, own, 0);
      if (same !== null && same !== 0) return uid;
    }
    throw new ComError(MAPI_E_NOT_FOUND, 'the profile has no such message store');
  }

  #flags(uid: Guid): number {
    let flags = propOf(this.#core.profile.section(uid), PR_RESOURCE_FLAGS) ?? 0;
    if (this.#simple !== undefined)
      flags = this.#simple === uid ? flags | STATUS_SIMPLE_STORE : flags & ~STATUS_SIMPLE_STORE;
    return (flags & STATUS_NO_DEFAULT_STORE) !== 0 ? flags & ~STATUS_DEFAULT_STORE : flags;
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

  /** The provider object of a store, made once for the session. */
  #provider(uid: Guid): Promise<OpenProvider> {
    const { profile } = this.#core;
    const name = propOf(profile.section(uid), providerName);
    const owner = profile.section(uid)?.owner;
    const described = owner && serviceOf(profile, owner)?.providers.find((one) => one.name === name);
    if (!described || described.resourceType !== MAPI_STORE_PROVIDER)
      return Promise.reject(
        new ComError(MAPI_E_LOGON_FAILED, `the store provider ${name ?? uid} is not installed in this process`),
      );
    const { init } = described;
    let opening = this.#providers.get(init);
    if (!opening) {
      opening = (async () => {
        const [hr, made] = await init(0, CURRENT_SPI_VERSION);
        if (!made) throw new ComError(hr, `the store provider ${name} could not be started: ${nameOf(hr)}`);
        if (made.lpulProviderVer < CURRENT_SPI_VERSION) {
          made.lppMSProvider.Release();
          throw new ComError(MAPI_E_VERSION, `the store provider ${name} is of an older MAPI`);
        }
        return { provider: made.lppMSProvider, init };
      })();
      this.#providers.set(init, opening);
      opening.catch(() => this.#providers.delete(init));
    }
    return opening;
  }
}

/** A store's own entry ID, as the profile has it: some providers write it wrapped. */
function ownEntryId(section: SectionEntry | undefined): EntryId | null {
  const entryId = propOf(section, PR_ENTRYID);
  return entryId && isWrappedStore(entryId) ? unwrapStoreEntryId(entryId).entryId : entryId;
}

/** What clients are told when a provider's logon fails: what only MAPI understands means that it failed. */
const logonFailure = (hr: number) =>
  hr === MAPI_E_UNCONFIGURED || hr === MAPI_E_FAILONEPROVIDER
    ? MAPI_E_LOGON_FAILED
    : (hr as typeof MAPI_E_LOGON_FAILED);

const wide: readonly PropTag[] = [
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_DEFAULT_STORE,
  PR_INSTANCE_KEY,
  PR_MDB_PROVIDER,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_RECORD_KEY,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
];

const narrow: readonly PropTag[] = wide.map((tag) =>
  tag === PR_DISPLAY_NAME_W ? PR_DISPLAY_NAME_A : tag === PR_PROVIDER_DISPLAY_W ? PR_PROVIDER_DISPLAY_A : tag,
);
