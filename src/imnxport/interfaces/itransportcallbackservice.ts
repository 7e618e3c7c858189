import { type Iid, IUnknown, iid, type Ret } from '../../com/index.js';
import type { IImnAccount } from './iimnaccount.js';

/**
 * What a callback object may have besides: the window that questions belong to and the account in use. A transport
 * asks for it by `QueryInterface` on the callback.
 * @spec oe-itransportcallbackservice
 */
export interface ITransportCallbackService extends IUnknown {
  /**
   * The window that dialogs belong to.
   *
   * @param dwReserved 0
   * @returns the window's handle, 0 for none
   */
  GetParentWindow(dwReserved: number): Ret<number>;
  /**
   * The account in use and its kind of server.
   *
   * @returns `pdwServerType`, an `SRV_*` kind, and `ppAccount`, a pointer that the caller releases
   */
  GetAccount(): Ret<{ readonly pdwServerType: number; readonly ppAccount: IImnAccount }>;
}

/** The IID of {@link ITransportCallbackService:interface}. */
export const ITransportCallbackService: Iid<ITransportCallbackService> = iid<ITransportCallbackService, IUnknown>(
  'ITransportCallbackService',
  'CA30F3FF-C9AC-11D1-9A3A-00C04FA309D4',
  IUnknown,
  {
    GetParentWindow: '(DWORD dwReserved, [out] HWND *phwndParent)',
    GetAccount: '([out] LPDWORD pdwServerType, [out] IImnAccount **ppAccount)',
  },
);
