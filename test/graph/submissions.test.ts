import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { person } from './office.js';
import { Village } from './village.js';
import { Webhook } from './webhook.js';

let village: Village;
let token = '';
beforeAll(async () => {
  village = await Village.open();
  token = village.token('ann', 'Mail.ReadWrite', 'Mail.Send');
});
afterAll(() => village[Symbol.asyncDispose]());

useLedger();

const get = (path: string) => village.ask('GET', path, { token });
const send = (subject: string, ...to: readonly string[]) =>
  village.ask('POST', '/me/sendMail', {
    token,
    json: { message: { subject, toRecipients: to.map((address) => person(address)) } },
  });
const happened = async (location: unknown): Promise<string[]> =>
  (await get(String(location))).json.events.map(({ step, outcome, recipient }: Record<string, unknown>) =>
    [step, outcome, ...(recipient === null ? [] : [recipient])].join(' '),
  );

describe('a submission', () => {
  test('is at the Location of the 202, with all that has happened so far, and nothing else', async () => {
    const { status, headers } = await send('Traced', 'bob@town.example', 'carl@far.example', 'nobody@far.example');
    expect(status).toBe(202);
    expect(headers['location']).toMatch(/\/v1\.0\/me\/submissions\/[0-9a-f]{32}$/);
    const early = await happened(headers['location']);
    expect(early[0]).toBe('1 submitted');
    await village.exchange();
    const steps = await happened(headers['location']);
    expect([...steps].sort()).toEqual([
      '1 submitted',
      '2 notified',
      '3 queued',
      '4 moved',
      '5 routed bob@town.example',
      '5 routed carl@far.example',
      '5 routed nobody@far.example',
      '6 delivered bob@town.example',
      '6 rejected nobody@far.example',
      '6 relayed carl@far.example',
      '7 reported nobody@far.example',
    ]);
    const { json } = await get(String(headers['location']));
    expect(json).toMatchObject({
      '@odata.type': '#comail.submission',
      subject: 'Traced',
      isDone: true,
      messageId: headers['comail-message-id'],
      internetMessageId: expect.stringMatching(/^<.+>$/),
    });
    expect(json.events.find(({ outcome }: { outcome: string }) => outcome === 'relayed')).toMatchObject({
      dateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      nextHop: expect.stringContaining('127.0.0.1'),
      reply: expect.stringMatching(/^250 /),
    });
    expect((await get(`/me/messages/${headers['comail-message-id']}?$select=isDraft`)).json.isDraft).toBe(false);
  });

  test.each([
    ['tells a sender who asked for it', 'Curious', {}, ['Read: Curious']],
    [
      'tells nobody when the request is taken out of the message',
      'Discreet',
      { singleValueExtendedProperties: [{ id: 'Boolean 0x0029', value: 'false' }] },
      [],
    ],
  ])('that is marked as read %s', async (_what, subject, more, reports) => {
    const bob = village.token('bob', 'Mail.ReadWrite');
    const toRecipients = [person('bob@town.example')];
    const message = { subject, toRecipients, isReadReceiptRequested: true };
    expect((await village.ask('POST', '/me/sendMail', { token, json: { message } })).status).toBe(202);
    await village.exchange();
    const { json } = await village.ask('GET', '/me/mailFolders/inbox/messages?$top=1', { token: bob });
    const [came] = json.value;
    expect(came).toMatchObject({ subject, isRead: false, isReadReceiptRequested: true });
    const path = `/me/messages/${came.id}`;
    for (const isRead of [true, false, true])
      expect((await village.ask('PATCH', path, { token: bob, json: { ...more, isRead } })).json).toMatchObject({
        isRead,
      });
    await village.exchange();
    const told = (await get(`/me/mailFolders/inbox/messages?$filter=contains(subject,'${subject}')`)).json.value;
    expect(told.map((one: { subject: string }) => one.subject)).toEqual(reports);
    for (const { id } of told) await village.ask('POST', `/me/messages/${id}/permanentDelete`, { token });
  });

  test('makes of a draft what none is any more, in lists that have shown it, too', async () => {
    const json = { subject: 'Leaver', toRecipients: [person('bob@town.example')] };
    const { id } = (await village.ask('POST', '/me/messages', { token, json })).json;
    const shown = async (folder: string) => {
      const list = await get(`/me/mailFolders/${folder}/messages?$select=isDraft,parentFolderId&$top=50`);
      return list.json.value.filter((one: { id: string }) => one.id === id);
    };
    const [drafts, sent] = await Promise.all(
      ['drafts', 'sentitems'].map(async (name) => (await get(`/me/mailFolders/${name}`)).json.id),
    );
    expect(await shown('drafts')).toMatchObject([{ id, isDraft: true, parentFolderId: drafts }]);
    expect((await village.ask('POST', `/me/messages/${id}/send`, { token })).status).toBe(202);
    await village.exchange();
    expect(await shown('drafts')).toEqual([]);
    expect(await shown('sentitems')).toMatchObject([{ id, isDraft: false, parentFolderId: sent }]);
  });

  test('of a draft and of an answer is told, too', async () => {
    const draft = { subject: 'Draft', toRecipients: [person('bob@town.example')] };
    const { json } = await village.ask('POST', '/me/messages', { token, json: draft });
    const sent = await village.ask('POST', `/me/messages/${json.id}/send`, { token });
    expect(sent.headers['comail-message-id']).toBe(json.id);
    const known = json.internetMessageId;
    const answer = await village.ask('POST', `/me/messages/${json.id}/forward`, {
      token,
      json: { toRecipients: [person('bob@town.example')] },
    });
    for (const { headers } of [sent, answer]) expect((await happened(headers['location']))[0]).toBe('1 submitted');
    await village.exchange();
    // The draft was known by the Message-ID under which it was sent.
    expect((await get(String(sent.headers['location']))).json.internetMessageId).toBe(known);
  });

  test('is the same when the request is repeated', async () => {
    const again = () =>
      village.ask('POST', '/me/sendMail', {
        token,
        json: { message: { subject: 'Again', toRecipients: [person('bob@town.example')] } },
        headers: { 'idempotency-key': 'again' },
      });
    const [one, two] = [await again(), await again()];
    for (const name of ['location', 'comail-message-id']) expect(two.headers[name]).toBe(one.headers[name]);
    await village.exchange();
  });

  test('is nobody else’s to read', async () => {
    const { headers } = await send('Private', 'bob@town.example');
    await village.exchange();
    const bob = village.token('bob', 'Mail.Read');
    const path = new URL(String(headers['location'])).pathname;
    expect((await village.ask('GET', path, { token: bob })).status).toBe(404);
    expect((await get('/me/submissions/none')).status).toBe(404);
  });
});

test('a subscription is told once of mail that comes in', async () => {
  await using webhook = await Webhook.open();
  const bob = village.token('bob', 'Mail.ReadWrite');
  const { json } = await village.ask('POST', '/v1.0/subscriptions', {
    token: bob,
    json: {
      changeType: 'created',
      notificationUrl: `${webhook.url}/hook`,
      resource: "me/mailFolders('inbox')/messages",
      expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    },
  });
  for (const subject of ['Sooner', 'Later']) {
    await send(subject, 'bob@town.example');
    await village.exchange();
  }
  const list = await village.ask('GET', '/me/mailFolders/inbox/messages?$top=2&$select=id', { token: bob });
  const [later, sooner] = list.json.value.map(({ id }: { id: string }) => id);
  const told = () => webhook.told.map(({ one }) => one.resourceData.id);
  await vi.waitFor(() => expect(told()).toContain(later), 10_000);
  expect(told().filter((id) => id === sooner)).toEqual([sooner]);
  await village.ask('DELETE', `/v1.0/subscriptions/${json.id}`, { token: bob });
});

describe('GET /me/submissions', () => {
  test('lists them page by page, the newest first, those that wait before all', async () => {
    for (const subject of ['One', 'Two']) await send(subject, 'bob@town.example');
    await village.exchange();
    await send('Three', 'bob@town.example');
    const found: string[] = [];
    let url = '/me/submissions?$top=2&$count=true';
    while (url !== '') {
      const { json } = await get(url);
      expect(json['@odata.count']).toBeGreaterThanOrEqual(3);
      found.push(...json.value.map(({ subject }: { subject: string }) => subject));
      url = json['@odata.nextLink'] ?? '';
    }
    expect(found.slice(0, 3)).toEqual(['Three', 'Two', 'One']);
    expect(new Set(found).size).toBe(found.length);
    expect((await get('/me/submissions?$filter=isDone')).status).toBe(400);
    await village.exchange();
  });
});
