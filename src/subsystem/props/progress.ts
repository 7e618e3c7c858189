import { ComError, type HResult, isPointer, ok, S_OK } from '../../com/index.js';
import { IMAPIProgress, MAPI_E_INVALID_PARAMETER, MAPI_TOP_LEVEL } from '../../mapi/index.js';

/** Moves a caller's indicator while something is worked on that takes its time. @spec imapiprogress-progress */
export class WorkProgress {
  readonly #indicator: IMAPIProgress | null;
  readonly #work: number;
  readonly #total: number;
  readonly #low: number;
  readonly #high: number;
  readonly #counts: boolean;

  /**
   * Reads the limits of the indicator.
   *
   * @param indicator the indicator; null for nobody
   * @param work how much there is to do: the value moves with it
   * @param total how many items the caller is told of; they are told for the object that the caller named, not for parts of it
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is no indicator
   */
  constructor(indicator: IMAPIProgress | null, work: number, total: number = work) {
    if (indicator !== null && !isIndicator(indicator))
      throw new ComError(MAPI_E_INVALID_PARAMETER, 'lpProgress is no progress indicator');
    this.#indicator = indicator;
    this.#work = work;
    this.#total = total;
    this.#counts = indicator !== null && (ok(indicator.GetFlags()) & MAPI_TOP_LEVEL) !== 0;
    this.#low = indicator ? ok(indicator.GetMin()) : 0;
    this.#high = indicator ? ok(indicator.GetMax()) : 0;
  }

  /** Whether there is an indicator. */
  get shown(): boolean {
    return this.#indicator !== null;
  }

  /**
   * Tells how far the work is.
   *
   * @param work how much is done
   * @param count how many items are done
   * @returns what the indicator answers: `MAPI_E_USER_CANCEL` when the user wants no more of it
   */
  done(work: number, count: number = work): HResult {
    if (!this.#indicator) return S_OK;
    const [shown, total] = this.#counts ? [count, this.#total] : [0, 0];
    return this.#indicator.Progress(this.#value(work), shown, total);
  }

  // The lower limit says that nothing is done yet and the upper one that all is: neither may come in between.
  #value(work: number): number {
    if (work >= this.#work) return this.#high;
    if (work === 0) return this.#low;
    const value = this.#low + Math.floor(((this.#high - this.#low) * work) / this.#work);
    return Math.max(Math.min(value, this.#high - 1), Math.min(this.#low + 1, this.#high));
  }
}

function isIndicator(candidate: IMAPIProgress): boolean {
  const pointer = isPointer(candidate) ? candidate.QueryInterface(IMAPIProgress)[1] : null;
  pointer?.Release();
  return pointer !== null;
}
