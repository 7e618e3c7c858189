import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guidFromBytes, ok } from '../../../src/com/index.js';
import {
  ATTACH_BY_VALUE,
  type EntryId,
  IMAPIFolder,
  MAPI_BODY_AS_FILE,
  MAPI_E_AMBIGUOUS_RECIPIENT,
  MAPI_E_DISK_FULL,
  MAPI_E_TOO_MANY_FILES,
  MAPI_E_TOO_MANY_RECIPIENTS,
  MAPI_ENVELOPE_ONLY,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_PEEK,
  MAPI_SUPPRESS_ATTACH,
  MAPI_TO,
  MAPI_UNICODE,
  MODRECIP_ADD,
  PR_ATTACH_METHOD,
  PR_MESSAGE_CLASS_W,
  PR_PAB_PATH_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  prop,
  SUCCESS_SUCCESS,
} from '../../../src/mapi/index.js';
import { addressBookMessageService } from '../../../src/providers/addressbook/index.js';
import {
  MAPIAdminProfiles,
  MAPIFindNext,
  MAPIInitialize,
  MAPILogonEx,
  MAPIReadMail,
  MAPIResolveName,
  MAPISaveMail,
  MAPISendMail,
  MAPIUninitialize,
  registerMessageService,
  setSimpleSettings,
} from '../../../src/subsystem/index.js';
import { maxFiles, maxRecipients } from '../../../src/subsystem/simple/limits.js';
import { addUser, withPab } from '../../providers/addressbook/pab.js';
import { useLedger } from '../../support/ledger.js';
import { defaultStore, recipient } from '../../support/store-programs/client.js';
import { Office } from './office.js';

useLedger();

/** Something that Simple MAPI has no function for, in a session of the profile. */
async function beside(work: (session: Parameters<typeof defaultStore>[0]) => Promise<void>): Promise<void> {
  MAPIInitialize(null);
  using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_NEW_SESSION | MAPI_NO_MAIL | MAPI_UNICODE));
  await work(session);
  await ok(session.Logoff(0, 0, 0));
  MAPIUninitialize();
}

async function* bytes(count: number): AsyncGenerator<Uint8Array> {
  yield new Uint8Array(count);
}

describe('Names', () => {
  test('of two people are MAPI_E_AMBIGUOUS_RECIPIENT, for MAPIResolveName and for MAPISendMail, which sends nothing', async () => {
    await using office = await Office.open();
    onTestFinished(registerMessageService(addressBookMessageService));
    MAPIInitialize(null);
    {
      using admin = await ok(MAPIAdminProfiles(0));
      using services = await ok(admin.AdminServices('Work', null, 0, 0));
      await ok(services.CreateMsgService(addressBookMessageService.name, null, 0, MAPI_UNICODE));
      using table = await ok(services.GetMsgServiceTable(0));
      const rows = await ok(table.QueryRows(10, 0));
      const book = rows.find((row) => row.get(PR_SERVICE_NAME_W) === addressBookMessageService.name);
      const uid = guidFromBytes(book?.get(PR_SERVICE_UID) as Uint8Array);
      await ok(services.ConfigureMsgService(uid, 0, 0, [prop(PR_PAB_PATH_W, join(office.desk.folder, 'pab'))]));
    }
    MAPIUninitialize();
    await beside((session) =>
      withPab(session, async (pab) => {
        await addUser(pab, 'Bob Baker', 'bob@example.org');
        await addUser(pab, 'Bob Baker', 'bob@example.com');
        await addUser(pab, 'Ann Arbor', 'ann@example.org');
      }),
    );
    await office.session(async (session) => {
      expect(await MAPIResolveName(session, 0, 'Bob Baker', 0)).toEqual([MAPI_E_AMBIGUOUS_RECIPIENT, null]);
      const [code, ann] = await MAPIResolveName(session, 0, 'Ann Arbor', 0);
      expect([code, ann?.lpszAddress]).toEqual([SUCCESS_SUCCESS, 'SMTP:ann@example.org']);
      const lpRecips = [{ ulRecipClass: MAPI_TO, lpszName: 'Bob Baker' }];
      expect(await MAPISendMail(session, 0, { lpszSubject: 'Which', lpRecips }, 0)).toBe(MAPI_E_AMBIGUOUS_RECIPIENT);
    });
    expect(office.desk.server.got).toEqual([]);
  });
});

describe('MAPIReadMail', () => {
  test('of a message with more recipients than a program can be given is MAPI_E_TOO_MANY_RECIPIENTS', async () => {
    await using office = await Office.open();
    await beside(async (session) => {
      using store = await defaultStore(session);
      const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note', MAPI_UNICODE));
      const { lppUnk } = await ok(store.OpenEntry(lppEntryID as EntryId, IMAPIFolder, MAPI_MODIFY));
      using inbox = lppUnk;
      using message = await ok(inbox.CreateMessage(null, 0));
      await ok(message.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note')]));
      const rows = Array.from({ length: maxRecipients + 1 }, (_, n) => recipient(`n${n}@example.org`));
      await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
      await ok(message.SaveChanges(0));
    });
    await office.session(async (session) => {
      const [, id] = await MAPIFindNext(session, 0, null, null, 0);
      expect(await MAPIReadMail(session, 0, id ?? '', MAPI_PEEK)).toEqual([MAPI_E_TOO_MANY_RECIPIENTS, null]);
    });
  });

  test('of a message with more files than a program can be given is MAPI_E_TOO_MANY_FILES: the text as a file is one, too', async () => {
    await using office = await Office.open();
    await beside(async (session) => {
      using store = await defaultStore(session);
      const { lppEntryID } = await ok(store.GetReceiveFolder('IPM.Note', MAPI_UNICODE));
      const { lppUnk } = await ok(store.OpenEntry(lppEntryID as EntryId, IMAPIFolder, MAPI_MODIFY));
      using inbox = lppUnk;
      using message = await ok(inbox.CreateMessage(null, 0));
      await ok(message.SetProps([prop(PR_MESSAGE_CLASS_W, 'IPM.Note')]));
      for (let n = 0; n < maxFiles; n++) {
        const { lppAttach } = await ok(message.CreateAttach(null, 0));
        using attachment = lppAttach;
        await ok(attachment.SetProps([prop(PR_ATTACH_METHOD, ATTACH_BY_VALUE)]));
        await ok(attachment.SaveChanges(0));
      }
      await ok(message.SaveChanges(0));
    });
    await office.session(async (session) => {
      const [, id] = await MAPIFindNext(session, 0, null, null, 0);
      const read = (flags: number) => MAPIReadMail(session, 0, id ?? '', MAPI_PEEK | flags);
      expect(await read(MAPI_BODY_AS_FILE)).toEqual([MAPI_E_TOO_MANY_FILES, null]);
      const [code, message] = await read(MAPI_ENVELOPE_ONLY);
      expect([code, message?.lpFiles?.length]).toEqual([SUCCESS_SUCCESS, maxFiles]);
    });
  });

  test('on a full disk is MAPI_E_DISK_FULL, and leaves nothing behind', async (context) => {
    await using office = await Office.open();
    const folder = join(office.desk.folder, 'small');
    mkdirSync(folder);
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
    if (status !== 0) return context.skip();
    using _disk = { [Symbol.dispose]: () => void spawnSync('umount', ['--lazy', folder]) };
    await office.session(async (session) => {
      const large = { nPosition: -1, lpszPathName: 'large.bin', content: bytes(200_000) };
      const [, id] = await MAPISaveMail(session, 0, { lpszSubject: 'Large', lpFiles: [large] }, 0, 0, null);
      setSimpleSettings({ folder });
      expect(await MAPIReadMail(session, 0, id ?? '', MAPI_PEEK)).toEqual([MAPI_E_DISK_FULL, null]);
      expect(readdirSync(folder)).toEqual([]);
      const [code] = await MAPIReadMail(session, 0, id ?? '', MAPI_PEEK | MAPI_SUPPRESS_ATTACH);
      expect(code).toBe(SUCCESS_SUCCESS);
    });
  });
});
