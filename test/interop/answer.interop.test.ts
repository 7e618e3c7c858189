import PostalMime from 'postal-mime';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { logon, type MailMessage, type MailSession, type MessageContent } from '../../src/client/index.js';
import { ok } from '../../src/com/index.js';
import { readMail } from '../../src/convert/index.js';
import { IMessage, KEEP_OPEN_READONLY, PR_ENTRYID, PR_SENDER_EMAIL_ADDRESS_W, prop } from '../../src/mapi/index.js';
import { PR_SMTP_PORT, PR_SMTP_SENDER_ADDRESS } from '../../src/providers/smtp/index.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { arrival, arrivals, have, type PostfixServer, startPostfix } from '../support/servers/index.js';

const started = await have('Postfix', startPostfix);
afterAll(() => started?.stop());

describe.skipIf(!started)(
  'A message that was sent, then answered, passed on, sent again: to the delivered files',
  () => {
    const server = started as PostfixServer;
    useLedger();
    let desk: Desk;

    beforeEach(async () => {
      const account = [prop(PR_SMTP_PORT, server.ports.smtp), prop(PR_SMTP_SENDER_ADDRESS, 'me@example.test')];
      desk = await Desk.open({ account });
    });
    afterEach(() => desk[Symbol.asyncDispose]());

    async function sent(session: MailSession, content: MessageContent): Promise<void> {
      using draft = await session.outbox.compose(content);
      const settled = await (await draft.send()).settled();
      expect(settled).toMatchObject({ state: 'sent', undelivered: [] });
    }

    /** Puts what Postfix delivered into the Inbox, as if it came from somebody else. */
    async function comeIn(session: MailSession, to: string, from: string): Promise<MailMessage> {
      using message = await ok(session.inbox.raw.CreateMessage(IMessage, 0));
      await readMail(message, (await arrival(server, to)).raw, {});
      await ok(message.SetProps([prop(PR_SENDER_EMAIL_ADDRESS_W, from)]));
      await ok(message.SaveChanges(KEEP_OPEN_READONLY));
      return await session.open((await ok(message.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array);
    }

    /** Sends a message that comes into the Inbox. */
    async function received(session: MailSession, to: string, content: MessageContent): Promise<MailMessage> {
      await sent(session, { to, ...content });
      return await comeIn(session, to, `from-${to}`);
    }

    const mailOf = async (to: string) => await PostalMime.parse((await arrival(server, to)).raw);

    test('a reply goes to the sender, and names the message it answers and those before it', async () => {
      await using session = await logon({ profile: 'Work' });
      using mail = await received(session, 'one@example.test', { subject: 'Figures', text: 'Here they are.' });
      const original = await mailOf('one@example.test');
      {
        using answer = await mail.reply({ text: 'Thank you!' });
        await (await answer.send()).settled();
      }
      const first = await mailOf('from-one@example.test');
      expect(first).toMatchObject({
        subject: 'RE: Figures',
        inReplyTo: original.messageId,
        references: original.messageId,
      });
      expect(first.to?.map(({ address }) => address)).toEqual(['from-one@example.test']);
      expect(first.text).toMatch(/^Thank you!\n\n.* wrote:\n> Here they are\.\n/);
      expect(first.messageId).not.toBe(original.messageId);
      expect((await arrivals(server, /one@example\.test$/, 2)).map(({ envelopeTo }) => envelopeTo).toSorted()).toEqual([
        'from-one@example.test',
        'one@example.test',
      ]);
    });

    test('an answer to an answer names the whole thread, in order', async () => {
      await using session = await logon({ profile: 'Work' });
      using mail = await received(session, 'thread@example.test', { subject: 'Plan', text: 'First.' });
      const first = await mailOf('thread@example.test');
      {
        using answer = await mail.reply({ text: 'Second.' });
        await (await answer.send()).settled();
      }
      const second = await mailOf('from-thread@example.test');
      {
        using next = await comeIn(session, 'from-thread@example.test', 'third@example.test');
        using answer = await next.reply({ text: 'Third.' });
        await (await answer.send()).settled();
      }
      const third = await mailOf('third@example.test');
      expect(third).toMatchObject({
        subject: 'RE: Plan',
        inReplyTo: second.messageId,
        references: `${first.messageId} ${second.messageId}`,
      });
    });

    test('a reply to all reaches everybody else, each once, in To and Cc as before', async () => {
      await using session = await logon({ profile: 'Work' });
      const people = { to: 'all-a@example.test, me@example.test, all-b@example.test', cc: 'all-c@example.test' };
      await sent(session, { ...people, subject: 'Lunch', text: 'When?' });
      {
        using mail = await comeIn(session, 'all-a@example.test', 'all-sender@example.test');
        using answer = await mail.replyAll({ text: 'At noon.' });
        await (await answer.send()).settled();
      }
      const answer = await mailOf('all-sender@example.test');
      expect(answer.to?.map(({ address }) => address)).toEqual([
        'all-sender@example.test',
        'all-a@example.test',
        'all-b@example.test',
      ]);
      expect(answer.cc?.map(({ address }) => address)).toEqual(['all-c@example.test']);
      const copies = (await arrivals(server, /^all-[abc]@/, 6)).map(({ envelopeTo }) => envelopeTo);
      expect(copies.toSorted()).toEqual(['a', 'a', 'b', 'b', 'c', 'c'].map((name) => `all-${name}@example.test`));
      expect((await arrivals(server, 'me@example.test', 1)).length).toBe(1);
    });

    test('a message that is passed on has its files, the images of its HTML and its texts, byte for byte', async () => {
      const bytes = Buffer.from(Array.from({ length: 200_000 }, (_, index) => (index * 31) & 0xff));
      const image = Buffer.from('89504e470d0a1a0a', 'hex');
      await using session = await logon({ profile: 'Work' });
      using mail = await received(session, 'forwarded@example.test', {
        subject: 'Files',
        html: '<p>Look: <img src="cid:logo@example.test"></p>',
        attachments: [
          { name: 'figures.bin', content: bytes },
          { name: 'logo.png', type: 'image/png', contentId: 'logo@example.test', content: image },
        ],
      });
      {
        using draft = await mail.forward({ to: 'passed-on@example.test', text: 'FYI' });
        await (await draft.send()).settled();
      }
      const got = await mailOf('passed-on@example.test');
      expect(got.subject).toBe('FW: Files');
      expect(got.html).toContain('<p>Look: <img src="cid:logo@example.test"></p>');
      expect(got.html).toContain('Subject: Files');
      expect(got.text).toMatch(/^FYI\n\n-----Original Message-----\n/);
      expect(got.attachments.map(({ filename, contentId }) => [filename, contentId ?? null]).toSorted()).toEqual([
        ['figures.bin', null],
        ['logo.png', '<logo@example.test>'],
      ]);
      const named = (name: string) => got.attachments.find(({ filename }) => filename === name)?.content as Uint8Array;
      expect(Buffer.from(named('figures.bin')).equals(bytes)).toBe(true);
      expect(Buffer.from(named('logo.png')).equals(image)).toBe(true);
    });

    test('a message that was reported goes once more to those alone who did not get it (MSGFLAG_RESEND)', async () => {
      await server.refuse('refused@example.test', 'late@example.test');
      await using session = await logon({ profile: 'Work' });
      {
        using draft = await session.outbox.compose({
          to: 'early@example.test, late@example.test',
          subject: 'Hello',
          text: 'How are you?',
        });
        const { undelivered } = await (await draft.send()).settled();
        expect(undelivered).toMatchObject([{ address: 'late@example.test' }]);
      }
      const early = await arrival(server, 'early@example.test');
      await server.refuse('refused@example.test');
      for await (const entry of session.inbox.messages({ where: { class: { startsWith: 'REPORT.' } } })) {
        using report = await entry.open();
        using again = await report.resend();
        expect(await (await again.send()).settled()).toMatchObject({ state: 'sent', undelivered: [] });
      }
      const late = await arrival(server, 'late@example.test');
      const [first, second] = await Promise.all([PostalMime.parse(early.raw), PostalMime.parse(late.raw)]);
      // The same message, with all recipients to be seen.
      expect([second.subject, second.text, second.messageId]).toEqual([first.subject, first.text, first.messageId]);
      expect(second.to?.map(({ address }) => address)).toEqual(['early@example.test', 'late@example.test']);
      expect(await arrivals(server, /^(early|late)@/, 2)).toHaveLength(2);
    });
  },
);
