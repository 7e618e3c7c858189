import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, com, type Impl, lastErrorOf, ok, S_OK } from '../../../src/com/index.js';
import {
  fnevCriticalError,
  IMAPIAdviseSink,
  type IMAPISession,
  MAPI_ALLOW_OTHERS,
  MAPI_E_END_OF_SESSION,
  MAPI_E_INVALID_OBJECT,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_LOGON_FAILED,
  MAPI_E_NOT_FOUND,
  MAPI_E_NOT_INITIALIZED,
  MAPI_E_UNKNOWN_FLAGS,
  MAPI_E_VERSION,
  MAPI_EXPLICIT_PROFILE,
  MAPI_LOGOFF_SHARED,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MAPI_USE_DEFAULT,
  MUID_PROFILE_INSTANCE,
  type NOTIFICATION,
  PR_DISPLAY_NAME_W,
} from '../../../src/mapi/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../../src/subsystem/index.js';
import { useLedger } from '../../support/ledger.js';
import { PostOffice } from '../spooler/post-office.js';

describe('MAPIInitialize, MAPILogonEx and Logoff', () => {
  useLedger();
  let office: PostOffice;
  beforeEach(async () => {
    office = await PostOffice.open();
    using admin = await ok(MAPIAdminProfiles(0));
    await check(admin.CreateProfile('Other', null, 0, 0));
  });
  afterEach(() => office.close());

  const code = async (name: string | null, flags: number, password: string | null = null): Promise<number> => {
    const [hr, session] = await MAPILogonEx(0, name, password, flags | MAPI_NO_MAIL);
    if (session) {
      await check(session.Logoff(0, 0, 0));
      session.Release();
    }
    return hr;
  };
  async function profileOf(session: IMAPISession): Promise<string | null> {
    using section = await ok(session.OpenProfileSection(MUID_PROFILE_INSTANCE, null, 0));
    return (await ok(section.GetProps([PR_DISPLAY_NAME_W], MAPI_UNICODE))).get(PR_DISPLAY_NAME_W);
  }
  async function profile(name: string | null, flags: number): Promise<string | null> {
    using session = await ok(MAPILogonEx(0, name, null, flags | MAPI_NO_MAIL));
    const found = await profileOf(session);
    await check(session.Logoff(0, 0, 0));
    return found;
  }

  test('calls are counted, and without one nothing is possible', async () => {
    expect(MAPIInitialize({ ulVersion: 1, ulFlags: 0 })).toBe(MAPI_E_VERSION);
    expect(MAPIInitialize({ ulVersion: 0, ulFlags: 0x40 })).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(MAPIInitialize({} as never)).toBe(MAPI_E_INVALID_PARAMETER);
    MAPIUninitialize();
    expect(await code('Work', 0)).toBe(MAPI_E_NOT_INITIALIZED);
    expect((await MAPIAdminProfiles(0))[0]).toBe(MAPI_E_NOT_INITIALIZED);
    expect(MAPIInitialize(null)).toBe(S_OK);
    expect((await MAPIAdminProfiles(1))[0]).toBe(MAPI_E_UNKNOWN_FLAGS);
    expect(await code('Work', MAPI_NEW_SESSION)).toBe(S_OK);
  });

  test('the profile is the one named, or the default one unless it may not be', async () => {
    expect(await code('Nobody', MAPI_NEW_SESSION)).toBe(MAPI_E_NOT_FOUND);
    expect(await code('x'.repeat(65), MAPI_NEW_SESSION)).toBe(MAPI_E_LOGON_FAILED);
    expect(await code('Work', MAPI_NEW_SESSION, 'secret')).toBe(MAPI_E_LOGON_FAILED);
    expect(await code('Work', 0x0000_0800)).toBe(MAPI_E_UNKNOWN_FLAGS);
    // No ULONG: its lower half alone would pass.
    expect((await MAPILogonEx(0, 'Work', null, 2 ** 40))[0]).toBe(MAPI_E_INVALID_PARAMETER);
    expect(await code(5 as never, MAPI_NEW_SESSION)).toBe(MAPI_E_LOGON_FAILED);
    expect(lastErrorOf(MAPILogonEx)?.error.message).toMatch(/the name of a profile is a text/);
    for (const flags of [0, MAPI_USE_DEFAULT]) expect(await code(null, flags)).toBe(MAPI_E_LOGON_FAILED);
    using admin = await ok(MAPIAdminProfiles(0));
    await check(admin.SetDefaultProfile('Other', 0));
    expect(await profile('Work', 0)).toBe('Work');
    for (const none of [null, '']) {
      expect(await profile(none, 0)).toBe('Other');
      expect(await code(none, MAPI_EXPLICIT_PROFILE)).toBe(MAPI_E_LOGON_FAILED);
      expect(await profile(none, MAPI_EXPLICIT_PROFILE | MAPI_USE_DEFAULT)).toBe('Other');
    }
    expect(await profile('Work', MAPI_EXPLICIT_PROFILE)).toBe('Work');
    expect(await profile('Work', MAPI_USE_DEFAULT)).toBe('Other');
  });

  test('a logon that fails says why: in what ok throws, and in lastErrorOf', async () => {
    const words = async (name: string | null, flags = 0): Promise<string> => {
      const [hr, session] = await MAPILogonEx(0, name, null, flags);
      expect(session).toBeNull();
      const last = lastErrorOf(MAPILogonEx);
      expect([last?.method, last?.error.hr]).toEqual(['MAPILogonEx', hr]);
      await expect(ok(MAPILogonEx(0, name, null, flags))).rejects.toMatchObject({ hr, words: last?.error.words });
      return last?.error.words ?? '';
    };
    expect(await words('Nobody')).toMatch(/^there is no profile Nobody in .*comail/);
    expect(await words(null)).toBe('there is no default profile; name one or make one');
    expect(await words(null, MAPI_EXPLICIT_PROFILE)).toBe('name a profile: MAPI_EXPLICIT_PROFILE is set');
  });

  test('a shared session is joined whatever profile is named, but not for MAPI_NEW_SESSION', async () => {
    {
      using first = await ok(MAPILogonEx(0, 'Work', null, MAPI_ALLOW_OTHERS | MAPI_NO_MAIL));
      expect(await profile('Other', 0)).toBe('Work');
      expect(await profile('Nobody', 0)).toBe('Work');
      expect(await profile('Other', MAPI_NEW_SESSION)).toBe('Other');
      // The session lasts as long as somebody is in it.
      using second = await ok(MAPILogonEx(0, null, null, MAPI_NO_MAIL));
      await check(first.Logoff(0, 0, 0));
      expect(await profileOf(second)).toBe('Work');
      expect(await profile(null, 0)).toBe('Work');
      await check(second.Logoff(0, 0, 0));
    }
    expect(await profile('Other', 0)).toBe('Other');
    expect(await code('Nobody', 0)).toBe(MAPI_E_NOT_FOUND);
  });

  test('MAPI_LOGOFF_SHARED tells the others, after Logoff nothing works but Release', async () => {
    using first = await ok(MAPILogonEx(0, 'Work', null, MAPI_ALLOW_OTHERS | MAPI_NO_MAIL));
    using second = await ok(MAPILogonEx(0, null, null, MAPI_NO_MAIL));
    const told: unknown[] = [];
    const hears = (who: string) =>
      com(
        {
          OnNotify: (list: readonly NOTIFICATION[]) => {
            for (const { info } of list) told.push([who, (info as { scode?: number }).scode]);
            return S_OK;
          },
        } as unknown as Impl<IMAPIAdviseSink>,
        IMAPIAdviseSink,
      );
    using own = hears('first');
    using others = hears('second');
    await ok(first.Advise(null, fnevCriticalError, own));
    await ok(second.Advise(null, fnevCriticalError, others));
    expect(await first.Logoff(0, 0x8000, 0)).toBe(MAPI_E_UNKNOWN_FLAGS);
    await check(first.Logoff(0, MAPI_LOGOFF_SHARED, 0));
    await expect.poll(() => told).toEqual([['second', MAPI_E_END_OF_SESSION]]);
    expect((await first.GetMsgStoresTable(0))[0]).toBe(MAPI_E_INVALID_OBJECT);
    expect(await first.Logoff(0, 0, 0)).toBe(MAPI_E_INVALID_OBJECT);
    await check(second.Logoff(0, 0, 0));
  });
});
