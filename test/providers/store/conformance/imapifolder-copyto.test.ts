import { describe, expect, test } from 'vitest';
import { ok } from '../../../../src/com/index.js';
import {
  FOLDER_GENERIC,
  FOLDER_SEARCH,
  IMAPIFolder,
  MAPI_ASSOCIATED,
  MAPI_E_COLLISION,
  MAPI_E_NO_SUPPORT,
  MAPI_MOVE,
  MAPI_W_PARTIAL_COMPLETION,
  PR_COMMENT_W,
  PR_CONTAINER_CLASS_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_HIERARCHY,
  PR_DISPLAY_NAME_W,
  PR_FOLDER_ASSOCIATED_CONTENTS,
  prop,
} from '../../../../src/mapi/index.js';
import { useLedger } from '../../../support/ledger.js';
import { inboxOf, newPath, newStore, post, propOf, rowsOf } from '../mailbox/stores.js';
import { finding, foreign, hide, made, subjectsOf, submitted } from './folders.js';

useLedger();

/** A folder with properties, a message, a hidden message, and a folder with a message in it. */
async function grown(parent: IMAPIFolder): Promise<IMAPIFolder> {
  const folder = await ok(parent.CreateFolder(FOLDER_GENERIC, 'source', 'a comment', null));
  await ok(folder.SetProps([prop(PR_CONTAINER_CLASS_W, 'IPF.Note')]));
  await post(folder, 'seen');
  await hide(folder, 'hidden');
  using sub = await made(folder, 'sub');
  await post(sub, 'below');
  return folder;
}

async function namesIn(folder: IMAPIFolder): Promise<readonly unknown[]> {
  using table = await ok(folder.GetHierarchyTable());
  return (await rowsOf(table, [PR_DISPLAY_NAME_W])).flat();
}

const itself = (folder: IMAPIFolder): IMAPIFolder => {
  folder.AddRef();
  return folder;
};

describe.each([
  ['in the same store', (): string | null => null, itself],
  ['in another store', newPath, itself],
  ['of another provider', newPath, foreign],
] as const)('a folder is copied into one %s', (_, path, as) => {
  test('by CopyTo with all it has: messages, hidden ones and subfolders', async () => {
    using store = await newStore();
    const other: string | null = path();
    using there: IMAPIFolder = await (other === null ? inboxOf(store) : elsewhere(other));
    using inbox = await inboxOf(store);
    using source = await grown(inbox);
    using holder = await made(there, 'holder');
    using copy = await made(holder, 'copy');
    using target = as(copy);
    expect(await ok(source.CopyTo(null, null, 0, null, IMAPIFolder, target))).toEqual([]);
    const tags = [PR_DISPLAY_NAME_W, PR_COMMENT_W, PR_CONTAINER_CLASS_W];
    expect([...(await ok(copy.GetProps(tags)))]).toEqual(['source', 'a comment', 'IPF.Note']);
    expect([await subjectsOf(copy), await subjectsOf(copy, MAPI_ASSOCIATED)]).toEqual([['seen'], ['hidden']]);
    expect(await namesIn(copy)).toEqual(['sub']);
    expect(await subjectsOf(source)).toEqual(['seen']);
  });

  test('by CopyTo without what is excluded: properties alone', async () => {
    using store = await newStore();
    const other: string | null = path();
    using there: IMAPIFolder = await (other === null ? inboxOf(store) : elsewhere(other));
    using inbox = await inboxOf(store);
    using source = await grown(inbox);
    using copy = await made(there, 'copy');
    using target = as(copy);
    const excluded = [PR_DISPLAY_NAME_W, PR_CONTAINER_CONTENTS, PR_FOLDER_ASSOCIATED_CONTENTS, PR_CONTAINER_HIERARCHY];
    expect(await ok(source.CopyTo(null, excluded, 0, null, IMAPIFolder, target))).toEqual([]);
    expect([await propOf(copy, PR_DISPLAY_NAME_W), await propOf(copy, PR_COMMENT_W)]).toEqual(['copy', 'a comment']);
    expect([await subjectsOf(copy), await namesIn(copy)]).toEqual([[], []]);
  });

  test('by CopyProps with PR_CONTAINER_CONTENTS: the messages as CopyMessages copies them; MAPI_MOVE moves them', async () => {
    using store = await newStore();
    const other: string | null = path();
    using there: IMAPIFolder = await (other === null ? inboxOf(store) : elsewhere(other));
    using inbox = await inboxOf(store);
    using source = await grown(inbox);
    using copy = await made(there, 'copy');
    using target = as(copy);
    const contents = [PR_CONTAINER_CONTENTS];
    expect(await ok(source.CopyProps(contents, 0, null, IMAPIFolder, target))).toEqual([]);
    expect([await subjectsOf(source), await subjectsOf(copy), await namesIn(copy)]).toEqual([['seen'], ['seen'], []]);
    expect(await ok(source.CopyProps(contents, 0, null, IMAPIFolder, target, MAPI_MOVE))).toEqual([]);
    expect([await subjectsOf(source), await subjectsOf(copy)]).toEqual([[], ['seen', 'seen']]);
    const hierarchy = [PR_CONTAINER_HIERARCHY];
    expect(await ok(source.CopyProps(hierarchy, 0, null, IMAPIFolder, target, MAPI_MOVE))).toEqual([]);
    expect([await namesIn(source), await namesIn(copy)]).toEqual([[], ['sub']]);
  });
});

test('a name that a sibling of the target has is a problem of that property alone', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using source = await grown(inbox);
  using copy = await made(inbox, 'copy');
  const problems = await ok(source.CopyTo(null, null, 0, null, IMAPIFolder, copy));
  expect(problems.map(({ ulPropTag, scode }) => [ulPropTag, scode])).toEqual([[PR_DISPLAY_NAME_W, MAPI_E_COLLISION]]);
  expect([await propOf(copy, PR_DISPLAY_NAME_W), await propOf(copy, PR_COMMENT_W)]).toEqual(['copy', 'a comment']);
  expect(await subjectsOf(copy)).toEqual(['seen']);
});

test('MAPI_W_PARTIAL_COMPLETION is the problem of contents and hierarchy of which something stays; the rest is moved', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using source = await grown(inbox);
  using holder = await made(inbox, 'holder');
  using target = await made(holder, 'target');
  await ok(source.CreateFolder(FOLDER_SEARCH, 'search', null, null)).then((search) => search.Release());
  await submitted(source);
  const excluded = [PR_DISPLAY_NAME_W];
  const problems = await ok(source.CopyTo(null, excluded, 0, null, IMAPIFolder, target, MAPI_MOVE));
  expect(problems.map(({ ulPropTag, scode }) => [ulPropTag, scode])).toEqual([
    [PR_CONTAINER_CONTENTS, MAPI_W_PARTIAL_COMPLETION],
    [PR_CONTAINER_HIERARCHY, MAPI_W_PARTIAL_COMPLETION],
  ]);
  expect([await subjectsOf(source), await subjectsOf(target)]).toEqual([[null], ['seen']]);
  expect([await namesIn(source), await namesIn(target)]).toEqual([['search'], ['sub']]);
});

test('a search folder takes properties; that it takes no contents is a problem of those', async () => {
  using store = await newStore();
  using inbox = await inboxOf(store);
  using source = await grown(inbox);
  using search = await finding(store);
  const problems = await ok(source.CopyTo(null, [PR_DISPLAY_NAME_W], 0, null, IMAPIFolder, search));
  expect(new Set(problems.map(({ scode }) => scode))).toEqual(new Set([MAPI_E_NO_SUPPORT]));
  expect(problems.map(({ ulPropTag }) => ulPropTag).sort()).toEqual(
    [PR_CONTAINER_CONTENTS, PR_CONTAINER_HIERARCHY, PR_FOLDER_ASSOCIATED_CONTENTS].sort(),
  );
  expect(await propOf(search, PR_COMMENT_W)).toBe('a comment');
});

async function elsewhere(path: string): Promise<IMAPIFolder> {
  using store = await newStore(path);
  return await inboxOf(store);
}
