import {
  CLASS_E_CLASSNOTAVAILABLE,
  CLASS_E_NOAGGREGATION,
  CO_E_OBJISREG,
  E_INVALIDARG,
  REGDB_E_CLASSNOTREG,
  S_OK,
} from './codes.js';
import { ComError } from './error.js';
import { type Guid, guid } from './guid.js';
import { failed, type HResult, type Ret } from './hresult.js';
import { type Iid, iid } from './iid.js';
import type { Impl } from './implementation.js';
import { failedAnswer } from './lasterror.js';
import { acquire, com } from './object.js';
import { IUnknown } from './unknown.js';

/** Makes objects of one class. @spec nn-unknwn-iclassfactory */
export interface IClassFactory extends IUnknown {
  /**
   * Makes an object.
   *
   * @param pUnkOuter null; aggregation is answered by `CLASS_E_NOAGGREGATION`
   * @param riid the interface wanted
   * @returns the pointer, `E_NOINTERFACE`, or what making the object failed with
   * @spec nf-unknwn-iclassfactory-createinstance
   */
  CreateInstance<I extends IUnknown>(pUnkOuter: IUnknown | null, riid: Iid<I>): Ret<I>;
  /**
   * Keeps the class loaded, or lets it go again. Classes are never unloaded, so it only counts.
   *
   * @param fLock whether to lock
   * @returns `S_OK`; `E_INVALIDARG` for an unlock without a lock
   * @spec nf-unknwn-iclassfactory-lockserver
   */
  LockServer(fLock: boolean): HResult;
}

/** The IID of {@link IClassFactory:interface}. */
export const IClassFactory: Iid<IClassFactory> = iid<IClassFactory, IUnknown>(
  'IClassFactory',
  '00000001-0000-0000-C000-000000000046',
  IUnknown,
  {
    CreateInstance: '([unique] IUnknown *pUnkOuter, REFIID riid, [out, iid_is(riid)] void **ppvObject)',
    LockServer: '(BOOL fLock)',
  },
);

/** Run in this process. The only context there is for now; the others are accepted in combination with it. */
export const CLSCTX_INPROC_SERVER = 0x1;
/** Run on this machine in another process. */
export const CLSCTX_LOCAL_SERVER = 0x4;
/** Any context. */
export const CLSCTX_ALL = 0x17;
/** One `CoGetClassObject` uses the registration up. */
export const REGCLS_SINGLEUSE = 0;
/** The registration serves any number of calls. */
export const REGCLS_MULTIPLEUSE = 1;

interface Registration {
  readonly clsid: Guid;
  readonly flags: number;
  readonly context: number;
  readonly factory: IUnknown;
}

/** A class that is always there, like one whose DLL is registered: its class object is made when asked for. */
interface BuiltIn {
  readonly create: () => Impl<IUnknown>;
  // biome-ignore lint/suspicious/noExplicitAny: a class offers interfaces of any kind.
  readonly iids: readonly Iid<any>[];
}

const registrations = new Map<number, Registration>();
const builtIns = new Map<Guid, BuiltIn>();
let lastCookie = 0;

/**
 * Offers a class object under a CLSID until it is revoked. A registration goes before a built-in class of the same
 * CLSID, so a test or a program may replace one.
 *
 * @param rclsid the class
 * @param pUnk its class object; a reference is kept until the registration ends
 * @param dwClsContext who may use it, `CLSCTX_INPROC_SERVER`
 * @param flags `REGCLS_MULTIPLEUSE` or `REGCLS_SINGLEUSE`
 * @returns the cookie for {@link CoRevokeClassObject}; `CO_E_OBJISREG` when the class is registered in that context;
 *   `E_INVALIDARG` when an argument is missing
 * @spec nf-combaseapi-coregisterclassobject
 */
export function CoRegisterClassObject(
  rclsid: Guid,
  pUnk: IUnknown,
  dwClsContext: number = CLSCTX_INPROC_SERVER,
  flags: number = REGCLS_MULTIPLEUSE,
): Ret<number> {
  return answering(() => {
    const clsid = guid(rclsid);
    if ([...registrations.values()].some((r) => r.clsid === clsid && (r.context & dwClsContext) !== 0))
      throw new ComError(CO_E_OBJISREG, `${clsid} is registered already`);
    if (dwClsContext === 0) throw new ComError(E_INVALIDARG, 'dwClsContext names no context');
    const factory = acquire(pUnk, IUnknown, 'pUnk');
    registrations.set(++lastCookie, Object.freeze({ clsid, flags, context: dwClsContext, factory }));
    return lastCookie;
  });
}

/**
 * Ends a registration and releases its class object.
 *
 * @param dwRegister the cookie
 * @returns `S_OK`; `E_INVALIDARG` when there is no such registration
 * @spec nf-combaseapi-corevokeclassobject
 */
export function CoRevokeClassObject(dwRegister: number): HResult {
  const registration = registrations.get(dwRegister);
  if (!registration) return E_INVALIDARG;
  registrations.delete(dwRegister);
  registration.factory.Release();
  return S_OK;
}

/**
 * Declares a class that is there whenever its room is loaded, as a registered DLL would be.
 *
 * @param clsid the class
 * @param create makes one implementation
 * @param iids the interfaces its objects have, the chief one first
 */
// biome-ignore lint/suspicious/noExplicitAny: a class offers interfaces of any kind.
export function registerClass<I extends IUnknown>(clsid: Guid, create: () => Impl<I>, ...iids: Iid<any>[]): void {
  builtIns.set(clsid, Object.freeze({ create: create as () => Impl<IUnknown>, iids: Object.freeze(iids) }));
}

/**
 * The class object of a class.
 *
 * @param rclsid the class
 * @param dwClsContext where it may run
 * @param pServerInfo null; there are no other machines
 * @param riid the interface wanted, `IClassFactory` in most cases
 * @returns the pointer; `REGDB_E_CLASSNOTREG`; `E_NOINTERFACE`; `E_INVALIDARG` for a CLSID that is none
 * @spec nf-combaseapi-cogetclassobject
 */
export function CoGetClassObject<I extends IUnknown>(
  rclsid: Guid,
  dwClsContext: number,
  pServerInfo: null,
  riid: Iid<I>,
): Ret<I> {
  return answering(() => {
    if (pServerInfo !== null) throw new ComError(E_INVALIDARG, 'pServerInfo must be NULL');
    const clsid = guid(rclsid);
    const found = [...registrations].find(([, r]) => r.clsid === clsid && (r.context & dwClsContext) !== 0);
    if (found) {
      const [cookie, registration] = found;
      const [hr, pointer] = registration.factory.QueryInterface(riid);
      if (registration.flags === REGCLS_SINGLEUSE) CoRevokeClassObject(cookie);
      if (!pointer) throw new ComError(hr, `the class object of ${clsid} has no ${riid.name}`);
      return pointer;
    }
    const builtIn = dwClsContext & CLSCTX_INPROC_SERVER ? builtIns.get(clsid) : undefined;
    if (!builtIn) throw new ComError(REGDB_E_CLASSNOTREG, `no class is registered as ${clsid}`);
    using factory = com<IClassFactory>(new BuiltInFactory(builtIn), IClassFactory);
    const [hr, pointer] = factory.QueryInterface(riid);
    if (!pointer) throw new ComError(hr, `the class object of ${clsid} has no ${riid.name}`);
    return pointer;
  });
}

/**
 * Makes an object of a class.
 *
 * @param rclsid the class, `CLSID_ISMTPTransport` for instance
 * @param pUnkOuter null; aggregation is answered by `CLASS_E_NOAGGREGATION`
 * @param dwClsContext where it may run, `CLSCTX_INPROC_SERVER`
 * @param riid the interface wanted
 * @returns the pointer; `REGDB_E_CLASSNOTREG`; `CLASS_E_NOAGGREGATION`; `E_NOINTERFACE`; `E_INVALIDARG`
 * @spec nf-combaseapi-cocreateinstance
 * @example
 * ```ts
 * const [hr, transport] = CoCreateInstance(CLSID_ISMTPTransport, null, CLSCTX_INPROC_SERVER, ISMTPTransport);
 * if (!transport) return hr;
 * ```
 */
export function CoCreateInstance<I extends IUnknown>(
  rclsid: Guid,
  pUnkOuter: IUnknown | null,
  dwClsContext: number,
  riid: Iid<I>,
): Ret<I> {
  const found = CoGetClassObject(rclsid, dwClsContext, null, IClassFactory);
  // The same answer goes on, for the words of the failure are tied to it.
  if (!found[1]) return found as Ret<I>;
  using factory = found[1];
  return factory.CreateInstance(pUnkOuter, riid);
}

class BuiltInFactory implements Impl<IClassFactory> {
  readonly #of: BuiltIn;

  constructor(of: BuiltIn) {
    this.#of = of;
  }

  CreateInstance<I extends IUnknown>(pUnkOuter: IUnknown | null, riid: Iid<I>): I {
    if (pUnkOuter) throw new ComError(CLASS_E_NOAGGREGATION, 'the class cannot be part of another object');
    if (!riid) throw new ComError(E_INVALIDARG, 'riid is missing');
    const [first, ...rest] = this.#of.iids;
    if (!first) throw new ComError(CLASS_E_CLASSNOTAVAILABLE, 'the class has no interface');
    using object = com(this.#of.create(), first, ...rest) as IUnknown;
    const [hr, pointer] = object.QueryInterface(riid);
    if (!pointer) throw new ComError(hr, `the object has no ${riid.name}`);
    return pointer;
  }

  LockServer(fLock: boolean): HResult {
    if (!fLock && locks === 0) throw new ComError(E_INVALIDARG, 'the server is not locked');
    locks += fLock ? 1 : -1;
    return S_OK;
  }
}

let locks = 0;

// These are functions, not methods, so they carry the thunk's duty themselves: HRESULTs outside, words kept for `ok`.
function answering<T>(step: () => T): Ret<T> {
  try {
    return [S_OK, step()];
  } catch (error) {
    if (!(error instanceof ComError) || !failed(error.hr)) throw error;
    return failedAnswer(CoGetClassObject, 'CoGetClassObject', error);
  }
}
