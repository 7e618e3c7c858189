import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { localhostIdentity } from '../../src/graph/index.js';
import { Desk } from '../flows/desk.js';
import { useLedger } from '../support/ledger.js';
import { comail } from './run.js';

useLedger();

const get = (url: string, ca: string, token: string): Promise<{ status: number; text: string }> =>
  new Promise((done, failed) => {
    const asked = request(url, { ca, agent: false, headers: { authorization: `Bearer ${token}` } }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      reply.on('end', () => done({ status: reply.statusCode ?? 0, text }));
    });
    asked.on('error', failed).end();
  });

/** Begins to serve; the server ends with the signal. */
async function serving(options: readonly string[], interrupt: AbortSignal) {
  let heard: (url: string) => void = () => undefined;
  const listening = new Promise<string>((resolve) => {
    heard = resolve;
  });
  const running = comail(['serve', '--port', '0', ...options], {
    interrupt,
    printed: (text) => {
      const [, url] = /"url":"([^"]+)"/.exec(text) ?? [];
      if (url !== undefined) heard(url);
    },
  });
  const url = await Promise.race([listening, running.then(({ err }) => Promise.reject(new Error(err)))]);
  return { url, running };
}

describe('comail serve', () => {
  test('shows a mailbox over HTTPS to who has a token, until it is told to end', async () => {
    await using desk = await Desk.open();
    const made = await comail(['token', 'create', '-p', 'Work', '--scope', 'Mail.Read', '--json']);
    const { token, id, user } = JSON.parse(made.out) as { token: string; id: string; user: string };
    expect(user).toBe('me@example.com');
    const enough = new AbortController();
    const { url, running } = await serving(['-p', 'Work'], enough.signal);
    const ca = readFileSync(join(desk.folder, 'localhost.pem'), 'utf8');
    expect(await get(`${url}/v1.0/me/mailFolders/inbox`, ca, token)).toMatchObject({ status: 200 });
    expect(await get(`${url}/healthz`, ca, 'none')).toEqual({ status: 200, text: '{"status":"ok"}' });
    expect((await get(`${url}/metrics`, ca, 'none')).status).toBe(401);
    expect((await get(`${url}/metrics`, ca, token)).text).toContain(
      'comail_outgoing_messages{mailbox="me@example.com"} 0',
    );
    expect((await comail(['token', 'revoke', id])).code).toBe(0);
    expect((await get(`${url}/v1.0/me`, ca, token)).status).toBe(401);
    enough.abort();
    const { code, out } = await running;
    expect(code).toBe(0);
    expect(out).not.toContain(token);
    for (const line of out.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('msg');
  });

  test('shows the mailboxes of a mail system to each other, and what became of their mail', async () => {
    await using _desk = await Desk.open({ profile: false });
    for (const name of ['ann', 'office']) await comail(['mailbox', 'create', `${name}@town.example`]);
    await comail(['mailbox', 'grant', 'office@town.example', 'ann@town.example', '--full-access']);
    const scopes = 'Mail.Send,Mail.ReadWrite,Mail.ReadWrite.Shared';
    const token = (await comail(['token', 'create', '-p', 'ann', '--scope', scopes])).out.trim();
    const enough = new AbortController();
    const { url, running } = await serving(['-p', 'ann', 'office', '--http'], enough.signal);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const to = { emailAddress: { address: 'office@town.example' } };
    const body = JSON.stringify({ message: { subject: 'Plan', toRecipients: [to] } });
    const sent = await fetch(`${url}/v1.0/me/sendMail`, { method: 'POST', headers, body });
    expect(sent.status).toBe(202);
    const read = async (address: string): Promise<string> => (await fetch(address, { headers })).text();
    const trace = sent.headers.get('location') ?? '';
    await vi.waitFor(async () => expect(await read(trace)).toContain('"outcome":"delivered"'), 10_000);
    expect(await read(`${url}/v1.0/users/office@town.example/mailFolders/inbox/messages`)).toContain(
      '"subject":"Plan"',
    );
    enough.abort();
    expect((await running).code).toBe(0);
  });

  test('gives requests the time that it is told to', async () => {
    await using _desk = await Desk.open();
    const enough = new AbortController();
    const { url, running } = await serving(['-p', 'Work', '--http', '--request-seconds', '0.2'], enough.signal);
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write('GET /v1.0/me HTTP/1.1\r\nHo'));
    let reply = '';
    for await (const piece of socket) reply += String(piece);
    expect(reply).toMatch(/^HTTP\/1\.1 408 /);
    enough.abort();
    expect((await running).code).toBe(0);
  });

  test('refuses what does not fit together', async () => {
    await using _desk = await Desk.open();
    for (const options of [
      ['--port', 'x'],
      ['--http', '--cert', 'a'],
      ['--key', 'a'],
      ['--jwt-issuer', 'https://issuer.example'],
      ['--log-level', 'loud'],
      ['--request-seconds', '0'],
      ['--request-seconds', 'forever'],
    ])
      expect((await comail(['serve', '-p', 'Work', ...options])).code).not.toBe(0);
    expect((await comail(['serve', '-p', 'Play'])).err).toContain('there is no profile Play');
    const open = await comail(['serve', '-p', 'Work', '--http', '--host', '0.0.0.0']);
    expect(open.code).toBe(1);
    expect(open.err).toContain('loopback');
  });
});

describe('comail token', () => {
  test('lists what was made, never the token; revokes it once', async () => {
    await using _desk = await Desk.open();
    const made = await comail(['token', 'create', '--all', '--expires', '12h']);
    expect(made.out).toMatch(/^comail_[\w-]{43}\n$/);
    const listed = await comail(['token', 'ls', '--json']);
    expect(listed.out).not.toContain(made.out.trim());
    const [record] = JSON.parse(listed.out) as { id: string; user: string | null; scopes: string[] }[];
    expect(record).toMatchObject({ user: null, scopes: ['Mail.ReadWrite', 'Mail.Send'] });
    expect(listed.out).not.toContain('hash');
    expect((await comail(['token', 'revoke', record?.id ?? ''])).code).toBe(0);
    expect((await comail(['token', 'revoke', record?.id ?? ''])).code).toBe(1);
    expect((await comail(['token', 'create', '--scope', 'Everything'])).code).toBe(2);
    expect((await comail(['token', 'create', '--all', '--expires', 'soon'])).code).toBe(2);
  });
});

describe('the certificate for localhost', () => {
  test('is one, for its names, and signed by its own key', () => {
    const certificate = new X509Certificate(localhostIdentity().cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('example.org')).toBeUndefined();
  });
});
