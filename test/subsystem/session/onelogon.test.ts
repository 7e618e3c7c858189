import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { check, ok, S_OK } from '../../../src/com/index.js';
import {
  type IMAPISession,
  MAPI_ALLOW_OTHERS,
  MAPI_APP_PROFILE,
  MAPI_BG_SESSION,
  MAPI_E_TIMEOUT,
  MAPI_EXTENDED,
  MAPI_FORCE_DOWNLOAD,
  MAPI_LOGON_UI,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_NT_SERVICE,
  MAPI_PASSWORD_UI,
  MAPI_SERVICE_UI_ALWAYS,
  MAPI_TIMEOUT_SHORT,
  MAPI_UNICODE,
  MUID_PROFILE_INSTANCE,
  PR_PROFILE_NAME_W,
  PR_SUBJECT_W,
} from '../../../src/mapi/index.js';
import { MAPIAdminProfiles, MAPILogonEx } from '../../../src/subsystem/index.js';
import { oneLogon } from '../../../src/subsystem/session/onelogon.js';
import { useLedger } from '../../support/ledger.js';
import { column, inboxOf, PostOffice, testTransport } from '../spooler/post-office.js';

describe('logons', () => {
  useLedger();
  let office: PostOffice | null = null;
  let incoming = 0;
  beforeEach(async () => {
    incoming = 0;
    office = await PostOffice.open(
      testTransport('XP1', {
        submit: (asked) => asked,
        incoming: async (message) => {
          if (incoming === 0) return false;
          incoming--;
          await ok(message.SetProps([[PR_SUBJECT_W, 'waiting']]));
          return true;
        },
      }),
    );
    using admin = await ok(MAPIAdminProfiles(0));
    await check(admin.CreateProfile('Other', null, 0, 0));
  });
  afterEach(() => office?.close());

  async function nameOf(session: IMAPISession): Promise<string | null> {
    using section = await ok(session.OpenProfileSection(MUID_PROFILE_INSTANCE, null, 0));
    return (await ok(section.GetProps([PR_PROFILE_NAME_W], MAPI_UNICODE))).get(PR_PROFILE_NAME_W);
  }

  test('each flag of the page is taken; those of dialogs show none', async () => {
    const flags = [
      MAPI_LOGON_UI,
      MAPI_APP_PROFILE,
      MAPI_EXTENDED,
      MAPI_SERVICE_UI_ALWAYS,
      MAPI_NT_SERVICE,
      MAPI_PASSWORD_UI,
      MAPI_TIMEOUT_SHORT,
      MAPI_BG_SESSION,
      MAPI_UNICODE,
    ];
    for (const flag of flags) {
      const [hr, session] = await MAPILogonEx(0, 'Other', null, flag | MAPI_NEW_SESSION | MAPI_NO_MAIL);
      using held = session;
      expect([flag, hr]).toEqual([flag, S_OK]);
      await check((held as IMAPISession).Logoff(0, 0, 0));
    }
  });

  test('that allow others share a session, even at once', async () => {
    const flags = MAPI_ALLOW_OTHERS | MAPI_NO_MAIL;
    const both = await Promise.all([MAPILogonEx(0, 'Work', null, flags), MAPILogonEx(0, 'Other', null, flags)]);
    using first = await ok(Promise.resolve(both[0]));
    using second = await ok(Promise.resolve(both[1]));
    expect([await nameOf(first), await nameOf(second)]).toEqual(['Work', 'Work']);
    await check(first.Logoff(0, 0, 0));
    await check(second.Logoff(0, 0, 0));
  });

  test('MAPI_FORCE_DOWNLOAD: mail has come in when the logon returns', async () => {
    incoming = 2;
    await office?.session(async (_session, store) => {
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual(['waiting', 'waiting']);
    }, MAPI_FORCE_DOWNLOAD);
  });

  test('MAPI_TIMEOUT_SHORT: MAPI_E_TIMEOUT while another one takes long; later ones come in their order', async () => {
    let go: () => void = () => undefined;
    const order: string[] = [];
    const slow = oneLogon(null, () => new Promise<void>((resolve) => (go = resolve)));
    await expect(oneLogon(1, async () => void order.push('impatient'))).rejects.toMatchObject({ hr: MAPI_E_TIMEOUT });
    const next = oneLogon(null, async () => void order.push('next'));
    const failing = oneLogon(null, async () => {
      order.push('failing');
      throw new Error('as the test says');
    });
    const last = oneLogon(60_000, async () => void order.push('last'));
    go();
    await slow;
    await next;
    await expect(failing).rejects.toThrow('as the test says');
    await last;
    expect(order).toEqual(['next', 'failing', 'last']);
  });
});
