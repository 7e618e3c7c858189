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
  tx.db.run(updating(table, [...row.keys()]), ...row.values(), id);
}

/**
 * Updates named columns of a row that still has a change number.
 *
 * @returns false when it has another one, or is gone
 */
export function updateUnchanged(
  tx: Transaction,
  table: string,
  { id, change }: { readonly id: number; readonly change: number },
  row: ReadonlyMap<string, SqlValue>,
): boolean {
  const sql = `${updating(table, [...row.keys()])} AND change = ?`;
  return tx.db.run(sql, ...row.values(), id, change).changes > 0;
}

/** The text of an update. There are few, and to make one takes longer than to find it. */
function updating(table: string, names: readonly string[]): string {
  const known = updates.find((one) => one.table === table && sameNames(one.names, names));
  if (known) return known.sql;
  const sql = `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
  if (updates.length < mostUpdates) updates.push({ table, names, sql });
  return sql;
}

const updates: { readonly table: string; readonly names: readonly string[]; readonly sql: string }[] = [];
const mostUpdates = 32;

function sameNames(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
