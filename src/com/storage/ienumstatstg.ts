import type { Hr, Out } from '../hresult.js';
import { type Iid, iid } from '../iid.js';
import type { STATSTG } from '../stream/statstg.js';
import { IUnknown } from '../unknown.js';

/** Goes through the elements of a storage, as they were when it was made. @spec nn-objidl-ienumstatstg */
export interface IEnumSTATSTG extends IUnknown {
  /**
   * The next elements.
   *
   * @param celt how many are wanted
   * @returns `S_OK` with as many, `S_FALSE` with fewer when the end came first; `E_INVALIDARG` for no count
   * @spec nf-objidl-ienumstatstg-next
   */
  Next(celt: number): Out<readonly STATSTG[]>;
  /**
   * Passes elements over.
   *
   * @param celt how many
   * @returns `S_OK`; `S_FALSE` when the end came first; `E_INVALIDARG` for no count
   * @spec nf-objidl-ienumstatstg-skip
   */
  Skip(celt: number): Hr;
  /**
   * Begins anew.
   *
   * @returns `S_OK`
   * @spec nf-objidl-ienumstatstg-reset
   */
  Reset(): Hr;
  /**
   * Another one over the same elements, at the same place.
   *
   * @returns `S_OK` with it
   * @spec nf-objidl-ienumstatstg-clone
   */
  Clone(): Out<IEnumSTATSTG>;
}

/** The IID of {@link IEnumSTATSTG:interface}. */
export const IEnumSTATSTG: Iid<IEnumSTATSTG> = iid<IEnumSTATSTG, IUnknown>(
  'IEnumSTATSTG',
  '0000000D-0000-0000-C000-000000000046',
  IUnknown,
  {
    Next: '(ULONG celt, [out, size_is(celt), length_is(pceltFetched)] STATSTG *rgelt, [out, unique] ULONG *pceltFetched)',
    Skip: '(ULONG celt)',
    Reset: '()',
    Clone: '([out] IEnumSTATSTG **ppenum)',
  },
  'later',
);
