import { closeSync, existsSync, openSync } from 'node:fs';

/** What SQLite stores and drivers bind. Whole numbers beyond 2^53 travel as `bigint`. */
export type SqlValue = null | number | bigint | string | Uint8Array;

/** One result row, by column name. */
export type SqlRow = Record<string, SqlValue>;

/** What a statement without result rows did. */
export interface SqlChange {
  /** Rows inserted, updated or deleted. */
  readonly changes: number;
  /** The rowid of the last insert on the connection. */
  readonly lastId: number;
}

/** A prepared statement. Parameters are positional. */
export interface SqlStatement {
  /** Runs a statement that answers no rows. */
  run(...values: readonly SqlValue[]): SqlChange;
  /** The first row, or undefined. */
  get(...values: readonly SqlValue[]): SqlRow | undefined;
  /** Every row. */
  all(...values: readonly SqlValue[]): SqlRow[];
}

/** How a file is opened. */
export interface SqlOpenOptions {
  /** Refuse to write; the file must exist. */
  readonly readOnly: boolean;
}

/**
 * The least that the store needs of a synchronous SQLite driver. Errors come as the driver throws them;
 * `failures.ts` reads them.
 */
export interface SqlConnection {
  /** Runs statements without parameters or results. */
  exec(sql: string): void;
  /** Prepares a statement; with `bigints` every whole number in its rows is a bigint, else a number. */
  prepare(sql: string, bigints: boolean): SqlStatement;
  /** Whether a transaction is open; an error may have ended it. */
  inTransaction(): boolean;
  /**
   * Copies the database to a new file while others read and write.
   *
   * @param target path of the copy
   * @param progress hears pages done and pages in all after each step
   */
  backup(target: string, progress: (done: number, total: number) => void): Promise<void>;
  /** Closes the connection and its statements. */
  close(): void;
}

/** A driver that was found. */
export interface SqlDriver {
  /** `node:sqlite` or `better-sqlite3`. */
  readonly name: string;
  /** Opens a file, which is created when it is absent and `readOnly` is false. */
  open(file: string, options: SqlOpenOptions): SqlConnection;
}

/** Pages copied between two turns of the event loop: about 4 MB, a few milliseconds. */
export const backupStep = 250;

/**
 * Makes an empty file that nobody but its user may read, before SQLite would make one for all who are let into the folder. Its log and the
 * index of that take over who may read it.
 *
 * @param file path of the file; one that is there is left alone
 */
export function makePrivate(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600));
}
