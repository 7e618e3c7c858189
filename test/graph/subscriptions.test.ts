import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

interface Told {
  readonly subscriptionId: string;
  readonly changeType: string;
  readonly clientState: string | null;
  readonly resourceData: { readonly id: string };
}

let office: Office;
let webhook: Server;
let url = '';
const told: Told[] = [];

beforeAll(async () => {
  webhook = createServer((request, reply) => {
    const token = new URL(request.url ?? '/', 'http://x').searchParams.get('validationToken');
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url?.startsWith('/never')) reply.writeHead(403).end();
      else if (request.url?.startsWith('/wrong')) reply.writeHead(200).end('something else');
      else if (token !== null) reply.writeHead(200, { 'content-type': 'text/plain' }).end(token);
      else {
        told.push(...(JSON.parse(Buffer.concat(pieces).toString()) as { value: Told[] }).value);
        reply.writeHead(202).end();
      }
    });
  });
  await new Promise<void>((done) => webhook.listen(0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}`;
  office = await Office.open();
});
afterAll(async () => {
  await office[Symbol.asyncDispose]();
  await new Promise((done) => webhook.close(done));
});

useLedger();

const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();

const wish = (more: object = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${url}/hook`,
  resource: '/me/messages',
  expirationDateTime: soon(),
  clientState: 'a secret',
  ...more,
});

const subscribe = (more: object = {}) => office.ask('POST', '/v1.0/subscriptions', { json: wish(more) });
const end = (id: string) => office.ask('DELETE', `/v1.0/subscriptions/${id}`);

const heard = (id: string, changes: readonly string[]): Promise<void> =>
  vi.waitFor(() => {
    const found = told.filter(({ subscriptionId }) => subscriptionId === id).map(({ changeType }) => changeType);
    expect([...new Set(found)]).toEqual(changes);
  }, 10_000);

describe('subscriptions', () => {
  test('tell a webhook what came, changed and went', async () => {
    const { status, json } = await subscribe();
    expect(status).toBe(201);
    const { id } = await office.draft({ subject: 'Watched' });
    await heard(json.id, ['created']);
    expect(told.find(({ subscriptionId }) => subscriptionId === json.id)).toMatchObject({
      clientState: 'a secret',
      resourceData: { id },
    });
    await office.ask('PATCH', `/me/messages/${id}`, { json: { subject: 'Changed' } });
    await heard(json.id, ['created', 'updated']);
    await office.ask('DELETE', `/me/messages/${id}`);
    await office.ask('DELETE', `/me/messages/${id}`);
    await heard(json.id, ['created', 'updated', 'deleted']);
    expect((await end(json.id)).status).toBe(204);
    expect((await office.ask('GET', `/v1.0/subscriptions/${json.id}`)).status).toBe(404);
  });

  test('to a folder tell of messages that move there', async () => {
    const drafts = (await subscribe({ resource: "me/mailFolders('drafts')/messages" })).json;
    const inbox = (await subscribe({ resource: 'users/me@example.com/mailFolders/inbox/messages' })).json;
    const { id } = await office.draft({ subject: 'Mover' });
    await office.ask('POST', `/me/messages/${id}/move`, { json: { destinationId: 'inbox' } });
    await heard(drafts.id, ['created', 'deleted']);
    await heard(inbox.id, ['created']);
    for (const one of [drafts, inbox]) await end(one.id);
  });

  test('are renewed, listed, and outlive the server', async () => {
    const { json } = await subscribe({ changeType: 'created' });
    const until = new Date(Date.now() + 7_200_000).toISOString();
    const renewed = await office.ask('PATCH', `/v1.0/subscriptions/${json.id}`, {
      json: { expirationDateTime: until },
    });
    expect(renewed).toMatchObject({ status: 200, json: { id: json.id, expirationDateTime: until } });
    await office.restart();
    expect((await office.ask('GET', '/v1.0/subscriptions')).json.value).toMatchObject([{ id: json.id }]);
    await office.draft({ subject: 'After a start' });
    await heard(json.id, ['created']);
    await end(json.id);
  });

  test.each([
    ['a webhook that refuses', () => ({ notificationUrl: `${url}/never` })],
    ['a webhook that answers with something else', () => ({ notificationUrl: `${url}/wrong` })],
    ['a webhook elsewhere', () => ({ notificationUrl: 'https://example.org/hook' })],
    ['no address', () => ({ notificationUrl: 'file:///etc/passwd' })],
    ['another resource', () => ({ resource: 'me/events' })],
    ['another change', () => ({ changeType: 'painted' })],
    ['the data itself', () => ({ includeResourceData: true })],
    ['a time that is over', () => ({ expirationDateTime: '2020-01-01T00:00:00Z' })],
    ['more than seven days', () => ({ expirationDateTime: new Date(Date.now() + 8 * 86_400_000).toISOString() })],
  ])('%s is refused', async (_what, more) => {
    const { status, json } = await subscribe(more());
    expect({ status, code: json.error.code }).toEqual({ status: 400, code: 'InvalidRequest' });
  });

  test('to the mailbox of somebody else are refused', async () => {
    expect((await subscribe({ resource: 'users/other@example.com/messages' })).status).toBe(404);
    expect((await office.ask('GET', '/v1.0/subscriptions', { token: '' })).status).toBe(401);
  });
});
