import { type AnyIid, type Guid, type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { PropValue } from '../types/propvalue.js';
import type { IMAPISession } from './imapisession.js';
import type { IMAPITable } from './imapitable.js';
import type { IProfSect } from './iprofsect.js';
import type { IProviderAdmin } from './iprovideradmin.js';

/**
 * The message services of a profile: groups of providers that are installed and configured together. A service is known
 * by its `PR_SERVICE_UID`.
 * @spec imsgserviceadminiunknown
 */
export interface IMsgServiceAdmin extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imsgserviceadmin-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens the table of services as they are now. Later changes do not show.
   *
   * @param ulFlags 0
   * @returns `S_OK` with the table
   * @spec imsgserviceadmin-getmsgservicetable
   */
  GetMsgServiceTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Adds a service: its sections of MapiSvc.inf are copied into the profile, then its entry point is called with
   * `MSG_SERVICE_CREATE`.
   *
   * @param lpszService its name in `[Services]`
   * @param lpszDisplayName the name to show; not heeded when MapiSvc.inf has one. Null for that one
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `SERVICE_UI_ALLOWED` to let the user configure it if need be; `SERVICE_UI_ALWAYS` to do so anyhow;
   *   `SERVICE_NO_RESTART_WARNING` not to warn that programs have to be started again; `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is no such service
   * @spec imsgserviceadmin-createmsgservice
   */
  CreateMsgService(lpszService: string, lpszDisplayName: string | null, ulUIParam: number, ulFlags?: number): Hr;
  /**
   * Removes a service with all its sections, after its entry point was called with `MSG_SERVICE_DELETE`.
   *
   * @param lpUID the service
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is no such service
   * @spec imsgserviceadmin-deletemsgservice
   */
  DeleteMsgService(lpUID: Guid): Hr;
  /**
   * Copies a service into this or another profile, with its configuration. Its entry point is not called.
   *
   * @param lpUID the service
   * @param lpszDisplayName not used, null
   * @param lpInterfaceToCopy the interface of the section copied; null for `IProfSect`
   * @param lpInterfaceDst the interface of the target: `IMsgServiceAdmin`, or null for `IMAPISession`
   * @param lpObjectDst the target
   * @param ulUIParam the window that owns dialogs
   * @param ulFlags `SERVICE_UI_ALWAYS` to let the user configure the copy
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the profile has the service and it may be there only once;
   *   `MAPI_E_NOT_FOUND` when there is no such service
   * @spec imsgserviceadmin-copymsgservice
   */
  CopyMsgService<I extends IUnknown = IMAPISession>(
    lpUID: Guid,
    lpszDisplayName: string | null,
    lpInterfaceToCopy: AnyIid | null,
    lpInterfaceDst: Iid<I> | null,
    lpObjectDst: NoInfer<I>,
    ulUIParam: number,
    ulFlags?: number,
  ): Hr;
  /**
   * Does nothing: the name of a service is its `PR_SERVICE_NAME`.
   *
   * @param lpUID the service
   * @param ulFlags reserved, 0
   * @param lpszDisplayName the new name
   * @returns `MAPI_E_NO_SUPPORT`, always
   * @spec imsgserviceadmin-renamemsgservice
   */
  RenameMsgService(lpUID: Guid, ulFlags: number, lpszDisplayName: string): Hr;
  /**
   * Configures a service, with a dialog or by properties alone.
   *
   * @param lpUID the service
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `SERVICE_UI_ALWAYS` to show the dialog; `SERVICE_UI_ALLOWED` to show it when the properties do not
   *   suffice; `MSG_SERVICE_UI_READ_ONLY` to ask that nothing can be changed in it; `MAPI_UNICODE` for Unicode texts
   * @param lpProps the configuration; null when there is a dialog
   * @returns `S_OK`; `MAPI_E_EXTENDED_ERROR` for an error of the service itself, see GetLastError; `MAPI_E_NOT_FOUND`
   *   when there is no such service; `MAPI_E_NOT_INITIALIZED` when it has no entry point; `MAPI_E_USER_CANCEL` when the
   *   user gave up
   * @spec imsgserviceadmin-configuremsgservice
   */
  ConfigureMsgService(lpUID: Guid, ulUIParam: number, ulFlags: number, lpProps: readonly PropValue[] | null): Hr;
  /**
   * Opens a section of the profile. Many may read one at a time, or one may write.
   *
   * @param lpUID the section
   * @param lpInterface the interface wanted; null for `IProfSect`
   * @param ulFlags `MAPI_MODIFY` to write, without it sections open read-only; `MAPI_FORCE_ACCESS` for a section that
   *   belongs to a provider; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the section; `MAPI_E_NO_ACCESS` when the caller may not; `MAPI_E_NOT_FOUND` when there is no
   *   such section
   * @spec imsgserviceadmin-openprofilesection
   */
  OpenProfileSection<I extends IUnknown = IProfSect>(lpUID: Guid, lpInterface: Iid<I> | null, ulFlags?: number): Out<I>;
  /**
   * Says in which order transports are offered messages, whatever they themselves prefer.
   *
   * @param lpUIDList `PR_PROVIDER_UID` of each transport of the profile, all of them
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_E_BUSY` when there are more or fewer transports; `MAPI_E_NOT_FOUND` when one is no transport
   *   of the profile
   * @spec imsgserviceadmin-msgservicetransportorder
   */
  MsgServiceTransportOrder(lpUIDList: readonly Guid[], ulFlags?: number): Hr;
  /**
   * Opens the administration of a service's providers.
   *
   * @param lpUID the service
   * @param ulFlags 0
   * @returns `S_OK` with the administration; `MAPI_E_NOT_FOUND` when there is no such service
   * @spec imsgserviceadmin-adminproviders
   */
  AdminProviders(lpUID: Guid, ulFlags?: number): Out<IProviderAdmin>;
  /**
   * Says which service tells who the user is; see `IMAPISession::QueryIdentity`.
   *
   * @param lpUID the service; null for none
   * @param ulFlags reserved, 0
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the service says `SERVICE_NO_PRIMARY_IDENTITY`
   * @spec imsgserviceadmin-setprimaryidentity
   */
  SetPrimaryIdentity(lpUID: Guid | null, ulFlags?: number): Hr;
  /**
   * Opens the table of all providers in the profile as they are now. Later changes do not show.
   *
   * @param ulFlags 0
   * @returns `S_OK` with the table
   * @spec imsgserviceadmin-getprovidertable
   */
  GetProviderTable(ulFlags?: number): Out<IMAPITable>;
}

/** The IID of {@link IMsgServiceAdmin:interface}. */
export const IMsgServiceAdmin: Iid<IMsgServiceAdmin> = iid<IMsgServiceAdmin, IUnknown>(
  'IMsgServiceAdmin',
  '0002031D-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetMsgServiceTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    CreateMsgService: '(LPTSTR lpszService, [unique] LPTSTR lpszDisplayName, ULONG_PTR ulUIParam, ULONG ulFlags)',
    DeleteMsgService: '(LPMAPIUID lpUID)',
    CopyMsgService:
      '(LPMAPIUID lpUID, [unique] LPTSTR lpszDisplayName, [unique] LPCIID lpInterfaceToCopy, [unique] LPCIID lpInterfaceDst, [iid_is(lpInterfaceDst)] LPVOID lpObjectDst, ULONG_PTR ulUIParam, ULONG ulFlags)',
    RenameMsgService: '(LPMAPIUID lpUID, ULONG ulFlags, LPTSTR lpszDisplayName)',
    ConfigureMsgService:
      '(LPMAPIUID lpUID, ULONG_PTR ulUIParam, ULONG ulFlags, ULONG cValues, [unique, size_is(cValues)] LPSPropValue lpProps)',
    OpenProfileSection:
      '(LPMAPIUID lpUID, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPPROFSECT *lppProfSect)',
    MsgServiceTransportOrder: '(ULONG cUID, [size_is(cUID)] LPMAPIUID lpUIDList, ULONG ulFlags)',
    AdminProviders: '(LPMAPIUID lpUID, ULONG ulFlags, [out] LPPROVIDERADMIN *lppProviderAdmin)',
    SetPrimaryIdentity: '([unique] LPMAPIUID lpUID, ULONG ulFlags)',
    GetProviderTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
  },
  'later',
);
