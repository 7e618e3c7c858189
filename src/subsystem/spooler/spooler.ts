import { log } from '../../base/index.js';
import { ComError, failed, type Guid, nameOf, ok, type Warning, warn } from '../../com/index.js';
import {
  type AdrEntry,
  type AdrList,
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_ASYNC_OK,
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  fnevCriticalError,
  type IMAPIStatus,
  type IMessage,
  type IMsgStore,
  LOGOFF_COMPLETE,
  LOGOFF_OUTBOUND,
  MAPI_DIAG_NO_DIAGNOSTIC,
  MAPI_E_BUSY,
  MAPI_E_CALL_FAILED,
  MAPI_E_NOT_FOUND,
  MAPI_W_CANCEL_MESSAGE,
  type MAPIERROR,
  MDB_WRITE,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  type NEWMAIL_NOTIFICATION,
  NOTIFY_CONFIG_CHANGE,
  NOTIFY_CRITICAL_ERROR,
  NOTIFY_CRITSEC,
  NOTIFY_END_INBOUND_FLUSH,
  NOTIFY_END_OUTBOUND_FLUSH,
  NOTIFY_NEWMAIL,
  NOTIFY_NONCRIT,
  NOTIFY_READYTOSEND,
  NOTIFY_SENTDEFERRED,
  type OpenedStatus,
  PR_NDR_DIAG_CODE,
  PR_OWN_STORE_ENTRYID,
  PR_REPORT_TEXT_W,
  PR_RESPONSIBILITY,
  PR_ROWID,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  STATUS_FAILURE,
  STATUS_INBOUND_ENABLED,
  STATUS_OUTBOUND_ENABLED,
} from '../../mapi/index.js';
import { openAddressBook } from '../addressbook/addressbook.js';
import type { SessionCore } from '../session/core.js';
import type { ClientStore, MailPort, NotifyOrigin, PreprocessorRegistration } from '../session/mailport.js';
import { SessionObject } from '../session/sessionobject.js';
import { statusKeyOf } from '../session/statusrows.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../submit/recipients.js';
import { chosenTransport } from './choose.js';
import type { DeliveryHost } from './delivery.js';
import { Hooks } from './hooks.js';
import { receive } from './inbound.js';
import { logonPauseMs, pollMs } from './limits.js';
import { chosenOptions } from './options.js';
import { Preprocessors, preprocessMark } from './preprocess.js';
import { OutgoingQueue, type QueueHost } from './queue.js';
import { reportDelivered, reportUndelivered, type Undelivered, wasReached } from './reports.js';
import type { TransportSession } from './transport.js';
import { Transports } from './transports.js';
import { addressIn, tellStep } from './watch.js';

/**
 * The spooler of a session: it sends what lies in the outgoing queues of the session's stores through the session's transports, and
 * brings in what these have. Under `MAPI_NO_MAIL` it is asleep.
 * @spec mapi-spooler-overview
 */
export class Spooler implements MailPort, QueueHost {
  readonly active: boolean;
  readonly #core: SessionCore;
  readonly #transports: Transports;
  readonly #preprocessors = new Preprocessors();
  readonly #hooks: Hooks;
  readonly #queues = new Map<Guid, OutgoingQueue>();
  readonly #opening = new Set<Promise<void>>();
  readonly #reported = new WeakMap<IMessage, Set<number>>();
  readonly #receiving = new Map<TransportSession, Promise<number>>();
  #closing = false;
  #flushing = 0;
  #lastTry = Date.now();
  #starting: Promise<void> | null = null;
  #beginning: Promise<void> | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** @param core the session */
  constructor(core: SessionCore) {
    this.#core = core;
    this.active = !core.noMail;
    this.#transports = new Transports(core);
    this.#hooks = new Hooks(core);
  }

  /** Begins to work: opens the default store, in which messages of earlier sessions may wait. */
  begin(): void {
    if (!this.active) return;
    this.#beginning ??= this.#openDefaultStore().catch((error: unknown) => {
      log.warn(
        `the spooler could not open the default store: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
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
    if (!this.active || this.#closing || this.#queues.has(store.uid)) return;
    const work: Promise<void> = this.#openQueue(store)
      .catch((error: unknown) => log.error('the spooler could not open a message store', error))
      .finally(() => this.#opening.delete(work));
    this.#opening.add(work);
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
    if (!transport) return;
    if ((flags & NOTIFY_READYTOSEND) !== 0) this.#recovered(transport);
    if ((flags & NOTIFY_CRITSEC) !== 0) transport.critical = true;
    if ((flags & NOTIFY_NONCRIT) !== 0) transport.critical = false;
    if ((flags & NOTIFY_CONFIG_CHANGE) !== 0) await transport.learnAddressTypes();
    // The transport has to be able to return before it is called again.
    if ((flags & NOTIFY_NEWMAIL) !== 0) setImmediate(() => void this.#receiveAgain(transport));
    if ((flags & NOTIFY_SENTDEFERRED) !== 0 && data instanceof Uint8Array) this.#resume(data, transport);
    if ((flags & NOTIFY_CRITICAL_ERROR) !== 0) this.#critical(transport, data as MAPIERROR | null);
  }

  async yield(_transport: Guid): Promise<void | Warning<void>> {
    await new Promise((resolve) => setImmediate(resolve));
    return this.#closing ? warn(MAPI_W_CANCEL_MESSAGE, undefined) : undefined;
  }

  registerPreprocessor(registration: PreprocessorRegistration): void {
    this.#preprocessors.register(registration);
  }

  async preprocess(store: IMsgStore, message: IMessage): Promise<void> {
    const session = new SessionObject(this.#core).publish();
    try {
      using addressBook = await openAddressBook(this.#core, null);
      const around = { session, addressBook };
      const { extra, lost } = await this.#preprocessors.run(store, message, this.#transports.all, around);
      for (const one of extra) {
        using further = one;
        const hr = await further.SubmitMessage(0);
        if (failed(hr)) log.warn(`a message that a preprocessor has made could not be submitted: ${nameOf(hr)}`);
      }
      if (lost.length > 0) await this.#notReached(message, lost);
      await ok(message.SubmitMessage(0));
    } finally {
      session.Release();
    }
  }

  async removePreprocessInfo(message: IMessage): Promise<void> {
    await this.#preprocessors.clean(message);
  }

  async statusRecips(_transport: Guid, message: IMessage, recipients: AdrList): Promise<void> {
    const store = this.#defaultStore();
    const reached = recipients.filter(wasReached);
    const lost = recipients.filter((row) => !wasReached(row));
    const rows = this.#reported.get(message) ?? new Set<number>();
    for (const row of lost) rows.add(valueIn(row, PR_ROWID) ?? -1);
    this.#reported.set(message, rows);
    if (reached.length > 0) await reportDelivered(store, message, reached);
    if (lost.length > 0) await reportUndelivered(store, message, lost.map(undelivered));
    if (lost.length > 0)
      await tellStep(message, () => ({
        what: 'undelivered',
        recipients: lost.map((row) => ({ address: addressIn(row), why: valueIn(row, PR_REPORT_TEXT_W) ?? '' })),
      }));
  }

  async doSentMail(store: Guid, message: IMessage): Promise<void> {
    const queue = this.#queues.get(store);
    if (queue) await this.#hooks.outbound(queue.store, message);
    else message.Release();
  }

  async complete(store: Guid, _entryId: EntryId, _what: 'preprocess' | 'complete'): Promise<void> {
    this.#queues.get(store)?.wake();
  }

  async finished(store: IMsgStore, entryId: EntryId): Promise<void> {
    await ok(store.FinishedMsg(0, entryId));
  }

  async storeLogoff(store: Guid, _flags: number): Promise<number> {
    return (this.#queues.get(store)?.busy ?? 0) > 0 ? LOGOFF_OUTBOUND : LOGOFF_COMPLETE;
  }

  async needs(store: Guid, message: IMessage): Promise<number> {
    // Without mail the message waits for a session that has a spooler.
    if (!this.active) return NEEDS_SPOOLER;
    const spooler = (await this.#reachesAll(store, message)) ? 0 : NEEDS_SPOOLER;
    if ((await this.#preprocessors.needed(message, this.#transports.all)).length === 0) return spooler;
    await ok(message.SetProps([preprocessMark]));
    return spooler | NEEDS_PREPROCESSING;
  }

  async addressTypes(): Promise<readonly string[]> {
    await this.started();
    return Object.freeze([...new Set(this.#transports.all.flatMap(({ addressTypes }) => addressTypes))]);
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
    for (const transport of this.#transports.all) {
      const hr = await transport.validate(uiParam, flags);
      if (hr === MAPI_E_BUSY) throw new ComError(MAPI_E_BUSY, `${transport.name} is busy`);
      if ((flags & CONFIG_CHANGED) !== 0) await transport.learnAddressTypes();
    }
    for (const queue of this.#queues.values()) queue.hurry();
  }

  async flush(uiParam: number, target: EntryId | null, flags: number): Promise<void> {
    if (!this.active) return;
    await this.started();
    if (this.#transports.absent !== null) await this.#logonAgain();
    const key = target === null ? null : statusKeyOf(target);
    const transports = this.#transports.all.filter(({ uid }) => target === null || uid === key);
    if (target !== null && transports.length === 0)
      throw new ComError(MAPI_E_NOT_FOUND, 'lpTargetTransport is no transport of the session');
    const later = (flags & FLUSH_ASYNC_OK) !== 0;
    // Who wants to go on working is told at once; the others wait for their turn.
    if (later && this.#flushing > 0) throw new ComError(MAPI_E_BUSY, 'the queues are being flushed');
    this.#flushing++;
    const work = this.#flush(uiParam, transports, flags).finally(() => this.#flushing--);
    if (!later) return await work;
    work.catch((error: unknown) => log.error('the queues could not be flushed', error));
  }

  async download(): Promise<void> {
    await this.begun();
    await this.#flush(0, this.#transports.all, FLUSH_DOWNLOAD);
  }

  async openStatus(transport: Guid, flags: number): Promise<OpenedStatus<IMAPIStatus> | null> {
    return (await this.#transports.find(transport)?.openStatus(flags)) ?? null;
  }

  /** Waits until everything that could be sent now was sent, or has failed for now. */
  async idle(): Promise<void> {
    await this.begun();
    for (const queue of this.#queues.values()) await queue.settled();
  }

  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    await this.#beginning;
    await Promise.all(this.#opening);
    // What comes in is put into the stores that the queues hold open.
    await Promise.all(this.#receiving.values());
    await Promise.all([...this.#queues.values()].map((queue) => queue.close()));
    this.#queues.clear();
    await this.#hooks.close();
    await this.#transports.close();
  }

  delivery(): DeliveryHost {
    const spooler = this;
    return {
      transports: this.#transports.all,
      absent: this.#transports.absent,
      now: () => Date.now(),
      report: (message, undelivered) => reportUndelivered(this.#defaultStore(), message, undelivered),
      reported: (message) => this.#reported.get(message) ?? nothing,
      get closing() {
        return spooler.#closing;
      },
    };
  }

  /** Waits until the default store is open and the transports are logged on. */
  async begun(): Promise<void> {
    this.begin();
    await this.#beginning;
    await Promise.all(this.#opening);
    await this.started();
  }

  async #start(): Promise<void> {
    await this.#transports.start();
    const all = this.#transports.all;
    this.#core.spoolerStatus =
      all.length === 0 ? STATUS_FAILURE : STATUS_AVAILABLE | STATUS_INBOUND_ENABLED | STATUS_OUTBOUND_ENABLED;
    if (all.some(({ polls, idles }) => polls || idles)) this.#schedule(0);
  }

  /** Gives those transports another chance that are not there. What the ones that were replaced had deferred is sent anew. */
  async #logonAgain(): Promise<void> {
    await this.#transports.again();
    for (const queue of this.#queues.values()) queue.transportsAre(this.#transports.all);
  }

  async #openDefaultStore(): Promise<void> {
    const uid = this.#core.stores.defaultStore;
    if (uid === null || this.#queues.has(uid)) return;
    const opened = await this.#core.stores.openProvider(uid, null, null, MDB_WRITE);
    const store = ('Release' in opened ? opened : opened.value) as IMsgStore;
    store.Release();
    await Promise.all(this.#opening);
  }

  async #openQueue(store: ClientStore): Promise<void> {
    using support = store.support();
    const { name } = this.#core.profile;
    const [hr, told] = await store.provider.SpoolerLogon<IMsgStore>(
      support,
      0,
      name,
      store.entryId,
      MDB_WRITE,
      null,
      store.security,
    );
    if (failed(hr) || !told || !('lppMDB' in told))
      throw new ComError(hr, told?.lppMAPIError?.lpszError || `SpoolerLogon answered ${nameOf(hr)}`);
    const queue = new OutgoingQueue(store.uid, told.lppMDB, told.lppMSLogon, this);
    if (this.#queues.has(store.uid) || this.#closing) {
      await queue.close();
      return;
    }
    this.#queues.set(store.uid, queue);
    await queue.open();
  }

  /**
   * Whether a store can do without the spooler: a transport names it as its own (PR_OWN_STORE_ENTRYID) and gets the first try at
   * every recipient that is left.
   *
   * @spec tightly-coupled-message-store-providers
   */
  async #reachesAll(store: Guid, message: IMessage): Promise<boolean> {
    const { status, stores } = this.#core;
    const all = this.#transports.all;
    const coupled = all.find(({ uid }) => {
      const own = status.value(uid, PR_OWN_STORE_ENTRYID);
      return own !== null && stores.isOwn(store, own);
    });
    if (!coupled) return false;
    const left = (await recipientsOf(message)).filter((row) => valueIn(row, PR_RESPONSIBILITY) !== true);
    return left.every((row) => chosenTransport(row, all) === coupled);
  }

  /** Recipients that a preprocessor found not to be reached: reported, and done with. */
  async #notReached(message: IMessage, lost: AdrList): Promise<void> {
    await reportUndelivered(this.#defaultStore(), message, lost.map(undelivered));
    const ids = new Set(lost.map((row) => valueIn(row, PR_ROWID)));
    const rows = (await recipientsOf(message)).filter((row) => ids.has(valueIn(row, PR_ROWID)));
    await writeRecipients(
      message,
      rows.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, true)])),
    );
  }

  /** The store for reports and for what comes in. */
  #defaultStore(): IMsgStore {
    const uid = this.#core.stores.defaultStore;
    const queue = (uid && this.#queues.get(uid)) ?? [...this.#queues.values()][0];
    if (!queue) throw new ComError(MAPI_E_NOT_FOUND, 'the session has no message store for mail');
    return queue.store;
  }

  #resume(entryId: EntryId, transport: TransportSession): void {
    for (const queue of this.#queues.values()) if (queue.resume(entryId, transport)) return;
    log.warn(`${transport.name} asks for a message that it was not to send`);
  }

  async #flush(uiParam: number, transports: readonly TransportSession[], flags: number): Promise<void> {
    for (const transport of transports) {
      await transport.flush(uiParam, flags);
      if ((flags & FLUSH_UPLOAD) !== 0) {
        transport.restsUntil = 0;
        for (const queue of this.#queues.values()) {
          queue.hurry();
          await queue.settled();
        }
        await transport.tell(NOTIFY_END_OUTBOUND_FLUSH, null);
      }
      if ((flags & FLUSH_DOWNLOAD) !== 0) {
        await this.#receive(transport);
        await transport.tell(NOTIFY_END_INBOUND_FLUSH, null);
      }
    }
  }

  /** Takes over what a transport has found just now, which a round that runs already may have missed. */
  async #receiveAgain(transport: TransportSession): Promise<void> {
    await this.#receiving.get(transport);
    await this.#receive(transport);
  }

  /** Takes over what a transport has. One round at a time for each. */
  #receive(transport: TransportSession): Promise<number> {
    const running = this.#receiving.get(transport);
    if (running) return running;
    if (this.#closing || transport.critical || transport.broken) return Promise.resolve(0);
    const round = (async () =>
      receive(this.#defaultStore(), transport, {
        hook: (store, message) => this.#hooks.inbound(store, message),
        over: () => this.#closing,
      }))()
      .catch((error: unknown) => {
        log.error(`mail of ${transport.name} could not be taken over`, error);
        return 0;
      })
      .finally(() => this.#receiving.delete(transport));
    this.#receiving.set(transport, round);
    return round;
  }

  #schedule(pause = pollMs): void {
    if (this.#closing) return;
    this.#timer = setTimeout(() => {
      void this.#round()
        .catch((error: unknown) => log.error('transports could not be polled', error))
        .finally(() => this.#schedule());
    }, pause);
  }

  async #round(): Promise<void> {
    // Without a store there is nowhere to put anything.
    if (this.#queues.size === 0) return;
    for (const transport of this.#transports.all) {
      if (this.#closing || transport.critical || transport.broken) continue;
      if (transport.polls && (await transport.poll())) await this.#receive(transport);
      if (transport.idles) await transport.idle();
    }
  }

  /** What failed it is over: all that waits for it is tried now. @spec imapisupport-spoolernotify */
  #recovered(transport: TransportSession): void {
    transport.broken = false;
    transport.restsUntil = 0;
    for (const queue of this.#queues.values()) queue.hurry();
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

const nothing: ReadonlySet<number> = new Set();

/** What a row of StatusRecips says of a recipient that was not reached. */
const undelivered = (recipient: AdrEntry): Undelivered => ({
  recipient,
  diagnostic: valueIn(recipient, PR_NDR_DIAG_CODE) ?? MAPI_DIAG_NO_DIAGNOSTIC,
  text: valueIn(recipient, PR_REPORT_TEXT_W) ?? 'The messaging system does not say why.',
});
