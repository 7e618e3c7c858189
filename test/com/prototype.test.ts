import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  IStream,
  IUnknown,
  iid,
  lineage,
  plainPrototype,
  type Signature,
  signature,
  slots,
} from '../../src/com/index.js';

const names = (parameters: Signature['inputs']): string[] => parameters.map((p) => p.name);
const shape = (prototype: string) => {
  const { returns, inputs, outputs } = signature(prototype);
  return { returns, inputs: names(inputs), outputs: names(outputs) };
};

describe('the calling rule', () => {
  test('a parameter without attributes goes in', () => {
    expect(shape('(ULONG ulFlags, LPSTR pszName)')).toEqual({
      returns: 'HRESULT',
      inputs: ['ulFlags', 'pszName'],
      outputs: [],
    });
  });

  test('an [out] parameter leaves the list and comes back', () => {
    expect(shape('(ULONG ulFlags, [out] LPMAPITABLE *lppTable)')).toMatchObject({
      inputs: ['ulFlags'],
      outputs: ['lppTable'],
    });
  });

  test('an [in, out] parameter stays in the list and comes back, too', () => {
    expect(shape('([in, out] ULONG *pul)')).toMatchObject({ inputs: ['pul'], outputs: ['pul'] });
  });

  test('an [in, out, ref] parameter is changed in place and does not come back', () => {
    expect(shape('([in, out, ref] LPINETSERVER pServer)')).toMatchObject({ inputs: ['pServer'], outputs: [] });
  });

  test('the count of an array that is given folds into it', () => {
    expect(shape('(ULONG cValues, [size_is(cValues)] LPSPropValue lpProps)')).toMatchObject({ inputs: ['lpProps'] });
  });

  test('the count of a buffer that is filled stays; how much was filled folds away', () => {
    expect(shape('([out, size_is(cb), length_is(pcbRead)] void *pv, ULONG cb, [out] ULONG *pcbRead)')).toMatchObject({
      inputs: ['cb'],
      outputs: ['pv'],
    });
  });

  test('a count that comes back folds into the array that comes back', () => {
    expect(shape('([out] ULONG *pc, [out, size_is(pc)] LPENTRYID *lpp)')).toMatchObject({
      inputs: [],
      outputs: ['lpp'],
    });
  });

  test('a result type stands before the parenthesis; none means HRESULT', () => {
    expect(signature('ULONG ()').returns).toBe('ULONG');
    expect(signature('  ()  ').returns).toBe('HRESULT');
    expect(signature('void(int a)').returns).toBe('void');
  });

  test('types, stars and attributes are told apart', () => {
    const [first, second] = signature('([unique] const void **ppv, [out, iid_is(riid)] struct tagX* x)').parameters;
    expect(first).toMatchObject({ type: 'const void', stars: 2, name: 'ppv', unique: true, in: true, out: false });
    expect(second).toMatchObject({ type: 'struct tagX', stars: 1, name: 'x', iidIs: 'riid', in: false, out: true });
  });
});

describe('what is no prototype is refused when its module loads', () => {
  test.each([
    '',
    'ULONG',
    '(ULONG a',
    'ULONG a)',
    '(ULONG)',
    '(a)',
    '(ULONG a, )b',
    '(ULONG a) x',
    '9 (ULONG a)',
    '(ULONG a,, ULONG b)',
    '(ULONG a,)',
    '(, ULONG a)',
    '(*a)',
    '([out ULONG *a)',
    '(out] ULONG *a)',
    '([sideways] ULONG a)',
    '([out, size_is()] ULONG *a)',
    '([size_is(cb] ULONG *a, ULONG cb)',
    '(ULONG a, ULONG a)',
    '(ULONG a)) (ULONG b)',
    '(ULONG (a))',
  ])('%j', (text) => {
    expect(() => signature(text)).toThrow(TypeError);
  });

  test('an array counted by what is no parameter', () => {
    expect(() => signature('([size_is(cb)] void *pv)')).toThrow('pv is counted by cb, which is no parameter');
    expect(() => signature('([out, iid_is(riid)] void **ppv)')).not.toThrow();
  });
});

const cName = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
const parameter = fc.record({
  type: fc.constantFrom('ULONG', 'const void', 'struct tagX', 'LPSTR', 'unsigned long'),
  stars: fc.nat(3),
  attributes: fc.constantFrom('', '[in] ', '[out] ', '[in, out] ', '[unique] ', '[out, unique] ', '[in, out, ref] '),
  gap: fc.constantFrom(' ', '  ', '\n  '),
});
const prototype = fc
  .tuple(fc.uniqueArray(cName, { maxLength: 6 }), fc.array(parameter, { minLength: 6, maxLength: 6 }))
  .map(([given, kinds]) => {
    const parts = given.flatMap((name, i) => {
      const kind = kinds[i];
      return kind ? [{ ...kind, name }] : [];
    });
    return {
      text: `(${parts.map((p) => `${p.attributes}${p.type}${p.gap}${'*'.repeat(p.stars)}${p.name}`).join(',')})`,
      plain: `(${parts.map((p) => `${p.type} ${'*'.repeat(p.stars)}${p.name}`).join(', ')})`,
      parts,
    };
  });

describe('any prototype', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(prototype, ({ text, plain, parts }) => {
        expect(plainPrototype(text)).toBe(plain);
        const read = signature(text);
        expect(names(read.parameters)).toEqual(parts.map((p) => p.name));
        expect(names(read.outputs)).toEqual(
          parts.filter((p) => p.attributes.includes('out') && !p.attributes.includes('ref')).map((p) => p.name),
        );
      }),
    );
  });

  test('has a plain form that is stable', () => {
    fc.assert(
      fc.property(prototype, ({ text }) => {
        const once = plainPrototype(text);
        expect(plainPrototype(once)).toBe(once);
      }),
    );
  });

  test('is read or refused with a TypeError, whatever the text', () => {
    const noise = fc.string({ unit: fc.constantFrom(...'()[],* aU1_\n', 'out', 'size_is', 'ULONG ') });
    fc.assert(
      fc.property(fc.oneof(fc.string(), noise), (text) => {
        try {
          signature(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TypeError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a declaration', () => {
  test('knows its lineage and numbers its slots through it', () => {
    expect(lineage(IStream).map((i) => i.name)).toEqual(['IUnknown', 'ISequentialStream', 'IStream']);
    expect(slots(IUnknown).map((s) => [s.slot, s.name])).toEqual([
      [0, 'QueryInterface'],
      [1, 'AddRef'],
      [2, 'Release'],
    ]);
    expect(slots(IStream)[4]?.declaredBy.name).toBe('ISequentialStream');
  });

  test('with a bad prototype or a bad IID cannot be loaded', () => {
    const declare = (id: string, text: string) => () =>
      iid<IUnknown & { M(): number }, IUnknown>('IX', id, IUnknown, { M: text });
    expect(declare('11111111-0000-0000-C000-000000000046', '(ULONG)')).toThrow(TypeError);
    expect(declare('1111', '()')).toThrow('not a GUID');
    expect(declare('11111111-0000-0000-C000-000000000046', '()')).not.toThrow();
  });

  test('is frozen', () => {
    expect(Object.isFrozen(IStream)).toBe(true);
    expect(Object.isFrozen(IStream.methods.get('Seek'))).toBe(true);
  });
});
