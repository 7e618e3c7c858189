import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { person } from './office.js';
import { Village } from './village.js';

let village: Village;
let ann = '';
beforeAll(async () => {
  village = await Village.open();
  ann = village.token('ann', 'Mail.ReadWrite', 'Mail.Send', 'Mail.ReadWrite.Shared', 'Mail.Send.Shared', 'User.Read');
});
afterAll(() => village[Symbol.asyncDispose]());

useLedger();

const get = (path: string, token = ann) => village.ask('GET', path, { token });

describe('users/{id | userPrincipalName}', () => {
  test('is a mailbox of the system, by its name in any case or by its identifier; me is that of the token', async () => {
    const { json } = await get('/me');
    expect(json).toMatchObject({
      userPrincipalName: 'ann@town.example',
      mail: 'ann@town.example',
      displayName: 'Ann',
      givenName: null,
      businessPhones: [],
      id: expect.stringMatching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    });
    for (const user of [json.id, 'ANN@town.example', 'ann%40town.example'])
      expect((await get(`/users/${user}`)).json).toEqual(json);
    expect((await get(`/users('${json.id}')/mailFolders/inbox`)).status).toBe(200);
    expect((await get('/me?$select=mail')).json).toEqual({
      '@odata.context': expect.stringContaining('#users(mail)/$entity'),
      mail: 'ann@town.example',
    });
    expect((await get('/me?$select=colour')).status).toBe(400);
  });

  test('somebody else needs a right that was granted for the mailbox, and a permission for shared ones', async () => {
    expect(await get('/users/bob@town.example/messages')).toMatchObject({
      status: 403,
      json: { error: { code: 'ErrorAccessDenied' } },
    });
    expect(await get('/users/carl@town.example/messages')).toMatchObject({
      status: 404,
      json: { error: { code: 'ErrorInvalidUser' } },
    });
    village.system.grant('bob@town.example', 'ann@town.example', 'full-access');
    expect((await get('/users/bob@town.example/messages')).status).toBe(200);
    const alone = village.token('ann', 'Mail.ReadWrite', 'Mail.Send');
    expect((await get('/users/bob@town.example/messages', alone)).json.error.message).toContain('Mail.Read.Shared');
    expect((await get('/users/ann@town.example/messages', alone)).status).toBe(200);
    village.system.revoke('bob@town.example', 'ann@town.example', 'full-access');
    expect((await get('/users/bob@town.example/messages')).status).toBe(403);
  });

  test('a program that acts for itself enters every mailbox, and has no me', async () => {
    const program = village.token(null, 'Mail.Read');
    for (const name of ['ann', 'bob'])
      expect((await get(`/users/${name}@town.example/messages`, program)).status).toBe(200);
    expect((await get('/me/messages', program)).status).toBe(400);
  });

  test('who may open a mailbox writes drafts into it, and sends from it by another right alone', async () => {
    village.system.grant('bob@town.example', 'ann@town.example', 'full-access');
    const json = { message: { subject: 'From the shared one', toRecipients: [person('ann@town.example')] } };
    const path = '/users/bob@town.example';
    const draft = await village.ask('POST', `${path}/messages`, { token: ann, json: json.message });
    expect(draft).toMatchObject({ status: 201, json: { from: person('bob@town.example', 'Bob') } });
    expect(await village.ask('POST', `${path}/sendMail`, { token: ann, json })).toMatchObject({
      status: 403,
      json: { error: { code: 'ErrorSendAsDenied' } },
    });
    village.system.grant('bob@town.example', 'ann@town.example', 'send-on-behalf');
    expect((await village.ask('POST', `${path}/sendMail`, { token: ann, json })).status).toBe(202);
    await village.exchange();
    const { json: found } = await get("/me/mailFolders/inbox/messages?$filter=subject eq 'From the shared one'");
    expect(found.value).toMatchObject([
      { from: person('bob@town.example', 'Bob'), sender: person('ann@town.example', 'Ann') },
    ]);
    for (const right of ['full-access', 'send-on-behalf'] as const)
      village.system.revoke('bob@town.example', 'ann@town.example', right);
  });
});
