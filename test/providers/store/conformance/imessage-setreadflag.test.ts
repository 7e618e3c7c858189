import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  CLEAR_NRN_PENDING,
  CLEAR_READ_FLAG,
  CLEAR_RN_PENDING,
  FORCE_SAVE,
  GENERATE_RECEIPT_ONLY,
  KEEP_OPEN_READWRITE,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_SUBMITTED,
  MAPI_E_UNKNOWN_FLAGS,
  type IMessage as Message,
  MSGFLAG_READ,
  PR_CONTENT_UNREAD,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_READ,
  PR_RECEIPT_TIME,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  prop,
  SUPPRESS_RECEIPT,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { deleteElsewhere, inboxOf, newPath, newStore, propOf, recipient, rowsOf } from '../mailbox/stores.js';
import { again, entryIdOf, newMessage, savedMessage } from './messages.js';

useLedger();

const isRead = async (message: Message): Promise<boolean> =>
  (((await propOf(message, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_READ) !== 0;

describe('IMessage::SetReadFlag', () => {
  test('no flags: the message is read from then on, at once and for everybody; read already, nothing changes', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(other);
    using message = await savedMessage(store);
    expect([await isRead(message), await propOf(inbox, PR_CONTENT_UNREAD)]).toEqual([false, 1]);
    for (let times = 0; times < 2; times++) {
      expect(await message.SetReadFlag()).toBe(S_OK);
      expect([await isRead(message), await propOf(inbox, PR_CONTENT_UNREAD)]).toEqual([true, 0]);
    }
    using opened = await again(other, message, 0);
    expect(await isRead(opened)).toBe(true);
  });

  test('CLEAR_READ_FLAG: the message is unread again', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    await ok(message.SetReadFlag());
    expect(await message.SetReadFlag(CLEAR_READ_FLAG)).toBe(S_OK);
    expect(await isRead(message)).toBe(false);
  });

  test('SUPPRESS_RECEIPT marks it read, MAPI_DEFERRED_ERRORS may go with it', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    expect(await message.SetReadFlag(SUPPRESS_RECEIPT | MAPI_DEFERRED_ERRORS)).toBe(S_OK);
    expect(await isRead(message)).toBe(true);
  });

  test.each([
    ['GENERATE_RECEIPT_ONLY', GENERATE_RECEIPT_ONLY],
    ['GENERATE_RECEIPT_ONLY with SUPPRESS_RECEIPT', GENERATE_RECEIPT_ONLY | SUPPRESS_RECEIPT],
    ['CLEAR_RN_PENDING', CLEAR_RN_PENDING],
    ['CLEAR_NRN_PENDING', CLEAR_NRN_PENDING],
  ])('%s leaves the read mark as it is', async (_, flags) => {
    using store = await newStore();
    using message = await savedMessage(store);
    expect(await message.SetReadFlag(flags)).toBe(S_OK);
    expect(await isRead(message)).toBe(false);
    await ok(message.SetReadFlag());
    expect(await message.SetReadFlag(flags)).toBe(S_OK);
    expect(await isRead(message)).toBe(true);
  });

  test.each([
    SUPPRESS_RECEIPT | CLEAR_READ_FLAG,
    SUPPRESS_RECEIPT | CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
    CLEAR_READ_FLAG | GENERATE_RECEIPT_ONLY,
  ])('MAPI_E_INVALID_PARAMETER for flags %i, with nothing changed', async (flags) => {
    using store = await newStore();
    using message = await savedMessage(store);
    await ok(message.SetReadFlag());
    expect(await message.SetReadFlag(flags)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await isRead(message)).toBe(true);
  });

  test('a message that does not exist, any more or yet, cannot be marked', async () => {
    const path = newPath();
    using store = await newStore(path);
    using unsaved = await newMessage(store);
    expect(await unsaved.SetReadFlag()).toBe(MAPI_E_NO_SUPPORT);
    using message = await savedMessage(store);
    await deleteElsewhere(path, await entryIdOf(message));
    expect(await message.SetReadFlag()).toBe(MAPI_E_NOT_FOUND);
  });

  test('a submitted message cannot be marked', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    await ok(message.ModifyRecipients(0, [recipient('Ann')]));
    await ok(message.SubmitMessage());
    expect(await message.SetReadFlag()).toBe(MAPI_E_SUBMITTED);
  });

  test('a message open for reading alone can be marked; what another object has changed there stays pending', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'new')]));
    await ok(message.SetReadFlag());
    using reader = await again(store, message, 0);
    expect([await isRead(reader), await propOf(reader, PR_SUBJECT_W)]).toEqual([true, 'old']);
    expect(await reader.SetReadFlag(CLEAR_READ_FLAG)).toBe(S_OK);
    expect(await isRead(reader)).toBe(false);
  });

  test('a message that is read stays so when somebody saves over it who had it open before', async () => {
    using store = await newStore();
    using message = await savedMessage(store, prop(PR_SUBJECT_W, 'old'));
    using editor = await again(store, message);
    await ok(message.SetReadFlag());
    await ok(editor.SetProps([prop(PR_SUBJECT_W, 'new')]));
    expect(await editor.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    expect(await editor.SaveChanges(FORCE_SAVE)).toBe(S_OK);
    using stored = await again(store, message, 0);
    expect([await isRead(stored), await propOf(stored, PR_SUBJECT_W)]).toEqual([true, 'new']);
  });

  test('MAPI_E_UNKNOWN_FLAGS for an unknown flag', async () => {
    using store = await newStore();
    using message = await savedMessage(store);
    expect(await message.SetReadFlag(0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});

describe('Posting a message', () => {
  test('a message with a class of its own is saved read, without recipients, and stands in the folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using post = await newMessage(
      store,
      prop(PR_MESSAGE_CLASS_W, 'IPM.Post'),
      prop(PR_MESSAGE_FLAGS, MSGFLAG_READ),
      prop(PR_SENDER_NAME_W, 'Ann'),
      prop(PR_RECEIPT_TIME, 5n),
      prop(PR_SUBJECT_W, 'RE: lunch'),
    );
    await ok(post.SaveChanges(KEEP_OPEN_READWRITE));
    expect([await isRead(post), await propOf(inbox, PR_CONTENT_UNREAD)]).toEqual([true, 0]);
    using table = await ok(inbox.GetContentsTable());
    expect(await rowsOf(table, [PR_MESSAGE_CLASS_W, PR_SENDER_NAME_W])).toEqual([['IPM.Post', 'Ann']]);
    expect(await propOf(post, PR_READ)).toBeNull();
  });
});
