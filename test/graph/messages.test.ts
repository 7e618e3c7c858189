import type { Message } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

describe('messages', () => {
  test('a draft is made from JSON, and is what was written', async () => {
    const sent = {
      subject: 'Did you see last night’s game?',
      importance: 'low',
      body: { contentType: 'html', content: 'They were <b>awesome</b>!' },
      toRecipients: [person('AdeleV@example.com', 'Adele')],
      ccRecipients: [person('c@example.com')],
      bccRecipients: [person('hidden@example.com')],
      replyTo: [person('answers@example.com', 'Answers')],
      categories: ['Red', 'Blue'],
      isReadReceiptRequested: true,
      flag: { flagStatus: 'flagged', dueDateTime: { dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' } },
      internetMessageHeaders: [{ name: 'x-custom', value: 'Yes' }],
    } satisfies Message;
    const made: Message = await office.draft(sent);
    const { status, json, headers } = await office.ask('GET', `/me/messages/${made.id}`);
    const got: Message = json;
    expect(status).toBe(200);
    expect(got).toMatchObject({
      id: made.id,
      subject: sent.subject,
      importance: 'low',
      body: { contentType: 'html' },
      bodyPreview: 'They were awesome!',
      toRecipients: sent.toRecipients,
      ccRecipients: sent.ccRecipients,
      bccRecipients: sent.bccRecipients,
      replyTo: sent.replyTo,
      categories: sent.categories,
      isReadReceiptRequested: true,
      isDeliveryReceiptRequested: false,
      isDraft: true,
      isRead: true,
      hasAttachments: false,
      flag: { flagStatus: 'flagged', dueDateTime: { dateTime: '2026-12-01T00:00:00', timeZone: 'UTC' } },
    });
    expect(got.body?.content).toContain('<b>awesome</b>');
    expect(got.conversationId).toBeTypeOf('string');
    expect(got).not.toHaveProperty('internetMessageHeaders');
    expect(headers['etag']).toBe(`W/"${got.changeKey}"`);
    const drafts = await office.ask('GET', '/me/mailFolders/drafts');
    expect(got.parentFolderId).toBe(drafts.json.id);
  });

  test('refuses what is no message, and makes nothing', async () => {
    const before = await office.ask('GET', '/me/messages/$count');
    const refusals = [
      [{ subjekt: 'x' }, 'RequestBodyRead'],
      [{ subject: 7 }, 'RequestBodyRead'],
      [{ importance: 'urgent' }, 'RequestBodyRead'],
      [{ toRecipients: [{ emailAddress: { address: 'a b' } }] }, 'ErrorInvalidRecipients'],
      [{ from: person('boss@example.com') }, 'ErrorSendAsDenied'],
      [{ internetMessageHeaders: [{ name: 'Received', value: 'me' }] }, 'InvalidInternetMessageHeader'],
      [{ attachments: [{ '@odata.type': '#microsoft.graph.referenceAttachment', name: 'x' }] }, 'ErrorInvalidArgument'],
    ] as const;
    for (const [json, code] of refusals)
      expect((await office.ask('POST', '/me/messages', { json })).json.error.code).toBe(code);
    const broken = await office.ask('POST', '/me/messages', {
      body: '{',
      headers: { 'content-type': 'application/json' },
    });
    expect(broken).toMatchObject({ status: 400, json: { error: { code: 'BadRequest' } } });
    const after = await office.ask('GET', '/me/messages/$count');
    expect(after.bytes).toEqual(before.bytes);
  });

  test('a plain text stays one', async () => {
    const { body } = await office.draft({ body: { contentType: 'text', content: 'a < b' } });
    expect(body).toEqual({ contentType: 'text', content: 'a < b' });
  });

  test('a change is seen, raises the change key, and is refused under an old one', async () => {
    const { id, changeKey } = await office.draft({ subject: 'One', toRecipients: [person('a@example.com')] });
    const changed = await office.ask('PATCH', `/me/messages/${id}`, {
      json: { subject: 'Two', toRecipients: [person('b@example.com'), person('c@example.com')], isRead: false },
      headers: { 'if-match': `W/"${changeKey}"` },
    });
    expect(changed).toMatchObject({
      status: 200,
      json: { subject: 'Two', isRead: false, toRecipients: [person('b@example.com'), person('c@example.com')] },
    });
    expect(changed.json.changeKey).not.toBe(changeKey);
    const late = await office.ask('PATCH', `/me/messages/${id}`, {
      json: { subject: 'Three' },
      headers: { 'if-match': `W/"${changeKey}"` },
    });
    expect(late).toMatchObject({ status: 412, json: { error: { code: 'ErrorIrresolvableConflict' } } });
    expect((await office.ask('GET', `/me/messages/${id}?$select=subject`)).json.subject).toBe('Two');
  });

  test.each([
    ['PATCH', ''],
    ['DELETE', ''],
    ['POST', '/move'],
    ['POST', '/permanentDelete'],
  ] as const)(
    '%s %s goes by If-Match: an old ETag, a weak or foreign one is 412, a list or * with this one is not',
    async (method, what) => {
      const json = { PATCH: { subject: 'New' }, DELETE: undefined, POST: { destinationId: 'inbox' } }[method];
      const ask = (id: string, tag: string) =>
        office.ask(method, `/me/messages/${id}${what}`, { ...(json ? { json } : {}), headers: { 'if-match': tag } });
      const { id, '@odata.etag': old } = await office.draft({ subject: 'Old' });
      const { json: now } = await office.ask('PATCH', `/me/messages/${id}`, { json: { importance: 'high' } });
      const etag = now['@odata.etag'];
      for (const tag of [old, '"x"', 'W/"AAAA"', `${old}, "y"`])
        expect(await ask(id, tag)).toMatchObject({
          status: 412,
          json: { error: { code: 'ErrorIrresolvableConflict' } },
        });
      expect((await office.ask('GET', `/me/messages/${id}`)).json).toMatchObject({
        '@odata.etag': etag,
        subject: 'Old',
      });
      expect((await ask(id, `"z", ${etag}`)).status).toBeLessThan(300);
      const other = await office.draft({ subject: 'Any' });
      expect((await ask(other.id, '*')).status).toBeLessThan(300);
    },
  );

  test('a message moves under its identifier; a copy has another one', async () => {
    const { id } = await office.draft({ subject: 'Wanderer' });
    const moved = await office.ask('POST', `/me/messages/${id}/move`, { json: { destinationId: 'inbox' } });
    expect(moved).toMatchObject({ status: 201, json: { id, subject: 'Wanderer' } });
    const copied = await office.ask('POST', `/me/messages/${id}/copy`, { json: { destinationId: 'drafts' } });
    expect(copied).toMatchObject({ status: 201, json: { subject: 'Wanderer' } });
    expect(copied.json.id).not.toBe(id);
    expect((await office.ask('GET', `/me/mailFolders/drafts/messages/${id}`)).status).toBe(404);
    expect((await office.ask('GET', `/me/mailFolders/inbox/messages/${id}`)).status).toBe(200);
  });

  test('what is deleted goes to Deleted Items, and from there for good', async () => {
    const { id } = await office.draft({ subject: 'Gone' });
    expect((await office.ask('DELETE', `/me/messages/${id}`)).status).toBe(204);
    const deleted = await office.ask('GET', '/me/mailFolders/deleteditems');
    expect((await office.ask('GET', `/me/messages/${id}`)).json.parentFolderId).toBe(deleted.json.id);
    expect((await office.ask('DELETE', `/me/messages/${id}`)).status).toBe(204);
    expect(await office.ask('GET', `/me/messages/${id}`)).toMatchObject({
      status: 404,
      json: { error: { code: 'ErrorItemNotFound' } },
    });
  });

  test('identifiers of another kind are malformed', async () => {
    for (const id of ['x', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'])
      expect(await office.ask('GET', `/me/messages/${id}`)).toMatchObject({
        status: 400,
        json: { error: { code: 'ErrorInvalidIdMalformed' } },
      });
  });

  test('$value is the message as MIME, and MIME makes a draft', async () => {
    const mime = 'From: me@example.com\r\nTo: bob@example.org\r\nSubject: Raw\r\n\r\nHello\r\n';
    const made = await office.ask('POST', '/me/messages', {
      body: Buffer.from(mime).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(made).toMatchObject({ status: 201, json: { subject: 'Raw', isDraft: true } });
    const value = await office.ask('GET', `/me/messages/${made.json.id}/$value`);
    expect(value.headers['content-type']).toContain('text/plain');
    expect(value.bytes.toString()).toContain('Subject: Raw');
    expect(value.bytes.toString()).toContain('To: bob@example.org');
    const bad = await office.ask('POST', '/me/messages', { body: '***', headers: { 'content-type': 'text/plain' } });
    expect(bad).toMatchObject({ status: 400, json: { error: { code: 'ErrorMimeContentInvalidBase64String' } } });
  });

  test('a plain text comes as HTML to those who prefer it', async () => {
    const { id } = await office.draft({ body: { contentType: 'text', content: 'a < b\nc' } });
    const { json, headers } = await office.ask('GET', `/me/messages/${id}?$select=body`, {
      headers: { prefer: 'outlook.body-content-type="html"' },
    });
    expect(json.body.contentType).toBe('html');
    expect(json.body.content).toMatch(/<body>.*a &lt; b<br>\r\nc.*<\/body>/s);
    expect(headers['preference-applied']).toBe('outlook.body-content-type="html"');
    const listed = await office.ask('GET', "/me/messages?$select=body&$filter=contains(body/content,'a < b')", {
      headers: { prefer: 'outlook.body-content-type="html"' },
    });
    expect(listed.json.value[0].body).toEqual(json.body);
  });

  test('header fields of a program’s own are shown, are sent, and have their bounds', async () => {
    const internetMessageHeaders = [
      { name: 'x-colour', value: 'red' },
      { name: 'X-Shape', value: 'round' },
    ];
    const { id } = await office.draft({ subject: 'Fields', internetMessageHeaders });
    for (const path of [`/me/messages/${id}`, "/me/messages?$filter=subject eq 'Fields'"]) {
      const { json } = await office.ask(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}$select=internetMessageHeaders`,
      );
      const shown = (json.value?.[0] ?? json).internetMessageHeaders as { name: string; value: string }[];
      expect(shown.map(({ name, value }) => `${name.toLowerCase()}: ${value}`).sort()).toEqual([
        'x-colour: red',
        'x-shape: round',
      ]);
    }
    expect((await office.ask('GET', `/me/messages/${id}/$value`)).bytes.toString()).toMatch(/^x-colour: red\r$/im);
    const many = Array.from({ length: 6 }, (_, index) => ({ name: `x-${index}`, value: '1' }));
    for (const [headers, code] of [
      [many, 'InvalidInternetMessageHeaderCollection'],
      [[{ name: 'x-long', value: 'x'.repeat(996) }], 'InvalidInternetMessageHeader'],
      [[{ name: 'subject', value: 'x' }], 'InvalidInternetMessageHeader'],
    ] as const)
      expect(
        (await office.ask('POST', '/me/messages', { json: { internetMessageHeaders: headers } })).json.error.code,
      ).toBe(code);
  });

  test('a draft begins a conversation, and is known by its Message-ID from then on', async () => {
    const [one, two] = [await office.draft({ subject: 'One' }), await office.draft({ subject: 'Two' })];
    expect(one.internetMessageId).toMatch(/^<.+@example\.com>$/);
    expect(two.internetMessageId).not.toBe(one.internetMessageId);
    expect(Buffer.from(one.conversationIndex, 'base64')).toHaveLength(22);
    expect(two.conversationId).not.toBe(one.conversationId);
    expect((await office.ask('GET', `/me/messages/${one.id}/$value`)).bytes.toString()).toContain(
      `Message-ID: ${one.internetMessageId}`,
    );
  });

  test('the body comes as text to those who prefer it', async () => {
    const { id } = await office.draft({ body: { contentType: 'html', content: '<p>Hello <i>you</i></p>' } });
    const { json, headers } = await office.ask('GET', `/me/messages/${id}?$select=body`, {
      headers: { prefer: 'outlook.body-content-type="text", IdType="ImmutableId"' },
    });
    expect(json.body.contentType).toBe('text');
    expect(json.body.content).toContain('Hello you');
    expect(headers['preference-applied']).toBe('IdType="ImmutableId", outlook.body-content-type="text"');
  });
});

describe('attachments', () => {
  test('come with the message, are listed, read, added and deleted', async () => {
    const { id } = await office.draft({
      subject: 'With a file',
      attachments: [
        {
          '@odata.type': '#microsoft.graph.fileAttachment',
          name: 'a.txt',
          contentType: 'text/plain',
          contentBytes: Buffer.from('one').toString('base64'),
        },
      ],
    });
    const path = `/me/messages/${id}/attachments`;
    const added = await office.ask('POST', path, {
      json: { name: 'b.bin', contentBytes: Buffer.alloc(100_000, 7).toString('base64') },
    });
    expect(added).toMatchObject({ status: 201, json: { name: 'b.bin' } });
    const { json } = await office.ask('GET', `${path}?$select=name,size`);
    expect(json.value.map(({ name }: { name: string }) => name)).toEqual(['a.txt', 'b.bin']);
    expect(json.value[0]).not.toHaveProperty('contentBytes');
    const [first, second] = json.value;
    expect((await office.ask('GET', `${path}/$count`)).bytes.toString()).toBe('2');
    const page = await office.ask('GET', `${path}?$top=1&$count=true&$select=name`);
    expect(page.json).toMatchObject({ '@odata.count': 2, value: [{ name: 'a.txt' }] });
    expect((await office.ask('GET', page.json['@odata.nextLink'])).json.value).toMatchObject([{ name: 'b.bin' }]);
    const named = await office.ask('GET', `${path}/${first.id}?$select=name`);
    expect(named.json).not.toHaveProperty('contentBytes');
    for (const options of ['$select=colour', '$expand=everything', '$filter=size gt 1'])
      for (const where of [path, `${path}/${first.id}`])
        expect((await office.ask('GET', `${where}?${options}`)).status).toBe(400);
    expect((await office.ask('GET', `${path}/${first.id}`)).json.contentBytes).toBe('b25l');
    const value = await office.ask('GET', `${path}/${second.id}/$value`);
    expect(value.bytes.equals(Buffer.alloc(100_000, 7))).toBe(true);
    expect((await office.ask('GET', `/me/messages/${id}?$select=hasAttachments`)).json.hasAttachments).toBe(true);
    expect((await office.ask('DELETE', `${path}/${first.id}`)).status).toBe(204);
    expect((await office.ask('GET', `${path}/${first.id}`)).status).toBe(404);
    const bad = await office.ask('POST', path, { json: { name: 'x', contentBytes: '#' } });
    expect(bad.status).toBe(400);
  });
});
