import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, ComError, com, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  descend,
  ge,
  IMAPITable,
  instanceOf,
  MAPI_E_BUSY,
  MAPI_E_DISK_ERROR,
  MAPI_E_NOT_FOUND,
  MAPI_E_TIMEOUT,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_E_UNKNOWN_FLAGS,
  PR_BODY_W,
  PR_INSTANCE_KEY,
  PT_OBJECT,
  propTag,
  sortBy,
  TABLE_ERROR,
  TABLE_RESTRICT_DONE,
  TABLE_ROW_ADDED,
  TABLE_SETCOL_DONE,
  TABLE_SORT_DONE,
  type IMAPITable as TablePointer,
  TBL_ASYNC,
  TBL_BATCH,
  TBLSTAT_COMPLETE,
  TBLSTAT_RESTRICT_ERROR,
  TBLSTAT_RESTRICTING,
  TBLSTAT_SETCOL_ERROR,
  TBLSTAT_SETTING_COLS,
  TBLSTAT_SORT_ERROR,
  TBLSTAT_SORTING,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { type MemoryRows, type RowSource, type Selection, Table } from '../../../src/subsystem/index.js';
import { everything, keyOf, Listener, listen, memory, NUMBER, names, numbered, rowOf, WORDS } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

/** Rows behind a door: reads wait until it is opened, or fail. */
class Gate {
  readonly rows: MemoryRows = memory(numbered(4));
  failure: ComError | null = null;
  #open: (() => void) | null = null;
  #door: Promise<void> | null = null;

  close(): void {
    this.#door = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  open(): void {
    this.#open?.();
    this.#door = null;
  }

  get source(): RowSource {
    const { rows } = this;
    const select = (): Selection => {
      const selection = rows.select() as Selection;
      return {
        ...selection,
        read: async (from, count, columns) => {
          await this.#door;
          if (this.failure) throw this.failure;
          return selection.read(from, count, columns);
        },
      };
    };
    return {
      tableType: TBLTYPE_DYNAMIC,
      bookmarks: true,
      columns: () => rows.columns(),
      restricts: () => false,
      orders: () => false,
      select,
      watch: (listener) => rows.watch(listener),
    };
  }
}

const sorting = sortBy(descend(NUMBER));

describe('TBL_BATCH', () => {
  test('puts the work off until rows are read', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    gate.close();
    expect(await table.SortTable(sorting, TBL_BATCH)).toBe(S_OK);
    expect(await table.Restrict(ge(NUMBER, 1), TBL_BATCH)).toBe(S_OK);
    expect(await table.SetColumns([PR_INSTANCE_KEY], TBL_BATCH)).toBe(S_OK);
    expect(await ok(table.QuerySortOrder())).toEqual(sorting);
    gate.open();
    expect(names(await everything(table))).toEqual(['r3', 'r2', 'r1']);
  });

  test('a column that no row has is an error in the rows, as without it', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    expect(await table.SetColumns([PR_BODY_W, PR_INSTANCE_KEY], TBL_BATCH)).toBe(S_OK);
    const [row] = await ok(table.QueryRows(1));
    expect([row?.[0], row?.error(0)]).toEqual([null, MAPI_E_NOT_FOUND]);
  });

  test('what fails then leaves the table as it was', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    expect(await everything(table)).toHaveLength(4);
    await table.SortTable(sorting, TBL_BATCH);
    gate.failure = new ComError(MAPI_E_DISK_ERROR, 'the disk is gone');
    expect(await table.QueryRows(1)).toEqual([MAPI_E_DISK_ERROR, null]);
    gate.failure = null;
    expect(names(await everything(table))).toEqual(['r0', 'r1', 'r2', 'r3']);
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy());
  });

  test('what can be refused at once is', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    expect(await table.SortTable(sortBy(ascend(propTag(PT_OBJECT, 0x6803))), TBL_BATCH)).toBe(MAPI_E_TOO_COMPLEX);
  });
});

describe('TBL_ASYNC', () => {
  test('goes on after the call; other calls are MAPI_E_BUSY until WaitForCompletion', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    gate.close();
    expect(await table.SortTable(sorting, TBL_ASYNC)).toBe(S_OK);
    expect(await ok(table.GetStatus())).toEqual({ lpulTableStatus: TBLSTAT_SORTING, lpulTableType: TBLTYPE_DYNAMIC });
    expect(await table.QueryRows(1)).toEqual([MAPI_E_BUSY, null]);
    expect(await table.SetColumns([NUMBER])).toBe(MAPI_E_BUSY);
    expect(await table.Restrict(null)).toBe(MAPI_E_BUSY);
    expect(await table.SortTable(sorting)).toBe(MAPI_E_BUSY);
    expect(await table.GetRowCount()).toEqual([MAPI_E_BUSY, null]);
    expect(await table.QueryColumns()).toEqual([MAPI_E_BUSY, null]);
    expect(await table.SeekRow(0, 0)).toEqual([MAPI_E_BUSY, null]);
    expect(await table.QuerySortOrder()).toEqual([MAPI_E_BUSY, null]);
    const waiting = table.WaitForCompletion(0, 0xffffffff);
    gate.open();
    expect(await waiting).toEqual([S_OK, TBLSTAT_COMPLETE]);
    expect(names(await everything(table))).toEqual(['r3', 'r2', 'r1', 'r0']);
  });

  test.each<[string, (table: TablePointer) => Promise<unknown>]>([
    ['QueryRows', (table) => table.QueryRows(1)],
    ['SetColumns', (table) => table.SetColumns([NUMBER])],
    ['Restrict', (table) => table.Restrict(null)],
    ['SortTable', (table) => table.SortTable(sorting)],
    ['GetRowCount', (table) => table.GetRowCount()],
    ['QueryColumns', (table) => table.QueryColumns()],
    ['QuerySortOrder', (table) => table.QuerySortOrder()],
    ['QueryPosition', (table) => table.QueryPosition()],
    ['SeekRow', (table) => table.SeekRow(0, 0)],
    ['SeekRowApprox', (table) => table.SeekRowApprox(1, 2)],
    ['FindRow', (table) => table.FindRow(ge(NUMBER, 1), 0)],
    ['CreateBookmark', (table) => table.CreateBookmark()],
    ['FreeBookmark', (table) => table.FreeBookmark(9)],
    ['ExpandRow', (table) => table.ExpandRow(keyOf('k'), 0)],
    ['CollapseRow', (table) => table.CollapseRow(keyOf('k'))],
    ['GetCollapseState', (table) => table.GetCollapseState(0, keyOf('k'))],
    ['SetCollapseState', (table) => table.SetCollapseState(0, keyOf('k'))],
  ])('%s is MAPI_E_BUSY while it goes on; nothing of the table has changed then', async (_, call) => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    await table.SeekRow(0, 2);
    gate.close();
    await table.SortTable(sorting, TBL_ASYNC);
    expect([await call(table)].flat()[0]).toBe(MAPI_E_BUSY);
    expect(await table.Abort()).toBe(S_OK);
    gate.open();
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy());
    expect(names(await ok(table.QueryRows(1)))).toEqual(['r2']);
  });

  test('WaitForCompletion answers MAPI_E_TIMEOUT when it takes longer', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    gate.close();
    await table.Restrict(ge(NUMBER, 2), TBL_ASYNC);
    expect(await table.WaitForCompletion(0, 1)).toEqual([MAPI_E_TIMEOUT, null]);
    expect((await ok(table.GetStatus())).lpulTableStatus).toBe(TBLSTAT_RESTRICTING);
    gate.open();
    expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_COMPLETE]);
    expect(await table.WaitForCompletion(1, 0)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });

  test('WaitForCompletion has nothing to wait for otherwise', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_COMPLETE]);
  });

  test('the end is told: sorted, restricted, columns set', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    const listener = await listen(table);
    await table.SortTable(sorting, TBL_ASYNC);
    await table.WaitForCompletion(0, 0xffffffff);
    await table.Restrict(ge(NUMBER, 2), TBL_ASYNC);
    await table.WaitForCompletion(0, 0xffffffff);
    await table.SetColumns([NUMBER], TBL_ASYNC);
    expect((await ok(table.GetStatus())).lpulTableStatus).toBe(TBLSTAT_SETTING_COLS);
    await table.WaitForCompletion(0, 0xffffffff);
    const events = await listener.settled(table);
    expect(events.map(({ ulTableEvent }) => ulTableEvent)).toEqual([
      TABLE_SORT_DONE,
      TABLE_RESTRICT_DONE,
      TABLE_SETCOL_DONE,
    ]);
    expect(await ok(table.QueryColumns())).toEqual([NUMBER]);
  });

  test('a failure is told, shown by the status, and leaves the table as it was', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    const listener = await listen(table);
    gate.failure = new ComError(MAPI_E_DISK_ERROR, 'the disk is gone');
    await table.SortTable(sorting, TBL_ASYNC);
    expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_SORT_ERROR]);
    gate.failure = null;
    expect(await listener.settled(table)).toMatchObject([{ ulTableEvent: TABLE_ERROR, hResult: MAPI_E_DISK_ERROR }]);
    expect(names(await everything(table))).toEqual(['r0', 'r1', 'r2', 'r3']);
  });

  test('the status tells which of the three has failed, until the next one', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    gate.failure = new ComError(MAPI_E_DISK_ERROR, 'the disk is gone');
    await table.Restrict(ge(NUMBER, 2), TBL_ASYNC);
    expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_RESTRICT_ERROR]);
    await table.SetColumns([instanceOf(WORDS)], TBL_ASYNC);
    expect(await table.WaitForCompletion(0, 0xffffffff)).toEqual([S_OK, TBLSTAT_SETCOL_ERROR]);
    gate.failure = null;
    expect((await ok(table.GetStatus())).lpulTableStatus).toBe(TBLSTAT_SETCOL_ERROR);
    expect(await table.SortTable(sorting)).toBe(S_OK);
    expect((await ok(table.GetStatus())).lpulTableStatus).toBe(TBLSTAT_COMPLETE);
  });

  test('changes that come meanwhile are taken in afterwards', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    const listener = await listen(table);
    gate.close();
    await table.SortTable(sorting, TBL_ASYNC);
    gate.open();
    await table.WaitForCompletion(0, 0xffffffff);
    gate.rows.put([rowOf({ key: 'new', number: 9 })]);
    expect((await listener.settled(table)).map(({ ulTableEvent }) => ulTableEvent)).toEqual([
      TABLE_SORT_DONE,
      TABLE_ROW_ADDED,
    ]);
    expect(names(await everything(table))[0]).toBe('new');
  });
});

describe('Advise', () => {
  test('needs what the table shows: when that fails nobody listens', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source, { order: sorting }), IMAPITable);
    const listener = new Listener();
    gate.failure = new ComError(MAPI_E_DISK_ERROR, 'the disk is gone');
    expect(await table.Advise(0x100, listener.sink)).toEqual([MAPI_E_DISK_ERROR, null]);
    expect(listener.sink.Release()).toBe(0);
  });

  test('works while an operation goes on', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    gate.close();
    await table.SortTable(sorting, TBL_ASYNC);
    const listener = await listen(table);
    gate.open();
    await table.WaitForCompletion(0, 0xffffffff);
    expect(await listener.settled(table)).toMatchObject([{ ulTableEvent: TABLE_SORT_DONE }]);
  });
});

describe('Abort', () => {
  test('stops what is going on: the order stays as it was before', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    await table.SeekRow(0, 2);
    gate.close();
    await table.SortTable(sorting, TBL_ASYNC);
    expect(await table.Abort()).toBe(S_OK);
    expect((await ok(table.GetStatus())).lpulTableStatus).toBe(TBLSTAT_COMPLETE);
    gate.open();
    expect(names(await ok(table.QueryRows(1)))).toEqual(['r2']);
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy());
  });

  test('stops a restriction and the setting of columns: the table stays as it is', async () => {
    const gate = new Gate();
    using table = com(new Table(gate.source), IMAPITable);
    await table.SetColumns([PR_INSTANCE_KEY]);
    for (const start of [() => table.Restrict(ge(NUMBER, 2), TBL_ASYNC), () => table.SetColumns([NUMBER], TBL_ASYNC)]) {
      gate.close();
      await start();
      expect(await table.Abort()).toBe(S_OK);
      gate.open();
      expect(names(await everything(table))).toEqual(['r0', 'r1', 'r2', 'r3']);
      expect(await ok(table.QueryColumns())).toEqual([PR_INSTANCE_KEY]);
    }
  });

  test('cannot stop what is complete', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    await table.SortTable(sorting, TBL_ASYNC);
    await table.WaitForCompletion(0, 0xffffffff);
    expect(await table.Abort()).toBe(MAPI_E_UNABLE_TO_ABORT);
    expect(await ok(table.QuerySortOrder())).toEqual(sorting);
  });

  test('has nothing to stop otherwise', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    expect(await table.Abort()).toBe(MAPI_E_UNABLE_TO_ABORT);
  });
});

describe('GetLastError', () => {
  test('explains the failure that it is asked for', async () => {
    using table = com(new Table(new Gate().source), IMAPITable);
    const [hr] = await table.ExpandRow(keyOf('none'), 0);
    expect(hr).toBe(MAPI_E_NOT_FOUND);
    const error = await ok(table.GetLastError(hr));
    expect(error).toMatchObject({ ulVersion: 0, lpszComponent: 'comail table: ExpandRow' });
    expect(error.lpszError).toContain('no heading');
    expect(await ok(table.GetLastError(MAPI_E_BUSY))).toMatchObject({ lpszError: '' });
    expect(await table.GetLastError(hr, 1)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });
});
