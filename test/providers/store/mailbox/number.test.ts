import { expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  IMAPIFolder,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_UNKNOWN_ENTRYID,
  MESSAGE_MOVE,
  PR_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
} from '../../../../src/mapi/index.js';
import { messageEntryId, messageNumber } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newStore, post, propOf } from './stores.js';

useLedger();

test('a message keeps its number when it is moved, and its number leads back to it', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const key = (await propOf(store, PR_STORE_RECORD_KEY)) as Uint8Array;
  const entryId = await post(inbox, 'one');
  const number = messageNumber(key, entryId);
  expect(messageNumber(key, await post(inbox, 'two'))).not.toBe(number);
  using deleted = await folderOf(store, await propOf(store, PR_IPM_WASTEBASKET_ENTRYID));
  await ok(inbox.CopyMessages([entryId], IMAPIFolder, deleted, 0, null, MESSAGE_MOVE));
  using message = await messageOf(store, messageEntryId(key, number), 0);
  expect(await propOf(message, PR_SUBJECT_W)).toBe('one');
});

test('what is no message of the store has no number', async () => {
  using store = await newStore();
  using other = await newStore();
  using inbox = await inboxOf(store);
  const key = (await propOf(store, PR_STORE_RECORD_KEY)) as Uint8Array;
  const folderId = (await propOf(inbox, PR_ENTRYID)) as Uint8Array;
  using foreignInbox = await inboxOf(other);
  const foreign = await post(foreignInbox, 'elsewhere');
  expect(() => messageNumber(key, folderId)).toThrow(expect.objectContaining({ hr: MAPI_E_INVALID_ENTRYID }));
  expect(() => messageNumber(key, foreign)).toThrow(expect.objectContaining({ hr: MAPI_E_UNKNOWN_ENTRYID }));
  expect(() => messageNumber(key, new Uint8Array(3))).toThrow(expect.objectContaining({ hr: MAPI_E_INVALID_ENTRYID }));
  for (const number of [0, -1, 1.5, 2 ** 60])
    expect(() => messageEntryId(key, number)).toThrow(expect.objectContaining({ hr: MAPI_E_INVALID_ENTRYID }));
});
