import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { com, ok } from '../../../../../src/com/index.js';
import {
  and,
  ascend,
  categorized,
  contains,
  descend,
  eq,
  exists,
  FOLDER_GENERIC,
  ge,
  IMAPITable,
  IMessage,
  lt,
  not,
  or,
  PR_ENTRYID,
  PR_SENDER_NAME_W,
  type PropTag,
  type PropValue,
  prop,
  type Restriction,
  type SSortOrder,
  type IMAPITable as Table,
  TBLTYPE_DYNAMIC,
} from '../../../../../src/mapi/index.js';
import { MemoryRows, Table as TableObject } from '../../../../../src/subsystem/index.js';
import { useLedger } from '../../../../support/ledger.js';
import { CursorModel } from '../../../../support/table-cursor.js';
import { ID, NOTE, perhapsCounted, RANK } from '../../../../support/table-values.js';
import { inboxOf, messageOf, newStore, propOf } from '../../mailbox/stores.js';

useLedger();

/** Rows that tests put, change and take away, and a table of them. */
interface Engine {
  readonly table: Table;
  put(id: number, props: readonly PropValue[]): Promise<void>;
  remove(id: number): Promise<void>;
  close(): void;
}

const tags: readonly PropTag[] = [PR_SENDER_NAME_W, RANK, NOTE];

const text = fc.constantFrom('a', 'A', 'b', 'é', 'zz', 'ß');
const number = fc.integer({ min: -1, max: 2 });
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 4 });
const values = fc
  .tuple(optional(text), optional(number), optional(text))
  .map((list) => list.flatMap((value, index) => (value === undefined ? [] : [prop(tags[index] as PropTag, value)])));

const simple: fc.Arbitrary<Restriction> = fc.oneof(
  number.map((value) => ge(RANK, value)),
  number.map((value) => lt(RANK, value)),
  text.map((value) => eq(PR_SENDER_NAME_W, value)),
  text.map((value) => ge(PR_SENDER_NAME_W, value)),
  fc.constantFrom('a', 'z').map((part) => contains(PR_SENDER_NAME_W, part)),
  fc.constant(exists(NOTE)),
);
const restrictions = fc.oneof(
  simple,
  fc.tuple(simple, simple).map(([a, b]) => and(a, not(b))),
  fc.tuple(simple, simple).map(([a, b]) => or(a, b)),
);
const orders = fc
  .array(
    fc.tuple(fc.constantFrom(...tags), fc.boolean()).map(([tag, up]): SSortOrder => (up ? ascend(tag) : descend(tag))),
    { maxLength: 2 },
  )
  .map((aSort) => categorized(0, 0, ...aSort));

type Step = (engine: Engine, model: CursorModel) => Promise<void>;

const origin = fc.nat(6);
const far = fc.integer({ min: -6, max: 6 });
const id = fc.nat(11);
const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(id, values).map(
      ([which, props]): Step =>
        async (engine, model) => {
          await engine.put(which, props);
          model.put(which, props);
        },
    ),
  },
  {
    weight: 2,
    arbitrary: id.map(
      (which): Step =>
        async (engine, model) => {
          if (!model.ids.includes(which)) return;
          await engine.remove(which);
          model.remove(which);
        },
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        far.filter((count) => count !== 0),
        fc.boolean(),
      )
      .map(
        ([count, stay]): Step =>
          ({ table }, model) =>
            model.query(table, count, stay),
      ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(origin, far).map(
      ([from, count]): Step =>
        ({ table }, model) =>
          model.seek(table, from, count),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(simple, origin, fc.boolean()).map(
      ([what, from, backward]): Step =>
        ({ table }, model) =>
          model.find(table, what, from, backward),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>(({ table }, model) => model.mark(table)) },
  orders.map(
    (order): Step =>
      ({ table }, model) =>
        model.sort(table, order),
  ),
  fc.option(perhapsCounted(restrictions)).map(
    (what): Step =>
      ({ table }, model) =>
        model.restrict(table, what),
  ),
);

async function agree(make: () => Promise<Engine>, runs: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(values, { maxLength: 7 }), fc.array(steps, { maxLength: 22 }), async (start, list) => {
      const engine = await make();
      const model = new CursorModel();
      try {
        for (const [index, props] of start.entries()) {
          await engine.put(index, props);
          model.put(index, props);
        }
        await ok(engine.table.SetColumns([ID, ...tags]));
        for (const step of list) {
          await step(engine, model);
          await model.check(engine.table);
        }
      } finally {
        engine.close();
      }
    }),
    { numRuns: runs },
  );
}

function memory(): Promise<Engine> {
  const rows = new MemoryRows({ index: ID, columns: [ID, ...tags], tableType: TBLTYPE_DYNAMIC });
  const table = com(new TableObject(rows), IMAPITable);
  return Promise.resolve({
    table,
    async put(which, props) {
      rows.put([[prop(ID, which), ...props]]);
    },
    async remove(which) {
      expect(rows.remove([[prop(ID, which)]])).toBe(1);
    },
    close: () => void table.Release(),
  });
}

describe('cursor, bookmarks and searches, while rows come, change and go', () => {
  test('are those of an array, over rows in memory', async () => {
    await agree(memory, 150);
  });

  test('are those of an array, over SQL', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    let folders = 0;
    await agree(async () => {
      const folder = await ok(inbox.CreateFolder(FOLDER_GENERIC, `run ${folders++}`, null, null));
      const table = await ok(folder.GetContentsTable());
      const known = new Map<number, Uint8Array>();
      return {
        table,
        async put(which, props) {
          const present = known.get(which);
          using message = present ? await messageOf(store, present) : await ok(folder.CreateMessage(IMessage));
          const gone = tags.filter((tag) => !props.some(([own]) => own === tag));
          if (present && gone.length > 0) await ok(message.DeleteProps(gone));
          await ok(message.SetProps([prop(ID, which), ...props]));
          await ok(message.SaveChanges(2));
          if (!present) known.set(which, (await propOf(message, PR_ENTRYID)) as Uint8Array);
        },
        async remove(which) {
          await ok(folder.DeleteMessages([known.get(which) as Uint8Array], 0, null, 0));
          known.delete(which);
        },
        close() {
          table.Release();
          folder.Release();
        },
      };
    }, 25);
  });
});
