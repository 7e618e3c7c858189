// What the compiler must refuse. Each line under @ts-expect-error is a mistake that porting C++ makes easily; when the
// compiler lets one pass, the type check of this file fails. The tests themselves only run what compiles.
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  CoCreateInstance,
  ComError,
  com,
  createMemoryStream,
  E_FAIL,
  type Guid,
  guid,
  type HResult,
  hresult,
  type Iid,
  type Impl,
  ISequentialStream,
  IStream,
  IUnknown,
  iid,
  newGuid,
  type Out,
  ok,
  type Ret,
  S_FALSE,
  S_OK,
  type STATSTG,
  warn,
} from '../../src/com/index.js';
import { useLedger } from '../support/ledger.js';

useLedger();

interface IThing extends IUnknown {
  Count(ulStep: number): Ret<number>;
  Reset(): HResult;
}
const id = '66666666-0000-0000-C000-000000000046';
const IThing: Iid<IThing> = iid<IThing, IUnknown>('IThing', id, IUnknown, {
  Count: '(ULONG ulStep, [out] ULONG *pulCount)',
  Reset: '()',
});
interface ILater extends IUnknown {
  Fetch(): Out<string>;
}

describe('a declaration', () => {
  test('needs every method in its table, and none more', () => {
    // @ts-expect-error Reset is missing in the table
    iid<IThing, IUnknown>('IThing', id, IUnknown, { Count: '()' });
    // @ts-expect-error Recount is no method of IThing
    iid<IThing, IUnknown>('IThing', id, IUnknown, { Count: '()', Reset: '()', Recount: '()' });
    // @ts-expect-error AddRef belongs to the base
    iid<IThing, IUnknown>('IThing', id, IUnknown, { Count: '()', Reset: '()', AddRef: '()' });
  });

  test('names its base and nothing else', () => {
    // @ts-expect-error IThing does not extend IStream
    iid<IThing, IStream>('IThing', id, IStream, { Count: '()', Reset: '()' });
    // @ts-expect-error the base is IUnknown
    iid<IThing, IUnknown>('IThing', id, IStream, { Count: '()', Reset: '()' });
  });
});

describe('an implementation', () => {
  test('has every method', () => {
    // @ts-expect-error Reset is missing
    class Half implements Impl<IThing> {
      Count(): number {
        return 1;
      }
    }
    expect(() => com<IThing>(new Half() as unknown as Impl<IThing>, IThing).Release()).not.toThrow();
  });

  test('takes the arguments and answers the values of the interface', () => {
    class Wrong implements Impl<IThing> {
      // @ts-expect-error the step is a number
      Count(step: string): number {
        return step.length;
      }
      Reset(): void {}
    }
    class AlsoWrong implements Impl<IThing> {
      // @ts-expect-error the count is a number
      Count(): string {
        return '1';
      }
      Reset(): void {}
    }
    expect([new Wrong().Count('1'), new AlsoWrong().Count()]).toEqual([1, '1']);
  });

  test('of what answers now cannot promise; of what answers later may do either', () => {
    class Promising implements Impl<IThing> {
      // @ts-expect-error Count answers at once
      Count(): Promise<number> {
        return Promise.resolve(1);
      }
      Reset(): void {}
    }
    const now: Impl<ILater> = { Fetch: () => 'x' };
    const later: Impl<ILater> = { Fetch: async () => 'x' };
    // @ts-expect-error null is no value
    const never: Impl<ILater> = { Fetch: () => null };
    expect([new Promising(), now, later, never]).toHaveLength(4);
  });

  test('answers another success by warn, with the value or without as the method has one', () => {
    const thing: Impl<IThing> = { Count: () => warn(S_FALSE, 1), Reset: () => warn(S_FALSE) };
    // @ts-expect-error the value of Count is a number
    const wrong: Impl<IThing> = { Count: () => warn(S_FALSE, 'one'), Reset: () => S_OK };
    expect([thing, wrong]).toHaveLength(2);
  });

  test('is no pointer, and a pointer is no implementation of another interface', () => {
    using stream = createMemoryStream();
    // @ts-expect-error IThing is not what the implementation has
    const publish = () => com<IStream>({ Count: () => 1, Reset: () => S_OK }, IStream);
    // @ts-expect-error a plain object has no AddRef
    const copy = () => stream.CopyTo({ Read: () => 1, Write: () => 1 }, 1);
    expect([publish, copy]).toHaveLength(2);
  });
});

describe('a caller', () => {
  test('gets exactly what it asked for', () => {
    using stream = createMemoryStream();
    using sequential = ok(stream.QueryInterface(ISequentialStream));
    expectTypeOf(sequential).toEqualTypeOf<ISequentialStream>();
    // @ts-expect-error an ISequentialStream has no Seek
    expect(() => sequential.Seek(0, 0)).toThrow(TypeError);
    // @ts-expect-error what CoCreateInstance makes is what its riid names
    const wrong: () => Ret<IThing> = () => CoCreateInstance(newGuid(), null, 1, IStream);
    expect(wrong()[1]).toBe(null);
  });

  test('must look at the code before it uses the value', async () => {
    using stream = createMemoryStream(new Uint8Array(3));
    const [hr, bytes] = await stream.Read(3);
    // @ts-expect-error bytes may be null
    expect(bytes.length).toBe(3);
    if (!bytes) throw new ComError(hr, 'no bytes');
    expectTypeOf(bytes).toEqualTypeOf<Uint8Array>();
    const stat = await ok(stream.Stat());
    expectTypeOf(stat).toEqualTypeOf<STATSTG>();
    expectTypeOf(await stream.Commit()).toEqualTypeOf<HResult>();
  });

  test('passes the arguments of the page', async () => {
    using stream = createMemoryStream();
    // @ts-expect-error cb is a number
    await stream.Read('3');
    // @ts-expect-error pv is a Uint8Array
    await stream.Write('abc');
    // @ts-expect-error the origin is missing
    await stream.Seek(0n);
    // @ts-expect-error pstm is an interface pointer
    await stream.CopyTo(new Uint8Array(1), 1);
    expect(await stream.Commit()).toBe(S_OK);
  });

  test('cannot take any number for an HRESULT, nor any text for a GUID', () => {
    // @ts-expect-error a number becomes an HRESULT by hresult()
    const hr: HResult = 0x80004005;
    // @ts-expect-error a text becomes a GUID by guid()
    const clsid: Guid = '00000000-0000-0000-C000-000000000046';
    expect([hr === E_FAIL, hresult(hr)]).toEqual([false, E_FAIL]);
    expect(guid(clsid)).toBe(IUnknown.guid);
  });
});
