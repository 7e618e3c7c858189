import { type HResult, ok, S_OK } from '../../com/index.js';
import { type IMAPIProgress, MAPI_TOP_LEVEL } from '../../mapi/index.js';

/** Moves a caller's indicator while properties are copied. @spec imapiprogress-progress */
export class CopyProgress {
  readonly #progress: IMAPIProgress | null;
  readonly #total: number;
  readonly #low: number;
  readonly #high: number;
  readonly #counts: boolean;

  /**
   * Reads the limits of the indicator.
   *
   * @param progress the indicator, null for none
   * @param total how many properties there are
   */
  constructor(progress: IMAPIProgress | null, total: number) {
    this.#progress = progress;
    this.#total = total;
    this.#low = progress ? ok(progress.GetMin()) : 0;
    this.#high = progress ? ok(progress.GetMax()) : 0;
    this.#counts = progress !== null && (ok(progress.GetFlags()) & MAPI_TOP_LEVEL) !== 0;
  }

  /**
   * Tells how far the copy is.
   *
   * @param count properties done
   * @returns what the indicator answers: `MAPI_E_USER_CANCEL` when the user does not want it any more
   */
  done(count: number): HResult {
    const value = this.#low + Math.floor(((this.#high - this.#low) * count) / this.#total);
    return this.#progress?.Progress(value, this.#counts ? count : 0, this.#counts ? this.#total : 0) ?? S_OK;
  }
}
