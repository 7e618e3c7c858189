import { ComError, type HResult, ok, type Warning } from '../../../../com/index.js';
import {
  type EntryId,
  GENERATE_RECEIPT_ONLY,
  type IMAPIFolder,
  type IMAPIProgress,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_E_COMPUTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_ENOUGH_DISK,
  MAPI_E_NOT_ENOUGH_MEMORY,
} from '../../../../mapi/index.js';
import { message } from '../../sql/index.js';
import type { FolderBag } from '../folder-bag.js';
import { StoreMessage } from '../message.js';
import { MessageBag } from '../message-bag.js';
import { roomToAdd } from '../quota.js';
import type { Destination } from './destination.js';
import { eachMessage, type MessagesStep, removeMessages } from './messages.js';
import { setReadFlags } from './read-flags.js';

/**
 * Copies or moves messages into another folder, perhaps of another store or another provider.
 *
 * @param folder where they lie
 * @param list the messages
 * @param destination where to
 * @param move whether they leave
 * @param progress hears how far it is
 * @returns `MAPI_W_PARTIAL_COMPLETION` when some could not be copied, or not with all that they have: those stay in a move, too
 * @throws {ComError} `MAPI_E_STORE_FULL` for a copy within a mailbox that is full; what {@link eachMessage} throws, and what a full
 *   disk leads to
 * @spec imapifolder-copymessages
 */
export async function copyMessages(
  folder: FolderBag,
  list: readonly EntryId[],
  destination: Destination,
  move: boolean,
  progress: IMAPIProgress | null,
): Promise<void | Warning<void>> {
  const elsewhere = destination.own?.mailbox.shared !== folder.mailbox.shared;
  // The other store sends no reports for what it gets: what is due is sent from here, whatever becomes of the copy.
  if (elsewhere && folder.mailbox.writable) await setReadFlags(folder, list, null, GENERATE_RECEIPT_ONLY);
  return await eachMessage(folder, list, progress, messagesTo(folder, destination, move));
}

/** Copies or moves messages of a folder, some at a time. */
export function messagesTo(folder: FolderBag, destination: Destination, move: boolean): MessagesStep {
  const { mailbox } = folder;
  const { own, pointer } = destination;
  const within = folder.row.id;
  if (own && own.mailbox.shared === mailbox.shared) {
    const target = own.row.id;
    return move
      ? (ids) => mailbox.write('messages.move', { within, ids, folder: target })
      : (ids) => mailbox.write('messages.copy', { within, ids, folder: target, bounds: roomToAdd });
  }
  const remove = removeMessages(mailbox, within);
  return async (ids) => {
    const left: number[] = [];
    for (const id of ids) {
      const carried = await attempt(() => carry(folder, id, pointer));
      if (!carried || (move && (await remove([id])).length > 0)) left.push(id);
    }
    return left;
  };
}

/** Copies a message into another store, property by property. Answers whether it is there, with all that it had. */
async function carry({ mailbox, row: { id: folder } }: FolderBag, id: number, target: IMAPIFolder): Promise<boolean> {
  const row = mailbox.read((db) => message(db, id));
  if (!row || row.folder === null || !isShown(mailbox, folder, id, row.folder)) return false;
  const home = { folder: row.folder, associated: row.associated };
  using from = new StoreMessage(new MessageBag(mailbox, row, home), false).publish();
  using to = await ok(target.CreateMessage(IMessage, row.associated ? MAPI_ASSOCIATED : 0));
  const problems = await ok(from.CopyTo(null, null, 0, null, IMessage, to));
  await ok(to.SaveChanges());
  return problems.every(({ scode }) => kept.has(scode));
}

// What a target keeps itself is no loss. Anything else is, and the original must not go for it.
const kept: ReadonlySet<HResult> = new Set([MAPI_E_COMPUTED, MAPI_E_NO_ACCESS]);

const isShown = (mailbox: FolderBag['mailbox'], within: number, id: number, folder: number): boolean =>
  folder === within ||
  mailbox.read((db) => db.get('SELECT 1 AS n FROM search_link WHERE folder = ? AND message = ?', within, id)) !==
    undefined;

/** What one message meets stops the others only where they would meet it too. */
async function attempt(step: () => Promise<boolean>): Promise<boolean> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof ComError) || error.hr === MAPI_E_NOT_ENOUGH_DISK || error.hr === MAPI_E_NOT_ENOUGH_MEMORY)
      throw error;
    return false;
  }
}
