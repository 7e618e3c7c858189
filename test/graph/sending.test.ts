import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../src/com/index.js';
import { IMessage, type IMsgStore, MSG_LOCKED, MSG_UNLOCKED } from '../../src/mapi/index.js';
import { openStore } from '../../src/providers/store/index.js';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

const subjects = (json: { value: { subject: string }[] }): string[] => json.value.map(({ subject }) => subject).sort();

describe('A message that is being sent', () => {
  let office: Office;
  /** As the spooler of another program has it. */
  let spooler: IMsgStore;
  let message: IMessage;
  let id: string;
  beforeAll(async () => {
    office = await Office.open();
    const draft = {
      subject: 'on its way',
      toRecipients: [person('ann@example.org')],
      internetMessageHeaders: [{ name: 'x-colour', value: 'red' }],
      attachments: [{ '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'b25l' }],
    };
    ({ id } = await office.draft(draft));
    await office.draft({ ...draft, subject: 'beside it' });
    expect((await office.ask('POST', `/me/messages/${id}/send`)).status).toBe(202);
    spooler = await openStore(office.desk.storePath);
    message = (await ok(spooler.OpenEntry(Buffer.from(id, 'base64url'), IMessage, 0))).lppUnk;
    await ok(spooler.SetLockState(message, MSG_LOCKED));
  });
  afterAll(async () => {
    await ok(spooler.SetLockState(message, MSG_UNLOCKED));
    message.Release();
    spooler.Release();
    await office[Symbol.asyncDispose]();
  });

  useLedger();

  test.each([
    ['plain', ''],
    ['with what is not at hand: the fields of its header', '?$select=subject,internetMessageHeaders'],
    ['with attachments', '?$expand=attachments'],
    ['chosen by what SQL does not tell', '?$filter=length(subject) gt 3'],
    ['found by words', '?$search="way OR beside"'],
  ])('stands in lists, and spoils none: %s', async (_what, options) => {
    for (const place of ['/me/messages', '/me/mailFolders/drafts/messages']) {
      const { status, json } = await office.ask('GET', `${place}${options}`);
      expect(status).toBe(200);
      expect(subjects(json)).toEqual(['beside it', 'on its way']);
    }
  });

  test('is read alone, with its bytes and its attachments', async () => {
    const { status, json } = await office.ask(
      'GET',
      `/me/messages/${id}?$expand=attachments&$select=subject,internetMessageHeaders`,
    );
    expect({ status, subject: json.subject }).toEqual({ status: 200, subject: 'on its way' });
    expect(json.internetMessageHeaders).toContainEqual({ name: 'x-colour', value: 'red' });
    expect(json.attachments).toMatchObject([{ name: 'a.txt', contentBytes: 'b25l' }]);
    expect((await office.ask('GET', `/me/messages/${id}/$value`)).bytes.toString()).toContain('Subject: on its way');
    expect((await office.ask('GET', '/me/mailFolders/drafts/messages/delta')).status).toBe(200);
  });

  test('is not changed, moved or deleted meanwhile', async () => {
    const change = await office.ask('PATCH', `/me/messages/${id}`, { json: { subject: 'other' } });
    expect([change.status, change.json.error.code]).toEqual([409, 'ErrorIrresolvableConflict']);
    for (const asked of [
      await office.ask('DELETE', `/me/messages/${id}`),
      await office.ask('POST', `/me/messages/${id}/move`, { json: { destinationId: 'inbox' } }),
    ])
      expect(asked.status).toBeGreaterThanOrEqual(400);
    expect((await office.ask('GET', `/me/messages/${id}`)).json.subject).toBe('on its way');
  });
});
