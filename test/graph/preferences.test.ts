import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useLedger } from '../support/ledger.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const headers = { prefer: 'return=minimal, IdType="ImmutableId"' };
const file = { '@odata.type': '#microsoft.graph.fileAttachment', name: 'a.txt', contentBytes: 'YQ==' };

describe('Prefer: return=minimal', () => {
  test('what was made is known by its address alone', async () => {
    const { id } = await office.draft({ subject: 'there' });
    for (const [path, json] of [
      ['/me/messages', { subject: 'made' }],
      ['/me/mailFolders', { displayName: 'Made' }],
      ['/me/mailFolders/inbox/childFolders', { displayName: 'Made within' }],
      [`/me/messages/${id}/attachments`, file],
      [`/me/messages/${id}/copy`, { destinationId: 'inbox' }],
      [`/me/messages/${id}/createForward`, {}],
    ] as const) {
      const made = await office.ask('POST', path, { json, headers });
      expect({ path, status: made.status, length: made.bytes.length }).toEqual({ path, status: 204, length: 0 });
      expect(made.headers['preference-applied']).toBe('return=minimal');
      expect(made.headers['odata-entityid']).toBe(made.headers['location']);
      expect((await office.ask('GET', String(made.headers['location']))).status).toBe(200);
    }
  });

  test('what was changed is not shown, and has a new ETag', async () => {
    const { id, '@odata.etag': before } = await office.draft({ subject: 'before' });
    const changed = await office.ask('PATCH', `/me/messages/${id}`, { json: { subject: 'after' }, headers });
    expect({ status: changed.status, length: changed.bytes.length }).toEqual({ status: 204, length: 0 });
    expect(changed.headers).not.toHaveProperty('odata-entityid');
    const { json } = await office.ask('GET', `/me/messages/${id}`);
    expect(json.subject).toBe('after');
    expect(changed.headers['etag']).toBe(json['@odata.etag']);
    expect(changed.headers['etag']).not.toBe(before);
  });

  test('is for changes: who reads is answered as ever, and errors say what they are', async () => {
    const { id } = await office.draft({ subject: 'read' });
    const read = await office.ask('GET', `/me/messages/${id}`, { headers });
    expect(read).toMatchObject({ status: 200, json: { subject: 'read' } });
    expect(read.headers['preference-applied']).toBe('IdType="ImmutableId"');
    expect((await office.ask('GET', '/me/mailFolders/inbox', { headers })).json.displayName).toBe('Inbox');
    const begun = await office.ask('POST', `/me/messages/${id}/attachments/createUploadSession`, {
      json: { AttachmentItem: { attachmentType: 'file', name: 'x', size: 5 } },
      headers,
    });
    expect(begun).toMatchObject({ status: 201, json: { uploadUrl: expect.any(String) } });
    const refused = await office.ask('POST', '/me/messages', { json: { subject: 7 }, headers });
    expect(refused).toMatchObject({ status: 400, json: { error: { code: 'RequestBodyRead' } } });
  });

  test('return=representation is what everybody gets', async () => {
    const wished = { prefer: 'return=representation' };
    const { status, json, headers: told } = await office.ask('POST', '/me/messages', { json: {}, headers: wished });
    expect({ status, id: typeof json.id }).toEqual({ status: 201, id: 'string' });
    expect(told['preference-applied']).toBe('return=representation');
  });
});

describe('$orderby of attachments', () => {
  test('by name, size, type and the like; else as they are in the message', async () => {
    const attachments = [
      { ...file, name: 'b.txt', contentBytes: Buffer.alloc(50).toString('base64'), contentType: 'text/plain' },
      { ...file, name: 'C.txt', contentBytes: Buffer.alloc(9).toString('base64'), contentType: 'text/plain' },
      {
        ...file,
        name: 'a.png',
        contentBytes: Buffer.alloc(20).toString('base64'),
        contentType: 'image/png',
        isInline: true,
      },
    ];
    const { id } = await office.draft({ subject: 'ordered', attachments });
    const names = async (options: string): Promise<string[]> =>
      (await office.ask('GET', `/me/messages/${id}/attachments?${options}`)).json.value.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('')).toEqual(['b.txt', 'C.txt', 'a.png']);
    expect(await names('$orderby=name')).toEqual(['a.png', 'b.txt', 'C.txt']);
    expect(await names('$orderby=name desc&$top=2')).toEqual(['C.txt', 'b.txt']);
    expect(await names('$orderby=size')).toEqual(['C.txt', 'a.png', 'b.txt']);
    expect(await names('$orderby=contentType,name desc')).toEqual(['a.png', 'C.txt', 'b.txt']);
    expect(await names('$orderby=isInline desc, size desc')).toEqual(['a.png', 'b.txt', 'C.txt']);
    for (const wrong of ['colour', 'name up', 'contentBytes', ''])
      expect(await office.ask('GET', `/me/messages/${id}/attachments?$orderby=${wrong}`)).toMatchObject({
        status: 400,
        json: { error: { code: 'ErrorInvalidUrlQuery' } },
      });
    const one = (await office.ask('GET', `/me/messages/${id}/attachments`)).json.value[0].id;
    expect((await office.ask('GET', `/me/messages/${id}/attachments/${one}?$orderby=name`)).status).toBe(400);
  });
});

describe('hasAttachments', () => {
  const inline = { ...file, name: 'seen.png', isInline: true, contentId: 'seen' };

  test('does not count what is shown within the text, as Graph says', async () => {
    const { json } = await office.ask('POST', '/me/mailFolders', { json: { displayName: 'Attached' } });
    const place = `/me/mailFolders/${json.id}/messages`;
    const make = async (subject: string, attachments: readonly unknown[]) =>
      (await office.ask('POST', place, { json: { subject, attachments } })).json;
    const made = [
      await make('none', []),
      await make('inline alone', [inline]),
      await make('a file', [file]),
      await make('both', [inline, file]),
    ];
    expect(made.map(({ hasAttachments }) => hasAttachments)).toEqual([false, false, true, true]);
    const listed = async (options: string): Promise<string[]> =>
      (
        await office.ask('GET', `${place}?$select=subject,hasAttachments&$orderby=createdDateTime${options}`)
      ).json.value.map((one: { subject: string; hasAttachments: boolean }) => `${one.subject} ${one.hasAttachments}`);
    expect(await listed('')).toEqual(['none false', 'inline alone false', 'a file true', 'both true']);
    expect(await listed('&$filter=hasAttachments eq true')).toEqual(['a file true', 'both true']);
    expect(await listed('&$filter=hasAttachments eq false')).toEqual(['none false', 'inline alone false']);
    expect(await listed('&$filter=not hasAttachments')).toEqual(['none false', 'inline alone false']);
    const searched = await office.ask('GET', `${place}?$search="hasAttachments:true"&$select=subject`);
    expect(searched.json.value.map(({ subject }: { subject: string }) => subject).sort()).toEqual(['a file', 'both']);
    expect((await office.ask('GET', `${place}?$orderby=hasAttachments`)).json.error.code).toBe('ErrorInvalidUrlQuery');
    // A file is added to the one that had none, and taken from the one that had one.
    await office.ask('POST', `/me/messages/${made[1].id}/attachments`, { json: file });
    const { json: list } = await office.ask('GET', `/me/messages/${made[3].id}/attachments?$select=isInline`);
    const plain = list.value.find(({ isInline }: { isInline: boolean }) => !isInline);
    await office.ask('DELETE', `/me/messages/${made[3].id}/attachments/${plain.id}`);
    expect(await listed('')).toEqual(['none false', 'inline alone true', 'a file true', 'both false']);
  });

  test('knows the pictures of MIME that its HTML shows', async () => {
    const mime = [
      'From: a@example.com\r\nTo: me@example.com\r\nSubject: Picture\r\nMIME-Version: 1.0\r\n',
      'Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<img src="cid:p@x">\r\n',
      '--b\r\nContent-Type: image/png; name=p.png\r\nContent-ID: <p@x>\r\nContent-Transfer-Encoding: base64\r\n\r\nYQ==\r\n--b--\r\n',
    ].join('');
    const made = await office.ask('POST', '/me/messages', {
      body: Buffer.from(mime).toString('base64'),
      headers: { 'content-type': 'text/plain' },
    });
    expect(made).toMatchObject({ status: 201, json: { hasAttachments: false } });
    expect((await office.ask('GET', `/me/messages/${made.json.id}/attachments`)).json.value).toMatchObject([
      { isInline: true, contentId: 'p@x' },
    ]);
  });
});
