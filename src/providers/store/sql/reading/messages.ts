import type { SqlRow } from '../../driver/index.js';
import { attachmentColumns, messageOwnColumns, recipientColumns } from '../columns.js';
import type { Database } from '../database.js';
import { queueFlags } from '../operations/outgoing.js';
import { Stored } from './stored.js';

/** A message. */
export class MessageRow extends Stored {
  /** The folder it lies in; null for an embedded message. */
  readonly folder: number | null;
  /** The attachment it is embedded in; null for one that lies in a folder. */
  readonly attachment: number | null;
  /** It is associated with the folder instead of lying in it. */
  readonly associated: boolean;

  /** @param row the row, with the columns of {@link message} */
  constructor(row: SqlRow) {
    super(messageOwnColumns, row);
    this.folder = row['folder'] as number | null;
    this.attachment = row['attachment'] as number | null;
    this.associated = row['associated'] !== 0;
  }
}

/** A recipient; its properties are as those of any object, with `id` for its row id. */
export interface RecipientRow extends Stored {
  /** PR_ROWID. */
  readonly rowId: number;
  /** PR_RECIPIENT_TYPE. */
  readonly type: number;
}

/** An attachment. */
export interface AttachmentRow extends Stored {
  /** PR_ATTACH_NUM. */
  readonly num: number;
  /** PR_ATTACH_METHOD. */
  readonly method: number;
  /** PR_ATTACH_SIZE. */
  readonly size: number;
  /** The message embedded in it; null when there is none. */
  readonly embedded: number | null;
}

/** The message of an id, in a folder or embedded; null when there is none. */
export function message(db: Database, id: number): MessageRow | null {
  const short = db.get(packed, id);
  if (!short) return null;
  const { mark, place, bag } = short as { mark: number | null; place: number; bag: Uint8Array };
  if (mark !== null) return new MessageRow(unpacked(id, mark, place, bag));
  const row = db.get(
    'SELECT id, folder, attachment, associated, change, flags, status, size, has_attach, big, bag FROM message WHERE id = ?',
    id,
  );
  return row ? new MessageRow(row) : null;
}

/** The message of an id, in the queue or not, and its queue's flags: one look where two would cost twice as much. */
export function messageToSend(
  db: Database,
  id: number,
): { readonly message: MessageRow; readonly begun: boolean } | null {
  const row = db.get(packedQueued, id);
  if (!row) return null;
  const { mark, place, bag, queue } = row as {
    mark: number | null;
    place: number;
    bag: Uint8Array;
    queue: number | null;
  };
  const whole = mark === null ? message(db, id) : new MessageRow(unpacked(id, mark, place, bag));
  return whole && { message: whole, begun: queue !== null && queueFlags(queue).begun };
}

// Each column of a row costs half a microsecond on its way through the driver. The numbers of a message that lies in a folder,
// has no status and no large values travel as two, both below 2^53; of any other, `mark` is null and the row is read in full.
const numbers = `
  CASE WHEN attachment IS NULL AND status = 0 AND big = 0 AND flags BETWEEN 0 AND 65535 AND change < 34359738368
    AND folder < 4194304 AND size < 2147483648 AND associated BETWEEN 0 AND 1 AND has_attach BETWEEN 0 AND 1
    THEN change * 262144 + associated * 131072 + has_attach * 65536 + flags END AS mark,
  folder * 2147483648 + size AS place, bag`;
const packed = `SELECT ${numbers} FROM message WHERE id = ?`;
const packedQueued = `SELECT ${numbers},
  (SELECT outgoing.flags FROM outgoing WHERE outgoing.message = message.id) AS queue FROM message WHERE id = ?`;
const packedMany = `SELECT id, ${numbers} FROM message WHERE id IN (SELECT value FROM json_each(?))`;

/** The messages of ids; those that there are. */
export function messages(db: Database, ids: readonly number[]): ReadonlyMap<number, MessageRow> {
  const found = new Map<number, MessageRow>();
  for (const row of db.all(packedMany, JSON.stringify(ids))) {
    const { id, mark, place, bag } = row as { id: number; mark: number | null; place: number; bag: Uint8Array };
    const whole = mark === null ? message(db, id) : new MessageRow(unpacked(id, mark, place, bag));
    if (whole) found.set(id, whole);
  }
  return found;
}

function unpacked(id: number, mark: number, place: number, bag: Uint8Array): SqlRow {
  const bits = mark % 0x4_0000;
  return {
    id,
    folder: Math.floor(place / 0x8000_0000),
    attachment: null,
    associated: (bits >>> 17) & 1,
    change: (mark - bits) / 0x4_0000,
    flags: bits & 0xffff,
    status: 0,
    size: place % 0x8000_0000,
    has_attach: (bits >>> 16) & 1,
    big: 0,
    bag,
  };
}

/** The recipients of a message by row id. */
export const recipients = (db: Database, message: number): readonly RecipientRow[] =>
  db
    .all('SELECT row_id, row_id AS id, type, bag FROM recipient WHERE message = ? ORDER BY row_id', message)
    .map((row) =>
      Object.assign(new Stored(recipientColumns, row), {
        rowId: row['row_id'] as number,
        type: row['type'] as number,
      }),
    );

/** The recipients of many messages, by message and in the order of their row ids; messages without any are not there. */
export function recipientsOfMany(db: Database, messages: readonly number[]): ReadonlyMap<number, readonly Stored[]> {
  const found = new Map<number, Stored[]>();
  if (messages.length === 0) return found;
  const wanted = new Set(messages);
  const [least, most] = [Math.min(...messages), Math.max(...messages)];
  const columns = 'message, row_id, row_id AS id, type, bag';
  // The messages of a page mostly came one after the other: then one look takes the place of one for each.
  const rows =
    most - least < 4 * messages.length
      ? db.all(`SELECT ${columns} FROM recipient WHERE message BETWEEN ? AND ? ORDER BY message, row_id`, least, most)
      : db.all(
          `SELECT ${columns} FROM recipient WHERE message IN (SELECT value FROM json_each(?)) ORDER BY message, row_id`,
          JSON.stringify(messages),
        );
  for (const row of rows) {
    const message = row['message'] as number;
    if (!wanted.has(message)) continue;
    const stored = new Stored(recipientColumns, row);
    const known = found.get(message);
    if (known) known.push(stored);
    else found.set(message, [stored]);
  }
  return found;
}

/** The attachments of a message by number. */
export const attachments = (db: Database, message: number): readonly AttachmentRow[] =>
  db
    .all(
      `SELECT attachment.id, num, method, attachment.size, attachment.big, attachment.bag, message.id AS embedded FROM attachment
       LEFT JOIN message ON message.attachment = attachment.id WHERE attachment.message = ? ORDER BY num`,
      message,
    )
    .map((row) =>
      Object.assign(new Stored(attachmentColumns, row), {
        num: row['num'] as number,
        method: row['method'] as number,
        size: row['size'] as number,
        embedded: row['embedded'] as number | null,
      }),
    );
