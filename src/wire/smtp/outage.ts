import type { WireError } from '../error.js';
import { CONNECT_DELAY_FIRST, CONNECT_DELAY_MOST } from './limits.js';

/**
 * How long to wait before connecting again, in seconds.
 *
 * @param failed how many attempts have failed one after the other, from 1
 * @param error why the last one failed
 */
export type ConnectDelay = (failed: number, error: WireError) => number;

/**
 * The waiting time where the caller has none of its own: 1 second, and twice as long after each attempt, up to a
 * minute.
 *
 * @param failed how many attempts have failed one after the other, from 1
 * @returns seconds
 */
export function connectDelay(failed: number): number {
  return Math.min(CONNECT_DELAY_FIRST * 2 ** (failed - 1), CONNECT_DELAY_MOST);
}

/**
 * Whether a server that could not be reached, or did not want us, may be there a little later. A wrong certificate, a
 * wrong password, a name that does not exist and a refusal for good (5yz) stay what they are.
 *
 * @param error why there is no connection
 * @spec RFC 5321 section 4.2.1
 */
export function maySubside(error: WireError): boolean {
  switch (error.code) {
    case 'connect-failed':
    case 'timeout':
    case 'dropped':
      return true;
    case 'host-not-found':
      return error.socketError === 'EAI_AGAIN';
    case 'tls-failed':
      // Without an error of TLS itself, the server or the road to it went away.
      return error.socketError === undefined
        ? error.cause === undefined
        : ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(error.socketError);
    case 'auth-failed':
      // RFC 4954 section 6 has one refusal that says nothing about the credentials.
      return error.reply?.code === 454 || error.reply?.code === 421;
    case 'rejected-greeting':
    case 'rejected-command':
    case 'starttls-refused':
      return error.reply !== undefined && error.reply.code >= 400 && error.reply.code < 500;
    default:
      return false;
  }
}

/** The time between failed attempts to connect: counts them, and waits before the next. */
export class Outage {
  readonly #retries: number;
  readonly #delay: ConnectDelay;
  readonly #again: () => void;
  #failed = 0;
  #suspected = false;
  #timer: NodeJS.Timeout | null = null;

  /**
   * @param retries attempts after the first that failed, while no connection stands
   * @param delay how long to wait before each
   * @param again called when the wait is over
   */
  constructor(retries: number, delay: ConnectDelay, again: () => void) {
    this.#retries = retries;
    this.#delay = delay;
    this.#again = again;
  }

  /** Whether the last attempt failed, or one of those that run has. */
  get lasts(): boolean {
    return this.#failed > 0 || this.#suspected;
  }

  /** Whether it is too early for the next attempt. */
  get waiting(): boolean {
    return this.#timer !== null;
  }

  /** Notes that an attempt failed while others still run: it counts when they have failed as well. */
  suspect(): void {
    this.#suspected = true;
  }

  /**
   * Notes that an attempt failed.
   *
   * @param error why
   * @param alone whether no other connection stands; where one does, attempts are not counted, only spaced
   * @returns whether another attempt will be made
   */
  attemptFailed(error: WireError, alone: boolean): boolean {
    this.#failed++;
    if (alone && (this.#failed > this.#retries || !maySubside(error))) {
      this.end();
      return false;
    }
    const seconds = this.#delay(this.#failed, error);
    const wait = seconds > 0 ? Math.min(seconds, CONNECT_DELAY_MOST) : 0;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#again();
    }, wait * 1000);
    // Messages that wait keep the program alive; where a connection stands, that one does.
    if (!alone) this.#timer.unref();
    return true;
  }

  /** A connection stands again, or the last one has just gone: what comes counts from the beginning. */
  end(): void {
    this.#failed = 0;
    this.#suspected = false;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
