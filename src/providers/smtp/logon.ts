import { fileTimeNow } from '../../base/index.js';
import { acquire, ComError, type Impl, ok } from '../../com/index.js';
import {
  BEGIN_DEFERRED,
  END_RESEND_LATER,
  type EntryId,
  FLUSH_UPLOAD,
  type IMAPISupport,
  IMessage,
  type IXPLogon,
  MAPI_E_BUSY,
  MAPI_E_INVALID_PARAMETER,
  MAPI_UNICODE,
  NOTIFY_CANCEL_MESSAGE,
  NOTIFY_CONFIG_CHANGE,
  type PropValue,
  STATUS_OUTBOUND_ACTIVE,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
  type SubmittedMessage,
  type TransportAddressTypes,
} from '../../mapi/index.js';
import { flushFlags, requireFlags, stateOrders, TransportSession } from '../../subsystem/index.js';
import { SmtpPool, WireError } from '../../wire/index.js';
import { Flights } from './flights.js';
import { statusBits } from './notify.js';
import { poolOptions, readSettings, type Settings } from './settings.js';
import { SmtpStatus } from './status.js';
import type { Condition, StatusRow } from './statusrow.js';
import { submit } from './submission.js';
import { validate } from './validate.js';
import { isAccountTrouble } from './verdict.js';

/** A session with the SMTP transport: an account of a profile, and the connections to its server. @spec ixplogoniunknown */
export class SmtpLogon extends TransportSession implements Impl<IXPLogon> {
  /** Its row of the status table. */
  readonly row: StatusRow;
  readonly #flights = new Flights();
  readonly #connects: boolean;
  #settings: Settings;
  #pool: SmtpPool;
  readonly #retiring = new Set<SmtpPool>();
  #validating = false;

  /**
   * @param support MAPI's side; the session releases it in the end
   * @param settings what the profile says
   * @param row its row of the status table
   * @param connects false for a session that must not connect to anything (`LOGON_NO_CONNECT`)
   */
  constructor(support: IMAPISupport, settings: Settings, row: StatusRow, connects: boolean) {
    super(support);
    this.#connects = connects;
    this.row = row;
    this.#settings = settings;
    this.#pool = new SmtpPool(poolOptions(settings));
  }

  /** See {@link IXPLogon.AddressTypes}. @spec ixplogon-addresstypes */
  AddressTypes(): TransportAddressTypes {
    return Object.freeze({ lpulFlags: MAPI_UNICODE, lpppAdrTypeArray: ADDRESS_TYPES, lpppUIDArray: Object.freeze([]) });
  }

  /** See {@link IXPLogon.TransportNotify}. @spec ixplogon-transportnotify */
  async TransportNotify(lpulFlags: number, lppvData: number | EntryId | null): Promise<number> {
    this.requireLife();
    const { flags, set, clear } = statusBits(lpulFlags);
    if ((flags & NOTIFY_CANCEL_MESSAGE) !== 0 && typeof lppvData === 'number') this.#flights.cancel(lppvData);
    await this.row.change(set, clear);
    return lpulFlags;
  }

  /**
   * Sends the message; several may be on their way at once. See {@link IXPLogon.SubmitMessage}.
   *
   * @spec ixplogon-submitmessage
   */
  async SubmitMessage(ulFlags: number, lpMessage: IMessage): Promise<SubmittedMessage> {
    requireFlags(ulFlags, BEGIN_DEFERRED);
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    if (this.over || !this.#connects || !this.row.has(STATUS_OUTBOUND_ENABLED))
      throw new ComError(MAPI_E_BUSY, 'sending is off for this transport', { value: NOTHING });
    const flight = this.#flights.begin();
    let sent = false;
    try {
      await this.row.change(STATUS_OUTBOUND_ACTIVE, 0);
      await submit(message, {
        support: this.support,
        sender: this.#settings.sender,
        deliver: (letter) => this.#deliver(letter),
        cancelled: () => flight.cancelled,
        now: fileTimeNow,
      });
      sent = true;
      return Object.freeze({ lpulMsgRef: flight.number, lpulReturnParm: 0 });
    } catch (error) {
      throw this.#flights.failure(flight, error);
    } finally {
      this.#flights.landed(flight, sent);
      if (this.#flights.count === 0 && !this.over) await this.row.change(0, STATUS_OUTBOUND_ACTIVE);
    }
  }

  /**
   * All was done when SubmitMessage answered. The number 0 is that of a message that was not sent. See
   * {@link IXPLogon.EndMessage}.
   *
   * @spec ixplogon-endmessage
   */
  EndMessage(ulMsgRef: number): number {
    if (ulMsgRef === 0) return END_RESEND_LATER;
    if (!this.#flights.end(ulMsgRef))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no message with this number');
    return 0;
  }

  /** It only sends. See {@link IXPLogon.Poll}. @spec ixplogon-poll */
  Poll(): number {
    return 0;
  }

  /** It only sends: the message is not saved, which says that there was none. See {@link IXPLogon.StartMessage}. @spec ixplogon-startmessage */
  StartMessage(ulFlags: number, lpMessage: IMessage): number {
    requireFlags(ulFlags, 0);
    using _ = acquire(lpMessage, IMessage, 'lpMessage');
    return 1;
  }

  /** See {@link IXPLogon.OpenStatusEntry}. */
  protected override statusObject(facts: readonly PropValue[]): SmtpStatus {
    return new SmtpStatus(this, facts);
  }

  /** See {@link IXPLogon.ValidateState}. @spec ixplogon-validatestate */
  async ValidateState(_ulUIParam: number, ulFlags = 0): Promise<void> {
    this.requireLife();
    const flags = stateOrders(ulFlags);
    if (this.#validating) throw new ComError(MAPI_E_BUSY, 'the state is being checked already');
    this.#validating = true;
    try {
      if (flags.configChanged) {
        await this.reconfigure();
        await ok(this.support.SpoolerNotify(NOTIFY_CONFIG_CHANGE, null));
      }
      if (flags.disconnect) this.#renewPool();
      if (flags.connect && this.#connects) await validate(poolOptions(this.#settings), this.row);
    } finally {
      this.#validating = false;
    }
  }

  /** See {@link IXPLogon.FlushQueues}. @spec ixplogon-flushqueues @spec implementing-the-flushqueues-method */
  async FlushQueues(_ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    this.requireLife();
    const flags = flushFlags(lpTargetTransport, ulFlags);
    if ((flags & FLUSH_UPLOAD) !== 0) await this.row.change(STATUS_OUTBOUND_FLUSH, 0);
  }

  /** Reads the profile again; connections made for the old settings finish what they have. */
  async reconfigure(): Promise<void> {
    using section = await ok(this.support.OpenProfileSection(null, 0));
    this.#settings = await readSettings(section);
    this.#renewPool();
    await this.row.be(this.#connects ? { kind: 'available' } : noConnections);
  }

  /** Stops what is under way. */
  protected override async finish(): Promise<void> {
    const over = new WireError('closed', 'The transport was logged off.');
    for (const pool of [this.#pool, ...this.#retiring]) pool.abort(over);
    await this.#flights.allLanded();
  }

  #renewPool(): void {
    const old = this.#pool;
    this.#pool = new SmtpPool(poolOptions(this.#settings));
    this.#retiring.add(old);
    void old.close().finally(() => this.#retiring.delete(old));
  }

  async #deliver(letter: Parameters<SmtpPool['send']>[0]): ReturnType<SmtpPool['send']> {
    try {
      const result = await this.#pool.send(letter);
      await this.row.be({ kind: 'available' });
      return result;
    } catch (error) {
      if (!(error instanceof WireError)) throw error;
      if (error.code === 'too-many') throw new ComError(MAPI_E_BUSY, error.message, { cause: error, value: NOTHING });
      if (isAccountTrouble(error)) await this.row.be({ kind: 'failure', text: error.message });
      else if (OFFLINE.has(error.code)) await this.row.be({ kind: 'offline', text: error.message });
      throw error;
    }
  }
}

/** How a session is that was logged on with `LOGON_NO_CONNECT`. */
export const noConnections: Condition = Object.freeze({ kind: 'offline', text: 'Logged on without connections' });
const ADDRESS_TYPES: readonly string[] = Object.freeze(['SMTP']);
const NOTHING: SubmittedMessage = Object.freeze({ lpulMsgRef: 0, lpulReturnParm: 0 });
const OFFLINE: ReadonlySet<string> = new Set([
  'host-not-found',
  'connect-failed',
  'timeout',
  'tls-failed',
  'rejected-greeting',
]);

// Hundreds of nanoseconds since 1601.
