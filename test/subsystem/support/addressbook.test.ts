import { afterEach, describe, expect, test } from 'vitest';
import { ComError, check, com, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  type ADRPARM,
  ascend,
  DIALOG_MODAL,
  DIALOG_SDI,
  DT_MAILUSER,
  type EntryId,
  FILL_ENTRY,
  fnevTableModified,
  IAddrBook,
  IMAPIAdviseSink,
  IMAPIFolder,
  IMAPIProp,
  type IMAPISession,
  IMAPIStatus,
  type IMAPISupport,
  IMAPITable,
  IMailUser,
  MAPI_AB,
  MAPI_BEST_ACCESS,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NETWORK_ERROR,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MAILUSER,
  MAPI_MODIFY,
  MAPI_NO_CACHE,
  MAPI_NO_MAIL,
  MAPI_TOP_LEVEL,
  MAPI_UNICODE,
  MAPI_W_ERRORS_RETURNED,
  PR_ADDRTYPE_A,
  PR_ADDRTYPE_W,
  PR_DEPTH,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_DISPLAY_TYPE,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_INSTANCE_KEY,
  PR_RESOURCE_TYPE,
  PR_SELECTABLE,
  type PropValue,
  prop,
  sortBy,
  TBLTYPE_DYNAMIC,
} from '../../../src/mapi/index.js';
import { MemoryRows, type MessageService, Table } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';
import { type BookBehaviour, testBook } from '../addressbook/testbook.js';
import { PostOffice } from '../spooler/post-office.js';

/** A one-off table of a test's own, which changes. */
class Templates {
  readonly rows = new MemoryRows({
    index: PR_ENTRYID,
    columns: [PR_DISPLAY_NAME_W, PR_ADDRTYPE_W, PR_DISPLAY_TYPE, PR_DEPTH, PR_SELECTABLE, PR_ENTRYID, PR_INSTANCE_KEY],
    tableType: TBLTYPE_DYNAMIC,
  });
  opened = 0;
  add(...types: readonly string[]): void {
    this.rows.put(
      types.map((type): readonly PropValue[] => [
        prop(PR_ENTRYID, new Uint8Array(Buffer.from(`template ${type}`))),
        prop(PR_INSTANCE_KEY, new Uint8Array([1])),
        prop(PR_DISPLAY_NAME_W, `New ${type}`),
        prop(PR_ADDRTYPE_W, type),
        prop(PR_DISPLAY_TYPE, DT_MAILUSER),
        prop(PR_DEPTH, 0),
        prop(PR_SELECTABLE, true),
      ]),
    );
  }
  remove(type: string): void {
    this.rows.remove([[prop(PR_ENTRYID, new Uint8Array(Buffer.from(`template ${type}`)))]]);
  }
  open(): IMAPITable {
    this.opened++;
    return com(new Table(this.rows), IMAPITable);
  }
}

describe('IMAPISupport of address book providers', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  /** Runs a step with the support object of the first of some address books. */
  async function withBook(
    step: (support: IMAPISupport, session: IMAPISession) => Promise<void>,
    behaviour: BookBehaviour = {},
    ...others: readonly MessageService[]
  ): Promise<void> {
    let kept: IMAPISupport | null = null;
    const logon = (support: IMAPISupport) => {
      kept ??= support;
      support.AddRef();
    };
    const Logoff = () => void kept?.Release();
    const own = { ...behaviour, logon, methods: { ...behaviour.methods, Logoff } };
    office = await PostOffice.open(testBook('one', ['Ann A'], own), ...others);
    await office.session(async (session) => {
      const [, book] = await session.OpenAddressBook(0, null, 0);
      using held = book as IAddrBook;
      expect(held).not.toBeNull();
      if (!kept) throw new Error('the address book was not logged on');
      await step(kept, session);
    }, MAPI_NO_MAIL);
  }
  const types = async (table: IMAPITable): Promise<readonly (string | null)[]> => {
    await ok(table.SeekRow(0, 0));
    return (await ok(table.QueryRows(20, 0))).map((row) => row.get(PR_ADDRTYPE_W));
  };

  test('there are no dialogs: Address, Details, NewEntry, DoConfigPropsheet', () =>
    withBook(async (support) => {
      const ann = await ok(support.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      const answers = [
        (await support.Address(0, { ulFlags: DIALOG_MODAL } as ADRPARM, null))[0],
        (await support.Details(0, null, null, ann, null, null, null, 0))[0],
        (await support.NewEntry(0, 0, null, null))[0],
        (await support.NewEntry(0, 0, ann, ann))[0],
        await support.DoConfigPropsheet(0, 0, '', null as never, null as never, 0),
      ];
      for (const hr of answers) expect(hr).toBe(MAPI_E_NO_SUPPORT);
      // It says what to do instead.
      expect((await ok(support.GetLastError(MAPI_E_NO_SUPPORT, MAPI_UNICODE))).lpszError).toContain('by properties');
      // What the words of the button are in, and how the dialog is shown, makes no difference; nonsense is refused all the same.
      const details = async (flags: number) =>
        (await support.Details(0, null, null, ann, null, null, 'More', flags))[0];
      for (const flags of [MAPI_UNICODE, DIALOG_MODAL, DIALOG_SDI | MAPI_UNICODE])
        expect(await details(flags)).toBe(MAPI_E_NO_SUPPORT);
      expect(await details(DIALOG_MODAL | DIALOG_SDI)).toBe(MAPI_E_INVALID_PARAMETER);
      const both = { ulFlags: DIALOG_MODAL | DIALOG_SDI } as ADRPARM;
      expect((await support.Address(0, both, null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect((await support.Address(0, null as never, null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await details(4)).toBe(MAPI_E_UNKNOWN_FLAGS);
      // Flags that are reserved must be zero.
      for (const flags of [1, MAPI_UNICODE]) {
        expect((await support.NewEntry(0, flags, null, null))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
        const sheet = support.DoConfigPropsheet(0, flags, '', null as never, null as never, 0);
        expect(await sheet).toBe(MAPI_E_UNKNOWN_FLAGS);
      }
      // What goes on without is there.
      using progress = await ok(support.DoProgressDialog(0, MAPI_TOP_LEVEL));
      expect(progress.Progress(1, 1, 1)).toBe(S_OK);
      using service = await ok(support.GetSvcConfigSupportObj(0));
      expect((await service.NewUID())[0]).toBe(S_OK);
      expect((await service.CreateOneOff('n', 'SMTP', 'x', 0))[0]).toBe(MAPI_E_NO_SUPPORT);
    }));

  test('GetLastError: the words for the last failure in either width, none for another code', () =>
    withBook(async (support) => {
      const [hr] = await support.CreateOneOff('Ann', '', 'x', 0);
      for (const flags of [0, MAPI_UNICODE])
        expect((await ok(support.GetLastError(hr, flags))).lpszError).toContain('address type');
      expect((await ok(support.GetLastError(MAPI_E_NOT_FOUND, 0))).lpszError).toBe('');
      expect((await support.GetLastError(hr, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }));

  test('GetOneOffTable: the templates of all providers, texts in the width asked for', async () => {
    const [first, second] = [new Templates(), new Templates()];
    first.add('SMTP', 'FAX');
    second.add('X400');
    const two = testBook('two', [], { methods: { GetOneOffTable: () => second.open() } });
    // One that has none is no failure.
    const three = testBook('three', [], {
      methods: {
        GetOneOffTable: () => {
          throw new ComError(MAPI_E_NO_SUPPORT, 'no templates');
        },
      },
    });
    await withBook(
      async (support) => {
        for (const [flags, name, type] of [
          [0, PR_DISPLAY_NAME_A, PR_ADDRTYPE_A],
          [MAPI_UNICODE, PR_DISPLAY_NAME_W, PR_ADDRTYPE_W],
        ] as const) {
          using table = await ok(support.GetOneOffTable(flags));
          const columns = [type, PR_DEPTH, name, PR_DISPLAY_TYPE, PR_ENTRYID, PR_INSTANCE_KEY, PR_SELECTABLE];
          expect([...(await ok(table.QueryColumns(0)))].sort()).toEqual([...columns].sort());
          const rows = await ok(table.QueryRows(20, 0));
          expect(rows.map((row) => row.get(type))).toEqual(['', 'SMTP', 'FAX', 'X400']);
          // Each row is one, whatever keys the providers gave.
          const keys = rows.map((row) => Buffer.from(row.get(PR_INSTANCE_KEY) as EntryId).toString('hex'));
          expect(new Set(keys).size).toBe(4);
          await check(table.SortTable(sortBy(ascend(name)), 0));
          expect((await ok(table.QuerySortOrder())).aSort[0]?.ulPropTag).toBe(name);
        }
        expect((await support.GetOneOffTable(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      },
      { methods: { GetOneOffTable: () => first.open() } },
      two,
      three,
    );
  });

  test('GetOneOffTable: who watches it hears of changes of any provider; ValidateState has the tables opened anew', async () => {
    const [first, second] = [new Templates(), new Templates()];
    first.add('SMTP');
    second.add('X400', 'FAX');
    const two = testBook('two', [], { methods: { GetOneOffTable: () => second.open() } });
    await withBook(
      async (support, session) => {
        using table = await ok(support.GetOneOffTable(MAPI_UNICODE));
        let heard = 0;
        const OnNotify = (list: readonly unknown[]) => {
          heard += list.length;
          return S_OK;
        };
        using sink = com({ OnNotify } as Impl<IMAPIAdviseSink>, IMAPIAdviseSink);
        const connection = await ok(table.Advise(fnevTableModified, sink));
        expect(await types(table)).toEqual(['', 'SMTP', 'X400', 'FAX']);
        second.add('TELEX');
        await expect.poll(() => types(table)).toEqual(['', 'SMTP', 'X400', 'FAX', 'TELEX']);
        second.remove('X400');
        await expect.poll(() => types(table)).toEqual(['', 'SMTP', 'FAX', 'TELEX']);
        await expect.poll(() => heard).toBeGreaterThanOrEqual(2);
        await check(table.Unadvise(connection));
        using again = await ok(support.GetOneOffTable(MAPI_UNICODE));
        expect(await types(again)).toEqual(['', 'SMTP', 'FAX', 'TELEX']);
        expect([first.opened, second.opened]).toEqual([1, 1]);
        using status = await ok(session.GetStatusTable(0));
        const row = (await ok(status.QueryRows(9, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_AB);
        using own = (await ok(session.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0))).lppUnk;
        await check(own.ValidateState(0, 0));
        using anew = await ok(support.GetOneOffTable(MAPI_UNICODE));
        expect(await types(anew)).toEqual(['', 'SMTP', 'FAX', 'TELEX']);
        expect([first.opened, second.opened]).toEqual([2, 2]);
      },
      { methods: { GetOneOffTable: () => first.open() } },
      two,
    );
  });

  test('GetOneOffTable: MAPI’s own template, for addresses of any type, can be opened and compared like any entry', async () => {
    const none = new Templates();
    await withBook(
      async (support, session) => {
        using table = await ok(support.GetOneOffTable(MAPI_UNICODE));
        const [row] = await ok(table.QueryRows(1, 0));
        expect([PR_DISPLAY_TYPE, PR_DEPTH, PR_SELECTABLE].map((tag) => row?.get<unknown>(tag))).toEqual([
          DT_MAILUSER,
          0,
          true,
        ]);
        const template = row?.get(PR_ENTRYID) as EntryId;
        const opened = await ok(session.OpenEntry(template, null, 0));
        using user = opened.lppUnk;
        expect(opened.lpulObjType).toBe(MAPI_MAILUSER);
        expect((await ok(user.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W)).toBe('Other address');
        expect((await session.OpenEntry(template, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
        expect((await session.OpenEntry(template, IMAPIFolder, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
        expect(await ok(session.CompareEntryIDs(template, template.slice(), 0))).toBe(1);
        const other = await ok(support.CreateOneOff('Ann', 'SMTP', 'ann@example.org', 0));
        expect(await ok(session.CompareEntryIDs(template, other, 0))).toBe(0);
      },
      { methods: { GetOneOffTable: () => none.open() } },
    );
  });

  test('OpenTemplateID: the foreign provider binds its code to the object, and gets all that it was called with', async () => {
    const asked: unknown[] = [];
    let foreign: EntryId = new Uint8Array(0);
    const two = testBook('two', ['Bob B'], {
      methods: {
        OpenTemplateID: ((id: EntryId, flags: number, data: IMAPIProp, iid: unknown, sibling: unknown) => {
          asked.push(Buffer.from(id).subarray(20).toString(), flags, iid, sibling);
          data.AddRef();
          return data;
        }) as never,
      },
    });
    await withBook(
      async (support, session) => {
        using book = await ok(session.OpenAddressBook(0, IAddrBook, 0));
        const found = await ok(book.ResolveName(0, MAPI_UNICODE, null, [[prop(PR_DISPLAY_NAME_W, 'Bob')]]));
        foreign = found?.[0]?.find(([tag]) => tag === PR_ENTRYID)?.[1] as EntryId;
        const own = await ok(support.CreateOneOff('x', 'SMTP', 'x@y.test', MAPI_UNICODE));
        using data = (await ok(support.OpenEntry(own, IMailUser, 0))).lppUnk;
        for (const [flags, iid] of [
          [FILL_ENTRY, null],
          [0, IMailUser],
        ] as const) {
          using bound = await ok(support.OpenTemplateID(foreign, flags, data, iid, null));
          expect(asked.splice(0)).toEqual(['Bob B', flags, iid, null]);
          const address = (await ok(bound.GetProps([PR_EMAIL_ADDRESS_W], 0))).get(PR_EMAIL_ADDRESS_W);
          expect(address).toBe('x@y.test');
        }
        // The object is one that the foreign provider can hand out as what was asked for, and nothing stands beside it.
        const refused = async (flags: number, object: unknown, iid: unknown, sibling: unknown) =>
          (await support.OpenTemplateID(foreign, flags, object as IMAPIProp, iid as never, sibling as IMAPIProp))[0];
        expect(await refused(FILL_ENTRY | 2, data, null, null)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await refused(0, null, null, null)).toBe(MAPI_E_INVALID_PARAMETER);
        expect(await refused(0, book, IMailUser, null)).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
        expect(await refused(0, data, null, data)).toBe(MAPI_E_INVALID_PARAMETER);
        expect(asked).toEqual([]);
        // The host goes on with a read-only entry when nobody has the code.
        const [hr, none] = await support.OpenTemplateID(new Uint8Array(30).fill(9), 0, data, null, null);
        expect([hr, none]).toEqual([MAPI_E_UNKNOWN_ENTRYID, null]);
      },
      {},
      two,
    );
  });

  test('OpenAddressBook: S_OK, or MAPI_W_ERRORS_RETURNED with the words of the providers that could not be loaded', async () => {
    provokes(/could not be/);
    await withBook(async (support) => {
      for (const iid of [null, IAddrBook]) {
        const [hr, book] = await support.OpenAddressBook(iid, 0);
        using held = book as IAddrBook;
        expect([hr, held === null]).toEqual([S_OK, false]);
      }
      for (const iid of [IMailUser, IMAPIProp])
        expect((await support.OpenAddressBook(iid, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      expect((await support.OpenAddressBook(null, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    });
    office.close();
    const down = testBook('down', [], {
      logon: () => {
        throw new ComError(MAPI_E_NETWORK_ERROR, 'the line is dead');
      },
    });
    await withBook(
      async (support) => {
        const [hr, book] = await support.OpenAddressBook(null, 0);
        using held = book as IAddrBook;
        expect([hr, held === null]).toEqual([MAPI_W_ERRORS_RETURNED, false]);
        expect((await ok(support.GetLastError(hr, MAPI_UNICODE))).lpszError).toContain('the address book down');
      },
      {},
      down,
    );
  });

  test('OpenEntry: what anybody in the session has, to be read unless asked', () =>
    withBook(async (support, session) => {
      const ann = await ok(support.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      for (const [flags, hr] of [
        [0, S_OK],
        [MAPI_BEST_ACCESS, S_OK],
        [MAPI_MODIFY, MAPI_E_NO_ACCESS],
        [MAPI_DEFERRED_ERRORS, S_OK],
        [1 << 20, MAPI_E_UNKNOWN_FLAGS],
        // The session has more flags than providers.
        [MAPI_NO_CACHE, MAPI_E_UNKNOWN_FLAGS],
      ] as const) {
        const [answer, opened] = await support.OpenEntry(ann, null, flags);
        opened?.lppUnk?.Release();
        expect(answer).toBe(hr);
      }
      using stores = await ok(session.GetMsgStoresTable(0));
      const [row] = await ok(stores.QueryRows(1, 0));
      const { lppUnk } = await ok(support.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIProp, 0));
      using store = lppUnk;
      expect((await store.GetPropList(0))[0]).toBe(S_OK);
      for (const strange of [new Uint8Array(30).fill(9), new Uint8Array(3), ann.subarray(0, 30)])
        expect((await support.OpenEntry(strange, null, 0))[0]).toBe(MAPI_E_UNKNOWN_ENTRYID);
      const gone = Uint8Array.from((await statusIds(session))[0] as EntryId);
      gone[20] = 0xff;
      expect((await support.OpenEntry(gone, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    }));

  async function statusIds(session: IMAPISession): Promise<readonly EntryId[]> {
    using table = await ok(session.GetStatusTable(0));
    return (await ok(table.QueryRows(9, 0))).map((row) => row.get(PR_ENTRYID) as EntryId);
  }
});
