import { type Guid, type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIMessageSite } from './imapimessagesite.js';
import type { IMessage } from './imessage.js';

/**
 * How a form gets its message, gives it back and writes into it. A form is uninitialized, normal, saving (it may not
 * write), or without its message for a while, after saving or in the middle of its work.
 * @spec ipersistmessageiunknown
 */
export interface IPersistMessage extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec ipersistmessage-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Tells the class of the form.
   *
   * @returns `S_OK` with the class identifier
   * @spec ipersistmessage-getclassid
   */
  GetClassID(): Out<Guid>;
  /**
   * Tells whether there are changes to save.
   *
   * @returns `S_OK` when there are, `S_FALSE` when there are none
   * @spec ipersistmessage-isdirty
   */
  IsDirty(): Hr;
  /**
   * Gives the form a new message to compose. The form writes the properties it needs, among them the class, when it
   * is saved.
   *
   * @param pMessageSite the message's site
   * @param pMessage the message
   * @returns `S_OK`; `E_UNEXPECTED` when the form has a message already
   * @spec ipersistmessage-initnew
   */
  InitNew(pMessageSite: IMAPIMessageSite, pMessage: IMessage): Hr;
  /**
   * Gives the form a message to show.
   *
   * @param pMessageSite the message's site
   * @param pMessage the message
   * @param ulMessageStatus its `PR_MSG_STATUS`
   * @param ulMessageFlags its `PR_MESSAGE_FLAGS`
   * @returns `S_OK`; `E_UNEXPECTED` when the form has a message already
   * @spec ipersistmessage-load
   */
  Load(pMessageSite: IMAPIMessageSite, pMessage: IMessage, ulMessageStatus: number, ulMessageFlags: number): Hr;
  /**
   * Has the form write its changes into a message, which the caller then commits. Until SaveCompleted or
   * HandsOffMessage the form does not write any more.
   *
   * @param pMessage the message; null for the form's own
   * @param fSameAsLoad 1 when it is the form's own, 0 for another one, into which everything is written
   * @returns `S_OK`; `E_UNEXPECTED` when the form is not in its normal state
   * @spec ipersistmessage-save
   */
  Save(pMessage: IMessage | null, fSameAsLoad: number): Hr;
  /**
   * Tells the form that saving is done, and gives it a message again if it has none.
   *
   * @param pMessage the message that was saved; null for the one the form still has
   * @returns `S_OK`; `E_INVALIDARG` when the form has no message and gets none; `E_UNEXPECTED` when nothing was being
   *   saved
   * @spec ipersistmessage-savecompleted
   */
  SaveCompleted(pMessage: IMessage | null): Hr;
  /**
   * Takes the message from the form, and from the forms of all messages within it, until SaveCompleted or Load.
   *
   * @returns `S_OK`; `E_UNEXPECTED` when the form has no message
   * @spec ipersistmessage-handsoffmessage
   */
  HandsOffMessage(): Hr;
}

/** The IID of {@link IPersistMessage:interface}. */
export const IPersistMessage: Iid<IPersistMessage> = iid<IPersistMessage, IUnknown>(
  'IPersistMessage',
  '0002032A-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    // The page says in and out, yet nothing is read: the caller gives the memory.
    GetClassID: '([out] LPCLSID lpClassID)',
    IsDirty: '()',
    InitNew: '(LPMAPIMESSAGESITE pMessageSite, LPMESSAGE pMessage)',
    Load: '(LPMAPIMESSAGESITE pMessageSite, LPMESSAGE pMessage, ULONG ulMessageStatus, ULONG ulMessageFlags)',
    Save: '([unique] LPMESSAGE pMessage, ULONG fSameAsLoad)',
    SaveCompleted: '([unique] LPMESSAGE pMessage)',
    HandsOffMessage: '()',
  },
  'later',
);
