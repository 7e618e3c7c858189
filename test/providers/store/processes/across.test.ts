import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  FORCE_SAVE,
  fnevNewMail,
  fnevObjectCopied,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  fnevObjectMoved,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_NO_ACCESS,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNABLE_TO_ABORT,
  MSG_LOCKED,
  MSG_UNLOCKED,
  MSGFLAG_READ,
  type NEWMAIL_NOTIFICATION,
  type OBJECT_NOTIFICATION,
  PR_BODY_W,
  PR_COMMENT_W,
  PR_CONTENT_COUNT,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_FLAGS,
  PR_PARENT_ENTRYID,
  PR_SUBJECT_W,
  PR_SUBMIT_FLAGS,
  prop,
  type IMsgStore as Store,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
} from '../../../../src/mapi/index.js';
import { checkStore } from '../../../../src/providers/store/index.js';
import { useLedger } from '../../../support/ledger.js';
import { type StoreProcess, StorePrograms } from '../../../support/store-process.js';
import { Ear, hexOf } from '../conformance/sinks.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, rowsOf, submitted } from '../mailbox/stores.js';

useLedger();

const everything =
  fnevNewMail | fnevObjectCreated | fnevObjectDeleted | fnevObjectModified | fnevObjectMoved | fnevObjectCopied;

let programs: StorePrograms;
const clerks: StoreProcess[] = [];

beforeAll(() => {
  programs = new StorePrograms();
});
afterEach(async () => {
  for (const clerk of clerks.splice(0)) expect(await clerk.finish(), clerk.errors).toBe(0);
});
afterAll(() => programs.close());

function clerkAt(path: string): StoreProcess {
  const clerk = programs.start('clerk', [path]);
  clerks.push(clerk);
  return clerk;
}

const entryIdOf = async (object: Parameters<typeof propOf>[0]) =>
  hexOf((await propOf(object, PR_ENTRYID)) as Uint8Array);

/** What an event says of its object. */
const about = ({ ulEventType, info }: { ulEventType: number; info: unknown }) => {
  const { lpEntryID, lpParentID, lpOldID, lpOldParentID } = info as OBJECT_NOTIFICATION;
  return [ulEventType, hexOf(lpEntryID), hexOf(lpParentID), hexOf(lpOldID), hexOf(lpOldParentID)];
};

const rowEvents = (ear: Ear) => ear.events.map(({ info }) => info as TABLE_NOTIFICATION);

/** Lets the other process leave a mark: once it is heard, all that came before was, too. */
async function marked(ear: Ear, clerk: StoreProcess, folder: string): Promise<void> {
  const mark = await clerk.ask<string>('post', folder, 'mark');
  await ear.until((events) => events.some(({ info }) => hexOf((info as OBJECT_NOTIFICATION).lpEntryID) === mark));
}

describe('A message that is open for writing here', () => {
  test('and that another process deletes cannot be saved any more; what it holds is not lost', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const [text, large] = [prop(PR_COMMENT_W, 'a remark'), prop(PR_BODY_W, 'word '.repeat(20_000))];
    const entryId = await post(inbox, 'one', text, large);
    using open = await messageOf(store, entryId);
    await ok(open.SetProps([prop(PR_SUBJECT_W, 'changed')]));
    await clerkAt(path).ask('remove', await entryIdOf(inbox), hexOf(entryId));
    for (const flags of [KEEP_OPEN_READWRITE, FORCE_SAVE])
      expect(await open.SaveChanges(flags)).toBe(MAPI_E_OBJECT_DELETED);
    using copy = await ok(inbox.CreateMessage(IMessage));
    // A large value that is still in the store's file alone went with the message, which CopyTo does not keep quiet about.
    expect((await open.CopyTo(null, null, 0, null, IMessage, copy))[0]).toBe(MAPI_E_OBJECT_DELETED);
    expect(await ok(open.CopyTo(null, [PR_BODY_W], 0, null, IMessage, copy))).toEqual([]);
    await ok(copy.SaveChanges(KEEP_OPEN_READWRITE));
    expect([...(await ok(copy.GetProps([PR_SUBJECT_W, PR_COMMENT_W])))]).toEqual(['changed', 'a remark']);
  });

  test('and that another process marks as read has changed: FORCE_SAVE saves it, read', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one', prop(PR_MESSAGE_FLAGS, 0));
    using open = await messageOf(store, entryId);
    await ok(open.SetProps([prop(PR_SUBJECT_W, 'changed')]));
    await clerkAt(path).ask('read', await entryIdOf(inbox), hexOf(entryId));
    expect(await open.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
    await ok(open.SaveChanges(FORCE_SAVE | KEEP_OPEN_READWRITE));
    const [subject, flags] = await ok(open.GetProps([PR_SUBJECT_W, PR_MESSAGE_FLAGS]));
    expect([subject, (flags ?? 0) & MSGFLAG_READ]).toEqual(['changed', MSGFLAG_READ]);
  });
});

describe('What another process does to the same store file', () => {
  test('to messages is told as if it were done here: parents, old parents and old identifiers', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using target = await ok(inbox.CreateFolder(1, 'target', null, null));
    const [from, to] = [await entryIdOf(inbox), await entryIdOf(target)];
    const clerk = clerkAt(path);
    const ear = new Ear();
    const connection = await ear.on(store, null, everything & ~fnevObjectModified);
    const id = await clerk.ask<string>('post', from, 'one');
    await clerk.ask('move', from, id, to);
    await clerk.ask('move', to, id, from, 0);
    await clerk.ask('remove', to, id);
    await ear.until((events) => events.length >= 4);
    const copy = ear.told[2]?.[1] ?? '';
    expect(ear.events.map(about)).toEqual([
      [fnevObjectCreated, id, from, '', ''],
      [fnevObjectMoved, id, to, id, from],
      [fnevObjectCopied, copy, from, id, to],
      [fnevObjectDeleted, id, to, '', ''],
    ]);
    expect(new Set([id, copy]).size).toBe(2);
    await ok(store.Unadvise(connection));
  });

  test('to folders is told, to the folder itself and to where it lies', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using subtree = await folderOf(store, await propOf(inbox, PR_PARENT_ENTRYID));
    const [parent, above] = [await entryIdOf(inbox), await entryIdOf(subtree)];
    const clerk = clerkAt(path);
    const id = await clerk.ask<string>('make', parent, 'work');
    const [own, holder] = [new Ear(), new Ear()];
    const mask = everything & ~fnevNewMail;
    const connections = [
      await own.on(store, Uint8Array.from(Buffer.from(id, 'hex')), mask),
      await holder.on(store, await propOf(inbox, PR_ENTRYID), mask & ~fnevObjectModified),
    ];
    await clerk.ask('rename', id, 'Work');
    await clerk.ask('carry', parent, id, above, 1);
    await clerk.ask('destroy', above, id);
    await own.until((events) => events.at(-1)?.ulEventType === fnevObjectDeleted);
    expect(own.events.map(about)).toEqual([
      [fnevObjectModified, id, parent, '', ''],
      [fnevObjectMoved, id, above, id, parent],
      [fnevObjectDeleted, id, above, '', ''],
    ]);
    expect(holder.events.map(about)).toEqual([[fnevObjectMoved, id, above, id, parent]]);
    for (const connection of connections) await ok(store.Unadvise(connection));
  });

  test('as new mail reaches whoever waits for it', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const clerk = clerkAt(path);
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevNewMail);
    const folder = await entryIdOf(inbox);
    const id = await clerk.ask<string>('post', folder, 'new');
    await clerk.ask('arrive', folder, id);
    await ear.until((events) => events.length > 0);
    const mail = ear.events.map(({ info }) => info as NEWMAIL_NOTIFICATION);
    expect(mail.map((each) => [hexOf(each.lpEntryID), hexOf(each.lpParentID), each.lpszMessageClass])).toEqual([
      [id, folder, 'IPM'],
    ]);
    await ok(store.Unadvise(connection));
  });

  test('is told once, in the order of the commits, however much both do at once', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const folder = await entryIdOf(inbox);
    const clerk = clerkAt(path);
    await clerk.ask('listen');
    const ear = new Ear();
    const connection = await ear.on(store, null, fnevObjectCreated);
    const [theirs, ours] = await Promise.all([
      clerk.ask<readonly string[]>('posts', folder, 'theirs', 60),
      Promise.all(Array.from({ length: 60 }, async (_, n) => hexOf(await post(inbox, `ours${n}`)))),
    ]);
    await marked(ear, clerk, folder);
    const heard = ear.told.map(([, id]) => id).slice(0, -1);
    expect([...heard].sort()).toEqual([...theirs, ...ours].sort());
    // The other process hears the same, in the same order.
    const last = hexOf(await post(inbox, 'last'));
    let there: readonly string[] = [];
    while (!there.includes(last)) there = await clerk.ask<readonly string[]>('heard');
    expect(there.slice(0, heard.length)).toEqual(heard);
    await ok(store.Unadvise(connection));
  });

  test('shows in tables that are open, row by row, and in the counts of folders', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const folder = await entryIdOf(inbox);
    using contents = await ok(inbox.GetContentsTable());
    await ok(contents.SetColumns([PR_SUBJECT_W]));
    using subtree = await folderOf(store, await propOf(inbox, PR_PARENT_ENTRYID));
    using hierarchy = await ok(subtree.GetHierarchyTable());
    await ok(hierarchy.SetColumns([PR_DISPLAY_NAME_W, PR_CONTENT_COUNT]));
    const [rows, folders] = [new Ear(), new Ear()];
    const connection = await rows.onTable(contents);
    const other = await folders.onTable(hierarchy);
    const clerk = clerkAt(path);
    const id = await clerk.ask<string>('post', folder, 'one');
    await rows.until((events) => events.length >= 1);
    await folders.until((events) => events.length >= 1);
    expect([...(rowEvents(folders)[0]?.row ?? [])]).toEqual(['Inbox', 1]);
    expect(await rowsOf(contents, [PR_SUBJECT_W])).toEqual([['one']]);
    await clerk.ask('change', id, 'two');
    await rows.until((events) => events.length >= 2);
    await clerk.ask('remove', folder, id);
    await rows.until((events) => events.length >= 3);
    expect(rowEvents(rows).map(({ ulTableEvent, row }) => [ulTableEvent, row ? [...row] : null])).toEqual([
      [TABLE_ROW_ADDED, ['one']],
      [TABLE_ROW_MODIFIED, ['two']],
      [TABLE_ROW_DELETED, null],
    ]);
    expect(await ok(contents.GetRowCount())).toBe(0);
    await ok(contents.Unadvise(connection));
    await ok(hierarchy.Unadvise(other));
  });

  test('shows in the outgoing queue', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using queue = await ok(store.GetOutgoingQueue());
    await ok(queue.SetColumns([PR_SUBJECT_W]));
    const ear = new Ear();
    const connection = await ear.onTable(queue);
    const clerk = clerkAt(path);
    await clerk.ask('submit', await clerk.ask<string>('post', await entryIdOf(inbox), 'to send'));
    await ear.until((events) => events.length > 0);
    expect(rowEvents(ear).map(({ ulTableEvent, row }) => [ulTableEvent, [...(row ?? [])]])).toEqual([
      [TABLE_ROW_ADDED, ['to send']],
    ]);
    await ok(queue.Unadvise(connection));
  });

  test('before Advise is not told', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const folder = await entryIdOf(inbox);
    const clerk = clerkAt(path);
    const [first, second] = [new Ear(), new Ear()];
    const connections = [await first.on(store, null, fnevObjectCreated)];
    const early = await clerk.ask<string>('post', folder, 'early');
    connections.push(await second.on(store, null, fnevObjectCreated));
    await marked(second, clerk, folder);
    expect(first.told.map(([, id]) => id)).toContain(early);
    expect(second.told.map(([, id]) => id)).not.toContain(early);
    for (const connection of connections) await ok(store.Unadvise(connection));
  });
});

describe('Two processes on one store file', () => {
  const importanceOf = async (store: Store, entryId: Uint8Array) => {
    using message = await messageOf(store, entryId, 0);
    return await propOf(message, PR_IMPORTANCE);
  };

  test('lose no update: who saves second hears MAPI_E_OBJECT_CHANGED and reads anew', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const [one, other] = [clerkAt(path), clerkAt(path)];
    const id = await one.ask<string>('post', await entryIdOf(inbox), 'counter');
    const entryId = Uint8Array.from(Buffer.from(id, 'hex'));
    {
      using mine = await messageOf(store, entryId);
      await ok(mine.SetProps([prop(PR_IMPORTANCE, 1000)]));
      await one.ask('add', id, 1);
      expect(await mine.SaveChanges(2)).toBe(MAPI_E_OBJECT_CHANGED);
    }
    await Promise.all([one.ask('add', id, 40), other.ask('add', id, 40)]);
    expect(await importanceOf(store, entryId)).toBe(81);
  });

  test('write and read at once without a call that fails, and all is there afterwards', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const folder = await entryIdOf(inbox);
    const [one, other] = [clerkAt(path), clerkAt(path)];
    let writing = true;
    const read = async (): Promise<number> => {
      let counts = 0;
      let before = 0;
      using table = await ok(inbox.GetContentsTable());
      while (writing) {
        const rows = await ok(table.GetRowCount());
        // What was seen once does not go away again.
        expect(rows).toBeGreaterThanOrEqual(before);
        before = rows;
        counts++;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return counts;
    };
    const reader = read();
    const [a, b] = await Promise.all([
      one.ask<readonly string[]>('posts', folder, 'a', 150),
      other.ask<readonly string[]>('posts', folder, 'b', 150),
    ]);
    writing = false;
    expect(await reader).toBeGreaterThan(1);
    using table = await ok(inbox.GetContentsTable());
    const rows = await rowsOf(table, [PR_ENTRYID, PR_SUBJECT_W]);
    expect(new Set(rows.map(([id]) => hexOf(id as Uint8Array)))).toEqual(new Set([...a, ...b]));
    expect(new Set(rows.map(([, subject]) => subject)).size).toBe(300);
    expect(await propOf(inbox, PR_CONTENT_COUNT)).toBe(300);
    expect(await checkStore(path)).toEqual([]);
  });
});

describe('The lock of a message that another process is sending (SetLockState)', () => {
  test('holds as long as its process runs, and not a moment longer when it is killed', async () => {
    const path = newPath();
    using store = await newStore(path);
    const entryId = await submitted(store);
    const clerk = programs.start('clerk', [path]);
    await clerk.ask('lock', hexOf(entryId));
    using message = await messageOf(store, entryId, 0);
    // A process that sleeps, and its machine with it, does not renew anything: what counts is that it will go on.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
    expect(await store.SetLockState(message, MSG_LOCKED)).toBe(MAPI_E_NO_ACCESS);
    expect(await store.AbortSubmit(entryId)).toBe(MAPI_E_UNABLE_TO_ABORT);
    vi.useRealTimers();
    clerk.kill();
    await clerk.ended;
    using queue = await ok(store.GetOutgoingQueue());
    expect(await rowsOf(queue, [PR_SUBMIT_FLAGS])).toEqual([[0]]);
    expect(await store.SetLockState(message, MSG_LOCKED)).toBe(0);
    expect(await store.SetLockState(message, MSG_UNLOCKED)).toBe(0);
  });

  test('can be cancelled at once when its process was killed', async () => {
    const path = newPath();
    using store = await newStore(path);
    const entryId = await submitted(store);
    const clerk = programs.start('clerk', [path]);
    await clerk.ask('lock', hexOf(entryId));
    clerk.kill();
    await clerk.ended;
    await ok(store.AbortSubmit(entryId));
  });
});
