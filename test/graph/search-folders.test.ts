import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const type = '#microsoft.graph.mailSearchFolder';

const subjects = async (id: string): Promise<string[]> => {
  const { json } = await office.ask('GET', `/me/mailFolders/${id}/messages?$select=subject&$orderby=subject`);
  return json.value.map(({ subject }: { subject: string }) => subject);
};

const make = (json: Record<string, unknown>) =>
  office.ask('POST', '/me/mailFolders/searchfolders/childFolders', {
    json: { '@odata.type': 'microsoft.graph.mailSearchFolder', ...json },
  });

describe('A mailSearchFolder', () => {
  test('is made, collects what its filter says, follows new messages, and is deleted', async () => {
    const { json: outer } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Outer' } });
    const { json: inner } = await office.ask('POST', `/me/mailFolders/${outer.id}/childFolders`, {
      json: { displayName: 'Inner' },
    });
    await office.draft({ subject: 'A weekly digest' }, `/mailFolders/${outer.id}`);
    await office.draft({ subject: 'Another weekly digest' }, `/mailFolders/${inner.id}`);
    await office.draft({ subject: 'Something else' }, `/mailFolders/${outer.id}`);
    const said = {
      displayName: 'Weekly digests',
      includeNestedFolders: true,
      sourceFolderIds: [outer.id],
      filterQuery: "contains(subject, 'weekly digest')",
    };
    const { status, json: made } = await make(said);
    expect(status).toBe(201);
    expect(made).toMatchObject({ '@odata.type': type, isSupported: true, ...said });
    await vi.waitFor(async () => expect(await subjects(made.id)).toEqual(['A weekly digest', 'Another weekly digest']));
    await office.draft({ subject: 'The last weekly digest' }, `/mailFolders/${outer.id}`);
    await vi.waitFor(async () => expect(await subjects(made.id)).toHaveLength(3));
    const alone = await office.ask('GET', `/me/mailFolders/${made.id}`);
    expect(alone.json).toMatchObject({ '@odata.type': type, ...said, totalItemCount: 3 });
    const { json: list } = await office.ask('GET', '/me/mailFolders/searchfolders/childFolders?$select=displayName');
    expect(list.value).toEqual([{ '@odata.type': type, id: made.id, displayName: 'Weekly digests' }]);
    expect((await office.ask('DELETE', `/me/mailFolders/${made.id}`)).status).toBe(204);
    expect((await office.ask('GET', `/me/mailFolders/${made.id}`)).status).toBe(404);
    // Its messages are where they were.
    expect(await subjects(outer.id)).toHaveLength(3);
  });

  test('is changed: what is not said stays', async () => {
    await office.draft({ subject: 'Report of today' }, '/mailFolders/inbox');
    await office.draft({ subject: 'Minutes' }, '/mailFolders/inbox');
    const { json: made } = await make({
      displayName: 'Some',
      sourceFolderIds: ['inbox'],
      filterQuery: "startswith(subject,'report')",
    });
    const { json: inbox } = await office.ask('GET', '/me/mailFolders/inbox');
    expect(made).toMatchObject({ includeNestedFolders: false, sourceFolderIds: [inbox.id] });
    await vi.waitFor(async () => expect(await subjects(made.id)).toEqual(['Report of today']));
    const changed = await office.ask('PATCH', `/me/mailFolders/${made.id}`, {
      json: { '@odata.type': 'microsoft.graph.mailSearchFolder', filterQuery: "contains(subject,'minutes')" },
    });
    expect(changed).toMatchObject({
      status: 200,
      json: { displayName: 'Some', sourceFolderIds: [inbox.id], filterQuery: "contains(subject,'minutes')" },
    });
    await vi.waitFor(async () => expect(await subjects(made.id)).toEqual(['Minutes']));
    const renamed = await office.ask('PATCH', `/me/mailFolders/${made.id}`, { json: { displayName: 'Others' } });
    expect(renamed.json).toMatchObject({ displayName: 'Others', filterQuery: "contains(subject,'minutes')" });
  });

  test.each([
    ['without a filter', { sourceFolderIds: ['inbox'] }, 400, 'ErrorInvalidArgument'],
    ['without sources', { filterQuery: "subject eq 'x'" }, 400, 'ErrorInvalidArgument'],
    ['with no source', { filterQuery: "subject eq 'x'", sourceFolderIds: [] }, 400, 'BadRequest'],
    [
      'with a filter that is none',
      { filterQuery: 'colour eq 1', sourceFolderIds: ['inbox'] },
      400,
      'ErrorInvalidUrlQueryFilter',
    ],
    [
      'with a filter that asks each row',
      { filterQuery: 'month(receivedDateTime) eq 5', sourceFolderIds: ['inbox'] },
      400,
      'ErrorInvalidUrlQueryFilter',
    ],
    [
      'with a source that is none',
      { filterQuery: "subject eq 'x'", sourceFolderIds: ['x'] },
      400,
      'ErrorInvalidIdMalformed',
    ],
  ])('%s is refused, and nothing is made', async (_, json, status, code) => {
    expect(await make({ displayName: 'Refused', ...json })).toMatchObject({ status, json: { error: { code } } });
    const { json: list } = await office.ask(
      'GET',
      "/me/mailFolders/searchfolders/childFolders?$filter=displayName eq 'Refused'",
    );
    expect(list.value).toEqual([]);
  });

  test('is not made of another folder', async () => {
    const json = { filterQuery: "subject eq 'x'" };
    expect(await office.ask('PATCH', '/me/mailFolders/inbox', { json })).toMatchObject({
      status: 400,
      json: { error: { code: 'ErrorInvalidArgument' } },
    });
  });
});
