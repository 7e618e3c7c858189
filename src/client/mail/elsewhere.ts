import { ComError, com, ok } from '../../com/index.js';
import {
  type EntryId,
  fnevTableModified,
  IMAPIAdviseSink,
  IMessage,
  type IMsgStore,
  MAPI_E_NOT_FOUND,
  MAPI_UNICODE,
  MSGFLAG_UNSENT,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_SUBMIT_FLAGS,
  SUBMITFLAG_LOCKED,
} from '../../mapi/index.js';
import {
  PR_SPOOL_FATE,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_NEXT_ATTEMPT,
  SPOOL_FATE_FAILED,
} from '../../subsystem/index.js';
import { dateOf } from './query.js';
import type { Settled, Undelivered } from './submission.js';

/**
 * Waits for the end of an attempt that the spooler of another program makes, as the store shows it.
 *
 * @param store the store, which has to stay open until then
 * @param entryId the message
 * @param over ends the waiting
 * @returns how it ended; null when the waiting was ended
 */
export async function settledElsewhere(store: IMsgStore, entryId: EntryId, over: AbortSignal): Promise<Settled | null> {
  using table = await ok(store.GetOutgoingQueue(0));
  await ok(table.SetColumns([PR_ENTRYID, PR_SUBMIT_FLAGS, PR_SPOOL_NEXT_ATTEMPT, PR_SPOOL_LAST_ERROR_W]));
  let wake = (): void => undefined;
  const OnNotify = (): number => {
    wake();
    return 0;
  };
  using sink = com({ OnNotify }, IMAPIAdviseSink);
  const connection = await ok(table.Advise(fnevTableModified, sink));
  over.addEventListener('abort', () => wake());
  try {
    while (!over.aborted) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      await ok(table.SeekRow(0, 0));
      const rows = await ok(table.QueryRows(1_000_000, 0));
      const row = rows.find((one) => Buffer.compare(one.get(PR_ENTRYID) as Uint8Array, entryId) === 0);
      if (!row) return await left(store, entryId);
      const next = row.get(PR_SPOOL_NEXT_ATTEMPT);
      if (((row.get(PR_SUBMIT_FLAGS) ?? 0) & SUBMITFLAG_LOCKED) === 0 && next !== null)
        return {
          state: 'waiting',
          undelivered: [],
          until: dateOf(next),
          why: row.get(PR_SPOOL_LAST_ERROR_W) ?? '',
        };
      // Another turn may have ended the waiting meanwhile.
      if (!over.aborted) await changed;
    }
    return null;
  } finally {
    await table.Unadvise(connection);
  }
}

/** It is not in the queue any more: it was sent, or taken back. */
async function left(store: IMsgStore, entryId: EntryId): Promise<Settled> {
  const sent = { state: 'sent', until: null, why: '' } as const;
  const [hr, opened] = await store.OpenEntry(entryId, IMessage, 0);
  if (!opened) {
    if (hr !== MAPI_E_NOT_FOUND) throw new ComError(hr, 'a message that was submitted can not be opened');
    return { ...sent, undelivered: [] };
  }
  using message = opened.lppUnk;
  const flags = (await ok(message.GetProps([PR_MESSAGE_FLAGS], 0))).get(PR_MESSAGE_FLAGS) ?? 0;
  if ((flags & MSGFLAG_UNSENT) !== 0)
    return { state: 'waiting', undelivered: [], until: null, why: 'it was taken back' };
  return { ...sent, undelivered: await lostOf(message) };
}

async function lostOf(message: IMessage): Promise<readonly Undelivered[]> {
  using table = await ok(message.GetRecipientTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_EMAIL_ADDRESS_W, PR_SPOOL_FATE]));
  return (await ok(table.QueryRows(1_000_000, 0)))
    .filter((row) => row.get(PR_SPOOL_FATE) === SPOOL_FATE_FAILED)
    .map((row) => ({ address: row.get(PR_EMAIL_ADDRESS_W) ?? '', why: 'a report in the Inbox says why' }));
}
