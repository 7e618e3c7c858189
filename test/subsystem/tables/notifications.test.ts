import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, com, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  categorized,
  ge,
  IMAPITable,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_FLAGS,
  PR_INSTANCE_KEY,
  PR_NULL,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  prop,
  sortBy,
  TABLE_CHANGED,
  type TABLE_NOTIFICATION,
  TABLE_RELOAD,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
  TBLTYPE_SNAPSHOT,
} from '../../../src/mapi/index.js';
import { type RowSource, Table } from '../../../src/subsystem/index.js';
import { everything, keyText, Listener, listen, memory, NUMBER, numbered, open, rowOf } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

/** An event as one line: what, which row, behind which row. */
const line = ({ ulTableEvent, propIndex, propPrior }: TABLE_NOTIFICATION): string => {
  const what = { [TABLE_ROW_ADDED]: 'added', [TABLE_ROW_MODIFIED]: 'modified', [TABLE_ROW_DELETED]: 'deleted' };
  const prior = propPrior[0] === PR_NULL ? 'first' : keyText(propPrior[1] as Uint8Array);
  return `${what[ulTableEvent as 3 | 4 | 5]} ${keyText(propIndex[1] as Uint8Array)} ${prior}`;
};

describe.each([
  ['in the order of the source', {}],
  ['in an order of the table', { order: sortBy(ascend(NUMBER)) }],
])('a table %s tells', (_, options) => {
  test('of a row that was added, and the row before it', async () => {
    const rows = memory(numbered(2));
    using table = open(rows, options);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'new', number: 7 })]);
    const [event, ...more] = await listener.settled(table);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ ulTableEvent: TABLE_ROW_ADDED, hResult: S_OK });
    expect(event?.propPrior).toEqual([PR_INSTANCE_KEY, new Uint8Array(Buffer.from('r1'))]);
    expect(event?.row?.get(NUMBER)).toBe(7);
  });

  test('PR_NULL as the row before the first one', async () => {
    const rows = memory(numbered(2));
    using table = open(rows, options);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'r0', number: -1 })]);
    const [event] = await listener.settled(table);
    expect(event).toMatchObject({ ulTableEvent: TABLE_ROW_MODIFIED, propPrior: [PR_NULL, null] });
  });

  test('of a row that was deleted, without its columns', async () => {
    const rows = memory(numbered(2));
    using table = open(rows, options);
    const listener = await listen(table);
    rows.remove([rowOf({ key: 'r1' })]);
    const [event] = await listener.settled(table);
    expect(event).toMatchObject({ ulTableEvent: TABLE_ROW_DELETED, propPrior: [PR_NULL, null], row: null });
    expect(keyText(event?.propIndex[1] as Uint8Array)).toBe('r1');
  });

  test('of several rows in an order in which they can be repeated', async () => {
    const rows = memory(numbered(3));
    using table = open(rows, options);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'r9', number: 9 }), rowOf({ key: 'r1', number: 1 }), rowOf({ key: 'r8', number: 10 })]);
    expect((await listener.settled(table)).map(line)).toEqual(['modified r1 r0', 'added r9 r2', 'added r8 r9']);
  });

  test('once of a changed table when one operation changed more than eight rows', async () => {
    const rows = memory([]);
    using table = open(rows, options);
    const listener = await listen(table);
    rows.put(numbered(8).map(rowOf));
    expect(await listener.settled(table)).toHaveLength(8);
    rows.put(numbered(9).map(rowOf));
    expect((await listener.settled(table)).slice(8)).toMatchObject([{ ulTableEvent: TABLE_CHANGED, row: null }]);
    expect(await everything(table)).toHaveLength(9);
  });

  test('TABLE_RELOAD when nothing of before is valid', async () => {
    const rows = memory(numbered(2));
    using table = open(rows, options);
    const listener = await listen(table);
    const bookmark = await ok(table.CreateBookmark());
    rows.clear();
    expect(await listener.settled(table)).toMatchObject([{ ulTableEvent: TABLE_RELOAD, propIndex: [PR_NULL, null] }]);
    expect((await table.SeekRow(bookmark, 0))[1]).toBeNull();
    expect(await everything(table)).toEqual([]);
  });

  test('of rows that come after TABLE_RELOAD, read or not', async () => {
    const rows = memory(numbered(2));
    using table = open(rows, options);
    const listener = await listen(table);
    rows.clear();
    await listener.settled(table);
    rows.put([rowOf({ key: 'new' })]);
    expect((await listener.settled(table)).slice(1).map(line)).toEqual(['added new first']);
  });
});

describe('rows that are not seen', () => {
  test('cause no event below a restriction; coming and going through it is told as such', async () => {
    const rows = memory(numbered(4));
    using table = open(rows);
    await table.Restrict(ge(NUMBER, 2));
    const listener = await listen(table);
    rows.put([rowOf({ key: 'r0', number: 1 })]);
    expect(await listener.settled(table)).toEqual([]);
    rows.put([rowOf({ key: 'r0', number: 5 })]);
    rows.put([rowOf({ key: 'r2', number: 0 })]);
    expect((await listener.settled(table)).map(line)).toEqual(['added r0 first', 'deleted r2 first']);
  });

  test('cause no event below a closed heading, whose counts are told', async () => {
    const rows = memory([{ key: 'a', sender: 'Ann' }]);
    using table = open(rows, { order: categorized(1, 0, ascend(PR_SENDER_NAME_W)) });
    const listener = await listen(table);
    rows.put([rowOf({ key: 'b', sender: 'ann' })]);
    const events = await listener.settled(table);
    expect(events.map(({ ulTableEvent }) => ulTableEvent)).toEqual([TABLE_ROW_MODIFIED]);
    rows.put([rowOf({ key: 'b', sender: 'ann', subject: 'other' })]);
    expect(await listener.settled(table)).toHaveLength(1);
  });

  test('cause no event when a heading is opened or closed', async () => {
    using table = open(memory([{ key: 'a', sender: 'Ann' }]), { order: categorized(1, 0, ascend(PR_SENDER_NAME_W)) });
    const listener = await listen(table);
    const [heading] = await everything(table);
    const key = heading?.get(PR_INSTANCE_KEY) as Uint8Array;
    await ok(table.ExpandRow(key, 0));
    await ok(table.CollapseRow(key));
    expect(await listener.settled(table)).toEqual([]);
  });
});

describe('events', () => {
  test('come after the call that caused them', async () => {
    const rows = memory(numbered(1));
    using table = open(rows);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'new' })]);
    await table.GetRowCount();
    expect(listener.calls).toEqual([]);
    expect(await listener.settled(table)).toHaveLength(1);
  });

  test('never come two at once, and in their order', async () => {
    const rows = memory([]);
    using table = open(rows);
    let running = 0;
    let most = 0;
    const listener = new Listener(() => {
      most = Math.max(most, ++running);
      if (rows.size < 3) rows.put([rowOf({ key: `k${rows.size}` })]);
      running--;
    });
    await ok(table.Advise(0x100, listener.sink));
    listener.sink.Release();
    rows.put([rowOf({ key: 'k0' })]);
    while (listener.events.length < 3) await listener.settled(table);
    expect(most).toBe(1);
    expect(listener.events.map(line)).toEqual(['added k0 first', 'added k1 k0', 'added k2 k1']);
  });

  test('have the columns that were set when they were made', async () => {
    const rows = memory([]);
    using table = open(rows);
    await table.SetColumns([NUMBER, PR_NULL]);
    const listener = await listen(table);
    rows.put([rowOf({ key: 'k', number: 4, subject: 's' })]);
    await table.GetRowCount();
    await table.SetColumns([PR_SUBJECT_W]);
    const [event] = await listener.settled(table);
    expect(event?.row?.toProps()).toEqual([prop(NUMBER, 4), prop(PR_NULL, null)]);
  });
});

describe('Advise and Unadvise', () => {
  test('what happened before Advise is no news, also where the table has not shown it yet', async () => {
    const rows = memory(numbered(2));
    using table = open(rows);
    await ok(table.QueryRows(1));
    rows.put([rowOf({ key: 'before', number: 7 })]);
    const listener = await listen(table);
    expect(await listener.settled(table)).toEqual([]);
    rows.put([rowOf({ key: 'after', number: 8 })]);
    expect((await listener.settled(table)).map(line)).toEqual(['added after before']);
  });

  test('answer a number that is not 0; after Unadvise nothing comes any more', async () => {
    const rows = memory([]);
    using table = open(rows);
    const listener = await listen(table);
    expect(listener.connection).toBeGreaterThan(0);
    rows.put([rowOf({ key: 'k' })]);
    await table.GetRowCount();
    expect(await table.Unadvise(listener.connection)).toBe(S_OK);
    expect(await listener.settled(table)).toEqual([]);
    expect(await table.Unadvise(listener.connection)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('a sink may end its own connection while it is told', async () => {
    const rows = memory([]);
    using table = open(rows);
    let connection = 0;
    const listener = new Listener(() => void table.Unadvise(connection));
    connection = await ok(table.Advise(0x100, listener.sink));
    listener.sink.Release();
    rows.put([rowOf({ key: 'k0' })]);
    await listener.settled(table);
    rows.put([rowOf({ key: 'k1' })]);
    expect(await listener.settled(table)).toHaveLength(1);
  });

  test('refuse other events, no event and what is no sink', async () => {
    using table = open(memory([]));
    const listener = new Listener();
    expect(await table.Advise(0x2, listener.sink)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
    expect(await table.Advise(0, listener.sink)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    expect(await table.Advise(0x100, null as never)).toEqual([MAPI_E_INVALID_PARAMETER, null]);
    listener.sink.Release();
  });

  test('a table that does not change tells nobody', async () => {
    const rows = memory(numbered(1));
    const still: RowSource = {
      tableType: TBLTYPE_SNAPSHOT,
      bookmarks: true,
      columns: () => rows.columns(),
      restricts: () => false,
      orders: () => false,
      select: () => rows.select(),
    };
    using table = com(new Table(still), IMAPITable);
    const listener = new Listener();
    expect(await table.Advise(0x100, listener.sink)).toEqual([MAPI_E_NO_SUPPORT, null]);
    listener.sink.Release();
  });
});
