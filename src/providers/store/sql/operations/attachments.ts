import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import { attachmentColumns } from '../columns.js';
import { dropBig } from './big.js';
import { deleteAttachmentRows, deleteMessageRows } from './message-rows.js';
import type { MessageSave, MessageSaved } from './messages.js';
import { applyBig, type PropChanges, split } from './properties.js';
import type { Transaction } from './transaction.js';

/** Changes to the attachments of a message. */
export interface AttachmentSave {
  /** PR_ATTACH_NUM of those that go; one that is not there is passed over. */
  readonly remove?: readonly number[];
  /** Attachments that are new or changed, by PR_ATTACH_NUM. What changes and is not there any more stays away. */
  readonly put?: readonly {
    readonly num: number;
    readonly changes?: PropChanges;
    /** The embedded message: what its own SaveChanges collected. `id` and `folder` do not count. */
    readonly embedded?: MessageSave;
    /** The embedded message takes the place of the one that was there, instead of changing it. */
    readonly replaces?: boolean;
    /** Deletes the embedded message that was there, and whatever else the attachment had, first. */
    readonly fresh?: boolean;
  }[];
}

/**
 * Writes attachments.
 *
 * @param embed writes an embedded message
 * @throws {StoreError} what {@link split} throws, `INVALID_PARAMETER` for a negative number
 */
export function saveAttachments(
  tx: Transaction,
  message: number,
  save: AttachmentSave,
  embed: (tx: Transaction, attachment: number, save: MessageSave) => MessageSaved,
): void {
  for (const num of save.remove ?? []) drop(tx, message, num);
  for (const { num, changes = {}, embedded, replaces, fresh } of save.put ?? []) {
    if (!Number.isInteger(num) || num < 0) throw new StoreError('INVALID_PARAMETER', `${num} is no attachment number`);
    if (fresh) drop(tx, message, num);
    const before = tx.db.get('SELECT id, method, bag FROM attachment WHERE message = ? AND num = ?', message, num);
    if (!before && !fresh) {
      abandon(tx, { changes, ...(embedded ? { embedded } : {}) });
      continue;
    }
    const { columns, bag, large } = split(
      attachmentColumns,
      changes,
      before ? new Bag(before['bag'] as Uint8Array) : Bag.empty,
    );
    const method = columns.get('method') ?? before?.['method'] ?? 0;
    const id =
      (before?.['id'] as number | undefined) ??
      tx.db.run(
        'INSERT INTO attachment (message, num, method, size, bag) VALUES (?, ?, ?, 0, ?)',
        message,
        num,
        method,
        bag.bytes,
      ).lastId;
    const { count, bytes } = applyBig(tx, { kind: 3, id }, changes, large);
    const old = replaces ? tx.db.get('SELECT id FROM message WHERE attachment = ?', id) : undefined;
    if (old) deleteMessageRows(tx, old['id'] as number);
    if (embedded) embed(tx, id, embedded);
    const inner = tx.db.get('SELECT size FROM message WHERE attachment = ?', id);
    const size = bag.bytes.length + bytes + Number(inner?.['size'] ?? 0);
    tx.db.run(
      'UPDATE attachment SET method = ?, size = ?, big = ?, bag = ? WHERE id = ?',
      method,
      size,
      count,
      bag.bytes,
      id,
    );
  }
}

// Somebody else deleted the attachment: a part of it would be no attachment. What was streamed in for it goes, too.
function abandon(tx: Transaction, { changes, embedded }: Abandoned): void {
  for (const { big } of changes?.big ?? []) dropBig(tx.db, big);
  if (embedded) abandon(tx, { changes: embedded.changes ?? {} });
  for (const inner of embedded?.attachments?.put ?? []) abandon(tx, inner);
}

type Abandoned = Pick<NonNullable<AttachmentSave['put']>[number], 'changes' | 'embedded'>;

function drop(tx: Transaction, message: number, num: number): void {
  const row = tx.db.get('SELECT id FROM attachment WHERE message = ? AND num = ?', message, num);
  if (row) deleteAttachmentRows(tx, row['id'] as number);
}
