import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Uploads } from '../../src/graph/attachment/uploads.js';
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
