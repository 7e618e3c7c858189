import { log } from '../../base/index.js';
import { ComError, failed, type Guid, isPointer, nameOf, type RetWithFailure } from '../../com/index.js';
import {
  CURRENT_SPI_VERSION,
  type IXPProvider,
  LOGON_NO_DIALOG,
  LOGON_NO_INBOUND,
  LOGON_NO_OUTBOUND,
  type LogonFailure,
  MAPI_E_CALL_FAILED,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_VERSION,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_BEGIN_OUTBOUND,
  PR_DISPLAY_NAME_W,
  type TransportLogon,
} from '../../mapi/index.js';
import { serviceOf } from '../profile/entrypoint.js';
import { foreignCall } from '../profile/foreigncall.js';
import type { TransportProviderDescription } from '../profile/services.js';
import { propOf, providerName } from '../profile/tree.js';
import type { SessionCore } from '../session/core.js';
import { TransportSupport } from '../support/transportsupport.js';
import { Patience, within } from './deadline.js';
import { closingMs, lastWordMs, logoffMs, logonMs } from './limits.js';
import { TransportSession, wordsBehind } from './transport.js';

/** The transports of a session, in the order of the profile. */
export class Transports {
  readonly #core: SessionCore;
  readonly #gone: (uid: Guid) => void;
  readonly #providers = new Map<unknown, IXPProvider>();
  #sessions: readonly TransportSession[] = [];
  #starting: Promise<void> | null = null;
  #closed = false;
  readonly #absent = new Map<Guid, string>();
  /** How long logons are waited for. */
  readonly #patience = new Patience();
  /** Those whose logon is not complete. */
  readonly #arriving = new Set<TransportSession>();
  #hastened = false;
  #giveUp: () => void = () => undefined;
  readonly #givenUp = new Promise<void>((resolve) => {
    this.#giveUp = resolve;
  });

  /**
   * @param core the session
   * @param gone told of each that is logged off while the session goes on
   */
  constructor(core: SessionCore, gone: (uid: Guid) => void) {
    this.#core = core;
    this.#gone = gone;
  }

  /** Why a transport of the profile is not logged on; null when all are. What it would take is not known then. */
  get absent(): string | null {
    return [...this.#absent.values()][0] ?? null;
  }

  /** Those that are logged on. */
  get all(): readonly TransportSession[] {
    return this.#sessions;
  }

  /** One of them; undefined when it is not logged on. */
  find(uid: Guid): TransportSession | undefined {
    return this.#sessions.find((one) => one.uid === uid);
  }

  /** Logs all of them on, once. One that fails is left out, with its whole service unless it says otherwise. */
  start(): Promise<void> {
    this.#starting ??= this.#logonAll();
    return this.#starting;
  }

  /** Logs those on that are not, and gives the broken ones another chance. */
  async again(): Promise<void> {
    await this.start();
    for (const one of this.#sessions.filter(({ broken }) => broken)) {
      this.#sessions = this.#sessions.filter((other) => other !== one);
      this.#core.status.remove(one.uid);
      this.#gone(one.uid);
      await one.logoff();
    }
    // Whoever asks for validation asks for another attempt.
    for (const uid of this.#core.providers(MAPI_TRANSPORT_PROVIDER))
      if (!this.find(uid)) this.#core.services.enable(uid);
    this.#starting = this.#logonAll();
    await this.#starting;
  }

  /**
   * The session ends: nobody waits much longer for a transport that does not come from its logon, or from a message.
   *
   * @returns answers when one does not come even then; never when all do
   */
  hasten(): Promise<void> {
    this.#hastened = true;
    this.#patience.shorten(closingMs);
    for (const one of [...this.#sessions, ...this.#arriving]) one.hasten(this.#giveUp);
    return this.#givenUp;
  }

  /** Nobody needs those any more that are still being logged on. */
  abandon(): void {
    this.#patience.shorten(lastWordMs);
  }

  /** Logs all of them off and ends their providers. */
  async close(): Promise<void> {
    void this.hasten();
    this.abandon();
    await this.#starting?.catch(() => undefined);
    for (const one of this.#sessions) {
      await one.logoff();
      this.#core.status.remove(one.uid);
    }
    this.#sessions = [];
    for (const provider of this.#providers.values()) {
      if ((await within(provider.Shutdown(0), logoffMs)) === 'late')
        log.error('a transport does not return from Shutdown');
      provider.Release();
    }
    this.#providers.clear();
    this.#closed = true;
  }

  async #logonAll(): Promise<void> {
    for (const uid of this.#core.providers(MAPI_TRANSPORT_PROVIDER)) {
      if (this.find(uid)) continue;
      try {
        this.#core.services.require(uid);
        this.#insert(await this.#logon(uid));
        this.#absent.delete(uid);
      } catch (thrown) {
        const error = failureOf(thrown);
        // What it has told of itself before it failed.
        this.#core.status.remove(uid);
        this.#gone(uid);
        this.#absent.set(uid, error.words);
        log.warn(error.message);
        this.#core.services.failed(uid, error.hr);
      }
    }
  }

  /** Keeps the order of the profile, whatever the order of logging on. */
  #insert(session: TransportSession): void {
    const order = this.#core.providers(MAPI_TRANSPORT_PROVIDER);
    this.#sessions = [...this.#sessions, session].sort((a, b) => order.indexOf(a.uid) - order.indexOf(b.uid));
  }

  async #logon(uid: Guid): Promise<TransportSession> {
    const { profile } = this.#core;
    const section = profile.section(uid);
    const name = propOf(section, PR_DISPLAY_NAME_W) ?? 'a transport';
    const known = propOf(section, providerName);
    const described = section?.owner && serviceOf(profile, section.owner)?.providers.find((one) => one.name === known);
    if (!described || described.resourceType !== MAPI_TRANSPORT_PROVIDER)
      throw new ComError(MAPI_E_NOT_FOUND, `the transport ${name} is not installed in this process`);
    const provider = await this.#soon(name, this.#provider(described, name), (late) => {
      if (this.#closed) late.Release();
    });
    using support = new TransportSupport(this.#core, uid).publish();
    const attempt = () => this.#soon(name, provider.TransportLogon(support, 0, profile.name, logonFlags), logOffLate);
    let answer = await attempt();
    // The service gets one chance to configure itself.
    if (answer[0] === MAPI_E_UNCONFIGURED && (await this.#core.services.configure(uid))) answer = await attempt();
    const [hr, told] = answer;
    if (failed(hr) || !told || !('lppXPLogon' in told))
      throw new ComError(
        hr,
        `the transport ${name} could not be logged on: ${told?.lppMAPIError?.lpszError || wordsBehind(answer) || nameOf(hr)}`,
      );
    if (!isPointer(told.lppXPLogon))
      throw new ComError(
        MAPI_E_CALL_FAILED,
        `the transport ${name} could not be logged on: its lppXPLogon is no IXPLogon, which com(object, IXPLogon) makes`,
      );
    const session = new TransportSession(uid, name, told.lppXPLogon, told.lpulFlags);
    if (this.#hastened) session.hasten(this.#giveUp);
    this.#arriving.add(session);
    try {
      await begin(session);
    } finally {
      this.#arriving.delete(session);
    }
    return session;
  }

  async #provider({ init }: TransportProviderDescription, name: string): Promise<IXPProvider> {
    const known = this.#providers.get(init);
    if (known) return known;
    const [hr, made] = await foreignCall(`XPProviderInit of ${name}`, () => init(0, CURRENT_SPI_VERSION));
    if (!made) throw new ComError(hr, `the transport ${name} could not be started: ${nameOf(hr)}`);
    if (!isPointer(made.lppXPProvider)) throw new TypeError(`XPProviderInit of ${name} answers no provider`);
    if (made.lpulProviderVer < CURRENT_SPI_VERSION) {
      made.lppXPProvider.Release();
      throw new ComError(MAPI_E_VERSION, `the transport ${name} is of an older MAPI`);
    }
    this.#providers.set(init, made.lppXPProvider);
    return made.lppXPProvider;
  }
  /**
   * What a transport answers while it is being logged on, unless it takes too long.
   *
   * @param name its name
   * @param answer what is waited for
   * @param late what becomes of an answer that nobody waits for any more
   */
  async #soon<T>(name: string, answer: Promise<T>, late: (answer: T) => unknown): Promise<T> {
    const settled = await this.#patience.within(answer, logonMs);
    if (settled !== 'late') return settled;
    if (this.#hastened) this.#giveUp();
    answer.then(late).catch((error: unknown) => log.error(`${name} came too late, and did not go`, error));
    throw new ComError(MAPI_E_CALL_FAILED, `the transport ${name} does not return from its logon`);
  }
}

/** There are no dialogs, the name is Unicode, and nothing is sent or fetched before TransportNotify says so. */
const logonFlags = LOGON_NO_DIALOG | LOGON_NO_INBOUND | LOGON_NO_OUTBOUND | MAPI_UNICODE;

/** What a transport is asked and told when it has been logged on. */
async function begin(session: TransportSession): Promise<void> {
  try {
    await session.learnAddressTypes();
    await session.learnOptions();
  } catch (error) {
    await session.logoff();
    throw error;
  }
  await session.tell(NOTIFY_BEGIN_INBOUND, null);
  await session.tell(NOTIFY_BEGIN_OUTBOUND, null);
}

/** A transport that was logged on when nobody waited for it any more. */
async function logOffLate([, told]: RetWithFailure<TransportLogon, LogonFailure>): Promise<void> {
  if (!told || !('lppXPLogon' in told)) return;
  await told.lppXPLogon.TransportLogoff(0);
  told.lppXPLogon.Release();
}

/** Whatever a transport does wrong while it is being logged on keeps nobody else from mail. */
function failureOf(error: unknown): ComError {
  if (error instanceof ComError) return error;
  log.error('a transport that is no transport could not be logged on', error);
  return new ComError(MAPI_E_CALL_FAILED, 'a transport of the profile could not be logged on', { cause: error });
}
