import type { PropValue } from '../../../../mapi/index.js';
import type { SqlValue } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import { recipientColumns } from '../columns.js';
import { split } from './properties.js';
import type { Transaction } from './transaction.js';

/** Changes to the recipients of a message, done in this order. */
export interface RecipientChanges {
  /** Removes all that are there first. */
  readonly replace?: boolean;
  /** Those that are put are all that there are: they take the places of those that are there, and none is left over. */
  readonly complete?: boolean;
  /** Row ids to remove; one that is not there is passed over. */
  readonly remove?: readonly number[];
  /** Recipients to add, or to put in the place of the one with their row id. Each has all its properties. */
  readonly put?: readonly { readonly rowId: number; readonly props: readonly PropValue[] }[];
}

/**
 * Writes recipients.
 *
 * @returns the bytes of those that were put
 * @throws {StoreError} `INVALID_PARAMETER`, `UNEXPECTED_TYPE`; `TOO_BIG` when one has a value for rows of its own
 */
export function saveRecipients(tx: Transaction, message: number, changes: RecipientChanges): number {
  if (changes.replace) tx.db.run('DELETE FROM recipient WHERE message = ?', message);
  for (const rowId of changes.remove ?? [])
    tx.db.run('DELETE FROM recipient WHERE message = ? AND row_id = ?', message, rowId);
  const rows = recipientRows(changes.put ?? []);
  putRecipients(tx, message, rows);
  return rows.bytes;
}

/** Recipients as rows. */
export interface RecipientRows {
  readonly rows: readonly { readonly rowId: number; readonly type: SqlValue; readonly bag: Uint8Array }[];
  /** The bytes of all of them. */
  readonly bytes: number;
}

/**
 * Makes rows of recipients.
 *
 * @throws {StoreError} as {@link saveRecipients}
 */
export function recipientRows(put: NonNullable<RecipientChanges['put']>): RecipientRows {
  let bytes = 0;
  const rows = put.map(({ rowId, props }) => {
    const { columns, bag, large } = split(recipientColumns, { set: props }, Bag.empty);
    if (large.length > 0) throw new StoreError('TOO_BIG', 'a recipient cannot have a value that large');
    bytes += bag.bytes.length;
    return { rowId, type: columns.get('type') ?? 1, bag: bag.bytes };
  });
  return { rows, bytes };
}

/** Writes rows of recipients, in the place of those with their row ids. */
export function putRecipients(tx: Transaction, message: number, { rows }: RecipientRows): void {
  for (const { rowId, type, bag } of rows)
    tx.db.run(
      'INSERT INTO recipient (message, row_id, type, bag) VALUES (?, ?, ?, ?) ON CONFLICT (message, row_id) DO UPDATE SET type = excluded.type, bag = excluded.bag',
      message,
      rowId,
      type,
      bag,
    );
}
