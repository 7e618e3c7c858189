import { describe, expect, test } from 'vitest';
import { com, ok } from '../../../../src/com/index.js';
import {
  fnevNewMail,
  IMAPIAdviseSink,
  IMessage,
  LOGOFF_OUTBOUND_QUEUE,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_SUBMITTED,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_MODIFY,
  MAPI_W_PARTIAL_COMPLETION,
  MODRECIP_ADD,
  MODRECIP_MODIFY,
  MODRECIP_REMOVE,
  MSG_LOCKED,
  MSG_UNLOCKED,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  type NOTIFICATION,
  PR_CLIENT_SUBMIT_TIME,
  PR_COMMENT_W,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_ROWID,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  type IMsgStore as Store,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newStore, post, propOf, recipient, rowsOf } from './stores.js';

useLedger();

async function submitted(store: Store, ...props: readonly PropValue[]): Promise<Uint8Array> {
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  using message = await ok(outbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'to send'), ...props]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(2));
  const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return entryId;
}

describe('SubmitMessage', () => {
  test('puts the message into the queue; it can be read and not changed', async () => {
    using store = await newStore();
    const entryId = await submitted(store);
    expect((await store.OpenEntry(entryId, IMessage, MAPI_MODIFY))[0]).toBe(MAPI_E_SUBMITTED);
    using message = await messageOf(store, entryId, 0);
    const flags = (await propOf(message, PR_MESSAGE_FLAGS)) as number;
    expect(flags & (MSGFLAG_SUBMIT | MSGFLAG_UNSENT)).toBe(MSGFLAG_SUBMIT | MSGFLAG_UNSENT);
    expect(await propOf(message, PR_CLIENT_SUBMIT_TIME)).toBeTypeOf('bigint');
    using queue = await ok(store.GetOutgoingQueue());
    expect(await rowsOf(queue, [PR_SUBJECT_W, PR_ENTRYID])).toEqual([['to send', entryId]]);
    expect(await ok(store.StoreLogoff(0))).toBe(LOGOFF_OUTBOUND_QUEUE);
    using outbox = await folderOf(store, await propOf(message, PR_PARENT_ENTRYID));
    expect(await outbox.DeleteMessages([entryId], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    using inbox = await inboxOf(store);
    await ok(outbox.CopyMessages([entryId], null, inbox, 0, null));
    using copies = await ok(inbox.GetContentsTable());
    const [copy] = await rowsOf(copies, [PR_MESSAGE_FLAGS]);
    expect((copy?.[0] as number) & MSGFLAG_SUBMIT).toBe(0);
  });

  test('needs recipients, and ends the use of the object', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    expect(await message.SubmitMessage()).toBe(MAPI_E_NO_RECIPIENTS);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await ok(message.SubmitMessage());
    expect(await message.SaveChanges()).toBe(MAPI_E_SUBMITTED);
    expect(await message.SubmitMessage()).toBe(MAPI_E_SUBMITTED);
  });
});

test('AbortSubmit takes it out of the queue, unless it is locked or gone', async () => {
  using store = await newStore();
  const entryId = await submitted(store);
  {
    using message = await messageOf(store, entryId, 0);
    await ok(store.SetLockState(message, MSG_LOCKED));
    expect(await store.AbortSubmit(entryId)).toBe(MAPI_E_UNABLE_TO_ABORT);
    await ok(store.SetLockState(message, MSG_UNLOCKED));
    expect(await store.SetLockState(message, 9)).toBe(MAPI_E_INVALID_PARAMETER);
  }
  await ok(store.AbortSubmit(entryId));
  expect(await store.AbortSubmit(entryId)).toBe(MAPI_E_NOT_IN_QUEUE);
  using again = await messageOf(store, entryId);
  await ok(again.SubmitMessage());
});

test('FinishedMsg moves to the folder for sent messages, or deletes', async () => {
  using store = await newStore();
  const sent = (await propOf(store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
  const kept = await submitted(store, prop(PR_SENTMAIL_ENTRYID, sent));
  const gone = await submitted(store, prop(PR_DELETE_AFTER_SUBMIT, true));
  await ok(store.FinishedMsg(0, kept));
  await ok(store.FinishedMsg(0, gone));
  expect(await store.FinishedMsg(0, kept)).toBe(MAPI_E_NOT_IN_QUEUE);
  using message = await messageOf(store, kept);
  expect(await propOf(message, PR_PARENT_ENTRYID)).toEqual(sent);
  expect(((await propOf(message, PR_MESSAGE_FLAGS)) as number) & (MSGFLAG_SUBMIT | MSGFLAG_UNSENT)).toBe(0);
  expect((await store.OpenEntry(gone, IMessage))[0]).toBe(MAPI_E_NOT_FOUND);
});

test('NotifyNewMail tells the sinks of the store', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const heard: NOTIFICATION[] = [];
  const OnNotify = (events: readonly NOTIFICATION[]) => {
    heard.push(...events);
    return 0;
  };
  using sink = com({ OnNotify }, IMAPIAdviseSink);
  const connection = await ok(store.Advise(null, fnevNewMail, sink));
  const lpEntryID = await post(inbox, 'new');
  const lpParentID = (await propOf(inbox, PR_ENTRYID)) as Uint8Array;
  const info = { lpEntryID, lpParentID, ulFlags: 0, lpszMessageClass: 'IPM.Note', ulMessageFlags: 0 };
  await ok(store.NotifyNewMail({ ulEventType: fnevNewMail, info }));
  for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(heard.map(({ ulEventType }) => ulEventType)).toEqual([fnevNewMail]);
  await ok(store.Unadvise(connection));
});

describe('receive folders', () => {
  test('are found by the nearest class, whatever the case', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const outbox = (await propOf(store, PR_IPM_OUTBOX_ENTRYID)) as Uint8Array;
    await ok(store.SetReceiveFolder('IPM.Note.Phone', 0, outbox));
    expect(await ok(store.GetReceiveFolder('ipm.note.phone.cell'))).toEqual({
      lppEntryID: outbox,
      lppszExplicitClass: 'IPM.Note.Phone',
    });
    expect((await ok(store.GetReceiveFolder('X.Y'))).lppszExplicitClass).toBe('');
    await ok(store.SetReceiveFolder('IPM.Note.Phone', 0, null));
    const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note.Phone'));
    expect(lppEntryID).toEqual(await propOf(inbox, PR_ENTRYID));
    using table = await ok(store.GetReceiveFolderTable());
    expect(await rowsOf(table, [PR_MESSAGE_CLASS_W])).toEqual([[''], ['IPC'], ['IPM'], ['REPORT.IPM']]);
    expect((await store.GetReceiveFolder('é'))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});

describe('ModifyRecipients', () => {
  test('replaces, adds, modifies whole rows and removes', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    using table = await ok(message.GetRecipientTable());
    const shown = async () => {
      await ok(table.SeekRow(0, 0));
      return await rowsOf(table, [PR_ROWID, PR_DISPLAY_NAME_W, PR_COMMENT_W]);
    };
    await ok(message.ModifyRecipients(0, [[...recipient('a'), prop(PR_COMMENT_W, 'x')], [], recipient('b')]));
    await ok(message.ModifyRecipients(MODRECIP_ADD, [recipient('c')]));
    expect(await shown()).toEqual([
      [0, 'a', 'x'],
      [1, 'b', null],
      [2, 'c', null],
    ]);
    await ok(message.ModifyRecipients(MODRECIP_MODIFY, [[...recipient('A'), prop(PR_ROWID, 0)]]));
    await ok(message.ModifyRecipients(MODRECIP_REMOVE, [[prop(PR_ROWID, 1)]]));
    expect(await shown()).toEqual([
      [0, 'A', null],
      [2, 'c', null],
    ]);
    expect(await message.ModifyRecipients(MODRECIP_ADD, [[prop(PR_ROWID, 1)]])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await message.ModifyRecipients(MODRECIP_MODIFY, [recipient('x')])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await message.ModifyRecipients(MODRECIP_REMOVE, [[prop(PR_ROWID, 9)]])).toBe(MAPI_E_NOT_FOUND);
    expect(await message.ModifyRecipients(MODRECIP_ADD | MODRECIP_REMOVE, [])).toBe(MAPI_E_INVALID_PARAMETER);
  });
});
