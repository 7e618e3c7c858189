import { afterEach, describe, expect, test } from 'vitest';
import { check, com, failed, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  fnevNewMail,
  fnevTableModified,
  IMAPIAdviseSink,
  type IMAPISession,
  type IMAPITable,
  MAPI_DEFAULT_STORE,
  MAPI_E_CALL_FAILED,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_INVALID_ENTRYID,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_NO_MAIL,
  MAPI_SIMPLE_STORE_PERMANENT,
  MAPI_SIMPLE_STORE_TEMPORARY,
  MAPI_STORE_PROVIDER,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MDB_WRITE,
  MSG_SERVICE_CONFIGURE,
  type NOTIFICATION,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_MDB_PROVIDER,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_W,
  PR_RECORD_KEY,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  STATUS_DEFAULT_STORE,
  STATUS_NO_DEFAULT_STORE,
  STATUS_SIMPLE_STORE,
  STORE_SUBMIT_OK,
} from '../../../src/mapi/index.js';
import { createOneOffEntryId } from '../../../src/subsystem/addressbook/oneoff.js';
import { MAPIAdminProfiles, type MessageService, registerMessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { testBook } from '../addressbook/testbook.js';
import { PostOffice } from '../spooler/post-office.js';
import { itemEntryId, type StoreBehaviour, testStore } from './test-store.js';

describe('the message stores of a session', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  async function rows(session: IMAPISession) {
    using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
    return await ok(table.QueryRows(20, 0));
  }
  async function named(session: IMAPISession, name: string): Promise<EntryId> {
    const row = (await rows(session)).find((one) => one.get(PR_DISPLAY_NAME_W) === name);
    return row?.get(PR_ENTRYID) as EntryId;
  }
  async function names(session: IMAPISession): Promise<readonly (string | null)[]> {
    return (await rows(session)).map((row) => row.get(PR_DISPLAY_NAME_W));
  }
  async function open(session: IMAPISession, entryId: EntryId, flags = 0): Promise<number> {
    const [hr, store] = await session.OpenMsgStore(0, entryId, null, flags);
    store?.Release();
    return hr;
  }

  test('GetMsgStoresTable has a row for each store, with the columns of the page', async () => {
    office = await PostOffice.open(testStore('A', {}), testStore('B', {}));
    await office.session(async (session) => {
      const found = await rows(session);
      expect(found.slice(1).map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['A', 'B']);
      expect(found.map((row) => row.get(PR_DEFAULT_STORE))).toEqual([true, false, false]);
      for (const row of found) {
        expect(row.get(PR_RESOURCE_TYPE)).toBe(MAPI_STORE_PROVIDER);
        expect(row.get(PR_OBJECT_TYPE)).toBe(1);
        for (const tag of [PR_INSTANCE_KEY, PR_RECORD_KEY, PR_MDB_PROVIDER, PR_ENTRYID])
          expect(row.get(tag)).not.toBeNull();
        expect(row.get(PR_PROVIDER_DISPLAY_W)).not.toBeNull();
      }
      expect((await session.GetMsgStoresTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  test('a store that cannot log on is left out, the others go on; most failures disable its service', async () => {
    provokes(/is left out/);
    const log: string[] = [];
    office = await PostOffice.open(
      testStore('BAD', { logon: () => MAPI_E_NETWORK_ERROR }, log, ['WITH BAD', {}]),
      testStore('ONE', { logon: () => MAPI_E_FAILONEPROVIDER }, log, ['WITH ONE', {}]),
      testStore('DEAD', { init: MAPI_E_NOT_FOUND }, log),
      testStore('GOOD', {}, log),
    );
    await office.session(async (session) => {
      expect((await names(session)).slice(1)).toEqual(['WITH ONE', 'GOOD']);
      await names(session);
      expect(log.filter((line) => line === 'Logon BAD')).toHaveLength(1);
      expect(log.filter((line) => line === 'Logon WITH BAD')).toHaveLength(0);
      expect(log.filter((line) => line === 'MSProviderInit DEAD')).toHaveLength(1);
      // The failure of one provider is its own: it is asked again.
      expect(log.filter((line) => line === 'Logon ONE').length).toBeGreaterThan(1);
      expect(await open(session, await named(session, 'GOOD'))).toBe(S_OK);
    }, MAPI_NO_MAIL);
  });

  test('a service whose entry points throw cannot start; the others go on, in store and address book', async () => {
    provokes(/MSProviderInit of BAD threw/, /ABProviderInit of BOOK threw/, /Entry threw/, /is left out/, /BOOK/);
    const mistake = (): never => {
      throw new TypeError('a mistake in the provider');
    };
    const started = (service: MessageService, init: () => never): MessageService =>
      ({ ...service, providers: service.providers.map((one) => ({ ...one, init })) }) as MessageService;
    office = await PostOffice.open(
      started(testStore('BAD', {}), mistake),
      started(testBook('BOOK', []), mistake),
      testStore('GOOD', {}),
    );
    await office.session(async (session) => {
      expect((await names(session)).slice(1)).toEqual(['GOOD']);
      expect(await open(session, await named(session, 'GOOD'))).toBe(S_OK);
      const [hr, book] = await session.OpenAddressBook(0, null, 0);
      expect(hr).toBe(MAPI_W_ERRORS_RETURNED);
      book?.Release();
    }, MAPI_NO_MAIL);
    const undo = registerMessageService({ ...testStore('WORSE', {}), entry: { name: 'Entry', call: mistake } });
    using profiles = await ok(MAPIAdminProfiles(0));
    using services = await ok(profiles.AdminServices('Work', null, 0, 0));
    expect(await services.CreateMsgService('WORSE', null, 0, 0)).toBe(MAPI_E_CALL_FAILED);
    undo();
  });

  test('OpenMsgStore tells of a failed logon in the words of the provider, and the service is off for the session', async () => {
    let answer: number = S_OK;
    const behaviour: { -readonly [K in keyof StoreBehaviour]: StoreBehaviour[K] } = { logon: () => answer as never };
    office = await PostOffice.open(testStore('A', behaviour));
    const failing = async (code: number) => {
      answer = S_OK;
      return await office.session(async (session) => {
        const entryId = await named(session, 'A');
        answer = code;
        const first = await open(session, entryId);
        const words = (await ok(session.GetLastError(first as never, MAPI_UNICODE))).lpszError;
        answer = S_OK;
        return [first, words.replace(/^.*: /, ''), await open(session, entryId)] as const;
      }, MAPI_NO_MAIL);
    };
    behaviour.error = {
      ulVersion: 0,
      lpszError: 'the line is dead',
      lpszComponent: 'A',
      ulLowLevelError: 0,
      ulContext: 0,
    };
    expect(await failing(MAPI_E_NETWORK_ERROR)).toEqual([
      MAPI_E_NETWORK_ERROR,
      'the line is dead',
      MAPI_E_LOGON_FAILED,
    ]);
    expect(await failing(MAPI_E_FAILONEPROVIDER)).toEqual([
      MAPI_E_LOGON_FAILED,
      'the line is dead',
      MAPI_W_ERRORS_RETURNED,
    ]);
    // Who asks for less may get it.
    expect((await failing(MAPI_E_NO_ACCESS))[2]).toBe(MAPI_W_ERRORS_RETURNED);
  });

  test('MAPI_E_UNCONFIGURED has the service configure itself once and the logon tried again', async () => {
    provokes(/is left out/);
    const contexts: number[] = [];
    let configured = false;
    const entry: StoreBehaviour['entry'] = async (_support, _ui, _flags, context) => {
      contexts.push(context);
      if (context === MSG_SERVICE_CONFIGURE) configured = true;
      return [S_OK, { lppMAPIError: null }];
    };
    office = await PostOffice.open(
      testStore('A', { entry, logon: () => (configured ? S_OK : MAPI_E_UNCONFIGURED) }),
      testStore('B', { logon: () => MAPI_E_UNCONFIGURED }),
    );
    contexts.length = 0;
    await office.session(async (session) => {
      expect((await names(session)).slice(1)).toEqual(['A']);
      expect(contexts).toEqual([MSG_SERVICE_CONFIGURE]);
    }, MAPI_NO_MAIL);
  });

  test('OpenMsgStore refuses what is no store of the profile', async () => {
    office = await PostOffice.open(testStore('A', {}));
    await office.session(async (session) => {
      const entryId = await named(session, 'A');
      const other = Uint8Array.from(entryId);
      other[other.length - 1] = 0;
      expect(await open(session, other)).toBe(MAPI_E_NOT_FOUND);
      expect(await open(session, itemEntryId('x'))).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect(await open(session, null as never)).toBe(MAPI_E_INVALID_ENTRYID);
      expect(await open(session, entryId, 0x1000_0000)).toBe(MAPI_E_UNKNOWN_FLAGS);
      expect(await open(session, entryId, MDB_WRITE)).toBe(S_OK);
      // OpenEntry with a store's entry ID is the same.
      const { lpulObjType, lppUnk } = await ok(session.OpenEntry(entryId, null, 0));
      lppUnk.Release();
      expect(lpulObjType).toBe(1);
    }, MAPI_NO_MAIL);
  });

  async function flagsOf(
    session: IMAPISession,
  ): Promise<readonly (readonly [string | null, number, boolean | null])[]> {
    return (await rows(session)).map((row) => [
      row.get(PR_DISPLAY_NAME_W),
      row.get(PR_RESOURCE_FLAGS) ?? 0,
      row.get(PR_DEFAULT_STORE),
    ]);
  }

  test('SetDefaultStore marks one store in profile, stores table and status table, and tells of the rows', async () => {
    office = await PostOffice.open(testStore('A', {}), testStore('B', {}));
    await office.session(async (session) => {
      const [a, b] = [await named(session, 'A'), await named(session, 'B')];
      using stores = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
      using status = await ok(session.GetStatusTable(MAPI_UNICODE));
      const events: string[] = [];
      using sinks = com(
        {
          OnNotify: (list: readonly NOTIFICATION[]) => {
            events.push(...list.map(() => 'row'));
            return S_OK;
          },
        } as unknown as Impl<IMAPIAdviseSink>,
        IMAPIAdviseSink,
      );
      const connections = await Promise.all(
        [stores, status].map((table) => ok(table.Advise(fnevTableModified, sinks))),
      );
      await check(session.SetDefaultStore(MAPI_DEFAULT_STORE, a));
      expect((await flagsOf(session)).map(([name, , isDefault]) => [name === 'A', isDefault])).toEqual([
        [false, false],
        [true, true],
        [false, false],
      ]);
      expect(await statusFlag(status, 'A')).toBe(STATUS_DEFAULT_STORE);
      await expect.poll(() => events.length).toBeGreaterThanOrEqual(3);
      // The simple store of this session alone hides nothing that is set later.
      await check(session.SetDefaultStore(MAPI_SIMPLE_STORE_TEMPORARY, a));
      await check(session.SetDefaultStore(MAPI_DEFAULT_STORE, b));
      expect((await flagsOf(session)).slice(1)).toEqual([
        ['A', STATUS_SIMPLE_STORE, false],
        ['B', STATUS_DEFAULT_STORE, true],
      ]);
      expect(await statusFlag(status, 'A')).toBe(STATUS_SIMPLE_STORE);
      for (const [index, table] of [stores, status].entries())
        await check(table.Unadvise(connections[index] as number));
    }, MAPI_NO_MAIL);
    await office
      .session(async (session) => {
        expect((await flagsOf(session)).slice(1)).toEqual([
          ['A', 0, false],
          ['B', STATUS_DEFAULT_STORE, true],
        ]);
        await check(session.SetDefaultStore(MAPI_SIMPLE_STORE_PERMANENT, await named(session, 'A')));
        await check(session.SetDefaultStore(MAPI_DEFAULT_STORE, null));
      }, MAPI_NO_MAIL)
      .catch((error: unknown) => {
        // The fixture opens the default store, and there is none in the session after this one.
        throw error;
      });
  });

  async function statusFlag(table: IMAPITable, name: string): Promise<number | null | undefined> {
    await ok(table.SeekRow(0, 0));
    const found = await ok(table.QueryRows(20, 0));
    return found.find((row) => row.get(PR_DISPLAY_NAME_W) === name)?.get(PR_RESOURCE_FLAGS);
  }

  test('SetDefaultStore refuses unknown kinds, unknown stores and stores that cannot be it', async () => {
    office = await PostOffice.open(
      testStore('NEVER', { flags: STATUS_NO_DEFAULT_STORE }),
      testStore('POOR', { mask: STORE_SUBMIT_OK }),
    );
    await office.session(async (session) => {
      const set = async (name: string, flags = MAPI_DEFAULT_STORE) =>
        await session.SetDefaultStore(flags, await named(session, name));
      expect(await set('NEVER')).toBe(MAPI_E_NO_ACCESS);
      expect(await set('POOR')).toBe(MAPI_E_NO_ACCESS);
      expect(await set('POOR', MAPI_SIMPLE_STORE_TEMPORARY)).toBe(S_OK);
      expect(await set('POOR', 0)).toBe(MAPI_E_INVALID_PARAMETER);
      const other = Uint8Array.from(await named(session, 'POOR'));
      other[other.length - 1] = 0;
      expect(await session.SetDefaultStore(MAPI_DEFAULT_STORE, other)).toBe(MAPI_E_NOT_FOUND);
    }, MAPI_NO_MAIL);
  });

  test('CompareEntryIDs and Advise ask the provider that made the entry ID', async () => {
    const log: string[] = [];
    office = await PostOffice.open(testStore('A', {}, log), testStore('B', {}));
    await office.session(async (session) => {
      const [a, b] = [await named(session, 'A'), await named(session, 'B')];
      const oneOff = createOneOffEntryId({ name: 'n', addressType: 'SMTP', address: 'a@b', richInfo: true });
      const same = async (one: EntryId, other: EntryId) => (await session.CompareEntryIDs(one, other, 0))[1];
      expect([await same(a, a), await same(a, b), await same(a, oneOff), await same(oneOff, oneOff)]).toEqual([
        1, 0, 0, 1,
      ]);
      expect(await same(itemEntryId('x'), itemEntryId('X'))).toBe(1);
      expect(await same(itemEntryId('x'), a)).toBe(0);
      const strange = new Uint8Array(30).fill(9);
      expect((await session.CompareEntryIDs(strange, itemEntryId('x'), 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect((await session.CompareEntryIDs(a, strange, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      expect((await session.CompareEntryIDs(a, a, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      // A store that the profile does not have is nobody's, even if it is named twice.
      const gone = Uint8Array.from(a);
      gone[gone.length - 1] = 0x7a;
      for (const other of [gone, a, oneOff, itemEntryId('x')])
        expect((await session.CompareEntryIDs(gone, other, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      using sink = com({ OnNotify: () => S_OK } as unknown as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
      for (const unknown of [strange, gone])
        expect((await session.Advise(unknown, fnevNewMail, sink))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      const connection = await ok(session.Advise(a, fnevNewMail, sink));
      expect(log).toContain(`Advise  store A ${fnevNewMail}`);
      await check(session.Unadvise(connection));
      expect(log).toContain('Unadvise');
      expect(failed((await session.Unadvise(connection)) as never)).toBe(true);
    }, MAPI_NO_MAIL);
  });
});
