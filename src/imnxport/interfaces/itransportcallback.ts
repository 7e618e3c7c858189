import { type HResult, type Iid, IUnknown, iid } from '../../com/index.js';
import type { CMDTYPE } from '../types/cmdtype.js';
import type { INETSERVER } from '../types/inetserver.js';
import type { InOut } from '../types/inout.js';
import type { IXPRESULT } from '../types/ixpresult.js';
import type { IXPSTATUS } from '../types/ixpstatus.js';
import type { IInternetTransport } from './iinternettransport.js';

/**
 * The client's side, common to all protocols. Calls never come inside the call that caused them, never two at once,
 * and in the order of the wire. The three questions may be answered with a promise; the transport waits for it, up to
 * a deadline.
 */
export interface ITransportCallback extends IUnknown {
  /**
   * The server has been silent for the time agreed.
   *
   * @param pdwTimeout seconds; set `value` to wait that long from now on
   * @param pTransport who calls
   * @returns `S_OK` to wait on; `S_FALSE` or a failure to give up, which drops the connection with `IXP_E_TIMEOUT`
   */
  OnTimeout(pdwTimeout: InOut<number>, pTransport: IInternetTransport): HResult | Promise<HResult>;
  /**
   * A user name or a password is needed, or was refused.
   *
   * @param pInetServer write the user name and the password here
   * @param pTransport who calls
   * @returns `S_OK` to try these; `S_FALSE` or a failure to cancel, which ends the connection
   */
  OnLogonPrompt(pInetServer: INETSERVER, pTransport: IInternetTransport): HResult | Promise<HResult>;
  /**
   * A question for the user, put as a message box would.
   *
   * @param hrError why: `IXP_E_INVALID_CERT_CN` for instance
   * @param pszText the question
   * @param pszCaption the title
   * @param uType `MB_*` style bits: which buttons there are
   * @param pTransport who calls
   * @returns the button: `IDYES` or `IDOK` to go on, anything else to stop
   */
  OnPrompt(
    hrError: HResult,
    pszText: string,
    pszCaption: string,
    uType: number,
    pTransport: IInternetTransport,
  ): number | Promise<number>;
  /**
   * The status changed; it is already stored.
   *
   * @param ixpstatus the new status
   * @param pTransport who calls
   * @spec oe-ixpstatus
   */
  OnStatus(ixpstatus: IXPSTATUS, pTransport: IInternetTransport): HResult;
  /**
   * Fatal trouble with the connection itself. A server that refuses a command is never reported here.
   *
   * @param ixpstatus the status at the time
   * @param pResult what happened
   * @param pTransport who calls
   * @returns `S_OK`
   * @spec oe-itransportcallback-onerror
   */
  OnError(ixpstatus: IXPSTATUS, pResult: IXPRESULT, pTransport: IInternetTransport): HResult;
  /**
   * A line on the wire, when Connect asked for it. Secrets are masked.
   *
   * @param cmdtype `CMD_SEND` before the bytes go out, `CMD_RESP` before the answer is reported
   * @param pszLine the line without its ending
   * @param hrResponse 0 for a line sent, the mapped reply number for an answer
   * @param pTransport who calls
   */
  OnCommand(cmdtype: CMDTYPE, pszLine: string, hrResponse: HResult, pTransport: IInternetTransport): HResult;
}

/** The IID of {@link ITransportCallback:interface}. */
export const ITransportCallback: Iid<ITransportCallback> = iid<ITransportCallback, IUnknown>(
  'ITransportCallback',
  '0DF2C7E1-3435-11D0-81D0-00C04FD85AB4',
  IUnknown,
  {
    OnTimeout: '([in, out, ref] DWORD *pdwTimeout, IInternetTransport *pTransport)',
    OnLogonPrompt: '([in, out, ref] LPINETSERVER pInetServer, IInternetTransport *pTransport)',
    OnPrompt: 'INT (HRESULT hrError, LPCSTR pszText, LPCSTR pszCaption, UINT uType, IInternetTransport *pTransport)',
    OnStatus: '(IXPSTATUS ixpstatus, IInternetTransport *pTransport)',
    OnError: '(IXPSTATUS ixpstatus, LPIXPRESULT pResult, IInternetTransport *pTransport)',
    OnCommand: '(CMDTYPE cmdtype, LPSTR pszLine, HRESULT hrResponse, IInternetTransport *pTransport)',
  },
);
