import type { SqlRow } from '../../driver/index.js';
import { atMost, type Database } from '../database.js';
import { type Outgoing, queueFlags } from '../operations/outgoing.js';
import type { ReceiveFolder } from '../operations/receive-folders.js';
import type { Search } from '../operations/searches.js';
import type { Change, ChangeGroup, PackedChange } from '../operations/transaction.js';
import { textKey } from '../text-key.js';

/**
 * The outgoing queue, oldest submission first.
 *
 * @param behind the position behind which to begin; 0 for the whole of it
 * @param most how many at most; all of them unless told
 */
export const outgoing = (db: Database, behind = 0, most = -1): readonly Outgoing[] =>
  db
    .all(`SELECT ${outgoingColumns} FROM outgoing WHERE position > ? ORDER BY position ${atMost}`, behind, most)
    .map(outgoingOf);

/** So many messages of the outgoing queue up to a position, this one among them, the youngest first. */
export const outgoingUpTo = (db: Database, position: number, most: number): readonly Outgoing[] =>
  db
    .all(`SELECT ${outgoingColumns} FROM outgoing WHERE position <= ? ORDER BY position DESC ${atMost}`, position, most)
    .map(outgoingOf);

/** How many messages of the outgoing queue stand up to a position. */
export const outgoingCount = (db: Database, position: number): number =>
  db.get('SELECT count(*) AS n FROM outgoing WHERE position <= ?', position)?.['n'] as number;

/**
 * The position of a message that stands a number of places away.
 *
 * @param from where to begin: with 1 the message behind this position is meant, with -1 that of the position or before it
 * @param places how many, not 0
 * @returns null when the queue ends before
 */
export function outgoingAt(db: Database, from: number, places: number): number | null {
  const sql =
    places > 0
      ? 'SELECT position FROM outgoing WHERE position > ? ORDER BY position LIMIT 1 OFFSET ?'
      : 'SELECT position FROM outgoing WHERE position <= ? ORDER BY position DESC LIMIT 1 OFFSET ?';
  return (db.get(sql, from, Math.abs(places) - 1)?.['position'] as number | undefined) ?? null;
}

/** The messages in the outgoing queue, in no order. */
export const outgoingIds = (db: Database): readonly number[] =>
  db.all('SELECT message FROM outgoing').map((row) => row['message'] as number);

/** The place of a message in the outgoing queue; null when it is not in it. */
export function queued(db: Database, message: number): Outgoing | null {
  const row = db.get(`SELECT ${outgoingColumns} FROM outgoing WHERE message = ?`, message);
  return row ? outgoingOf(row) : null;
}

/**
 * Which of some messages are in the outgoing queue, and which of all that are somebody has locked, or had when the lock ran out. It is one
 * question, as each costs more than its answer; `locked` is JSON, because it is mostly what it was before.
 */
export function queueNow(
  db: Database,
  messages: readonly number[],
): { readonly present: readonly number[]; readonly locked: string } {
  const row = db.get(
    `SELECT (SELECT json_group_array(message) FROM outgoing WHERE message IN (SELECT value FROM json_each(?))) AS present,
      (SELECT json_group_array(message) FROM outgoing WHERE locked_by IS NOT NULL) AS locked`,
    JSON.stringify(messages),
  );
  return { present: JSON.parse(row?.['present'] as string) as number[], locked: row?.['locked'] as string };
}

/** The messages that somebody has locked, or had when the lock ran out. */
export const lockedOutgoing = (db: Database): readonly Outgoing[] =>
  db.all(`SELECT ${outgoingColumns} FROM outgoing WHERE locked_by IS NOT NULL`).map(outgoingOf);

const outgoingColumns = 'position, message, flags, locked_by, locked_until';

const outgoingOf = (row: SqlRow): Outgoing => ({
  position: row['position'] as number,
  message: row['message'] as number,
  ...queueFlags(row['flags'] as number),
  lockedBy: row['locked_by'] as string | null,
  lockedUntil: row['locked_until'] as number | null,
});

/** A receive folder as it is stored. */
export interface ReceiveFolderRow extends ReceiveFolder {
  readonly folder: number;
  /** FILETIME of the last change. */
  readonly modified: bigint;
}

/** The receive folders, sorted by class. */
export const receiveFolders = (db: Database): readonly ReceiveFolderRow[] =>
  db.allWide('SELECT class, folder, modified FROM receive_folder ORDER BY class_key').map((row) => ({
    messageClass: row['class'] as string,
    folder: Number(row['folder']),
    modified: row['modified'] as bigint,
  }));

/**
 * The receive folder for a class: the one whose class is the longest beginning of it, dot by dot.
 *
 * @param messageClass `IPM.Note.Special`
 * @returns the folder and the class that decided; null when not even the empty class has a folder
 * @spec imsgstore-getreceivefolder
 */
export function receiveFolder(db: Database, messageClass: string): ReceiveFolderRow | null {
  const all = new Map(receiveFolders(db).map((row) => [textKey(row.messageClass), row]));
  for (let at = textKey(messageClass); ; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const row = all.get(at);
    if (row || at === '') return row ?? null;
  }
}

/** The criteria of search folders, of one or of all. */
export const searches = (db: Database, folder: number | null = null): readonly Search[] =>
  (folder === null
    ? db.all('SELECT * FROM search ORDER BY folder')
    : db.all('SELECT * FROM search WHERE folder = ?', folder)
  ).map((row) => ({
    folder: row['folder'] as number,
    restriction: row['restriction'] as string,
    folders: JSON.parse(row['folders'] as string) as number[],
    flags: row['flags'] as number,
    state: row['state'] as number,
  }));

/** The messages that a search folder shows, by id. */
export const searchLinks = (db: Database, folder: number): readonly number[] =>
  db
    .all('SELECT message FROM search_link WHERE folder = ? ORDER BY message', folder)
    .map((row) => row['message'] as number);

/** A change with its place in the log and who made it. */
export interface LoggedChange extends Change {
  /** Its place: the change number that the object got. */
  readonly seq: number;
  /** The process that wrote it. */
  readonly process: string;
}

/** The last place in the change log, 0 in a new store. */
export const lastChange = (db: Database): number =>
  (db.get('SELECT seq FROM change_log ORDER BY seq DESC LIMIT 1')?.['seq'] as number | undefined) ?? 0;

/**
 * The changes after a place in the log.
 *
 * @param since the last place that was seen
 * @param most how many at most
 * @returns in order; null when the log does not reach back to there any more, so that all must be read anew
 */
export function changesSince(db: Database, since: number, most: number): readonly LoggedChange[] | null {
  // Asked for by the key: an aggregate would hide that its index answers at once.
  const first = db.get('SELECT first FROM change_log ORDER BY seq LIMIT 1')?.['first'] as number | undefined;
  if ((first ?? 0) > since + 1) return null;
  const found: LoggedChange[] = [];
  while (found.length < most) {
    const after = found.at(-1)?.seq ?? since;
    const rows = db.all(`SELECT * FROM change_log WHERE seq > ? ORDER BY seq ${atMost}`, after, most - found.length);
    for (const row of rows)
      for (const change of unpackChanges(row)) if (change.seq > since && found.length < most) found.push(change);
    if (rows.length === 0) break;
  }
  return found;
}

function unpackChanges(row: SqlRow): LoggedChange[] {
  const changes = JSON.parse(row['changes'] as string) as PackedChange[];
  return unpacked({ first: row['first'] as number, process: row['process'] as string, changes });
}

/** The changes of one transaction, each with its place. */
export const unpacked = ({ first, process, changes }: ChangeGroup): LoggedChange[] =>
  changes.map(([event, object, id, parent, oldId, oldParent, associated], index) => ({
    seq: first + index,
    event,
    object,
    id,
    parent,
    oldId,
    oldParent,
    associated: associated !== 0,
    process,
  }));
