import { expect, test } from 'vitest';
import { ok } from '../../../../../src/com/index.js';
import {
  DT_FOLDER,
  FOLDER_GENERIC,
  IMessage,
  MAPI_ATTACH,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_TO,
  PR_ADDRTYPE_W,
  PR_ATTACH_NUM,
  PR_CLIENT_SUBMIT_TIME,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_HASATTACH,
  PR_INSTANCE_KEY,
  PR_IPM_OUTBOX_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_MAPPING_SIGNATURE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_MSG_STATUS,
  PR_OBJECT_TYPE,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECIPIENT_TYPE,
  PR_RECORD_KEY,
  PR_RENDERING_POSITION,
  PR_RESPONSIBILITY,
  PR_ROWID,
  PR_SENDER_NAME_W,
  PR_STATUS,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBFOLDERS,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropTag,
  prop,
  propId,
  type IMAPITable as Table,
} from '../../../../../src/mapi/index.js';
import { useLedger } from '../../../../support/ledger.js';
import { folderOf, inboxOf, newStore, propOf, recipient } from '../../mailbox/stores.js';

useLedger();

/** The columns that pages require, as a table begins with them, and its rows with these columns. */
async function required(table: Table, columns: readonly PropTag[]) {
  const first = (await ok(table.QueryColumns())).map(propId);
  expect(columns.filter((tag) => !first.includes(propId(tag)))).toEqual([]);
  await ok(table.SetColumns(columns));
  return ok(table.QueryRows(100));
}

// contents-tables: what it names for folders of message stores.
test('a contents table has its required columns', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const of = async <T>(tag: PropTag<T>): Promise<T | null> => propOf(store, tag);
  using message = await ok(inbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 's'), prop(PR_MESSAGE_CLASS_W, 'IPM.Note.X')]));
  await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Cy', 2)]));
  using attach = (await ok(message.CreateAttach(null))).lppAttach;
  await ok(attach.SaveChanges());
  await ok(message.SaveChanges(2));
  using table = await ok(inbox.GetContentsTable());
  const [row] = await required(table, [
    PR_DISPLAY_CC_W,
    PR_DISPLAY_TO_W,
    PR_ENTRYID,
    PR_HASATTACH,
    PR_INSTANCE_KEY,
    PR_LAST_MODIFICATION_TIME,
    PR_MAPPING_SIGNATURE,
    PR_MESSAGE_CLASS_W,
    PR_MESSAGE_FLAGS,
    PR_MESSAGE_SIZE,
    PR_MSG_STATUS,
    PR_OBJECT_TYPE,
    PR_PARENT_ENTRYID,
    PR_RECORD_KEY,
    PR_STORE_ENTRYID,
    PR_STORE_RECORD_KEY,
  ]);
  expect(row?.get(PR_DISPLAY_TO_W)).toBe('Ann');
  expect(row?.get(PR_DISPLAY_CC_W)).toBe('Cy');
  expect(row?.get(PR_HASATTACH)).toBe(true);
  expect(row?.get(PR_MESSAGE_CLASS_W)).toBe('IPM.Note.X');
  expect(row?.get(PR_OBJECT_TYPE)).toBe(MAPI_MESSAGE);
  expect(row?.get(PR_MSG_STATUS)).toBe(0);
  expect(row?.get(PR_MESSAGE_SIZE)).toBeGreaterThan(0);
  for (const tag of [PR_ENTRYID, PR_RECORD_KEY, PR_LAST_MODIFICATION_TIME, PR_MESSAGE_FLAGS] as PropTag[])
    expect(row?.get(tag)).toEqual(await propOf(message, tag));
  expect(row?.get(PR_PARENT_ENTRYID)).toEqual(await propOf(inbox, PR_ENTRYID));
  for (const tag of [PR_STORE_RECORD_KEY, PR_MAPPING_SIGNATURE, PR_STORE_ENTRYID])
    expect(row?.get(tag)).toEqual(await of(tag));
});

// hierarchy-tables.
test('a hierarchy table has its required columns', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using below = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Below', 'about it', null));
  (await ok(below.CreateFolder(FOLDER_GENERIC, 'Deep', null, null))).Release();
  using table = await ok(inbox.GetHierarchyTable());
  const [row, ...more] = await required(table, [
    PR_COMMENT_W,
    PR_DEPTH,
    PR_DISPLAY_NAME_W,
    PR_DISPLAY_TYPE,
    PR_ENTRYID,
    PR_INSTANCE_KEY,
    PR_OBJECT_TYPE,
    PR_STATUS,
    PR_FOLDER_TYPE,
    PR_SUBFOLDERS,
    PR_CONTENT_COUNT,
    PR_CONTENT_UNREAD,
  ]);
  expect(more).toEqual([]);
  expect(row?.get(PR_COMMENT_W)).toBe('about it');
  expect(row?.get(PR_DEPTH)).toBe(0);
  expect(row?.get(PR_DISPLAY_NAME_W)).toBe('Below');
  expect(row?.get(PR_DISPLAY_TYPE)).toBe(DT_FOLDER);
  expect(row?.get(PR_ENTRYID)).toEqual(await propOf(below, PR_ENTRYID));
  expect(row?.get(PR_OBJECT_TYPE)).toBe(MAPI_FOLDER);
  expect(row?.get(PR_FOLDER_TYPE)).toBe(FOLDER_GENERIC);
  expect([row?.get(PR_SUBFOLDERS), row?.get(PR_CONTENT_COUNT), row?.get(PR_CONTENT_UNREAD)]).toEqual([true, 0, 0]);
});

// recipient-tables, with what it adds for submitted messages.
test('a recipient table has its required columns', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  const address = [
    prop(PR_ADDRTYPE_W, 'SMTP'),
    prop(PR_EMAIL_ADDRESS_W, 'ann@example.org'),
    prop(PR_RESPONSIBILITY, false),
  ];
  await ok(message.ModifyRecipients(0, [[...recipient('Ann'), ...address]]));
  using table = await ok(message.GetRecipientTable());
  const [row] = await required(table, [
    PR_DISPLAY_NAME_W,
    PR_RECIPIENT_TYPE,
    PR_ROWID,
    PR_ADDRTYPE_W,
    PR_RESPONSIBILITY,
  ]);
  expect([...(row ?? [])]).toEqual(['Ann', MAPI_TO, 0, 'SMTP', false]);
});

// attachment-tables.
test('an attachment table has its required columns, and attachments that both saves have put there', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using message = await ok(inbox.CreateMessage(IMessage));
  using table = await ok(message.GetAttachmentTable());
  using attach = (await ok(message.CreateAttach(null))).lppAttach;
  await ok(attach.SetProps([prop(PR_RENDERING_POSITION, 7)]));
  await ok(attach.SaveChanges());
  expect(await ok(table.GetRowCount())).toBe(0);
  await ok(message.SaveChanges(2));
  const [row] = await required(table, [
    PR_ATTACH_NUM,
    PR_INSTANCE_KEY,
    PR_RECORD_KEY,
    PR_RENDERING_POSITION,
    PR_OBJECT_TYPE,
  ]);
  expect([row?.get(PR_ATTACH_NUM), row?.get(PR_RENDERING_POSITION), row?.get(PR_OBJECT_TYPE)]).toEqual([
    0,
    7,
    MAPI_ATTACH,
  ]);
  expect(row?.get(PR_RECORD_KEY)?.length).toBeGreaterThan(0);
});

// outgoing-queue-tables.
test('an outgoing queue table has its required columns and stands in the order of submission', async () => {
  using store = await newStore();
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  for (const name of ['z', 'a', 'm']) {
    using message = await ok(outbox.CreateMessage(IMessage));
    const props = [prop(PR_SUBJECT_W, name), prop(PR_SENDER_NAME_W, 'Me'), prop(PR_PRIORITY, 1)];
    await ok(message.SetProps(props));
    await ok(message.ModifyRecipients(0, [recipient('Ann'), recipient('Cy', 2), recipient('Di', 3)]));
    await ok(message.SubmitMessage());
  }
  using table = await ok(store.GetOutgoingQueue());
  const rows = await required(table, [
    PR_SUBJECT_W,
    PR_DISPLAY_TO_W,
    PR_DISPLAY_CC_W,
    PR_DISPLAY_BCC_W,
    PR_SENDER_NAME_W,
    PR_PRIORITY,
    PR_SUBMIT_FLAGS,
    PR_CLIENT_SUBMIT_TIME,
    PR_ENTRYID,
    PR_MESSAGE_FLAGS,
    PR_MESSAGE_SIZE,
  ]);
  expect(rows.map((row) => [...row].slice(0, 6))).toEqual(
    ['z', 'a', 'm'].map((name) => [name, 'Ann', 'Cy', 'Di', 'Me', 1]),
  );
  const times = rows.map((row) => row.get(PR_CLIENT_SUBMIT_TIME) as bigint);
  expect(times).toEqual([...times].sort((a, b) => (a < b ? -1 : Number(a > b))));
  for (const row of rows) expect((row.get(PR_MESSAGE_FLAGS) as number) & 4).toBe(4);
});

// receive-folder-tables.
test('a receive folder table has its required columns', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  await ok(store.SetReceiveFolder('IPM.Fax', 0, (await propOf(inbox, PR_ENTRYID)) as Uint8Array));
  using table = await ok(store.GetReceiveFolderTable());
  const rows = await required(table, [PR_ENTRYID, PR_MESSAGE_CLASS_W, PR_RECORD_KEY]);
  const fax = rows.find((row) => row.get(PR_MESSAGE_CLASS_W) === 'IPM.Fax');
  expect(fax?.get(PR_ENTRYID)).toEqual(await propOf(inbox, PR_ENTRYID));
  expect(fax?.get(PR_RECORD_KEY)).toEqual(await propOf(inbox, PR_RECORD_KEY));
});
