import { expect, test } from 'vitest';
import { arrival, arrivals } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { asStored, awkwardLines, eightBitLines, everyOctet, letter } from './letter.js';
import { send, talk } from './wire-sender.js';

const from = 'sender@example.test';

/** Messages arrive as they were sent, and refusals stop only whom they are about. */
export function describeDelivery(server: FullPeer): void {
  const bodies: readonly (readonly [string, Buffer])[] = [
    ['awkward lines', awkwardLines],
    ['8-bit text', eightBitLines],
    ['every octet', everyOctet],
    ['nothing', Buffer.alloc(0)],
    ['a line without end', Buffer.from('no end')],
  ];
  const ways = bodies.flatMap(([what, body]) => [[what, 'DATA', body] as const, [what, 'BDAT', body] as const]);

  test.each(ways)('a body of %s by %s is delivered byte for byte', async (what, way, body) => {
    const to = `${what.replaceAll(' ', '-')}-${way}@example.test`.toLowerCase();
    const sent = letter({ body });
    const { dialog } = await send(
      server,
      {},
      { from, to: [to], body: sent, bodyType: '8bitmime', chunking: way === 'BDAT' },
    );
    expect(dialog).toContain(`C: ${way}`);
    expect(dialog).not.toContain(way === 'BDAT' ? 'C: DATA' : 'C: BDAT');
    const copy = await arrival(server, to);
    expect(copy.envelopeFrom).toBe(from);
    // What lies in a mailbox ends with a line end, whether the message did or not.
    const expected = body.length === 0 || body.at(-1) === 0x0a ? sent : Buffer.concat([sent, Buffer.from('\r\n')]);
    expect(copy.raw.toString('latin1')).toBe(asStored(expected).toString('latin1'));
  });

  test('bare CR and bare LF become line ends on the way (RFC 5321 section 2.3.8)', async () => {
    const head = letter({ body: '' });
    const mixed = Buffer.concat([head, Buffer.from('one\ntwo\rthree\r\n.\nfour\n.\r\nfive\r\n')]);
    for (const chunking of [false, true]) {
      const to = `line-ends-${chunking}@example.test`;
      await send(server, {}, { from, to: [to], body: mixed, chunking });
      const copy = await arrival(server, to);
      expect(copy.raw.toString('latin1')).toBe(
        `${asStored(head).toString('latin1')}one\ntwo\nthree\n.\nfour\n.\nfive\n`,
      );
    }
  });

  test('a report goes out with the empty sender (RFC 5321 section 4.5.5)', async () => {
    await send(server, {}, { from: '', to: ['empty-sender@example.test'], body: letter() });
    expect((await arrival(server, 'empty-sender@example.test')).envelopeFrom).toBe('');
  });

  test('a refused recipient among accepted ones is named, and the others get the message', async () => {
    const to = ['partly-a@example.test', 'refused@example.test', 'partly-b@example.test'];
    for (const [chunking, copies] of [
      [false, 2],
      [true, 4],
    ] as const) {
      const { result } = await send(server, {}, { from, to, body: letter(), chunking });
      expect(result.accepted).toEqual(['partly-a@example.test', 'partly-b@example.test']);
      expect(result.refused).toMatchObject([{ address: 'refused@example.test', reply: { code: expect.any(Number) } }]);
      expect(result.refused[0]?.reply.lines.join(' ')).toContain('this address is refused');
      expect(await arrivals(server, /^partly-[ab]@/, copies)).toHaveLength(copies);
    }
  });

  test.each(['DATA', 'BDAT'])(
    'with accept all, one refusal stops a message by %s and the connection goes on',
    async (way) => {
      const to = `all-or-none-${way}@example.test`.toLowerCase();
      const { client, dialog } = await talk(server);
      const chunking = way === 'BDAT';
      const stopped = client.send({ from, to: [to, 'refused@example.test'], body: letter(), accept: 'all', chunking });
      await expect(stopped).rejects.toMatchObject({
        code: 'rejected-recipients',
        refusals: [{ address: 'refused@example.test' }],
      });
      const second = letter({ subject: 'the second' });
      await client.send({ from, to: [to], body: second, chunking });
      await client.quit();
      expect(dialog).toContain('S: RSET 250');
      const copies = await arrivals(server, to, 1);
      expect(copies.map((copy) => copy.raw.toString())).toEqual([asStored(second).toString()]);
    },
  );

  test('when every recipient is refused, nothing is sent and the connection goes on', async () => {
    const { client } = await talk(server);
    const stopped = client.send({ from, to: ['refused@example.test'], body: letter() });
    await expect(stopped).rejects.toMatchObject({ code: 'rejected-recipients' });
    await client.send({ from, to: ['after-refusal@example.test'], body: letter() });
    await client.quit();
    await arrival(server, 'after-refusal@example.test');
  });

  test('a message larger than SIZE allows is not even begun (RFC 1870 section 6.1)', async () => {
    const { client, dialog } = await talk(server);
    const stopped = client.send({ from, to: ['big@example.test'], body: letter(), size: 200 << 20 });
    await expect(stopped).rejects.toMatchObject({ code: 'too-large' });
    expect(dialog).not.toContain('C: MAIL');
    await client.quit();
  });
}
