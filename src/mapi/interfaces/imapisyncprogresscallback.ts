import { type HResult, type Iid, IUnknown, iid } from '../../com/index.js';

/**
 * Where a store that synchronises tells how far it is. Its methods answer at once.
 * @spec imapisyncprogresscallbackiunknown
 */
export interface IMAPISyncProgressCallback extends IUnknown {
  /**
   * Moves the indicator.
   *
   * @param pwcszProgress what is being done; null to leave the text
   * @param ulIndex how far
   * @param ulIndexMax how far it will be at the end
   * @returns `S_OK`
   * @spec imapisyncprogresscallback-progress
   */
  Progress(pwcszProgress: string | null, ulIndex: number, ulIndexMax: number): HResult;
  /**
   * Tells of an error or a warning.
   *
   * @param hResult the code
   * @param pwcszErrorStr the words for it
   * @returns `S_OK`
   * @spec imapisyncprogresscallback-error
   */
  Error(hResult: HResult, pwcszErrorStr: string): HResult;
  /**
   * Tells that it is done.
   *
   * @param hThreadDoneEvent what the store set as `phSyncDoneEvent`; null for nothing
   * @param hResult how it ended
   * @returns `S_OK`
   * @spec imapisyncprogresscallback-done
   */
  Done(hThreadDoneEvent: Promise<void> | null, hResult: HResult): HResult;
}

/** The IID of {@link IMAPISyncProgressCallback:interface}. */
export const IMAPISyncProgressCallback: Iid<IMAPISyncProgressCallback> = iid<IMAPISyncProgressCallback, IUnknown>(
  'IMAPISyncProgressCallback',
  '5024A386-2D44-486A-81A8-8F0ECB6071DD',
  IUnknown,
  {
    Progress: '([unique] const WCHAR *pwcszProgress, ULONG ulIndex, ULONG ulIndexMax)',
    Error: '(HRESULT hResult, const WCHAR *pwcszErrorStr)',
    Done: '([unique] HANDLE hThreadDoneEvent, HRESULT hResult)',
  },
);
