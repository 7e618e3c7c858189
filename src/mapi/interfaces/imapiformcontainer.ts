import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { SMAPIFormProp } from '../types/forms.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIFormInfo } from './imapiforminfo.js';

/**
 * A library of forms: of a folder, of a person, of the machine. Message classes are always 8-bit texts.
 * @spec imapiformcontaineriunknown
 */
export interface IMAPIFormContainer extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiformcontainer-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Installs a form from its configuration file.
   *
   * @param ulUIParam the window that owns dialogs; 0 without `MAPI_DIALOG`
   * @param ulFlags `MAPI_DIALOG` to show progress and ask; `MAPIFORM_INSTALL_OVERWRITEONCONFLICT` to replace another
   *   form of the same class, ignored when the user can be asked; `MAPI_UNICODE` for a Unicode path
   * @param szCfgPathName the path of the file
   * @returns `S_OK`; `MAPI_E_EXTENDED_ERROR` when the file can't be found, read or understood: GetLastError tells more;
   *   `MAPI_E_USER_CANCEL`
   * @spec imapiformcontainer-installform
   */
  InstallForm(ulUIParam: number, ulFlags: number, szCfgPathName: string): Hr;
  /**
   * Removes a form.
   *
   * @param szMessageClass its message class
   * @returns `S_OK`; `MAPI_E_NOT_FOUND` when no form here has it
   * @spec imapiformcontainer-removeform
   */
  RemoveForm(szMessageClass: string): Hr;
  /**
   * Finds the form of a message class, or of the nearest class it derives from.
   *
   * @param szMessageClass the class
   * @param ulFlags `MAPIFORM_EXACTMATCH` for the class itself alone
   * @returns `S_OK` with the form's description; `MAPI_E_NOT_FOUND` when no form here has it
   * @spec imapiformcontainer-resolvemessageclass
   */
  ResolveMessageClass(szMessageClass: string, ulFlags?: number): Out<IMAPIFormInfo>;
  /**
   * Finds the forms of several classes.
   *
   * @param pMsgClassArray the classes; null for every form here
   * @param ulFlags `MAPIFORM_EXACTMATCH` for the classes themselves alone
   * @returns `S_OK` with one description for each class, in order; null where there is no form
   * @spec imapiformcontainer-resolvemultiplemessageclasses
   */
  ResolveMultipleMessageClasses(
    pMsgClassArray: readonly string[] | null,
    ulFlags?: number,
  ): Out<readonly (IMAPIFormInfo | null)[]>;
  /**
   * Lists the properties that the forms here publish.
   *
   * @param ulFlags `FORMPROPSET_UNION` for those of any form, `FORMPROPSET_INTERSECTION` for those of all;
   *   `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the properties; `MAPI_E_BAD_CHARWIDTH`
   * @spec imapiformcontainer-calcformpropset
   */
  CalcFormPropSet(ulFlags?: number): Out<readonly SMAPIFormProp[]>;
  /**
   * Tells the library's name.
   *
   * @param ulFlags `MAPI_UNICODE` for a Unicode name
   * @returns `S_OK` with the name
   * @spec imapiformcontainer-getdisplay
   */
  GetDisplay(ulFlags?: number): Out<string>;
}

/** The IID of {@link IMAPIFormContainer:interface}. */
export const IMAPIFormContainer: Iid<IMAPIFormContainer> = iid<IMAPIFormContainer, IUnknown>(
  'IMAPIFormContainer',
  '0002032E-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    InstallForm: '(ULONG_PTR ulUIParam, ULONG ulFlags, LPCTSTR szCfgPathName)',
    RemoveForm: '(LPCSTR szMessageClass)',
    ResolveMessageClass: '(LPCSTR szMessageClass, ULONG ulFlags, [out] LPMAPIFORMINFO *pforminfo)',
    ResolveMultipleMessageClasses:
      '([unique] LPSMESSAGECLASSARRAY pMsgClassArray, ULONG ulFlags, [out] LPSMAPIFORMINFOARRAY *ppfrminfoarray)',
    CalcFormPropSet: '(ULONG ulFlags, [out] LPMAPIFORMPROPARRAY *ppResults)',
    GetDisplay: '(ULONG ulFlags, [out] LPTSTR *pszDisplayName)',
  },
  'later',
);
