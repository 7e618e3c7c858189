import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';
import { Webhook } from './webhook.js';

let office: Office;
let webhook: Webhook;
beforeAll(async () => {
  webhook = await Webhook.open();
  office = await Office.open();
});
afterAll(async () => {
  await office[Symbol.asyncDispose]();
  await webhook[Symbol.asyncDispose]();
});

useLedger();

const soon = (): string => new Date(Date.now() + 3_600_000).toISOString();

const wish = (more: object = {}) => ({
  changeType: 'created,updated,deleted',
  notificationUrl: `${webhook.url}/hook`,
  resource: '/me/messages',
  expirationDateTime: soon(),
  clientState: 'a secret',
  ...more,
});

const subscribe = (more: object = {}) => office.ask('POST', '/v1.0/subscriptions', { json: wish(more) });
const end = (id: string) => office.ask('DELETE', `/v1.0/subscriptions/${id}`);

describe('subscriptions', () => {
  test('tell a webhook what came, changed and went', async () => {
    const { status, json } = await subscribe();
    expect(status).toBe(201);
    const { id } = await office.draft({ subject: 'Watched' });
    await webhook.heard(json.id, 'created');
    expect(webhook.told.find(({ one }) => one.subscriptionId === json.id)?.one).toMatchObject({
      clientState: 'a secret',
      resourceData: { id },
    });
    await office.ask('PATCH', `/me/messages/${id}`, { json: { subject: 'Changed' } });
    await webhook.heard(json.id, 'created', 'updated');
    await office.ask('DELETE', `/me/messages/${id}`);
    await office.ask('DELETE', `/me/messages/${id}`);
    await webhook.heard(json.id, 'created', 'updated', 'deleted');
    expect((await end(json.id)).status).toBe(204);
    expect((await office.ask('GET', `/v1.0/subscriptions/${json.id}`)).status).toBe(404);
  });

  test('to a folder tell of messages that move there', async () => {
    const drafts = (await subscribe({ resource: "me/mailFolders('drafts')/messages" })).json;
    const inbox = (await subscribe({ resource: 'users/me@example.com/mailFolders/inbox/messages' })).json;
    const { id } = await office.draft({ subject: 'Mover' });
    await office.ask('POST', `/me/messages/${id}/move`, { json: { destinationId: 'inbox' } });
    await webhook.heard(drafts.id, 'created', 'deleted');
    await webhook.heard(inbox.id, 'created');
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
    await webhook.heard(json.id, 'created');
    await end(json.id);
  });

  test.each([
    ['a webhook that refuses', () => ({ notificationUrl: `${webhook.url}/never` })],
    ['a webhook that answers with something else', () => ({ notificationUrl: `${webhook.url}/wrong` })],
    ['a webhook elsewhere', () => ({ notificationUrl: 'https://example.org/hook' })],
    ['no address', () => ({ notificationUrl: 'file:///etc/passwd' })],
    ['another resource', () => ({ resource: 'me/events' })],
    ['another change', () => ({ changeType: 'painted' })],
    ['the data itself', () => ({ includeResourceData: true })],
    ['a lifecycle webhook that refuses', () => ({ lifecycleNotificationUrl: `${webhook.url}/never` })],
    ['a lifecycle webhook elsewhere', () => ({ lifecycleNotificationUrl: 'https://example.org/hook' })],
    ['a secret that is too long', () => ({ clientState: 'x'.repeat(129) })],
    ['options of the resource', () => ({ resource: '/me/messages?$filter=isRead eq false' })],
    ['a property that there is not', () => ({ colour: 'red' })],
    ['a TLS that there is not', () => ({ latestSupportedTlsVersion: 'v9' })],
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

  test('to a folder that is not there are refused', async () => {
    const { json } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Gone' } });
    await office.ask('POST', `/me/mailFolders/${json.id}/permanentDelete`);
    expect((await subscribe({ resource: `/me/mailFolders/${json.id}/messages` })).status).toBe(404);
  });

  test('live for three quarters of an hour at least, and are shown with all that Graph shows', async () => {
    const begun = Date.now();
    const made = await subscribe({ expirationDateTime: new Date(begun + 60_000).toISOString() });
    expect(Date.parse(made.json.expirationDateTime) - begun).toBeGreaterThanOrEqual(45 * 60_000);
    const { json } = await office.ask('GET', String(made.headers['location']));
    expect(json).toEqual(made.json);
    expect(json).toMatchObject({
      resource: '/me/messages',
      changeType: 'created,updated,deleted',
      clientState: 'a secret',
      lifecycleNotificationUrl: null,
      latestSupportedTlsVersion: 'v1_2',
    });
    for (const more of [{ changeType: 'created' }, { resource: 'me/messages' }])
      expect((await office.ask('PATCH', `/subscriptions/${json.id}`, { json: more })).status).toBe(400);
    await end(json.id);
  });

  test('and batches are counted for their caller: who asks for too much at a time is sent away', async () => {
    const slow = { notificationUrl: `${webhook.url}/slow` };
    const under = Array.from({ length: 64 }, () => subscribe(slow));
    await vi.waitFor(() => expect(webhook.held).toHaveLength(64), 10_000);
    const batch = { json: { requests: [{ id: '1', method: 'GET', url: '/me' }] } };
    for (const refused of [await subscribe(slow), await office.ask('POST', '/$batch', batch)])
      expect(refused).toMatchObject({
        status: 429,
        headers: { 'retry-after': '1' },
        json: { error: { code: 'ApplicationThrottled' } },
      });
    expect((await office.ask('GET', '/me/mailFolders')).status).toBe(200);
    for (const release of webhook.held) release();
    const made = await Promise.all(under);
    expect((await office.ask('POST', '/$batch', batch)).status).toBe(200);
    for (const half of [made.slice(32), made.slice(0, 32)]) await Promise.all(half.map(({ json }) => end(json.id)));
  });

  test('are a hundred for each mailbox at most', async () => {
    const fifty = () => Promise.all(Array.from({ length: 50 }, () => subscribe({ changeType: 'deleted' })));
    const made = [...(await fifty()), ...(await fifty())];
    expect(made.every(({ status }) => status === 201)).toBe(true);
    expect(await subscribe()).toMatchObject({ status: 403, json: { error: { code: 'ExtensionError' } } });
    for (const half of [made.slice(50), made.slice(0, 50)]) await Promise.all(half.map(({ json }) => end(json.id)));
    expect((await office.ask('GET', '/subscriptions')).json.value).toEqual([]);
  });
});
