import { type Guid, type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { PropValue } from '../types/propvalue.js';
import type { IMAPITable } from './imapitable.js';
import type { IProfSect } from './iprofsect.js';

/**
 * The providers of one message service. Most services do not let providers come and go while the profile is in use.
 * @spec iprovideradminiunknown
 */
export interface IProviderAdmin extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec iprovideradmin-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens the table of the service's providers as they are now, with rows for the extra sections that they have. Later
   * changes do not show.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode columns
   * @returns `S_OK` with the table
   * @spec iprovideradmin-getprovidertable
   */
  GetProviderTable(ulFlags?: number): Out<IMAPITable>;
  /**
   * Adds a provider: what MapiSvc.inf says of it is copied into the profile, then the service's entry point is called
   * with `MSG_SERVICE_PROVIDER_CREATE`.
   *
   * @param lpszProvider its name, one of the service's; whether it is one is not checked
   * @param lpProps its properties; null for none
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_DIALOG` to let the user configure it; `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with its UID; `MAPI_E_USER_CANCEL` when the user gave up
   * @spec iprovideradmin-createprovider
   */
  CreateProvider(
    lpszProvider: string,
    lpProps: readonly PropValue[] | null,
    ulUIParam: number,
    ulFlags?: number,
  ): Out<Guid>;
  /**
   * Removes a provider, at once or, when it is in use, after that. The service's entry point is called first, with
   * `MSG_SERVICE_PROVIDER_DELETE`.
   *
   * @param lpUID the provider
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when there is no such provider
   * @spec iprovideradmin-deleteprovider
   */
  DeleteProvider(lpUID: Guid): Hr;
  /**
   * Opens a section of the profile. Many may read one at a time, or one may write.
   *
   * @param lpUID the section; null, for providers in their entry point alone, for their own
   * @param lpInterface the interface wanted; null for `IProfSect`
   * @param ulFlags `MAPI_MODIFY` to write, without it sections open read-only; `MAPI_FORCE_ACCESS` for a section that
   *   belongs to a provider; `MAPI_DEFERRED_ERRORS` to allow that errors come with a later call
   * @returns `S_OK` with the section; `MAPI_E_NO_ACCESS` when the caller may not, or somebody has it open in a way that
   *   excludes this; `MAPI_E_NOT_FOUND` when there is no such section
   * @spec iprovideradmin-openprofilesection
   */
  OpenProfileSection<I extends IUnknown = IProfSect>(
    lpUID: Guid | null,
    lpInterface: Iid<I> | null,
    ulFlags?: number,
  ): Out<I>;
}

/** The IID of {@link IProviderAdmin:interface}. */
export const IProviderAdmin: Iid<IProviderAdmin> = iid<IProviderAdmin, IUnknown>(
  'IProviderAdmin',
  '00020325-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetProviderTable: '(ULONG ulFlags, [out] LPMAPITABLE *lppTable)',
    CreateProvider:
      '(LPTSTR lpszProvider, ULONG cValues, [unique, size_is(cValues)] LPSPropValue lpProps, ULONG_PTR ulUIParam, ULONG ulFlags, [out] MAPIUID *lpUID)',
    DeleteProvider: '(LPMAPIUID lpUID)',
    OpenProfileSection:
      '([unique] LPMAPIUID lpUID, [unique] LPCIID lpInterface, ULONG ulFlags, [out, iid_is(lpInterface)] LPPROFSECT *lppProfSect)',
  },
  'later',
);
