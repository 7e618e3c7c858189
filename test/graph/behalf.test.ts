import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import type { Told } from './ask.js';
import { person } from './office.js';
import { Village } from './village.js';

let village: Village;
let ann = '';
beforeAll(async () => {
  village = await Village.open();
  ann = village.token('ann', 'Mail.ReadWrite', 'Mail.Send');
});
afterAll(() => village[Symbol.asyncDispose]());

useLedger();

const right = (name: 'send-as' | 'send-on-behalf'): void =>
  village.system.grant('bob@town.example', 'ann@town.example', name);
afterEach(() => {
  for (const name of ['send-as', 'send-on-behalf'] as const)
    village.system.revoke('bob@town.example', 'ann@town.example', name);
});

const send = (message: object): Promise<Told> => village.ask('POST', '/me/sendMail', { token: ann, json: { message } });
const sendMime = (mime: string): Promise<Told> =>
  village.ask('POST', '/me/sendMail', {
    token: ann,
    body: Buffer.from(mime).toString('base64'),
    headers: { 'content-type': 'text/plain' },
  });

/** What the world sees of it. */
async function seen(subject: string): Promise<{ readonly from: string; readonly header: string }> {
  await village.exchange();
  const found = village.town.server.got.find(({ text }) => text.includes(`Subject: ${subject}`));
  if (!found) throw new Error(`${subject} did not come`);
  const [header = ''] = found.text.split(/\r?\n\r?\n/);
  return { from: found.from, header };
}

const letter = (subject: string, more: object = {}) => ({
  subject,
  toRecipients: [person('carl@far.example')],
  from: person('bob@town.example', 'Bob'),
  ...more,
});

describe('from unlike sender', () => {
  test('is refused without a right, for drafts, JSON and MIME', async () => {
    const refused = { status: 403, json: { error: { code: 'ErrorSendAsDenied' } } };
    expect(await send(letter('Denied'))).toMatchObject(refused);
    expect(await village.ask('POST', '/me/messages', { token: ann, json: letter('Denied') })).toMatchObject(refused);
    const mime = 'From: bob@town.example\r\nTo: carl@far.example\r\nSubject: Denied\r\n\r\nx\r\n';
    expect(await sendMime(mime)).toMatchObject(refused);
    const { json } = await village.ask('GET', "/me/messages?$filter=subject eq 'Denied'", { token: ann });
    expect(json.value).toEqual([]);
  });

  test('send as: nobody sees who wrote it', async () => {
    right('send-as');
    expect((await send(letter('As Bob'))).status).toBe(202);
    const { from, header } = await seen('As Bob');
    expect(from).toBe('bob@town.example');
    expect(header).toContain('From: Bob <bob@town.example>');
    expect(header).not.toMatch(/^Sender:/m);
    expect(header).not.toContain('ann@town.example');
    const { json } = await village.ask('GET', "/me/mailFolders/sentitems/messages?$filter=subject eq 'As Bob'", {
      token: ann,
    });
    expect(json.value).toMatchObject([{ from: letter('').from, sender: letter('').from }]);
  });

  test('send on behalf: the mail names both', async () => {
    right('send-on-behalf');
    expect((await send(letter('For Bob'))).status).toBe(202);
    const { header } = await seen('For Bob');
    expect(header).toContain('From: Bob <bob@town.example>');
    expect(header).toContain('Sender: Ann <ann@town.example>');
    const hidden = letter('Hidden', { sender: person('bob@town.example') });
    expect((await send(hidden)).json.error.code).toBe('ErrorSendAsDenied');
  });

  test('MIME that names the author alone gets its sender', async () => {
    right('send-on-behalf');
    const mime = 'From: Bob <bob@town.example>\r\nTo: carl@far.example\r\nSubject: MIME for Bob\r\n\r\nx\r\n';
    expect((await sendMime(mime)).status).toBe(202);
    expect((await seen('MIME for Bob')).header).toMatch(/^Sender: "?Ann"? <ann@town\.example>$/m);
  });

  test('nobody gets around that by the properties of MAPI that tell the author', async () => {
    const { from: _, ...own } = letter('By number');
    const spoofed = { ...own, singleValueExtendedProperties: [{ id: 'String 0x0065', value: 'bob@town.example' }] };
    expect(await send(spoofed)).toMatchObject({ status: 403, json: { error: { code: 'ErrorSendAsDenied' } } });
    expect((await send(own)).status).toBe(202);
    expect((await seen('By number')).from).toBe('ann@town.example');
  });

  test('a right that was taken back meanwhile does not send the draft', async () => {
    right('send-as');
    const { json } = await village.ask('POST', '/me/messages', { token: ann, json: letter('Too late') });
    village.system.revoke('bob@town.example', 'ann@town.example', 'send-as');
    expect((await village.ask('POST', `/me/messages/${json.id}/send`, { token: ann })).json.error.code).toBe(
      'ErrorSendAsDenied',
    );
  });
});
