import { log } from '../../base/index.js';
import type { Guid } from '../../com/index.js';
import { type EntryId, type IMSLogon, type IMsgStore, SUBMITFLAG_PREPROCESS } from '../../mapi/index.js';
import { DeferredMessages } from './deferred.js';
import { anewMs, inFlight, queuePage } from './limits.js';
import { Pauses } from './pauses.js';
import { keyOf, type Queued, QueueTable, queuedAs } from './queuetable.js';
import { Sending, type SendingHost } from './sending.js';
import type { TransportSession } from './transport.js';

/** What the queue of a store needs of the spooler. */
export interface QueueHost extends SendingHost {
  /** Waits until the transports are logged on. */
  ready(): Promise<void>;
}

/** The outgoing queue of one store, as the spooler works it off. @spec outgoing-queue-tables */
export class OutgoingQueue {
  readonly uid: Guid;
  readonly store: IMsgStore;
  readonly #host: QueueHost;
  readonly #logon: IMSLogon | null;
  readonly #running = new Map<string, Promise<void>>();
  readonly #pauses = new Pauses();
  readonly #deferred: DeferredMessages;
  readonly #sending: Sending;
  readonly #completed = new Set<string>();
  #table: QueueTable | null = null;
  #pumping: Promise<void> | null = null;
  #again = false;
  #anew = true;
  #begunAnew = 0;
  /** Whether something may stand before the place up to which the queue was read, and not be known to wait. */
  #passedOver = true;
  #hurried = false;
  #calming = 0;
  #closing = false;
  #closed: Promise<void> | null = null;
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
    this.#sending = new Sending(store, host, this.#deferred);
  }

  /** Begins to work. */
  async open(): Promise<void> {
    this.#table = await QueueTable.open(this.store, () => this.#goOn());
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
    this.#pauses.clear();
    this.wake();
  }

  /** Ends a hurry, when what is on its way has come to its end: what has not begun waits as long as it was to. */
  async calm(): Promise<void> {
    this.#hurried = false;
    this.#calming++;
    try {
      await Promise.all(this.#running.values());
    } finally {
      this.#calming--;
      this.wake();
    }
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
    return (await this.#table?.length()) ?? 0;
  }

  /** Has a message preprocessed that its store asks for (`IMAPISupport::Preprocess`), and sent then. */
  preprocess(entryId: EntryId): void {
    if (this.#closing || this.#running.has(keyOf(entryId))) return;
    this.#run(queuedAs(entryId, SUBMITFLAG_PREPROCESS), null);
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
    const work = this.#sending.complete(entryId);
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
    this.#run(queuedAs(entryId, 0), transport);
    return true;
  }

  /** Transports were logged off and on: what those have deferred that are gone is sent as if it were new. */
  transportsAre(transports: readonly TransportSession[]): void {
    if (this.#deferred.keepOnly(transports)) this.wake();
  }

  /** Stops, after what is on its way: once, whoever asks for it. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    await this.#pumping;
    await Promise.all(this.#running.values());
    // Nothing is begun any more, so that nobody else tells those who wait for the end of it all.
    for (const each of this.#idle.splice(0)) each();
    await this.#deferred.close();
    const table = this.#table;
    this.#table = null;
    await table?.close();
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
      if (await this.#deferred.cancelled()) this.#anew = true;
      this.#beginDue();
      const anew = this.#anew || (this.#passedOver && this.#now() - this.#begunAnew >= anewMs);
      const begun = await this.#pass(anew);
      // Before it rests it looks at all that waits, where something may have come back to its place before the cursor.
      if (!anew && this.#passedOver && begun === 0 && this.#running.size === 0) await this.#pass(true);
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
    const table = this.#table as QueueTable;
    if (anew) {
      this.#anew = false;
      this.#begunAnew = this.#now();
      this.#passedOver = !table.grows;
      await table.rewind();
    }
    let begun = 0;
    let page = inFlight - this.#running.size;
    while (this.#running.size < inFlight && !this.#closing && this.#calming === 0) {
      const rows = await table.read(page);
      let looked = 0;
      const before = begun;
      for (const row of rows) {
        if (this.#closing || this.#calming > 0 || this.#running.size >= inFlight) break;
        looked++;
        if (row && this.#begin(row)) begun++;
      }
      // What was read and not looked at comes with the next page. Whoever has left the queue since only brings back others.
      if (looked < rows.length) await table.back(rows.length - looked);
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

  /** Begins with those that have waited long enough. */
  #beginDue(): void {
    while (this.#running.size < inFlight && !this.#closing && this.#calming === 0) {
      const message = this.#pauses.take(this.#now());
      if (!message) return;
      if (!this.#running.has(message.key) && !this.#deferred.has(message.entryId)) this.#run(message, null);
    }
  }

  /** Begins with a message unless it is on its way or waits. */
  #begin(message: Queued): boolean {
    if (this.#running.has(message.key)) {
      // It may have been taken back and submitted anew, and its first submission is about to end.
      this.#passedOver = true;
      return false;
    }
    if (this.#deferred.has(message.entryId) || this.#pauses.has(message)) return false;
    this.#run(message, null);
    return true;
  }

  #run(message: Queued, resumed: TransportSession | null): void {
    const { key, entryId, flags } = message;
    this.#pauses.end(key);
    const completed = (): boolean => this.#completed.has(key);
    const work = this.#sending
      .send({ entryId, flags, resumed, hurried: this.#hurried, completed })
      .then((outcome) => {
        if (outcome?.what === 'later') this.#pauses.add(message, outcome.at);
      })
      .catch((error: unknown) => {
        log.error('a message could not be sent; it stays in the queue', error);
        this.#pauses.add(message, this.#now() + 60_000);
      })
      .finally(() => {
        this.#running.delete(key);
        this.#completed.delete(key);
        this.#goOn();
      });
    this.#running.set(key, work);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const { next } = this.#pauses;
    // Where as many are on their way as may be, the end of the first of them is the next reason to look.
    if (this.#closing || this.#calming > 0 || next === null || this.#running.size >= inFlight) return;
    this.#timer = setTimeout(() => this.#goOn(), Math.min(Math.max(next - this.#now(), 1), 0x7fffffff));
  }

  #settle(): void {
    if (this.#running.size > 0 || this.#again) return;
    for (const each of this.#idle.splice(0)) each();
  }

  #now(): number {
    return this.#host.delivery().now();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
