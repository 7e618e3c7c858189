import { log } from '../../base/index.js';
import {
  acquire,
  ComError,
  com,
  type FinalRelease,
  type Iid,
  type Impl,
  type IUnknown,
  nameOf,
} from '../../com/index.js';
import {
  BEGIN_DEFERRED,
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_DOWNLOAD,
  FLUSH_FORCE,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIProp,
  IMAPIStatus,
  IMessage,
  type IXPLogon,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_UNICODE,
  NOTIFY_BEGIN_INBOUND,
  NOTIFY_END_INBOUND,
  NOTIFY_END_OUTBOUND_FLUSH,
  NOTIFY_NEWMAIL,
  type OpenedStatus,
  type SubmittedMessage,
  type TransportAddressTypes,
  type TransportOptions,
} from '../../mapi/index.js';
import { watchSpooler } from '../../subsystem/index.js';
import { type Receiver, takeOver } from './arrival.js';
import { requireFlags } from './flags.js';
import { PipelineStatus, statusColumns } from './status.js';
import { submit } from './submission.js';

/** What a session of the pipeline works with. */
export interface Session extends Receiver {
  /** Whether mail is to come in at all. */
  readonly inbound: boolean;
  /** Lets go of the engine. */
  release(): Promise<void>;
}

/** A session of a mailbox with the pipeline: it puts mail into the queue, and takes over what lies there for it. @spec ixplogoniunknown */
export class PipelineLogon implements Impl<IXPLogon>, FinalRelease {
  readonly #session: Session;
  readonly #ended: () => void;
  readonly #unwatch: () => void;
  readonly #open = new Set<number>();
  #unlisten: (() => void) | null = null;
  #over: Promise<void> | null = null;
  #number = 0;

  /**
   * @param session what it works with; MAPI's side is released in the end
   * @param ended told when the session is over
   */
  constructor(session: Session, ended: () => void) {
    this.#session = session;
    this.#ended = ended;
    const { engine } = session;
    // Step 4 is the spooler's: FinishedMsg has been answered when it says so.
    this.#unwatch = watchSpooler(({ what, message }) => {
      if (what === 'finished') engine.queue.finished(Buffer.from(message.entryId).toString('hex'), Date.now());
    });
    engine.wake();
  }

  /** Letting go of a session ends it. */
  finalRelease(): void {
    void this.end();
  }

  /** See {@link IXPLogon.AddressTypes}. @spec ixplogon-addresstypes */
  AddressTypes(): TransportAddressTypes {
    return Object.freeze({
      lpulFlags: MAPI_UNICODE,
      lpppAdrTypeArray: Object.freeze(['SMTP']),
      lpppUIDArray: Object.freeze([]),
    });
  }

  /** There are none. See {@link IXPLogon.RegisterOptions}. */
  RegisterOptions(): TransportOptions {
    return Object.freeze({ lpulFlags: MAPI_UNICODE, lppOptions: Object.freeze([]) });
  }

  /** See {@link IXPLogon.TransportNotify}. @spec ixplogon-transportnotify */
  async TransportNotify(lpulFlags: number, _lpvData: number | EntryId | null): Promise<number> {
    this.#requireLife();
    const { engine, settings, inbound } = this.#session;
    if ((lpulFlags & NOTIFY_BEGIN_INBOUND) !== 0 && inbound) {
      this.#unlisten ??= engine.listen(settings.address, () => void this.#tell());
      engine.wake();
    }
    if ((lpulFlags & NOTIFY_END_INBOUND) !== 0) this.#deaf();
    // Whoever flushes wants it to have left the machine, too.
    if ((lpulFlags & NOTIFY_END_OUTBOUND_FLUSH) !== 0) await engine.settled();
    return lpulFlags;
  }

  /** The queue has a clock of its own. See {@link IXPLogon.Idle}. @spec ixplogon-idle */
  Idle(ulFlags = 0): void {
    requireFlags(ulFlags, 0);
  }

  /** See {@link IXPLogon.TransportLogoff}. @spec ixplogon-transportlogoff */
  async TransportLogoff(ulFlags = 0): Promise<void> {
    requireFlags(ulFlags, 0);
    await this.end();
  }

  /** Puts the message into the queue. See {@link IXPLogon.SubmitMessage}. @spec ixplogon-submitmessage */
  async SubmitMessage(ulFlags: number, lpMessage: IMessage): Promise<SubmittedMessage> {
    requireFlags(ulFlags, BEGIN_DEFERRED);
    this.#requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    const { engine, settings, support } = this.#session;
    await submit(message, engine, settings, support);
    this.#open.add(++this.#number);
    return Object.freeze({ lpulMsgRef: this.#number, lpulReturnParm: 0 });
  }

  /** All was done when SubmitMessage answered. See {@link IXPLogon.EndMessage}. @spec ixplogon-endmessage */
  EndMessage(ulMsgRef: number): number {
    if (!this.#open.delete(ulMsgRef))
      throw new ComError(MAPI_E_INVALID_PARAMETER, `there is no message with the number ${String(ulMsgRef)}`);
    return 0;
  }

  /** Whether mail lies in the queue for this mailbox. See {@link IXPLogon.Poll}. @spec ixplogon-poll */
  Poll(): number {
    this.#requireLife();
    const { engine, settings, inbound } = this.#session;
    engine.wake();
    return inbound && engine.queue.countLocal(settings.address, Date.now()) > 0 ? 1 : 0;
  }

  /** Delivers one copy into this mailbox. See {@link IXPLogon.StartMessage}. @spec ixplogon-startmessage */
  async StartMessage(ulFlags: number, lpMessage: IMessage): Promise<number> {
    requireFlags(ulFlags, 0);
    this.#requireLife();
    using message = acquire(lpMessage, IMessage, 'lpMessage');
    if (this.#session.inbound) await takeOver(message, this.#session);
    return ++this.#number;
  }

  /** See {@link IXPLogon.OpenStatusEntry}. @spec ixplogon-openstatusentry */
  OpenStatusEntry<I extends IUnknown>(lpInterface: Iid<I> | null, ulFlags = 0): OpenedStatus<I> {
    requireFlags(ulFlags, MAPI_MODIFY);
    if (lpInterface !== null && lpInterface.guid !== IMAPIStatus.guid && lpInterface.guid !== IMAPIProp.guid)
      throw new ComError(MAPI_E_INTERFACE_NOT_SUPPORTED, 'a status object is an IMAPIStatus');
    const { settings, entryId } = this.#session;
    const status = com<IMAPIStatus>(new PipelineStatus(statusColumns(settings, entryId), this), IMAPIStatus);
    return Object.freeze({ lpulObjType: MAPI_STATUS, lppEntry: status as unknown as I });
  }

  /** Reads `pipeline.json` again. See {@link IXPLogon.ValidateState}. @spec ixplogon-validatestate */
  ValidateState(_ulUIParam: number, ulFlags = 0): void {
    this.#requireLife();
    if ((ulFlags & CONFIG_CHANGED) !== 0 || ulFlags === 0) this.#session.engine.configure();
  }

  /** See {@link IXPLogon.FlushQueues}. @spec ixplogon-flushqueues */
  async FlushQueues(_ulUIParam: number, _lpTargetTransport: EntryId | null, ulFlags = 0): Promise<void> {
    this.#requireLife();
    requireFlags(ulFlags, FLUSH_UPLOAD | FLUSH_DOWNLOAD | FLUSH_FORCE | FLUSH_NO_UI);
    const { engine } = this.#session;
    if ((ulFlags & FLUSH_UPLOAD) !== 0) engine.queue.hurry(Date.now());
    engine.wake();
    await engine.settled();
  }

  /** Ends the session; the support object goes last. */
  end(): Promise<void> {
    this.#over ??= this.#end();
    return this.#over;
  }

  async #end(): Promise<void> {
    this.#deaf();
    this.#unwatch();
    await this.#session.release();
    this.#ended();
    this.#session.support.Release();
  }

  async #tell(): Promise<void> {
    if (this.#over !== null) return;
    const hr = await this.#session.support.SpoolerNotify(NOTIFY_NEWMAIL, null);
    if (hr < 0) log.warn(`the spooler does not take the news of mail: ${nameOf(hr)}`);
  }

  #deaf(): void {
    this.#unlisten?.();
    this.#unlisten = null;
  }

  #requireLife(): void {
    if (this.#over !== null) throw new ComError(MAPI_E_INVALID_OBJECT, 'the transport was logged off');
  }
}
