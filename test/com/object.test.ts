import { afterEach, describe, expect, test } from 'vitest';
import { setLog } from '../../src/base/index.js';
import {
  acquire,
  assertLedgerEmpty,
  borrow,
  CO_E_RELEASED,
  ComError,
  check,
  com,
  E_FAIL,
  E_INVALIDARG,
  E_NOINTERFACE,
  E_NOTIMPL,
  E_OUTOFMEMORY,
  E_POINTER,
  type FinalRelease,
  formatCall,
  type HResult,
  hresult,
  type Iid,
  type Impl,
  IUnknown,
  iid,
  implementationOf,
  invalidate,
  isPointer,
  lastErrorOf,
  ledgerTotals,
  type Out,
  ok,
  type Ret,
  S_FALSE,
  S_OK,
  setTrace,
  type TracedCall,
  warn,
} from '../../src/com/index.js';
import { useLedger } from '../support/ledger.js';

interface ICounter extends IUnknown {
  Count(ulStep: number): Ret<number>;
  Reset(): HResult;
  Kind(): number;
  Split(): Ret<{ ulHigh: number; ulLow: number }>;
}
const ICounter: Iid<ICounter> = iid<ICounter, IUnknown>('ICounter', '11111111-0000-0000-C000-000000000046', IUnknown, {
  Count: '(ULONG ulStep, [out] ULONG *pulCount)',
  Reset: '()',
  Kind: 'ULONG ()',
  Split: '([out] ULONG *ulHigh, [out] ULONG *ulLow)',
});
interface ISlowCounter extends ICounter {
  Later(ulStep: number): Out<number>;
  Never(): Promise<HResult>;
}
const ISlowCounter: Iid<ISlowCounter> = iid<ISlowCounter, ICounter>(
  'ISlowCounter',
  '22222222-0000-0000-C000-000000000046',
  ICounter,
  { Later: '(ULONG ulStep, [out] ULONG *pulCount)', Never: '()' },
  'later',
);
interface IOther extends IUnknown {
  Other(): HResult;
}
const IOther: Iid<IOther> = iid<IOther, IUnknown>('IOther', '33333333-0000-0000-C000-000000000046', IUnknown, {
  Other: '()',
});

class Counter implements Impl<ISlowCounter>, Impl<IOther>, FinalRelease {
  #count = 0;
  ended = 0;
  Count(step: number) {
    if (step < 0) throw new ComError(E_INVALIDARG, 'a step must not be negative');
    if (step === 13) throw new Error('unlucky');
    this.#count += step;
    return this.#count > 100 ? warn(S_FALSE, this.#count) : this.#count;
  }
  Reset(): void {
    this.#count = 0;
  }
  Kind(): number {
    return 7;
  }
  Split() {
    return { ulHigh: 0, ulLow: this.#count };
  }
  Later(step: number) {
    if (step === 0) throw new ComError(E_INVALIDARG, 'thrown at once');
    return Promise.resolve(this.Count(step));
  }
  async Never() {
    throw new ComError(E_OUTOFMEMORY, 'thrown later');
  }
  Other(): HResult {
    return S_FALSE;
  }
  finalRelease(): void {
    this.ended++;
  }
}

const ledger = useLedger();
afterEach(() => {
  setTrace(null);
});

describe('identity', () => {
  test('QueryInterface for IUnknown answers the same pointer through every interface', () => {
    using slow = com(new Counter(), ISlowCounter, IOther);
    using other = ok(slow.QueryInterface(IOther));
    using a = ok(slow.QueryInterface(IUnknown));
    using b = ok(other.QueryInterface(IUnknown));
    expect(a).toBe(b);
  });

  test('QueryInterface is reflexive, symmetric and transitive', () => {
    using slow = com(new Counter(), ISlowCounter, IOther);
    using same = ok(slow.QueryInterface(ISlowCounter));
    using base = ok(slow.QueryInterface(ICounter));
    using other = ok(base.QueryInterface(IOther));
    using back = ok(other.QueryInterface(ISlowCounter));
    expect(same).toBe(slow);
    expect(back).toBe(slow);
  });

  test('an interface that the object lacks is E_NOINTERFACE, none at all E_POINTER', () => {
    using counter = com(new Counter(), ICounter);
    expect(counter.QueryInterface(IOther)).toEqual([E_NOINTERFACE, null]);
    expect(counter.QueryInterface(undefined as unknown as Iid<IOther>)).toEqual([E_POINTER, null]);
  });

  test('the same implementation published twice is one object; two implementations are two', () => {
    const impl = new Counter();
    using a = com(impl, ICounter);
    using b = com(impl, ICounter);
    using c = com(new Counter(), ICounter);
    expect(a).toBe(b);
    expect(a).not.toBe(c);
  });

  test('a pointer of a base interface has the methods of the base alone', () => {
    using slow = com(new Counter(), ISlowCounter);
    using base = ok(slow.QueryInterface(ICounter));
    expect('Later' in base).toBe(false);
    expect('Count' in base).toBe(true);
    expect(String(base)).toMatch(/^ICounter#\d+$/);
  });
});

describe('life time', () => {
  test('the last Release ends the object once', () => {
    const impl = new Counter();
    const counter = com(impl, ICounter);
    expect(counter.AddRef()).toBe(2);
    expect(counter.Release()).toBe(1);
    expect(impl.ended).toBe(0);
    expect(counter.Release()).toBe(0);
    expect(impl.ended).toBe(1);
  });

  test('a released object answers CO_E_RELEASED and never crashes', async () => {
    const slow = com(new Counter(), ISlowCounter);
    slow.Release();
    expect(slow.Count(1)).toEqual([CO_E_RELEASED, null]);
    expect(slow.Reset()).toBe(CO_E_RELEASED);
    expect(slow.Kind()).toBe(0);
    await expect(slow.Later(1)).resolves.toEqual([CO_E_RELEASED, null]);
    await expect(slow.Never()).resolves.toBe(CO_E_RELEASED);
    expect(slow.QueryInterface(ICounter)).toEqual([CO_E_RELEASED, null]);
    expect(implementationOf(slow)).toBe(null);
  });

  test('a Release too many is booked, and the ledger says so', () => {
    const before = ledgerTotals();
    const counter = com(new Counter(), ICounter);
    counter.Release();
    expect(counter.Release()).toBe(0);
    expect(() => assertLedgerEmpty(before)).toThrow('1 released too often');
    expect(() => assertLedgerEmpty(ledgerTotals())).not.toThrow();
    // The book keeps the entry, so the check after this test starts from it.
    ledger.forgive();
    expect(ledgerTotals().overReleases - before.overReleases).toBe(1);
  });

  test('the ledger names what leaked and where it was published', () => {
    const before = ledgerTotals();
    const leaked = com(new Counter(), ICounter);
    expect(() => assertLedgerEmpty(before)).toThrow(
      /1 object\(s\) and 1 reference\(s\) leaked[\s\S]*Counter#\d+[\s\S]*object\.test/,
    );
    leaked.Release();
  });

  test('a frozen implementation is published as any other and ends as any other', () => {
    const frozen = Object.freeze({ Other: () => S_FALSE as HResult });
    const pointer = com(frozen, IOther);
    expect(com(frozen, IOther)).toBe(pointer);
    expect(borrow(frozen, IOther)).toBe(pointer);
    pointer.Release();
    expect(pointer.Release()).toBe(0);
    expect(() => borrow(frozen, IOther)).toThrow(ComError);
    using again = com(frozen, IOther);
    expect(again).not.toBe(pointer);
    expect(again.Other()).toBe(S_FALSE);
  });

  test('who keeps a pointer after its last Release keeps no implementation by that', async () => {
    const collect = globalThis.gc;
    if (!collect) throw new Error('the tests run with --expose-gc');
    const kept: IUnknown[] = [];
    const implementation = (() => {
      const made = new Counter();
      kept.push(com(made, ICounter));
      return new WeakRef(made);
    })();
    collect();
    expect(implementation.deref()).toBeInstanceOf(Counter);
    kept[0]?.Release();
    for (let turn = 0; turn < 50 && implementation.deref(); turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      collect();
    }
    expect(implementation.deref()).toBeUndefined();
    expect(kept[0]?.QueryInterface(ICounter)).toEqual([CO_E_RELEASED, null]);
  });

  test('an object that nobody can release any more is reported once, one that was released is not', async () => {
    const collect = globalThis.gc;
    if (!collect) throw new Error('the tests run with --expose-gc');
    const before = ledgerTotals();
    const told: Error[] = [];
    const hear = (warning: Error) => told.push(warning);
    // Node's own listener would print it.
    const usual = process.listeners('warning');
    process.removeAllListeners('warning').on('warning', hear);
    try {
      (() => com(new Counter(), ICounter))();
      (() => com(new Counter(), ICounter).Release())();
      // Objects are watched from the end of the turn on; the collector tells in a turn of its own.
      for (let turn = 0; turn < 50 && told.length === 0; turn++) {
        await new Promise((resolve) => setImmediate(resolve));
        collect();
      }
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.removeAllListeners('warning');
      for (const each of usual) process.on('warning', each);
    }
    expect(told.map(({ name }) => name)).toEqual(['ComLeakWarning']);
    expect(told[0]?.message).toMatch(/^1 reference\(s\) to Counter#\d+ were never released$/);
    expect(ledgerTotals().objects - before.objects).toBe(1);
    ledger.forgive();
  });

  test('what finalRelease throws goes to the log', () => {
    const lines: string[] = [];
    const before = setLog({ error: (message) => lines.push(message), warn: () => undefined });
    const impl = Object.assign(new Counter(), {
      finalRelease() {
        throw new Error('no');
      },
    });
    com(impl, ICounter).Release();
    setLog(before);
    expect(lines[0]).toMatch(/finalRelease of Counter#\d+ threw/);
  });
});

describe('an object that was made invalid', () => {
  test('counts its references and answers the code given to everything else', async () => {
    const impl = new Counter();
    const counter = com(impl, ISlowCounter);
    invalidate(counter, E_OUTOFMEMORY);
    expect(counter.AddRef()).toBe(2);
    expect(counter.QueryInterface(IUnknown)).toEqual([E_OUTOFMEMORY, null]);
    expect(counter.Count(1)).toEqual([E_OUTOFMEMORY, null]);
    expect(counter.Reset()).toBe(E_OUTOFMEMORY);
    await expect(counter.Later(1)).resolves.toEqual([E_OUTOFMEMORY, null]);
    expect(implementationOf(counter)).not.toBe(impl);
    expect(counter.Release()).toBe(1);
    expect(counter.Release()).toBe(0);
    expect(impl.ended).toBe(0);
    invalidate(counter, E_FAIL);
    expect(counter.Reset()).toBe(CO_E_RELEASED);
  });
});

describe('the thunk', () => {
  test('a value comes with S_OK, a warning with its code, a failure with null', () => {
    using counter = com(new Counter(), ICounter);
    expect(counter.Count(5)).toEqual([S_OK, 5]);
    expect(counter.Count(100)).toEqual([S_FALSE, 105]);
    expect(counter.Count(-1)).toEqual([E_INVALIDARG, null]);
    expect(counter.Reset()).toBe(S_OK);
    expect(counter.Split()).toEqual([S_OK, { ulHigh: 0, ulLow: 0 }]);
    expect(counter.Kind()).toBe(7);
  });

  test('a code that the implementation returns is the answer', () => {
    using other = com(new Counter(), IOther);
    expect(other.Other()).toBe(S_FALSE);
  });

  test('what answers later is a promise even when it fails at once', async () => {
    using slow = com(new Counter(), ISlowCounter);
    const refused = slow.Later(0);
    expect(refused).toBeInstanceOf(Promise);
    expect(await refused).toEqual([E_INVALIDARG, null]);
    expect(await slow.Later(3)).toEqual([S_OK, 3]);
    expect(await slow.Never()).toBe(E_OUTOFMEMORY);
  });

  test.each<[string, unknown]>([
    ['an array', [E_OUTOFMEMORY, { ulHigh: 1, ulLow: 2 }]],
    ['null', null],
    ['a number', 7],
  ])('a method with several out values that returns %s is a bug, and no success without values', (what, returned) => {
    const logged: string[] = [];
    const before = setLog({ error: (_message, error) => logged.push(String(error)), warn: () => undefined });
    using counter = com({ ...plain(), Split: () => returned as never }, ICounter);
    expect(counter.Split()).toEqual([E_FAIL, null]);
    setLog(before);
    expect(logged).toEqual([
      `TypeError: ICounter::Split returned ${what}, yet it has several out values: return an object with ulHigh and ulLow, or throw a ComError`,
    ]);
  });

  test('an error that is no ComError is a bug: E_FAIL outside, its stack in the log', () => {
    const logged: unknown[] = [];
    const before = setLog({ error: (_message, error) => logged.push(error), warn: () => undefined });
    using counter = com(new Counter(), ICounter);
    expect(counter.Count(13)).toEqual([E_FAIL, null]);
    setLog(before);
    expect(logged).toHaveLength(1);
    expect((logged[0] as Error).message).toBe('unlucky');
  });

  test('a method that a plain-JavaScript implementation left out is E_NOTIMPL', () => {
    using other = com({} as Impl<IOther>, IOther);
    expect(other.Other()).toBe(E_NOTIMPL);
  });

  test('out values defined for a failure travel with it', () => {
    const impl = {
      ...plain(),
      Count(): number {
        throw new ComError(E_OUTOFMEMORY, 'wait', { value: 60 });
      },
    };
    using counter = com<ICounter>(impl, ICounter);
    expect(counter.Count(1)).toEqual([E_OUTOFMEMORY, 60]);
  });

  test('an out value that never comes is a bug, not a null success', () => {
    const before = setLog({ error: () => undefined, warn: () => undefined });
    using counter = com<ICounter>({ ...plain(), Count: () => undefined as unknown as number }, ICounter);
    expect(counter.Count(1)).toEqual([E_FAIL, null]);
    setLog(before);
  });
});

describe('what is remembered and seen', () => {
  test('GetLastError memory holds the words of the last failure of this object', () => {
    const impl = new Counter();
    using counter = com(impl, ICounter);
    expect(lastErrorOf(impl)).toBe(null);
    counter.Count(-1);
    expect(lastErrorOf(impl)?.method).toBe('Count');
    expect(lastErrorOf(impl)?.error.message).toBe('E_INVALIDARG: a step must not be negative');
  });

  test('ok unwraps, and throws with the words of the implementation, now and later', async () => {
    using slow = com(new Counter(), ISlowCounter);
    expect(ok(slow.Count(2))).toBe(2);
    expect(() => ok(slow.Count(-1))).toThrow('E_INVALIDARG: a step must not be negative');
    await expect(ok(slow.Later(0))).rejects.toThrow('E_INVALIDARG: thrown at once');
    await expect(ok(slow.Never())).rejects.toThrow('E_OUTOFMEMORY: thrown later');
    await expect(ok(slow.Later(2))).resolves.toBe(4);
    expect(() => ok(hresult(0x80041234))).toThrow('0x80041234: the call failed');
  });

  test('check keeps the success code', () => {
    using counter = com(new Counter(), ICounter);
    expect(check(counter.Count(200))).toEqual([S_FALSE, 200]);
    expect(() => check(counter.Count(-1))).toThrow(ComError);
  });

  test('a trace shows interface, number, method, arguments, code and time', async () => {
    const calls: TracedCall[] = [];
    setTrace((call) => calls.push(call));
    using slow = com(new Counter(), ISlowCounter);
    slow.Count(-1);
    await slow.Later(4);
    setTrace(null);
    expect(calls.map(formatCall)[0]).toMatch(/^ISlowCounter#\d+::Count\(-1\) -> 0x80070057 E_INVALIDARG \d+\.\d ms$/);
    expect(calls.map(formatCall)[1]).toMatch(/^ISlowCounter#\d+::Later\(4\) -> S_OK 4 \d+\.\d ms$/);
  });

  test('a trace masks secrets', () => {
    const call = {
      interfaceName: 'I',
      id: 1,
      method: 'M',
      args: [{ szPassword: 'hunter2' }],
      hr: S_OK,
      value: undefined,
    };
    expect(formatCall({ ...call, milliseconds: 0 })).toBe('I#1::M({szPassword: ***}) -> S_OK 0.0 ms');
  });
});

describe('arguments that are pointers', () => {
  test('acquire takes a reference of its own', () => {
    using counter = com(new Counter(), ICounter, IOther);
    const other = acquire(counter, IOther, 'pOther');
    expect(isPointer(other)).toBe(true);
    expect(other.Release()).toBe(1);
  });

  test('acquire refuses NULL, plain objects, other interfaces and the dead', () => {
    using counter = com(new Counter(), ICounter);
    const dead = com(new Counter(), ICounter);
    dead.Release();
    const codeOf = (argument: unknown) => {
      try {
        acquire(argument, IOther, 'pOther').Release();
        return S_OK;
      } catch (error) {
        return (error as ComError).hr;
      }
    };
    expect(codeOf(null)).toBe(E_INVALIDARG);
    expect(codeOf(new Counter())).toBe(E_INVALIDARG);
    expect(codeOf(counter)).toBe(E_NOINTERFACE);
    expect(codeOf(dead)).toBe(CO_E_RELEASED);
  });

  test('borrow answers the own pointer without a reference', () => {
    const impl = new Counter();
    using counter = com(impl, ICounter);
    expect(borrow<ICounter>(impl, ICounter)).toBe(counter);
    expect(counter.AddRef()).toBe(2);
    counter.Release();
    expect(() => borrow<IOther>(impl, IOther)).toThrow('E_NOINTERFACE');
    expect(() => borrow<ICounter>(new Counter(), ICounter)).toThrow('CO_E_RELEASED');
  });
});

function plain(): Impl<ICounter> {
  return { Count: () => 1, Reset: () => undefined, Kind: () => 1, Split: () => ({ ulHigh: 0, ulLow: 0 }) };
}
