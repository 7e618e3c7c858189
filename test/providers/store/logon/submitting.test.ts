import { describe, expect, test } from 'vitest';
import { fileTimeOf, setLog } from '../../../../src/base/index.js';
import { E_FAIL, ok } from '../../../../src/com/index.js';
import {
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_BEST_ACCESS,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_RECIPIENTS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_SUBMITTED,
  MAPI_E_UNABLE_TO_ABORT,
  MAPI_MODIFY,
  MAPI_P1,
  MAPI_SUBMITTED,
  MAPI_TO,
  type IMessage as Message,
  MSG_LOCKED,
  MSG_UNLOCKED,
  MSGFLAG_RESEND,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  NEEDS_PREPROCESSING,
  NEEDS_SPOOLER,
  NOTIFY_READYTOSEND,
  PR_CLIENT_SUBMIT_TIME,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DELETE_AFTER_SUBMIT,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_RESPONSIBILITY,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  type PropValue,
  prop,
  type IMsgStore as Store,
  SUBMITFLAG_LOCKED,
  SUBMITFLAG_PREPROCESS,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { sendingAtHand } from '../../../../src/subsystem/spooler/at-hand.js';
import { useLedger } from '../../../support/ledger.js';
import { Ear } from '../conformance/sinks.js';
import { folderOf, messageOf, newPath, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { type Logon, session } from './logons.js';

useLedger();

/** A saved message in the Outbox, not yet submitted; the caller releases it. */
async function draft(store: Store, ...props: readonly PropValue[]): Promise<Message> {
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  const message = await ok(outbox.CreateMessage(IMessage));
  await ok(message.SetProps([prop(PR_SUBJECT_W, 'to send'), ...props]));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(2));
  return message;
}

async function submitted(store: Store, ...props: readonly PropValue[]): Promise<Uint8Array> {
  using message = await draft(store, ...props);
  const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  await ok(message.SubmitMessage());
  return entryId;
}

const queueOf = async (store: Store): Promise<readonly (readonly unknown[])[]> => {
  using queue = await ok(store.GetOutgoingQueue());
  return await rowsOf(queue, [PR_ENTRYID, PR_SUBMIT_FLAGS]);
};

const recipientsOf = async (message: Message): Promise<readonly (readonly unknown[])[]> => {
  using table = await ok(message.GetRecipientTable());
  return await rowsOf(table, [PR_DISPLAY_NAME_W, PR_RECIPIENT_TYPE, PR_RESPONSIBILITY]);
};

/** A client and the spooler of one session. */
async function both(): Promise<{ mapi: Awaited<ReturnType<typeof session>>; client: Logon; spooler: Logon }> {
  const mapi = await session();
  const client = await mapi.client();
  return { mapi, client, spooler: await mapi.spooler(client.security) };
}

describe('SubmitMessage in a session', () => {
  test('takes the steps of the page in their order: transports ready, PrepareSubmit, PR_RESPONSIBILITY, ExpandRecips, the queue, then who watches it', async () => {
    await using mapi = await session();
    const { store, support } = await mapi.client();
    using queue = await ok(store.GetOutgoingQueue());
    const ear = new Ear();
    const connection = await ear.onTable(queue);
    const steps: unknown[] = [];
    support.expanding = async (message) => {
      // Everything that came before can be seen in the message, and nothing of what comes after in the store.
      steps.push(await recipientsOf(message), await queueOf(store), ear.events.length);
    };
    using message = await draft(store, prop(PR_MESSAGE_FLAGS, MSGFLAG_RESEND | MSGFLAG_UNSENT));
    await ok(
      message.ModifyRecipients(0, [
        recipient('Ann', MAPI_TO | MAPI_SUBMITTED),
        [...recipient('Bob', MAPI_P1), prop(PR_RESPONSIBILITY, true)],
      ]),
    );
    const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
    const before = fileTimeOf(Date.now() - 1);
    await ok(message.SubmitMessage());
    expect(support.of('SpoolerNotify', 'PrepareSubmit', 'ExpandRecips').map(([method]) => method)).toEqual([
      'SpoolerNotify',
      'PrepareSubmit',
      'ExpandRecips',
    ]);
    const prepared = [
      ['Ann', MAPI_TO, true],
      ['Bob', MAPI_P1, false],
    ];
    expect(steps).toEqual([prepared, [], 0]);
    expect(await queueOf(store)).toEqual([[entryId, 0]]);
    using queued = await messageOf(store, entryId, 0);
    expect(((await propOf(queued, PR_MESSAGE_FLAGS)) as number) & (MSGFLAG_SUBMIT | MSGFLAG_UNSENT)).toBe(
      MSGFLAG_SUBMIT | MSGFLAG_UNSENT,
    );
    expect((await propOf(queued, PR_CLIENT_SUBMIT_TIME)) as bigint).toBeGreaterThan(before);
    await expect
      .poll(() => ear.events.map(({ info }) => (info as TABLE_NOTIFICATION).ulTableEvent))
      .toEqual([TABLE_ROW_ADDED]);
    await ok(queue.Unadvise(connection));
  });

  test('has the transports made ready once, and MAPI complete the recipients each time', async () => {
    await using mapi = await session();
    const { store, support } = await mapi.client();
    await submitted(store);
    await submitted(store);
    expect(support.of('SpoolerNotify', 'PrepareSubmit', 'ExpandRecips')).toEqual([
      ['SpoolerNotify', NOTIFY_READYTOSEND, null],
      ['ExpandRecips'],
      ['ExpandRecips'],
    ]);
    expect((await queueOf(store)).map(([, flags]) => flags)).toEqual([0, 0]);
    expect(support.of('CompleteMsg')).toEqual([]);
  });

  test('sends a message again to those alone who do not have it: PrepareSubmit has the last word on PR_RESPONSIBILITY', async () => {
    await using mapi = await session();
    const { store, support } = await mapi.client();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    using message = await ok(outbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_MESSAGE_FLAGS, MSGFLAG_RESEND | MSGFLAG_UNSENT)]));
    const entry = (name: string, type: number) => recipient(name, type | 0);
    await ok(
      message.ModifyRecipients(0, [
        entry('Ann', MAPI_TO | MAPI_SUBMITTED),
        entry('Bob', MAPI_TO | MAPI_SUBMITTED),
        entry('Bob', MAPI_P1),
      ]),
    );
    await ok(message.SaveChanges(2));
    const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
    await ok(message.SubmitMessage());
    expect(support.of('PrepareSubmit')).toEqual([['PrepareSubmit', 0]]);
    using queued = await messageOf(store, entryId, 0);
    expect(await recipientsOf(queued)).toEqual([
      ['Ann', MAPI_TO, true],
      ['Bob', MAPI_TO, true],
      ['Bob', MAPI_P1, false],
    ]);
  });

  test('passes on what PrepareSubmit and ExpandRecips fail with; the message stays as it was, and can be submitted later', async () => {
    await using mapi = await session();
    const { store, support } = await mapi.client();
    using message = await draft(store);
    for (const method of ['SpoolerNotify', 'ExpandRecips']) {
      support.failing.set(method, E_FAIL);
      expect(await message.SubmitMessage()).toBe(E_FAIL);
      support.failing.clear();
    }
    expect(await queueOf(store)).toEqual([]);
    expect(await recipientsOf(message)).toEqual([['Ann', MAPI_TO, null]]);
    await ok(message.SetProps([prop(PR_COMMENT_W, 'again')]));
    await ok(message.SubmitMessage());
    expect(await queueOf(store)).toHaveLength(1);
    using empty = await draft(store);
    await ok(empty.ModifyRecipients(0, []));
    expect(await empty.SubmitMessage()).toBe(MAPI_E_NO_RECIPIENTS);
  });

  test('saves what was not saved, and the place in the queue, at once', async () => {
    await using mapi = await session();
    const { store } = await mapi.client();
    using message = await draft(store);
    const entryId = (await propOf(message, PR_ENTRYID)) as Uint8Array;
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'last word')]));
    await ok(message.SubmitMessage());
    using queued = await messageOf(store, entryId, MAPI_BEST_ACCESS);
    expect(await propOf(queued, PR_SUBJECT_W)).toBe('last word');
    expect((await queued.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect((await store.OpenEntry(entryId, IMessage, MAPI_MODIFY))[0]).toBe(MAPI_E_SUBMITTED);
  });

  test('NEEDS_SPOOLER changes nothing: a store without transport sends by the spooler alone', async () => {
    await using mapi = await session();
    const { store, support } = await mapi.client();
    support.needs = NEEDS_SPOOLER;
    const entryId = await submitted(store);
    expect(await queueOf(store)).toEqual([[entryId, 0]]);
  });
});

test('NEEDS_PREPROCESSING: the spooler preprocesses, and submits once more; the message keeps its place and its lock', async () => {
  const { mapi, client, spooler } = await both();
  await using _ = mapi;
  client.support.needs = NEEDS_PREPROCESSING;
  const first = await submitted(client.store);
  const second = await submitted(client.store);
  expect(await queueOf(client.store)).toEqual([
    [first, SUBMITFLAG_PREPROCESS],
    [second, SUBMITFLAG_PREPROCESS],
  ]);
  {
    using message = await messageOf(spooler.store, first);
    await ok(spooler.store.SetLockState(message, MSG_LOCKED));
    await ok(message.SetProps([prop(PR_COMMENT_W, 'preprocessed')]));
    await ok(message.SubmitMessage());
    expect(await queueOf(client.store)).toEqual([
      [first, SUBMITFLAG_LOCKED],
      [second, SUBMITFLAG_PREPROCESS],
    ]);
    expect(await propOf(message, PR_SUBMIT_FLAGS)).toBe(SUBMITFLAG_LOCKED);
    expect(spooler.support.of('ExpandRecips', 'PrepareSubmit')).toEqual([]);
    // There is nothing left to preprocess.
    expect(await message.SubmitMessage()).toBe(MAPI_E_SUBMITTED);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'still open')]));
    await ok(spooler.store.SetLockState(message, MSG_UNLOCKED));
  }
  using message = await messageOf(client.store, first, 0);
  expect([await propOf(message, PR_COMMENT_W), await propOf(message, PR_SUBJECT_W)]).toEqual([
    'preprocessed',
    'still open',
  ]);
});

describe('What is the spooler’s', () => {
  test('is MAPI_E_NO_SUPPORT for a client', async () => {
    const { mapi, client } = await both();
    await using _ = mapi;
    const entryId = await submitted(client.store);
    using message = await messageOf(client.store, entryId, 0);
    expect(await client.store.SetLockState(message, MSG_LOCKED)).toBe(MAPI_E_NO_SUPPORT);
    expect(await client.store.FinishedMsg(0, entryId)).toBe(MAPI_E_NO_SUPPORT);
    expect(await queueOf(client.store)).toEqual([[entryId, 0]]);
  });

  test('a message that it has locked is closed to clients, and cannot be aborted', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const entryId = await submitted(client.store);
    using message = await messageOf(spooler.store, entryId);
    await ok(message.SetProps([prop(PR_COMMENT_W, 'not saved before')]));
    await ok(spooler.store.SetLockState(message, MSG_LOCKED));
    expect((await client.store.OpenEntry(entryId, IMessage))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(await client.store.AbortSubmit(entryId)).toBe(MAPI_E_UNABLE_TO_ABORT);
    await ok(spooler.store.SetLockState(message, MSG_UNLOCKED));
    using unlocked = await messageOf(client.store, entryId, 0);
    expect(await propOf(unlocked, PR_COMMENT_W)).toBe('not saved before');
    await ok(client.store.AbortSubmit(entryId));
    expect(await client.store.AbortSubmit(entryId)).toBe(MAPI_E_NOT_IN_QUEUE);
  });
});

test('SetLockState saves nothing of who does not get the lock', async () => {
  const { mapi, client, spooler } = await both();
  await using _ = mapi;
  await using second = await session(mapi.path);
  const rival = await second.spooler((await second.client()).security);
  const entryId = await submitted(client.store);
  using mine = await messageOf(spooler.store, entryId);
  using theirs = await messageOf(rival.store, entryId);
  await ok(theirs.SetProps([prop(PR_COMMENT_W, 'the rival was here')]));
  await ok(spooler.store.SetLockState(mine, MSG_LOCKED));
  expect(await rival.store.SetLockState(theirs, MSG_LOCKED)).toBe(MAPI_E_NO_ACCESS);
  // Nor was it saved: a save of the holder would be a conflict.
  await ok(mine.SaveChanges(KEEP_OPEN_READWRITE));
  expect(await propOf(mine, PR_COMMENT_W)).toBeNull();
});

describe('What is unsaved when sending ends (SendingAtHand)', () => {
  test('becomes permanent with the leave of the queue and the move', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const sent = (await propOf(client.store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    const outbox = (await propOf(client.store, PR_IPM_OUTBOX_ENTRYID)) as Uint8Array;
    const entryId = await submitted(client.store, prop(PR_SENTMAIL_ENTRYID, sent));
    const held = await messageOf(spooler.store, entryId);
    await ok(spooler.store.SetLockState(held, MSG_LOCKED));
    await ok(held.SetProps([prop(PR_COMMENT_W, 'taken')]));
    const seen: unknown[] = [];
    spooler.support.sent = async (message) => {
      seen.push(await propOf(message, PR_PARENT_ENTRYID), await propOf(message, PR_COMMENT_W));
    };
    expect(await sendingAtHand(spooler.store)?.finishSaving(held)).toEqual({ became: 'moved', why: '' });
    expect(seen).toEqual([sent, 'taken']);
    expect(await queueOf(client.store)).toEqual([]);
    using message = await messageOf(client.store, entryId);
    expect(await propOf(message, PR_COMMENT_W)).toBe('taken');
    expect(((await propOf(message, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_UNSENT).toBe(0);
    for (const [id, count] of [[sent, 1] as const, [outbox, 0] as const]) {
      using folder = await folderOf(client.store, id);
      expect(await propOf(folder, PR_CONTENT_COUNT)).toBe(count);
      expect(await propOf(folder, PR_CONTENT_UNREAD)).toBe(count);
    }
  });

  test('stays unsaved when the message is not in the queue any more', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const entryId = await submitted(client.store);
    using held = await messageOf(spooler.store, entryId);
    await ok(client.store.AbortSubmit(entryId));
    await ok(held.SetProps([prop(PR_COMMENT_W, 'too late')]));
    await expect(sendingAtHand(spooler.store)?.finishSaving(held)).rejects.toMatchObject({ hr: MAPI_E_OBJECT_CHANGED });
    expect(spooler.support.of('DoSentMail')).toEqual([]);
    using message = await messageOf(client.store, entryId);
    expect(await propOf(message, PR_COMMENT_W)).toBeNull();
  });

  test('is left to SaveChanges and FinishedMsg where MAPI sees the message before it is deleted', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const entryId = await submitted(client.store, prop(PR_DELETE_AFTER_SUBMIT, true));
    using held = await messageOf(spooler.store, entryId);
    expect(await sendingAtHand(spooler.store)?.finishSaving(held)).toBeNull();
    expect(await queueOf(client.store)).toEqual([[entryId, 0]]);
  });
});

describe('FinishedMsg in a session', () => {
  test('moves to the folder for sent messages, then has MAPI do what is left', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const sent = (await propOf(client.store, PR_IPM_SENTMAIL_ENTRYID)) as Uint8Array;
    const entryId = await submitted(client.store, prop(PR_SENTMAIL_ENTRYID, sent));
    const seen: unknown[] = [];
    spooler.support.sent = async (message) => {
      seen.push(await propOf(message, PR_PARENT_ENTRYID), await queueOf(client.store));
    };
    await ok(spooler.store.FinishedMsg(0, entryId));
    expect(spooler.support.of('DoSentMail')).toEqual([['DoSentMail', 'to send']]);
    expect(seen).toEqual([sent, []]);
    expect(await spooler.store.FinishedMsg(0, entryId)).toBe(MAPI_E_NOT_IN_QUEUE);
  });

  test('has MAPI see a message that is to be deleted, and deletes it when MAPI has not', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    const entryId = await submitted(client.store, prop(PR_DELETE_AFTER_SUBMIT, true));
    await ok(spooler.store.FinishedMsg(0, entryId));
    expect(spooler.support.of('DoSentMail')).toHaveLength(1);
    expect((await client.store.OpenEntry(entryId, IMessage))[0]).toBe(MAPI_E_NOT_FOUND);
  });

  test('a sent message is out of the queue whatever MAPI answers, and stays where it was when its folder is gone', async () => {
    const { mapi, client, spooler } = await both();
    await using _ = mapi;
    using root = await folderOf(client.store, null);
    using gone = await ok(root.CreateFolder(1, 'Gone', null, IMAPIFolder));
    const folder = (await propOf(gone, PR_ENTRYID)) as Uint8Array;
    const entryId = await submitted(client.store, prop(PR_SENTMAIL_ENTRYID, folder));
    await ok(root.DeleteFolder(folder, 0, null));
    spooler.support.failing.set('DoSentMail', E_FAIL);
    const words: string[] = [];
    const before = setLog({ error: (message) => words.push(message), warn: (message) => words.push(message) });
    await ok(spooler.store.FinishedMsg(0, entryId));
    setLog(before);
    expect(words).toHaveLength(2);
    expect(await queueOf(client.store)).toEqual([]);
    using message = await messageOf(client.store, entryId);
    expect(await propOf(message, PR_PARENT_ENTRYID)).toEqual(await propOf(client.store, PR_IPM_OUTBOX_ENTRYID));
  });
});

test('Without a session a message is submitted as it is, and none is sent again', async () => {
  using store = await openStore(newPath(), { mode: 'create' });
  const entryId = await submitted(store);
  using message = await messageOf(store, entryId, 0);
  expect(await recipientsOf(message)).toEqual([['Ann', MAPI_TO, false]]);
  using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
  using resent = await ok(outbox.CreateMessage(IMessage));
  await ok(resent.SetProps([prop(PR_MESSAGE_FLAGS, MSGFLAG_RESEND)]));
  await ok(resent.ModifyRecipients(0, [recipient('Ann')]));
  expect(await resent.SubmitMessage()).toBe(MAPI_E_NO_SUPPORT);
});
