import { ComError } from '../../com/index.js';
import { MAPI_E_CANCEL, MAPI_E_WAIT } from '../../mapi/index.js';

/** A message on its way. */
export interface Flight {
  /** Its number, what EndMessage will be called with. */
  readonly number: number;
  /** Whether it is to be given up. */
  readonly cancelled: boolean;
}

/** The messages that the spooler has given and not ended. */
export class Flights {
  readonly #flying = new Map<number, { number: number; cancelled: boolean; meant: boolean }>();
  readonly #landed = new Set<number>();
  #last = 0;
  #waiting: (() => void)[] = [];

  /** How many are on their way. */
  get count(): number {
    return this.#flying.size;
  }

  /** A message begins; its number is not that of another one, nor 0 or 1, which stand for unknown ones. */
  begin(): Flight {
    do this.#last = this.#last >= 0x7fffffff ? 2 : Math.max(2, this.#last + 1);
    while (this.#flying.has(this.#last) || this.#landed.has(this.#last));
    const flight = { number: this.#last, cancelled: false, meant: false };
    this.#flying.set(flight.number, flight);
    return flight;
  }

  /**
   * Gives a message up. The spooler does not know the number of one whose SubmitMessage has not answered: 0 means all of
   * those, and who was not meant is offered again.
   *
   * @param number the number, or 0
   */
  cancel(number: number): void {
    const only = this.#flying.size === 1;
    for (const flight of this.#flying.values()) {
      if (number !== 0 && flight.number !== number) continue;
      flight.cancelled = true;
      flight.meant = number !== 0 || only;
    }
  }

  /**
   * What a message fails with: one that was given up only because nobody could tell which was meant, waits.
   *
   * @param flight the message
   * @param error why it failed
   */
  failure(flight: Flight, error: unknown): unknown {
    const cancelled = error instanceof ComError && error.hr === MAPI_E_CANCEL;
    const meant = this.#flying.get(flight.number)?.meant === true;
    if (!cancelled || meant || !flight.cancelled) return error;
    const value = Object.freeze({ lpulMsgRef: 0, lpulReturnParm: 1 });
    return new ComError(MAPI_E_WAIT, 'another message may have been meant', { cause: error, value });
  }

  /**
   * SubmitMessage answers for it now.
   *
   * @param flight the message
   * @param sent whether EndMessage follows
   */
  landed(flight: Flight, sent: boolean): void {
    this.#flying.delete(flight.number);
    if (sent) this.#landed.add(flight.number);
    if (this.#flying.size === 0) for (const go of this.#waiting.splice(0)) go();
  }

  /**
   * EndMessage came.
   *
   * @param number the message
   * @returns whether there was one of this number
   */
  end(number: number): boolean {
    return this.#landed.delete(number);
  }

  /** Answers when no message is on its way any more. */
  async allLanded(): Promise<void> {
    if (this.#flying.size > 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}
