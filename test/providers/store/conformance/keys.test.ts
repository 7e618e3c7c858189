import { describe, expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  FORCE_SAVE,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_COMPUTED,
  MAPI_MODIFY,
  PR_CHANGE_KEY,
  PR_COMMENT_W,
  PR_ENTRYID,
  PR_PREDECESSOR_CHANGE_LIST,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_STORE_RECORD_KEY,
  PR_SUBJECT_W,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';

useLedger();

const hex = (bytes: Uint8Array | null): string => Buffer.from(bytes ?? []).toString('hex');

describe('PR_CHANGE_KEY', () => {
  test('is the store and a number that every save raises', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    expect(await propOf(message, PR_CHANGE_KEY)).toBe(null);
    const keys: string[] = [];
    for (const subject of ['a', 'b', 'c']) {
      await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
      keys.push(hex(await propOf(message, PR_CHANGE_KEY)));
    }
    const uid = hex((await propOf(store, PR_STORE_RECORD_KEY)) as Uint8Array);
    expect(keys.map((key) => [key.slice(0, 32), key.length])).toEqual([1, 2, 3].map(() => [uid, 44]));
    expect(new Set(keys).size).toBe(3);
    expect([...keys].sort()).toEqual(keys);
  });

  test('is the same for all who have the message open as it is, and changes with what another saves', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one');
    using mine = await messageOf(store, entryId);
    using other = await messageOf(store, entryId);
    expect(await propOf(mine, PR_CHANGE_KEY)).toEqual(await propOf(other, PR_CHANGE_KEY));
    await ok(other.SetProps([prop(PR_SUBJECT_W, 'two')]));
    await ok(other.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(mine, PR_CHANGE_KEY)).not.toEqual(await propOf(other, PR_CHANGE_KEY));
    await ok(mine.SaveChanges(KEEP_OPEN_READWRITE | FORCE_SAVE));
    expect(hex(await propOf(mine, PR_CHANGE_KEY)) > hex(await propOf(other, PR_CHANGE_KEY))).toBe(true);
  });

  test('is kept on folders, too, and is the store’s to keep', async () => {
    using store = await newStore();
    using root = await folderOf(store, null);
    using folder = await ok(root.CreateFolder(1, 'A', null, IMAPIFolder));
    const before = hex(await propOf(folder, PR_CHANGE_KEY));
    await ok(folder.SetProps([prop(PR_COMMENT_W, 'x')]));
    expect(hex(await propOf(folder, PR_CHANGE_KEY)) > before).toBe(true);
    const [problem] = await ok(folder.SetProps([prop(PR_CHANGE_KEY, new Uint8Array(22))]));
    expect(problem?.scode).toBe(MAPI_E_COMPUTED);
  });
});

describe('PR_PREDECESSOR_CHANGE_LIST', () => {
  test('is the last change of each store, sorted, each with its length before it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await messageOf(store, await post(inbox, 'one'));
    const own = () => propOf(message, PR_CHANGE_KEY).then((key) => `16${hex(key)}`);
    expect(hex(await propOf(message, PR_PREDECESSOR_CHANGE_LIST))).toBe(await own());
    // What other stores did to it: one twice, of which the later change counts, and one that sorts behind all.
    const xid = (uid: number, change: number): number[] => [22, ...new Array(16).fill(uid), 0, 0, 0, 0, 0, change];
    const given = Uint8Array.of(...xid(0xff, 1), ...xid(0x00, 9), ...xid(0x00, 3), 22, 1, 2);
    await ok(message.SetProps([prop(PR_PREDECESSOR_CHANGE_LIST, given)]));
    await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
    const list = hex(await propOf(message, PR_PREDECESSOR_CHANGE_LIST));
    const [first, last] = [xid(0x00, 9), xid(0xff, 1)].map((bytes) => hex(Uint8Array.from(bytes)));
    expect(list).toBe(`${first}${await own()}${last}`);
  });
});

describe('PR_SEARCH_KEY and PR_RECORD_KEY', () => {
  test('the search key is there from CreateMessage on, and stays through every save', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await ok(inbox.CreateMessage(IMessage));
    using other = await ok(inbox.CreateMessage(IMessage));
    const key = await propOf(message, PR_SEARCH_KEY);
    expect(key).toHaveLength(16);
    expect(await propOf(other, PR_SEARCH_KEY)).not.toEqual(key);
    for (const subject of ['a', 'b']) {
      await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
      await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
      expect(await propOf(message, PR_SEARCH_KEY)).toEqual(key);
    }
    using again = await messageOf(store, (await propOf(message, PR_ENTRYID)) as Uint8Array, 0);
    expect(await propOf(again, PR_SEARCH_KEY)).toEqual(key);
  });

  test('a copy keeps the search key and gets a record key of its own; a client may give it another', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const entryId = await post(inbox, 'one');
    await ok(inbox.CopyMessages([entryId], null, inbox, 0, null));
    using contents = await ok(inbox.GetContentsTable());
    const rows = await rowsOf(contents, [PR_SEARCH_KEY, PR_RECORD_KEY, PR_ENTRYID]);
    const [a, b] = rows as [unknown[], unknown[]];
    expect(a[0]).toEqual(b[0]);
    expect(a[1]).not.toEqual(b[1]);
    using copy = await messageOf(store, b[2] as Uint8Array, MAPI_MODIFY);
    const given = new Uint8Array(Buffer.from('mine'));
    await ok(copy.SetProps([prop(PR_SEARCH_KEY, given)]));
    await ok(copy.SaveChanges(KEEP_OPEN_READWRITE));
    expect(await propOf(copy, PR_SEARCH_KEY)).toEqual(given);
    const [problem] = await ok(copy.SetProps([prop(PR_RECORD_KEY, given)]));
    expect(problem?.scode).toBe(MAPI_E_COMPUTED);
  });
});
