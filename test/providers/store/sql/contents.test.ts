import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  and,
  ascend,
  bits,
  compareProps,
  contains,
  descend,
  eq,
  exists,
  ge,
  gt,
  le,
  lt,
  matches,
  ne,
  not,
  or,
  type PropSource,
  type PropTag,
  type PropValue,
  type Restriction,
  type SSortOrder,
  sortBy,
  sortRows,
} from '../../../../src/mapi/index.js';
import { ContentsQuery, type ContentsRow, StoreFile } from '../../../../src/providers/store/sql/index.js';
import { p, tags } from './fixture.js';

const t = tags as unknown as Readonly<Record<keyof typeof tags, PropTag<never>>>;
const texts = [
  'alpha',
  'Alpha',
  'ALPHABET',
  'éclair',
  'Eclair',
  'e\u0301clair',
  'zebra',
  'ß',
  'SS',
  '',
  '\u{1f600}',
  '\uffee',
];
const text = fc.constantFrom(...texts);
const long = fc.constantFrom(0, 1, 2, 3, 17, -1);
const time = fc.constantFrom(0n, 133_500_000_000_000_001n, 133_500_000_000_000_002n, 7n);

const messageProps = fc
  .record(
    {
      normalized: text,
      sender: text,
      subject: text,
      flags: long,
      importance: long,
      delivery: time,
      custom: long,
      note: text,
    },
    { requiredKeys: [] },
  )
  .map((record) => Object.entries(record).map(([name, value]) => p(tags[name as keyof typeof tags], value)));

const textTag = fc.constantFrom(t.normalized, t.sender, t.subject, t.note);
const longTag = fc.constantFrom(t.flags, t.importance, t.custom);
const relation = fc.constantFrom(eq, ne, lt, le, gt, ge);
const leaf: fc.Arbitrary<Restriction> = fc.oneof(
  fc.tuple(relation, textTag, text).map(([make, tag, value]) => make(tag, value as never)),
  fc.tuple(relation, longTag, long).map(([make, tag, value]) => make(tag, value as never)),
  fc.tuple(relation, time).map(([make, value]) => make(t.delivery, value as never)),
  fc
    .tuple(longTag, long, fc.constantFrom('eqz' as const, 'nez' as const))
    .map(([tag, mask, kind]) => bits(tag, mask, kind)),
  fc.oneof(textTag, longTag).map((tag) => exists(tag)),
  fc.constantFrom(compareProps(t.normalized, 4, t.sender), compareProps(t.flags, 0, t.importance)),
  fc
    .tuple(
      textTag,
      fc.constantFrom('a', 'AL', 'e', 'é', 's', ''),
      fc.constantFrom('full', 'prefix', 'substring'),
      fc.boolean(),
    )
    .map(([tag, part, level, ignoreCase]) => contains(tag, part as never, { level, ignoreCase } as never)),
);
const { restriction } = fc.letrec<{ restriction: Restriction }>((tie) => ({
  restriction: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('restriction'), { maxLength: 3 }).map((parts) => and(...parts)),
    fc.array(tie('restriction'), { maxLength: 3 }).map((parts) => or(...parts)),
    tie('restriction').map((part) => not(part)),
  ),
}));
const sort: fc.Arbitrary<SSortOrder[]> = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(t.normalized, t.sender, t.flags, t.importance, t.delivery), fc.constantFrom(ascend, descend))
    .map(([tag, make]) => make(tag)),
  { maxLength: 3, selector: ({ ulPropTag }) => ulPropTag },
);

interface Kept extends PropSource {
  readonly id: number;
}

let store: StoreFile;
let folder: number;
let model: Kept[];

beforeAll(async () => {
  const place = mkdtempSync(join(tmpdir(), 'comail-contents-'));
  store = await StoreFile.open(join(place, 'mail.store'), 'create');
  const root = (await store.write('folder.create', { parent: null, name: 'Root', type: 0 })).id;
  folder = (await store.write('folder.create', { parent: root, name: 'Inbox', type: 1 })).id;
  const all = fc.sample(messageProps, { numRuns: 60, seed: 7 });
  const saved = await Promise.all(
    all.map((set) => store.write('message.save', { id: null, folder, changes: { set } })),
  );
  model = all.map((props, index) => kept(saved[index]?.id as number, props));
  return async () => {
    await store.close();
    rmSync(place, { recursive: true });
  };
});

function kept(id: number, props: readonly PropValue[]): Kept {
  const values = new Map(props.map(([tag, value]) => [tag as number, value]));
  if (!values.has(tags.flags)) values.set(tags.flags, 0);
  return { id, get: (tag: PropTag) => (values.get(tag) ?? null) as never } as Kept;
}

const query = (restriction: Restriction | null, order: readonly SSortOrder[]) =>
  ContentsQuery.of({ scope: { folder }, columns: [t.normalized, t.note], restriction, sort: order }) as ContentsQuery;
const ids = (rows: readonly { readonly id: number }[]) => rows.map(({ id }) => id);
/** Finishes what SQL left: its rows are never too few. */
const finished = (of: ContentsQuery, rows: readonly ContentsRow[]) =>
  rows.filter(({ id }) => matches(of.remainder, model.find((row) => row.id === id) as Kept));

describe('A contents query', () => {
  test('lets through what the vocabulary says matches, its remainder evaluated', () => {
    fc.assert(
      fc.property(restriction, (each) => {
        const of = query(each, []);
        const expected = ids(model.filter((row) => matches(each, row)));
        expect(ids(finished(of, of.page(store.db, 1000)))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('leaves no remainder where columns tell all', () => {
    const told = and(eq(t.normalized, 'x' as never), not(bits(t.flags, 1, 'nez')), gt(t.delivery, 5n as never));
    expect(query(told, []).remainder).toBeNull();
    expect(query(and(told, eq(t.custom, 1 as never)), []).remainder).toEqual(eq(t.custom, 1 as never));
    expect(query(or(told, eq(t.custom, 1 as never)), []).remainder).not.toBeNull();
  });

  test('sorts as the vocabulary does, nulls last and equal rows by id', () => {
    fc.assert(
      fc.property(sort, (order) => {
        expect(ids(query(null, order).page(store.db, 1000))).toEqual(ids(sortRows(model, sortBy(...order))));
      }),
      { numRuns: 200 },
    );
  });

  test('read page by page, forwards or backwards, gives what it gives at once', () => {
    fc.assert(
      fc.property(sort, fc.integer({ min: 1, max: 9 }), fc.boolean(), (order, size, backwards) => {
        const of = query(ne(t.flags, 3 as never), order);
        const rows: ContentsRow[] = [];
        for (;;) {
          const page = of.page(store.db, size, rows.at(-1) ?? null, backwards);
          rows.push(...page);
          if (page.length < size) break;
        }
        const whole = ids(of.page(store.db, 1000));
        expect(ids(rows)).toEqual(backwards ? whole.reverse() : whole);
        expect(of.count(store.db)).toBe(whole.length);
      }),
      { numRuns: 200 },
    );
  });

  test('knows the number of a row and the row of a number', () => {
    fc.assert(
      fc.property(sort, fc.integer({ min: 0, max: 70 }), (order, index) => {
        const of = query(null, order);
        const rows = of.page(store.db, 1000);
        const row = rows[index];
        const { position, there } = of.at(store.db, index);
        expect([position?.id ?? null, there]).toEqual([row?.id ?? null, Math.min(index + 1, rows.length)]);
        if (position) expect(of.count(store.db, position)).toBe(index);
        if (row) expect(of.row(store.db, row.id)).toEqual(row);
      }),
    );
    expect(query(null, []).row(store.db, 9999)).toBeNull();
  });

  test('goes on from a row, either way', () => {
    fc.assert(
      fc.property(sort, fc.nat(70), fc.nat(70), fc.boolean(), (order, start, far, backwards) => {
        const of = query(null, order);
        const rows = of.page(store.db, 1000);
        const from = rows[start] ?? null;
        const rest = from ? (backwards ? rows.slice(0, start).reverse() : rows.slice(start + 1)) : null;
        const ahead = rest ?? (backwards ? rows.toReversed() : rows);
        const { position, there } = of.at(store.db, far, from, backwards);
        expect([position?.id ?? null, there]).toEqual([ahead[far]?.id ?? null, Math.min(far + 1, ahead.length)]);
      }),
    );
  });

  test('gives the values of its columns, from columns and bags', () => {
    for (const row of query(null, []).page(store.db, 1000)) {
      const kept = model.find(({ id }) => id === row.id);
      expect(row.values).toEqual([kept?.get(t.normalized), kept?.get(t.note)]);
    }
  });

  test('is none where SQL cannot sort', () => {
    for (const tag of [t.custom, t.subject, 0x0e1d0003 as PropTag<never>])
      expect(ContentsQuery.of({ scope: { folder }, columns: [], restriction: null, sort: [ascend(tag)] })).toBeNull();
  });

  test('reads a page of a sorted folder off an index, however deep', () => {
    const spied: (readonly [sql: string, values: never[]])[] = [];
    const of = query(bits(t.flags, 1, 'eqz'), [descend(t.delivery)]);
    const db = {
      allWide(sql: string, ...values: never[]) {
        spied.push([sql, values]);
        return [];
      },
    };
    of.page(db as never, 50, { keys: [133_500_000_000_000_001n], id: 5 });
    const index =
      /SEARCH m USING (COVERING )?INDEX message_(delivery|unread) \(folder=\? AND associated=\? AND delivery/;
    for (const [sql, values] of spied) {
      const plan = store.db.all(`EXPLAIN QUERY PLAN ${sql}`, ...values).map((row) => row['detail'] as string);
      expect(plan[0]).toMatch(index);
      expect(plan.filter((line) => line.includes('SCAN'))).toEqual([]);
    }
    expect(spied).not.toEqual([]);
  });
});
