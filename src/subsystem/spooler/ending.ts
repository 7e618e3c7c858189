import {
  type EntryId,
  type IMessage,
  IMessage as IMessageInterface,
  type IMsgStore,
  MAPI_E_NOT_FOUND,
  PR_DELETE_AFTER_SUBMIT,
  PR_PARENT_ENTRYID,
  PR_SENTMAIL_ENTRYID,
} from '../../mapi/index.js';

/** What became of a message that was sent. @spec imsgstore-finishedmsg */
export interface Ending {
  /** Whether the store has moved it, deleted it, or left it where it was sent from; null where that can't be seen. */
  readonly became: 'moved' | 'deleted' | 'kept' | null;
  /** Why it was left although a folder for sent messages is named; empty else. */
  readonly why: string;
}

/** It lies in the folder that it names for sent messages. */
export const MOVED: Ending = Object.freeze({ became: 'moved', why: '' });

/** It lies where it was sent from, as it names no other folder. */
export const KEPT: Ending = Object.freeze({ became: 'kept', why: '' });

/** It lies where it was sent from, because the folder that it names is gone. */
export const HOMELESS: Ending = Object.freeze({
  became: 'kept',
  why: 'the folder for sent messages is not in the store',
});

/** The store does not tell. */
export const UNSEEN: Ending = Object.freeze({ became: null, why: '' });

/**
 * Looks at a message before its store gets it for the last time.
 *
 * @param store its store
 * @param entryId which
 * @param message the message
 * @returns looks again, and tells what the store has done with it
 */
export async function watchEnding(
  store: IMsgStore,
  entryId: EntryId,
  message: IMessage,
): Promise<() => Promise<Ending>> {
  // It was sent: whatever can't be seen now must stop nobody.
  const [, before] = await message.GetProps([PR_PARENT_ENTRYID, PR_SENTMAIL_ENTRYID, PR_DELETE_AFTER_SUBMIT], 0);
  if (!before) return () => Promise.resolve(UNSEEN);
  const [from, to] = [before.get(PR_PARENT_ENTRYID), before.get(PR_SENTMAIL_ENTRYID)];
  const doomed = before.get(PR_DELETE_AFTER_SUBMIT) === true;
  return async () => {
    const [hr, opened] = await store.OpenEntry(entryId, IMessageInterface, 0);
    // A store may give what it moves another entry identifier.
    if (!opened) return hr === MAPI_E_NOT_FOUND && doomed ? { became: 'deleted', why: '' } : UNSEEN;
    using found = opened.lppUnk;
    const [, after] = await found.GetProps([PR_PARENT_ENTRYID], 0);
    const parent = after?.get(PR_PARENT_ENTRYID) ?? null;
    if (from === null || parent === null) return UNSEEN;
    if (Buffer.compare(from, parent) !== 0) return MOVED;
    return to === null || doomed || Buffer.compare(to, parent) === 0 ? KEPT : HOMELESS;
  };
}
