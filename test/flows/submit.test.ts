import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../src/com/index.js';
import {
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  type IMsgStore,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_SPOOLER,
  MAPI_TO,
  MAPI_UNICODE,
  MDB_WRITE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_RESOURCE_TYPE,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  prop,
} from '../../src/mapi/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../src/subsystem/index.js';
import { useLedger } from '../support/ledger.js';
import { Desk } from './desk.js';

describe('IMessage::SubmitMessage sends real mail', () => {
  useLedger();
  let desk: Desk;
  let mails: Desk['server']['got'];

  beforeEach(async () => {
    desk = await Desk.open();
    mails = desk.server.got;
    MAPIInitialize(null);
  });
  afterEach(async () => {
    MAPIUninitialize();
    await desk[Symbol.asyncDispose]();
  });

  async function defaultStore(session: IMAPISession): Promise<IMsgStore> {
    using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
    const rows = await ok(table.QueryRows(10, 0));
    const row = rows.find((one) => one.get(PR_DEFAULT_STORE) === true);
    return await ok(session.OpenMsgStore(0, row?.get(PR_ENTRYID) as Uint8Array, null, MDB_WRITE));
  }

  async function flush(session: IMAPISession): Promise<void> {
    using table = await ok(session.GetStatusTable(MAPI_UNICODE));
    const rows = await ok(table.QueryRows(20, 0));
    const row = rows.find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER);
    const opened = await ok(session.OpenEntry(row?.get(PR_ENTRYID) as Uint8Array, IMAPIStatus, 0));
    using status = opened.lppUnk;
    await ok(status.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_NO_UI));
  }

  async function submit(store: IMsgStore, to: readonly string[]): Promise<void> {
    const row = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
    const opened = await ok(store.OpenEntry(row.get(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY));
    using outbox = opened.lppUnk;
    using message = await ok(outbox.CreateMessage(null, 0));
    await ok(
      message.SetProps([
        prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
        prop(PR_SUBJECT_W, 'Grüße'),
        prop(PR_BODY_W, 'Hello there.\r\n'),
        prop(PR_SENTMAIL_ENTRYID, row.get(PR_IPM_SENTMAIL_ENTRYID) as Uint8Array),
      ]),
    );
    await ok(
      message.ModifyRecipients(
        MODRECIP_ADD,
        to.map((address) => [
          prop(PR_RECIPIENT_TYPE, MAPI_TO),
          prop(PR_DISPLAY_NAME_W, address),
          prop(PR_ADDRTYPE_W, 'SMTP'),
          prop(PR_EMAIL_ADDRESS_W, address),
        ]),
      ),
    );
    await ok(message.SubmitMessage(0));
  }

  async function subjects(store: IMsgStore, which: typeof PR_IPM_SENTMAIL_ENTRYID): Promise<readonly unknown[]> {
    const row = await ok(store.GetProps([which], 0));
    const opened = await ok(store.OpenEntry(row.get(which), IMAPIFolder, 0));
    using held = opened.lppUnk;
    using table = await ok(held.GetContentsTable(MAPI_UNICODE));
    await ok(table.SetColumns([PR_SUBJECT_W], 0));
    return (await ok(table.QueryRows(100, 0))).map((one) => one.get(PR_SUBJECT_W));
  }

  test('a message goes from the Outbox to the server and ends in Sent Items', async () => {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await submit(store, ['ann@example.org', 'bob@example.org']);
      await flush(session);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.from).toBe('me@example.com');
      expect(mails[0]?.to).toEqual(['ann@example.org', 'bob@example.org']);
      expect(mails[0]?.text).toContain('Hello there.');
      expect(await subjects(store, PR_IPM_SENTMAIL_ENTRYID)).toEqual(['Grüße']);
      expect(await subjects(store, PR_IPM_OUTBOX_ENTRYID)).toEqual([]);
    }
    await ok(session.Logoff(0, 0, 0));
  });

  test('a recipient that the server refuses comes back as a report in the Inbox', async () => {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await submit(store, ['ann@example.org', 'nobody@example.org']);
      await flush(session);
      expect(mails.map(({ to }) => to)).toEqual([['ann@example.org']]);
      const { lppEntryID } = await ok(store.GetReceiveFolder('REPORT.IPM.Note.NDR', MAPI_UNICODE));
      const opened = await ok(store.OpenEntry(lppEntryID, IMAPIFolder, 0));
      using inbox = opened.lppUnk;
      using table = await ok(inbox.GetContentsTable(MAPI_UNICODE));
      await ok(table.SetColumns([PR_SUBJECT_W, PR_MESSAGE_CLASS_W], 0));
      const rows = await ok(table.QueryRows(10, 0));
      expect(rows.map((row) => row.get(PR_MESSAGE_CLASS_W))).toEqual(['REPORT.IPM.Note.NDR']);
      expect(rows.map((row) => row.get(PR_SUBJECT_W))).toEqual(['Undeliverable: Grüße']);
    }
    await ok(session.Logoff(0, 0, 0));
  });

  test('two sessions of one process, each with its spooler, send a message once', async () => {
    const logon = () => MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION);
    using session = await ok(logon());
    using other = await ok(logon());
    {
      using store = await defaultStore(session);
      for (let number = 0; number < 8; number++) await submit(store, [`bob${number}@example.org`]);
      await Promise.all([flush(session), flush(other)]);
      await vi.waitFor(async () => expect(await subjects(store, PR_IPM_OUTBOX_ENTRYID)).toEqual([]));
      expect(mails.map(({ to }) => to[0]).sort()).toEqual([...Array(8).keys()].map((at) => `bob${at}@example.org`));
    }
    await ok(other.Logoff(0, 0, 0));
    await ok(session.Logoff(0, 0, 0));
  });
});
