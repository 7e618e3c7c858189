import { chanceBytes } from '../../../../base/index.js';
import {
  PR_CREATION_TIME,
  PR_LAST_MODIFICATION_TIME,
  PR_SEARCH_KEY,
  type PropTag,
  type PropValue,
  propId,
} from '../../../../mapi/index.js';
import type { SqlRow, SqlValue } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { Bag } from '../bag/bag.js';
import { messageColumns } from '../columns.js';
import { type AttachmentSave, saveAttachments } from './attachments.js';
import type { Saved } from './folders.js';
import { copyMessageTo, count, countRead, deleteMessageRows, messageRow, type Place } from './message-rows.js';
import { dequeue, enqueue, queueUp } from './outgoing.js';
import { applyBig, type PropChanges, split } from './properties.js';
import { putRecipients, type RecipientChanges, recipientRows, saveRecipients } from './recipients.js';
import { requireRoom } from './room.js';
import { update, updateUnchanged } from './rows.js';
import type { Transaction } from './transaction.js';

/** Everything that one SaveChanges of a message writes, attachments and embedded messages included. */
export interface MessageSave {
  /** The message; null makes a new one. */
  readonly id: number | null;
  /** Where a new message will lie. */
  readonly folder?: number;
  /** A new message is associated with the folder (hidden) instead of lying in it. */
  readonly associated?: boolean;
  /** The change number that the message had when it was opened; null saves over what others saved (FORCE_SAVE). */
  readonly expected?: number | null;
  /**
   * What the saver of a message that leaves the queue saw of it under the change number expected: it is not read again, but written
   * only where it has that number still. Its status goes with the move.
   */
  readonly known?: KnownMessage;
  /** The bag that the message had with the change number expected: where that is so still, it need not be read again. */
  readonly bagBefore?: Bag;
  /** PR_MESSAGE_FLAGS as the saver knew them: of a message that exists only those are written that the save changes. */
  readonly flagsBefore?: number;
  /** Puts the message into the outgoing queue too, as its last one; one that is in it keeps its place. */
  readonly queue?: {
    /** `SUBMITFLAG_PREPROCESS`, or nothing. */
    readonly flags: number;
  };
  /** Takes a message that was sent out of the outgoing queue, as {@link Departure} says. */
  readonly departure?: Departure;
  /** Refuses the save where the store is full: its properties that say from how many kilobytes on it is. */
  readonly bounds?: readonly PropTag<number>[];
  /** New mail has come: the change log says that, too. */
  readonly delivered?: boolean;
  /** Its properties. PR_SEARCH_KEY, and both times are given to a new message that has none. */
  readonly changes?: PropChanges;
  /** Its recipients. */
  readonly recipients?: RecipientChanges;
  /** Its attachments. */
  readonly attachments?: AttachmentSave;
}

/** The columns of a message that a save asks for. */
export type KnownMessage = Readonly<
  Record<'id' | 'associated' | 'change' | 'flags' | 'status' | 'big' | 'has_attach', number> & { folder: number | null }
>;

/** How a message that was sent leaves the outgoing queue. */
export interface Departure {
  /** The owner of its lock. */
  readonly owner: string;
  /** The folder that it moves to; null, or a folder that is gone, leaves it where it is: it was sent, so nothing may fail any more. */
  readonly folder: number | null;
}

/** What saving a message answered. */
export interface MessageSaved extends Saved {
  /** PR_MESSAGE_SIZE now. */
  readonly size: number;
  /** How many large values it has now. */
  readonly big: number;
  /** 1 when it has attachments now, else 0. */
  readonly attachments: number;
  /** PR_MESSAGE_FLAGS now. */
  readonly flags: number;
  /** PR_MSG_STATUS. */
  readonly status: number;
  /** The folder it lies in; null for an embedded message. */
  readonly folder: number | null;
  /** 1 when it is associated with the folder, else 0. */
  readonly associated: number;
  /** Its properties now, all but those that have columns alone. */
  readonly bag: Uint8Array;
}

/**
 * Writes a message: all of it or nothing.
 *
 * @throws {StoreError} `OBJECT_CHANGED` when the change number is not the one expected; `OBJECT_DELETED` when the message
 *   is gone; `SUBMITTED` for a save without MSGFLAG_SUBMIT over a message that waits to be sent; `NOT_FOUND` without such a
 *   folder; `STORE_FULL`; what {@link split} throws; with a departure what {@link dequeue} throws
 */
export function saveMessage(tx: Transaction, save: MessageSave): MessageSaved {
  if (save.bounds !== undefined) requireRoom(tx, save.bounds);
  if (save.id !== null) {
    const saved = updateMessage(tx, save.id, save);
    if (save.queue) enqueue(tx, { message: saved.id, flags: save.queue.flags });
    return saved;
  }
  const saved = createIn(tx, save);
  if (save.queue) queueUp(tx, saved.id, save.queue.flags);
  return saved;
}

function createIn(tx: Transaction, save: MessageSave): MessageSaved {
  if (save.folder === undefined) throw new StoreError('INVALID_PARAMETER', 'a new message needs a folder');
  if (!tx.hasFolder(save.folder)) throw new StoreError('NOT_FOUND', `there is no folder ${save.folder}`);
  return createMessage(tx, save, { folder: save.folder });
}

/** Writes a message embedded in an attachment, new or not. */
export function saveEmbedded(tx: Transaction, attachment: number, save: MessageSave): MessageSaved {
  const present = tx.db.get('SELECT id FROM message WHERE attachment = ?', attachment);
  if (present) return updateMessage(tx, present['id'] as number, save);
  return createMessage(tx, save, { attachment });
}

function createMessage(tx: Transaction, save: MessageSave, place: Place): MessageSaved {
  const changes = save.changes ?? {};
  const { columns, bag, large } = split(messageColumns, withDefaults(tx, changes), Bag.empty);
  const folder = 'folder' in place ? place.folder : null;
  // With no parts but recipients all is known beforehand and one row is written once.
  const whole = !save.attachments && large.length === 0 && !changes.big?.length;
  const recipients = whole ? recipientRows(save.recipients?.put ?? []) : null;
  const { associated = false, delivered = false } = save;
  const row = emptyRow.slice();
  const put = (value: SqlValue, name: string): void => {
    row[places.get(name) as number] = value;
  };
  columns.forEach(put);
  put(folder, 'folder');
  put('attachment' in place ? place.attachment : null, 'attachment');
  put(Number(associated), 'associated');
  put(recipients ? tx.nextChange : 0, 'change');
  put(recipients ? weigh(bag) + recipients.bytes : 0, 'size');
  put(bag.bytes, 'bag');
  const { lastId: id } = tx.db.run(insertion, ...row);
  if (recipients) putRecipients(tx, id, recipients);
  const parts = recipients ? null : writeParts(tx, id, save, large, null);
  const change = tx.log({ event: 'created', object: 'message', id, parent: folder, associated });
  if (delivered) tx.log({ event: 'new', object: 'message', id, parent: folder, associated });
  const { big = 0, attachments = 0, bytes = recipients?.bytes ?? 0 } = parts ?? {};
  const size = weigh(bag) + bytes;
  if (parts)
    tx.db.run(
      'UPDATE message SET change = ?, size = ?, big = ?, has_attach = ? WHERE id = ?',
      change,
      size,
      big,
      attachments,
      id,
    );
  const flags = columns.get('flags') ?? 0;
  if (folder !== null) count(tx, folder, { associated: Number(associated), flags }, 1);
  return {
    id,
    change,
    size,
    big,
    attachments,
    flags: Number(flags),
    status: Number(columns.get('status') ?? 0),
    folder,
    associated: Number(associated),
    bag: bag.bytes,
  };
}

// Always the same columns, in the same order: the text of the statement would take longer to make than it takes to run.
const written: readonly string[] = [
  ...['folder', 'attachment', 'associated', 'change'],
  ...[...messageColumns.values()].flatMap(({ name, key }) => (key === null ? [name] : [name, key])),
  ...['big', 'bag'],
];
const insertion = `INSERT INTO message (${written.join(', ')}) VALUES (${written.map(() => '?').join(', ')})`;
const places: ReadonlyMap<string, number> = new Map(written.map((name, at) => [name, at]));
const counted: ReadonlySet<string> = new Set(['flags', 'status', 'has_attach', 'big']);
const emptyRow: readonly SqlValue[] = written.map((name) => (counted.has(name) ? 0 : null));

/** What a new message has in any case, before what is said of it. */
function withDefaults(tx: Transaction, changes: PropChanges): PropChanges {
  const now = tx.now();
  const set = changes.set ?? [];
  let [created, modified, found] = [false, false, false];
  for (const entry of set) {
    const id = propId(entry[0]);
    if (id === propId(PR_CREATION_TIME)) created = true;
    else if (id === propId(PR_LAST_MODIFICATION_TIME)) modified = true;
    else if (id === propId(PR_SEARCH_KEY)) found = true;
  }
  const all = set.slice();
  if (!created) all.push([PR_CREATION_TIME, now]);
  if (!modified) all.push([PR_LAST_MODIFICATION_TIME, now]);
  if (!found) all.push([PR_SEARCH_KEY, chanceBytes(16)]);
  return { ...changes, set: all };
}

function updateMessage(tx: Transaction, id: number, save: MessageSave): MessageSaved {
  const { known = null } = save;
  const stored = known ?? tx.db.get(present, id);
  if (!stored) throw deleted(id);
  const { expected = null } = save;
  if (expected !== null && stored['change'] !== expected) throw changed(id);
  const changes = save.changes ?? {};
  const set = changes.set ?? [];
  const dated = set.some(([tag]) => tag === PR_LAST_MODIFICATION_TIME)
    ? changes
    : { ...changes, set: [...set, [PR_LAST_MODIFICATION_TIME, tx.now()] as PropValue] };
  const { columns, bag, large } = split(messageColumns, dated, bagOf(tx, id, save));
  if (isSubmitted(stored['flags']) && columns.has('flags') && !isSubmitted(columns.get('flags')))
    throw new StoreError('SUBMITTED', `message ${id} waits to be sent`);
  const { big, attachments, bytes } = writeParts(tx, id, save, large, stored);
  const size = weigh(bag) + bytes;
  const departure = save.departure ?? null;
  if (departure) leave(tx, id, departure, known);
  const { folder, change } = logSaved(tx, id, stored, departure);
  // The save may leave attachments out that others deleted: what is there counts, not what the saver believes.
  const wanted = columns.has('flags') ? Number(columns.get('flags')) : Number(stored['flags']);
  const saved = withAttachFlag(mergedFlags(Number(stored['flags']), save.flagsBefore ?? null, wanted), attachments);
  const flags = departure ? saved & ~submittedUnsent : saved;
  const moved = folder !== stored['folder'];
  const status = moved ? 0 : Number(columns.get('status') ?? stored['status']);
  const own: readonly (readonly [string, SqlValue])[] = [
    ['flags', flags],
    ['size', size],
    ['big', big],
    ['has_attach', attachments],
    ['change', change],
    ['bag', bag.bytes],
    ...(moved
      ? ([
          ['folder', folder],
          ['status', status],
        ] as const)
      : []),
  ];
  const row = new Map<string, SqlValue>(columns);
  for (const each of own) row.set(each[0], each[1]);
  if (known === null) update(tx, 'message', id, row);
  else if (!updateUnchanged(tx, 'message', known, row)) refuseChanged(tx, known);
  countRead(tx, stored, flags);
  if (moved) {
    count(tx, stored['folder'] as number, { ...stored, flags }, -1);
    count(tx, folder as number, { ...stored, flags }, 1);
  }
  return {
    id,
    change,
    size,
    big,
    attachments,
    flags,
    status,
    folder,
    associated: Number(stored['associated']),
    bag: bag.bytes,
  };
}

const present = 'SELECT id, folder, associated, change, flags, status, big, has_attach FROM message WHERE id = ?';

/** Takes a message out of the queue; that somebody else has saved it since it was read is told before that it is not there. */
function leave(tx: Transaction, message: number, { owner }: Departure, known: KnownMessage | null): void {
  try {
    dequeue(tx, { message, owner });
  } catch (error) {
    if (known) refuseChanged(tx, known);
    throw error;
  }
}

function refuseChanged(tx: Transaction, { id, change }: KnownMessage): void {
  const stored = tx.db.get(present, id);
  if (!stored) throw deleted(id);
  if (stored['change'] !== change) throw changed(id);
}

const deleted = (id: number): StoreError => new StoreError('OBJECT_DELETED', `message ${id} was deleted`);
const changed = (id: number): StoreError =>
  new StoreError('OBJECT_CHANGED', `message ${id} was saved by somebody else since it was opened`);

/** The bag of a message, as the saver knows it when nobody can have changed it since. */
function bagOf(tx: Transaction, id: number, { expected = null, bagBefore }: MessageSave): Bag {
  if (expected !== null && bagBefore) return bagBefore;
  return new Bag(tx.db.get('SELECT bag FROM message WHERE id = ?', id)?.['bag'] as Uint8Array);
}

/** Writes down that a message was saved and, when it departs, moved; answers where it is then, and its change number. */
function logSaved(
  tx: Transaction,
  id: number,
  before: SqlRow,
  departure: Departure | null,
): { readonly folder: number | null; readonly change: number } {
  const change = logModified(tx, id, before);
  const oldParent = before['folder'] as number | null;
  const folder = departure?.folder ?? null;
  if (folder === null || folder === oldParent || !tx.hasFolder(folder)) return { folder: oldParent, change };
  const associated = before['associated'] !== 0;
  return {
    folder,
    change: tx.log({ event: 'moved', object: 'message', id, parent: folder, oldId: id, oldParent, associated }),
  };
}

/** MSGFLAG_SUBMIT and MSGFLAG_UNSENT. */
const submittedUnsent = 0xc;

/** MSGFLAG_SUBMIT. */
const isSubmitted = (flags: SqlValue | undefined): boolean => (Number(flags) & 4) !== 0;

/** MSGFLAG_HASATTACH as PR_HASATTACH has it. */
const withAttachFlag = (flags: number, attached: number): number => (flags & ~0x10) | (attached * 0x10);

// A save over somebody else's writes the flags that it changes: it marks nothing unread that was read meanwhile.
const mergedFlags = (stored: number, before: number | null, wanted: number): number =>
  before === null ? wanted : (stored & ~(before ^ wanted)) | (wanted & (before ^ wanted));

/** Recipients, attachments and large values; answers their bytes and how many there are. What cannot be there is not looked for. */
function writeParts(
  tx: Transaction,
  id: number,
  save: MessageSave,
  large: readonly PropValue[],
  before: SqlRow | null,
): { readonly big: number; readonly attachments: number; readonly bytes: number } {
  const had = before !== null && before['big'] !== 0;
  const { count: big, bytes } = applyBig(tx, { kind: 2, id }, save.changes ?? {}, large, had);
  const put = save.recipients ? saveRecipients(tx, id, save.recipients) : 0;
  if (save.attachments) saveAttachments(tx, id, save.attachments, saveEmbedded);
  const attached = save.attachments !== undefined || (before !== null && before['has_attach'] !== 0);
  const { n, weight } = attached ? attachmentsOf(tx, id) : { n: 0, weight: 0 };
  // Whoever has written all of them knows what they weigh.
  const recipients =
    before === null || save.recipients?.replace === true || save.recipients?.complete === true
      ? put
      : recipientBytes(tx, id);
  return { big, attachments: Number(n !== 0), bytes: bytes + recipients + weight };
}

const recipientBytes = (tx: Transaction, id: number): number =>
  Number(tx.db.get('SELECT coalesce(sum(length(bag)), 0) AS bytes FROM recipient WHERE message = ?', id)?.['bytes']);

function attachmentsOf(tx: Transaction, id: number): { readonly n: number; readonly weight: number } {
  const sql = 'SELECT count(*) AS n, coalesce(sum(size), 0) AS bytes FROM attachment WHERE message = ?';
  const row = tx.db.get(sql, id);
  return { n: Number(row?.['n']), weight: Number(row?.['bytes']) };
}

/** What the properties weigh: the bag holds all but a few numbers. */
const weigh = (bag: Bag): number => bag.bytes.length;

const logModified = (tx: Transaction, id: number, before: SqlRow): number =>
  tx.log({
    event: 'modified',
    object: 'message',
    id,
    parent: before['folder'] as number | null,
    associated: before['associated'] !== 0,
  });

/** Bits of PR_MESSAGE_FLAGS or PR_MSG_STATUS to change without saving the message. */
export interface MessageBits {
  readonly id: number;
  /** Which of the two. */
  readonly column: 'flags' | 'status';
  /** The bits that change. */
  readonly mask: number;
  /** Their new values. */
  readonly bits: number;
  /** Bits that must be set before, or else somebody was quicker. */
  readonly must?: number;
}

/**
 * Sets bits of a message's flags or status, as SetReadFlag and SetMessageStatus do. The change number grows with the flags;
 * the status belongs to the row in the folder's table: who locks a message by it can still save the message.
 *
 * @returns the value before
 * @throws {StoreError} `NOT_FOUND`; `OBJECT_CHANGED` when a bit that must be set is not
 */
export function setMessageBits(tx: Transaction, { id, column, mask, bits, must = 0 }: MessageBits): number {
  const before = messageRow(tx, id);
  const old = before[column] as number;
  if ((old & must) !== must) throw new StoreError('OBJECT_CHANGED', `somebody else changed message ${id} first`);
  const value = (old & ~mask) | (bits & mask);
  if (value === old) return old;
  const change = logModified(tx, id, before);
  if (column === 'status') tx.db.run('UPDATE message SET status = ? WHERE id = ?', value, id);
  else {
    tx.db.run('UPDATE message SET flags = ?, change = ? WHERE id = ?', value, change, id);
    countRead(tx, before, value);
  }
  return old;
}

/**
 * Writes down that a message has arrived: new mail. The message itself does not change.
 *
 * @throws {StoreError} `NOT_FOUND`; `INVALID_PARAMETER` for an embedded message
 */
export function announceMessage(tx: Transaction, { id }: { readonly id: number }): void {
  const row = messageRow(tx, id);
  const parent = row['folder'] as number | null;
  if (parent === null) throw new StoreError('INVALID_PARAMETER', 'an embedded message does not arrive');
  tx.log({ event: 'new', object: 'message', id, parent, associated: row['associated'] !== 0 });
}

/**
 * Sets bits of a message's flags for somebody who has the message open.
 *
 * @returns the change number that the message had before: another than was seen when it was opened says that others saved it
 * @throws {StoreError} `NOT_FOUND`
 */
export function markMessage(tx: Transaction, bits: MessageBits): number {
  const { change } = messageRow(tx, bits.id);
  setMessageBits(tx, bits);
  return change as number;
}

/** A message and the folder that it is moved or copied to. */
export interface MessageTransfer {
  readonly id: number;
  readonly folder: number;
}

/**
 * Moves a message to another folder; it keeps its id, its status stays behind.
 *
 * @throws {StoreError} `NOT_FOUND`, `INVALID_PARAMETER` for an embedded message
 */
export function moveMessage(tx: Transaction, { id, folder }: MessageTransfer): Saved {
  const before = messageRow(tx, id);
  const oldParent = before['folder'] as number | null;
  if (oldParent === null) throw new StoreError('INVALID_PARAMETER', 'an embedded message cannot be moved');
  if (!tx.hasFolder(folder)) throw new StoreError('NOT_FOUND', `there is no folder ${folder}`);
  const associated = before['associated'] !== 0;
  const change = tx.log({ event: 'moved', object: 'message', id, parent: folder, oldId: id, oldParent, associated });
  tx.db.run('UPDATE message SET folder = ?, change = ?, status = 0 WHERE id = ?', folder, change, id);
  count(tx, oldParent, before, -1);
  count(tx, folder, before, 1);
  return { id, change };
}

/**
 * Copies a message to a folder with recipients, attachments and embedded messages; large values are shared.
 *
 * @throws {StoreError} `NOT_FOUND`
 */
export function copyMessage(tx: Transaction, { id, folder }: MessageTransfer): Saved {
  if (!tx.hasFolder(folder)) throw new StoreError('NOT_FOUND', `there is no folder ${folder}`);
  const copy = copyMessageTo(tx, id, { folder });
  return { id: copy, change: messageRow(tx, copy)['change'] as number };
}

/**
 * Deletes a message with recipients, attachments and embedded messages; out of the outgoing queue too.
 *
 * @throws {StoreError} `NOT_FOUND`
 */
export function deleteMessage(tx: Transaction, { id }: { readonly id: number }): void {
  deleteMessageRows(tx, id);
}
