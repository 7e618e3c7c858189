import { describe, expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  IMAPIFolder,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_E_STORE_FULL,
  MAPI_UNICODE,
  MESSAGE_MOVE,
  PR_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  prop,
} from '../../../../src/mapi/index.js';
import { PR_PROHIBIT_RECEIVE_QUOTA, PR_PROHIBIT_SEND_QUOTA } from '../../../../src/providers/store/index.js';
import { attach } from '../../../convert/mime/letters.js';
import { useLedger } from '../../../support/ledger.js';
import { compose, recipient } from '../../../support/store-programs/client.js';
import { session } from '../logon/logons.js';
import { folderOf, inboxOf, messageOf, post, propOf } from './stores.js';

useLedger();

/** A client with a message in its Inbox, whose mailbox is full by one of the bounds. */
async function fullBy(tag: PropTag<number>) {
  const mapi = await session();
  const { store } = await mapi.client();
  const inbox = await inboxOf(store);
  const entryId = await post(inbox, 'there before');
  using within = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'within', null, IMAPIFolder, MAPI_UNICODE));
  await post(within, 'there, too');
  await ok(store.SetProps([prop(tag, 1)]));
  return {
    store,
    inbox,
    entryId,
    within: (await propOf(within, PR_ENTRYID)) as Uint8Array,
    async [Symbol.asyncDispose]() {
      inbox.Release();
      await mapi.end();
    },
  };
}

describe('A mailbox that is full: PR_PROHIBIT_RECEIVE_QUOTA', () => {
  test('takes no new message: SaveChanges answers MAPI_E_STORE_FULL, and nothing is lost', async () => {
    await using full = await fullBy(PR_PROHIBIT_RECEIVE_QUOTA);
    using message = await ok(full.inbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'one too many')]));
    expect(await message.SaveChanges(0)).toBe(MAPI_E_STORE_FULL);
    await ok(full.store.DeleteProps([PR_PROHIBIT_RECEIVE_QUOTA]));
    await ok(message.SaveChanges(0));
    using again = await messageOf(full.store, (await propOf(message, PR_ENTRYID)) as Uint8Array, 0);
    expect(await propOf(again, PR_SUBJECT_W)).toBe('one too many');
  });

  test('takes no more files into a message, and no copies of messages and folders', async () => {
    await using full = await fullBy(PR_PROHIBIT_RECEIVE_QUOTA);
    using message = await messageOf(full.store, full.entryId, 1);
    await attach(message, 'file.bin', Buffer.alloc(100));
    expect(await message.SaveChanges(0)).toBe(MAPI_E_STORE_FULL);
    expect(await full.inbox.CopyMessages([full.entryId], null, full.inbox, 0, null, 0)).toBe(MAPI_E_STORE_FULL);
    expect(await full.inbox.CopyFolder(full.within, null, full.inbox, 'copy', 0, null, MAPI_UNICODE)).toBe(
      MAPI_E_STORE_FULL,
    );
  });

  test('sends nothing either', async () => {
    await using full = await fullBy(PR_PROHIBIT_RECEIVE_QUOTA);
    using message = await compose(full.store, 'farewell', [recipient('bob@example.org')]);
    expect(await message.SubmitMessage(0)).toBe(MAPI_E_STORE_FULL);
  });

  test('is tidied up: messages are changed, marked, moved and deleted, views are kept', async () => {
    await using full = await fullBy(PR_PROHIBIT_RECEIVE_QUOTA);
    using message = await messageOf(full.store, full.entryId, 1);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'to be kept')]));
    await ok(message.SaveChanges(2));
    await ok(message.SetReadFlag(0));
    using view = await ok(full.inbox.CreateMessage(IMessage, MAPI_ASSOCIATED));
    await ok(view.SaveChanges(0));
    using waste = await folderOf(full.store, await propOf(full.store, PR_IPM_WASTEBASKET_ENTRYID));
    await ok(full.inbox.CopyMessages([full.entryId], null, waste, 0, null, MESSAGE_MOVE));
    using table = await ok(waste.GetContentsTable(0));
    await ok(table.SetColumns([PR_ENTRYID]));
    const [row] = await ok(table.QueryRows(1));
    await ok(waste.DeleteMessages([row?.get(PR_ENTRYID) as Uint8Array], 0, null, 0));
  });
});

test('PR_PROHIBIT_SEND_QUOTA: whoever has reached it alone sends nothing, and saves what he writes', async () => {
  await using full = await fullBy(PR_PROHIBIT_SEND_QUOTA);
  using message = await compose(full.store, 'later', [recipient('bob@example.org')]);
  expect(await message.SubmitMessage(0)).toBe(MAPI_E_STORE_FULL);
  await ok(message.SaveChanges(0));
});
