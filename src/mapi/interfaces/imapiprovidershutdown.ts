import { type Hr, type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * How a provider hears that the client leaves in a hurry: the other side of `IMAPIClientShutdown`.
 * @spec imapiprovidershutdowniunknown
 */
export interface IMAPIProviderShutdown extends IUnknown {
  /**
   * Asks whether the provider can bear that.
   *
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT` when the client has to wait for all references to be released
   * @spec imapiprovidershutdown-queryfastshutdown
   */
  QueryFastShutdown(): Hr;
  /**
   * Says that the client is about to leave, so that the provider begins to save what would be lost.
   *
   * @returns `S_OK`
   * @spec imapiprovidershutdown-notifyprocessshutdown
   */
  NotifyProcessShutdown(): Hr;
  /**
   * Says that the client leaves now.
   *
   * @returns `S_OK` when all is saved
   * @spec imapiprovidershutdown-dofastshutdown
   */
  DoFastShutdown(): Hr;
}

/** The IID of {@link IMAPIProviderShutdown:interface}. */
export const IMAPIProviderShutdown: Iid<IMAPIProviderShutdown> = iid<IMAPIProviderShutdown, IUnknown>(
  'IMAPIProviderShutdown',
  '00020398-0000-0000-C000-000000000046',
  IUnknown,
  { QueryFastShutdown: '()', NotifyProcessShutdown: '()', DoFastShutdown: '()' },
  'later',
);
