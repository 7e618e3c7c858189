import { GraphError as ClientError, type PageCollection, PageIterator } from '@microsoft/microsoft-graph-client';
import type { Message } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { assertLedgerEmpty, ledgerTotals, trackLedger } from '../../src/com/index.js';
import { testAuthority, testIdentity } from '../support/certificates/index.js';
import { Office, person } from './office.js';
import { trustingClient } from './trusting.js';

let office: Office;
let root = '';
let start = ledgerTotals();
beforeAll(async () => {
  start = ledgerTotals();
  trackLedger(true);
  office = await Office.open({ mail: true, tls: testIdentity('server') });
  root = await office.server.listen({ port: 0 });
});
// The spooler holds what it has just sent a moment longer than a test lasts; in the end nothing is held.
afterAll(async () => {
  await office[Symbol.asyncDispose]();
  assertLedgerEmpty(start);
  trackLedger(false);
});

const arrived = (subject: string): Promise<{ to: readonly string[]; text: string }> =>
  vi.waitFor(() => {
    const found = office.desk.server.got.find(({ text }) => text.includes(`Subject: ${subject}`));
    if (!found) throw new Error('it has not come yet');
    return found;
  }, 10_000);

const kept = async (subject: string): Promise<number> =>
  (await office.ask('GET', `/me/mailFolders/sentitems/messages?$filter=subject eq '${subject}'`)).json.value.length;

describe('sendMail', () => {
  test('sends JSON and keeps it in Sent Items', async () => {
    const { status, headers, bytes } = await office.ask('POST', '/me/sendMail', {
      json: {
        message: {
          subject: 'From JSON',
          body: { contentType: 'text', content: 'Hello' },
          toRecipients: [person('bob@example.org')],
          bccRecipients: [person('secret@example.org')],
        } satisfies Message,
      },
    });
    expect({ status, length: bytes.length }).toEqual({ status: 202, length: 0 });
    expect(headers['location']).toMatch(/\/v1\.0\/me\/messages\/[\w-]+$/);
    const got = await arrived('From JSON');
    expect(got.to).toEqual(['bob@example.org', 'secret@example.org']);
    expect(got.text).not.toContain('secret@example.org');
    await vi.waitFor(async () => expect(await kept('From JSON')).toBe(1), 10_000);
  });

  test.each([false, 'false'])(
    'keeps nothing when saveToSentItems is %j, as the pages write it',
    async (saveToSentItems) => {
      const json = { message: { subject: 'Unkept', toRecipients: [person('bob@example.org')] }, saveToSentItems };
      expect((await office.ask('POST', '/me/sendMail', { json })).status).toBe(202);
      await arrived('Unkept');
      const left = async (): Promise<number> =>
        (await office.ask('GET', "/me/messages?$filter=subject eq 'Unkept'")).json.value.length;
      await vi.waitFor(async () => expect(await left()).toBe(0), 10_000);
    },
  );

  test('sends MIME', async () => {
    const mime =
      'From: me@example.com\r\nTo: bob@example.org\r\nSubject: From MIME\r\nMIME-Version: 1.0\r\n\r\nHello\r\n';
    const sent = await office.ask('POST', '/me/sendMail', {
      body: Buffer.from(mime).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(sent.status).toBe(202);
    expect((await arrived('From MIME')).to).toEqual(['bob@example.org']);
  });

  test('a message for nobody is refused, and nothing is left', async () => {
    const { status, json } = await office.ask('POST', '/me/sendMail', { json: { message: { subject: 'Nobody' } } });
    expect({ status, code: json.error.code }).toEqual({ status: 400, code: 'ErrorInvalidRecipients' });
    expect((await office.ask('GET', "/me/messages?$filter=subject eq 'Nobody'")).json.value).toEqual([]);
  });

  test('MIME that says to come from somebody else is refused', async () => {
    const mime = 'From: boss@example.com\r\nTo: bob@example.org\r\nSubject: Not mine\r\n\r\nHello\r\n';
    const { status, json } = await office.ask('POST', '/me/sendMail', {
      body: Buffer.from(mime).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect({ status, code: json.error.code }).toEqual({ status: 403, code: 'ErrorSendAsDenied' });
  });

  test('a draft is sent under its identifier, once', async () => {
    const { id } = await office.draft({ subject: 'Drafted', toRecipients: [person('bob@example.org')] });
    expect((await office.ask('POST', `/me/messages/${id}/send`)).status).toBe(202);
    await arrived('Drafted');
    await vi.waitFor(async () => expect(await kept('Drafted')).toBe(1), 10_000);
    const { json } = await office.ask('GET', `/me/messages/${id}`);
    expect(json).toMatchObject({
      isDraft: false,
      sentDateTime: expect.any(String),
      from: person('me@example.com', 'Me Myself'),
    });
    expect((await office.ask('POST', `/me/messages/${id}/send`)).status).toBe(400);
  });
});

describe('the official client over HTTPS', () => {
  test('sends, makes a draft, pages through and tells errors', async () => {
    const client = trustingClient(root, testAuthority, office.token);
    await client.api('/me/sendMail').post({
      message: { subject: 'Official', toRecipients: [person('bob@example.org')] } satisfies Message,
    });
    await arrived('Official');
    const made: Message[] = [];
    for (const subject of ['Page 1', 'Page 2', 'Page 3']) made.push(await client.api('/me/messages').post({ subject }));
    const first: PageCollection = await client
      .api('/me/mailFolders/drafts/messages')
      .filter("startswith(subject,'Page')")
      .orderby('subject')
      .top(2)
      .select('subject')
      .get();
    const seen: unknown[] = [];
    await new PageIterator(client, first, (message: Message) => seen.push(message.subject) > 0).iterate();
    expect(seen).toEqual(['Page 1', 'Page 2', 'Page 3']);
    const changed: Message = await client.api(`/me/messages/${made[0]?.id}`).patch({ importance: 'high' });
    expect(changed.importance).toBe('high');
    await client.api(`/me/messages/${made[0]?.id}`).delete();
    const missing = client.api('/me/messages/AAAA').get();
    await expect(missing).rejects.toBeInstanceOf(ClientError);
    await expect(missing).rejects.toMatchObject({ statusCode: 400, code: 'ErrorInvalidIdMalformed' });
  });
});
