import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const mime = [
  'From: Ann <ann@example.org>',
  'To: me@example.com, Bob <bob@example.org>',
  'Cc: carol@example.org',
  'Subject: Figures',
  'Message-ID: <first@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=b',
  '',
  '--b',
  'Content-Type: text/plain',
  '',
  'See below.',
  '--b',
  'Content-Type: text/csv; name=f.csv',
  'Content-Disposition: attachment; filename=f.csv',
  '',
  'a,b',
  '--b--',
  '',
].join('\r\n');

const original = async (): Promise<string> => {
  const { json } = await office.ask('POST', '/me/messages', {
    body: Buffer.from(mime).toString('base64'),
    headers: { 'content-type': 'text/plain' },
  });
  return json.id;
};

describe('createReply, createReplyAll, createForward', () => {
  test('an answer goes to the sender, under the subject, in the conversation', async () => {
    const id = await original();
    const { status, json } = await office.ask('POST', `/me/messages/${id}/createReply`, {
      json: { comment: 'Thanks' },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      subject: 'RE: Figures',
      isDraft: true,
      toRecipients: [person('ann@example.org', 'Ann')],
      ccRecipients: [],
      hasAttachments: false,
      from: person('me@example.com', 'Me Myself'),
    });
    expect(json.body.content).toMatch(/^Thanks[\s\S]*From: Ann <ann@example.org>[\s\S]*See below\./);
    const first = await office.ask('GET', `/me/messages/${id}?$select=conversationId,conversationIndex`);
    expect(json.conversationId).toBe(first.json.conversationId);
    expect(json.conversationIndex).not.toBe(first.json.conversationIndex);
    const value = await office.ask('GET', `/me/messages/${json.id}/$value`);
    expect(value.bytes.toString()).toContain('In-Reply-To: <first@example.org>');
  });

  test('an answer to all leaves the user out', async () => {
    const { json } = await office.ask('POST', `/me/messages/${await original()}/createReplyAll`, { json: {} });
    expect(json.toRecipients).toEqual([person('ann@example.org', 'Ann'), person('bob@example.org', 'Bob')]);
    expect(json.ccRecipients).toEqual([person('carol@example.org')]);
  });

  test('what is passed on takes the attachments along', async () => {
    const { json } = await office.ask('POST', `/me/messages/${await original()}/createForward`, {
      json: { toRecipients: [person('dora@example.org')], message: { importance: 'high' } },
    });
    expect(json).toMatchObject({
      subject: 'FW: Figures',
      importance: 'high',
      hasAttachments: true,
      toRecipients: [person('dora@example.org')],
    });
    const { json: list } = await office.ask('GET', `/me/messages/${json.id}/attachments?$select=name`);
    expect(list.value).toMatchObject([{ name: 'f.csv' }]);
  });

  test('recipients in both places are refused', async () => {
    const toRecipients = [person('dora@example.org')];
    for (const how of ['createForward', 'forward'])
      expect(
        await office.ask('POST', `/me/messages/${await original()}/${how}`, {
          json: { toRecipients, message: { toRecipients } },
        }),
      ).toMatchObject({ status: 400, json: { error: { code: 'ErrorInvalidRequest' } } });
  });

  test('MIME is an answer, too: it says what it says, and is tied to the message all the same', async () => {
    const id = await original();
    const answer = 'Subject: My own words\r\nContent-Type: text/plain\r\n\r\nYes.\r\n';
    const { status, json } = await office.ask('POST', `/me/messages/${id}/createReplyAll`, {
      body: Buffer.from(answer).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      subject: 'My own words',
      isDraft: true,
      toRecipients: [person('ann@example.org', 'Ann'), person('bob@example.org', 'Bob')],
    });
    expect(json.body.content).toContain('Yes.');
    const first = await office.ask('GET', `/me/messages/${id}?$select=conversationId`);
    expect(json.conversationId).toBe(first.json.conversationId);
    const value = (await office.ask('GET', `/me/messages/${json.id}/$value`)).bytes.toString();
    expect(value).toContain('In-Reply-To: <first@example.org>');
    const named = await office.ask('POST', `/me/messages/${id}/createForward`, {
      body: Buffer.from(`To: dora@example.org\r\n${answer}`).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(named.json.toRecipients).toEqual([person('dora@example.org')]);
  });

  test('what an answer says itself is its uniqueBody', async () => {
    const { json } = await office.ask('POST', `/me/messages/${await original()}/createReply`, {
      json: { comment: 'My part' },
    });
    const own = await office.ask('GET', `/me/messages/${json.id}?$select=uniqueBody`);
    expect(own.json.uniqueBody).toEqual({ contentType: 'text', content: 'My part' });
    const html = {
      body: { contentType: 'html', content: '<p>They <b>say</b></p>' },
      toRecipients: [person('ann@example.org')],
    };
    const { id } = await office.draft(html);
    const answer = await office.ask('POST', `/me/messages/${id}/createForward`, { json: { comment: 'Look' } });
    const above = await office.ask('GET', `/me/messages/${answer.json.id}?$select=uniqueBody`);
    expect(above.json.uniqueBody.contentType).toBe('html');
    expect(above.json.uniqueBody.content).toContain('Look');
    expect(above.json.uniqueBody.content).not.toContain('say');
    expect(answer.json.body.content).toContain('say');
  });

  test('a comment beside a body is refused, and nothing is left', async () => {
    const id = await original();
    const before = await office.ask('GET', '/me/messages/$count');
    const { status } = await office.ask('POST', `/me/messages/${id}/createReply`, {
      json: { comment: 'One', message: { body: { content: 'Two' } } },
    });
    expect(status).toBe(400);
    expect((await office.ask('GET', '/me/messages/$count')).bytes).toEqual(before.bytes);
  });
});

describe('reply, replyAll, forward', () => {
  test('send at once, and need the permission to send', async () => {
    const id = await original();
    for (const [how, json] of [
      ['reply', { comment: 'Yes' }],
      ['replyAll', {}],
      ['forward', { toRecipients: [person('dora@example.org')] }],
    ] as const) {
      const sent = await office.ask('POST', `/me/messages/${id}/${how}`, { json });
      expect(sent.status).toBe(202);
      const location = String(sent.headers['location']).replace(/^https?:\/\/[^/]+/, '');
      expect((await office.ask('GET', `${location}?$select=sentDateTime`)).json.sentDateTime).toBeTypeOf('string');
    }
    expect(await office.ask('POST', `/me/messages/${id}/forward`, { json: {} })).toMatchObject({
      status: 400,
      json: { error: { code: 'ErrorInvalidRecipients' } },
    });
  });
});
