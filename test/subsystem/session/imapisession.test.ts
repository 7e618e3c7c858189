import { afterEach, describe, expect, test, vi } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  ascend,
  type EntryId,
  FOLDER_GENERIC,
  IMAPIFolder,
  IMAPIProp,
  type IMAPISession,
  IMAPIStatus,
  type IMAPITable,
  IMessage,
  IMsgStore,
  MAPI_BEST_ACCESS,
  MAPI_CACHE_ONLY,
  MAPI_DEFERRED_ERRORS,
  MAPI_E_INTERFACE_NOT_SUPPORTED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNCONFIGURED,
  MAPI_E_UNKNOWN_CPID,
  MAPI_E_UNKNOWN_ENTRYID,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_UNKNOWN_LCID,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_MESSAGE,
  MAPI_NEW_SESSION,
  MAPI_NO_CACHE,
  MAPI_NO_MAIL,
  MAPI_POST_MESSAGE,
  MAPI_PRIMARY_STORE,
  MAPI_SECONDARY_STORE,
  MAPI_SIMPLE_STORE_PERMANENT,
  MAPI_STATUS,
  MAPI_STORE,
  MAPI_UNICODE,
  MDB_NO_DIALOG,
  MDB_NO_MAIL,
  MDB_ONLINE,
  MDB_TEMPORARY,
  MDB_WRITE,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_OBJECT_TYPE,
  PR_PROVIDER_DISPLAY_A,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_A,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_STORE_SUPPORT_MASK,
  PR_SUBJECT_W,
  type PropTag,
  prop,
  SHOW_SOFT_DELETES,
  STATUS_PRIMARY_STORE,
  STATUS_SECONDARY_STORE,
  STATUS_SIMPLE_STORE,
  STORE_CREATE_OK,
  STORE_MODIFY_OK,
  sortBy,
} from '../../../src/mapi/index.js';
import { MAPILogonEx } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice } from '../spooler/post-office.js';
import { type StoreBehaviour, testStore } from './test-store.js';

describe('IMAPISession: tables, OpenEntry, OpenMsgStore, SetDefaultStore, ShowForm', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  async function storeIds(session: IMAPISession): Promise<ReadonlyMap<string | null, EntryId>> {
    using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
    const rows = await ok(table.QueryRows(20, 0));
    return new Map(rows.map((row) => [row.get(PR_DISPLAY_NAME_W), row.get(PR_ENTRYID) as EntryId]));
  }
  const outboxOf = async (store: IMsgStore): Promise<EntryId> =>
    (await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID], 0))).get(PR_IPM_OUTBOX_ENTRYID) as EntryId;

  test('GetMsgStoresTable and GetStatusTable: MAPI_UNICODE says the type of texts in columns, rows and sort order', async () => {
    office = await PostOffice.open(testStore('A', {}));
    await office.session(async (session) => {
      type Opener = (flags: number) => Promise<IMAPITable>;
      const tables: readonly (readonly [Opener, readonly PropTag[], readonly PropTag[]])[] = [
        [
          (flags) => ok(session.GetMsgStoresTable(flags)),
          [PR_DISPLAY_NAME_A, PR_PROVIDER_DISPLAY_A],
          [PR_DISPLAY_NAME_W, PR_PROVIDER_DISPLAY_W],
        ],
        [
          (flags) => ok(session.GetStatusTable(flags)),
          [PR_DISPLAY_NAME_A, PR_PROVIDER_DLL_NAME_A],
          [PR_DISPLAY_NAME_W, PR_PROVIDER_DLL_NAME_W],
        ],
      ];
      for (const [open, narrow, wide] of tables)
        for (const [flags, texts] of [
          [0, narrow],
          [MAPI_UNICODE, wide],
        ] as const) {
          using table = await open(flags);
          expect(await ok(table.QueryColumns(0))).toEqual(expect.arrayContaining([...texts]));
          const [row] = await ok(table.QueryRows(1, 0));
          expect(row?.tags).toEqual(expect.arrayContaining([...texts]));
          await ok(table.SortTable(sortBy(ascend(texts[0] as PropTag)), 0));
          expect((await ok(table.QuerySortOrder())).aSort.map(({ ulPropTag }) => ulPropTag)).toEqual([texts[0]]);
        }
      for (const answer of [await session.GetMsgStoresTable(1), await session.GetStatusTable(1)])
        expect(answer[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  test('OpenEntry takes each flag of the page for each kind of object; what means nothing there changes nothing', async () => {
    office = await PostOffice.open();
    await office.session(async (session, store) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      using root = (await ok(book.OpenEntry(null, IMAPIProp, 0))).lppUnk;
      const idOf = async (object: IMAPIProp) => (await ok(object.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId;
      using status = await ok(session.GetStatusTable(0));
      const [resource] = await ok(status.QueryRows(1, 0));
      const oneOff = await ok(book.CreateOneOff('Ann', 'SMTP', 'ann@example.com', MAPI_UNICODE));
      const [ownId] = [...(await storeIds(session)).values()];
      const objects: readonly (readonly [EntryId, boolean])[] = [
        [await outboxOf(store), true],
        [ownId as EntryId, true],
        [resource?.get(PR_ENTRYID) as EntryId, true],
        [await idOf(root), false],
        [oneOff, false],
      ];
      const harmless = MAPI_DEFERRED_ERRORS | SHOW_SOFT_DELETES | MAPI_NO_CACHE | MAPI_CACHE_ONLY;
      for (const [entryId, writable] of objects) {
        for (const flags of [harmless, harmless | MAPI_BEST_ACCESS]) {
          const { lpulObjType, lppUnk } = await ok(session.OpenEntry(entryId, IMAPIProp, flags));
          using object = lppUnk;
          expect((await ok(object.GetProps([PR_OBJECT_TYPE], 0))).get(PR_OBJECT_TYPE)).toBe(lpulObjType);
        }
        const [hr, opened] = await session.OpenEntry(entryId, IMAPIProp, harmless | MAPI_MODIFY);
        opened?.lppUnk?.Release();
        expect(hr).toBe(writable ? S_OK : MAPI_E_NO_ACCESS);
        expect((await session.OpenEntry(entryId, null, 1 << 20))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
      }
      // The usual interface of each.
      for (const [at, iid, type] of [
        [1, IMsgStore, MAPI_STORE],
        [2, IMAPIStatus, MAPI_STATUS],
      ] as const) {
        const entryId = objects[at]?.[0] as EntryId;
        const { lpulObjType, lppUnk } = await ok(session.OpenEntry(entryId, null, 0));
        using object = lppUnk;
        const [hr, same] = object.QueryInterface(iid as unknown as typeof IMAPIProp);
        same?.Release();
        expect([hr, lpulObjType]).toEqual([S_OK, type]);
        expect((await session.OpenEntry(entryId, IMessage, 0))[0]).toBe(MAPI_E_INTERFACE_NOT_SUPPORTED);
      }
    }, MAPI_NO_MAIL);
  });

  test('OpenMsgStore hands its flags to the provider: MAPI_BEST_ACCESS as MDB_WRITE, MDB_ONLINE not at all', async () => {
    const logons: number[] = [];
    const logon = (_support: unknown, flags: number) => {
      logons.push(flags);
      return S_OK;
    };
    office = await PostOffice.open(testStore('A', { logon }));
    await office.session(async (session) => {
      const entryId = (await storeIds(session)).get('A') as EntryId;
      for (const [flags, passed] of [
        [0, 0],
        [MDB_WRITE | MDB_NO_DIALOG, MDB_WRITE | MDB_NO_DIALOG],
        [MAPI_BEST_ACCESS | MDB_ONLINE, MDB_WRITE],
        [MDB_TEMPORARY | MDB_NO_MAIL | MAPI_DEFERRED_ERRORS, MDB_TEMPORARY | MDB_NO_MAIL | MAPI_DEFERRED_ERRORS],
      ] as const) {
        logons.length = 0;
        using store = await ok(session.OpenMsgStore(0, entryId, IMsgStore, flags));
        expect(store).not.toBeNull();
        // There are no dialogs, and texts are Unicode, whatever is asked for.
        expect(logons.map((one) => one & ~(MDB_NO_DIALOG | MAPI_UNICODE))).toEqual([passed & ~MDB_NO_DIALOG]);
      }
      expect((await session.OpenMsgStore(0, entryId, null, 0x4000))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    }, MAPI_NO_MAIL);
  });

  test.each([
    ['with mail', 0],
    ['without mail', MAPI_NO_MAIL],
  ])(
    'a store may be open several times in a session, to read and to write, %s: each stays as it is',
    async (_, flags) => {
      office = await PostOffice.open();
      await office.session(async (session, store) => {
        const [entryId] = [...(await storeIds(session)).values()] as [EntryId];
        const outbox = await outboxOf(store);
        const modify = async (opened: IMsgStore) => {
          const [hr, folder] = await opened.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY);
          folder?.lppUnk.Release();
          return hr;
        };
        for (let times = 0; times < 2; times++) {
          using reading = await ok(session.OpenMsgStore(0, entryId, IMsgStore, 0));
          using writing = await ok(session.OpenMsgStore(0, entryId, IMsgStore, MDB_WRITE | MDB_NO_MAIL));
          expect([await modify(reading), await modify(writing), await modify(store)]).toEqual([
            MAPI_E_NO_ACCESS,
            S_OK,
            S_OK,
          ]);
          // What may write can be opened so, whichever was opened last.
          (await ok(session.OpenEntry(outbox, IMAPIFolder, MAPI_MODIFY))).lppUnk.Release();
        }
        expect(await modify(store)).toBe(S_OK);
      }, flags);
    },
  );

  test('OpenEntry: MAPI_E_UNKNOWN_ENTRYID for what is in a store that is not open; MAPI_E_NO_ACCESS in one that is to be read', async () => {
    office = await PostOffice.open();
    let inside = new Uint8Array();
    await office.session(async (_, store) => {
      inside = new Uint8Array(await outboxOf(store));
    }, MAPI_NO_MAIL);
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NO_MAIL));
    const [entryId] = [...(await storeIds(session)).values()] as [EntryId];
    const opened = async (flags: number) => {
      const [hr, folder] = await session.OpenEntry(inside, IMAPIFolder, flags);
      folder?.lppUnk.Release();
      return hr;
    };
    expect(await opened(0)).toBe(MAPI_E_UNKNOWN_ENTRYID);
    {
      using store = await ok(session.OpenMsgStore(0, entryId, IMsgStore, 0));
      expect([await opened(0), await opened(MAPI_MODIFY)]).toEqual([S_OK, MAPI_E_NO_ACCESS]);
      expect(store).not.toBeNull();
    }
    await vi.waitFor(async () => expect(await opened(0)).toBe(MAPI_E_UNKNOWN_ENTRYID), { timeout: 10_000 });
    await ok(session.Logoff(0, 0, 0));
  });

  test.each([
    ['MAPI_E_UNKNOWN_CPID', MAPI_E_UNKNOWN_CPID, MAPI_E_UNKNOWN_CPID],
    ['MAPI_E_UNKNOWN_LCID', MAPI_E_UNKNOWN_LCID, MAPI_E_UNKNOWN_LCID],
    ['MAPI_E_NO_ACCESS', MAPI_E_NO_ACCESS, MAPI_E_NO_ACCESS],
    ['MAPI_E_UNCONFIGURED', MAPI_E_UNCONFIGURED, MAPI_E_LOGON_FAILED],
  ] as const)('OpenMsgStore of a store that answers %s', async (_name, code, told) => {
    let answer = S_OK as number;
    const behaviour: StoreBehaviour = { logon: () => answer as never };
    office = await PostOffice.open(testStore('A', behaviour));
    await office.session(async (session) => {
      const entryId = (await storeIds(session)).get('A') as EntryId;
      answer = code;
      expect((await session.OpenMsgStore(0, entryId, null, MDB_NO_DIALOG))[0]).toBe(told);
      expect((await session.OpenEntry(entryId, null, 0))[0]).toBe(
        // Most failures disable the service for the rest of the session.
        code === MAPI_E_NO_ACCESS ? told : MAPI_E_LOGON_FAILED,
      );
    }, MAPI_NO_MAIL);
  });

  test('a store that was opened to be read: its mask says so, and nothing in it can be changed', async () => {
    office = await PostOffice.open();
    const entryIds: EntryId[] = [];
    await office.session(async (_session, store) => {
      using outbox = (await ok(store.OpenEntry(await outboxOf(store), IMAPIFolder, MAPI_MODIFY))).lppUnk;
      using message = await ok(outbox.CreateMessage(null, 0));
      await ok(message.SetProps([prop(PR_SUBJECT_W, 'kept')]));
      await ok(message.SaveChanges(0));
      using inner = await ok(outbox.CreateFolder(FOLDER_GENERIC, 'inner', null, null, 0));
      for (const one of [message, inner])
        entryIds.push((await ok(one.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as EntryId);
    }, MAPI_NO_MAIL);
    const [kept, inner] = entryIds as [EntryId, EntryId];
    await office.session(async (session) => {
      const [entryId] = [...(await storeIds(session)).values()];
      using store = await ok(session.OpenMsgStore(0, entryId as EntryId, IMsgStore, 0));
      const mask = (await ok(store.GetProps([PR_STORE_SUPPORT_MASK], 0))).get(PR_STORE_SUPPORT_MASK) ?? 0;
      expect(mask & (STORE_MODIFY_OK | STORE_CREATE_OK)).toBe(0);
      expect((await store.OpenEntry(kept, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
      using folder = (await ok(store.OpenEntry(await outboxOf(store), IMAPIFolder, MAPI_BEST_ACCESS))).lppUnk;
      expect((await folder.CreateMessage(null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      expect(await folder.DeleteMessages([kept], 0, null, 0)).toBe(MAPI_E_NO_ACCESS);
      expect((await folder.CreateFolder(FOLDER_GENERIC, 'x', null, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      expect(await folder.DeleteFolder(inner, 0, null, 0)).toBe(MAPI_E_NO_ACCESS);
      expect((await folder.SetMessageStatus(kept, 1, 1))[0]).toBe(MAPI_E_NO_ACCESS);
      expect(await folder.CopyMessages([kept], null, folder, 0, null, 0)).toBe(MAPI_E_NO_ACCESS);
      expect(await folder.CopyFolder(inner, null, folder, 'y', 0, null, 0)).toBe(MAPI_E_NO_ACCESS);
      using message = (await ok(store.OpenEntry(kept, IMessage, 0))).lppUnk;
      for (const object of [message, folder, store] as const) {
        expect((await object.SetProps([prop(PR_COMMENT_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
        expect((await object.DeleteProps([PR_COMMENT_W]))[0]).toBe(MAPI_E_NO_ACCESS);
      }
      const [copied] = await message.CopyTo(null, null, 0, null, IMessage, message, 0);
      expect(copied).toBe(MAPI_E_NO_ACCESS);
      expect((await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W)).toBe('kept');
    }, MAPI_NO_MAIL);
  });

  test.each([
    ['MAPI_PRIMARY_STORE', MAPI_PRIMARY_STORE, STATUS_PRIMARY_STORE],
    ['MAPI_SECONDARY_STORE', MAPI_SECONDARY_STORE, STATUS_SECONDARY_STORE],
    ['MAPI_SIMPLE_STORE_PERMANENT', MAPI_SIMPLE_STORE_PERMANENT, STATUS_SIMPLE_STORE],
  ] as const)(
    'SetDefaultStore %s: one store has the flag, in both tables and in the next session',
    async (_name, kind, flag) => {
      office = await PostOffice.open(testStore('A', {}), testStore('B', {}));
      const marked = async (session: IMAPISession) => {
        using stores = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
        const rows = await ok(stores.QueryRows(20, 0));
        return rows.filter((row) => (row.get(PR_RESOURCE_FLAGS) ?? 0) & flag).map((row) => row.get(PR_DISPLAY_NAME_W));
      };
      await office.session(async (session) => {
        const ids = await storeIds(session);
        for (const name of ['A', 'B']) {
          using open = await ok(session.OpenMsgStore(0, ids.get(name) as EntryId, null, 0));
          expect(open).not.toBeNull();
          expect(await session.SetDefaultStore(kind, ids.get(name) as EntryId)).toBe(S_OK);
          expect(await marked(session)).toEqual([name]);
          using status = await ok(session.GetStatusTable(MAPI_UNICODE));
          const rows = await ok(status.QueryRows(20, 0));
          const of = rows.filter((row) => row.get(PR_RESOURCE_TYPE) === 33 && (row.get(PR_RESOURCE_FLAGS) ?? 0) & flag);
          expect(of.map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual([name]);
        }
        // The kinds are numbers, not bits; each store is one of the profile.
        expect(await session.SetDefaultStore(6, ids.get('A') as EntryId)).toBe(MAPI_E_INVALID_PARAMETER);
        const strange = Uint8Array.from(ids.get('A') as EntryId);
        strange[strange.length - 1] = 0;
        expect(await session.SetDefaultStore(kind, strange)).toBe(MAPI_E_NOT_FOUND);
      }, MAPI_NO_MAIL);
      await office.session(async (session) => {
        expect(await marked(session)).toEqual(['B']);
        expect(await session.SetDefaultStore(kind, null)).toBe(S_OK);
        expect(await marked(session)).toEqual([]);
      }, MAPI_NO_MAIL);
    },
  );

  test('ShowForm knows its flags; there are no forms', async () => {
    office = await PostOffice.open();
    await office.session(async (session, store) => {
      using folder = (await ok(store.OpenEntry(await outboxOf(store), IMAPIFolder, MAPI_MODIFY))).lppUnk;
      using message = await ok(folder.CreateMessage(null, 0));
      const token = await ok(session.PrepareForm(null, message));
      const show = (flags: number) =>
        session.ShowForm(0, store, folder, IMessage, token, null, flags, 0, 0, 0, 'IPM.Note');
      expect(await show(4)).toBe(MAPI_E_UNKNOWN_FLAGS);
      const reserved = message as never;
      const hr = await session.ShowForm(0, store, folder, IMessage, token, reserved, 0, 0, 0, 0, 'IPM.Note');
      expect(hr).toBe(MAPI_E_INVALID_PARAMETER);
      expect(await show(MAPI_NEW_MESSAGE | MAPI_POST_MESSAGE)).toBe(MAPI_E_NO_SUPPORT);
    }, MAPI_NO_MAIL);
  });
});
