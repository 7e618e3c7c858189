import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  descend,
  IMAPITable,
  ITableData,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNKNOWN_FLAGS,
  PR_BODY_W,
  PR_INSTANCE_KEY,
  PR_SUBJECT_W,
  PT_OBJECT,
  prop,
  propTag,
  sortBy,
  TABLE_CHANGED,
  TABLE_RELOAD,
  TABLE_ROW_MODIFIED,
  TAD_ALL_ROWS,
  TBL_ALL_COLUMNS,
  TBLTYPE_DYNAMIC,
  TBLTYPE_KEYSET,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { CreateTable } from '../../../src/subsystem/index.js';
import { columns, everything, keyOf, Listener, listen, NUMBER, names, numbered, rowOf } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

const make = async (count: number, type: number = TBLTYPE_DYNAMIC): Promise<ITableData> => {
  const data = ok(CreateTable(null, type, PR_INSTANCE_KEY, columns));
  await ok(data.HrModifyRows(0, numbered(count).map(rowOf)));
  return data;
};

const index = (key: string): ReturnType<typeof prop<Uint8Array>> => prop(PR_INSTANCE_KEY, keyOf(key));

describe('CreateTable', () => {
  test('makes an ITableData', () => {
    using data = ok(CreateTable(ITableData, TBLTYPE_DYNAMIC, PR_INSTANCE_KEY, columns));
    expect(data.QueryInterface(IMAPITable)[1]).toBeNull();
  });

  test('refuses other interfaces and table types', () => {
    expect(CreateTable(IMAPITable as never, 2, PR_INSTANCE_KEY, columns)[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(CreateTable(null, 9, PR_INSTANCE_KEY, columns)[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect(CreateTable(null, 2, -1 as never, columns)[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('HrModifyRow', () => {
  test('replaces the row with the same index column, or adds the row at the end', async () => {
    using data = await make(2);
    expect(await data.HrModifyRow(rowOf({ key: 'r0', subject: 'new' }))).toBe(S_OK);
    await data.HrModifyRow(rowOf({ key: 'x' }));
    using view = await ok(data.HrGetView(null, null, 0));
    const rows = await everything(view);
    expect(names(rows)).toEqual(['r0', 'r1', 'x']);
    expect([rows[0]?.get(PR_SUBJECT_W), rows[0]?.get(NUMBER)]).toEqual(['new', null]);
  });

  test('makes new columns available to views, and part of later views', async () => {
    using data = await make(1);
    using view = await ok(data.HrGetView(null, null, 0));
    await data.HrModifyRow([index('r0'), prop(PR_BODY_W, 'text')]);
    expect(await ok(view.QueryColumns())).toEqual(columns);
    expect(await ok(view.QueryColumns(TBL_ALL_COLUMNS))).toContain(PR_BODY_W);
    using later = await ok(data.HrGetView(null, null, 0));
    expect(await ok(later.QueryColumns())).toContain(PR_BODY_W);
  });

  test('refuses a row without its index column, or with a wrong value', async () => {
    using data = await make(0);
    expect(await data.HrModifyRow([prop(NUMBER, 1)])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await data.HrModifyRow([index('a'), prop(NUMBER, 'one' as never)])).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('HrModifyRows', () => {
  test('changes nothing when one row has no index column', async () => {
    using data = await make(1);
    expect(await data.HrModifyRows(0, [rowOf({ key: 'x' }), [prop(NUMBER, 1)]])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await ok(data.HrEnumRow(1))).toHaveLength(0);
    expect(await data.HrModifyRows(1, [])).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('is told row by row up to eight, beyond that as one change', async () => {
    using data = await make(0);
    using view = await ok(data.HrGetView(null, null, 0));
    const listener = await listen(view);
    await data.HrModifyRows(0, numbered(8).map(rowOf));
    expect(await listener.settled(view)).toHaveLength(8);
    await data.HrModifyRows(0, numbered(9).map(rowOf));
    expect((await listener.settled(view)).slice(8)).toMatchObject([{ ulTableEvent: TABLE_CHANGED }]);
  });
});

describe('HrInsertRow', () => {
  test('puts a row behind as many rows as it is told', async () => {
    using data = await make(2);
    expect(await data.HrInsertRow(1, rowOf({ key: 'middle' }))).toBe(S_OK);
    await data.HrInsertRow(0, rowOf({ key: 'first' }));
    await data.HrInsertRow(4, rowOf({ key: 'last' }));
    using view = await ok(data.HrGetView(null, null, 0));
    expect(names(await everything(view))).toEqual(['first', 'r0', 'middle', 'r1', 'last']);
  });

  test('refuses a row that is there already, and a place that is not', async () => {
    using data = await make(2);
    expect(await data.HrInsertRow(0, rowOf({ key: 'r1' }))).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await data.HrInsertRow(3, rowOf({ key: 'x' }))).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('HrQueryRow and HrEnumRow', () => {
  test('find a row by its index column and by its number', async () => {
    using data = await make(3);
    const { lppSRow, lpuliRow } = await ok(data.HrQueryRow(index('r2')));
    expect([lppSRow.get(NUMBER), lpuliRow]).toEqual([2, 2]);
    expect((await ok(data.HrEnumRow(1))).get(NUMBER)).toBe(1);
  });

  test('a number that no row has is no error; a wrong index column is', async () => {
    using data = await make(3);
    expect(await ok(data.HrEnumRow(3))).toHaveLength(0);
    expect(await data.HrQueryRow(prop(NUMBER, 2))).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await data.HrQueryRow(index('none'))).toEqual([MAPI_E_NOT_FOUND, null]);
  });
});

describe('HrDeleteRow and HrDeleteRows', () => {
  test('delete rows and count them; one that is not there counts for nothing', async () => {
    using data = await make(4);
    expect(await data.HrDeleteRow(index('r1'))).toBe(S_OK);
    expect(await data.HrDeleteRow(index('r1'))).toBe(MAPI_E_NOT_FOUND);
    expect(await data.HrDeleteRows(0, [[index('r0')], [index('none')], [index('r3')]])).toEqual([S_OK, 2]);
    expect(await data.HrDeleteRows(0, null)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await data.HrDeleteRows(2, [])).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    using view = await ok(data.HrGetView(null, null, 0));
    expect(names(await everything(view))).toEqual(['r2']);
  });

  test('TAD_ALL_ROWS is told once as TABLE_RELOAD; the columns stay', async () => {
    using data = await make(4);
    using view = await ok(data.HrGetView(null, null, 0));
    const listener = await listen(view);
    expect(await data.HrDeleteRows(TAD_ALL_ROWS, null)).toEqual([S_OK, 4]);
    expect(await listener.settled(view)).toMatchObject([{ ulTableEvent: TABLE_RELOAD }]);
    expect(await ok(view.QueryColumns(TBL_ALL_COLUMNS))).toEqual(columns);
  });
});

describe('HrNotify', () => {
  test('tells of a row whether it has changed or not', async () => {
    using data = await make(2);
    using view = await ok(data.HrGetView(null, null, 0));
    const listener = await listen(view);
    expect(await data.HrNotify(0, [index('r1')])).toBe(S_OK);
    expect(await listener.settled(view)).toMatchObject([{ ulTableEvent: TABLE_ROW_MODIFIED }]);
    expect(await data.HrNotify(0, [index('none')])).toBe(MAPI_E_NOT_FOUND);
    expect(await data.HrNotify(1, [index('r1')])).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('HrGetView', () => {
  test('sorts the view', async () => {
    using data = await make(3);
    using view = await ok(data.HrGetView(sortBy(descend(NUMBER)), null, 0));
    expect(names(await everything(view))).toEqual(['r2', 'r1', 'r0']);
    const [hr] = await data.HrGetView(sortBy(descend(propTag(PT_OBJECT, 0x6803))), null, 0);
    expect(hr).toBe(MAPI_E_TOO_COMPLEX);
  });

  test('calls back when the view is released, with the table still alive', async () => {
    const told: unknown[] = [];
    const data = await make(1);
    const view = await ok(
      data.HrGetView(null, (callerData, table) => told.push([callerData, table === data, table.AddRef()]), 42),
    );
    data.Release();
    view.Release();
    expect(told).toEqual([[42, true, 2]]);
    data.Release();
  });

  test('TBLTYPE_KEYSET: the rows stay, their values follow', async () => {
    using data = await make(2, TBLTYPE_KEYSET);
    using view = await ok(data.HrGetView(null, null, 0));
    const listener = await listen(view);
    await data.HrModifyRow(rowOf({ key: 'r0', number: 70 }));
    await data.HrModifyRow(rowOf({ key: 'new' }));
    await data.HrDeleteRow(index('r1'));
    const rows = await everything(view);
    expect(rows.map((row) => row.get(NUMBER))).toEqual([70, 1]);
    expect(await listener.settled(view)).toHaveLength(1);
    expect((await ok(view.GetStatus())).lpulTableType).toBe(TBLTYPE_KEYSET);
  });

  test('TBLTYPE_SNAPSHOT: nothing changes, and nobody is told', async () => {
    using data = await make(2, TBLTYPE_SNAPSHOT);
    using view = await ok(data.HrGetView(null, null, 0));
    await data.HrModifyRow(rowOf({ key: 'r0', number: 70 }));
    await data.HrDeleteRow(index('r1'));
    expect((await everything(view)).map((row) => row.get(NUMBER))).toEqual([0, 1]);
    expect((await ok(view.GetStatus())).lpulTableType).toBe(TBLTYPE_SNAPSHOT);
    const listener = new Listener();
    expect(await view.Advise(0x100, listener.sink)).toEqual([MAPI_E_NO_SUPPORT, null]);
    listener.sink.Release();
  });
});

describe('another index column than PR_INSTANCE_KEY', () => {
  test('identifies rows; the table gives them keys that stay', async () => {
    using data = ok(CreateTable(null, TBLTYPE_DYNAMIC, NUMBER, [NUMBER, PR_SUBJECT_W]));
    await data.HrModifyRows(0, [[prop(NUMBER, 1)], [prop(NUMBER, 2)]]);
    using view = await ok(data.HrGetView(null, null, 0));
    await view.SetColumns([PR_INSTANCE_KEY, PR_SUBJECT_W]);
    const before = await everything(view);
    await data.HrModifyRow([prop(NUMBER, 1), prop(PR_SUBJECT_W, 'one')]);
    const after = await everything(view);
    expect(names(after)).toEqual(names(before));
    expect(after.map((row) => row.get(PR_SUBJECT_W))).toEqual(['one', null]);
    expect(new Set(names(after)).size).toBe(2);
  });
});
