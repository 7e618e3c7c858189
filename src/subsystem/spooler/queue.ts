import { log } from '../../base/index.js';
import { ComError, com, failed, type Guid, type Impl, nameOf, ok } from '../../com/index.js';
import {
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  type EntryId,
  fnevTableModified,
  IMAPIAdviseSink,
  type IMAPITable,
  type IMessage,
  type IMSLogon,
  type IMsgStore,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_OBJECT_CHANGED,
  MSG_LOCKED,
  MSG_UNLOCKED,
  NOTIFY_ABORT_DEFERRED,
  PR_CLIENT_SUBMIT_TIME,
  PR_DEFERRED_SEND_NUMBER,
  PR_DEFERRED_SEND_TIME,
  PR_DEFERRED_SEND_UNITS,
  PR_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropRow,
  SUBMITFLAG_PREPROCESS,
} from '../../mapi/index.js';
import { type Deferral, DeferredMessages, deferralTags } from './deferred.js';
import { type DeliveryHost, deliver, type Outcome } from './delivery.js';
import { HeldMessage } from './held.js';
import { anewMs, inFlight, queuePage } from './limits.js';
import { msOf } from './retry.js';
import {
  PR_SPOOL_DEFERRED_BY,
  PR_SPOOL_DEFERRED_IN_W,
  PR_SPOOL_DEFERRED_UNTIL,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
} from './tags.js';
import type { TransportSession } from './transport.js';
import { passing } from './trial.js';
import { tellOf } from './watch.js';

/** What the queue of a store needs of the spooler. */
export interface QueueHost {
  /** Waits until the transports are logged on. */
  ready(): Promise<void>;
  /** What a delivery needs. */
  delivery(): DeliveryHost;
  /** Runs preprocessors on a message and submits it again. */
  preprocess(store: IMsgStore, message: IMessage): Promise<void>;
  /** Removes what preprocessors have left in a message. */
  removePreprocessInfo(message: IMessage): Promise<void>;
  /** A message is done with. */
  finished(store: IMsgStore, entryId: EntryId): Promise<void>;
}

/** The outgoing queue of one store, as the spooler works it off. @spec outgoing-queue-tables */
export class OutgoingQueue {
  readonly uid: Guid;
  readonly store: IMsgStore;
  readonly #host: QueueHost;
  readonly #logon: IMSLogon | null;
  readonly #running = new Map<string, Promise<void>>();
  readonly #notBefore = new Map<string, number>();
  readonly #deferred: DeferredMessages;
  readonly #completed = new Set<string>();
  #table: IMAPITable | null = null;
  #connection = 0;
  #pumping: Promise<void> | null = null;
  #again = false;
  #anew = true;
  #begunAnew = 0;
  #hurried = false;
  #closing = false;
  #timer: NodeJS.Timeout | undefined;
  #idle: (() => void)[] = [];

  /**
   * @param uid PR_PROVIDER_UID of the store
   * @param store the store, as the spooler has it; released with the queue
   * @param logon its logon; null when the provider gave none
   * @param host the spooler
   */
  constructor(uid: Guid, store: IMsgStore, logon: IMSLogon | null, host: QueueHost) {
    this.uid = uid;
    this.store = store;
    this.#logon = logon;
    this.#host = host;
    this.#deferred = new DeferredMessages(store);
  }

  /** Begins to work. */
  async open(): Promise<void> {
    this.#table = await ok(this.store.GetOutgoingQueue(0));
    await ok(this.#table.SetColumns([PR_ENTRYID, PR_SUBMIT_FLAGS], 0));
    const sink: Impl<IMAPIAdviseSink> = {
      OnNotify: () => {
        this.#goOn();
        return 0;
      },
    };
    using pointer = com(sink, IMAPIAdviseSink);
    this.#connection = await ok(this.#table.Advise(fnevTableModified, pointer));
    this.wake();
  }

  /** Looks at the queue, soon. */
  wake(): void {
    this.#anew = true;
    this.#goOn();
  }

  /** Looks at what has come since the last time. What one turn of the event loop brings is one reason to look. */
  #goOn(): void {
    if (this.#closing) return;
    this.#again = true;
    this.#pumping ??= turn()
      .then(() => this.#pump())
      .catch((error: unknown) => log.error('the outgoing queue could not be read', error))
      .finally(() => {
        this.#pumping = null;
        if (this.#again && !this.#closing) this.#goOn();
      });
  }

  /** Forgets all pauses, also those of earlier sessions: what waits is tried now, unless its sender has put it off. */
  hurry(): void {
    this.#hurried = true;
    this.#notBefore.clear();
    this.wake();
  }

  /** Answers when nothing is on its way, nor could be now. */
  async settled(): Promise<void> {
    if (this.#pumping === null && this.#running.size === 0) return;
    await new Promise<void>((resolve) => this.#idle.push(resolve));
  }

  /** Messages that are on their way. */
  get busy(): number {
    return this.#running.size;
  }

  /** How many messages wait or are on their way. */
  async length(): Promise<number> {
    return this.#table === null ? 0 : await ok(this.#table.GetRowCount(0));
  }

  /** Has a message preprocessed that its store asks for (`IMAPISupport::Preprocess`), and sent then. */
  preprocess(entryId: EntryId): void {
    const key = keyOf(entryId);
    if (this.#closing || this.#running.has(key)) return;
    this.#run(key, entryId, SUBMITFLAG_PREPROCESS, null);
  }

  /**
   * A store has sent a message itself: what comes after sending is done with it. The answer is how that went, unless the message
   * is in the hands of the spooler, which then goes on with it when its call to SubmitMessage has returned.
   *
   * @spec imapisupport-completemsg
   */
  async complete(entryId: EntryId): Promise<void> {
    const key = keyOf(entryId);
    if (this.#running.has(key)) {
      this.#completed.add(key);
      return;
    }
    const work = this.#postprocess(entryId);
    this.#running.set(
      key,
      work
        .catch(() => undefined)
        .finally(() => {
          this.#running.delete(key);
          this.wake();
        }),
    );
    await work;
  }

  /** A transport asks for a message that it has deferred. @returns whether the message is of this store */
  resume(entryId: EntryId, transport: TransportSession): boolean {
    if (this.#closing || !this.#deferred.take(entryId, transport)) return false;
    this.#run(keyOf(entryId), entryId, 0, transport);
    return true;
  }

  /** Transports were logged off and on: what those have deferred that are gone is sent as if it were new. */
  transportsAre(transports: readonly TransportSession[]): void {
    if (this.#deferred.keepOnly(transports)) this.wake();
  }

  /** Stops, after what is on its way. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    await this.#pumping;
    await Promise.all(this.#running.values());
    await this.#deferred.close();
    if (this.#table) {
      const table = this.#table;
      this.#table = null;
      await table.Unadvise(this.#connection);
      table.Release();
    }
    this.store.Release();
    if (this.#logon) {
      await this.#logon.Logoff(0);
      this.#logon.Release();
    }
  }

  async #pump(): Promise<void> {
    await this.#host.ready();
    while (this.#again && !this.#closing) {
      this.#again = false;
      await this.#deferred.cancelled();
      const anew = this.#anew || this.#now() - this.#begunAnew >= anewMs;
      const begun = await this.#pass(anew);
      // Before it rests it looks at all that waits: something may have come back to its place before the cursor.
      if (!anew && begun === 0 && this.#running.size === 0) await this.#pass(true);
    }
    this.#schedule();
    this.#settle();
  }

  /**
   * Begins with as many messages as may be on their way. The queue is in the order of submission, so that it is usually enough to
   * read on from where it was read last: what stands before that is on its way, or waits.
   *
   * @param anew whether to begin with the oldest
   * @returns how many it has begun with
   */
  async #pass(anew: boolean): Promise<number> {
    const table = this.#table as IMAPITable;
    if (anew) {
      this.#anew = false;
      this.#begunAnew = this.#now();
      await ok(table.SeekRow(BOOKMARK_BEGINNING, 0));
    }
    let begun = 0;
    let page = inFlight - this.#running.size;
    while (this.#running.size < inFlight && !this.#closing) {
      const rows = await ok(table.QueryRows(page, 0));
      let looked = 0;
      const before = begun;
      for (const row of rows) {
        if (this.#closing || this.#running.size >= inFlight) break;
        looked++;
        if (this.#begin(row)) begun++;
      }
      // What was read and not looked at comes with the next page. Whoever has left the queue since only brings back others.
      if (looked < rows.length) await ok(table.SeekRow(BOOKMARK_CURRENT, looked - rows.length));
      else if (rows.length < page) {
        // Who came to the end without running into the bound has begun with everything that was paused.
        if (this.#running.size < inFlight) this.#hurried = false;
        break;
      }
      // Where nothing could be begun with, many may be paused.
      page = begun > before ? inFlight : queuePage;
    }
    return begun;
  }

  /** Begins with a message unless it is on its way or waits. */
  #begin(row: PropRow): boolean {
    const entryId = row.get(PR_ENTRYID);
    if (!entryId) return false;
    const key = keyOf(entryId);
    const notBefore = this.#notBefore.get(key) ?? 0;
    if (this.#running.has(key) || this.#deferred.has(entryId) || notBefore > this.#now()) return false;
    this.#run(key, entryId, row.get(PR_SUBMIT_FLAGS) ?? 0, null);
    return true;
  }

  #run(key: string, entryId: EntryId, flags: number, resumed: TransportSession | null): void {
    this.#notBefore.delete(key);
    const work = this.#process(entryId, flags, resumed, this.#hurried)
      .then((outcome) => {
        if (outcome?.what === 'later') this.#notBefore.set(key, outcome.at);
      })
      .catch((error: unknown) => {
        log.error('a message could not be sent; it stays in the queue', error);
        this.#notBefore.set(key, this.#now() + 60_000);
      })
      .finally(() => {
        this.#running.delete(key);
        this.#completed.delete(key);
        this.#goOn();
      });
    this.#running.set(key, work);
  }

  async #process(
    entryId: EntryId,
    flags: number,
    resumed: TransportSession | null,
    hurried: boolean,
  ): Promise<Outcome | null> {
    if (this.#deferred.renewing) await this.#deferred.renewing;
    const [hr, opened] = await HeldMessage.open(this.store, entryId);
    if (!opened) {
      if (hr === MAPI_E_NOT_FOUND) return null;
      if (hr === MAPI_E_NO_ACCESS) return { what: 'later', at: this.#now() + 30_000, why: 'somebody else has it open' };
      throw new ComError(hr, 'a queued message could not be opened');
    }
    using held = opened;
    passing('opened');
    const { due, why, subject, deferral } = await this.#due(held.message, hurried);
    const told = { entryId, subject };
    if (deferral?.elsewhere) {
      tellOf(told, { what: 'elsewhere' });
      return { what: 'later', at: this.#now() + 30_000, why: 'a transport of another session has it' };
    }
    if (due > this.#now() && !resumed) {
      tellOf(told, { what: 'waiting', until: due, why });
      return { what: 'later', at: due, why };
    }
    const locked = await this.store.SetLockState(held.message, MSG_LOCKED);
    if (locked === MAPI_E_NOT_IN_QUEUE) return null;
    // Another spooler has it; should that one die, its lock ends.
    if (locked === MAPI_E_NO_ACCESS) {
      const until = this.#now() + 30_000;
      tellOf(told, { what: 'elsewhere' });
      return { what: 'later', at: until, why: 'another spooler has it' };
    }
    if (locked < 0) throw new ComError(locked, 'a queued message could not be locked');
    passing('locked');
    let outcome: Outcome;
    try {
      if (deferral) await this.#endDeferral(held.message, deferral, entryId, resumed);
      if ((flags & SUBMITFLAG_PREPROCESS) !== 0) await this.#host.preprocess(this.store, held.message);
      outcome = this.#completed.has(keyOf(entryId))
        ? { what: 'finished' }
        : await deliver(this.#host.delivery(), held, this.#deferred, resumed);
    } catch (error) {
      await this.#unlock(held);
      if (!(error instanceof ComError) || error.hr !== MAPI_E_OBJECT_CHANGED) throw error;
      // Between opening and locking another spooler was through with it: what was read is out of date. Nothing was sent yet.
      return { what: 'later', at: this.#now(), why: 'another spooler had it' };
    }
    if (outcome.what === 'later') {
      passing('put off');
      await ok(this.store.SetLockState(held.message, MSG_UNLOCKED));
      tellOf(told, { what: 'waiting', until: outcome.at, why: outcome.why });
    }
    if (outcome.what === 'held') {
      this.#deferred.add(entryId, outcome.by);
      await ok(this.store.SetLockState(held.message, MSG_UNLOCKED));
      tellOf(told, { what: 'deferred', transport: outcome.by.name });
    }
    if (outcome.what === 'finished') {
      await this.#host.removePreprocessInfo(held.message);
      passing('finishing');
      await this.#host.finished(this.store, entryId);
      passing('finished');
      tellOf(told, { what: 'finished' });
    }
    return outcome;
  }

  async #postprocess(entryId: EntryId): Promise<void> {
    const [hr, opened] = await HeldMessage.open(this.store, entryId);
    if (!opened) throw new ComError(hr, 'the message that its store has sent could not be opened');
    using held = opened;
    await ok(this.store.SetLockState(held.message, MSG_LOCKED));
    try {
      await this.#host.removePreprocessInfo(held.message);
    } catch (error) {
      await this.#unlock(held);
      throw error;
    }
    await this.#host.finished(this.store, entryId);
  }

  /** A message comes out of its deferral. A transport that did not ask for it may hold it still, for a spooler that is gone. */
  async #endDeferral(
    message: IMessage,
    { transport }: Deferral,
    entryId: EntryId,
    resumed: TransportSession | null,
  ): Promise<void> {
    const holder = this.#host.delivery().transports.find(({ uid }) => uid === transport);
    if (!resumed) await holder?.tell(NOTIFY_ABORT_DEFERRED, entryId);
    await ok(message.DeleteProps(deferralTags));
  }

  /** Unlocks a message after a failure, opened anew: unlocking saves what an object has unsaved, which may be what failed. */
  async #unlock(held: HeldMessage): Promise<void> {
    await held.again();
    const hr = await this.store.SetLockState(held.message, MSG_UNLOCKED);
    if (failed(hr)) log.warn(`a message could not be unlocked: ${nameOf(hr)}; its lock ends by itself`);
  }

  /** When a message may be sent, and why not before: its sender can put it off, and so can the last attempt. */
  async #due(
    message: IMessage,
    hurried: boolean,
  ): Promise<{
    readonly due: number;
    readonly why: string;
    readonly subject: string;
    readonly deferral: Deferral | null;
  }> {
    const row = await ok(
      message.GetProps(
        [
          PR_SPOOL_NEXT_ATTEMPT,
          PR_DEFERRED_SEND_TIME,
          PR_DEFERRED_SEND_NUMBER,
          PR_DEFERRED_SEND_UNITS,
          PR_CLIENT_SUBMIT_TIME,
          PR_SPOOL_DEFERRED_BY,
          PR_SPOOL_DEFERRED_IN_W,
          PR_SPOOL_DEFERRED_UNTIL,
          PR_SPOOL_LAST_ERROR_W,
          PR_SUBJECT_W,
        ],
        0,
      ),
    );
    const next = hurried ? null : row.get(PR_SPOOL_NEXT_ATTEMPT);
    const number = row.get(PR_DEFERRED_SEND_NUMBER);
    const units = row.get(PR_DEFERRED_SEND_UNITS);
    const submitted = row.get(PR_CLIENT_SUBMIT_TIME);
    const unit = units === null ? undefined : unitMs[units];
    const computed =
      number !== null && unit !== undefined && submitted !== null ? msOf(submitted) + number * unit : null;
    const stated = row.get(PR_DEFERRED_SEND_TIME);
    const deferred = computed ?? (stated === null ? 0 : msOf(stated));
    const again = next === null ? 0 : msOf(next);
    const why = deferred > again ? 'its sender has put it off' : (row.get(PR_SPOOL_LAST_ERROR_W) ?? '');
    const deferral = this.#deferred.told(row);
    return { due: Math.max(deferred, again), why, subject: row.get(PR_SUBJECT_W) ?? '', deferral };
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closing || this.#notBefore.size === 0) return;
    const next = Math.min(...this.#notBefore.values());
    this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(next - this.#now(), 1), 0x7fffffff));
  }

  #settle(): void {
    if (this.#running.size > 0 || this.#again) return;
    for (const each of this.#idle.splice(0)) each();
  }

  #now(): number {
    return this.#host.delivery().now();
  }
}

/** PR_DEFERRED_SEND_UNITS: minutes, hours, days, weeks. @spec pidtagdeferredsendtime-canonical-property */
const unitMs = [60_000, 3_600_000, 86_400_000, 604_800_000];

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const keyOf = (entryId: EntryId): string => Buffer.from(entryId).toString('hex');
