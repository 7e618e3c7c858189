import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

/** What the examples of Microsoft's pages show in their answers. */
let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/);

describe('a draft', () => {
  test('has a sentDateTime, which is that of its making', async () => {
    const { id, sentDateTime, receivedDateTime } = await office.draft({ subject: 'dated' });
    expect(sentDateTime).toBe(receivedDateTime);
    const { json: reply } = await office.ask('POST', `/me/messages/${id}/createReply`);
    expect(reply.sentDateTime).toEqual(moment);
  });

  test('from MIME has the Message-ID and the date that this says, or else those of its making', async () => {
    const mime = async (header: string) => {
      const body = Buffer.from(`From: me@example.com\r\nTo: ann@example.org\r\n${header}\r\nHello\r\n`).toString(
        'base64',
      );
      return await office.ask('POST', '/me/messages', { body, headers: { 'content-type': 'text/plain' } });
    };
    const { json: own } = await mime('Message-ID: <own@example.com>\r\nDate: Sun, 28 Feb 2021 07:15:00 +0000\r\n');
    expect(own).toMatchObject({ internetMessageId: '<own@example.com>', sentDateTime: '2021-02-28T07:15:00Z' });
    const { json: made } = await mime('');
    expect(made).toMatchObject({
      internetMessageId: expect.stringMatching(/^<.+@example\.com>$/),
      sentDateTime: moment,
    });
    // The bytes are still those that came, behind what they lacked.
    const { bytes } = await office.ask('GET', `/me/messages/${made.id}/$value`);
    expect(bytes.toString()).toContain(`Message-ID: ${made.internetMessageId}\r\n`);
    expect(bytes.toString()).toMatch(/From: me@example\.com\r\nTo: ann@example\.org\r\n\r\nHello\r\n$/);
  });
});

test('A body whose contentType is empty, as in the example of message-update, is text; one of an unknown type is refused', async () => {
  const { id } = await office.draft({ subject: 'empty type' });
  const body = { contentType: '', content: 'content-value' };
  const { status, json } = await office.ask('PATCH', `/me/messages/${id}`, { json: { body } });
  expect([status, json.body.contentType, json.body.content.trim()]).toEqual([200, 'text', 'content-value']);
  const refused = await office.ask('PATCH', `/me/messages/${id}`, { json: { body: { ...body, contentType: 'rtf' } } });
  expect(refused.status).toBe(400);
});

describe('inferenceClassification', () => {
  const found = async (folder: string, $filter: string) => {
    const path = `/me/mailFolders/${folder}/messages?${new URLSearchParams({ $filter, $select: 'inferenceClassification' })}`;
    const { json } = await office.ask('GET', path);
    return json.value.map((one: { id: string; inferenceClassification: string }) => [
      one.id,
      one.inferenceClassification,
    ]);
  };

  test('is focused until somebody says other, in a message that was sent, too; filters and copies know it', async () => {
    const { json: folder } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Classified' } });
    const at = `/mailFolders/${folder.id}`;
    const plain = await office.draft({ subject: 'plain' }, at);
    const other = await office.draft({ subject: 'other', inferenceClassification: 'other' }, at);
    expect([plain, other].map((one) => one.inferenceClassification)).toEqual(['focused', 'other']);
    expect(await found(folder.id, "inferenceClassification eq 'other'")).toEqual([[other.id, 'other']]);
    expect(await found(folder.id, "inferenceClassification ne 'other'")).toEqual([[plain.id, 'focused']]);
    // The rows that a filter looks at one by one know it, too.
    const now = `month(createdDateTime) ge 1`;
    expect(
      await found(folder.id, `${now} and not (inferenceClassification eq 'focused') or day(sentDateTime) eq 0`),
    ).toEqual([[other.id, 'other']]);
    const { json: copy } = await office.ask('POST', `/me/messages/${other.id}/copy`, {
      json: { destinationId: 'drafts' },
    });
    expect(copy.inferenceClassification).toBe('other');

    const patched = async (json: object) => await office.ask('PATCH', `/me/messages/${other.id}`, { json });
    const { status, json } = await patched({ inferenceClassification: 'focused' });
    expect([status, json.inferenceClassification]).toEqual([200, 'focused']);
    expect(await found(folder.id, "inferenceClassification eq 'other'")).toEqual([]);
    expect(await patched({ inferenceClassification: 'urgent' })).toMatchObject({ status: 400 });
    const body = Buffer.from('From: a@example.org\r\nSubject: came\r\n\r\nHello\r\n').toString('base64');
    const { json: came } = await office.ask('POST', '/me/messages', {
      body,
      headers: { 'content-type': 'text/plain', prefer: 'comail.received' },
    });
    const { json: marked } = await office.ask('PATCH', `/me/messages/${came.id}`, {
      json: { inferenceClassification: 'other' },
    });
    expect(marked).toMatchObject({ isDraft: false, inferenceClassification: 'other' });
  });
});

describe('an attachment', () => {
  const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGVsbG8=' };

  test('has a lastModifiedDateTime, also where it came in MIME', async () => {
    const { id } = await office.draft({ subject: 'files', attachments: [file] });
    const { json: added } = await office.ask('POST', `/me/messages/${id}/attachments`, { json: file });
    const { json } = await office.ask('GET', `/me/messages/${id}/attachments`);
    expect([added, ...json.value].map((one) => one.lastModifiedDateTime)).toEqual([moment, moment, moment]);
    const { bytes } = await office.ask('GET', `/me/messages/${id}/$value`);
    const { json: again } = await office.ask('POST', '/me/messages', {
      body: bytes.toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    const { json: came } = await office.ask('GET', `/me/messages/${again.id}?$expand=attachments`);
    expect(came.attachments.map((one: { lastModifiedDateTime: string }) => one.lastModifiedDateTime)).toEqual([
      came.createdDateTime,
      came.createdDateTime,
    ]);
  });

  test('that is a message shows what is attached to it', async () => {
    const item = { '@odata.type': 'microsoft.graph.message', subject: 'inner', attachments: [file] };
    const attachments = [
      { '@odata.type': '#microsoft.graph.itemAttachment', name: 'with', item },
      { '@odata.type': '#microsoft.graph.itemAttachment', name: 'without', item: { subject: 'bare' } },
    ];
    const { id } = await office.draft({ subject: 'outer', attachments });
    const { json } = await office.ask(
      'GET',
      `/me/messages/${id}/attachments?$expand=microsoft.graph.itemattachment/item&$orderby=name`,
    );
    expect(json.value[0].item).toMatchObject({
      subject: 'inner',
      attachments: [{ name: 'a.txt', contentBytes: 'aGVsbG8=' }],
    });
    expect(json.value[1].item).not.toHaveProperty('attachments');
  });
});

describe('a folder of /beta', () => {
  test('tells its well-known name; /v1.0 knows none', async () => {
    const inbox = await office.ask('GET', '/beta/me/mailFolders/inbox');
    expect(inbox.json).toMatchObject({ displayName: 'Inbox', wellKnownName: 'inbox' });
    const made = await office.ask('POST', '/beta/me/mailFolders', { json: { displayName: 'Mine' } });
    expect(made.json.wellKnownName).toBeNull();
    const { json } = await office.ask(
      'GET',
      "/beta/me/mailFolders?$select=wellKnownName&$filter=displayName eq 'drafts'",
    );
    expect(json.value).toEqual([{ id: expect.any(String), wellKnownName: 'drafts' }]);
    expect((await office.ask('GET', '/me/mailFolders/inbox')).json).not.toHaveProperty('wellKnownName');
    expect((await office.ask('GET', '/me/mailFolders?$select=wellKnownName')).status).toBe(400);
  });
});

test('delta says of what type its rows are', async () => {
  const { id } = await office.draft({ subject: 'counted', toRecipients: [person('ann@example.org')] });
  const messages = await office.ask('GET', '/me/mailFolders/drafts/messages/delta?$select=subject');
  expect(messages.json.value).toContainEqual(
    expect.objectContaining({ '@odata.type': '#microsoft.graph.message', id, subject: 'counted' }),
  );
  const folders = await office.ask('GET', '/me/mailFolders/delta');
  expect(folders.json.value[0]).toMatchObject({ '@odata.type': '#microsoft.graph.mailFolder' });
});

describe('translateExchangeIds', () => {
  const translated = async (inputIds: readonly string[], sourceIdType: string, targetIdType: string) =>
    await office.ask('POST', '/me/translateExchangeIds', { json: { inputIds, sourceIdType, targetIdType } });

  test('turns identifiers of every kind into those of every other, and back', async () => {
    const { id } = await office.draft({ subject: 'translated' });
    for (const format of ['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId']) {
      const { status, json } = await translated([id], 'restId', format);
      expect(status).toBe(200);
      expect(json.value).toEqual([{ sourceId: id, targetId: expect.any(String) }]);
      const back = await translated([json.value[0].targetId], format, 'restImmutableEntryId');
      expect(back.json.value[0].targetId).toBe(id);
    }
    const mapi = await translated([id], 'restId', 'entryId');
    expect(mapi.json.value[0].targetId).toBe(`${id}${(4 - (id.length % 4)) % 4}`);
  });

  test('tells of one that is none, and refuses kinds that there are not', async () => {
    expect((await translated(['AQMk'], 'restId', 'ewsId')).json.value).toEqual([
      {
        sourceId: 'AQMk',
        targetId: null,
        errorDetails: { code: 'ErrorInvalidIdMalformed', message: expect.any(String) },
      },
    ]);
    expect((await translated([], 'restId', 'storeId')).status).toBe(400);
    expect((await translated(Array<string>(1001).fill('x'), 'restId', 'ewsId')).status).toBe(400);
  });
});
