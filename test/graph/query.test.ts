import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
  const made = [
    { subject: 'Alpha', importance: 'high', categories: ['Red'], toRecipients: [person('ann@example.org', 'Ann')] },
    { subject: 'beta', toRecipients: [person('bob@example.org')], from: person('me@example.com', 'Me') },
    { subject: "O'Hara", importance: 'low', flag: { flagStatus: 'flagged' } },
    { subject: 'Alphabet', categories: ['Red', 'Blue'] },
  ];
  for (const [index, message] of made.entries()) await office.draft(message, index === 3 ? '/mailFolders/inbox' : '');
  const { json } = await office.ask('GET', "/me/messages?$filter=subject eq 'beta'");
  await office.ask('PATCH', `/me/messages/${json.value[0].id}`, { json: { isRead: false } });
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const subjects = async (options: string, folder = ''): Promise<string[]> => {
  const { status, json } = await office.ask('GET', `/me${folder}/messages?$select=subject&${options}`);
  if (status !== 200) throw new Error(JSON.stringify(json));
  return json.value.map(({ subject }: { subject: string }) => subject);
};

const filtered = async (filter: string): Promise<string[]> =>
  (await subjects(`$filter=${encodeURIComponent(filter)}&$orderby=subject`)).sort();

describe('$filter', () => {
  test.each([
    ["subject eq 'ALPHA'", ['Alpha']],
    ["subject ne 'alpha'", ['Alphabet', "O'Hara", 'beta']],
    ["'beta' eq tolower(subject)", ['beta']],
    ["subject eq 'O''Hara'", ["O'Hara"]],
    ["startswith(subject,'alph')", ['Alpha', 'Alphabet']],
    ["contains(subject, 'bet') and not (subject eq 'beta')", ['Alphabet']],
    ["subject in ('Alpha','beta')", ['Alpha', 'beta']],
    ["endswith(subject,'BET')", ['Alphabet']],
    ["endswith(subject,'.*')", []],
    ["toRecipients/any(r:endswith(r/emailAddress/address,'@example.org'))", ['Alpha', 'beta']],
    ["subject ge 'b' and subject lt 'c'", ['beta']],
    ['isRead eq false', ['beta']],
    ['isDraft eq true and isRead ne false', ['Alpha', 'Alphabet', "O'Hara"]],
    ["importance eq 'high' or importance eq 'low'", ['Alpha', "O'Hara"]],
    ["importance eq 'normal'", ['Alphabet', 'beta']],
    ["flag/flagStatus eq 'flagged'", ["O'Hara"]],
    ["categories/any(c:c eq 'blue')", ['Alphabet']],
    ['categories/any()', ['Alpha', 'Alphabet']],
    ["toRecipients/any(r:r/emailAddress/address eq 'ann@example.org')", ['Alpha']],
    ["toRecipients/any(r:startswith(r/emailAddress/address,'bob'))", ['beta']],
    ["ccRecipients/any(r:r/emailAddress/address eq 'ann@example.org')", []],
    ["from/emailAddress/address eq 'me@example.com'", ['Alpha', 'Alphabet', "O'Hara", 'beta']],
    ["from/emailAddress/name eq 'Me'", ['beta']],
    ['receivedDateTime ge 2020-01-01T00:00:00Z', ['Alpha', 'Alphabet', "O'Hara", 'beta']],
    ['receivedDateTime lt (2020-01-01)', []],
    ['internetMessageId eq null', ['Alpha', 'Alphabet', "O'Hara", 'beta']],
  ])('%s', async (filter, found) => expect(await filtered(filter)).toEqual(found));

  test('finds the messages of a conversation', async () => {
    const { json } = await office.ask('GET', "/me/messages?$filter=subject eq 'Alpha'&$select=conversationId");
    expect(await filtered(`conversationId eq '${json.value[0].conversationId}'`)).toEqual(['Alpha']);
    expect(await filtered("conversationId eq 'nothing'")).toEqual([]);
  });

  test.each([
    "subject eq 'x' and",
    "subject eq 'x",
    'subject',
    'subject eq 7',
    "importance gt 'low'",
    "importance eq 'urgent'",
    "endswith(body/content,'x')",
    'length(subject) gt 3',
    "colour eq 'red'",
    "categories/all(c:c eq 'x')",
    "attachments/any(a:a/name eq 'x')",
    'receivedDateTime ge 2020-13-45',
    'isRead',
    `${'('.repeat(100)}isRead eq true${')'.repeat(100)}`,
  ])('%s is an error or has a meaning, and is never passed over', async (filter) => {
    const { status, json } = await office.ask('GET', `/me/messages?$filter=${encodeURIComponent(filter)}`);
    if (filter === 'isRead') expect(json.value).toHaveLength(3);
    else expect({ status, code: json.error.code }).toEqual({ status: 400, code: 'ErrorInvalidUrlQueryFilter' });
  });
});

describe('the other options', () => {
  test('$orderby, over all folders and within one', async () => {
    expect(await subjects('$orderby=subject')).toEqual(['Alpha', 'Alphabet', 'beta', "O'Hara"]);
    expect(await subjects('$orderby=subject desc')).toEqual(["O'Hara", 'beta', 'Alphabet', 'Alpha']);
    expect(await subjects('$orderby=subject desc', '/mailFolders/drafts')).toEqual(["O'Hara", 'beta', 'Alpha']);
    expect((await office.ask('GET', '/me/messages?$orderby=colour')).json.error.code).toBe('ErrorInvalidUrlQuery');
  });

  test.each(['/me/messages', '/me/mailFolders/drafts/messages'])('%s comes page by page', async (path) => {
    const all: string[] = [];
    let url = `${path}?$top=1&$orderby=subject&$select=subject&$count=true`;
    for (let pages = 0; url !== '' && pages < 10; pages++) {
      const { json } = await office.ask('GET', url);
      expect(json['@odata.count']).toBe(path.includes('drafts') ? 3 : 4);
      expect(json.value).toHaveLength(1);
      all.push(json.value[0].subject);
      url = new URL(json['@odata.nextLink'] ?? 'http://x').pathname === '/' ? '' : json['@odata.nextLink'];
      url = url.replace(/^https?:\/\/[^/]+/, '');
    }
    expect(all).toEqual(
      path.includes('drafts') ? ['Alpha', 'beta', "O'Hara"] : ['Alpha', 'Alphabet', 'beta', "O'Hara"],
    );
  });

  test('$select shows what was asked for, and refuses what there is not', async () => {
    const { json } = await office.ask('GET', '/me/messages?$select=subject,from&$top=1');
    expect(Object.keys(json.value[0]).sort()).toEqual(['@odata.etag', 'from', 'id', 'subject']);
    expect((await office.ask('GET', '/me/messages?$select=colour')).json.error.code).toBe('BadRequest');
  });

  test.each([
    '$top=0',
    '$top=1001',
    '$top=x',
    '$skip=-1',
    '$count=yes',

    '$expand=everything',
    '$apply=x',
    '$top=1&$top=2',
  ])('%s is refused', async (options) => {
    expect(await office.ask('GET', `/me/messages?${options}`)).toMatchObject({
      status: 400,
      json: { error: { code: 'BadRequest' } },
    });
  });

  test('$count alone is a number', async () => {
    const { bytes, headers } = await office.ask('GET', "/me/messages/$count?$filter=startswith(subject,'Alph')");
    expect(bytes.toString()).toBe('2');
    expect(headers['content-type']).toContain('text/plain');
  });
});
