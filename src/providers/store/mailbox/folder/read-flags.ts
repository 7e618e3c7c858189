import type { Warning } from '../../../../com/index.js';
import { type EntryId, type IMAPIProgress, MESSAGE_DIALOG } from '../../../../mapi/index.js';
import type { FolderBag } from '../folder-bag.js';
import { openMessage } from '../message.js';
import { readFlagPlan, reportRead } from '../read-flag.js';
import { eachMessage, messagesOf, unlessOpen } from './messages.js';

/**
 * Sets or clears the read flag of messages, but of those that are gone, that wait to be sent, or that somebody has open for
 * writing.
 *
 * @param folder the folder
 * @param list the messages; null for all
 * @param indicator hears of progress with `MESSAGE_DIALOG`
 * @param ulFlags the flags of SetReadFlags
 * @returns `MAPI_W_PARTIAL_COMPLETION` when some could not be changed
 * @throws {ComError} `MAPI_E_UNKNOWN_FLAGS`, `MAPI_E_INVALID_PARAMETER`, `MAPI_E_USER_CANCEL`
 * @spec imapifolder-setreadflags
 */
export async function setReadFlags(
  folder: FolderBag,
  list: readonly EntryId[] | null,
  indicator: IMAPIProgress | null,
  ulFlags: number,
): Promise<void | Warning<void>> {
  const progress = (Number(ulFlags) & MESSAGE_DIALOG) !== 0 ? indicator : null;
  const plan = readFlagPlan(Number.isInteger(ulFlags) ? ulFlags & ~MESSAGE_DIALOG : ulFlags);
  const { mailbox } = folder;
  const all = list ?? messagesOf(folder, false).map((id) => mailbox.ids.message(id));
  const within = folder.row.id;
  return await eachMessage(folder, all, progress, (ids) =>
    unlessOpen(mailbox, ids, async (rest) => {
      // Messages that the same bits change are written together.
      const alike = new Map<string, { readonly mask: number; readonly bits: number; readonly ids: number[] }>();
      for (const id of rest) {
        const { mask, bits, first } = await reportRead(mailbox, within, id, plan, openMessage);
        if (first.length > 0) await mailbox.writeAll(first);
        const key = `${mask} ${bits}`;
        const peers = alike.get(key);
        if (peers) peers.ids.push(id);
        else alike.set(key, { mask, bits, ids: [id] });
      }
      const left: number[] = [];
      for (const change of alike.values()) left.push(...(await mailbox.write('messages.flags', { within, ...change })));
      return left;
    }),
  );
}
