import { createRequire } from 'node:module';

/** A statement of a SQLite driver, called without anything between. */
export interface RawStatement {
  run(...values: readonly unknown[]): unknown;
  get(...values: readonly unknown[]): Record<string, unknown> | undefined;
  all(...values: readonly unknown[]): Record<string, unknown>[];
}

/** A connection of a SQLite driver. */
export interface RawConnection {
  exec(sql: string): void;
  /** Prepares a statement; `wide` has whole numbers come as bigint, which FILETIMEs need. */
  prepare(sql: string, wide?: boolean): RawStatement;
  close(): void;
}

/**
 * Opens a file with the driver that comail uses on this Node, as comail sets it up: WAL, each commit waits for the disk.
 *
 * @param file a store file that exists
 * @param pragmas what comail's own connection has besides
 */
export function openRaw(file: string, pragmas: string): RawConnection {
  const connection = process.getBuiltinModule('node:sqlite') === undefined ? betterSqlite3(file) : nodeSqlite(file);
  connection.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  connection.exec(pragmas);
  return connection;
}

interface AnyStatement extends RawStatement {
  safeIntegers(on: boolean): void;
  setReadBigInts(on: boolean): void;
}

interface AnyDatabase {
  exec(sql: string): void;
  prepare(sql: string): AnyStatement;
  close(): void;
}

function betterSqlite3(file: string): RawConnection {
  const Database = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => AnyDatabase;
  const raw = new Database(file);
  return {
    exec: (sql) => raw.exec(sql),
    prepare(sql, wide = false) {
      const statement = raw.prepare(sql);
      if (wide) statement.safeIntegers(true);
      return statement;
    },
    close: () => raw.close(),
  };
}

function nodeSqlite(file: string): RawConnection {
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite') as unknown as {
    DatabaseSync: new (file: string) => AnyDatabase;
  };
  const raw = new DatabaseSync(file);
  return {
    exec: (sql) => raw.exec(sql),
    prepare(sql, wide = false) {
      const statement = raw.prepare(sql);
      if (wide) statement.setReadBigInts(true);
      return statement;
    },
    close: () => raw.close(),
  };
}
