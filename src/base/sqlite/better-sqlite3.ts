import { backupStep, makePrivate, type SqlConnection, type SqlDriver, type SqlRow, type SqlValue } from './port.js';

/** The part of better-sqlite3 that is used. */
export type BetterSqlite3 = new (
  file: string,
  options: { readonly: boolean; fileMustExist: boolean; timeout: number },
) => RawDatabase;

interface RawDatabase {
  readonly inTransaction: boolean;
  exec(sql: string): void;
  prepare(sql: string): RawStatement;
  backup(
    target: string,
    options: { progress: (step: { totalPages: number; remainingPages: number }) => number },
  ): Promise<unknown>;
  close(): void;
}

interface RawStatement {
  run(...values: readonly SqlValue[]): { changes: number; lastInsertRowid: number | bigint };
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  all(...values: readonly SqlValue[]): SqlRow[];
  safeIntegers(on: boolean): void;
}

/**
 * The driver over better-sqlite3, for Node 20.
 *
 * @param Database the constructor that the package exports
 */
export function betterSqlite3Driver(Database: BetterSqlite3): SqlDriver {
  return {
    name: 'better-sqlite3',
    open(file, { readOnly }) {
      if (!readOnly) makePrivate(file);
      const raw = new Database(file, { readonly: readOnly, fileMustExist: readOnly, timeout: 0 });
      raw.exec('PRAGMA foreign_keys = ON');
      return connection(raw);
    },
  };
}

function connection(raw: RawDatabase): SqlConnection {
  return {
    exec: (sql) => raw.exec(sql),
    prepare(sql, bigints) {
      const statement = raw.prepare(sql);
      if (bigints) statement.safeIntegers(true);
      return {
        run(...values) {
          const { changes, lastInsertRowid } = statement.run(...values);
          return { changes, lastId: Number(lastInsertRowid) };
        },
        get: (...values) => statement.get(...values),
        all: (...values) => statement.all(...values),
      };
    },
    inTransaction: () => raw.inTransaction,
    async backup(target, progress) {
      makePrivate(target);
      await raw.backup(target, {
        progress({ totalPages, remainingPages }) {
          progress(totalPages - remainingPages, totalPages);
          return backupStep;
        },
      });
    },
    close: () => raw.close(),
  };
}
