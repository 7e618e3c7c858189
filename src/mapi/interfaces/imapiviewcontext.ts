import { type HResult, type Hr, type Iid, type IStream, IUnknown, iid, type Out } from '../../com/index.js';
import type { FORMPRINTSETUP, RECT } from '../types/forms.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIFormAdviseSink } from './imapiformadvisesink.js';

/** What {@link IMAPIViewContext.GetSaveStream} hands out. */
export interface SaveStream {
  /** `MAPI_UNICODE` for Unicode text. */
  readonly pulFlags: number;
  /** `SAVE_FORMAT_TEXT` or `SAVE_FORMAT_RICHTEXT`. */
  readonly pulFormat: number;
  /** The stream to write to. */
  readonly ppstm: IStream;
}

/**
 * A form's place in a view: how it goes on to the next message, and what the viewer says about printing and saving.
 * @spec imapiviewcontextiunknown
 */
export interface IMAPIViewContext extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiviewcontext-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Registers the form for changes in the viewer, or ends its registration.
   *
   * @param pmvns who is told, instead of whoever was before; null for nobody
   * @returns `S_OK`
   * @spec imapiviewcontext-setadvisesink
   */
  SetAdviseSink(pmvns: IMAPIFormAdviseSink | null): Hr;
  /**
   * Goes on to another message.
   *
   * @param ulDir which, and why: `VCDIR_NEXT` or `VCDIR_PREV`, alone or with `VCDIR_CATEGORY` for the first or last
   *   one of the neighbouring category, or with `VCDIR_UNREAD` for the next unread one; `VCDIR_DELETE` or
   *   `VCDIR_MOVE` when the message is about to be deleted or moved; no header has values for CATEGORY and UNREAD
   * @param prcPosRect where the window that shows it shall be
   * @returns `S_OK`; `S_FALSE`, a success, when it needed another form, and this one shall close
   * @spec imapiviewcontext-activatenext
   */
  ActivateNext(ulDir: number, prcPosRect: RECT): Hr;
  /**
   * Tells how to print.
   *
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the settings
   * @spec imapiviewcontext-getprintsetup
   */
  GetPrintSetup(ulFlags?: number): Out<FORMPRINTSETUP>;
  /**
   * Tells where to save the message as text, and how.
   *
   * @returns `S_OK` with stream, width and format
   * @spec imapiviewcontext-getsavestream
   */
  GetSaveStream(): Out<SaveStream>;
  /**
   * Tells the viewer's state.
   *
   * @returns `S_OK` with `VCSTATUS_NEXT` and `VCSTATUS_PREV` when there are such messages, `VCSTATUS_CATEGORY` when
   *   they are in another category, `VCSTATUS_INTERACTIVE` when windows may be shown, `VCSTATUS_MODAL` when the form
   *   is modal, `VCSTATUS_READONLY`, `VCSTATUS_DELETE`; no header has values for the `VCSTATUS_CATEGORY` and
   *   `VCSTATUS_UNREAD` of the page
   * @spec imapiviewcontext-getviewstatus
   */
  GetViewStatus(): Out<number>;
}

/** The IID of {@link IMAPIViewContext:interface}. */
export const IMAPIViewContext: Iid<IMAPIViewContext> = iid<IMAPIViewContext, IUnknown>(
  'IMAPIViewContext',
  '00020321-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    SetAdviseSink: '([unique] LPMAPIFORMADVISESINK pmvns)',
    ActivateNext: '(ULONG ulDir, LPCRECT prcPosRect)',
    GetPrintSetup: '(ULONG ulFlags, [out] LPFORMPRINTSETUP *lppFormPrintSetup)',
    GetSaveStream: '([out] ULONG *pulFlags, [out] ULONG *pulFormat, [out] LPSTREAM *ppstm)',
    GetViewStatus: '([out] LPULONG lpulStatus)',
  },
  'later',
);
