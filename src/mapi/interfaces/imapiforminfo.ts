import { type Hr, type Iid, iid, type Out } from '../../com/index.js';
import type { SMAPIFormProp, SMAPIVerb } from '../types/forms.js';
import type { IMAPIFormContainer } from './imapiformcontainer.js';
import { IMAPIProp } from './imapiprop.js';

/**
 * The description of a form, without the form itself: its properties tell names, class and icons.
 * @spec imapiforminfoimapiprop
 */
export interface IMAPIFormInfo extends IMAPIProp {
  /**
   * Lists the properties that the form publishes.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the properties; `MAPI_E_BAD_CHARWIDTH`
   * @spec imapiforminfo-calcformpropset
   */
  CalcFormPropSet(ulFlags?: number): Out<readonly SMAPIFormProp[]>;
  /**
   * Lists what the form can do.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode names
   * @returns `S_OK` with the verbs, by their index; `MAPI_E_BAD_CHARWIDTH`
   * @spec imapiforminfo-calcverbset
   */
  CalcVerbSet(ulFlags?: number): Out<readonly SMAPIVerb[]>;
  /**
   * Makes an icon of a property that holds one.
   *
   * @param nPropID the property's identifier
   * @returns `S_OK` with the handle of the icon
   * @spec imapiforminfo-makeiconfrombinary
   */
  MakeIconFromBinary(nPropID: number): Out<number>;
  /**
   * Writes the description to a configuration file.
   *
   * @param szFileName the file, ending in `.fdm`; always an 8-bit text, for there are no flags to say otherwise
   * @returns `S_OK`; `MAPI_E_EXTENDED_ERROR` when the file can't be written: GetLastError tells more;
   *   `MAPI_E_NO_SUPPORT` when the form is in the library of the machine
   * @spec imapiforminfo-saveform
   */
  SaveForm(szFileName: string): Hr;
  /**
   * Opens the library that the form is installed in.
   *
   * @returns `S_OK` with the library
   * @spec imapiforminfo-openformcontainer
   */
  OpenFormContainer(): Out<IMAPIFormContainer>;
}

/** The IID of {@link IMAPIFormInfo:interface}. */
export const IMAPIFormInfo: Iid<IMAPIFormInfo> = iid<IMAPIFormInfo, IMAPIProp>(
  'IMAPIFormInfo',
  '00020324-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    CalcFormPropSet: '(ULONG ulFlags, [out] LPMAPIFORMPROPARRAY *ppFormPropArray)',
    CalcVerbSet: '(ULONG ulFlags, [out] LPMAPIVERBARRAY *ppMAPIVerbArray)',
    MakeIconFromBinary: '(ULONG nPropID, [out] HICON *phicon)',
    SaveForm: '(LPCTSTR szFileName)',
    OpenFormContainer: '([out] LPMAPIFORMCONTAINER *ppformcontainer)',
  },
  'later',
);
