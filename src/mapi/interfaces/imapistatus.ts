import { type Hr, type Iid, iid } from '../../com/index.js';
import type { EntryId } from '../types/entryid.js';
import { IMAPIProp } from './imapiprop.js';

/**
 * What can be done with a resource of the session: the subsystem, the spooler, the address book, a provider. Its
 * `PR_RESOURCE_METHODS` says which of these methods it has; the others answer `MAPI_E_NO_SUPPORT`.
 * @spec imapistatusimapiprop
 */
export interface IMAPIStatus extends IMAPIProp {
  /**
   * Checks the resource. The subsystem checks all of them, the spooler logs on all transports anew, the address book
   * checks its profile section. Remote transports take orders through it, which they carry out later, when queues are
   * flushed.
   *
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `SUPPRESS_UI` for no dialogs; `CONFIG_CHANGED` when the configuration was changed, so that a failed
   *   transport gets another chance; for remote transports `REFRESH_XP_HEADER_CACHE` (fetch headers),
   *   `PROCESS_XP_HEADER_CACHE` (fetch and delete what is marked), `FORCE_XP_CONNECT`, `FORCE_XP_DISCONNECT`,
   *   `ABORT_XP_HEADER_OPERATION`, `SHOW_XP_SESSION_UI`
   * @returns `S_OK`; `MAPI_E_BUSY` while something else is going on; `MAPI_E_NO_SUPPORT`; `MAPI_E_USER_CANCEL` from a
   *   remote transport when the user gave up; `MAPI_E_UNKNOWN_FLAGS` for any other flag
   * @spec imapistatus-validatestate
   */
  ValidateState(ulUIParam: number, ulFlags?: number): Hr;
  /**
   * Shows the configuration to the user.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `UI_READONLY` to ask that nothing can be changed, which need not be heeded
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT`
   * @spec imapistatus-settingsdialog
   */
  SettingsDialog(ulUIParam: number, ulFlags?: number): Hr;
  /**
   * Changes the password, without a dialog.
   *
   * @param lpOldPass the old one
   * @param lpNewPass the new one
   * @param ulFlags `MAPI_UNICODE` when both are Unicode
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the old one is wrong; `MAPI_E_NO_SUPPORT`
   * @spec imapistatus-changepassword
   */
  ChangePassword(lpOldPass: string, lpNewPass: string, ulFlags?: number): Hr;
  /**
   * Sends or fetches everything that waits, now. The call lasts until it is done, unless the spooler is allowed
   * otherwise.
   *
   * @param ulUIParam the window that owns a progress dialog
   * @param lpTargetTransport for the spooler, the transport meant; null for all, and for a transport itself
   * @param ulFlags `FLUSH_UPLOAD` to send; `FLUSH_DOWNLOAD` to fetch; `FLUSH_FORCE` to do it at any price, needed for
   *   an asynchronous transport; `FLUSH_NO_UI` for no progress dialog; `FLUSH_ASYNC_OK` to allow the spooler to return
   *   at once
   * @returns `S_OK`; `MAPI_E_BUSY` while something else is going on, or when it goes on after the call;
   *   `MAPI_E_NO_SUPPORT`
   * @spec imapistatus-flushqueues
   */
  FlushQueues(ulUIParam: number, lpTargetTransport: EntryId | null, ulFlags?: number): Hr;
}

/** The IID of {@link IMAPIStatus:interface}. */
export const IMAPIStatus: Iid<IMAPIStatus> = iid<IMAPIStatus, IMAPIProp>(
  'IMAPIStatus',
  '00020305-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    ValidateState: '(ULONG_PTR ulUIParam, ULONG ulFlags)',
    SettingsDialog: '(ULONG_PTR ulUIParam, ULONG ulFlags)',
    ChangePassword: '(LPTSTR lpOldPass, LPTSTR lpNewPass, ULONG ulFlags)',
    FlushQueues:
      '(ULONG_PTR ulUIParam, ULONG cbTargetTransport, [unique, size_is(cbTargetTransport)] LPENTRYID lpTargetTransport, ULONG ulFlags)',
  },
  'later',
);
