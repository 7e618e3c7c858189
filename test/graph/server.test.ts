import { readFileSync } from 'node:fs';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { limits } from '../../src/base/index.js';
import { application } from '../../src/graph/http/server.js';
import { GraphServer, jwtAuthenticator, TokenFile } from '../../src/graph/index.js';
import { replaceFile } from '../../src/subsystem/profile/index.js';
import { testIdentity } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';
import { askServer } from './ask.js';
import { Office, person } from './office.js';

const secret = new Uint8Array(Buffer.from('a secret of this test that has enough bytes'));
const jwt = jwtAuthenticator({ issuer: 'https://issuer.example', audience: 'comail', key: secret });

const sign = (claims: Record<string, unknown>, expires = '1h', audience = 'comail'): Promise<string> =>
  new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('https://issuer.example')
    .setAudience(audience)
    .setExpirationTime(expires)
    .sign(secret);

let office: Office;
/** It is known by another address than it listens on. */
let known: GraphServer;
beforeAll(async () => {
  office = await Office.open();
  known = await GraphServer.create({
    mailboxes: [office.mailbox],
    authenticators: [office.tokens.authenticator()],
    publicUrl: 'https://mail.example:8443/',
  });
});
afterAll(async () => {
  await known.close();
  await office[Symbol.asyncDispose]();
});

useLedger();

describe('bearer tokens', () => {
  test('nobody comes in without one', async () => {
    for (const path of ['/me', '/me/messages', '/users/me@example.com/messages', '/nothing', '/openapi.json']) {
      const { status, json, headers } = await office.ask('GET', path, { token: '' });
      expect({ status, code: json.error.code }).toEqual({ status: 401, code: 'InvalidAuthenticationToken' });
      expect(headers['www-authenticate']).toBe('Bearer');
    }
    expect((await office.ask('GET', '/me', { token: 'comail_wrong' })).status).toBe(401);
    expect((await office.ask('POST', '/$batch', { token: '', json: { requests: [] } })).status).toBe(401);
  });

  test('a token that is revoked or expired is refused; the file keeps none', async () => {
    const wish = { user: 'me@example.com', scopes: ['Mail.Read'] };
    const soon = office.tokens.create({ ...wish, expires: new Date(Date.now() + 60_000) });
    const past = office.tokens.create({ ...wish, expires: new Date(Date.now() - 1) });
    expect((await office.ask('GET', '/me', { token: soon.token })).status).toBe(200);
    expect((await office.ask('GET', '/me', { token: past.token })).json.error.message).toContain('expired');
    expect(office.tokens.revoke(soon.record.id)).toBe(true);
    expect(office.tokens.revoke(soon.record.id)).toBe(false);
    expect((await office.ask('GET', '/me', { token: soon.token })).status).toBe(401);
    const other = new TokenFile(`${office.desk.folder}/tokens.json`);
    const late = other.create({ ...wish, expires: new Date(Date.now() + 60_000) });
    const knows = office.tokens.authenticator();
    expect(await knows(late.token)).toMatchObject({ user: 'me@example.com', everyone: false });
    other.revoke(late.record.id);
    // Also within the turn of the event loop in which it counted a moment ago.
    expect(() => knows(late.token)).toThrow(expect.objectContaining({ status: 401 }));
    expect(JSON.stringify(office.tokens.list())).not.toContain(soon.token.slice(7));
  });

  test('what another process does to the tokens is seen: a new one at once, one that is revoked a moment later', async () => {
    const path = `${office.desk.folder}/others.json`;
    const tokens = new TokenFile(path);
    const wish = { user: 'me@example.com', scopes: ['Mail.Read'], expires: new Date(Date.now() + 60_000) };
    const [kept, lost] = [tokens.create(wish), tokens.create(wish)];
    const both = readFileSync(path, 'utf8');
    const knows = tokens.authenticator();
    expect(await knows(lost.token)).toMatchObject({ user: 'me@example.com' });
    replaceFile(path, JSON.stringify({ tokens: [kept.record] }), 0o600);
    const refusal = async (): Promise<unknown> => {
      for (;;) {
        try {
          await knows(lost.token);
        } catch (error) {
          return error;
        }
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    expect(await refusal()).toMatchObject({ status: 401 });
    expect(await knows(kept.token)).toMatchObject({ user: 'me@example.com' });
    replaceFile(path, both, 0o600);
    expect(await knows(lost.token)).toMatchObject({ user: 'me@example.com' });
  });

  test('a token allows what its permissions say, in the mailbox of its user', async () => {
    const expires = new Date(Date.now() + 60_000);
    const reader = office.tokens.create({ user: 'me@example.com', scopes: ['Mail.Read'], expires }).token;
    expect((await office.ask('GET', '/me/messages', { token: reader })).status).toBe(200);
    for (const path of ['/me/messages', '/me/sendMail'])
      expect(await office.ask('POST', path, { token: reader, json: {} })).toMatchObject({
        status: 403,
        json: { error: { code: 'ErrorAccessDenied' } },
      });
    expect((await office.ask('GET', '/users/other@example.com/messages')).json.error.code).toBe('ErrorInvalidUser');
    const program = office.tokens.create({ user: null, scopes: ['Mail.Read'], expires }).token;
    expect((await office.ask('GET', '/users/ME@example.com/messages', { token: program })).status).toBe(200);
    expect((await office.ask('GET', '/me/messages', { token: program })).status).toBe(400);
    expect(await office.ask('GET', '/users/other@example.com/messages', { token: program })).toMatchObject({
      status: 404,
      json: { error: { code: 'ErrorInvalidUser' } },
    });
  });

  test('Mail.ReadBasic shows all but bodies and what hangs on messages', async () => {
    const expires = new Date(Date.now() + 60_000);
    const token = office.tokens.create({ user: 'me@example.com', scopes: ['Mail.ReadBasic'], expires }).token;
    const { id } = await office.draft({ subject: 'Basic', body: { content: 'A secret' } });
    for (const path of [`/me/messages/${id}`, '/me/messages', '/me/mailFolders/drafts/messages/delta']) {
      const { status, bytes } = await office.ask('GET', path, { token });
      expect(status).toBe(200);
      expect(bytes.toString()).toContain('Basic');
      expect(bytes.toString()).not.toContain('secret');
      expect((await office.ask('GET', `${path}?$select=bodyPreview`, { token })).status).toBe(403);
    }
    for (const path of [
      `/me/messages/${id}/$value`,
      `/me/messages/${id}/attachments`,
      `/me/messages/${id}?$expand=attachments`,
      '/me/messages?$search=secret',
      "/me/messages?$filter=contains(body/content,'secret')",
      "/me/messages/$count?$filter=contains(body/content,'secret')",
      "/me/messages?$filter=singleValueExtendedProperties/any(e:e/id eq 'String 0x1000' and e/value eq 'A secret')",
    ])
      expect((await office.ask('GET', path, { token })).json.error.code).toBe('ErrorAccessDenied');
    expect((await office.ask('GET', '/me/mailFolders', { token })).status).toBe(200);
    expect((await office.ask('PATCH', `/me/messages/${id}`, { token, json: { subject: 'x' } })).status).toBe(403);
  });

  test('a JWT is held against all that it must say, and against the permissions of what is asked', async () => {
    const server = await GraphServer.create({ mailboxes: [office.mailbox], authenticators: [jwt] });
    try {
      const claims = { upn: 'me@example.com', scp: 'Mail.Read' };
      const ask = async (token: string, method: 'GET' | 'POST' = 'GET') => {
        const { status, json } = await askServer(server, method, '/me/messages', { token });
        return [status, json.error?.code, json.error?.message];
      };
      const made = (jwtOf: (token: SignJWT) => SignJWT) =>
        jwtOf(new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setAudience('comail')).sign(secret);
      expect((await ask(await sign(claims)))[0]).toBe(200);
      const none = Buffer.from('{"alg":"none"}').toString('base64url');
      const body = Buffer.from(JSON.stringify({ ...claims, iss: 'https://issuer.example', aud: 'comail', exp: 4e9 }));
      for (const [token, words] of [
        [await made((one) => one.setIssuer('https://other.example').setExpirationTime('1h')), 'Invalid iss'],
        [await made((one) => one.setExpirationTime('1h')), 'Invalid iss'],
        [await made((one) => one.setIssuer('https://issuer.example')), 'Invalid exp'],
        [await sign(claims, '1h', 'another'), 'Invalid aud'],
        [await sign(claims, '-2m'), 'the token is expired'],
        [
          await made((one) => one.setIssuer('https://issuer.example').setExpirationTime('1h').setNotBefore('10m')),
          'Invalid nbf',
        ],
        [`${none}.${body.toString('base64url')}.`, 'validation failure'],
        [`${none}.${body.toString('base64url')}.AAAA`, 'validation failure'],
      ] as const)
        expect(await ask(token)).toEqual([401, 'InvalidAuthenticationToken', expect.stringContaining(words)]);
      expect(await ask(await sign(claims), 'POST')).toEqual([
        403,
        'ErrorAccessDenied',
        expect.stringContaining('Mail.ReadWrite'),
      ]);
      expect(await ask(await sign({ upn: 'me@example.com' }))).toEqual([403, 'ErrorAccessDenied', expect.any(String)]);
      expect(await ask(await sign({ roles: ['Mail.Read'] }))).toEqual([400, 'BadRequest', expect.any(String)]);
    } finally {
      await server.close();
    }
  });

  test('JWTs of the issuer count, for the audience and until they expire', async () => {
    const user = { upn: 'me@example.com', scp: 'Mail.Read Mail.Send' };
    expect(await jwt(await sign(user))).toMatchObject({ user: 'me@example.com', everyone: false });
    expect(await jwt(await sign({ roles: ['Mail.Read'] }))).toMatchObject({ user: null, everyone: true });
    const bySubject = { sub: 'a14efc33-b7d5-46cb-b2ba-092f177acec1', scp: 'Mail.Read' };
    expect(await jwt(await sign(bySubject))).toMatchObject({ user: bySubject.sub, everyone: false });
    expect(await jwt('comail_abc')).toBeNull();
    await expect(jwt(await sign(user, '-2h'))).rejects.toMatchObject({ status: 401 });
    await expect(jwt(await sign(user, '1h', 'other'))).rejects.toMatchObject({ status: 401 });
    await expect(jwt(`${(await sign(user)).slice(0, -4)}AAAA`)).rejects.toMatchObject({ status: 401 });
    await expect(jwt(await sign({ scp: 'Mail.Read' }))).rejects.toMatchObject({ status: 401 });
  });
});

describe('answers', () => {
  test('each request has an identifier; that of the client comes back', async () => {
    const { headers, json } = await office.ask('GET', '/me/messages/x', { headers: { 'client-request-id': 'abc-1' } });
    expect(headers['request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers['client-request-id']).toBe('abc-1');
    expect(json.error.innerError).toMatchObject({ 'request-id': headers['request-id'], 'client-request-id': 'abc-1' });
  });

  test('beta answers like v1.0; what there is not is told', async () => {
    expect((await office.ask('GET', '/beta/me')).json.userPrincipalName).toBe('me@example.com');
    expect(await office.ask('GET', '/me/calendars')).toMatchObject({
      status: 400,
      json: { error: { code: 'BadRequest' } },
    });
  });

  test('a body that is too deep is refused', async () => {
    const body = `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`;
    const { status } = await office.ask('POST', '/me/messages', {
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect(status).toBe(400);
  });

  test('the OpenAPI document lists the resources', async () => {
    const { json } = await office.ask('GET', '/openapi.json');
    expect(json.openapi).toBe('3.1.0');
    expect(json.paths['/me/sendMail'].post.summary).toContain('Send');
    expect(json.paths['/users/{user}/messages/{message}'].get.parameters).toHaveLength(2);
  });

  test('the OpenAPI document has every route, and nothing else', async () => {
    const { json } = await office.ask('GET', '/openapi.json');
    const written = Object.entries(json.paths as Record<string, Record<string, unknown>>).flatMap(([path, item]) =>
      Object.keys(item).flatMap((method) => {
        if (method === 'servers') return [];
        const places = item['servers'] === undefined ? ['/v1.0', '/beta'] : [''];
        return places.map((place) => `${method.toUpperCase()} ${place}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`);
      }),
    );
    expect(office.server.routes.length).toBeGreaterThan(200);
    expect(written.sort()).toEqual([...office.server.routes].sort());
  });

  test('a method that a resource has not is told so', async () => {
    for (const [method, path] of [
      ['PUT', '/me/messages'],
      ['DELETE', '/me/sendMail'],
      ['POST', '/users/me@example.com/mailFolders/inbox'],
    ] as const) {
      const { status, json, headers } = await office.ask(method, path);
      expect({ status, code: json.error.code }).toEqual({ status: 405, code: 'BadRequest' });
      expect(headers['allow']).not.toContain(method);
    }
    expect((await office.ask('PUT', '/me/messages', { token: '' })).status).toBe(401);
  });

  // Nobody waits for it here; test/graph/hostile.test.ts waits for a shorter one.
  test.each([
    ['HTTP', {}],
    ['HTTPS', { tls: testIdentity('server') }],
  ])('a request over %s that does not come whole within its time is ended', async (_what, tls) => {
    const nothing = { routes: [], bare: [], rooted: [], start: async () => undefined, close: async () => undefined };
    const { app } = await application({ mailboxes: [], authenticators: [], ...tls }, nothing);
    const seconds = limits().find(({ name }) => name === 'graph.requestSeconds')?.value ?? 0;
    expect(seconds).toBeGreaterThan(0);
    expect(app.server.requestTimeout).toBe(seconds * 1000);
    // The header alone has no more.
    expect(app.server.headersTimeout).toBeGreaterThan(0);
    expect(app.server.headersTimeout).toBeLessThanOrEqual(app.server.requestTimeout);
    await app.close();
  });

  test('without a certificate only loopback is listened on', async () => {
    await expect(office.server.listen({ host: '0.0.0.0', port: 0 })).rejects.toThrow('loopback');
  });
});

describe('$batch', () => {
  test('answers each request as if it had come alone, those that depend on others after them', async () => {
    const { status, json } = await askServer(known, 'POST', '/$batch', {
      token: office.token,
      json: {
        requests: [
          {
            id: '1',
            method: 'POST',
            url: '/me/messages',
            headers: { 'Content-Type': 'application/json' },
            body: { subject: 'In a batch', toRecipients: [person('a@example.com')] },
          },
          {
            id: '2',
            method: 'GET',
            url: "/me/messages?$filter=subject eq 'In a batch'&$select=subject",
            dependsOn: ['1'],
          },
          { id: '3', method: 'GET', url: '/me/messages/x' },
          { id: '4', method: 'GET', url: '/me', dependsOn: ['3'] },
        ],
      },
    });
    expect(status).toBe(200);
    expect(json.responses.map((one: { id: string; status: number }) => [one.id, one.status])).toEqual([
      ['1', 201],
      ['2', 200],
      ['3', 400],
      ['4', 424],
    ]);
    expect(json.responses[1].body.value).toMatchObject([{ subject: 'In a batch' }]);
    expect(json.responses[0].headers.Location).toMatch(/^https:\/\/mail\.example:8443\/v1\.0\/me\/messages\//);
  });

  test('tells the addresses that its own has', async () => {
    const requests = [{ id: '1', method: 'GET', url: '/me' }];
    const { json } = await office.ask('POST', '/$batch', { json: { requests }, headers: { host: 'here.example:1' } });
    expect(json.responses[0].body['@odata.context']).toMatch(/^http:\/\/here\.example:1\/v1\.0\//);
  });

  test('takes JSON in base64 that is not said to be JSON, and tells headers in the letters of Graph', async () => {
    const body = Buffer.from('{"Subject":"From an SDK"}').toString('base64');
    const requests = [
      { id: '1', method: 'POST', url: '/me/messages', body },
      { id: '2', method: 'POST', url: '/me/messages', headers: { 'Content-Type': 'text/plain' }, body },
      { id: '3', method: 'POST', url: '/me/messages', body: 'bm90IGpzb24=' },
    ];
    const { json } = await office.ask('POST', '/$batch', { json: { requests } });
    expect(json.responses[0]).toMatchObject({
      status: 201,
      body: { subject: 'From an SDK' },
      headers: {
        'Content-Type': expect.stringContaining('json'),
        ETag: expect.any(String),
        Location: expect.any(String),
      },
    });
    // What is said to be MIME is MIME.
    expect(json.responses[1].body.error.code).toBe('ErrorMimeContentInvalid');
    expect(json.responses[2]).toMatchObject({ status: 400, body: { error: { code: 'BadRequest' } } });
    await office.ask('DELETE', `/me/messages/${json.responses[0].body.id}`);
  });

  test('refuses what is no batch', async () => {
    const get = { method: 'GET', url: '/me' };
    for (const requests of [
      [
        { id: '1', ...get },
        { id: '1', ...get },
      ],
      [{ id: '1', ...get, dependsOn: ['2'] }],
      [{ id: '1', method: 'GET', url: '/$batch' }],
      Array.from({ length: 21 }, (_, id) => ({ id: String(id), ...get })),
      'none',
    ])
      expect((await office.ask('POST', '/$batch', { json: { requests } })).status).toBe(400);
  });
});
