import { com, type Impl } from '../../com/index.js';
import { IMAPIProgress, MAPI_TOP_LEVEL } from '../../mapi/index.js';
import { requireFlags } from '../props/arguments.js';

/**
 * A progress indicator that nobody sees: there are no dialogs, and a provider that asks for one gets on. It begins as all do: for the
 * top-level object, from 1 to 1000.
 *
 * @spec imapiprogressiunknown
 */
export class SilentProgress implements Impl<IMAPIProgress> {
  #min = 1;
  #max = 1000;
  #flags: number = MAPI_TOP_LEVEL;

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
    if (lpulFlags !== null) this.#flags = requireFlags(lpulFlags, MAPI_TOP_LEVEL);
    this.#min = lpulMin ?? this.#min;
    this.#max = lpulMax ?? this.#max;
  }
}
