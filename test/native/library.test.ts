import { afterAll, describe, expect, test } from 'vitest';
import { CO_E_DLLNOTFOUND, CO_E_ERRORINDLL, E_INVALIDARG } from '../../src/com/index.js';
import { type FfiBackEnd, loadLibrary, nativeCallback } from '../../src/native/index.js';
import { legacyLibrary } from '../support/native/legacy/build.js';

const built = legacyLibrary();
if (!built.path) console.log(`skipped: ${built.missing}`);

// One contract for both back ends.
for (const backEnd of ['koffi', 'ffi-napi'] as const satisfies readonly FfiBackEnd[]) {
  describe.skipIf(!built.path)(`a library loaded by ${backEnd}`, () => {
    const path = built.path as string;
    const unary = { result: 'LONG', parameters: ['LONG'] } as const;
    const legacy = built.path
      ? loadLibrary(
          path,
          {
            Apply: { result: 'LONG', parameters: ['pointer', 'LONG'] },
            ApplyInThread: { result: 'LONG', parameters: ['pointer', 'LONG'] },
            Widest: { result: 'LARGE_INTEGER', parameters: ['LARGE_INTEGER'] },
            LengthOf: { result: 'ULONG', parameters: ['text'] },
            Memory: { result: 'pointer', parameters: ['ULONG'] },
            Free: { result: 'void', parameters: ['pointer'] },
            Living: { result: 'LONG', parameters: [] },
          },
          { backEnd },
        )
      : (null as never);
    afterAll(() => legacy?.[Symbol.dispose]());

    test('calls take and answer numbers of 32 and 64 bits, texts and addresses', () => {
      expect(legacy.now.Widest(0n)).toBe(-1n);
      expect(legacy.now.Widest(-(2n ** 63n) + 1n)).toBe(-(2n ** 63n));
      expect(legacy.now.Widest(2n ** 63n - 1n)).toBe(2n ** 63n - 2n);
      expect(legacy.now.LengthOf('drei Wörter')).toBe(12);
      expect(legacy.now.LengthOf(null)).toBe(4711);
      const memory = legacy.now.Memory(16);
      expect(typeof memory === 'bigint' && memory > 0n).toBe(true);
      expect(legacy.now.Free(memory)).toBeUndefined();
      expect(legacy.now.Living()).toBe(0);
    });

    test('a C function over a TypeScript one is called on this thread', () => {
      using double = nativeCallback(unary, (value) => value * 2, { backEnd });
      expect(legacy.now.Apply(double.address, -21)).toBe(-42);
    });

    test('and from a thread of the library, which waits for the answer', async () => {
      using double = nativeCallback(unary, (value) => value * 2, { backEnd });
      const answers = await Promise.all([1, 2, 3, 4].map((value) => legacy.later.ApplyInThread(double.address, value)));
      expect(answers).toEqual([2, 4, 6, 8]);
    });

    test('a call that goes on elsewhere answers the same as one on this thread', async () => {
      expect(await legacy.later.Widest(5n)).toBe(4n);
      expect(await legacy.later.LengthOf('abc')).toBe(3);
    });

    test('a library that is not there is CO_E_DLLNOTFOUND, a function CO_E_ERRORINDLL', () => {
      expect(() => loadLibrary(`${path}.not`, {}, { backEnd })).toThrow(
        expect.objectContaining({ hr: CO_E_DLLNOTFOUND }),
      );
      expect(() => loadLibrary(path, { Nothing: unary }, { backEnd })).toThrow(
        expect.objectContaining({ hr: CO_E_ERRORINDLL, message: expect.stringContaining('has no Nothing') }),
      );
    });

    test('a closed library answers CO_E_DLLNOTFOUND and does not call into nothing', () => {
      const closed = loadLibrary(path, { Living: { result: 'LONG', parameters: [] } }, { backEnd });
      closed[Symbol.dispose]();
      closed[Symbol.dispose]();
      expect(() => closed.now.Living()).toThrow(expect.objectContaining({ hr: CO_E_DLLNOTFOUND }));
    });
  });
}

test('there are two back ends and no third', () => {
  expect(() => loadLibrary('x', {}, { backEnd: 'dlopen' as never })).toThrow(
    expect.objectContaining({ hr: E_INVALIDARG, message: expect.stringContaining('koffi and ffi-napi') }),
  );
});
