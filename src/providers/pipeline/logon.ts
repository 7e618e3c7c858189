import { log } from '../../base/index.js';
import { acquire, ComError, type Impl, nameOf, ok } from '../../com/index.js';
import {
  BEGIN_DEFERRED,
  type EntryId,
  FLUSH_UPLOAD,
  IMessage,
  type IXPLogon,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_UNCONFIGURED,
  MAPI_UNICODE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_END_INBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  NOTIFY_NEWMAIL,
  type PropValue,
  type SubmittedMessage,
  type TransportAddressTypes,
} from '../../mapi/index.js';
import {
  Directions,
  flushFlags,
  requireFlags,
  stateOrders,
  TransportSession,
  TransportStatus,
  watchSpooler,
} from '../../subsystem/index.js';
import { type Receiver, takeOver } from './arrival.js';
import { ConfigError } from './route/checks.js';
import { condition, statusColumns } from './status.js';
import { submit } from './submission.js';

/** What a session of the pipeline works with. */
export interface Session extends Receiver {
  /** Whether mail may come in before the spooler says so (`NOTIFY_BEGIN_INBOUND`). */
  readonly inbound: boolean;
  /** Lets go of the engine. */
  release(): Promise<void>;
}

/** A session of a mailbox with the pipeline: it puts mail into the queue, and takes over what lies there for it. @spec ixplogoniunknown */
export class PipelineLogon extends TransportSession implements Impl<IXPLogon> {
  readonly #session: Session;
  readonly #unwatch: () => void;
  readonly #open = new Set<number>();
  #unlisten: (() => void) | null = null;
  readonly #directions: Directions;
  #trouble: string | null = null;
  #inbound: boolean;
  #number = 0;

  /**
   * @param session what it works with; MAPI's side is released in the end
   */
  constructor(session: Session) {
    super(session.support);
    this.#session = session;
    this.#inbound = session.inbound;
    this.#directions = new Directions(session.support, ~0, (bits) => condition(this.#trouble, bits));
    const { engine } = session;
    // Step 4 is the spooler's: FinishedMsg has been answered when it says so.
    this.#unwatch = watchSpooler((event) => {
      if (event.what !== 'finished') return;
      const entry = Buffer.from(event.message.entryId).toString('hex');
      engine.queue.file
        .soon(() => engine.queue.journal.finished(entry, Date.now(), event))
        .catch((error: unknown) => log.error('that a message is finished could not be recorded', error));
    });
    engine.wake();
  }

  /** See {@link IXPLogon.AddressTypes}. @spec ixplogon-addresstypes */
  AddressTypes(): TransportAddressTypes {
    return Object.freeze({
      lpulFlags: MAPI_UNICODE,
      lpppAdrTypeArray: Object.freeze(['SMTP']),
      lpppUIDArray: Object.freeze([]),
    });
  }

  /** See {@link IXPLogon.TransportNotify}. @spec ixplogon-transportnotify */
  async TransportNotify(lpulFlags: number, _lpvData: number | EntryId | null): Promise<number> {
    this.requireLife();
    requireFlags(lpulFlags, 0xffffffff);
    const { engine, settings } = this.#session;
    if ((lpulFlags & NOTIFY_BEGIN_INBOUND) !== 0) {
      this.#inbound = true;
      this.#unlisten ??= engine.listen(settings.address, () => void this.#tell());
      engine.wake();
    }
    if ((lpulFlags & NOTIFY_END_INBOUND) !== 0) {
      this.#inbound = false;
      this.#deaf();
    }
    // Whoever flushes wants it to have left the machine, too.
    if ((lpulFlags & NOTIFY_END_OUTBOUND_FLUSH) !== 0) await engine.settled();
    await this.#directions.notified(lpulFlags);
    return lpulFlags;
  }

  /** Puts the message into the queue. See {@link IXPLogon.SubmitMessage}. @spec ixplogon-submitmessage */
  async SubmitMessage(ulFlags: number, lpMessage: IMessage): Promise<SubmittedMessage> {
    requireFlags(ulFlags, BEGIN_DEFERRED);
    this.requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    const { engine, settings, support } = this.#session;
    await submit(message, engine, settings, support);
    this.#open.add(++this.#number);
    return Object.freeze({ lpulMsgRef: this.#number, lpulReturnParm: 0 });
  }

  /** All was done when SubmitMessage answered. See {@link IXPLogon.EndMessage}. @spec ixplogon-endmessage */
  EndMessage(ulMsgRef: number): number {
    if (!this.#open.delete(ulMsgRef))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no message with this number');
    return 0;
  }

  /** Whether mail lies in the queue for this mailbox. See {@link IXPLogon.Poll}. @spec ixplogon-poll */
  Poll(): number {
    this.requireLife();
    const { engine, settings } = this.#session;
    engine.wake();
    return this.#inbound && engine.queue.copies.countLocal(settings.address, Date.now()) > 0 ? 1 : 0;
  }

  /** Delivers one copy into this mailbox. See {@link IXPLogon.StartMessage}. @spec ixplogon-startmessage */
  async StartMessage(ulFlags: number, lpMessage: IMessage): Promise<number> {
    requireFlags(ulFlags, 0);
    this.requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    if (this.#inbound) await takeOver(message, this.#session);
    return ++this.#number;
  }

  /** See {@link IXPLogon.OpenStatusEntry}. */
  protected override statusObject(facts: readonly PropValue[]): TransportStatus {
    const { settings, entryId } = this.#session;
    const now = condition(this.#trouble, this.#directions.bits);
    return new TransportStatus([...statusColumns(settings, entryId, now), ...facts], this);
  }

  /**
   * Reads `pipeline.json` again; one that is wrong changes nothing, and the status row tells so. See {@link IXPLogon.ValidateState}.
   *
   * @throws {ComError} `MAPI_E_UNCONFIGURED`, in words that name the file and the place in it
   * @spec ixplogon-validatestate
   */
  async ValidateState(_ulUIParam: number, ulFlags = 0): Promise<void> {
    this.requireLife();
    const { configChanged, connect } = stateOrders(ulFlags);
    if (!configChanged && !connect) return;
    const { engine, support } = this.#session;
    try {
      await engine.configure();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      this.#trouble = error.message;
      await this.#directions.write();
      throw new ComError(MAPI_E_UNCONFIGURED, error.message, { cause: error });
    }
    this.#trouble = null;
    await this.#directions.write();
    if (configChanged) await ok(support.SpoolerNotify(NOTIFY_CONFIG_CHANGE, null));
  }

  /** See {@link IXPLogon.FlushQueues}. @spec ixplogon-flushqueues */
  async FlushQueues(_ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    this.requireLife();
    const flags = flushFlags(lpTargetTransport, ulFlags);
    await this.#directions.flush(flags);
    const { engine } = this.#session;
    if ((flags & FLUSH_UPLOAD) !== 0) engine.queue.intake.hurry(Date.now());
    engine.wake();
    await engine.settled();
  }

  protected override async finish(): Promise<void> {
    this.#deaf();
    this.#unwatch();
    await this.#session.release();
  }

  async #tell(): Promise<void> {
    if (this.over) return;
    const hr = await this.#session.support.SpoolerNotify(NOTIFY_NEWMAIL, null);
    if (hr < 0) log.warn(`the spooler does not take the news of mail: ${nameOf(hr)}`);
  }

  #deaf(): void {
    this.#unlisten?.();
    this.#unlisten = null;
  }
}
