import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { com, type HResult, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  AB_NO_DIALOG,
  type AdrEntry,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  type EntryId,
  FORCE_SAVE,
  type IABContainer,
  type IAddrBook,
  IDistList,
  IMAPIProgress,
  IMailUser,
  KEEP_OPEN_READWRITE,
  MAPI_CACHE_ONLY,
  MAPI_DISTLIST,
  MAPI_E_COMPUTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_USER_CANCEL,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_RESOLVED,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
  MAPI_UNRESOLVED,
  MAPI_W_PARTIAL_COMPLETION,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_COMMENT_W,
  PR_DEF_CREATE_DL,
  PR_DEF_CREATE_MAILUSER,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_A,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECIPIENT_TYPE,
  PR_RECORD_KEY,
  PR_SEARCH_KEY,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addList, addUser, namesIn, officeWithBooks, withPab } from './pab.js';

const loose = CREATE_CHECK_DUP_LOOSE;
const strict = CREATE_CHECK_DUP_STRICT;

describe('entries of a personal address book, by the pages of IABContainer, IMailUser and IDistList', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await officeWithBooks([], 'book.json');
  });
  afterAll(() => office.close());
  useLedger();
  const inPab = (step: (pab: IABContainer, book: IAddrBook) => Promise<void>): Promise<void> =>
    office.session((session) => withPab(session, step), MAPI_NO_MAIL);
  beforeEach(() =>
    inPab(async (pab) => {
      using table = await ok(pab.GetContentsTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(100, 0));
      await ok(pab.DeleteEntries(rows.map((row) => row.get(PR_ENTRYID) as EntryId)));
    }),
  );
  const templateIn = async (pab: IABContainer, tag: PropTag<Uint8Array>): Promise<EntryId> =>
    (await ok(pab.GetProps([tag], 0))).get(tag) as EntryId;

  test('CreateEntry knows its flags; duplicates show when the entry is saved, and CREATE_REPLACE takes their place', () =>
    inPab(async (pab) => {
      const template = await templateIn(pab, PR_DEF_CREATE_MAILUSER);
      expect((await pab.CreateEntry(template, 0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      await addUser(pab, 'Ann', 'ann@example.com');
      // Without a check the same one may be there twice; alone, CREATE_REPLACE means who is strictly the same.
      await addUser(pab, 'Ann', 'ann@example.com');
      expect(await namesIn(pab)).toEqual(['Ann', 'Ann']);
      await addUser(pab, 'ann', 'other@example.com', CREATE_REPLACE);
      expect(await namesIn(pab)).toHaveLength(3);
      await addUser(pab, 'Ann', 'ANN@example.com', CREATE_REPLACE);
      expect(await namesIn(pab)).toHaveLength(2);
      await addUser(pab, 'ANN', 'new@example.com', loose | CREATE_REPLACE);
      expect(await namesIn(pab)).toEqual(['ANN']);
    }));

  test.each([
    ['no check', 0, 2, S_OK],
    ['CREATE_CHECK_DUP_STRICT', strict, 1, S_OK],
    ['CREATE_CHECK_DUP_LOOSE', loose, 1, S_OK],
    ['CREATE_REPLACE', strict | CREATE_REPLACE, 1, S_OK],
  ] as const)('CopyEntries with %s: a duplicate that is left out is no partial completion', (_name, flags, count, hr) =>
    inPab(async (pab) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      expect(await pab.CopyEntries([ann], 0, null, flags)).toBe(hr);
      expect(await namesIn(pab)).toHaveLength(count);
    }),
  );

  test('CopyEntries copies all that can be set; what is nobody’s is left out with MAPI_W_PARTIAL_COMPLETION', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      using first = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      await ok(first.SetProps([prop(PR_COMMENT_W, 'all of it')]));
      await ok(first.SaveChanges(0));
      const team = await addList(pab, 'Team', [ann]);
      const container = (await ok(pab.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      expect(await pab.CopyEntries([ann, container, team], 0, null, 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      using table = await ok(pab.GetContentsTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(9, 0));
      const known = [ann, team].map((id) => Buffer.from(id).toString('hex'));
      const copies = rows.filter((row) => !known.includes(Buffer.from(row.get(PR_ENTRYID) as EntryId).toString('hex')));
      expect(copies.map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['Ann', 'Team']);
      const idOf = (at: number) => copies[at]?.get(PR_ENTRYID) as EntryId;
      using copy = (await ok(book.OpenEntry(idOf(0), IMailUser, 0))).lppUnk;
      expect((await ok(copy.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('all of it');
      using list = (await ok(book.OpenEntry(idOf(1), IDistList, 0))).lppUnk;
      expect(await namesIn(list)).toEqual(['Ann']);
      expect(await pab.CopyEntries([ann], 0, null, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await pab.CopyEntries(null as never, 0, null, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('CopyEntries moves the indicator, if there is one; MAPI_E_USER_CANCEL stops it. AB_NO_DIALOG is the bit of CREATE_CHECK_DUP_STRICT', () =>
    inPab(async (pab) => {
      const ids = [await addUser(pab, 'Ann', 'ann@x.test'), await addUser(pab, 'Bob', 'bob@x.test')];
      const team = await addList(pab, 'Team', []);
      const indicator = (told: (readonly number[])[], answer: HResult): IMAPIProgress =>
        com(
          {
            Progress: (...args: readonly number[]) => {
              told.push(args);
              return answer;
            },
            GetFlags: () => MAPI_TOP_LEVEL,
            GetMin: () => 0,
            GetMax: () => 100,
            SetLimits: () => {},
          } as unknown as Impl<IMAPIProgress>,
          IMAPIProgress,
        );
      using list = (await ok(pab.OpenEntry(team, IDistList, MAPI_MODIFY))).lppUnk;
      for (const target of [pab, list] as const) {
        const all: (readonly number[])[] = [];
        const some: (readonly number[])[] = [];
        using goes = indicator(all, S_OK);
        using stops = indicator(some, MAPI_E_USER_CANCEL);
        expect(await target.CopyEntries(ids, 0, stops, strict)).toBe(MAPI_E_USER_CANCEL);
        expect(some).toEqual([[50, 1, 2]]);
        expect(await target.CopyEntries(ids, 0, goes, strict)).toBe(S_OK);
        expect(all).toEqual([
          [50, 1, 2],
          [100, 2, 2],
        ]);
        expect(await target.CopyEntries(ids, 0, null, AB_NO_DIALOG)).toBe(S_OK);
        expect(await target.CopyEntries([], 0, stops, 0)).toBe(S_OK);
      }
      expect(await namesIn(list)).toEqual(['Ann', 'Bob']);
      expect(await namesIn(pab)).toEqual(['Ann', 'Bob', 'Team']);
      expect(AB_NO_DIALOG).toBe(CREATE_CHECK_DUP_STRICT);
    }));

  test('DeleteEntries: S_OK, or MAPI_W_PARTIAL_COMPLETION with the others deleted; ulFlags is reserved', () =>
    inPab(async (pab) => {
      const [ann, bob] = [await addUser(pab, 'Ann', 'ann@x.test'), await addUser(pab, 'Bob', 'bob@x.test')];
      expect(await pab.DeleteEntries([ann], 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await pab.DeleteEntries(null as never, 0)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await pab.DeleteEntries([new Uint8Array(40), ann], 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await namesIn(pab)).toEqual(['Bob']);
      expect(await pab.DeleteEntries([], 0)).toBe(S_OK);
      expect(await pab.DeleteEntries([bob], 0)).toBe(S_OK);
      expect(await namesIn(pab)).toEqual([]);
    }));

  test('ResolveNames: its usual properties or those asked for, texts in either width; nothing that was there is taken away', () =>
    inPab(async (pab) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const typed: AdrEntry = [prop(PR_DISPLAY_NAME_A, 'ann'), prop(PR_RECIPIENT_TYPE, 2)];
      const nobody: AdrEntry = [];
      const states = [MAPI_UNRESOLVED, MAPI_UNRESOLVED];
      const usual = await ok(pab.ResolveNames(null, MAPI_UNICODE, [typed, nobody], states));
      expect(usual.lpFlagList).toEqual([MAPI_RESOLVED, MAPI_UNRESOLVED]);
      expect(usual.lpAdrList[1]).toEqual([]);
      const had = new Map((usual.lpAdrList[0] ?? []).map(([tag, value]) => [tag, value]));
      for (const tag of [PR_ADDRTYPE_W, PR_OBJECT_TYPE, PR_SEARCH_KEY, PR_TRANSMITABLE_DISPLAY_NAME_W])
        expect(had.has(tag)).toBe(true);
      expect([had.get(PR_DISPLAY_NAME_W), had.get(PR_EMAIL_ADDRESS_W)]).toEqual(['Ann', 'ann@example.com']);
      expect([had.get(PR_ENTRYID), had.get(PR_RECIPIENT_TYPE)]).toEqual([ann, 2]);
      const asked = [PR_EMAIL_ADDRESS_W, PR_COMMENT_W, PR_RECIPIENT_TYPE];
      const narrow = (await ok(pab.ResolveNames(asked, 0, [typed], [MAPI_UNRESOLVED]))).lpAdrList[0] as AdrEntry;
      expect(narrow[0]).toEqual([PR_EMAIL_ADDRESS_A, 'ann@example.com']);
      expect(narrow[1]?.[1]).toBe(MAPI_E_NOT_FOUND);
      // What the entry lacks, and the recipient has, is no error.
      expect(narrow[2]).toEqual([PR_RECIPIENT_TYPE, 2]);
      expect(narrow.some(([tag]) => tag === PR_ENTRYID)).toBe(true);
      expect((await pab.ResolveNames(null, MAPI_CACHE_ONLY, [typed], [MAPI_UNRESOLVED]))[0]).toBe(S_OK);
      expect((await pab.ResolveNames(null, 0x10, [typed], [MAPI_UNRESOLVED]))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await pab.ResolveNames(null, 0, [typed], []))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('a user has the properties that IMailUser requires, of which the address may be changed and the identity may not', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      using user = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      const fixed = [PR_DISPLAY_TYPE, PR_ENTRYID, PR_OBJECT_TYPE, PR_RECORD_KEY, PR_SEARCH_KEY] as const;
      const free = [PR_ADDRTYPE_W, PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W] as const;
      const row = await ok(user.GetProps([...fixed, ...free], MAPI_UNICODE));
      for (const tag of [...fixed, ...free]) expect(row.has(tag)).toBe(true);
      expect(row.get(PR_OBJECT_TYPE)).toBe(MAPI_MAILUSER);
      const own = fixed.map((tag) => [tag, row.get(tag as PropTag)] as never);
      const problems = await ok(user.SetProps([...own, prop(PR_ADDRTYPE_W, 'FAX'), prop(PR_EMAIL_ADDRESS_W, '555')]));
      expect(problems.map(({ scode }) => scode)).toEqual(fixed.map(() => MAPI_E_COMPUTED));
      expect(await user.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
      // The key follows the address; the address is what a user cannot be without.
      const key = (await ok(user.GetProps([PR_SEARCH_KEY], 0))).get(PR_SEARCH_KEY) as Uint8Array;
      expect(Buffer.from(key).toString()).toBe('FAX:555\0');
      await ok(user.DeleteProps([PR_EMAIL_ADDRESS_W]));
      expect(await user.SaveChanges(0)).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
    }));

  test('a list has the properties that IDistList requires; only one of another type than MAPIPDL has an address', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const team = await addList(pab, 'Team', [ann]);
      using list = (await ok(book.OpenEntry(team, IDistList, MAPI_MODIFY))).lppUnk;
      const tags = [PR_ADDRTYPE_A, PR_DISPLAY_NAME_W, PR_ENTRYID, PR_OBJECT_TYPE, PR_RECORD_KEY] as const;
      const row = await ok(list.GetProps(tags, 0));
      for (const tag of tags) expect(row.has(tag)).toBe(true);
      expect([row.get(PR_ADDRTYPE_A), row.get(PR_OBJECT_TYPE)]).toEqual(['MAPIPDL', MAPI_DISTLIST]);
      expect((await ok(list.GetProps([PR_EMAIL_ADDRESS_W], 0))).has(PR_EMAIL_ADDRESS_W)).toBe(false);
      const address = [prop(PR_ADDRTYPE_W, 'SMTP'), prop(PR_EMAIL_ADDRESS_W, 'team@example.com')];
      const problems = await ok(list.SetProps([...address, prop(PR_OBJECT_TYPE, 1), prop(PR_ENTRYID, ann)]));
      expect(problems.map(({ ulIndex, scode }) => [ulIndex, scode])).toEqual([
        [2, MAPI_E_COMPUTED],
        [3, MAPI_E_COMPUTED],
      ]);
      expect(await list.SaveChanges(KEEP_OPEN_READWRITE)).toBe(S_OK);
      const now = await ok(list.GetProps([PR_ADDRTYPE_W, PR_SEARCH_KEY], MAPI_UNICODE));
      expect(now.get(PR_ADDRTYPE_W)).toBe('SMTP');
      expect(Buffer.from(now.get(PR_SEARCH_KEY) as Uint8Array).toString()).toBe('SMTP:TEAM@EXAMPLE.COM\0');
      await ok(list.DeleteProps([PR_DISPLAY_NAME_W]));
      expect(await list.SaveChanges(0)).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
    }));

  test('a list has the methods of a container: members and names; it holds no containers and makes no entries', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const bob = await addUser(pab, 'Bob', 'bob@example.com');
      using list = (await ok(book.OpenEntry(await addList(pab, 'Team', [ann]), IDistList, MAPI_MODIFY))).lppUnk;
      const typed = ['Ann', 'Bob'].map((name) => [prop(PR_DISPLAY_NAME_W, name)]);
      const states = [MAPI_UNRESOLVED, MAPI_UNRESOLVED];
      const { lpFlagList } = await ok(list.ResolveNames(null, MAPI_UNICODE, typed, states));
      expect(lpFlagList).toEqual([MAPI_RESOLVED, MAPI_UNRESOLVED]);
      using member = (await ok(list.OpenEntry(ann, IMailUser, 0))).lppUnk;
      expect((await ok(member.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID)).toEqual(ann);
      expect((await list.GetHierarchyTable(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await list.GetHierarchyTable(0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await list.CreateEntry(new Uint8Array(24), 0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await list.GetSearchCriteria(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await list.CreateEntry(await templateIn(pab, PR_DEF_CREATE_DL), 0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await list.SetSearchCriteria(null, null, 0)).toBe(MAPI_E_NO_SUPPORT);
      expect((await list.GetSearchCriteria(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      for (const flags of [0x100, 0x8000_0000])
        expect(await list.CopyEntries([bob], 0, null, flags)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await list.DeleteEntries([bob], 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await list.GetContentsTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('transacted: nothing before SaveChanges; who saves second is MAPI_E_OBJECT_CHANGED, FORCE_SAVE overwrites', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      using one = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      using other = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      await ok(one.SetProps([prop(PR_DISPLAY_NAME_W, 'Anna')]));
      expect(await namesIn(pab)).toEqual(['Ann']);
      await ok(one.SaveChanges(0));
      await ok(other.SetProps([prop(PR_DISPLAY_NAME_W, 'Anne')]));
      expect(await other.SaveChanges(KEEP_OPEN_READWRITE)).toBe(MAPI_E_OBJECT_CHANGED);
      expect(await namesIn(pab)).toEqual(['Anna']);
      expect(await other.SaveChanges(FORCE_SAVE)).toBe(S_OK);
      expect(await namesIn(pab)).toEqual(['Anne']);
    }));
});
