import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { RECT } from '../types/forms.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIFolder } from './imapifolder.js';
import type { IMAPIFormMgr } from './imapiformmgr.js';
import type { IMAPISession } from './imapisession.js';
import type { IMAPIViewContext } from './imapiviewcontext.js';
import type { IMessage } from './imessage.js';
import type { IMsgStore } from './imsgstore.js';
import type { IPersistMessage } from './ipersistmessage.js';

/** What {@link IMAPIMessageSite.NewMessage} hands out. */
export interface NewFormMessage {
  /** The message. */
  readonly ppMessage: IMessage;
  /** Its site. */
  readonly ppMessageSite: IMAPIMessageSite;
  /** A view for its form; null when the viewer has none for it. */
  readonly ppViewContext: IMAPIViewContext | null;
}

/**
 * Where a form's message comes from and what can be done with it: the viewer's side of a form.
 * @spec imapimessagesiteiunknown
 */
export interface IMAPIMessageSite extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapimessagesite-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Tells the session of the message.
   *
   * @returns `S_OK` with the session; `S_FALSE` with null when there is none
   * @spec imapimessagesite-getsession
   */
  GetSession(): Out<IMAPISession | null>;
  /**
   * Tells the store of the message.
   *
   * @returns `S_OK` with the store; `S_FALSE` with null for a message within a message
   * @spec imapimessagesite-getstore
   */
  GetStore(): Out<IMsgStore | null>;
  /**
   * Tells the folder of the message.
   *
   * @returns `S_OK` with the folder; `S_FALSE` with null for a message within a message
   * @spec imapimessagesite-getfolder
   */
  GetFolder(): Out<IMAPIFolder | null>;
  /**
   * Tells the message itself.
   *
   * @returns `S_OK` with the message; `S_FALSE` with null when the form has none now
   * @spec imapimessagesite-getmessage
   */
  GetMessage(): Out<IMessage | null>;
  /**
   * Tells the form manager, with which the form can open other forms.
   *
   * @returns `S_OK` with the manager
   * @spec imapimessagesite-getformmanager
   */
  GetFormManager(): Out<IMAPIFormMgr>;
  /**
   * Makes a message, an answer to this one for instance.
   *
   * @param fComposeInFolder 0 to let the viewer choose the folder, 1 for `pFolderFocus`
   * @param pFolderFocus the folder; null for that of this message
   * @param pPersistMessage the new form
   * @returns `S_OK` with the message, its site and a view
   * @spec imapimessagesite-newmessage
   */
  NewMessage(
    fComposeInFolder: number,
    pFolderFocus: IMAPIFolder | null,
    pPersistMessage: IPersistMessage,
  ): Out<NewFormMessage>;
  /**
   * Copies the message to a folder; the form goes on showing the old one.
   *
   * @param pFolderDestination the folder
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT`
   * @spec imapimessagesite-copymessage
   */
  CopyMessage(pFolderDestination: IMAPIFolder): Hr;
  /**
   * Moves the message to a folder, after the viewer has gone on to the next one (`VCDIR_MOVE`).
   *
   * @param pFolderDestination the folder
   * @param pViewContext the form's view; null for none
   * @param prcPosRect where the window of the next form shall be
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT`
   * @spec imapimessagesite-movemessage
   */
  MoveMessage(pFolderDestination: IMAPIFolder, pViewContext: IMAPIViewContext | null, prcPosRect: RECT): Hr;
  /**
   * Deletes the message, after the viewer has gone on to the next one (`VCDIR_DELETE`).
   *
   * @param pViewContext the form's view; null for none
   * @param prcPosRect where the window of the next form shall be
   * @returns `S_OK`; `MAPI_E_NO_SUPPORT`
   * @spec imapimessagesite-deletemessage
   */
  DeleteMessage(pViewContext: IMAPIViewContext | null, prcPosRect: RECT): Hr;
  /**
   * Saves the message: the viewer has the form write into it (`IPersistMessage.Save`) and commits.
   *
   * @returns `S_OK`
   * @spec imapimessagesite-savemessage
   */
  SaveMessage(): Hr;
  /**
   * Submits the message, which the viewer takes from the form before (`IPersistMessage.HandsOffMessage`).
   *
   * @param ulFlags `FORCE_SUBMIT` even if it might not be sent at once
   * @returns `S_OK`
   * @spec imapimessagesite-submitmessage
   */
  SubmitMessage(ulFlags?: number): Hr;
  /**
   * Tells what can be done with the message.
   *
   * @returns `S_OK` with `VCSTATUS_COPY`, `VCSTATUS_DELETE`, `VCSTATUS_DELETE_IS_MOVE` when it goes to Deleted Items,
   *   `VCSTATUS_MOVE`, `VCSTATUS_NEW_MESSAGE`, `VCSTATUS_SAVE`, `VCSTATUS_SUBMIT`
   * @spec imapimessagesite-getsitestatus
   */
  GetSiteStatus(): Out<number>;
}

/** The IID of {@link IMAPIMessageSite:interface}. */
export const IMAPIMessageSite: Iid<IMAPIMessageSite> = iid<IMAPIMessageSite, IUnknown>(
  'IMAPIMessageSite',
  '00020370-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    GetSession: '([out, unique] LPMAPISESSION *ppSession)',
    GetStore: '([out, unique] LPMDB *ppStore)',
    GetFolder: '([out, unique] LPMAPIFOLDER *ppFolder)',
    GetMessage: '([out, unique] LPMESSAGE *ppmsg)',
    GetFormManager: '([out] LPMAPIFORMMGR *ppFormMgr)',
    NewMessage:
      '(ULONG fComposeInFolder, [unique] LPMAPIFOLDER pFolderFocus, LPPERSISTMESSAGE pPersistMessage, [out] LPMESSAGE *ppMessage, [out] LPMAPIMESSAGESITE *ppMessageSite, [out, unique] LPMAPIVIEWCONTEXT *ppViewContext)',
    CopyMessage: '(LPMAPIFOLDER pFolderDestination)',
    MoveMessage: '(LPMAPIFOLDER pFolderDestination, [unique] LPMAPIVIEWCONTEXT pViewContext, LPCRECT prcPosRect)',
    DeleteMessage: '([unique] LPMAPIVIEWCONTEXT pViewContext, LPCRECT prcPosRect)',
    SaveMessage: '()',
    SubmitMessage: '(ULONG ulFlags)',
    GetSiteStatus: '([out] LPULONG lpulStatus)',
  },
  'later',
);
