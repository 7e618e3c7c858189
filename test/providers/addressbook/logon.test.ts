import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { com, type Impl, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  AB_NO_DIALOG,
  type AddressBookLogon,
  type AdrEntry,
  CURRENT_SPI_VERSION,
  type EntryId,
  fnevObjectCreated,
  fnevObjectModified,
  IABContainer,
  type IABLogon,
  type IABProvider,
  IDistList,
  IMAPIAdviseSink,
  IMAPIProp,
  IMAPIStatus,
  IMAPISupport,
  IMailUser,
  IMessage,
  isPropError,
  MAPI_ABCONT,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_DISTLIST,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_STATUS,
  MAPI_UNICODE,
  type NOTIFICATION,
  PR_ACCESS_LEVEL,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_COMMENT_W,
  PR_DEF_CREATE_MAILUSER,
  PR_DEPTH,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_OBJECT_TYPE,
  PR_RECIPIENT_TYPE,
  PR_SELECTABLE,
  PropRow,
  prop,
} from '../../../src/mapi/index.js';
import { ABProviderInit } from '../../../src/providers/addressbook/provider.js';
import type { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';
import { addList, addUser, officeWith, withPab } from './pab.js';
import { toldOf } from './support.js';

/** Which of some properties a recipient has, and what. */
const shown = (entry: AdrEntry | undefined): readonly unknown[] => (entry ?? []).map(([tag, value]) => [tag, value]);

describe('IABProvider and IABLogon of a personal address book', () => {
  useLedger();
  let office: PostOffice;
  let given: IMAPISupport | null = null;
  beforeAll(async () => {
    office = await officeWith(
      toldOf((support) => {
        given = support;
      }),
      [],
      'book.json',
    );
  });
  afterAll(() => office.close());

  /** Logs on as MAPI does, with a support object of an address book, while a session has the same book open. */
  const loggedOn = (
    step: (logon: IABLogon, pab: IABContainer, support: IMAPISupport) => Promise<void>,
  ): Promise<void> =>
    office.session(
      (session) =>
        withPab(session, async (pab) => {
          const support = given as IMAPISupport;
          const [, made] = await ABProviderInit(0, CURRENT_SPI_VERSION);
          using provider = made?.lppABProvider as IABProvider;
          const told = await ok(provider.Logon(support, 0, 'Work', AB_NO_DIALOG | MAPI_UNICODE, null));
          using logon = (told as AddressBookLogon).lppABLogon;
          await step(logon, pab, support);
          expect(await logon.Logoff(0)).toBe(S_OK);
          expect(await provider.Shutdown(0)).toBe(S_OK);
        }),
      MAPI_NO_MAIL,
    );

  test('ABProviderInit makes another provider each time; a MAPI that is older is MAPI_E_VERSION', async () => {
    const [hr, one] = await ABProviderInit(0, CURRENT_SPI_VERSION);
    const [, two] = await ABProviderInit(0, CURRENT_SPI_VERSION + 1);
    using first = one?.lppABProvider;
    using second = two?.lppABProvider;
    expect([hr, one?.lpulProviderVer, first === second]).toEqual([S_OK, CURRENT_SPI_VERSION, false]);
    expect(await ABProviderInit(0, CURRENT_SPI_VERSION - 1)).toEqual([MAPI_E_VERSION, null]);
    expect(await first?.Shutdown(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('IABProvider::Logon: registers its UID and a row, holds its support object, and says what is missing', () =>
    loggedOn(async (logon, pab, support) => {
      const id = (await ok(pab.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      expect(await ok(logon.CompareEntryIDs(id, id, 0))).toBe(1);
      const [, made] = await ABProviderInit(0, CURRENT_SPI_VERSION);
      using provider = made?.lppABProvider as IABProvider;
      expect((await provider.Logon(support, 0, 'Work', 0x4000, null))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      // Without a path in its section nobody can log on; MAPI gets the words.
      const bare = com(
        {
          OpenProfileSection: () =>
            com({ GetProps: () => PropRow.fromProps([]) } as unknown as Impl<IMAPIProp>, IMAPIProp),
        } as unknown as Impl<IMAPISupport>,
        IMAPISupport,
      );
      using held = bare;
      const [hr, told] = await provider.Logon(held, 0, 'Work', MAPI_DEFERRED_ERRORS, null);
      expect(hr).toBe(MAPI_E_UNCONFIGURED);
      expect(told?.lppMAPIError?.lpszError).toContain('PR_PAB_PATH');
    }));

  test('OpenEntry: NULL is the root; the usual interface of each kind and those it extends; reading alone unless asked', () =>
    loggedOn(async (logon, pab) => {
      const ann = await addUser(pab, 'Ann', 'ann@example.com');
      const team = await addList(pab, 'Team', [ann]);
      const container = (await ok(pab.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      for (const [entryId, type, iid, wrong] of [
        [null, MAPI_ABCONT, IABContainer, IMailUser],
        [container, MAPI_ABCONT, IABContainer, IDistList],
        [ann, MAPI_MAILUSER, IMailUser, IDistList],
        [team, MAPI_DISTLIST, IDistList, IMailUser],
      ] as const) {
        for (const asked of [null, iid, IMAPIProp]) {
          const opened = await ok(logon.OpenEntry(entryId, asked as typeof IMAPIProp, 0));
          using object = opened.lppUnk;
          expect(opened.lpulObjType).toBe(type);
          expect((await ok(object.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE)).toBe(type);
        }
        for (const asked of [wrong, IMessage])
          expect((await logon.OpenEntry(entryId, asked as typeof IMAPIProp, 0))[0]).toBe(
            MAPI_E_INTERFACE_NOT_SUPPORTED,
          );
      }
      // What cannot be changed is not opened for changing, but with the best access there is.
      expect((await logon.OpenEntry(null, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
      for (const [entryId, level] of [
        [null, 0],
        [container, 1],
      ] as const) {
        using object = (await ok(logon.OpenEntry(entryId, IMAPIProp, MAPI_BEST_ACCESS))).lppUnk;
        expect((await ok(object.GetProps([PR_ACCESS_LEVEL], 0))).get(PR_ACCESS_LEVEL)).toBe(level);
      }
      for (const [flags, hr] of [
        [0, MAPI_E_NO_ACCESS],
        [MAPI_DEFERRED_ERRORS, MAPI_E_NO_ACCESS],
        [MAPI_MODIFY, S_OK],
        [MAPI_BEST_ACCESS, S_OK],
      ] as const) {
        using user = (await ok(logon.OpenEntry(ann, IMailUser, flags))).lppUnk;
        expect((await user.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(hr);
        expect((await ok(user.GetProps([PR_ACCESS_LEVEL], 0))).get(PR_ACCESS_LEVEL)).toBe(hr === S_OK ? 1 : 0);
      }
      expect((await logon.OpenEntry(ann, null, 0x8000_0000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await logon.OpenEntry(new Uint8Array(24), null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      const nobody = Uint8Array.from(ann).fill(0xee, 24);
      expect((await logon.OpenEntry(nobody, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      // A template can be made an entry of, but is none.
      const template = (await ok(pab.GetProps([PR_DEF_CREATE_MAILUSER], 0))).get(PR_DEF_CREATE_MAILUSER) as EntryId;
      expect((await logon.OpenEntry(template, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    }));

  test('GetLastError has the words for the last failure in either width, and none for another code', () =>
    loggedOn(async (logon) => {
      const [hr] = await logon.OpenEntry(new Uint8Array(24), null, 0);
      for (const flags of [MAPI_UNICODE, 0])
        expect((await ok(logon.GetLastError(hr, flags))).lpszError).toContain('this address book');
      expect((await ok(logon.GetLastError(MAPI_E_NOT_FOUND, MAPI_UNICODE))).lpszError).toBe('');
      expect((await logon.GetLastError(hr, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('CompareEntryIDs: the same object or another; MAPI_E_INVALID_ENTRYID for what is no entry of the book', () =>
    loggedOn(async (logon, pab) => {
      const ann = await addUser(pab, 'Ann 2', 'ann@example.com');
      const bob = await addUser(pab, 'Bob 2', 'bob@example.com');
      expect(await ok(logon.CompareEntryIDs(ann, Uint8Array.from(ann), 0))).toBe(1);
      expect(await ok(logon.CompareEntryIDs(ann, bob, 0))).toBe(0);
      expect((await logon.CompareEntryIDs(ann, new Uint8Array(40), 0))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await logon.CompareEntryIDs(new Uint8Array(3), ann, 0))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await logon.CompareEntryIDs(ann, ann, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('Advise and Unadvise: a connection that is not zero tells of one entry; no entry ID is invalid, a strange one unknown', () =>
    loggedOn(async (logon, pab) => {
      const heard: NOTIFICATION[] = [];
      using sink = com({ OnNotify: (told: readonly NOTIFICATION[]) => heard.push(...told) * 0 }, IMAPIAdviseSink);
      const ann = await addUser(pab, 'Ann 3', 'ann@example.com');
      const connection = await ok(logon.Advise(ann, fnevObjectCreated | fnevObjectModified, sink));
      expect(connection).not.toBe(0);
      using user = (await ok(logon.OpenEntry(ann, IMailUser, MAPI_MODIFY))).lppUnk;
      await ok(user.SetProps([prop(PR_COMMENT_W, 'changed')]));
      await ok(user.SaveChanges(0));
      await addUser(pab, 'Bob 3', 'bob@example.com');
      await vi.waitFor(() => expect(heard).toHaveLength(1));
      expect(heard[0]).toMatchObject({ ulEventType: fnevObjectModified, info: { lpEntryID: ann } });
      expect(await logon.Unadvise(connection)).toBe(S_OK);
      expect(await logon.Unadvise(connection)).toBe(MAPI_E_NOT_FOUND);
      expect((await logon.Advise('x' as never, fnevObjectCreated, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await logon.Advise(new Uint8Array(4), fnevObjectCreated, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await logon.Advise(new Uint8Array(40), fnevObjectCreated, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    }));

  test('OpenStatusEntry: a status object that can at least validate its state', () =>
    loggedOn(async (logon) => {
      const opened = await ok(logon.OpenStatusEntry(null, 0));
      using status = opened.lppEntry;
      expect(opened.lpulObjType).toBe(MAPI_STATUS);
      expect(await status.ValidateState(0, 0)).toBe(S_OK);
      expect(await status.ValidateState(0, 0x100)).toBe(MAPI_E_UNKNOWN_FLAGS);
      for (const answer of [
        await status.SettingsDialog(0, 0),
        await status.ChangePassword('a', 'b', 0),
        await status.FlushQueues(0, null, 0),
      ])
        expect(answer).toBe(MAPI_E_NO_SUPPORT);
      using again = (await ok(logon.OpenStatusEntry(IMAPIProp, MAPI_MODIFY))).lppEntry;
      expect((await ok(again.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE)).toBe(MAPI_STATUS);
      expect((await logon.OpenStatusEntry(IMailUser, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await logon.OpenStatusEntry(IMAPIStatus, 2))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('OpenTemplateID: there is no code for entries of others', () =>
    loggedOn(async (logon, pab) => {
      const [hr, none] = await logon.OpenTemplateID(new Uint8Array(40), 0, pab, IMailUser, null);
      expect([hr, none]).toEqual([MAPI_E_NO_SUPPORT, null]);
    }));

  test('GetOneOffTable: the columns that are required, texts in the width asked for', () =>
    loggedOn(async (logon) => {
      for (const [flags, name, type] of [
        [0, PR_DISPLAY_NAME_A, PR_ADDRTYPE_A],
        [MAPI_UNICODE, PR_DISPLAY_NAME_W, PR_ADDRTYPE_W],
      ] as const) {
        using table = await ok(logon.GetOneOffTable(flags));
        const needed = [name, PR_ENTRYID, PR_DEPTH, PR_SELECTABLE, type, PR_DISPLAY_TYPE, PR_INSTANCE_KEY];
        expect(await ok(table.QueryColumns(0))).toEqual(expect.arrayContaining(needed));
        const rows = await ok(table.QueryRows(9, 0));
        expect(rows.map((row) => row.get(type))).toEqual(['SMTP', 'MAPIPDL']);
        for (const row of rows) for (const tag of needed) expect(row.has(tag)).toBe(true);
      }
      expect((await logon.GetOneOffTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('PrepareRecips: what is wanted first, in its order; what the list has wins; others are left alone', () =>
    loggedOn(async (logon, pab) => {
      const ann = await addUser(pab, 'Ann 4', 'ann4@example.com');
      const foreign: AdrEntry = [prop(PR_ENTRYID, new Uint8Array(40)), prop(PR_DISPLAY_NAME_W, 'Foreign')];
      const unresolved: AdrEntry = [prop(PR_DISPLAY_NAME_W, 'Typed')];
      const own: AdrEntry = [prop(PR_RECIPIENT_TYPE, 1), prop(PR_DISPLAY_NAME_W, 'My Ann'), prop(PR_ENTRYID, ann)];
      const list = [own, foreign, unresolved];
      const wanted = [PR_EMAIL_ADDRESS_W, PR_COMMENT_W, PR_DISPLAY_NAME_W, PR_ADDRTYPE_A];
      expect(await logon.PrepareRecips(0, wanted, list)).toBe(S_OK);
      expect(list.slice(1)).toEqual([foreign, unresolved]);
      const [address, comment, ...rest] = list[0] as AdrEntry;
      expect(address).toEqual([PR_EMAIL_ADDRESS_W, 'ann4@example.com']);
      expect(comment && isPropError(comment) && comment[1]).toBe(MAPI_E_NOT_FOUND);
      expect(shown(rest)).toEqual([
        [PR_DISPLAY_NAME_W, 'My Ann'],
        [PR_ADDRTYPE_A, 'SMTP'],
        [PR_RECIPIENT_TYPE, 1],
        [PR_ENTRYID, ann],
      ]);
      // There is nothing to do when nothing is wanted, not even for who is gone.
      const gone: AdrEntry = [prop(PR_ENTRYID, Uint8Array.from(ann).fill(0xee, 24))];
      for (const none of [null, []]) {
        const same = [own, gone];
        expect(await logon.PrepareRecips(0, none, same)).toBe(S_OK);
        expect(same).toEqual([own, gone]);
      }
      const partly = [gone, own];
      expect(await logon.PrepareRecips(0, wanted, partly)).toBe(MAPI_E_NOT_FOUND);
      expect(partly[1]?.[0]).toEqual([PR_EMAIL_ADDRESS_W, 'ann4@example.com']);
      expect(await logon.PrepareRecips(0x10, wanted, partly)).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('Logoff releases the support object, once, and has no flags; the book stays open to others', () =>
    loggedOn(async (logon, pab, support) => {
      const held = (): number => {
        support.AddRef();
        return support.Release();
      };
      const before = held();
      expect(await logon.Logoff(1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(held()).toBe(before);
      expect(await logon.Logoff(0)).toBe(S_OK);
      expect(held()).toBe(before - 1);
      await addUser(pab, `Ann ${newGuid()}`, 'late@example.com');
    }));
});
