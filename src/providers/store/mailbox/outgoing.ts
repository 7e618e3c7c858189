import { limit } from '../../../base/index.js';
import { ComError, implementationOf } from '../../../com/index.js';
import {
  type EntryId,
  type IMessage,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_MESSAGE,
  MSG_LOCKED,
  MSG_UNLOCKED,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  PR_DELETE_AFTER_SUBMIT,
  PR_SENTMAIL_ENTRYID,
} from '../../../mapi/index.js';
import { message, outgoing } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { StoreMessage } from './message.js';
import { folderIdOf } from './open-entry.js';

const lockMs = limit(
  'store.sendLockMs',
  10 * 60_000,
  'milliseconds',
  'Longer than sending one message takes; the lock of a spooler that died ends by itself then',
);

/**
 * Takes a message out of the queue; it can be changed again afterwards.
 *
 * @throws {ComError} `MAPI_E_NOT_IN_QUEUE`; `MAPI_E_UNABLE_TO_ABORT` while the spooler has it locked
 * @spec imsgstore-abortsubmit
 */
export async function abortSubmit(mailbox: Mailbox, entryId: EntryId): Promise<void> {
  const id = queuedId(mailbox, entryId);
  const entry = mailbox.read(outgoing).find((one) => one.message === id);
  if (entry && entry.lockedBy !== null && (entry.lockedUntil ?? 0) > Date.now())
    throw new ComError(MAPI_E_UNABLE_TO_ABORT, 'the message is being sent');
  if (!entry)
    throw new ComError(MAPI_E_NOT_IN_QUEUE, 'the message is not in the queue, most likely because it was sent');
  await mailbox.writeAll([
    { name: 'outgoing.remove', args: { message: id } },
    { name: 'message.bits', args: { id, column: 'flags', mask: MSGFLAG_SUBMIT, bits: 0 } },
  ]);
}

/**
 * Locks or unlocks a message for sending.
 *
 * @throws {ComError} `MAPI_E_INVALID_PARAMETER` for another state, `MAPI_E_INVALID_OBJECT` for a message of another store,
 *   `MAPI_E_NOT_IN_QUEUE`, `MAPI_E_NO_ACCESS` when another spooler holds it
 * @spec imsgstore-setlockstate
 */
export async function setLockState(mailbox: Mailbox, pointer: IMessage, state: number): Promise<void> {
  if (state !== MSG_LOCKED && state !== MSG_UNLOCKED)
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulLockState is neither MSG_LOCKED nor MSG_UNLOCKED');
  const object = implementationOf(pointer);
  const id = object instanceof StoreMessage && object.mailbox.shared === mailbox.shared ? object.id : null;
  if (id === null) throw new ComError(MAPI_E_INVALID_OBJECT, 'lpMessage is no saved message of this store');
  if (state === MSG_UNLOCKED) {
    await mailbox.write('outgoing.unlock', { message: id, owner: mailbox.owner });
    return;
  }
  try {
    await mailbox.write('outgoing.lock', { message: id, owner: mailbox.owner, until: Date.now() + lockMs });
  } catch (error) {
    if (error instanceof ComError && error.hr === MAPI_E_NOT_FOUND)
      throw new ComError(MAPI_E_NOT_IN_QUEUE, 'the message is not in the queue', { cause: error });
    throw error;
  }
}

/**
 * Ends the sending of a message: it leaves the queue, is deleted or goes to the folder for sent ones. Where both properties
 * are set it is moved, then deleted, so deleted.
 *
 * @throws {ComError} `MAPI_E_NOT_IN_QUEUE`; `MAPI_E_NO_ACCESS` when another spooler has it locked
 * @spec imsgstore-finishedmsg
 */
export async function finishedMsg(mailbox: Mailbox, entryId: EntryId): Promise<void> {
  const id = queuedId(mailbox, entryId);
  const entry = mailbox.read(outgoing).find((one) => one.message === id);
  if (!entry) throw new ComError(MAPI_E_NOT_IN_QUEUE, 'the message is not in the queue');
  if (entry.lockedBy !== null && entry.lockedBy !== mailbox.owner && (entry.lockedUntil ?? 0) > Date.now())
    throw new ComError(MAPI_E_NO_ACCESS, 'another spooler sends the message');
  const row = mailbox.read((db) => message(db, id));
  const sent = row?.value(PR_SENTMAIL_ENTRYID) as Uint8Array | null | undefined;
  const doomed = row?.value(PR_DELETE_AFTER_SUBMIT) === true;
  if (doomed) return await mailbox.write('message.delete', { id });
  const folder = sent ? folderIdOf(mailbox, sent) : null;
  // One transaction: a message that is sent and still in the queue would be sent once more after a crash.
  await mailbox.writeAll([
    { name: 'outgoing.remove', args: { message: id } },
    { name: 'message.bits', args: { id, column: 'flags', mask: MSGFLAG_SUBMIT | MSGFLAG_UNSENT, bits: 0 } },
    ...(folder === null ? [] : [{ name: 'message.move', args: { id, folder } } as const]),
  ]);
}

function queuedId(mailbox: Mailbox, entryId: EntryId): number {
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_NOT_IN_QUEUE, 'the entry identifier is that of a folder');
  return id;
}
