import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { setLog } from '../../../../src/base/index.js';
import { ok } from '../../../../src/com/index.js';
import {
  contains,
  DEL_FOLDERS,
  DEL_MESSAGES,
  type ERROR_NOTIFICATION,
  FOLDER_GENERIC,
  FOLDER_MOVE,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  fnevCriticalError,
  fnevNewMail,
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  fnevSearchComplete,
  fnevTableModified,
  IMessage,
  MAPI_E_DISK_ERROR,
  MAPI_FOLDER,
  MAPI_MESSAGE,
  MAPI_STORE,
  MAPI_UNICODE,
  MESSAGE_MOVE,
  type NEWMAIL_NOTIFICATION,
  type OBJECT_NOTIFICATION,
  PR_ASSOC_CONTENT_COUNT,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_PARENT_ENTRYID,
  PR_STORE_SUPPORT_MASK,
  PR_SUBFOLDERS,
  PR_SUBJECT_W,
  prop,
  STORE_NOTIFY_OK,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
} from '../../../../src/mapi/index.js';
import { groupLimit } from '../../../../src/providers/store/sql/submitter.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, messageOf, newPath, newStore, post, propOf } from '../mailbox/stores.js';
import { Ear, hexOf, turns } from './sinks.js';

useLedger();

const objects =
  fnevObjectCreated | fnevObjectDeleted | fnevObjectModified | fnevObjectMoved | fnevObjectCopied | fnevSearchComplete;

const idOf = async (object: Parameters<typeof propOf>[0]): Promise<Uint8Array> =>
  (await propOf(object, PR_ENTRYID)) as Uint8Array;

/** Everything that an event about an object says, identifiers in hexadecimal. */
const saying = (ear: Ear) =>
  ear.events.map(({ ulEventType, info }) => {
    const { lpEntryID, ulObjType, lpParentID, lpOldID, lpOldParentID, lpPropTagArray } = info as OBJECT_NOTIFICATION;
    return {
      event: ulEventType,
      id: hexOf(lpEntryID),
      type: ulObjType,
      parent: hexOf(lpParentID),
      old: hexOf(lpOldID),
      oldParent: hexOf(lpOldParentID),
      tags: lpPropTagArray,
    };
  });

const event = (
  type: number,
  object: number,
  id: Uint8Array,
  parent: Uint8Array | null,
  { old = null as Uint8Array | null, oldParent = null as Uint8Array | null } = {},
) => ({
  event: type,
  id: hexOf(id),
  type: object,
  parent: hexOf(parent),
  old: hexOf(old),
  oldParent: hexOf(oldParent),
  tags: null as readonly number[] | null,
});

/** A folder whose computed properties changed. */
const counted = (id: Uint8Array, parent: Uint8Array | null, ...tags: readonly number[]) => ({
  ...event(fnevObjectModified, MAPI_FOLDER, id, parent),
  tags,
});

/** A store with sinks for: the store, its Inbox, a folder within it. */
async function scene(mask = objects) {
  const store = await newStore();
  const inbox = await inboxOf(store);
  const work = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Work', null, null));
  const ears = { store: new Ear(), inbox: new Ear(), work: new Ear() };
  const ids = {
    subtree: (await propOf(inbox, PR_PARENT_ENTRYID)) as Uint8Array,
    inbox: await idOf(inbox),
    work: await idOf(work),
  };
  const connections = [
    await ears.store.on(store, null, mask),
    await ears.inbox.on(store, ids.inbox, mask),
    await ears.work.on(store, ids.work, mask),
  ];
  return {
    store,
    inbox,
    work,
    ears,
    ids,
    async [Symbol.asyncDispose]() {
      for (const connection of connections) await ok(store.Unadvise(connection));
      for (const pointer of [work, inbox, store]) pointer.Release();
    },
  };
}

test('the store says that it tells: STORE_NOTIFY_OK', async () => {
  using store = await newStore();
  expect(((await propOf(store, PR_STORE_SUPPORT_MASK)) as number) & STORE_NOTIFY_OK).toBe(STORE_NOTIFY_OK);
});

describe('fnevObjectCreated', () => {
  test('tells of a folder: the store, and where it was made; the counts there follow', async () => {
    await using all = await scene();
    const { inbox, ears, ids } = all;
    using made = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'New', null, null));
    await turns();
    const created = event(fnevObjectCreated, MAPI_FOLDER, await idOf(made), ids.inbox);
    expect(saying(ears.store)).toEqual([created]);
    expect(saying(ears.inbox)).toEqual([created]);
    using first = await ok(made.CreateFolder(FOLDER_GENERIC, 'First', null, null));
    await turns();
    expect(saying(ears.store).slice(1)).toEqual([
      event(fnevObjectCreated, MAPI_FOLDER, await idOf(first), await idOf(made)),
      counted(await idOf(made), ids.inbox, PR_SUBFOLDERS),
    ]);
  });

  test('tells of a message at its first save, not before and not again', async () => {
    await using all = await scene();
    const { inbox, ears, ids } = all;
    using message = await ok(inbox.CreateMessage(IMessage));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'one')]));
    await turns();
    expect(ears.store.events).toEqual([]);
    await ok(message.SaveChanges(2));
    await turns();
    const id = await idOf(message);
    expect(saying(ears.store)).toEqual([
      event(fnevObjectCreated, MAPI_MESSAGE, id, ids.inbox),
      counted(ids.inbox, ids.subtree, PR_CONTENT_COUNT, PR_CONTENT_UNREAD),
    ]);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'two')]));
    await ok(message.SaveChanges(2));
    await turns();
    expect(saying(ears.store).slice(2)).toEqual([event(fnevObjectModified, MAPI_MESSAGE, id, ids.inbox)]);
  });
});

describe('fnevObjectModified', () => {
  test('tells of a message: the store and the message, not the folder that it lies in', async () => {
    await using all = await scene();
    const { store, inbox, ears, ids } = all;
    const id = await post(inbox, 'one');
    await turns();
    const own = new Ear();
    const connection = await own.on(store, id, objects);
    const before = ears.inbox.events.length;
    using message = await messageOf(store, id);
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'two')]));
    await ok(message.SaveChanges());
    await turns();
    expect(saying(own)).toEqual([event(fnevObjectModified, MAPI_MESSAGE, id, ids.inbox)]);
    expect(saying(ears.store).at(-1)).toEqual(saying(own)[0]);
    expect(ears.inbox.events.length).toBe(before);
    await ok(store.Unadvise(connection));
  });

  test('tells of a folder: the store and the folder, not its parent', async () => {
    await using all = await scene();
    const { work, ears, ids } = all;
    await ok(work.SetProps([prop(PR_DISPLAY_NAME_W, 'Play')]));
    await turns();
    const modified = event(fnevObjectModified, MAPI_FOLDER, ids.work, ids.inbox);
    expect(saying(ears.store)).toEqual([modified]);
    expect(saying(ears.work)).toEqual([modified]);
    expect(ears.inbox.events).toEqual([]);
  });

  test('tells of counts with the tags of those that changed', async () => {
    await using all = await scene();
    const { inbox, ears, ids } = all;
    const id = await post(inbox, 'one');
    await turns();
    expect(saying(ears.inbox)).toEqual([
      event(fnevObjectCreated, MAPI_MESSAGE, id, ids.inbox),
      counted(ids.inbox, ids.subtree, PR_CONTENT_COUNT, PR_CONTENT_UNREAD),
    ]);
    await ok(inbox.SetReadFlags([id], 0, null));
    await turns();
    expect(saying(ears.inbox).slice(2)).toEqual([counted(ids.inbox, ids.subtree, PR_CONTENT_UNREAD)]);
    {
      using hidden = await ok(inbox.CreateMessage(IMessage, 0x40));
      await ok(hidden.SaveChanges());
    }
    await turns();
    expect(saying(ears.inbox).at(-1)).toEqual(counted(ids.inbox, ids.subtree, PR_ASSOC_CONTENT_COUNT));
    await ok(inbox.DeleteFolder(ids.work, 0, null));
    await turns();
    expect(saying(ears.inbox).at(-1)).toEqual(counted(ids.inbox, ids.subtree, PR_SUBFOLDERS));
  });

  test('tells of the counts of a search folder that shows what changed elsewhere', async () => {
    await using all = await scene();
    const { store, inbox, ids } = all;
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'reports', null, null));
    await ok(search.SetSearchCriteria(contains(PR_SUBJECT_W, 'report'), [ids.inbox]));
    await turns();
    const ear = new Ear();
    const id = await idOf(search);
    const connection = await ear.on(store, id, fnevObjectModified);
    const message = await post(inbox, 'a report');
    await turns();
    expect(saying(ear)).toEqual([counted(id, ids.inbox, PR_CONTENT_COUNT, PR_CONTENT_UNREAD)]);
    await ok(inbox.SetReadFlags([message], 0, null));
    await ok(inbox.DeleteMessages([message], 0, null));
    await turns();
    expect(saying(ear).slice(1)).toEqual([
      counted(id, ids.inbox, PR_CONTENT_UNREAD),
      counted(id, ids.inbox, PR_CONTENT_COUNT),
    ]);
    await ok(store.Unadvise(connection));
  });

  test('tells of the store with its own identifier', async () => {
    await using all = await scene();
    const { store, ears } = all;
    const ear = new Ear();
    const storeId = await idOf(store);
    const connection = await ear.on(store, storeId, fnevObjectModified);
    await ok(store.SetProps([prop(PR_DISPLAY_NAME_W, 'My mail')]));
    await turns();
    const modified = event(fnevObjectModified, MAPI_STORE, storeId, null);
    expect(saying(ears.store)).toEqual([modified]);
    expect(saying(ear)).toEqual([modified]);
    await ok(store.Unadvise(connection));
  });
});

describe('fnevObjectDeleted', () => {
  test('tells of a message: the store, the message, the folder that it lay in', async () => {
    await using all = await scene();
    const { store, inbox, ears, ids } = all;
    const id = await post(inbox, 'one');
    await turns();
    const own = new Ear();
    const connection = await own.on(store, id, objects);
    await ok(inbox.DeleteMessages([id], 0, null));
    await turns();
    const deleted = event(fnevObjectDeleted, MAPI_MESSAGE, id, ids.inbox);
    expect(saying(own)).toEqual([deleted]);
    const counts = counted(ids.inbox, ids.subtree, PR_CONTENT_COUNT, PR_CONTENT_UNREAD);
    expect(saying(ears.store).slice(2)).toEqual([deleted, counts]);
    expect(saying(ears.inbox).slice(2)).toEqual([deleted, counts]);
    await ok(store.Unadvise(connection));
  });

  test('tells of a folder and of all that was in it, what lay deepest first', async () => {
    await using all = await scene();
    const { inbox, work, ears, ids } = all;
    using deep = await ok(work.CreateFolder(FOLDER_GENERIC, 'Deep', null, null));
    const [deepId, message] = [await idOf(deep), await post(deep, 'below')];
    await turns();
    const before = ears.store.events.length;
    await ok(inbox.DeleteFolder(ids.work, 0, null, DEL_FOLDERS | DEL_MESSAGES));
    await turns();
    const told = saying(ears.store).slice(before);
    expect(told.filter(({ tags }) => tags === null)).toEqual([
      event(fnevObjectDeleted, MAPI_MESSAGE, message, deepId),
      event(fnevObjectDeleted, MAPI_FOLDER, deepId, ids.work),
      event(fnevObjectDeleted, MAPI_FOLDER, ids.work, ids.inbox),
    ]);
    expect(told.at(-1)).toEqual(counted(ids.inbox, ids.subtree, PR_SUBFOLDERS));
    expect(saying(ears.work).at(-1)).toEqual(event(fnevObjectDeleted, MAPI_FOLDER, ids.work, ids.inbox));
  });
});

describe('fnevObjectMoved and fnevObjectCopied', () => {
  test('tell of a message with what it was before: the store, the message, both folders', async () => {
    await using all = await scene();
    const { store, inbox, work, ears, ids } = all;
    const id = await post(inbox, 'one');
    await turns();
    const own = new Ear();
    const connection = await own.on(store, id, fnevObjectMoved | fnevObjectCopied);
    const before = ears.store.events.length;
    await ok(inbox.CopyMessages([id], null, work, 0, null, MESSAGE_MOVE));
    await turns();
    const moved = event(fnevObjectMoved, MAPI_MESSAGE, id, ids.work, { old: id, oldParent: ids.inbox });
    expect(saying(own)).toEqual([moved]);
    expect(saying(ears.store).slice(before)).toEqual([
      moved,
      counted(ids.inbox, ids.subtree, PR_CONTENT_COUNT, PR_CONTENT_UNREAD),
      counted(ids.work, ids.inbox, PR_CONTENT_COUNT, PR_CONTENT_UNREAD),
    ]);
    expect(saying(ears.work)[0]).toEqual(moved);
    expect(saying(ears.inbox).slice(before)[0]).toEqual(moved);

    await ok(work.CopyMessages([id], null, inbox, 0, null));
    await turns();
    const copy = saying(own)[1];
    expect(copy).toEqual({
      ...event(fnevObjectCopied, MAPI_MESSAGE, id, ids.inbox, { old: id, oldParent: ids.work }),
      id: copy?.id,
    });
    expect(copy?.id).not.toBe(hexOf(id));
    expect(saying(ears.store).some((each) => each.event === fnevObjectCreated && each.id === copy?.id)).toBe(false);
    await ok(store.Unadvise(connection));
  });

  test('tell of a folder with what it was before; its copy is not told as created', async () => {
    await using all = await scene();
    const { inbox, work, ears, ids } = all;
    using other = await ok(inbox.CreateFolder(FOLDER_GENERIC, 'Other', null, null));
    const otherId = await idOf(other);
    const message = await post(work, 'in it');
    await turns();
    const before = ears.store.events.length;
    await ok(inbox.CopyFolder(ids.work, null, other, 'Copy', 0, null));
    await turns();
    const told = saying(ears.store).slice(before);
    const [copied, inside, ...more] = told.filter(({ tags }) => tags === null);
    expect(copied).toEqual({
      ...event(fnevObjectCopied, MAPI_FOLDER, ids.work, otherId, { old: ids.work, oldParent: ids.inbox }),
      id: copied?.id,
    });
    expect(inside).toMatchObject({ event: fnevObjectCopied, parent: copied?.id, old: hexOf(message) });
    expect(more).toEqual([]);
    const counts = told.filter(({ tags }) => tags !== null).map(({ event: type, id, tags }) => [type, id, tags]);
    expect(counts).toContainEqual([fnevObjectModified, hexOf(otherId), [PR_SUBFOLDERS]]);
    expect(counts).toContainEqual([fnevObjectModified, copied?.id, [PR_CONTENT_COUNT, PR_CONTENT_UNREAD]]);
    expect(saying(ears.work).at(-1)).toMatchObject({ event: fnevObjectCopied, old: hexOf(message) });

    await ok(inbox.CopyFolder(ids.work, null, other, null, 0, null, FOLDER_MOVE));
    await turns();
    const moved = event(fnevObjectMoved, MAPI_FOLDER, ids.work, otherId, { old: ids.work, oldParent: ids.inbox });
    expect(saying(ears.work).at(-1)).toEqual(moved);
    expect(saying(ears.store)).toContainEqual(moved);
  });
});

describe('fnevSearchComplete', () => {
  test('tells the store and the search folder that its results are there', async () => {
    await using all = await scene();
    const { store, inbox, ears, ids } = all;
    await post(inbox, 'a report');
    using search = await ok(inbox.CreateFolder(FOLDER_SEARCH, 'reports', null, null));
    const own = new Ear();
    const id = await idOf(search);
    const connection = await own.on(store, id, fnevSearchComplete);
    await ok(search.SetSearchCriteria(contains(PR_SUBJECT_W, 'report'), [ids.inbox]));
    await own.until((events) => events.length > 0);
    expect(saying(own)).toMatchObject([{ event: fnevSearchComplete, id: hexOf(id), type: MAPI_FOLDER }]);
    expect(saying(ears.store).filter((each) => each.event === fnevSearchComplete)).toEqual(saying(own));
    expect(await propOf(search, PR_CONTENT_COUNT)).toBe(1);
    await ok(store.Unadvise(connection));
  });
});

describe('fnevNewMail', () => {
  test('tells the store and the receive folder, with class and flags of the message', async () => {
    await using all = await scene(fnevNewMail);
    const { store, inbox, ears, ids } = all;
    const id = await post(inbox, 'new', prop(PR_MESSAGE_CLASS_W, 'IPM.Note.Fax'));
    const info = { lpEntryID: id, lpParentID: ids.inbox, ulFlags: 0, lpszMessageClass: '', ulMessageFlags: 0 };
    await ok(store.NotifyNewMail({ ulEventType: fnevNewMail, info }));
    await turns();
    const told: NEWMAIL_NOTIFICATION = {
      lpEntryID: id,
      lpParentID: ids.inbox,
      ulFlags: MAPI_UNICODE,
      lpszMessageClass: 'IPM.Note.Fax',
      ulMessageFlags: expect.any(Number) as number,
    };
    for (const ear of [ears.store, ears.inbox]) expect(ear.events).toEqual([{ ulEventType: fnevNewMail, info: told }]);
    expect(ears.work.events).toEqual([]);
  });
});

describe('fnevTableModified', () => {
  test('tells of rows with the keys of the row and of the one before it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using table = await ok(inbox.GetContentsTable());
    await ok(table.SetColumns([PR_SUBJECT_W]));
    const ear = new Ear();
    const connection = await ear.onTable(table, fnevTableModified);
    const first = await post(inbox, 'one');
    await post(inbox, 'two');
    await ok(inbox.DeleteMessages([first], 0, null));
    await turns();
    const told = ear.events.map(({ info }) => info as TABLE_NOTIFICATION);
    expect(told.map(({ ulTableEvent, row }) => [ulTableEvent, row ? [...row] : null])).toEqual([
      [TABLE_ROW_ADDED, ['one']],
      [TABLE_ROW_ADDED, ['two']],
      [TABLE_ROW_DELETED, null],
    ]);
    expect(told[1]?.propPrior[1]).toEqual(told[0]?.propIndex[1]);
    expect(told[2]?.propIndex[1]).toEqual(told[0]?.propIndex[1]);
    await ok(table.Unadvise(connection));
  });
});

describe('fnevCriticalError', () => {
  test('tells once that the store can no longer be followed, and why', async () => {
    const logged: string[] = [];
    setLog({ error: (message) => void logged.push(message), warn: () => undefined });
    const path = newPath();
    using store = await newStore(path);
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevCriticalError);
    rmSync(path);
    await ear.until((events) => events.length > 0);
    setLog(null);
    const info = ear.events[0]?.info as ERROR_NOTIFICATION;
    expect(ear.events.map(({ ulEventType }) => ulEventType)).toEqual([fnevCriticalError]);
    expect([info.scode, hexOf(info.lpEntryID), info.ulFlags]).toEqual([
      MAPI_E_DISK_ERROR,
      hexOf(await idOf(store)),
      MAPI_UNICODE,
    ]);
    expect(info.lpMAPIError?.lpszError).toMatch(/deleted, moved or replaced/);
    expect(logged).toHaveLength(1);
    await ok(store.Unadvise(connection));
  });
});

describe('events of one call', () => {
  const many = async (inbox: Folder, count: number): Promise<Uint8Array[]> => {
    const ids: Uint8Array[] = [];
    for (let n = 0; n < count; n++) ids.push(await post(inbox, `m${n}`));
    await turns();
    return ids;
  };

  test.each<[string, (inbox: Folder, work: Folder, ids: readonly Uint8Array[]) => Promise<number>]>([
    ['CopyMessages', (inbox, work, ids) => inbox.CopyMessages(ids, null, work, 0, null)],
    ['CopyMessages that moves', (inbox, work, ids) => inbox.CopyMessages(ids, null, work, 0, null, MESSAGE_MOVE)],
    ['DeleteMessages', (inbox, _work, ids) => inbox.DeleteMessages(ids, 0, null)],
    ['SetReadFlags', (inbox, _work, ids) => inbox.SetReadFlags(ids, 0, null)],
    ['EmptyFolder', (inbox) => inbox.EmptyFolder(0, null)],
  ])('%s come after it has returned, all of them, in their order', async (_name, call) => {
    await using all = await scene();
    const { inbox, work, ears } = all;
    const ids = await many(inbox, 5);
    using table = await ok(inbox.GetContentsTable());
    const rows = new Ear();
    const connection = await rows.onTable(table);
    const before = [ears.store.calls.length, rows.calls.length];
    const events = ears.store.events.length;
    expect(await call(inbox, work, ids)).toBe(0);
    expect([ears.store.calls.length, rows.calls.length]).toEqual(before);
    await turns(10);
    const messages = saying(ears.store)
      .slice(events)
      .filter(({ type }) => type === MAPI_MESSAGE);
    expect(messages.map(({ id, old }) => old || id)).toEqual(ids.map(hexOf));
    await ok(table.Unadvise(connection));
  });

  test('are told in order and never twice at once, also to a sink that takes its time', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const ear = new Ear();
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      open = resolve;
    });
    ear.meanwhile = () => gate;
    const connection = await ear.on(store, null, fnevObjectCreated);
    const first = await post(inbox, 'first');
    await ear.until((events) => events.length === 1);
    // All of these happen while the sink is still busy with the first one.
    const ids = await Promise.all(Array.from({ length: groupLimit + 10 }, (_, n) => post(inbox, `m${n}`)));
    await turns();
    expect(ear.told).toEqual([[fnevObjectCreated, hexOf(first)]]);
    open();
    await ear.until((events) => events.length === 1 + ids.length);
    expect(ear.told.slice(1).map(([, id]) => id)).toEqual([...ids].map(hexOf).sort());
    expect(ear.calls.length).toBeGreaterThan(1);
    expect(ear.calls.every(({ running }) => running === 0)).toBe(true);
    await turns();
    await ok(store.Unadvise(connection));
    await turns();
  });

  test('are told to every logon of the process, and to none of another store', async () => {
    const path = newPath();
    using one = await newStore(path);
    using other = await newStore(path);
    using stranger = await newStore(newPath());
    using inbox = await inboxOf(one);
    const ears = [new Ear(), new Ear(), new Ear()] as const;
    const connections = await Promise.all(
      [one, other, stranger].map((store, index) => (ears[index] as Ear).on(store, null, fnevObjectCreated)),
    );
    const id = await post(inbox, 'one');
    await turns();
    expect(ears.map(({ told }) => told)).toEqual([
      [[fnevObjectCreated, hexOf(id)]],
      [[fnevObjectCreated, hexOf(id)]],
      [],
    ]);
    for (const [index, store] of [one, other, stranger].entries())
      await ok(store.Unadvise(connections[index] as number));
  });
});
