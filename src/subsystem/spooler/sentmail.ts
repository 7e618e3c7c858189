import { type HResult, nameOf, S_OK, type Warning, warn } from '../../com/index.js';
import {
  type EntryId,
  IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_MODIFY,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  PR_DELETE_AFTER_SUBMIT,
  PR_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_SENTMAIL_ENTRYID,
} from '../../mapi/index.js';

/** What its sender wants of a message that was sent, and its store has not done. */
interface Errand {
  readonly entryId: EntryId;
  /** The folder that it was in when the store handed it over. */
  readonly parent: EntryId;
  /** Where it is to go; null when it is to be deleted. */
  readonly target: EntryId | null;
}

/**
 * Looks what remains to be done for a message that was sent: a store may leave to MAPI what PR_DELETE_AFTER_SUBMIT and
 * PR_SENTMAIL_ENTRYID say.
 *
 * @param message the message, open still
 * @returns null when nothing remains
 * @spec imapisupport-dosentmail
 */
export async function errandOf(message: IMessage): Promise<Errand | null> {
  const wanted = [PR_DELETE_AFTER_SUBMIT, PR_SENTMAIL_ENTRYID, PR_PARENT_ENTRYID, PR_ENTRYID] as const;
  const [, row] = await message.GetProps(wanted, 0);
  const [entryId, parent] = [row?.get(PR_ENTRYID), row?.get(PR_PARENT_ENTRYID)];
  if (!row || !entryId || !parent) return null;
  if (row.get(PR_DELETE_AFTER_SUBMIT) === true) return { entryId, parent, target: null };
  const target = row.get(PR_SENTMAIL_ENTRYID);
  return target === null || Buffer.compare(target, parent) === 0 ? null : { entryId, parent, target };
}

/**
 * Does it, when the hooks have seen the message and nobody has it open. A failure is none of the sending: the message was sent.
 *
 * @param store its store
 * @param errand what {@link errandOf} answered
 * @returns `MAPI_W_PARTIAL_COMPLETION` when the message stays where it is
 */
export async function runErrand(store: IMsgStore, errand: Errand): Promise<void | Warning<void>> {
  const { entryId, parent, target } = errand;
  if (!(await isStillIn(store, entryId, parent))) return;
  const [hr, opened] = await store.OpenEntry(parent, IMAPIFolder, MAPI_MODIFY);
  if (!opened) return stays(hr);
  using folder = opened.lppUnk;
  const done = await (target === null
    ? folder.DeleteMessages([entryId], 0, null, 0)
    : move(store, folder, entryId, target));
  if (done !== S_OK) return stays(done);
}

const stays = (hr: HResult): Warning<void> =>
  warn(MAPI_W_PARTIAL_COMPLETION, undefined, `a message that was sent stays where it is: ${nameOf(hr)}`);

async function move(store: IMsgStore, folder: IMAPIFolder, entryId: EntryId, target: EntryId): Promise<HResult> {
  const [hr, opened] = await store.OpenEntry(target, IMAPIFolder, MAPI_MODIFY);
  if (!opened) return hr;
  using into = opened.lppUnk;
  return await folder.CopyMessages([entryId], IMAPIFolder, into, 0, null, MESSAGE_MOVE);
}

/** Whether no hook has moved or deleted it. */
async function isStillIn(store: IMsgStore, entryId: EntryId, parent: EntryId): Promise<boolean> {
  const [, opened] = await store.OpenEntry(entryId, IMessage, 0);
  if (!opened) return false;
  using message = opened.lppUnk;
  const [, row] = await message.GetProps([PR_PARENT_ENTRYID], 0);
  const now = row?.get(PR_PARENT_ENTRYID);
  return now !== null && now !== undefined && Buffer.compare(now, parent) === 0;
}
