import { describe, expect, test } from 'vitest';
import { type AnyIid, IUnknown, ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_SEARCH,
  IMAPIFolder,
  IMAPIProp,
  IMessage,
  ITEMPROC_FORCE,
  KEEP_OPEN_READWRITE,
  MAPI_ASSOCIATED,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MESSAGE,
  type IMessage as Message,
  MSGFLAG_ASSOCIATED,
  NON_EMS_XP_SAVE,
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTENT_COUNT,
  PR_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_OBJECT_TYPE,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, post, propOf } from '../mailbox/stores.js';
import { idOf, made, readOnly, subjectsOf } from './folders.js';

useLedger();

describe('IMAPIFolder::CreateMessage', () => {
  test('S_OK: a message that is in the contents table once it is saved', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [hr, created] = await inbox.CreateMessage(null);
    expect(hr).toBe(S_OK);
    using message = created as Message;
    expect(await propOf(message, PR_OBJECT_TYPE)).toBe(MAPI_MESSAGE);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'one')]));
    expect([await subjectsOf(inbox), await propOf(inbox, PR_CONTENT_COUNT)]).toEqual([[], 0]);
    await ok(message.SaveChanges());
    expect([await subjectsOf(inbox), await propOf(inbox, PR_CONTENT_COUNT)]).toEqual([['one'], 1]);
  });

  test('a message that is never saved leaves nothing behind', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    {
      using message = await ok(inbox.CreateMessage(null));
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'one')]));
    }
    expect(await subjectsOf(inbox)).toEqual([]);
  });

  test('the entry identifier is there after the save, and no other message of any open store has it', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using message = await ok(inbox.CreateMessage(null));
    expect((await ok(message.GetProps([PR_ENTRYID]))).toProps()[0]?.[1]).toBe(MAPI_E_NOT_FOUND);
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const ids = [await propOf(message, PR_ENTRYID), await post(inbox, 'a'), await post(there, 'b')];
    expect(new Set(ids.map((id) => Buffer.from(id as Uint8Array).toString('hex'))).size).toBe(3);
    using again = (await ok(store.OpenEntry(ids[0] as Uint8Array, IMessage))).lppUnk;
    expect(await propOf(again, PR_ENTRYID)).toEqual(ids[0]);
  });

  test('MAPI_ASSOCIATED: the message is in the table of associated contents instead', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(null, MAPI_ASSOCIATED));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'a view')]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    expect([await subjectsOf(inbox), await subjectsOf(inbox, MAPI_ASSOCIATED)]).toEqual([[], ['a view']]);
    expect([await propOf(inbox, PR_CONTENT_COUNT), await propOf(inbox, PR_ASSOC_CONTENT_COUNT)]).toEqual([0, 1]);
    const flags = (await propOf(message, PR_MESSAGE_FLAGS)) as number;
    expect(flags & MSGFLAG_ASSOCIATED).toBe(MSGFLAG_ASSOCIATED);
  });

  test('MAPI_DEFERRED_ERRORS and ITEMPROC_FORCE are taken, other bits are MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(null, MAPI_DEFERRED_ERRORS | ITEMPROC_FORCE));
    expect(await message.SaveChanges(NON_EMS_XP_SAVE)).toBe(S_OK);
    expect(await inbox.CreateMessage(null, 0x4000)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });

  test('hands out any interface of messages, and no interface of folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const iid of [null, IUnknown, IMAPIProp, IMessage]) {
      using message = await ok(inbox.CreateMessage(iid as AnyIid | null));
      expect((message as IUnknown).QueryInterface(IMessage)[0]).toBe(S_OK);
      (message as IUnknown).Release();
    }
    expect((await inbox.CreateMessage(IMAPIFolder))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
  });

  test('a message whose folder was deleted cannot be saved', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using folder = await made(inbox, 'folder');
    using message = await ok(folder.CreateMessage(null));
    await ok(inbox.DeleteFolder(await idOf(folder), 0, null));
    expect(await message.SaveChanges()).toBe(MAPI_E_NOT_FOUND);
  });

  test('MAPI_E_NO_ACCESS in a read-only folder, MAPI_E_NO_SUPPORT in a search folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'search', null, null));
    expect(await reader.CreateMessage(null)).toEqual([MAPI_E_NO_ACCESS, null]);
    expect(await search.CreateMessage(null)).toEqual([MAPI_E_NO_SUPPORT, null]);
    expect(await search.CreateMessage(null, MAPI_ASSOCIATED)).toEqual([MAPI_E_NO_SUPPORT, null]);
  });
});
