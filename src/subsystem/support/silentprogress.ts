import { com, type Impl } from '../../com/index.js';
import { IMAPIProgress } from '../../mapi/index.js';

/** A progress indicator that nobody sees: there are no dialogs, and a provider that asks for one gets on. @spec imapiprogressiunknown */
export class SilentProgress implements Impl<IMAPIProgress> {
  #min = 0;
  #max = 1000;
  #flags = 0;

  /** Makes one. */
  static make(): IMAPIProgress {
    return com(new SilentProgress() as Impl<IMAPIProgress>, IMAPIProgress);
  }

  /** See {@link IMAPIProgress.Progress}. @spec imapiprogress-progress */
  Progress(_ulValue: number, _ulCount: number, _ulTotal: number): void {}

  /** See {@link IMAPIProgress.GetFlags}. @spec imapiprogress-getflags */
  GetFlags(): number {
    return this.#flags;
  }

  /** See {@link IMAPIProgress.GetMax}. @spec imapiprogress-getmax */
  GetMax(): number {
    return this.#max;
  }

  /** See {@link IMAPIProgress.GetMin}. @spec imapiprogress-getmin */
  GetMin(): number {
    return this.#min;
  }

  /** See {@link IMAPIProgress.SetLimits}. @spec imapiprogress-setlimits */
  SetLimits(lpulMin: number | null, lpulMax: number | null, lpulFlags: number | null): void {
    this.#min = lpulMin ?? this.#min;
    this.#max = lpulMax ?? this.#max;
    this.#flags = lpulFlags ?? this.#flags;
  }
}
