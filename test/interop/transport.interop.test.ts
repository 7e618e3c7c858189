import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { ok, S_OK } from '../../src/com/index.js';
import { renderMime } from '../../src/convert/index.js';
import {
  MAPI_DIAG_MAIL_REFUSED,
  MAPI_DIAG_SUBMISSION_PROHIBITED,
  MAPI_E_WAIT,
  PR_BODY_W,
  PR_HTML,
  PR_INTERNET_CPID,
  PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SUBJECT_W,
  prop,
  STATUS_FAILURE,
} from '../../src/mapi/index.js';
import {
  PR_SMTP_CERTIFICATES,
  PR_SMTP_SECRET,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_USER,
  SMTP_SECURITY_STARTTLS,
  SMTP_SECURITY_TLS,
} from '../../src/providers/smtp/index.js';
import { attach, embed, letter, to } from '../convert/mime/letters.js';
import { account, Desk, loggedOn, responsibility, sent } from '../providers/smtp/desk.js';
import { inboxOf, newStore } from '../providers/store/mailbox/stores.js';
import { arrival, arrivals, have, type PostfixServer, startPostfix } from '../support/servers/index.js';

const started = await have('Postfix', startPostfix);
afterAll(() => started?.stop());

describe.skipIf(!started)('IXPLogon::SubmitMessage, from a message of the store to the delivered file', () => {
  const server = started as PostfixServer;

  test('delivers texts, attachments, images and an embedded message; who is hidden stays hidden', async () => {
    await using transport = await loggedOn(new Desk(account(server.ports.smtp)));
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(
      inbox,
      [
        prop(PR_SUBJECT_W, 'Grüße aus dem Store'),
        prop(PR_HTML, Buffer.from('<p>Schöne <b>Grüße</b></p>')),
        prop(PR_INTERNET_CPID, 65001),
      ],
      [to('Zoë', 'zoe@example.test'), to('Carol', 'carol@example.test', 2), to('Hidden', 'hidden@example.test', 3)],
    );
    const large = Buffer.from(Array.from({ length: 1_000_000 }, (_, index) => (index * 31) & 0xff));
    await attach(message, 'large.bin', large);
    await embed(message, async (inner) => {
      await ok(inner.SetProps([prop(PR_SUBJECT_W, 'Inner'), prop(PR_BODY_W, '.\r\n..\r\nFrom here')]));
    });
    await ok(message.SaveChanges(2));
    const { lpulMsgRef } = await sent(transport.logon, message);
    expect(await ok(transport.logon.EndMessage(lpulMsgRef))).toBe(0);
    const copies = await arrivals(server, /^(zoe|carol|hidden)@example\.test$/, 3);
    expect(copies).toHaveLength(3);
    // What was delivered is what the message renders to, byte for byte.
    const rendered = await buffer((await renderMime(message, { keepTransportHeaders: false })).source.chunks());
    for (const copy of copies) {
      expect(copy.envelopeFrom).toBe('ann@example.org');
      expect(copy.raw.toString('latin1')).toBe(rendered.toString('latin1').replaceAll('\r\n', '\n'));
    }
    const mail = await PostalMime.parse(copies[0]?.raw as Buffer);
    expect(mail.subject).toBe('Grüße aus dem Store');
    expect(mail.to?.map(({ name, address }) => [name, address])).toEqual([['Zoë', 'zoe@example.test']]);
    expect(JSON.stringify(mail.headers)).not.toMatch(/hidden/);
    expect(mail.html?.trim()).toBe('<p>Schöne <b>Grüße</b></p>');
    expect(Buffer.from(mail.attachments[0]?.content as Uint8Array).equals(large)).toBe(true);
    const inner = await PostalMime.parse(mail.attachments[1]?.content as Uint8Array);
    expect([inner.subject, inner.text?.trim()]).toEqual(['Inner', '.\n..\nFrom here']);
  });

  test('of mixed recipients the refused one is reported, the others are reached', async () => {
    const desk = new Desk(account(server.ports.smtp));
    await using transport = await loggedOn(desk);
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(
      inbox,
      [prop(PR_BODY_W, 'mixed')],
      [to('Good', 'good@example.test'), to('Refused', 'refused@example.test'), to('Fine', 'fine@example.test', 2)],
    );
    await ok(message.SaveChanges(2));
    await sent(transport.logon, message);
    expect(await responsibility(message)).toEqual({ Good: true, Refused: true, Fine: true });
    await Promise.all([arrival(server, 'good@example.test'), arrival(server, 'fine@example.test')]);
    expect(desk.reports).toMatchObject([{ name: 'Refused', text: expect.stringContaining('this address is refused') }]);
    expect([MAPI_DIAG_SUBMISSION_PROHIBITED, MAPI_DIAG_MAIL_REFUSED]).toContain(desk.reports[0]?.diagnostic);
  });

  test('recipients beyond the server’s limit come with the next attempts', async () => {
    const desk = new Desk(account(server.ports.tenRecipients));
    await using transport = await loggedOn(desk);
    using store = await newStore();
    using inbox = await inboxOf(store);
    const many = Array.from({ length: 12 }, (_, index) => to(`N${index}`, `batch-${index}@example.test`));
    using message = await letter(inbox, [prop(PR_BODY_W, 'many')], many);
    await ok(message.SaveChanges(2));
    expect((await transport.logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_WAIT);
    expect((await transport.logon.SubmitMessage(0, message))[0]).toBe(S_OK);
    expect(await arrivals(server, /^batch-/, 12)).toHaveLength(12);
    expect(desk.reports).toEqual([]);
  });

  test('a delivery report that is asked for comes from the server', async () => {
    const mine = prop(PR_SMTP_SENDER_ADDRESS, 'asks@example.test');
    const desk = new Desk([...account(server.ports.smtp).filter(([tag]) => tag !== PR_SMTP_SENDER_ADDRESS), mine]);
    await using transport = await loggedOn(desk);
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(
      inbox,
      [
        prop(PR_SENDER_EMAIL_ADDRESS_W, 'asks@example.test'),
        prop(PR_BODY_W, 'Tell me'),
        prop(PR_ORIGINATOR_DELIVERY_REPORT_REQUESTED, true),
      ],
      [to('Told', 'told@example.test')],
    );
    await ok(message.SaveChanges(2));
    await sent(transport.logon, message);
    const report = await arrival(server, 'asks@example.test');
    expect(report.envelopeFrom).toBe('');
    expect(report.raw.toString('latin1')).toMatch(/^Action: (delivered|relayed)$/m);
    // So the transport has nothing to report.
    expect(desk.reports).toEqual([]);
  });

  test.each([
    ['STARTTLS', SMTP_SECURITY_STARTTLS, () => server.ports.authRequired],
    ['TLS from the first byte', SMTP_SECURITY_TLS, () => server.ports.smtps],
  ])('logs on over %s, with the authority that the profile names', async (name, security, port) => {
    const folder = mkdtempSync(join(tmpdir(), 'comail-ca-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'ca.pem');
    writeFileSync(file, server.ca);
    const { user, password } = server.credentials;
    const secured = [
      ...account(port()).filter(([tag]) => tag !== PR_SMTP_SECURITY),
      prop(PR_SMTP_SECURITY, security),
      prop(PR_SMTP_USER, user),
      prop(PR_SMTP_SECRET, password),
    ];
    const address = `tls-${name.length}@example.test`;
    using store = await newStore();
    using inbox = await inboxOf(store);
    using message = await letter(inbox, [prop(PR_BODY_W, 'secured')], [to('Safe', address)]);
    await ok(message.SaveChanges(2));
    {
      // Without the authority the message waits for a person, and nobody is told that it failed.
      const desk = new Desk(secured);
      await using transport = await loggedOn(desk);
      expect((await transport.logon.SubmitMessage(0, message))[0]).toBe(MAPI_E_WAIT);
      expect(desk.code & STATUS_FAILURE).not.toBe(0);
      expect(desk.reports).toEqual([]);
    }
    await using transport = await loggedOn(new Desk([...secured, prop(PR_SMTP_CERTIFICATES, file)]));
    await sent(transport.logon, message);
    await arrival(server, address);
  });
});
