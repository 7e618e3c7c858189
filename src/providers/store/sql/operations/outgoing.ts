import { stateOf } from '../../../../base/index.js';
import type { SqlRow } from '../../driver/index.js';
import { StoreError } from '../../error.js';
import { messageRow } from './message-rows.js';
import type { Transaction } from './transaction.js';

/** A message in the outgoing queue. */
export interface Outgoing {
  /** Its place: the queue is in the order of submission. */
  readonly position: number;
  /** The message. */
  readonly message: number;
  /** What is left to do before it is sent, as PR_SUBMIT_FLAGS without the lock. */
  readonly flags: number;
  /** Whether its sending has begun and nothing says how that ended. */
  readonly begun: boolean;
  /** Who works on it; null when nobody does. */
  readonly lockedBy: string | null;
  /** Until when, milliseconds since 1970; {@link isLocked} says whether that still counts. */
  readonly lockedUntil: number | null;
}

/** A message that is submitted. */
export interface Enqueue {
  readonly message: number;
  /** `SUBMITFLAG_PREPROCESS`, or nothing. */
  readonly flags?: number;
}

/**
 * Puts a message at the end of the outgoing queue; one that is in it keeps its place and gets the flags.
 *
 * @returns its position
 * @throws {StoreError} `NOT_FOUND`; `INVALID_PARAMETER` for an embedded message
 */
export function enqueue(tx: Transaction, { message, flags = 0 }: Enqueue): number {
  if (messageRow(tx, message)['folder'] === null)
    throw new StoreError('INVALID_PARAMETER', 'an embedded message cannot be submitted');
  queueUp(tx, message, flags);
  return tx.db.get('SELECT position FROM outgoing WHERE message = ?', message)?.['position'] as number;
}

/** Puts a message of a folder at the end of the queue; one that is in it keeps its place and gets the flags. */
export function queueUp(tx: Transaction, message: number, flags = 0): void {
  tx.db.run(
    'INSERT INTO outgoing (message, flags) VALUES (?, ?) ON CONFLICT (message) DO UPDATE SET flags = excluded.flags',
    message,
    flags,
  );
}

/** Who takes a message out of the queue. */
export interface Dequeue {
  readonly message: number;
  /** The owner of its lock; null for somebody who has none, who is refused while anybody has. */
  readonly owner: string | null;
}

/**
 * Takes a message out of the outgoing queue.
 *
 * @throws {StoreError} `NO_ACCESS` when another owner has it locked; `NOT_FOUND` when it is not in the queue
 */
export function dequeue(tx: Transaction, { message, owner }: Dequeue): void {
  // Mostly it is the owner of the lock who takes it out.
  if (tx.db.run('DELETE FROM outgoing WHERE message = ? AND locked_by IS ?', message, owner).changes > 0) return;
  requireFree(tx, message, owner);
  tx.db.run('DELETE FROM outgoing WHERE message = ?', message);
}

/** Who wants to work on a message, and for how long. */
export interface OutgoingLock {
  readonly message: number;
  /** Who: unique among processes; the name of a process, a slash, and what tells its logons apart. */
  readonly owner: string;
  /** Until when, milliseconds since 1970. */
  readonly until: number;
  /** The message itself says now how far its sending has come: the mark of {@link beginOutgoing} ends. */
  readonly settled?: boolean;
}

/**
 * Locks a message in the outgoing queue, or lengthens one's own lock.
 *
 * @throws {StoreError} `NO_ACCESS` when another owner holds it; `NOT_FOUND` when it is not in the queue
 */
export function lockOutgoing(tx: Transaction, { message, owner, until, settled = false }: OutgoingLock): void {
  requireFree(tx, message, owner);
  tx.db.run(settled ? lockSettled : lock, owner, until, message);
}

/** Who begins to send a message. */
export interface OutgoingBegin extends Omit<OutgoingLock, 'settled'> {
  /** The change number that the message had when it was read. */
  readonly expected: number;
}

/**
 * Locks a message in the outgoing queue and marks that its sending begins. The mark stays until the message is settled, or leaves
 * the queue. Only the row of the queue is written: it is narrow, and those of many messages share a page.
 *
 * @throws {StoreError} as {@link lockOutgoing}; `OBJECT_CHANGED` when the message was saved, or marked, since it was read
 */
export function beginOutgoing(tx: Transaction, { message, owner, until, expected }: OutgoingBegin): void {
  // Mostly nobody stands in the way; who does is looked for where somebody does.
  if (tx.db.run(beginFree, owner, until, message, owner, expected).changes > 0) return;
  const row = tx.db.get(
    'SELECT locked_by, locked_until, outgoing.flags AS marks, change FROM outgoing JOIN message ON message.id = message WHERE message = ?',
    message,
  );
  refuseLocked(row, message, owner);
  if (row['change'] !== expected || ((row['marks'] as number) & begun) !== 0)
    throw new StoreError('OBJECT_CHANGED', `somebody else had message ${message} since it was opened`);
  tx.db.run(lockBegun, owner, until, message);
}

/** The bits of the column that are PR_SUBMIT_FLAGS. */
const submitFlags = 0xffff;
/** The bit that says that sending has begun, and that its end is not recorded. */
const begun = 0x10000;

const lock = 'UPDATE outgoing SET locked_by = ?, locked_until = ? WHERE message = ?';
const lockSettled = `UPDATE outgoing SET locked_by = ?, locked_until = ?, flags = flags & ${submitFlags} WHERE message = ?`;
const beginFree = `
  UPDATE outgoing SET locked_by = ?, locked_until = ?, flags = flags | ${begun}
  WHERE message = ? AND (locked_by IS NULL OR locked_by = ?) AND flags & ${begun} = 0
    AND ? = (SELECT change FROM message WHERE id = outgoing.message)`;
const lockBegun = `UPDATE outgoing SET locked_by = ?, locked_until = ?, flags = flags | ${begun} WHERE message = ?`;

/** What the column of flags says: PR_SUBMIT_FLAGS without the lock, and whether sending has begun. */
export const queueFlags = (stored: number): Pick<Outgoing, 'flags' | 'begun'> => ({
  flags: stored & submitFlags,
  begun: (stored & begun) !== 0,
});

/** Lengthens all locks of an owner. */
export function renewOutgoing(tx: Transaction, { owner, until }: Omit<OutgoingLock, 'message'>): void {
  tx.db.run('UPDATE outgoing SET locked_until = ? WHERE locked_by = ?', until, owner);
}

/**
 * Gives a lock back.
 *
 * @returns whether the owner held it
 */
export function unlockOutgoing(tx: Transaction, { message, owner }: Omit<OutgoingLock, 'until'>): boolean {
  const sql = 'UPDATE outgoing SET locked_by = NULL, locked_until = NULL WHERE message = ? AND locked_by = ?';
  return tx.db.run(sql, message, owner).changes > 0;
}

/**
 * Whether a message is locked. A process that runs keeps its locks, however long it was put to sleep; one that is gone has none; of
 * one of whom nobody can tell they last until their time is over, which it puts off as long as it runs.
 */
export function isLocked(entry: Pick<Outgoing, 'lockedBy' | 'lockedUntil'> | null): boolean {
  if (!entry || entry.lockedBy === null) return false;
  const state = stateOf(entry.lockedBy.split('/', 1)[0] ?? '');
  return state === 'runs' || (state === 'perhaps' && (entry.lockedUntil ?? 0) > Date.now());
}

function requireFree(tx: Transaction, message: number, owner: string | null): void {
  refuseLocked(tx.db.get('SELECT locked_by, locked_until FROM outgoing WHERE message = ?', message), message, owner);
}

function refuseLocked(row: SqlRow | undefined, message: number, owner: string | null): asserts row is SqlRow {
  if (!row) throw new StoreError('NOT_FOUND', `message ${message} is not in the outgoing queue`);
  const lockedBy = row['locked_by'] as string | null;
  if (lockedBy !== owner && isLocked({ lockedBy, lockedUntil: row['locked_until'] as number | null }))
    throw new StoreError('NO_ACCESS', `message ${message} is being sent by another process`);
}
