import type { SqlValue } from '../../driver/index.js';
import type { Transaction } from './transaction.js';

/** Inserts a row of named columns. */
export function insert(tx: Transaction, table: string, row: ReadonlyMap<string, SqlValue>): number {
  const names = [...row.keys()];
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
  return tx.db.run(sql, ...row.values()).lastId;
}

/** Updates named columns of the row with an id. */
export function update(tx: Transaction, table: string, id: number, row: ReadonlyMap<string, SqlValue>): void {
  const names = [...row.keys()];
  tx.db.run(`UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`, ...row.values(), id);
}
