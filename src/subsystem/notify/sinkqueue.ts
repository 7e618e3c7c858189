import { log } from '../../base/index.js';
import type { IMAPIAdviseSink, NOTIFICATION } from '../../mapi/index.js';
import { fnevCriticalError, MAPI_E_NOT_ENOUGH_MEMORY } from '../../mapi/index.js';
import { batchLimit, queueLimit } from './limits.js';

/**
 * The events that wait for one sink. They are delivered in order, a batch at a time, never two batches at once: a sink that
 * answers with a promise is waited for.
 */
export class SinkQueue {
  readonly #sink: IMAPIAdviseSink;
  readonly #mask: number;
  readonly #gap: NOTIFICATION;
  #events: NOTIFICATION[] = [];
  #lost = false;
  #delivering: Promise<void> | null = null;
  #telling = false;
  #ended = false;
  #begun: boolean;

  /**
   * Takes the reference that its registry made.
   *
   * @param sink the sink
   * @param mask the events it wants
   * @param gap what it is told, if it wants that, in place of events that were given up
   * @param begun whether it hears of events from now on; else it does after {@link SinkQueue.begin}
   */
  constructor(sink: IMAPIAdviseSink, mask: number, gap: NOTIFICATION = eventsLost, begun = true) {
    this.#sink = sink;
    this.#mask = mask;
    this.#gap = gap;
    this.#begun = begun;
  }

  /** Whether nothing waits and nothing is under way. */
  get idle(): boolean {
    return this.#events.length === 0 && this.#delivering === null;
  }

  /** Hears of the events that come from now on. */
  begin(): void {
    this.#begun = true;
  }

  /** Whether the sink wants events of this kind. */
  wants(eventType: number): boolean {
    return this.#begun && (this.#mask & eventType) !== 0;
  }

  /** Lets an event wait; above the limit it is given up, which the sink learns when it has caught up. */
  add(event: NOTIFICATION): void {
    if (this.#events.length < queueLimit) this.#events.push(event);
    else if (!this.#lost) {
      this.#lost = true;
      log.warn(`an advise sink does not keep up: events after ${queueLimit} waiting ones are not delivered to it`);
    }
  }

  /** Delivers one batch if none is under way, and answers when that is done. */
  deliver(): Promise<void> | void {
    if (this.#delivering || this.#ended) return this.#delivering ?? undefined;
    const batch = Object.freeze(this.#events.splice(0, batchLimit));
    if (this.#lost && this.#events.length === 0) {
      this.#lost = false;
      if (this.wants(this.#gap.ulEventType)) this.#events.push(this.#gap);
    }
    if (batch.length === 0) return;
    this.#telling = true;
    const answer = this.#tell(batch);
    this.#telling = false;
    if (!(answer instanceof Promise)) {
      // The sink ended its own registration.
      if (this.#ended) this.#sink.Release();
      return;
    }
    this.#delivering = answer
      .catch((error: unknown) => log.error('IMAPIAdviseSink::OnNotify threw', error))
      .then(() => {
        this.#delivering = null;
        if (this.#ended) this.#sink.Release();
      });
    return this.#delivering;
  }

  /** Drops what waits and lets go of the sink, at once or when the delivery that is under way has ended. */
  end(): void {
    this.#events = [];
    this.#ended = true;
    if (!this.#delivering && !this.#telling) this.#sink.Release();
  }

  // The pointer logs what an implementation throws; this catches what came from somewhere else.
  #tell(batch: readonly NOTIFICATION[]): unknown {
    this.#sink.AddRef();
    try {
      return this.#sink.OnNotify(batch);
    } catch (error) {
      log.error('IMAPIAdviseSink::OnNotify threw', error);
      return 0;
    } finally {
      this.#sink.Release();
    }
  }
}

const eventsLost: NOTIFICATION = Object.freeze({
  ulEventType: fnevCriticalError,
  info: Object.freeze({ lpEntryID: null, scode: MAPI_E_NOT_ENOUGH_MEMORY, ulFlags: 0, lpMAPIError: null }),
});
