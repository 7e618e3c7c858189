import { log } from '../../base/index.js';
import { ComError, com, type FinalRelease, type Iid, type Impl, type IUnknown } from '../../com/index.js';
import {
  IMAPIProp,
  IMAPIStatus,
  type IMAPISupport,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  type OpenedStatus,
  type PropValue,
  type TransportOptions,
} from '../../mapi/index.js';
import { statusFacts } from '../profile/statusfacts.js';
import { requireFlags } from '../props/arguments.js';
import { HandedOut } from '../session/handedout.js';

/**
 * What the sessions of all transports have in common: they end once, whoever ends them, and release MAPI's side last. A transport
 * derives from it, and adds the methods of `IXPLogon` that carry mail.
 *
 * @spec ixplogoniunknown
 */
export abstract class TransportSession implements FinalRelease {
  /** MAPI's side of the session. */
  readonly support: IMAPISupport;
  readonly #handedOut = new HandedOut();
  #over: Promise<void> | null = null;
  #ending = false;
  #ended: (() => void) | null = null;

  /** @param support MAPI's side; the session releases it in the end */
  constructor(support: IMAPISupport) {
    this.support = support;
  }

  /** Lets go of what the session works with; nothing is asked of it any more. */
  protected abstract finish(): Promise<void> | void;

  /**
   * The transport's status object.
   *
   * @param facts what MAPI says of the transport in its status row
   */
  protected abstract statusObject(facts: readonly PropValue[]): Impl<IMAPIStatus>;

  /** Whether the session has ended, or ends. */
  get over(): boolean {
    return this.#ending;
  }

  /** Letting go of a session ends it. */
  finalRelease(): void {
    this.end().catch((error: unknown) => log.error('a session of a transport did not end well', error));
  }

  /** Ends the session; MAPI's side goes last. */
  end(): Promise<void> {
    // What ending calls finds the session ended.
    this.#ending = true;
    this.#over ??= this.#end();
    return this.#over;
  }

  /**
   * Says who wants to know of the session's end.
   *
   * @param told told when the session is over
   */
  whenEnded(told: () => void): void {
    this.#ended = told;
  }

  /** There are none. See `IXPLogon.RegisterOptions`. */
  RegisterOptions(): TransportOptions {
    return Object.freeze({ lpulFlags: MAPI_UNICODE, lppOptions: Object.freeze([]) });
  }

  /** There is nothing that waits for it. See `IXPLogon.Idle`. @spec ixplogon-idle */
  Idle(ulFlags = 0): void {
    requireFlags(ulFlags, 0);
  }

  /** See `IXPLogon.TransportLogoff`. @spec ixplogon-transportlogoff */
  async TransportLogoff(ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, 0);
    await this.end();
  }

  /**
   * Who asks to write gets an object to read, as the page on status objects wants it. See `IXPLogon.OpenStatusEntry`.
   *
   * @spec ixplogon-openstatusentry
   */
  async OpenStatusEntry<I extends IUnknown>(lpInterface: Iid<I> | null, ulFlags = 0): Promise<OpenedStatus<I>> {
    requireFlags(ulFlags, MAPI_MODIFY);
    if (lpInterface !== null && lpInterface.guid !== IMAPIStatus.guid && lpInterface.guid !== IMAPIProp.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a status object is an IMAPIStatus');
    this.requireLife();
    const facts = await statusFacts(this.support, MAPI_TRANSPORT_PROVIDER);
    const status = this.#handedOut.keep(com<IMAPIStatus>(this.statusObject(facts), IMAPIStatus));
    return Object.freeze({ lpulObjType: MAPI_STATUS, lppEntry: status as unknown as I });
  }

  /** @throws {ComError} `MAPI_E_INVALID_OBJECT` when the session is over */
  protected requireLife(): void {
    if (this.over) throw new ComError(MAPI_E_INVALID_OBJECT, 'the transport was logged off');
  }

  async #end(): Promise<void> {
    try {
      // Nothing is awaited that is not: a session without anything to wait for has ended when this returns.
      const rest = this.finish();
      if (rest) await rest;
    } finally {
      this.#handedOut.end();
      this.#ended?.();
      this.support.Release();
    }
  }
}
