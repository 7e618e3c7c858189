import { log } from '../../base/index.js';
import { ComError, type Guid, ok, type Warning, warn } from '../../com/index.js';
import {
  type AdrList,
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  fnevCriticalError,
  type IMAPIStatus,
  type IMessage,
  type IMsgStore,
  MAPI_E_BUSY,
  MAPI_E_CALL_FAILED,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_W_CANCEL_MESSAGE,
  type MAPIERROR,
  NEEDS_SPOOLER,
  type NEWMAIL_NOTIFICATION,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_CRITSEC,
  NOTIFY_NEWMAIL,
  NOTIFY_NEWMAIL_RECEIVED,
  NOTIFY_NONCRIT,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  type OpenedStatus,
  PR_STATUS_CODE,
  type PropValue,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_INBOUND_ENABLED,
  STATUS_INBOUND_FLUSH,
  STATUS_OUTBOUND_ENABLED,
  STATUS_OUTBOUND_FLUSH,
} from '../../mapi/index.js';
import type { SessionCore } from '../session/core.js';
import type { ClientStore, MailPort, NotifyOrigin, PreprocessorRegistration } from '../session/mailport.js';
import { statusKeyOf } from '../session/statusrows.js';
import { needsOf } from './coupled.js';
import type { DeliveryHost } from './delivery.js';
import { Flushing } from './flushing.js';
import type { HeldMessage } from './held.js';
import { Hooks } from './hooks.js';
import { logonPauseMs } from './limits.js';
import { chosenOptions } from './options.js';
import { Preprocessors } from './preprocess.js';
import { Preprocessing } from './preprocessing.js';
import type { QueueHost } from './queue.js';
import { Queues } from './queues.js';
import { Receiving } from './receiving.js';
import { Reporting } from './reporting.js';
import { errandOf, runErrand } from './sentmail.js';
import { StoreLogoffs } from './storelogoffs.js';
import { Strangers } from './strangers.js';
import type { TransportSession } from './transport.js';
import { Transports } from './transports.js';
import { validateTransports } from './validating.js';

/**
 * The spooler of a session: it sends what lies in the outgoing queues of the session's stores through the session's transports, and
 * brings in what these have. Under `MAPI_NO_MAIL` it is asleep.
 * @spec mapi-spooler-overview
 */
export class Spooler implements MailPort, QueueHost {
  readonly active: boolean;
  readonly #core: SessionCore;
  readonly #transports: Transports;
  readonly #strangers: Strangers = new Strangers();
  readonly #preprocessing: Preprocessing;
  readonly #hooks: Hooks;
  readonly #queues: Queues;
  readonly #reporting: Reporting;
  readonly #receiving: Receiving;
  readonly #logoffs: StoreLogoffs;
  readonly #flushes: Flushing;
  #closing = false;
  #flushing = 0;
  #lastTry = Date.now();
  #starting: Promise<void> | null = null;
  #beginning: Promise<void> | null = null;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
    this.active = !core.noMail;
    this.#transports = new Transports(core, (uid) => this.#loggedOff(uid));
    this.#hooks = new Hooks(core, this.#strangers);
    this.#queues = new Queues(core, this);
    this.#reporting = new Reporting(() => this.#queues.requireInbox());
    // What waited for one that has returned is tried now.
    const preprocessors = new Preprocessors(this.#strangers, () => this.#queues.hurry());
    this.#preprocessing = new Preprocessing(core, this.#reporting, preprocessors);
    const [transports, queues, hooks] = [this.#transports, this.#queues, this.#hooks];
    this.#receiving = new Receiving({
      get transports() {
        return transports.all;
      },
      get inbox() {
        return queues.inbox;
      },
      hook: (store, held) => hooks.inbound(store, held),
    });
    const receiving = this.#receiving;
    this.#flushes = new Flushing({
      get queues() {
        return queues.all;
      },
      receive: (transport, over) => receiving.from(transport, over),
      statusCode: (uid) => core.status.value(uid, PR_STATUS_CODE) ?? 0,
    });
    this.#logoffs = new StoreLogoffs(core, {
      queues,
      receiving,
      begun: () => this.begun(),
      flush: (queue) => this.#flushes.run(transports.all, { uiParam: 0, flags: FLUSH_UPLOAD, queues: [queue] }),
    });
  }

  /** Begins to work: opens the default store, in which messages of earlier sessions may wait. */
  begin(): void {
    if (!this.active) return;
    this.#beginning ??= this.#openDefault();
  }

  async defaultStoreChanged(): Promise<void> {
    if (!this.active || this.#closing) return;
    await this.#beginning;
    await this.#openDefault();
  }

  async #openDefault(): Promise<void> {
    try {
      await this.#queues.openDefault();
    } catch (error) {
      // A session that ends at once may be over before its store is open.
      if (this.#closing) return;
      log.warn(
        `the spooler could not open the default store: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  }

  /** Logs the transports on, once. */
  started(): Promise<void> {
    if (!this.active || this.#closing) return Promise.resolve();
    this.#starting ??= this.#start();
    return this.#starting;
  }

  async ready(): Promise<void> {
    await this.started();
    // One that could not be logged on gets another chance as long as there is something to send, but not with every message.
    if (this.#closing || this.#transports.absent === null || Date.now() - this.#lastTry < logonPauseMs) return;
    this.#lastTry = Date.now();
    await this.#logonAgain();
  }

  storeOpened(store: ClientStore): void {
    if (!this.active) return;
    this.#logoffs.opened(store);
    this.#queues.open(store);
  }

  async notify(
    { kind, uid }: NotifyOrigin,
    flags: number,
    data: EntryId | NEWMAIL_NOTIFICATION | MAPIERROR | null,
  ): Promise<void> {
    if (!this.active) return;
    // A transport says so while it is being logged on, perhaps.
    if ((flags & NOTIFY_READYTOSEND) !== 0 && kind === 'store') await this.started();
    const transport = kind === 'transport' ? this.#transports.find(uid) : undefined;
    if (!transport) {
      if ((flags & NOTIFY_NEWMAIL_RECEIVED) !== 0) this.#arrived(uid, data as NEWMAIL_NOTIFICATION);
      return;
    }
    if ((flags & NOTIFY_READYTOSEND) !== 0) this.#recovered(transport);
    if ((flags & NOTIFY_CRITSEC) !== 0) transport.critical = true;
    if ((flags & NOTIFY_NONCRIT) !== 0) transport.critical = false;
    if ((flags & NOTIFY_CONFIG_CHANGE) !== 0) await transport.learnAddressTypes();
    if ((flags & NOTIFY_NEWMAIL) !== 0) this.#receiving.soon(transport);
    if ((flags & NOTIFY_SENTDEFERRED) !== 0 && data instanceof Uint8Array) this.#queues.resume(data, transport);
    if ((flags & NOTIFY_CRITICAL_ERROR) !== 0) this.#critical(transport, data as MAPIERROR | null);
  }

  flushShown(uid: Guid, appeared: number): void {
    if (!this.active) return;
    this.#flushes.shown(uid);
    const upload = (appeared & STATUS_OUTBOUND_FLUSH) !== 0 ? FLUSH_UPLOAD : 0;
    const download = (appeared & STATUS_INBOUND_FLUSH) !== 0 ? FLUSH_DOWNLOAD : 0;
    // A transport that is being flushed shows that.
    if (appeared === 0 || this.#closing || this.#flushes.isRunning(uid)) return;
    // It has to be able to return before.
    setImmediate(() => {
      const transport = this.#transports.find(uid);
      if (!transport || this.#closing) return;
      this.begun()
        .then(async () => {
          await this.#flushes.run([transport], { uiParam: 0, flags: upload | download });
        })
        .catch((error: unknown) => log.error(`the queues of ${transport.name} could not be flushed`, error));
    });
  }

  async yield(_transport: Guid): Promise<void | Warning<void>> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.#closing ? warn(MAPI_W_CANCEL_MESSAGE, undefined) : undefined;
  }

  registerPreprocessor(registration: PreprocessorRegistration): void {
    this.#preprocessing.preprocessors.register(registration);
  }

  async preprocess(store: IMsgStore, held: HeldMessage, cutOff: boolean): Promise<string | null> {
    return await this.#preprocessing.run(store, held, this.#transports.all, cutOff);
  }

  async submitExtras(store: IMsgStore, message: IMessage): Promise<void> {
    await this.#preprocessing.submitExtras(store, message);
  }

  async removePreprocessInfo(held: HeldMessage): Promise<void> {
    await this.#preprocessing.preprocessors.clean(held);
  }

  async statusRecips(_transport: Guid, message: IMessage, recipients: AdrList): Promise<void> {
    await this.#reporting.statusRecips(message, recipients);
  }

  async doSentMail(store: Guid, message: IMessage): Promise<void | Warning<void>> {
    const queue = this.#queues.of(store);
    if (!queue) {
      message.Release();
      return;
    }
    const errand = await errandOf(message);
    await this.#hooks.outbound(queue.store, message);
    if (errand) return await runErrand(queue.store, errand);
  }

  async complete(store: Guid, entryId: EntryId, what: 'preprocess' | 'complete'): Promise<void> {
    await this.#queues.opened();
    const queue = this.#queues.of(store);
    if (!queue) throw new ComError(MAPI_E_NO_SUPPORT, 'the spooler does not have the store open: there is no mail');
    if (what === 'preprocess') queue.preprocess(entryId);
    else await queue.complete(entryId);
  }

  async finished(store: IMsgStore, entryId: EntryId): Promise<void> {
    await ok(store.FinishedMsg(0, entryId));
  }

  async storeLogoff(store: Guid, client: object, wish: number): Promise<number> {
    return await this.#logoffs.left(store, client, wish);
  }

  async needs(store: Guid, message: IMessage): Promise<number> {
    // Without mail the message waits for a session that has a spooler.
    if (!this.active) return NEEDS_SPOOLER;
    return await needsOf(this.#core, store, message, this.#transports.all, this.#preprocessing);
  }

  async addressTypes(): Promise<readonly string[]> {
    await this.started();
    const all = new Set(this.#transports.all.flatMap(({ addressTypes }) => addressTypes));
    all.delete('');
    return Object.freeze([...all]);
  }

  async defaultOptions(
    addressType: string | null,
    what: 'message' | 'recipient',
    entryId: EntryId | null = null,
  ): Promise<readonly PropValue[] | null> {
    await this.started();
    const offered = this.#transports.all.flatMap(({ options }) => options);
    return chosenOptions(offered, { addressType, what, entryId });
  }

  async validate(uiParam: number, flags: number): Promise<void> {
    if (!this.active) return;
    await this.#logonAgain();
    try {
      await validateTransports(this.#transports.all, uiParam, flags);
    } finally {
      // Those that have come back, or never were away, need not wait for one that fails.
      this.#queues.hurry();
    }
  }

  async flush(uiParam: number, target: EntryId | null, flags: number): Promise<void> {
    if (!this.active) return;
    // Whoever has just logged on means the queues, too, that are being opened still.
    await this.begun();
    if (this.#transports.absent !== null) await this.#logonAgain();
    const key = target === null ? null : statusKeyOf(target);
    const transports = this.#transports.all.filter(({ uid }) => target === null || uid === key);
    if (target !== null && transports.length === 0)
      throw new ComError(MAPI_E_NOT_FOUND, 'lpTargetTransport is no transport of the session');
    const later = (flags & FLUSH_ASYNC_OK) !== 0;
    // Who wants to go on working is told at once; the others wait for their turn.
    if (later && this.#flushing > 0) throw new ComError(MAPI_E_BUSY, 'the queues are being flushed');
    this.#flushing++;
    const work = this.#flushes.run(transports, { uiParam, flags }).finally(() => this.#flushing--);
    if (!later) return await work;
    work.catch((error: unknown) => log.error('the queues could not be flushed', error));
  }

  async download(): Promise<void> {
    await this.begun();
    await this.#flushes.run(this.#transports.all, { uiParam: 0, flags: FLUSH_DOWNLOAD });
  }

  async openStatus(transport: Guid, flags: number): Promise<OpenedStatus<IMAPIStatus> | null> {
    return (await this.#transports.find(transport)?.openStatus(flags)) ?? null;
  }

  /** Waits until everything that could be sent now was sent, or has failed for now. */
  async idle(): Promise<void> {
    await this.begun();
    await this.#queues.settled();
  }

  async close(): Promise<void> {
    this.#strangers.hasten();
    // As long as transports answer, what clients have asked for is done. Once one of them does not, nothing new is begun.
    await Promise.race([this.#logoffs.close(), this.#transports.hasten()]);
    this.#closing = true;
    this.#transports.abandon();
    await this.#flushes.close();
    await this.#beginning;
    await this.#queues.opened();
    // What comes in is put into the stores that the queues hold open.
    await this.#receiving.close();
    await this.#queues.close();
    await this.#hooks.close();
    await this.#transports.close();
  }

  delivery(): DeliveryHost {
    const spooler = this;
    return {
      transports: this.#transports.all,
      absent: this.#transports.absent,
      now: () => Date.now(),
      report: (message, undelivered) => this.#reporting.undelivered(message, undelivered),
      reported: (message) => this.#reporting.failed(message),
      get closing() {
        return spooler.#closing;
      },
    };
  }

  /** Waits until the default store is open and the transports are logged on. */
  async begun(): Promise<void> {
    this.begin();
    await this.#beginning;
    await this.#queues.opened();
    await this.started();
  }

  async #start(): Promise<void> {
    await this.#transports.start();
    const all = this.#transports.all;
    this.#core.spoolerStatus =
      all.length === 0 ? STATUS_FAILURE : STATUS_AVAILABLE | STATUS_INBOUND_ENABLED | STATUS_OUTBOUND_ENABLED;
    if (all.some(({ polls, idles }) => polls || idles)) this.#receiving.poll();
  }

  /** Gives those transports another chance that are not there. What the ones that were replaced had deferred is sent anew. */
  async #logonAgain(): Promise<void> {
    await this.#transports.again();
    this.#queues.transportsAre(this.#transports.all);
  }

  #loggedOff(transport: Guid): void {
    this.#preprocessing.preprocessors.forget(transport);
    this.#flushes.forget(transport);
  }

  #arrived(store: Guid, news: NEWMAIL_NOTIFICATION): void {
    // A store that was opened without mail has no queue, and nobody waits for what it gets.
    const queue = this.#queues.of(store);
    if (queue) this.#receiving.arrived(queue.store, news);
  }

  /** What failed it is over: all that waits for it is tried now. @spec imapisupport-spoolernotify */
  #recovered(transport: TransportSession): void {
    transport.broken = false;
    transport.restsUntil = 0;
    transport.flushOver = false;
    this.#queues.hurry();
  }

  /** It gets nothing more to do, until somebody asks for another attempt. @spec imapisupport-spoolernotify */
  #critical(transport: TransportSession, error: MAPIERROR | null): void {
    // It is released with the session, and called no more but for that.
    transport.broken = true;
    log.error(`${transport.name} tells of a critical error: ${error?.lpszError ?? 'it does not say which'}`);
    this.#core.sinks.notify({
      ulEventType: fnevCriticalError,
      info: { lpEntryID: null, scode: MAPI_E_CALL_FAILED, ulFlags: 0, lpMAPIError: error },
    });
  }
}
