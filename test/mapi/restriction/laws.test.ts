import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guidFromBytes } from '../../../src/com/index.js';
import {
  and,
  ascend,
  bits,
  collationKey,
  comment,
  compareCodePoints,
  compareProps,
  compareTo,
  compareValues,
  contains,
  descend,
  eq,
  exists,
  formatRestriction,
  ge,
  gt,
  le,
  lt,
  matches,
  ne,
  not,
  or,
  type PropRow,
  type PropTag,
  type Relop,
  type Restriction,
  re,
  rowOrder,
  size,
  sortBy,
  sortRows,
  validateRestriction,
} from '../../../src/mapi/index.js';
import { bytes, clsid, double, flag, i8, long, long2, longs, other, row, text, texts, time } from './rows.js';

const word = fc.oneof(
  fc.string({ maxLength: 4 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
  fc.constantFrom('a', 'A', 'b', '\u00e9', 'e\u0301', '\u00df', 'SS', '\u{1f600}', '\uffee', ''),
);
const binary = fc.uint8Array({ maxLength: 3 });

const kinds: readonly (readonly [PropTag, fc.Arbitrary<unknown>])[] = [
  [text, word],
  [other, word],
  [long, fc.integer({ min: -3, max: 3 })],
  [long2, fc.integer({ min: -3, max: 3 })],
  [double, fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, Number.NaN))],
  [i8, fc.bigInt({ min: -2n, max: 2n })],
  [time, fc.bigInt({ min: 0n, max: 3n })],
  [flag, fc.boolean()],
  [bytes, binary],
  [clsid, fc.uint8Array({ minLength: 16, maxLength: 16 }).map(guidFromBytes)],
  [texts, fc.array(word, { minLength: 1, maxLength: 3 })],
  [longs, fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 1, maxLength: 3 })],
];

const rowWith = (missing: boolean): fc.Arbitrary<PropRow> =>
  fc
    .tuple(...kinds.map(([, values]) => (missing ? fc.option(values, { nil: undefined }) : values)))
    .map((values) => row(...kinds.map(([tag], index) => [tag, values[index]] as const)));
const fullRow = rowWith(false);
const anyRow = rowWith(true);

const relop = fc.constantFrom<Relop>(0, 1, 2, 3, 4, 5);
const leaf: fc.Arbitrary<Restriction> = fc.oneof(
  fc.tuple(relop, word).map(([op, value]) => compareTo(op, text, value)),
  fc.tuple(relop, fc.integer({ min: -3, max: 3 })).map(([op, value]) => compareTo(op, long, value)),
  fc.tuple(relop, word).map(([op, value]) => compareTo(op, texts, value)),
  fc
    .tuple(fc.constantFrom('full', 'substring', 'prefix'), word, fc.boolean(), fc.boolean(), fc.boolean())
    .map(([level, value, ignoreCase, ignoreNonSpace, loose]) =>
      contains(text, value, { level, ignoreCase, ignoreNonSpace, loose }),
    ),
  binary.map((value) => contains(bytes, value)),
  relop.map((op) => compareProps(text, op, other)),
  fc.tuple(fc.nat(7), fc.constantFrom('eqz', 'nez')).map(([mask, op]) => bits(long, mask, op)),
  fc.tuple(relop, fc.nat(10)).map(([op, cb]) => size(text, op, cb)),
  fc.constantFrom(text, long, bytes, texts).map(exists),
  fc.constantFrom('^a', 'b*$', '[a-c].', 'e').map((pattern) => re(text, pattern)),
);
const restriction: fc.Arbitrary<Restriction> = fc.letrec<{ node: Restriction }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => and(...parts)),
    fc.array(tie('node'), { maxLength: 3 }).map((parts) => or(...parts)),
    tie('node').map(not),
    tie('node').map((part) => comment([], part)),
  ),
})).node;

describe('logic', () => {
  test('double negation changes nothing, also where properties are missing', () => {
    fc.assert(fc.property(restriction, anyRow, (r, source) => matches(not(not(r)), source) === matches(r, source)));
  });

  test('De Morgan, also where properties are missing', () => {
    fc.assert(
      fc.property(restriction, restriction, anyRow, (a, b, source) => {
        expect(matches(not(and(a, b)), source)).toBe(matches(or(not(a), not(b)), source));
        expect(matches(not(or(a, b)), source)).toBe(matches(and(not(a), not(b)), source));
      }),
    );
  });

  test('where all properties are there, each operator is the negation of its opposite', () => {
    const value = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(value, fullRow, (constant, source) => {
        expect(matches(not(eq(long, constant)), source)).toBe(matches(ne(long, constant), source));
        expect(matches(not(lt(long, constant)), source)).toBe(matches(ge(long, constant), source));
        expect(matches(not(gt(long, constant)), source)).toBe(matches(le(long, constant), source));
      }),
    );
  });

  test('an exist restriction joined to any property restriction never changes a match', () => {
    fc.assert(
      fc.property(word, anyRow, (value, source) =>
        [eq, ne, lt, le, gt, ge].every(
          (make) => matches(and(exists(text), make(text, value)), source) === matches(make(text, value), source),
        ),
      ),
    );
  });

  test('what the builders make is valid, frozen and has words', () => {
    fc.assert(
      fc.property(restriction, (r) => {
        validateRestriction(r);
        expect(Object.isFrozen(r)).toBe(true);
        expect(formatRestriction(r).length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('content', () => {
  test('what is full is a prefix, and what is a prefix is a substring; looser never loses a match', () => {
    fc.assert(
      fc.property(word, word, (value, wanted) => {
        const found = (options: Parameters<typeof contains>[2]): boolean =>
          matches(contains(text, wanted, options), row([text, value]));
        for (const ignoreCase of [false, true]) {
          if (found({ level: 'full', ignoreCase })) expect(found({ level: 'prefix', ignoreCase })).toBe(true);
          if (found({ level: 'prefix', ignoreCase })) expect(found({ ignoreCase })).toBe(true);
        }
        if (found({ level: 'full', ignoreCase: false })) {
          expect(found({ level: 'full' })).toBe(true);
          expect(found({ level: 'full', ignoreCase: false, ignoreNonSpace: true })).toBe(true);
          expect(found({ level: 'full', loose: true })).toBe(true);
        }
      }),
    );
  });
});

describe('order', () => {
  test.each(kinds)('of values of %i is total', (tag, values) => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        const order = (x: unknown, y: unknown): number => Math.sign(compareValues(tag, x, y));
        expect(order(a, a)).toBe(0);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        if (order(a, b) === 0) expect(order(a, c)).toBe(order(b, c));
      }),
    );
  });

  test('of rows is total in any sort order, nulls last in both directions', () => {
    const column = fc.tuple(fc.constantFrom(...kinds.map(([tag]) => tag)), fc.boolean());
    fc.assert(
      fc.property(fc.array(column, { maxLength: 3 }), anyRow, anyRow, anyRow, (columns, a, b, c) => {
        const set = sortBy(...columns.map(([tag, down]) => (down ? descend(tag) : ascend(tag))));
        const compare = rowOrder(set);
        const order = (x: PropRow, y: PropRow): number => Math.sign(compare(x, y));
        expect(order(a, a)).toBe(0);
        expect(order(a, b) + order(b, a)).toBe(0);
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0);
        const first = set.aSort[0];
        if (first) {
          const nulls = sortRows([a, b, c], set).map((each) => each.get(first.ulPropTag) === null);
          expect(nulls).toEqual([...nulls].sort((x, y) => Number(x) - Number(y)));
        }
      }),
    );
  });

  test('RELOP_EQ, RELOP_LT and the sort order agree', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const order = rowOrder(sortBy(ascend(text)))(row([text, a]), row([text, b]));
        expect(matches(eq(text, b), row([text, a]))).toBe(order === 0);
        expect(matches(lt(text, b), row([text, a]))).toBe(order < 0);
      }),
    );
  });

  test('of keys is that of their bytes in UTF-8, so that an index can hold them', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const [left, right] = [collationKey(a), collationKey(b)];
        expect(Math.sign(compareCodePoints(left, right))).toBe(Buffer.compare(Buffer.from(left), Buffer.from(right)));
      }),
    );
  });
});
