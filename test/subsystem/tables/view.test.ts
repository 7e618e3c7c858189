import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  and,
  ascend,
  BOOKMARK_BEGINNING,
  categorized,
  categoryMax,
  combine,
  count,
  descend,
  eq,
  exists,
  ge,
  type IMAPITable,
  instanceOf,
  MAPI_E_INVALID_BOOKMARK,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNABLE_TO_COMPLETE,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_W_POSITION_CHANGED,
  MSGFLAG_READ,
  ne,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_INSTANCE_KEY,
  PR_ROW_TYPE,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  PT_OBJECT,
  prop,
  propTag,
  type Restriction,
  type SSortOrder,
  sortBy,
  TABLE_CHANGED,
  TBL_COLLAPSED_CATEGORY,
  TBL_EXPANDED_CATEGORY,
  TBL_LEAF_ROW,
} from '../../../src/mapi/index.js';
import {
  everything,
  keyOf,
  keyText,
  listen,
  memory,
  NUMBER,
  names,
  open,
  peek,
  rowOf,
  type Sample,
  WORDS,
} from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

const mails: readonly Sample[] = [
  { key: 'm0', sender: 'Ann', subject: 'x', number: 3, flags: MSGFLAG_READ },
  { key: 'm1', sender: 'Bob', subject: 'y', number: 1, flags: 0 },
  { key: 'm2', sender: 'ANN', subject: 'y', number: 2, flags: 0 },
  { key: 'm3', subject: 'x', number: 9, flags: 0 },
];

describe('SortTable', () => {
  const sorted = async (...order: readonly SSortOrder[]): Promise<string[]> => {
    using table = open(memory(mails));
    expect(await table.SortTable(sortBy(...order))).toBe(S_OK);
    return names(await everything(table));
  };

  test('sorts by the first column, then by the next; rows without a value come last either way', async () => {
    expect(await sorted(ascend(PR_SENDER_NAME_W), descend(NUMBER))).toEqual(['m0', 'm2', 'm1', 'm3']);
    expect(await sorted(descend(PR_SENDER_NAME_W), ascend(NUMBER))).toEqual(['m1', 'm2', 'm0', 'm3']);
  });

  test('equal rows stay in the order of the source', async () => {
    expect(await sorted(ascend(PR_SUBJECT_W))).toEqual(['m0', 'm3', 'm1', 'm2']);
  });

  test('a multi-valued column sorts as a whole', async () => {
    using table = open(
      memory([
        { key: 'ab', words: ['a', 'b'] },
        { key: 'a', words: ['a'] },
        { key: 'aa', words: ['a', 'a'] },
      ]),
    );
    await table.SortTable(sortBy(ascend(WORDS)));
    expect(names(await everything(table))).toEqual(['aa', 'ab', 'a']);
  });

  test('goes to the first row; without columns the order is that of the source again', async () => {
    using table = open(memory(mails));
    await table.QueryRows(2);
    await table.SortTable(sortBy(descend(NUMBER)));
    expect(await peek(table)).toEqual(['m3']);
    await table.SortTable(sortBy());
    expect(names(await everything(table))).toEqual(['m0', 'm1', 'm2', 'm3']);
  });

  test('without columns the default order comes back where there is one, and QuerySortOrder tells it', async () => {
    const order = sortBy(descend(NUMBER));
    using table = open(memory(mails), { order });
    await table.SortTable(sortBy(ascend(NUMBER)));
    expect(await table.SortTable(sortBy())).toBe(S_OK);
    expect(names(await everything(table))).toEqual(['m3', 'm0', 'm2', 'm1']);
    expect(await ok(table.QuerySortOrder())).toEqual(order);
    expect(await table.SortTable({ ...sortBy(), cCategories: 1 })).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('QuerySortOrder tells the order', async () => {
    using table = open(memory(mails));
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy());
    const order = sortBy(descend(NUMBER));
    await table.SortTable(order);
    expect(await ok(table.QuerySortOrder())).toEqual(order);
  });

  test('refuses an order that is not known and more columns than it can; a column may come twice', async () => {
    using table = open(memory(mails));
    expect(await table.SortTable(sortBy({ ...ascend(NUMBER), ulOrder: 3 as never }))).toBe(MAPI_E_TOO_COMPLEX);
    expect(await table.SortTable(sortBy(...Array.from({ length: 1000 }, () => ascend(NUMBER))))).toBe(
      MAPI_E_TOO_COMPLEX,
    );
    expect(await table.SortTable(sortBy(ascend(NUMBER), descend(NUMBER)))).toBe(S_OK);
    expect(names(await everything(table))).toEqual(['m1', 'm2', 'm0', 'm3']);
  });

  test('a failure leaves the order, the cursor and bookmarks as they were', async () => {
    using table = open(memory(mails), { order: sortBy(descend(NUMBER)) });
    await table.SeekRow(BOOKMARK_BEGINNING, 2);
    const bookmark = await ok(table.CreateBookmark());
    const object = ascend(propTag(PT_OBJECT, 0x6803));
    expect(await table.SortTable(sortBy(object))).toBe(MAPI_E_TOO_COMPLEX);
    expect(await table.SortTable(sortBy(combine(NUMBER)))).toBe(MAPI_E_TOO_COMPLEX);
    expect(await table.SortTable(categorized(2, 0, ascend(NUMBER)))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await peek(table)).toEqual(['m2']);
    expect(await table.SeekRow(bookmark, 0)).toEqual([S_OK, 0]);
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy(descend(NUMBER)));
  });
});

describe('Restrict', () => {
  test('limits the view, in place of an earlier restriction; null shows all rows again', async () => {
    using table = open(memory(mails));
    await table.QueryRows(2);
    expect(await table.Restrict(ge(NUMBER, 3))).toBe(S_OK);
    expect(names(await ok(table.QueryRows(9)))).toEqual(['m0', 'm3']);
    await table.Restrict(eq(PR_SUBJECT_W, 'Y'));
    expect(names(await everything(table))).toEqual(['m1', 'm2']);
    expect(await ok(table.GetRowCount())).toBe(2);
    await table.Restrict(null);
    expect(await ok(table.GetRowCount())).toBe(4);
  });

  test('RES_COUNT shows the first matches in the order of the table, and follows its changes', async () => {
    const rows = memory(mails);
    using table = open(rows);
    expect(await table.Restrict(count(2, exists(NUMBER)))).toBe(S_OK);
    expect(names(await everything(table))).toEqual(['m0', 'm1']);
    await table.SortTable(sortBy(descend(NUMBER)));
    expect(names(await everything(table))).toEqual(['m3', 'm0']);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'm1', number: 0 })]);
    expect(await listener.settled(table)).toEqual([]);
    rows.remove([rowOf({ key: 'm3' })]);
    expect(await listener.settled(table)).toMatchObject([{ ulTableEvent: TABLE_CHANGED }]);
    expect(names(await everything(table))).toEqual(['m0', 'm2']);
    expect(await table.FindRow(count(0, exists(NUMBER)), BOOKMARK_BEGINNING)).toBe(MAPI_E_NOT_FOUND);
    expect(await table.FindRow(count(1, eq(NUMBER, 2)), BOOKMARK_BEGINNING)).toBe(S_OK);
    expect(await table.Restrict(and(count(1, exists(NUMBER))))).toBe(MAPI_E_TOO_COMPLEX);
    expect(await ok(table.GetRowCount())).toBe(2);
  });

  test('FindRow looks at rows that the restriction shows only', async () => {
    using table = open(memory(mails));
    await table.Restrict(ge(NUMBER, 3));
    expect(await table.FindRow(eq(PR_INSTANCE_KEY, keyOf('m1')), BOOKMARK_BEGINNING)).toBe(MAPI_E_NOT_FOUND);
  });

  test('refuses what is no restriction, and the old one stays', async () => {
    using table = open(memory(mails));
    await table.Restrict(ge(NUMBER, 3));
    expect(await table.Restrict({ rt: 'none' } as unknown as Restriction)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await table.Restrict({ ...eq(NUMBER, 1), lpProp: prop(PR_SUBJECT_W, '1') })).toBe(MAPI_E_TOO_COMPLEX);
    expect(await ok(table.GetRowCount())).toBe(2);
  });
});

const shown = [PR_INSTANCE_KEY, PR_ROW_TYPE, PR_DEPTH, PR_CONTENT_COUNT, PR_CONTENT_UNREAD, PR_SENDER_NAME_W, NUMBER];

/** A view as people see it: headings with their counts, rows by their keys. */
const seen = (rows: readonly PropRow[]): string[] =>
  rows.map((row) => {
    const indent = ' '.repeat(row.get(PR_DEPTH) ?? 0);
    if (row.get(PR_ROW_TYPE) === TBL_LEAF_ROW) return `${indent}${keyText(row.get(PR_INSTANCE_KEY))}`;
    const mark = row.get(PR_ROW_TYPE) === TBL_EXPANDED_CATEGORY ? '-' : '+';
    const counts = `${row.get(PR_CONTENT_COUNT)}/${row.get(PR_CONTENT_UNREAD)}`;
    return `${indent}${mark}${row.get(PR_SENDER_NAME_W) ?? 'none'} ${row.get(NUMBER) ?? ''} ${counts}`.replace(
      '  ',
      ' ',
    );
  });

const bySender = async (open_: number, samples: readonly Sample[] = mails): Promise<IMAPITable> => {
  const table = open(memory(samples), { order: categorized(1, open_, ascend(PR_SENDER_NAME_W), ascend(NUMBER)) });
  await table.SetColumns(shown);
  return table;
};

const headingKey = async (table: IMAPITable, index: number): Promise<Uint8Array> => {
  await table.SeekRow(BOOKMARK_BEGINNING, index);
  const [row] = await ok(table.QueryRows(1, 1));
  return row?.get(PR_INSTANCE_KEY) as Uint8Array;
};

describe('a table sorted by categories', () => {
  test('begins with closed headings when none shall start open', async () => {
    using table = await bySender(0);
    expect(seen(await everything(table))).toEqual(['+ANN 2/1', '+Bob 1/1', '+none 1/1']);
  });

  test('and with everything when all shall', async () => {
    using table = await bySender(1);
    expect(seen(await everything(table))).toEqual(['-ANN 2/1', ' m2', ' m0', '-Bob 1/1', ' m1', '-none 1/1', ' m3']);
  });

  test('a heading takes the spelling of the first row below it', async () => {
    using table = await bySender(0);
    expect((await everything(table))[0]?.get(PR_SENDER_NAME_W)).toBe('ANN');
  });

  test('a heading has its columns, counts, key, depth and type, and nothing else', async () => {
    using table = await bySender(0);
    const [row] = await everything(table);
    expect(row?.get(PR_ROW_TYPE)).toBe(TBL_COLLAPSED_CATEGORY);
    expect(row?.error(NUMBER)).toBe(MAPI_E_NOT_FOUND);
  });

  test('has one level for each category; TABLE_SORT_COMBINE joins columns in one', async () => {
    const two = { order: categorized(2, 1, ascend(PR_SENDER_NAME_W), descend(NUMBER)) };
    using nested = open(memory(mails), two);
    await nested.SetColumns(shown);
    expect(seen(await everything(nested)).slice(0, 4)).toEqual(['-Ann 2/1', ' +Ann 3 1/0', ' +ANN 2 1/1', '-Bob 1/1']);
    using combined = open(memory(mails), { order: categorized(2, 0, ascend(PR_SENDER_NAME_W), combine(NUMBER)) });
    await combined.SetColumns(shown);
    expect(seen(await everything(combined))).toEqual(['+ANN 2 1/1', '+Ann 3 1/0', '+Bob 1 1/1', '+none 9 1/1']);
  });

  test('TABLE_SORT_CATEG_MAX puts headings in order by their largest value', async () => {
    using table = open(memory(mails), { order: categorized(1, 0, descend(PR_SENDER_NAME_W), categoryMax(NUMBER)) });
    await table.SetColumns(shown);
    expect(seen(await everything(table))).toEqual(['+none 1/1', '+Ann 2/1', '+Bob 1/1']);
  });

  describe('ExpandRow', () => {
    test('returns the first rows and the number of all; the cursor goes behind those returned', async () => {
      using table = await bySender(0);
      const { lppRows, lpulMoreRows } = await ok(table.ExpandRow(await headingKey(table, 0), 1));
      expect([seen(lppRows), lpulMoreRows]).toEqual([[' m2'], 2]);
      expect(seen(await ok(table.QueryRows(1)))).toEqual([' m0']);
    });

    test('with a count of 0 goes behind the heading', async () => {
      using table = await bySender(0);
      const { lppRows, lpulMoreRows } = await ok(table.ExpandRow(await headingKey(table, 0), 0));
      expect([lppRows, lpulMoreRows]).toEqual([[], 2]);
      expect(seen(await ok(table.QueryRows(1)))).toEqual([' m2']);
    });

    test('finds only headings that are seen', async () => {
      using table = await bySender(1);
      expect(await table.ExpandRow(keyOf('m0'), 0)).toEqual([MAPI_E_NOT_FOUND, null]);
      expect(await table.ExpandRow(keyOf('nothing'), 0)).toEqual([MAPI_E_NOT_FOUND, null]);
      using flat = open(memory(mails));
      expect(await flat.ExpandRow(keyOf('m0'), 0)).toEqual([MAPI_E_NOT_FOUND, null]);
    });

    test('adds nothing to a heading that is open', async () => {
      using table = await bySender(1);
      expect((await ok(table.ExpandRow(await headingKey(table, 0), 9))).lpulMoreRows).toBe(0);
    });
  });

  describe('CollapseRow', () => {
    test('tells how many rows went', async () => {
      using table = await bySender(1);
      expect(await table.CollapseRow(await headingKey(table, 0))).toEqual([S_OK, 2]);
      expect(seen(await everything(table)).slice(0, 2)).toEqual(['+ANN 2/1', '-Bob 1/1']);
      expect(await table.CollapseRow(keyOf('nothing'))).toEqual([MAPI_E_NOT_FOUND, null]);
    });

    test('a bookmark among the rows that went stands at the next one that is seen', async () => {
      using table = await bySender(1);
      await table.SeekRow(BOOKMARK_BEGINNING, 1);
      const bookmark = await ok(table.CreateBookmark());
      await table.CollapseRow(await headingKey(table, 0));
      expect(await table.SeekRow(bookmark, 0)).toEqual([MAPI_W_POSITION_CHANGED, 0]);
      expect(seen(await ok(table.QueryRows(1)))).toEqual(['-Bob 1/1']);
    });
  });

  describe('of two levels', () => {
    const nested = async (start: number): Promise<IMAPITable> => {
      const order = categorized(2, start, ascend(PR_SENDER_NAME_W), descend(NUMBER));
      const table = open(memory(mails), { order });
      await table.SetColumns(shown);
      return table;
    };

    test('ExpandRow adds the headings of the next level, CollapseRow takes these and the rows below them', async () => {
      using table = await nested(0);
      const key = await headingKey(table, 0);
      const { lppRows, lpulMoreRows } = await ok(table.ExpandRow(key, 9));
      expect([seen(lppRows), lpulMoreRows]).toEqual([[' +Ann 3 1/0', ' +ANN 2 1/1'], 2]);
      await ok(table.ExpandRow(await headingKey(table, 1), 0));
      expect(await table.CollapseRow(key)).toEqual([S_OK, 3]);
      expect(await ok(table.GetRowCount())).toBe(3);
    });

    test('the state holds all nodes, those below closed ones, too', async () => {
      using table = await nested(0);
      const key = await headingKey(table, 0);
      await ok(table.ExpandRow(key, 0));
      await ok(table.ExpandRow(await headingKey(table, 2), 0));
      const before = seen(await everything(table));
      await ok(table.CollapseRow(key));
      const state = await ok(table.GetCollapseState(0, key));
      using other = await nested(0);
      const bookmark = await ok(other.SetCollapseState(0, state));
      expect(await ok(other.GetRowCount())).toBe(3);
      expect(await other.SeekRow(bookmark, 0)).toEqual([S_OK, 0]);
      await ok(other.ExpandRow(key, 0));
      expect(seen(await everything(other))).toEqual(before);
    });
  });

  test('reserved flags are 0, and an instance key is given', async () => {
    using table = await bySender(0);
    const key = await headingKey(table, 0);
    const state = await ok(table.GetCollapseState(0, key));
    expect(await table.ExpandRow(key, 0, 1)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(await table.CollapseRow(key, 1)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(await table.GetCollapseState(1, key)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(await table.SetCollapseState(1, state)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(await table.GetCollapseState(0, null as never)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await table.ExpandRow(null as never, 0)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await table.CollapseRow(null as never)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await table.SetCollapseState(0, null as never)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
  });

  test('a bookmark of a row that was hidden and is seen again is where it was', async () => {
    using table = await bySender(1);
    await table.SeekRow(BOOKMARK_BEGINNING, 2);
    const bookmark = await ok(table.CreateBookmark());
    const key = await headingKey(table, 0);
    await ok(table.CollapseRow(key));
    await ok(table.ExpandRow(key, 0));
    expect(await table.SeekRow(bookmark, 0)).toEqual([S_OK, 0]);
    expect(seen(await ok(table.QueryRows(1)))).toEqual([' m0']);
  });

  describe('GetCollapseState and SetCollapseState', () => {
    test('bring back what was open, and the row', async () => {
      using table = await bySender(0);
      await table.ExpandRow(await headingKey(table, 1), 0);
      const before = seen(await everything(table));
      const state = await ok(table.GetCollapseState(0, await headingKey(table, 1)));
      using other = await bySender(0);
      const bookmark = await ok(other.SetCollapseState(0, state));
      expect(seen(await everything(other))).toEqual(before);
      await other.SeekRow(bookmark, 0);
      expect(seen(await ok(other.QueryRows(1)))).toEqual(['-Bob 1/1']);
    });

    test('not under another order or restriction, and not from other bytes', async () => {
      using table = await bySender(0);
      const state = await ok(table.GetCollapseState(0, await headingKey(table, 0)));
      await table.Restrict(ge(NUMBER, 0));
      expect(await table.SetCollapseState(0, state)).toEqual([MAPI_E_UNABLE_TO_COMPLETE, null]);
      expect(await table.SetCollapseState(0, keyOf('{}'))).toEqual([MAPI_E_UNABLE_TO_COMPLETE, null]);
      expect(await table.SetCollapseState(0, new Uint8Array([0xff]))).toEqual([MAPI_E_UNABLE_TO_COMPLETE, null]);
    });

    test('need categories', async () => {
      using table = open(memory(mails));
      expect(await table.GetCollapseState(0, keyOf('m0'))).toEqual([MAPI_E_NO_SUPPORT, null]);
    });
  });
});

describe('a column of single instances', () => {
  const tagged: readonly Sample[] = [
    { key: 'a', words: ['red', 'blue'], number: 1 },
    { key: 'b', number: 2 },
    { key: 'c', words: ['green'], number: 3 },
  ];
  const WORD = instanceOf(WORDS);

  test('SetColumns makes a row of each value, each with a key of its own', async () => {
    using table = open(memory(tagged));
    await table.SetColumns([WORD, NUMBER, PR_INSTANCE_KEY]);
    const rows = await everything(table);
    expect(rows.map((row) => [row.get(WORD), row.get(NUMBER)])).toEqual([
      ['red', 1],
      ['blue', 1],
      [null, 2],
      ['green', 3],
    ]);
    expect(rows.map((row) => row.error(0))).toEqual([null, null, MAPI_E_NOT_FOUND, null]);
    expect(new Set(names(rows)).size).toBe(4);
  });

  test('bookmarks end when it changes the rows, and only then', async () => {
    using table = open(memory(tagged));
    const first = await ok(table.CreateBookmark());
    await table.SetColumns([NUMBER]);
    expect(await table.SeekRow(first, 0)).toEqual([S_OK, 0]);
    await table.SetColumns([NUMBER, WORD]);
    expect(await table.SeekRow(first, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
  });

  test('SortTable sorts by the single values', async () => {
    using table = open(memory(tagged));
    await table.SortTable(sortBy(ascend(WORD)));
    await table.SetColumns([WORD]);
    expect((await everything(table)).map((row) => row.get(WORD))).toEqual(['blue', 'green', 'red', null]);
  });

  test('Restrict makes no rows of it; where there are such rows it means the one value', async () => {
    using table = open(memory(tagged));
    await table.Restrict(eq(WORD, 'blue'));
    expect(names(await everything(table))).toEqual(['a']);
    await table.SetColumns([WORD]);
    expect((await everything(table)).map((row) => row.get(WORD))).toEqual(['blue']);
    await table.Restrict(exists(WORD));
    expect(await ok(table.GetRowCount())).toBe(3);
    expect(await table.FindRow(ne(WORD, 'red'), BOOKMARK_BEGINNING)).toBe(S_OK);
    expect((await ok(table.QueryRows(1)))[0]?.get(WORD)).toBe('blue');
  });
});
