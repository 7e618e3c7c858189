import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Guid, guidFromBytes, ok } from '../../src/com/index.js';
import {
  type IMAPISession,
  IMessage,
  type IMsgServiceAdmin,
  type IMsgStore,
  MAPI_EXTENDED,
  MAPI_FORCE_ACCESS,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  PR_BODY_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_PROVIDER_UID,
  PR_SENDER_ADDRTYPE_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SENT_REPRESENTING_ADDRTYPE_W,
  PR_SENT_REPRESENTING_EMAIL_ADDRESS_W,
  PR_SENT_REPRESENTING_NAME_W,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_SUBJECT_W,
  type PropValue,
  prop,
} from '../../src/mapi/index.js';
import { PR_SMTP_SENDER_ADDRESS } from '../../src/providers/smtp/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPILogonEx, MAPIUninitialize } from '../../src/subsystem/index.js';
import { PR_SPOOL_LAST_ERROR_W } from '../../src/subsystem/spooler/tags.js';
import { useLedger } from '../support/ledger.js';
import { provokes } from '../support/log.js';
import { column, contents, defaultStore, flush, folderOf, inboxOf, submit } from '../support/store-programs/client.js';
import { Desk } from './desk.js';

const sender = (type: string, address: string): readonly PropValue[] => [
  prop(PR_SENDER_NAME_W, 'Somebody'),
  prop(PR_SENDER_ADDRTYPE_W, type),
  prop(PR_SENDER_EMAIL_ADDRESS_W, address),
];

describe('A message whose sender is missing or wrong', () => {
  useLedger();
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
    MAPIInitialize(null);
  });
  afterEach(async () => {
    MAPIUninitialize();
    await desk[Symbol.asyncDispose]();
  });

  async function inSession(step: (session: IMAPISession, store: IMsgStore) => Promise<void>): Promise<void> {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    {
      using store = await defaultStore(session);
      await step(session, store);
    }
    await ok(session.Logoff(0, 0, 0));
  }
  /** Sends a message with these properties, and another one after it that has nothing wrong. */
  async function sent(props: readonly PropValue[]) {
    let told: readonly (readonly unknown[])[] = [];
    let left: readonly (string | null)[] = [];
    await inSession(async (session, store) => {
      await submit(store, 'wrong', ['ann@example.org'], props);
      await submit(store, 'right', ['ann@example.org']);
      await flush(session);
      told = await contents(store, await inboxOf(store), [PR_SUBJECT_W, PR_BODY_W]);
      left = await column(store, await folderOf(store, PR_IPM_OUTBOX_ENTRYID), PR_SUBJECT_W);
    });
    const from = desk.server.got.map((mail) => [
      /^Subject: (.*)\r$/m.exec(mail.text)?.[1],
      mail.from,
      /^From: (.*)\r$/m.exec(mail.text)?.[1],
    ]);
    return { told, left, from: from.sort() };
  }
  const right = ['right', 'me@example.com', 'Me Myself <me@example.com>'];

  test('names nobody: the account is the sender, in the envelope and in the header', async () => {
    expect(await sent([])).toEqual({ told: [], left: [], from: [right, ['wrong', ...right.slice(1)]] });
  });

  test('has no Internet address of its own: the account lends it one', async () => {
    expect(await sent(sender('EX', '/o=org/cn=somebody'))).toEqual({
      told: [],
      left: [],
      from: [right, ['wrong', 'me@example.com', 'Somebody <me@example.com>']],
    });
  });

  test('says for whom it is, and not who sends it: the account does', async () => {
    const represented = [
      prop(PR_SENT_REPRESENTING_NAME_W, 'Boss'),
      prop(PR_SENT_REPRESENTING_ADDRTYPE_W, 'SMTP'),
      prop(PR_SENT_REPRESENTING_EMAIL_ADDRESS_W, 'boss@example.com'),
    ];
    const { told, left, from } = await sent(represented);
    expect([told, left]).toEqual([[], []]);
    expect(from).toEqual([right, ['wrong', 'me@example.com', 'Boss <boss@example.com>']]);
    expect(desk.server.got.find(({ text }) => /^Subject: wrong\r$/m.test(text))?.text).toMatch(
      /^Sender: Me Myself <me@example\.com>\r$/m,
    );
  });

  test('is one that the server refuses: a report says so in its words, and the other message goes', async () => {
    const { told, left, from } = await sent(sender('SMTP', 'spammer@example.com'));
    expect(from).toEqual([right]);
    expect(left).toEqual([]);
    expect(told).toEqual([['Undeliverable: wrong', expect.stringMatching(/spammer@example\.com is not welcome/)]]);
  });

  test('is no address: a report says so, and the other message goes', async () => {
    const { told, left, from } = await sent(sender('SMTP', 'two words@'));
    expect(from).toEqual([right]);
    expect(left).toEqual([]);
    expect(told).toEqual([
      ['Undeliverable: wrong', expect.stringMatching(/The sender of the message, "two words@", is no address/)],
    ]);
  });

  /** The service of the account, with the UID by which it is configured. */
  async function account(step: (services: IMsgServiceAdmin, uid: Guid) => Promise<void>): Promise<void> {
    using admin = await ok(MAPIAdminProfiles(0));
    using services = await ok(admin.AdminServices('Work', null, 0, 0));
    using table = await ok(services.GetMsgServiceTable(0));
    const row = (await ok(table.QueryRows(10, 0))).find((one) => one.get(PR_SERVICE_NAME_W) === 'SMTP');
    await step(services, guidFromBytes(row?.get(PR_SERVICE_UID) as Uint8Array));
  }
  test('has no account that says who sends: it waits, and goes once the account is configured', async () => {
    provokes(
      /could not be logged on: .*PR_SMTP_SENDER_ADDRESS is missing/,
      /could not configure itself: .*PR_SMTP_SENDER/,
    );
    await account(async (services, uid) => {
      using providers = await ok(services.AdminProviders(uid, 0));
      using table = await ok(providers.GetProviderTable(0));
      const [row] = await ok(table.QueryRows(10, 0));
      const provider = guidFromBytes(row?.get(PR_PROVIDER_UID) as Uint8Array);
      using section = await ok(providers.OpenProfileSection(provider, null, MAPI_MODIFY | MAPI_FORCE_ACCESS));
      await ok(section.DeleteProps([PR_SMTP_SENDER_ADDRESS]));
    });
    await inSession(async (held, store) => {
      const entryId = await submit(store, 'patient', ['ann@example.org']);
      await flush(held);
      using message = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
      const [subject, why] = await ok(message.GetProps([PR_SUBJECT_W, PR_SPOOL_LAST_ERROR_W], 0));
      expect(subject).toBe('patient');
      expect(why).toMatch(/PR_SMTP_SENDER_ADDRESS is missing/);
      expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
    });
    expect(desk.server.got).toEqual([]);
    await account(async (services, uid) => {
      await ok(services.ConfigureMsgService(uid, 0, 0, [prop(PR_SMTP_SENDER_ADDRESS, 'me@example.com')]));
    });
    await inSession(async (held, store) => {
      await flush(held);
      expect(await column(store, await folderOf(store, PR_IPM_SENTMAIL_ENTRYID), PR_SUBJECT_W)).toEqual(['patient']);
    });
    expect(desk.server.got.map(({ from }) => from)).toEqual(['me@example.com']);
  });
});
