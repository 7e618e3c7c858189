import { type HResult, type Iid, IUnknown, iid, type Ret } from '../../com/index.js';
import type { INETSERVER } from '../types/inetserver.js';
import type { IXPISSTATE } from '../types/ixpisstate.js';
import type { IXPSTATUS } from '../types/ixpstatus.js';
import type { IXPTYPE } from '../types/ixptype.js';
import type { IImnAccount } from './iimnaccount.js';

/** What all transports share: server data, connecting, disconnecting, status. @spec oe-iinternettransport */
export interface IInternetTransport extends IUnknown {
  /**
   * Copies out the server data that the transport is using, with what logon prompts changed.
   *
   * @param pInetServer a structure to fill, or nothing for a new one
   * @returns the structure; `E_INVALIDARG` for null; `IXP_E_NOT_CONNECTED` before the first Connect
   * @spec oe-iinternettransport-getserverinfo
   */
  GetServerInfo(pInetServer?: INETSERVER): Ret<INETSERVER>;
  /** The protocol. @returns `IXP_SMTP` for an SMTP transport */
  GetIXPType(): IXPTYPE;
  /**
   * Asks one yes/no question about the transport.
   *
   * @param isstate the question
   * @returns `S_OK` for yes, `S_FALSE` for no, `E_INVALIDARG` for a question that is none
   * @spec oe-ixpisstate
   */
  IsState(isstate: IXPISSTATE): HResult;
  /**
   * Fills server data from an Outlook Express account.
   *
   * @param pAccount the account
   * @param pInetServer a structure to fill, or nothing for a new one
   * @returns the structure; `E_INVALIDARG` for a missing account; what the account's properties failed with
   */
  InetServerFromAccount(pAccount: IImnAccount, pInetServer?: INETSERVER): Ret<INETSERVER>;
  /**
   * Connects and, if asked, logs on. The call merely starts it: everything else comes through the callback.
   *
   * @param pInetServer where and as whom; copied
   * @param fAuthenticate log on as part of connecting
   * @param fCommandLogging show each line through `OnCommand`
   * @returns `S_OK` when it is under way; `E_INVALIDARG`; `IXP_E_NOT_INIT` before InitNew;
   *   `IXP_E_ALREADY_CONNECTED` when the status is not `IXP_DISCONNECTED`
   */
  Connect(pInetServer: Partial<INETSERVER>, fAuthenticate: boolean, fCommandLogging: boolean): HResult;
  /**
   * Lets go of the callback. Nothing is called afterwards. Call it when the callback holds the transport.
   *
   * @returns `S_OK`, or `S_FALSE` when there was none
   */
  HandsOffCallback(): HResult;
  /**
   * Ends the session politely: QUIT, its answer, close. A command that is running finishes first.
   *
   * @returns `S_OK` when it is under way; `IXP_E_NOT_INIT`; `IXP_E_NOT_CONNECTED`
   * @spec oe-iinternettransport-disconnect
   */
  Disconnect(): HResult;
  /**
   * Breaks the connection at once, without QUIT.
   *
   * @returns `S_OK`; `IXP_E_NOT_CONNECTED` when there is none
   * @spec oe-iinternettransport-disconnect
   */
  DropConnection(): HResult;
  /**
   * The current status.
   *
   * @returns the status
   * @spec oe-ixpstatus
   */
  GetStatus(): Ret<IXPSTATUS>;
}

/** The IID of {@link IInternetTransport:interface}. */
export const IInternetTransport: Iid<IInternetTransport> = iid<IInternetTransport, IUnknown>(
  'IInternetTransport',
  '1F636C01-364E-11D0-81D3-00C04FD85AB4',
  IUnknown,
  {
    GetServerInfo: '([in, out] LPINETSERVER pInetServer)',
    GetIXPType: 'IXPTYPE ()',
    IsState: '(IXPISSTATE isstate)',
    InetServerFromAccount: '(IImnAccount *pAccount, [in, out] LPINETSERVER pInetServer)',
    Connect: '(LPINETSERVER pInetServer, boolean fAuthenticate, boolean fCommandLogging)',
    HandsOffCallback: '()',
    Disconnect: '()',
    DropConnection: '()',
    GetStatus: '([out] IXPSTATUS *pCurrentStatus)',
  },
);
