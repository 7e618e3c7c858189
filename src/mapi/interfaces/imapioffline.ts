import { type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';

/**
 * Whether an account or the whole machine is online, and a switch for it.
 * @spec imapiofflineiunknown
 */
export interface IMAPIOffline extends IUnknown {
  /**
   * Goes online or offline.
   *
   * @param ulFlags `MAPIOFFLINE_FLAG_BLOCK` to answer only when it is done; `MAPIOFFLINE_FLAG_DEFAULT` to let it go on
   * @param ulMask `MAPIOFFLINE_STATE_OFFLINE_MASK`, the one part of the state that can be set
   * @param ulState `MAPIOFFLINE_STATE_ONLINE` or `MAPIOFFLINE_STATE_OFFLINE`
   * @param pReserved null
   * @returns `S_OK`; `E_PENDING` while an earlier change is under way
   * @spec imapioffline-setcurrentstate
   */
  SetCurrentState(ulFlags: number, ulMask: number, ulState: number, pReserved: null): Hr;
  /**
   * Tells which changes the object can tell of.
   *
   * @returns `S_OK` with `MAPIOFFLINE_CAPABILITY_OFFLINE` and `MAPIOFFLINE_CAPABILITY_ONLINE`, one, both or none
   * @spec imapioffline-getcapabilities
   */
  GetCapabilities(): Out<number>;
  /**
   * Tells the state.
   *
   * @returns `S_OK` with `MAPIOFFLINE_STATE_ONLINE` or `MAPIOFFLINE_STATE_OFFLINE`
   * @spec imapioffline-getcurrentstate
   */
  GetCurrentState(): Out<number>;
}

/** The IID of {@link IMAPIOffline:interface}. */
export const IMAPIOffline: Iid<IMAPIOffline> = iid<IMAPIOffline, IUnknown>(
  'IMAPIOffline',
  '000672B5-0000-0000-C000-000000000046',
  IUnknown,
  {
    SetCurrentState: '(ULONG ulFlags, ULONG ulMask, ULONG ulState, [unique] void *pReserved)',
    GetCapabilities: '([out] ULONG *pulCapabilities)',
    GetCurrentState: '([out] ULONG *pulState)',
  },
  'later',
);
