import { describe, expect, test } from 'vitest';
import { type AnyIid, ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_ROOT,
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProp,
  IMAPITable,
  IMessage,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_SUBMITTED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_MODIFY,
  PR_ACCESS_LEVEL,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_IPM_OUTBOX_ENTRYID,
  PR_PARENT_ENTRYID,
  PR_SUBJECT_W,
  prop,
  SHOW_SOFT_DELETES,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, newPath, newStore, post, propOf } from '../mailbox/stores.js';
import { idOf, made, readOnly, submitted } from './folders.js';

useLedger();

/** The access level of what opens, or the code. */
async function level(container: IMAPIContainer, id: Uint8Array, flags: number): Promise<unknown> {
  const [hr, opened] = await container.OpenEntry(id, IMAPIProp, flags);
  if (!opened) return hr;
  using object = opened.lppUnk;
  return await propOf(object, PR_ACCESS_LEVEL);
}

describe('IMAPIContainer::OpenEntry', () => {
  test('S_OK: messages and folders, with their type', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    const one = await post(inbox, 'one');
    const message = await ok(inbox.OpenEntry(one, null));
    using _message = message.lppUnk;
    expect(message.lpulObjType).toBe(MAPI_MESSAGE);
    const folder = await ok(inbox.OpenEntry(await idOf(sub), null));
    using _folder = folder.lppUnk;
    expect(folder.lpulObjType).toBe(MAPI_FOLDER);
    expect(message.lppUnk.QueryInterface(IMessage)[0]).toBe(S_OK);
    (message.lppUnk as IMessage).Release();
    expect(folder.lppUnk.QueryInterface(IMAPIFolder)[0]).toBe(S_OK);
    (folder.lppUnk as IMAPIFolder).Release();
  });

  test('NULL or an empty identifier: the root of the hierarchy, whose parent is itself', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const id of [null, new Uint8Array(0)]) {
      using root = (await ok(inbox.OpenEntry(id, IMAPIFolder))).lppUnk;
      expect(await propOf(root, PR_FOLDER_TYPE)).toBe(FOLDER_ROOT);
      expect(await propOf(root, PR_PARENT_ENTRYID)).toEqual(await propOf(root, PR_ENTRYID));
    }
  });

  test('any object of the store opens, wherever it lies; also one associated with a folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    using message = (await ok(sub.OpenEntry(await post(inbox, 'one'), IMessage))).lppUnk;
    expect(await propOf(message, PR_SUBJECT_W)).toBe('one');
  });

  test('read-only without flags, writable with MAPI_MODIFY or MAPI_BEST_ACCESS; from a read-only folder too', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    const ids = [await post(inbox, 'one'), await idOf(inbox)];
    for (const id of ids)
      for (const container of [inbox, reader]) {
        expect(await level(container, id, 0)).toBe(0);
        expect(await level(container, id, MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES)).toBe(0);
        expect(await level(container, id, MAPI_MODIFY)).toBe(1);
        expect(await level(container, id, MAPI_BEST_ACCESS)).toBe(1);
      }
  });

  test('MAPI_E_NO_ACCESS: MAPI_MODIFY in a store that is open for reading alone, where the best access is reading', async () => {
    const path = newPath();
    const id = await (async () => {
      using store = await newStore(path);
      using inbox = await inboxOf(store);
      return await post(inbox, 'one');
    })();
    using store = await openStore(path, { mode: 'read-only' });
    using inbox = (await ok(store.OpenEntry((await ok(store.GetReceiveFolder(''))).lppEntryID, IMAPIFolder))).lppUnk;
    expect(await level(inbox, id, MAPI_MODIFY)).toBe(MAPI_E_NO_ACCESS);
    expect(await level(inbox, id, MAPI_BEST_ACCESS)).toBe(0);
    expect((await inbox.SetProps([prop(PR_DISPLAY_NAME_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('a submitted message opens for reading; MAPI_E_SUBMITTED with MAPI_MODIFY', async () => {
    using store = await newStore();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    const waiting = await submitted(outbox);
    expect(await level(outbox, waiting, MAPI_MODIFY)).toBe(MAPI_E_SUBMITTED);
    expect(await level(outbox, waiting, MAPI_BEST_ACCESS)).toBe(0);
  });

  test('MAPI_E_NOT_FOUND: what the identifier names is gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    const [message, folder] = [await post(inbox, 'one'), await idOf(sub)];
    await ok(inbox.DeleteMessages([message], 0, null));
    await ok(inbox.DeleteFolder(folder, 0, null));
    expect(await inbox.OpenEntry(message, null)).toEqual([MAPI_E_NOT_FOUND, null]);
    expect(await inbox.OpenEntry(folder, null)).toEqual([MAPI_E_NOT_FOUND, null]);
  });

  test('MAPI_E_UNKNOWN_ENTRYID: an identifier of another store; MAPI_E_INVALID_ENTRYID: none at all', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using strange = await inboxOf(other);
    expect((await inbox.OpenEntry(await idOf(strange), null))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    const id = await post(inbox, 'one');
    expect((await inbox.OpenEntry(id.subarray(0, 19), null))[0]).toBe(MAPI_E_INVALID_ENTRYID);
    expect((await inbox.OpenEntry(id.subarray(0, 31), null))[0]).toBe(MAPI_E_INVALID_ENTRYID);
    const damaged = Uint8Array.from(id);
    damaged[21] = 9;
    expect((await inbox.OpenEntry(damaged, null))[0]).toBe(MAPI_E_INVALID_ENTRYID);
  });

  test('MAPI_E_INTERFACE_NOT_SUPPORTED: objects have the interfaces of their kind', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const message = await post(inbox, 'one');
    const open = async (id: Uint8Array, iid: AnyIid) => (await inbox.OpenEntry(id, iid))[0];
    expect(await open(message, IMAPIFolder)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await open(message, IMAPITable)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await open(await idOf(inbox), IMessage)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    for (const iid of [IMAPIProp, IMAPIContainer, IMAPIFolder] as AnyIid[]) {
      using folder = (await ok(inbox.OpenEntry(await idOf(inbox), iid))).lppUnk as IMAPIFolder;
      expect(await propOf(folder, PR_DISPLAY_NAME_W)).toBe('Inbox');
    }
  });

  test('MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    expect((await inbox.OpenEntry(await idOf(inbox), null, 0x4))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
