import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { fromReadable, SmtpPool, WireError } from '../../../src/wire/index.js';
import { ToyServer, type ToySession } from './toy-server.js';

const message = (n: number) => ({ from: 'a@x.example', to: [`b${n}@y.example`], body: `message ${n}\r\n` });
const local = (toy: ToyServer) => ({ host: '127.0.0.1', port: toy.port, name: 'client.example' });
const range = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Puts off every MAIL of a connection that has taken so many messages. */
const enough =
  (most: number, leaves = false) =>
  (verb: string, _line: string, session: ToySession): string | null | undefined => {
    if (verb !== 'MAIL' || session.taken < most) return undefined;
    if (!leaves) return '452 4.5.3 Too many messages sent';
    session.socket.end('421 4.7.0 Too many messages on this connection\r\n');
    return null;
  };

describe.each([[[]], [['PIPELINING']], [['PIPELINING', 'CHUNKING']]])(
  'a server that takes only so many messages on a connection (%s)',
  (offer) => {
    test.each([
      [1, 1],
      [4, 1],
      [4, 3],
      [100, 2],
    ])('%i, said by 452, over %i connections: each message arrives once', async (most, maxConnections) => {
      await using toy = await ToyServer.start({ offer, answer: enough(most) });
      const pool = new SmtpPool({ ...local(toy), maxConnections });
      const count = Math.min(most * 7, 150);
      await Promise.all(range(count).map((n) => pool.send(message(n))));
      await pool.close();
      expect(toy.taken.length).toBe(count);
      expect(new Set(toy.taken.map((each) => each.body)).size).toBe(count);
      for (const session of toy.sessions) expect(session.taken).toBeLessThanOrEqual(most);
      // Nobody connects more often than there are connections to fill, and each is left with QUIT.
      expect(toy.sessions.length).toBeLessThanOrEqual(Math.ceil(count / most) + maxConnections - 1);
      expect(toy.commands.filter((line) => line === 'QUIT').length).toBe(toy.sessions.length);
    });

    test.each([1, 5])('%i, said by 421: each message arrives once', async (most) => {
      await using toy = await ToyServer.start({ offer, answer: enough(most, true) });
      const pool = new SmtpPool({ ...local(toy), maxConnections: 2 });
      await Promise.all(range(40).map((n) => pool.send(message(n))));
      await pool.close();
      expect(toy.taken.length).toBe(40);
      expect(new Set(toy.taken.map((each) => each.body)).size).toBe(40);
    });

    test('over one connection at a time the messages keep their order', async () => {
      await using toy = await ToyServer.start({ offer, answer: enough(3) });
      const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
      await Promise.all(range(20).map((n) => pool.send(message(n))));
      await pool.close();
      expect(toy.taken.map((each) => each.body)).toEqual(range(20).map((n) => `message ${n}\r\n`));
    });
  },
);

describe('MAIL put off', () => {
  const greylisted = (verb: string, line: string): string | undefined =>
    verb === 'MAIL' && line.includes('<new@') ? '451 4.7.1 Try again later' : undefined;
  const stranger = { ...message(0), from: 'new@x.example' };

  test('on a connection that has delivered nothing is the message’s own', async () => {
    await using toy = await ToyServer.start({ answer: greylisted });
    const pool = new SmtpPool({ ...local(toy) });
    await expect(pool.send(stranger)).rejects.toMatchObject({ code: 'rejected-sender', reply: { code: 451 } });
    await pool.send(message(1));
    await pool.close();
    expect(toy.sessions.length).toBe(1);
  });

  test('on a connection that has delivered is tried once on another, which then tells', async () => {
    await using toy = await ToyServer.start({ answer: greylisted });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await pool.send(message(1));
    await expect(pool.send(stranger)).rejects.toMatchObject({ code: 'rejected-sender', reply: { code: 451 } });
    await pool.send(message(2));
    await pool.close();
    expect(toy.sessions.length).toBe(2);
    expect(toy.taken.length).toBe(2);
  });

  test('is told where nothing may be tried again', async () => {
    await using toy = await ToyServer.start({ answer: enough(1) });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1, retries: 0 });
    await pool.send(message(1));
    await expect(pool.send(message(2))).rejects.toMatchObject({ reply: { code: 452 } });
    await pool.close();
  });

  test('is told when the body can be read but once and has been sent ahead', async () => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'CHUNKING'], answer: enough(1) });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await pool.send(message(1));
    const once = { ...message(2), body: fromReadable(Readable.from([Buffer.from('once\r\n')])) };
    await expect(pool.send(once)).rejects.toMatchObject({ code: 'rejected-sender', reply: { code: 452 } });
    await pool.send(message(3));
    await pool.close();
  });

  test('refused for good (5yz) is told at once', async () => {
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => (verb === 'MAIL' && session.taken > 0 ? '550 5.7.1 no more' : undefined),
    });
    const pool = new SmtpPool({ ...local(toy), maxConnections: 1 });
    await pool.send(message(1));
    await expect(pool.send(message(2))).rejects.toMatchObject({ reply: { code: 550 } });
    await pool.close();
    expect(toy.sessions.length).toBe(1);
  });
});

describe('a server that cannot be reached for a while', () => {
  /** A pool whose waits are over at once, and what they were asked with. */
  function patient(toy: ToyServer, options: Partial<ConstructorParameters<typeof SmtpPool>[0]> = {}) {
    const waits: string[] = [];
    const connectDelay = (failed: number, error: WireError): number => {
      waits.push(`${failed} ${error.code}`);
      return 0;
    };
    return { pool: new SmtpPool({ ...local(toy), maxConnections: 3, connectDelay, ...options }), waits };
  }
  const busyUntil = (connection: number) => (each: number) =>
    each < connection ? '421 4.3.2 Not now' : '220 toy.example ESMTP';

  test('is tried again, by one connection at a time; then everything is delivered', async () => {
    // The first three attempts begin together and count as one.
    await using toy = await ToyServer.start({ greeting: busyUntil(6) });
    const { pool, waits } = patient(toy);
    await Promise.all(range(20).map((n) => pool.send(message(n))));
    await pool.close();
    expect(waits).toEqual(['1 rejected-greeting', '2 rejected-greeting', '3 rejected-greeting']);
    expect(toy.taken.length).toBe(20);
  });

  test('closing waits for what can still be delivered', async () => {
    await using toy = await ToyServer.start({ greeting: busyUntil(4) });
    const { pool } = patient(toy, { maxConnections: 1 });
    const sent = pool.send(message(1));
    await pool.close();
    await expect(sent).resolves.toMatchObject({ accepted: ['b1@y.example'] });
  });

  test('closing lets a message whose connection is lost be tried again', async () => {
    let drops = 1;
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb !== 'MAIL' || drops-- <= 0) return undefined;
        session.socket.destroy();
        return null;
      },
    });
    const { pool } = patient(toy);
    const sent = pool.send(message(1));
    await pool.close();
    await expect(sent).resolves.toMatchObject({ accepted: ['b1@y.example'] });
  });

  test('fails what waits, with the last reason, when the attempts are used up; the next message begins anew', async () => {
    const toy = await ToyServer.start();
    const { pool, waits } = patient(toy, { connectRetries: 2 });
    await toy.stop();
    const outcomes = await Promise.allSettled(range(3).map((n) => pool.send(message(n))));
    for (const each of outcomes) {
      expect(each).toMatchObject({ reason: { code: 'connect-failed', socketError: 'ECONNREFUSED' } });
    }
    expect(waits).toEqual(['1 connect-failed', '2 connect-failed']);
    await expect(pool.send(message(4))).rejects.toMatchObject({ code: 'connect-failed' });
    expect(waits.length).toBe(4);
    await pool.close();
  });

  test('each outage is counted by itself', async () => {
    const busy = new Set([1, 2, 4, 5]);
    await using toy = await ToyServer.start({
      greeting: (each) => (busy.has(each) ? '421 4.3.2 Not now' : undefined),
      answer: enough(1),
    });
    const { pool, waits } = patient(toy, { maxConnections: 1, connectRetries: 2 });
    await Promise.all(range(3).map((n) => pool.send(message(n))));
    await pool.close();
    expect(waits.map((each) => each[0])).toEqual(['1', '2', '1', '2']);
  });

  test('a server that says goodbye before the first message is not connected to for ever', async () => {
    await using toy = await ToyServer.start({
      answer: (verb) => (verb === 'EHLO' ? '250 toy.example\r\n421 4.3.2 Sorry' : undefined),
    });
    const { pool, waits } = patient(toy, { maxConnections: 1 });
    await expect(pool.send(message(1))).rejects.toBeInstanceOf(WireError);
    expect(waits.length).toBe(4);
    expect(toy.sessions.length).toBe(5);
    await pool.close();
  });

  test.each([
    ['a refusal for good', { greeting: '554 5.7.1 You are not welcome' }, {}, 'rejected-greeting'],
    [
      'a wrong password',
      {
        offer: ['AUTH PLAIN'],
        answer: (verb: string) => (verb === 'AUTH' ? '535 5.7.8 No' : undefined),
      },
      { credentials: { user: 'u', password: 'p' }, auth: { allowCleartext: true } },
      'auth-failed',
    ],
    ['TLS that is required and not offered', {}, { starttls: 'required' as const }, 'starttls-unavailable'],
  ])('%s is told at once', async (_what, server, options, code) => {
    await using toy = await ToyServer.start(server);
    const { pool, waits } = patient(toy, { ...options, maxConnections: 1 });
    await expect(pool.send(message(1))).rejects.toMatchObject({ code });
    expect(waits).toEqual([]);
    expect(toy.sessions.length).toBe(1);
    await pool.close();
  });

  test('a question for credentials that fails itself is told at once', async () => {
    await using toy = await ToyServer.start({ offer: ['AUTH PLAIN'] });
    const onLogon = () => {
      throw new TypeError('no such vault');
    };
    const { pool, waits } = patient(toy, { onLogon, maxConnections: 1 });
    await expect(pool.send(message(1))).rejects.toMatchObject({ code: 'bad-argument', cause: { name: 'TypeError' } });
    expect(waits).toEqual([]);
    await pool.close();
  });

  test('while one connection stands, others are not asked for again and again', async () => {
    await using toy = await ToyServer.start({ greeting: (each) => (each > 1 ? '421 4.7.0 Too many' : undefined) });
    const waits: number[] = [];
    const connectDelay = (failed: number): number => {
      waits.push(failed);
      return Number.POSITIVE_INFINITY;
    };
    const pool = new SmtpPool({ ...local(toy), maxConnections: 4, connectDelay, connectRetries: 0 });
    await Promise.all(range(200).map((n) => pool.send(message(n))));
    for (const n of range(20)) await pool.send(message(n));
    await pool.close();
    expect(toy.taken.length).toBe(220);
    expect(waits.length).toBeLessThanOrEqual(1);
    // Four begin together; if one stands before another has failed, the three others may be tried once more.
    expect(toy.sessions.length).toBeLessThanOrEqual(7);
  });

  test('what needs another connection and cannot have it goes by the one that stands', async () => {
    await using toy = await ToyServer.start({
      greeting: (each) => (each > 2 ? '421 4.7.0 Too many' : undefined),
      answer: (verb, line, session) => (toy.sessions[0] === session ? enough(3)(verb, line, session) : undefined),
    });
    const { pool } = patient(toy, { maxConnections: 2, idleSeconds: 0 });
    await Promise.all(range(50).map((n) => pool.send(message(n))));
    await pool.close();
    expect(new Set(toy.taken.map((each) => each.body)).size).toBe(50);
    expect(toy.sessions[0]?.taken).toBeLessThanOrEqual(3);
  });

  test('aborting ends the wait', async () => {
    const toy = await ToyServer.start();
    let waits = 0;
    const connectDelay = (): number => {
      waits++;
      return Number.POSITIVE_INFINITY;
    };
    const pool = new SmtpPool({ ...local(toy), connectDelay });
    await toy.stop();
    const sent = pool.send(message(1));
    while (waits === 0) await new Promise((resolve) => setImmediate(resolve));
    pool.abort();
    await expect(sent).rejects.toMatchObject({ code: 'closed' });
    expect(pool.unsettled).toBe(0);
  });
});
