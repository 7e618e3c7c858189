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

  test('those that come later are made when they are asked for; those of Exchange alone are not there', async () => {
    const { json } = await office.ask('POST', '/me/messages', { json: { subject: 'Filed' } });
    const moved = await office.ask('POST', `/me/messages/${json.id}/move`, { json: { destinationId: 'archive' } });
    const archive = (await office.ask('GET', '/me/mailFolders/Archive')).json;
    expect(archive).toMatchObject({ displayName: 'Archive', totalItemCount: 1, id: moved.json.parentFolderId });
    expect((await office.ask('GET', '/me/mailFolders/junkemail/messages')).json.value).toEqual([]);
    expect((await office.ask('GET', '/me/mailFolders/searchfolders')).status).toBe(200);
    expect((await office.ask('DELETE', '/me/mailFolders/archive')).json.error.code).toBe(
      'ErrorDeleteDistinguishedFolder',
    );
    for (const name of ['clutter', 'syncissues'])
      expect(await office.ask('GET', `/me/mailFolders/${name}`)).toMatchObject({
        status: 404,
        json: { error: { code: 'ErrorItemNotFound' } },
      });
    expect((await office.ask('GET', '/me/mailFolders/nothing')).json.error.code).toBe('ErrorInvalidIdMalformed');
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
    expect((await office.ask('POST', `/me/mailFolders/${work.id}/permanentDelete`)).status).toBe(204);
    expect((await office.ask('GET', `/me/mailFolders/${work.id}`)).status).toBe(404);
  });

  test('what is deleted goes to Deleted Items, under another name where it must, and from there for good', async () => {
    const trash = (await office.ask('GET', '/me/mailFolders/deleteditems')).json.id;
    const made = [await make('Old')];
    await office.draft({ subject: 'Kept' }, `/mailFolders/${made[0]?.id}`);
    await office.ask('DELETE', `/me/mailFolders/${made[0]?.id}`);
    made.push(await make('Old'));
    await office.ask('DELETE', `/me/mailFolders/${made[1]?.id}`);
    const { json } = await office.ask('GET', '/me/mailFolders/deleteditems/childFolders');
    expect(json.value).toMatchObject([
      { id: made[0]?.id, displayName: 'Old', parentFolderId: trash, totalItemCount: 1 },
      { id: made[1]?.id, displayName: 'Old (2)' },
    ]);
    for (const { id } of made) {
      expect((await office.ask('DELETE', `/me/mailFolders/${id}`)).status).toBe(204);
      expect((await office.ask('GET', `/me/mailFolders/${id}`)).status).toBe(404);
    }
  });

  test('are filtered, ordered, counted, expanded; hidden ones come when they are wanted', async () => {
    const top = await make('Projects');
    for (const name of ['Alpha', 'Beta']) await make(name, String(top.id));
    const hidden = await office.ask('POST', `/me/mailFolders/${top.id}/childFolders`, {
      json: { displayName: 'Secret', isHidden: true },
    });
    expect(hidden.json.isHidden).toBe(true);
    const path = `/me/mailFolders/${top.id}/childFolders`;
    const names = async (options: string): Promise<string[]> =>
      (await office.ask('GET', `${path}?${options}`)).json.value.map((one: MailFolder) => one.displayName);
    expect(await names('')).toEqual(['Alpha', 'Beta']);
    expect(await names('$orderby=displayName desc')).toEqual(['Beta', 'Alpha']);
    expect(await names('includeHiddenFolders=true')).toEqual(['Alpha', 'Beta', 'Secret']);
    expect(await names("$filter=startswith(displayName,'b') or totalItemCount gt 0")).toEqual(['Beta']);
    expect((await office.ask('GET', `${path}/$count?includeHiddenFolders=true`)).bytes.toString()).toBe('3');
    const expanded = await office.ask('GET', "/me/mailFolders?$filter=displayName eq 'Projects'&$expand=childFolders");
    expect(expanded.json.value).toMatchObject([{ childFolders: [{ displayName: 'Alpha' }, { displayName: 'Beta' }] }]);
    for (const options of [
      '$filter=colour eq 1',
      '$orderby=colour',
      '$expand=messages',
      'includeHiddenFolders=perhaps',
    ])
      expect((await office.ask('GET', `${path}?${options}`)).status).toBe(400);
  });

  test('lie within each other in addresses, too, and their messages can be worked with there', async () => {
    const outer = await make('Outer');
    const inner = await make('Within', String(outer.id));
    const path = `/me/mailFolders/${outer.id}/childFolders/${inner.id}`;
    expect((await office.ask('GET', path)).json.id).toBe(inner.id);
    const { id } = (await office.ask('POST', `${path}/messages`, { json: { subject: 'Deep' } })).json;
    const changed = await office.ask('PATCH', `${path}/messages/${id}`, { json: { subject: 'Deeper' } });
    expect(changed).toMatchObject({ status: 200, json: { subject: 'Deeper' } });
    expect((await office.ask('GET', `${path}/messages/${id}/attachments`)).json.value).toEqual([]);
    for (const [method, rest] of [
      ['PATCH', ''],
      ['DELETE', ''],
      ['GET', '/attachments'],
      ['POST', '/move'],
    ] as const)
      expect(
        (await office.ask(method, `/me/mailFolders/inbox/messages/${id}${rest}`, { json: { destinationId: 'inbox' } }))
          .status,
      ).toBe(404);
    expect((await office.ask('POST', `${path}/messages/${id}/permanentDelete`)).status).toBe(204);
    expect((await office.ask('GET', `/me/messages/${id}`)).status).toBe(404);
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
