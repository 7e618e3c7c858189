import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { thisProcess } from '../../../src/base/index.js';
import { check, ok, S_OK } from '../../../src/com/index.js';
import {
  type IProfAdmin,
  MAPI_APP_PROFILE,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_TRANSPORT_PROVIDER,
  MSG_SERVICE_DELETE,
  PR_DISPLAY_NAME_W,
} from '../../../src/mapi/index.js';
import {
  MAPIAdminProfiles,
  MAPIInitialize,
  MAPILogonEx,
  MAPIUninitialize,
  registerMessageService,
} from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { provokes } from '../../support/log.js';

describe('profiles in use', () => {
  useLedger();
  let folder: string;
  let contexts: number[];
  let refuse: number;
  let unregister: () => void;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-in-use-'));
    process.env['COMAIL_HOME'] = folder;
    contexts = [];
    refuse = S_OK;
    unregister = registerMessageService({
      name: 'HEARS',
      displayName: 'Hears',
      dllName: 'test',
      entry: {
        name: 'ServiceEntry',
        call: async (_support, _ui, _flags, context) => {
          contexts.push(context);
          return [refuse as never, { lppMAPIError: null }];
        },
      },
      providers: [
        {
          resourceType: MAPI_TRANSPORT_PROVIDER,
          name: 'XP',
          displayName: 'XP',
          providerDisplay: 'XP',
          init: async () => [MAPI_E_NOT_FOUND, null],
        },
      ],
    });
    MAPIInitialize(null);
  });
  afterEach(() => {
    MAPIUninitialize();
    unregister();
    delete process.env['COMAIL_HOME'];
    rmSync(folder, { recursive: true, force: true });
  });

  const logon = async (name: string) => await ok(MAPILogonEx(0, name, null, MAPI_NEW_SESSION | MAPI_NO_MAIL));
  async function names(admin: IProfAdmin): Promise<readonly (string | null)[]> {
    using table = await ok(admin.GetProfileTable(0));
    return (await ok(table.QueryRows(50, 0))).map((row) => row.get(PR_DISPLAY_NAME_W));
  }
  async function made(admin: IProfAdmin, name: string): Promise<void> {
    await check(admin.CreateProfile(name, null, 0, 0));
    using services = await ok(admin.AdminServices(name, null, 0, 0));
    await check(services.CreateMsgService('HEARS', null, 0, 0));
    contexts.length = 0;
  }

  /** Makes the profiles look as a process left them that died with a session: no process has this number. */
  function die(): void {
    const path = join(folder, 'profiles.json');
    const all = JSON.parse(readFileSync(path, 'utf8'));
    for (const profile of Object.values<{ users: number[] }>(all.profiles)) profile.users = [0x7fff_fff0];
    writeFileSync(path, JSON.stringify(all));
  }

  test('DeleteProfile succeeds at once, hides the profile and deletes it when the last session ends', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    using one = await logon('p');
    using two = await logon('p');
    await check(admin.DeleteProfile('p', 0));
    expect(await names(admin)).toEqual([]);
    expect(await admin.DeleteProfile('p', 0)).toBe(MAPI_E_NOT_FOUND);
    expect((await MAPILogonEx(0, 'p', null, MAPI_NEW_SESSION | MAPI_NO_MAIL))[0]).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.CreateProfile('p', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
    await check(one.Logoff(0, 0, 0));
    expect(contexts).toEqual([]);
    await check(two.Logoff(0, 0, 0));
    // The services hear of it, and the name is free.
    expect(contexts).toEqual([MSG_SERVICE_DELETE]);
    await check(admin.CreateProfile('p', null, 0, 0));
  });

  test('Logoff succeeds when the profiles cannot be written any more: the session is over all the same', async () => {
    provokes(/the profile could not be told that a session has ended: .*profiles\.json/);
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    using session = await logon('p');
    const path = join(folder, 'profiles.json');
    const whole = readFileSync(path);
    writeFileSync(path, 'no profiles');
    expect(await session.Logoff(0, 0, 0)).toBe(S_OK);
    // Nothing was written over what nobody understands.
    expect(readFileSync(path, 'utf8')).toBe('no profiles');
    writeFileSync(path, whole);
    expect(await names(admin)).toEqual(['p']);
  });

  test('RenameProfile succeeds at once and renames when the last session ends; the new name is taken meanwhile', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    await check(admin.SetDefaultProfile('p', 0));
    using session = await logon('p');
    await check(admin.RenameProfile('p', null, 'q', 0, 0));
    expect(await names(admin)).toEqual(['p']);
    expect(await admin.CreateProfile('q', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
    await check(session.Logoff(0, 0, 0));
    expect(await names(admin)).toEqual(['q']);
    // The default profile is the same one under its new name.
    using again = await ok(MAPILogonEx(0, null, null, MAPI_NEW_SESSION | MAPI_NO_MAIL));
    await check(admin.RenameProfile('q', null, 'r', 0, 0));
    await check(admin.RenameProfile('q', null, 'q', 0, 0));
    await check(again.Logoff(0, 0, 0));
    expect(await names(admin)).toEqual(['q']);
  });

  test('a profile whose session died with its process is deleted or renamed by whoever looks next', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    await made(admin, 'q');
    using one = await logon('p');
    using two = await logon('q');
    await check(admin.DeleteProfile('p', 0));
    await check(admin.RenameProfile('q', null, 'r', 0, 0));
    die();
    expect(await names(admin)).toEqual(['r']);
    expect(contexts).toEqual([MSG_SERVICE_DELETE]);
    await check(admin.CreateProfile('p', null, 0, 0));
    // A session of a profile that went away beneath it still ends.
    await one.Logoff(0, 0, 0);
    await check(two.Logoff(0, 0, 0));
  });

  test('a service that refuses stops DeleteProfile at once, but not a deletion that was promised', async () => {
    provokes(/of a deleted profile refused to be deleted/);
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    refuse = MAPI_E_NO_ACCESS;
    expect(await admin.DeleteProfile('p', 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await names(admin)).toEqual(['p']);
    using session = await logon('p');
    await check(admin.DeleteProfile('p', 0));
    await check(session.Logoff(0, 0, 0));
    expect(await names(admin)).toEqual([]);
    await check(admin.CreateProfile('p', null, 0, 0));
  });

  test('a name has up to 64 characters and may be any word', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    const long = 'x'.repeat(64);
    for (const name of [long, '__proto__', 'constructor']) await made(admin, name);
    expect([...(await names(admin))].sort()).toEqual([long, '__proto__', 'constructor'].sort());
    using session = await logon('__proto__');
    await check(session.Logoff(0, 0, 0));
    await check(admin.DeleteProfile('__proto__', 0));
    expect([...(await names(admin))].sort()).toEqual([long, 'constructor'].sort());
  });

  test('the profile of a program is listed, copied, renamed and deleted with MAPI_APP_PROFILE alone', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    expect(await names(admin)).toEqual([]);
    expect(await admin.CopyProfile('app', null, 'copy', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.RenameProfile('app', null, 'copy', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.DeleteProfile('app', 0)).toBe(MAPI_E_NO_ACCESS);
    expect((await admin.SetDefaultProfile('app', 0)) < 0).toBe(true);
    await check(admin.CopyProfile('app', null, 'copy', 0, MAPI_APP_PROFILE));
    // The copy is one, too.
    expect(await names(admin)).toEqual([]);
    using table = await ok(admin.GetProfileTable(MAPI_APP_PROFILE));
    expect(await ok(table.GetRowCount(0))).toBe(2);
    await check(admin.RenameProfile('app', null, 'other', 0, MAPI_APP_PROFILE));
    await check(admin.DeleteProfile('other', MAPI_APP_PROFILE));
  });

  test('what a process left that died while it wrote is removed, and what stands is whole', async () => {
    using admin = await ok(MAPIAdminProfiles(0));
    await made(admin, 'p');
    const half = join(folder, 'profiles.json.0123456789ab');
    writeFileSync(half, '{ "version": 1, "prof');
    // The lock of a process that is gone holds nobody up.
    writeFileSync(join(folder, 'profiles.lock'), thisProcess.replace(/^\d+/, String(0x7fff_fff0)));
    expect(await names(admin)).toEqual(['p']);
    await check(admin.CreateProfile('q', null, 0, 0));
    expect(existsSync(half)).toBe(false);
    expect(await names(admin)).toEqual(['p', 'q']);
  });
});
