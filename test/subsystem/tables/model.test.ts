import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, ledgerTotals, ok, S_OK } from '../../../src/com/index.js';
import {
  and,
  ascend,
  categorized,
  categoryMax,
  categoryMin,
  combine,
  compileRestriction,
  contains,
  descend,
  eq,
  exists,
  ge,
  groupRows,
  type IMAPITable,
  lt,
  MAPI_E_NOT_FOUND,
  not,
  or,
  PR_CONTENT_COUNT,
  PR_DEPTH,
  PR_INSTANCE_KEY,
  PR_MESSAGE_FLAGS,
  PR_ROW_TYPE,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  PropRow,
  type PropTag,
  type PropValue,
  type Restriction,
  type RowGroup,
  type SSortOrder,
  type SSortOrderSet,
  selectRows,
  TABLE_CHANGED,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TBL_LEAF_ROW,
} from '../../../src/mapi/index.js';
import { everything, keyOf, keyText, listen, memory, NUMBER, open, rowOf, type Sample } from './fixtures.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

const shown: readonly PropTag[] = [
  PR_INSTANCE_KEY,
  PR_ROW_TYPE,
  PR_DEPTH,
  PR_CONTENT_COUNT,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  NUMBER,
];

const word = fc.constantFrom('a', 'A', 'b', 'é', 'zz', 'ß', '');
const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined, freq: 4 });
const values = fc.record({
  subject: optional(word),
  sender: optional(word),
  number: optional(fc.integer({ min: -2, max: 3 })),
  flags: fc.integer({ min: 0, max: 1 }),
});
type Values = { subject?: string; sender?: string; number?: number; flags: number };
const sample = (key: string, of: object): Sample =>
  ({ key, ...Object.fromEntries(Object.entries(of).filter(([, value]) => value !== undefined)) }) as Sample & Values;
const samples = fc.array(values, { maxLength: 14 }).map((list) => list.map((of, index) => sample(`k${index}`, of)));

const column = fc.constantFrom<PropTag>(PR_SUBJECT_W, PR_SENDER_NAME_W, NUMBER);
const direction = fc.boolean();
const plain = fc.tuple(column, direction).map(([tag, up]): SSortOrder => (up ? ascend(tag) : descend(tag)));
const orders: fc.Arbitrary<SSortOrderSet> = fc.oneof(
  fc.array(plain, { maxLength: 3 }).map((aSort) => categorized(0, 0, ...aSort)),
  fc
    .tuple(plain, plain, fc.array(plain, { maxLength: 1 }), fc.integer({ min: 0, max: 2 }))
    .map(([first, second, rest, open]) => categorized(2, open, first, second, ...rest)),
  fc
    .tuple(plain, column, plain, fc.boolean(), fc.integer({ min: 0, max: 1 }))
    .map(([first, by, rest, most, open]) =>
      categorized(1, open, first, most ? categoryMax(by) : categoryMin(by), rest),
    ),
  fc.tuple(plain, column, plain).map(([first, with_, rest]) => categorized(2, 1, first, combine(with_), rest)),
);

const simple: fc.Arbitrary<Restriction> = fc.oneof(
  fc.integer({ min: -2, max: 3 }).map((number) => ge(NUMBER, number)),
  fc.integer({ min: -2, max: 3 }).map((number) => lt(NUMBER, number)),
  word.map((text) => eq(PR_SUBJECT_W, text)),
  fc.constantFrom('a', 'z').map((text) => contains(PR_SENDER_NAME_W, text, { level: 'substring', ignoreCase: true })),
  fc.constant(exists(PR_SUBJECT_W)),
);
const restrictions: fc.Arbitrary<Restriction> = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([a, b]) => and(a, b)),
  fc.tuple(simple, simple).map(([a, b]) => or(a, not(b))),
);

/** What the view should show: a leaf by its key, a heading by its values. */
interface Line {
  readonly label: string;
  readonly row: PropRow;
}

/** The table as an array, worked out anew for each question. */
class Model {
  cursor = 0;
  order: SSortOrderSet = categorized(0, 0);
  /** The order that it began with, to which one without columns goes back. */
  first: SSortOrderSet = categorized(0, 0);
  restriction: Restriction | null = null;
  readonly turned = new Map<string, boolean>();
  readonly rows: readonly PropRow[];

  constructor(rows: readonly Sample[]) {
    this.rows = rows.map((row) => PropRow.fromProps(rowOf(row)));
  }

  get lines(): Line[] {
    const lines: Line[] = [];
    const rows = selectRows(this.rows, this.restriction, this.order);
    const leaf = (row: PropRow): number => lines.push({ label: keyText(row.get(PR_INSTANCE_KEY)), row });
    const walk = (group: RowGroup<PropRow>, path: string, above: readonly PropValue[]): void => {
      const label = `${path}/${group.values.map(fold).join(',')}`;
      const own = group.tags.map((tag, index) => [tag, group.values[index]] as const).filter(([, v]) => v !== null);
      const values = [...above, ...own];
      lines.push({ label, row: PropRow.fromProps([...values, [PR_CONTENT_COUNT, group.count]]) });
      if (!(this.turned.get(label) ?? group.depth < this.order.cExpanded)) return;
      for (const below of group.groups) walk(below, label, values);
      group.rows.forEach(leaf);
    };
    const top = groupRows(rows, this.order);
    for (const group of top.groups) walk(group, '', []);
    top.rows.forEach(leaf);
    return lines;
  }
}

const fold = (value: unknown): string =>
  typeof value === 'string' ? `"${value.normalize('NFD').toLowerCase().toUpperCase()}"` : String(value);

/** The same label, made of a row that the table gave. */
function label(row: PropRow, order: SSortOrderSet): string {
  if (order.cCategories === 0 || row.get(PR_ROW_TYPE) === TBL_LEAF_ROW) return keyText(row.get(PR_INSTANCE_KEY));
  const depth = row.get(PR_DEPTH) ?? 0;
  const levels: PropTag[][] = [];
  for (const { ulPropTag, ulOrder } of order.aSort.slice(0, order.cCategories)) {
    if (ulOrder === 2) levels.at(-1)?.push(ulPropTag);
    else levels.push([ulPropTag]);
  }
  const path = levels.slice(0, depth + 1).map((tags) => `/${tags.map((tag) => fold(row.get(tag))).join(',')}`);
  return path.join('');
}

type Step = (table: IMAPITable, model: Model) => Promise<void>;

const labels = (rows: readonly PropRow[], model: Model): string[] => rows.map((row) => label(row, model.order));

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, value));

const query =
  (count: number, stay: boolean): Step =>
  async (table, model) => {
    const rows = labels(await ok(table.QueryRows(count, stay ? 1 : 0)), model);
    const lines = model.lines.map((line) => line.label);
    const start = count > 0 ? model.cursor : clamp(model.cursor + count, lines.length);
    const end = count > 0 ? clamp(model.cursor + count, lines.length) : model.cursor;
    expect(rows).toEqual(lines.slice(start, end));
    model.cursor = stay ? start : end;
  };

const seek =
  (origin: number, count: number): Step =>
  async (table, model) => {
    const total = model.lines.length;
    const from = [0, model.cursor, total][origin] as number;
    const to = clamp(from + count, total);
    expect(await table.SeekRow(origin, count)).toEqual([S_OK, to - from]);
    model.cursor = to;
  };

const approx =
  (numerator: number, denominator: number): Step =>
  async (table, model) => {
    expect(await table.SeekRowApprox(numerator, denominator)).toBe(S_OK);
    const total = model.lines.length;
    model.cursor = numerator >= denominator ? total : Math.floor((total * numerator) / denominator);
  };

const find =
  (restriction: Restriction, origin: number, backward: boolean): Step =>
  async (table, model) => {
    const lines = model.lines;
    const from = [0, model.cursor, lines.length][origin] as number;
    const test = compileRestriction(restriction);
    const found = backward
      ? lines.findLastIndex(({ row }, index) => index < from && test(row))
      : lines.findIndex(({ row }, index) => index >= from && test(row));
    const expected = found < 0 ? MAPI_E_NOT_FOUND : S_OK;
    expect(await table.FindRow(restriction, origin, backward ? 1 : 0)).toBe(expected);
    if (found >= 0) model.cursor = found;
  };

const turn =
  (which: number, open: boolean, count: number): Step =>
  async (table, model) => {
    const lines = model.lines;
    const headings = lines.filter((line) => line.label.startsWith('/'));
    const heading = headings[which % Math.max(headings.length, 1)];
    if (!heading) {
      expect(await table.CollapseRow(keyOf('k0'))).toEqual([MAPI_E_NOT_FOUND, null]);
      return;
    }
    const at = lines.indexOf(heading);
    const before = model.cursor;
    await table.SeekRow(0, at);
    const [row] = await ok(table.QueryRows(1, 1));
    await table.SeekRow(0, before);
    const key = row?.get(PR_INSTANCE_KEY) as Uint8Array;
    model.turned.set(heading.label, open);
    const grown = model.lines.length - lines.length;
    if (open) {
      const { lppRows, lpulMoreRows } = await ok(table.ExpandRow(key, count));
      expect(lpulMoreRows).toBe(grown);
      expect(labels(lppRows, model)).toEqual(
        model.lines.slice(at + 1, at + 1 + Math.min(count, grown)).map((line) => line.label),
      );
      model.cursor = at + 1 + Math.min(count, grown);
    } else {
      expect(await table.CollapseRow(key)).toEqual([S_OK, lines.length - model.lines.length]);
      // A cursor among the rows that went stands at the next one that is seen.
      model.cursor = before <= at ? before : Math.max(at + 1, before + grown);
    }
  };

const sort =
  (order: SSortOrderSet): Step =>
  async (table, model) => {
    expect(await table.SortTable(order)).toBe(S_OK);
    model.order = order.aSort.length > 0 ? order : model.first;
    model.turned.clear();
    model.cursor = 0;
  };

const restrict =
  (restriction: Restriction | null): Step =>
  async (table, model) => {
    expect(await table.Restrict(restriction)).toBe(S_OK);
    model.restriction = restriction;
    model.turned.clear();
    model.cursor = 0;
  };

const origin = fc.integer({ min: 0, max: 2 });
const far = fc.integer({ min: -9, max: 9 });
const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      far.filter((count) => count !== 0),
      fc.boolean(),
    )
    .map(([count, stay]) => query(count, stay)),
  fc.tuple(origin, far).map(([from, count]) => seek(from, count)),
  fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 6 })).map(([a, b]) => approx(a, b)),
  fc.tuple(simple, origin, fc.boolean()).map(([what, from, backward]) => find(what, from, backward)),
  fc.tuple(fc.nat(20), fc.boolean(), fc.nat(4)).map(([which, open, count]) => turn(which, open, count)),
  orders.map(sort),
  fc.option(restrictions).map(restrict),
);

describe('a table and a plain array of rows', () => {
  test('agree after every step', async () => {
    await fc.assert(
      fc.asyncProperty(samples, orders, fc.array(steps, { maxLength: 25 }), async (rows, order, list) => {
        using table = open(memory(rows), { order });
        const model = new Model(rows);
        model.order = order;
        model.first = order;
        await table.SetColumns(shown);
        for (const step of list) {
          await step(table, model);
          const { lpulRow } = await ok(table.QueryPosition());
          expect(lpulRow).toBe(model.cursor);
          expect(await ok(table.GetRowCount())).toBe(model.lines.length);
        }
        expect(labels(await everything(table), model)).toEqual(model.lines.map((line) => line.label));
      }),
      { numRuns: 300 },
    );
  });
});

/** Repeats events over a list of keys, as a program does that shows the table. */
function repeat(list: string[], events: Awaited<ReturnType<typeof listen>>['events']): boolean {
  for (const { ulTableEvent, propIndex, propPrior } of events) {
    if (ulTableEvent === TABLE_CHANGED) return false;
    const key = keyText(propIndex[1] as Uint8Array);
    const at = list.indexOf(key);
    expect(at < 0).toBe(ulTableEvent === TABLE_ROW_ADDED);
    if (at >= 0) list.splice(at, 1);
    if (ulTableEvent === TABLE_ROW_DELETED) continue;
    const prior = keyText(propPrior[1] as Uint8Array | null);
    list.splice(prior === '' ? 0 : list.indexOf(prior) + 1, 0, key);
  }
  return true;
}

describe('the events of a table', () => {
  const change = fc.record({
    put: fc.array(fc.tuple(fc.nat(9), values), { maxLength: 3 }),
    remove: fc.array(fc.nat(9), { maxLength: 2 }),
  });
  const settings = fc.record({ order: orders, restriction: fc.option(restrictions) });

  test('repeated one by one lead to what the table shows', async () => {
    await fc.assert(
      fc.asyncProperty(
        samples,
        settings,
        fc.array(change, { maxLength: 8 }),
        async (start, { order, restriction }, list) => {
          const rows = memory(start);
          using table = open(rows, { order });
          await table.Restrict(restriction);
          await table.SetColumns([PR_INSTANCE_KEY, PR_MESSAGE_FLAGS, NUMBER]);
          const listener = await listen(table);
          const keys = async (): Promise<string[]> =>
            (await everything(table)).map((row) => keyText(row.get(PR_INSTANCE_KEY)));
          const repeated = await keys();
          for (const { put, remove } of list) {
            rows.put(put.map(([number, of]) => rowOf(sample(`k${number}`, of))));
            rows.remove(remove.map((number) => rowOf({ key: `k${number}` })));
            await listener.settled(table);
            if (
              !repeat(
                repeated,
                listener.calls
                  .splice(0)
                  .flat()
                  .map(({ info }) => info as never),
              )
            )
              repeated.splice(0, repeated.length, ...(await keys()));
            expect(repeated).toEqual(await keys());
          }
          await table.Unadvise(listener.connection);
        },
      ),
      { numRuns: 300 },
    );
  });
});
