import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { com, ok, S_OK } from '../../../src/com/index.js';
import {
  AB_NO_DIALOG,
  AB_RESOLVE,
  ADDRESS_ONE,
  type ADRPARM,
  type AdrEntry,
  CREATE_REPLACE,
  DIALOG_MODAL,
  DIALOG_OPTIONS,
  DIALOG_SDI,
  IABContainer,
  type IAddrBook,
  IMAPIAdviseSink,
  IMAPIProp,
  IMessage,
  isPropError,
  MAPI_ABCONT,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_UNICODE,
  PR_AB_DEFAULT_PAB,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_SEND_RICH_INFO,
  PropRow,
  prop,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';

const named = (name: string): AdrEntry => [prop(PR_DISPLAY_NAME_W, name)];
const rowOf = (entry: AdrEntry | undefined): PropRow => PropRow.fromProps(entry ?? []);

describe('IAddrBook without address book providers', () => {
  let office: PostOffice;
  beforeAll(async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
  });
  afterAll(() => office.close());
  useLedger();

  const withBook = (step: (book: IAddrBook) => Promise<void>): Promise<void> =>
    office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      await step(book);
    });

  test('opens as IAddrBook and nothing else', async () => {
    await office.session(async (session) => {
      expect((await session.OpenAddressBook(0, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await session.OpenAddressBook(0, null, 0x8000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
  });

  test('OpenEntry without an entry ID opens the root of all containers, which has none here', () =>
    withBook(async (book) => {
      const opened = await ok(book.OpenEntry(null, null, 0));
      expect(opened.lpulObjType).toBe(MAPI_ABCONT);
      using root = opened.lppUnk as IABContainer;
      using table = await ok(root.GetHierarchyTable(MAPI_UNICODE));
      expect(await ok(table.GetRowCount(0))).toBe(0);
      expect((await root.GetContentsTable(0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await root.CreateEntry(new Uint8Array(24), 0))[0]).toBe(MAPI_E_NO_ACCESS);
      expect(await root.DeleteEntries([], 0)).toBe(MAPI_E_NO_ACCESS);
      expect((await root.ResolveNames(null, 0, [], []))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await root.CopyEntries([], 0, null, AB_NO_DIALOG | CREATE_REPLACE)).toBe(MAPI_E_NO_ACCESS);
      expect((await root.GetSearchCriteria(MAPI_UNICODE))[0]).toBe(MAPI_E_NO_SUPPORT);
      // What a method would refuse to anybody it refuses here, too.
      const refused = [
        (await root.GetContentsTable(1))[0],
        (await root.GetHierarchyTable(0x10))[0],
        (await root.CreateEntry(new Uint8Array(24), 0x10))[0],
        await root.CopyEntries([], 0, null, 0x10),
        await root.DeleteEntries([], 1),
        (await root.ResolveNames(null, 2, [], []))[0],
        (await root.GetSearchCriteria(1))[0],
      ];
      expect(refused).toEqual(refused.map(() => MAPI_E_UNKNOWN_FLAGS));
      // Its entry ID opens it again.
      const entryId = (await ok(root.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      using again = (await ok(book.OpenEntry(entryId, IABContainer, 0))).lppUnk;
      expect((await ok(again.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE)).toBe(MAPI_ABCONT);
      expect(await ok(book.CompareEntryIDs(entryId, entryId, 0))).toBe(1);
      expect((await book.OpenEntry(null, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await book.OpenEntry(new Uint8Array(24).fill(7), null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    }));

  test('ResolveName: addresses become one-offs, in the width asked for; names that nobody has are told with the rest', () =>
    withBook(async (book) => {
      const wide = await ok(book.ResolveName(0, MAPI_UNICODE, null, [named('Ann <ann@example.com>')]));
      expect(rowOf(wide?.[0]).get(PR_EMAIL_ADDRESS_W)).toBe('ann@example.com');
      const narrow = await ok(book.ResolveName(0, 0, null, [named('[FAX:555-1234]')]));
      expect(narrow?.[0]?.some(([tag, value]) => tag === PR_ADDRTYPE_A && value === 'FAX')).toBe(true);
      expect(narrow?.[0]?.some(([tag]) => tag === PR_DISPLAY_NAME_W)).toBe(false);
      const [hr, partly] = await book.ResolveName(0, MAPI_UNICODE, null, [named('Bob'), named('ann@example.com')]);
      expect(hr).toBe(MAPI_E_NOT_FOUND);
      expect(rowOf(partly?.[0]).get(PR_ENTRYID)).toBeNull();
      expect(rowOf(partly?.[1]).get(PR_ENTRYID)).not.toBeNull();
      expect((await book.ResolveName(0, 0x100000, null, []))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  const written: readonly (readonly [string, string, string, string, boolean])[] = [
    // The two examples of the page.
    ['Bill Lee[MSPEER:\\\\\\\\billl\\in]', 'Bill Lee', 'MSPEER', '\\\\billl\\in', true],
    [
      'Fax Recipient[fax:recipient\\x0dbuilding\\x0doffice\\x0d555-1212\\x0d]',
      'Fax Recipient',
      'FAX',
      'recipient\rbuilding\roffice\r555-1212\r',
      true,
    ],
    ['Ann Arbor[SMTP:ann@example.com]  ', 'Ann Arbor', 'SMTP', 'ann@example.com', false],
    // Without a name it is the address, as far as that can be seen.
    ['[FAX:555 1234]', '555 1234', 'FAX', '555 1234', true],
    ['[FAX:555\\x0d1234]', '555 1234', 'FAX', '555\r1234', true],
    ['A\\[1\\][X400:c=US\\;a=\\[b\\]\\:\\,]', 'A[1]', 'X400', 'c=US;a=[b]:,', true],
    ['ann@example.com', 'ann@example.com', 'SMTP', 'ann@example.com', false],
  ];
  test('ResolveName reads Display name[Address type:Email address], with what a backslash quotes, and XXX@YYY.ZZZ', () =>
    withBook(async (book) => {
      const list = await ok(
        book.ResolveName(
          0,
          MAPI_UNICODE,
          null,
          written.map(([text]) => named(text)),
        ),
      );
      for (const [at, [, ...expected]] of written.entries()) {
        const row = rowOf(list?.[at]);
        const tags = [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_EMAIL_ADDRESS_W, PR_SEND_RICH_INFO] as const;
        expect(tags.map((tag) => row.get<unknown>(tag))).toEqual(expected);
        // The entry ID says the same.
        using user = (await ok(book.OpenEntry(row.get(PR_ENTRYID), IMAPIProp, 0))).lppUnk;
        const own = await ok(user.GetProps(tags, MAPI_UNICODE));
        expect(tags.map((tag) => own.get<unknown>(tag))).toEqual(expected);
      }
    }));

  const names = [
    // Something other than white space follows.
    'Ann[FAX:555] too',
    'Ann[FAX:555][2]',
    'Ann[FAX 555]',
    'Ann[:555]',
    'Ann[FAX:]',
    'Ann[FAX:555',
    'Ann\\[FAX:555]',
    // SMTP addresses have a form of their own.
    'Ann[SMTP:nobody]',
    'Ann[SMTP:ann@example.com\\x0dX]',
    'a@b@c.test',
    // A colon alone makes no address.
    'Team: Sales',
    'Re:tomorrow',
  ];
  test('ResolveName takes for a name what is not quite an address', () =>
    withBook(async (book) => {
      const answer = await book.ResolveName(0, MAPI_UNICODE, null, names.map(named));
      expect(answer).toEqual([MAPI_E_NOT_FOUND, names.map(named)]);
    }));

  test('PrepareRecips puts the properties wanted first, with PT_ERROR where there is none', () =>
    withBook(async (book) => {
      const entryId = await ok(book.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      const list = [[prop(PR_OBJECT_TYPE, 6), prop(PR_ENTRYID, entryId)]] as AdrEntry[];
      expect(await book.PrepareRecips(0, [PR_EMAIL_ADDRESS_W, PR_COMMENT_W], list)).toBe(S_OK);
      const [address, comment, ...rest] = list[0] as AdrEntry;
      expect(address).toEqual([PR_EMAIL_ADDRESS_W, 'ann@example.com']);
      expect(comment && isPropError(comment) && comment[1]).toBe(MAPI_E_NOT_FOUND);
      expect(rest[0]).toEqual([PR_OBJECT_TYPE, 6]);
      expect(rowOf(rest).get(PR_ADDRTYPE_W)).toBe('SMTP');
    }));

  test('choices are kept in the profile; what is not there is not offered', async () => {
    const gone = new Uint8Array(24).fill(9);
    await withBook(async (book) => {
      expect(await ok(book.GetPAB())).toHaveLength(0);
      expect(await ok(book.GetDefaultDir())).toHaveLength(0);
      expect(await ok(book.GetSearchPath(MAPI_UNICODE))).toHaveLength(0);
      expect(await book.SetPAB(gone)).toBe(S_OK);
      expect(await book.SetDefaultDir(new Uint8Array(0))).toBe(MAPI_E_INVALID_ENTRYID);
      expect(await book.SetSearchPath(0, [[prop(PR_DISPLAY_NAME_A, 'x')]])).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
      expect(await book.SetSearchPath(0, [[prop(PR_ENTRYID, gone)]])).toBe(S_OK);
      expect(await book.SetSearchPath(0, [])).toBe(S_OK);
    });
    await withBook(async (book) => {
      expect((await ok(book.GetProps([PR_AB_DEFAULT_PAB], 0))).get(PR_AB_DEFAULT_PAB)).toEqual(gone);
      expect(await ok(book.GetPAB())).toHaveLength(0);
      expect(await ok(book.GetSearchPath(0))).toHaveLength(0);
      expect((await book.SetProps([prop(PR_AB_DEFAULT_PAB, gone)]))[0]).toBe(MAPI_E_NO_ACCESS);
    });
  });

  test('there are no dialogs', () =>
    withBook(async (book) => {
      const entryId = await ok(book.CreateOneOff(null, 'SMTP', 'ann@example.com', MAPI_UNICODE));
      expect((await book.NewEntry(0, 0, null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await book.Address(0, { ulFlags: DIALOG_MODAL } as ADRPARM, null))[0]).toBe(MAPI_E_NO_SUPPORT);
      const details = (flags: number) => book.Details(0, null, null, entryId, null, null, 'More', flags);
      for (const flags of [0, MAPI_UNICODE, DIALOG_MODAL, DIALOG_SDI | MAPI_UNICODE])
        expect(await details(flags)).toBe(MAPI_E_NO_SUPPORT);
      expect(await details(DIALOG_MODAL | DIALOG_SDI)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await details('modal' as never)).toBe(MAPI_E_INVALID_PARAMETER);
      // AB_TELL_DETAILS_CHANGE may be any other bit: no public source has its number.
      expect(await details(0x100)).toBe(MAPI_E_NO_SUPPORT);
    }));

  const shown = { ulFlags: DIALOG_MODAL, cDestFields: 2, nDestFieldFocus: 1, lppszDestTitles: ['To', 'Cc'] };
  test.each([
    ['as many lists as is usual', { ulFlags: DIALOG_SDI, cDestFields: 0xffffffff }, MAPI_E_NO_SUPPORT],
    ['to choose one', { ulFlags: DIALOG_MODAL | ADDRESS_ONE }, MAPI_E_NO_SUPPORT],
    ['two lists', shown, MAPI_E_NO_SUPPORT],
    ['two lists and their types', { ...shown, lpulDestComps: [1, 2] }, MAPI_E_NO_SUPPORT],
    ['all flags', { ...shown, ulFlags: DIALOG_MODAL | DIALOG_OPTIONS | AB_RESOLVE | 0x50 }, MAPI_E_NO_SUPPORT],
    ['nothing', null, MAPI_E_INVALID_PARAMETER],
    ['no flags at all', {}, MAPI_E_INVALID_PARAMETER],
    ['both kinds of dialogs', { ulFlags: DIALOG_MODAL | DIALOG_SDI }, MAPI_E_INVALID_PARAMETER],
    ['an unknown flag', { ulFlags: DIALOG_MODAL | 0x400 }, MAPI_E_UNKNOWN_FLAGS],
    ['another version', { ulFlags: DIALOG_MODAL | 0x10000000 }, MAPI_E_VERSION],
    ['one, modeless', { ulFlags: ADDRESS_ONE }, MAPI_E_INVALID_PARAMETER],
    ['one, in lists', { ...shown, ulFlags: DIALOG_MODAL | ADDRESS_ONE }, MAPI_E_INVALID_PARAMETER],
    ['no count', { ...shown, cDestFields: -1 }, MAPI_E_INVALID_PARAMETER],
    ['a title too few', { ...shown, cDestFields: 3 }, MAPI_E_INVALID_PARAMETER],
    ['a type too few', { ...shown, lpulDestComps: [1] }, MAPI_E_INVALID_PARAMETER],
    ['the focus nowhere', { ...shown, nDestFieldFocus: 2 }, MAPI_E_INVALID_PARAMETER],
    ['titles for the usual lists', { ...shown, cDestFields: 0xffffffff }, MAPI_E_INVALID_PARAMETER],
  ] as const)('Address with %s (ADRPARM)', (_what, parameters, expected) =>
    withBook(async (book) => {
      expect((await book.Address(0, parameters as unknown as ADRPARM, null))[0]).toBe(expected);
      const wrong = await book.Address(0, shown as unknown as ADRPARM, 'ann' as never);
      expect(wrong[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }),
  );

  test('Advise: the address book itself tells of critical errors alone', () =>
    withBook(async (book) => {
      using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
      const connection = await ok(book.Advise(null, 1, sink));
      expect(connection).not.toBe(0);
      expect(await book.Unadvise(connection)).toBe(S_OK);
      expect((await book.Advise(null, 4, sink))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await book.Advise(new Uint8Array(24).fill(7), 4, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
      const entryId = (await ok(root.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
      expect((await book.Advise(entryId, 4, sink))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect(await book.Unadvise(connection)).toBe(MAPI_E_INVALID_PARAMETER);
    }));
});
