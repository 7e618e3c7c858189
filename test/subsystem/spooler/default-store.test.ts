import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  type IMAPISession,
  type IMAPITable,
  type IMsgServiceAdmin2,
  IMsgStore,
  MAPI_DEFAULT_STORE,
  MAPI_NO_MAIL,
  MAPI_STORE_PROVIDER,
  PR_DEFAULT_STORE,
  PR_ENTRYID,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_TYPE,
  PR_SUBJECT_W,
  prop,
  SERVICE_DEFAULT_STORE,
  STATUS_DEFAULT_STORE,
} from '../../../src/mapi/index.js';
import { PR_COMAIL_STORE_PATH_W, storeMessageService } from '../../../src/providers/store/index.js';
import { MAPIAdminProfiles } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { column, download, inboxOf, PostOffice, testTransport } from './post-office.js';

describe('The default store', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('what comes in comes into the store that is the default one by then, although no client has that open', async () => {
    const waiting: string[] = [];
    office = await PostOffice.open(
      testTransport('XP1', {
        submit: (asked) => asked,
        incoming: async (message) => {
          const subject = waiting.shift();
          if (subject !== undefined) await ok(message.SetProps([prop(PR_SUBJECT_W, subject)]));
          return subject !== undefined;
        },
      }),
    );
    await addStore();
    await office.session(async (session, first) => {
      const other = await otherStore(session);
      waiting.push('before');
      await download(session);
      expect(await session.SetDefaultStore(MAPI_DEFAULT_STORE, other)).toBe(S_OK);
      waiting.push('after');
      await download(session);
      using second = await ok(session.OpenMsgStore(0, other, IMsgStore, 0));
      expect([await subjectsIn(first), await subjectsIn(second)]).toEqual([['before'], ['after']]);
    });
  });

  test('one store has STATUS_DEFAULT_STORE and PR_DEFAULT_STORE in each table, one service SERVICE_DEFAULT_STORE', async () => {
    office = await PostOffice.open();
    await addStore();
    const marked = async (
      open: Promise<IMAPITable>,
      flag: number,
      type: number | null,
    ): Promise<readonly boolean[]> => {
      using table = await open;
      const rows = await ok(table.QueryRows(20, 0));
      const of = rows.filter((row) => row.get(PR_RESOURCE_TYPE) === type);
      return of.map((row) => ((row.get(PR_RESOURCE_FLAGS) ?? 0) & flag) !== 0);
    };
    await office.session(async (session, first) => {
      const other = await otherStore(session);
      // Both have a row in the status table while they are open.
      using second = await ok(session.OpenMsgStore(0, other, IMsgStore, 0));
      expect(first === second).toBe(false);
      using services = await ok(session.AdminServices(0));
      const seen = async () => [
        await marked(ok(session.GetMsgStoresTable(0)), STATUS_DEFAULT_STORE, MAPI_STORE_PROVIDER),
        await marked(ok(session.GetStatusTable(0)), STATUS_DEFAULT_STORE, MAPI_STORE_PROVIDER),
        await marked(ok(services.GetProviderTable(0)), STATUS_DEFAULT_STORE, MAPI_STORE_PROVIDER),
        await marked(ok(services.GetMsgServiceTable(0)), SERVICE_DEFAULT_STORE, null),
      ];
      expect(await seen()).toEqual([
        [true, false],
        [true, false],
        [true, false],
        [true, false],
      ]);
      expect(await session.SetDefaultStore(MAPI_DEFAULT_STORE, other)).toBe(S_OK);
      expect(await seen()).toEqual([
        [false, true],
        [false, true],
        [false, true],
        [false, true],
      ]);
    }, MAPI_NO_MAIL);
  });

  /** One more store in the profile. */
  async function addStore(): Promise<void> {
    using admin = await ok(MAPIAdminProfiles(0));
    using services = (await ok(admin.AdminServices('Work', null, 0, 0))) as IMsgServiceAdmin2;
    const uid = await ok(services.CreateMsgServiceEx(storeMessageService.name, null, 0, 0));
    const path = prop(PR_COMAIL_STORE_PATH_W, join(office.folder, 'other.store'));
    await ok(services.ConfigureMsgService(uid, 0, 0, [path]));
  }

  async function otherStore(session: IMAPISession): Promise<EntryId> {
    using table = await ok(session.GetMsgStoresTable(0));
    const rows = await ok(table.QueryRows(10, 0));
    return rows.find((row) => row.get(PR_DEFAULT_STORE) === false)?.get(PR_ENTRYID) as EntryId;
  }

  const subjectsIn = async (store: IMsgStore) => await column(store, await inboxOf(store), PR_SUBJECT_W);
});
