import { limit } from '../../../base/index.js';
import {
  isBusy,
  type SqlConnection,
  type SqlRow,
  type SqlStatement,
  type SqlValue,
  storeErrorOf,
} from '../driver/index.js';

const readBusyMs = limit(
  'store.readBusyMs',
  2000,
  'milliseconds',
  'A reader of a WAL file waits only while another process recovers or closes it, which takes far less',
);

const statements = limit(
  'store.statements',
  1000,
  'statements',
  'a store has a few hundred of its own; those of filters that programs write differ without end, and each takes some kilobytes',
);

/**
 * A bound on the rows of a query, as a parameter. SQLite reads a bare parameter of LIMIT while it prepares, and prepares again whenever it is
 * bound anew, which costs ten times what reading a row does.
 */
export const atMost: string = 'LIMIT CAST(? AS INTEGER)';

/** One connection with its prepared statements; every error it throws is one that a caller can act on. */
export class Database {
  readonly #connection: SqlConnection;
  readonly #plain = new Map<string, SqlStatement>();
  readonly #wide = new Map<string, SqlStatement>();

  /** Takes a connection over. */
  constructor(connection: SqlConnection) {
    this.#connection = connection;
  }

  /** Runs statements without parameters. */
  exec(sql: string): void {
    guarded(() => this.#connection.exec(sql));
  }

  /**
   * Runs a statement that answers no rows.
   *
   * @param sql the statement; prepared once for each text
   * @param values its parameters
   * @returns the rowid of the last insert and the rows changed
   */
  run(sql: string, ...values: readonly SqlValue[]): { readonly changes: number; readonly lastId: number } {
    try {
      return this.#statement(sql, false).run(...values);
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  /** The first row of a query, numbers as `number`; undefined when there is none. */
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return patient(() => this.#statement(sql, false).get(...values));
  }

  /** Every row of a query, numbers as `number`. */
  all(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    return patient(() => this.#statement(sql, false).all(...values));
  }

  /** The first row of a query, numbers as `bigint`: for rows with times in them. */
  getWide(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return patient(() => this.#statement(sql, true).get(...values));
  }

  /** Every row of a query, numbers as `bigint`. */
  allWide(sql: string, ...values: readonly SqlValue[]): SqlRow[] {
    return patient(() => this.#statement(sql, true).all(...values));
  }

  /** Whether a transaction is open. */
  inTransaction(): boolean {
    return this.#connection.inTransaction();
  }

  /** Copies the file while others use it. */
  async backup(target: string, progress: (done: number, total: number) => void): Promise<void> {
    try {
      await this.#connection.backup(target, progress);
    } catch (error) {
      throw storeErrorOf(error);
    }
  }

  /** Closes the connection. */
  close(): void {
    this.#plain.clear();
    this.#wide.clear();
    guarded(() => this.#connection.close());
  }

  #statement(sql: string, wide: boolean): SqlStatement {
    const cache = wide ? this.#wide : this.#plain;
    let statement = cache.get(sql);
    if (!statement) {
      // The oldest goes. One that is asked for all the time is prepared again soon, once in a thousand new ones.
      if (cache.size >= statements) cache.delete(cache.keys().next().value as string);
      statement = this.#connection.prepare(sql, wide);
      cache.set(sql, statement);
    }
    return statement;
  }
}

function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Asks again while another process recovers the log or closes the file: readers must never see that. */
function patient<T>(work: () => T): T {
  let since: number | null = null;
  for (;;) {
    try {
      return work();
    } catch (error) {
      since ??= performance.now();
      if (!isBusy(error) || performance.now() - since > readBusyMs) throw storeErrorOf(error);
      Atomics.wait(sleeper, 0, 0, 1);
    }
  }
}
