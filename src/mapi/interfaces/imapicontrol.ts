import { type HResult, type Hr, type Iid, IUnknown, iid, type Out } from '../../com/index.js';
import type { MAPIERROR } from '../types/mapierror.js';

/**
 * What a button of a dialog made from a display table does. A provider hands it out when the button's property of
 * type `PT_OBJECT` is opened (`IMAPIProp.OpenProperty`).
 * @spec imapicontroliunknown
 */
export interface IMAPIControl extends IUnknown {
  /**
   * Explains the failure of an earlier call on this object.
   *
   * @param hResult the code that the call answered
   * @param ulFlags `MAPI_UNICODE` for Unicode texts
   * @returns `S_OK` with the explanation, whose texts are empty when there is nothing to add; `MAPI_E_BAD_CHARWIDTH`
   *   when the texts can't be had in the width asked for
   * @spec imapicontrol-getlasterror
   */
  GetLastError(hResult: HResult, ulFlags?: number): Out<MAPIERROR>;
  /**
   * Does what the button is for. It comes after a click, when GetState has said that the button is enabled.
   *
   * @param ulFlags reserved, 0
   * @param ulUIParam the window of the dialog
   * @returns `S_OK`
   * @spec imapicontrol-activate
   */
  Activate(ulFlags: number, ulUIParam: number): Hr;
  /**
   * Tells whether the button can be clicked.
   *
   * @param ulFlags reserved, 0
   * @returns `S_OK` with `MAPI_ENABLED` or `MAPI_DISABLED`
   * @spec imapicontrol-getstate
   */
  GetState(ulFlags?: number): Out<number>;
}

/** The IID of {@link IMAPIControl:interface}. */
export const IMAPIControl: Iid<IMAPIControl> = iid<IMAPIControl, IUnknown>(
  'IMAPIControl',
  '0002031B-0000-0000-C000-000000000046',
  IUnknown,
  {
    GetLastError: '(HRESULT hResult, ULONG ulFlags, [out] LPMAPIERROR *lppMAPIError)',
    Activate: '(ULONG ulFlags, ULONG_PTR ulUIParam)',
    GetState: '(ULONG ulFlags, [out] ULONG *lpulState)',
  },
  'later',
);
