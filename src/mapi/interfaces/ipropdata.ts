import { type Hr, type Iid, iid, type Out } from '../../com/index.js';
import type { SPropProblem } from '../types/problem.js';
import type { PropTag } from '../types/proptag.js';
import { IMAPIProp } from './imapiprop.js';

/** What {@link IPropData.HrGetPropAccess} answers. */
export interface PropAccess {
  /** The properties: those asked for, or all. */
  readonly lppPropTagArray: readonly PropTag[];
  /** For each, in the same order, `IPROP_READONLY` or `IPROP_READWRITE` and `IPROP_CLEAN` or `IPROP_DIRTY`. */
  readonly lprgulAccess: readonly number[];
}

/**
 * Properties held in memory, each of which may be read-only and knows whether it was changed. `CreateIProp` makes such
 * objects.
 * @spec ipropdataimapiprop
 */
export interface IPropData extends IMAPIProp {
  /**
   * Says whether the object as a whole may be changed.
   *
   * @param ulAccess `IPROP_READONLY` or `IPROP_READWRITE`
   * @returns `S_OK`
   * @spec ipropdata-hrsetobjaccess
   */
  HrSetObjAccess(ulAccess: number): Hr;
  /**
   * Says which properties may be changed and which count as changed.
   *
   * @param lpPropTagArray the properties
   * @param rgulAccess for each, in the same order, one of `IPROP_READONLY` and `IPROP_READWRITE`, and one of
   *   `IPROP_CLEAN` and `IPROP_DIRTY`
   * @returns `S_OK`; `MAPI_E_NO_ACCESS` when the object may not be changed; `MAPI_E_INVALID_PARAMETER` for both flags
   *   of a pair
   * @spec ipropdata-hrsetpropaccess
   */
  HrSetPropAccess(lpPropTagArray: readonly PropTag[], rgulAccess: readonly number[]): Hr;
  /**
   * Tells which properties may be changed and which were.
   *
   * @param lppPropTagArray the properties; null for all
   * @returns `S_OK` with the properties and their flags
   * @spec ipropdata-hrgetpropaccess
   */
  HrGetPropAccess(lppPropTagArray: readonly PropTag[] | null): Out<PropAccess>;
  /**
   * Adds properties of type `PT_OBJECT`, which SetProps can't: they appear in GetPropList.
   *
   * @param lppPropTagArray the properties
   * @returns `S_OK`; `MAPI_W_PARTIAL_COMPLETION` with those that could not be added; `MAPI_E_INVALID_TYPE` when one is
   *   of another type; `MAPI_E_NO_ACCESS` when the object may not be changed
   * @spec ipropdata-hraddobjprops
   */
  HrAddObjProps(lppPropTagArray: readonly PropTag[]): Out<readonly SPropProblem[]>;
}

/** The IID of {@link IPropData:interface}. */
export const IPropData: Iid<IPropData> = iid<IPropData, IMAPIProp>(
  'IPropData',
  '0002031A-0000-0000-C000-000000000046',
  IMAPIProp,
  {
    HrSetObjAccess: '(ULONG ulAccess)',
    HrSetPropAccess: '(LPSPropTagArray lpPropTagArray, ULONG *rgulAccess)',
    HrGetPropAccess: '([in, out, unique] LPSPropTagArray *lppPropTagArray, [out] ULONG **lprgulAccess)',
    HrAddObjProps: '(LPSPropTagArray lppPropTagArray, [out, unique] LPSPropProblemArray *lprgulAccess)',
  },
  'later',
);
