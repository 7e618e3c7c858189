import { type Hr, type Iid, IUnknown, iid, type RetWithFailure } from '../../com/index.js';
import type { LogonFailure } from '../types/logonfailure.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IABLogon } from './iablogon.js';
import type { IMAPISupport } from './imapisupport.js';

/** What {@link IABProvider.Logon} hands out. */
export interface AddressBookLogon {
  /** What is left of the credentials: nothing, an empty array. */
  readonly lppbSecurity: Uint8Array;
  /** An explanation; null when there is nothing to tell. */
  readonly lppMAPIError: MAPIERROR | null;
  /** The session. */
  readonly lppABLogon: IABLogon;
}

/**
 * An address book provider, as its `ABProviderInit` returns it: it opens sessions.
 * @spec iabprovideriunknown
 */
export interface IABProvider extends IUnknown {
  /**
   * Ends the provider. MAPI calls it last, when all logon objects are released.
   *
   * @param lpulFlags reserved, 0
   * @returns `S_OK`
   * @spec iabprovider-shutdown
   */
  Shutdown(lpulFlags?: number): Hr;
  /**
   * Opens a session. The provider registers the MAPIUID that all its entry IDs will carry
   * (`IMAPISupport.SetProviderUID`), and holds a reference on the support object.
   *
   * @param lpMAPISup MAPI's side of this session
   * @param ulUIParam the window that owns dialogs
   * @param lpszProfileName the profile, to show or to log; null when it has no name
   * @param ulFlags `AB_NO_DIALOG` for no dialogs; `MAPI_DEFERRED_ERRORS` to allow that it goes on in the background;
   *   `MAPI_UNICODE` for Unicode texts
   * @param lppbSecurity credentials; null for none
   * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when the profile says too little: MAPI has the service configured and
   *   tries again; `MAPI_E_FAILONEPROVIDER` when this provider can't log on, yet the others of its service may be
   *   used; `MAPI_E_USER_CANCEL`; `MAPI_E_UNKNOWN_CPID` and `MAPI_E_UNKNOWN_LCID` when the server does not have the
   *   client's code page or locale. A failure, too, may come with an explanation
   * @spec iabprovider-logon
   */
  Logon(
    lpMAPISup: IMAPISupport,
    ulUIParam: number,
    lpszProfileName: string | null,
    ulFlags: number,
    lppbSecurity: Uint8Array | null,
  ): Promise<RetWithFailure<AddressBookLogon, LogonFailure>>;
}

/** The IID of {@link IABProvider:interface}. */
export const IABProvider: Iid<IABProvider> = iid<IABProvider, IUnknown>(
  'IABProvider',
  '00020311-0000-0000-C000-000000000046',
  IUnknown,
  {
    Shutdown: '(ULONG *lpulFlags)',
    Logon:
      '(LPMAPISUP lpMAPISup, ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, ULONG ulFlags, [in, out] ULONG *lpulpcbSecurity, [in, out, unique, size_is(lpulpcbSecurity)] LPBYTE *lppbSecurity, [out, unique] LPMAPIERROR *lppMAPIError, [out] LPABLOGON *lppABLogon)',
  },
  'later',
);
