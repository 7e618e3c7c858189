import type { MailFolder } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const make = async (displayName: string, parent = ''): Promise<MailFolder> => {
  const path = parent === '' ? '/me/mailFolders' : `/me/mailFolders/${parent}/childFolders`;
  const { status, json } = await office.ask('POST', path, { json: { displayName } });
  expect(status).toBe(201);
  return json;
};

describe('mailFolders', () => {
  test('those that every mailbox has are found by their names, in any case and in keys', async () => {
    for (const [name, displayName] of [
      ['inbox', 'Inbox'],
      ['SentItems', 'Sent Items'],
      ['drafts', 'Drafts'],
      ['deleteditems', 'Deleted Items'],
      ['outbox', 'Outbox'],
    ])
      expect((await office.ask('GET', `/me/mailFolders/${name}`)).json.displayName).toBe(displayName);
    expect((await office.ask('GET', "/users('me@example.com')/mailFolders('inbox')")).json.displayName).toBe('Inbox');
    const { json } = await office.ask('GET', '/me/mailFolders?$top=3&$count=true&$select=displayName');
    expect(json['@odata.count']).toBe(5);
    expect(json.value).toHaveLength(3);
    expect(json['@odata.nextLink']).toContain('$skip=3');
  });

  test('are made, renamed, counted, moved, copied and deleted', async () => {
    const work = await make('Work');
    const inner = await make('Inner', String(work.id));
    expect(inner.parentFolderId).toBe(work.id);
    await office.draft({ subject: 'In it' }, `/mailFolders/${inner.id}`);
    expect((await office.ask('GET', `/me/mailFolders/${work.id}`)).json).toMatchObject({
      childFolderCount: 1,
      totalItemCount: 0,
      isHidden: false,
    });
    const renamed = await office.ask('PATCH', `/me/mailFolders/${inner.id}`, { json: { displayName: 'Renamed' } });
    expect(renamed.json).toMatchObject({ id: inner.id, displayName: 'Renamed', totalItemCount: 1 });
    const copied = await office.ask('POST', `/me/mailFolders/${inner.id}/copy`, { json: { destinationId: 'inbox' } });
    expect(copied).toMatchObject({ status: 201, json: { displayName: 'Renamed', totalItemCount: 1 } });
    expect(copied.json.id).not.toBe(inner.id);
    const moved = await office.ask('POST', `/me/mailFolders/${inner.id}/move`, { json: { destinationId: 'drafts' } });
    expect(moved).toMatchObject({ status: 201, json: { displayName: 'Renamed', totalItemCount: 1 } });
    expect((await office.ask('GET', `/me/mailFolders/${work.id}/childFolders`)).json.value).toEqual([]);
    expect((await office.ask('DELETE', `/me/mailFolders/${work.id}`)).status).toBe(204);
    expect((await office.ask('GET', `/me/mailFolders/${work.id}`)).status).toBe(404);
  });

  test('two of one name, one without a name, one that every mailbox has: refused', async () => {
    await make('Twice');
    expect(await office.ask('POST', '/me/mailFolders', { json: { displayName: 'twice' } })).toMatchObject({
      status: 409,
      json: { error: { code: 'ErrorFolderExists' } },
    });
    expect((await office.ask('POST', '/me/mailFolders', { json: { displayName: ' ' } })).status).toBe(400);
    expect(await office.ask('DELETE', '/me/mailFolders/inbox')).toMatchObject({
      status: 403,
      json: { error: { code: 'ErrorDeleteDistinguishedFolder' } },
    });
  });
});
