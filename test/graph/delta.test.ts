import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

interface Change {
  readonly id: string;
  readonly subject?: string;
  readonly displayName?: string;
  readonly '@removed'?: { readonly reason: string };
}

/** All pages of a round, and the link to ask by again. */
async function round(
  url: string,
  size = 2,
): Promise<{ readonly value: readonly Change[]; readonly link: string; readonly pages: number }> {
  const value: Change[] = [];
  for (let pages = 1; ; pages++) {
    const { status, json } = await office.ask('GET', url, { headers: { prefer: `odata.maxpagesize=${size}` } });
    if (status !== 200) throw new Error(JSON.stringify(json));
    expect(json.value.length).toBeLessThanOrEqual(size);
    value.push(...json.value);
    const next = json['@odata.nextLink'] ?? json['@odata.deltaLink'];
    url = next.replace(/^https?:\/\/[^/]+/, '');
    if (json['@odata.deltaLink'] !== undefined) return { value, link: url, pages };
  }
}

const MESSAGES = '/me/mailFolders/drafts/messages/delta?$select=subject';

describe('delta of messages', () => {
  test('tells everything, then what came, changed and went', async () => {
    const made = [];
    for (const subject of ['A', 'B', 'C']) made.push(await office.draft({ subject }));
    const first = await round(MESSAGES);
    expect(first.value.map(({ subject }) => subject).sort()).toEqual(['A', 'B', 'C']);
    expect(first.pages).toBe(2);
    expect((await round(first.link)).value).toEqual([]);

    await office.ask('PATCH', `/me/messages/${made[0].id}`, { json: { isRead: false } });
    await office.ask('POST', `/me/messages/${made[1].id}/move`, { json: { destinationId: 'inbox' } });
    await office.draft({ subject: 'D' });
    const second = await round(first.link);
    expect(
      second.value
        .filter((one) => one['@removed'] === undefined)
        .map(({ subject }) => subject)
        .sort(),
    ).toEqual(['A', 'D']);
    expect(second.value.filter((one) => one['@removed'])).toEqual([
      { '@odata.type': '#microsoft.graph.message', id: made[1].id, '@removed': { reason: 'deleted' } },
    ]);
    expect((await round(second.link)).value).toEqual([]);
    // An answer that was lost is asked for again by the old token.
    expect((await round(first.link)).value).toHaveLength(3);
  });

  test('a token holds over a start of the server, and within its folder', async () => {
    const { link } = await round(MESSAGES);
    await office.restart();
    await office.draft({ subject: 'After' });
    expect((await round(link)).value).toMatchObject([{ subject: 'After' }]);
    const elsewhere = await office.ask('GET', link.replace('drafts', 'inbox'));
    expect(elsewhere).toMatchObject({ status: 410, json: { error: { code: 'SyncStateNotFound' } } });
    expect((await office.ask('GET', `${MESSAGES}&$deltatoken=nothing`)).status).toBe(410);
  });

  test('tells of what changes between its pages as it is then, and again in the next round', async () => {
    const { json: folder } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Paged' } });
    const place = `/mailFolders/${folder.id}`;
    const made: { readonly id: string }[] = [];
    for (const subject of ['A', 'B', 'C']) made.push(await office.draft({ subject }, place));
    const headers = { prefer: 'odata.maxpagesize=1' };
    const first = await office.ask('GET', `/me${place}/messages/delta?$select=subject`, { headers });
    const [shown] = first.json.value;
    const [changed, gone] = made.filter(({ id }) => id !== shown.id) as [{ id: string }, { id: string }];
    await office.ask('PATCH', `/me/messages/${changed.id}`, { json: { subject: 'Changed' } });
    await office.ask('POST', `/me/messages/${gone.id}/permanentDelete`);
    const late = await office.draft({ subject: 'Late' }, place);
    const next = first.json['@odata.nextLink'].replace(/^https?:\/\/[^/]+/, '');
    const rest = await round(next, 1);
    expect(rest.value).toContainEqual(expect.objectContaining({ id: changed.id, subject: 'Changed' }));
    expect(rest.value).toContainEqual({
      '@odata.type': '#microsoft.graph.message',
      id: gone.id,
      '@removed': { reason: 'deleted' },
    });
    expect(rest.value.map(({ id }) => id)).not.toContain(late.id);
    const second = await round(rest.link);
    expect(second.value.map(({ id }) => id).sort()).toEqual([changed.id, gone.id, late.id].sort());
    expect(second.value).toContainEqual({
      '@odata.type': '#microsoft.graph.message',
      id: gone.id,
      '@removed': { reason: 'deleted' },
    });
  });

  test('a token that was forgotten is 410 in the words of Graph, and the client begins anew', async () => {
    for (const token of ['$deltatoken=0123456789abcdef', '$skiptoken=0123456789abcdef.2', '$deltatoken='])
      expect(await office.ask('GET', `/me/mailFolders/drafts/messages/delta?${token}`)).toMatchObject({
        status: 410,
        json: { error: { code: expect.stringMatching(/^syncStateNotFound$/i) } },
      });
    expect((await round(MESSAGES, 50)).link).toContain('$deltatoken=');
  });

  test('is there for each folder, not for the mailbox, as with Graph', async () => {
    expect(await office.ask('GET', '/me/messages/delta')).toMatchObject({
      status: 400,
      json: { error: { code: 'BadRequest', message: expect.stringContaining('mailFolders/{id}/messages/delta') } },
    });
    expect((await office.ask('GET', '/me/messages/delta()')).status).toBe(400);
  });

  test('changeType and $filter narrow it, for all rounds', async () => {
    const { link } = await round(
      `${MESSAGES}&changeType=created&$filter=${encodeURIComponent("startswith(subject,'N')")}`,
    );
    const { id } = await office.draft({ subject: 'New' });
    await office.draft({ subject: 'Other' });
    const second = await round(link);
    expect(second.value).toMatchObject([{ subject: 'New' }]);
    await office.ask('DELETE', `/me/messages/${id}`);
    expect((await round(second.link)).value).toEqual([]);
    expect((await office.ask('GET', `${MESSAGES}&changeType=painted`)).status).toBe(400);
    expect((await office.ask('GET', `${MESSAGES}&$expand=attachments`)).status).toBe(400);
  });
});

test('delta of folders', async () => {
  const first = await round('/me/mailFolders/delta', 50);
  expect(first.value.map(({ displayName }) => displayName)).toContain('Inbox');
  const { json } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Fresh' } });
  const second = await round(first.link);
  expect(second.value).toMatchObject([{ id: json.id, displayName: 'Fresh' }]);
  await office.ask('POST', `/me/mailFolders/${json.id}/permanentDelete`);
  const third = await round(second.link);
  expect(third.value).toContainEqual({
    '@odata.type': '#microsoft.graph.mailFolder',
    id: json.id,
    '@removed': { reason: 'deleted' },
  });
  const all = JSON.stringify([first, second, third].map(({ value }) => value));
  expect(all).not.toContain('Comail Graph');
});
