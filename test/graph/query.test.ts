import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GraphServer } from '../../src/graph/index.js';
import { Box } from '../../src/graph/mailbox/box.js';
import { contents, passing } from '../../src/graph/message/tables.js';
import { queryOf } from '../../src/graph/odata/query.js';
import { PR_ENTRYID } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import { askServer } from './ask.js';
import { Office, person } from './office.js';

let office: Office;
let strictly: GraphServer;
beforeAll(async () => {
  office = await Office.open();
  strictly = await GraphServer.create({
    mailboxes: [office.mailbox],
    authenticators: [office.tokens.authenticator()],
    strictQueries: true,
  });
  const made = [
    { subject: 'Alpha', importance: 'high', categories: ['Red'], toRecipients: [person('ann@example.org', 'Ann')] },
    { subject: 'beta', toRecipients: [person('bob@example.org')], from: person('me@example.com', 'Me') },
    { subject: "O'Hara", importance: 'low', flag: { flagStatus: 'flagged' } },
    { subject: 'Alphabet', categories: ['Red', 'Blue'] },
  ];
  for (const [index, message] of made.entries()) await office.draft(message, index === 3 ? '/mailFolders/inbox' : '');
  // A program may say when something was sent that came here otherwise.
  for (const [subject, value] of [
    ['Alpha', '2025-12-31T23:59:59Z'],
    ['Alphabet', '2026-02-03T04:05:06Z'],
    ['beta', null],
    ["O''Hara", null],
  ]) {
    const { json } = await office.ask('GET', `/me/messages?$filter=subject eq '${subject}'`);
    await office.ask('PATCH', `/me/messages/${json.value[0].id}`, {
      json: { singleValueExtendedProperties: [{ id: 'SystemTime 0x0039', value }] },
    });
  }
  const { json } = await office.ask('GET', "/me/messages?$filter=subject eq 'beta'");
  await office.ask('PATCH', `/me/messages/${json.value[0].id}`, { json: { isRead: false } });
});
afterAll(async () => {
  await strictly.close();
  await office[Symbol.asyncDispose]();
});

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
    ['length(subject) gt 5', ['Alphabet', "O'Hara"]],
    ['length(subject) eq 5', ['Alpha']],
    ['length(from/emailAddress/name) eq 2', ['beta']],
    ["indexof(subject,'bet') ge 0", ['Alphabet', 'beta']],
    ["indexof(subject,'bet') eq 0", ['beta']],
    ["indexof(subject,'bet') gt 0", ['Alphabet']],
    ["indexof(subject,'bet') eq -1", ['Alpha', "O'Hara"]],
    ["subject eq concat('al','pha')", ['Alpha']],
    ["toupper(subject) eq toupper('beta')", ['beta']],
    ["startswith(subject,tolower('ALPH'))", ['Alpha', 'Alphabet']],
    ['receivedDateTime le now()', ['Alpha', 'Alphabet', "O'Hara", 'beta']],
    ['receivedDateTime gt now()', []],
    ['date(sentDateTime) eq 2026-02-03', ['Alphabet']],
    ['date(sentDateTime) lt 2026-02-03', ['Alpha']],
    ['date(sentDateTime) ne 2026-02-03', ['Alpha', "O'Hara", 'beta']],
    ['date(receivedDateTime) le date(now())', ['Alpha', 'Alphabet', "O'Hara", 'beta']],
    ['year(sentDateTime) eq 2026', ['Alphabet']],
    ['year(sentDateTime) le 2026', ['Alpha', 'Alphabet']],
    ['2025 eq year(sentDateTime)', ['Alpha']],
    ['month(sentDateTime) eq 2', ['Alphabet']],
    ['month(sentDateTime) in (2,12)', ['Alpha', 'Alphabet']],
    ["day(sentDateTime) gt 3 and startswith(subject,'Alph')", ['Alpha']],
    ["not (hour(sentDateTime) eq 4) or subject eq 'beta'", ['Alpha', "O'Hara", 'beta']],
    ['minute(sentDateTime) eq 5 and second(sentDateTime) eq 6', ['Alphabet']],
    ['second(sentDateTime) ne 6', ['Alpha', "O'Hara", 'beta']],
    ["importance in ('high','low')", ['Alpha', "O'Hara"]],
    ["categories/any(c:c in ('blue','green'))", ['Alphabet']],
    ["categories/any(c:c eq 'blue' or startswith(c,'re'))", ['Alpha', 'Alphabet']],
    ["categories/any(c:contains(c,'lu'))", ['Alphabet']],
    ["toRecipients/any(r:r/emailAddress/address in ('ann@example.org','x@example.org'))", ['Alpha']],
    ['toRecipients/any(r:length(r/emailAddress/name) eq 3)', ['Alpha']],
    ["toRecipients/all(r:r/emailAddress/address eq 'bob@example.org')", ['Alphabet', "O'Hara", 'beta']],
    ['sentDateTime eq null', ["O'Hara", 'beta']],
    ['internetMessageId eq null', []],
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
    "colour eq 'red'",
    "length(subject) gt 'a'",
    'length(isRead) eq 1',
    'length(body/content) gt 3',
    'length(subject,1) eq 3',
    "indexof(subject,'x') eq 7",
    'year(subject) eq 2026',
    'year(sentDateTime) eq 2026.5',
    'month(subject) eq 1',
    "month(sentDateTime) eq 'May'",
    'hour(sentDateTime) eq 1 or toRecipients/any()',
    "concat(subject,'x') eq 'ax'",
    'round(1) eq 1',
    'fractionalseconds(sentDateTime) lt 1',
    "subject has 'x'",
    "categories/any(c:not (c eq 'x'))",
    "categories/any(c:c eq 'x' and c eq 'y')",
    "replyTo/any(r:r/emailAddress/address eq 'x')",
    'subject eq importance',
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

describe('a condition that is asked of each row', () => {
  test('counts, skips and pages like any other', async () => {
    const filter = encodeURIComponent('month(sentDateTime) ne 7');
    const { bytes } = await office.ask('GET', `/me/messages/$count?$filter=${filter}`);
    expect(bytes.toString()).toBe('4');
    for (const folder of ['', '/mailFolders/drafts']) {
      const all: string[] = [];
      let url = `/me${folder}/messages?$top=1&$orderby=subject&$count=true&$filter=${filter}`;
      while (url !== '') {
        const { json } = await office.ask('GET', url);
        expect(json['@odata.count']).toBe(folder === '' ? 4 : 3);
        all.push(...json.value.map(({ subject }: { subject: string }) => subject));
        url = json['@odata.nextLink'] ?? '';
      }
      expect(all).toEqual(folder === '' ? ['Alpha', 'Alphabet', 'beta', "O'Hara"] : ['Alpha', 'beta', "O'Hara"]);
    }
  });
});

describe('$orderby beside $filter, where the server is as strict as Graph', () => {
  test.each([
    ["subject ge 'a'", 'subject', 200],
    ["subject ge 'a' and receivedDateTime ge 2020-01-01 and isRead eq true", 'subject,receivedDateTime desc', 200],
    ['isRead eq false', 'receivedDateTime desc', 400],
    ["isRead eq true and subject ge 'a'", 'subject', 400],
    ["receivedDateTime ge 2020-01-01 and subject ge 'a'", 'subject,receivedDateTime', 400],
    ["toRecipients/any(r:r/emailAddress/address eq 'x') and subject ge 'a'", 'subject', 400],
  ])('%s by %s', async (filter, order, status) => {
    const options = `$filter=${encodeURIComponent(filter)}&$orderby=${order}`;
    expect((await office.ask('GET', `/me/messages?${options}`)).status).toBe(200);
    const strict = await askServer(strictly, 'GET', `/me/messages?${options}`, { token: office.token });
    expect(strict.status).toBe(status);
    if (status === 400) expect(strict.json.error.code).toBe('InefficientFilter');
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

describe('a filter that rows are looked at for one by one', () => {
  test('looks at so many messages and no more, and says what would help', async () => {
    const box = await Box.of(office.mailbox);
    const query = queryOf(new URLSearchParams(), []);
    const every = { test: () => true, columns: [] };
    const count = async (most: number): Promise<number> => {
      using table = await contents(box, box.folderEntryId('drafts'), query, [PR_ENTRYID]);
      return (await passing(table, every, most)).length;
    };
    try {
      const there = await count(1000);
      expect(there).toBeGreaterThan(1);
      expect(await count(there)).toBe(there);
      await expect(count(there - 1)).rejects.toMatchObject({
        status: 400,
        code: 'InefficientFilter',
        message: expect.stringContaining('receivedDateTime'),
      });
    } finally {
      box.close();
    }
  });
});
