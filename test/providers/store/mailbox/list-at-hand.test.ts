import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ComError, ok } from '../../../../src/com/index.js';
import {
  and,
  ascend,
  bits,
  count,
  DELETE_HARD_DELETE,
  descend,
  type EntryId,
  eq,
  exists,
  FOLDER_GENERIC,
  FOLDER_SEARCH,
  type IMAPIFolder as Folder,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_NOT_FOUND,
  MESSAGE_MOVE,
  MSGFLAG_READ,
  not,
  or,
  PR_BODY_W,
  PR_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_NORMALIZED_SUBJECT_W,
  PR_SUBJECT_W,
  type PropTag,
  prop,
  type Restriction,
  rowOrder,
  type SSortOrder,
  type IMsgStore as Store,
  sortBy,
} from '../../../../src/mapi/index.js';
import { type ListAtHand, messagesAtHand } from '../../../../src/subsystem/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, newStore, post, propOf, rowOf } from './stores.js';

useLedger();

const entryIdOf = async (folder: Folder): Promise<EntryId> => (await propOf(folder, PR_ENTRYID)) as EntryId;

async function listOf(
  folder: Folder,
  order: readonly SSortOrder[] = [descend(PR_MESSAGE_DELIVERY_TIME)],
  restriction: Restriction | null = null,
): Promise<ListAtHand | null> {
  return messagesAtHand(folder)?.listAtHand({ folders: [await entryIdOf(folder)], order, restriction }) ?? null;
}

/** What a table shows in the same order: the ids of its rows. */
async function idsInTable(
  folders: readonly Folder[],
  restriction: Restriction | null,
  order: readonly SSortOrder[],
): Promise<readonly number[]> {
  const tags = order.map(({ ulPropTag }) => ulPropTag);
  const columns: readonly PropTag[] = [PR_ENTRYID, ...tags];
  const rows = [];
  for (const folder of folders) {
    using table = await ok(folder.GetContentsTable());
    await ok(table.SetColumns(columns));
    await ok(table.Restrict(restriction));
    await ok(table.SortTable(sortBy(...order)));
    rows.push(...(await ok(table.QueryRows(1000))));
  }
  return rows.sort(rowOrder(sortBy(...order))).map((row) => rowOf(row.get(PR_ENTRYID) as Uint8Array));
}

const subfolder = async (parent: Folder, name: string): Promise<Folder> =>
  await ok(parent.CreateFolder(FOLDER_GENERIC, name, null, null));

/** Letters of which some lack what lists are sorted by. */
async function fill(folder: Folder, letters: number): Promise<void> {
  for (let number = 0; number < letters; number++)
    await post(
      folder,
      `letter ${number % 4}`,
      prop(PR_MESSAGE_FLAGS, number % 3 === 0 ? MSGFLAG_READ : 0),
      ...(number % 4 === 1 ? [] : [prop(PR_MESSAGE_DELIVERY_TIME, BigInt(1000 - (number % 5)))]),
      ...(number % 3 === 1 ? [] : [prop(PR_IMPORTANCE, number % 2)]),
    );
}

const orders = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(PR_MESSAGE_DELIVERY_TIME, PR_IMPORTANCE, PR_NORMALIZED_SUBJECT_W), fc.boolean())
    .map(([tag, down]) => (down ? descend(tag as PropTag) : ascend(tag as PropTag))),
  { minLength: 1, maxLength: 3, selector: ({ ulPropTag }) => ulPropTag },
);

const restrictions = fc.constantFrom<Restriction | null>(
  null,
  bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz'),
  eq(PR_IMPORTANCE, 1),
  or(not(exists(PR_IMPORTANCE)), eq(PR_IMPORTANCE, 0)),
  and(eq(PR_NORMALIZED_SUBJECT_W, 'letter 2'), exists(PR_MESSAGE_DELIVERY_TIME)),
);

describe('a list at hand', () => {
  test('shows what the contents table shows, from any row on, of one folder and of several', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using other = await subfolder(inbox, 'Other');
    await fill(inbox, 23);
    await fill(other, 9);
    const ids = [await entryIdOf(inbox), await entryIdOf(other)] as const;
    await fc.assert(
      fc.asyncProperty(
        orders,
        restrictions,
        fc.boolean(),
        fc.nat(30),
        fc.integer({ min: 1, max: 12 }),
        async (order, restriction, both, skip, most) => {
          const folders = both ? ids : ids.slice(0, 1);
          const list = messagesAtHand(inbox)?.listAtHand({ folders, order, restriction });
          const expected = await idsInTable(both ? [inbox, other] : [inbox], restriction, order);
          expect(list?.count()).toBe(expected.length);
          expect(list?.page(skip, most).ids).toEqual(expected.slice(skip, skip + most));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('follows what happens to its folder, and ends with it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const folder = await subfolder(inbox, 'Passing');
    const list = (await listOf(folder)) as ListAtHand;
    expect(list.page(0, 10)).toEqual({ ids: [], changes: [] });
    const entryId = await post(folder, 'here');
    expect(list.page(0, 10).ids).toEqual([rowOf(entryId)]);
    expect(list.count()).toBe(1);
    await ok(folder.CopyMessages([entryId], null, inbox, 0, null, MESSAGE_MOVE));
    expect(list.page(0, 10).ids).toEqual([]);
    const folderId = await entryIdOf(folder);
    folder.Release();
    await ok(inbox.DeleteFolder(folderId, 0, null, 0));
    const gone = expect.objectContaining({ hr: MAPI_E_NOT_FOUND });
    expect(() => list.page(0, 10)).toThrow(gone);
    expect(() => list.count()).toThrow(gone);
    expect(() => messagesAtHand(inbox)?.listAtHand({ folders: [folderId], order: [], restriction: null })).toThrow(
      gone,
    );
  });

  test('reads messages by what it calls them, and none that is gone', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const [kept, gone] = [await post(inbox, 'kept'), await post(inbox, 'gone')];
    const list = (await listOf(inbox)) as ListAtHand;
    await ok(inbox.DeleteMessages([gone], 0, null, DELETE_HARD_DELETE));
    const found = list.messages([rowOf(gone), rowOf(kept)], false);
    expect(found.map((message) => message?.get(PR_SUBJECT_W) ?? null)).toEqual([null, 'kept']);
    expect(found[1]?.get(PR_ENTRYID)).toEqual(kept);
  });

  test('is left to the table where the store has no column, and where rows are counted', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    expect(await listOf(inbox, [], eq(PR_BODY_W, 'x'))).toBeNull();
    expect(await listOf(inbox, [ascend(PR_SUBJECT_W)])).toBeNull();
    expect(await listOf(inbox, [], eq(PR_SUBJECT_W, 'x'))).toBeNull();
    expect(await listOf(inbox, [], count(2, exists(PR_SUBJECT_W)))).toBeNull();
    expect(await listOf(inbox, [], exists(PR_SUBJECT_W))).not.toBeNull();
  });

  test('shows what a search folder has found', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await searchIn(store, inbox);
    await post(inbox, 'another');
    const wanted = await post(inbox, 'wanted', prop(PR_IMPORTANCE, 2));
    const list = (await listOf(search)) as ListAtHand;
    expect(list.page(0, 10).ids).toEqual([rowOf(wanted)]);
    expect(await idsInTable([search], null, [ascend(PR_IMPORTANCE)])).toEqual([rowOf(wanted)]);
  });

  test('has no messages for folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const folders = [await post(inbox, 'no folder')];
    const wrong = () => messagesAtHand(inbox)?.listAtHand({ folders, order: [], restriction: null });
    expect(wrong).toThrow(ComError);
    expect(wrong).toThrow(expect.objectContaining({ hr: MAPI_E_INVALID_OBJECT }));
  });
});

async function searchIn(store: Store, inbox: Folder): Promise<Folder> {
  using root = await folderOf(store, null);
  const search = await ok(root.CreateFolder(FOLDER_SEARCH, 'Important', null, null));
  await ok(search.SetSearchCriteria(eq(PR_IMPORTANCE, 2), [await entryIdOf(inbox)], 0));
  return search;
}
