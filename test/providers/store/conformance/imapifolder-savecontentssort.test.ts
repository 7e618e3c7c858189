import { describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../../src/com/index.js';
import {
  ascend,
  descend,
  MAPI_ASSOCIATED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_UNKNOWN_FLAGS,
  PR_IMPORTANCE,
  PR_SUBJECT_W,
  prop,
  RECURSIVE_SORT,
  type SSortOrderSet,
  sortBy,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, post, rowsOf } from '../mailbox/stores.js';
import { hide, made, readOnly, subjectsOf } from './folders.js';

useLedger();

describe('IMAPIFolder::SaveContentsSort', () => {
  test('S_OK: contents tables that are opened later begin with that order, in every session', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    for (const subject of ['b', 'c', 'a']) await post(inbox, subject);
    expect(await subjectsOf(inbox)).toEqual(['b', 'c', 'a']);
    expect(await inbox.SaveContentsSort(sortBy(descend(PR_SUBJECT_W)))).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['c', 'b', 'a']);
    using other = await newStore(path);
    using same = await inboxOf(other);
    expect(await subjectsOf(same)).toEqual(['c', 'b', 'a']);
    using table = await ok(same.GetContentsTable());
    expect((await ok(table.QuerySortOrder())).aSort).toEqual([descend(PR_SUBJECT_W)]);
  });

  test('it is the default order, to which SortTable without columns goes back', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const subject of ['b', 'a', 'c']) await post(inbox, subject);
    await ok(inbox.SaveContentsSort(sortBy(descend(PR_SUBJECT_W))));
    using table = await ok(inbox.GetContentsTable());
    await ok(table.SortTable(sortBy(ascend(PR_SUBJECT_W))));
    await ok(table.SortTable(sortBy()));
    expect((await rowsOf(table, [PR_SUBJECT_W])).flat()).toEqual(['c', 'b', 'a']);
    expect(await ok(table.QuerySortOrder())).toEqual(sortBy(descend(PR_SUBJECT_W)));
  });

  test('an order without columns is that of the store again', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const subject of ['b', 'a']) await post(inbox, subject);
    await ok(inbox.SaveContentsSort(sortBy(ascend(PR_SUBJECT_W))));
    expect(await inbox.SaveContentsSort(sortBy())).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['b', 'a']);
  });

  test('categories are kept, too', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const importance of [2, 0]) await post(inbox, 'm', prop(PR_IMPORTANCE, importance));
    const order = { aSort: [ascend(PR_IMPORTANCE)], cCategories: 1, cExpanded: 0 } as SSortOrderSet;
    expect(await inbox.SaveContentsSort(order)).toBe(S_OK);
    using table = await ok(inbox.GetContentsTable());
    expect(await ok(table.GetRowCount())).toBe(2);
    expect(await ok(table.QuerySortOrder())).toMatchObject({ cCategories: 1, cExpanded: 0 });
  });

  test('the table of associated contents keeps its own order', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    for (const subject of ['b', 'a']) await hide(inbox, subject);
    await ok(inbox.SaveContentsSort(sortBy(ascend(PR_SUBJECT_W))));
    expect(await subjectsOf(inbox, MAPI_ASSOCIATED)).toEqual(['b', 'a']);
  });

  test('RECURSIVE_SORT: the order is that of all subfolders, too; without it they keep theirs', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    using below = await made(sub, 'below');
    for (const folder of [sub, below]) for (const subject of ['b', 'a']) await post(folder, subject);
    await ok(inbox.SaveContentsSort(sortBy(ascend(PR_SUBJECT_W))));
    expect([await subjectsOf(sub), await subjectsOf(below)]).toEqual([
      ['b', 'a'],
      ['b', 'a'],
    ]);
    expect(await inbox.SaveContentsSort(sortBy(ascend(PR_SUBJECT_W)), RECURSIVE_SORT)).toBe(S_OK);
    expect([await subjectsOf(sub), await subjectsOf(below)]).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ]);
  });

  test('refuses what is no order, unknown flags and read-only folders', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using reader = await readOnly(store, inbox);
    const order = sortBy(ascend(PR_SUBJECT_W));
    expect(await inbox.SaveContentsSort(null as unknown as SSortOrderSet)).toBe(MAPI_E_INVALID_PARAMETER);
    const wrong = { ...order, cCategories: 5 } as SSortOrderSet;
    expect(await inbox.SaveContentsSort(wrong)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await inbox.SaveContentsSort(order, 0x1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await reader.SaveContentsSort(order)).toBe(MAPI_E_NO_ACCESS);
  });
});
