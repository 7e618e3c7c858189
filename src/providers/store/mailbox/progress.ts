import { ComError, isPointer, ok } from '../../../com/index.js';
import { IMAPIProgress, MAPI_E_INVALID_PARAMETER, MAPI_E_USER_CANCEL, MAPI_TOP_LEVEL } from '../../../mapi/index.js';

/** Moves a caller's indicator while messages and folders are worked on. @spec imapiprogress-progress */
export class ItemProgress {
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
   * @param total how many items the caller is told of
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

  /** How many items are worked on before the indicator moves: it never moves more often than a hundred times. */
  get stride(): number {
    return this.#indicator ? Math.min(Math.max(Math.ceil(this.#work / 100), 1), mostAtOnce) : mostAtOnce;
  }

  /**
   * Tells how far the work is.
   *
   * @param work how much is done
   * @param count how many items are done
   * @throws {ComError} `MAPI_E_USER_CANCEL` when the indicator answers that: the user wants no more of it
   */
  done(work: number, count: number = work): void {
    if (!this.#indicator) return;
    const [shown, total] = this.#counts ? [count, this.#total] : [0, 0];
    if (this.#indicator.Progress(this.#value(work), shown, total) === MAPI_E_USER_CANCEL)
      throw new ComError(MAPI_E_USER_CANCEL, 'the user cancelled what was under way');
  }

  // The lower limit says that nothing is done yet and the upper one that all is: neither may come in between.
  #value(work: number): number {
    if (work >= this.#work) return this.#high;
    if (work === 0) return this.#low;
    const value = this.#low + Math.floor(((this.#high - this.#low) * work) / this.#work);
    return Math.max(Math.min(value, this.#high - 1), Math.min(this.#low + 1, this.#high));
  }
}

/** One transaction with more messages would keep other writers waiting for too long. */
const mostAtOnce = 100;

function isIndicator(candidate: IMAPIProgress): boolean {
  const pointer = isPointer(candidate) ? candidate.QueryInterface(IMAPIProgress)[1] : null;
  pointer?.Release();
  return pointer !== null;
}
