import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, guidFromBytes, newGuid, ok, S_OK } from '../../../src/com/index.js';
import {
  IProfSect,
  MAPI_DEFAULT_SERVICES,
  MAPI_E_COMPUTED,
  MAPI_E_CORRUPT_STORE,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NO_SUPPORT,
  MAPI_E_NOT_FOUND,
  MAPI_E_VERSION,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_TRANSPORT_PROVIDER,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MUID_PROFILE_INSTANCE,
  PR_COMMENT_W,
  PR_DEFAULT_PROFILE,
  PR_DISPLAY_NAME_W,
  PR_OBJECT_TYPE,
  PR_PROVIDER_UID,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import { openProfAdmin } from '../../../src/subsystem/profile/profadmin.js';
import { ProfileFile } from '../../../src/subsystem/profile/profilefile.js';
import { registerMessageService } from '../../../src/subsystem/profile/services.js';
import { useLedger } from '../../support/ledger.js';

const PR_TEST_SECRET = 0x67f0001f as PropTag<string>;

describe('IProfAdmin, IMsgServiceAdmin and IProfSect over a profile file', () => {
  useLedger();
  let folder: string;
  let contexts: number[];
  let unregister: () => void;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-profiles-'));
    contexts = [];
    unregister = registerMessageService({
      name: 'TESTXP',
      displayName: 'Test transport',
      dllName: 'test',
      isDefault: true,
      entry: {
        name: 'ServiceEntry',
        call: async (_support, _ui, _flags, context) => {
          contexts.push(context);
          return [S_OK, { lppMAPIError: null }];
        },
      },
      providers: [
        {
          resourceType: MAPI_TRANSPORT_PROVIDER,
          name: 'XP',
          displayName: 'Transport',
          providerDisplay: 'Test transports',
          init: async () => [MAPI_E_VERSION, null],
        },
      ],
    });
  });
  afterEach(() => {
    unregister();
    rmSync(folder, { recursive: true, force: true });
  });

  const open = () => openProfAdmin(new ProfileFile(folder));
  const names = async (): Promise<readonly (readonly [string | null, boolean | null])[]> => {
    using admin = open();
    using table = await ok(admin.GetProfileTable(0));
    const rows = await ok(table.QueryRows(100, 0));
    return rows.map((row) => [row.get(PR_DISPLAY_NAME_W), row.get(PR_DEFAULT_PROFILE)] as const);
  };

  test('CreateProfile, CopyProfile, RenameProfile, SetDefaultProfile and DeleteProfile', async () => {
    using admin = open();
    expect(await names()).toEqual([]);
    await check(admin.CreateProfile('Zoë_1', null, 0, 0));
    expect(await admin.CreateProfile('Zoë_1', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
    await check(admin.CopyProfile('Zoë_1', null, 'the copy', 0, 0));
    await check(admin.RenameProfile('Zoë_1', null, 'first', 0, 0));
    await check(admin.SetDefaultProfile('first', 0));
    expect(await names()).toEqual([
      ['first', true],
      ['the copy', false],
    ]);
    await check(admin.DeleteProfile('first', 0));
    expect(await admin.DeleteProfile('first', 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await names()).toEqual([['the copy', false]]);
    expect((await admin.CreateProfile(' blank', null, 0, 0)) < 0).toBe(true);
    expect((await admin.CreateProfile('a'.repeat(65), null, 0, 0)) < 0).toBe(true);
    expect(await admin.CreateProfile('secret', 'password', 0, 0)).toBe(MAPI_E_LOGON_FAILED);
    expect((await admin.AdminServices('nobody', null, 0, 0))[0]).toBe(MAPI_E_LOGON_FAILED);
  });

  test('services come and go with their providers, and their entry points hear of it', async () => {
    using admin = open();
    await check(admin.CreateProfile('p', null, 0, MAPI_DEFAULT_SERVICES));
    using services = await ok(admin.AdminServices('p', null, 0, 0));
    expect(await services.CreateMsgService('NOBODY', null, 0, 0)).toBe(MAPI_E_NOT_FOUND);
    using table = await ok(services.GetMsgServiceTable(0));
    // The services of the house are there, too, where a test of this process came in by the front door.
    const row = (await ok(table.QueryRows(9, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === 'TESTXP');
    expect(row).toBeDefined();
    const service = guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array);
    using providers = await ok(services.AdminProviders(service, 0));
    const second = await ok(providers.CreateProvider('XP', [prop(PR_COMMENT_W, 'second')], 0, 0));
    using provided = await ok(providers.GetProviderTable(0));
    const uids = (await ok(provided.QueryRows(9, 0))).map((one) =>
      guidFromBytes(one.get(PR_PROVIDER_UID) as Uint8Array),
    );
    expect(uids).toContain(second);
    await check(services.MsgServiceTransportOrder([...uids].reverse(), 0));
    expect((await services.OpenProfileSection(second, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
    using section = await ok(services.OpenProfileSection(second, IProfSect, MAPI_FORCE_ACCESS));
    expect((await ok(section.GetProps([PR_COMMENT_W], 0))).get(PR_COMMENT_W)).toBe('second');
    await check(services.DeleteMsgService(service));
    expect(await services.DeleteMsgService(service)).toBe(MAPI_E_NOT_FOUND);
    expect(contexts).toEqual([MSG_SERVICE_CREATE, 6, MSG_SERVICE_DELETE]);
    expect(statSync(join(folder, 'profiles.json')).mode & 0o777).toBe(0o600);
  });

  test('sections: many readers or one writer, changes at once, secrets apart, no names', async () => {
    using admin = open();
    await check(admin.CreateProfile('p', null, 0, 0));
    using services = await ok(admin.AdminServices('p', null, 0, 0));
    const uid = newGuid();
    expect((await services.OpenProfileSection(uid, null, 0))[0]).toBe(MAPI_E_NOT_FOUND);
    {
      using writer = await ok(services.OpenProfileSection(uid, null, MAPI_MODIFY));
      expect((await services.OpenProfileSection(uid, null, 0))[0]).toBe(MAPI_E_NO_ACCESS);
      await ok(writer.SetProps([prop(PR_COMMENT_W, 'open'), prop(PR_TEST_SECRET, 'hush')]));
      await check(writer.SaveChanges(0));
      expect((await writer.GetIDsFromNames(null, 0))[0]).toBe(MAPI_E_NO_SUPPORT);
      expect((await ok(writer.SetProps([prop(PR_OBJECT_TYPE, 1)])))[0]?.scode).toBe(MAPI_E_COMPUTED);
    }
    using reader = await ok(services.OpenProfileSection(uid, null, 0));
    using other = await ok(services.OpenProfileSection(uid, null, 0));
    expect((await services.OpenProfileSection(uid, null, MAPI_MODIFY))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(await ok(reader.GetPropList(0))).not.toContain(PR_TEST_SECRET);
    expect((await ok(other.GetProps([PR_TEST_SECRET], 0))).get(PR_TEST_SECRET)).toBe('hush');
    expect((await reader.SetProps([prop(PR_COMMENT_W, 'no')]))[0]).toBe(MAPI_E_NO_ACCESS);
    expect(readFileSync(join(folder, 'profiles.json'), 'utf8')).not.toContain('hush');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toContain('hush');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    using own = await ok(services.OpenProfileSection(MUID_PROFILE_INSTANCE, null, 0));
    expect((await ok(own.GetProps([PR_DISPLAY_NAME_W], 0))).get(PR_DISPLAY_NAME_W)).toBe('p');
  });

  test('a file that is none of ours, or of a newer comail, is left alone', async () => {
    const path = join(folder, 'profiles.json');
    using admin = open();
    for (const [text, code] of [
      ['{ "version": 99 }', MAPI_E_VERSION],
      ['not JSON', MAPI_E_CORRUPT_STORE],
      ['{}', MAPI_E_CORRUPT_STORE],
    ] as const) {
      writeFileSync(path, text);
      expect(await admin.CreateProfile('p', null, 0, 0)).toBe(code);
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });
});
