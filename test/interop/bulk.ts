import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ByteSource, fromFile, SmtpPool } from '../../src/wire/index.js';
import { arrival, arrivals } from '../support/servers/index.js';
import type { FullPeer } from './full-peer.js';
import { asStored, bulk, letter } from './letter.js';
import { send, sessionOptions } from './wire-sender.js';

const from = 'sender@example.test';
const MEGABYTE = 1 << 20;

/** The bytes in chunks whose ends fall anywhere, also between CR and LF and before a dot. */
function ragged(bytes: Buffer): ByteSource {
  return {
    size: bytes.length,
    async *chunks() {
      for (let start = 0, step = 60_013; start < bytes.length; start += step, step = 40_000 + ((step * 7) % 50_021)) {
        yield bytes.subarray(start, start + step);
      }
    },
  };
}

/** A large body, many recipients, many messages. */
export function describeBulk(server: FullPeer): void {
  const body = bulk(30 * MEGABYTE);

  test.each([
    ['DATA', 'none'],
    ['BDAT', 'starttls'],
  ] as const)('a body of 30 MB by %s (TLS: %s) is delivered byte for byte', async (way, security) => {
    const to = `large-${way}-${security}@example.test`.toLowerCase();
    const sent = letter({ body });
    const message = { from, to: [to], body: ragged(sent), chunking: way === 'BDAT' };
    const { result } = await send(server, { security }, message);
    expect(result.bytes).toBe(sent.length);
    const copy = await arrival(server, to);
    expect(copy.raw.equals(asStored(sent))).toBe(true);
  });

  test('a body of 30 MB from a file is delivered byte for byte', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'comail-interop-'));
    try {
      const sent = letter({ body });
      await writeFile(join(folder, 'large.eml'), sent);
      const message = { from, to: ['large-file@example.test'], body: await fromFile(join(folder, 'large.eml')) };
      const { result } = await send(server, { security: 'implicit', port: server.ports.smtps }, message);
      expect(result.bytes).toBe(sent.length);
      expect((await arrival(server, 'large-file@example.test')).raw.equals(asStored(sent))).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('1,000 recipients get one message, each once', async () => {
    const to = Array.from({ length: 1000 }, (_, index) => `many-${index}@example.test`);
    const sent = letter({ subject: 'to many' });
    const { result } = await send(server, {}, { from, to, body: sent });
    expect(result.accepted).toEqual(to);
    expect(result.refused).toEqual([]);
    const copies = await arrivals(server, /^many-/, 1000);
    expect(copies.map((copy) => copy.envelopeTo).sort()).toEqual([...to].sort());
    expect(copies.every((copy) => copy.raw.equals(asStored(sent)))).toBe(true);
  });

  test.each([
    ['DATA', 'none'],
    ['BDAT', 'starttls'],
  ] as const)(
    '500 messages through a pool of 5 connections by %s (TLS: %s), each delivered once',
    async (way, security) => {
      const pool = new SmtpPool({ ...sessionOptions(server, { security }), maxConnections: 5, maxMessages: 70 });
      const chunking = way === 'BDAT';
      const name = (index: number): string => `pool-${way}-${security}-${index}@example.test`.toLowerCase();
      const letters = Array.from({ length: 500 }, (_, index) =>
        letter({ subject: `pool ${index}`, body: `${'.\r\n'.repeat(index % 50)}${index}\r\n` }),
      );
      const results = await Promise.all(
        letters.map((sent, index) => pool.send({ from, to: [name(index)], body: sent, chunking })),
      );
      await pool.close();
      expect(results.map((result) => result.accepted)).toEqual(letters.map((_, index) => [name(index)]));
      const copies = await arrivals(server, new RegExp(`^pool-${way}-${security}-`, 'i'), 500);
      const delivered = new Map(copies.map((copy) => [copy.envelopeTo, copy.raw.toString()]));
      expect(copies).toHaveLength(500);
      for (const [index, sent] of letters.entries()) expect(delivered.get(name(index))).toBe(asStored(sent).toString());
    },
  );
}
