import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chooseSqlite, type SqlConnection, type SqlRow, type SqlValue } from '../../../base/index.js';
import { prepareSchema } from './schema.js';

interface Waiting {
  readonly work: () => unknown;
  readonly done: (result: unknown) => void;
  readonly failed: (error: unknown) => void;
}

/** The file of a queue: SQLite, in which every step is one durable transaction. */
export class QueueFile {
  readonly #db: SqlConnection;
  readonly #statements = new Map<string, ReturnType<SqlConnection['prepare']>>();
  #waiting: Waiting[] = [];
  #timer: NodeJS.Immediate | null = null;

  /** @param folder where it lies; made when it is not there */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#db = chooseSqlite().open(join(folder, 'queue.sqlite'), { readOnly: false });
    try {
      prepareSchema(this.#db);
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** Closes it; what waits to be written is written first. */
  close(): void {
    this.#flush();
    this.#statements.clear();
    this.#db.close();
  }

  /**
   * Does something in a transaction together with all else that is to be done in this turn of the event loop: they share the wait
   * for the disk, and each is durable when its promise is fulfilled.
   *
   * @param work changes the file and nothing else; it may be called again when something else of this turn fails
   * @returns what the work returns
   */
  soon<T>(work: () => T): Promise<T> {
    return new Promise((resolve, failed) => {
      this.#waiting.push({ work, failed, done: (result) => resolve(result as T) });
      this.#timer ??= setImmediate(() => this.#flush());
    });
  }

  /** Waits until all that was to be done soon is done. */
  async written(): Promise<void> {
    while (this.#waiting.length > 0) await this.soon(() => undefined);
  }

  /** Does several things, all or none. */
  transaction<T>(work: () => T): T {
    if (this.#db.inTransaction()) return work();
    this.#db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#db.inTransaction()) this.#db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Gives back to the disk what nobody uses any more. */
  shrink(): void {
    this.#db.exec('PRAGMA incremental_vacuum(1000)');
  }

  /** Runs a statement. @returns the identifier of the row that it inserted, and how many it changed */
  run(sql: string, ...values: readonly SqlValue[]): { readonly lastId: number; readonly changes: number } {
    return this.#prepared(sql).run(...values);
  }

  /** The first row of a query. */
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return this.#prepared(sql).get(...values);
  }

  /** All rows of a query. */
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
    return this.#prepared(sql).all(...values);
  }

  #flush(): void {
    if (this.#timer) clearImmediate(this.#timer);
    this.#timer = null;
    const all = this.#waiting;
    this.#waiting = [];
    if (all.length > 1) {
      try {
        const results = this.transaction(() => all.map(({ work }) => work()));
        for (const [at, { done }] of all.entries()) done(results[at]);
        return;
      } catch {
        // One of them fails, and is heard of below: the others must not suffer for it.
      }
    }
    for (const { work, done, failed } of all) {
      try {
        done(this.transaction(work));
      } catch (error) {
        failed(error);
      }
    }
  }

  #prepared(sql: string): ReturnType<SqlConnection['prepare']> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql, false);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}
