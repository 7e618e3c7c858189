import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { com, type HResult, ok, S_OK } from '../../../src/com/index.js';
import {
  AB_MODIFIABLE,
  AB_RECIPIENTS,
  CREATE_CHECK_DUP_LOOSE,
  CREATE_CHECK_DUP_STRICT,
  CREATE_REPLACE,
  type EntryId,
  eq,
  fnevObjectCreated,
  fnevObjectDeleted,
  fnevObjectModified,
  type IABContainer,
  type IAddrBook,
  type IDistList,
  IMAPIAdviseSink,
  IMAPITable,
  IMailUser,
  IMessage,
  MAPI_ABCONT,
  MAPI_AMBIGUOUS,
  MAPI_DEFERRED_ERRORS,
  MAPI_DIALOG,
  MAPI_DISTLIST,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_COLLISION,
  MAPI_E_COMPUTED,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_OBJECT_CHANGED,
  MAPI_E_OBJECT_DELETED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_RESOLVED,
  MAPI_UNICODE,
  MAPI_UNRESOLVED,
  MAPI_W_PARTIAL_COMPLETION,
  type NOTIFICATION,
  PR_ADDRTYPE_W,
  PR_ANR_W,
  PR_COMMENT_W,
  PR_CONTAINER_CONTENTS,
  PR_CONTAINER_FLAGS,
  PR_CONTAINER_HIERARCHY,
  PR_CREATE_TEMPLATES,
  PR_DEF_CREATE_MAILUSER,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_SEARCH_KEY,
  PR_TRANSMITABLE_DISPLAY_NAME_W,
  PropRow,
  prop,
} from '../../../src/mapi/index.js';
import { genericTemplateRow } from '../../../src/subsystem/addressbook/generictemplate.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addList, addUser, namesIn, officeWithBooks, withPab } from './pab.js';

describe('the container of a personal address book', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await officeWithBooks([], 'book.json');
  });
  afterAll(() => office.close());
  useLedger();
  const inPab = (step: (pab: IABContainer, book: IAddrBook) => Promise<void>): Promise<void> =>
    office.session((session) => withPab(session, step));
  beforeEach(() =>
    inPab(async (pab) => {
      using table = await ok(pab.GetContentsTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(100, 0));
      await ok(pab.DeleteEntries(rows.map((row) => row.get(PR_ENTRYID) as EntryId)));
    }),
  );

  test('says that it holds recipients and can be changed, and lists its templates', () =>
    inPab(async (pab) => {
      const flags = (await ok(pab.GetProps([PR_CONTAINER_FLAGS], 0))).get(PR_CONTAINER_FLAGS);
      expect(flags).toBe(AB_RECIPIENTS | AB_MODIFIABLE);
      using templates = await ok(pab.OpenProperty(PR_CREATE_TEMPLATES, IMAPITable, MAPI_UNICODE, 0));
      const rows = await ok(templates.QueryRows(10, 0));
      expect(rows.map((row) => row.get(PR_ADDRTYPE_W))).toEqual(['SMTP', 'MAPIPDL']);
      expect((await pab.GetHierarchyTable(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await pab.GetHierarchyTable(0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await pab.OpenProperty(PR_CREATE_TEMPLATES, IMAPITable, 1, 0))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      // MAPI_DEFERRED_ERRORS says nothing of the width of texts.
      using narrow = await ok(pab.OpenProperty(PR_CREATE_TEMPLATES, IMAPITable, MAPI_DEFERRED_ERRORS, 0));
      expect((await ok(narrow.QueryColumns(0))).includes(PR_DISPLAY_NAME_A)).toBe(true);
    }));

  test('CreateEntry takes MAPI’s own template, too: somebody with an address of any type', () =>
    inPab(async (pab) => {
      const template = PropRow.fromProps(genericTemplateRow).get(PR_ENTRYID) as Uint8Array;
      {
        using fax = await ok(pab.CreateEntry(template, 0));
        await ok(
          fax.SetProps([
            prop(PR_DISPLAY_NAME_W, 'Ann'),
            prop(PR_ADDRTYPE_W, 'FAX'),
            prop(PR_EMAIL_ADDRESS_W, '+49 30 123'),
          ]),
        );
        await ok(fax.SaveChanges(0));
      }
      using contents = await ok(pab.GetContentsTable(MAPI_UNICODE));
      const rows = await ok(contents.QueryRows(9, 0));
      expect(rows.map((row) => [row.get(PR_DISPLAY_NAME_W), row.get(PR_ADDRTYPE_W)])).toEqual([['Ann', 'FAX']]);
    }));

  test('it is no search, and its contents open as a property, too', () =>
    inPab(async (pab) => {
      await addUser(pab, 'Ann', 'ann@example.com');
      expect(await pab.SetSearchCriteria(eq(PR_DISPLAY_NAME_W, 'Ann'), null, 0)).toBe(MAPI_E_NO_SUPPORT);
      expect(await pab.GetSearchCriteria(0)).toEqual([MAPI_E_NO_SUPPORT, null]);
      using contents = await ok(pab.OpenProperty(PR_CONTAINER_CONTENTS, IMAPITable, MAPI_UNICODE, 0));
      expect((await ok(contents.QueryRows(9))).map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['Ann']);
      expect((await pab.OpenProperty(PR_CONTAINER_HIERARCHY, IMAPITable, 0, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
    }));

  test('each container lists the tables that it has (PR_CONTAINER_CONTENTS, PR_CONTAINER_HIERARCHY), and no others', () =>
    inPab(async (pab, book) => {
      using root = (await ok(book.OpenEntry(null, null, 0))).lppUnk as unknown as IABContainer;
      using top = (await ok(pab.OpenEntry(null, null, 0))).lppUnk as unknown as IABContainer;
      const listed = async (container: IABContainer): Promise<readonly boolean[]> => {
        const tags = await ok(container.GetPropList(MAPI_UNICODE));
        return [PR_CONTAINER_CONTENTS, PR_CONTAINER_HIERARCHY].map((tag) => tags.includes(tag));
      };
      expect(await listed(pab)).toEqual([true, false]);
      expect(await listed(root)).toEqual([false, true]);
      expect(await listed(top)).toEqual([false, true]);
    }));

  test('OpenEntry: NULL opens the top of the book, which has containers and no contents', () =>
    inPab(async (pab, book) => {
      using root = (await ok(book.OpenEntry(null, null, 0))).lppUnk as unknown as IABContainer;
      using hierarchy = await ok(root.GetHierarchyTable(MAPI_UNICODE));
      expect(await ok(hierarchy.GetRowCount())).toBeGreaterThan(0);
      const opened = await ok(pab.OpenEntry(null, null, 0));
      using top = opened.lppUnk as unknown as IABContainer;
      expect(opened.lpulObjType).toBe(MAPI_ABCONT);
      expect((await top.GetContentsTable(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      using below = await ok(top.GetHierarchyTable(MAPI_UNICODE));
      expect(await ok(below.GetRowCount())).toBe(1);
    }));

  test('CreateEntry: an entry is there when it is saved, and complete', () =>
    inPab(async (pab) => {
      const template = (await ok(pab.GetProps([PR_DEF_CREATE_MAILUSER], 0))).get(PR_DEF_CREATE_MAILUSER) as EntryId;
      using user = await ok(pab.CreateEntry(template, 0));
      expect(await user.SaveChanges(0)).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
      await ok(user.SetProps([prop(PR_EMAIL_ADDRESS_W, 'ann@example.com'), prop(PR_COMMENT_W, 'Hello')]));
      expect(await namesIn(pab)).toEqual([]);
      expect(await user.SaveChanges(0)).toBe(S_OK);
      expect(await namesIn(pab)).toEqual(['ann@example.com']);
      const tags = [PR_ADDRTYPE_W, PR_SEARCH_KEY, PR_TRANSMITABLE_DISPLAY_NAME_W, PR_COMMENT_W] as const;
      const row = await ok(user.GetProps(tags, MAPI_UNICODE));
      expect(row.get(PR_ADDRTYPE_W)).toBe('SMTP');
      expect(Buffer.from(row.get(PR_SEARCH_KEY) as Uint8Array).toString()).toBe('SMTP:ANN@EXAMPLE.COM\0');
      expect(row.get(PR_TRANSMITABLE_DISPLAY_NAME_W)).toBe('ann@example.com');
      expect(row.get(PR_COMMENT_W)).toBe('Hello');
      expect((await pab.CreateEntry(new Uint8Array(40), 0))[0]).toBe(MAPI_E_INVALID_ENTRYID);
    }));

  test('CreateEntry: duplicates are found by SaveChanges, loosely by name, strictly by name and address', () =>
    inPab(async (pab) => {
      await addUser(pab, 'Ann', 'ann@example.com');
      const codeOf = (address: string, flags: number): Promise<HResult> =>
        addUser(pab, 'ANN', address, flags).then(
          () => S_OK,
          (error: { readonly hr: HResult }) => error.hr,
        );
      expect(await codeOf('other@example.com', CREATE_CHECK_DUP_LOOSE)).toBe(MAPI_E_COLLISION);
      expect(await codeOf('ann@EXAMPLE.com', CREATE_CHECK_DUP_STRICT)).toBe(MAPI_E_COLLISION);
      expect(await codeOf('other@example.com', CREATE_CHECK_DUP_STRICT)).toBe(S_OK);
      expect(await codeOf('new@example.com', CREATE_CHECK_DUP_LOOSE | CREATE_REPLACE)).toBe(S_OK);
      expect(await namesIn(pab)).toEqual(['ANN']);
    }));

  test('OpenEntry: what is opened without MAPI_MODIFY cannot be changed; what others saved is not overwritten', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      using read = (await ok(book.OpenEntry(ann, IMailUser, 0))).lppUnk;
      expect((await read.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
      using one = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      using other = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      const [, problems] = await one.SetProps([prop(PR_ENTRYID, ann), prop(PR_COMMENT_W, 'x')]);
      expect(problems).toMatchObject([{ ulIndex: 0, scode: MAPI_E_COMPUTED }]);
      expect(await one.SaveChanges(0)).toBe(S_OK);
      await ok(other.SetProps([prop(PR_COMMENT_W, 'y')]));
      expect(await other.SaveChanges(0)).toBe(MAPI_E_OBJECT_CHANGED);
      expect(await ok(book.CompareEntryIDs(ann, ann, 0))).toBe(1);
      expect((await book.OpenEntry(ann, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      await ok(pab.DeleteEntries([ann], 0));
      expect((await book.OpenEntry(ann, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect(await other.SaveChanges(0)).toBe(MAPI_E_OBJECT_DELETED);
    }));

  test('DeleteEntries: an entry that is not there is told; lists lose the members that are gone', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const bob = await addUser(pab, 'Bob', 'bob@example.com');
      const team = await addList(pab, 'Team', [ann, bob]);
      expect(await pab.DeleteEntries([ann], 0)).toBe(S_OK);
      expect(await pab.DeleteEntries([ann], 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      const opened = await ok(book.OpenEntry(team, null, MAPI_MODIFY));
      expect(opened.lpulObjType).toBe(MAPI_DISTLIST);
      using list = opened.lppUnk as unknown as IDistList;
      expect(await namesIn(list)).toEqual(['Bob']);
      expect(await list.CopyEntries([team, ann], 0, null, 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await list.CopyEntries([bob], 0, null, 0)).toBe(S_OK);
      expect(await namesIn(list)).toEqual(['Bob']);
      expect(await list.DeleteEntries([bob], 0)).toBe(S_OK);
      expect(await list.DeleteEntries([bob], 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await namesIn(pab)).toEqual(['Bob', 'Team']);
      expect((await list.CreateEntry(ann, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
      using read = (await ok(book.OpenEntry(team, null, 0))).lppUnk as unknown as IDistList;
      expect(await read.CopyEntries([bob], 0, null, 0)).toBe(MAPI_E_NO_ACCESS);
    }));

  test('CopyEntries takes recipients of other providers and one-offs; duplicates are left out when asked to', () =>
    inPab(async (pab, book) => {
      const eve = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      expect(await pab.CopyEntries([eve], 0, null, 0)).toBe(S_OK);
      expect(await pab.CopyEntries([eve], 0, null, CREATE_CHECK_DUP_STRICT)).toBe(S_OK);
      expect(await namesIn(pab)).toEqual(['Eve']);
      expect(await pab.CopyEntries([new Uint8Array(40), eve], 0, null, 0)).toBe(MAPI_W_PARTIAL_COMPLETION);
      expect(await namesIn(pab)).toEqual(['Eve', 'Eve']);
    }));

  test('ResolveNames: exact names before beginnings; several are ambiguous; what is resolved stays', () =>
    inPab(async (pab, book) => {
      await addUser(pab, 'Ann', 'ann@example.com');
      await addUser(pab, 'Ann Arbor', 'arbor@example.com');
      await addUser(pab, 'Anton Alt', 'alt@example.com');
      const typed = ['ann', 'arb', 'an', 'zoe', 'ann'].map((name) => [prop(PR_DISPLAY_NAME_W, name)]);
      const states = [MAPI_UNRESOLVED, MAPI_UNRESOLVED, MAPI_UNRESOLVED, MAPI_UNRESOLVED, MAPI_RESOLVED];
      const { lpAdrList, lpFlagList } = await ok(
        pab.ResolveNames([PR_EMAIL_ADDRESS_W, PR_COMMENT_W], MAPI_UNICODE, typed, states),
      );
      expect(lpFlagList).toEqual([MAPI_RESOLVED, MAPI_RESOLVED, MAPI_AMBIGUOUS, MAPI_UNRESOLVED, MAPI_RESOLVED]);
      expect(lpAdrList[0]?.[0]).toEqual([PR_EMAIL_ADDRESS_W, 'ann@example.com']);
      expect(lpAdrList[0]?.[1]?.[1]).toBe(MAPI_E_NOT_FOUND);
      expect(lpAdrList[1]?.[0]).toEqual([PR_EMAIL_ADDRESS_W, 'arbor@example.com']);
      expect(lpAdrList[2]).toEqual(typed[2]);
      expect(lpAdrList[4]).toEqual(typed[4]);
      // The same by PR_ANR, which every container understands.
      using table = await ok(pab.GetContentsTable(MAPI_UNICODE));
      await ok(table.Restrict(eq(PR_ANR_W, 'an'), 0));
      expect(await ok(table.GetRowCount(0))).toBe(3);
      await ok(table.Restrict(eq(PR_ANR_W, 'ALT'), 0));
      expect((await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['Anton Alt']);
      for (const flags of [0, MAPI_DIALOG])
        expect((await book.ResolveName(0, MAPI_UNICODE | flags, null, [typed[2] ?? []]))[0]).toBe(
          MAPI_E_AMBIGUOUS_RECIP,
        );
    }));

  test('PrepareRecips asks the provider; who is gone gets PT_ERROR', () =>
    inPab(async (pab, book) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const list = [
        [prop(PR_ENTRYID, ann)],
        [
          prop(
            PR_ENTRYID,
            ann.map((byte, at) => (at < 24 ? byte : 7)),
          ),
        ],
      ];
      expect(await book.PrepareRecips(0, [PR_EMAIL_ADDRESS_W, PR_OBJECT_TYPE], list)).toBe(S_OK);
      expect(list[0]?.slice(0, 2).map(([, value]) => value)).toEqual(['ann@example.com', 6]);
      expect(list[1]?.[0]?.[1]).toBe(MAPI_E_NOT_FOUND);
    }));

  test('Advise tells of entries that come, change and go', () =>
    inPab(async (pab, book) => {
      const heard: NOTIFICATION[] = [];
      using sink = com({ OnNotify: (told: readonly NOTIFICATION[]) => heard.push(...told) * 0 }, IMAPIAdviseSink);
      const mask = fnevObjectCreated | fnevObjectDeleted | fnevObjectModified;
      const connection = await ok(book.Advise(await ok(book.GetPAB()), mask, sink));
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      await ok(pab.DeleteEntries([ann], 0));
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      expect(await book.Unadvise(connection)).toBe(S_OK);
      await addUser(pab, 'Bob', 'bob@example.com');
      expect(heard.map(({ ulEventType }) => ulEventType)).toEqual([fnevObjectCreated, fnevObjectDeleted]);
      expect(heard[0]?.info).toMatchObject({ lpEntryID: ann });
    }));
});
