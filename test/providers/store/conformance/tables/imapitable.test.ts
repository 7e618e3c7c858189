import { describe, expect, test } from 'vitest';
import { com, E_INVALIDARG, ok, S_OK } from '../../../../../src/com/index.js';
import {
  and,
  ascend,
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  BOOKMARK_END,
  categorized,
  DIR_BACKWARD,
  descend,
  eq,
  exists,
  fnevTableModified,
  ge,
  IMAPIAdviseSink,
  isPropError,
  isValueFor,
  lt,
  MAPI_E_BUSY,
  MAPI_E_INVALID_BOOKMARK,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_TIMEOUT,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_E_UNABLE_TO_COMPLETE,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  MAPI_W_POSITION_CHANGED,
  type NOTIFICATION,
  PR_CONTENT_COUNT,
  PR_DEPTH,
  PR_INSTANCE_KEY,
  PR_NULL,
  PR_ROW_TYPE,
  type PropTag,
  PT_LONG,
  PT_OBJECT,
  propId,
  propTag,
  RELOP_GE,
  type Restriction,
  sortBy,
  type TABLE_NOTIFICATION,
  TABLE_RESTRICT_DONE,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_SETCOL_DONE,
  TABLE_SORT_DONE,
  type IMAPITable as Table,
  TBL_ALL_COLUMNS,
  TBL_ASYNC,
  TBL_BATCH,
  TBL_COLLAPSED_CATEGORY,
  TBL_LEAF_ROW,
  TBL_NOADVANCE,
  TBLSTAT_COMPLETE,
  TBLSTAT_RESTRICTING,
  TBLSTAT_SETTING_COLS,
  TBLSTAT_SORTING,
  TBLTYPE_DYNAMIC,
} from '../../../../../src/mapi/index.js';
import { useLedger } from '../../../../support/ledger.js';
import { everyKind, rowNames, type Shown } from './every-table.js';

useLedger();

const unknown = propTag(PT_LONG, 0x67ff);

describe.each(everyKind.map((kind) => [kind.kind, kind] as const))(
  'the table of %s',
  (_, { name, bookmarks, open }) => {
    const next = async (table: Table, count: number, flags = 0): Promise<readonly unknown[]> => {
      await ok(table.SetColumns([name]));
      return (await ok(table.QueryRows(count, flags))).map((row) => row[0]);
    };
    const within = ({ base }: Shown, part: Restriction): Restriction => (base ? and(base, part) : part);
    const at = async (table: Table): Promise<number> => (await ok(table.QueryPosition())).lpulRow;

    test('QueryRows reads forwards, and backwards by going back first', async () => {
      using shown = await open();
      const { table } = shown;
      expect(await next(table, 2)).toEqual(['a', 'b']);
      expect(await next(table, 2, TBL_NOADVANCE)).toEqual(['c', 'd']);
      expect(await next(table, 2)).toEqual(['c', 'd']);
      expect(await next(table, -2, TBL_NOADVANCE)).toEqual(['c', 'd']);
      expect(await next(table, -1)).toEqual(['b']);
      expect(await next(table, 10)).toEqual(['c', 'd', 'e']);
      expect(await next(table, 10)).toEqual([]);
      expect(await next(table, -10)).toEqual([...rowNames]);
      expect(await next(table, -10, TBL_NOADVANCE)).toEqual([...rowNames]);
      expect(await next(table, -1)).toEqual([]);
    });

    test('QueryRows refuses no rows and unknown flags', async () => {
      using shown = await open();
      expect(await shown.table.QueryRows(0)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
      expect(await shown.table.QueryRows(1, 0x100)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    });

    test('SetColumns orders columns; what a row lacks is an error in it, PR_NULL keeps a place', async () => {
      using shown = await open();
      expect(await shown.table.SetColumns([unknown, PR_NULL, name])).toBe(S_OK);
      const [row] = await ok(shown.table.QueryRows(1));
      expect(row?.toProps()).toEqual([
        [((unknown & 0xffff0000) | 0x0a) >>> 0, MAPI_E_NOT_FOUND],
        [PR_NULL, null],
        [name, 'a'],
      ]);
      expect(await ok(shown.table.QueryColumns())).toEqual([unknown, PR_NULL, name]);
      expect(await shown.table.SetColumns([])).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await shown.table.SetColumns([name], 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    });

    test('QueryColumns tells the columns it begins with, which rows have until SetColumns, and all there can be', async () => {
      using shown = await open();
      const columns = await ok(shown.table.QueryColumns());
      const [row] = await ok(shown.table.QueryRows(1));
      expect(row?.tags.map((tag) => tag >>> 16)).toEqual(columns.map((tag) => tag >>> 16));
      expect(columns).toContain(PR_INSTANCE_KEY);
      // A table opened without MAPI_UNICODE begins with 8-bit columns; all of them can be had in either width.
      const all = (await ok(shown.table.QueryColumns(TBL_ALL_COLUMNS))).map(propId);
      expect(columns.filter((tag) => !all.includes(propId(tag)))).toEqual([]);
      expect(await shown.table.QueryColumns(0x100)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    });

    test('PR_INSTANCE_KEY is another one for each row and stays the same', async () => {
      using shown = await open();
      await ok(shown.table.SetColumns([PR_INSTANCE_KEY]));
      const keys = async (): Promise<string[]> => {
        await ok(shown.table.SeekRow(0, 0));
        return (await ok(shown.table.QueryRows(10))).map((row) => Buffer.from(row[0] as Uint8Array).toString('hex'));
      };
      const before = await keys();
      expect(new Set(before).size).toBe(5);
      await shown.add('f');
      expect((await keys()).slice(0, 5)).toEqual(before);
    });

    test('GetRowCount counts, and takes no flags but TBL_NOWAIT', async () => {
      using shown = await open();
      expect(await shown.table.GetRowCount()).toEqual([S_OK, 5]);
      await shown.remove('b');
      expect(await shown.table.GetRowCount()).toEqual([S_OK, 4]);
      expect(await shown.table.GetRowCount(0x100)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    });

    test('SeekRow moves from each fixed bookmark and stops at both ends', async () => {
      using shown = await open();
      const { table } = shown;
      expect(await table.SeekRow(BOOKMARK_BEGINNING, 3)).toEqual([S_OK, 3]);
      expect(await table.SeekRow(BOOKMARK_CURRENT, -1)).toEqual([S_OK, -1]);
      expect(await at(table)).toBe(2);
      expect(await table.SeekRow(BOOKMARK_END, -1)).toEqual([S_OK, -1]);
      expect(await next(table, 5)).toEqual(['e']);
      expect(await table.SeekRow(BOOKMARK_BEGINNING, 99)).toEqual([S_OK, 5]);
      expect(await table.SeekRow(BOOKMARK_CURRENT, -99)).toEqual([S_OK, -5]);
      expect(await table.SeekRow(77, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
    });

    test('SeekRowApprox goes to a fraction, QueryPosition tells it', async () => {
      using shown = await open();
      const { table } = shown;
      expect(await table.SeekRowApprox(2, 5)).toBe(S_OK);
      expect(await ok(table.QueryPosition())).toEqual({ lpulRow: 2, lpulNumerator: 2, lpulDenominator: 5 });
      await ok(table.SeekRowApprox(0, 7));
      expect(await at(table)).toBe(0);
      await ok(table.SeekRowApprox(9, 7));
      expect(await at(table)).toBe(5);
      expect(await table.SeekRowApprox(1, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    });

    test('FindRow stands at the row that it finds, in both directions', async () => {
      using shown = await open();
      const { table } = shown;
      expect(await table.FindRow(eq(name, 'd'), BOOKMARK_BEGINNING)).toBe(S_OK);
      expect(await at(table)).toBe(3);
      expect(await table.FindRow(ge(name, 'a'), BOOKMARK_CURRENT, DIR_BACKWARD)).toBe(S_OK);
      expect(await at(table)).toBe(2);
      expect(await table.FindRow(eq(name, 'z'), BOOKMARK_BEGINNING)).toBe(MAPI_E_NOT_FOUND);
      expect(await table.FindRow(eq(name, 'd'), BOOKMARK_END)).toBe(MAPI_E_NOT_FOUND);
      expect(await table.FindRow(eq(name, 'e'), BOOKMARK_END, DIR_BACKWARD)).toBe(S_OK);
      expect(await table.FindRow(eq(name, 'a'), 77)).toBe(MAPI_E_INVALID_BOOKMARK);
      expect(await table.FindRow(eq(name, 'a'), 0, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    });

    test('FindRow finds a row by its PR_INSTANCE_KEY, and a prefix with RELOP_GE in a sorted table', async () => {
      using shown = await open();
      const { table } = shown;
      await ok(table.SetColumns([PR_INSTANCE_KEY]));
      const key = (await ok(table.QueryRows(5)))[3]?.[0] as Uint8Array;
      expect(await table.FindRow(eq(PR_INSTANCE_KEY, key), BOOKMARK_BEGINNING)).toBe(S_OK);
      expect(await at(table)).toBe(3);
      await ok(table.SortTable(sortBy(ascend(name))));
      expect(await table.FindRow({ ...ge(name, 'bb'), relop: RELOP_GE }, BOOKMARK_BEGINNING)).toBe(S_OK);
      expect(await next(table, 1)).toEqual(['c']);
    });

    test('Restrict limits the rows, goes to the first one, ends bookmarks; null takes it away', async () => {
      using shown = await open();
      const { table } = shown;
      await ok(table.SeekRow(0, 2));
      const mark = bookmarks ? await ok(table.CreateBookmark()) : 77;
      expect(await table.Restrict(within(shown, lt(name, 'c')))).toBe(S_OK);
      expect(await table.SeekRow(mark, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
      expect(await next(table, 10)).toEqual(['a', 'b']);
      expect(await table.Restrict({ rt: 'property', relop: 9, ulPropTag: name, lpProp: [name, 'a'] } as never)).toBe(
        MAPI_E_TOO_COMPLEX,
      );
      expect(await table.Restrict({ rt: 'other' } as never)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await ok(table.GetRowCount())).toBe(2);
      expect(await table.Restrict(null)).toBe(S_OK);
      expect(await ok(table.GetRowCount())).toBeGreaterThanOrEqual(5);
      expect(await table.Restrict(null, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    });

    test.runIf(bookmarks)('a bookmark follows its row, and warns once when the row is gone', async () => {
      using shown = await open();
      const { table } = shown;
      await ok(table.SeekRow(0, 2));
      const mark = await ok(table.CreateBookmark());
      await shown.remove('a');
      expect(await table.SeekRow(mark, 0)).toEqual([S_OK, 0]);
      expect(await next(table, 1)).toEqual(['c']);
      await shown.remove('c');
      expect(await table.SeekRow(mark, 0)).toEqual([MAPI_W_POSITION_CHANGED, 0]);
      expect(await next(table, 1)).toEqual(['d']);
      expect(await table.SeekRow(mark, 0)).toEqual([S_OK, 0]);
      await shown.remove('d');
      expect(await table.FindRow(exists(name), mark)).toBe(MAPI_W_POSITION_CHANGED);
      expect(await next(table, 1)).toEqual(['e']);
    });

    test.runIf(bookmarks)('FreeBookmark ends a bookmark; the fixed ones stay; there is a most', async () => {
      using shown = await open();
      const { table } = shown;
      const mark = await ok(table.CreateBookmark());
      expect(await table.FreeBookmark(mark)).toBe(S_OK);
      expect(await table.FreeBookmark(mark)).toBe(MAPI_E_INVALID_BOOKMARK);
      expect(await table.SeekRow(mark, 0)).toEqual([MAPI_E_INVALID_BOOKMARK, null]);
      for (const fixed of [BOOKMARK_BEGINNING, BOOKMARK_CURRENT, BOOKMARK_END])
        expect(await table.FreeBookmark(fixed)).toBe(S_OK);
      for (let count = 0; count < 1000; count++) await ok(table.CreateBookmark());
      expect(await table.CreateBookmark()).toEqual([MAPI_E_UNABLE_TO_COMPLETE, null]);
    });

    test.runIf(!bookmarks)('has no bookmarks', async () => {
      using shown = await open();
      expect(await shown.table.CreateBookmark()).toEqual([MAPI_E_NO_SUPPORT, null]);
    });

    test('SortTable sorts and goes to the first row; a failure leaves the order; no columns give back the own order', async () => {
      using shown = await open();
      const { table } = shown;
      await ok(table.SeekRow(0, 2));
      expect(await table.SortTable(sortBy(descend(name)))).toBe(S_OK);
      expect(await next(table, 10)).toEqual([...rowNames].reverse());
      expect(await table.SortTable(sortBy(ascend(propTag(PT_OBJECT, 0x3701) as PropTag)))).toBe(MAPI_E_TOO_COMPLEX);
      expect(await table.SortTable(categorized(2, 0, ascend(name)))).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await table.SortTable(null as never)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await ok(table.QuerySortOrder())).toEqual(sortBy(descend(name)));
      expect(await table.SortTable(sortBy())).toBe(S_OK);
      expect(await ok(table.QuerySortOrder())).toEqual(sortBy());
      expect(await next(table, 10)).toEqual([...rowNames]);
      expect(await table.SortTable(sortBy(), 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    });

    test('categories open and close; heading rows have their columns', async () => {
      using shown = await open();
      const { table } = shown;
      await ok(table.SortTable(categorized(1, 0, ascend(name))));
      await ok(table.SetColumns([name, PR_ROW_TYPE, PR_DEPTH, PR_CONTENT_COUNT, PR_INSTANCE_KEY]));
      const headings = await ok(table.QueryRows(10));
      expect(headings.map((row) => [...row].slice(0, 4))).toEqual(
        rowNames.map((each) => [each, TBL_COLLAPSED_CATEGORY, 0, 1]),
      );
      const key = headings[1]?.get(PR_INSTANCE_KEY) as Uint8Array;
      const opened = await ok(table.ExpandRow(key, 5));
      expect(opened.lpulMoreRows).toBe(1);
      expect(opened.lppRows.map((row) => [...row].slice(0, 3))).toEqual([['b', TBL_LEAF_ROW, 1]]);
      expect(await at(table)).toBe(3);
      const state = await ok(table.GetCollapseState(0, key));
      expect(await table.CollapseRow(key)).toEqual([S_OK, 1]);
      expect(await table.CollapseRow(Uint8Array.of(1))).toEqual([MAPI_E_NOT_FOUND, null]);
      expect(await table.ExpandRow(Uint8Array.of(1), 1)).toEqual([MAPI_E_NOT_FOUND, null]);
      const back = await ok(table.SetCollapseState(0, state));
      expect(await ok(table.GetRowCount())).toBe(6);
      expect(await table.SeekRow(back, 0)).toEqual([S_OK, 0]);
      expect(await at(table)).toBe(1);
      expect(await table.SetCollapseState(0, Uint8Array.of(1))).toEqual([MAPI_E_UNABLE_TO_COMPLETE, null]);
      await ok(table.SortTable(sortBy(ascend(name))));
      expect(await table.GetCollapseState(0, key)).toEqual([MAPI_E_NO_SUPPORT, null]);
      expect(await table.SetCollapseState(0, state)).toEqual([MAPI_E_NO_SUPPORT, null]);
    });

    test('GetStatus tells the type and what goes on; others wait, Abort stops it, WaitForCompletion waits', async () => {
      using shown = await open();
      const { table } = shown;
      const status = async () => (await ok(table.GetStatus())).lpulTableStatus;
      expect(await ok(table.GetStatus())).toEqual({
        lpulTableStatus: TBLSTAT_COMPLETE,
        lpulTableType: TBLTYPE_DYNAMIC,
      });
      expect(await table.Abort()).toBe(MAPI_E_UNABLE_TO_ABORT);
      const operations: [number, () => Promise<number>][] = [
        [TBLSTAT_SORTING, () => table.SortTable(sortBy(descend(name)), TBL_ASYNC)],
        [TBLSTAT_RESTRICTING, () => table.Restrict(within(shown, lt(name, 'c')), TBL_ASYNC)],
        [TBLSTAT_SETTING_COLS, () => table.SetColumns([name, unknown], TBL_ASYNC)],
      ];
      for (const [running, start] of operations) {
        expect(await start()).toBe(S_OK);
        expect(await status()).toBe(running);
        expect(await table.QueryRows(1)).toEqual([MAPI_E_BUSY, null]);
        expect(await table.GetRowCount()).toEqual([MAPI_E_BUSY, null]);
        expect(await table.SortTable(sortBy())).toBe(MAPI_E_BUSY);
        expect(await table.WaitForCompletion(0, 0)).toEqual([MAPI_E_TIMEOUT, null]);
        expect(await table.Abort()).toBe(S_OK);
        expect(await status()).toBe(TBLSTAT_COMPLETE);
      }
      expect(await next(table, 1)).toEqual(['a']);
      expect(await ok(table.GetRowCount())).toBe(5);
      for (const [, start] of operations) {
        expect(await start()).toBe(S_OK);
        expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_COMPLETE]);
      }
      expect(await next(table, 10)).toEqual(['b', 'a']);
    });

    test('TBL_BATCH leaves it for later, with the same end', async () => {
      using shown = await open();
      const { table } = shown;
      expect(await table.Restrict(within(shown, ge(name, 'd')), TBL_BATCH)).toBe(S_OK);
      expect(await table.SortTable(sortBy(descend(name)), TBL_BATCH)).toBe(S_OK);
      expect(await table.SetColumns([name], TBL_BATCH)).toBe(S_OK);
      expect((await ok(table.QueryRows(10))).map((row) => row[0])).toEqual(['e', 'd']);
    });

    test('GetLastError explains the last failure, and has nothing to say of other codes', async () => {
      using shown = await open();
      const { table } = shown;
      expect((await table.QueryRows(0))[0]).toBe(E_INVALIDARG);
      expect((await ok(table.GetLastError(E_INVALIDARG, MAPI_UNICODE))).lpszError).toMatch(/lRowCount is 0/);
      expect((await ok(table.GetLastError(MAPI_E_BUSY, MAPI_UNICODE))).lpszError).toBe('');
      expect(await table.GetLastError(E_INVALIDARG, 0x100)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    });

    test('Advise tells row by row what comes and goes, with the row before it; after Unadvise nobody is told', async () => {
      using shown = await open();
      const { table } = shown;
      const heard: TABLE_NOTIFICATION[] = [];
      const told = async (): Promise<TABLE_NOTIFICATION[]> => {
        await ok(table.QueryColumns());
        await new Promise((resolve) => setImmediate(resolve));
        await new Promise((resolve) => setImmediate(resolve));
        return heard.splice(0);
      };
      const OnNotify = (all: readonly NOTIFICATION[]): number => {
        heard.push(...all.map(({ info }) => info as TABLE_NOTIFICATION));
        return 0;
      };
      using sink = com({ OnNotify }, IMAPIAdviseSink);
      await ok(table.SetColumns([name, PR_INSTANCE_KEY]));
      const rows = await ok(table.QueryRows(10));
      const keyOf = (index: number): unknown => rows[index]?.get(PR_INSTANCE_KEY);
      expect(await table.Advise(0x2, sink)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
      const connection = await ok(table.Advise(fnevTableModified, sink));
      expect(connection).not.toBe(0);
      expect(await told()).toEqual([]);

      await shown.add('f');
      const added = (await told()).filter(({ ulTableEvent }) => ulTableEvent === TABLE_ROW_ADDED);
      expect(added.map(({ row }) => row?.get(name))).toEqual(['f']);
      expect(added[0]?.propPrior).toEqual([PR_INSTANCE_KEY, keyOf(4)]);
      expect(added[0]?.propIndex).toEqual([PR_INSTANCE_KEY, added[0]?.row?.get(PR_INSTANCE_KEY)]);

      await shown.remove('b');
      const gone = (await told()).filter(({ ulTableEvent }) => ulTableEvent === TABLE_ROW_DELETED);
      expect(gone).toMatchObject([{ propIndex: [PR_INSTANCE_KEY, keyOf(1)], propPrior: [PR_NULL, null], row: null }]);

      await ok(table.Restrict(within(shown, lt(name, 'c'))));
      await shown.add('g');
      expect((await told()).filter(({ row }) => row?.get(name) === 'g')).toEqual([]);

      expect(await table.Unadvise(connection)).toBe(S_OK);
      await shown.add('aa');
      expect(await told()).toEqual([]);
      expect(await table.Unadvise(connection)).toBe(MAPI_E_INVALID_PARAMETER);
    });

    test('an asynchronous operation tells its end, or its failure, to those who listen', async () => {
      using shown = await open();
      const { table } = shown;
      const heard: number[] = [];
      const OnNotify = (all: readonly NOTIFICATION[]): number => {
        heard.push(...all.map(({ info }) => (info as TABLE_NOTIFICATION).ulTableEvent));
        return 0;
      };
      using sink = com({ OnNotify }, IMAPIAdviseSink);
      const connection = await ok(table.Advise(fnevTableModified, sink));
      const ended = async (): Promise<number[]> => {
        await ok(table.WaitForCompletion(0, 0xffffffff));
        await new Promise((resolve) => setImmediate(resolve));
        return heard.splice(0);
      };
      await ok(table.SortTable(sortBy(descend(name)), TBL_ASYNC));
      expect(await ended()).toEqual([TABLE_SORT_DONE]);
      await ok(table.Restrict(within(shown, lt(name, 'c')), TBL_ASYNC));
      expect(await ended()).toEqual([TABLE_RESTRICT_DONE]);
      await ok(table.SetColumns([name], TBL_ASYNC));
      expect(await ended()).toEqual([TABLE_SETCOL_DONE]);
      await ok(table.SortTable(sortBy(), TBL_ASYNC));
      await ok(table.Abort());
      expect(await ended()).toEqual([]);
      await ok(table.Unadvise(connection));
    });

    test('every value is what its tag says, in all columns that there can be', async () => {
      using shown = await open();
      await ok(shown.table.SetColumns(await ok(shown.table.QueryColumns(TBL_ALL_COLUMNS))));
      for (const row of await ok(shown.table.QueryRows(10)))
        for (const entry of row.toProps())
          expect([entry, isPropError(entry) || isValueFor(...entry)]).toEqual([entry, true]);
    });
  },
);
