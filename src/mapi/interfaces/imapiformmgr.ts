import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { SMAPIFormProp } from '../types/forms.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIFolder } from './imapifolder.js';
import type { IMAPIFormContainer } from './imapiformcontainer.js';
import type { IMAPIFormInfo } from './imapiforminfo.js';
import type { IMAPIMessageSite } from './imapimessagesite.js';
import type { IMAPIViewContext } from './imapiviewcontext.js';
import type { IMessage } from './imessage.js';

/**
 * Finds forms in all libraries and opens them: what a viewer calls. Where its pages say `MAPI_E_NO_INTERFACE`, for
 * which no header has a value, `MAPI_E_INTERFACE_NOT_SUPPORTED` is meant.
 * @spec imapiformmgriunknown
 */
export interface IMAPIFormMgr extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiformmgr-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Opens an existing message in its form.
   *
   * @param ulUIParam the window that owns a progress dialog under `MAPI_DIALOG`
   * @param ulFlags `MAPI_DIALOG` to show progress; `MAPIFORM_EXACTMATCH` for the form of the class itself alone
   * @param lpszMessageClass the message's class; null to read class, status and flags from the message
   * @param ulMessageStatus its `PR_MSG_STATUS`, when the class is given
   * @param ulMessageFlags its `PR_MESSAGE_FLAGS`, when the class is given
   * @param pFolderFocus its folder; null for a message within a message
   * @param pMessageSite its site
   * @param pmsg the message
   * @param pViewContext the view to place the form in; null for none
   * @param riid the interface wanted of the form
   * @returns `S_OK` with the form; `MAPI_E_INTERFACE_NOT_SUPPORTED` when the form does not have the interface;
   *   `MAPI_E_NOT_FOUND` when there is no form for the class
   * @spec imapiformmgr-loadform
   */
  LoadForm<I extends IUnknown>(
    ulUIParam: number,
    ulFlags: number,
    lpszMessageClass: string | null,
    ulMessageStatus: number,
    ulMessageFlags: number,
    pFolderFocus: IMAPIFolder | null,
    pMessageSite: IMAPIMessageSite,
    pmsg: IMessage,
    pViewContext: IMAPIViewContext | null,
    riid: Iid<I>,
  ): Out<I>;
  /**
   * Finds the form of a message class, or of the nearest class it derives from.
   *
   * @param szMsgClass the class
   * @param ulFlags `MAPIFORM_EXACTMATCH` for the class itself alone
   * @param pFolderFocus the folder whose forms come first; null for none
   * @returns `S_OK` with the form's description; `MAPI_E_NOT_FOUND` when there is no form for the class
   * @spec imapiformmgr-resolvemessageclass
   */
  ResolveMessageClass(szMsgClass: string, ulFlags: number, pFolderFocus: IMAPIFolder | null): Out<IMAPIFormInfo>;
  /**
   * Finds the forms of several classes.
   *
   * @param pMsgClasses the classes; null for every form
   * @param ulFlags `MAPIFORM_EXACTMATCH` for the classes themselves alone; `MAPIFORM_LOCALONLY` to leave cached forms
   *   out
   * @param pFolderFocus the folder whose forms come first; null for none
   * @returns `S_OK` with one description for each class, in order; null where there is no form
   * @spec imapiformmgr-resolvemultiplemessageclasses
   */
  ResolveMultipleMessageClasses(
    pMsgClasses: readonly string[] | null,
    ulFlags: number,
    pFolderFocus: IMAPIFolder | null,
  ): Out<readonly (IMAPIFormInfo | null)[]>;
  /**
   * Lists the properties that several forms publish.
   *
   * @param pfrminfoarray the forms
   * @param ulFlags `FORMPROPSET_UNION` for those of any form, `FORMPROPSET_INTERSECTION` for those of all;
   *   `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the properties; `MAPI_E_BAD_CHARWIDTH`
   * @spec imapiformmgr-calcformpropset
   */
  CalcFormPropSet(pfrminfoarray: readonly IMAPIFormInfo[], ulFlags?: number): Out<readonly SMAPIFormProp[]>;
  /**
   * Opens a form for a new message of its class.
   *
   * @param ulUIParam the window that owns a progress dialog under `MAPI_DIALOG`
   * @param ulFlags `MAPI_DIALOG` to show progress
   * @param pfrminfoToActivate the form
   * @param refiidToAsk the interface wanted of it
   * @returns `S_OK` with the form; `MAPI_E_INTERFACE_NOT_SUPPORTED` when it does not have the interface
   * @spec imapiformmgr-createform
   */
  CreateForm<I extends IUnknown>(
    ulUIParam: number,
    ulFlags: number,
    pfrminfoToActivate: IMAPIFormInfo,
    refiidToAsk: Iid<I>,
  ): Out<I>;
  /**
   * Lets the user choose a form.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_UNICODE` for a Unicode title
   * @param pszTitle the title; null for the usual one
   * @param pfld the folder whose forms are offered; null for those of machine, person and organisation
   * @returns `S_OK` with the form's description; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_USER_CANCEL`
   * @spec imapiformmgr-selectform
   */
  SelectForm(ulUIParam: number, ulFlags: number, pszTitle: string | null, pfld: IMAPIFolder | null): Out<IMAPIFormInfo>;
  /**
   * Lets the user choose several forms.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPI_UNICODE` for a Unicode title
   * @param pszTitle the title; null for the usual one
   * @param pfld the folder whose forms are offered; null for those of machine, person and organisation
   * @param pfrminfoarray the forms chosen at the beginning; null for none
   * @returns `S_OK` with the forms' descriptions; `MAPI_E_BAD_CHARWIDTH`; `MAPI_E_USER_CANCEL`
   * @spec imapiformmgr-selectmultipleforms
   */
  SelectMultipleForms(
    ulUIParam: number,
    ulFlags: number,
    pszTitle: string | null,
    pfld: IMAPIFolder | null,
    pfrminfoarray: readonly IMAPIFormInfo[] | null,
  ): Out<readonly IMAPIFormInfo[]>;
  /**
   * Lets the user choose a library of forms. That of the machine is not among them: use OpenFormContainer.
   *
   * @param ulUIParam the window that owns the dialog
   * @param ulFlags `MAPIFORM_SELECT_ALL_REGISTRIES`, `MAPIFORM_SELECT_FOLDER_REGISTRY_ONLY` or
   *   `MAPIFORM_SELECT_NON_FOLDER_REGISTRY_ONLY`
   * @returns `S_OK` with the library; `MAPI_E_USER_CANCEL`
   * @spec imapiformmgr-selectformcontainer
   */
  SelectFormContainer(ulUIParam: number, ulFlags?: number): Out<IMAPIFormContainer>;
  /**
   * Opens a library of forms.
   *
   * @param hfrmreg which: `HFRMREG_DEFAULT`, `HFRMREG_LOCAL` for the machine's, `HFRMREG_PERSONAL` for that of the
   *   default store, `HFRMREG_FOLDER` for a folder's
   * @param lpunk the folder, where one is needed; else null
   * @returns `S_OK` with the library; `MAPI_E_INTERFACE_NOT_SUPPORTED` when the object is not what is needed
   * @spec imapiformmgr-openformcontainer
   */
  OpenFormContainer(hfrmreg: number, lpunk: IUnknown | null): Out<IMAPIFormContainer>;
  /**
   * Fetches a form, so that it can be opened; LoadForm and CreateForm do so by themselves.
   *
   * @param ulUIParam the window that owns a progress dialog under `MAPI_DIALOG`
   * @param ulFlags `MAPI_DIALOG` to show progress
   * @param pfrminfo the form
   * @returns `S_OK`
   * @spec imapiformmgr-prepareform
   */
  PrepareForm(ulUIParam: number, ulFlags: number, pfrminfo: IMAPIFormInfo): Hr;
  /**
   * Tells whether a message that several people changed at once needs the viewer's help, because its form does not
   * settle such conflicts.
   *
   * @param ulMessageFlags its `PR_MESSAGE_FLAGS`
   * @param ulMessageStatus its `PR_MSG_STATUS`, where the conflict shows
   * @param szMessageClass its class
   * @param pFolderFocus its folder; null for a message within a message
   * @returns `S_OK` when it does; `S_FALSE` when the form settles it, or there is no conflict
   * @spec imapiformmgr-isinconflict
   */
  IsInConflict(
    ulMessageFlags: number,
    ulMessageStatus: number,
    szMessageClass: string,
    pFolderFocus: IMAPIFolder | null,
  ): Hr;
}

/** The IID of {@link IMAPIFormMgr:interface}. */
export const IMAPIFormMgr: Iid<IMAPIFormMgr> = iid<IMAPIFormMgr, IUnknown>(
  'IMAPIFormMgr',
  '00020322-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    LoadForm:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, [unique] LPCSTR lpszMessageClass, ULONG ulMessageStatus, ULONG ulMessageFlags, [unique] LPMAPIFOLDER pFolderFocus, LPMAPIMESSAGESITE pMessageSite, LPMESSAGE pmsg, [unique] LPMAPIVIEWCONTEXT pViewContext, REFIID riid, [out, iid_is(riid)] LPVOID *ppvObj)',
    ResolveMessageClass:
      '(LPCSTR szMsgClass, ULONG ulFlags, [unique] LPMAPIFOLDER pFolderFocus, [out] LPMAPIFORMINFO *ppResult)',
    ResolveMultipleMessageClasses:
      '([unique] LPSMESSAGECLASSARRAY pMsgClasses, ULONG ulFlags, [unique] LPMAPIFOLDER pFolderFocus, [out] LPSMAPIFORMINFOARRAY *pfrminfoarray)',
    CalcFormPropSet: '(LPSMAPIFORMINFOARRAY pfrminfoarray, ULONG ulFlags, [out] LPMAPIFORMPROPARRAY *ppResults)',
    CreateForm:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, LPMAPIFORMINFO pfrminfoToActivate, REFIID refiidToAsk, [out, iid_is(refiidToAsk)] LPVOID *ppvObj)',
    SelectForm:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, [unique] LPCTSTR pszTitle, [unique] LPMAPIFOLDER pfld, [out] LPMAPIFORMINFO *ppfrminfoReturned)',
    SelectMultipleForms:
      '(ULONG_PTR ulUIParam, ULONG ulFlags, [unique] LPCTSTR pszTitle, [unique] LPMAPIFOLDER pfld, [unique] LPSMAPIFORMINFOARRAY pfrminfoarray, [out] LPSMAPIFORMINFOARRAY *ppfrminfoarray)',
    SelectFormContainer: '(ULONG_PTR ulUIParam, ULONG ulFlags, [out] LPMAPIFORMCONTAINER *lppfcnt)',
    OpenFormContainer: '(HFRMREG hfrmreg, [unique] LPUNKNOWN lpunk, [out] LPMAPIFORMCONTAINER *lppfcnt)',
    PrepareForm: '(ULONG_PTR ulUIParam, ULONG ulFlags, LPMAPIFORMINFO pfrminfo)',
    IsInConflict:
      '(ULONG ulMessageFlags, ULONG ulMessageStatus, LPCSTR szMessageClass, [unique] LPMAPIFOLDER pFolderFocus)',
  },
  'later',
);
