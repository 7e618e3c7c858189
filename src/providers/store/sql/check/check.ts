import { isDeepStrictEqual } from 'node:util';
import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import {
  attachmentColumns,
  type Columns,
  folderColumns,
  messageColumns,
  propertyValue,
  recipientColumns,
} from '../columns.js';
import type { Database } from '../database.js';
import { textKey } from '../text-key.js';
import { invariants } from './invariants.js';

/** Something that a check found. */
export interface Finding {
  /** What should hold. */
  readonly holds: string;
  /** Which object breaks it: `folder 7`. */
  readonly object: string;
  /** What was found instead, in words. */
  readonly detail: string;
}

/** How many findings of one kind are reported at most. */
const mostOfAKind = 100;

/**
 * Checks everything that holds in a sound store: SQLite's own structures, the counts, the tree, large values, and every bag.
 * Nothing is written. A finding while other processes write is as real as any: each query sees one state.
 *
 * @param db the connection
 * @param progress hears the step at hand and how many there are
 * @returns what was found: empty when the store is sound
 * @throws {StoreError} `DISK_ERROR`; damage is no error but a finding
 */
export async function check(
  db: Database,
  progress: (done: number, total: number) => void = () => {},
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  const steps: (() => readonly Finding[])[] = [
    () => engine(db),
    () => references(db),
    ...invariants.map(
      ({ holds, sql }) =>
        () =>
          broken(db, holds, sql),
    ),
    ...bagged.map((each) => () => bags(db, each)),
    () => keys(db),
  ];
  for (const [index, step] of steps.entries()) {
    progress(index, steps.length);
    findings.push(...sound(step));
    await new Promise((resolve) => setImmediate(resolve));
  }
  progress(steps.length, steps.length);
  return findings;
}

/** A damaged page ends a query with an error; that is a finding too, and the other steps go on. */
function sound(step: () => readonly Finding[]): readonly Finding[] {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'CORRUPT_STORE') throw error;
    return [{ holds: 'The file can be read', object: 'file', detail: error.message }];
  }
}

function engine(db: Database): readonly Finding[] {
  const rows = db.all(`PRAGMA integrity_check(${mostOfAKind})`);
  return rows
    .map((row) => row['integrity_check'] as string)
    .filter((line) => line !== 'ok')
    .map((detail) => ({ holds: 'The database file is intact', object: 'file', detail }));
}

const references = (db: Database): readonly Finding[] =>
  db
    .all('PRAGMA foreign_key_check')
    .slice(0, mostOfAKind)
    .map((row) => ({
      holds: 'What a row names exists',
      object: `${row['table']} ${row['rowid']}`,
      detail: `names a ${row['parent']} that is not there`,
    }));

const broken = (db: Database, holds: string, sql: string): readonly Finding[] =>
  db.all(`${sql} LIMIT ${mostOfAKind}`).map((row) => ({
    holds,
    object: row['object'] as string,
    detail: 'expected' in row ? `${row['found']} instead of ${row['expected']}` : 'breaks it',
  }));

interface Bagged {
  readonly table: string;
  /** The columns of its primary key. */
  readonly key: readonly string[];
  readonly columns: Columns;
  /** The kind in `big_use`; null for objects without large values. */
  readonly kind: number | null;
}

const bagged: readonly Bagged[] = [
  { table: 'folder', key: ['id'], columns: folderColumns, kind: 1 },
  { table: 'message', key: ['id'], columns: messageColumns, kind: 2 },
  { table: 'attachment', key: ['id'], columns: attachmentColumns, kind: 3 },
  { table: 'recipient', key: ['message', 'row_id'], columns: recipientColumns, kind: null },
];

/** Reads every bag; a property is in one place: column, bag or rows of its own. What a column repeats it repeats truly. */
function bags(db: Database, { table, key, columns, kind }: Bagged): readonly Finding[] {
  const findings: Finding[] = [];
  const repeated = [...columns.values()].filter(({ inBag }) => inBag);
  const names = repeated.map(({ name }) => `, ${name}`).join('');
  const large = (owner: unknown, tag: number) =>
    kind !== null &&
    db.get('SELECT 1 AS n FROM big_use WHERE kind = ? AND owner = ? AND prop = ?', kind, owner as number, tag >>> 16);
  const ids = key.join(', ');
  const sql = `SELECT ${ids}, bag${names} FROM ${table} WHERE (${ids}) > (${key.map(() => '?').join(', ')}) ORDER BY ${ids} LIMIT 500`;
  for (let after = key.map(() => -1); findings.length < mostOfAKind; ) {
    const rows = db.allWide(sql, ...after);
    for (const row of rows) {
      const object = `${table} ${key.map((name) => String(row[name])).join('/')}`;
      const found = (holds: string, detail: string) => findings.push({ holds, object, detail });
      try {
        const bag = new Bag(row['bag'] as Uint8Array);
        for (const [tag] of bag.props()) {
          const column = columns.get(tag >>> 16);
          if ((column && !column.inBag) || large(row['id'], tag))
            found('A property is in one place', `0x${tag.toString(16)} is in two`);
        }
        for (const column of repeated)
          if (!isDeepStrictEqual(propertyValue(column, row[column.name]), bag.entry(column.tag >>> 16)?.[1] ?? null))
            found('A column says what the bag says', `${column.name} says something else`);
      } catch (error) {
        found('A bag can be read', (error as Error).message);
      }
    }
    if (rows.length < 500) break;
    after = key.map((name) => Number(rows.at(-1)?.[name]));
  }
  return findings;
}

/** The keys were computed by this program; a store that sorts by others would miss rows. */
function keys(db: Database): readonly Finding[] {
  const findings: Finding[] = [];
  for (const [table, columns] of [
    ['folder', folderColumns],
    ['message', messageColumns],
  ] as const)
    for (const { name, key } of columns.values()) {
      if (!key) continue;
      for (let after = 0; findings.length < mostOfAKind; ) {
        const rows = db.all(
          `SELECT id, ${name} AS text, ${key} AS folded FROM ${table} WHERE id > ? ORDER BY id LIMIT 500`,
          after,
        );
        for (const row of rows) {
          const expected = row['text'] === null ? null : textKey(row['text'] as string);
          if (row['folded'] !== expected)
            findings.push({
              holds: 'A key belongs to its text',
              object: `${table} ${row['id']}`,
              detail: `${key} is another`,
            });
        }
        if (rows.length < 500) break;
        after = rows.at(-1)?.['id'] as number;
      }
    }
  return findings;
}
