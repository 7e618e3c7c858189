import { com, type Ret, S_OK } from '../../com/index.js';
import { IMAPIAdviseSink, MAPI_E_INVALID_PARAMETER, type NOTIFICATION } from '../../mapi/index.js';

/**
 * What is called with events by a sink of {@link HrAllocAdviseSink}.
 *
 * @typeParam C what the caller knows its own data by
 * @param lpvContext what was given to HrAllocAdviseSink
 * @param lpNotifications the events; the count of the original folds into the list
 * @returns `S_OK`; a provider may answer `CALLBACK_DISCONTINUE` in a synchronous round
 * @spec notifcallback
 */
export type NOTIFCALLBACK<C = unknown> = (lpvContext: C, lpNotifications: readonly NOTIFICATION[]) => number;

/**
 * Makes an advise sink of a function.
 *
 * @param lpfnCallback called with each batch of events
 * @param lpvContext handed to it each time
 * @returns `S_OK` with the sink, of which the caller has a reference; `MAPI_E_INVALID_PARAMETER` without a function
 * @spec hrallocadvisesink
 */
export function HrAllocAdviseSink<C>(lpfnCallback: NOTIFCALLBACK<C>, lpvContext: C): Ret<IMAPIAdviseSink> {
  if (typeof lpfnCallback !== 'function') return [MAPI_E_INVALID_PARAMETER, null];
  const OnNotify = (lpNotifications: readonly NOTIFICATION[]): number => lpfnCallback(lpvContext, lpNotifications);
  return [S_OK, com({ OnNotify }, IMAPIAdviseSink)];
}

/**
 * Wraps an advise sink so that it is told on the thread that asked for it. Events are told on the one thread of JavaScript anyway; so
 * the wrapper passes on what it hears, and holds the sink until it is released itself.
 *
 * @param lpAdviseSink the sink
 * @returns `S_OK` with the wrapper; `MAPI_E_INVALID_PARAMETER` without a sink
 * @spec hrthisthreadadvisesink
 */
export function HrThisThreadAdviseSink(lpAdviseSink: IMAPIAdviseSink): Ret<IMAPIAdviseSink> {
  if (!lpAdviseSink) return [MAPI_E_INVALID_PARAMETER, null];
  lpAdviseSink.AddRef();
  const wrapper = {
    OnNotify: (lpNotifications: readonly NOTIFICATION[]): number => lpAdviseSink.OnNotify(lpNotifications),
    finalRelease: (): void => void lpAdviseSink.Release(),
  };
  return [S_OK, com(wrapper, IMAPIAdviseSink)];
}
