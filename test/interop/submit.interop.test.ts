import PostalMime, { type Email } from 'postal-mime';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ok } from '../../src/com/index.js';
import {
  type IMAPISession,
  IMessage,
  type IMsgStore,
  MAPI_BCC,
  MAPI_CC,
  MAPI_E_NOT_IN_QUEUE,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MSGFLAG_SUBMIT,
  MSGFLAG_UNSENT,
  PR_ATTACH_CONTENT_ID_W,
  PR_ATTACH_MIME_TAG_W,
  PR_BODY_W,
  PR_DEFERRED_SEND_TIME,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_INTERNET_MESSAGE_ID_W,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_REPORT_TEXT_W,
  PR_SUBJECT_W,
  prop,
} from '../../src/mapi/index.js';
import { PR_SMTP_PORT, PR_SMTP_SENDER_ADDRESS } from '../../src/providers/smtp/index.js';
import {
  MAPIInitialize,
  MAPILogonEx,
  MAPIUninitialize,
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_LAST_ERROR_W,
} from '../../src/subsystem/index.js';
import { attach, embed } from '../convert/mime/letters.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { arrival, arrivals, have, type PostfixServer, startPostfix } from '../support/servers/index.js';
import {
  column,
  compose,
  contents,
  defaultStore,
  flush,
  folderOf,
  inboxOf,
  recipient,
  submit,
  submitted,
} from '../support/store-programs/client.js';

const started = await have('Postfix', startPostfix);
afterAll(() => started?.stop());

describe.skipIf(!started)('IMessage::SubmitMessage, through the spooler to the delivered file', () => {
  const server = started as PostfixServer;
  useLedger();
  let desk: Desk;

  beforeEach(async () => {
    desk = await Desk.open({ account: accountAt(server.ports.smtp) });
    MAPIInitialize(null);
  });
  afterEach(async () => {
    vi.useRealTimers();
    MAPIUninitialize();
    await desk[Symbol.asyncDispose]();
  });

  async function session(step: (session: IMAPISession, store: IMsgStore) => Promise<void>, flags = 0): Promise<void> {
    using opened = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | flags));
    try {
      using store = await defaultStore(opened);
      await step(opened, store);
    } finally {
      await ok(opened.Logoff(0, 0, 0));
    }
  }

  const outbox = (store: IMsgStore): Promise<Uint8Array> => folderOf(store, PR_IPM_OUTBOX_ENTRYID);
  const sentItems = (store: IMsgStore): Promise<Uint8Array> => folderOf(store, PR_IPM_SENTMAIL_ENTRYID);

  test('texts, an attachment, an inline image and an embedded message arrive; who is hidden stays hidden', async () => {
    const bytes = Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 31) & 0xff));
    const image = Buffer.from('89504e470d0a1a0a', 'hex');
    await session(async (opened, store) => {
      {
        const people = [
          recipient('zoe@example.test'),
          recipient('carol@example.test', MAPI_CC),
          recipient('hidden@example.test', MAPI_BCC),
        ];
        using message = await compose(store, 'Grüße aus der Outbox', people, [
          prop(PR_HTML, Buffer.from('<p>Schöne <b>Grüße</b> <img src="cid:logo@example.test"></p>')),
          prop(PR_INTERNET_CPID, 65001),
        ]);
        await attach(message, 'figures.bin', bytes);
        const id = prop(PR_ATTACH_CONTENT_ID_W, 'logo@example.test');
        await attach(message, 'logo.png', image, id, prop(PR_ATTACH_MIME_TAG_W, 'image/png'));
        await embed(message, async (inner) => {
          await ok(inner.SetProps([prop(PR_SUBJECT_W, 'Inner'), prop(PR_BODY_W, '.\r\n..\r\nFrom here')]));
        });
        await submitted(message);
      }
      await flush(opened);
      const [row] = await contents(store, await sentItems(store), [PR_SUBJECT_W, PR_INTERNET_MESSAGE_ID_W]);
      const copies = await arrivals(server, /^(zoe|carol|hidden)@example\.test$/, 3);
      expect(copies).toHaveLength(3);
      for (const copy of copies) {
        expect(copy.envelopeFrom).toBe('me@example.test');
        expect(copy.raw.toString('latin1')).not.toMatch(/hidden/);
        expect(copy.raw.equals(copies[0]?.raw as Buffer)).toBe(true);
      }
      const mail = await PostalMime.parse(copies[0]?.raw as Buffer);
      expect(row).toEqual(['Grüße aus der Outbox', mail.messageId]);
      expect(mail.subject).toBe('Grüße aus der Outbox');
      expect(mail.from).toMatchObject({ name: 'Me Myself', address: 'me@example.test' });
      expect(addresses(mail.to)).toEqual(['zoe@example.test']);
      expect(addresses(mail.cc)).toEqual(['carol@example.test']);
      expect(mail.html).toContain('<p>Schöne <b>Grüße</b> <img src="cid:logo@example.test"></p>');
      expect(mail.text?.trim()).toBe('Hello.');
      const named = (name: string) => mail.attachments.find(({ filename }) => filename === name);
      expect(Buffer.from(named('figures.bin')?.content as Uint8Array).equals(bytes)).toBe(true);
      expect(named('logo.png')).toMatchObject({
        mimeType: 'image/png',
        disposition: 'inline',
        contentId: '<logo@example.test>',
        related: true,
      });
      expect(Buffer.from(named('logo.png')?.content as Uint8Array).equals(image)).toBe(true);
      const within = mail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822');
      const inner = await PostalMime.parse(within?.content as Uint8Array);
      expect([inner.subject, inner.text?.trim()]).toEqual(['Inner', '.\n..\nFrom here']);
      expect(await column(store, await outbox(store), PR_SUBJECT_W)).toEqual([]);
    });
  });

  test('of mixed recipients the refused one comes back as a report with the server’s words, the others are reached', async () => {
    await session(async (opened, store) => {
      await submit(store, 'Mixed', ['good@example.test', 'refused@example.test', 'fine@example.test']);
      await flush(opened);
      await Promise.all([arrival(server, 'good@example.test'), arrival(server, 'fine@example.test')]);
      const inbox = await inboxOf(store, 'REPORT.IPM.Note.NDR');
      const rows = await contents(store, inbox, [PR_MESSAGE_CLASS_W, PR_SUBJECT_W, PR_BODY_W]);
      expect(rows).toMatchObject([
        ['REPORT.IPM.Note.NDR', 'Undeliverable: Mixed', expect.stringContaining('this address is refused')],
      ]);
      using report = await only(store, inbox);
      using people = await ok(report.GetRecipientTable(MAPI_UNICODE));
      await ok(people.SetColumns([PR_EMAIL_ADDRESS_W, PR_REPORT_TEXT_W]));
      expect((await ok(people.QueryRows(10, 0))).map((row) => row.toProps().map(([, value]) => value))).toMatchObject([
        ['refused@example.test', expect.stringMatching(/^554 .*this address is refused/)],
      ]);
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual(['Mixed']);
    });
  });

  test('a server that is away is tried again; when it is back the message arrives, once', async () => {
    await server.halt();
    try {
      await session(async (opened, store) => {
        await submit(store, 'Patient', ['patient@example.test']);
        await flush(opened);
        const waiting = await contents(store, await outbox(store), [PR_SUBJECT_W, PR_SPOOL_LAST_ERROR_W]);
        expect(waiting).toMatchObject([['Patient', expect.stringContaining('ECONNREFUSED')]]);
        await flush(opened);
        const attempts = await column(store, await outbox(store), PR_SPOOL_ATTEMPTS);
        expect(attempts[0]).toBeGreaterThanOrEqual(2);
        expect(await column(store, await inboxOf(store), PR_SUBJECT_W)).toEqual([]);
      });
    } finally {
      await server.resume();
    }
    // Another session finds it.
    await session(async (opened, store) => {
      await flush(opened);
      expect(await column(store, await sentItems(store), PR_SUBJECT_W)).toEqual(['Patient']);
      expect(await arrivals(server, 'patient@example.test', 1)).toHaveLength(1);
    });
  });

  test('whom a later attempt reaches gets the same Message-ID', async () => {
    await using _other = await Desk.open({ account: accountAt(server.ports.tenRecipients) });
    await session(async (opened, store) => {
      const many = Array.from({ length: 12 }, (_, index) => `some-${index}@example.test`);
      const entryId = await submit(store, 'Twelve', many);
      await flush(opened);
      await flush(opened);
      const copies = await arrivals(server, /^some-/, 12);
      expect(copies).toHaveLength(12);
      const ids = await Promise.all(copies.map(async ({ raw }) => (await PostalMime.parse(raw)).messageId));
      using sent = (await ok(store.OpenEntry(entryId, IMessage, 0))).lppUnk;
      const row = await ok(sent.GetProps([PR_INTERNET_MESSAGE_ID_W, PR_SPOOL_ATTEMPTS], 0));
      expect(row.get(PR_SPOOL_ATTEMPTS)).toBe(2);
      expect([...new Set(ids)]).toEqual([row.get(PR_INTERNET_MESSAGE_ID_W)]);
    });
  });

  test('a message that its sender has put off goes at its time, not before', async () => {
    const tomorrow = Date.now() + 86_400_000;
    const time = 116_444_736_000_000_000n + BigInt(tomorrow) * 10_000n;
    await session(async (opened, store) => {
      await submit(store, 'Tomorrow', ['tomorrow@example.test'], [prop(PR_DEFERRED_SEND_TIME, time)]);
      await submit(store, 'Today', ['today@example.test']);
      await flush(opened);
      await arrival(server, 'today@example.test');
      expect(await column(store, await outbox(store), PR_SUBJECT_W)).toEqual(['Tomorrow']);
      vi.useFakeTimers({ toFake: ['Date'], now: tomorrow + 1000 });
      await flush(opened);
      vi.useRealTimers();
      await arrival(server, 'tomorrow@example.test');
      expect((await column(store, await sentItems(store), PR_SUBJECT_W)).toSorted()).toEqual(['Today', 'Tomorrow']);
    });
  });

  test('a message that is taken back is not sent, and is a draft again', async () => {
    await session(async (_opened, store) => {
      const entryId = await submit(store, 'Better not', ['cancelled@example.test']);
      await submit(store, 'Go on', ['goes-on@example.test']);
      await ok(store.AbortSubmit(entryId, 0));
      expect(await store.AbortSubmit(entryId, 0)).toBe(MAPI_E_NOT_IN_QUEUE);
    }, MAPI_NO_MAIL);
    await session(async (opened, store) => {
      await flush(opened);
      await arrival(server, 'goes-on@example.test');
      expect((await server.delivered()).filter(({ envelopeTo }) => envelopeTo === 'cancelled@example.test')).toEqual(
        [],
      );
      const [row] = await contents(store, await outbox(store), [PR_SUBJECT_W, PR_MESSAGE_FLAGS]);
      expect(row?.[0]).toBe('Better not');
      expect((row?.[1] as number) & (MSGFLAG_UNSENT | MSGFLAG_SUBMIT)).toBe(MSGFLAG_UNSENT);
    });
  });
});

const accountAt = (port: number) => [prop(PR_SMTP_PORT, port), prop(PR_SMTP_SENDER_ADDRESS, 'me@example.test')];

const addresses = (people: Email['to']): (string | undefined)[] => (people ?? []).map(({ address }) => address);

/** The only message of a folder. */
async function only(store: IMsgStore, folder: Uint8Array): Promise<IMessage> {
  const ids = await column(store, folder, PR_ENTRYID);
  expect(ids).toHaveLength(1);
  return (await ok(store.OpenEntry(ids[0] as Uint8Array, IMessage, 0))).lppUnk;
}
