import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { com, ok, S_OK } from '../../../src/com/index.js';
import {
  type ADRPARM,
  type AdrEntry,
  type AdrList,
  DIALOG_MODAL,
  type EntryId,
  fnevObjectModified,
  IABContainer,
  type IAddrBook,
  IDistList,
  IMAPIAdviseSink,
  IMAPIContainer,
  IMAPIProp,
  IMailUser,
  isPropError,
  MAPI_ABCONT,
  MAPI_BEST_ACCESS,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_DIALOG,
  MAPI_DISTLIST,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_MISSING_REQUIRED_COLUMN,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MAPI_NO_MAIL,
  MAPI_SEND_NO_RICH_INFO,
  MAPI_UNICODE,
  type NOTIFICATION,
  PR_AB_DEFAULT_DIR,
  PR_AB_DEFAULT_PAB,
  PR_AB_SEARCH_PATH,
  PR_ACCESS_LEVEL,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_COMMENT_W,
  PR_CONTAINER_FLAGS,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_A,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_RECIPIENT_TYPE,
  PR_SEND_RICH_INFO,
  PropRow,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addList, addUser, officeWithBooks, withPab } from './pab.js';

const named = (name: string): AdrEntry => [prop(PR_DISPLAY_NAME_W, name), prop(PR_RECIPIENT_TYPE, 1)];
const rowOf = (entry: AdrEntry | undefined): PropRow => PropRow.fromProps(entry ?? []);

describe('IAddrBook over a personal address book', () => {
  let office: PostOffice;
  let ann: EntryId;
  let team: EntryId;
  let container: EntryId;
  const unknown = new Uint8Array(24).fill(7);
  beforeAll(async () => {
    office = await officeWithBooks([], 'book.json');
    await inBook(async (_book, pab) => {
      ann = await addUser(pab, 'Ann Arbor', 'ann@example.com');
      await addUser(pab, 'Bob Ball', 'bob.ball@example.com');
      await addUser(pab, 'Bob Bell', 'bob.bell@example.com');
      team = await addList(pab, 'Team', [ann]);
      container = (await ok(pab.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
    });
  });
  afterAll(() => office.close());
  useLedger();
  const inBook = (step: (book: IAddrBook, pab: IABContainer) => Promise<void>): Promise<void> =>
    office.session((session) => withPab(session, (pab, book) => step(book, pab)), MAPI_NO_MAIL);

  test('OpenEntry: the standard interface of each kind and those it inherits; flags of Exchange change nothing', () =>
    inBook(async (book) => {
      for (const [entryId, type, iid, wrong] of [
        [null, MAPI_ABCONT, IABContainer, IMailUser],
        [container, MAPI_ABCONT, IABContainer, IMailUser],
        [team, MAPI_DISTLIST, IDistList, IMailUser],
        [ann, MAPI_MAILUSER, IMailUser, IDistList],
      ] as const) {
        for (const asked of [null, iid, IMAPIProp, ...(type === MAPI_MAILUSER ? [] : [IMAPIContainer])]) {
          const opened = await ok(book.OpenEntry(entryId, asked as typeof IMAPIProp, 0));
          using object = opened.lppUnk;
          const own = (await ok(object.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE);
          expect([opened.lpulObjType, own]).toEqual([type, type]);
        }
        const [hr] = await book.OpenEntry(entryId, wrong as typeof IMAPIProp, 0);
        expect(hr).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      }
      for (const flags of [MAPI_CACHE_ONLY, MAPI_NO_CACHE, 0x80, MAPI_DEFERRED_ERRORS]) {
        using user = (await ok(book.OpenEntry(ann, IMailUser, flags))).lppUnk;
        expect((await user.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
      }
      expect((await book.OpenEntry(ann, null, 1 << 20))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('OpenEntry: MAPI_E_NO_ACCESS for MAPI_MODIFY of what cannot be; PR_ACCESS_LEVEL says what MAPI_BEST_ACCESS gave', () =>
    inBook(async (book) => {
      const oneOff = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      for (const [entryId, level] of [
        [null, 0],
        [oneOff, 0],
        [ann, 1],
      ] as const) {
        using best = (await ok(book.OpenEntry(entryId, IMAPIProp, MAPI_BEST_ACCESS))).lppUnk;
        expect((await ok(best.GetProps([PR_ACCESS_LEVEL], 0))).get(PR_ACCESS_LEVEL)).toBe(level);
        const [hr, opened] = await book.OpenEntry(entryId, IMAPIProp, MAPI_MODIFY);
        expect(hr).toBe(level === 1 ? S_OK : MAPI_E_NO_ACCESS);
        opened?.lppUnk?.Release();
      }
    }));

  test('OpenEntry: MAPI_E_NOT_FOUND for who is gone, MAPI_E_UNKNOWN_ENTRYID when no provider knows it', () =>
    inBook(async (book) => {
      expect((await book.OpenEntry(Uint8Array.from(ann).fill(0xee, 24), null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      const oneOff = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      // What cannot be recognized is nobody's, whoever it may have been of.
      for (const strange of [unknown, new Uint8Array(3), oneOff.subarray(0, 30), ann.subarray(0, 10)])
        expect((await book.OpenEntry(strange, null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    }));

  test('CompareEntryIDs: TRUE or FALSE with S_OK; MAPI_E_UNKNOWN_ENTRYID when one of them is nobody’s', () =>
    inBook(async (book) => {
      const eve = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      const same = await ok(book.CreateOneOff('Eve', 'smtp', 'EVE@example.com', 0));
      expect(await book.CompareEntryIDs(ann, Uint8Array.from(ann), 0)).toEqual([S_OK, 1]);
      expect(await book.CompareEntryIDs(ann, team, 0)).toEqual([S_OK, 0]);
      expect(await book.CompareEntryIDs(eve, same, 0)).toEqual([S_OK, 1]);
      expect(await book.CompareEntryIDs(eve, ann, 0)).toEqual([S_OK, 0]);
      for (const [one, other] of [
        [ann, unknown],
        [unknown, ann],
        [eve, unknown],
        [ann, new Uint8Array(0)],
        [ann, new Uint8Array(3)],
        [eve, eve.subarray(0, 30)],
        // The book itself does not know its own any more.
        [ann, ann.subarray(0, 30)],
      ] as const)
        expect((await book.CompareEntryIDs(one, other, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect((await book.CompareEntryIDs(ann, ann, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('Advise and Unadvise of an entry: its changes until the connection ends; an entry ID of wrong form is invalid', () =>
    inBook(async (book) => {
      const heard: NOTIFICATION[] = [];
      using sink = com({ OnNotify: (told: readonly NOTIFICATION[]) => heard.push(...told) * 0 }, IMAPIAdviseSink);
      const change = async (text: string) => {
        using user = (await ok(book.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
        await ok(user.SetProps([prop(PR_COMMENT_W, text)]));
        await ok(user.SaveChanges(0));
      };
      const connection = await ok(book.Advise(ann, fnevObjectModified, sink));
      expect(connection).not.toBe(0);
      await change('one');
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      expect(heard[0]).toMatchObject({ ulEventType: fnevObjectModified, info: { lpEntryID: ann } });
      expect(await book.Unadvise(connection)).toBe(S_OK);
      expect(await book.Unadvise(connection)).toBe(MAPI_E_INVALID_PARAMETER);
      await change('two');
      const again = await ok(book.Advise(ann, fnevObjectModified, sink));
      await change('three');
      await vi.waitFor(() => expect(heard).toHaveLength(2));
      await ok(book.Unadvise(again));
      expect((await book.Advise(ann.subarray(0, 30), fnevObjectModified, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await book.Advise(new Uint8Array(3), fnevObjectModified, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await book.Advise(unknown, fnevObjectModified, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      // What MAPI itself has made does not change.
      const oneOff = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      expect((await book.Advise(oneOff, fnevObjectModified, sink))[0]).toBe(MAPI_E_NO_SUPPORT);
    }));

  test('CreateOneOff: rich text is for who is not on the Internet; a type and an address there must be', () =>
    inBook(async (book) => {
      for (const [type, flags, rich] of [
        ['FAX', 0, true],
        ['FAX', MAPI_SEND_NO_RICH_INFO, false],
        ['SMTP', MAPI_UNICODE, false],
        ['smtp', MAPI_UNICODE | MAPI_SEND_NO_RICH_INFO, false],
      ] as const) {
        const entryId = await ok(book.CreateOneOff(null, type, 'x@y', flags));
        using user = (await ok(book.OpenEntry(entryId, IMailUser, 0))).lppUnk;
        const row = await ok(user.GetProps([PR_SEND_RICH_INFO, PR_ADDRTYPE_W, PR_DISPLAY_NAME_W], MAPI_UNICODE));
        expect([row.get(PR_SEND_RICH_INFO), row.get(PR_ADDRTYPE_W)]).toEqual([rich, type]);
        expect(row.get(PR_DISPLAY_NAME_W)).toBe('x@y');
      }
      for (const wrong of [null, ''])
        for (const args of [[wrong, 'x'] as const, ['SMTP', wrong] as const])
          expect((await book.CreateOneOff('n', args[0] as string, args[1] as string, 0))[0]).toBe(
            MAPI_E_INVALID_PARAMETER,
          );
      expect((await book.CreateOneOff('n', 'SMTP', 'x', 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('ResolveName: S_OK with entry IDs and texts in the width asked for; who is resolved, and who is nobody, stays as it is', () =>
    inBook(async (book) => {
      const done: AdrEntry = [prop(PR_ENTRYID, team), prop(PR_DISPLAY_NAME_W, 'My team')];
      const [hr, list] = await book.ResolveName(0, MAPI_UNICODE, 'To', [
        named('arbor'),
        done,
        [],
        named('x@y.test'),
      ] as AdrList);
      expect(hr).toBe(S_OK);
      const rows = list ?? [];
      expect(rowOf(rows[0]).get(PR_ENTRYID)).toEqual(ann);
      expect(rowOf(rows[0]).get(PR_RECIPIENT_TYPE)).toBe(1);
      expect(rows.slice(1, 3)).toEqual([done, []]);
      // An Internet address becomes a one-off recipient, whoever else has it.
      expect([rowOf(rows[3]).get(PR_ADDRTYPE_W), rowOf(rows[3]).get(PR_SEND_RICH_INFO)]).toEqual(['SMTP', false]);
      const oneOff = await ok(book.ResolveName(0, MAPI_UNICODE, null, [named('ann@example.com')]));
      expect(rowOf(oneOff?.[0]).get(PR_ENTRYID)).not.toEqual(ann);
      const narrow = await ok(book.ResolveName(0, MAPI_CACHE_ONLY, null, [named('Team')]));
      const had = new Map((narrow?.[0] ?? []).map(([tag, value]) => [tag, value]));
      expect([had.get(PR_DISPLAY_NAME_A), had.get(PR_ADDRTYPE_A)]).toEqual(['Team', 'MAPIPDL']);
      expect([had.has(PR_DISPLAY_NAME_W), had.has(PR_ADDRTYPE_W)]).toEqual([false, false]);
    }));

  test('ResolveName: MAPI_E_AMBIGUOUS_RECIP and MAPI_E_NOT_FOUND, with those resolved that could be; MAPI_DIALOG settles nothing', () =>
    inBook(async (book) => {
      for (const dialog of [0, MAPI_DIALOG]) {
        const flags = MAPI_UNICODE | dialog;
        const [ambiguous, partly] = await book.ResolveName(0, flags, null, [named('Bob'), named('Ann Arbor')]);
        expect(ambiguous).toBe(MAPI_E_AMBIGUOUS_RECIP);
        expect(rowOf(partly?.[0]).get(PR_ENTRYID)).toBeNull();
        expect(rowOf(partly?.[1]).get(PR_ENTRYID)).toEqual(ann);
        const [missing, none] = await book.ResolveName(0, flags, null, [named('Zoe'), named('')]);
        expect([missing, none?.map((row) => rowOf(row).get(PR_ENTRYID))]).toEqual([MAPI_E_NOT_FOUND, [null, null]]);
        const [both] = await book.ResolveName(0, flags, null, [named('Zoe'), named('Bob')]);
        expect(both).toBe(MAPI_E_AMBIGUOUS_RECIP);
      }
      expect((await book.ResolveName(0, MAPI_UNICODE, null, null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await book.ResolveName(0, 0x1000, null, []))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('PrepareRecips: what is wanted first and in the width asked for, PT_ERROR where there is none, then the rest', () =>
    inBook(async (book) => {
      const eve = await ok(book.CreateOneOff('Eve', 'SMTP', 'eve@example.com', MAPI_UNICODE));
      const foreign: AdrEntry = [prop(PR_ENTRYID, unknown), prop(PR_DISPLAY_NAME_W, 'Foreign')];
      const list: AdrEntry[] = [
        [prop(PR_RECIPIENT_TYPE, 1), prop(PR_ENTRYID, ann)],
        [prop(PR_RECIPIENT_TYPE, 2), prop(PR_ENTRYID, eve)],
        foreign,
        [prop(PR_DISPLAY_NAME_W, 'Typed')],
      ];
      const wanted = [PR_EMAIL_ADDRESS_A, PR_DISPLAY_NAME_W, PR_COMMENT_W];
      expect(await book.PrepareRecips(MAPI_CACHE_ONLY, wanted, list)).toBe(S_OK);
      expect(list[0]?.slice(0, 2)).toEqual([
        [PR_EMAIL_ADDRESS_A, 'ann@example.com'],
        [PR_DISPLAY_NAME_W, 'Ann Arbor'],
      ]);
      expect(rowOf(list[0]?.slice(3)).get(PR_ENTRYID)).toEqual(ann);
      expect(list[1]?.slice(0, 2)).toEqual([
        [PR_EMAIL_ADDRESS_A, 'eve@example.com'],
        [PR_DISPLAY_NAME_W, 'Eve'],
      ]);
      for (const at of [2, 3]) {
        const [address, name] = list[at] ?? [];
        expect(address && isPropError(address) && address[1]).toBe(MAPI_E_NOT_FOUND);
        expect(name?.[1]).toBe(at === 2 ? 'Foreign' : 'Typed');
      }
      const before: AdrEntry[] = [[prop(PR_RECIPIENT_TYPE, 1), prop(PR_ENTRYID, ann)], foreign];
      const same = [...before];
      expect(await book.PrepareRecips(0, null, same)).toBe(S_OK);
      expect(same).toEqual(before);
      expect(await book.PrepareRecips(1 << 20, null, same)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await book.PrepareRecips(0, null, null as never)).toBe(MAPI_E_INVALID_PARAMETER);
    }));

  test('opens, compares and watches what address book providers have, and nothing of stores or the status table', () =>
    office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      using sink = com({ OnNotify: () => 0 }, IMAPIAdviseSink);
      using stores = await ok(session.GetMsgStoresTable(0));
      using status = await ok(session.GetStatusTable(0));
      for (const table of [stores, status]) {
        const [row] = await ok(table.QueryRows(1, 0));
        const entryId = row?.get(PR_ENTRYID) as EntryId;
        expect((await book.OpenEntry(entryId, null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
        expect((await book.CompareEntryIDs(entryId, entryId, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
        expect((await book.Advise(entryId, fnevObjectModified, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
        // The session knows whose it is.
        (await ok(session.OpenEntry(entryId, IMAPIProp, 0))).lppUnk.Release();
      }
    }, MAPI_NO_MAIL));

  test('there are no dialogs: Address, Details and NewEntry answer MAPI_E_NO_SUPPORT and say what to do instead', () =>
    inBook(async (book) => {
      const answers = [
        (await book.Address(0, { ulFlags: DIALOG_MODAL } as ADRPARM, null))[0],
        await book.Details(0, null, null, ann, null, null, null, MAPI_UNICODE),
        (await book.NewEntry(0, MAPI_UNICODE, container, null))[0],
      ];
      for (const hr of answers) expect(hr).toBe(MAPI_E_NO_SUPPORT);
      expect((await ok(book.GetLastError(MAPI_E_NO_SUPPORT, MAPI_UNICODE))).lpszError).toContain('CreateEntry');
      expect((await book.NewEntry(0, 1, container, null))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('GetPAB, GetDefaultDir and GetSearchPath have the one container there is until something is chosen', () =>
    inBook(async (book) => {
      expect(await ok(book.GetPAB())).toEqual(container);
      // The only container with names is the PAB itself.
      expect(await ok(book.GetDefaultDir())).toEqual(container);
      for (const [flags, name] of [
        [MAPI_UNICODE, PR_DISPLAY_NAME_W],
        [0, PR_DISPLAY_NAME_A],
      ] as const) {
        const path = await ok(book.GetSearchPath(flags));
        expect(path.map((row) => row.get(PR_ENTRYID))).toEqual([container]);
        const tags = path[0]?.toProps().map(([tag]) => tag);
        expect(tags).toEqual([PR_ENTRYID, name, PR_DISPLAY_TYPE, PR_OBJECT_TYPE, PR_CONTAINER_FLAGS]);
      }
      expect((await book.GetSearchPath(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('SetPAB, SetDefaultDir and SetSearchPath are permanent at once; what they chose is passed over when it is gone', async () => {
    await inBook(async (book) => {
      for (const wrong of [null, new Uint8Array(0)]) {
        expect(await book.SetPAB(wrong as never)).toBe(MAPI_E_INVALID_ENTRYID);
        expect(await book.SetDefaultDir(wrong as never)).toBe(MAPI_E_INVALID_ENTRYID);
      }
      expect(await book.SetPAB(unknown)).toBe(S_OK);
      expect(await book.SetDefaultDir(unknown)).toBe(S_OK);
      expect(await book.SetSearchPath(0, [[prop(PR_ENTRYID, unknown)], [prop(PR_ENTRYID, container)]])).toBe(S_OK);
      expect(await book.SetSearchPath(1, [])).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await book.SetSearchPath(0, [[prop(PR_COMMENT_W, 'x')]])).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
      // Each row begins with the entry ID.
      const late = [prop(PR_COMMENT_W, 'x'), prop(PR_ENTRYID, container)];
      expect(await book.SetSearchPath(0, [[prop(PR_ENTRYID, container)], late])).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
      expect(await book.SetSearchPath(0, [[]])).toBe(MAPI_E_MISSING_REQUIRED_COLUMN);
      expect(await book.SetSearchPath(0, null as never)).toBe(MAPI_E_INVALID_PARAMETER);
    });
    await inBook(async (book) => {
      const tags = [PR_AB_DEFAULT_PAB, PR_AB_DEFAULT_DIR, PR_AB_SEARCH_PATH] as const;
      const row = await ok(book.GetProps(tags, 0));
      expect(tags.map((tag) => row.get<unknown>(tag as PropTag<unknown>))).toEqual([
        unknown,
        unknown,
        [unknown, container],
      ]);
      expect([await ok(book.GetPAB()), await ok(book.GetDefaultDir())]).toEqual([container, container]);
      expect((await ok(book.GetSearchPath(0))).map((one) => one.get(PR_ENTRYID))).toEqual([container]);
      // Once chosen, the path is not the usual one again: an empty one finds nobody.
      await ok(book.SetSearchPath(0, []));
      expect(await ok(book.GetSearchPath(0))).toEqual([]);
      expect((await book.ResolveName(0, MAPI_UNICODE, null, [named('Ann Arbor')]))[0]).toBe(MAPI_E_NOT_FOUND);
    });
  });

  test('is not writable as a property object', () =>
    inBook(async (book) => {
      expect((await book.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await book.GetProps([PR_EMAIL_ADDRESS_W], 0))[1]?.get(PR_EMAIL_ADDRESS_W)).toBeNull();
    }));
});
