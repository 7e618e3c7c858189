import { AsyncLocalStorage } from 'node:async_hooks';
import { log } from '../../base/index.js';
import { ComError, failed, type Guid, nameOf, ok } from '../../com/index.js';
import {
  AB_NO_DIALOG,
  CURRENT_SPI_VERSION,
  type EntryId,
  IABContainer,
  type IABLogon,
  type IABProvider,
  type IMAPITable,
  MAPI_AB_PROVIDER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  type PropRow,
} from '../../mapi/index.js';
import { serviceOf } from '../profile/entrypoint.js';
import { foreignCall } from '../profile/foreigncall.js';
import type { AddressBookProviderDescription } from '../profile/services.js';
import { propOf, providerName } from '../profile/tree.js';
import { maxRows } from '../submit/limits.js';
import { AddressBookSupport } from '../support/addressbooksupport.js';
import type { SessionCore } from './core.js';
import { OneOffTemplates } from './oneofftemplates.js';
import type { OwnerTicket } from './owners.js';

/** Whose providers are being logged on by whatever runs now. */
const loggingOn = new AsyncLocalStorage<SessionAddressBooks>();

interface OpenLogon {
  readonly uid: Guid;
  readonly logon: IABLogon;
  readonly ticket: OwnerTicket;
}

/** The address book providers of a session, in the order of the profile; logged on when somebody needs one of them. */
export class SessionAddressBooks {
  readonly #core: SessionCore;
  readonly #providers = new Map<unknown, IABProvider>();
  readonly #logons: OpenLogon[] = [];
  #starting: Promise<void> | null = null;
  readonly #failures = new Map<Guid, string>();
  readonly #templates = new OneOffTemplates();

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
  }

  /** Those that are logged on. */
  get logons(): readonly IABLogon[] {
    return this.#logons.map(({ logon }) => logon);
  }

  /** What those say in words that could not be logged on. */
  get failures(): readonly string[] {
    return [...this.#failures.values()];
  }

  /** The logon of a provider; null when it is not logged on. */
  logonTo(uid: Guid): IABLogon | null {
    return this.#logons.find((one) => one.uid === uid)?.logon ?? null;
  }

  /** Logs those on that could not be before. */
  async again(): Promise<void> {
    await this.start();
    // Whoever asks for another attempt gets one.
    for (const uid of this.#core.providers(MAPI_AB_PROVIDER)) if (!this.logonTo(uid)) this.#core.services.enable(uid);
    this.#starting = this.#logonAll();
    await this.#starting;
    // Templates are asked for anew, too.
    await this.#templates.release();
  }

  /**
   * Logs all of them on, once. One that fails is left out, with its whole service unless it says that only it failed.
   *
   * @spec iabprovider-logon
   */
  async start(): Promise<void> {
    this.#core.requireLife();
    // Who asks for the address book while it is being logged on finds what there is by then, and does not wait for itself.
    if (loggingOn.getStore() === this) return;
    this.#starting ??= this.#logonAll();
    await this.#starting;
  }

  /** The logon that made an entry ID; null when no address book provider did. */
  logonOf(entryId: EntryId): IABLogon | null {
    if (!this.#core.owners.knows(entryId)) return null;
    const owner = this.#core.owners.of(entryId);
    return this.#logons.find(({ logon }) => logon === owner)?.logon ?? null;
  }

  /**
   * The containers of all providers: the hierarchies of their roots, one after the other.
   *
   * @param ulFlags of `GetHierarchyTable`: `CONVENIENT_DEPTH` for all levels
   * @throws {ComError} what a provider answers but `MAPI_E_NO_SUPPORT`
   */
  async containers(ulFlags: number): Promise<readonly PropRow[]> {
    await this.start();
    const all: PropRow[] = [];
    for (const { logon } of this.#logons) {
      const { lppUnk } = await ok(logon.OpenEntry(null, IABContainer, 0));
      using root = lppUnk;
      const [hr, found] = await root.GetHierarchyTable(ulFlags | MAPI_UNICODE);
      if (!found && hr === MAPI_E_NO_SUPPORT) continue;
      if (!found) throw new ComError(hr, `the containers of an address book cannot be had: ${nameOf(hr)}`);
      using table = found;
      all.push(...(await ok(table.QueryRows(maxRows, 0))));
    }
    return all;
  }

  /** Opens the table of the templates of all of them. @spec imapisupport-getoneofftable */
  async templates(unicode: boolean): Promise<IMAPITable> {
    await this.start();
    return await this.#templates.open(this.logons, unicode);
  }

  /** Logs all of them off and ends their providers. */
  async close(): Promise<void> {
    await this.#starting?.catch(() => undefined);
    await this.#templates.release();
    for (const { uid, logon, ticket } of this.#logons.splice(0)) {
      this.#core.owners.forget(ticket);
      this.#core.status.remove(uid);
      const hr = await logon.Logoff(0);
      if (failed(hr)) log.warn(`an address book could not be logged off: ${nameOf(hr)}`);
      logon.Release();
    }
    for (const provider of this.#providers.values()) {
      await provider.Shutdown(0);
      provider.Release();
    }
    this.#providers.clear();
  }

  async #logonAll(): Promise<void> {
    const { services } = this.#core;
    for (const uid of this.#core.providers(MAPI_AB_PROVIDER)) {
      if (this.logonTo(uid)) continue;
      try {
        services.require(uid);
        this.#insert(await loggingOn.run(this, () => this.#logon(uid)));
        this.#failures.delete(uid);
      } catch (error) {
        if (!(error instanceof ComError)) throw error;
        this.#failures.set(uid, error.message);
        log.warn(error.message);
        services.failed(uid, error.hr);
      }
    }
  }

  /** Keeps the order of the profile, whatever the order of logging on. */
  #insert(logon: OpenLogon): void {
    const order = this.#core.providers(MAPI_AB_PROVIDER);
    this.#logons.push(logon);
    this.#logons.sort((a, b) => order.indexOf(a.uid) - order.indexOf(b.uid));
  }

  async #logon(uid: Guid): Promise<OpenLogon> {
    const { profile } = this.#core;
    const section = profile.section(uid);
    const name = propOf(section, PR_DISPLAY_NAME_W) ?? 'an address book';
    const known = propOf(section, providerName);
    const described = section?.owner && serviceOf(profile, section.owner)?.providers.find((one) => one.name === known);
    if (!described || described.resourceType !== MAPI_AB_PROVIDER)
      throw new ComError(MAPI_E_NOT_FOUND, `the address book ${name} is not installed in this process`);
    const provider = await this.#provider(described, name);
    const ticket: OwnerTicket = { owner: null };
    const attempt = async () => {
      using support = new AddressBookSupport(this.#core, uid, ticket).publish();
      return await provider.Logon(support, 0, profile.name, AB_NO_DIALOG | MAPI_UNICODE, null);
    };
    let [hr, told] = await attempt();
    // The service gets one chance to configure itself.
    if (hr === MAPI_E_UNCONFIGURED && (await this.#core.services.configure(uid))) [hr, told] = await attempt();
    if (failed(hr) || !told || !('lppABLogon' in told)) {
      this.#core.owners.forget(ticket);
      const words = told?.lppMAPIError?.lpszError || nameOf(hr);
      throw new ComError(hr, `the address book ${name} could not be logged on: ${words}`);
    }
    ticket.owner = told.lppABLogon;
    return { uid, logon: told.lppABLogon, ticket };
  }

  async #provider({ init }: AddressBookProviderDescription, name: string): Promise<IABProvider> {
    const known = this.#providers.get(init);
    if (known) return known;
    const [hr, made] = await foreignCall(`ABProviderInit of ${name}`, () => init(0, CURRENT_SPI_VERSION));
    if (!made) throw new ComError(hr, `the address book ${name} could not be started: ${nameOf(hr)}`);
    if (made.lpulProviderVer < CURRENT_SPI_VERSION) {
      made.lppABProvider.Release();
      throw new ComError(MAPI_E_VERSION, `the address book ${name} is of an older MAPI`);
    }
    this.#providers.set(init, made.lppABProvider);
    return made.lppABProvider;
  }
}
