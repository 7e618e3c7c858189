import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../src/com/index.js';
import { Fragments } from '../../src/graph/message/fragments.js';
import { CLEAR_READ_FLAG, IMessage, MAPI_MODIFY, PR_SUBJECT_W, prop, SUPPRESS_RECEIPT } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import type { Told } from './ask.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' };

/** A folder of its own, so that no other test is in its lists. */
async function folder(displayName: string): Promise<string> {
  return (await office.ask('POST', '/me/mailFolders', { json: { displayName } })).json.id;
}

const bytesOf = (id: string): Uint8Array => new Uint8Array(Buffer.from(id, 'base64url'));

/** What a list shows, and what each message is by itself, read anew. */
async function listed(place: string, options = '', headers: Record<string, string> = {}): Promise<Told['json'][]> {
  const { json } = await office.ask('GET', `/me/mailFolders/${place}/messages?$top=50${options}`, { headers });
  for (const one of json.value) {
    const alone = await office.ask('GET', `/me/messages/${one.id}?${options}`, { headers });
    const { '@odata.context': _, ...rest } = alone.json;
    expect(one).toEqual(rest);
  }
  return json.value;
}

/** Opens a message as a program of MAPI does. */
async function open(id: string): Promise<IMessage> {
  return (await ok(office.session.store.OpenEntry(bytesOf(id), IMessage, MAPI_MODIFY))).lppUnk;
}

const patch = async (id: string, json: unknown): Promise<void> => {
  expect((await office.ask('PATCH', `/me/messages/${id}`, { json })).status).toBe(200);
};

describe('a list that was asked for before', () => {
  const changes: readonly [string, (id: string) => Promise<void>, Record<string, unknown>][] = [
    ['isRead', (id) => patch(id, { isRead: false }), { isRead: false }],
    ['flag', (id) => patch(id, { flag: { flagStatus: 'flagged' } }), { flag: { flagStatus: 'flagged' } }],
    ['categories', (id) => patch(id, { categories: ['Red'] }), { categories: ['Red'] }],
    ['importance', (id) => patch(id, { importance: 'high' }), { importance: 'high' }],
    ['subject', (id) => patch(id, { subject: 'changed' }), { subject: 'changed' }],
    [
      'body',
      (id) => patch(id, { body: { contentType: 'text', content: 'another' } }),
      { bodyPreview: 'another', body: { contentType: 'text', content: 'another' } },
    ],
    [
      'recipients',
      (id) => patch(id, { toRecipients: [person('b@example.com', 'B')] }),
      { toRecipients: [person('b@example.com', 'B')] },
    ],
    [
      'an attachment that is added',
      async (id) => {
        expect((await office.ask('POST', `/me/messages/${id}/attachments`, { json: file })).status).toBe(201);
      },
      { hasAttachments: true },
    ],
    [
      'the read flag, set by another program',
      async (id) => {
        using message = await open(id);
        await ok(message.SetReadFlag(CLEAR_READ_FLAG));
      },
      { isRead: false },
    ],
    [
      'the subject, set by another program',
      async (id) => {
        using message = await open(id);
        await ok(message.SetProps([prop(PR_SUBJECT_W, 'from elsewhere')]));
        await ok(message.SaveChanges());
      },
      { subject: 'from elsewhere' },
    ],
  ];
  test.each(changes)('shows what has changed since: %s', async (name, change, shown) => {
    const place = await folder(`changes ${name}`);
    const other = await office.draft({ subject: 'other' }, `/mailFolders/${place}`);
    const { id } = await office.draft(
      { subject: 'this', toRecipients: [person('a@example.com')] },
      `/mailFolders/${place}`,
    );
    const before = await listed(place);
    expect(before.map((each) => each.id).sort()).toEqual([id, other.id].sort());
    expect(before.find((each) => each.id === id)).not.toMatchObject(shown);
    await change(id);
    const after = await listed(place);
    expect(after.find((each) => each.id === id)).toMatchObject(shown);
    expect(after.find((each) => each.id === other.id)).toEqual(before.find((each) => each.id === other.id));
  });

  test('follows marks back and forth', async () => {
    const place = await folder('back and forth');
    const { id } = await office.draft({ subject: 'this', attachments: [file] }, `/mailFolders/${place}`);
    const reads: boolean[] = [];
    for (const flags of [SUPPRESS_RECEIPT, CLEAR_READ_FLAG, SUPPRESS_RECEIPT, CLEAR_READ_FLAG]) {
      using message = await open(id);
      await ok(message.SetReadFlag(flags));
      const [one] = await listed(place);
      reads.push(one.isRead);
    }
    expect(reads).toEqual([true, false, true, false]);
    const { json } = await office.ask('GET', `/me/messages/${id}/attachments`);
    expect((await office.ask('DELETE', `/me/messages/${id}/attachments/${json.value[0].id}`)).status).toBe(204);
    expect(await listed(place)).toMatchObject([{ hasAttachments: false }]);
  });

  test('shows a message that was moved where it lies now', async () => {
    const [from, to] = [await folder('from'), await folder('to')];
    const { id } = await office.draft({ subject: 'mover' }, `/mailFolders/${from}`);
    expect(await listed(from)).toMatchObject([{ id, parentFolderId: from }]);
    expect(await listed(to)).toEqual([]);
    await office.ask('POST', `/me/messages/${id}/move`, { json: { destinationId: to } });
    expect(await listed(from)).toEqual([]);
    expect(await listed(to)).toMatchObject([{ id, parentFolderId: to, subject: 'mover' }]);
    const copy = await office.ask('POST', `/me/messages/${id}/copy`, { json: { destinationId: from } });
    expect(await listed(from)).toMatchObject([{ id: copy.json.id, parentFolderId: from, subject: 'mover' }]);
  });

  test('leaves out what was deleted, and shows what came', async () => {
    const place = await folder('come and go');
    const first = await office.draft({ subject: 'first' }, `/mailFolders/${place}`);
    expect(await listed(place)).toHaveLength(1);
    const second = await office.draft({ subject: 'second' }, `/mailFolders/${place}`);
    expect((await listed(place)).map(({ id }) => id).sort()).toEqual([first.id, second.id].sort());
    await office.ask('DELETE', `/me/messages/${first.id}`);
    expect((await listed(place)).map(({ id }) => id)).toEqual([second.id]);
  });

  test('is gone with its folder', async () => {
    const place = await folder('passing');
    expect(await listed(place)).toEqual([]);
    expect((await office.ask('DELETE', `/me/mailFolders/${place}`)).status).toBe(204);
    const inTrash = await office.ask('GET', `/me/mailFolders/${place}/messages?$top=50`);
    expect(inTrash.status).toBe(200);
    expect((await office.ask('POST', `/me/mailFolders/${place}/permanentDelete`)).status).toBe(204);
    expect(await office.ask('GET', `/me/mailFolders/${place}/messages?$top=50`)).toMatchObject({
      status: 404,
      json: { error: { code: 'ErrorItemNotFound' } },
    });
  });

  test('never shows one choice of properties, or one form of the body, in place of another', async () => {
    const place = await folder('shapes');
    const body = { contentType: 'html', content: '<p>Hello</p>' };
    await office.draft({ subject: 'shaped', body }, `/mailFolders/${place}`);
    const plain = { prefer: 'outlook.body-content-type="text"' };
    for (let round = 0; round < 2; round++) {
      expect((await listed(place))[0].body).toMatchObject({ contentType: 'html' });
      expect((await listed(place, '', plain))[0].body).toMatchObject({ contentType: 'text' });
      expect(Object.keys((await listed(place, '&$select=subject'))[0])).toEqual(['@odata.etag', 'id', 'subject']);
      expect(Object.keys((await listed(place, '&$select=from,subject'))[0])).toHaveLength(4);
    }
  });

  test('shows bodies only to those who may see them', async () => {
    const place = await folder('secret');
    await office.draft(
      { subject: 'secret', body: { contentType: 'text', content: 'hidden' } },
      `/mailFolders/${place}`,
    );
    const expires = new Date(Date.now() + 60_000);
    const { token } = office.tokens.create({ user: 'me@example.com', scopes: ['Mail.ReadBasic'], expires });
    for (let round = 0; round < 2; round++) {
      expect((await listed(place))[0].body.content).toBe('hidden');
      const basic = await office.ask('GET', `/me/mailFolders/${place}/messages?$top=50`, { token });
      expect(basic.bytes.toString()).not.toContain('hidden');
    }
  });

  test('finds an extended property that got its name meanwhile', async () => {
    const place = await folder('extended');
    const id = 'String {11111111-2222-3333-4444-555555555555} Name Polled';
    const filter = `&$filter=singleValueExtendedProperties/any(e: e/id eq '${id}' and e/value eq 'yes')`;
    const path = `/me/mailFolders/${place}/messages?$top=50${filter}`;
    expect((await office.ask('GET', path)).json.value).toEqual([]);
    await office.draft({ singleValueExtendedProperties: [{ id, value: 'yes' }] }, `/mailFolders/${place}`);
    expect((await office.ask('GET', path)).json.value).toHaveLength(1);
  });

  test('counts and turns its pages as before', async () => {
    const place = await folder('pages');
    for (let number = 0; number < 5; number++)
      await office.draft({ subject: `letter ${number}` }, `/mailFolders/${place}`);
    const path = `/me/mailFolders/${place}/messages?$top=2&$count=true&$orderby=createdDateTime&$select=subject`;
    for (let round = 0; round < 2; round++) {
      const subjects: string[] = [];
      for (let next: string | undefined = path; next !== undefined; ) {
        const { json } = await office.ask('GET', next);
        expect(json['@odata.count']).toBe(5);
        subjects.push(...json.value.map(({ subject }: { subject: string }) => subject));
        next = json['@odata.nextLink'];
      }
      expect(subjects).toEqual([0, 1, 2, 3, 4].map((number) => `letter ${number}`));
    }
  });
});

describe('the JSON that is kept', () => {
  const json = (length: number): Buffer => Buffer.alloc(length, 'x');

  test('stays within its bound, and what was not seen for longest goes first', () => {
    const fragments = new Fragments(32_000);
    const shape = fragments.of('a');
    for (let change = 1; change <= 40; change++) {
      shape.put(change, json(800));
      expect(shape.get(1)).toBeDefined();
    }
    expect(fragments.bytes).toBe(32_000);
    expect(shape.get(2)).toBeUndefined();
    expect(shape.get(40)).toHaveLength(800);
  });

  test('has nothing that would drive out the rest', () => {
    const fragments = new Fragments(32_000);
    fragments.of('a').put(1, json(1001));
    expect(fragments.of('a').get(1)).toBeUndefined();
    fragments.of('a').put(1, json(1000));
    expect(fragments.of('a').get(1)).toBeDefined();
  });

  test('goes with its shape, of which there are not many', () => {
    const fragments = new Fragments(1_000_000);
    const first = fragments.of('first');
    first.put(1, json(100));
    for (let number = 0; number < 64; number++) fragments.of(`shape ${number}`).put(1, json(100));
    expect(fragments.of('first').get(1)).toBeUndefined();
    // Who was still at work with it adds nothing that nobody counts.
    first.put(2, json(100));
    expect(first.get(2)).toBeUndefined();
    expect(fragments.bytes).toBe(63 * 300);
  });

  test('gives the shape back first that was not used for longest', () => {
    const fragments = new Fragments(6400);
    fragments.of('old').put(1, json(200));
    fragments.of('new').put(1, json(200));
    fragments.of('old');
    for (let change = 2; change <= 16; change++) fragments.of('old').put(change, json(200));
    expect(fragments.of('new').get(1)).toBeUndefined();
    expect(fragments.of('old').get(1)).toBeDefined();
    expect(fragments.bytes).toBeLessThanOrEqual(6400);
  });
});
