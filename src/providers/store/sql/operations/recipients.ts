import type { PropValue } from '../../../../mapi/index.js';
import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import { recipientColumns } from '../columns.js';
import { split } from './properties.js';
import type { Transaction } from './transaction.js';

/** Changes to the recipients of a message, done in this order. */
export interface RecipientChanges {
  /** Removes all that are there first. */
  readonly replace?: boolean;
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
  let bytes = 0;
  if (changes.replace) tx.db.run('DELETE FROM recipient WHERE message = ?', message);
  for (const rowId of changes.remove ?? [])
    tx.db.run('DELETE FROM recipient WHERE message = ? AND row_id = ?', message, rowId);
  for (const { rowId, props } of changes.put ?? []) {
    const { columns, bag, large } = split(recipientColumns, { set: props }, Bag.empty);
    if (large.length > 0) throw new StoreError('TOO_BIG', 'a recipient cannot have a value that large');
    tx.db.run(
      'INSERT INTO recipient (message, row_id, type, bag) VALUES (?, ?, ?, ?) ON CONFLICT (message, row_id) DO UPDATE SET type = excluded.type, bag = excluded.bag',
      message,
      rowId,
      columns.get('type') ?? 1,
      bag.bytes,
    );
    bytes += bag.bytes.length;
  }
  return bytes;
}
