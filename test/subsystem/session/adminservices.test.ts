import { afterEach, describe, expect, test, vi } from 'vitest';
import { check, com, type Guid, guidFromBytes, ok, S_OK } from '../../../src/com/index.js';
import {
  fnevTableModified,
  IABContainer,
  IMAPIAdviseSink,
  type IMAPISession,
  type IMAPISupport,
  type IMAPITable,
  type IMsgServiceAdmin,
  MAPI_E_NOT_FOUND,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_UNICODE,
  type NOTIFICATION,
  PR_COMMENT_W,
  PR_DISPLAY_NAME_W,
  PR_PROVIDER_UID,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  prop,
  type TABLE_NOTIFICATION,
  TABLE_ROW_ADDED,
  TABLE_ROW_DELETED,
} from '../../../src/mapi/index.js';
import { MAPIAdminProfiles, registerMessageService } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { testBook } from '../addressbook/testbook.js';
import { flush, PostOffice, submit, testTransport } from '../spooler/post-office.js';
import { testStore } from './test-store.js';

describe('services that come and go while a session uses the profile', () => {
  useLedger();
  let office: PostOffice;
  let undo: (() => void)[] = [];
  afterEach(() => {
    for (const each of undo) each();
    undo = [];
    office.close();
  });

  const uidIn = async (admin: IMsgServiceAdmin, name: string, what: 'service' | 'provider'): Promise<Guid> => {
    using table = await ok(what === 'service' ? admin.GetMsgServiceTable(0) : admin.GetProviderTable(0));
    const row = (await ok(table.QueryRows(20, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === name);
    return guidFromBytes(row?.get(what === 'service' ? PR_SERVICE_UID : PR_PROVIDER_UID) as Uint8Array);
  };
  async function namesIn(table: IMAPITable): Promise<readonly (string | null)[]> {
    using held = table;
    return (await ok(held.QueryRows(20, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
  }
  const statusTable = (session: IMAPISession) => ok(session.GetStatusTable(MAPI_UNICODE));
  const storesTable = (session: IMAPISession) => ok(session.GetMsgStoresTable(MAPI_UNICODE));

  test('the table of message stores follows, and tells its sinks; also what IProfAdmin does', async () => {
    office = await PostOffice.open();
    undo.push(registerMessageService(testStore('A', {})), registerMessageService(testStore('B', {})));
    await office.session(async (session) => {
      const told: number[] = [];
      using sink = com(
        {
          OnNotify: (list: readonly NOTIFICATION[]) => {
            for (const { info } of list) told.push((info as TABLE_NOTIFICATION).ulTableEvent);
            return 0;
          },
        },
        IMAPIAdviseSink,
      );
      using table = await storesTable(session);
      const connection = await ok(table.Advise(fnevTableModified, sink));
      using admin = await ok(session.AdminServices(0));
      await check(admin.CreateMsgService('A', null, 0, 0));
      expect(await ok(table.GetRowCount(0))).toBe(2);
      expect(await namesIn(await storesTable(session))).toContain('A');
      using profiles = await ok(MAPIAdminProfiles(0));
      using other = await ok(profiles.AdminServices('Work', null, 0, 0));
      await check(other.CreateMsgService('B', null, 0, 0));
      expect(await ok(table.GetRowCount(0))).toBe(3);
      using providers = await ok(admin.AdminProviders(await uidIn(admin, 'A', 'service'), 0));
      await check(providers.DeleteProvider(await uidIn(admin, 'A', 'provider')));
      await check(admin.DeleteMsgService(await uidIn(admin, 'B', 'service')));
      expect(await ok(table.GetRowCount(0))).toBe(1);
      const all = [TABLE_ROW_ADDED, TABLE_ROW_ADDED, TABLE_ROW_DELETED, TABLE_ROW_DELETED];
      await vi.waitFor(() => expect(told).toEqual(all));
      await check(table.Unadvise(connection));
    });
  });

  test('transports and address books that are added take part in the next session', async () => {
    const sent: string[] = [];
    const transport = (name: string) =>
      testTransport(name, {
        submit: (asked) => {
          sent.push(name);
          return asked;
        },
      });
    office = await PostOffice.open(transport('XP1'), testBook('one', ['Ann A']));
    undo.push(registerMessageService(transport('XP2')), registerMessageService(testBook('two', ['Bob B'])));
    const books = async (session: IMAPISession) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      using root = (await ok(book.OpenEntry(null, IABContainer, 0))).lppUnk;
      return await namesIn(await ok(root.GetHierarchyTable(MAPI_UNICODE)));
    };
    await office.session(async (session) => {
      using admin = await ok(session.AdminServices(0));
      for (const name of ['XP2', 'two']) await check(admin.CreateMsgService(name, null, 0, 0));
      // The tables of the profile have them at once, and the new order; the session goes by what it began with.
      const order = await Promise.all(['XP2', 'XP1'].map((name) => uidIn(admin, name, 'provider')));
      await check(admin.MsgServiceTransportOrder(order, 0));
      expect(await books(session)).toEqual(['one']);
      await flush(session);
      const names = await namesIn(await statusTable(session));
      expect(names).toContain('XP1');
      expect(names).not.toContain('XP2');
    });
    await office.session(async (session, store) => {
      expect(await books(session)).toEqual(['one', 'two']);
      await submit(store, 'first', ['ann@example.com']);
      await flush(session);
      expect(await namesIn(await statusTable(session))).toEqual(expect.arrayContaining(['XP1', 'XP2']));
      expect(sent).toEqual(['XP2']);
    });
  });

  test('DeleteProvider of one in use succeeds: it works on and finds its section until the session ends', async () => {
    const sent: string[] = [];
    const held: { support: IMAPISupport | null } = { support: null };
    const transport = testTransport('XP1', {
      submit: (asked) => {
        sent.push(...asked);
        return asked;
      },
      loggedOn: async (support) => {
        held.support = support;
      },
    });
    office = await PostOffice.open(transport);
    let uid = '' as Guid;
    await office.session(async (session, store) => {
      await flush(session);
      using admin = await ok(session.AdminServices(0));
      uid = await uidIn(admin, 'XP1', 'provider');
      using providers = await ok(admin.AdminProviders(await uidIn(admin, 'XP1', 'service'), 0));
      expect(await providers.DeleteProvider(uid)).toBe(S_OK);
      // Those marked for deletion are in no table and cannot be deleted twice.
      using table = await ok(providers.GetProviderTable(0));
      expect(await ok(table.GetRowCount(0))).toBe(0);
      expect(await providers.DeleteProvider(uid)).toBe(MAPI_E_NOT_FOUND);
      for (const flags of [MAPI_FORCE_ACCESS, MAPI_FORCE_ACCESS | MAPI_MODIFY])
        expect((await session.OpenProfileSection(uid, null, flags))[0]).toBe(MAPI_E_NOT_FOUND);
      // The transport has its section still, and can write there.
      using own = await ok((held.support as IMAPISupport).OpenProfileSection(null, MAPI_MODIFY));
      await ok(own.SetProps([prop(PR_COMMENT_W, 'still here')]));
      expect(await namesIn(await statusTable(session))).toContain('XP1');
      await submit(store, 'after', ['ann@example.com']);
      await flush(session);
      expect(sent).toEqual(['ann@example.com']);
    });
    await office.session(async (session) => {
      using admin = await ok(session.AdminServices(0));
      expect((await admin.OpenProfileSection(uid, null, MAPI_FORCE_ACCESS))[0]).toBe(MAPI_E_NOT_FOUND);
      expect(await namesIn(await statusTable(session))).not.toContain('XP1');
      // The number is free: who asks for writing gets a section of its own there.
      using made = await ok(admin.OpenProfileSection(uid, null, MAPI_MODIFY));
      expect((await ok(made.GetProps([PR_COMMENT_W], 0))).has(PR_COMMENT_W)).toBe(false);
    });
  });
});
