import { describe, expect, test } from 'vitest';
import { fromReadable, type Message, SmtpClient, type WireError } from '../../../src/wire/index.js';
import { ToyServer } from './toy-server.js';

const connect = (toy: ToyServer) => SmtpClient.connect({ host: '127.0.0.1', port: toy.port, name: 'client.example' });
const message = (more: Partial<Message> = {}): Message => ({
  from: 'a@x.example',
  to: ['b@y.example'],
  body: 'text\r\n',
  ...more,
});
const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it should have failed'),
    (error: unknown) => error as WireError,
  );
const refuse =
  (...words: string[]) =>
  (_verb: string, line: string) =>
    words.some((word) => line.includes(word)) ? '550 5.1.1 not here' : undefined;

describe.each([
  ['DATA', ['PIPELINING']],
  ['BDAT', ['PIPELINING', 'CHUNKING']],
  ['DATA in lock-step', []],
  ['BDAT in lock-step', ['CHUNKING']],
])('recipients, by %s', (_name, offer) => {
  test('any: those accepted get it, the others are named', async () => {
    await using toy = await ToyServer.start({ offer, answer: refuse('bad') });
    const client = await connect(toy);
    const result = await client.send(message({ to: ['bad1@y', 'good@y', 'bad2@y'] }));
    expect(result.accepted).toEqual(['good@y']);
    expect(result.refused.map((each) => [each.address, each.reply.code])).toEqual([
      ['bad1@y', 550],
      ['bad2@y', 550],
    ]);
    expect(toy.taken).toEqual([{ from: 'a@x.example', to: ['good@y'], body: 'text\r\n' }]);
    await client.quit();
  });

  test('all: one refusal and nobody gets it, not even an empty message; the next message is not harmed', async () => {
    await using toy = await ToyServer.start({ offer, answer: refuse('bad') });
    const client = await connect(toy);
    const first = failure(client.send(message({ to: ['good@y', 'bad@y'], accept: 'all' })));
    const second = client.send(message({ from: 'c@x', body: 'next\r\n' }));
    expect(await first).toMatchObject({ code: 'rejected-recipients', address: 'bad@y', reply: { code: 550 } });
    expect((await second).reply.code).toBe(250);
    expect(toy.taken).toEqual([{ from: 'c@x', to: ['b@y.example'], body: 'next\r\n' }]);
    expect(toy.commands).toContain('RSET');
    await client.quit();
  });

  test('all refused: an error that names every one, and the next message is not harmed', async () => {
    await using toy = await ToyServer.start({ offer, answer: refuse('bad') });
    const client = await connect(toy);
    const first = failure(client.send(message({ to: ['bad1@y', 'bad2@y'] })));
    const second = client.send(message({ from: 'c@x' }));
    const error = await first;
    expect(error.code).toBe('rejected-recipients');
    expect(error.refusals?.map((each) => each.address)).toEqual(['bad1@y', 'bad2@y']);
    await second;
    expect(toy.taken.map((each) => each.from)).toEqual(['c@x']);
    await client.quit();
  });

  test('a refused sender never lends its transaction to the next message', async () => {
    await using toy = await ToyServer.start({ offer, answer: refuse('FROM:<bad') });
    const client = await connect(toy);
    const all = await Promise.allSettled([
      client.send(message({ from: 'one@x' })),
      client.send(message({ from: 'bad@x' })),
      client.send(message({ from: 'two@x' })),
    ]);
    expect(all.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(all[1]).toMatchObject({ reason: { code: 'rejected-sender', address: 'bad@x', reply: { code: 550 } } });
    expect(toy.taken.map((each) => each.from)).toEqual(['one@x', 'two@x']);
    await client.quit();
  });

  test('a refused message leaves the connection for the next', async () => {
    let refused = false;
    await using toy = await ToyServer.start({
      offer,
      answer: (verb) => {
        if ((verb !== 'DOT' && verb !== 'LAST') || refused) return undefined;
        refused = true;
        return '554 5.6.0 spam';
      },
    });
    const client = await connect(toy);
    const all = await Promise.allSettled([
      client.send(message({ from: 'one@x' })),
      client.send(message({ from: 'two@x' })),
      client.send(message({ from: 'three@x' })),
    ]);
    expect(all.map((each) => each.status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(all[0]).toMatchObject({ reason: { code: 'rejected-message', reply: { code: 554 } } });
    expect(toy.taken.map((each) => each.from)).toEqual(['two@x', 'three@x']);
    await client.quit();
  });

  test('a thousand recipients', async () => {
    await using toy = await ToyServer.start({ offer });
    const client = await connect(toy);
    const to = Array.from({ length: 2500 }, (_, n) => `user${n}@y.example`);
    expect((await client.send(message({ to }))).accepted).toEqual(to);
    expect((await client.send(message({ to, accept: 'all' }))).accepted).toEqual(to);
    expect(toy.taken.map((each) => each.to)).toEqual([to, to]);
    await client.quit();
  });

  test('many messages of many sizes arrive whole and in order', async () => {
    await using toy = await ToyServer.start({ offer });
    const client = await connect(toy);
    const bodies = Array.from({ length: 60 }, (_, n) => `${n}\r\n${`line ${n}\r\n.\r\n`.repeat((n * n * 37) % 9000)}`);
    await Promise.all(
      bodies.map((body, n) => client.send(message({ body: n % 3 === 0 ? fromReadable(parts(body)) : body }))),
    );
    await client.quit();
    expect(toy.taken.length).toBe(60);
    for (const [n, each] of toy.taken.entries()) expect(each.body === bodies[n]).toBe(true);
  });
});

async function* parts(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += 5001) yield text.slice(at, at + 5001);
}

describe('RFC 2920 section 3.1', () => {
  test('a 354 although nobody was accepted is answered by the dot alone, and reported as refused', async () => {
    await using toy = await ToyServer.start({
      answer: (verb, line) => (verb === 'DATA' ? '354 go on' : refuse('bad')(verb, line)),
    });
    const client = await connect(toy);
    const error = await failure(client.send(message({ to: ['bad@y'] })));
    expect(error.code).toBe('rejected-recipients');
    expect(toy.reads.at(-1)).toBe('.\r\n');
    expect(toy.taken).toEqual([]);
    await client.quit();
  });

  test('with "all" and several recipients DATA waits for their answers', async () => {
    await using toy = await ToyServer.start();
    const client = await connect(toy);
    await client.send(message({ to: ['b@y', 'c@y'], accept: 'all' }));
    expect(toy.reads).toContain('MAIL FROM:<a@x.example>\r\nRCPT TO:<b@y>\r\nRCPT TO:<c@y>\r\n');
    expect(toy.reads).toContain('DATA\r\n');
    await client.quit();
  });

  test('one message may ask for lock-step where the others are pipelined', async () => {
    await using toy = await ToyServer.start();
    const client = await connect(toy);
    await Promise.all([
      client.send(message()),
      client.send(message({ from: 'slow@x', pipelining: false })),
      client.send(message()),
    ]);
    expect(toy.reads).toContain('MAIL FROM:<slow@x>\r\n');
    expect(toy.taken.length).toBe(3);
    await client.quit();
  });
});

describe('RFC 3030', () => {
  test('several messages are on their way at once, each behind an RSET that ends the one before', async () => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'CHUNKING'] });
    const client = await connect(toy);
    await Promise.all([1, 2, 3].map((n) => client.send(message({ body: `${n}\r\n` }))));
    const together = toy.reads.find((read) => read.includes('BDAT 3 LAST\r\n1\r\n')) ?? '';
    expect(together).toContain(
      'BDAT 3 LAST\r\n1\r\nRSET\r\nMAIL FROM:<a@x.example>\r\nRCPT TO:<b@y.example>\r\nBDAT 3 LAST\r\n2\r\n',
    );
    await client.quit();
  });

  test('a refused chunk stops the body, RSET follows, the next message goes out', async () => {
    let chunks = 0;
    await using toy = await ToyServer.start({
      offer: ['PIPELINING', 'CHUNKING'],
      answer: (verb) => (verb === 'BDAT' && ++chunks === 2 ? '452 4.3.1 full' : undefined),
    });
    const client = await connect(toy);
    const first = failure(client.send(message({ body: Buffer.alloc(30_000_000, 'x\r\n') })));
    const second = client.send(message({ from: 'two@x' }));
    expect(await first).toMatchObject({ code: 'rejected-message', reply: { code: 452 } });
    await second;
    expect(toy.taken.map((each) => each.from)).toEqual(['two@x']);
    // The window bounds what was sent in vain.
    expect(chunks).toBeLessThan(200);
    await client.quit();
  });

  test('a body that cannot be read to its end is taken back, and the connection lasts', async () => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'CHUNKING'] });
    const client = await connect(toy);
    const error = await failure(client.send(message({ body: fromReadable(torn()) })));
    expect(error).toMatchObject({ code: 'source-failed', cause: { message: 'torn' } });
    await client.send(message({ from: 'two@x' }));
    expect(toy.taken.map((each) => each.from)).toEqual(['two@x']);
    expect(toy.sessions.length).toBe(1);
    await client.quit();
  });
});

test('by DATA a body that cannot be read to its end costs the connection: a dot would deliver half of it', async () => {
  await using toy = await ToyServer.start();
  const client = await connect(toy);
  const first = failure(client.send(message({ body: fromReadable(torn()) })));
  const second = failure(client.send(message()));
  expect(await first).toMatchObject({ code: 'source-failed', cause: { message: 'torn' } });
  expect(await second).toMatchObject({ code: 'closed' });
  expect(toy.taken).toEqual([]);
  expect(client.connection.lost?.code).toBe('closed');
});

async function* torn(): AsyncGenerator<string> {
  yield 'the first half\r\n';
  throw new Error('torn');
}

describe('what the server does not offer is refused before a byte', () => {
  test.each([
    [{ bodyType: '8bitmime' }, 'unsupported'],
    [{ bodyType: 'binarymime' }, 'unsupported'],
    [{ from: '\u00e9@x' }, 'unsupported'],
    [{ to: ['\u00e9@x'] }, 'unsupported'],
    [{ smtpUtf8: true }, 'unsupported'],
    [{ ret: 'full' }, 'unsupported'],
    [{ envelopeId: 'x' }, 'unsupported'],
    [{ to: [{ address: 'b@y', notify: ['never'] }] }, 'unsupported'],
    [{ requireTls: true }, 'unsupported'],
    [{ size: 1001 }, 'too-large'],
    [{ from: 'a\r\nDATA@x' }, 'bad-argument'],
    [{ to: ['b@y\n'] }, 'bad-argument'],
    [{ to: [] }, 'bad-argument'],
    [{ to: [''] }, 'bad-argument'],
    [{ to: [{ address: 'b@y', notify: ['never', 'delay'] }] }, 'bad-argument'],
    [{ to: [{ address: 'b@y', originalRecipient: 'no-type' }] }, 'bad-argument'],
    [{ to: [{ address: 'b@y', originalRecipient: 'rfc822;a\r\nb' }] }, 'bad-argument'],
    [{ envelopeId: 'a\0' }, 'bad-argument'],
  ] as [Partial<Message>, string][])('%j is %s', async (more, code) => {
    await using toy = await ToyServer.start({ offer: ['PIPELINING', 'SIZE 1000'] });
    const client = await connect(toy);
    expect(await failure(client.send(message(more)))).toMatchObject({ code });
    expect(toy.commands).toEqual(['EHLO client.example']);
    await client.send(message());
    await client.quit();
  });

  test('and where it does, the parameters are there', async () => {
    await using toy = await ToyServer.start({
      offer: ['PIPELINING', 'SIZE', '8BITMIME', 'SMTPUTF8', 'DSN', 'CHUNKING', 'BINARYMIME'],
    });
    const client = await connect(toy);
    await client.send(
      message({
        from: '\u00e9@x',
        to: [{ address: 'b@y', notify: ['success', 'delay'], originalRecipient: 'rfc822;b+c@y' }],
        bodyType: 'binarymime',
        ret: 'hdrs',
        envelopeId: 'id=1',
        body: 'raw\nbody',
      }),
    );
    expect(toy.commands[1]).toBe('MAIL FROM:<\u00e9@x> SIZE=8 BODY=BINARYMIME SMTPUTF8 RET=HDRS ENVID=id+3D1');
    expect(toy.commands[2]).toBe('RCPT TO:<b@y> NOTIFY=SUCCESS,DELAY ORCPT=rfc822;b+2Bc@y');
    expect(toy.taken[0]?.body).toBe('raw\nbody');
    await client.quit();
  });
});
