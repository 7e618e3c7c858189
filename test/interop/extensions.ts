import { expect, test } from 'vitest';
import { arrival, arrivals } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { asStored, letter } from './letter.js';
import { send, talk } from './wire-sender.js';

const from = 'sender@example.test';

/** The part of a dialog that belongs to the message: from MAIL to what comes before QUIT. */
export function transaction(dialog: readonly string[]): readonly string[] {
  const first = dialog.indexOf('C: MAIL');
  const quit = dialog.indexOf('C: QUIT');
  return dialog.slice(first, quit < 0 ? undefined : quit);
}

/** Whether each command waited for the reply to the one before it. */
export function lockStep(dialog: readonly string[]): boolean {
  return transaction(dialog).every((each, index) => each.startsWith(index % 2 === 0 ? 'C: ' : 'S: '));
}

/** What the server offers is used where it is offered, and only there. */
export function describeExtensions(server: FullPeer): void {
  test('PIPELINING: the envelope is sent before its first reply comes (RFC 2920 section 3.1)', async () => {
    const to = ['pipelined-a@example.test', 'pipelined-b@example.test'];
    const { dialog } = await send(server, {}, { from, to, body: letter(), chunking: false });
    expect(transaction(dialog).slice(0, 3)).toEqual(['C: MAIL', 'C: RCPT', 'C: RCPT']);
    await arrivals(server, /^pipelined-[ab]@/, 2);
  });

  test.each([
    ['the caller asks for it', { pipelining: false }, 'smtp'],
    ['PIPELINING is not offered', {}, 'noPipelining'],
  ] as const)('lock-step, because %s: each command waits for a reply', async (why, options, port) => {
    for (const chunking of [false, true]) {
      const to = `lock-step-${port}-${chunking}@example.test`.toLowerCase();
      const sent = letter({ subject: why });
      const message = { from, to: [to], body: sent, chunking, ...options };
      const { dialog } = await send(server, { port: server.ports[port] }, message);
      expect(lockStep(dialog), transaction(dialog).join('\n')).toBe(true);
      expect((await arrival(server, to)).raw.equals(asStored(sent))).toBe(true);
    }
  });

  test('CHUNKING is not used where it is not offered (RFC 3030 section 2)', async () => {
    const sent = letter({ body: 'no chunks\r\n.\r\n' });
    const { dialog } = await send(
      server,
      { port: server.ports.noChunking },
      { from, to: ['no-chunks@example.test'], body: sent },
    );
    expect(dialog).toContain('C: DATA');
    expect(dialog).not.toContain('C: BDAT');
    expect((await arrival(server, 'no-chunks@example.test')).raw.equals(asStored(sent))).toBe(true);
  });

  test.each(['DATA', 'BDAT'])('many messages given at once go one after the other by %s', async (way) => {
    const { client } = await talk(server);
    const letters = Array.from({ length: 30 }, (_, index) =>
      letter({ subject: `${way} ${index}`, body: '.\r\n'.repeat(index) }),
    );
    const name = (index: number): string => `row-${way}-${index}@example.test`.toLowerCase();
    const results = await Promise.all(
      letters.map((body, index) => client.send({ from, to: [name(index)], body, chunking: way === 'BDAT' })),
    );
    await client.quit();
    expect(results.map((result) => result.accepted)).toEqual(letters.map((_, index) => [name(index)]));
    for (const [index, sent] of letters.entries()) {
      expect((await arrival(server, name(index))).raw.toString()).toBe(asStored(sent).toString());
    }
  });

  test('after HELO nothing but the plain old protocol is spoken (RFC 5321 section 4.1.1.1)', async () => {
    const { client, dialog } = await talk(server, {}, { hello: 'helo' });
    const sent = letter({ subject: 'plain' });
    const extended = client.send({ from, to: ['helo@example.test'], body: sent, envelopeId: 'id' });
    await expect(extended).rejects.toMatchObject({ code: 'unsupported' });
    await client.send({ from, to: ['helo@example.test'], body: sent });
    await client.quit();
    expect(lockStep(dialog), transaction(dialog).join('\n')).toBe(true);
    expect(dialog).not.toContain('C: BDAT');
    expect((await arrival(server, 'helo@example.test')).raw.equals(asStored(sent))).toBe(true);
  });

  test('SMTPUTF8: an address and a header outside of ASCII arrive as they are (RFC 6531 section 3.4)', async () => {
    const to = 'grüße-от-日本@example.test';
    const sent = letter({ subject: 'Grüße, привет, こんにちは' });
    const { result } = await send(
      server,
      {},
      { from: 'señder@example.test', to: [to], body: sent, bodyType: '8bitmime' },
    );
    expect(result.accepted).toEqual([to]);
    const copy = await arrival(server, to);
    expect(copy.envelopeFrom).toBe('señder@example.test');
    expect(copy.raw.toString()).toBe(asStored(sent).toString());
  });
}
