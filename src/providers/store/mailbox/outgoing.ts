import { log } from '../../../base/index.js';
import { ComError, implementationOf, ok } from '../../../com/index.js';
import {
  type EntryId,
  type IMAPISupport,
  type IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MSG_LOCKED,
  MSG_UNLOCKED,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  PR_DELETE_AFTER_SUBMIT,
  PR_SENTMAIL_ENTRYID,
  type PropTag,
  propId,
} from '../../../mapi/index.js';
import { ENDING_HOMELESS, ENDING_KEPT, ENDING_MOVED, type Ending } from '../../../subsystem/index.js';
import { folder, message, type Operation, queued } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { StoreMessage } from './message.js';
import { MessageBag } from './message-bag.js';

/**
 * Takes a message out of the queue; it can be changed again afterwards.
 *
 * @throws {ComError} `MAPI_E_NOT_IN_QUEUE`; `MAPI_E_UNABLE_TO_ABORT` while the spooler has it locked
 * @spec imsgstore-abortsubmit
 */
export async function abortSubmit(mailbox: Mailbox, entryId: EntryId): Promise<void> {
  const id = queuedId(mailbox, entryId);
  try {
    await mailbox.writeAll([
      { name: 'outgoing.remove', args: { message: id, owner: null } },
      { name: 'message.bits', args: { id, column: 'flags', mask: MSGFLAG_SUBMIT, bits: 0 } },
    ]);
  } catch (error) {
    const refused = error instanceof ComError && error.hr === MAPI_E_NO_ACCESS && mailbox.writable;
    throw refused ? new ComError(MAPI_E_UNABLE_TO_ABORT, 'the message is being sent', { cause: error }) : sent(error);
  }
}

/**
 * Locks or unlocks a message for sending. What the spooler has changed in it and not saved is saved first.
 *
 * @throws {ComError} `MAPI_E_NO_SUPPORT` when the caller is not the spooler; `MAPI_E_INVALID_PARAMETER` for another state,
 *   `MAPI_E_INVALID_OBJECT` for a message of another store, `MAPI_E_NOT_IN_QUEUE`, `MAPI_E_NO_ACCESS` when another spooler
 *   holds it
 * @spec imsgstore-setlockstate
 */
export async function setLockState(mailbox: Mailbox, pointer: IMessage, state: number): Promise<void> {
  requireSpooler(mailbox, 'SetLockState');
  if (state !== MSG_LOCKED && state !== MSG_UNLOCKED)
    throw new ComError(MAPI_E_INVALID_PARAMETER, 'ulLockState is neither MSG_LOCKED nor MSG_UNLOCKED');
  const { own, id } = savedMessage(mailbox, pointer);
  if (state === MSG_UNLOCKED) {
    if (own.dirty) await own.SaveChanges(KEEP_OPEN_READWRITE);
    await mailbox.sendLocks.give(id);
    return;
  }
  try {
    if (own.dirty) {
      // In one transaction: what whoever does not get the lock has changed is not saved.
      await own.saveBehind([mailbox.sendLocks.locking(id, true)]);
      mailbox.sendLocks.taken(id);
    } else await mailbox.sendLocks.take(id);
  } catch (error) {
    throw sent(error);
  }
}

/**
 * Locks a message and makes it durable that its sending begins, without a save of it: what is unsaved stays so. That it has begun
 * ends when SetLockState saves the message, and with its leave of the queue.
 *
 * @throws {ComError} as {@link setLockState}; `MAPI_E_OBJECT_CHANGED` when somebody else had it since it was opened
 */
export async function beginSending(mailbox: Mailbox, pointer: IMessage): Promise<void> {
  requireSpooler(mailbox, 'SetLockState');
  const { own, id } = savedMessage(mailbox, pointer);
  try {
    await mailbox.sendLocks.begin(id, own.change);
  } catch (error) {
    throw sent(error);
  }
}

/**
 * Whether the sending of a message has begun and was cut off.
 *
 * @throws {ComError} `MAPI_E_INVALID_OBJECT` for a message of another store
 */
export function wasCutOff(mailbox: Mailbox, pointer: IMessage): boolean {
  const { own, id } = savedMessage(mailbox, pointer);
  return own.begun ?? mailbox.read((db) => queued(db, id))?.begun ?? false;
}

/**
 * Ends the sending of a message that the spooler has open: what is unsaved in it, its leave of the queue and its move become
 * permanent in one transaction, for which FinishedMsg and the save before it need two.
 *
 * @param pointer the message; MAPI has it then (`DoSentMail`), and releases it
 * @returns what became of it; null when it has to go the usual way, and nothing was done
 * @throws {ComError} as {@link finishedMsg}, and what saving throws; nothing was done then
 */
export async function finishSaving(mailbox: Mailbox, pointer: IMessage): Promise<Ending | null> {
  requireSpooler(mailbox, 'FinishedMsg');
  const { support } = mailbox.caller;
  const { own, id } = savedMessage(mailbox, pointer);
  const saidOf = (tag: PropTag): unknown => {
    const entry = own.pending.get(propId(tag));
    return Array.isArray(entry) ? entry[1] : null;
  };
  if (!support || saidOf(PR_DELETE_AFTER_SUBMIT) === true) return null;
  const wanted = saidOf(PR_SENTMAIL_ENTRYID) as Uint8Array | null;
  const target = folderId(mailbox, wanted);
  let folder: number | null;
  try {
    folder = await mailbox.sendLocks.together(() => own.depart({ owner: mailbox.owner, folder: target }));
    if (target !== null && folder !== target) log.warn(stays);
  } catch (error) {
    throw sent(error);
  }
  mailbox.sendLocks.ended(id);
  await handOver(support, pointer);
  if (target !== null && folder === target) return ENDING_MOVED;
  return wanted === null ? ENDING_KEPT : ENDING_HOMELESS;
}

function savedMessage(mailbox: Mailbox, pointer: IMessage): { readonly own: StoreMessage; readonly id: number } {
  const object = implementationOf(pointer);
  const own = object instanceof StoreMessage && object.mailbox.shared === mailbox.shared ? object : null;
  const id = own?.id ?? null;
  if (own === null || id === null)
    throw new ComError(MAPI_E_INVALID_OBJECT, 'lpMessage is no saved message of this store');
  return { own, id };
}

/** MAPI has the last word on a message that was sent, and releases it, whatever it answers. */
async function handOver(support: IMAPISupport, message: IMessage): Promise<void> {
  try {
    await ok(support.DoSentMail(0, message));
  } catch (error) {
    // It was sent and is out of the queue: to tell the spooler of a failure now would have it sent again.
    log.error('MAPI could not complete a message that was sent', error);
  }
}

/**
 * Ends the sending of a message: it leaves the queue and goes to the folder for sent ones, or is deleted. Where both
 * properties are set it is moved, then deleted, so deleted. In a session MAPI has the last word (`DoSentMail`), so that hooks
 * see the message before it is deleted.
 *
 * @throws {ComError} `MAPI_E_NO_SUPPORT` when the caller is not the spooler; `MAPI_E_NOT_IN_QUEUE`; `MAPI_E_NO_ACCESS` when another
 *   spooler has it locked
 * @spec imsgstore-finishedmsg
 */
export async function finishedMsg(mailbox: Mailbox, entryId: EntryId): Promise<void> {
  requireSpooler(mailbox, 'FinishedMsg');
  const id = queuedId(mailbox, entryId);
  const row = mailbox.read((db) => message(db, id));
  if (!row) throw new ComError(MAPI_E_NOT_IN_QUEUE, 'there is no such message any more');
  const { support } = mailbox.caller;
  const doomed = row.value(PR_DELETE_AFTER_SUBMIT) === true;
  const target = doomed ? null : sentFolder(mailbox, row.value(PR_SENTMAIL_ENTRYID) as Uint8Array | null);
  // One transaction: a message that is sent and still in the queue would be sent once more after a crash.
  const steps: Operation[] = [{ name: 'outgoing.remove', args: { message: id, owner: mailbox.owner } }];
  if (doomed && !support) steps.push({ name: 'message.delete', args: { id } });
  else {
    const mask = MSGFLAG_SUBMIT | MSGFLAG_UNSENT;
    steps.push({ name: 'message.bits', args: { id, column: 'flags', mask, bits: 0 } });
    if (target !== null) steps.push({ name: 'message.move', args: { id, folder: target } });
  }
  try {
    await mailbox.writeAll(steps);
  } catch (error) {
    throw sent(error);
  }
  mailbox.sendLocks.ended(id);
  if (!support) return;
  const left = mailbox.read((db) => message(db, id));
  if (left?.folder == null) return;
  const bag = new MessageBag(mailbox, left, { folder: left.folder, associated: left.associated });
  await handOver(support, new StoreMessage(bag, true).publish());
  if (doomed && mailbox.read((db) => message(db, id))) await mailbox.write('message.delete', { id });
}

/** The folder that a sent message goes to; null to leave it where it is: it was sent, so nothing may fail any more. */
function sentFolder(mailbox: Mailbox, entryId: Uint8Array | null | undefined): number | null {
  const id = folderId(mailbox, entryId);
  if (id === null || mailbox.read((db) => folder(db, id))) return id;
  log.warn(stays);
  return null;
}

/** The folder that an entry identifier names, whether there is one or not; null when it names none of this store. */
function folderId(mailbox: Mailbox, entryId: Uint8Array | null | undefined): number | null {
  if (!entryId) return null;
  try {
    const { kind, id } = mailbox.ids.parse(entryId);
    if (kind === MAPI_FOLDER) return id;
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
  }
  log.warn(stays);
  return null;
}

const stays = 'the folder for a sent message is not in its store: it stays where it was sent from';

function requireSpooler(mailbox: Mailbox, method: string): void {
  if (mailbox.caller.role === 'client')
    throw new ComError(MAPI_E_NO_SUPPORT, `${method} is for the spooler alone, which opens the store by SpoolerLogon`);
}

function queuedId(mailbox: Mailbox, entryId: EntryId): number {
  const { kind, id } = mailbox.ids.parse(entryId);
  if (kind !== MAPI_MESSAGE) throw new ComError(MAPI_E_NOT_IN_QUEUE, 'the entry identifier is that of a folder');
  return id;
}

/** What is not in the queue any more was sent, most likely. */
const sent = (error: unknown): unknown =>
  error instanceof ComError && error.hr === MAPI_E_NOT_FOUND
    ? new ComError(MAPI_E_NOT_IN_QUEUE, 'the message is not in the queue, most likely because it was sent', {
        cause: error,
      })
    : error;
