import {
  BatchRequestContent,
  type BatchResponseBody,
  BatchResponseContent,
  FileUpload,
  LargeFileUploadTask,
  type PageCollection,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import type { Attachment, MailFolder, Message, Subscription } from '@microsoft/microsoft-graph-types';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { GraphServer } from '../../src/graph/index.js';
import { submitBySpooler } from '../../src/graph/mailbox/submitter.js';
import { testAuthority, testIdentity } from '../support/certificates/index.js';
import { useLedger } from '../support/ledger.js';
import { Office, person } from './office.js';
import { trustingClient } from './trusting.js';
import { Webhook } from './webhook.js';

let office: Office;
let client: ReturnType<typeof trustingClient>;
beforeAll(async () => {
  office = await Office.open({ tls: testIdentity('server') });
  client = trustingClient(await office.server.listen({ port: 0 }), testAuthority, office.token);
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const v1 = 'https://graph.microsoft.com/v1.0';

test('batches: each request is answered, those that depend on others after them', async () => {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ subject: 'Batched' } satisfies Message);
  const steps = [
    { id: '1', request: new Request(`${v1}/me/messages`, { method: 'POST', headers, body }) },
    { id: '2', request: new Request(`${v1}/me/messages?$filter=subject eq 'Batched'`), dependsOn: ['1'] },
    { id: '3', request: new Request(`${v1}/me/messages/AAAA`), dependsOn: ['1'] },
  ];
  const content = await new BatchRequestContent(steps).getContent();
  const raw = (await client.api('/$batch').post(content)) as BatchResponseBody;
  const answers = new BatchResponseContent(raw);
  expect([...answers.getResponses().values()].map(({ status }) => status)).toEqual([201, 200, 400]);
  // The client makes a text of JSON that it has read already; the body itself is what came.
  const found = raw.responses.find(({ id }) => id === '2') as unknown as { readonly body: PageCollection };
  expect(found.body.value.map(({ subject }: Message) => subject)).toEqual(['Batched']);
});

test('uploads a large file in ranges', async () => {
  const { id }: Message = await client.api('/me/messages').post({ subject: 'Large' });
  const bytes = Uint8Array.from({ length: 700_000 }, (_, index) => (index * 7) & 0xff);
  const session = await client.api(`/me/messages/${id}/attachments/createUploadSession`).post({
    AttachmentItem: { attachmentType: 'file', name: 'large.bin', size: bytes.length },
  });
  const ranges: unknown[] = [];
  const task = new LargeFileUploadTask(
    client,
    new FileUpload(bytes.buffer, 'large.bin', bytes.length),
    { url: session.uploadUrl, expiry: new Date(session.expirationDateTime), isCancelled: false },
    {
      rangeSize: 320 * 1024,
      uploadEventHandlers: { progress: (range) => ranges.push([range?.minValue, range?.maxValue]) },
    },
  );
  await task.upload();
  expect(ranges).toEqual([
    [0, 327_679],
    [327_680, 655_359],
    [655_360, 699_999],
  ]);
  const { value } = (await client.api(`/me/messages/${id}/attachments`).get()) as { value: Attachment[] };
  expect(value).toMatchObject([{ name: 'large.bin', size: expect.any(Number), isInline: false }]);
  const got: ArrayBuffer = await client
    .api(`/me/messages/${id}/attachments/${value[0]?.id}/$value`)
    .responseType(ResponseType.ARRAYBUFFER)
    .get();
  expect(Buffer.from(got).equals(Buffer.from(bytes))).toBe(true);
});

test('synchronizes by delta links', async () => {
  const folder: MailFolder = await client.api('/me/mailFolders').post({ displayName: 'Synchronized' });
  const begin = `/me/mailFolders/${folder.id}/messages/delta`;
  const made: Message = await client.api(`/me/mailFolders/${folder.id}/messages`).post({ subject: 'first' });
  const first: PageCollection = await client.api(begin).select('subject').get();
  expect(first.value).toMatchObject([{ id: made.id, subject: 'first' }]);
  await client.api(`/me/messages/${made.id}`).patch({ subject: 'changed' });
  const second: PageCollection = await client.api(first['@odata.deltaLink'] as string).get();
  expect(second.value).toMatchObject([{ id: made.id, subject: 'changed' }]);
  await client.api(`/me/messages/${made.id}`).delete();
  const third: PageCollection = await client.api(second['@odata.deltaLink'] as string).get();
  expect(third.value).toEqual([
    { '@odata.type': '#microsoft.graph.message', id: made.id, '@removed': { reason: 'deleted' } },
  ]);
});

test('subscribes, renews and ends it', async () => {
  await using hook = await Webhook.open();
  const subscription: Subscription = await client.api('/subscriptions').post({
    changeType: 'created',
    notificationUrl: `${hook.url}/hear`,
    resource: "me/mailFolders('drafts')/messages",
    expirationDateTime: new Date(Date.now() + 3_600_000).toISOString(),
    clientState: 'secret',
  } satisfies Subscription);
  await client.api('/me/messages').post({ subject: 'Told of' });
  await hook.heard(subscription.id as string, 'created');
  const later = new Date(Date.now() + 7_200_000).toISOString();
  const renewed: Subscription = await client
    .api(`/subscriptions/${subscription.id}`)
    .patch({ expirationDateTime: later });
  expect(Date.parse(renewed.expirationDateTime as string)).toBeGreaterThan(Date.now() + 7_000_000);
  await client.api(`/subscriptions/${subscription.id}`).delete();
  await expect(client.api(`/subscriptions/${subscription.id}`).get()).rejects.toMatchObject({ statusCode: 404 });
});

test('extended properties go in and come out, and are filtered by', async () => {
  const id = 'String {66f5a359-4659-4830-9070-00047ec6ac6e} Name Color';
  const { id: made }: Message = await client.api('/me/messages').post({
    subject: 'Extended',
    singleValueExtendedProperties: [{ id, value: 'Green' }],
  } satisfies Message);
  const got: Message = await client
    .api(`/me/messages/${made}`)
    .expand(`singleValueExtendedProperties($filter=id eq '${id}')`)
    .get();
  expect(got.singleValueExtendedProperties).toEqual([{ id, value: 'Green' }]);
  const { value }: PageCollection = await client
    .api('/me/messages')
    .filter(`singleValueExtendedProperties/any(ep: ep/id eq '${id}' and ep/value eq 'Green')`)
    .get();
  expect(value).toMatchObject([{ id: made }]);
});

test('MIME goes in and comes out', async () => {
  const mime = 'From: me@example.com\r\nTo: bob@example.org\r\nSubject: As MIME\r\nMIME-Version: 1.0\r\n\r\nHello\r\n';
  const { id }: Message = await client
    .api('/me/messages')
    .header('content-type', 'text/plain')
    .post(Buffer.from(mime).toString('base64'));
  const got: Message = await client.api(`/me/messages/${id}`).get();
  expect(got).toMatchObject({ subject: 'As MIME', toRecipients: [person('bob@example.org')] });
  expect(await client.api(`/me/messages/${id}/$value`).get()).toContain('Subject: As MIME');
});

test('is told to come again when the mailbox is busy, and does', async () => {
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  let waiting = 0;
  const mailbox = {
    userPrincipalName: 'me@example.com',
    displayName: 'Me Myself',
    store: office.session.store,
    submitter: async (...given: Parameters<typeof submitBySpooler>) => {
      waiting++;
      await gate;
      await submitBySpooler(...given);
    },
  };
  const authenticators = [office.tokens.authenticator()];
  const server = await GraphServer.create({ mailboxes: [mailbox], authenticators, tls: testIdentity('server') });
  try {
    const url = '/v1.0/me/sendMail';
    const headers = { authorization: `Bearer ${office.token}`, 'content-type': 'application/json' };
    const payload = JSON.stringify({ message: { subject: 'Held', toRecipients: [person('bob@example.org')] } });
    const held = Array.from({ length: 64 }, () => server.inject({ method: 'POST', url, headers, payload }));
    await vi.waitFor(() => expect(waiting).toBe(64), 20_000);
    const patient = trustingClient(await server.listen({ port: 0 }), testAuthority, office.token)
      .api('/me')
      .get();
    await vi.waitFor(() => expect(server.counts.statuses.get(429)).toBe(1), 20_000);
    open();
    expect(await patient).toMatchObject({ userPrincipalName: 'me@example.com' });
    expect((await Promise.all(held)).map(({ statusCode }) => statusCode)).toEqual(
      Array.from({ length: 64 }, () => 202),
    );
  } finally {
    open();
    await server.close();
  }
});
