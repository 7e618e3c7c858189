import { createServer } from 'node:net';
import { Readable } from 'node:stream';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';
import { describe, expect, test } from 'vitest';
import { type ComailTransportOptions, comailTransport } from '../../src/client/index.js';
import { WireError } from '../../src/wire/index.js';
import { testAuthority } from '../support/certificates/index.js';
import { closedPort, MailServer } from './mail-server.js';

const letter: SendMailOptions = { from: 'ann@example.org', to: 'bob@example.org', subject: 'Hi', text: 'Hello\r\n' };
const right = { user: 'ann', pass: 'right' };

function transporter(server: MailServer, options: ComailTransportOptions = {}) {
  const made = createTransport(comailTransport({ host: '127.0.0.1', port: server.port, ...options }));
  return Object.assign(made, { [Symbol.asyncDispose]: async () => void (await Promise.resolve(made.close())) });
}

describe('A nodemailer program sends through comailTransport', () => {
  test('and gets what nodemailer answers', async () => {
    await using server = await MailServer.start();
    await using mail = transporter(server);
    const info = await mail.sendMail({ ...letter, bcc: 'carol@example.org' });
    expect(info).toMatchObject({
      envelope: { from: 'ann@example.org', to: ['bob@example.org', 'carol@example.org'] },
      accepted: ['bob@example.org', 'carol@example.org'],
      rejected: [],
      response: '250 taken',
    });
    expect(info.messageSize).toBe(server.got[0]?.text.length);
    expect(server.got).toMatchObject([{ from: 'ann@example.org', to: ['bob@example.org', 'carol@example.org'] }]);
    expect(server.got[0]?.text).toContain(`Message-ID: ${info.messageId}\r\n`);
    expect(server.got[0]?.text).not.toMatch(/carol/);
  });

  test('sends to those who are accepted and names the others', async () => {
    await using server = await MailServer.start();
    await using mail = transporter(server);
    const info = await mail.sendMail({ ...letter, to: ['bob@example.org', 'nobody@example.org'] });
    expect(info.accepted).toEqual(['bob@example.org']);
    expect(info.rejected).toEqual(['nobody@example.org']);
    expect(info.rejectedErrors).toMatchObject([
      { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550, recipient: 'nobody@example.org', permanent: true },
    ]);
    expect(server.got[0]?.to).toEqual(['bob@example.org']);
  });

  test('logs on over TLS', async () => {
    await using server = await MailServer.start({ hideSTARTTLS: false });
    await using mail = transporter(server, {
      host: 'localhost',
      requireTLS: true,
      tls: { ca: testAuthority },
      auth: right,
    });
    await expect(mail.verify()).resolves.toBe(true);
    await mail.sendMail(letter);
    expect(server.got).toMatchObject([{ secure: true, user: 'ann' }]);
  });

  test('uses TLS from the first byte with secure', async () => {
    await using server = await MailServer.start({ secure: true });
    await using mail = transporter(server, { host: 'localhost', secure: true, tls: { ca: testAuthority } });
    await mail.sendMail(letter);
    expect(server.got).toMatchObject([{ secure: true }]);
  });

  test('sends large attachments through without holding them', async () => {
    await using server = await MailServer.start({ size: 4_000_000 });
    await using mail = transporter(server);
    const content = Readable.from(Array.from({ length: 32 }, (_, i) => Buffer.alloc(32_768, i)));
    const info = await mail.sendMail({ ...letter, attachments: [{ filename: 'large', content }] });
    expect(info.messageSize).toBeGreaterThan(1_400_000);
    expect(server.got[0]?.text.length).toBe(info.messageSize);
  });

  test('asks for delivery reports', async () => {
    await using server = await MailServer.start({ hideDSN: false });
    await using mail = transporter(server);
    const dsn = { id: 'letter 1', return: 'headers', notify: ['failure', 'delay'], recipient: 'bob@example.com' };
    const info = await mail.sendMail({ ...letter, dsn });
    expect(info.withoutDsn).toBeUndefined();
    expect(server.got[0]?.reports).toEqual({
      mail: expect.objectContaining({ RET: 'HDRS', ENVID: 'letter 1' }),
      rcpt: [expect.objectContaining({ NOTIFY: 'FAILURE,DELAY', ORCPT: 'rfc822;bob@example.com' })],
    });
  });

  test('goes without delivery reports where the server has none, and says so', async () => {
    await using server = await MailServer.start();
    await using mail = transporter(server);
    const info = await mail.sendMail({ ...letter, dsn: { notify: 'success' } });
    expect(info).toMatchObject({ withoutDsn: true, accepted: ['bob@example.org'] });
    expect(server.got).toHaveLength(1);
  });

  test('emits idle, and close waits for what was given', async () => {
    await using server = await MailServer.start();
    const transport = comailTransport({ host: '127.0.0.1', port: server.port, maxConnections: 2 });
    const mail = createTransport(transport);
    let idle = 0;
    mail.on('idle', () => idle++);
    expect(mail.isIdle()).toBe(true);
    const sent = Promise.all(Array.from({ length: 20 }, () => mail.sendMail(letter)));
    await expect.poll(() => mail.isIdle()).toBe(false);
    await sent;
    await transport.close();
    expect(idle).toBeGreaterThan(0);
    expect(server.got).toHaveLength(20);
    await expect(mail.sendMail(letter)).rejects.toMatchObject({ code: 'ECONNECTION' });
  });
});

// nodemailer's own transport gets the same server and the same message: whoever handles its errors handles ours.
describe('fails with the code, command and number that nodemailer would give', () => {
  const cases: readonly [string, Partial<ComailTransportOptions>, SendMailOptions][] = [
    ['a refused sender', {}, { ...letter, from: 'spammer@example.org' }],
    ['a refused recipient', {}, { ...letter, to: 'nobody@example.org' }],
    ['a recipient that is refused for now', {}, { ...letter, to: 'later@example.org' }],
    ['a refused message', {}, { ...letter, subject: 'poison' }],
    ['a message without recipients', {}, { from: 'ann@example.org', text: 'Hello' }],
    ['a wrong password', { auth: { user: 'ann', pass: 'wrong', method: 'PLAIN' } }, letter],
    ['a body that cannot be read', {}, { ...letter, attachments: [{ path: '/no/such/file' }] }],
    ['a file that may not be read', {}, { ...letter, disableFileAccess: true, attachments: [{ path: '/etc/hosts' }] }],
    ['a host that is not there', { host: 'no-such-host.invalid' }, letter],
  ];

  test.each(cases)('%s', async (_name, options, message) => {
    await using server = await MailServer.start();
    const place = { host: '127.0.0.1', port: server.port, ...options };
    const ours = await failure(createTransport(comailTransport(place)), message);
    const theirs = await failure(createTransport(place as object), message);
    expect(facts(ours)).toEqual(facts(theirs));
    expect(server.got).toEqual([]);
  });

  test('a port where nobody listens', async () => {
    const place = { host: '127.0.0.1', port: await closedPort() };
    const ours = await failure(createTransport(comailTransport(place)), letter);
    expect(facts(ours)).toEqual(facts(await failure(createTransport(place), letter)));
  });

  test('a server that hangs up instead of greeting', async () => {
    const server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const place = { host: '127.0.0.1', port: (server.address() as { port: number }).port };
      const ours = await failure(createTransport(comailTransport(place)), letter);
      expect(ours.code).toMatch(/^(?:ECONNECTION|ESOCKET)$/);
      expect(ours.cause).toBeInstanceOf(WireError);
    } finally {
      server.close();
    }
  });

  test('a certificate of an authority that is not known', async () => {
    await using server = await MailServer.start({ hideSTARTTLS: false });
    const ours = await failure(createTransport(comailTransport({ host: 'localhost', port: server.port })), letter);
    expect(ours).toMatchObject({ code: 'ETLS', cause: { code: 'certificate-untrusted' } });
    expect(server.got).toEqual([]);
  });

  test('a password that would travel readably to another machine is not sent', async () => {
    const options = { host: '127.0.0.1', auth: { ...right, method: 'PLAIN' }, allowCleartextAuth: false };
    await using server = await MailServer.start();
    const ours = await failure(createTransport(comailTransport({ ...options, port: server.port })), letter);
    expect(ours).toMatchObject({ code: 'EAUTH', cause: { code: 'plaintext-refused' } });
  });

  test('verify tells the same errors, by promise and by callback', async () => {
    await using server = await MailServer.start();
    const transport = comailTransport({ host: '127.0.0.1', port: server.port, auth: { user: 'ann', pass: 'wrong' } });
    await expect(transport.verify()).rejects.toMatchObject({ code: 'EAUTH', responseCode: 535 });
    const told = await new Promise<NodemailerError | null>((resolve) => transport.verify((error) => resolve(error)));
    expect(told).toMatchObject({ code: 'EAUTH', responseCode: 535 });
  });

  test('delivery reports with a word that is none', async () => {
    await using server = await MailServer.start({ hideDSN: false });
    const ours = await failure(createTransport(comailTransport({ host: '127.0.0.1', port: server.port })), {
      ...letter,
      dsn: { notify: 'sometimes' },
    });
    expect(ours.code).toBe('EENVELOPE');
    expect(server.got).toEqual([]);
  });

  test.each([0, 65_536, 'smtp'])('the port %s, at once', (port) => {
    expect(() => comailTransport({ port })).toThrow(TypeError);
  });
});

const facts = ({ code, command, responseCode, permanent }: NodemailerError) => ({
  code,
  command: command?.replace(/^AUTH .*/, 'AUTH'),
  responseCode,
  permanent,
});

async function failure(
  mail: { sendMail(message: SendMailOptions): Promise<unknown>; close(): unknown },
  message: SendMailOptions,
): Promise<NodemailerError> {
  try {
    await mail.sendMail(message);
  } catch (error) {
    return error as NodemailerError;
  } finally {
    await Promise.resolve(mail.close());
  }
  throw new Error('the message was sent');
}
