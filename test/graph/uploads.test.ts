import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../src/com/index.js';
import { Uploads } from '../../src/graph/attachment/uploads.js';
import type { JsonObject } from '../../src/graph/http/json.js';
import type { Call, Route } from '../../src/graph/http/route.js';
import { IMessage } from '../../src/mapi/index.js';
import { useLedger } from '../support/ledger.js';
import type { Told } from './ask.js';
import { Office } from './office.js';

let office: Office;
beforeAll(async () => {
  office = await Office.open();
});
afterAll(() => office[Symbol.asyncDispose]());

useLedger();

const content = Buffer.from('0123456789'.repeat(1000));

const begin = async (id: string, item: Record<string, unknown> = {}): Promise<Told> =>
  office.ask('POST', `/me/messages/${id}/attachments/createUploadSession`, {
    json: { AttachmentItem: { attachmentType: 'file', name: 'large.bin', size: content.length, ...item } },
  });

/** The address itself is the permission. */
const put = async (url: string, from: number, to: number, all = content.length): Promise<Told> => {
  const reply = await office.server.inject({
    method: 'PUT',
    url: new URL(url).pathname,
    headers: { 'content-range': `bytes ${from}-${to}/${all}`, 'content-type': 'application/octet-stream' },
    payload: content.subarray(from, to + 1),
  });
  const json = reply.rawPayload.length > 0 ? reply.json() : null;
  return { status: reply.statusCode, json, headers: reply.headers, bytes: reply.rawPayload };
};

describe('createUploadSession', () => {
  test('a file comes in ranges, one after the other', async () => {
    const { id } = await office.draft({ subject: 'Large' });
    const begun = await begin(id);
    expect(begun).toMatchObject({ status: 201, json: { nextExpectedRanges: ['0-'] } });
    const { uploadUrl } = begun.json;
    expect(await put(uploadUrl, 0, 3999)).toMatchObject({ status: 200, json: { nextExpectedRanges: ['4000-'] } });
    // Not the next range; not what it says to be; more than there is.
    expect((await put(uploadUrl, 5000, 5999)).status).toBe(416);
    expect((await put(uploadUrl, 4000, 4999, 7)).status).toBe(400);
    expect((await office.ask('GET', `/me/messages/${id}/attachments`)).json.value).toEqual([]);
    const last = await put(uploadUrl, 4000, 9999);
    expect(last.status).toBe(201);
    const location = String(last.headers['location']).replace(/^https?:\/\/[^/]+/, '');
    expect((await office.ask('GET', location)).json).toMatchObject({ name: 'large.bin' });
    expect((await office.ask('GET', `${location}/$value`)).bytes.equals(content)).toBe(true);
    expect((await put(uploadUrl, 0, 9999)).status).toBe(404);
  });

  test.each([
    ['a range that came before', 0, 3999, 10_000, 416, 'ErrorInvalidRange'],
    ['a range that overlaps what came', 3000, 4999, 10_000, 416, 'ErrorInvalidRange'],
    ['a range behind a gap', 5000, 5999, 10_000, 416, 'ErrorInvalidRange'],
    ['the last range before the others', 9000, 9999, 10_000, 416, 'ErrorInvalidRange'],
    ['a range of a file of another size', 4000, 4999, 9_999, 400, 'ErrorInvalidRequest'],
  ])('%s is refused, and the next one may still come', async (_what, from, to, all, status, code) => {
    const { id } = await office.draft({ subject: 'Ranges' });
    const { uploadUrl } = (await begin(id)).json;
    expect((await put(uploadUrl, 0, 3999)).status).toBe(200);
    expect(await put(uploadUrl, from, to, all)).toMatchObject({ status, json: { error: { code } } });
    const state = await office.server.inject({ method: 'GET', url: new URL(uploadUrl).pathname });
    expect(state.json().nextExpectedRanges).toEqual(['4000-']);
    expect((await put(uploadUrl, 4000, 9999)).status).toBe(201);
    expect((await office.ask('GET', `/me/messages/${id}/attachments`)).json.value).toHaveLength(1);
  });

  test.each([
    ['more than the file has', 'bytes 4000-10000/10000', 6001, 416],
    ['another length than the header says', 'bytes 4000-4999/10000', 7, 400],
    ['no header', undefined, 10, 400],
    ['a header of another unit', 'lines 4000-4009/10000', 10, 400],
    ['a range that ends before it begins', 'bytes 4000-3999/10000', 0, 400],
  ])('a body with %s is refused', async (_what, header, length, status) => {
    const { id } = await office.draft({ subject: 'Bodies' });
    const { uploadUrl } = (await begin(id)).json;
    await put(uploadUrl, 0, 3999);
    const reply = await office.server.inject({
      method: 'PUT',
      url: new URL(uploadUrl).pathname,
      headers: header === undefined ? {} : { 'content-range': header },
      payload: Buffer.alloc(length),
    });
    expect(reply.statusCode).toBe(status);
    expect((await put(uploadUrl, 4000, 9999)).status).toBe(201);
  });

  test('a session is over a day after its last range, and its file is gone', async () => {
    let now = Date.now();
    const uploads = new Uploads(() => now);
    const [start] = uploads.routes as readonly [Route];
    const [range, tell] = uploads.bare;
    const { id } = await office.draft({ subject: 'Slow' });
    const call = {
      body: Buffer.from(JSON.stringify({ AttachmentItem: { attachmentType: 'file', name: 'x', size: 10 } })),
      headers: {},
      params: { message: id },
      root: 'http://x/v1.0',
      mailboxUrl: 'http://x/v1.0/me',
      box: {
        openMessage: async () =>
          (await ok(office.session.store.OpenEntry(new Uint8Array(Buffer.from(id, 'base64url')), IMessage, 0))).lppUnk,
      },
    };
    const begun = await start.run(call as unknown as Call);
    const uploadUrl = String((begun.body as JsonObject)['uploadUrl']);
    const params = { upload: uploadUrl.slice(uploadUrl.lastIndexOf('/') + 1) };
    const send = (from: number, to: number) =>
      range?.run({ params, headers: { 'content-range': `bytes ${from}-${to}/10` }, body: Buffer.alloc(to - from + 1) });
    now += 86_399_000;
    expect(await send(0, 4)).toMatchObject({ status: 200 });
    now += 86_399_000;
    expect(await tell?.run({ params, headers: {}, body: Buffer.alloc(0) })).toMatchObject({ status: 200 });
    now += 1000;
    await expect(send(5, 9)).rejects.toMatchObject({ status: 404, code: 'ErrorItemNotFound' });
    await uploads.close();
  });

  test('a session that was cancelled is over; what is no file never begins', async () => {
    const { id } = await office.draft({ subject: 'Cancelled' });
    const { uploadUrl } = (await begin(id)).json;
    const url = new URL(uploadUrl).pathname;
    expect((await office.server.inject({ method: 'DELETE', url })).statusCode).toBe(204);
    expect((await put(uploadUrl, 0, 9999)).status).toBe(404);
    for (const item of [{ attachmentType: 'item' }, { size: 0 }, { size: 1e12 }, { name: 7 }])
      expect((await begin(id, item)).status).toBe(400);
    expect((await begin('AAAA')).status).toBe(400);
  });

  test('the addresses of sessions that nobody has are nothing', async () => {
    const uploads = new Uploads();
    const [range] = uploads.bare;
    const asked = { params: { upload: 'x' }, headers: {}, body: Buffer.alloc(0) };
    await expect(range?.run(asked)).rejects.toMatchObject({ status: 404 });
    await uploads.close();
  });
});
