import { log } from '../../base/index.js';
import {
  type AnyIid,
  ComError,
  failed,
  type Guid,
  type IUnknown,
  nameOf,
  type Warning,
  warn,
} from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  type EntryId,
  type IMSLogon,
  type IMSProvider,
  IMsgStore,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MDB_NO_DIALOG,
  MDB_NO_MAIL,
  MDB_TEMPORARY,
  MDB_WRITE,
} from '../../mapi/index.js';
import { serviceOf } from '../profile/entrypoint.js';
import { foreignCall } from '../profile/foreigncall.js';
import { propOf, providerName } from '../profile/tree.js';
import { StoreSupport } from '../support/storesupport.js';
import type { SessionCore } from './core.js';
import type { OwnerTicket } from './owners.js';

interface OpenLogon {
  readonly logon: IMSLogon;
  readonly ticket: OwnerTicket;
}

/** The store providers that a session has started, and its logons to their stores. */
export class StoreLogons {
  readonly #core: SessionCore;
  readonly #providers = new Map<unknown, Promise<IMSProvider>>();
  /** Those to one store, the latest last: a provider makes another one for another kind of access. */
  readonly #logons = new Map<Guid, readonly OpenLogon[]>();
  readonly #ending = new Set<Promise<void>>();

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** The latest logon to the store of a provider; null while none is open. */
  of(uid: Guid): IMSLogon | null {
    return this.#logons.get(uid)?.at(-1)?.logon ?? null;
  }

  /**
   * Logs on to the store of a provider of the profile.
   *
   * @param uid PR_PROVIDER_UID
   * @param entryId the store's own entry ID; null when the profile says it
   * @param iid the interface; null for `IMsgStore`
   * @param ulFlags as `IMAPISession::OpenMsgStore` takes them, checked already
   * @param bySpooler whether the spooler opens it, which lets go of it at once and keeps a logon of its own
   * @throws {ComError} what the provider's Logon answers
   */
  async open(
    uid: Guid,
    entryId: EntryId | null,
    iid: AnyIid | null,
    ulFlags: number,
    bySpooler = false,
  ): Promise<IUnknown | Warning<IUnknown>> {
    const core = this.#core;
    core.services.require(uid);
    let provider: IMSProvider;
    try {
      provider = await this.provider(uid);
    } catch (error) {
      if (error instanceof ComError) core.services.failed(uid, error.hr);
      throw error;
    }
    // One of its own for each attempt: that of an earlier logon ends with that logon.
    const ticket: OwnerTicket = { owner: null, writes: (ulFlags & MDB_WRITE) !== 0 };
    const attempt = async () => {
      using support = new StoreSupport(core, uid, ticket, () => this.#ended(uid, ticket)).publish();
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
      ticket.owner = lppMSLogon;
      // Those before stay: somebody may still hold what was opened with them.
      this.#logons.set(uid, [...(this.#logons.get(uid) ?? []), { logon: lppMSLogon, ticket }]);
      if ((ulFlags & (MDB_NO_MAIL | MDB_TEMPORARY)) === 0)
        core.mail.storeOpened({
          uid,
          provider,
          logon: lppMSLogon,
          security: lppbSpoolSecurity,
          entryId,
          support: () => new StoreSupport(core, uid, { owner: null }).publish(),
          client: ticket,
          bySpooler,
        });
    }
    return told.lppMAPIError ? warn(MAPI_W_ERRORS_RETURNED, lppMDB, told.lppMAPIError.lpszError) : lppMDB;
  }

  /** The provider object of a store, made once for the session. */
  provider(uid: Guid): Promise<IMSProvider> {
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
        const [hr, made] = await foreignCall(`MSProviderInit of ${name}`, () => init(0, CURRENT_SPI_VERSION));
        if (!made) throw new ComError(hr, `the store provider ${name} could not be started: ${nameOf(hr)}`);
        if (made.lpulProviderVer < CURRENT_SPI_VERSION) {
          made.lppMSProvider.Release();
          throw new ComError(MAPI_E_VERSION, `the store provider ${name} is of an older MAPI`);
        }
        return made.lppMSProvider;
      })();
      this.#providers.set(init, opening);
      opening.catch(() => this.#providers.delete(init));
    }
    return opening;
  }

  /** Logs off from every store and ends the providers. */
  async close(): Promise<void> {
    const all = [...this.#logons.values()].flat();
    this.#logons.clear();
    for (const one of all) await this.#logoff(one);
    await Promise.all(this.#ending);
    for (const opening of this.#providers.values()) {
      const provider = await opening;
      await provider.Shutdown(0);
      provider.Release();
    }
    this.#providers.clear();
  }

  /** A provider has let go of its support object, as it does when all is released that was opened with a logon. */
  #ended(uid: Guid, ticket: OwnerTicket): void {
    const all = this.#logons.get(uid) ?? [];
    const ended = all.find((one) => one.ticket === ticket);
    if (!ended) return;
    const left = all.filter((one) => one !== ended);
    if (left.length > 0) this.#logons.set(uid, left);
    else this.#logons.delete(uid);
    const work = this.#logoff(ended).finally(() => this.#ending.delete(work));
    this.#ending.add(work);
  }

  async #logoff({ logon, ticket }: OpenLogon): Promise<void> {
    this.#core.owners.forget(ticket);
    const hr = await logon.Logoff(0);
    if (failed(hr)) log.warn(`a message store could not be logged off: ${nameOf(hr)}`);
    logon.Release();
  }
}

/** What clients are told when a provider's logon fails: what only MAPI understands means that it failed. */
const logonFailure = (hr: number) =>
  hr === MAPI_E_UNCONFIGURED || hr === MAPI_E_FAILONEPROVIDER
    ? MAPI_E_LOGON_FAILED
    : (hr as typeof MAPI_E_LOGON_FAILED);
