import { log } from '../../../base/index.js';
import { ComError, implementationOf, ok } from '../../../com/index.js';
import {
  type IMessage,
  MAPI_E_OBJECT_CHANGED,
  MAPI_NON_READ,
  MSGFLAG_NRN_PENDING,
  MSGFLAG_READ,
  MSGFLAG_RN_PENDING,
  PR_DELETE_AFTER_SUBMIT,
  PR_MESSAGE_FLAGS,
  prop,
} from '../../../mapi/index.js';
import { type MessageRow, message, type Operation } from '../sql/index.js';
import type { Mailbox } from './mailbox.js';
import { MessageBag } from './message-bag.js';

/** Publishes the object of a message. */
export type MessageOpener = (bag: MessageBag, writable: boolean) => IMessage;

/** A report to send. */
export interface Report {
  /** The message that it is about. */
  readonly id: number;
  /** Whether the message was read. */
  readonly read: boolean;
  /**
   * What becomes permanent with the report, or not at all. One of it fails with `MAPI_E_OBJECT_CHANGED` when somebody else has
   * sent the report meanwhile.
   */
  readonly after: readonly Operation[];
}

/**
 * Sends the report that a message was read, or was not, if its sender waits for one. The report goes into the Outbox, and is
 * deleted when it was sent. It is in the queue if and only if what follows from it is permanent, so no message is reported twice
 * and none forgotten.
 *
 * @param mailbox the store
 * @param report the report
 * @param open makes the object of a message
 * @returns what `after` answered; nothing when somebody quicker did it all. Null when nothing was done: without a session,
 *   without a pending report, when MAPI knows nobody who could get it, and when it could not be made. Then it stays pending
 * @spec providing-read-and-nonread-reports-for-message-store-providers
 */
export async function sendReport(
  mailbox: Mailbox,
  { id, read, after }: Report,
  open: MessageOpener,
): Promise<readonly unknown[] | null> {
  const { support } = mailbox.caller;
  const row = mailbox.read((db) => message(db, id));
  const pending = read ? MSGFLAG_RN_PENDING : MSGFLAG_NRN_PENDING;
  if (!support || row?.folder == null || (flagsOf(row) & pending) === 0) return null;
  const bag = new MessageBag(mailbox, null, { folder: mailbox.folders.outbox, associated: false });
  try {
    using subject = open(new MessageBag(mailbox, row, { folder: row.folder, associated: row.associated }), false);
    using empty = open(bag, true);
    await ok(empty.SetProps([prop(PR_DELETE_AFTER_SUBMIT, true)]));
    const made = await ok(support.ReadReceipt(read ? 0 : MAPI_NON_READ, subject, empty));
    if (!made) return null;
    using sent = made;
    const own = implementationOf(sent) === implementationOf(empty);
    if (own) bag.also = after;
    await ok(sent.SubmitMessage());
    return own ? bag.answers : await mailbox.writeAll(after);
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    if (error.hr === MAPI_E_OBJECT_CHANGED) return [];
    log.error(`the ${read ? 'read' : 'nonread'} report of a message could not be sent and stays pending`, error);
    return null;
  }
}

/**
 * Sends the reports that messages which are about to be deleted were not read. The page of ReadReceipt would have none in a
 * delete; the page about the reports of stores and that of PR_READ_RECEIPT_REQUESTED demand them.
 *
 * @param mailbox the store
 * @param within the folder that they lie in, or the search folder that shows them: others are left alone
 * @param ids the messages
 * @param open makes the object of a message
 */
export async function reportUnread(
  mailbox: Mailbox,
  within: number,
  ids: readonly number[],
  open: MessageOpener,
): Promise<void> {
  if (!mailbox.caller.support) return;
  const sql = `SELECT id FROM message WHERE id = ? AND (flags & ?) = ? AND (folder = ? OR
    EXISTS (SELECT 1 FROM search_link WHERE search_link.folder = ? AND search_link.message = message.id))`;
  const mask = MSGFLAG_READ | MSGFLAG_NRN_PENDING;
  for (const id of ids) {
    if (!mailbox.read((db) => db.get(sql, id, mask, MSGFLAG_NRN_PENDING, within, within))) continue;
    const bits = { id, column: 'flags', mask: MSGFLAG_RN_PENDING | MSGFLAG_NRN_PENDING, bits: 0 } as const;
    const after: Operation = { name: 'message.bits', args: { ...bits, must: MSGFLAG_NRN_PENDING } };
    await sendReport(mailbox, { id, read: false, after: [after] }, open);
  }
}

/** PR_MESSAGE_FLAGS of a message as it is stored. */
export const flagsOf = (row: MessageRow): number => row.value(PR_MESSAGE_FLAGS) as number;
