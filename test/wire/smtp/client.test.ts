import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fromReadable, type SessionOptions, SmtpClient } from '../../../src/wire/index.js';
import { ToyServer } from './toy-server.js';

const local = (toy: ToyServer, more: Partial<SessionOptions> = {}): SessionOptions => ({
  host: '127.0.0.1',
  port: toy.port,
  name: 'client.example',
  ...more,
});

describe('one message', () => {
  test('goes out by DATA, pipelined, its body byte for byte', async () => {
    await using toy = await ToyServer.start();
    const client = await SmtpClient.connect(local(toy));
    const result = await client.send({
      from: 'a@x.example',
      to: ['b@y.example'],
      body: 'Subject: hi\r\n\r\n.dot\nbare\rend',
    });
    expect(result.reply.code).toBe(250);
    expect(result.accepted).toEqual(['b@y.example']);
    await client.quit();
    expect(toy.taken).toEqual([
      { from: 'a@x.example', to: ['b@y.example'], body: 'Subject: hi\r\n\r\n.dot\r\nbare\r\nend\r\n' },
    ]);
    expect(toy.reads).toContain('MAIL FROM:<a@x.example>\r\nRCPT TO:<b@y.example>\r\nDATA\r\n');
    expect(toy.commands.at(-1)).toBe('QUIT');
  });

  test('goes out by BDAT where the server takes chunks, in one write with its envelope', async () => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'CHUNKING'] });
    const client = await SmtpClient.connect(local(toy));
    await client.send({ from: 'a@x.example', to: ['b@y.example'], body: '.dot\nend' });
    await client.quit();
    expect(toy.taken[0]?.body).toBe('.dot\r\nend\r\n');
    expect(toy.reads).toContain('MAIL FROM:<a@x.example>\r\nRCPT TO:<b@y.example>\r\nBDAT 11 LAST\r\n.dot\r\nend\r\n');
  });

  test('goes out in lock-step where the server does not pipeline', async () => {
    await using toy = await ToyServer.start({ offer: [] });
    const client = await SmtpClient.connect(local(toy));
    await Promise.all([1, 2].map((n) => client.send({ from: 'a@x.example', to: ['b@y.example'], body: `n ${n}\r\n` })));
    await client.quit();
    expect(toy.taken.map((each) => each.body)).toEqual(['n 1\r\n', 'n 2\r\n']);
    for (const read of toy.reads) expect(read.split('\r\n').length).toBeLessThanOrEqual(3);
  });

  test.each([[['PIPELINING']], [['PIPELINING', 'CHUNKING']], [['CHUNKING']]])(
    'of 3 MB from a stream (%s)',
    async (offer) => {
      await using toy = await ToyServer.start({ offer });
      const client = await SmtpClient.connect(local(toy));
      const line = `${'x'.repeat(70)}\n.y\r\n`;
      const body = line.repeat(42_000);
      const chunks = [];
      for (let at = 0; at < body.length; at += 70_001) chunks.push(Buffer.from(body.slice(at, at + 70_001)));
      const result = await client.send({ from: '', to: ['b@y.example'], body: fromReadable(Readable.from(chunks)) });
      expect(result.bytes).toBe(body.length);
      await client.quit();
      expect(toy.taken[0]?.body === body.replace(/\r?\n/g, '\r\n')).toBe(true);
    },
  );
});
