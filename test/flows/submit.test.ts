import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setLog } from '../../src/base/index.js';
import { ok } from '../../src/com/index.js';
import {
  type IMsgStore,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  PR_INTERNET_MESSAGE_ID_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
} from '../../src/mapi/index.js';
import { MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../src/subsystem/index.js';
import { useLedger } from '../support/ledger.js';
import { column, defaultStore, flush, folderOf, inboxOf, submit } from '../support/store-programs/client.js';
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

  const subjects = async (store: IMsgStore, folder: typeof PR_IPM_SENTMAIL_ENTRYID) =>
    await column(store, await folderOf(store, folder), PR_SUBJECT_W);

  test('a message goes from the Outbox to the server and ends in Sent Items', async () => {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await submit(store, 'Grüße', ['ann@example.org', 'bob@example.org']);
      await flush(session);
      expect(mails).toHaveLength(1);
      expect(mails[0]?.from).toBe('me@example.com');
      expect(mails[0]?.to).toEqual(['ann@example.org', 'bob@example.org']);
      expect(mails[0]?.text).toContain('Hello.');
      expect(await subjects(store, PR_IPM_SENTMAIL_ENTRYID)).toEqual(['Grüße']);
      // The sender's copy knows the identifier by which answers name it.
      const sentItems = await folderOf(store, PR_IPM_SENTMAIL_ENTRYID);
      const [id] = await column(store, sentItems, PR_INTERNET_MESSAGE_ID_W);
      expect(mails[0]?.text).toContain(`Message-ID: ${id}\r\n`);
      expect(await subjects(store, PR_IPM_OUTBOX_ENTRYID)).toEqual([]);
    }
    await ok(session.Logoff(0, 0, 0));
  });

  test('a recipient that the server refuses comes back as a report in the Inbox', async () => {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await submit(store, 'Grüße', ['ann@example.org', 'nobody@example.org']);
      await flush(session);
      expect(mails.map(({ to }) => to)).toEqual([['ann@example.org']]);
      const inbox = await inboxOf(store, 'REPORT.IPM.Note.NDR');
      expect(await column(store, inbox, PR_MESSAGE_CLASS_W)).toEqual(['REPORT.IPM.Note.NDR']);
      expect(await column(store, inbox, PR_SUBJECT_W)).toEqual(['Undeliverable: Grüße']);
    }
    await ok(session.Logoff(0, 0, 0));
  });

  test('two sessions of one process, each with its spooler, send a message once, and neither doubts what the other does', async () => {
    const said: string[] = [];
    setLog({ error: (message) => void said.push(message), warn: (message) => void said.push(message) });
    const logon = () => MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION);
    using session = await ok(logon());
    using other = await ok(logon());
    {
      using store = await defaultStore(session);
      for (let number = 0; number < 8; number++) await submit(store, 'Grüße', [`bob${number}@example.org`]);
      await Promise.all([flush(session), flush(other)]);
      await vi.waitFor(async () => expect(await subjects(store, PR_IPM_OUTBOX_ENTRYID)).toEqual([]));
      expect(mails.map(({ to }) => to[0]).sort()).toEqual([...Array(8).keys()].map((at) => `bob${at}@example.org`));
    }
    await ok(other.Logoff(0, 0, 0));
    await ok(session.Logoff(0, 0, 0));
    expect(said).toEqual([]);
  });
});
