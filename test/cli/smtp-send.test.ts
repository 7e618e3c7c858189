import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { SendReport } from '../../src/cli/report.js';
import { closedPort, MailServer } from '../client/mail-server.js';
import { testAuthority } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';
import { comail, type Surroundings } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'comail-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

useLedger();

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const send = (server: { port: number }, argv: readonly string[], around?: Surroundings) =>
  comail(['smtp', 'send', '-s', `localhost:${server.port}`, '-f', 'Ann <ann@example.org>', ...argv], around);

const report = (out: string): SendReport => JSON.parse(out) as SendReport;

describe('comail smtp send', () => {
  test('sends to To, Cc and Bcc, and shows Bcc to nobody', async () => {
    await using server = await MailServer.start();
    const to = ['-t', 'Bob <bob@example.org>, carol@example.org', '--to', 'bob@example.org'];
    const copies = ['--cc', 'dave@example.org', '--bcc', 'eve@example.org'];
    const ran = await send(server, [...to, ...copies, '--subject', 'Grüße', '--text', 'Hello']);
    expect(ran).toEqual({ code: 0, out: 'Sent to 4 recipients. 250 taken\n', err: '' });
    const [got] = server.got;
    expect(got?.from).toBe('ann@example.org');
    expect(got?.to).toEqual(['bob@example.org', 'carol@example.org', 'dave@example.org', 'eve@example.org']);
    expect(got?.text).toMatch(/^From: Ann <ann@example\.org>\r$/m);
    expect(got?.text).toMatch(/^Cc: dave@example\.org\r$/m);
    expect(got?.text).not.toMatch(/eve@|^bcc:/im);
  });

  test('attaches files, large ones without holding them', async () => {
    await using server = await MailServer.start({ size: 30_000_000 });
    const small = file('figures.csv', 'month,messages\n');
    const large = file('large.bin', Buffer.alloc(9 * 1024 * 1024, 7));
    const ran = await send(server, ['-t', 'bob@example.org', '-a', small, '-a', large, '--text', 'x']);
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(server.got[0]?.text).toContain('filename=figures.csv');
    expect(server.got[0]?.text.length).toBeGreaterThan((9 * 1024 * 1024 * 4) / 3);
  });

  test('reads the text, or a whole message, from the standard input', async () => {
    await using server = await MailServer.start();
    await send(server, ['-t', 'bob@example.org', '--text', '-'], { input: 'from a pipe' });
    await send(server, ['-t', 'bob@example.org', '--html', '-'], { input: '<p>from a pipe</p>' });
    await send(server, ['-t', 'bob@example.org', '--eml', '-'], { input: 'Subject: ready\r\n\r\nfrom a pipe\r\n' });
    expect(server.got.map(({ text }) => text.split('\r\n\r\n')[1]?.trim())).toEqual([
      'from a pipe',
      '<p>from a pipe</p>',
      'from a pipe',
    ]);
  });

  test('sends a ready message byte for byte, to the null sender as well', async () => {
    await using server = await MailServer.start();
    const text = 'Message-ID: <1@example.org>\r\nSubject: ready\r\n\r\n.dot\r\n';
    const eml = file('ready.eml', text);
    const argv = ['smtp', 'send', '-s', `127.0.0.1:${server.port}`, '-f', '<>', '-t', 'bob@example.org'];
    const ran = await comail([...argv, '--eml', eml, '--json']);
    expect(report(ran.out)).toMatchObject({ sent: true, messageId: '<1@example.org>' });
    expect(server.got).toMatchObject([{ from: '', text }]);
  });

  test('answers one JSON object', async () => {
    await using server = await MailServer.start();
    const ran = await send(server, ['-t', 'bob@example.org', '--json']);
    expect(ran.err).toBe('');
    expect(report(ran.out)).toEqual({
      sent: true,
      code: 'S_OK',
      hresult: '0x00000000',
      number: 0,
      reply: 250,
      response: '250 taken',
      problem: null,
      refused: [],
      messageId: expect.stringMatching(/^<.+>$/),
      withoutReports: false,
      advice: null,
    });
  });

  test('logs on with a password from the environment or from the input, by the best mechanism or by one', async () => {
    await using server = await MailServer.start();
    const argv = ['-t', 'bob@example.org', '-u', 'ann'];
    await send(server, argv, { env: { COMAIL_PASSWORD: 'right' } });
    await send(server, [...argv, '--password-stdin', '--auth', 'login'], { input: 'right\n' });
    expect(server.got.map(({ user }) => user)).toEqual(['ann', 'ann']);
  });

  test('asks the person at the terminal, and shows nothing of the answer', async () => {
    await using server = await MailServer.start();
    const around = { terminal: 100, env: { NO_COLOR: '1' }, input: 'right\r' };
    const ran = await send(server, ['-t', 'bob@example.org', '-u', 'ann'], around);
    expect(ran).toEqual({ code: 0, out: 'Sent to 1 recipient. 250 taken\n', err: 'Password of ann: \n' });
    expect(server.got).toMatchObject([{ user: 'ann' }]);
  });

  test('takes a password from the command line with a warning', async () => {
    await using server = await MailServer.start();
    const ran = await send(server, ['-t', 'bob@example.org', '-u', 'ann', '--password', 'right']);
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/^comail: warning: .*COMAIL_PASSWORD/);
  });

  test('encrypts with a certificate that it trusts, or that it was told to bear', async () => {
    await using server = await MailServer.start({ hideSTARTTLS: false });
    const ca = file('ca.pem', testAuthority);
    const required = await send(server, ['-t', 'bob@example.org', '--tls', 'required', '--ca', ca]);
    const borne = await send(server, ['-t', 'bob@example.org', '--insecure', '--trace']);
    expect([required.code, borne.code]).toEqual([0, 0]);
    expect(borne.err).toMatch(/OnPrompt +IDYES/);
    expect(server.got.map(({ secure }) => secure)).toEqual([true, true]);
  });

  test('encrypts from the first byte', async () => {
    await using server = await MailServer.start({ secure: true });
    const ca = file('ca.pem', testAuthority);
    expect(await send(server, ['-t', 'bob@example.org', '--tls', 'implicit', '--ca', ca])).toMatchObject({ code: 0 });
    expect(server.got).toMatchObject([{ secure: true }]);
  });

  test('asks for delivery reports', async () => {
    await using server = await MailServer.start({ hideDSN: false });
    const dsn = ['--dsn', 'success,delay', '--ret', 'hdrs', '--envid', 'letter 1'];
    expect(await send(server, ['-t', 'bob@example.org', ...dsn])).toMatchObject({ code: 0, err: '' });
    expect(server.got[0]?.reports).toEqual({
      mail: expect.objectContaining({ RET: 'HDRS', ENVID: 'letter 1' }),
      rcpt: [expect.objectContaining({ NOTIFY: 'SUCCESS,DELAY' })],
    });
  });

  test('says when it went without delivery reports', async () => {
    await using server = await MailServer.start();
    const ran = await send(server, ['-t', 'bob@example.org', '--dsn', 'never']);
    expect(ran).toMatchObject({ code: 0, err: expect.stringContaining('without --dsn') });
    expect(report((await send(server, ['-t', 'bob@example.org', '--dsn', 'never', '--json'])).out)).toMatchObject({
      sent: true,
      withoutReports: true,
    });
  });

  test('writes the dialog into a log and a trace, with the password in neither', async () => {
    await using server = await MailServer.start();
    const log = join(folder, 'session.log');
    const argv = ['-t', 'bob@example.org', '-u', 'ann', '--auth', 'PLAIN', '--log', log, '--trace'];
    const ran = await send(server, argv, { env: { COMAIL_PASSWORD: 'right' } });
    expect(ran.out).toBe('Sent to 1 recipient. 250 taken\n');
    expect(ran.err).toMatch(/OnStatus +IXP_CONNECTED/);
    expect(ran.err).toMatch(/OnResponse +SMTP_SEND_MESSAGE +S_OK, done +IXP_S_SMTP_250_MAIL_ACTION_OKAY/);
    expect(readFileSync(log, 'utf8')).toContain('[tx] RCPT TO:<bob@example.org>');
    const secret = Buffer.from('\0ann\0right').toString('base64');
    for (const text of [ran.err, ran.out, readFileSync(log, 'utf8')]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain('right');
    }
  });

  test('draws a bar for a large body at a terminal, and no colour where NO_COLOR is set', async () => {
    await using server = await MailServer.start({ size: 30_000_000 });
    const large = file('large.bin', Buffer.alloc(1024 * 1024, 7));
    const around = { terminal: 100, env: { NO_COLOR: '1' } };
    const ran = await send(server, ['-t', 'bob@example.org', '-a', large], around);
    expect(ran.err).toContain('100 %');
    expect(ran.out).toBe('Sent to 1 recipient. 250 taken\n');
  });
});

describe('comail smtp send says what to do next and exits with 1:', () => {
  const letter = ['-t', 'bob@example.org', '--text', 'x'];
  const cases: readonly [string, string, readonly string[], Surroundings, string, RegExp][] = [
    [
      'a refused recipient',
      '',
      ['-t', 'bob@example.org,nobody@example.org'],
      {},
      'IXP_E_SMTP_REJECTED_RECIPIENTS',
      /spelling/,
    ],
    ['one who is refused for now', '', ['-t', 'later@example.org'], {}, 'IXP_E_SMTP_REJECTED_RECIPIENTS', /temporary/],
    ['a refused sender', '', ['-f', 'spammer@example.org', ...letter], {}, 'IXP_E_SMTP_REJECTED_SENDER', /--from/],
    ['a refused message', '', [...letter, '--subject', 'poison'], {}, 'IXP_E_SMTP_554_TRANSACT_FAILED', /why/],
    ['a wrong password', '', [...letter, '-u', 'ann'], wrong(), 'IXP_E_USER_CANCEL', /user name ann and the password/],
    [
      'a wrong password for one mechanism',
      '',
      [...letter, '-u', 'ann', '--auth', 'PLAIN'],
      wrong(),
      'IXP_E_SMTP_UNKNOWN_RESPONSE_CODE',
      /password/,
    ],
    [
      'a mechanism that nobody knows',
      '',
      [...letter, '-u', 'ann', '--auth', 'FOO'],
      wrong(),
      'E_INVALIDARG',
      /words above/,
    ],
    ['reports that cannot be had', '', [...letter, '--envid', 'x'], {}, 'IXP_E_SMTP_NO_DSN_SUPPORT', /leave these out/],
    [
      'encryption that is not offered',
      '',
      [...letter, '--tls', 'required'],
      {},
      'IXP_E_SMTP_NO_STARTTLS_SUPPORT',
      /--tls implicit/,
    ],
    [
      'an unknown host',
      'no-such-host.invalid',
      letter,
      {},
      'IXP_E_CANT_FIND_HOST',
      /spelling of no-such-host\.invalid/,
    ],
  ];

  test.each(cases)('%s', async (_name, host, argv, around, code, advice) => {
    await using server = await MailServer.start();
    const place = ['-s', `${host || 'localhost'}:${server.port}`];
    const ran = await send(server, [...argv, ...place], around);
    expect(ran).toMatchObject({ code: 1, out: '' });
    expect(ran.err).toContain(`comail: the message was not sent. ${code} (0x`);
    expect(ran.err.trimEnd().split('\n').at(-1)).toMatch(/^ {2}next {5}/);
    expect(ran.err.trimEnd().split('\n').at(-1)).toMatch(advice);
    const told = report((await send(server, [...argv, ...place, '--json'], around)).out);
    expect(told).toMatchObject({ sent: false, code, advice: expect.stringMatching(advice) });
    expect(server.got).toEqual([]);
  });

  function wrong(): Surroundings {
    return { env: { COMAIL_PASSWORD: 'wrong' } };
  }

  test('each refused recipient is named with the words of the server', async () => {
    await using server = await MailServer.start();
    const ran = await send(server, ['-t', 'nobody@example.org', '--json']);
    expect(report(ran.out)).toMatchObject({
      reply: 550,
      hresult: '0x800CCC79',
      refused: [{ address: 'nobody@example.org', reply: '550 nobody@example.org is not welcome' }],
    });
  });

  test('a server that wants a logon', async () => {
    await using server = await MailServer.start({ authOptional: false });
    const ran = await send(server, letter);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('add --user NAME') });
  });

  test('nobody listens', async () => {
    const ran = await send({ port: await closedPort() }, letter);
    expect(ran.err).toContain('IXP_E_FAILED_TO_CONNECT');
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('firewall') });
  });

  test('a certificate that cannot be trusted', async () => {
    await using server = await MailServer.start({ hideSTARTTLS: false });
    const ran = await send(server, letter);
    expect(ran).toMatchObject({ code: 1, err: expect.stringContaining('--ca FILE') });
    expect(server.got).toEqual([]);
  });

  test.each([
    ['hangs up', (socket: Socket) => socket.destroy(), 'IXP_E_CONNECTION_DROPPED', /--trace/],
    [
      'is no mail server',
      (socket: Socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'),
      'IXP_E_SMTP_RESPONSE_ERROR',
      /port/,
    ],
    [
      'is closed today',
      (socket: Socket) => socket.end('421 come back later\r\n'),
      'IXP_E_SMTP_421_NOT_AVAILABLE',
      /temporary/,
    ],
    ['says nothing', () => undefined, 'IXP_E_TIMEOUT', /--timeout/],
  ])('a server that %s', async (_name, greet, code, advice) => {
    const server = await listen(greet);
    try {
      const port = (server.address() as { port: number }).port;
      const ran = await send({ port }, [...letter, '--timeout', '1']);
      expect(ran.code).toBe(1);
      expect(ran.err).toContain(code);
      expect(ran.err.trimEnd().split('\n').at(-1)).toMatch(advice);
    } finally {
      server.close();
    }
  });

  test('what a server says cannot touch the terminal', async () => {
    const server = await listen((socket) => socket.end('554 \u001b[2Jgone\r\n'));
    try {
      const port = (server.address() as { port: number }).port;
      const ran = await send({ port }, [...letter, '--trace'], { terminal: 80, env: { NO_COLOR: '1' } });
      expect(ran.err).toContain('?[2Jgone');
      expect(ran.err).not.toContain('\u001b');
    } finally {
      server.close();
    }
  });
});

describe('comail smtp send does not begin what cannot be done, and exits with 2:', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['a bad address', ['-t', 'bob'], /--to "bob" is no address/],
    ['one bad address among others', ['-t', 'ann@example.org, bob'], /"bob" is no address/],
    ['nobody', ['--text', 'x'], /nobody would get this message/],
    ['two senders', ['-t', 'a@b.c', '-f', 'a@b.c, d@e.f'], /--from takes one/],
    ['a file that is not there', ['-t', 'a@b.c', '-a', '/no/such/file'], /\/no\/such\/file: there is no such file/],
    ['a message that is not there', ['-t', 'a@b.c', '--eml', '/no/such/file'], /there is no such file/],
    ['an authority that is not there', ['-t', 'a@b.c', '--ca', '/no/such/file'], /--ca \/no\/such\/file/],
    ['a folder', ['-t', 'a@b.c', '-a', '/'], /is a folder/],
    ['an address of the web for a file', ['-t', 'a@b.c', '-a', 'http://localhost/x'], /there is no such file/],
    ['parts with a whole message', ['-t', 'a@b.c', '--eml', '-', '--subject', 'x'], /do not go with it/],
    ['two readers of the input', ['-t', 'a@b.c', '--text', '-', '--password-stdin'], /one thing only/],
    ['a user without a password', ['-t', 'a@b.c', '-u', 'ann'], /COMAIL_PASSWORD/],
    ['no line for a password', ['-t', 'a@b.c', '-u', 'ann', '--password-stdin'], /holds no password/],
    ['an encryption that is none', ['-t', 'a@b.c', '--tls', 'maybe'], /off, starttls, required or implicit/],
    ['a report that is none', ['-t', 'a@b.c', '--dsn', 'sometimes'], /success, failure, delay or never/],
    ['never and more', ['-t', 'a@b.c', '--dsn', 'never,delay'], /stands alone/],
    ['a part that is none', ['-t', 'a@b.c', '--ret', 'half'], /full or hdrs/],
    ['no time', ['-t', 'a@b.c', '--timeout', '0'], /whole seconds/],
    ['a port that is none', ['-t', 'a@b.c', '-s', 'localhost:70000'], /ports go from 1/],
    ['a server that is none', ['-t', 'a@b.c', '-s', 'smtp://localhost'], /write host or host:port/],
    ['an unknown option', ['-t', 'a@b.c', '--fast'], /unknown option '--fast'/],
  ])('%s', async (_name, argv, words) => {
    await using server = await MailServer.start();
    const ran = await send(server, argv);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toMatch(words);
  });

  test('with --json it is one JSON object all the same', async () => {
    const ran = await send({ port: 25 }, ['-t', 'bob', '--json']);
    expect(ran).toMatchObject({ code: 2, err: '' });
    expect(report(ran.out)).toMatchObject({ sent: false, code: null, problem: expect.stringContaining('no address') });
  });
});

async function listen(greet: (socket: Socket) => unknown): Promise<Server> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
  });
  server.on('close', () => sockets.forEach((socket) => void socket.destroy()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
