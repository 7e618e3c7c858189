import { ComError, ok, type Warning } from '../../../../com/index.js';
import {
  type EntryId,
  type IMAPIFolder,
  type IMAPIProgress,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_E_NOT_FOUND,
} from '../../../../mapi/index.js';
import { message } from '../../sql/index.js';
import type { FolderBag } from '../folder-bag.js';
import { StoreMessage } from '../message.js';
import { MessageBag } from '../message-bag.js';
import type { Destination } from './destination.js';
import { eachMessage } from './messages.js';

/**
 * Copies or moves messages into another folder, perhaps of another store or another provider.
 *
 * @param folder where they lie
 * @param list the messages
 * @param destination where to
 * @param move whether they leave
 * @param progress hears how far it is
 * @returns `MAPI_W_PARTIAL_COMPLETION` when some could not be copied
 * @spec imapifolder-copymessages
 */
export async function copyMessages(
  folder: FolderBag,
  list: readonly EntryId[],
  destination: Destination,
  move: boolean,
  progress: IMAPIProgress | null,
): Promise<void | Warning<void>> {
  const { mailbox } = folder;
  const { own, pointer } = destination;
  const step = async (id: number): Promise<void> => {
    if (own && own.mailbox.shared === mailbox.shared) {
      await mailbox.write(move ? 'message.move' : 'message.copy', { id, folder: own.row.id });
      return;
    }
    await carry(folder, id, pointer);
    if (move) await mailbox.write('message.delete', { id });
  };
  return await eachMessage(folder, list, { progress, changes: move, step });
}

/** Copies a message into another store, property by property. */
async function carry({ mailbox, row: { id: folder } }: FolderBag, id: number, target: IMAPIFolder): Promise<void> {
  const row = mailbox.read((db) => message(db, id));
  if (!row) throw new ComError(MAPI_E_NOT_FOUND, 'there is no such message');
  const home = { folder, associated: row.associated };
  using from = new StoreMessage(new MessageBag(mailbox, row, home), false).publish();
  using to = await ok(target.CreateMessage(IMessage, row.associated ? MAPI_ASSOCIATED : 0));
  await ok(from.CopyTo(null, null, 0, null, IMessage, to));
  await ok(to.SaveChanges());
}
