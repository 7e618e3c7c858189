import { type Iid, IUnknown, iid } from '../../com/index.js';
import type { NOTIFICATION } from '../types/notification.js';

/**
 * The receiver of events, made by whoever wants to hear of them and handed to an `Advise` method. Its method answers at
 * once.
 * @spec imapiadvisesinkiunknown
 */
export interface IMAPIAdviseSink extends IUnknown {
  /**
   * Tells of one or more events. It may come during the call that caused them or later, and still after `Unadvise`: a
   * sink lives until its last reference is gone.
   *
   * @param lpNotifications the events in the order in which they happened, each with the details of its kind in `info`;
   *   read-only, and valid only until the method returns, so copy what is needed later
   * @returns `S_OK`; callers do not look at it, but inside a provider `CALLBACK_DISCONTINUE` ends a synchronous round
   * @spec imapiadvisesink-onnotify
   */
  OnNotify(lpNotifications: readonly NOTIFICATION[]): number;
}

/** The IID of {@link IMAPIAdviseSink:interface}. */
export const IMAPIAdviseSink: Iid<IMAPIAdviseSink> = iid<IMAPIAdviseSink, IUnknown>(
  'IMAPIAdviseSink',
  '00020302-0000-0000-C000-000000000046',
  IUnknown,
  { OnNotify: 'ULONG (ULONG cNotif, [size_is(cNotif)] LPNOTIFICATION lpNotifications)' },
);
