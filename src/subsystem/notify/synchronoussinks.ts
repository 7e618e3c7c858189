import { acquire, ComError, com, type FinalRelease, type Impl, S_OK } from '../../com/index.js';
import {
  CALLBACK_DISCONTINUE,
  IMAPIAdviseSink,
  MAPI_E_INVALID_PARAMETER,
  type NOTIFICATION,
  type NotifKey,
} from '../../mapi/index.js';

/**
 * The sinks of a session that were subscribed with NOTIFY_SYNC, whichever provider's support object subscribed them: Notify waits for
 * all that listen to its key.
 *
 * @spec imapisupport-notify
 */
export class SynchronousSinks {
  readonly #sinks = new Set<SynchronousSink>();
  /** Events of which a sink has said that nobody else is to be told. */
  readonly #stopped = new WeakSet<NOTIFICATION>();

  /**
   * Makes the sink that is registered in place of a provider's. It is one of these until it is released.
   *
   * @param sink the sink behind it
   * @param key what it listens to
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no sink
   */
  make(sink: IMAPIAdviseSink, key: NotifKey): IMAPIAdviseSink {
    const made = new SynchronousSink(sink, key, this.#stopped, () => void this.#sinks.delete(made));
    this.#sinks.add(made);
    return com(made as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
  }

  /** Whether anybody is waited for who listens to what a key names. */
  has(key: NotifKey): boolean {
    return this.#of(key).length > 0;
  }

  /** Whether one of those who listen to what a key names canceled since they were asked last. */
  takeCancel(key: NotifKey): boolean {
    return this.#of(key).filter((sink) => sink.takeCancel()).length > 0;
  }

  #of(key: NotifKey): readonly SynchronousSink[] {
    return [...this.#sinks].filter((sink) => sink.isFor(key));
  }
}

/** A sink of which each answer counts. @spec notifcallback */
class SynchronousSink implements Impl<IMAPIAdviseSink>, FinalRelease {
  readonly #sink: IMAPIAdviseSink;
  readonly #key: NotifKey;
  readonly #stopped: WeakSet<NOTIFICATION>;
  readonly #left: () => void;
  #canceled = false;

  constructor(sink: IMAPIAdviseSink, key: NotifKey, stopped: WeakSet<NOTIFICATION>, left: () => void) {
    try {
      this.#sink = acquire(sink, IMAPIAdviseSink, 'lpAdviseSink');
    } catch (error) {
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpAdviseSink is no advise sink', { cause: error });
    }
    this.#key = key;
    this.#stopped = stopped;
    this.#left = left;
  }

  isFor(key: NotifKey): boolean {
    return Buffer.compare(this.#key, key) === 0;
  }

  takeCancel(): boolean {
    const canceled = this.#canceled;
    this.#canceled = false;
    return canceled;
  }

  /** Hands on the events that no other sink has stopped. */
  OnNotify(lpNotifications: readonly NOTIFICATION[]): number {
    const events = lpNotifications.filter((event) => !this.#stopped.has(event));
    if (events.length === 0) return S_OK;
    const answer = this.#sink.OnNotify(Object.freeze(events));
    if (answer >>> 0 === CALLBACK_DISCONTINUE) {
      this.#canceled = true;
      for (const event of events) this.#stopped.add(event);
    }
    return answer;
  }

  finalRelease(): void {
    this.#left();
    this.#sink.Release();
  }
}
