import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  CONVENIENT_DEPTH,
  changePropType,
  DT_FOLDER,
  DT_FOLDER_LINK,
  eq,
  FOLDER_GENERIC,
  FOLDER_SEARCH,
  type IMAPIContainer,
  IMAPITable,
  isString,
  MAPI_ACCESS_CREATE_ASSOCIATED,
  MAPI_ASSOCIATED,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_UNICODE,
  PR_ACCESS,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DEPTH,
  PR_DISPLAY_CC_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TO_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_FOLDER_ASSOCIATED_CONTENTS,
  PR_FOLDER_TYPE,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INSTANCE_KEY,
  PR_LAST_MODIFICATION_TIME,
  PR_MAPPING_SIGNATURE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_MSG_STATUS,
  PR_NORMALIZED_SUBJECT_W,
  PR_OBJECT_TYPE,
  PR_PARENT_DISPLAY_W,
  PR_PARENT_ENTRYID,
  PR_PRIORITY,
  PR_RECORD_KEY,
  PR_SENDER_NAME_W,
  PR_SENSITIVITY,
  PR_SENT_REPRESENTING_NAME_W,
  PR_STATUS,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
  PR_SUBFOLDERS,
  PR_SUBJECT_A,
  PR_SUBJECT_W,
  type PropTag,
  PT_STRING8,
  SHOW_SOFT_DELETES,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';
import { found, hide, idOf, made, subjectsOf } from './folders.js';

useLedger();

const narrow = (tag: PropTag): PropTag => (isString(tag) ? changePropType(tag, PT_STRING8) : tag);

/** What the pages call the required columns of a folder's contents table. */
const contents: readonly PropTag[] = [
  PR_ENTRYID,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_DISPLAY_TO_W,
  PR_DISPLAY_CC_W,
  PR_SUBJECT_W,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_PRIORITY,
  PR_IMPORTANCE,
  PR_SENSITIVITY,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MSG_STATUS,
  PR_HASATTACH,
  PR_OBJECT_TYPE,
  PR_INSTANCE_KEY,
  PR_NORMALIZED_SUBJECT_W,
  PR_LAST_MODIFICATION_TIME,
  PR_MAPPING_SIGNATURE,
  PR_PARENT_ENTRYID,
  PR_RECORD_KEY,
  PR_STORE_ENTRYID,
  PR_STORE_RECORD_KEY,
];

describe('IMAPIContainer::GetContentsTable', () => {
  test('S_OK: the messages of the container, with the columns that its page requires', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'Re: one');
    const [hr, opened] = await inbox.GetContentsTable(MAPI_UNICODE);
    expect(hr).toBe(S_OK);
    using table = opened as IMAPITable;
    expect(await ok(table.QueryColumns())).toEqual(expect.arrayContaining([...contents]));
    const [row] = await rowsOf(table, [PR_SUBJECT_W, PR_NORMALIZED_SUBJECT_W, PR_PARENT_ENTRYID, PR_MAPPING_SIGNATURE]);
    expect(row).toEqual(['Re: one', 'one', await idOf(inbox), await propOf(inbox, PR_MAPPING_SIGNATURE)]);
  });

  test('MAPI_UNICODE: columns with text are Unicode with it and of 8 bits without it; MAPI_E_BAD_CHARWIDTH never comes', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'Grüße');
    using wide = await ok(inbox.GetContentsTable(MAPI_UNICODE));
    using thin = await ok(inbox.GetContentsTable());
    expect(await ok(thin.QueryColumns())).toEqual((await ok(wide.QueryColumns())).map(narrow));
    const [row] = await ok(thin.QueryRows(1));
    expect(row?.toProps()).toContainEqual([PR_SUBJECT_A, 'Grüße']);
  });

  test('MAPI_ASSOCIATED: the associated contents instead; other messages are not among them', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'seen');
    await hide(inbox, 'a view');
    expect([await subjectsOf(inbox), await subjectsOf(inbox, MAPI_ASSOCIATED)]).toEqual([['seen'], ['a view']]);
    expect(((await propOf(inbox, PR_ACCESS)) as number) & MAPI_ACCESS_CREATE_ASSOCIATED).not.toBe(0);
  });

  test('MAPI_DEFERRED_ERRORS changes nothing; SHOW_SOFT_DELETES shows nothing, for what is deleted is gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const gone = await post(inbox, 'gone');
    await post(inbox, 'there');
    await ok(inbox.DeleteMessages([gone], 0, null));
    expect(await subjectsOf(inbox, MAPI_DEFERRED_ERRORS)).toEqual(['there']);
    expect(await subjectsOf(inbox, SHOW_SOFT_DELETES)).toEqual([]);
  });

  test('the table follows the folder', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using table = await ok(inbox.GetContentsTable());
    expect(await ok(table.GetRowCount())).toBe(0);
    await post(inbox, 'one');
    expect(await ok(table.GetRowCount())).toBe(1);
  });

  test.each([
    [PR_CONTAINER_CONTENTS, ['seen']],
    [PR_FOLDER_ASSOCIATED_CONTENTS, ['a view']],
  ])('property 0x%x opens as the table, and is in the list of properties', async (tag, subjects) => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'seen');
    await hide(inbox, 'a view');
    expect(await ok(inbox.GetPropList(MAPI_UNICODE))).toContain(tag);
    expect((await ok(inbox.GetProps([tag, PR_DISPLAY_NAME_W])))?.tags[0]).toBe(tag);
    expect((await ok(inbox.GetProps(null, MAPI_UNICODE)))?.tags).toContain(tag);
    using table = (await ok(inbox.OpenProperty(tag, IMAPITable, MAPI_UNICODE))) as IMAPITable;
    expect((await rowsOf(table, [PR_SUBJECT_W])).flat()).toEqual(subjects);
  });

  test('of a search folder: the columns of any other and PR_PARENT_DISPLAY; the parent is where the message lies', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'one');
    using search = await found(store, inbox, eq(PR_SUBJECT_W, 'one'));
    using table = await ok(search.GetContentsTable(MAPI_UNICODE));
    const columns = await ok(table.QueryColumns());
    expect(columns).toEqual(expect.arrayContaining([...contents, PR_PARENT_DISPLAY_W]));
    const [row] = await rowsOf(table, [PR_PARENT_ENTRYID, PR_PARENT_DISPLAY_W]);
    expect(row).toEqual([await idOf(inbox), 'Inbox']);
  });

  test('MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    expect(await inbox.GetContentsTable(0x4000)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });
});

const hierarchy: readonly PropTag[] = [
  PR_COMMENT_W,
  PR_DEPTH,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_STATUS,
  PR_FOLDER_TYPE,
  PR_SUBFOLDERS,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
];

describe('IMAPIContainer::GetHierarchyTable', () => {
  test('S_OK: the folders directly within, with the columns that its page requires', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'a', 'of a', null));
    using _below = await made(a, 'below');
    using _search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'found', null, null));
    await post(a, 'one');
    const [hr, opened] = await inbox.GetHierarchyTable(MAPI_UNICODE);
    expect(hr).toBe(S_OK);
    using table = opened as IMAPITable;
    expect(await ok(table.QueryColumns())).toEqual(expect.arrayContaining([...hierarchy]));
    const columns = [PR_DISPLAY_NAME_W, PR_DISPLAY_TYPE, PR_FOLDER_TYPE, PR_SUBFOLDERS, PR_CONTENT_COUNT];
    expect(await rowsOf(table, [...columns, PR_CONTENT_UNREAD, PR_OBJECT_TYPE, PR_STATUS, PR_DEPTH])).toEqual([
      ['a', DT_FOLDER, FOLDER_GENERIC, true, 1, 1, MAPI_FOLDER, 0, 0],
      ['found', DT_FOLDER_LINK, FOLDER_SEARCH, false, 0, 0, MAPI_FOLDER, 0, 0],
    ]);
  });

  test('the entry identifiers are long term, and open the folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using _a = await made(inbox, 'a');
    using table = await ok(inbox.GetHierarchyTable());
    const [[id]] = (await rowsOf(table, [PR_ENTRYID])) as [[Uint8Array]];
    expect([...id.subarray(0, 4)]).toEqual([0, 0, 0, 0]);
    using again = await folderOf(store, id);
    expect(await propOf(again, PR_DISPLAY_NAME_W)).toBe('a');
  });

  test('CONVENIENT_DEPTH: folders of all levels, each before those within it; PR_DEPTH counts from here', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using b = await made(a, 'b');
    using _c = await made(b, 'c');
    using _d = await made(inbox, 'd');
    const rows = async (folder: IMAPIContainer) => {
      using table = await ok(folder.GetHierarchyTable(CONVENIENT_DEPTH));
      return await rowsOf(table, [PR_DISPLAY_NAME_W, PR_DEPTH]);
    };
    expect(await rows(inbox)).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 0],
    ]);
    expect(await rows(a)).toEqual([
      ['b', 0],
      ['c', 1],
    ]);
  });

  test('the table follows folders that come, are renamed and go', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using table = await ok(inbox.GetHierarchyTable());
    const names = async () => {
      await ok(table.SeekRow(0, 0));
      return (await rowsOf(table, [PR_DISPLAY_NAME_W])).flat();
    };
    using a = await made(inbox, 'a');
    expect(await names()).toEqual(['a']);
    await ok(a.SetProps([[PR_DISPLAY_NAME_W, 'b']]));
    expect(await names()).toEqual(['b']);
    await ok(inbox.DeleteFolder(await idOf(a), 0, null));
    expect(await names()).toEqual([]);
  });

  test('MAPI_UNICODE: text is Unicode with it and of 8 bits without it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using _a = await made(inbox, 'Büro');
    using thin = await ok(inbox.GetHierarchyTable(MAPI_DEFERRED_ERRORS));
    using wide = await ok(inbox.GetHierarchyTable(MAPI_UNICODE));
    expect(await ok(thin.QueryColumns())).toEqual((await ok(wide.QueryColumns())).map(narrow));
    const [row] = await ok(thin.QueryRows(1));
    expect(row?.toProps()).toContainEqual([PR_DISPLAY_NAME_A, 'Büro']);
  });

  test('SHOW_SOFT_DELETES shows nothing, for what is deleted is gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using _a = await made(inbox, 'a');
    using table = await ok(inbox.GetHierarchyTable(SHOW_SOFT_DELETES));
    expect(await ok(table.GetRowCount())).toBe(0);
  });

  test('PR_CONTAINER_HIERARCHY opens as the table, and is in the list of properties', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using a = await made(inbox, 'a');
    using _b = await made(a, 'b');
    expect(await ok(inbox.GetPropList(MAPI_UNICODE))).toContain(PR_CONTAINER_HIERARCHY);
    expect((await ok(inbox.GetProps([PR_CONTAINER_HIERARCHY]))).tags).toEqual([PR_CONTAINER_HIERARCHY]);
    const open = async (flags: number) => {
      using table = (await ok(inbox.OpenProperty(PR_CONTAINER_HIERARCHY, IMAPITable, flags))) as IMAPITable;
      return (await rowsOf(table, [PR_DISPLAY_NAME_W])).flat();
    };
    expect([await open(0), await open(CONVENIENT_DEPTH)]).toEqual([['a'], ['a', 'b']]);
  });

  test('of a folder without folders it is empty, of a search folder too; MAPI_E_UNKNOWN_FLAGS for other bits', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'found', null, null));
    using table = await ok(search.GetHierarchyTable());
    expect(await ok(table.GetRowCount())).toBe(0);
    expect(await inbox.GetHierarchyTable(MAPI_ASSOCIATED)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });
});
