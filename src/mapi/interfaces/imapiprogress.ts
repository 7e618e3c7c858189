import { type HResult, type Iid, IUnknown, iid, type Ret } from '../../com/index.js';

/**
 * A progress indicator, which whoever starts a long operation may bring along. Its methods answer at once.
 *
 * One indicator serves an operation and all its parts: with `MAPI_TOP_LEVEL` its limits are those of the whole display,
 * 1 to 1000 unless they are set; without it they are those of a part and only kept for the provider to read again.
 * @spec imapiprogressiunknown
 */
export interface IMAPIProgress extends IUnknown {
  /**
   * Moves the indicator.
   *
   * @param ulValue how far, between the limits of the whole display: the lower one only at the start, the upper one
   *   only at the end
   * @param ulCount the item at work, for a text such as "5 of 10"; 0 when the provider does not count or this is a part
   * @param ulTotal how many items there are; 0 as `ulCount`
   * @returns `S_OK`
   * @spec imapiprogress-progress
   */
  Progress(ulValue: number, ulCount: number, ulTotal: number): HResult;
  /**
   * Tells whether progress is that of the whole operation.
   *
   * @returns `S_OK` with `MAPI_TOP_LEVEL`, as at the beginning, or 0 for a part
   * @spec imapiprogress-getflags
   */
  GetFlags(): Ret<number>;
  /**
   * The upper limit.
   *
   * @returns `S_OK` with the limit, 1000 at the beginning
   * @spec imapiprogress-getmax
   */
  GetMax(): Ret<number>;
  /**
   * The lower limit.
   *
   * @returns `S_OK` with the limit, 1 at the beginning
   * @spec imapiprogress-getmin
   */
  GetMin(): Ret<number>;
  /**
   * Sets limits and level.
   *
   * @param lpulMin the lower limit; null to leave it
   * @param lpulMax the upper limit; null to leave it
   * @param lpulFlags `MAPI_TOP_LEVEL` for the whole display, 0 for a part; null to leave it
   * @returns `S_OK`
   * @spec imapiprogress-setlimits
   */
  SetLimits(lpulMin: number | null, lpulMax: number | null, lpulFlags: number | null): HResult;
}

/** The IID of {@link IMAPIProgress:interface}. */
export const IMAPIProgress: Iid<IMAPIProgress> = iid<IMAPIProgress, IUnknown>(
  'IMAPIProgress',
  '0002031F-0000-0000-C000-000000000046',
  IUnknown,
  {
    Progress: '(ULONG ulValue, ULONG ulCount, ULONG ulTotal)',
    GetFlags: '([out] ULONG *lpulFlags)',
    GetMax: '([out] ULONG *lpulMax)',
    GetMin: '([out] ULONG *lpulMin)',
    SetLimits: '([unique] LPULONG lpulMin, [unique] LPULONG lpulMax, [unique] LPULONG lpulFlags)',
  },
);
