import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { provokes } from '../support/log.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const letter = (subject: string, more: object = {}) => ({
  message: { subject, toRecipients: [person('bob@example.org')] },
  ...more,
});
const send = (json: unknown, headers: Readonly<Record<string, string>>) =>
  office.ask('POST', '/me/sendMail', { json, headers });
const waiting = async (subject: string): Promise<number> =>
  (await office.ask('GET', `/me/messages?$filter=subject eq '${subject}'`)).json.value.length;

describe.each(['idempotency-key', 'client-request-id'])('a request repeated under its %s', (header) => {
  test('is answered as before and sends nothing again', async () => {
    const subject = `Once by ${header}`;
    const first = await send(letter(subject), { [header]: 'k-1' });
    const second = await send(letter(subject), { [header]: 'k-1' });
    expect([first.status, second.status]).toEqual([202, 202]);
    expect(second.headers['location']).toBe(first.headers['location']);
    expect([first, second].map(({ headers }) => headers['idempotency-replayed'])).toEqual([undefined, 'true']);
    expect(await waiting(subject)).toBe(1);
  });

  test('is another message with another body, another key or none', async () => {
    const subject = `More by ${header}`;
    await send(letter(subject), { [header]: 'k-2' });
    await send(letter(subject, { saveToSentItems: true }), { [header]: 'k-2' });
    await send(letter(subject), { [header]: 'k-3' });
    await send(letter(subject), {});
    expect(await waiting(subject)).toBe(4);
  });

  test('is one message when both are under way', async () => {
    const subject = `Twice at a time by ${header}`;
    const both = await Promise.all([1, 2].map(() => send(letter(subject), { [header]: 'k-4' })));
    expect(both.map(({ status }) => status)).toEqual([202, 202]);
    expect(await waiting(subject)).toBe(1);
  });

  test('may come again when it was refused', async () => {
    const bad = { message: { subject: `Refused by ${header}` } };
    for (const _ of [1, 2]) expect((await send(bad, { [header]: 'k-5' })).status).toBe(400);
    expect(await waiting(bad.message.subject)).toBe(0);
  });
});

test('a day later the key is forgotten', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    await send(letter('Daily'), { 'idempotency-key': 'day' });
    vi.setSystemTime(Date.now() + 3_600_000 * 23);
    await send(letter('Daily'), { 'idempotency-key': 'day' });
    expect(await waiting('Daily')).toBe(1);
    const { token } = office.tokens.create({
      user: 'me@example.com',
      scopes: ['Mail.Send'],
      expires: new Date(Date.now() + 86_400_000),
    });
    vi.setSystemTime(Date.now() + 3_600_000 * 2);
    await office.ask('POST', '/me/sendMail', { json: letter('Daily'), headers: { 'idempotency-key': 'day' }, token });
  } finally {
    vi.useRealTimers();
  }
  expect(await waiting('Daily')).toBe(2);
});

describe('a server that starts anew', () => {
  test('still knows the key', async () => {
    await send(letter('Durable'), { 'idempotency-key': 'restart' });
    await office.restart();
    expect((await send(letter('Durable'), { 'idempotency-key': 'restart' })).headers['idempotency-replayed']).toBe(
      'true',
    );
    expect(await waiting('Durable')).toBe(1);
  });

  test('finds the message of a request that it was ended in', async () => {
    provokes(/a request failed/);
    const { json } = { json: letter('Cut off') };
    const cut = (): void => {
      throw new Error('ended here');
    };
    const undo = office.interrupt('after', cut);
    expect((await send(json, { 'idempotency-key': 'cut' })).status).toBe(500);
    undo();
    await office.restart();
    const { status, headers } = await send(json, { 'idempotency-key': 'cut' });
    expect([status, headers['idempotency-replayed']]).toEqual([202, 'true']);
    expect(await waiting('Cut off')).toBe(1);
  });

  test('sends what was not sent before it was ended', async () => {
    provokes(/a request failed/);
    const undo = office.interrupt('before', () => {
      throw new Error('ended here');
    });
    expect((await send(letter('Not yet'), { 'idempotency-key': 'before' })).status).toBe(500);
    undo();
    await office.restart();
    expect((await send(letter('Not yet'), { 'idempotency-key': 'before' })).status).toBe(202);
    expect(await waiting('Not yet')).toBe(1);
  });
});
