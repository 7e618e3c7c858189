import { acquire, ComError } from '../../com/index.js';
import {
  type EntryId,
  IMAPIAdviseSink,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_ENOUGH_MEMORY,
  type NOTIFICATION,
} from '../../mapi/index.js';
import { CallsUnderWay } from './calls.js';
import { frozenEvent } from './frozen.js';
import { registrationLimit } from './limits.js';
import { SinkQueue } from './sinkqueue.js';
import { subjectsOf } from './subjects.js';

/** How a registry compares and delivers. */
export interface AdviseOptions {
  /** Turns an entry identifier into what two identifiers of one object have in common; all its bytes without it. */
  readonly keyOf?: (entryId: EntryId) => string;
  /** The calls whose events wait for their end; those of {@link AdviseRegistry.during} without it. */
  readonly calls?: CallsUnderWay;
  /** What a sink is told that did not keep up, in place of events that were given up; a critical error without it. */
  readonly gap?: NOTIFICATION;
}

interface Registration {
  readonly key: string | null;
  readonly queue: SinkQueue;
}

/**
 * Who wants to hear of which events: what `Advise` and `Unadvise` of stores, folders, tables and sessions stand on.
 *
 * - The call that causes an event returns before anybody is told; inside {@link AdviseRegistry.during} however long it takes.
 * - A sink is told in the order of the events and never twice at once. Several events may come in one call.
 * - A sink that throws is logged and stays registered.
 * - After Unadvise nothing comes any more, not even what was waiting: the pages allow events after it, nobody needs them.
 *   A delivery under way ends first, and then the sink is released.
 * @spec event-notification-in-mapi
 */
export class AdviseRegistry {
  readonly #keyOf: (entryId: EntryId) => string;
  readonly #registrations = new Map<number, Registration>();
  readonly #byKey = new Map<string | null, Set<SinkQueue>>();
  readonly #waiting = new Set<SinkQueue>();
  readonly #delivering = new Set<SinkQueue>();
  readonly #calls: CallsUnderWay;
  readonly #gap: NOTIFICATION | undefined;
  #last = 0;
  #scheduled = false;
  #settled: (() => void)[] = [];

  /**
   * Makes an empty registry.
   *
   * @param options how it compares
   */
  constructor(options: AdviseOptions = {}) {
    this.#keyOf = options.keyOf ?? hexKey;
    this.#calls = options.calls ?? new CallsUnderWay();
    this.#gap = options.gap;
  }

  /** How many registrations there are. */
  get size(): number {
    return this.#registrations.size;
  }

  /**
   * Registers a sink.
   *
   * @param entryId the object that it wants to hear of; null for everything
   * @param ulEventMask `fnev*` events, ORed
   * @param lpAdviseSink the sink, which gets a reference of the registry's own
   * @param begun false when it hears of events only after {@link AdviseRegistry.begin}
   * @returns the connection number, never 0
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when the mask is empty or the sink is no `IMAPIAdviseSink`;
   *   `MAPI_E_NOT_ENOUGH_MEMORY` when there are too many registrations
   * @spec imsgstore-advise
   * @spec registering-for-a-notification
   */
  advise(entryId: EntryId | null, ulEventMask: number, lpAdviseSink: IMAPIAdviseSink, begun = true): number {
    if (!Number.isInteger(ulEventMask) || ulEventMask === 0)
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulEventMask names no event');
    if (entryId !== null && !(entryId instanceof Uint8Array))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpEntryID is no entry identifier');
    if (this.#registrations.size >= registrationLimit)
      throw new ComError(
        MAPI_E_NOT_ENOUGH_MEMORY,
        `there are ${registrationLimit} registrations; release some with Unadvise`,
      );
    const key = entryId === null ? null : this.#keyOf(entryId);
    const queue = new SinkQueue(acquiredSink(lpAdviseSink), ulEventMask, this.#gap, begun);
    do this.#last = (this.#last % 0xffffffff) + 1;
    while (this.#registrations.has(this.#last));
    this.#registrations.set(this.#last, { key, queue });
    const peers = this.#byKey.get(key);
    if (peers) peers.add(queue);
    else this.#byKey.set(key, new Set([queue]));
    return this.#last;
  }

  /**
   * Lets a sink that was registered for later hear of the events that come from now on.
   *
   * @param ulConnection what `advise` answered; one that has ended meanwhile stays so
   */
  begin(ulConnection: number): void {
    this.#registrations.get(ulConnection)?.queue.begin();
  }

  /**
   * Ends a registration and releases its sink.
   *
   * @param ulConnection what `advise` answered
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there is no such registration
   * @spec imsgstore-unadvise
   */
  unadvise(ulConnection: number): void {
    const registration = this.#registrations.get(ulConnection);
    if (!registration) throw new ComError(MAPI_E_INVALID_PARAMETER, 'there is no such connection');
    this.#registrations.delete(ulConnection);
    const { key, queue } = registration;
    const peers = this.#byKey.get(key);
    peers?.delete(queue);
    if (peers?.size === 0) this.#byKey.delete(key);
    this.#waiting.delete(queue);
    queue.end();
    this.#settle();
  }

  /**
   * Tells of an event, after the call that caused it.
   *
   * @param event the event
   * @param subjects the objects it is about; taken from the event when left out
   */
  notify(event: NOTIFICATION, subjects: readonly EntryId[] = subjectsOf(event)): void {
    if (this.#registrations.size === 0) return;
    const keys = new Set<string | null>([null, ...(this.#byKey.size > 0 ? subjects.map(this.#keyOf) : [])]);
    let frozen: NOTIFICATION | null = null;
    for (const key of keys) {
      for (const queue of this.#byKey.get(key) ?? []) {
        if (!queue.wants(event.ulEventType)) continue;
        frozen ??= frozenEvent(event);
        queue.add(frozen);
        this.#waiting.add(queue);
      }
    }
    this.#schedule();
  }

  /**
   * Runs a call; the events it causes are told of after it has ended, also when it fails.
   *
   * @param call the call
   * @returns what it answers
   */
  during<T>(call: () => T | Promise<T>): Promise<T> {
    return this.#calls.during(call);
  }

  /** Answers when nothing waits any more: for `Logoff`, `HrDispatchNotifications` and tests. */
  settled(): Promise<void> {
    if (this.#waiting.size === 0 && this.#delivering.size === 0) return Promise.resolve();
    return new Promise((resolve) => this.#settled.push(resolve));
  }

  /** Ends all registrations. */
  close(): void {
    for (const connection of [...this.#registrations.keys()]) this.unadvise(connection);
  }

  #schedule(): void {
    if (this.#scheduled || this.#waiting.size === 0) return;
    this.#scheduled = true;
    this.#calls.after(() => {
      this.#scheduled = false;
      this.#deliver();
    });
  }

  #deliver(): void {
    for (const queue of [...this.#waiting]) {
      // An earlier sink of this round may have ended this registration.
      if (!this.#waiting.has(queue)) continue;
      const delivering = queue.deliver();
      if (delivering) {
        this.#waiting.delete(queue);
        this.#delivering.add(queue);
        void delivering.then(() => this.#again(queue));
      } else if (queue.idle) this.#waiting.delete(queue);
    }
    this.#settle();
    this.#schedule();
  }

  #again(queue: SinkQueue): void {
    this.#delivering.delete(queue);
    if (!queue.idle) this.#waiting.add(queue);
    this.#settle();
    this.#schedule();
  }

  #settle(): void {
    if (this.#waiting.size > 0 || this.#delivering.size > 0) return;
    const resolvers = this.#settled;
    this.#settled = [];
    for (const resolve of resolvers) resolve();
  }
}

function acquiredSink(sink: IMAPIAdviseSink): IMAPIAdviseSink {
  try {
    return acquire(sink, IMAPIAdviseSink, 'lpAdviseSink');
  } catch (error) {
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpAdviseSink is no advise sink', { cause: error });
  }
}

const hexKey = (entryId: EntryId): string =>
  Buffer.from(entryId.buffer, entryId.byteOffset, entryId.length).toString('hex');
