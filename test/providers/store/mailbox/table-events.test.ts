import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, com, ledgerTotals, ok } from '../../../../src/com/index.js';
import {
  contains,
  eq,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  IMAPIAdviseSink,
  IMessage,
  MAPI_ASSOCIATED,
  type NOTIFICATION,
  PR_ENTRYID,
  PR_FINDER_ENTRYID,
  PR_IMPORTANCE,
  PR_SUBJECT_W,
  prop,
  RECURSIVE_SEARCH,
  type Restriction,
  TABLE_CHANGED,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
  TABLE_ROW_MODIFIED,
  type IMAPITable as Table,
} from '../../../../src/mapi/index.js';
import { openStore } from '../../../../src/providers/store/index.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf } from './stores.js';

const start = ledgerTotals();
afterAll(() => assertLedgerEmpty(start));

const names = {
  [TABLE_CHANGED]: 'changed',
  [TABLE_ROW_ADDED]: 'added',
  [TABLE_ROW_DELETED]: 'deleted',
  [TABLE_ROW_MODIFIED]: 'modified',
} as Record<number, string>;

/** Listens to a table; what it was told since the last question, as words: the event and the subject. */
async function listen(table: Table): Promise<() => Promise<string[]>> {
  const heard: NOTIFICATION[] = [];
  const sink = com({ OnNotify: (told: readonly NOTIFICATION[]) => heard.push(...told) * 0 }, IMAPIAdviseSink);
  await ok(table.SetColumns([PR_SUBJECT_W, PR_ENTRYID]));
  await ok(table.Advise(0x100, sink));
  sink.Release();
  return async () => {
    await ok(table.QueryColumns());
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    return heard.splice(0).map(({ info }) => {
      const { ulTableEvent, row } = info as TABLE_NOTIFICATION;
      return [names[ulTableEvent] ?? ulTableEvent, row?.get(PR_SUBJECT_W) ?? ''].join(' ').trim();
    });
  };
}

const important: Restriction = eq(PR_IMPORTANCE, 2);

async function rename(store: Awaited<ReturnType<typeof newStore>>, id: Uint8Array, importance: number): Promise<void> {
  using message = await messageOf(store, id);
  await ok(message.SetProps([prop(PR_IMPORTANCE, importance)]));
  await ok(message.SaveChanges());
}

describe.each<[string, Restriction]>([
  ['that SQL evaluates', important],
  ['that SQL tells in part', contains(PR_SUBJECT_W, 'Ö', { ignoreNonSpace: true })],
])('a contents table with a restriction %s', (_, also) => {
  test('tells of rows that come, change and go', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using table = await ok(inbox.GetContentsTable());
    await ok(table.Restrict({ rt: 'and', lpRes: [important, also] }));
    const told = await listen(table);
    const id = await post(inbox, 'öre', prop(PR_IMPORTANCE, 2));
    expect(await told()).toEqual(['added öre']);
    await post(inbox, 'øre', prop(PR_IMPORTANCE, 1));
    expect(await told()).toEqual([]);
    await rename(store, id, 2);
    expect(await told()).toEqual(['modified öre']);
    await rename(store, id, 0);
    expect(await told()).toEqual(['deleted']);
    await rename(store, id, 1);
    expect(await told()).toEqual([]);
    await rename(store, id, 2);
    expect(await told()).toEqual(['added öre']);
    await ok(inbox.DeleteMessages([id], 0, null, 0));
    expect(await told()).toEqual(['deleted']);
  });
});

test('a table knows of rows that were there before anybody listened', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  const [kept, gone] = [await post(inbox, 'a', prop(PR_IMPORTANCE, 2)), await post(inbox, 'b', prop(PR_IMPORTANCE, 2))];
  using table = await ok(inbox.GetContentsTable());
  const told = await listen(table);
  await ok(table.Restrict(important));
  await rename(store, kept, 2);
  await rename(store, gone, 1);
  expect(await told()).toEqual(['modified a', 'deleted']);
});

test('contents and associated contents tell of their own messages alone', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using visible = await ok(inbox.GetContentsTable());
  using hidden = await ok(inbox.GetContentsTable(MAPI_ASSOCIATED));
  const told = [await listen(visible), await listen(hidden)] as const;
  let id: Uint8Array;
  {
    using message = await ok(inbox.CreateMessage(IMessage, MAPI_ASSOCIATED));
    await ok(message.SetProps([prop(PR_SUBJECT_W, 'view')]));
    await ok(message.SaveChanges());
    id = (await propOf(message, PR_ENTRYID)) as Uint8Array;
  }
  expect([await told[0](), await told[1]()]).toEqual([[], ['added view']]);
  await ok(inbox.DeleteMessages([id], 0, null, 0));
  expect([await told[0](), await told[1]()]).toEqual([[], ['deleted']]);
});

test('a moved message leaves one table and comes into the other', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using root = await folderOf(store, null);
  using other = await ok(root.CreateFolder(1, 'Other', null, null));
  using from = await ok(inbox.GetContentsTable());
  using to = await ok(other.GetContentsTable());
  await ok(to.Restrict(important));
  const told = [await listen(from), await listen(to)] as const;
  const id = await post(inbox, 'x', prop(PR_IMPORTANCE, 2));
  await ok(inbox.CopyMessages([id], null, other, 0, null, 1));
  expect([await told[0](), await told[1]()]).toEqual([['added x', 'deleted'], ['added x']]);
});

test('another opening of the store in the process is told as well', async () => {
  const path = newPath();
  using store = await newStore(path);
  using again = await openStore(path);
  using inbox = await inboxOf(store);
  using same = await inboxOf(again);
  using table = await ok(same.GetContentsTable());
  await ok(table.Restrict(important));
  const told = await listen(table);
  await post(inbox, 'from there', prop(PR_IMPORTANCE, 2));
  expect(await told()).toEqual(['added from there']);
});

describe('the table of a search folder', () => {
  async function search(store: Awaited<ReturnType<typeof newStore>>, inbox: Folder): Promise<Folder> {
    using finder = await folderOf(store, (await propOf(store, PR_FINDER_ENTRYID)) as Uint8Array);
    const folder = await ok(finder.CreateFolder(FOLDER_SEARCH, 'Important', null, null));
    await ok(folder.SetSearchCriteria(important, [(await propOf(inbox, PR_ENTRYID)) as Uint8Array], RECURSIVE_SEARCH));
    return folder;
  }

  test('tells of messages that begin to match, change, stop to match and are deleted', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using folder = await search(store, inbox);
    using table = await ok(folder.GetContentsTable());
    const told = await listen(table);
    const [one, two] = [await post(inbox, 'one', prop(PR_IMPORTANCE, 2)), await post(inbox, 'two')];
    expect(await told()).toEqual(['added one']);
    await rename(store, two, 2);
    expect(await told()).toEqual(['added two']);
    await rename(store, one, 2);
    expect(await told()).toEqual(['modified one']);
    await rename(store, one, 0);
    expect(await told()).toEqual(['deleted']);
    await ok(inbox.DeleteMessages([two], 0, null, 0));
    expect(await told()).toEqual(['deleted']);
  });

  test('says that it has changed when many come at once', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (let index = 0; index < 12; index++) await post(inbox, `m${index}`, prop(PR_IMPORTANCE, 2));
    using folder = await search(store, inbox);
    using table = await ok(folder.GetContentsTable());
    const told = await listen(table);
    await ok(folder.SetSearchCriteria(eq(PR_IMPORTANCE, 1), null, 0));
    expect(await told()).toEqual(['changed']);
    expect(await ok(table.GetRowCount())).toBe(0);
  });
});
