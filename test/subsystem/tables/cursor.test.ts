import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  annotation,
  ascend,
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  BOOKMARK_END,
  comment,
  DIR_BACKWARD,
  descend,
  eq,
  ge,
  gt,
  instanceOf,
  MAPI_E_INVALID_BOOKMARK,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNABLE_TO_COMPLETE,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_W_POSITION_CHANGED,
  PR_BODY_W,
  PR_INSTANCE_KEY,
  PR_MESSAGE_RECIPIENTS,
  PR_NULL,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  prop,
  sortBy,
  sub,
  TBL_ALL_COLUMNS,
  TBL_NOADVANCE,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { MemoryRows } from '../../../src/subsystem/index.js';
import { columns, everything, keyOf, memory, NUMBER, names, numbered, open, peek, rowOf } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

// The first table is the source's own view, the second one the table puts in order itself.
describe.each([
  ['in the order of the source', false],
  ['in an order of the table', true],
])('a table %s', (_, sorted) => {
  const five = (): ReturnType<typeof open> =>
    open(memory(numbered(5)), sorted ? { order: sortBy(ascend(NUMBER)) } : {});

  describe('QueryRows', () => {
    test('reads from the cursor on and moves it behind the rows', async () => {
      using table = five();
      expect(names(await ok(table.QueryRows(2)))).toEqual(['r0', 'r1']);
      expect(names(await ok(table.QueryRows(2)))).toEqual(['r2', 'r3']);
    });

    test('answers fewer rows at the end, then none, which is no error', async () => {
      using table = five();
      expect(names(await ok(table.QueryRows(10)))).toHaveLength(5);
      expect(await table.QueryRows(10)).toEqual([S_OK, []]);
    });

    test('goes back for a negative count and reads forwards from there', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 3);
      expect(names(await ok(table.QueryRows(-2)))).toEqual(['r1', 'r2']);
      expect(await peek(table)).toEqual(['r3']);
    });

    test('stops at the first row on its way back', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 1);
      expect(names(await ok(table.QueryRows(-4)))).toEqual(['r0']);
      await table.SeekRow(BOOKMARK_BEGINNING, 0);
      expect(await ok(table.QueryRows(-4))).toEqual([]);
    });

    test('TBL_NOADVANCE leaves the cursor at the first row returned', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 3);
      expect(names(await ok(table.QueryRows(-2, TBL_NOADVANCE)))).toEqual(['r1', 'r2']);
      expect(await peek(table)).toEqual(['r1']);
    });

    test('refuses 0 rows, and flags that it does not know', async () => {
      using table = five();
      expect(await table.QueryRows(0)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
      expect(await table.QueryRows(1, 2)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    });

    test('calls that nobody waits for have their turns in order', async () => {
      using table = five();
      const [first, second] = await Promise.all([ok(table.QueryRows(2)), ok(table.QueryRows(2))]);
      expect([names(first), names(second)]).toEqual([
        ['r0', 'r1'],
        ['r2', 'r3'],
      ]);
    });
  });

  describe('SeekRow', () => {
    test('tells how many rows it has passed, negative for backwards', async () => {
      using table = five();
      expect(await table.SeekRow(BOOKMARK_BEGINNING, 2)).toEqual([S_OK, 2]);
      expect(await table.SeekRow(BOOKMARK_CURRENT, -1)).toEqual([S_OK, -1]);
      expect(await peek(table)).toEqual(['r1']);
      expect(await table.SeekRow(BOOKMARK_END, -2)).toEqual([S_OK, -2]);
      expect(await peek(table)).toEqual(['r3']);
    });

    test('stops at the first row and behind the last', async () => {
      using table = five();
      expect(await table.SeekRow(BOOKMARK_CURRENT, 99)).toEqual([S_OK, 5]);
      expect(await peek(table)).toEqual([]);
      expect(await table.SeekRow(BOOKMARK_CURRENT, -99)).toEqual([S_OK, -5]);
      expect(await peek(table)).toEqual(['r0']);
    });

    test('refuses a bookmark that nobody made', async () => {
      using table = five();
      expect(await table.SeekRow(77, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
    });
  });

  describe('SeekRowApprox and QueryPosition', () => {
    test('go to a fraction and tell where the cursor is', async () => {
      using table = five();
      expect(await table.SeekRowApprox(2, 5)).toBe(S_OK);
      expect(await ok(table.QueryPosition())).toEqual({ lpulRow: 2, lpulNumerator: 2, lpulDenominator: 5 });
      expect(await peek(table)).toEqual(['r2']);
    });

    test('a fraction of one or more is the end, 0 the first row', async () => {
      using table = five();
      await table.SeekRowApprox(9, 3);
      expect(await peek(table)).toEqual([]);
      await table.SeekRowApprox(0, 3);
      expect(await peek(table)).toEqual(['r0']);
    });

    test('refuse to divide by 0; the lower part is never 0', async () => {
      using table = five();
      expect(await table.SeekRowApprox(1, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      using empty = open(memory([]));
      expect(await ok(empty.QueryPosition())).toEqual({ lpulRow: 0, lpulNumerator: 0, lpulDenominator: 1 });
    });
  });

  describe('FindRow', () => {
    test('leaves the cursor at the row it has found', async () => {
      using table = five();
      expect(await table.FindRow(gt(NUMBER, 1), BOOKMARK_BEGINNING)).toBe(S_OK);
      expect(await peek(table)).toEqual(['r2']);
    });

    test('DIR_BACKWARD begins at the row before the bookmark', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 3);
      expect(await table.FindRow(gt(NUMBER, 0), BOOKMARK_CURRENT, DIR_BACKWARD)).toBe(S_OK);
      expect(await peek(table)).toEqual(['r2']);
      expect(await table.FindRow(gt(NUMBER, 0), BOOKMARK_END, DIR_BACKWARD)).toBe(S_OK);
      expect(await peek(table)).toEqual(['r4']);
    });

    test('answers MAPI_E_NOT_FOUND when no row matches, and the cursor stays', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 3);
      expect(await table.FindRow(eq(NUMBER, 1), BOOKMARK_CURRENT)).toBe(MAPI_E_NOT_FOUND);
      expect(await peek(table)).toEqual(['r3']);
    });

    test('finds a PR_INSTANCE_KEY, in the direction it is asked to', async () => {
      using table = five();
      const key = eq(PR_INSTANCE_KEY, keyOf('r2'));
      expect(await table.FindRow(key, BOOKMARK_BEGINNING)).toBe(S_OK);
      expect(await peek(table)).toEqual(['r2']);
      expect(await table.FindRow(key, BOOKMARK_CURRENT)).toBe(S_OK);
      expect(await table.FindRow(key, BOOKMARK_CURRENT, DIR_BACKWARD)).toBe(MAPI_E_NOT_FOUND);
      expect(await table.FindRow(key, BOOKMARK_END)).toBe(MAPI_E_NOT_FOUND);
      expect(await table.FindRow(key, BOOKMARK_END, DIR_BACKWARD)).toBe(S_OK);
      expect(await table.FindRow(eq(PR_INSTANCE_KEY, keyOf('none')), BOOKMARK_BEGINNING)).toBe(MAPI_E_NOT_FOUND);
    });

    test('RELOP_GE on what the table is sorted by scrolls to a prefix', async () => {
      using table = open(memory(['apple', 'berry', 'blackberry', 'cherry'].map((key) => ({ key, subject: key }))), {
        order: sortBy(ascend(PR_SUBJECT_W)),
      });
      await table.FindRow(ge(PR_SUBJECT_W, 'bl'), BOOKMARK_BEGINNING);
      expect(await peek(table)).toEqual(['blackberry']);
    });

    test('backwards it scrolls a table in descending order', async () => {
      using table = open(memory(['apple', 'berry', 'blackberry', 'cherry'].map((key) => ({ key, subject: key }))), {
        order: sortBy(descend(PR_SUBJECT_W)),
      });
      await table.FindRow(ge(PR_SUBJECT_W, 'bl'), BOOKMARK_END, DIR_BACKWARD);
      expect(await peek(table)).toEqual(['blackberry']);
    });

    test('a remark around a restriction changes nothing, be it a comment or an annotation', async () => {
      using table = five();
      const key = eq(PR_INSTANCE_KEY, keyOf('r2'));
      for (const around of [comment, annotation]) {
        expect(await table.FindRow(around([], key), BOOKMARK_BEGINNING)).toBe(S_OK);
        expect(await peek(table)).toEqual(['r2']);
        expect(await table.FindRow(around([], null), BOOKMARK_BEGINNING)).toBe(S_OK);
        expect(await peek(table)).toEqual(['r0']);
      }
    });

    test('refuses what the table can not evaluate', async () => {
      using table = five();
      expect(await table.FindRow(sub(PR_MESSAGE_RECIPIENTS, eq(NUMBER, 1)), BOOKMARK_BEGINNING)).toBe(
        MAPI_E_TOO_COMPLEX,
      );
    });
  });

  describe('bookmarks', () => {
    test('lead back to their row', async () => {
      using table = five();
      await table.SeekRow(BOOKMARK_BEGINNING, 2);
      const bookmark = await ok(table.CreateBookmark());
      await table.SeekRow(BOOKMARK_END, 0);
      expect(await table.SeekRow(bookmark, 1)).toEqual([S_OK, 1]);
      expect(await peek(table)).toEqual(['r3']);
    });

    test('end when they are freed, and when the table is sorted or restricted', async () => {
      using table = five();
      const first = await ok(table.CreateBookmark());
      expect(await table.FreeBookmark(first)).toBe(S_OK);
      expect(await table.FreeBookmark(first)).toBe(MAPI_E_INVALID_BOOKMARK);
      expect(await table.SeekRow(first, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
      const second = await ok(table.CreateBookmark());
      await table.SortTable(sortBy(descend(NUMBER)));
      expect(await table.SeekRow(second, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
      const third = await ok(table.CreateBookmark());
      await table.Restrict(null);
      expect(await table.FindRow(eq(NUMBER, 1), third)).toBe(MAPI_E_INVALID_BOOKMARK);
    });

    test('the three fixed ones can not be freed', async () => {
      using table = five();
      for (const fixed of [BOOKMARK_BEGINNING, BOOKMARK_CURRENT, BOOKMARK_END])
        expect(await table.FreeBookmark(fixed)).toBe(S_OK);
      expect(await table.SeekRow(BOOKMARK_END, -1)).toEqual([S_OK, -1]);
    });

    test('follow their row wherever it goes', async () => {
      const rows = memory(numbered(5));
      using table = open(rows, { order: sortBy(ascend(NUMBER)) });
      await table.SeekRow(BOOKMARK_BEGINNING, 1);
      const bookmark = await ok(table.CreateBookmark());
      rows.put([rowOf({ key: 'r1', number: 99 })]);
      expect(await table.SeekRow(bookmark, 0)).toEqual([S_OK, 0]);
      expect(await ok(table.QueryPosition())).toMatchObject({ lpulRow: 4 });
    });

    test('move to the next row when theirs is gone, which is told once', async () => {
      const rows = memory(numbered(5));
      using table = open(rows, sorted ? { order: sortBy(ascend(NUMBER)) } : {});
      await table.SeekRow(BOOKMARK_BEGINNING, 2);
      const bookmark = await ok(table.CreateBookmark());
      rows.remove([rowOf({ key: 'r2' })]);
      expect(await table.SeekRow(bookmark, 0)).toEqual([MAPI_W_POSITION_CHANGED, 0]);
      expect(await peek(table)).toEqual(['r3']);
      expect(await table.SeekRow(bookmark, 0)).toEqual([S_OK, 0]);
      rows.remove([rowOf({ key: 'r3' })]);
      expect(await table.FindRow(gt(NUMBER, 0), bookmark)).toBe(MAPI_W_POSITION_CHANGED);
    });

    test('there are at most a thousand', async () => {
      using table = five();
      const made = await Promise.all(Array.from({ length: 1001 }, () => table.CreateBookmark()));
      expect(made.map(([hr]) => hr).slice(-2)).toEqual([S_OK, MAPI_E_UNABLE_TO_COMPLETE]);
    });
  });

  test('rows that come and go elsewhere do not move the cursor', async () => {
    const rows = memory(numbered(5));
    using table = open(rows, sorted ? { order: sortBy(ascend(NUMBER)) } : {});
    await table.QueryRows(2);
    rows.remove([rowOf({ key: 'r0' })]);
    rows.insert(0, rowOf({ key: 'new', number: -1 }));
    expect(await peek(table)).toEqual(['r2']);
    expect(names(await ok(table.QueryRows(9)))).toEqual(['r2', 'r3', 'r4']);
    rows.put([rowOf({ key: 'last', number: 100 })]);
    expect(names(await ok(table.QueryRows(9)))).toEqual(['last']);
  });
});

describe('an attachment table', () => {
  test('has no bookmarks', async () => {
    const rows = new MemoryRows({ index: PR_INSTANCE_KEY, columns, tableType: TBLTYPE_DYNAMIC, bookmarks: false });
    using table = open(rows);
    expect(await table.CreateBookmark()).toEqual([MAPI_E_NO_SUPPORT, null]);
  });
});

describe('a cursor behind a row that is deleted', () => {
  test('meets the row that comes in its place', async () => {
    const rows = memory(numbered(3));
    using table = open(rows);
    expect(await ok(table.SeekRow(BOOKMARK_BEGINNING, 3))).toBe(3);
    rows.remove([rowOf({ key: 'r2' }), rowOf({ key: 'r1' })]);
    rows.put([rowOf({ key: 'again' })]);
    expect((await ok(table.QueryPosition())).lpulRow).toBe(1);
    expect(names(await ok(table.QueryRows(5)))).toEqual(['again']);
  });
});

describe('SetColumns and QueryColumns', () => {
  test('rows have the columns that were set, in their order', async () => {
    using table = open(memory(numbered(1)));
    expect(await ok(table.QueryColumns())).toEqual(columns);
    expect(await table.SetColumns([NUMBER, PR_INSTANCE_KEY])).toBe(S_OK);
    expect(await ok(table.QueryColumns())).toEqual([NUMBER, PR_INSTANCE_KEY]);
    expect([...((await ok(table.QueryRows(1)))[0] ?? [])]).toEqual([0, keyOf('r0')]);
  });

  test('a column that no row has is no error; rows say MAPI_E_NOT_FOUND', async () => {
    using table = open(memory(numbered(1)));
    expect(await table.SetColumns([PR_BODY_W])).toBe(S_OK);
    const [row] = await ok(table.QueryRows(1));
    expect([row?.[0], row?.error(0)]).toEqual([null, MAPI_E_NOT_FOUND]);
  });

  test('PR_NULL keeps a place', async () => {
    using table = open(memory(numbered(1)));
    await table.SetColumns([PR_NULL, NUMBER, PR_NULL]);
    const [row] = await ok(table.QueryRows(1));
    expect([...(row ?? [])]).toEqual([null, 0, null]);
    expect(row?.tags).toEqual([PR_NULL, NUMBER, PR_NULL]);
    expect(row?.error(0)).toBeNull();
  });

  test('strings come in the width asked for', async () => {
    using table = open(memory(numbered(1)));
    await table.SetColumns([PR_SUBJECT_A]);
    const [row] = await ok(table.QueryRows(1));
    expect(row?.toProps()).toEqual([prop(PR_SUBJECT_A, 'subject 0')]);
  });

  test('the tag of a single value is no column of single instances, whatever MVI_PROP is given', async () => {
    using table = open(memory(numbered(2)));
    const tag = instanceOf(NUMBER as never);
    expect(tag).toBe(NUMBER);
    await table.SetColumns([tag]);
    expect((await everything(table)).map((row) => row.get(NUMBER))).toEqual([0, 1]);
  });

  test('TBL_ALL_COLUMNS names columns that came later, too', async () => {
    const rows = memory(numbered(1));
    using table = open(rows);
    rows.put([[...rowOf({ key: 'x' }), prop(PR_BODY_W, 'text')]]);
    expect(await ok(table.QueryColumns())).toEqual(columns);
    expect(await ok(table.QueryColumns(TBL_ALL_COLUMNS))).toEqual([...columns, PR_BODY_W]);
  });

  test('refuses an empty set and what is no tag', async () => {
    using table = open(memory(numbered(1)));
    expect(await table.SetColumns([])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await table.SetColumns(null as never)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await table.SetColumns([-1 as PropTag])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await table.SetColumns([NUMBER], 4)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await everything(table)).toHaveLength(1);
  });
});
