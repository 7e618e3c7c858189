import { type HResult, type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * A viewer's ear: what a form tells the viewers that registered with it. Its methods answer at once.
 * @spec imapiviewadvisesinkiunknown
 */
export interface IMAPIViewAdviseSink extends IUnknown {
  /**
   * Tells that the form closes.
   *
   * @returns `S_OK`
   * @spec imapiviewadvisesink-onshutdown
   */
  OnShutdown(): HResult;
  /**
   * Tells that the form shows another message now, new or loaded: it is not the viewer's any more.
   *
   * @returns `S_OK`
   * @spec imapiviewadvisesink-onnewmessage
   */
  OnNewMessage(): HResult;
  /**
   * Tells how far printing is.
   *
   * @param dwPageNumber the last page that was printed
   * @param hrStatus `S_OK` while it goes on, `S_FALSE` when it is done, a failure when it ended early
   * @returns `S_OK`; `MAPI_E_USER_CANCEL` to stop it
   * @spec imapiviewadvisesink-onprint
   */
  OnPrint(dwPageNumber: number, hrStatus: HResult): HResult;
  /**
   * Tells that the message was submitted.
   *
   * @returns `S_OK`
   * @spec imapiviewadvisesink-onsubmitted
   */
  OnSubmitted(): HResult;
  /**
   * Tells that the message was saved.
   *
   * @returns `S_OK`
   * @spec imapiviewadvisesink-onsaved
   */
  OnSaved(): HResult;
}

/** The IID of {@link IMAPIViewAdviseSink:interface}. */
export const IMAPIViewAdviseSink: Iid<IMAPIViewAdviseSink> = iid<IMAPIViewAdviseSink, IUnknown>(
  'IMAPIViewAdviseSink',
  '0002032B-0000-0000-C000-000000000046',
  IUnknown,
  {
    OnShutdown: '()',
    OnNewMessage: '()',
    OnPrint: '(ULONG dwPageNumber, HRESULT hrStatus)',
    OnSubmitted: '()',
    OnSaved: '()',
  },
);
