import { type Hr, type Iid, iid, type Out } from '../../com/index.js';
import type { MAPIOFFLINE_ADVISEINFO } from '../types/offline.js';
import { IMAPIOffline } from './imapioffline.js';

/**
 * Tells clients when an account goes online or offline. `HrOpenOfflineObj` hands it out.
 * @spec imapiofflinemgrimapioffline
 */
export interface IMAPIOfflineMgr extends IMAPIOffline {
  /**
   * Registers a client.
   *
   * @param ulFlags `MAPIOFFLINE_ADVISE_DEFAULT`, the one value there is
   * @param pAdviseInfo who is told, an `IMAPIOfflineNotify`, of what, and the client's own number
   * @returns `S_OK` with the number of the registration; `E_INVALIDARG`; `E_NOINTERFACE` when the callback is no
   *   `IMAPIOfflineNotify`
   * @spec imapiofflinemgr-advise
   */
  Advise(ulFlags: number, pAdviseInfo: MAPIOFFLINE_ADVISEINFO): Out<number>;
  /**
   * Ends a registration: the callback's reference is given back.
   *
   * @param ulFlags `MAPIOFFLINE_UNADVISE_DEFAULT`, the one value there is
   * @param ulAdviseToken the number that Advise handed out
   * @returns `S_OK`
   * @spec imapiofflinemgr-unadvise
   */
  Unadvise(ulFlags: number, ulAdviseToken: number): Hr;
}

/** The IID of {@link IMAPIOfflineMgr:interface}. */
export const IMAPIOfflineMgr: Iid<IMAPIOfflineMgr> = iid<IMAPIOfflineMgr, IMAPIOffline>(
  'IMAPIOfflineMgr',
  '42175607-FF3E-4790-BC18-66C8643E6424',
  IMAPIOffline,
  {
    Advise: '(ULONG ulFlags, MAPIOFFLINE_ADVISEINFO *pAdviseInfo, [out] ULONG *pulAdviseToken)',
    Unadvise: '(ULONG ulFlags, ULONG ulAdviseToken)',
  },
  'later',
);
