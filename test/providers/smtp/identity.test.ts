import { afterEach, describe, expect, test } from 'vitest';
import { check, type Guid, guidFromBytes, ok } from '../../../src/com/index.js';
import {
  type IMAPISession,
  IMailUser,
  MAPI_E_NO_ACCESS,
  PR_EMAIL_ADDRESS_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  prop,
} from '../../../src/mapi/index.js';
import { dropFolderMessageService } from '../../../src/providers/dropfolder/index.js';
import { PR_SMTP_SENDER_ADDRESS, PR_SMTP_SERVER, smtpMessageService } from '../../../src/providers/smtp/index.js';
import { MAPIAdminProfiles, registerMessageService } from '../../../src/subsystem/index.js';
import { PostOffice } from '../../subsystem/spooler/post-office.js';
import { useLedger } from '../../support/ledger.js';

describe('Who the user of a profile with SMTP accounts is', () => {
  useLedger();
  let office: PostOffice;
  let undo: readonly (() => void)[] = [];
  afterEach(() => {
    for (const each of undo) each();
    office.close();
  });

  const whoIs = async (session: IMAPISession): Promise<string | null> => {
    using user = (await ok(session.OpenEntry(await ok(session.QueryIdentity()), IMailUser, 0))).lppUnk;
    return (await ok(user.GetProps([PR_EMAIL_ADDRESS_W], 0))).get(PR_EMAIL_ADDRESS_W);
  };

  test('the sender of the account that was added first; when that one is deleted, of the next', async () => {
    office = await PostOffice.open();
    undo = [smtpMessageService, dropFolderMessageService].map(registerMessageService);
    using profiles = await ok(MAPIAdminProfiles(0));
    using admin = await ok(profiles.AdminServices('Work', null, 0, 0));
    const services = async (name: string): Promise<readonly Guid[]> => {
      using table = await ok(admin.GetMsgServiceTable(0));
      const rows = (await ok(table.QueryRows(9, 0))).filter((row) => row.get(PR_SERVICE_NAME_W) === name);
      return rows.map((row) => guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array));
    };
    const accounts: Guid[] = [];
    for (const name of ['ann', 'bob']) {
      await check(admin.CreateMsgService('SMTP', null, 0, 0));
      const account = (await services('SMTP')).find((uid) => !accounts.includes(uid)) as Guid;
      accounts.push(account);
      const sender = prop(PR_SMTP_SENDER_ADDRESS, `${name}@example.com`);
      await check(admin.ConfigureMsgService(account, 0, 0, [prop(PR_SMTP_SERVER, 'mail.example.com'), sender]));
    }
    // What only keeps mail or brings it in has nobody's identity.
    await check(admin.CreateMsgService('DROPFOLDER', null, 0, 0));
    for (const uid of [...(await services('DROPFOLDER')), ...(await services('COMAIL'))])
      expect(await admin.SetPrimaryIdentity(uid, 0)).toBe(MAPI_E_NO_ACCESS);
    for (const uid of await services('DROPFOLDER')) await check(admin.DeleteMsgService(uid));
    await office.session(async (session) => {
      expect(await whoIs(session)).toBe('ann@example.com');
      using own = await ok(session.AdminServices(0));
      await check(own.DeleteMsgService(accounts[0] as Guid));
    });
    await office.session(async (session) => expect(await whoIs(session)).toBe('bob@example.com'));
  });
});
