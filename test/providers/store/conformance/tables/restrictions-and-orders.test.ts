import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { com, ok } from '../../../../../src/com/index.js';
import {
  categorized,
  DIR_BACKWARD,
  type IMAPIFolder as Folder,
  IMAPITable,
  IMessage,
  instanceOf,
  isPropError,
  KEEP_OPEN_READONLY,
  MAPI_E_NOT_FOUND,
  MAPI_E_TOO_COMPLEX,
  MAPI_UNICODE,
  matches,
  PR_ATTACH_LONG_FILENAME_W,
  PR_ATTACH_METHOD,
  PR_DISPLAY_NAME_W,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_RECIPIENTS,
  PR_RECIPIENT_TYPE,
  PropRow,
  type PropSource,
  type PropValue,
  prop,
  type Restriction,
  type SSortOrderSet,
  type IMsgStore as Store,
  type IMAPITable as TablePointer,
  TBLTYPE_DYNAMIC,
} from '../../../../../src/mapi/index.js';
import { openStore } from '../../../../../src/providers/store/index.js';
import { MemoryRows, Table } from '../../../../../src/subsystem/index.js';
import { useLedger } from '../../../../support/ledger.js';
import { lineColumns, linesOf, linesShown } from '../../../../support/table-lines.js';
import {
  allRestrictions,
  ID,
  NOTE,
  orders,
  perhapsCounted,
  plainOrders,
  properties,
  restrictions,
  WORDS,
} from '../../../../support/table-values.js';
import { inboxOf, recipient } from '../../mailbox/stores.js';

useLedger();

/** A message as the tests make it. */
interface Sample {
  readonly props: readonly PropValue[];
  readonly recipients: readonly (readonly PropValue[])[];
  readonly attachments: readonly (readonly PropValue[])[];
}

const people = fc.array(
  fc
    .tuple(fc.constantFrom('Ann', 'Bob', 'annette'), fc.integer({ min: 1, max: 3 }))
    .map(([name, type]) => recipient(name, type)),
  { maxLength: 2 },
);
const files = fc.array(
  fc
    .constantFrom(1, 6)
    .map((method) => [
      prop(PR_ATTACH_METHOD, method),
      prop(PR_DISPLAY_NAME_W, 'Bob.txt'),
      prop(PR_ATTACH_LONG_FILENAME_W, 'x'),
    ]),
  { maxLength: 2 },
);
const samples = fc.sample(fc.record({ props: properties, recipients: people, attachments: files }), {
  numRuns: 48,
  seed: 20,
});
// One value that is too large for a row of a table.
const all: readonly Sample[] = samples.map(({ props, ...sample }, index) => ({
  ...sample,
  props: [
    ...props.filter(([tag]) => index !== 3 || tag !== NOTE),
    prop(ID, index),
    ...(index === 3 ? [prop(NOTE, `alpha${'é'.repeat(40_000)}`)] : []),
  ],
}));

const sourceOf = ({ props, recipients, attachments }: Sample): PropSource => {
  const own = PropRow.fromProps(props);
  const rows = new Map([
    [PR_MESSAGE_RECIPIENTS as number, recipients.map((each) => PropRow.fromProps(each))],
    [PR_MESSAGE_ATTACHMENTS as number, attachments.map((each) => PropRow.fromProps(each))],
  ]);
  return {
    get: (tag) => own.get(tag),
    has: (tag) => own.has(tag),
    rows: (tag) => rows.get(tag) ?? [],
  };
};
const given = all.map(sourceOf);
/** The same as the store has them: it adds what messages need. */
let saved: readonly PropSource[];

let place: string;
let store: Store;
let inbox: Folder;

beforeAll(async () => {
  place = mkdtempSync(join(tmpdir(), 'comail-tables-'));
  store = await openStore(join(place, 'mail.store'), { mode: 'open-or-create' });
  inbox = await inboxOf(store);
  const kept: PropSource[] = [];
  for (const { props, recipients, attachments } of all) {
    using message = await ok(inbox.CreateMessage(IMessage));
    await ok(message.SetProps(props));
    if (recipients.length > 0) await ok(message.ModifyRecipients(0, recipients));
    for (const each of attachments) {
      const { lppAttach } = await ok(message.CreateAttach(null));
      using attach = lppAttach;
      await ok(attach.SetProps(each));
      await ok(attach.SaveChanges());
    }
    await ok(message.SaveChanges(KEEP_OPEN_READONLY));
    const own = (await ok(message.GetProps(null, MAPI_UNICODE))).toProps().filter((entry) => !isPropError(entry));
    const large = props.filter(([tag]) => !own.some(([known]) => known === tag));
    kept.push(sourceOf({ props: [...own, ...large], recipients, attachments }));
  }
  saved = kept;
});

afterAll(async () => {
  inbox.Release();
  store.Release();
  rmSync(place, { recursive: true });
});

const overSql = (): Promise<TablePointer> => ok(inbox.GetContentsTable());

function inMemory(): Promise<TablePointer> {
  const rows = new MemoryRows({ index: ID, columns: [ID], tableType: TBLTYPE_DYNAMIC });
  rows.put(all.map(({ props }) => props));
  return Promise.resolve(com(new Table(rows), IMAPITable));
}

async function shown(table: TablePointer, restriction: Restriction | null, order: SSortOrderSet) {
  await ok(table.SortTable(order));
  await ok(table.Restrict(restriction));
  await ok(table.SetColumns(lineColumns(order)));
  return linesShown(await ok(table.QueryRows(10_000)), order);
}

describe.each<[string, () => Promise<TablePointer>, () => readonly PropSource[], fc.Arbitrary<Restriction>]>([
  ['over SQL', overSql, () => saved, allRestrictions],
  ['in memory', inMemory, () => given, restrictions],
])('a table %s', (_, open, rows, any) => {
  test('shows what a restriction means', async () => {
    using table = await open();
    await fc.assert(
      fc.asyncProperty(perhapsCounted(any), async (restriction) => {
        const order = categorized(0, 0);
        expect(await shown(table, restriction, order)).toEqual(linesOf(rows(), restriction, order));
      }),
      { numRuns: 200 },
    );
  });

  test('shows what an order means, with headings and single instances', async () => {
    using table = await open();
    await fc.assert(
      fc.asyncProperty(fc.option(perhapsCounted(any), { freq: 2 }), orders, async (restriction, order) => {
        expect(await shown(table, restriction, order)).toEqual(linesOf(rows(), restriction, order));
      }),
      { numRuns: 100 },
    );
  });

  test('finds the nearest row that matches, forwards and backwards', async () => {
    using table = await open();
    await fc.assert(
      fc.asyncProperty(
        fc.option(perhapsCounted(any), { freq: 3 }),
        plainOrders,
        perhapsCounted(any),
        fc.nat(50),
        fc.boolean(),
        async (restriction, order, wanted, from, backward) => {
          const lines = await shown(table, restriction, order);
          const start = Math.min(from, lines.length);
          await ok(table.SeekRow(0, start));
          const numbers = lines.map((line, index) => ({ index, row: rows()[Number(line)] as PropSource }));
          const side = backward ? numbers.slice(0, start).reverse() : numbers.slice(start);
          const found = side.find(({ row }) => matches(wanted, row))?.index;
          const hr = await table.FindRow(wanted, 1, backward ? DIR_BACKWARD : 0);
          expect(hr).toBe(found === undefined ? MAPI_E_NOT_FOUND : 0);
          expect((await ok(table.QueryPosition())).lpulRow).toBe(found ?? start);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('restricts single instances one by one', async () => {
    using table = await open();
    const tag = instanceOf(WORDS);
    await ok(table.SetColumns([ID, tag]));
    await ok(
      table.Restrict({
        rt: 'content',
        ulFuzzyLevel: 2,
        ulPropTag: tag,
        lpProp: prop(0x6813001f as typeof NOTE, 'a'),
      } as Restriction),
    );
    const rows = await ok(table.QueryRows(1000));
    const expected = all.flatMap(({ props }, id) =>
      ((props.find(([of]) => of === WORDS)?.[1] ?? []) as string[])
        .filter((word) => word.startsWith('a'))
        .map((word) => [id, word]),
    );
    expect(rows.map((row) => [...row])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(0);
  });
});

test('rows in memory have no recipients to look at', async () => {
  using table = await inMemory();
  const type = prop(PR_RECIPIENT_TYPE, 1);
  const inner: Restriction = { rt: 'property', relop: 4, ulPropTag: PR_RECIPIENT_TYPE, lpProp: type };
  expect(await table.Restrict({ rt: 'sub', ulSubObject: PR_MESSAGE_RECIPIENTS, lpRes: inner })).toBe(
    MAPI_E_TOO_COMPLEX,
  );
});
