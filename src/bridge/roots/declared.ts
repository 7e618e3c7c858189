import { type AnyIid, IUnknown, iid } from '../../com/index.js';

// Object 0 is the service itself. Its interfaces are declared like all others, so that nothing about their calls is special; the
// methods are those of docs/protocol.md, whose text is the manual of whoever calls them from C++.

/** What hangs on nothing but the declaration: the methods have no TypeScript face of their own. */
interface Root extends IUnknown {
  [method: string]: unknown;
}

const root = (name: string, id: string, methods: Readonly<Record<string, string>>): AnyIid =>
  iid<Root, IUnknown>(name, id, IUnknown, methods as never, 'later');

/** Making objects of classes. */
export const IComailActivation: AnyIid = root('IComailActivation', 'C0A11B01-2E5B-4F1C-9A37-6D0F4B8E1A01', {
  CoCreateInstance:
    '(REFCLSID rclsid, [unique] IUnknown *pUnkOuter, DWORD dwClsContext, REFIID riid, [out, iid_is(riid)] void **ppv)',
});

/** The entry points of Extended MAPI. */
export const IComailMapi: AnyIid = root('IComailMapi', 'C0A11B02-2E5B-4F1C-9A37-6D0F4B8E1A01', {
  MAPIInitialize: '(ULONG ulVersion, ULONG ulFlags)',
  MAPIUninitialize: '()',
  MAPILogonEx:
    '(ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, [unique] LPTSTR lpszPassword, ULONG flFlags, [out] LPMAPISESSION *lppSession)',
  MAPIAdminProfiles: '(ULONG ulFlags, [out] LPPROFADMIN *lppProfAdmin)',
});

/** The functions of Simple MAPI. */
export const IComailSimpleMapi: AnyIid = root('IComailSimpleMapi', 'C0A11B03-2E5B-4F1C-9A37-6D0F4B8E1A01', {
  MAPILogon:
    '(ULONG_PTR ulUIParam, [unique] LPTSTR lpszProfileName, [unique] LPTSTR lpszPassword, ULONG flFlags, ULONG ulReserved, [out] ULONG_PTR *lplhSession)',
  MAPILogoff: '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, ULONG flFlags, ULONG ulReserved)',
  MAPISendMail: '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPMapiMessage lpMessage, ULONG flFlags, ULONG ulReserved)',
  MAPISendMailW: '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPMapiMessage lpMessage, ULONG flFlags, ULONG ulReserved)',
  MAPISendDocuments:
    '(ULONG_PTR ulUIParam, ULONG nFileCount, [size_is(nFileCount)] LPMapiFileDesc lpFiles, ULONG ulReserved)',
  MAPIFindNext:
    '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, [unique] LPTSTR lpszMessageType, [unique] LPTSTR lpszSeedMessageID, ULONG flFlags, ULONG ulReserved, [out] LPTSTR *lpszMessageID)',
  MAPIReadMail:
    '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPTSTR lpszMessageID, ULONG flFlags, ULONG ulReserved, [out] LPMapiMessage *lppMessage)',
  MAPISaveMail:
    '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPMapiMessage lpMessage, ULONG flFlags, ULONG ulReserved, [in, out, unique] LPTSTR *lpszMessageID)',
  MAPIDeleteMail: '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPTSTR lpszMessageID, ULONG flFlags, ULONG ulReserved)',
  MAPIAddress:
    '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, [unique] LPTSTR lpszCaption, ULONG nEditFields, [unique] LPTSTR lpszLabels, ULONG nRecips, [unique, size_is(nRecips)] LPMapiRecipDesc lpRecips, ULONG flFlags, ULONG ulReserved, [out] ULONG *lpnNewRecips, [out, size_is(lpnNewRecips)] LPMapiRecipDesc *lppNewRecips)',
  MAPIDetails: '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPMapiRecipDesc lpRecip, ULONG flFlags, ULONG ulReserved)',
  MAPIResolveName:
    '(ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPTSTR lpszName, ULONG flFlags, ULONG ulReserved, [out] LPMapiRecipDesc *lppRecip)',
  ComailSendMail:
    '(LPGUID lpguidCall, ULONG ulFunction, ULONG_PTR lhSession, ULONG_PTR ulUIParam, LPMapiMessage lpMessage, ULONG flFlags, ULONG ulReserved)',
});

/** The functions of Mapiutil.h that the host can't do alone. */
export const IComailMapiUtil: AnyIid = root('IComailMapiUtil', 'C0A11B05-2E5B-4F1C-9A37-6D0F4B8E1A01', {
  RTFSync: '([unique] LPMESSAGE lpMessage, ULONG ulFlags, [out] BOOL *lpfMessageUpdated)',
  ScMAPIXFromSMAPI: '(ULONG_PTR lhSimpleSession, ULONG ulFlags, [out] LPMAPISESSION *lppMAPISession)',
  CreateTable:
    '(ULONG ulTableType, ULONG ulPropTagIndexColumn, LPSPropTagArray lpSPropTagArrayColumns, [out] LPTABLEDATA *lppTableData)',
});

/** All of them. */
export const rootInterfaces: readonly AnyIid[] = Object.freeze([
  IComailActivation,
  IComailMapi,
  IComailSimpleMapi,
  IComailMapiUtil,
]);
