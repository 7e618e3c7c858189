import { type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { IMAPIWaitResult } from './imapiwaitresult.js';

/**
 * Tells whether MAPI is initialized, and waits for it without doing it. `CreateMAPIInitializationMonitor` hands it out.
 *
 * No public source gives the IID behind the name `IID_IMAPIInitMonitor`. The one here is comail's own: it means
 * something between programs of comail alone.
 * @spec imapiinitmonitoriunknown
 */
export interface IMAPIInitMonitor extends IUnknown {
  /**
   * Tells whether MAPI is initialized in this process.
   *
   * @returns whether it is
   * @spec imapiinitmonitor-isinitialized
   */
  IsInitialized(): Promise<boolean>;
  /**
   * Waits until MAPI is initialized.
   *
   * @param timeout how long at most, in milliseconds; 0xFFFFFFFF for ever
   * @returns `S_OK` when it is; 0x800705B4, `ERROR_TIMEOUT` as HRESULT, when the time is over
   * @spec imapiinitmonitor-wait
   */
  Wait(timeout: number): Hr;
  /**
   * Begins to wait, so that another place of the program can go on with it.
   *
   * @param timeout how long at most, in milliseconds; 0xFFFFFFFF for ever
   * @returns `S_OK` with the wait; `E_OUTOFMEMORY`
   * @spec imapiinitmonitor-beginwait
   */
  BeginWait(timeout: number): Out<IMAPIWaitResult>;
}

/** The IID of {@link IMAPIInitMonitor:interface}. */
export const IMAPIInitMonitor: Iid<IMAPIInitMonitor> = iid<IMAPIInitMonitor, IUnknown>(
  'IMAPIInitMonitor',
  'BFC30B25-AC91-400B-90AB-A432EB7DD866',
  IUnknown,
  {
    IsInitialized: 'BOOL ()',
    Wait: '(DWORD timeout)',
    BeginWait: '(DWORD timeout, [out] IMAPIWaitResult **ppResult)',
  },
  'later',
);
