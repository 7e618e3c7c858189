import { connect, type Socket } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphServer } from '../../src/graph/index.js';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
let port = 0;
beforeAll(async () => {
  office = await Office.open();
  port = Number(new URL(await office.server.listen({ port: 0 })).port);
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

/** Says something to the server and hears it out. */
const said = (bytes: string | Buffer, end = true, to: number = port): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket: Socket = connect(to, '127.0.0.1', () => {
      socket.write(bytes);
      if (end) socket.end();
    });
    let text = '';
    socket.setEncoding('latin1').on('data', (piece: string) => {
      text += piece;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ECONNRESET' ? resolve(text) : reject(error)));
    socket.on('close', () => resolve(text));
  });

const head = (more: string) =>
  `POST /v1.0/me/sendMail HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer ${office.token}\r\n${more}\r\n`;

describe('a peer without manners', () => {
  test('that sends what is no HTTP is refused, and the next one is served', async () => {
    for (const noise of ['\0\0\0\0', 'HELLO\r\n\r\n', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\n\r\n`])
      expect(await said(noise)).toMatch(/^HTTP\/1\.1 4\d\d [\s\S]*\r\n\r\n\{"error":\{"code":"\w+","message":/);
    expect((await office.ask('GET', '/me')).status).toBe(200);
  });

  test.each([
    ['in the header', () => 'POST /v1.0/me/sendMail HTTP/1.1\r\nHost: localh'],
    ['in the body', () => `${head('Content-Type: application/json\r\nContent-Length: 9\r\n')}{"messa`],
  ])('that stops %s is answered by 408 when its time is over, and the next one is served', async (_where, begun) => {
    const mailboxes = [office.mailbox];
    const authenticators = [office.tokens.authenticator()];
    const server = await GraphServer.create({ mailboxes, authenticators, requestSeconds: 0.2 });
    const slow = Number(new URL(await server.listen({ port: 0 })).port);
    const reply = await said(begun(), false, slow);
    expect(reply).toMatch(/^HTTP\/1\.1 408 /);
    expect(JSON.parse(reply.slice(reply.indexOf('\r\n\r\n') + 4))).toMatchObject({
      error: { code: 'RequestTimeout', innerError: { 'request-id': expect.any(String) } },
    });
    expect(await said(head('Content-Length: 0\r\n'), true, slow)).toMatch(/^HTTP\/1\.1 400 /);
    await server.close();
  });

  test('that sends a header without end is refused', async () => {
    expect(await said(head(`X-Long: ${'x'.repeat(100_000)}\r\n`))).toMatch(/^HTTP\/1\.1 431 /);
  });

  test('that announces more than there may be is refused before it sends it', async () => {
    const reply = await said(head('Content-Type: application/json\r\nContent-Length: 99999999999\r\n'), false);
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect(JSON.parse(reply.slice(reply.indexOf('\r\n\r\n') + 4))).toMatchObject({
      error: { code: 'RequestEntityTooLarge', message: expect.any(String) },
    });
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'that calls a property as objects call theirs is told that there is none: %s',
    async (name) => {
      const reply = await office.ask('POST', '/me/messages', {
        body: `{"${name}":{"content":"x"}}`,
        headers: { 'content-type': 'application/json' },
      });
      expect(reply).toMatchObject({ status: 400, json: { error: { code: 'RequestBodyRead' } } });
    },
  );

  test('that sends a body that ends in the middle sends nothing', async () => {
    await said(head('Content-Type: application/json\r\nContent-Length: 100\r\n{"message":{"subject":"Half'));
    expect((await office.ask('GET', "/me/messages?$filter=subject eq 'Half'")).json.value).toEqual([]);
  });

  test('that writes lists within lists is refused at the depth, without a deep stack', async () => {
    for (const body of [
      `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
      `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
    ]) {
      const { status, json } = await office.ask('POST', '/me/sendMail', {
        body,
        headers: { 'content-type': 'application/json' },
      });
      expect([status, json.error.code]).toEqual([400, 'BadRequest']);
    }
  });
});

describe('whatever is asked', () => {
  const path = fc.oneof(
    fc.constantFrom(
      '/me',
      '/me/messages',
      '/me/mailFolders/inbox/messages',
      '/subscriptions',
      '/me/mailFolders/x/messages/delta',
    ),
    fc.webPath(),
  );
  const option = fc.tuple(
    fc.constantFrom(
      '$filter',
      '$orderby',
      '$top',
      '$skip',
      '$select',
      '$expand',
      '$search',
      '$count',
      '$deltatoken',
      'x',
    ),
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom("contains(subject,'x')", 'isRead eq null', '-1', '(((((', "'", 'receivedDateTime desc', '\ud800'),
    ),
  );
  const headers = fc.dictionary(
    fc.constantFrom('prefer', 'if-match', 'client-request-id', 'idempotency-key', 'content-type', 'accept'),
    fc.stringMatching(/^[\x20-\x7e]{0,30}$/),
  );
  const method = fc.constantFrom('GET' as const, 'POST' as const, 'PATCH' as const, 'DELETE' as const, 'PUT' as const);

  test('is never answered by 500, and refusals have the shape of Graph', async () => {
    await fc.assert(
      fc.asyncProperty(
        method,
        path,
        fc.array(option, { maxLength: 3 }),
        headers,
        async (verb, where, options, given) => {
          const query = options
            .map(([name, value]) => `${name}=${encodeURIComponent(Buffer.from(value).toString())}`)
            .join('&');
          const { status, json } = await office.ask(verb, `${where}?${query}`, { headers: given });
          expect(status).not.toBe(500);
          if (status >= 400)
            expect(json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
        },
      ),
      { numRuns: 80 },
    );
  });
});
