import { type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { IPersistMessage } from './ipersistmessage.js';

/**
 * A form's ear: what the viewer tells the form that registered in its view.
 * @spec imapiformadvisesinkiunknown
 */
export interface IMAPIFormAdviseSink extends IUnknown {
  /**
   * Tells that the viewer's state changed, so that the form can turn its buttons on and off.
   *
   * @param ulDir the state now: `VCSTATUS_NEXT` and `VCSTATUS_PREV` when there are messages that way,
   *   `VCSTATUS_CATEGORY` when they are in another category (no header has its value), `VCSTATUS_INTERACTIVE` when
   *   the form may show windows, `VCSTATUS_MODAL` when it shall be modal to the viewer, `VCSTATUS_READONLY` when
   *   messages may not be deleted, submitted or moved, `VCSTATUS_UNREAD` when there are unread ones (no header has its
   *   value)
   * @returns `S_OK`
   * @spec imapiformadvisesink-onchange
   */
  OnChange(ulDir: number): Hr;
  /**
   * Asks whether the form can show the message that comes next.
   *
   * @param lpszMessageClass its class
   * @param ulMessageStatus its `PR_MSG_STATUS`
   * @param ulMessageFlags its `PR_MESSAGE_FLAGS`
   * @returns `S_OK` with null when this form can, or with another form that the viewer shall load instead; `S_FALSE`
   *   with null when it can't
   * @spec imapiformadvisesink-onactivatenext
   */
  OnActivateNext(
    lpszMessageClass: string,
    ulMessageStatus: number,
    ulMessageFlags: number,
  ): Out<IPersistMessage | null>;
}

/** The IID of {@link IMAPIFormAdviseSink:interface}. */
export const IMAPIFormAdviseSink: Iid<IMAPIFormAdviseSink> = iid<IMAPIFormAdviseSink, IUnknown>(
  'IMAPIFormAdviseSink',
  '0002032F-0000-0000-C000-000000000046',
  IUnknown,
  {
    OnChange: '(ULONG ulDir)',
    OnActivateNext:
      '(LPCSTR lpszMessageClass, ULONG ulMessageStatus, ULONG ulMessageFlags, [out, unique] LPPERSISTMESSAGE *ppPersistMessage)',
  },
  'later',
);
