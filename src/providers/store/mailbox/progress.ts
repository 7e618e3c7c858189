import { ComError } from '../../../com/index.js';
import { type IMAPIProgress, MAPI_E_USER_CANCEL } from '../../../mapi/index.js';
import { WorkProgress } from '../../../subsystem/index.js';

/** Moves a caller's indicator while messages and folders are worked on. @spec imapiprogress-progress */
export class ItemProgress {
  readonly #shown: WorkProgress;
  readonly #work: number;

  /**
   * Reads the limits of the indicator.
   *
   * @param indicator the indicator; null for nobody
   * @param work how much there is to do: the value moves with it
   * @param total how many items the caller is told of
   */
  constructor(indicator: IMAPIProgress | null, work: number, total: number = work) {
    this.#shown = new WorkProgress(indicator, work, total);
    this.#work = work;
  }

  /** How many items are worked on before the indicator moves: it never moves more often than a hundred times. */
  get stride(): number {
    return this.#shown.shown ? Math.min(Math.max(Math.ceil(this.#work / 100), 1), mostAtOnce) : mostAtOnce;
  }

  /**
   * Tells how far the work is.
   *
   * @param work how much is done
   * @param count how many items are done
   * @throws {ComError} `MAPI_E_USER_CANCEL` when the indicator answers that: the user wants no more of it
   */
  done(work: number, count: number = work): void {
    if (this.#shown.done(work, count) === MAPI_E_USER_CANCEL)
      throw new ComError(MAPI_E_USER_CANCEL, 'the user cancelled what was under way');
  }
}

/** One transaction with more messages would keep other writers waiting for too long. */
const mostAtOnce = 100;
