import {
  type AnyIid,
  CLSCTX_INPROC_SERVER,
  CoCreateInstance,
  E_INVALIDARG,
  type Guid,
  type IUnknown,
  type Ret,
} from '../../com/index.js';

/** Makes objects of the classes of comail, as a class factory of the DLL asks. */
export class ActivationRoot {
  /** As the function of that name. The host's context is its own: here the class always runs in the service. */
  CoCreateInstance(
    rclsid: Guid | null,
    pUnkOuter: IUnknown | null,
    _dwClsContext: number,
    riid: AnyIid | null,
  ): Ret<IUnknown> {
    if (rclsid === null || riid === null) return [E_INVALIDARG, null];
    return CoCreateInstance<IUnknown>(rclsid, pUnkOuter, CLSCTX_INPROC_SERVER, riid);
  }
}
