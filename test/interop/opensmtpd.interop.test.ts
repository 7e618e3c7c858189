import { afterAll, describe, expect, test } from 'vitest';
import { assertLedgerEmpty, S_OK } from '../../src/com/index.js';
import { ADDR_DSN_SUCCESS } from '../../src/imnxport/index.js';
import { SmtpPool } from '../../src/wire/index.js';
import { arrival, arrivals, have, type OpenSmtpdServer, startOpenSmtpd } from '../support/servers/index.js';
import { lockStep, transaction } from './extensions.js';
import { ImnxportClient } from './imnxport-client.js';
import { asStored, awkwardLines, bulk, eightBitLines, letter } from './letter.js';
import { send, sessionOptions, talk } from './wire-sender.js';

const from = 'sender@example.test';
const started = await have('OpenSMTPD', startOpenSmtpd);
afterAll(() => started?.stop());

describe.skipIf(!started)('OpenSMTPD', () => {
  const server = started as OpenSmtpdServer;

  test('it takes one command at a time, and gets no more', async () => {
    const to = ['step-a@example.test', 'step-b@example.test'];
    const { dialog } = await send(server, {}, { from, to, body: letter() });
    expect(lockStep(dialog), transaction(dialog).join('\n')).toBe(true);
    expect(dialog).not.toContain('C: BDAT');
    await arrivals(server, /^step-[ab]@/, 2);
  });

  test.each([
    ['awkward lines', awkwardLines],
    ['8-bit text', eightBitLines],
    ['nothing', Buffer.alloc(0)],
    ['3 MB', bulk(3 << 20)],
  ])('a body of %s is delivered byte for byte', async (what, body) => {
    const to = `${what.replaceAll(' ', '-')}@example.test`.toLowerCase();
    const sent = letter({ body });
    // Without BODY=8BITMIME this server clears the eighth bit of everything.
    await send(server, {}, { from, to: [to], body: sent, bodyType: '8bitmime' });
    const copy = await arrival(server, to);
    expect(copy.envelopeFrom).toBe(from);
    expect(copy.raw.toString('latin1')).toBe(asStored(sent).toString('latin1'));
  });

  test('NOTIFY=SUCCESS yields a report (RFC 3461 section 4.1)', async () => {
    const to = [
      { address: 'dsn@example.test', notify: ['success'] as const, originalRecipient: 'rfc822;first@example.test' },
    ];
    await send(
      server,
      {},
      { from: 'wants-success@example.test', to, body: letter(), envelopeId: 'id-42', ret: 'hdrs' },
    );
    const report = await arrival(server, 'wants-success@example.test');
    expect(report.envelopeFrom).toBe('');
    expect(report.raw.toString()).toMatch(/^Final-Recipient: rfc822; dsn@example\.test\nAction: delivered$/m);
  });

  test('a refused recipient among accepted ones is named, and the others get the message', async () => {
    const to = ['partly-a@example.test', 'refused@example.test', 'partly-b@example.test'];
    const { result } = await send(server, {}, { from, to, body: letter() });
    expect(result.accepted).toEqual(['partly-a@example.test', 'partly-b@example.test']);
    expect(result.refused).toMatchObject([{ address: 'refused@example.test', reply: { code: 550 } }]);
    await arrivals(server, /^partly-[ab]@/, 2);
  });

  test('what it does not offer is refused before a byte is sent', async () => {
    await expect(talk(server, { security: 'starttls' })).rejects.toMatchObject({ code: 'starttls-unavailable' });
    const credentials = { user: 'user', password: 'secret' };
    await expect(talk(server, { credentials })).rejects.toMatchObject({ code: 'no-mechanism' });
    const { client, dialog } = await talk(server);
    const wide = client.send({ from, to: ['grüße@example.test'], body: letter() });
    await expect(wide).rejects.toMatchObject({ code: 'unsupported' });
    expect(dialog).not.toContain('C: MAIL');
    await client.quit();
  });

  test('many messages go one after the other on one connection', async () => {
    const { client } = await talk(server);
    const letters = Array.from({ length: 50 }, (_, index) => letter({ subject: `row ${index}` }));
    await Promise.all(letters.map((body, index) => client.send({ from, to: [`row-${index}@example.test`], body })));
    await client.quit();
    const copies = await arrivals(server, /^row-\d+@/, 50);
    const expected = letters.map((sent) => asStored(sent).toString());
    expect(copies.map((copy) => copy.raw.toString()).sort()).toEqual([...expected].sort());
  });

  test('200 messages through a pool that knows how many this server takes on a connection', async () => {
    // It refuses the hundred-and-first MAIL of a connection with 452.
    const pool = new SmtpPool({ ...sessionOptions(server, {}), maxConnections: 3, maxMessages: 100 });
    const letters = Array.from({ length: 200 }, (_, index) => letter({ subject: `pool ${index}` }));
    await Promise.all(letters.map((body, index) => pool.send({ from, to: [`pool-${index}@example.test`], body })));
    await pool.close();
    const copies = await arrivals(server, /^pool-\d+@/, 200);
    const expected = letters.map((sent) => asStored(sent).toString());
    expect(copies.map((copy) => copy.raw.toString()).sort()).toEqual([...expected].sort());
  });

  test('150 messages through a pool of one connection that does not know: the fifty behind its limit go by another', async () => {
    const pool = new SmtpPool({ ...sessionOptions(server, {}), maxConnections: 1 });
    const letters = Array.from({ length: 150 }, (_, index) => letter({ subject: `fill ${index}` }));
    const replies: number[] = [];
    await Promise.all(
      letters.map(async (body, index) => {
        const { reply } = await pool.send({ from, to: [`fill-${index}@example.test`], body });
        replies.push(reply.code);
      }),
    );
    await pool.close();
    expect(replies).toEqual(letters.map(() => 250));
    const copies = await arrivals(server, /^fill-\d+@/, 150);
    const expected = letters.map((sent) => asStored(sent).toString());
    expect(copies.map((copy) => copy.raw.toString()).sort()).toEqual([...expected].sort());
  });

  test('ISMTPTransport: SendMessage delivers byte for byte, and a report comes when asked for', async () => {
    const client = new ImnxportClient();
    try {
      expect(await client.connect(server, { dwPort: server.ports.smtp })).toMatchObject({ hrResult: S_OK });
      const sent = letter({ body: awkwardLines });
      const to = [['ixp@example.test', ADDR_DSN_SUCCESS]] as const;
      expect(await client.send('ixp-wants-success@example.test', to, sent)).toMatchObject({ hrResult: S_OK });
      expect((await arrival(server, 'ixp@example.test')).raw.toString()).toBe(asStored(sent).toString());
      const report = await arrival(server, 'ixp-wants-success@example.test');
      expect(report.raw.toString()).toMatch(/^Final-Recipient: rfc822; ixp@example\.test\nAction: delivered$/m);
    } finally {
      await client.close();
    }
    assertLedgerEmpty();
  });
});
