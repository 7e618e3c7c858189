import { ok } from '../../com/index.js';
import { type MailSession, messageEntryId, messageNumber } from '../../index.js';
import {
  type EntryId,
  MAPI_E_NOT_IN_QUEUE,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  SUBMITFLAG_LOCKED,
} from '../../mapi/index.js';
import { PR_SPOOL_ATTEMPTS, PR_SPOOL_LAST_ERROR_W, PR_SPOOL_NEXT_ATTEMPT } from '../../subsystem/index.js';
import { UsageError } from '../io.js';
import { Failure } from '../mailbox/failure.js';
import { readRows } from '../mailbox/rows.js';
import { hexOfBytes } from '../mailbox/store.js';
import { isoOf } from '../mailbox/time.js';
import { grouped } from '../trace.js';

/** A message that waits to be sent. */
export interface QueuedReport {
  /** Its number in the store, which the verbs of the outbox take. */
  readonly id: number;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  readonly subject: string | null;
  /** Whom it is for, by name. */
  readonly to: string;
  /** When it was submitted. ISO 8601. */
  readonly submitted: string | null;
  /** How often it was tried. */
  readonly attempts: number;
  /** When it is tried again; null for as soon as somebody sends. ISO 8601. */
  readonly nextAttempt: string | null;
  /** Why the last attempt failed; null before the first one. */
  readonly lastError: string | null;
  /** Whether it is being sent right now. */
  readonly sending: boolean;
}

/** The messages that wait to be sent, oldest first. */
export async function queuedMessages({ store }: MailSession): Promise<readonly QueuedReport[]> {
  const key = await storeKey(store);
  using table = await ok(store.GetOutgoingQueue(0));
  const rows = await readRows(table, [
    PR_ENTRYID,
    PR_SUBJECT_W,
    PR_DISPLAY_TO_W,
    PR_DISPLAY_CC_W,
    PR_DISPLAY_BCC_W,
    PR_CLIENT_SUBMIT_TIME,
    PR_SUBMIT_FLAGS,
    PR_SPOOL_ATTEMPTS,
    PR_SPOOL_NEXT_ATTEMPT,
    PR_SPOOL_LAST_ERROR_W,
  ]);
  return rows.map((row) => {
    const entryId = row.get(PR_ENTRYID) as Uint8Array;
    const people = [PR_DISPLAY_TO_W, PR_DISPLAY_CC_W, PR_DISPLAY_BCC_W].map((tag) => row.get(tag));
    const next = row.get(PR_SPOOL_NEXT_ATTEMPT);
    const submitted = row.get(PR_CLIENT_SUBMIT_TIME);
    return {
      id: messageNumber(key, entryId),
      entryId: hexOfBytes(entryId),
      subject: row.get(PR_SUBJECT_W),
      to: people.filter((each) => each).join('; '),
      submitted: submitted === null ? null : isoOf(submitted),
      attempts: row.get(PR_SPOOL_ATTEMPTS) ?? 0,
      nextAttempt: next === null ? null : isoOf(next),
      lastError: row.get(PR_SPOOL_LAST_ERROR_W) || null,
      sending: ((row.get(PR_SUBMIT_FLAGS) ?? 0) & SUBMITFLAG_LOCKED) !== 0,
    };
  });
}

/**
 * Finds out which of the waiting messages is meant.
 *
 * @param session the mailbox
 * @param typed the number that `outbox ls` prints
 * @throws {UsageError} for what is no number
 * @throws {Failure} `MAPI_E_NOT_IN_QUEUE` when no such message waits
 */
export async function queuedMessage(
  session: MailSession,
  typed: string,
): Promise<{ readonly entryId: EntryId; readonly report: QueuedReport }> {
  if (!/^[1-9]\d{0,14}$/.test(typed))
    throw new UsageError(`"${typed}" names no message: write the number that \`comail outbox ls\` prints.`);
  const id = Number(typed);
  const report = (await queuedMessages(session)).find((one) => one.id === id);
  if (!report) throw notInQueue(id);
  return { entryId: messageEntryId(await storeKey(session.store), id), report };
}

/** It does not wait, or not any more. */
export const notInQueue = (id: number): Failure =>
  new Failure(
    MAPI_E_NOT_IN_QUEUE,
    `no message ${id} waits to be sent (any more)`,
    '`comail outbox ls` lists those that wait; one that was sent lies in Sent Items.',
  );

async function storeKey(store: MailSession['store']): Promise<Uint8Array> {
  return (await ok(store.GetProps([PR_STORE_RECORD_KEY], 0))).get(PR_STORE_RECORD_KEY) as Uint8Array;
}

/** How many messages wait, behind what left: `1 waits`. */
export const waitText = (count: number): string => `${grouped(count)} ${count === 1 ? 'waits' : 'wait'}`;
