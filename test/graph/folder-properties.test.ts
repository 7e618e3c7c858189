import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const COLOUR = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Colour';
const WORDS = 'StringArray {66f5a359-4659-4830-9070-00047ec6ac6e} Name Words';
const expand = (...ids: readonly string[]): string =>
  `$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=${ids.map((id) => `id eq '${id}'`).join(' or ')})`)}`;

describe('extended properties of folders', () => {
  test('are set with the folder, shown to who expands them, alone and in lists, changed and removed', async () => {
    const made = await office.ask('POST', '/me/mailFolders', {
      json: {
        displayName: 'Coloured',
        singleValueExtendedProperties: [{ id: COLOUR, value: 'red' }],
        multiValueExtendedProperties: [{ id: WORDS, value: ['one', 'two'] }],
      },
    });
    expect(made.status).toBe(201);
    const path = `/me/mailFolders/${made.json.id}`;
    expect(made.json).not.toHaveProperty('singleValueExtendedProperties');
    const many = `$expand=${encodeURIComponent(`multiValueExtendedProperties($filter=id eq '${WORDS}')`)}`;
    expect((await office.ask('GET', `${path}?${many}`)).json.multiValueExtendedProperties).toEqual([
      { id: WORDS, value: ['one', 'two'] },
    ]);
    const shown = async () => (await office.ask('GET', `${path}?${expand(COLOUR)}`)).json.singleValueExtendedProperties;
    expect(await shown()).toEqual([{ id: COLOUR, value: 'red' }]);
    const list = await office.ask('GET', `/me/mailFolders?${expand(COLOUR)},childFolders&$top=50`);
    const row = list.json.value.find(({ id }: { id: string }) => id === made.json.id);
    expect(row).toMatchObject({ singleValueExtendedProperties: [{ value: 'red' }], childFolders: [] });
    const inbox = list.json.value.find(({ displayName }: { displayName: string }) => displayName === 'Inbox');
    expect(inbox).not.toHaveProperty('singleValueExtendedProperties');
    for (const [value, expected] of [
      ['blue', [{ id: COLOUR, value: 'blue' }]],
      [null, undefined],
    ] as const) {
      const json = { singleValueExtendedProperties: [{ id: COLOUR, value }] };
      expect(await office.ask('PATCH', path, { json })).toMatchObject({
        status: 200,
        json: { displayName: 'Coloured' },
      });
      expect(await shown()).toEqual(expected);
    }
  });

  test('of MAPI are there by their numbers', async () => {
    const { json } = await office.ask('POST', '/me/mailFolders', {
      json: { displayName: 'Classed', singleValueExtendedProperties: [{ id: 'String 0x3613', value: 'IPF.Note' }] },
    });
    const { json: shown } = await office.ask(
      'GET',
      `/me/mailFolders/${json.id}?${expand('String 0x3613', 'Integer 0x3602')}`,
    );
    expect(shown.singleValueExtendedProperties).toEqual([
      { id: 'String 0x3613', value: 'IPF.Note' },
      { id: 'Integer 0x3602', value: '0' },
    ]);
  });

  test.each([
    ['no identifier', { singleValueExtendedProperties: [{ id: 'colour', value: 'red' }] }, 'BadRequest'],
    ['many values where one is meant', { singleValueExtendedProperties: [{ id: WORDS, value: ['x'] }] }, 'BadRequest'],
    ['a value of another type', { singleValueExtendedProperties: [{ id: COLOUR, value: 7 }] }, 'RequestBodyRead'],
    [
      'what the store works out',
      { singleValueExtendedProperties: [{ id: 'Integer 0x3602', value: '7' }] },
      'ErrorInvalidPropertySet',
    ],
    ['nothing at all', {}, 'RequestBodyRead'],
  ])('%s is refused', async (_what, json, code) => {
    const { json: inbox } = await office.ask('GET', '/me/mailFolders/inbox');
    expect(await office.ask('PATCH', '/me/mailFolders/inbox', { json })).toMatchObject({
      status: 400,
      json: { error: { code } },
    });
    expect((await office.ask('GET', '/me/mailFolders/inbox')).json).toEqual(inbox);
  });

  test('what folders have not is not expanded; Mail.ReadBasic does not cover them', async () => {
    for (const wrong of ['attachments', 'messages', 'singleValueExtendedProperties'])
      for (const path of ['/me/mailFolders', '/me/mailFolders/inbox'])
        expect((await office.ask('GET', `${path}?$expand=${wrong}`)).status).toBe(400);
    const expires = new Date(Date.now() + 60_000);
    const { token } = office.tokens.create({ user: 'me@example.com', scopes: ['Mail.ReadBasic'], expires });
    for (const path of ['/me/mailFolders', '/me/mailFolders/inbox'])
      expect((await office.ask('GET', `${path}?${expand(COLOUR)}`, { token })).json.error.code).toBe(
        'ErrorAccessDenied',
      );
  });
});
