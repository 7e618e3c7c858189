import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, com, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  and,
  ascend,
  compileRestriction,
  descend,
  eq,
  ge,
  IMAPITable,
  lt,
  MAPI_E_NOT_ENOUGH_MEMORY,
  PR_BODY_W,
  PR_INSTANCE_KEY,
  PR_MESSAGE_RECIPIENTS,
  PR_SUBJECT_W,
  PropRow,
  type PropSource,
  type PropTag,
  propError,
  type Restriction,
  rowOrder,
  type SSortOrder,
  sortBy,
  sub,
  TABLE_CHANGED,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import type { Gap, MemoryRows, RowQuery, RowSource, Selection, SourceRow } from '../../../src/subsystem/index.js';
import { Table } from '../../../src/subsystem/index.js';
import { everything, keyText, listen, memory, NUMBER, names, numbered, rowOf, type Sample } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

/** A place as a database names it: what the row sorts by, and its number. */
interface Place {
  readonly row: PropRow;
  readonly number: number;
}

/** A source that restricts by NUMBER and sorts by anything, and counts what it is asked for. */
class AbleSource implements RowSource<Place> {
  readonly tableType: number = TBLTYPE_DYNAMIC;
  readonly bookmarks = true;
  readonly queries: RowQuery[] = [];
  rowsRead = 0;
  tellWas = true;
  properties?: (key: Uint8Array) => PropSource | null;
  readonly #rows: MemoryRows;

  constructor(rows: MemoryRows) {
    this.#rows = rows;
  }

  columns(): ReturnType<RowSource['columns']> {
    return this.#rows.columns();
  }

  restricts(restriction: Restriction): boolean {
    return restriction.rt === 'property' && restriction.ulPropTag === NUMBER;
  }

  orders(): boolean {
    return true;
  }

  select(query: RowQuery): Selection<Place> {
    this.queries.push(query);
    const order = rowOrder(sortBy(...query.order));
    const compare = (a: Place, b: Place): number => order(a.row, b.row) || a.number - b.number;
    const matches = compileRestriction(query.restriction);
    const places = (): Place[] =>
      [...this.#rows]
        .map((row, number) => ({ row, number }))
        .filter(({ row }) => matches(row))
        .sort(compare);
    const index = (of: Gap<Place>): number => {
      const all = places();
      if (of === 'first') return 0;
      if (of === 'last') return all.length;
      return all.filter((place) => compare(place, of.place) < (of.side === 'behind' ? 1 : 0)).length;
    };
    const show = (place: Place, columns: readonly PropTag[]): SourceRow<Place> => {
      this.rowsRead++;
      const values = columns.map((tag) =>
        tag === PR_BODY_W
          ? propError(tag, MAPI_E_NOT_ENOUGH_MEMORY)
          : ([place.row.get(tag) === null ? ((tag & 0xffff0000) | 10) >>> 0 : tag, place.row.get(tag) ?? 0] as never),
      );
      return { key: place.row.get(PR_INSTANCE_KEY) as Uint8Array, place, row: PropRow.fromProps(values) };
    };
    return {
      count: () => places().length,
      index,
      compare,
      read: (from, count, columns) => {
        const at = index(from);
        return places()
          .slice(count > 0 ? at : Math.max(0, at + count), count > 0 ? at + count : at)
          .map((place) => show(place, columns));
      },
      skip: (from, count) => {
        const all = places();
        const start = index(from);
        const end = Math.max(0, Math.min(all.length, start + count));
        if (start === end) return { gap: from, moved: 0 };
        const place = all[end > start ? end - 1 : end] as Place;
        return { gap: { place, side: end > start ? 'behind' : 'before' }, moved: end - start };
      },
      fetch: (keys, columns) =>
        keys.map((key) => {
          const place = places().find(({ row }) => keyText(row.get(PR_INSTANCE_KEY)) === keyText(key));
          return place ? show(place, columns) : null;
        }),
      find: (restriction, from, backward) => {
        const test = compileRestriction(restriction);
        const at = index(from);
        const side = backward ? places().slice(0, at).reverse() : places().slice(at);
        const found = side.find(({ row }) => test(row));
        return found ? show(found, []) : null;
      },
    };
  }

  watch(listener: Parameters<NonNullable<RowSource['watch']>>[0]): () => void {
    return this.#rows.watch((event) =>
      listener(typeof event === 'string' || this.tellWas ? event : event.map(({ kind, key }) => ({ kind, key }))),
    );
  }
}

const open = (source: RowSource): IMAPITable => com(new Table(source), IMAPITable);

describe('a source that restricts and sorts by itself', () => {
  test('is asked for a page and reads no more than that', async () => {
    const source = new AbleSource(memory(numbered(100)));
    using table = open(source);
    await table.SortTable(sortBy(descend(NUMBER)));
    await table.Restrict(lt(NUMBER, 50));
    expect(names(await ok(table.QueryRows(3)))).toEqual(['r49', 'r48', 'r47']);
    expect(source.queries.at(-1)).toEqual({ restriction: lt(NUMBER, 50), order: [descend(NUMBER)] });
    expect(source.rowsRead).toBe(3);
    await table.FindRow(eq(NUMBER, 7), 0);
    expect(names(await ok(table.QueryRows(1)))).toEqual(['r7']);
    expect(source.rowsRead).toBe(5);
  });

  test('is given the part of a restriction that it can do; the table does the rest over what is left', async () => {
    const source = new AbleSource(memory(numbered(100)));
    using table = open(source);
    expect(await table.Restrict(and(ge(NUMBER, 97), eq(PR_SUBJECT_W, 'SUBJECT 98')))).toBe(S_OK);
    expect(source.queries.at(-1)?.restriction).toEqual(ge(NUMBER, 97));
    expect(source.rowsRead).toBe(3);
    expect(names(await everything(table))).toEqual(['r98']);
  });

  test('shows the object where columns do not suffice: large values and recipients', async () => {
    const source = new AbleSource(memory(numbered(3)));
    source.properties = (key) => ({
      get: (tag) => (tag === PR_BODY_W ? `body of ${keyText(key)}` : null),
      rows: () => [PropRow.fromProps(rowOf({ key: 'x', subject: `to ${keyText(key)}` }))],
    });
    using table = open(source);
    await table.Restrict(eq(PR_BODY_W, 'body of r1'));
    expect(names(await everything(table))).toEqual(['r1']);
    await table.Restrict(sub(PR_MESSAGE_RECIPIENTS, eq(PR_SUBJECT_W, 'to r2')));
    expect(names(await everything(table))).toEqual(['r2']);
    await table.Restrict(null);
    await table.FindRow(sub(PR_MESSAGE_RECIPIENTS, eq(PR_SUBJECT_W, 'to r1')), 0);
    expect(names(await ok(table.QueryRows(1)))).toEqual(['r1']);
  });

  test('tells what a row was, so that coming and going through a restriction is told as such', async () => {
    const rows = memory(numbered(4));
    using table = open(new AbleSource(rows));
    await table.Restrict(ge(NUMBER, 2));
    const listener = await listen(table);
    rows.put([rowOf({ key: 'r0', number: 9 })]);
    rows.put([rowOf({ key: 'r1', number: 0 })]);
    rows.put([rowOf({ key: 'r3', number: 1 })]);
    const events = await listener.settled(table);
    expect(events.map(({ ulTableEvent }) => ulTableEvent)).toEqual([TABLE_ROW_ADDED, TABLE_ROW_DELETED]);
  });

  test('otherwise a restricted table can only say that it changed', async () => {
    const rows = memory(numbered(4));
    const source = new AbleSource(rows);
    source.tellWas = false;
    using table = open(source);
    await table.Restrict(ge(NUMBER, 2));
    const listener = await listen(table);
    rows.put([rowOf({ key: 'r3', number: 1 })]);
    expect(await listener.settled(table)).toMatchObject([{ ulTableEvent: TABLE_CHANGED }]);
  });
});

describe('a source that does it and one that leaves it to the table', () => {
  const rows = fc
    .array(fc.record({ number: fc.integer({ min: -2, max: 3 }), subject: fc.constantFrom('a', 'B', 'b', 'é') }), {
      maxLength: 12,
    })
    .map((list) => list.map((of, index): Sample => ({ key: `k${index}`, ...of })));
  const order = fc.array(
    fc
      .tuple(fc.constantFrom<PropTag>(NUMBER, PR_SUBJECT_W), fc.boolean())
      .map(([tag, up]): SSortOrder => (up ? ascend(tag) : descend(tag))),
    { maxLength: 2 },
  );
  const restriction = fc.option(fc.integer({ min: -2, max: 3 }).map((number) => ge(NUMBER, number)));
  const moves = fc.array(fc.tuple(fc.boolean(), fc.integer({ min: -5, max: 5 })), { maxLength: 10 });

  test('show the same', async () => {
    await fc.assert(
      fc.asyncProperty(rows, order, restriction, moves, async (list, aSort, wanted, steps) => {
        using able = open(new AbleSource(memory(list)));
        using plain = open(memory(list));
        for (const table of [able, plain]) {
          await table.SortTable(sortBy(...aSort));
          await table.Restrict(wanted);
        }
        for (const [read, count] of steps) {
          const [left, right] = await Promise.all(
            [able, plain].map(async (table) =>
              read && count !== 0 ? names(await ok(table.QueryRows(count))) : ok(table.SeekRow(1, count)),
            ),
          );
          expect(left).toEqual(right);
          expect(await ok(able.QueryPosition())).toEqual(await ok(plain.QueryPosition()));
        }
        expect(names(await everything(able))).toEqual(names(await everything(plain)));
      }),
      { numRuns: 100 },
    );
  });
});
