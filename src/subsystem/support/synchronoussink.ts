import { acquire, ComError, com, type FinalRelease, type Impl } from '../../com/index.js';
import {
  CALLBACK_DISCONTINUE,
  IMAPIAdviseSink,
  MAPI_E_INVALID_PARAMETER,
  type NOTIFICATION,
  type NotifKey,
} from '../../mapi/index.js';

/** A sink that was subscribed with NOTIFY_SYNC: what it answers counts. @spec imapisupport-notify */
export class SynchronousSink implements Impl<IMAPIAdviseSink>, FinalRelease {
  readonly #sink: IMAPIAdviseSink;
  readonly #key: NotifKey;
  #canceled = false;

  /**
   * @param sink the sink behind it
   * @param key what it listens to
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no sink
   */
  constructor(sink: IMAPIAdviseSink, key: NotifKey) {
    try {
      this.#sink = acquire(sink, IMAPIAdviseSink, 'lpAdviseSink');
    } catch (error) {
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpAdviseSink is no advise sink', { cause: error });
    }
    this.#key = key;
  }

  /** Publishes it. */
  publish(): IMAPIAdviseSink {
    return com(this as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
  }

  /** Whether it listens to what a key names. */
  isFor(key: NotifKey): boolean {
    return Buffer.compare(this.#key, key) === 0;
  }

  /** Whether it canceled since it was asked last. */
  takeCancel(): boolean {
    const canceled = this.#canceled;
    this.#canceled = false;
    return canceled;
  }

  /** Hands the events on. */
  OnNotify(lpNotifications: readonly NOTIFICATION[]): number {
    const answer = this.#sink.OnNotify(lpNotifications);
    if (answer >>> 0 === CALLBACK_DISCONTINUE) this.#canceled = true;
    return answer;
  }

  finalRelease(): void {
    this.#sink.Release();
  }
}
