import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, E_FAIL, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMsgServiceAdmin2,
  type IProfAdmin,
  MAPI_APP_PROFILE,
  MAPI_DEFAULT_SERVICES,
  MAPI_DIALOG,
  MAPI_E_CALL_FAILED,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NO_ACCESS,
  MAPI_E_NOT_FOUND,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_UNICODE,
  MSG_SERVICE_CREATE,
  MSG_SERVICE_DELETE,
  MUID_PROFILE_INSTANCE,
  PR_DEFAULT_PROFILE,
  PR_DISPLAY_NAME_A,
  PR_DISPLAY_NAME_W,
  PR_SEARCH_KEY,
  SERVICE_UI_ALLOWED,
} from '../../../src/mapi/index.js';
import { useLedger } from '../../support/ledger.js';
import { Desk, servicesIn } from './services.js';

const unknown = 0x0010_0000;

describe('IProfAdmin, method by method', () => {
  useLedger();
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  /** Names and which is the default one. */
  async function listed(admin: IProfAdmin, flags = 0): Promise<readonly (readonly unknown[])[]> {
    using table = await ok(admin.GetProfileTable(flags));
    const rows = await ok(table.QueryRows(99, 0));
    return rows.map((row) => [row.get(PR_DISPLAY_NAME_W), row.get(PR_DEFAULT_PROFILE)]);
  }
  const servicesOf = async (admin: IProfAdmin, profile: string): Promise<readonly string[]> => {
    using services = (await ok(admin.AdminServices(profile, null, 0, 0))) as IMsgServiceAdmin2;
    return [...(await servicesIn(services)).keys()];
  };

  test('GetProfileTable: two columns, one row for each profile, none without; static', async () => {
    using admin = desk.admin();
    using table = await ok(admin.GetProfileTable(0));
    const columns = await ok(table.QueryColumns(0));
    expect(columns).toEqual([PR_DISPLAY_NAME_W, PR_DEFAULT_PROFILE]);
    await check(admin.CreateProfile('q', null, 0, 0));
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    expect(await ok(table.GetRowCount(0))).toBe(1);
    expect(await listed(admin)).toEqual([
      ['p', false],
      ['q', false],
    ]);
    expect((await listed(admin, MAPI_APP_PROFILE)).map(([name]) => name)).toEqual(['p', 'q', 'app']);
    for (const name of ['p', 'q']) await check(admin.DeleteProfile(name, 0));
    expect(await listed(admin)).toEqual([]);
    using narrow = await ok(admin.GetProfileTable(MAPI_APP_PROFILE));
    await check(narrow.SetColumns([PR_DISPLAY_NAME_A], 0));
    expect((await ok(narrow.QueryRows(1, 0)))[0]?.get(PR_DISPLAY_NAME_A)).toBe('app');
    expect((await admin.GetProfileTable(unknown))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('CreateProfile: S_OK; MAPI_E_NO_ACCESS when it is there; no password, and a name within bounds', async () => {
    using admin = desk.admin();
    expect(await admin.CreateProfile('Zoë_2 und mehr', '', 0, 0)).toBe(S_OK);
    expect(await admin.CreateProfile('Zoë_2 und mehr', null, 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.CreateProfile('new', 'secret', 0, 0)).toBe(MAPI_E_LOGON_FAILED);
    for (const name of ['', ' x', 'x ', 'a/b', 'a\0', 'a'.repeat(65), null as never])
      expect(await admin.CreateProfile(name, null, 0, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await admin.CreateProfile('a'.repeat(64), null, 0, 0)).toBe(S_OK);
    expect(await admin.CreateProfile('new', null, 0, unknown)).toBe(MAPI_E_UNKNOWN_FLAGS);
  });

  test('CreateProfile with MAPI_DEFAULT_SERVICES: MSG_SERVICE_CREATE for each, when all of them are in the profile', async () => {
    using admin = desk.admin();
    const seen: (readonly string[])[] = [];
    const look = async () => {
      seen.push((await servicesOf(admin, 'new')).filter((name) => ['ONE', 'TWO'].includes(name)));
      return undefined;
    };
    desk.service('ONE', look, { isDefault: true });
    desk.service('TWO', look, { isDefault: true });
    desk.service('THREE', look);
    await check(admin.CreateProfile('new', null, 7, MAPI_DEFAULT_SERVICES));
    expect(desk.calls).toEqual([`ONE ${MSG_SERVICE_CREATE} 0 0`, `TWO ${MSG_SERVICE_CREATE} 0 0`]);
    expect(seen).toEqual([
      ['ONE', 'TWO'],
      ['ONE', 'TWO'],
    ]);
    // With MAPI_DIALOG the window goes along.
    await check(admin.DeleteProfile('new', 0));
    desk.calls.length = 0;
    await check(admin.CreateProfile('new', null, 7, MAPI_DEFAULT_SERVICES | MAPI_DIALOG));
    const withUi = `${MSG_SERVICE_CREATE} 7 ${SERVICE_UI_ALLOWED}`;
    expect(desk.calls).toEqual([`ONE ${withUi}`, `TWO ${withUi}`]);
    // Without the flag the profile is empty.
    await check(admin.CreateProfile('empty', null, 7, MAPI_DIALOG));
    expect(await servicesOf(admin, 'empty')).toEqual([]);
  });

  test('CreateProfile leaves no profile behind when one of its services refuses', async () => {
    using admin = desk.admin();
    desk.service('ONE', () => undefined, { isDefault: true });
    desk.service('TWO', () => MAPI_E_CALL_FAILED, { isDefault: true });
    expect(await admin.CreateProfile('new', null, 0, MAPI_DEFAULT_SERVICES)).toBe(MAPI_E_CALL_FAILED);
    expect((await ok(admin.GetLastError(MAPI_E_CALL_FAILED, MAPI_UNICODE))).lpszError).toContain('in words');
    expect((await listed(admin)).map(([name]) => name)).toEqual(['p']);
  });

  test('DeleteProfile: MSG_SERVICE_DELETE for each service; MAPI_E_NOT_FOUND; MAPI_E_NO_ACCESS for that of a program', async () => {
    using admin = desk.admin();
    desk.service('ONE', () => undefined);
    using services = await desk.services();
    await check(services.CreateMsgService('ONE', null, 0, 0));
    desk.calls.length = 0;
    expect(await admin.DeleteProfile('p', unknown)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await admin.DeleteProfile('p', 0)).toBe(S_OK);
    expect(desk.calls).toEqual([`ONE ${MSG_SERVICE_DELETE} 0 0`]);
    expect(await admin.DeleteProfile('p', 0)).toBe(MAPI_E_NOT_FOUND);
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    expect(await admin.DeleteProfile('app', 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.DeleteProfile('app', MAPI_APP_PROFILE)).toBe(S_OK);
  });

  test('ChangeProfilePassword: S_OK, and nothing happens, as the page has it', async () => {
    using admin = desk.admin();
    expect(await admin.ChangeProfilePassword('p', null, 'secret', MAPI_UNICODE)).toBe(S_OK);
    expect(await admin.ChangeProfilePassword('nobody', 'a', 'b', 0)).toBe(S_OK);
    expect(await admin.ChangeProfilePassword('p', null, null, 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    using services = await ok(admin.AdminServices('p', null, 0, 0));
    expect((await services.GetLastError(S_OK, 0))[0]).toBe(S_OK);
  });

  test('CopyProfile: all of it under another name, with a search key of its own', async () => {
    using admin = desk.admin();
    desk.service('ONE', () => undefined);
    using services = await desk.services();
    await check(services.CreateMsgService('ONE', null, 0, 0));
    desk.calls.length = 0;
    expect(await admin.CopyProfile('p', '', 'copy', 0, MAPI_DIALOG)).toBe(S_OK);
    expect(desk.calls).toEqual([]);
    expect(await servicesOf(admin, 'copy')).toEqual(['ONE']);
    const own = async (name: string) => {
      using each = await desk.services(name);
      using section = await ok(each.OpenProfileSection(MUID_PROFILE_INSTANCE, null, 0));
      return await ok(section.GetProps([PR_DISPLAY_NAME_W, PR_SEARCH_KEY], MAPI_UNICODE));
    };
    const [first, second] = [await own('p'), await own('copy')];
    expect([first, second].map((row) => row.get(PR_DISPLAY_NAME_W))).toEqual(['p', 'copy']);
    expect(second.get(PR_SEARCH_KEY)).not.toEqual(first.get(PR_SEARCH_KEY));
  });

  test('CopyProfile: MAPI_E_ACCESS_DENIED, MAPI_E_LOGON_FAILED, MAPI_E_NOT_FOUND, MAPI_E_NO_ACCESS', async () => {
    using admin = desk.admin();
    // The page's MAPI_E_ACCESS_DENIED has no number of its own: E_ACCESSDENIED is MAPI_E_NO_ACCESS.
    expect(await admin.CopyProfile('p', null, 'p', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.CopyProfile('p', 'wrong', 'copy', 0, 0)).toBe(MAPI_E_LOGON_FAILED);
    expect(await admin.CopyProfile('p', 'wrong', 'copy', 0, MAPI_DIALOG)).toBe(MAPI_E_LOGON_FAILED);
    expect(await admin.CopyProfile('nobody', null, 'copy', 0, 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.CopyProfile('p', null, ' copy', 0, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await admin.CopyProfile('p', null, 'copy', 0, unknown)).toBe(MAPI_E_UNKNOWN_FLAGS);
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    expect(await admin.CopyProfile('app', null, 'copy', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.CopyProfile('app', null, 'app copy', 0, MAPI_APP_PROFILE)).toBe(S_OK);
    // Only the copy of a program's profile is one, whatever the flag.
    expect(await admin.CopyProfile('p', null, 'p copy', 0, MAPI_APP_PROFILE)).toBe(S_OK);
    expect((await listed(admin)).map(([name]) => name)).toEqual(['p', 'p copy']);
  });

  test('RenameProfile: in its place, with its services and as the default one it was', async () => {
    using admin = desk.admin();
    await check(admin.CreateProfile('q', null, 0, 0));
    await check(admin.SetDefaultProfile('p', 0));
    expect(await admin.RenameProfile('p', null, 'other', 0, 0)).toBe(S_OK);
    expect(await listed(admin)).toEqual([
      ['other', true],
      ['q', false],
    ]);
    expect(await admin.RenameProfile('other', null, 'other', 0, 0)).toBe(S_OK);
  });

  test('RenameProfile: MAPI_E_LOGON_FAILED, MAPI_E_NO_ACCESS, MAPI_E_NOT_FOUND', async () => {
    using admin = desk.admin();
    await check(admin.CreateProfile('q', null, 0, 0));
    expect(await admin.RenameProfile('p', 'wrong', 'x', 0, 0)).toBe(MAPI_E_LOGON_FAILED);
    expect(await admin.RenameProfile('p', null, 'q', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.RenameProfile('nobody', null, 'x', 0, 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.RenameProfile('p', null, 'x?', 0, 0)).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await admin.RenameProfile('p', null, 'x', 0, unknown)).toBe(MAPI_E_UNKNOWN_FLAGS);
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    expect(await admin.RenameProfile('app', null, 'x', 0, 0)).toBe(MAPI_E_NO_ACCESS);
    expect(await admin.RenameProfile('app', null, 'x', 0, MAPI_APP_PROFILE)).toBe(S_OK);
    expect((await listed(admin)).map(([name]) => name)).toEqual(['p', 'q']);
  });

  test('SetDefaultProfile: one, another, none with NULL; MAPI_E_NOT_FOUND; E_FAIL for that of a program', async () => {
    using admin = desk.admin();
    await check(admin.CreateProfile('q', null, 0, 0));
    await check(admin.CreateProfile('app', null, 0, MAPI_APP_PROFILE));
    const named = async () => (await listed(admin)).filter(([, isDefault]) => isDefault).map(([name]) => name);
    expect(await admin.SetDefaultProfile('p', MAPI_UNICODE)).toBe(S_OK);
    expect(await admin.SetDefaultProfile('q', 0)).toBe(S_OK);
    expect(await admin.SetDefaultProfile('nobody', 0)).toBe(MAPI_E_NOT_FOUND);
    expect(await admin.SetDefaultProfile('app', 0)).toBe(E_FAIL);
    expect(await admin.SetDefaultProfile('p', 1)).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await named()).toEqual(['q']);
    expect(await admin.SetDefaultProfile(null, 0)).toBe(S_OK);
    expect(await named()).toEqual([]);
  });

  test('AdminServices: S_OK for a profile that is there; MAPI_E_LOGON_FAILED for none, or with a password', async () => {
    using admin = desk.admin();
    for (const password of [null, '']) {
      using services = await ok(admin.AdminServices('p', password, 0, MAPI_UNICODE | MAPI_DIALOG));
      expect(await servicesIn(services as IMsgServiceAdmin2)).toEqual(new Map());
    }
    expect((await admin.AdminServices('nobody', null, 0, 0))[0]).toBe(MAPI_E_LOGON_FAILED);
    expect((await admin.AdminServices(null as never, null, 0, 0))[0]).toBe(MAPI_E_LOGON_FAILED);
    expect((await admin.AdminServices('p', 'wrong', 0, 0))[0]).toBe(MAPI_E_LOGON_FAILED);
    expect((await admin.AdminServices('p', null, 0, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    // It makes no profile.
    expect((await listed(admin)).map(([name]) => name)).toEqual(['p']);
  });

  test('GetLastError: the words for the last failure in either width; nothing of other codes', async () => {
    using admin = desk.admin();
    expect(await admin.DeleteProfile('nobody', 0)).toBe(MAPI_E_NOT_FOUND);
    for (const flags of [0, MAPI_UNICODE])
      expect((await ok(admin.GetLastError(MAPI_E_NOT_FOUND, flags))).lpszError).toContain('nobody');
    expect((await ok(admin.GetLastError(MAPI_E_NO_ACCESS, 0))).lpszError).toBe('');
    expect((await admin.GetLastError(MAPI_E_NOT_FOUND, 1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
  });
});
