import { describe, expect, test } from 'vitest';
import { type AnyIid, ok, S_OK } from '../../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  FOLDER_ROOT,
  FOLDER_SEARCH,
  IMAPIContainer,
  IMAPIFolder,
  IMAPIProp,
  IMessage,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_COLLISION,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_UNICODE,
  OPEN_IF_EXISTS,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_FOLDER_TYPE,
  PR_OBJECT_TYPE,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBFOLDERS,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, newStore, propOf } from '../mailbox/stores.js';
import { idOf, made, readOnly } from './folders.js';

useLedger();

describe('IMAPIFolder::CreateFolder', () => {
  test('S_OK: a subfolder of that type, name and comment', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using folder = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', 'all kinds', null));
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'Found', null, null));
    const tags = [PR_DISPLAY_NAME_W, PR_COMMENT_W, PR_FOLDER_TYPE, PR_OBJECT_TYPE, PR_CONTENT_COUNT] as const;
    expect([...(await ok(folder.GetProps(tags)))]).toEqual(['Work', 'all kinds', FOLDER_GENERIC, MAPI_FOLDER, 0]);
    expect(await propOf(search, PR_FOLDER_TYPE)).toBe(FOLDER_SEARCH);
    expect(await propOf(folder, PR_PARENT_ENTRYID)).toEqual(await idOf(inbox));
    expect(await propOf(inbox, PR_SUBFOLDERS)).toBe(true);
  });

  test('NULL as comment: there is none', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using folder = await made(inbox, 'Work');
    expect((await ok(folder.GetProps([PR_COMMENT_W]))).toProps()[0]?.[1]).toBe(MAPI_E_NOT_FOUND);
  });

  test('an entry identifier is assigned at once, and the properties that every folder has', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using folder = await made(inbox, 'Work');
    using again = await folderOf(store, await idOf(folder));
    for (const tag of [PR_ENTRYID, PR_RECORD_KEY, PR_STORE_ENTRYID, PR_STORE_RECORD_KEY])
      expect(await propOf(again, tag)).toEqual(await propOf(folder, tag));
  });

  test('S_OK: the text of names is Unicode with MAPI_UNICODE and without, so MAPI_E_BAD_CHARWIDTH never comes', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using wide = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Почта', null, null, MAPI_UNICODE));
    using narrow = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Büro', null, null, MAPI_DEFERRED_ERRORS));
    expect([await propOf(wide, PR_DISPLAY_NAME_W), await propOf(narrow, PR_DISPLAY_NAME_W)]).toEqual(['Почта', 'Büro']);
  });

  test('MAPI_E_COLLISION: a sibling has the name, whatever the case; a folder elsewhere may', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using work = await made(inbox, 'Work');
    expect((await inbox.CreateFolder(FOLDER_GENERIC, 'Work', null, null))[0]).toBe(MAPI_E_COLLISION);
    expect((await inbox.CreateFolder(FOLDER_SEARCH, 'WORK', null, null))[0]).toBe(MAPI_E_COLLISION);
    using _below = await made(work, 'Work');
    using other = await made(inbox, 'Other');
    expect((await other.SetProps([prop(PR_DISPLAY_NAME_W, 'work')]))[0]).toBe(MAPI_E_COLLISION);
  });

  test('OPEN_IF_EXISTS: the folder of that name is opened, and made where there is none', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using work = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', null, null, OPEN_IF_EXISTS));
    using again = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'wORK', 'another', null, OPEN_IF_EXISTS));
    expect(await idOf(again)).toEqual(await idOf(work));
    expect(await propOf(again, PR_DISPLAY_NAME_W)).toBe('Work');
    expect(await again.SetProps([prop(PR_COMMENT_W, 'writable')])).toEqual([S_OK, []]);
  });

  test('hands out any interface of folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const [index, iid] of [null, IMAPIProp, IMAPIContainer, IMAPIFolder].entries()) {
      using folder = await ok(inbox.CreateFolder(FOLDER_GENERIC, `${index}`, null, iid as AnyIid | null));
      expect(await propOf(folder as IMAPIFolder, PR_OBJECT_TYPE)).toBe(MAPI_FOLDER);
    }
    const answer = await inbox.CreateFolder(FOLDER_GENERIC, 'x', null, IMessage);
    expect(answer).toEqual([MAPI_E_INTERFACE_NOT_SUPPORTED, null]);
  });

  test('refuses types, names and flags that mean nothing', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const create = async (type: number, name: unknown, flags = 0) =>
      (await inbox.CreateFolder(type, name as string, null, null, flags))[0];
    expect(await create(FOLDER_ROOT, 'x')).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await create(3, 'x')).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await create(FOLDER_GENERIC, '')).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await create(FOLDER_GENERIC, 'a\0b')).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await create(FOLDER_GENERIC, null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await create(FOLDER_GENERIC, 'x', 0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await propOf(inbox, PR_SUBFOLDERS)).toBe(false);
  });

  test('MAPI_E_NO_ACCESS: the folder is open for reading alone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    expect((await reader.CreateFolder(FOLDER_GENERIC, 'x', null, null))[0]).toBe(MAPI_E_NO_ACCESS);
  });

  test('MAPI_E_NO_SUPPORT: search folders have no subfolders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'Found', null, null));
    expect((await search.CreateFolder(FOLDER_GENERIC, 'x', null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
  });
});
