import { type Hr, type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * A wait that `IMAPIInitMonitor.BeginWait` began.
 *
 * No public source gives its IID. The one here is comail's own: it means something between programs of comail alone.
 * @spec imapiwaitresultiunknown
 */
export interface IMAPIWaitResult extends IUnknown {
  /**
   * Waits until MAPI is initialized, as `IMAPIInitMonitor.Wait` does.
   *
   * @param timeout how long at most, in milliseconds; 0xFFFFFFFF for ever
   * @returns `S_OK` when it is; 0x800705B4, `ERROR_TIMEOUT` as HRESULT, when the time is over
   * @spec imapiwaitresult-end
   */
  End(timeout: number): Hr;
}

/** The IID of {@link IMAPIWaitResult:interface}. */
export const IMAPIWaitResult: Iid<IMAPIWaitResult> = iid<IMAPIWaitResult, IUnknown>(
  'IMAPIWaitResult',
  '0C985A53-EA63-4B79-B148-B7ED1E72AAD1',
  IUnknown,
  { End: '(DWORD timeout)' },
  'later',
);
