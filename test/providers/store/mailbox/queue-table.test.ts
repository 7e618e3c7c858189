import { expect, test, vi } from 'vitest';
import { com, ok } from '../../../../src/com/index.js';
import {
  BOOKMARK_BEGINNING,
  BOOKMARK_CURRENT,
  BOOKMARK_END,
  descend,
  fnevTableModified,
  IMAPIAdviseSink,
  IMessage,
  MSG_LOCKED,
  MSG_UNLOCKED,
  type NOTIFICATION,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  prop,
  type IMsgStore as Store,
  SUBMITFLAG_LOCKED,
  sortBy,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
  type IMAPITable as Table,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, messageOf, newStore, propOf, recipient } from './stores.js';

useLedger();

const soon = { interval: 1, timeout: 10_000 };

async function submit(store: Store, subject: string): Promise<Uint8Array> {
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  using message = await ok(outbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(2));
  const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return entryId;
}

const read = async (table: Table, count: number): Promise<unknown[]> =>
  (await ok(table.QueryRows(count, 0))).map((row) => row.get(PR_SUBJECT_W));

// outgoing-queue-tables: by ascending submission time, or the MAPI spooler sorts it itself.
test('the outgoing queue is read page by page in the order of submission, forwards and backwards', async () => {
  using store = await newStore();
  const ids: Uint8Array[] = [];
  for (const subject of ['c', 'a', 'e', 'b', 'd']) ids.push(await submit(store, subject));
  using table = await ok(store.GetOutgoingQueue());
  await ok(table.SetColumns([PR_SUBJECT_W]));
  expect(await read(table, 2)).toEqual(['c', 'a']);
  expect(await read(table, 2)).toEqual(['e', 'b']);
  expect(await ok(table.SeekRow(BOOKMARK_CURRENT, -3))).toBe(-3);
  expect(await read(table, 1)).toEqual(['a']);
  expect(await ok(table.QueryPosition())).toMatchObject({ lpulRow: 2, lpulDenominator: 5 });
  // What leaves before the cursor, or at it, moves nothing else.
  await ok(store.AbortSubmit(ids[1] as Uint8Array));
  await ok(store.AbortSubmit(ids[2] as Uint8Array));
  expect(await read(table, 1)).toEqual(['b']);
  expect(await ok(table.SeekRow(BOOKMARK_END, -9))).toBe(-3);
  expect(await ok(table.SeekRow(BOOKMARK_BEGINNING, 9))).toBe(3);
  expect(await read(table, -2)).toEqual(['b', 'd']);
  // Who is submitted again stands at the end.
  await ok(table.SeekRow(BOOKMARK_END, 0));
  {
    using again = await messageOf(store, ids[1] as Uint8Array);
    await ok(again.SubmitMessage());
  }
  expect(await read(table, 5)).toEqual(['a']);
  await ok(table.SortTable(sortBy(descend(PR_SUBJECT_W))));
  expect(await read(table, 9)).toEqual(['d', 'c', 'b', 'a']);
});

test('it tells of what comes, is locked, unlocked and goes, and of nothing else', async () => {
  using store = await newStore();
  await submit(store, 'first');
  using table = await ok(store.GetOutgoingQueue());
  await ok(table.SetColumns([PR_SUBJECT_W, PR_SUBMIT_FLAGS]));
  const heard: string[] = [];
  const names = { [TABLE_ROW_ADDED]: 'added', [TABLE_ROW_DELETED]: 'deleted', [TABLE_ROW_MODIFIED]: 'modified' };
  const OnNotify = (told: readonly NOTIFICATION[]): number => {
    for (const { info } of told) {
      const { ulTableEvent, row } = info as TABLE_NOTIFICATION;
      const locked = ((row?.get(PR_SUBMIT_FLAGS) ?? 0) & SUBMITFLAG_LOCKED) === 0 ? '' : ' locked';
      heard.push(`${(names as Record<number, string>)[ulTableEvent]} ${row?.get(PR_SUBJECT_W) ?? ''}${locked}`.trim());
    }
    return 0;
  };
  using sink = com({ OnNotify }, IMAPIAdviseSink);
  const connection = await ok(table.Advise(fnevTableModified, sink));
  const entryId = await submit(store, 'second');
  await vi.waitFor(() => expect(heard).toEqual(['added second']), soon);
  {
    using message = await messageOf(store, entryId, 0);
    await ok(store.SetLockState(message, MSG_LOCKED));
    await vi.waitFor(() => expect(heard.slice(1)).toEqual(['modified second locked']), soon);
    await ok(store.SetLockState(message, MSG_UNLOCKED));
  }
  await vi.waitFor(() => expect(heard.slice(2)).toEqual(['modified second']), soon);
  await ok(store.AbortSubmit(entryId));
  await vi.waitFor(() => expect(heard.slice(3)).toEqual(['deleted']), soon);
  // A draft is no business of the queue's; the next submission is heard of as the next thing.
  {
    using draft = await messageOf(store, entryId);
    await ok(draft.SetProps([prop(PR_SUBJECT_W, 'a draft')]));
    await ok(draft.SaveChanges());
  }
  await submit(store, 'third');
  await vi.waitFor(() => expect(heard.slice(4)).toEqual(['added third']), soon);
  await ok(table.Unadvise(connection));
});
