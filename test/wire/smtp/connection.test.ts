import { describe, expect, test } from 'vitest';
import { setLog } from '../../../src/base/index.js';
import {
  type BodyProgress,
  type ConnectionObserver,
  DataBody,
  data,
  ehlo,
  fromReadable,
  fromString,
  helo,
  mail,
  noop,
  quit,
  rcpt,
  rset,
  SmtpClient,
  SmtpConnection,
} from '../../../src/wire/index.js';
import { ToyServer } from './toy-server.js';

async function open(
  toy: ToyServer,
  more: Partial<ConstructorParameters<typeof SmtpConnection>[0]> = {},
): Promise<SmtpConnection> {
  const connection = new SmtpConnection({ host: '127.0.0.1', port: toy.port, ...more });
  await connection.open();
  return connection;
}

describe('single commands', () => {
  test('drive a message by hand', async () => {
    await using toy = await ToyServer.start({ offer: ['SIZE 100', 'DSN'] });
    const connection = await open(toy);
    expect(connection.greeting?.text).toBe('toy.example ESMTP');
    expect((await ehlo(connection, '[127.0.0.1]')).ok).toBe(true);
    expect(connection.capabilities.size).toBe(100);
    await mail(connection, 'a@x', { size: 7, ret: 'hdrs' });
    await rcpt(connection, { address: 'b@y', notify: ['never'] });
    expect((await data(connection)).code).toBe(354);
    const body = new DataBody(connection);
    await body.send(fromString('one\n.'));
    expect(await body.send(fromReadable(some('two', '\r', '\nthree')))).toBe(15);
    expect(connection.busy).toBe(false);
    expect((await body.end()).code).toBe(250);
    expect((await rset(connection)).code).toBe(250);
    expect((await noop(connection)).code).toBe(250);
    expect((await quit(connection))?.code).toBe(221);
    expect(toy.commands).toEqual([
      'EHLO [127.0.0.1]',
      'MAIL FROM:<a@x> SIZE=7 RET=HDRS',
      'RCPT TO:<b@y> NOTIFY=NEVER',
      'DATA',
      'RSET',
      'NOOP',
      'QUIT',
    ]);
    expect(toy.taken[0]?.body).toBe('one\r\n.two\r\nthree\r\n');
    await expect(noop(connection)).rejects.toMatchObject({ code: 'closed' });
  });

  test('HELO offers nothing', async () => {
    await using toy = await ToyServer.start();
    const connection = await open(toy);
    await helo(connection, 'client.example');
    expect(connection.greeted).toBe('helo');
    expect(connection.capabilities.pipelining).toBe(false);
    await expect(rcpt(connection, { address: 'b@y', notify: ['never'] })).rejects.toMatchObject({
      code: 'unsupported',
    });
    connection.close();
  });

  test.each(['a b', 'a\r\nQUIT', '', 'gr\u00fc\u00df'])('a name of %j is refused before a byte', async (name) => {
    await using toy = await ToyServer.start();
    const connection = await open(toy);
    await expect(ehlo(connection, name)).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(connection.command('NOOP\r\nQUIT')).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(connection.command('NOOP \u00fc')).rejects.toMatchObject({ code: 'bad-argument' });
    expect(toy.commands).toEqual([]);
    connection.close();
  });
});

describe('an observer', () => {
  test('sees every line in the order of the wire, secrets masked, and the progress of the body', async () => {
    await using toy = await ToyServer.start({ offer: ['AUTH PLAIN', 'PIPELINING'] });
    const seen: string[] = [];
    const progress: BodyProgress[] = [];
    const observer: ConnectionObserver = {
      phase: (phase) => seen.push(`* ${phase}`),
      command: (line, verb) => seen.push(`> ${verb}: ${line}`),
      replyLine: (line, verb, address) =>
        seen.push(`< ${verb}${address === null ? '' : ` ${address}`}: ${line.code}${line.last ? '' : '-'}`),
      progress: (each) => progress.push(each),
    };
    const client = await SmtpClient.connect({
      host: '127.0.0.1',
      port: toy.port,
      name: 'me.example',
      observer,
      credentials: { user: 'joe', password: 'secret' },
      auth: { allowCleartext: true },
    }).catch((error: unknown) => error);
    // The toy answers AUTH with 250, which is no success of RFC 4954.
    expect(client).toMatchObject({ code: 'auth-failed' });
    expect(seen).toContain('> AUTH: AUTH PLAIN ********');
    expect(seen.join()).not.toContain(Buffer.from('\0joe\0secret').toString('base64'));

    seen.length = 0;
    const plain = await SmtpClient.connect({ host: '127.0.0.1', port: toy.port, name: 'me.example', observer });
    await plain.send({ from: 'a@x', to: ['b@y'], body: fromReadable(some('12345', '678')) });
    await plain.quit();
    expect(seen).toEqual([
      '* resolving',
      '* connecting',
      '* connected',
      '< GREETING: 220',
      '> EHLO: EHLO me.example',
      '< EHLO: 250-',
      '< EHLO: 250-',
      '< EHLO: 250',
      '> MAIL: MAIL FROM:<a@x>',
      '> RCPT: RCPT TO:<b@y>',
      '> DATA: DATA',
      '< MAIL a@x: 250',
      '< RCPT b@y: 250',
      '< DATA: 354',
      '> DOT: .',
      '< DOT: 250',
      '* disconnecting',
      '> QUIT: QUIT',
      '< QUIT: 221',
      '* disconnected',
    ]);
    expect(progress).toEqual([
      { increment: 5, current: 5, total: null },
      { increment: 3, current: 8, total: null },
    ]);
  });

  test('that throws is reported and changes nothing', async () => {
    await using toy = await ToyServer.start();
    const reported: string[] = [];
    const before = setLog({ error: (words) => reported.push(words), warn: () => undefined });
    try {
      const client = await SmtpClient.connect({
        host: '127.0.0.1',
        port: toy.port,
        observer: {
          replyLine: () => {
            throw new Error('mine');
          },
        },
      });
      await client.send({ from: 'a@x', to: ['b@y'], body: 'x' });
      await client.quit();
    } finally {
      setLog(before);
    }
    expect(reported.length).toBeGreaterThan(0);
    expect(toy.taken.length).toBe(1);
  });
});

describe('RFC 5321 section 4.5.3.2: silence', () => {
  test('ends the connection; every message is told, those after the dot in doubt', async () => {
    let silent = false;
    await using toy = await ToyServer.start({
      answer: (verb) => {
        if (verb === 'DOT') silent = true;
        return silent ? null : undefined;
      },
    });
    const client = await SmtpClient.connect({ host: '127.0.0.1', port: toy.port, timeouts: { dot: 0.05 } });
    const all = await Promise.allSettled([
      client.send({ from: 'a@x', to: ['b@y'], body: 'x' }),
      client.send({ from: 'a@x', to: ['b@y'], body: 'x' }),
    ]);
    expect(all[0]).toMatchObject({ reason: { code: 'in-doubt', cause: { code: 'timeout', phase: 'dot' } } });
    expect(all[1]).toMatchObject({ reason: { code: 'timeout' } });
    expect(client.connection.socketError).toBe('ETIMEDOUT');
  });

  test('does not last longer because messages go on being given', async () => {
    await using toy = await ToyServer.start({
      answer: (verb) => (verb === 'MAIL' || verb === 'RCPT' || verb === 'DATA' ? null : undefined),
    });
    const client = await SmtpClient.connect({ host: '127.0.0.1', port: toy.port, timeouts: { mail: 0.1 } });
    const failures: Promise<unknown>[] = [];
    while (client.connection.lost === null) {
      failures.push(client.send({ from: 'a@x', to: ['b@y'], body: 'x' }).catch((error: unknown) => error));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    for (const each of failures) expect(await each).toMatchObject({ code: 'timeout' });
  });

  test('may be waited out: the question gets phase and seconds', async () => {
    let session: ToyServer['sessions'][number] | undefined;
    await using toy = await ToyServer.start({
      answer: (verb, _line, from) => {
        if (verb !== 'MAIL') return undefined;
        session = from;
        return null;
      },
    });
    const asked: string[] = [];
    const connection = await open(toy, {
      timeouts: { mail: 0.02 },
      onTimeout: async (phase, seconds) => {
        asked.push(`${phase} ${seconds}`);
        if (asked.length === 2) session?.say('250 at last');
        return 0.03;
      },
    });
    await ehlo(connection, 'me.example');
    expect((await mail(connection, 'a@x')).text).toBe('at last');
    expect(asked.slice(0, 2)).toEqual(['mail 0.02', 'mail 0.03']);
    connection.close();
  });

  test('of a connection attempt leads to the next address', async () => {
    await using toy = await ToyServer.start();
    const connection = new SmtpConnection({
      host: 'two.example',
      port: toy.port,
      // 192.0.2.0/24 is for documentation (RFC 5737): nothing answers there, or the network refuses it at once.
      resolver: async () => [
        { address: '192.0.2.1', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ],
      timeouts: { connect: 0.2 },
    });
    await connection.open();
    expect(connection.remoteAddress).toBe('127.0.0.1');
    connection.close();
  });

  test('a slow source of the body is not the server\u2019s silence', async () => {
    await using toy = await ToyServer.start();
    const client = await SmtpClient.connect({ host: '127.0.0.1', port: toy.port, timeouts: { block: 0.02 } });
    await client.send({ from: 'a@x', to: ['b@y'], body: fromReadable(slow()) });
    expect(toy.taken[0]?.body).toBe('one\r\ntwo\r\n');
    await client.quit();
  });
});

describe('backpressure', () => {
  test('a server that does not read makes the source wait', async () => {
    await using toy = await ToyServer.start({
      answer: (verb, _line, session) => {
        if (verb === 'BODY') session.socket.pause();
        return undefined;
      },
    });
    const client = await SmtpClient.connect({ host: '127.0.0.1', port: toy.port, timeouts: { block: 0.2 } });
    let taken = 0;
    const sent = client.send({
      from: 'a@x',
      to: ['b@y'],
      body: fromReadable(
        (async function* () {
          for (let n = 0; n < 4000; n++) {
            taken += 65_536;
            yield Buffer.alloc(65_536, 'x');
          }
        })(),
      ),
    });
    await expect(sent).rejects.toMatchObject({ code: 'timeout', phase: 'block' });
    // What the two systems' socket buffers hold, and the pending bytes: far less than the 262 MB there are.
    expect(taken).toBeLessThan(40_000_000);
  });
});

async function* some(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

async function* slow(): AsyncGenerator<string> {
  yield 'one\r\n';
  await new Promise((resolve) => setTimeout(resolve, 150));
  yield 'two\r\n';
}
