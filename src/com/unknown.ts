import type { Ret } from './hresult.js';
import { type Iid, iid } from './iid.js';

/** The root of every interface: identity and life time. Disposing a pointer releases it, so `using` works. @spec nn-unknwn-iunknown */
export interface IUnknown extends Disposable {
  /**
   * Asks the object for another of its interfaces.
   *
   * @param riid the interface wanted, `ISMTPTransport2` for instance
   * @returns `S_OK` and a pointer that the caller releases; `E_NOINTERFACE`; `E_POINTER` when no interface is named;
   *   `CO_E_RELEASED` when the object has ended
   * @spec nf-unknwn-iunknown-queryinterface(refiid_void)
   */
  QueryInterface<I extends IUnknown>(riid: Iid<I>): Ret<I>;
  /**
   * Adds a reference.
   *
   * @returns the new count, for tests only; 0 when the object has ended
   * @spec nf-unknwn-iunknown-addref
   */
  AddRef(): number;
  /**
   * Gives a reference back; the last one ends the object.
   *
   * @returns the new count, for tests only; 0 when the object has ended
   * @spec nf-unknwn-iunknown-release
   */
  Release(): number;
}

/** The IID of {@link IUnknown:interface}; asking for it answers the object's identity, equal under `===`. */
export const IUnknown: Iid<IUnknown> = iid<IUnknown, Disposable>(
  'IUnknown',
  '00000000-0000-0000-C000-000000000046',
  null,
  {
    QueryInterface: '([in] REFIID riid, [out, iid_is(riid)] void **ppvObject)',
    AddRef: 'ULONG ()',
    Release: 'ULONG ()',
  },
);
