import { expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  type IMAPIProp,
  KEEP_OPEN_READWRITE,
  MAPI_E_COMPUTED,
  MAPI_MESSAGE,
  MAPI_STORE,
  PR_CREATION_TIME,
  PR_DISPLAY_BCC_W,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_IPM_WASTEBASKET_ENTRYID,
  PR_LAST_MODIFICATION_TIME,
  PR_MDB_PROVIDER,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_CC_ME,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIP_ME,
  PR_MESSAGE_RECIPIENTS,
  PR_MESSAGE_SIZE,
  PR_MESSAGE_TO_ME,
  PR_NORMALIZED_SUBJECT_W,
  PR_OBJECT_TYPE,
  PR_PARENT_DISPLAY_W,
  PR_PARENT_ENTRYID,
  PR_RECEIVED_BY_NAME_W,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_SENDER_NAME_W,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_STORE_SUPPORT_MASK,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newStore, propOf, recipient } from '../mailbox/stores.js';
import { made } from './folders.js';
import { again, savedMessage } from './messages.js';

useLedger();

type Props = Pick<IMAPIProp, 'GetProps' | 'SetProps'>;

/** Values as they are there, written back: each is refused as one that the store keeps. */
async function expectReadOnly(object: Props, tags: readonly PropTag[]): Promise<void> {
  const row = await ok(object.GetProps(tags));
  expect(row.tags).toEqual(tags);
  const problems = await ok(object.SetProps(row.toProps()));
  expect(problems.map(({ ulPropTag, scode }) => [ulPropTag, scode])).toEqual(tags.map((tag) => [tag, MAPI_E_COMPUTED]));
}

const everywhere = [PR_ENTRYID, PR_OBJECT_TYPE, PR_RECORD_KEY, PR_STORE_ENTRYID, PR_STORE_RECORD_KEY] as const;

test('a message has the required properties that stores set, once it is saved; they are read-only', async () => {
  using store = await newStore();
  using message = await savedMessage(store, prop(PR_SUBJECT_W, 'Re: lunch'));
  await ok(message.ModifyRecipients(0, [recipient('Ann')]));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  await expectReadOnly(message, [
    ...everywhere,
    ...[PR_CREATION_TIME, PR_LAST_MODIFICATION_TIME, PR_MESSAGE_SIZE, PR_NORMALIZED_SUBJECT_W],
    ...[PR_DISPLAY_TO_W, PR_DISPLAY_CC_W, PR_DISPLAY_BCC_W, PR_PARENT_DISPLAY_W, PR_PARENT_ENTRYID],
  ]);
  const shown = [PR_OBJECT_TYPE, PR_PARENT_DISPLAY_W, PR_DISPLAY_TO_W, PR_MESSAGE_ATTACHMENTS, PR_MESSAGE_RECIPIENTS];
  expect([...(await ok(message.GetProps(shown)))]).toEqual([MAPI_MESSAGE, 'Inbox', 'Ann', 0, 0]);
  const own: readonly PropTag[] = [PR_MESSAGE_CLASS_W, PR_MESSAGE_FLAGS, PR_SEARCH_KEY];
  for (const tag of own) expect(await propOf(message, tag)).not.toBeNull();
});

test('a message takes the required properties that transports set', async () => {
  using store = await newStore();
  const set: readonly PropValue[] = [
    prop(PR_MESSAGE_TO_ME, true),
    prop(PR_MESSAGE_CC_ME, false),
    prop(PR_MESSAGE_RECIP_ME, true),
    prop(PR_RECEIVED_BY_NAME_W, 'Bob'),
    prop(PR_SENDER_NAME_W, 'Ann'),
  ];
  using message = await savedMessage(store, ...set);
  using opened = await again(store, message, 0);
  expect((await ok(opened.GetProps(set.map(([tag]) => tag)))).toProps()).toEqual(set);
});

test('a folder has its required properties; name apart they are read-only', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using folder = await made(inbox, 'a');
  await expectReadOnly(folder, [...everywhere, PR_FOLDER_TYPE, PR_PARENT_ENTRYID]);
  expect(await ok(folder.SetProps([prop(PR_DISPLAY_NAME_W, 'b')]))).toEqual([]);
  expect(await propOf(folder, PR_DISPLAY_NAME_W)).toBe('b');
});

test('a store has its required properties; name apart they are read-only', async () => {
  using store = await newStore();
  await expectReadOnly(store, [
    ...everywhere,
    ...[PR_MDB_PROVIDER, PR_STORE_SUPPORT_MASK],
    ...[PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID, PR_IPM_SUBTREE_ENTRYID, PR_IPM_WASTEBASKET_ENTRYID],
  ]);
  expect(await propOf(store, PR_OBJECT_TYPE)).toBe(MAPI_STORE);
  expect(await ok(store.SetProps([prop(PR_DISPLAY_NAME_W, 'Mine')]))).toEqual([]);
  expect(await propOf(store, PR_DISPLAY_NAME_W)).toBe('Mine');
});
