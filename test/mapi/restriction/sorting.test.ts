import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HResult, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  categorized,
  categoryMax,
  categoryMin,
  combine,
  descend,
  expandInstances,
  type GroupedRows,
  groupRows,
  instanceOf,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_TABLE_TOO_BIG,
  MAPI_E_TOO_COMPLEX,
  type PropRow,
  type PropTag,
  rowOrder,
  type SSortOrder,
  type SSortOrderSet,
  sortBy,
  sortLevels,
  sortRows,
} from '../../../src/mapi/index.js';
import { long, long2, longs, object, other, row, text, texts, untyped } from './rows.js';

const column = (rows: readonly PropRow[], tag: PropTag): unknown[] => rows.map((each) => each.get(tag));
const answer = (set: SSortOrderSet): HResult => {
  try {
    sortLevels(set);
    return S_OK;
  } catch (error) {
    return (error as { hr: HResult }).hr;
  }
};

describe('a standard sort', () => {
  const rows = [
    row([long, 2], [text, 'b']),
    row([text, 'none']),
    row([long, 10], [text, 'a']),
    row([long, 2], [text, 'A']),
  ];

  test('ascends with nulls last', () => {
    expect(column(sortRows(rows, sortBy(ascend(long))), long)).toEqual([2, 2, 10, null]);
  });

  test('descends with nulls last as well', () => {
    expect(column(sortRows(rows, sortBy(descend(long))), long)).toEqual([10, 2, 2, null]);
  });

  test('uses the next column where the one before is equal', () => {
    expect(column(sortRows(rows, sortBy(ascend(long), ascend(text))), text)).toEqual(['A', 'b', 'a', 'none']);
    expect(column(sortRows(rows, sortBy(ascend(long), descend(text))), text)).toEqual(['b', 'A', 'a', 'none']);
  });

  test('leaves equal rows as they were, and all of them without columns', () => {
    expect(column(sortRows(rows, sortBy(ascend(long))), text)).toEqual(['b', 'A', 'a', 'none']);
    expect(sortRows(rows, sortBy())).toEqual(rows);
  });

  test('compares many values as a completely ordered tuple', () => {
    const tuples = [[2], [1, 2], [1], [1, 1]].map((values) => row([longs, values]));
    expect(column(sortRows(tuples, sortBy(ascend(longs))), longs)).toEqual([[1, 1], [1, 2], [1], [2]]);
    expect(column(sortRows(tuples, sortBy(descend(longs))), longs)).toEqual([[2], [1, 2], [1, 1], [1]]);
  });

  test('the comparator sorts as sortRows does', () => {
    const set = sortBy(descend(long), ascend(text));
    expect([...rows].sort(rowOrder(set))).toEqual(sortRows(rows, set));
  });
});

describe('what sort orders must be', () => {
  test.each<[string, SSortOrderSet, HResult]>([
    ['no columns', sortBy(), S_OK],
    ['a combined category', categorized(2, 0, ascend(text), combine(other), ascend(long)), S_OK],
    ['headings by a value below them', categorized(1, 1, ascend(text), categoryMax(long), descend(long)), S_OK],
    ['TABLE_SORT_COMBINE first', categorized(1, 0, combine(text)), MAPI_E_TOO_COMPLEX],
    ['TABLE_SORT_COMBINE without categories', sortBy(ascend(text), combine(other)), MAPI_E_TOO_COMPLEX],
    ['TABLE_SORT_CATEG_MAX first', categorized(1, 0, categoryMax(text)), MAPI_E_TOO_COMPLEX],
    ['TABLE_SORT_CATEG_MIN without categories', sortBy(ascend(text), categoryMin(long)), MAPI_E_TOO_COMPLEX],
    [
      'two of them for one category',
      categorized(1, 0, ascend(text), categoryMax(long), categoryMin(long)),
      MAPI_E_TOO_COMPLEX,
    ],
    ['an unknown order', sortBy({ ulPropTag: text, ulOrder: 3 } as unknown as SSortOrder), MAPI_E_TOO_COMPLEX],
    ['a type without order', sortBy(ascend(object)), MAPI_E_TOO_COMPLEX],
    ['no type', sortBy(ascend(untyped)), MAPI_E_TOO_COMPLEX],
    ['33 columns', sortBy(...new Array<SSortOrder>(33).fill(ascend(text))), MAPI_E_TOO_COMPLEX],
    ['32 columns', sortBy(...new Array<SSortOrder>(32).fill(ascend(text))), S_OK],
    ['more categories than columns', categorized(2, 0, ascend(text)), MAPI_E_INVALID_PARAMETER],
    ['more open levels than categories', categorized(1, 2, ascend(text)), MAPI_E_INVALID_PARAMETER],
  ])('%s', (_, set, expected) => {
    expect(answer(set)).toBe(expected);
  });

  test('levels that start open are at most those there are', () => {
    expect(sortLevels(categorized(2, 2, ascend(text), combine(other)))).toMatchObject({ expanded: 1, rest: [] });
  });
});

describe('a categorized sort', () => {
  const rows = [
    row([text, 'b'], [other, 'y'], [long, 5]),
    row([text, 'a'], [other, 'x'], [long, 1]),
    row([text, 'B'], [other, 'x'], [long, 4]),
    row([other, 'x'], [long, 9]),
    row([text, 'a'], [other, 'x'], [long, 7]),
  ];
  type Shape = readonly [values: readonly unknown[], count: number, below: unknown];
  const shape = ({ groups, rows: leaves }: GroupedRows<PropRow>): unknown =>
    groups.length > 0
      ? groups.map((group): Shape => [group.values, group.count, shape(group)])
      : leaves.map((leaf) => leaf.get(long));

  test('puts rows below headings of their values, without case, null last', () => {
    expect(shape(groupRows(rows, categorized(1, 1, ascend(text), ascend(long))))).toEqual([
      [['a'], 2, [1, 7]],
      [['B'], 2, [4, 5]],
      [[null], 1, [9]],
    ]);
  });

  test('the first columns make the headings, level by level, as their first rows write them; the rest sorts the rows', () => {
    expect(shape(groupRows(rows, categorized(2, 0, descend(text), ascend(other), descend(long))))).toEqual([
      [
        ['B'],
        2,
        [
          [['x'], 1, [4]],
          [['y'], 1, [5]],
        ],
      ],
      [['a'], 2, [[['x'], 2, [7, 1]]]],
      [[null], 1, [[['x'], 1, [9]]]],
    ]);
    const { groups } = groupRows(rows, categorized(2, 0, descend(text), ascend(other)));
    expect([groups[0]?.depth, groups[0]?.groups[0]?.depth, groups[0]?.rows]).toEqual([0, 1, []]);
  });

  test('TABLE_SORT_COMBINE makes one heading of two columns', () => {
    const grouped = groupRows(rows, categorized(2, 1, ascend(text), combine(other), ascend(long)));
    expect(grouped.groups[0]?.tags).toEqual([text, other]);
    expect(shape(grouped)).toEqual([
      [['a', 'x'], 2, [1, 7]],
      [['B', 'x'], 1, [4]],
      [['b', 'y'], 1, [5]],
      [[null, 'x'], 1, [9]],
    ]);
  });

  test('TABLE_SORT_CATEG_MAX puts headings in the order of the largest value below', () => {
    expect(shape(groupRows(rows, categorized(1, 1, descend(text), categoryMax(long), ascend(long))))).toEqual([
      [[null], 1, [9]],
      [['a'], 2, [1, 7]],
      [['B'], 2, [4, 5]],
    ]);
  });

  test('TABLE_SORT_CATEG_MIN puts headings in the order of the smallest value below', () => {
    expect(shape(groupRows(rows, categorized(1, 1, descend(text), categoryMin(long), ascend(long))))).toEqual([
      [[null], 1, [9]],
      [['B'], 2, [4, 5]],
      [['a'], 2, [1, 7]],
    ]);
  });

  test('headings without any such value come last', () => {
    const some = [row([text, 'a']), row([text, 'b'], [long, 1])];
    expect(
      groupRows(some, categorized(1, 1, ascend(text), categoryMax(long))).groups.map(({ values }) => values),
    ).toEqual([['b'], ['a']]);
  });

  test('without categories there are rows and no headings', () => {
    expect(groupRows(rows, sortBy(ascend(long)))).toEqual({ groups: [], rows: sortRows(rows, sortBy(ascend(long))) });
    expect(groupRows([], categorized(1, 0, ascend(text)))).toEqual({ groups: [], rows: [] });
  });

  test('loses no row and counts all of them', () => {
    const value = fc.option(fc.constantFrom('a', 'A', 'b'), { nil: undefined });
    const source = fc.tuple(value, value, fc.nat(3)).map(([a, b, c]) => row([text, a], [other, b], [long, c]));
    const set = categorized(2, 1, ascend(text), categoryMax(long), descend(other), ascend(long));
    const leaves = ({ groups, rows: own }: GroupedRows<PropRow>): PropRow[] => [...groups.flatMap(leaves), ...own];
    fc.assert(
      fc.property(fc.array(source, { maxLength: 12 }), (sources) => {
        const grouped = groupRows(sources, set);
        expect(new Set(leaves(grouped))).toEqual(new Set(sources));
        expect(grouped.groups.reduce((sum, { count }) => sum + count, 0)).toBe(sources.length);
        for (const group of grouped.groups) expect(leaves(group)).toHaveLength(group.count);
      }),
    );
  });
});

describe('columns of single instances', () => {
  const colours = instanceOf(texts);
  const sizes = instanceOf(longs);
  const many = row([texts, ['red', 'green']], [longs, [1, 2, 3]], [long2, 7]);

  test('make a row for each value, with the same other columns', () => {
    const instances = expandInstances(many, [colours, long2]);
    expect(instances.map(({ get, instance }) => [get(colours), get(long2), instance])).toEqual([
      ['red', 7, [0]],
      ['green', 7, [1]],
    ]);
  });

  test('make M * N rows of two columns with M and N values', () => {
    const instances = expandInstances(many, [colours, sizes]);
    expect(instances.map(({ get }) => `${get(colours)} ${get(sizes)}`)).toEqual([
      'red 1',
      'red 2',
      'red 3',
      'green 1',
      'green 2',
      'green 3',
    ]);
    expect(new Set(instances.map(({ instance }) => instance.join())).size).toBe(6);
  });

  test('the multi-valued property itself stays whole', () => {
    expect(expandInstances(many, [colours])[0]?.get(texts)).toEqual(['red', 'green']);
  });

  test('a row without values keeps one instance that lacks the property', () => {
    const [only, ...more] = expandInstances(row([long, 1]), [colours]);
    expect(more).toEqual([]);
    expect([only?.get(colours), only?.get(long), only?.has?.(colours), only?.has?.(long)]).toEqual([
      null,
      1,
      false,
      true,
    ]);
  });

  test('sort by the single values', () => {
    const instances = expandInstances(many, [colours]);
    expect(sortRows(instances, sortBy(ascend(colours))).map(({ get }) => get(colours))).toEqual(['green', 'red']);
  });

  test('without such a column there is one row', () => {
    expect(expandInstances(many, [texts, long2])).toHaveLength(1);
  });

  test('make at most ten thousand rows', () => {
    const values = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
    const wide = row([texts, values(100).map(String)], [longs, values(101)]);
    expect(expandInstances(wide, [colours])).toHaveLength(100);
    expect(() => expandInstances(wide, [colours, sizes])).toThrow(
      expect.objectContaining({ hr: MAPI_E_TABLE_TOO_BIG }),
    );
  });
});
