import { stateOf } from '../../../../base/index.js';
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
}

/**
 * Locks a message in the outgoing queue, or lengthens one's own lock.
 *
 * @throws {StoreError} `NO_ACCESS` when another owner holds it; `NOT_FOUND` when it is not in the queue
 */
export function lockOutgoing(tx: Transaction, { message, owner, until }: OutgoingLock): void {
  requireFree(tx, message, owner);
  tx.db.run('UPDATE outgoing SET locked_by = ?, locked_until = ? WHERE message = ?', owner, until, message);
}

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
  const row = tx.db.get('SELECT locked_by, locked_until FROM outgoing WHERE message = ?', message);
  if (!row) throw new StoreError('NOT_FOUND', `message ${message} is not in the outgoing queue`);
  const lockedBy = row['locked_by'] as string | null;
  if (lockedBy !== owner && isLocked({ lockedBy, lockedUntil: row['locked_until'] as number | null }))
    throw new StoreError('NO_ACCESS', `message ${message} is being sent by another process`);
}
