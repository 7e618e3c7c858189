import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { RECT } from '../types/forms.js';
import type { MAPIERROR } from '../types/mapierror.js';
import type { IMAPIViewAdviseSink } from './imapiviewadvisesink.js';
import type { IMAPIViewContext } from './imapiviewcontext.js';

/**
 * A form: the window that shows messages of a class, as seen by the viewer that opened it. Its messages come and go
 * through `IPersistMessage` of the same object.
 * @spec imapiformiunknown
 */
export interface IMAPIForm extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapiform-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Places the form in a view, and takes it out of the one it was in: the form unregisters there and registers here
   * (`IMAPIViewContext.SetAdviseSink`).
   *
   * @param pViewContext the view; null for none
   * @returns `S_OK`
   * @spec imapiform-setviewcontext
   */
  SetViewContext(pViewContext: IMAPIViewContext | null): Hr;
  /**
   * Tells in which view the form is.
   *
   * @returns `S_OK` with the view; `S_FALSE` with null when it is in none
   * @spec imapiform-getviewcontext
   */
  GetViewContext(): Out<IMAPIViewContext | null>;
  /**
   * Closes the form; its window is gone when this returns, and all its viewers have been told (`OnShutdown`).
   *
   * @param ulSaveOptions what becomes of changes: `SAVEOPTS_SAVEIFDIRTY` saves them, `SAVEOPTS_NOSAVE` loses them,
   *   `SAVEOPTS_PROMPTSAVE` lets the user decide
   * @returns `S_OK`; `E_UNEXPECTED` when it is closed already
   * @spec imapiform-shutdownform
   */
  ShutdownForm(ulSaveOptions: number): Hr;
  /**
   * Does something with the message: opens, prints or answers it, whatever the form lists
   * (`IMAPIFormInfo.CalcVerbSet`).
   *
   * @param iVerb the number of the verb
   * @param lpViewContext the view to do it in, instead of the form's own for this once; null for the form's own
   * @param hwndParent the window that owns what is modal; 0 when nothing is
   * @param lprcPosRect where the form's window shall be
   * @returns `S_OK`; `OLEOBJ_S_CANNOT_DOVERB_NOW` (0x00040181), a success, when the verb exists but can't be done now
   * @spec imapiform-doverb
   */
  DoVerb(iVerb: number, lpViewContext: IMAPIViewContext | null, hwndParent: number, lprcPosRect: RECT): Hr;
  /**
   * Registers a viewer for what happens to the form.
   *
   * @param pAdvise who is told; the form holds a reference
   * @returns `S_OK` with the number of the registration, not 0; `E_OUTOFMEMORY`
   * @spec imapiform-advise
   */
  Advise(pAdvise: IMAPIViewAdviseSink): Out<number>;
  /**
   * Ends a registration.
   *
   * @param ulConnection the number that Advise handed out
   * @returns `S_OK`; `E_INVALIDARG` when there is no such registration
   * @spec imapiform-unadvise
   */
  Unadvise(ulConnection: number): Hr;
}

/** The IID of {@link IMAPIForm:interface}. */
export const IMAPIForm: Iid<IMAPIForm> = iid<IMAPIForm, IUnknown>(
  'IMAPIForm',
  '00020327-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    SetViewContext: '([unique] LPMAPIVIEWCONTEXT pViewContext)',
    GetViewContext: '([out, unique] LPMAPIVIEWCONTEXT *ppViewContext)',
    ShutdownForm: '(ULONG ulSaveOptions)',
    DoVerb: '(LONG iVerb, [unique] LPMAPIVIEWCONTEXT lpViewContext, ULONG_PTR hwndParent, LPCRECT lprcPosRect)',
    Advise: '(LPMAPIVIEWADVISESINK pAdvise, [out] ULONG_PTR *pdwStatus)',
    Unadvise: '(ULONG_PTR ulConnection)',
  },
  'later',
);
