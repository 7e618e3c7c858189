import type { FileAttachment, Message } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

const SET = '{00020329-0000-0000-C000-000000000046}';
const colour = `String ${SET} Name Colour`;
const number = `Integer ${SET} Id 0x8765`;

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.draft({ subject: 'Plain' });
  await office.draft({
    subject: 'Coloured',
    body: { contentType: 'text', content: 'the quick brown fox' },
    toRecipients: [person('ann@example.org', 'Ann')],
    singleValueExtendedProperties: [
      { id: colour, value: 'Green' },
      { id: number, value: '41' },
    ],
    multiValueExtendedProperties: [{ id: `StringArray ${SET} Name Words`, value: ['one', 'two'] }],
    attachments: [
      { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'aGVsbG8=' } as FileAttachment,
    ],
  } satisfies Message);
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

/** Through Deleted Items, for good. */
const away = async (id: string): Promise<void> => {
  for (const _ of [1, 2]) await office.ask('DELETE', `/me/messages/${id}`);
};

const list = (options: Readonly<Record<string, string>>) =>
  office.ask('GET', `/me/messages?${new URLSearchParams({ $select: 'subject', ...options })}`);

const subjects = async (options: Readonly<Record<string, string>>): Promise<string[]> => {
  const { status, json } = await list(options);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json.value.map(({ subject }: { subject: string }) => subject).sort();
};

describe('extended properties', () => {
  test('are shown to those who name them, with their values as texts', async () => {
    const { json } = await list({
      $filter: "subject eq 'Coloured'",
      $expand: `singleValueExtendedProperties($filter=id eq '${colour}' or id eq '${number}'),multiValueExtendedProperties($filter=id eq 'StringArray ${SET} Name Words')`,
    });
    expect(json.value[0].singleValueExtendedProperties).toEqual([
      { id: colour, value: 'Green' },
      { id: number, value: '41' },
    ]);
    expect(json.value[0].multiValueExtendedProperties).toEqual([
      { id: `StringArray ${SET} Name Words`, value: ['one', 'two'] },
    ]);
  });

  test('a message without them shows none', async () => {
    const { json } = await list({
      $filter: "subject eq 'Plain'",
      $expand: `singleValueExtendedProperties($filter=id eq '${colour}')`,
    });
    expect(json.value).toHaveLength(1);
    expect(json.value[0]).not.toHaveProperty('singleValueExtendedProperties');
  });

  test.each([
    [`ep/id eq '${colour}' and ep/value eq 'green'`, ['Coloured']],
    [`ep/id eq '${colour}' and ep/value ne 'green'`, []],
    [`ep/id eq '${colour}' and contains(ep/value,'ree')`, ['Coloured']],
    [`ep/id eq '${colour}'`, ['Coloured']],
    [`ep/id eq '${number}' and cast(ep/value,Edm.Int32) gt 40`, ['Coloured']],
    [`ep/id eq '${number}' and ep/value eq '42'`, []],
    [`ep/id eq 'String ${SET} Name Nobody' and ep/value eq 'x'`, []],
  ])('are filtered by: %s', async (condition, found) => {
    expect(await subjects({ $filter: `singleValueExtendedProperties/any(ep:${condition})` })).toEqual(found);
  });

  test.each([
    "singleValueExtendedProperties/any(ep:ep/value eq 'x')",
    `singleValueExtendedProperties/any(ep:ep/id eq '${number}' and ep/value eq 'x')`,
    `singleValueExtendedProperties/all(ep:ep/id eq '${colour}')`,
    "singleValueExtendedProperties/any(ep:ep/id eq 'Colour')",
  ])('%s is refused', async ($filter) => expect((await list({ $filter })).status).toBe(400));

  test('change in any message, and go when they are null', async () => {
    const { id } = await office.draft({
      subject: 'Changing',
      singleValueExtendedProperties: [{ id: colour, value: 'Red' }],
    });
    const expand = `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${colour}')`)}`;
    const set = (value: unknown) =>
      office.ask('PATCH', `/me/messages/${id}`, { json: { singleValueExtendedProperties: [{ id: colour, value }] } });
    expect((await set('Blue')).status).toBe(200);
    const got = await office.ask('GET', `/me/messages/${id}?${expand}`);
    expect(got.json.singleValueExtendedProperties).toEqual([{ id: colour, value: 'Blue' }]);
    expect((await set(null)).status).toBe(200);
    expect((await office.ask('GET', `/me/messages/${id}?${expand}`)).json).not.toHaveProperty(
      'singleValueExtendedProperties',
    );
    await away(id);
  });

  test.each([
    ['Boolean', 'true'],
    ['Double', '1.5'],
    ['Float', '0.25'],
    ['Short', '-7'],
    ['Long', '9007199254740993'],
    ['Currency', '-12.3400'],
    ['Binary', 'AAEC'],
    ['SystemTime', '2026-01-31T12:00:00Z'],
    ['CLSID', '00020329-0000-0000-c000-000000000046'],
  ])('%s keeps %s', async (type, value) => {
    const id = `${type} ${SET} Name Of${type}`;
    const made = await office.draft({ subject: type, singleValueExtendedProperties: [{ id, value }] });
    const expand = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${id}')`);
    const { json } = await office.ask('GET', `/me/messages/${made.id}?$expand=${expand}`);
    expect(json.singleValueExtendedProperties).toEqual([{ id, value }]);
    await away(made.id);
  });

  test.each([
    [{ id: colour, value: 7 }],
    [{ id: number, value: 'many' }],
    [{ id: `Integer ${SET} Id 1`, value: '2147483648' }],
    [{ id: 'Colour', value: 'x' }],
    [{ id: `StringArray ${SET} Name Words`, value: 'x' }],
    [{ id: 'Binary 0x6659', value: 'AA==' }],
  ])('%j is refused', async (property) => {
    const { status } = await office.ask('POST', '/me/messages', {
      json: { singleValueExtendedProperties: [property] },
    });
    expect(status).toBe(400);
  });

  test('PR_MESSAGE_FLAGS makes a message that is no draft, as with Graph', async () => {
    const { isDraft, isRead, id } = await office.draft({
      subject: 'Arrived',
      singleValueExtendedProperties: [{ id: 'Integer 0x0E07', value: '1' }],
    });
    expect({ isDraft, isRead }).toEqual({ isDraft: false, isRead: true });
    await away(id);
  });
});

describe('$expand=attachments', () => {
  test('brings them with the messages', async () => {
    const { json } = await list({ $filter: "subject eq 'Coloured'", $expand: 'attachments' });
    expect(json.value[0].attachments).toMatchObject([
      { name: 'a.txt', contentBytes: 'aGVsbG8=', size: expect.any(Number) },
    ]);
    const few = await list({ $filter: "subject eq 'Coloured'", $expand: 'attachments($select=name)' });
    expect(Object.keys(few.json.value[0].attachments[0]).sort()).toEqual(['@odata.type', 'id', 'name']);
    const one = await office.ask('GET', `/me/messages/${json.value[0].id}?$expand=attachments`);
    expect(one.json.attachments).toEqual(json.value[0].attachments);
  });

  test.each([
    'extensions',
    'attachments($filter=x)',
    'singleValueExtendedProperties',
    'attachments(',
    // Each list has its own kind of value.
    `singleValueExtendedProperties($filter=id eq 'StringArray ${SET} Name Words')`,
    `multiValueExtendedProperties($filter=id eq 'Integer 0x0E07')`,
  ])('%s is refused', async ($expand) => expect((await list({ $expand })).status).toBe(400));
});

describe('$search', () => {
  test.each([
    ['"quick fox"', ['Coloured']],
    ['"\\"quick fox\\""', []],
    ['"\\"quick brown\\""', ['Coloured']],
    ['subject:plain', ['Plain']],
    ['"subject:plain OR to:ann@example.org"', ['Coloured', 'Plain']],
    ['"from:me AND NOT subject:plain"', ['Coloured']],
    ['"(subject:plain OR body:fox) hasAttachments:true"', ['Coloured']],
    ['"attachment:a.txt"', ['Coloured']],
    ['"participants:Ann"', ['Coloured']],
    ['"received>=2020-01-01 importance:normal"', ['Coloured', 'Plain']],
    ['"received:2020-01-01"', []],
    ['"size<1"', []],
    ['"isread:false"', []],
    ['"size:1..500000"', ['Coloured', 'Plain']],
    ['"size:1..2"', []],
    ['"importance:medium"', ['Coloured', 'Plain']],
    ['"kind:email"', ['Coloured', 'Plain']],
    ['"kind:voicemail"', []],
    ['"received:07/23/2018"', []],
    ['"received:07/23/2018..12/31/2999"', ['Coloured', 'Plain']],
    ['"received>=\\"last year\\""', ['Coloured', 'Plain']],
    ['"-subject:plain"', ['Coloured']],
    ['"+from:me -(body:fox subject:coloured)"', ['Plain']],
    ['"subject:plain" OR "to:ann@example.org"', ['Coloured', 'Plain']],
  ])('%s', async ($search, found) => expect(await subjects({ $search })).toEqual(found));

  test.each([
    '""',
    '"colour:red"',
    '"(a"',
    '"a)"',
    '"NOT"',
    '"received:soon"',
    '"importance:urgent"',
    '"subject>a"',
    '"kind:letters"',
    '"size:9..x"',
    '"quick NEAR fox"',
  ])('%s is refused', async ($search) =>
    expect(await list({ $search })).toMatchObject({ status: 400, json: { error: { code: 'ErrorInvalidUrlQuery' } } }),
  );

  test('goes with no $filter and no $orderby, in Graph’s own codes', async () => {
    for (const [options, code] of [
      [{ $filter: 'isRead eq true' }, 'SearchWithFilter'],
      [{ $orderby: 'subject' }, 'SearchWithOrderBy'],
    ] as const)
      expect(await list({ $search: 'fox', ...options })).toMatchObject({ status: 400, json: { error: { code } } });
  });
});

describe('itemAttachment', () => {
  test('attaches a message', async () => {
    const { id } = await office.draft({ subject: 'Outer' });
    const item = {
      '@odata.type': '#microsoft.graph.message',
      subject: 'Inner',
      body: { contentType: 'text', content: 'within' },
      toRecipients: [person('bob@example.org', 'Bob')],
    };
    const added = await office.ask('POST', `/me/messages/${id}/attachments`, {
      json: { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Inner', item },
    });
    expect(added).toMatchObject({
      status: 201,
      json: { '@odata.type': '#microsoft.graph.itemAttachment', name: 'Inner' },
    });
    const bare = await office.ask('GET', `/me/messages/${id}/attachments/${added.json.id}`);
    expect(bare.json).not.toHaveProperty('item');
    const got = await office.ask(
      'GET',
      `/me/messages/${id}/attachments/${added.json.id}?$expand=microsoft.graph.itemattachment/item`,
    );
    expect(got.json.item).toMatchObject({ subject: 'Inner', toRecipients: item.toRecipients, isDraft: false });
    const mime = await office.ask('GET', `/me/messages/${id}/$value`);
    expect(mime.bytes.toString()).toContain('Subject: Inner');
    const event = await office.ask('POST', `/me/messages/${id}/attachments`, {
      json: { '@odata.type': '#microsoft.graph.itemAttachment', item: { '@odata.type': '#microsoft.graph.event' } },
    });
    expect(event).toMatchObject({ status: 400, json: { error: { code: 'ErrorInvalidArgument' } } });
    await away(id);
  });
});

describe('MIME', () => {
  const letter =
    'From: Ann <ann@example.org>\r\nTo: me@example.com\r\nSubject: Came\r\nMessage-ID: <1@example.org>\r\nDate: Sat, 31 Jan 2026 12:00:00 +0000\r\n\r\nHello\r\n';
  const asked = { body: Buffer.from(letter).toString('base64'), headers: { 'content-type': 'text/plain' } };

  test('becomes a draft, as with Graph', async () => {
    const { json } = await office.ask('POST', '/me/mailFolders/inbox/messages', asked);
    expect(json).toMatchObject({ subject: 'Came', isDraft: true, isRead: true });
  });

  test('is put into a folder as it came when that is preferred', async () => {
    const { status, json, headers } = await office.ask('POST', '/me/mailFolders/inbox/messages', {
      ...asked,
      headers: { ...asked.headers, prefer: 'comail.received' },
    });
    expect(status).toBe(201);
    expect(headers['preference-applied']).toBe('comail.received');
    expect(json).toMatchObject({
      isDraft: false,
      isRead: false,
      receivedDateTime: '2026-01-31T12:00:00Z',
      from: { emailAddress: { name: 'Ann', address: 'ann@example.org' } },
    });
    expect((await office.ask('GET', `/me/messages/${json.id}/$value`)).bytes.toString()).toBe(letter);
  });

  test('a message is unread from the first when it is made so', async () => {
    expect(await office.draft({ subject: 'Unread', isRead: false })).toMatchObject({ isRead: false, isDraft: true });
  });
});
