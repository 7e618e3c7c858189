import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  DEL_ASSOCIATED,
  DEL_FOLDERS,
  DEL_MESSAGES,
  DELETE_HARD_DELETE,
  FOLDER_DIALOG,
  IMAPIFolder,
  MAPI_ASSOCIATED,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_W_PARTIAL_COMPLETION,
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTENT_COUNT,
  PR_DISPLAY_NAME_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SUBTREE_ENTRYID,
  PR_SUBFOLDERS,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';
import { finding, hide, idOf, made, Recorder, readOnly, shown, subjectsOf, submitted } from './folders.js';

useLedger();

const both = DEL_FOLDERS | DEL_MESSAGES;

async function namesIn(folder: IMAPIFolder): Promise<readonly unknown[]> {
  using table = await ok(folder.GetHierarchyTable());
  return (await rowsOf(table, [PR_DISPLAY_NAME_W])).map(([name]) => name);
}

describe('IMAPIFolder::DeleteFolder', () => {
  test('S_OK: an empty folder goes without flags', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    const id = await idOf(a);
    expect(await inbox.DeleteFolder(id, 0, null)).toBe(S_OK);
    expect(await namesIn(inbox)).toEqual([]);
    expect((await store.OpenEntry(id, IMAPIFolder))[0]).toBe(MAPI_E_NOT_FOUND);
    using b = await made(inbox, 'b');
    expect(await inbox.DeleteFolder(await idOf(b), 0, null, DELETE_HARD_DELETE)).toBe(S_OK);
  });

  test('MAPI_E_HAS_FOLDERS without DEL_FOLDERS, MAPI_E_HAS_MESSAGES without DEL_MESSAGES: nothing is deleted', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    await post(b, 'below');
    const id = await idOf(a);
    expect(await inbox.DeleteFolder(id, 0, null)).toBe(MAPI_E_HAS_FOLDERS);
    expect(await inbox.DeleteFolder(id, 0, null, DEL_MESSAGES)).toBe(MAPI_E_HAS_FOLDERS);
    // The messages of folders below are messages of the folder, too.
    expect(await inbox.DeleteFolder(id, 0, null, DEL_FOLDERS)).toBe(MAPI_E_HAS_MESSAGES);
    expect(await a.DeleteFolder(await idOf(b), 0, null)).toBe(MAPI_E_HAS_MESSAGES);
    expect(await subjectsOf(b)).toEqual(['below']);
    using c = await made(inbox, 'c');
    await hide(c, 'a view');
    expect(await inbox.DeleteFolder(await idOf(c), 0, null, DEL_FOLDERS)).toBe(MAPI_E_HAS_MESSAGES);
  });

  test('DEL_FOLDERS and DEL_MESSAGES: it goes with all that is in it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    const below = await post(b, 'below');
    await hide(a, 'a view');
    expect(await inbox.DeleteFolder(await idOf(a), 0, null, both)).toBe(S_OK);
    expect((await store.OpenEntry(below, null))[0]).toBe(MAPI_E_NOT_FOUND);
    expect(await propOf(inbox, PR_SUBFOLDERS)).toBe(false);
  });

  test('MAPI_W_PARTIAL_COMPLETION: what is submitted or open for writing stays, and the folders around it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    using _empty = await made(a, 'c');
    await post(a, 'in a');
    await post(b, 'in b');
    const waiting = await submitted(b);
    expect(await inbox.DeleteFolder(await idOf(a), 0, null, both)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect([await namesIn(a), await propOf(a, PR_CONTENT_COUNT)]).toEqual([['b'], 0]);
    expect(await propOf(b, PR_CONTENT_COUNT)).toBe(1);
    await ok(store.AbortSubmit(waiting));
    {
      using _open = await messageOf(store, waiting);
      expect(await inbox.DeleteFolder(await idOf(a), 0, null, both)).toBe(MAPI_W_PARTIAL_COMPLETION);
    }
    expect(await inbox.DeleteFolder(await idOf(a), 0, null, both)).toBe(S_OK);
    expect(await namesIn(inbox)).toEqual([]);
  });

  test('a search folder goes, the messages that it shows stay', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'one');
    using search = await ok(inbox.CreateFolder(2, 'all', null, null));
    await ok(search.SetSearchCriteria({ rt: 'and', lpRes: [] }, [await idOf(inbox)]));
    expect(await subjectsOf(search)).toEqual(['one']);
    expect(await inbox.DeleteFolder(await idOf(search), 0, null)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['one']);
  });

  test('refuses entry identifiers of what is no folder in this one', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    using strange = await inboxOf(other);
    const remove = (id: unknown) => inbox.DeleteFolder(id as Uint8Array, 0, null, both);
    expect(await remove(null)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await remove(new Uint8Array(30))).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await remove(new Uint8Array(3))).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await remove(await idOf(strange))).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await remove(await post(inbox, 'm'))).toBe(MAPI_E_INVALID_OBJECT);
    expect(await remove(await idOf(b))).toBe(MAPI_E_NOT_FOUND);
    expect(await remove(await idOf(inbox))).toBe(MAPI_E_NOT_FOUND);
    expect(await inbox.DeleteFolder(await idOf(a), 0, null, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await namesIn(inbox)).toEqual(['a']);
  });

  test('MAPI_E_NO_ACCESS: out of a read-only folder, and folders that every store has', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using reader = await readOnly(store, inbox);
    expect(await reader.DeleteFolder(await idOf(a), 0, null)).toBe(MAPI_E_NO_ACCESS);
    using subtree = await folderOf(store, await propOf(store, PR_IPM_SUBTREE_ENTRYID));
    expect(await subtree.DeleteFolder(await idOf(inbox), 0, null, both)).toBe(MAPI_E_NO_ACCESS);
  });

  test('FOLDER_DIALOG: an indicator moves, and MAPI_E_USER_CANCEL ends the call', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    await post(b, 'one');
    await post(b, 'two');
    const recorder = new Recorder((calls) => (calls === 2 ? MAPI_E_USER_CANCEL : S_OK));
    using progress = shown(recorder);
    const flags = both | FOLDER_DIALOG;
    expect(await inbox.DeleteFolder(await idOf(a), 0, progress, flags)).toBe(MAPI_E_USER_CANCEL);
    expect(await subjectsOf(b)).toEqual(['two']);
    const second = new Recorder();
    using rest = shown(second);
    expect(await inbox.DeleteFolder(await idOf(a), 0, rest, flags)).toBe(S_OK);
    expect(second.told.at(-1)).toEqual([1000, 1, 1]);
  });
});

describe('IMAPIFolder::EmptyFolder', () => {
  test('S_OK: messages and subfolders go, the folder and its hidden messages stay', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    await post(a, 'seen');
    await hide(a, 'a view');
    await hide(b, 'hidden below');
    await post(b, 'below');
    expect(await a.EmptyFolder(0, null)).toBe(S_OK);
    expect([await namesIn(a), await subjectsOf(a), await subjectsOf(a, MAPI_ASSOCIATED)]).toEqual([[], [], ['a view']]);
    expect(await namesIn(inbox)).toEqual(['a']);
  });

  test('DEL_ASSOCIATED: hidden messages of the folder go, too', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await hide(inbox, 'a view');
    expect(await propOf(inbox, PR_ASSOC_CONTENT_COUNT)).toBe(1);
    expect(await inbox.EmptyFolder(0, null, DEL_ASSOCIATED | DELETE_HARD_DELETE)).toBe(S_OK);
    expect(await propOf(inbox, PR_ASSOC_CONTENT_COUNT)).toBe(0);
  });

  test('MAPI_W_PARTIAL_COMPLETION: submitted messages are not deleted, and stay in the queue', async () => {
    using store = await newStore();
    using outbox = await folderOf(store, await propOf(store, PR_IPM_OUTBOX_ENTRYID));
    const draft = await post(outbox, 'draft');
    const waiting = await submitted(outbox);
    expect(await outbox.EmptyFolder(0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await propOf(outbox, PR_CONTENT_COUNT)).toBe(1);
    expect(await store.AbortSubmit(draft)).toBe(MAPI_E_NOT_IN_QUEUE);
    expect(await store.AbortSubmit(waiting)).toBe(S_OK);
    expect(await outbox.EmptyFolder(0, null)).toBe(S_OK);
  });

  test('MAPI_W_PARTIAL_COMPLETION: so do messages below that are submitted or open for writing, and folders every store has', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(inbox, 'b');
    await submitted(a);
    const open = await post(b, 'open');
    await post(b, 'closed');
    {
      using _writer = await messageOf(store, open);
      expect(await inbox.EmptyFolder(0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    }
    expect([await namesIn(inbox), await subjectsOf(b)]).toEqual([['a', 'b'], ['open']]);
    using subtree = await folderOf(store, await propOf(store, PR_IPM_SUBTREE_ENTRYID));
    const before = await namesIn(subtree);
    using _more = await made(subtree, 'more');
    expect(await subtree.EmptyFolder(0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await namesIn(subtree)).toEqual(before);
  });

  test('refuses unknown flags, read-only folders and search folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    using search = await finding(store);
    expect(await inbox.EmptyFolder(0, null, 0x40)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await reader.EmptyFolder(0, null)).toBe(MAPI_E_NO_ACCESS);
    expect(await search.EmptyFolder(0, null)).toBe(MAPI_E_NO_SUPPORT);
  });

  test('FOLDER_DIALOG: an indicator moves to its end, and MAPI_E_USER_CANCEL ends the call', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'one');
    await post(inbox, 'two');
    const recorder = new Recorder((calls) => (calls === 2 ? MAPI_E_USER_CANCEL : S_OK));
    using progress = shown(recorder);
    expect(await inbox.EmptyFolder(0, progress, FOLDER_DIALOG)).toBe(MAPI_E_USER_CANCEL);
    expect(await subjectsOf(inbox)).toEqual(['two']);
    expect(await inbox.EmptyFolder(0, progress, FOLDER_DIALOG)).toBe(S_OK);
    expect(recorder.told.at(-1)).toEqual([1000, 1, 1]);
  });
});
