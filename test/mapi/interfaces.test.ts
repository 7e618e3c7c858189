import { describe, expect, test } from 'vitest';
import { type AnyIid, IStream, type Parameter, plainPrototype, slots } from '../../src/com/index.js';
import { type FactParam, mapiInterfaces } from '../declaration/facts.js';
import { type Declared, declared, declaredMethods } from './declared.js';
import {
  answersOnFailure,
  departures,
  departuresPage,
  directionReasons,
  failureReasons,
  identifierReasons,
  nowReasons,
  readOtherwise,
  resultReasons,
} from './departures.js';
import { baseOf, membersOf } from './members.js';
import { undeclared, undeclaredReasons } from './undeclared.js';

/** Interfaces of which the facts know the identifier alone. */
const markers: Readonly<Record<string, AnyIid>> = { IStreamDocfile: IStream };

const factOf = (name: string) => mapiInterfaces.find((row) => row.name === name);

/** The whole vtable of an interface, as the facts have it. */
function vtableOf(name: string | null | undefined): readonly string[] {
  const fact = name ? factOf(name) : undefined;
  const marked = fact && markers[fact.name];
  if (marked) return slots(marked).map((slot) => slot.name);
  if (!fact || fact.name === 'IUnknown') return ['QueryInterface', 'AddRef', 'Release'];
  return [...vtableOf(fact.base), ...fact.methods.map((method) => method.name)];
}

/** `LPMAPITABLE *lppTable`, as a header prints it. One parameter of the facts has no name. */
const printed = ({ type, name }: FactParam): string => {
  const [, bare = '', stars = ''] = /^(.*?)(\**)$/.exec(type) ?? [];
  return `${bare.trim()} ${stars}${name ?? 'lpSRow'}`;
};

describe.each(declared.map((iid) => [iid.name, iid] as const))('%s against the facts', (name, iid: Declared) => {
  const fact = factOf(name);

  test('its IID and its base', () => {
    if (name in identifierReasons) expect(fact?.iid).toBeNull();
    else expect(iid.guid).toBe(fact?.iid);
    const base = markers[name]?.name ?? fact?.base;
    expect(iid.base?.name).toBe(base);
    expect(baseOf(name)).toBe(base);
  });

  test('its methods in their slots', () => {
    expect(slots(iid).map((slot) => slot.name)).toEqual(vtableOf(name));
    for (const method of fact?.methods ?? []) {
      expect(slots(iid).find((slot) => slot.name === method.name)?.slot, method.name).toBe(method.slot);
    }
  });

  test('results, names and types of its methods', () => {
    for (const method of fact?.methods ?? []) {
      const signature = iid.methods.get(method.name);
      const returns = resultReasons[`${name}::${method.name}`]?.[0] ?? method.returns;
      expect(signature?.returns, method.name).toBe(returns);
      const prototype = plainPrototype(signature?.prototype ?? '');
      expect(prototype, method.name).toBe(`(${method.params.map(printed).join(', ')})`);
    }
  });
});

describe('directions', () => {
  test('are those of the facts but for those with a reason', () => {
    const otherwise = declaredMethods.flatMap((method) =>
      readOtherwise(method).map(({ parameter }) => `${method.where} ${parameter.name}`),
    );
    expect(otherwise.toSorted()).toEqual(Object.keys(directionReasons).toSorted());
  });
});

describe('the TypeScript of each method agrees with its prototype', () => {
  test('the same methods, in the order of the slots', () => {
    for (const iid of declared) expect([...membersOf(iid.name).keys()], iid.name).toEqual([...iid.methods.keys()]);
  });

  test('the same arguments: null where the pointer may be NULL, and trailing flags may be left out', () => {
    for (const { owner, name, signature, where } of declaredMethods) {
      const parameters = signature.inputs.map((parameter, i) => ({
        name: parameter.name,
        optional: i === signature.inputs.length - 1 && isFlags(parameter),
        nullable: parameter.unique,
      }));
      expect(membersOf(owner.name).get(name)?.parameters, where).toEqual(parameters);
    }
  });

  test('the same results: a code, a value, or an object with the names of the out parameters', () => {
    for (const method of declaredMethods) {
      const { owner, name, signature, where } = method;
      const member = membersOf(owner.name).get(name);
      const later = owner.answers === 'later';
      const names = signature.outputs.map((parameter) => parameter.name);
      if (signature.returns !== 'HRESULT') {
        const plain = plainResults[signature.returns] ?? 'number';
        expect(member?.result, where).toBe(later ? `Promise<${plain}>` : plain);
      } else if (names.length === 0) {
        expect(member?.result, where).toBe(later ? 'Hr' : 'HResult');
      } else {
        const answer = answersOnFailure(method) ? 'Promise<RetWithFailure>' : later ? 'Out' : 'Ret';
        expect(member?.result, where).toBe(answer);
      }
      if (names.length > 1) expect(member?.names?.toSorted(), where).toEqual(names.toSorted());
    }
  });

  test('an object that is asked for by IID is of the interface named', () => {
    for (const { signature, where } of declaredMethods) {
      for (const { iidIs } of signature.parameters) {
        if (iidIs === null) continue;
        const named = signature.parameters.find((parameter) => parameter.name === iidIs);
        expect(named?.type, where).toMatch(/^(LPCIID|REFIID)$/);
      }
    }
  });
});

describe('departures from the calling rule', () => {
  test('each has its reason', () => {
    expect(departures().filter(({ why }) => why === '')).toEqual([]);
  });

  test('each reason is one of a method that departs', () => {
    const failing = declaredMethods.filter(answersOnFailure).map(({ where }) => where);
    expect(failing.toSorted()).toEqual(Object.keys(failureReasons).toSorted());
    const now = declared.filter((iid) => iid.answers === 'now').map((iid) => iid.name);
    expect(now.toSorted()).toEqual(Object.keys(nowReasons).toSorted());
    const methods = declaredMethods.map(({ where }) => where);
    expect(Object.keys(resultReasons).filter((where) => !methods.includes(where))).toEqual([]);
    const names = declared.map(({ name }) => name);
    expect(Object.keys(identifierReasons).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('an interface that has a reason not to be declared is not', () => {
    const names = undeclared.map(({ name }) => name);
    expect(Object.keys(undeclaredReasons).filter((name) => !names.includes(name))).toEqual([]);
  });

  test('are on the page that is made from them', async () => {
    await expect(departuresPage()).toMatchFileSnapshot('../../docs/departures.md');
  });
});

/** Results that are not numbers, by their C type. */
const plainResults: Readonly<Record<string, string>> = { BOOL: 'boolean', void: 'void' };

/**
 * Flags that only go in, by pointer in some places; one that may be NULL is no flag but a wish to leave the flags alone,
 * and `ulMessageFlags` are those of a message.
 */
const isFlags = (parameter: Parameter): boolean =>
  !parameter.out && !parameter.unique && /^(lp)?ul(?!Message)\w*Flags$/.test(parameter.name);
