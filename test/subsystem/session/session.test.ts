import { afterEach, describe, expect, test } from 'vitest';
import { check, com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  fnevCriticalError,
  fnevExtended,
  fnevNewMail,
  IMAPIAdviseSink,
  IMAPIFolder,
  type IMAPISession,
  type IMAPISupport,
  IMailUser,
  IMessage,
  type IMsgStore,
  IProfSect,
  MAPI_AB_PROVIDER,
  MAPI_BEST_ACCESS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_FORCE_ACCESS,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_MAIL,
  MAPI_STORE,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MAPI_W_NO_SERVICE,
  type NOTIFICATION,
  PR_ACCESS_LEVEL,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IDENTITY_DISPLAY_W,
  PR_IDENTITY_ENTRYID,
  PR_IDENTITY_SEARCH_KEY,
  PR_IPM_OUTBOX_ENTRYID,
  PR_OBJECT_TYPE,
  PR_PROFILE_NAME_W,
  PR_PROVIDER_UID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_STATUS_STRING_W,
  type PropValue,
  prop,
  STATUS_PRIMARY_IDENTITY,
  STATUSROW_UPDATE,
} from '../../../src/mapi/index.js';
import type { MessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { PostOffice, testTransport } from '../spooler/post-office.js';
import { testStore } from './test-store.js';

/** A sink that keeps what it is told. */
function listener(told: NOTIFICATION[]): IMAPIAdviseSink {
  const OnNotify = (list: readonly NOTIFICATION[]) => {
    told.push(...list);
    return S_OK;
  };
  return com({ OnNotify } as unknown as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
}

const brokenBook = (name: string): MessageService => ({
  name,
  displayName: name,
  dllName: 'test',
  providers: [
    {
      resourceType: MAPI_AB_PROVIDER,
      name: 'AB',
      displayName: `${name} people`,
      providerDisplay: name,
      init: async () => [MAPI_E_NETWORK_ERROR, null],
    },
  ],
});

describe('IMAPISession', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('OpenEntry opens what is in stores, stores, one-off recipients; reading alone unless MAPI_MODIFY or MAPI_BEST_ACCESS', async () => {
    office = await PostOffice.open();
    await office.session(async (session, store) => {
      const outbox = await outboxOf(store);
      const level = async (flags: number): Promise<number | null> => {
        const { lppUnk } = await ok(session.OpenEntry(outbox, IMAPIFolder, flags));
        using folder = lppUnk;
        return (await ok(folder.GetProps([PR_ACCESS_LEVEL], 0))).get(PR_ACCESS_LEVEL);
      };
      expect(await level(0)).toBe(0);
      expect([await level(MAPI_MODIFY), await level(MAPI_BEST_ACCESS)]).toEqual([MAPI_MODIFY, MAPI_MODIFY]);
      using stores = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
      const [row] = await ok(stores.QueryRows(1, 0));
      const opened = await ok(session.OpenEntry(row?.get(PR_ENTRYID) as EntryId, null, MAPI_MODIFY));
      using again = opened.lppUnk;
      expect(opened.lpulObjType).toBe(MAPI_STORE);
      expect((await ok(again.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE)).toBe(MAPI_STORE);
      using book = await ok(session.OpenAddressBook(0, null, 0));
      const oneOff = await ok(book.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      const person = await ok(session.OpenEntry(oneOff, IMailUser, 0));
      using user = person.lppUnk;
      expect(person.lpulObjType).toBe(MAPI_MAILUSER);
      expect((await ok(user.GetProps([PR_EMAIL_ADDRESS_W], 0))).get(PR_EMAIL_ADDRESS_W)).toBe('ann@example.com');
      expect((await session.OpenEntry(oneOff, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await session.OpenEntry(oneOff, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await session.OpenEntry(null, null, 0))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await session.OpenEntry(new Uint8Array(30).fill(9), null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      const gone = Uint8Array.from(outbox);
      gone.fill(0xee, gone.length - 4);
      expect((await session.OpenEntry(gone, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await session.OpenEntry(outbox, null, 0x4000_0000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect((await session.CompareEntryIDs(null as never, outbox, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    }, MAPI_NO_MAIL);
  });

  test('GetLastError tells what a failed call was about, in either width, and nothing about other codes', async () => {
    office = await PostOffice.open();
    await office.session(async (session) => {
      const [hr] = await session.OpenEntry(null, null, 0);
      const told = await ok(session.GetLastError(hr, MAPI_UNICODE));
      expect([told.lpszError, told.lpszComponent]).toEqual([
        expect.stringContaining('lpEntryID'),
        expect.stringContaining('OpenEntry'),
      ]);
      expect((await ok(session.GetLastError(hr, 0))).lpszError).toBe(told.lpszError);
      expect((await ok(session.GetLastError(MAPI_E_NOT_FOUND, MAPI_UNICODE))).lpszError).toBe('');
      expect((await session.GetLastError(hr, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  test('OpenAddressBook opens in spite of providers that fail; GetLastError has what each of them says', async () => {
    provokes(/AB1 people could not be started/, /AB2 people could not be started/);
    office = await PostOffice.open(brokenBook('AB1'), brokenBook('AB2'));
    await office.session(async (session) => {
      const [hr, book] = await session.OpenAddressBook(0, null, 0);
      expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
      using held = book;
      expect(held).not.toBeNull();
      const { lpszError } = await ok(session.GetLastError(hr, MAPI_UNICODE));
      expect(lpszError).toContain('AB1 people');
      expect(lpszError).toContain('AB2 people');
    }, MAPI_NO_MAIL);
  });

  test('OpenMsgStore with MAPI_W_ERRORS_RETURNED has the words of the provider', async () => {
    const error = { ulVersion: 0, lpszError: 'half of it', lpszComponent: 'A', ulLowLevelError: 0, ulContext: 0 };
    office = await PostOffice.open(testStore('A', { error }));
    await office.session(async (session) => {
      using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
      const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_DISPLAY_NAME_W) === 'A');
      const [hr, store] = await session.OpenMsgStore(0, row?.get(PR_ENTRYID) as EntryId, null, 0);
      using held = store;
      expect([hr, held === null]).toEqual([MAPI_W_ERRORS_RETURNED, false]);
      expect((await ok(session.GetLastError(hr, MAPI_UNICODE))).lpszError).toContain('half of it');
    }, MAPI_NO_MAIL);
  });

  test('Advise without entry ID: critical errors in any case, extended events when a client logs off', async () => {
    office = await PostOffice.open();
    const told: NOTIFICATION[] = [];
    await office.session(async (session) => {
      using sink = listener(told);
      expect(await ok(session.Advise(null, fnevExtended, sink))).not.toBe(0);
      expect((await session.Advise(null, fnevNewMail, sink))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await session.Advise('x' as never, fnevCriticalError, sink))[0]).toBe(MAPI_E_INVALID_ENTRYID);
      expect((await session.Advise(null, fnevCriticalError, null as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await session.Unadvise(999)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(told).toEqual([]);
    }, MAPI_NO_MAIL);
    expect(told.map(({ ulEventType }) => ulEventType >>> 0)).toEqual([fnevExtended >>> 0]);
  });

  test('OpenProfileSection: readers or one writer, MAPI_FORCE_ACCESS for what is a provider’s, MAPI_MODIFY to make one', async () => {
    office = await PostOffice.open(testTransport('XP1', { submit: (asked) => asked }));
    await office.session(async (session) => {
      using services = await ok(session.AdminServices(0));
      using table = await ok(services.GetProviderTable(0));
      const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === 'XP1');
      const uid = row?.get(PR_PROVIDER_UID) as never;
      expect((await session.OpenProfileSection(uid, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      using section = await ok(session.OpenProfileSection(uid, IProfSect, MAPI_FORCE_ACCESS));
      expect((await ok(section.GetProps([PR_PROFILE_NAME_W], 0))).get(PR_PROFILE_NAME_W)).toBe('Work');
      expect((await session.OpenProfileSection(uid, null, MAPI_FORCE_ACCESS | MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
      expect((await session.OpenProfileSection(uid, IMessage, MAPI_FORCE_ACCESS))[0]).toBe(
        MAPI_E_INTERFACE_NOT_SUPPORTED,
      );
      const strange = new Uint8Array(16).fill(5) as never;
      expect((await session.OpenProfileSection(strange, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await session.OpenProfileSection('x' as never, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
      expect((await session.OpenProfileSection(strange, null, 0x10))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      using made = await ok(session.OpenProfileSection(strange, null, MAPI_MODIFY));
      expect(made).not.toBeNull();
      expect((await session.AdminServices(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  test('PrepareForm holds the message under a number that ShowForm uses up; there are no forms to show', async () => {
    office = await PostOffice.open();
    await office.session(async (session, store) => {
      const { lppUnk } = await ok(store.OpenEntry(await outboxOf(store), IMAPIFolder, MAPI_MODIFY));
      using folder = lppUnk;
      const message = await ok(folder.CreateMessage(null, 0));
      const token = await ok(session.PrepareForm(IMessage, message));
      const other = await ok(session.PrepareForm(null, message));
      message.Release();
      expect(token).not.toBe(other);
      const show = (number: number, iid: typeof IMessage | null = null) =>
        session.ShowForm(0, store, folder, iid, number, null, 0, 0, 0, 0, 'IPM.Note');
      expect(await show(token, IMAPIFolder as never)).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await show(token)).toBe(MAPI_E_NO_SUPPORT);
      expect(await show(token)).toBe(MAPI_E_INVALID_PARAMETER);
      // The other one is let go with the session.
      expect((await session.PrepareForm(IMAPIFolder as never, folder as never))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    }, MAPI_NO_MAIL);
  });

  test('Logoff refuses unknown flags and goes on', async () => {
    office = await PostOffice.open();
    await office.session(async (session) => {
      expect(await session.Logoff(0, 0, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
      using table = await ok(session.GetMsgStoresTable(0));
      expect(await ok(table.GetRowCount(0))).toBe(1);
      expect((await session.GetMsgStoresTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  const outboxOf = async (store: IMsgStore): Promise<EntryId> =>
    (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID) as EntryId;
});

describe('IMAPISession::QueryIdentity', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const person = (name: string): readonly PropValue[] => [
    prop(PR_IDENTITY_DISPLAY_W, name),
    prop(PR_IDENTITY_SEARCH_KEY, new Uint8Array(Buffer.from(`SMTP:${name.toUpperCase()}@EXAMPLE.COM\0`))),
  ];
  const known = (name: string): readonly PropValue[] => [
    ...person(name),
    prop(PR_IDENTITY_ENTRYID, new Uint8Array(Buffer.from(`0000 id of ${name}`))),
  ];
  const transport = (name: string, status: readonly PropValue[]) =>
    testTransport(name, { submit: (asked) => asked, status });
  async function primary(session: IMAPISession, name: string): Promise<number> {
    using services = await ok(session.AdminServices(0));
    using table = await ok(services.GetMsgServiceTable(0));
    const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === name);
    return await services.SetPrimaryIdentity((row?.get(PR_SERVICE_UID) ?? null) as never, 0);
  }
  const textOf = (entryId: EntryId): string => Buffer.from(entryId).toString('latin1');

  test('MAPI_W_NO_SERVICE with a fixed entry ID when no provider knows anybody', async () => {
    office = await PostOffice.open(transport('XP1', []));
    await office.session(async (session) => {
      const [hr, entryId] = await session.QueryIdentity();
      expect(hr).toBe(MAPI_W_NO_SERVICE);
      const [, again] = await session.QueryIdentity();
      expect(again).toEqual(entryId);
    });
  });

  test('is the first that a provider has, until a service is made the primary one', async () => {
    office = await PostOffice.open(transport('XP1', known('ann')), transport('XP2', known('bob')));
    await office.session(async (session) => {
      expect(textOf(await ok(session.QueryIdentity()))).toContain('id of ann');
      expect(await primary(session, 'XP2')).toBe(S_OK);
    });
    await office.session(async (session) => {
      expect(textOf(await ok(session.QueryIdentity()))).toContain('id of bob');
      using table = await ok(session.GetStatusTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(20, 0));
      const marked = rows.filter((row) => ((row.get(PR_RESOURCE_FLAGS) ?? 0) & STATUS_PRIMARY_IDENTITY) !== 0);
      expect(marked.map((row) => [row.get(PR_DISPLAY_NAME_W), row.get(PR_RESOURCE_TYPE)])).toEqual([
        ['XP2', MAPI_TRANSPORT_PROVIDER],
      ]);
      // NULL clears it.
      expect(await primary(session, '')).toBe(S_OK);
    });
    await office.session(async (session) => {
      expect(textOf(await ok(session.QueryIdentity()))).toContain('id of ann');
    });
  });

  test('stays who it was while the session lasts, whatever is said of the next one, and whoever changes their row', async () => {
    const supports: IMAPISupport[] = [];
    office = await PostOffice.open(
      ...['ann', 'bob', 'cat'].map((name) =>
        testTransport(name, {
          submit: (asked) => asked,
          status: known(name),
          loggedOn: async (support) => {
            supports.push(support);
          },
        }),
      ),
    );
    await office.session(async (session) => expect(await primary(session, 'bob')).toBe(S_OK));
    supports.length = 0;
    await office.session(async (session) => {
      expect(textOf(await ok(session.QueryIdentity()))).toContain('id of bob');
      expect(await primary(session, 'cat')).toBe(S_OK);
      for (const support of supports) {
        await check(support.ModifyStatusRow([prop(PR_STATUS_STRING_W, 'new')], STATUSROW_UPDATE));
        expect(textOf(await ok(session.QueryIdentity()))).toContain('id of bob');
      }
      expect(supports).toHaveLength(3);
    });
    await office.session(async (session) => {
      expect(textOf(await ok(session.QueryIdentity()))).toContain('id of cat');
    });
  });

  test('is a one-off made of what the row says when the primary provider has no entry ID; it can be opened', async () => {
    office = await PostOffice.open(transport('XP1', known('ann')), transport('XP2', person('bob')));
    await office.session(async (session) => {
      expect(await primary(session, 'XP2')).toBe(S_OK);
    });
    await office.session(async (session) => {
      const { lppUnk } = await ok(session.OpenEntry(await ok(session.QueryIdentity()), IMailUser, 0));
      using user = lppUnk;
      const row = await ok(user.GetProps([PR_DISPLAY_NAME_W, PR_EMAIL_ADDRESS_W], MAPI_UNICODE));
      expect([row.get(PR_DISPLAY_NAME_W), row.get(PR_EMAIL_ADDRESS_W)]).toEqual(['bob', 'BOB@EXAMPLE.COM']);
    });
  });
});
