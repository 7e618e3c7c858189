import { createServer, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import { type Message, SmtpClient, SmtpPool, WireError } from '../../../src/wire/index.js';
import { ToyServer } from './toy-server.js';

/** A server that does one thing to whoever connects; always stopped, its sockets too. */
async function against(serve: (socket: Socket) => void, act: (port: number) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await act((server.address() as { port: number }).port);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

const message: Message = { from: 'a@x.example', to: ['b@y.example', 'c@y.example'], body: 'one\r\n.two\r\n' };

function flood(socket: Socket, text: string): void {
  const block = Buffer.from(text.repeat(Math.ceil(65_536 / text.length)));
  const more = (): void => {
    while (!socket.destroyed && socket.write(block));
  };
  socket.on('drain', more);
  more();
}

describe('a hostile server never makes the engine hang, leak or crash', () => {
  test.each([
    ['an endless line', (s: Socket) => flood(s, 'x'), 'line-too-long'],
    ['an endless reply', (s: Socket) => flood(s, '220-more\r\n'), 'reply-too-long'],
    ['endless replies', (s: Socket) => flood(s, '220 hello\r\n'), 'protocol'],
    ['a line of 3 MB', (s: Socket) => s.write(`220 ${'y'.repeat(3_000_000)}\r\n`), 'line-too-long'],
    ['replies before anything was asked', (s: Socket) => s.write('220 hello\r\n250 you\r\n'), 'protocol'],
    ['NULs', (s: Socket) => flood(s, '\0'), 'line-too-long'],
    ['a web page', (s: Socket) => s.write('HTTP/1.1 400 Bad Request\r\n\r\n'), 'protocol'],
    ['nothing, and then the end', (s: Socket) => s.end(), 'dropped'],
    // The reset may overtake the end of connecting.
    ['a reset', (s: Socket) => s.resetAndDestroy(), expect.stringMatching(/^(dropped|connect-failed)$/)],
    ['a refusal', (s: Socket) => s.end('554 5.7.1 go away\r\n'), 'rejected-greeting'],
    ['421 at once', (s: Socket) => s.end('421 4.3.2 closing\r\n'), 'rejected-greeting'],
  ] as const)('%s', async (_name, serve, code) => {
    await against(serve, async (port) => {
      await expect(SmtpClient.connect({ host: '127.0.0.1', port })).rejects.toMatchObject({ code });
    });
  });

  test('replies out of turn end the connection, every message told once', async () => {
    await using toy = await ToyServer.start({
      answer: (verb) => (verb === 'MAIL' ? '250 ok\r\n250 ok\r\n354 go\r\n250 ok\r\n250 too many' : null),
    });
    const connecting = SmtpClient.connect({ host: '127.0.0.1', port: toy.port });
    while (toy.commands.length === 0) await new Promise((resolve) => setImmediate(resolve));
    toy.sessions[0]?.say('250-toy\r\n250 PIPELINING');
    const client = await connecting;
    const told = await Promise.allSettled([client.send(message), client.send(message)]);
    for (const each of told) expect(each).toMatchObject({ status: 'rejected' });
    expect(client.connection.lost?.code).toBe('protocol');
  });
});

// By BDAT a whole message leaves with its envelope, so a lost connection leaves doubt from the first byte on.
describe.each([
  ['DATA', '250-toy\r\n250 PIPELINING\r\n', ['dropped', 'in-doubt', 'sent']],
  ['BDAT', '250-toy\r\n250-PIPELINING\r\n250 CHUNKING\r\n', ['in-doubt', 'sent']],
  ['lock-step', '250 toy\r\n', ['dropped', 'in-doubt', 'sent']],
])('the connection is dropped at every byte of a whole session (%s)', (_name, ehlo, possible) => {
  /** What a good server says, answer by answer; the session below plays it up to some byte. */
  const script = (line: string): string => {
    if (line.startsWith('EHLO')) return ehlo;
    if (line.startsWith('DATA')) return '354 go\r\n';
    if (line.startsWith('QUIT')) return '221 bye\r\n';
    return '250 2.0.0 ok\r\n';
  };

  const play = (socket: Socket, most: number): void => {
    let left = most;
    const say = (text: string): void => {
      const part = text.slice(0, left);
      left -= part.length;
      if (part !== '') socket.write(part);
      if (left === 0) socket.end();
    };
    let input = '';
    let body = false;
    say('220 toy\r\n');
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      input += text;
      for (;;) {
        if (body) {
          const at = input.indexOf('\r\n.\r\n');
          if (at < 0) return;
          input = input.slice(at + 5);
          body = false;
          say('250 2.0.0 taken\r\n');
          continue;
        }
        const end = input.indexOf('\r\n');
        if (end < 0) return;
        const line = input.slice(0, end);
        const bytes = /^BDAT (\d+)/.exec(line)?.[1];
        if (bytes !== undefined && input.length < end + 2 + Number(bytes)) return;
        input = input.slice(end + 2 + Number(bytes ?? 0));
        if (line === 'DATA') body = true;
        say(script(line));
      }
    });
  };

  test('two messages are each told once: sent, in doubt, or why not', async () => {
    // The number of bytes a whole session says; one more than that changes nothing.
    const whole = 9 + ehlo.length + 2 * (3 * 14 + 8 + 17) + 14 + 9 + 9;
    const outcomes = new Set<string>();
    let length = 0;
    await against(
      (socket) => play(socket, length),
      async (port) => {
        for (length = 1; length <= whole; length++) {
          let told = 0;
          try {
            const client = await SmtpClient.connect({ host: '127.0.0.1', port, name: 'client.example' });
            const all = await Promise.allSettled(
              [message, message].map((each) => client.send(each).finally(() => told++)),
            );
            expect(told).toBe(2);
            for (const each of all) {
              if (each.status === 'fulfilled') outcomes.add('sent');
              else {
                expect(each.reason).toBeInstanceOf(WireError);
                outcomes.add((each.reason as WireError).code);
              }
            }
            await client.quit();
          } catch (error) {
            expect(error).toBeInstanceOf(WireError);
            expect((error as WireError).code).toBe('dropped');
          }
        }
      },
    );
    expect([...outcomes].sort()).toEqual(possible);
  });
});

test('a pool outlives servers that drop every connection after a few bytes', async () => {
  let length = 30;
  await using toy = await ToyServer.start({
    answer: (verb, _line, session) => {
      if (verb === 'EHLO' || verb === 'QUIT' || length-- > 0) return undefined;
      length = 30;
      session.socket.destroy();
      return null;
    },
  });
  const pool = new SmtpPool({ host: '127.0.0.1', port: toy.port, maxConnections: 3, retries: 20 });
  const all = await Promise.allSettled(
    Array.from({ length: 200 }, (_, n) => pool.send({ ...message, body: `n${n}\r\n` })),
  );
  const doubtful = all.filter(
    (each) => each.status === 'rejected' && (each.reason as WireError).code === 'in-doubt',
  ).length;
  expect(all.filter((each) => each.status === 'rejected').length).toBe(doubtful);
  const bodies = toy.taken.map((each) => each.body);
  expect(new Set(bodies).size).toBe(bodies.length);
  await pool.close();
});
