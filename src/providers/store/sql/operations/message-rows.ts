import type { SqlRow } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { removeAllBig, shareBig } from './big.js';
import type { Transaction } from './transaction.js';

/** Where a message lies: in a folder, or embedded in an attachment. */
export type Place = { readonly folder: number } | { readonly attachment: number };

/**
 * The row of a message, numbers as `number` except times.
 *
 * @throws {StoreError} `NOT_FOUND`
 */
export function messageRow(tx: Transaction, id: number): SqlRow {
  const row = tx.db.get(
    'SELECT id, folder, attachment, associated, change, flags, status, size, big FROM message WHERE id = ?',
    id,
  );
  if (!row) throw new StoreError('NOT_FOUND', `there is no message ${id}`);
  return row;
}

/**
 * Copies a message with recipients, attachments and embedded messages; large values are shared. The copy keeps the search
 * key, and is not in the outgoing queue.
 *
 * @returns the id of the copy
 */
export function copyMessageTo(tx: Transaction, id: number, place: Place): number {
  const before = messageRow(tx, id);
  const folder = 'folder' in place ? place.folder : null;
  const attachment = 'attachment' in place ? place.attachment : null;
  const { lastId: copy } = tx.db.run(
    `INSERT INTO message (folder, attachment, change, ${copied}) SELECT ?, ?, 0, ${copied} FROM message WHERE id = ?`,
    folder,
    attachment,
    id,
  );
  tx.db.run(
    'INSERT INTO recipient (message, row_id, type, bag) SELECT ?, row_id, type, bag FROM recipient WHERE message = ?',
    copy,
    id,
  );
  if (before['big'] !== 0) shareBig(tx.db, { kind: 2, id }, { kind: 2, id: copy });
  for (const row of tx.db.all('SELECT id FROM attachment WHERE message = ? ORDER BY num', id))
    copyAttachment(tx, row['id'] as number, copy);
  const change = tx.log({
    event: 'copied',
    object: 'message',
    id: copy,
    parent: folder,
    oldId: id,
    oldParent: before['folder'] as number | null,
    associated: before['associated'] !== 0,
  });
  // MSGFLAG_SUBMIT says that a message is in the queue: its copy is not. A report is sent for one message, not for its
  // copies: MSGFLAG_RN_PENDING and MSGFLAG_NRN_PENDING stay with the original.
  tx.db.run('UPDATE message SET change = ?, flags = flags & ? WHERE id = ?', change, ~0x304, copy);
  if (folder !== null) count(tx, folder, before, 1);
  return copy;
}

/** Deletes a message with all that belongs to it. */
export function deleteMessageRows(tx: Transaction, id: number): void {
  const before = messageRow(tx, id);
  const folder = before['folder'] as number | null;
  for (const row of tx.db.all('SELECT id FROM attachment WHERE message = ?', id))
    deleteAttachmentRows(tx, row['id'] as number);
  if (before['big'] !== 0) removeAllBig(tx.db, { kind: 2, id });
  if (folder !== null) {
    for (const row of tx.db.all('SELECT folder FROM search_link WHERE message = ?', id))
      unlink(tx, row['folder'] as number, before);
    tx.db.run('DELETE FROM outgoing WHERE message = ?', id);
  }
  tx.db.run('DELETE FROM message WHERE id = ?', id);
  if (folder === null) return;
  count(tx, folder, before, -1);
  tx.log({ event: 'deleted', object: 'message', id, parent: folder, associated: before['associated'] !== 0 });
}

/** Deletes an attachment, and the message embedded in it. */
export function deleteAttachmentRows(tx: Transaction, id: number): void {
  const embedded = tx.db.get('SELECT id FROM message WHERE attachment = ?', id);
  if (embedded) deleteMessageRows(tx, embedded['id'] as number);
  removeAllBig(tx.db, { kind: 3, id });
  tx.db.run('DELETE FROM attachment WHERE id = ?', id);
}

/** Brings a folder's counts in line with a message that came or went. */
export function count(tx: Transaction, folder: number, message: SqlRow, by: 1 | -1): void {
  const associated = Number(message['associated']) !== 0;
  const unread = !associated && !isRead(message) ? by : 0;
  tx.count(folder, { content: associated ? 0 : by, unread, associated: associated ? by : 0 });
}

/** Takes a message out of a search folder and its counts. */
export function unlink(tx: Transaction, folder: number, message: SqlRow): void {
  const { changes } = tx.db.run(
    'DELETE FROM search_link WHERE folder = ? AND message = ?',
    folder,
    message['id'] as number,
  );
  if (changes > 0) count(tx, folder, message, -1);
}

/** Brings the unread counts of a message's folder and search folders in line with its flags. */
export function countRead(tx: Transaction, before: SqlRow, flags: number): void {
  const by = Number(isRead(before)) - Number((flags & 1) !== 0);
  if (by === 0 || before['folder'] === null || before['associated'] !== 0) return;
  const unread = { content: 0, unread: by, associated: 0 };
  tx.count(before['folder'] as number, unread);
  for (const row of tx.db.all('SELECT folder FROM search_link WHERE message = ?', before['id'] as number))
    tx.count(row['folder'] as number, unread);
}

function copyAttachment(tx: Transaction, id: number, message: number): void {
  const { lastId: copy } = tx.db.run(
    'INSERT INTO attachment (message, num, method, size, big, bag) SELECT ?, num, method, size, big, bag FROM attachment WHERE id = ?',
    message,
    id,
  );
  shareBig(tx.db, { kind: 3, id }, { kind: 3, id: copy });
  const embedded = tx.db.get('SELECT id FROM message WHERE attachment = ?', id);
  if (embedded) copyMessageTo(tx, embedded['id'] as number, { attachment: copy });
}

/** MSGFLAG_READ. */
const isRead = (message: SqlRow) => (Number(message['flags']) & 1) !== 0;

/** Every column that a copy takes over; the status belongs to the row in one folder alone. */
const copied = `associated, class, flags, delivery, submit, created, modified, subject, subject_prefix, normalized,
  normalized_key, sender, sender_key, representing, importance, priority, sensitivity, size, has_attach, topic,
  conversation, display_to, display_cc, display_bcc, internet_id, search_key, big, bag`;
