import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { ok, S_OK } from '../../../src/com/index.js';
import {
  type EntryId,
  type IMAPISession,
  type IMsgServiceAdmin2,
  IMsgStore,
  MAPI_DEFAULT_STORE,
  PR_DEFAULT_STORE,
  PR_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import { PR_COMAIL_STORE_PATH_W, storeMessageService } from '../../../src/providers/store/index.js';
import { MAPIAdminProfiles } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { column, download, inboxOf, PostOffice, testTransport } from './post-office.js';

describe('IMAPISession::SetDefaultStore and mail that comes in', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  test('it comes into the store that is the default one by then, although no client has that open', async () => {
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
