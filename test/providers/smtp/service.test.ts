import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guidFromBytes, ok, S_OK } from '../../../src/com/index.js';
import {
  MAPI_E_EXTENDED_ERROR,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NO_SUPPORT,
  MAPI_E_UNCONFIGURED,
  MAPI_FORCE_ACCESS,
  MAPI_UNICODE,
  MSG_SERVICE_INSTALL,
  MSG_SERVICE_PROVIDER_CREATE,
  MSG_SERVICE_UNINSTALL,
  PR_PROVIDER_UID,
  PR_SERVICE_UID,
  PR_SUBJECT_W,
  prop,
} from '../../../src/mapi/index.js';
import {
  PR_SMTP_SECRET,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SERVER,
  PR_SMTP_USER,
  ServiceEntry,
  smtpMessageService,
} from '../../../src/providers/smtp/index.js';
import { registerMessageService } from '../../../src/subsystem/index.js';
import { openProfAdmin } from '../../../src/subsystem/profile/profadmin.js';
import { ProfileFile } from '../../../src/subsystem/profile/profilefile.js';
import { useLedger } from '../../support/ledger.js';
import { Desk } from './desk.js';

const complete = [prop(PR_SMTP_SERVER, 'mail.example.org'), prop(PR_SMTP_SENDER_ADDRESS, 'ann@example.org')];

describe('the message service SMTP', () => {
  useLedger();
  let folder: string;
  let unregister: () => void;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'comail-smtp-'));
    unregister = registerMessageService(smtpMessageService);
  });
  afterEach(() => {
    unregister();
    rmSync(folder, { recursive: true, force: true });
  });

  test('is created in a profile, configured by properties, and deleted', async () => {
    using admin = openProfAdmin(new ProfileFile(folder));
    await ok(admin.CreateProfile('Ann', null, 0, 0));
    using services = await ok(admin.AdminServices('Ann', null, 0, 0));
    await ok(services.CreateMsgService('SMTP', null, 0, 0));
    using table = await ok(services.GetMsgServiceTable(0));
    const [row] = await ok(table.QueryRows(1, 0));
    const uid = guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array);

    expect(await services.ConfigureMsgService(uid, 0, 0, complete.slice(0, 1))).toBe(MAPI_E_UNCONFIGURED);
    const strange = await services.ConfigureMsgService(uid, 0, 0, [...complete, prop(PR_SUBJECT_W, 'x')]);
    expect(strange).toBe(MAPI_E_EXTENDED_ERROR);
    expect((await ok(services.GetLastError(strange, MAPI_UNICODE))).lpszError).toMatch(/0x37001f is no property/);
    const secret = [prop(PR_SMTP_USER, 'ann'), prop(PR_SMTP_SECRET, 'hush-hush')];
    expect(await services.ConfigureMsgService(uid, 0, 0, [...complete, ...secret])).toBe(S_OK);
    // Without properties the entry point checks what is there.
    expect(await services.ConfigureMsgService(uid, 0, 0, null)).toBe(S_OK);

    using providers = await ok(services.AdminProviders(uid, 0));
    using list = await ok(providers.GetProviderTable(0));
    const [provider] = await ok(list.QueryRows(1, 0));
    const section = await ok(
      providers.OpenProfileSection(
        guidFromBytes(provider?.get(PR_PROVIDER_UID) as Uint8Array),
        null,
        MAPI_FORCE_ACCESS,
      ),
    );
    using _ = section;
    expect([...(await ok(section.GetProps([PR_SMTP_SERVER, PR_SMTP_SECRET])))]).toEqual([
      'mail.example.org',
      'hush-hush',
    ]);
    // Among all properties the secret is not shown.
    expect((await ok(section.GetProps(null))).get(PR_SMTP_SECRET)).toBeNull();
    expect((await ok(section.GetProps(null))).get(PR_SMTP_SERVER)).toBe('mail.example.org');

    await ok(services.DeleteMsgService(uid));
  });

  test('says in words what is missing', async () => {
    using support = new Desk([]).support();
    const [hr, told] = await ServiceEntry(support, 0, 0, 3, complete.slice(1), null);
    expect(hr).toBe(MAPI_E_UNCONFIGURED);
    expect(told?.lppMAPIError?.lpszError).toMatch(/PR_SMTP_SERVER/);
  });

  test('agrees to be installed and uninstalled, and knows no other context', async () => {
    using support = new Desk([]).support();
    for (const context of [MSG_SERVICE_INSTALL, MSG_SERVICE_UNINSTALL])
      expect((await ServiceEntry(support, 0, 0, context, null, null))[0]).toBe(S_OK);
    // An account has one transport.
    expect((await ServiceEntry(support, 0, 0, MSG_SERVICE_PROVIDER_CREATE, null, null))[0]).toBe(MAPI_E_NO_SUPPORT);
    expect((await ServiceEntry(support, 0, 0, 99, null, null))[0]).toBe(MAPI_E_INVALID_PARAMETER);
  });
});
