import { type Hr, type Iid, IUnknown, iid, type RetWithFailure } from '../../com/index.js';
import type { LogonFailure } from '../types/logonfailure.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPISupport } from './imapisupport.js';
import type { IXPLogon } from './ixplogon.js';

/** What {@link IXPProvider.TransportLogon} hands out. */
export interface TransportLogon {
  /**
   * What the transport asks of the spooler: `LOGON_SP_IDLE` to be called when there is nothing to do, `LOGON_SP_POLL`
   * to be polled for mail (without it, and without telling the spooler, it only sends), `LOGON_SP_RESOLVE` to have
   * addresses of other transports' recipients completed, too, so that it can write reply paths for them;
   * `MAPI_UNICODE` when the explanation is in Unicode.
   */
  readonly lpulFlags: number;
  /** An explanation; null when there is nothing to tell. */
  readonly lppMAPIError: MAPIERROR | null;
  /** The session. */
  readonly lppXPLogon: IXPLogon;
}

/**
 * A transport provider, as its `XPProviderInit` returns it: it opens sessions.
 * @spec ixpprovideriunknown
 */
export interface IXPProvider extends IUnknown {
  /**
   * Ends the provider. The spooler calls it last, when all logon objects are released, just before the provider
   * itself is.
   *
   * @param lpulFlags reserved, 0
   * @returns `S_OK`
   * @spec ixpprovider-shutdown
   */
  Shutdown(lpulFlags?: number): Hr;
  /**
   * Opens a session for a user. The transport holds a reference on the support object. Usually no store is open yet,
   * so the spooler starts with both directions off and turns them on by `IXPLogon.TransportNotify`.
   *
   * @param lpMAPISup MAPI's side of this session
   * @param ulUIParam the window that owns dialogs; 0 for none
   * @param lpszProfileName the profile, for dialogs and messages; null when it has no name
   * @param lpulFlags `LOGON_NO_DIALOG` for no dialogs, even when the credentials do not do; `LOGON_NO_CONNECT` to
   *   connect nowhere: fail, if that can't be; `LOGON_NO_INBOUND` and `LOGON_NO_OUTBOUND` to leave that direction off
   *   until told; `MAPI_UNICODE` for a Unicode name
   * @returns `S_OK`; `MAPI_E_UNCONFIGURED` when the profile says too little: MAPI has the service configured and
   *   tries again; `MAPI_E_FAILONEPROVIDER` when this provider can't log on, yet the others of its service may be
   *   used; `MAPI_E_USER_CANCEL`; `MAPI_E_UNKNOWN_CPID` and `MAPI_E_UNKNOWN_LCID` when it does not have the client's
   *   code page or locale. A failure, too, may come with an explanation
   * @spec ixpprovider-transportlogon
   */
  TransportLogon(
    lpMAPISup: IMAPISupport,
    ulUIParam: number,
    lpszProfileName: string | null,
    lpulFlags: number,
  ): Promise<RetWithFailure<TransportLogon, LogonFailure>>;
}

/** The IID of {@link IXPProvider:interface}. */
export const IXPProvider: Iid<IXPProvider> = iid<IXPProvider, IUnknown>(
  'IXPProvider',
  '00020312-0000-0000-C000-000000000046',
  IUnknown,
  {
    Shutdown: '(ULONG *lpulFlags)',
    TransportLogon:
      '(LPMAPISUP lpMAPISup, ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, [in, out] ULONG *lpulFlags, [out, unique] LPMAPIERROR *lppMAPIError, [out] LPXPLOGON *lppXPLogon)',
  },
  'later',
);
