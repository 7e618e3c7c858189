import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const names = [
  ...[
    'subject',
    'body',
    'toRecipients',
    'from',
    'replyTo',
    'importance',
    'categories',
    'flag',
    'isRead',
    'attachments',
  ],
  ...['internetMessageHeaders', 'singleValueExtendedProperties', 'multiValueExtendedProperties', 'message', 'comment'],
  ...['resource', 'changeType', 'notificationUrl', 'requests', 'AttachmentItem', 'destinationId', '__proto__'],
];
const leaf = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.integer(),
  fc.boolean(),
  fc.constantFrom(
    null,
    [],
    {},
    [null],
    [{}],
    person('a@example.org'),
    [person('b@example.org')],
    'high',
    '\0',
    '\ud800',
  ),
  fc.constantFrom({ contentType: 'html', content: '<b>' }, { id: 'Integer 0x0E07', value: '4294967296' }),
);
const body = fc.oneof(
  fc
    .dictionary(fc.constantFrom(...names), fc.oneof(leaf, fc.array(leaf, { maxLength: 3 })), { maxKeys: 4 })
    .map((one) => JSON.stringify(one)),
  fc.dictionary(fc.constantFrom(...names), leaf, { maxKeys: 3 }).map((message) => JSON.stringify({ message })),
  fc.string({ maxLength: 30 }),
);
const target = fc.constantFrom('/me/messages', '/me/sendMail', '/$batch', '/subscriptions', '/me/mailFolders');

test('no body is answered by 500', async () => {
  await fc.assert(
    fc.asyncProperty(target, body, async (path, text) => {
      const { status, json } = await office.ask('POST', path, {
        body: text,
        headers: { 'content-type': 'application/json' },
      });
      if (status >= 400) expect(json.error).toMatchObject({ code: expect.any(String), message: expect.any(String) });
      expect(status).not.toBe(500);
    }),
    { numRuns: 120 },
  );
});
