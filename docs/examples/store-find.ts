import { ok } from 'comail/com';
import {
  and,
  bits,
  contains,
  descend,
  IMAPIFolder,
  MSGFLAG_READ,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  sortBy,
} from 'comail/mapi';
import { openStore } from 'comail/store';

/** The unread messages of the Inbox about something, newest first, at most ten. */
export async function findUnread(path: string, about: string): Promise<readonly string[]> {
  using store = await openStore(path, { mode: 'read-only' });
  const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note'));
  using inbox = (await ok(store.OpenEntry(lppEntryID, IMAPIFolder))).lppUnk;
  using table = await ok(inbox.GetContentsTable());
  const columns = [PR_SENDER_NAME_W, PR_SUBJECT_W] as const;
  await ok(table.SetColumns(columns));
  await ok(table.Restrict(and(bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz'), contains(PR_SUBJECT_W, about))));
  await ok(table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME))));
  const rows = await ok(table.QueryRows<typeof columns>(10));
  return rows.map(([sender, subject]) => `${sender ?? 'somebody'}: ${subject ?? ''}`);
}
