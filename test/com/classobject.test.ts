import { describe, expect, test } from 'vitest';
import {
  CLASS_E_CLASSNOTAVAILABLE,
  CLASS_E_NOAGGREGATION,
  CLSCTX_ALL,
  CLSCTX_INPROC_SERVER,
  CLSCTX_LOCAL_SERVER,
  CO_E_OBJISREG,
  CO_E_RELEASED,
  CoCreateInstance,
  CoGetClassObject,
  ComError,
  CoRegisterClassObject,
  CoRevokeClassObject,
  com,
  E_INVALIDARG,
  E_NOINTERFACE,
  E_OUTOFMEMORY,
  type FinalRelease,
  type Guid,
  type HResult,
  IClassFactory,
  type Iid,
  type Impl,
  IUnknown,
  iid,
  ledgerTotals,
  newGuid,
  ok,
  REGCLS_MULTIPLEUSE,
  REGCLS_SINGLEUSE,
  REGDB_E_CLASSNOTREG,
  registerClass,
  S_OK,
} from '../../src/com/index.js';
import { useLedger } from '../support/ledger.js';

useLedger();

interface IGreeter extends IUnknown {
  Kind(): number;
}
const IGreeter: Iid<IGreeter> = iid<IGreeter, IUnknown>('IGreeter', '44444444-0000-0000-C000-000000000046', IUnknown, {
  Kind: 'ULONG ()',
});
interface IStranger extends IUnknown {
  Strange(): HResult;
}
const IStranger: Iid<IStranger> = iid<IStranger, IUnknown>(
  'IStranger',
  '55555555-0000-0000-C000-000000000046',
  IUnknown,
  { Strange: '()' },
);

class Greeter implements Impl<IGreeter>, FinalRelease {
  static ended = 0;
  Kind(): number {
    return 1;
  }
  finalRelease(): void {
    Greeter.ended++;
  }
}

/** A class object of the tests' own; `Kind` of what it makes is 2. */
class Factory implements Impl<IClassFactory> {
  made = 0;
  CreateInstance<I extends IUnknown>(_outer: IUnknown | null, riid: Iid<I>): I {
    this.made++;
    using object = com<IGreeter>({ Kind: () => 2 }, IGreeter);
    return ok(object.QueryInterface(riid));
  }
  LockServer(): void {
    // Nothing to unload.
  }
}

const inproc = CLSCTX_INPROC_SERVER;
const create = (clsid: Guid) => CoCreateInstance(clsid, null, inproc, IGreeter);

/** A built-in class under a CLSID of its own. */
function builtIn(): Guid {
  const clsid = newGuid();
  registerClass<IGreeter>(clsid, () => new Greeter(), IGreeter);
  return clsid;
}

describe('a built-in class', () => {
  test('makes an object on each call', () => {
    const clsid = builtIn();
    using a = ok(create(clsid));
    using b = ok(create(clsid));
    expect(a).not.toBe(b);
    expect(a.Kind()).toBe(1);
  });

  test('makes objects that end with their last reference', () => {
    const ended = Greeter.ended;
    ok(create(builtIn())).Release();
    expect(Greeter.ended).toBe(ended + 1);
  });

  test('answers E_NOINTERFACE for an interface its objects lack, and leaves nothing behind', () => {
    const before = ledgerTotals();
    expect(CoCreateInstance(builtIn(), null, inproc, IStranger)).toEqual([E_NOINTERFACE, null]);
    expect(ledgerTotals()).toEqual(before);
  });

  test('cannot be part of another object: CLASS_E_NOAGGREGATION', () => {
    using outer = com<IGreeter>(new Greeter(), IGreeter);
    expect(CoCreateInstance(builtIn(), outer, inproc, IGreeter)).toEqual([CLASS_E_NOAGGREGATION, null]);
  });

  test('runs in this process alone', () => {
    expect(CoCreateInstance(builtIn(), null, CLSCTX_LOCAL_SERVER, IGreeter)).toEqual([REGDB_E_CLASSNOTREG, null]);
    ok(CoCreateInstance(builtIn(), null, CLSCTX_ALL, IGreeter)).Release();
  });

  test('hands what its constructor throws to the caller', () => {
    const clsid = newGuid();
    registerClass<IGreeter>(
      clsid,
      () => {
        throw new ComError(E_OUTOFMEMORY, 'no room for a greeter');
      },
      IGreeter,
    );
    expect(create(clsid)).toEqual([E_OUTOFMEMORY, null]);
    expect(() => ok(create(clsid))).toThrow('no room for a greeter');
  });

  test('without an interface makes nothing', () => {
    const clsid = newGuid();
    registerClass<IGreeter>(clsid, () => new Greeter());
    expect(create(clsid)).toEqual([CLASS_E_CLASSNOTAVAILABLE, null]);
  });
});

describe('CoGetClassObject', () => {
  test('answers the class object, which makes objects and counts locks', () => {
    using factory = ok(CoGetClassObject(builtIn(), inproc, null, IClassFactory));
    using greeter = ok(factory.CreateInstance(null, IGreeter));
    expect(greeter.Kind()).toBe(1);
    expect(factory.LockServer(true)).toBe(S_OK);
    expect(factory.LockServer(false)).toBe(S_OK);
    expect(factory.LockServer(false)).toBe(E_INVALIDARG);
  });

  test('answers E_NOINTERFACE for an interface that the class object lacks', () => {
    expect(CoGetClassObject(builtIn(), inproc, null, IGreeter)).toEqual([E_NOINTERFACE, null]);
  });

  test('refuses a machine, a CLSID that is none, and a class that nobody registered', () => {
    const machine = {} as unknown as null;
    expect(CoGetClassObject(builtIn(), inproc, machine, IClassFactory)).toEqual([E_INVALIDARG, null]);
    expect(CoGetClassObject('x' as Guid, inproc, null, IClassFactory)).toEqual([E_INVALIDARG, null]);
    expect(create(null as unknown as Guid)).toEqual([E_INVALIDARG, null]);
    expect(create(newGuid())).toEqual([REGDB_E_CLASSNOTREG, null]);
    expect(() => ok(create(newGuid()))).toThrow(/^REGDB_E_CLASSNOTREG: no class is registered as \{/);
  });

  test('finds a CLSID however it is written', () => {
    const clsid = builtIn();
    ok(create(clsid.slice(1, -1).toLowerCase() as Guid)).Release();
  });
});

describe('CoRegisterClassObject', () => {
  test('offers a class until it is revoked, holding its class object meanwhile', () => {
    const clsid = newGuid();
    const factory = com<IClassFactory>(new Factory(), IClassFactory);
    const cookie = ok(CoRegisterClassObject(clsid, factory, inproc, REGCLS_MULTIPLEUSE));
    expect(factory.Release()).toBe(1);
    for (let i = 0; i < 3; i++) {
      using greeter = ok(create(clsid));
      expect(greeter.Kind()).toBe(2);
    }
    expect(CoRevokeClassObject(cookie)).toBe(S_OK);
    expect(create(clsid)).toEqual([REGDB_E_CLASSNOTREG, null]);
    expect(factory.QueryInterface(IUnknown)).toEqual([CO_E_RELEASED, null]);
  });

  test('REGCLS_SINGLEUSE is used up by one call', () => {
    const clsid = newGuid();
    const before = ledgerTotals().references;
    using factory = com<IClassFactory>(new Factory(), IClassFactory);
    const cookie = ok(CoRegisterClassObject(clsid, factory, inproc, REGCLS_SINGLEUSE));
    ok(create(clsid)).Release();
    expect(create(clsid)).toEqual([REGDB_E_CLASSNOTREG, null]);
    expect(CoRevokeClassObject(cookie)).toBe(E_INVALIDARG);
    expect(ledgerTotals().references).toBe(before + 1);
  });

  test('goes before a built-in class of the same CLSID, which comes back after it', () => {
    const clsid = builtIn();
    using factory = com<IClassFactory>(new Factory(), IClassFactory);
    const cookie = ok(CoRegisterClassObject(clsid, factory));
    expect(kindOf(clsid)).toBe(2);
    CoRevokeClassObject(cookie);
    expect(kindOf(clsid)).toBe(1);
  });

  test('refuses a class that is registered already in that context, and takes it in another', () => {
    const clsid = newGuid();
    using factory = com<IClassFactory>(new Factory(), IClassFactory);
    const first = ok(CoRegisterClassObject(clsid, factory, CLSCTX_INPROC_SERVER));
    expect(CoRegisterClassObject(clsid, factory, CLSCTX_ALL)).toEqual([CO_E_OBJISREG, null]);
    const second = ok(CoRegisterClassObject(clsid, factory, CLSCTX_LOCAL_SERVER));
    ok(CoCreateInstance(clsid, null, CLSCTX_LOCAL_SERVER, IGreeter)).Release();
    expect([CoRevokeClassObject(first), CoRevokeClassObject(second)]).toEqual([S_OK, S_OK]);
  });

  test('refuses what is no class object, what has ended, no context and no CLSID', () => {
    using factory = com<IClassFactory>(new Factory(), IClassFactory);
    const dead = com<IGreeter>(new Greeter(), IGreeter);
    dead.Release();
    const clsid = newGuid();
    expect(CoRegisterClassObject(clsid, null as unknown as IUnknown)).toEqual([E_INVALIDARG, null]);
    expect(CoRegisterClassObject(clsid, new Factory() as unknown as IUnknown)).toEqual([E_INVALIDARG, null]);
    expect(CoRegisterClassObject(clsid, dead)).toEqual([CO_E_RELEASED, null]);
    expect(CoRegisterClassObject(clsid, factory, 0)).toEqual([E_INVALIDARG, null]);
    expect(CoRegisterClassObject('x' as Guid, factory)).toEqual([E_INVALIDARG, null]);
    expect(CoRevokeClassObject(999_999)).toBe(E_INVALIDARG);
  });

  test('revoking twice is E_INVALIDARG and releases once', () => {
    using factory = com<IClassFactory>(new Factory(), IClassFactory);
    const cookie = ok(CoRegisterClassObject(newGuid(), factory));
    expect(CoRevokeClassObject(cookie)).toBe(S_OK);
    expect(CoRevokeClassObject(cookie)).toBe(E_INVALIDARG);
  });
});

function kindOf(clsid: Guid): number {
  using greeter = ok(create(clsid));
  return greeter.Kind();
}
