import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  FOLDER_DIALOG,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  type IMAPIFolder,
  IMessage,
  type IMsgStore,
  MAPI_ASSOCIATED,
  MAPI_DECLINE_OK,
  MAPI_E_COLLISION,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_UNICODE,
  MAPI_W_PARTIAL_COMPLETION,
  PR_COMMENT_W,
  PR_CONTAINER_CLASS_W,
  PR_CONTENT_COUNT,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_IPM_SUBTREE_ENTRYID,
  PR_PARENT_ENTRYID,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';
import { finding, foreign, hide, idOf, made, Recorder, readOnly, shown, subjectsOf, submitted } from './folders.js';

useLedger();

/** Folder `a` with a message, a hidden message, and folder `b` with a message. */
async function grown(inbox: IMAPIFolder): Promise<IMAPIFolder> {
  const a = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'a', 'of a', null));
  await ok(a.SetProps([prop(PR_CONTAINER_CLASS_W, 'IPF.Note'), prop(0x6601001f as never, 'own')]));
  using b = await made(a, 'b');
  await post(a, 'in a');
  await hide(a, 'hidden');
  await post(b, 'in b');
  return a;
}

/** Names, depths and contents of all folders below one. */
async function treeOf(folder: IMAPIFolder): Promise<readonly (readonly unknown[])[]> {
  using table = await ok(folder.GetHierarchyTable(CONVENIENT_DEPTH));
  return await rowsOf(table, [PR_DISPLAY_NAME_W, PR_DEPTH, PR_CONTENT_COUNT]);
}

const childOf = async (store: IMsgStore, folder: IMAPIFolder, name: string): Promise<IMAPIFolder> => {
  using opened = await ok(folder.CreateFolder(FOLDER_GENERIC, name, null, null, 1));
  return await folderOf(store, await idOf(opened));
};

describe('IMAPIFolder::CopyFolder within a store', () => {
  test('S_OK: the subfolder alone is copied, with properties and messages', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    expect(await inbox.CopyFolder(await idOf(a), null, inbox, 'copy', 0, null)).toBe(S_OK);
    expect(await treeOf(inbox)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
      ['copy', 0, 1],
    ]);
    using copy = await childOf(store, inbox, 'copy');
    const tags = [PR_COMMENT_W, PR_CONTAINER_CLASS_W, 0x6601001f as typeof PR_COMMENT_W];
    expect([...(await ok(copy.GetProps(tags)))]).toEqual(['of a', 'IPF.Note', 'own']);
    expect([await subjectsOf(copy), await subjectsOf(copy, MAPI_ASSOCIATED)]).toEqual([['in a'], ['hidden']]);
  });

  test('COPY_SUBFOLDERS: all folders below come along', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using target = await made(inbox, 'target');
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, COPY_SUBFOLDERS)).toBe(S_OK);
    expect(await treeOf(target)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
    expect(await treeOf(a)).toEqual([['b', 0, 1]]);
  });

  test('FOLDER_MOVE: it is moved with all folders below, whatever COPY_SUBFOLDERS says, and keeps its entry identifier', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using target = await made(inbox, 'target');
    expect(await inbox.CopyFolder(await idOf(a), null, target, 'renamed', 0, null, FOLDER_MOVE)).toBe(S_OK);
    expect(await treeOf(inbox)).toEqual([
      ['target', 0, 0],
      ['renamed', 1, 1],
      ['b', 2, 1],
    ]);
    expect(await propOf(a, PR_PARENT_ENTRYID)).toEqual(await idOf(target));
    expect(await propOf(a, PR_DISPLAY_NAME_W)).toBe('renamed');
  });

  test('MAPI_E_COLLISION: a subfolder of the target has the name', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using target = await made(inbox, 'target');
    using _taken = await made(target, 'A');
    expect(await inbox.CopyFolder(await idOf(a), null, inbox, null, 0, null)).toBe(MAPI_E_COLLISION);
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null)).toBe(MAPI_E_COLLISION);
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, FOLDER_MOVE)).toBe(MAPI_E_COLLISION);
    expect(await inbox.CopyFolder(await idOf(a), null, target, 'free', 0, null, MAPI_UNICODE)).toBe(S_OK);
  });

  test('MAPI_E_FOLDER_CYCLE: the source folder is the target or contains it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using b = await childOf(store, a, 'b');
    for (const flags of [0, COPY_SUBFOLDERS, FOLDER_MOVE])
      for (const target of [a, b])
        expect(await inbox.CopyFolder(await idOf(a), null, target, 'c', 0, null, flags)).toBe(MAPI_E_FOLDER_CYCLE);
    expect(await treeOf(inbox)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: search folders are neither moved nor copied, the rest is', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using search = await ok(a.CreateFolder(2, 'search', null, null));
    using target = await made(inbox, 'target');
    const flags = COPY_SUBFOLDERS;
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, flags)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await treeOf(target)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
    expect(await a.CopyFolder(await idOf(search), null, target, null, 0, null)).toBe(MAPI_E_NO_SUPPORT);
    expect(await a.CopyFolder(await idOf(search), null, target, null, 0, null, FOLDER_MOVE)).toBe(MAPI_E_NO_SUPPORT);
  });
});

describe.each([
  ['of comail', (folder: IMAPIFolder): IMAPIFolder => (folder.AddRef() > 0 ? folder : folder)],
  ['of another provider', foreign],
])('IMAPIFolder::CopyFolder into a folder %s elsewhere', (_, as) => {
  test('S_OK: the folder is copied with properties, messages and folders below', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using target = as(there);
    using a = await grown(inbox);
    expect(await inbox.CopyFolder(await idOf(a), null, target, 'alone', 0, null)).toBe(S_OK);
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, COPY_SUBFOLDERS)).toBe(S_OK);
    expect(await treeOf(there)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
      ['alone', 0, 1],
    ]);
    expect(await treeOf(inbox)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
    using copy = await childOf(other, there, 'a');
    const tags = [PR_COMMENT_W, PR_CONTAINER_CLASS_W, 0x6601001f as typeof PR_COMMENT_W];
    expect([...(await ok(copy.GetProps(tags)))]).toEqual(['of a', 'IPF.Note', 'own']);
    expect([await subjectsOf(copy), await subjectsOf(copy, MAPI_ASSOCIATED)]).toEqual([['in a'], ['hidden']]);
  });

  test('FOLDER_MOVE: nothing of it stays here', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using target = as(there);
    using a = await grown(inbox);
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, FOLDER_MOVE)).toBe(S_OK);
    expect(await treeOf(there)).toEqual([
      ['a', 0, 1],
      ['b', 1, 1],
    ]);
    expect(await treeOf(inbox)).toEqual([]);
  });

  test('MAPI_W_PARTIAL_COMPLETION: what cannot leave stays with the folders around it', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using target = as(there);
    using a = await grown(inbox);
    using b = await childOf(store, a, 'b');
    await submitted(b);
    const move = FOLDER_MOVE;
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, move)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await treeOf(inbox)).toEqual([
      ['a', 0, 0],
      ['b', 1, 1],
    ]);
    expect(await treeOf(there)).toEqual([
      ['a', 0, 1],
      ['b', 1, 2],
    ]);
  });

  test('MAPI_E_COLLISION: nothing is copied', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using there = await inboxOf(other);
    using target = as(there);
    using a = await grown(inbox);
    using _taken = await made(there, 'a');
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, null, COPY_SUBFOLDERS)).toBe(MAPI_E_COLLISION);
    expect(await treeOf(there)).toEqual([['a', 0, 0]]);
  });
});

describe('IMAPIFolder::CopyFolder is told', () => {
  test('which folder, by an entry identifier of one that lies here', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using target = await made(inbox, 'target');
    using a = await grown(inbox);
    using b = await childOf(store, a, 'b');
    using strange = await inboxOf(other);
    const copy = (id: unknown) => inbox.CopyFolder(id as Uint8Array, null, target, null, 0, null);
    expect(await copy(null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy(new Uint8Array(8))).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await copy(await idOf(strange))).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await copy(await post(inbox, 'a message'))).toBe(MAPI_E_INVALID_OBJECT);
    expect(await copy(await idOf(b))).toBe(MAPI_E_NOT_FOUND);
    const gone = await idOf(b);
    await ok(a.DeleteFolder(gone, 0, null, 5));
    expect(await a.CopyFolder(gone, null, target, null, 0, null)).toBe(MAPI_E_NOT_FOUND);
  });

  test('where to, by a folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    const id = await idOf(a);
    using message = await messageOf(store, await post(inbox, 'a message'), 0);
    const copy = (target: unknown) => inbox.CopyFolder(id, null, target as IMAPIFolder, 'c', 0, null);
    expect(await copy(null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy(message)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect(await inbox.CopyFolder(id, IMessage, inbox as never, 'c', 0, null)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    const released = await made(inbox, 'released');
    released.Release();
    expect(await copy(released)).toBe(MAPI_E_INVALID_OBJECT);
    using search = await finding(store);
    expect(await copy(search)).toBe(MAPI_E_NO_SUPPORT);
  });

  test('how, by its flags and a name', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    const copy = (name: unknown, flags: number) =>
      (async () => await inbox.CopyFolder(await idOf(a), null, inbox, name as string, 0, null, flags))();
    expect(await copy('c', 0x4000)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await copy(5, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy('', 0)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await copy('c', MAPI_DECLINE_OK)).toBe(S_OK);
  });

  test('MAPI_E_NO_ACCESS: by read-only folders, and for folders that every store has', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using target = await made(inbox, 'target');
    using source = await readOnly(store, inbox);
    using closed = await readOnly(store, target);
    expect(await inbox.CopyFolder(await idOf(a), null, closed, null, 0, null)).toBe(MAPI_E_NO_ACCESS);
    expect(await source.CopyFolder(await idOf(a), null, target, null, 0, null, FOLDER_MOVE)).toBe(MAPI_E_NO_ACCESS);
    using subtree = await folderOf(store, await propOf(store, PR_IPM_SUBTREE_ENTRYID));
    const inboxId = await idOf(inbox);
    using drafts = await made(subtree, 'elsewhere');
    expect(await subtree.CopyFolder(inboxId, null, drafts, null, 0, null, FOLDER_MOVE)).toBe(MAPI_E_NO_ACCESS);
    expect(await subtree.CopyFolder(inboxId, null, drafts, null, 0, null)).toBe(S_OK);
  });

  test('FOLDER_DIALOG: of an indicator, which counts the subfolders, or one item where there are none', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using b = await childOf(store, a, 'b');
    using target = await made(inbox, 'target');
    const recorder = new Recorder();
    using progress = shown(recorder);
    const flags = FOLDER_DIALOG | COPY_SUBFOLDERS;
    await ok(inbox.CopyFolder(await idOf(a), null, target, null, 0, progress, flags));
    expect(recorder.told.at(0)).toEqual([1, 0, 1]);
    expect(recorder.told.at(-1)).toEqual([1000, 1, 1]);
    const values = recorder.told.map(([value]) => value);
    expect(values).toEqual([...values].sort((x, y) => x - y));
    expect(values.filter((value) => value === 1 || value === 1000)).toEqual([1, 1000]);
    recorder.told.length = 0;
    await ok(a.CopyFolder(await idOf(b), null, inbox, null, 0, progress, FOLDER_DIALOG | FOLDER_MOVE));
    expect(recorder.told).toEqual([
      [1, 0, 1],
      [1000, 1, 1],
    ]);
  });

  test('MAPI_E_USER_CANCEL: by an indicator, and does no more', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await grown(inbox);
    using target = await made(inbox, 'target');
    using progress = shown(new Recorder((calls) => (calls === 2 ? MAPI_E_USER_CANCEL : S_OK)));
    const flags = FOLDER_DIALOG | COPY_SUBFOLDERS;
    expect(await inbox.CopyFolder(await idOf(a), null, target, null, 0, progress, flags)).toBe(MAPI_E_USER_CANCEL);
    expect(await treeOf(target)).toEqual([['a', 0, 1]]);
  });
});
