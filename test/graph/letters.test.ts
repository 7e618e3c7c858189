import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

/** Names in other letters than the usual ones, as Microsoft's SDKs and the examples of its pages have them. */
let office: Office;
beforeAll(async () => {
  office = await Office.open();
  await office.draft({ subject: 'welcome', toRecipients: [person('ann@example.org')] });
  await office.draft({ subject: 'Welcome', importance: 'high', from: person('me@example.com') });
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

describe('parameters of actions with a capital, as the generated SDKs write them', () => {
  test('DestinationId of copy and move', async () => {
    const { id } = await office.draft({ subject: 'carried' });
    const json = { DestinationId: 'archive' };
    const copy = await office.ask('POST', `/me/messages/${id}/copy`, { json });
    expect(copy.status).toBe(201);
    const moved = await office.ask('POST', `/me/messages/${id}/move`, { json });
    expect(moved.json.parentFolderId).toBe(copy.json.parentFolderId);
    const { json: folder } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Papers' } });
    expect((await office.ask('POST', `/me/mailFolders/${folder.id}/move`, { json })).json.parentFolderId).toBe(
      copy.json.parentFolderId,
    );
    for (const each of [copy.json.id, id]) await office.ask('DELETE', `/me/messages/${each}`);
  });

  test('Comment, Message and ToRecipients of answers are not passed over', async () => {
    const { id } = await office.draft({ subject: 'asked', toRecipients: [person('bob@example.org')] });
    const reply = await office.ask('POST', `/me/messages/${id}/createReply`, {
      json: { Comment: 'Indeed.', Message: { importance: 'high' } },
    });
    expect(reply.json).toMatchObject({ importance: 'high', body: { content: expect.stringContaining('Indeed.') } });
    const forward = await office.ask('POST', `/me/messages/${id}/createForward`, {
      json: { ToRecipients: [person('carl@example.org')] },
    });
    expect(forward.json.toRecipients).toEqual([person('carl@example.org')]);
    for (const each of [id, reply.json.id, forward.json.id]) await office.ask('DELETE', `/me/messages/${each}`);
  });

  test('properties within them, too', async () => {
    const { status, json } = await office.ask('POST', '/me/messages', {
      json: {
        Subject: 'Capitals',
        Body: { ContentType: 'HTML', Content: '<b>x</b>' },
        ToRecipients: [{ EmailAddress: { Address: 'ann@example.org', Name: 'Ann' } }],
      },
    });
    expect(status).toBe(201);
    expect(json).toMatchObject({
      subject: 'Capitals',
      body: { contentType: 'html', content: '<b>x</b>' },
      toRecipients: [person('ann@example.org', 'Ann')],
    });
    await office.ask('DELETE', `/me/messages/${json.id}`);
  });

  test('the same property twice is refused, whichever was meant', async () =>
    expect(await office.ask('POST', '/me/messages', { json: { subject: 'a', Subject: 'b' } })).toMatchObject({
      status: 400,
      json: { error: { code: 'BadRequest' } },
    }));
});

const found = async (options: Record<string, string>): Promise<unknown> => {
  const { status, json } = await office.ask(
    'GET',
    `/me/mailFolders/drafts/messages?${new URLSearchParams(options).toString()}`,
  );
  return status === 200 ? json.value.map(({ importance }: { importance: string }) => importance) : json.error.code;
};

describe('options of a query', () => {
  test.each([
    ["Subject eq 'welcome' and Importance eq 'normal'", ['normal']],
    ['ReceivedDateTime ge 2017-04-01 and receivedDateTime lt 2017-05-01', []],
    ["startsWith(subject,'wel')", ['high', 'normal']],
    ["NOT(startswith(subject,'wel'))", []],
    ["contains(subject,'come') eq true and endsWith(subject,'come') ne false", ['high', 'normal']],
    ["contains(subject,'come') eq false", []],
    ["ToRecipients/Any(R:R/EmailAddress/Address eq 'ann@example.org')", ['normal']],
    ["IsRead EQ TRUE AND Importance NE 'low'", ['high', 'normal']],
    ["(from/emailAddress/address) eq 'me@example.com' and (importance) eq 'high'", ['high']],
    ["importance eq microsoft.graph.importance'high'", ['high']],
    ["inferenceClassification eq 'focused'", ['high', 'normal']],
    ["inferenceClassification eq 'other' or inferenceClassification ne 'focused'", []],
  ])('$filter=%s', async ($filter, expected) =>
    expect(await found({ $filter, $orderby: 'Importance DESC' })).toEqual(expected),
  );

  test.each([
    "contains(subject,'x') gt true",
    "importance eq microsoft.graph.importance 'high'",
    "Colour eq 'red'",
    "inferenceClassification eq 'urgent'",
  ])('$filter=%s is refused', async ($filter) => expect(await found({ $filter })).toBe('ErrorInvalidUrlQueryFilter'));

  test('$select shows properties under their usual names', async () => {
    const { json } = await office.ask('GET', '/me/messages?$Select=Subject,ISREAD&$top=1');
    expect(Object.keys(json.value[0]).sort()).toEqual(['@odata.etag', 'id', 'isRead', 'subject']);
  });

  test('of folders, with a dollar or without', async () => {
    const { json } = await office.ask('GET', "/me/mailFolders?Filter=DisplayName eq 'inbox'&$Select=displayname");
    expect(json.value).toEqual([{ id: expect.any(String), displayName: 'Inbox' }]);
    expect((await office.ask('GET', '/me/mailFolders?filter=isHidden eq true&$filter=isHidden eq true')).status).toBe(
      400,
    );
  });

  test('$format is JSON or refused', async () => {
    expect(await found({ $format: 'json', $filter: 'isDraft eq false' })).toEqual([]);
    expect(await found({ $format: 'atom' })).toBe('BadRequest');
  });
});

describe('$expand=childFolders', () => {
  test('of one folder, and with $select', async () => {
    const { json: child } = await office.ask('POST', '/me/mailFolders/inbox/childFolders', {
      json: { displayName: 'Within' },
    });
    const one = await office.ask(
      'GET',
      '/me/mailFolders/inbox?$select=displayName&$expand=childFolders($select=displayName)',
    );
    expect(one.json).toMatchObject({ displayName: 'Inbox', childFolders: [{ id: child.id, displayName: 'Within' }] });
    expect(Object.keys(one.json.childFolders[0])).toHaveLength(2);
    const all = await office.ask('GET', "/me/mailFolders?$filter=displayName eq 'Inbox'&$expand=childFolders");
    expect(all.json.value[0].childFolders).toEqual([child].map(({ '@odata.context': _, ...rest }) => rest));
  });

  test.each([
    '/me/mailFolders/inbox?$expand=messages',
    '/me/mailFolders?$expand=childFolders($top=1)',
    '/me/messages?$expand=childFolders',
  ])('%s is refused', async (path) => expect((await office.ask('GET', path)).status).toBe(400));
});
