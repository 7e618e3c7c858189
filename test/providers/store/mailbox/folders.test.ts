import { describe, expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  CLEAR_READ_FLAG,
  CONVENIENT_DEPTH,
  COPY_SUBFOLDERS,
  contains,
  DEL_FOLDERS,
  DEL_MESSAGES,
  descend,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  IMAPIFolder,
  IMessage,
  MAPI_ASSOCIATED,
  MAPI_E_COLLISION,
  MAPI_E_FOLDER_CYCLE,
  MAPI_E_HAS_FOLDERS,
  MAPI_E_HAS_MESSAGES,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_W_PARTIAL_COMPLETION,
  MESSAGE_MOVE,
  MSGFLAG_READ,
  MSGSTATUS_DELMARKED,
  MSGSTATUS_TAGGED,
  OPEN_IF_EXISTS,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_FLAGS,
  PR_MSG_STATUS,
  PR_PARENT_ENTRYID,
  PR_SUBFOLDERS,
  PR_SUBJECT_W,
  prop,
  RECURSIVE_SEARCH,
  SEARCH_COMPLETE,
  SEARCH_RECURSIVE,
  SEARCH_RUNNING,
  SHALLOW_SEARCH,
  STOP_SEARCH,
  SUPPRESS_RECEIPT,
  sortBy,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, rowsOf } from './stores.js';

useLedger();

const S_OK = 0;

describe('CreateFolder', () => {
  test('makes a folder with name and comment below this one', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using made = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', 'of all kinds', null));
    expect((await ok(made.GetProps([PR_DISPLAY_NAME_W, PR_COMMENT_W, PR_SUBFOLDERS])))[1]).toBe('of all kinds');
    expect(await propOf(made, PR_PARENT_ENTRYID)).toEqual(await propOf(inbox, PR_ENTRYID));
    expect(await propOf(inbox, PR_SUBFOLDERS)).toBe(true);
  });

  test('refuses a name that is taken, unless the folder of that name is to be opened', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using first = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', null, null));
    expect((await inbox.CreateFolder(FOLDER_GENERIC, 'WORK', null, null))[0]).toBe(MAPI_E_COLLISION);
    using again = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'work', null, null, OPEN_IF_EXISTS));
    expect(await propOf(again, PR_ENTRYID)).toEqual(await propOf(first, PR_ENTRYID));
  });

  test('refuses what makes no sense', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    expect((await inbox.CreateFolder(7, 'x', null, null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await inbox.CreateFolder(FOLDER_GENERIC, '', null, null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect((await inbox.CreateFolder(FOLDER_GENERIC, 'x', null, IMessage))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
    expect((await inbox.CreateFolder(FOLDER_GENERIC, 'x', null, null, 0x4000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    const { lppUnk } = await ok(store.OpenEntry(await propOf(inbox, PR_ENTRYID), IMAPIFolder));
    using readOnly = lppUnk;
    expect((await readOnly.CreateFolder(FOLDER_GENERIC, 'x', null, null))[0]).toBe(MAPI_E_NO_ACCESS);
  });
});

test('CopyFolder and DeleteFolder keep to their flags', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using a = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'a', null, null));
  using b = await ok(a.CreateFolder(FOLDER_GENERIC, 'b', null, null));
  await post(b, 'below');
  const idOf = async (folder: typeof a) => (await propOf(folder, PR_ENTRYID)) as Uint8Array;
  expect(await inbox.CopyFolder(await idOf(a), null, b, null, 0, null, FOLDER_MOVE)).toBe(MAPI_E_FOLDER_CYCLE);
  expect(await inbox.CopyFolder(await idOf(a), null, inbox, null, 0, null)).toBe(MAPI_E_COLLISION);
  expect(await inbox.CopyFolder(await idOf(a), null, inbox, 'copy', 0, null, COPY_SUBFOLDERS)).toBe(S_OK);
  using deep = await ok(inbox.GetHierarchyTable(CONVENIENT_DEPTH));
  expect(await rowsOf(deep, [PR_DISPLAY_NAME_W, PR_DEPTH, PR_CONTENT_COUNT])).toEqual([
    ['a', 0, 0],
    ['b', 1, 1],
    ['copy', 0, 0],
    ['b', 1, 1],
  ]);
  expect(await inbox.DeleteFolder(await idOf(b), 0, null)).toBe(MAPI_E_NOT_FOUND);
  expect(await a.DeleteFolder(await idOf(b), 0, null)).toBe(MAPI_E_HAS_MESSAGES);
  expect(await inbox.DeleteFolder(await idOf(a), 0, null)).toBe(MAPI_E_HAS_FOLDERS);
  expect(await inbox.DeleteFolder(await idOf(a), 0, null, DEL_FOLDERS | DEL_MESSAGES)).toBe(S_OK);
  expect((await rowsOf(deep, [PR_DISPLAY_NAME_W])).length).toBe(0);
  await ok(deep.SeekRow(0, 0));
  expect(await rowsOf(deep, [PR_DISPLAY_NAME_W])).toEqual([['copy'], ['b']]);
});

test('folders that every store has stay', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using subtree = await folderOf(store, await propOf(inbox, PR_PARENT_ENTRYID));
  const id = (await propOf(inbox, PR_ENTRYID)) as Uint8Array;
  expect(await subtree.DeleteFolder(id, 0, null, DEL_FOLDERS | DEL_MESSAGES)).toBe(MAPI_E_NO_ACCESS);
});

describe('messages of a folder', () => {
  test('are copied and moved; their status stays behind', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using target = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'target', null, null));
    const one = await post(inbox, 'one');
    expect(await ok(inbox.SetMessageStatus(one, MSGSTATUS_TAGGED, MSGSTATUS_TAGGED))).toBe(0);
    expect(await inbox.CopyMessages([one], null, target, 0, null)).toBe(S_OK);
    expect(await inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    using table = await ok(target.GetContentsTable());
    const rows = await rowsOf(table, [PR_SUBJECT_W, PR_MSG_STATUS]);
    expect(rows.map(([subject]) => subject)).toEqual(['one', 'one']);
    expect(rows.map(([, status]) => status)).toEqual([0, 0]);
    expect(await propOf(inbox, PR_CONTENT_COUNT)).toBe(0);
  });

  test('are copied into another store', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using target = await inboxOf(other);
    const one = await post(inbox, 'one');
    expect(await inbox.CopyMessages([one], null, target, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    using table = await ok(target.GetContentsTable());
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['one']]);
    expect(await propOf(inbox, PR_CONTENT_COUNT)).toBe(0);
  });

  test('are deleted; those that are gone already make the completion partial', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    const two = await post(inbox, 'two');
    expect(await inbox.DeleteMessages([one], 0, null)).toBe(S_OK);
    expect(await inbox.DeleteMessages([one, two], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect((await store.OpenEntry(two, IMessage))[0]).toBe(MAPI_E_NOT_FOUND);
    using sub = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'sub', null, null));
    const elsewhere = await post(sub, 'three');
    expect(await inbox.DeleteMessages([elsewhere], 0, null)).toBe(MAPI_W_PARTIAL_COMPLETION);
    expect(await propOf(sub, PR_CONTENT_COUNT)).toBe(1);
  });

  test('SetReadFlags counts in the folder, and its flags exclude each other', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    await post(inbox, 'two');
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(2);
    expect(await inbox.SetReadFlags([one], 0, null, SUPPRESS_RECEIPT)).toBe(S_OK);
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(1);
    using message = await messageOf(store, one, 0);
    expect(((await propOf(message, PR_MESSAGE_FLAGS)) as number) & MSGFLAG_READ).toBe(MSGFLAG_READ);
    expect(await inbox.SetReadFlags(null, 0, null)).toBe(S_OK);
    expect(await propOf(inbox, PR_CONTENT_UNREAD)).toBe(0);
    const both = CLEAR_READ_FLAG | SUPPRESS_RECEIPT;
    expect(await inbox.SetReadFlags([one], 0, null, both)).toBe(MAPI_E_INVALID_PARAMETER);
  });

  test('SetMessageStatus answers the status before: it can serve as a lock', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'one');
    expect(await ok(inbox.SetMessageStatus(one, MSGSTATUS_DELMARKED, MSGSTATUS_DELMARKED))).toBe(0);
    expect(await ok(inbox.SetMessageStatus(one, 0, MSGSTATUS_TAGGED))).toBe(MSGSTATUS_DELMARKED);
    expect(await ok(inbox.GetMessageStatus(one))).toBe(MSGSTATUS_DELMARKED);
    expect((await inbox.GetMessageStatus(one, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('may be hidden, and EmptyFolder leaves those unless told', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    {
      using hidden = await ok(inbox.CreateMessage(null, MAPI_ASSOCIATED));
      await ok(hidden.SetProps([prop(PR_SUBJECT_W, 'hidden')]));
      await ok(hidden.SaveChanges());
    }
    await post(inbox, 'seen');
    using sub = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'sub', null, null));
    expect(await propOf(sub, PR_CONTENT_COUNT)).toBe(0);
    expect(await inbox.EmptyFolder(0, null)).toBe(S_OK);
    using table = await ok(inbox.GetContentsTable(MAPI_ASSOCIATED));
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['hidden']]);
    expect(await propOf(inbox, PR_SUBFOLDERS)).toBe(false);
  });

  test('SaveContentsSort is the order that tables begin with', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const subject of ['b', 'c', 'a']) await post(inbox, subject);
    expect(await inbox.SaveContentsSort(sortBy(descend(PR_SUBJECT_W)))).toBe(S_OK);
    using table = await ok(inbox.GetContentsTable());
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['c'], ['b'], ['a']]);
  });
});

describe('a search folder', () => {
  test('shows what matches, and follows', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'sub', null, null));
    await post(inbox, 'a report');
    await post(sub, 'another report');
    await post(inbox, 'lunch');
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'reports', null, null));
    expect((await search.GetSearchCriteria())[0]).toBe(MAPI_E_NOT_INITIALIZED);
    expect(await search.SetSearchCriteria(null, null)).toBe(MAPI_E_NOT_INITIALIZED);
    const restriction = contains(PR_SUBJECT_W, 'report');
    const scope = [(await propOf(inbox, PR_ENTRYID)) as Uint8Array];
    const both = RECURSIVE_SEARCH | SHALLOW_SEARCH;
    expect(await search.SetSearchCriteria(restriction, scope, both)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await search.SetSearchCriteria(restriction, scope, RECURSIVE_SEARCH)).toBe(S_OK);
    const criteria = await ok(search.GetSearchCriteria());
    expect(criteria.lppRestriction).toEqual(restriction);
    expect(criteria.lpulSearchState).toBe(SEARCH_RUNNING | SEARCH_RECURSIVE | SEARCH_COMPLETE);
    using table = await ok(search.GetContentsTable());
    expect(await rowsOf(table, [PR_SUBJECT_W])).toEqual([['a report'], ['another report']]);
    const late = await post(sub, 'report three');
    await ok(table.SeekRow(0, 0));
    expect((await rowsOf(table, [PR_SUBJECT_W])).length).toBe(3);
    {
      using message = await messageOf(store, late);
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'something else')]));
      await ok(message.SaveChanges());
    }
    expect(await ok(table.GetRowCount())).toBe(2);
    expect(await propOf(search, PR_CONTENT_COUNT)).toBe(2);
    expect(await search.SetSearchCriteria(null, null, STOP_SEARCH)).toBe(S_OK);
    await post(inbox, 'report four');
    expect(await ok(table.GetRowCount())).toBe(2);
  });

  test('holds nothing of its own', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'reports', null, null));
    expect((await search.CreateMessage(null))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect((await search.CreateFolder(FOLDER_GENERIC, 'x', null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect((await inbox.GetSearchCriteria())[0]).toBe(MAPI_E_NO_SUPPORT);
  });
});

test('entry identifiers that name nothing here are refused by their kind', async () => {
  using store = await newStore();
  using other = await newStore(newPath());
  using inbox = await inboxOf(store);
  const entryId = await post(inbox, 'one');
  expect((await store.OpenEntry(entryId.subarray(0, 10), null))[0]).toBe(MAPI_E_INVALID_ENTRYID);
  expect((await other.OpenEntry(entryId, null))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
  expect((await store.CompareEntryIDs(entryId, new Uint8Array(3)))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
  const shortTerm = Uint8Array.from(entryId);
  shortTerm[0] = 0xff;
  expect(await ok(store.CompareEntryIDs(entryId, shortTerm))).toBe(1);
  expect(await ok(store.CompareEntryIDs(entryId, (await propOf(inbox, PR_ENTRYID)) as Uint8Array))).toBe(0);
  using same = await messageOf(store, shortTerm, 0);
  expect(await propOf(same, PR_ENTRYID)).toEqual(entryId);
  expect((await store.OpenEntry(entryId, IMAPIFolder))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
});
