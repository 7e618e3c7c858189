import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { guidFromBytes, ok, S_OK } from '../../src/com/index.js';
import {
  IMAPIStatus,
  MAPI_AB_PROVIDER,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_MODIFY,
  MAPI_STATUS,
  MAPI_STORE_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  PR_ENTRYID,
  PR_OBJECT_TYPE,
  PR_PAB_PATH_W,
  PR_PROVIDER_DISPLAY_W,
  PR_PROVIDER_DLL_NAME_W,
  PR_RESOURCE_FLAGS,
  PR_RESOURCE_METHODS,
  PR_RESOURCE_TYPE,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_STATUS_CODE,
  type PropRow,
  type PropValue,
  prop,
  STATUS_CHANGE_PASSWORD,
  STATUS_FLUSH_QUEUES,
  STATUS_SETTINGS_DIALOG,
  STATUS_VALIDATE_STATE,
  UI_READONLY,
} from '../../src/mapi/index.js';
import { addressBookMessageService } from '../../src/providers/addressbook/index.js';
import { dropFolderMessageService, PR_DROPFOLDER_PATH } from '../../src/providers/dropfolder/index.js';
import { smtpMessageService } from '../../src/providers/smtp/index.js';
import { MAPIAdminProfiles } from '../../src/subsystem/index.js';
import { PostOffice } from '../subsystem/spooler/post-office.js';
import { useLedger } from '../support/ledger.js';
import { account } from './smtp/desk.js';

/** PR_RESOURCE_TYPE of the providers of the profile, and how many of each there are. */
const providers = [MAPI_STORE_PROVIDER, MAPI_AB_PROVIDER, MAPI_TRANSPORT_PROVIDER, MAPI_TRANSPORT_PROVIDER];

describe('IMAPIStatus of every provider', () => {
  useLedger();
  let office: PostOffice;
  afterEach(() => office.close());

  /** The rows of the providers in the status table of a session, whose default store is open. */
  async function openRows(step: (rows: readonly PropRow[], open: Open) => Promise<void>): Promise<void> {
    office = await PostOffice.open(smtpMessageService, dropFolderMessageService, addressBookMessageService);
    const folder = join(office.folder, 'drop');
    mkdirSync(folder);
    const settings: Readonly<Record<string, readonly PropValue[]>> = {
      // Nobody is there: nothing is sent.
      SMTP: account(9),
      DROPFOLDER: [prop(PR_DROPFOLDER_PATH, folder)],
      COMAILPAB: [prop(PR_PAB_PATH_W, join(office.folder, 'people.json'))],
    };
    {
      using admin = await ok(MAPIAdminProfiles(0));
      using services = await ok(admin.AdminServices('Work', null, 0, 0));
      using table = await ok(services.GetMsgServiceTable(0));
      for (const row of await ok(table.QueryRows(10, 0))) {
        const props = settings[row.get(PR_SERVICE_NAME_W) ?? ''];
        if (props)
          await ok(services.ConfigureMsgService(guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array), 0, 0, props));
      }
    }
    await office.session(async (session) => {
      using book = await ok(session.OpenAddressBook(0, null, 0));
      expect(book).not.toBeNull();
      using table = await ok(session.GetStatusTable(MAPI_UNICODE));
      const rows = await ok(table.QueryRows(20, 0));
      const own = rows.filter((row) => providers.includes((row.get(PR_RESOURCE_TYPE) ?? 0) as never));
      await step(own, async (row, flags) => {
        const opened = await ok(session.OpenEntry(row.get(PR_ENTRYID) as Uint8Array, IMAPIStatus, flags));
        expect(opened.lpulObjType).toBe(MAPI_STATUS);
        return opened.lppUnk;
      });
    });
  }
  type Open = (row: PropRow, flags: number) => Promise<IMAPIStatus>;

  test('has all required properties, and of each what its row says', async () => {
    await openRows(async (rows, open) => {
      expect(rows.map((row) => row.get(PR_RESOURCE_TYPE)).sort()).toEqual([...providers].sort());
      for (const row of rows) {
        using status = await open(row, 0);
        const tags = [
          PR_DISPLAY_NAME_W,
          PR_PROVIDER_DISPLAY_W,
          PR_PROVIDER_DLL_NAME_W,
          PR_RESOURCE_FLAGS,
          PR_RESOURCE_METHODS,
          PR_RESOURCE_TYPE,
          PR_STATUS_CODE,
          PR_OBJECT_TYPE,
        ];
        const props = await ok(status.GetProps(tags, 0));
        expect(tags.map((tag) => props.has(tag))).toEqual(tags.map(() => true));
        // The name of the provider is no column unless somebody asks for it.
        for (const tag of tags.filter((one) => row.has(one)))
          expect(props.get<unknown>(tag)).toBe(row.get<unknown>(tag));
        expect(tags.filter((one) => !row.has(one))).toEqual([PR_PROVIDER_DISPLAY_W]);
        expect(props.get(PR_PROVIDER_DLL_NAME_W)).toBe('comail');
      }
    });
  });

  test('is to read alone, whatever the flags say', async () => {
    await openRows(async (rows, open) => {
      for (const row of rows) {
        using status = await open(row, MAPI_MODIFY);
        expect((await status.SetProps([prop(PR_DISPLAY_NAME_W, 'x')]))[0]).toBe(MAPI_E_NO_ACCESS);
      }
    });
  });

  test('supports what PR_RESOURCE_METHODS says, and answers MAPI_E_NO_SUPPORT to the rest', async () => {
    await openRows(async (rows, open) => {
      for (const row of rows) {
        using status = await open(row, 0);
        const methods = row.get(PR_RESOURCE_METHODS) ?? 0;
        const outbound = row.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER;
        expect(methods & STATUS_VALIDATE_STATE).not.toBe(0);
        expect((methods & STATUS_FLUSH_QUEUES) !== 0).toBe(outbound);
        expect(methods & STATUS_SETTINGS_DIALOG).toBe(0);
        expect(await status.SettingsDialog(0, UI_READONLY)).toBe(MAPI_E_NO_SUPPORT);
        expect(await status.SettingsDialog(0, 0x10)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await status.ChangePassword('old', 'new', 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
        expect(await status.FlushQueues(0, null, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
        if ((methods & STATUS_CHANGE_PASSWORD) === 0)
          expect(await status.ChangePassword('old', 'new', MAPI_UNICODE)).toBe(MAPI_E_NO_SUPPORT);
        expect(await status.FlushQueues(0, null, 0)).toBe(outbound ? S_OK : MAPI_E_NO_SUPPORT);
      }
    });
  });
});
