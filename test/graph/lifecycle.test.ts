import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Log, setLog } from '../../src/base/index.js';
import { assertLedgerEmpty, ledgerTotals, trackLedger } from '../../src/com/index.js';
import { provokes } from '../support/log.js';
import { HandClock } from './hand-clock.js';
import { Office } from './office.js';
import { Village } from './village.js';
import { Webhook } from './webhook.js';

const HOUR = 3_600_000;

let office: Office;
let webhook: Webhook;
let log: Log;
const clock = new HandClock();
let start = ledgerTotals();
beforeAll(async () => {
  start = ledgerTotals();
  trackLedger(true);
  // That webhooks fail is logged.
  log = setLog({ error: () => undefined, warn: () => undefined });
  webhook = await Webhook.open();
  office = await Office.open({ clock });
});
afterAll(async () => {
  await office[Symbol.asyncDispose]();
  await webhook[Symbol.asyncDispose]();
  setLog(log);
  // What expires is forgotten beside the tests; in the end nothing is held.
  assertLedgerEmpty(start);
  trackLedger(false);
});
beforeEach(() => {
  webhook.answers = [];
});

const wish = (hours = 24) => ({
  changeType: 'created',
  notificationUrl: `${webhook.url}/changes`,
  lifecycleNotificationUrl: `${webhook.url}/life`,
  resource: '/me/messages',
  expirationDateTime: new Date(clock.now() + hours * HOUR).toISOString(),
  clientState: 'a secret',
});
async function subscribe(hours = 24): Promise<string> {
  const { status, json } = await office.ask('POST', '/subscriptions', { json: wish(hours) });
  expect(status).toBe(201);
  return json.id;
}
const end = (id: string) => office.ask('DELETE', `/subscriptions/${id}`);

describe('a webhook that fails', () => {
  test('is tried again after pauses that grow, and hears of each change once', async () => {
    provokes(/a webhook is tried again/);
    const id = await subscribe();
    webhook.answers = [500, 503, 404, 429];
    const before = webhook.calls;
    await office.draft({ subject: 'Stubborn' });
    for (const pause of [1000, 2000, 4000, 8000]) {
      expect(await clock.sleeper(HOUR)).toBe(pause);
      clock.pass(pause);
    }
    await webhook.heard(id, 'created');
    expect(webhook.calls - before).toBe(5);
    expect(webhook.told.filter(({ one }) => one.subscriptionId === id)).toHaveLength(1);
    await end(id);
  });

  test('is given up after four hours, with pauses of ten minutes at most; the subscriber hears that it missed something', async () => {
    provokes(/a webhook is tried again/, /are lost: the webhook answers 500/);
    const id = await subscribe();
    webhook.answers = Array.from({ length: 33 }, () => 500);
    const begun = clock.now();
    await office.draft({ subject: 'Given up' });
    const pauses: number[] = [];
    while (webhook.answers.length > 0) {
      const pause = await clock.sleeper(HOUR);
      pauses.push(pause);
      clock.pass(pause);
      await expect.poll(() => webhook.answers.length, { timeout: 10_000 }).toBe(33 - pauses.length - 1);
    }
    expect(Math.max(...pauses)).toBe(600_000);
    expect(clock.now() - begun).toBeLessThanOrEqual(4 * HOUR);
    await webhook.heard(id, 'missed');
    expect(webhook.told.find(({ one }) => one.subscriptionId === id)).toMatchObject({
      path: '/life',
      one: { lifecycleEvent: 'missed', clientState: 'a secret', resource: '/me/messages' },
    });
    await office.draft({ subject: 'Later' });
    await webhook.heard(id, 'missed', 'created');
    await end(id);
  });
});

describe('a server that ends', () => {
  test('keeps what no webhook has taken, in its order, and tells it once after the next start', async () => {
    provokes(/a webhook is tried again/);
    const id = await subscribe();
    webhook.answers = [500, 500];
    const [first, second] = [await office.draft({ subject: 'First' }), await office.draft({ subject: 'Second' })];
    await clock.sleeper(1000);
    const third = await office.draft({ subject: 'Third' });
    webhook.answers = [];
    await office.restart();
    await webhook.heard(id, 'created', 'missed');
    const told = () =>
      webhook.told
        .filter(({ one }) => one.subscriptionId === id && one.changeType !== undefined)
        .map(({ one }) => one.resourceData.id);
    expect(told()).toEqual([first.id, second.id, third.id]);
    await office.restart();
    const last = await office.draft({ subject: 'Last' });
    await expect.poll(told, { timeout: 10_000 }).toEqual([first.id, second.id, third.id, last.id]);
    await end(id);
  });

  test('waits for a webhook that is being called', async () => {
    const id = await subscribe();
    await office.draft({ subject: 'Under way' });
    // The call is under way, or about to be: either way it is neither lost nor told twice.
    await office.restart();
    await webhook.heard(id, 'created', 'missed');
    await end(id);
    expect(webhook.told.filter(({ one }) => one.subscriptionId === id && one.changeType === 'created')).toHaveLength(1);
  });

  test('forgets what was kept for a subscription that is over', async () => {
    provokes(/a webhook is tried again/);
    const id = await subscribe(1);
    webhook.answers = [500];
    await office.draft({ subject: 'Too late' });
    await clock.sleeper(1000);
    await office.server.close();
    clock.pass(2 * HOUR);
    const calls = webhook.calls;
    await office.restart();
    expect((await office.ask('GET', '/subscriptions')).json.value).toEqual([]);
    await office.restart();
    expect(webhook.calls).toBe(calls);
    expect(webhook.told.filter(({ one }) => one.subscriptionId === id && one.changeType === 'created')).toEqual([]);
  });
});

describe('a subscription', () => {
  test('is reminded of before it expires; renewed it goes on, and else it is over', async () => {
    const id = await subscribe(1);
    clock.pass(44 * 60_000);
    await office.draft({ subject: 'Before' });
    await webhook.heard(id, 'created');
    clock.pass(60_000);
    await webhook.heard(id, 'created', 'reauthorizationRequired');
    expect((await office.ask('POST', `/subscriptions/${id}/reauthorize`)).status).toBe(204);
    const { expirationDateTime } = wish(1);
    expect((await office.ask('PATCH', `/subscriptions/${id}`, { json: { expirationDateTime } })).status).toBe(200);
    clock.pass(30 * 60_000);
    expect((await office.ask('GET', `/subscriptions/${id}`)).json.expirationDateTime).toBe(expirationDateTime);
    clock.pass(30 * 60_000);
    expect((await office.ask('GET', `/subscriptions/${id}`)).status).toBe(404);
    expect((await office.ask('PATCH', `/subscriptions/${id}`, { json: { expirationDateTime } })).status).toBe(404);
  });

  test('hears after a start of the server that it may have missed something', async () => {
    const id = await subscribe();
    await office.restart();
    await webhook.heard(id, 'missed');
    await end(id);
  });
});

describe('a subscription to the mailbox of somebody else', () => {
  test('needs the right, is seen by its owner alone, and is removed with the right', async () => {
    await using village = await Village.open({ clock });
    const token = village.token('ann', 'Mail.Read', 'Mail.Read.Shared');
    const bob = village.token('bob', 'Mail.ReadWrite');
    const json = { ...wish(), resource: '/users/bob@town.example/messages' };
    expect((await village.ask('POST', '/subscriptions', { token, json })).json.error.code).toBe('ErrorAccessDenied');
    village.system.grant('bob@town.example', 'ann@town.example', 'full-access');
    const { id } = (await village.ask('POST', '/subscriptions', { token, json })).json;
    expect((await village.ask('GET', '/subscriptions', { token })).json.value).toMatchObject([{ id }]);
    expect((await village.ask('GET', '/subscriptions', { token: bob })).json.value).toEqual([]);
    expect((await village.ask('DELETE', `/subscriptions/${id}`, { token: bob })).status).toBe(404);
    const draft = () => village.ask('POST', '/me/messages', { token: bob, json: { subject: 'Bob’s own' } });
    await draft();
    await webhook.heard(id, 'created');
    village.system.revoke('bob@town.example', 'ann@town.example', 'full-access');
    await draft();
    await webhook.heard(id, 'created', 'subscriptionRemoved');
    expect(webhook.told.filter(({ one }) => one.subscriptionId === id)).toHaveLength(2);
    village.system.grant('bob@town.example', 'ann@town.example', 'full-access');
    expect((await village.ask('GET', `/subscriptions/${id}`, { token })).status).toBe(404);
  });
});
