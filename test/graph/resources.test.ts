import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { GraphTypes } from './graph-types.js';
import { Office, person } from './office.js';

const types = new GraphTypes();
let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

/** What Graph shows of a message when nobody selects: all but what hangs on it, and what is said to come on demand. */
const onDemand = [
  'attachments',
  'extensions',
  'internetMessageHeaders',
  'multiValueExtendedProperties',
  'singleValueExtendedProperties',
  'uniqueBody',
];
const usual = [...types.properties('Message').keys()].filter((name) => !onDemand.includes(name)).sort();
const names = (json: object): string[] =>
  Object.keys(json)
    .filter((name) => !name.includes('@'))
    .sort();

const full = {
  subject: 'Everything',
  body: { contentType: 'html', content: '<p>Hello</p>' },
  importance: 'high',
  categories: ['Red'],
  toRecipients: [person('ann@example.org', 'Ann')],
  ccRecipients: [person('bob@example.org')],
  bccRecipients: [person('carl@example.org')],
  replyTo: [person('desk@example.org')],
  flag: {
    flagStatus: 'flagged',
    dueDateTime: { dateTime: '2026-01-02T00:00:00', timeZone: 'UTC' },
    startDateTime: { dateTime: '2026-01-01T00:00:00', timeZone: 'UTC' },
  },
  isReadReceiptRequested: true,
  internetMessageHeaders: [{ name: 'x-colour', value: 'red' }],
  attachments: [
    {
      '@odata.type': '#microsoft.graph.fileAttachment',
      name: 'a.txt',
      contentBytes: 'b25l',
      contentId: 'a',
      contentLocation: 'a.txt',
    },
    {
      '@odata.type': '#microsoft.graph.itemAttachment',
      name: 'Inner',
      item: { '@odata.type': '#microsoft.graph.message', subject: 'Inner' },
    },
  ],
};

describe('the resource message', () => {
  test('has every property of Graph, each of its type, in drafts and in what came, alone and in lists', async () => {
    const empty = await office.draft({});
    const draft = await office.draft(full);
    const mime =
      'From: Ann <ann@example.org>\r\nTo: me@example.com\r\nSubject: Came\r\nMessage-ID: <1@example.org>\r\n\r\nx\r\n';
    const came = await office.ask('POST', '/me/mailFolders/inbox/messages', {
      body: Buffer.from(mime).toString('base64'),
      headers: { 'content-type': 'text/plain', prefer: 'comail.received' },
    });
    const listed = (await office.ask('GET', '/me/messages')).json.value;
    expect(listed).toHaveLength(3);
    for (const json of [empty, draft, came.json, ...listed]) {
      expect(types.complaints(json, 'Message')).toEqual([]);
      expect(names(json)).toEqual(usual);
    }
  });

  test('shows on demand what Graph shows on demand', async () => {
    const { id } = await office.draft(full);
    const options = '$select=internetMessageHeaders,uniqueBody&$expand=attachments';
    const { json } = await office.ask('GET', `/me/messages/${id}?${options}`);
    expect(names(json)).toEqual(['attachments', 'id', 'internetMessageHeaders', 'uniqueBody']);
    expect(types.complaints({ ...json, attachments: [] }, 'Message')).toEqual([]);
    const [file, item] = json.attachments;
    expect(types.complaints(file, 'FileAttachment')).toEqual([]);
    expect(names(file)).toEqual([...types.properties('FileAttachment').keys()].sort());
    expect(types.complaints(item, 'ItemAttachment')).toEqual([]);
  });

  test('complains of what Graph does not have', () => {
    expect(types.complaints({ colour: 'red' }, 'Message')).toEqual(['Message.colour is not in Graph']);
    expect(types.complaints({ isRead: 'yes', importance: 'urgent', from: 7, categories: [1] }, 'Message')).toHaveLength(
      4,
    );
  });
});

describe('the other resources', () => {
  test('have every property of Graph, each of its type', async () => {
    for (const [path, type, left] of [
      [
        '/me/mailFolders/inbox',
        'MailFolder',
        ['childFolders', 'messageRules', 'messages', 'multiValueExtendedProperties', 'singleValueExtendedProperties'],
      ],
    ] as const) {
      const { json } = await office.ask('GET', path);
      expect(types.complaints(json, type)).toEqual([]);
      expect(names(json)).toEqual(
        [...types.properties(type).keys()].filter((name) => !(left as readonly string[]).includes(name)).sort(),
      );
    }
    expect(types.complaints((await office.ask('GET', '/me')).json, 'User')).toEqual([]);
  });
});
