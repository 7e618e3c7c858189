import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { betterSqlite3Driver } from '../../../../src/base/sqlite/better-sqlite3.js';
import { type NodeSqlite, nodeSqliteDriver } from '../../../../src/base/sqlite/node-sqlite.js';
import {
  chooseDriver,
  type DriverSources,
  isBusy,
  type SqlDriver,
  storeErrorOf,
} from '../../../../src/providers/store/driver/index.js';
import { storePath } from '../sql/fixture.js';

const builtIn = process.getBuiltinModule('node:sqlite') as NodeSqlite | undefined;
// On Node 22 and newer loading better-sqlite3 may abort the process.
const drivers: readonly SqlDriver[] = builtIn
  ? [nodeSqliteDriver(builtIn)]
  : [betterSqlite3Driver(createRequire(import.meta.url)('better-sqlite3'))];

describe.each(drivers.map((driver) => [driver.name, driver] as const))('The driver over %s', (_name, driver) => {
  const open = (file = storePath()) => driver.open(file, { readOnly: false });

  test('binds and gives back every kind of value', () => {
    const db = open();
    db.exec('CREATE TABLE t (v)');
    const insert = db.prepare('INSERT INTO t VALUES (?)', false);
    const values = [null, 1, -1.5, 2 ** 40, 'näh \u{1f600}', Uint8Array.of(0, 255), new Uint8Array(0), 2n ** 62n];
    for (const value of values) expect(insert.run(value)).toMatchObject({ changes: 1 });
    const all = db
      .prepare('SELECT v FROM t WHERE rowid < 8 ORDER BY rowid', false)
      .all()
      .map((row) => row['v']);
    expect(all.map((value) => (value instanceof Uint8Array ? Uint8Array.from(value) : value))).toEqual(
      values.slice(0, 7),
    );
    expect(db.prepare('SELECT v FROM t WHERE rowid = ?', true).get(8)).toMatchObject({ v: 2n ** 62n });
    expect(db.prepare('SELECT 7 AS n', true).get()?.['n']).toBe(7n);
    expect(db.prepare('SELECT v FROM t WHERE rowid = 99', false).get()).toBeUndefined();
    db.close();
  });

  test('answers rows of RETURNING, counts changes and tells the last id', () => {
    const db = open();
    db.exec('CREATE TABLE t (id INTEGER PRIMARY KEY, v)');
    expect(db.prepare('INSERT INTO t (id, v) VALUES (?, 1), (?, 2)', false).run(5, 6)).toEqual({
      changes: 2,
      lastId: 6,
    });
    expect(
      db
        .prepare('UPDATE t SET v = 0 RETURNING id', false)
        .all()
        .map((row) => row['id']),
    ).toEqual([5, 6]);
    db.close();
  });

  test('knows whether a transaction is open', () => {
    const db = open();
    expect(db.inTransaction()).toBe(false);
    db.exec('BEGIN IMMEDIATE');
    expect(db.inTransaction()).toBe(true);
    db.exec('ROLLBACK');
    expect(db.inTransaction()).toBe(false);
    db.close();
  });

  test('enforces foreign keys', () => {
    const db = open();
    db.exec('CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE b (a REFERENCES a (id))');
    expect(failure(() => db.exec('INSERT INTO b VALUES (1)'))).toMatchObject({ code: 'COLLISION' });
    db.close();
  });

  test('says at once when another connection holds the lock', () => {
    const file = storePath();
    const [one, other] = [open(file), open(file)];
    one.exec('BEGIN IMMEDIATE');
    const error = thrown(() => other.exec('BEGIN IMMEDIATE'));
    expect([isBusy(error), isBusy(storeErrorOf(error)), isBusy(new Error('x'))]).toEqual([true, true, false]);
    expect(storeErrorOf(error)).toMatchObject({ name: 'StoreError', code: 'BUSY', cause: error });
    one.close();
    other.close();
  });

  test('refuses to write what was opened for reading', () => {
    const file = storePath();
    const db = open(file);
    db.exec('CREATE TABLE t (v)');
    db.close();
    const reader = driver.open(file, { readOnly: true });
    expect(failure(() => reader.exec('INSERT INTO t VALUES (1)'))).toMatchObject({ code: 'NO_ACCESS' });
    reader.close();
  });

  test('names a full disk and a file that is no database', async () => {
    const db = open();
    db.exec('PRAGMA max_page_count = 3; CREATE TABLE t (v)');
    expect(failure(() => db.prepare('INSERT INTO t VALUES (?)', false).run(Buffer.alloc(100_000)))).toMatchObject({
      code: 'NOT_ENOUGH_DISK',
    });
    db.close();
    const file = storePath();
    await (await import('node:fs/promises')).writeFile(file, 'Dear Sir or Madam, '.repeat(1000));
    const letter = open(file);
    expect(failure(() => letter.exec('SELECT * FROM sqlite_master'))).toMatchObject({ code: 'CORRUPT_STORE' });
    letter.close();
  });

  test('copies a database in use', async () => {
    const db = open();
    db.exec('CREATE TABLE t (v); INSERT INTO t VALUES (42)');
    const target = storePath();
    await db.backup(target, () => {});
    const copy = open(target);
    expect(copy.prepare('SELECT v FROM t', false).get()?.['v']).toBe(42);
    copy.close();
    db.close();
  });
});

describe('The choice of a driver', () => {
  const none = () => {
    throw new Error('Cannot find module');
  };
  const sources = (major: number, over: Partial<DriverSources> = {}): DriverSources => ({
    major,
    nodeSqlite: () => undefined,
    betterSqlite3: none,
    ...over,
  });

  test('is node:sqlite wherever it is there', () => {
    const there = { nodeSqlite: () => ({}) as NodeSqlite };
    expect(chooseDriver(sources(22, there)).name).toBe('node:sqlite');
    expect(chooseDriver(sources(20, there)).name).toBe('node:sqlite');
  });

  test('is better-sqlite3 on Node 20, and never on newer ones', () => {
    const installed = { betterSqlite3: () => class {} as never };
    expect(chooseDriver(sources(20, installed)).name).toBe('better-sqlite3');
    expect(failure(() => chooseDriver(sources(22, installed)))).toMatchObject({ code: 'NO_DRIVER' });
  });

  test('names both ways out when there is none', () => {
    const error = failure(() => chooseDriver(sources(20))) as Error;
    expect(error).toMatchObject({ code: 'NO_DRIVER', cause: expect.any(Error) });
    expect(error.message).toMatch(/Node 22\.13 or newer.*npm install better-sqlite3@12\.11\.1/);
  });

  test('finds one on this Node', () => {
    expect(chooseDriver().name).toBe(builtIn ? 'node:sqlite' : 'better-sqlite3');
  });
});

test('An error that is not SQLite’s stays what it is', () => {
  const error = new TypeError('a bug');
  expect([storeErrorOf(error), storeErrorOf('text')]).toEqual([error, 'text']);
});

function thrown(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

const failure = (work: () => void) => storeErrorOf(thrown(work));
