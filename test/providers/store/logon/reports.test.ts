import { describe, expect, test } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { E_FAIL, ok } from '../../../../src/com/index.js';
import {
  AUTO_RESPONSE_SUPPRESS_NRN,
  AUTO_RESPONSE_SUPPRESS_RN,
  CLEAR_NRN_PENDING,
  CLEAR_READ_FLAG,
  CLEAR_RN_PENDING,
  DEL_MESSAGES,
  GENERATE_RECEIPT_ONLY,
  IMAPIFolder,
  MAPI_E_INVALID_PARAMETER,
  MAPI_NON_READ,
  MESSAGE_MOVE,
  MSGFLAG_NRN_PENDING,
  MSGFLAG_READ,
  MSGFLAG_RN_PENDING,
  PR_AUTO_RESPONSE_SUPPRESS,
  PR_DELETE_AFTER_SUBMIT,
  PR_IPM_OUTBOX_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_NON_RECEIPT_NOTIFICATION_REQUESTED,
  PR_PARENT_ENTRYID,
  PR_READ_RECEIPT_REQUESTED,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  type IMsgStore as Store,
  SUPPRESS_RECEIPT,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';
import { type Logon, session } from './logons.js';

useLedger();

const both = MSGFLAG_RN_PENDING | MSGFLAG_NRN_PENDING;
const wanted = prop(PR_READ_RECEIPT_REQUESTED, true);

/** A client and a message that the spooler has brought in, whose sender wants reports unless told otherwise. */
async function mailbox(...asked: readonly PropValue[]) {
  const mapi = await session();
  const client = await mapi.client();
  const spooler = await mapi.spooler(client.security);
  const receive = async (...props: readonly PropValue[]): Promise<Uint8Array> => {
    using inbox = await inboxOf(spooler.store);
    return await post(inbox, 'news', prop(PR_MESSAGE_CLASS_W, 'IPM.Note'), prop(PR_MESSAGE_FLAGS, 0), ...props);
  };
  const entryId = await receive(...(asked.length > 0 ? asked : [wanted]));
  return { mapi, client, entryId, receive, [Symbol.asyncDispose]: () => mapi.end() };
}

async function flagsOf(store: Store, entryId: Uint8Array): Promise<number> {
  using message = await messageOf(store, entryId, 0);
  return ((await propOf(message, PR_MESSAGE_FLAGS)) as number) & (both | MSGFLAG_READ);
}

/** The reports that were made, and those in the queue. */
async function reports({ support, store }: Logon): Promise<readonly [made: unknown[], queued: unknown[]]> {
  using queue = await ok(store.GetOutgoingQueue());
  const queued = await rowsOf(queue, [PR_MESSAGE_CLASS_W]);
  return [support.of('ReadReceipt').map(([, flags]) => flags), queued.map(([messageClass]) => messageClass)];
}

const none = [[], []];
const read = [[0], ['REPORT.IPM.Note.IPNRN']];
const nonread = [[MAPI_NON_READ], ['REPORT.IPM.Note.IPNNRN']];

async function mark(store: Store, entryId: Uint8Array, flags: number): Promise<void> {
  using message = await messageOf(store, entryId, 0);
  await ok(message.SetReadFlag(flags));
}

describe('A message that comes in', () => {
  test('waits for a read report and a nonread report when its sender asked for either', async () => {
    await using box = await mailbox();
    const { store } = box.client;
    expect(await flagsOf(store, box.entryId)).toBe(both);
    expect(await flagsOf(store, await box.receive())).toBe(0);
    const unread = await box.receive(prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true));
    expect(await flagsOf(store, unread)).toBe(MSGFLAG_NRN_PENDING);
    expect(await flagsOf(store, await box.receive(prop(PR_READ_RECEIPT_REQUESTED, false)))).toBe(0);
  });

  test('is not one that a client saves, nor a copy', async () => {
    await using box = await mailbox();
    const { store } = box.client;
    using inbox = await inboxOf(store);
    expect(await flagsOf(store, await post(inbox, 'mine', prop(PR_MESSAGE_FLAGS, 0), wanted))).toBe(0);
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    await ok(inbox.CopyMessages([box.entryId], null, outbox, 0, null));
    using copies = await ok(outbox.GetContentsTable());
    const [copy] = await rowsOf(copies, [PR_MESSAGE_FLAGS]);
    expect((copy?.[0] as number) & both).toBe(0);
    expect(await flagsOf(store, box.entryId)).toBe(both);
  });
});

describe('SetReadFlag', () => {
  test('without flags marks as read and sends the report, once', async () => {
    await using box = await mailbox();
    const { store } = box.client;
    await mark(store, box.entryId, 0);
    expect(await flagsOf(store, box.entryId)).toBe(MSGFLAG_READ);
    await mark(store, box.entryId, 0);
    await mark(store, box.entryId, CLEAR_READ_FLAG);
    await mark(store, box.entryId, 0);
    await mark(store, box.entryId, GENERATE_RECEIPT_ONLY);
    expect(await reports(box.client)).toEqual(read);
  });

  test('puts the report into the Outbox, to be deleted when it was sent', async () => {
    await using box = await mailbox();
    const { store } = box.client;
    await mark(store, box.entryId, 0);
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    using contents = await ok(outbox.GetContentsTable());
    expect(await rowsOf(contents, [PR_SUBJECT_W, PR_DELETE_AFTER_SUBMIT])).toEqual([['IPNRN: news', true]]);
  });

  test.each([
    ['SUPPRESS_RECEIPT cancels the report', SUPPRESS_RECEIPT, MSGFLAG_READ, none],
    ['CLEAR_READ_FLAG sends none', CLEAR_READ_FLAG, both, none],
    ['GENERATE_RECEIPT_ONLY sends it and marks nothing', GENERATE_RECEIPT_ONLY, 0, read],
    ['CLEAR_RN_PENDING forgets the read report', CLEAR_RN_PENDING, MSGFLAG_NRN_PENDING, none],
    ['CLEAR_NRN_PENDING forgets the nonread report', CLEAR_NRN_PENDING, MSGFLAG_RN_PENDING, none],
    ['both of them forget both', CLEAR_RN_PENDING | CLEAR_NRN_PENDING, 0, none],
  ])('%s', async (_, flags, left, sent) => {
    await using box = await mailbox();
    const { store } = box.client;
    await mark(store, box.entryId, flags);
    expect([await flagsOf(store, box.entryId), await reports(box.client)]).toEqual([left, sent]);
    using inbox = await inboxOf(store);
    const again = await box.receive(wanted);
    box.client.support.calls.length = 0;
    await ok(inbox.SetReadFlags([again], 0, null, flags));
    expect(await flagsOf(store, again)).toBe(left);
    expect(box.client.support.of('ReadReceipt')).toHaveLength(sent === read ? 1 : 0);
  });

  test('SUPPRESS_RECEIPT with GENERATE_RECEIPT_ONLY takes the request back, and marks nothing', async () => {
    await using box = await mailbox();
    const { store } = box.client;
    await mark(store, box.entryId, SUPPRESS_RECEIPT | GENERATE_RECEIPT_ONLY);
    using message = await messageOf(store, box.entryId, 0);
    expect(await propOf(message, PR_READ_RECEIPT_REQUESTED)).toBe(false);
    expect([await flagsOf(store, box.entryId), await reports(box.client)]).toEqual([0, none]);
  });

  test('MAPI_E_INVALID_PARAMETER for flags that exclude each other', async () => {
    await using box = await mailbox();
    using message = await messageOf(box.client.store, box.entryId, 0);
    for (const flags of [
      SUPPRESS_RECEIPT | CLEAR_READ_FLAG,
      CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
      SUPPRESS_RECEIPT | CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
    ])
      expect(await message.SetReadFlag(flags)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('a report that cannot be made stays pending, and is sent later; the message is read nevertheless', async () => {
    await using box = await mailbox();
    const { store, support } = box.client;
    support.failing.set('ReadReceipt', E_FAIL);
    const before = setLog({ error: () => undefined, warn: () => undefined });
    await mark(store, box.entryId, 0);
    setLog(before);
    expect(await flagsOf(store, box.entryId)).toBe(MSGFLAG_READ | MSGFLAG_RN_PENDING);
    support.failing.clear();
    support.calls.length = 0;
    await mark(store, box.entryId, GENERATE_RECEIPT_ONLY);
    expect([await flagsOf(store, box.entryId), await reports(box.client)]).toEqual([MSGFLAG_READ, read]);
  });

  test('no report when MAPI knows nobody who could get it', async () => {
    await using box = await mailbox();
    box.client.support.reports = false;
    await mark(box.client.store, box.entryId, 0);
    expect((await reports(box.client))[1]).toEqual([]);
  });

  test('the object that marks a message may still save it; one that others changed meanwhile is still a conflict', async () => {
    await using box = await mailbox();
    using message = await messageOf(box.client.store, box.entryId);
    await ok(message.SetReadFlag(0));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'mine')]));
    await ok(message.SaveChanges(2));
    expect(await reports(box.client)).toEqual(read);
  });

  test('without a session the report stays pending until there is one', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'news', prop(PR_MESSAGE_FLAGS, 0), wanted);
    await mark(store, entryId, 0);
    expect(await flagsOf(store, entryId)).toBe(MSGFLAG_READ | MSGFLAG_RN_PENDING);
  });
});

describe('A message that is deleted unread', () => {
  test('is reported as not read, by DeleteMessages, EmptyFolder and DeleteFolder', async () => {
    await using box = await mailbox();
    const { store, support } = box.client;
    using inbox = await inboxOf(store);
    await ok(inbox.DeleteMessages([box.entryId], 0, null));
    expect(await reports(box.client)).toEqual(nonread);
    await box.receive(prop(PR_NON_RECEIPT_NOTIFICATION_REQUESTED, true));
    await ok(inbox.EmptyFolder(0, null));
    expect(support.of('ReadReceipt')).toHaveLength(2);
    using below = await ok(inbox.CreateFolder(1, 'Below', null, IMAPIFolder));
    const entryId = await box.receive(wanted);
    await ok(inbox.CopyMessages([entryId], null, below, 0, null, MESSAGE_MOVE));
    expect(support.of('ReadReceipt')).toHaveLength(2);
    using moved = await messageOf(store, entryId, 0);
    const folder = (await propOf(moved, PR_PARENT_ENTRYID)) as Uint8Array;
    await ok(inbox.DeleteFolder(folder, 0, null, DEL_MESSAGES));
    expect(support.of('ReadReceipt').map(([, flags]) => flags)).toEqual([1, 1, 1]);
  });

  test('is not when it was read, when nobody asked, and when the request was forgotten', async () => {
    await using box = await mailbox();
    const { store, support } = box.client;
    using inbox = await inboxOf(store);
    await mark(store, box.entryId, SUPPRESS_RECEIPT);
    const forgotten = await box.receive(wanted);
    await mark(store, forgotten, CLEAR_NRN_PENDING);
    await ok(inbox.DeleteMessages([box.entryId, forgotten, await box.receive()], 0, null));
    expect(support.of('ReadReceipt')).toEqual([]);
  });
});

test('A message that goes to another store is reported as read from the first one', async () => {
  await using box = await mailbox();
  using inbox = await inboxOf(box.client.store);
  using other = await newStore();
  using target = await inboxOf(other);
  await ok(inbox.CopyMessages([box.entryId], null, target, 0, null));
  expect(await reports(box.client)).toEqual(read);
  using contents = await ok(target.GetContentsTable());
  const [copy] = await rowsOf(contents, [PR_MESSAGE_FLAGS]);
  expect((copy?.[0] as number) & both).toBe(0);
});

test('PR_AUTO_RESPONSE_SUPPRESS: no report is owed that nobody needs', async () => {
  await using box = await mailbox();
  const { client, receive } = box;
  const suppress = (bits: number): PropValue => prop(PR_AUTO_RESPONSE_SUPPRESS, bits);
  const pending = async (bits: number): Promise<number> =>
    await flagsOf(client.store, await receive(wanted, suppress(bits)));
  expect(await pending(AUTO_RESPONSE_SUPPRESS_RN)).toBe(MSGFLAG_NRN_PENDING);
  expect(await pending(AUTO_RESPONSE_SUPPRESS_NRN)).toBe(MSGFLAG_RN_PENDING);
  expect(await pending(-1)).toBe(0);
  expect(await pending(0)).toBe(both);
});
