import { type Iid, IUnknown, iid } from '../../com/index.js';
import type { MAPIOFFLINE_NOTIFY } from '../types/offline.js';

/**
 * A client's ear for going online and offline. Its method answers at once.
 * @spec imapiofflinenotifyiunknown
 */
export interface IMAPIOfflineNotify extends IUnknown {
  /**
   * Tells that the state is about to change, changes or has changed.
   *
   * @param pNotifyInfo which of these, the part of the state, and the state before and after
   * @spec imapiofflinenotify-notify
   */
  Notify(pNotifyInfo: MAPIOFFLINE_NOTIFY): void;
}

/** The IID of {@link IMAPIOfflineNotify:interface}. */
export const IMAPIOfflineNotify: Iid<IMAPIOfflineNotify> = iid<IMAPIOfflineNotify, IUnknown>(
  'IMAPIOfflineNotify',
  '0317BDE5-FC29-44CD-8DCD-36125A3BE9EC',
  IUnknown,
  { Notify: 'void (const MAPIOFFLINE_NOTIFY *pNotifyInfo)' },
);
