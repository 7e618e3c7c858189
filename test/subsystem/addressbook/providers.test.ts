import { afterEach, describe, expect, test } from 'vitest';
import { ComError, check, ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  type AdrList,
  IABContainer,
  type IAddrBook,
  IMAPIStatus,
  type IMAPISupport,
  MAPI_AB,
  MAPI_E_AMBIGUOUS_RECIP,
  MAPI_E_CALL_FAILED,
  MAPI_E_FAILONEPROVIDER,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_CPID,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_LCID,
  MAPI_E_USER_CANCEL,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  MSG_SERVICE_CONFIGURE,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_RESOURCE_TYPE,
  PropRow,
  prop,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { PostOffice } from '../spooler/post-office.js';
import { testBook } from './testbook.js';

describe('the address book of several providers', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  const named = (name: string): AdrEntry => [prop(PR_DISPLAY_NAME_W, name)];
  const addresses = (list: AdrList | null): readonly (string | null)[] =>
    (list ?? []).map((entry) => PropRow.fromProps(entry).get(PR_EMAIL_ADDRESS_W));
  async function resolved(book: IAddrBook, ...names: readonly string[]) {
    const [hr, list] = await book.ResolveName(0, MAPI_UNICODE, null, names.map(named));
    return [hr, ...addresses(list)];
  }
  async function listed(book: IAddrBook): Promise<readonly (string | null)[]> {
    using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
    using table = await ok(root.GetHierarchyTable(MAPI_UNICODE));
    return (await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
  }

  test('shows the containers of all, in the order of the profile; names are looked for in one after the other', async () => {
    office = await PostOffice.open(testBook('one', ['Ann A', 'Bob B', 'Bob C']), testBook('two', ['Ann Z', 'Cid D']));
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      expect(await listed(book)).toEqual(['one', 'two']);
      // Both cannot resolve names themselves: PR_ANR does it.
      expect(await resolved(book, 'Ann', 'Cid')).toEqual([S_OK, 'Ann.A@one', 'Cid.D@two']);
      expect(await resolved(book, 'Bob', 'Nobody', 'Cid')).toEqual([MAPI_E_AMBIGUOUS_RECIP, null, null, 'Cid.D@two']);
      expect(await resolved(book, 'Nobody')).toEqual([MAPI_E_NOT_FOUND, null]);
      const path = await ok(book.GetSearchPath(MAPI_UNICODE));
      expect(path.map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['one', 'two']);
      await check(book.SetSearchPath(0, [[prop(PR_ENTRYID, path[1]?.get(PR_ENTRYID) as Uint8Array)]]));
      expect(await resolved(book, 'Ann')).toEqual([S_OK, 'Ann.Z@two']);
      const first = async () => Buffer.from(await ok(book.GetDefaultDir())).toString('hex');
      const idOf = (at: number) => Buffer.from(path[at]?.get(PR_ENTRYID) as Uint8Array).toString('hex');
      expect(await first()).toBe(idOf(0));
      await check(book.SetDefaultDir(path[1]?.get(PR_ENTRYID) as Uint8Array));
      expect(await first()).toBe(idOf(1));
      // Nobody can be added to either.
      expect(await ok(book.GetPAB())).toHaveLength(0);
    }, MAPI_NO_MAIL);
  });

  test('a container that fails keeps nobody from being found in the others', async () => {
    provokes(/cannot look for names/);
    office = await PostOffice.open(
      testBook('one', ['Ann A'], { resolve: MAPI_E_NETWORK_ERROR }),
      testBook('two', ['Ann Z']),
    );
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      expect(await resolved(book, 'Ann')).toEqual([S_OK, 'Ann.Z@two']);
    }, MAPI_NO_MAIL);
  });

  test('a provider that is not configured has its service configure itself, once, and logs on again', async () => {
    provokes(/the address book one could not be logged on/, /could not configure itself/);
    for (const helps of [true, false]) {
      let configured = false;
      const told: string[] = [];
      const logon = () => {
        told.push('logon');
        if (!configured) throw new ComError(MAPI_E_UNCONFIGURED, 'no server');
      };
      const one = testBook('one', ['Ann A'], {
        logon,
        entry: async (_support, _ui, _flags, context) => {
          if (context === MSG_SERVICE_CONFIGURE) told.push('configure');
          configured = helps;
          return [helps || context !== MSG_SERVICE_CONFIGURE ? S_OK : MAPI_E_UNCONFIGURED, { lppMAPIError: null }];
        },
      });
      office = await PostOffice.open(one);
      configured = false;
      await office.session(async (session) => {
        const [hr, opened] = await session.OpenAddressBook(0, null, 0);
        using book = opened as IAddrBook;
        expect(hr).toBe(helps ? S_OK : MAPI_W_ERRORS_RETURNED);
        expect(await listed(book)).toEqual(helps ? ['one'] : []);
        expect(told).toEqual(helps ? ['logon', 'configure', 'logon'] : ['logon', 'configure']);
      }, MAPI_NO_MAIL);
      if (helps) office.close();
    }
  });

  test('a provider may open the address book while it is being logged on, and finds those before it', async () => {
    const seen: (readonly (string | null)[])[] = [];
    const logon = async (support: IMAPISupport) => {
      using book = await ok(support.OpenAddressBook(null, 0));
      seen.push(await listed(book));
      expect((await support.OpenEntry(new Uint8Array(30).fill(9), null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
    };
    office = await PostOffice.open(testBook('one', ['Ann A']), testBook('two', [], { logon }));
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      expect(seen).toEqual([['one']]);
      expect(await listed(book)).toEqual(['one', 'two']);
    }, MAPI_NO_MAIL);
  });

  test.each([
    ['MAPI_E_FAILONEPROVIDER', MAPI_E_FAILONEPROVIDER, true],
    ['MAPI_E_UNCONFIGURED', MAPI_E_UNCONFIGURED, true],
    ['MAPI_E_USER_CANCEL', MAPI_E_USER_CANCEL, true],
    ['MAPI_E_UNKNOWN_CPID', MAPI_E_UNKNOWN_CPID, false],
    ['MAPI_E_UNKNOWN_LCID', MAPI_E_UNKNOWN_LCID, false],
    ['MAPI_E_CALL_FAILED', MAPI_E_CALL_FAILED, false],
  ] as const)(
    'IABProvider::Logon answers %s: whether the others of its service are logged on',
    async (_name, hr, others) => {
      provokes(/the address book one could not be logged on/, ...(others ? [] : [/the message service is disabled/]));
      const logon = () => {
        throw new ComError(hr, 'as the test says');
      };
      const [one, two] = [testBook('one', [], { logon }), testBook('two', [])];
      office = await PostOffice.open({
        ...one,
        providers: [...one.providers, ...two.providers.map((each) => ({ ...each, name: 'AB2' }))],
      });
      await office.session(async (session) => {
        const [warned, opened] = await session.OpenAddressBook(0, null, 0);
        using book = opened as IAddrBook;
        expect(warned).toBe(MAPI_W_ERRORS_RETURNED);
        expect(await listed(book)).toEqual(others ? ['two'] : []);
      }, MAPI_NO_MAIL);
    },
  );

  test('a provider that cannot log on is told and left out, until its state is validated', async () => {
    provokes(/the address book one could not be logged on/);
    for (const hr of [MAPI_E_FAILONEPROVIDER, MAPI_E_CALL_FAILED]) {
      let down = true;
      const logon = () => {
        if (down) throw new ComError(hr, 'out of order');
      };
      office = await PostOffice.open(testBook('one', ['Ann A'], { logon }), testBook('two', ['Ann Z']));
      await office.session(async (session) => {
        const [warned, opened] = await session.OpenAddressBook(0, null, 0);
        expect(warned).toBe(MAPI_W_ERRORS_RETURNED);
        using book = opened as IAddrBook;
        expect((await ok(session.GetLastError(warned, MAPI_UNICODE))).lpszError).toContain('the address book one');
        expect(await resolved(book, 'Ann')).toEqual([S_OK, 'Ann.Z@two']);
        down = false;
        using table = await ok(session.GetStatusTable(0));
        const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_AB);
        const { lppUnk } = await ok(session.OpenEntry(row?.get(PR_ENTRYID) as Uint8Array, IMAPIStatus, 0));
        using status = lppUnk;
        await check(status.ValidateState(0, 0));
        expect(await listed(book)).toEqual(['one', 'two']);
        expect(await resolved(book, 'Ann')).toEqual([S_OK, 'Ann.A@one']);
        using again = await ok(session.OpenAddressBook(0, null, 0));
        expect((await session.OpenAddressBook(0, null, 1 << 20))[1]).toBeNull();
        expect(await listed(again)).toEqual(['one', 'two']);
      }, MAPI_NO_MAIL);
      if (hr === MAPI_E_FAILONEPROVIDER) office.close();
    }
  });
});
