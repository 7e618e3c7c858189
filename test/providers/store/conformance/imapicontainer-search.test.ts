import { describe, expect, test } from 'vitest';
import { com, type Impl, ok, S_OK } from '../../../../src/com/index.js';
import {
  and,
  BACKGROUND_SEARCH,
  CONTENT_INDEXED_SEARCH,
  contains,
  count,
  eq,
  FOLDER_GENERIC,
  FOREGROUND_SEARCH,
  fnevSearchComplete,
  IMAPIAdviseSink,
  IMessage,
  MAPI_CC,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_TOO_COMPLEX,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FOLDER,
  MAPI_UNICODE,
  MESSAGE_MOVE,
  MSGFLAG_READ,
  NON_CONTENT_INDEXED_SEARCH,
  type NOTIFICATION,
  PR_ATTACH_EXTENSION_W,
  PR_BODY_W,
  PR_CONTENT_COUNT,
  PR_CONTENT_UNREAD,
  PR_DISPLAY_NAME_W,
  PR_FINDER_ENTRYID,
  PR_IMPORTANCE,
  PR_MESSAGE_ATTACHMENTS,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_RECIPIENTS,
  PR_PARENT_ENTRYID,
  PR_RECIPIENT_TYPE,
  PR_STORE_SUPPORT_MASK,
  PR_SUBJECT_W,
  prop,
  RECURSIVE_SEARCH,
  RESTART_SEARCH,
  type Restriction,
  SEARCH_COMPLETE,
  SEARCH_FOREGROUND,
  SEARCH_RECURSIVE,
  SEARCH_RUNNING,
  SEARCH_STATIC,
  SHALLOW_SEARCH,
  STATIC_SEARCH,
  STOP_SEARCH,
  STORE_SEARCH_OK,
} from '../../../../src/mapi/index.js';
import { StoreFile } from '../../../../src/providers/store/sql/index.js';
import { useLedger } from '../../../support/ledger.js';
import { folderOf, inboxOf, messageOf, newPath, newStore, post, propOf, recipient, rowOf } from '../mailbox/stores.js';
import { contentsOf, finding, found, hide, idOf, made, readOnly, subjectsOf } from './folders.js';
import { attach } from './messages.js';

useLedger();

const report = contains(PR_SUBJECT_W, 'report');
const running = SEARCH_RUNNING | SEARCH_COMPLETE;
const stateOf = async (folder: Awaited<ReturnType<typeof inboxOf>>): Promise<number> =>
  (await ok(folder.GetSearchCriteria())).lpulSearchState;

describe('IMAPIContainer::SetSearchCriteria', () => {
  test('S_OK: when the call ends the folder shows all messages that match, and no others', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'a report');
    await post(inbox, 'lunch');
    await hide(inbox, 'hidden report');
    using search = await finding(store);
    expect(await search.SetSearchCriteria(report, [await idOf(inbox)])).toBe(S_OK);
    expect(await subjectsOf(search)).toEqual(['a report']);
    expect([await propOf(search, PR_CONTENT_COUNT), await propOf(search, PR_CONTENT_UNREAD)]).toEqual([1, 1]);
    expect(await subjectsOf(inbox)).toEqual(['a report', 'lunch']);
  });

  test('the store says that it can search, and where search folders belong', async () => {
    using store = await newStore();
    expect(((await propOf(store, PR_STORE_SUPPORT_MASK)) as number) & STORE_SEARCH_OK).toBe(STORE_SEARCH_OK);
    using finder = await folderOf(store, await propOf(store, PR_FINDER_ENTRYID));
    expect(await propOf(finder, PR_DISPLAY_NAME_W)).toBe('Finder');
  });

  test('more messages than one pass looks at in one go', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    const file = await StoreFile.open(path);
    const folder = rowOf(await idOf(inbox));
    const messages = Array.from({ length: 600 }, (_, n) => ({
      name: 'message.save' as const,
      args: { id: null, folder, changes: { set: [prop(PR_SUBJECT_W, n % 2 === 0 ? 'report' : 'x')] } },
    }));
    await file.writeAll(messages);
    await file.close();
    using search = await found(store, inbox, report);
    expect(await propOf(search, PR_CONTENT_COUNT)).toBe(300);
  });

  test('NULL: the restriction and the folders that were used last; the first call needs both', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using other = await made(inbox, 'other');
    await post(inbox, 'a report');
    await post(other, 'another report');
    await post(other, 'lunch');
    const [here, there] = [[await idOf(inbox)], [await idOf(other)]];
    using search = await finding(store);
    expect(await search.SetSearchCriteria(null, here)).toBe(MAPI_E_NOT_INITIALIZED);
    expect(await search.SetSearchCriteria(report, null)).toBe(MAPI_E_NOT_INITIALIZED);
    expect(await search.SetSearchCriteria(report, here)).toBe(S_OK);
    expect(await search.SetSearchCriteria(null, there)).toBe(S_OK);
    expect(await subjectsOf(search)).toEqual(['another report']);
    expect(await search.SetSearchCriteria(eq(PR_SUBJECT_W, 'lunch'), null)).toBe(S_OK);
    expect(await subjectsOf(search)).toEqual(['lunch']);
    expect(await search.SetSearchCriteria(null, [...here, ...there, ...here])).toBe(S_OK);
    expect((await ok(search.GetSearchCriteria())).lppContainerList).toEqual([...here, ...there]);
  });

  test('RECURSIVE_SEARCH: child containers too; SHALLOW_SEARCH, and neither of them at first: only those named', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    using below = await made(sub, 'below');
    for (const [folder, subject] of [
      [inbox, 'report 1'],
      [sub, 'report 2'],
      [below, 'report 3'],
    ] as const)
      await post(folder, subject);
    using search = await found(store, inbox, report);
    expect(await subjectsOf(search)).toEqual(['report 1']);
    await ok(search.SetSearchCriteria(null, null, RECURSIVE_SEARCH));
    expect(await subjectsOf(search)).toEqual(['report 1', 'report 2', 'report 3']);
    await ok(search.SetSearchCriteria(null, [await idOf(sub)]));
    expect(await subjectsOf(search)).toEqual(['report 2', 'report 3']);
    await ok(search.SetSearchCriteria(null, null, SHALLOW_SEARCH));
    expect(await subjectsOf(search)).toEqual(['report 2']);
  });

  test('STOP_SEARCH: the contents stay as they are, but for what is deleted; RESTART_SEARCH goes on', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'report 1');
    using search = await found(store, inbox, report);
    expect(await search.SetSearchCriteria(null, null, STOP_SEARCH)).toBe(S_OK);
    const two = await post(inbox, 'report 2');
    expect(await subjectsOf(search)).toEqual(['report 1']);
    // Criteria without a word about it do not set a search going that was stopped.
    expect(await search.SetSearchCriteria(eq(PR_SUBJECT_W, 'report 2'), null)).toBe(S_OK);
    expect(await subjectsOf(search)).toEqual(['report 1']);
    await ok(inbox.DeleteMessages([one], 0, null));
    expect(await subjectsOf(search)).toEqual([]);
    expect(await search.SetSearchCriteria(report, null, RESTART_SEARCH)).toBe(S_OK);
    expect(await contentsOf(search, [PR_SUBJECT_W])).toEqual([['report 2']]);
    await ok(inbox.DeleteMessages([two], 0, null));
    expect(await subjectsOf(search)).toEqual([]);
  });

  test('STATIC_SEARCH: everything is looked at once, and then no more', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'report 1');
    using search = await found(store, inbox, report, STATIC_SEARCH);
    await post(inbox, 'report 2');
    expect(await subjectsOf(search)).toEqual(['report 1']);
    expect(await stateOf(search)).toBe(SEARCH_STATIC | SEARCH_COMPLETE);
    await ok(search.SetSearchCriteria(null, null, RESTART_SEARCH));
    expect(await subjectsOf(search)).toEqual(['report 1', 'report 2']);
    expect(await stateOf(search)).toBe(running);
  });

  test.each([RESTART_SEARCH | STOP_SEARCH, RECURSIVE_SEARCH | SHALLOW_SEARCH, FOREGROUND_SEARCH | BACKGROUND_SEARCH])(
    'MAPI_E_INVALID_PARAMETER: the flags 0x%x exclude each other',
    async (flags) => {
      using store = await newStore();
      using inbox = await inboxOf(store);
      using search = await finding(store);
      expect(await search.SetSearchCriteria(report, [await idOf(inbox)], flags)).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await search.GetSearchCriteria())[0]).toBe(MAPI_E_NOT_INITIALIZED);
    },
  );

  test('NON_CONTENT_INDEXED_SEARCH and CONTENT_INDEXED_SEARCH are taken, other bits are MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await finding(store);
    const scope = [await idOf(inbox)];
    expect(await search.SetSearchCriteria(report, scope, NON_CONTENT_INDEXED_SEARCH)).toBe(S_OK);
    expect(await search.SetSearchCriteria(report, scope, CONTENT_INDEXED_SEARCH)).toBe(S_OK);
    expect(await search.SetSearchCriteria(report, scope, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('MAPI_E_TOO_COMPLEX: a restriction that cannot be evaluated; the criteria stay', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'a report');
    using search = await found(store, inbox, report);
    const wrong = { rt: 'property', relop: 4, ulPropTag: PR_IMPORTANCE, lpProp: [PR_SUBJECT_W, 'x'] } as Restriction;
    expect(await search.SetSearchCriteria(wrong, null)).toBe(MAPI_E_TOO_COMPLEX);
    expect(await search.SetSearchCriteria(count(5, report), null)).toBe(MAPI_E_TOO_COMPLEX);
    expect((await ok(search.GetSearchCriteria())).lppRestriction).toEqual(report);
    expect(await subjectsOf(search)).toEqual(['a report']);
  });

  test('recipients and attachments are searched by sub-object restrictions, large texts whole', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'plain', prop(PR_BODY_W, `${'x'.repeat(40_000)} needle`));
    {
      using message = await ok(inbox.CreateMessage(IMessage));
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'with parts')]));
      await ok(message.ModifyRecipients(0, [recipient('Ann', MAPI_CC)]));
      await attach(message, prop(PR_ATTACH_EXTENSION_W, '.mss'));
      await ok(message.SaveChanges());
    }
    const sub = (ulSubObject: Restriction extends infer _ ? number : never, lpRes: Restriction) =>
      ({ rt: 'sub', ulSubObject, lpRes }) as unknown as Restriction;
    const toAnn = and(eq(PR_DISPLAY_NAME_W, 'Ann'), eq(PR_RECIPIENT_TYPE, MAPI_CC));
    using search = await found(store, inbox, sub(PR_MESSAGE_RECIPIENTS, toAnn));
    expect(await subjectsOf(search)).toEqual(['with parts']);
    await ok(search.SetSearchCriteria(sub(PR_MESSAGE_ATTACHMENTS, eq(PR_ATTACH_EXTENSION_W, '.mss')), null));
    expect(await subjectsOf(search)).toEqual(['with parts']);
    await ok(search.SetSearchCriteria(contains(PR_BODY_W, 'needle'), null));
    expect(await subjectsOf(search)).toEqual(['plain']);
    using late = await messageOf(store, await post(inbox, 'late'));
    await ok(late.SetProps([prop(PR_BODY_W, `needle ${'x'.repeat(40_000)}`)]));
    await ok(late.SaveChanges());
    expect(await subjectsOf(search)).toEqual(['plain', 'late']);
  });

  test('refuses folders to search that are none, that are search folders, and an empty list', async () => {
    using store = await newStore();
    using other = await newStore(newPath());
    using inbox = await inboxOf(store);
    using strange = await inboxOf(other);
    using search = await finding(store);
    using second = await finding(store, 'second');
    const look = (list: unknown) => search.SetSearchCriteria(report, list as Uint8Array[]);
    expect(await look([])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await look([await idOf(second)])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await look([await idOf(search)])).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await look([new Uint8Array(7)])).toBe(MAPI_E_INVALID_ENTRYID);
    expect(await look([await idOf(strange)])).toBe(MAPI_E_UNKNOWN_ENTRYID);
    expect(await look([await post(inbox, 'm')])).toBe(MAPI_E_INVALID_OBJECT);
    using gone = await made(inbox, 'gone');
    const id = await idOf(gone);
    await ok(inbox.DeleteFolder(id, 0, null));
    expect(await look([id])).toBe(MAPI_E_NOT_FOUND);
  });

  test('other search folders are not searched, even where they lie in what is', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using sub = await made(inbox, 'sub');
    await post(sub, 'a report');
    using inner = await ok(inbox.CreateFolder(2, 'inner', null, null));
    await ok(inner.SetSearchCriteria(report, [await idOf(sub)]));
    using search = await finding(store);
    using box = await made(inbox, 'box');
    expect(await search.SetSearchCriteria(report, [await idOf(box)], RECURSIVE_SEARCH)).toBe(S_OK);
    expect(await subjectsOf(search)).toEqual([]);
    await ok(search.SetSearchCriteria(null, [await idOf(inbox)]));
    expect(await subjectsOf(search)).toEqual(['a report']);
  });

  test('MAPI_E_NO_SUPPORT on other folders, MAPI_E_NO_ACCESS on a read-only one', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const scope = [await idOf(inbox)];
    expect(await inbox.SetSearchCriteria(report, scope)).toBe(MAPI_E_NO_SUPPORT);
    using search = await finding(store);
    using reader = await readOnly(store, search);
    expect(await reader.SetSearchCriteria(report, scope)).toBe(MAPI_E_NO_ACCESS);
  });

  test('fnevSearchComplete: follows the pass, in every session, and no change of priority alone', async () => {
    const path = newPath();
    using store = await newStore(path);
    using other = await newStore(path);
    using inbox = await inboxOf(store);
    using search = await finding(store);
    const heard: NOTIFICATION[] = [];
    const sink: Impl<IMAPIAdviseSink> = { OnNotify: (events) => heard.push(...events) && 0 };
    using pointer = com(sink, IMAPIAdviseSink);
    await ok(other.Advise(await idOf(search), fnevSearchComplete, pointer));
    await ok(search.SetSearchCriteria(report, [await idOf(inbox)]));
    await expect.poll(() => heard.length).toBe(1);
    const info = { ulObjType: MAPI_FOLDER, lpEntryID: await idOf(search) };
    expect(heard[0]).toMatchObject({ ulEventType: fnevSearchComplete, info });
    await ok(search.SetSearchCriteria(null, null, FOREGROUND_SEARCH));
    await ok(search.SetSearchCriteria(null, null, RESTART_SEARCH));
    await expect.poll(() => heard.length).toBe(2);
  });
});

describe('IMAPIContainer::GetSearchCriteria', () => {
  test('S_OK: the restriction, the folders and the state', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const restriction = and(report, { rt: 'exist', ulPropTag: PR_IMPORTANCE });
    using search = await found(store, inbox, restriction, RECURSIVE_SEARCH | FOREGROUND_SEARCH);
    const [hr, criteria] = await search.GetSearchCriteria(MAPI_UNICODE);
    expect(hr).toBe(S_OK);
    expect(criteria).toEqual({
      lppRestriction: restriction,
      lppContainerList: [await idOf(inbox)],
      lpulSearchState: running | SEARCH_RECURSIVE | SEARCH_FOREGROUND,
    });
  });

  test.each([
    [BACKGROUND_SEARCH, running | SEARCH_RECURSIVE],
    [SHALLOW_SEARCH, running | SEARCH_FOREGROUND],
    [RESTART_SEARCH, running | SEARCH_RECURSIVE | SEARCH_FOREGROUND],
    [STOP_SEARCH, SEARCH_COMPLETE | SEARCH_RECURSIVE | SEARCH_FOREGROUND],
    [STATIC_SEARCH, SEARCH_STATIC | SEARCH_COMPLETE | SEARCH_RECURSIVE | SEARCH_FOREGROUND],
  ])('after the flags 0x%x the state is 0x%x: what they do not name stays', async (flags, state) => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await found(store, inbox, report, RECURSIVE_SEARCH | FOREGROUND_SEARCH);
    await ok(search.SetSearchCriteria(null, null, flags));
    expect(await stateOf(search)).toBe(state);
  });

  test('MAPI_E_NOT_INITIALIZED before the first call, MAPI_E_NO_SUPPORT on other folders, MAPI_E_UNKNOWN_FLAGS', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using search = await finding(store);
    expect(await search.GetSearchCriteria()).toEqual([MAPI_E_NOT_INITIALIZED, null]);
    expect(await inbox.GetSearchCriteria()).toEqual([MAPI_E_NO_SUPPORT, null]);
    expect(await search.GetSearchCriteria(1)).toEqual([MAPI_E_UNKNOWN_FLAGS, null]);
  });

  test('every kind of value comes back as it was', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const restriction = and(
      eq(0x3fe3_0102 as never, Uint8Array.of(1, 2) as never),
      eq(0x0e06_0040 as never, 132_000_000_000_000_000n as never),
      eq(0x6602_0005 as never, 1.5 as never),
    );
    using search = await found(store, inbox, restriction);
    expect((await ok(search.GetSearchCriteria())).lppRestriction).toEqual(restriction);
  });
});

describe('a search folder that runs', () => {
  test('follows messages that come, change, are read, move and go', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using other = await made(inbox, 'other');
    using search = await found(
      store,
      inbox,
      and(report, { rt: 'bitmask', relBMR: 0, ulPropTag: PR_MESSAGE_FLAGS, ulMask: MSGFLAG_READ }),
    );
    const one = await post(inbox, 'report');
    expect(await subjectsOf(search)).toEqual(['report']);
    {
      using message = await messageOf(store, one);
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'lunch')]));
      await ok(message.SaveChanges(2));
      expect(await subjectsOf(search)).toEqual([]);
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'report')]));
      await ok(message.SaveChanges());
    }
    expect(await subjectsOf(search)).toEqual(['report']);
    await ok(inbox.SetReadFlags([one], 0, null));
    expect([await subjectsOf(search), await propOf(search, PR_CONTENT_UNREAD)]).toEqual([[], 0]);
    await ok(inbox.SetReadFlags([one], 0, null, 4));
    expect([await subjectsOf(search), await propOf(search, PR_CONTENT_UNREAD)]).toEqual([['report'], 1]);
    await ok(inbox.CopyMessages([one], null, other, 0, null, MESSAGE_MOVE));
    expect(await subjectsOf(search)).toEqual([]);
    await ok(other.CopyMessages([one], null, inbox, 0, null));
    expect(await subjectsOf(search)).toEqual(['report']);
    await ok(inbox.EmptyFolder(0, null));
    expect([await subjectsOf(search), await propOf(search, PR_CONTENT_COUNT)]).toEqual([[], 0]);
  });

  test('follows folders that are moved into what is searched and out of it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using box = await made(inbox, 'box');
    using sub = await made(inbox, 'sub');
    using below = await made(sub, 'below');
    await post(below, 'a report');
    using search = await found(store, box, report, RECURSIVE_SEARCH);
    expect(await subjectsOf(search)).toEqual([]);
    await ok(inbox.CopyFolder(await idOf(sub), null, box, null, 0, null, 1));
    expect(await subjectsOf(search)).toEqual(['a report']);
    await ok(box.CopyFolder(await idOf(sub), null, inbox, null, 0, null, 1));
    expect(await subjectsOf(search)).toEqual([]);
    await ok(inbox.CopyFolder(await idOf(sub), null, box, null, 0, null, 16));
    expect(await subjectsOf(search)).toEqual(['a report']);
  });

  test('follows what another process writes, with no time in between', async () => {
    const path = newPath();
    using store = await newStore(path);
    using inbox = await inboxOf(store);
    using search = await found(store, inbox, report);
    const other = await StoreFile.open(path);
    const folder = rowOf(await idOf(inbox));
    const changes = { set: [prop(PR_SUBJECT_W, 'their report')] };
    const { id } = await other.write('message.save', { id: null, folder, changes });
    expect(await subjectsOf(search)).toEqual(['their report']);
    await other.write('message.save', { id, changes: { set: [prop(PR_SUBJECT_W, 'lunch')] } });
    expect(await subjectsOf(search)).toEqual([]);
    await other.close();
  });

  test('runs on after the store was closed and opened, and takes up a pass that was cut short', async () => {
    const path = newPath();
    {
      using store = await newStore(path);
      using inbox = await inboxOf(store);
      using _search = await found(store, inbox, report);
    }
    const file = await StoreFile.open(path);
    const row = file.db.get('SELECT folder, state FROM search') as { folder: number; state: number };
    const inbox = file.db.get("SELECT id FROM folder WHERE name = 'Inbox'")?.['id'] as number;
    await file.write('message.save', { id: null, folder: inbox, changes: { set: [prop(PR_SUBJECT_W, 'report')] } });
    // As a process leaves it that is killed before its pass has come that far.
    file.db.run('DELETE FROM search_link');
    file.db.run('UPDATE folder SET content_count = 0, unread = 0 WHERE id = ?', row.folder);
    file.db.run('UPDATE search SET state = 3');
    await file.close();
    using store = await newStore(path);
    using finder = await folderOf(store, await propOf(store, PR_FINDER_ENTRYID));
    using search = await ok(finder.CreateFolder(FOLDER_GENERIC, 'found', null, null, 1));
    await expect.poll(() => stateOf(search)).toBe(running);
    expect(await subjectsOf(search)).toEqual(['report']);
  });

  test('holds links: they open, are copied, moved and deleted as the messages that they are', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    using other = await made(inbox, 'other');
    const [one, two] = [await post(inbox, 'report 1'), await post(inbox, 'report 2')];
    using search = await found(store, inbox, report);
    using message = (await ok(search.OpenEntry(one, IMessage))).lppUnk;
    expect(await propOf(message, PR_PARENT_ENTRYID)).toEqual(await idOf(inbox));
    expect(await search.CopyMessages([one], null, other, 0, null)).toBe(S_OK);
    expect(await search.CopyMessages([two], null, other, 0, null, MESSAGE_MOVE)).toBe(S_OK);
    expect([await subjectsOf(inbox), await subjectsOf(other)]).toEqual([['report 1'], ['report 2', 'report 1']]);
    expect(await search.SetReadFlags([one], 0, null)).toBe(S_OK);
    expect(await search.DeleteMessages([one], 0, null)).toBe(S_OK);
    expect([await subjectsOf(inbox), await subjectsOf(search)]).toEqual([[], []]);
  });

  test('nothing is put into it, and nothing lies in it', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    const one = await post(inbox, 'lunch');
    using search = await found(store, inbox, report);
    expect((await search.CreateMessage(null))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect((await search.CreateFolder(FOLDER_GENERIC, 'x', null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect(await inbox.CopyMessages([one], null, search, 0, null)).toBe(MAPI_E_NO_SUPPORT);
    expect(await search.EmptyFolder(0, null)).toBe(MAPI_E_NO_SUPPORT);
    expect(await search.SetProps([prop(PR_DISPLAY_NAME_W, 'renamed')])).toEqual([S_OK, []]);
  });

  test('leaves the messages where they are when it is deleted', async () => {
    using store = await newStore();
    using inbox = await inboxOf(store);
    await post(inbox, 'a report');
    using search = await found(store, inbox, report);
    using finder = await folderOf(store, await propOf(store, PR_FINDER_ENTRYID));
    expect(await finder.DeleteFolder(await idOf(search), 0, null)).toBe(S_OK);
    expect(await subjectsOf(inbox)).toEqual(['a report']);
    expect((await search.GetSearchCriteria())[0]).not.toBe(S_OK);
  });
});
