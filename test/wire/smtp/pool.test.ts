import { describe, expect, test } from 'vitest';
import { SmtpPool } from '../../../src/wire/index.js';
import { ToyServer } from './toy-server.js';

const message = (n: number) => ({ from: 'a@x.example', to: [`b${n}@y.example`], body: `message ${n}\r\n` });
const local = (toy: ToyServer) => ({ host: '127.0.0.1', port: toy.port, name: 'client.example' });

describe('a pool', () => {
  test.each([[['PIPELINING']], [['PIPELINING', 'CHUNKING']], [[]]])(
    'delivers each message once (%s)',
    async (offer) => {
      await using toy = await ToyServer.start({ offer });
      const pool = new SmtpPool({ ...local(toy), maxConnections: 4 });
      const sent = Array.from({ length: 300 }, (_, n) => pool.send(message(n)));
      await Promise.all(sent);
      await pool.close();
      expect(toy.sessions.length).toBe(4);
      expect(new Set(toy.taken.map((each) => each.to[0])).size).toBe(300);
      for (const each of toy.taken) expect(each.to[0]).toBe(`b${each.body.replace(/\D/g, '')}@y.example`);
      expect(toy.commands.filter((line) => line === 'QUIT').length).toBe(4);
    },
  );

  test('sends the final dot and the next envelope in one write', async () => {
    await using toy = await ToyServer.start();
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await Promise.all([1, 2, 3].map((n) => pool.send(message(n))));
    await pool.close();
    expect(toy.reads).toContain('message 1\r\n.\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b2@y.example>\r\nDATA\r\n');
    expect(toy.reads).toContain('message 2\r\n.\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b3@y.example>\r\nDATA\r\n');
  });

  test('changes connections after the number of messages it was told', async () => {
    await using toy = await ToyServer.start();
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1, maxMessages: 4 });
    await Promise.all(Array.from({ length: 10 }, (_, n) => pool.send(message(n))));
    await pool.close();
    expect(toy.taken.length).toBe(10);
    expect(toy.sessions.length).toBe(3);
  });

  test('tries a message again whose connection ended before it was whole', async () => {
    let dropped = 0;
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb !== 'DATA' || dropped > 0) return undefined;
        dropped++;
        session.socket.destroy();
        return null;
      },
    });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await Promise.all([1, 2, 3].map((n) => pool.send(message(n))));
    await pool.close();
    expect(toy.taken.length).toBe(3);
    expect(toy.sessions.length).toBe(2);
  });

  test('gives up after the retries it was told, with the reason', async () => {
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb === 'MAIL') session.socket.destroy();
        return verb === 'MAIL' ? null : undefined;
      },
    });
    const pool = new SmtpPool({ ...local(toy), retries: 1, maxConnections: 1 });
    await expect(pool.send(message(1))).rejects.toMatchObject({ code: 'dropped' });
    expect(toy.sessions.length).toBe(2);
    await pool.close();
  });

  test('never sends twice what may have arrived', async () => {
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb === 'DOT') session.socket.destroy();
        return verb === 'DOT' ? null : undefined;
      },
    });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await expect(pool.send(message(1))).rejects.toMatchObject({ code: 'in-doubt', cause: { code: 'dropped' } });
    expect(toy.sessions.length).toBe(1);
    await pool.close();
  });

  test('tries again where the server says 421, elsewhere', async () => {
    let said = 0;
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb !== 'MAIL' || said++ !== 2) return undefined;
        session.socket.end('421 4.7.0 enough for now\r\n');
        return null;
      },
    });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await Promise.all([1, 2, 3, 4, 5].map((n) => pool.send(message(n))));
    await pool.close();
    expect(new Set(toy.taken.map((each) => each.body)).size).toBe(5);
    expect(toy.taken.length).toBe(5);
  });

  test('fails what waits when no connection can be had', async () => {
    const toy = await ToyServer.start();
    const options = local(toy);
    await toy.stop();
    const pool = new SmtpPool({ ...options, connectRetries: 0 });
    const all = await Promise.allSettled([1, 2, 3].map((n) => pool.send(message(n))));
    for (const each of all)
      expect(each).toMatchObject({
        status: 'rejected',
        reason: { code: 'connect-failed', socketError: 'ECONNREFUSED' },
      });
    await pool.close();
  });

  test('refuses more than its queue holds', async () => {
    await using toy = await ToyServer.start();
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1, queueLimit: 2 });
    const first = [pool.send(message(1)), pool.send(message(2))];
    await expect(pool.send(message(3))).rejects.toMatchObject({ code: 'too-many' });
    await Promise.all(first);
    await pool.close();
    await expect(pool.send(message(4))).rejects.toMatchObject({ code: 'closed' });
  });

  test('aborts: what waits and what is on its way fails, each once', async () => {
    await using toy = await ToyServer.start({ answer: (verb) => (verb === 'DATA' ? null : undefined) });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 2 });
    const all = Promise.allSettled(Array.from({ length: 20 }, (_, n) => pool.send(message(n))));
    while (toy.commands.filter((line) => line === 'DATA').length < 2) await new Promise((r) => setImmediate(r));
    pool.abort();
    for (const each of await all) expect(each).toMatchObject({ status: 'rejected', reason: { code: 'closed' } });
    expect(pool.unsettled).toBe(0);
  });

  test('one bad message among many harms only itself', async () => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'SIZE 100'] });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    const all = await Promise.allSettled(
      Array.from({ length: 2000 }, (_, n) => pool.send({ ...message(n), size: n % 2 === 0 ? 50 : 101 })),
    );
    await pool.close();
    expect(all.filter((each) => each.status === 'fulfilled').length).toBe(1000);
    expect(toy.taken.length).toBe(1000);
  });
});
