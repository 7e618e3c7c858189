import { makePrivate, type SqlConnection, type SqlDriver, type SqlRow, type SqlValue } from './port.js';

/** The part of node:sqlite that is used, written down because the types of Node 20 do not know it. */
export interface NodeSqlite {
  readonly DatabaseSync: new (
    file: string,
    options: { readOnly: boolean; enableForeignKeyConstraints: boolean },
  ) => RawDatabase;
  /** Since Node 22.16. */
  readonly backup?: (db: RawDatabase, target: string, options: { rate: number }) => Promise<number>;
}

interface RawDatabase {
  readonly isTransaction?: boolean;
  exec(sql: string): void;
  prepare(sql: string): RawStatement;
  close(): void;
}

interface RawStatement {
  run(...values: readonly SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  all(...values: readonly SqlValue[]): SqlRow[];
  setReadBigInts(on: boolean): void;
}

/**
 * The driver over the SQLite that comes with Node.
 *
 * @param sqlite the module `node:sqlite`
 */
export function nodeSqliteDriver(sqlite: NodeSqlite): SqlDriver {
  return {
    name: 'node:sqlite',
    open(file, { readOnly }) {
      if (!readOnly) makePrivate(file);
      const again = (only: boolean): RawDatabase =>
        new sqlite.DatabaseSync(file, { readOnly: only, enableForeignKeyConstraints: true });
      return connection(sqlite, again(readOnly), readOnly ? null : () => again(true));
    },
  };
}

function connection(sqlite: NodeSqlite, raw: RawDatabase, reader: (() => RawDatabase) | null): SqlConnection {
  return {
    exec: (sql) => raw.exec(sql),
    prepare(sql, bigints) {
      const statement = raw.prepare(sql);
      if (bigints) statement.setReadBigInts(true);
      return {
        run(...values) {
          const { changes, lastInsertRowid } = statement.run(...values);
          return { changes: Number(changes), lastId: Number(lastInsertRowid) };
        },
        get: (...values) => statement.get(...values),
        all: (...values) => statement.all(...values),
      };
    },
    inTransaction: () => raw.isTransaction ?? probe(raw),
    async backup(target, progress) {
      makePrivate(target);
      if (!sqlite.backup) {
        // Before Node 22.16 there is no stepwise copy; this one is as consistent but holds up the event loop.
        // It writes nothing here, but SQLite takes it for a write.
        const { query_only } = raw.prepare('PRAGMA query_only').get() as { query_only: number };
        raw.exec('PRAGMA query_only = OFF');
        try {
          raw.prepare('VACUUM INTO ?').run(target);
        } finally {
          raw.exec(`PRAGMA query_only = ${query_only}`);
        }
        return;
      }
      // A connection that writes meanwhile makes Node's backup fail ("not an error"), and another one that does makes it begin
      // anew between two steps: so a connection of its own reads all in one step, which is done beside the event loop.
      const source = reader?.() ?? raw;
      try {
        await sqlite.backup(source, target, { rate: 0x7fffffff });
        progress(1, 1);
      } finally {
        if (source !== raw) source.close();
      }
    },
    close: () => raw.close(),
  };
}

/** `isTransaction` came with Node 22.16; before that a harmless BEGIN tells the same. */
function probe(raw: RawDatabase): boolean {
  try {
    raw.exec('BEGIN DEFERRED');
  } catch {
    return true;
  }
  raw.exec('ROLLBACK');
  return false;
}
