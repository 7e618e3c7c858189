import {
  type Guid,
  type HResult,
  type Hr,
  type IClassFactory,
  type Iid,
  IUnknown,
  iid,
  type Out,
} from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';

/**
 * A form server that serves several forms: it makes the class factory of each.
 * @spec imapiformfactoryiunknown
 */
export interface IMAPIFormFactory extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiformfactory-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Makes the class factory of a form, a new one or always the same.
   *
   * @param clsidForm the form's class
   * @param ulFlags reserved, 0
   * @returns `S_OK` with the class factory
   * @spec imapiformfactory-createclassfactory
   */
  CreateClassFactory(clsidForm: Guid, ulFlags?: number): Out<IClassFactory>;
  /**
   * Keeps the server running while no form is open, or lets it go again. Locks are counted.
   *
   * @param ulFlags reserved, 0
   * @param fLockServer 1 to lock, 0 to unlock
   * @returns `S_OK`
   * @spec imapiformfactory-lockserver
   */
  LockServer(ulFlags: number, fLockServer: number): Hr;
}

/** The IID of {@link IMAPIFormFactory:interface}. */
export const IMAPIFormFactory: Iid<IMAPIFormFactory> = iid<IMAPIFormFactory, IUnknown>(
  'IMAPIFormFactory',
  '00020350-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    CreateClassFactory: '(REFCLSID clsidForm, ULONG ulFlags, [out] LPCLASSFACTORY *lppClassFactory)',
    LockServer: '(ULONG ulFlags, ULONG fLockServer)',
  },
  'later',
);
