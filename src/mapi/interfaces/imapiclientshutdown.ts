import { type Hr, type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * How a client leaves in a hurry without losing anything. Ask the session for this interface, then call the methods in
 * their order, going on only after `S_OK`.
 * @spec imapiclientshutdowniunknown
 */
export interface IMAPIClientShutdown extends IUnknown {
  /**
   * Asks whether that is possible, which depends on the providers and on what the user has set.
   *
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT` when it is not
   * @spec imapiclientshutdown-queryfastshutdown
   */
  QueryFastShutdown(): Hr;
  /**
   * Says that the client is about to leave; providers are told.
   *
   * @returns `S_OK`
   * @spec imapiclientshutdown-notifyprocessshutdown
   */
  NotifyProcessShutdown(): Hr;
  /**
   * Says that the client leaves now.
   *
   * @returns `S_OK` when the providers are ready for it; `MAPI_E_NO_SUPPORT` when it is not possible
   * @spec imapiclientshutdown-dofastshutdown
   */
  DoFastShutdown(): Hr;
}

/** The IID of {@link IMAPIClientShutdown:interface}. */
export const IMAPIClientShutdown: Iid<IMAPIClientShutdown> = iid<IMAPIClientShutdown, IUnknown>(
  'IMAPIClientShutdown',
  '00020397-0000-0000-C000-000000000046',
  IUnknown,
  { QueryFastShutdown: '()', NotifyProcessShutdown: '()', DoFastShutdown: '()' },
  'later',
);
