import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limit } from '../../base/index.js';
import { ok } from '../../com/index.js';
import { KEEP_OPEN_READWRITE } from '../../mapi/index.js';
import { GraphError } from '../http/error.js';
import { type JsonObject, objectOf, textOf } from '../http/json.js';
import { type Answer, type BareRoute, bodyOf, type Call, paramOf, type Route, WRITE } from '../http/route.js';
import type { Box } from '../mailbox/box.js';
import { openNamed } from '../message/named.js';
import type { UploadResource } from '../resources.js';
import { idOfNumber } from './id.js';
import { attach } from './write.js';

const UPLOAD_BYTES: number = limit(
  'graph.uploadBytes',
  150 * 1024 * 1024,
  'bytes',
  'the largest file that Graph takes by an upload session',
);
const UPLOADS: number = limit('graph.uploads', 100, 'sessions', 'each has a file of its own until it ends');
const UPLOAD_SECONDS: number = limit(
  'graph.uploadSeconds',
  86_400,
  'seconds',
  'a day after its last range, as with Graph',
);

interface Session {
  readonly box: Box;
  readonly message: string;
  readonly item: JsonObject;
  readonly size: number;
  readonly folder: string;
  readonly file: FileHandle;
  readonly location: string;
  /** Bytes that came. */
  at: number;
  expires: number;
  /** Ranges come one at a time. */
  busy: boolean;
}

/** Large files that come in ranges, each to an address that is itself the permission. */
export class Uploads {
  readonly #sessions = new Map<string, Session>();
  readonly #now: () => number;

  /** @param now tells the time */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Where sessions begin. */
  get routes(): readonly Route[] {
    return [
      {
        method: 'POST',
        path: '/messages/:message/attachments/createUploadSession',
        scopes: WRITE,
        summary: 'Attach a large file in ranges',
        run: (call) => this.#begin(call),
      },
    ];
  }

  /** Where the ranges go. */
  get bare(): readonly BareRoute[] {
    const url = '/uploads/:upload';
    return [
      {
        method: 'PUT',
        url,
        summary: 'Upload a range',
        run: ({ params, headers, body }) => this.#range(params['upload'] ?? '', headers['content-range'], body),
      },
      {
        method: 'GET',
        url,
        summary: 'Tell which range is next',
        run: async ({ params }) => progress(this.#found(params['upload'] ?? '')),
      },
      {
        method: 'DELETE',
        url,
        summary: 'Cancel an upload session',
        run: ({ params }) => this.#cancel(params['upload'] ?? ''),
      },
    ];
  }

  /** Forgets all sessions and their files. */
  async close(): Promise<void> {
    for (const id of [...this.#sessions.keys()]) await this.#end(id);
  }

  async #begin(call: Call): Promise<Answer> {
    const json = bodyOf(call);
    const item = objectOf(json['attachmentItem'], 'AttachmentItem');
    const size = item['size'];
    if (textOf(item['attachmentType'], 'attachmentType').toLowerCase() !== 'file')
      throw new GraphError(400, 'ErrorInvalidArgument', 'Files alone are attached in ranges.');
    if (typeof size !== 'number' || !Number.isInteger(size) || size <= 0 || size > UPLOAD_BYTES)
      throw new GraphError(400, 'ErrorInvalidArgument', `The size is a number of bytes from 1 to ${UPLOAD_BYTES}.`);
    textOf(item['name'], 'name');
    const message = paramOf(call, 'message');
    // Who names no message hears of it now, not after the last range.
    (await openNamed(call, true)).Release();
    await this.#expire();
    if (this.#sessions.size >= UPLOADS)
      throw new GraphError(429, 'ApplicationThrottled', 'Too many uploads are under way.', { retryAfter: 60 });
    const id = randomBytes(32).toString('base64url');
    const folder = await mkdtemp(join(tmpdir(), 'comail-upload-'));
    const session: Session = {
      box: call.box,
      message,
      item,
      size,
      folder,
      file: await open(join(folder, 'bytes'), 'wx+', 0o600),
      location: `${call.mailboxUrl}/messages/${message}/attachments`,
      at: 0,
      expires: this.#now() + UPLOAD_SECONDS * 1000,
      busy: false,
    };
    this.#sessions.set(id, session);
    const uploadUrl = `${call.root.replace(/\/[^/]*$/, '')}/uploads/${id}`;
    return {
      status: 201,
      body: { '@odata.context': `${call.root}/$metadata#uploadSession`, uploadUrl, ...state(session) },
    };
  }

  async #range(id: string, header: string | undefined, body: Buffer): Promise<Answer> {
    const session = this.#found(id);
    const [, from, to, all] = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header ?? '') ?? [];
    const length = Number(to) - Number(from) + 1;
    if (from === undefined || Number(all) !== session.size || length !== body.length || length === 0)
      throw new GraphError(400, 'ErrorInvalidRequest', 'Content-Range must say which bytes of how many the body is.');
    if (session.busy || Number(from) !== session.at || Number(to) >= session.size)
      throw new GraphError(416, 'ErrorInvalidRange', `The next range begins at ${session.at}.`);
    session.busy = true;
    try {
      await session.file.write(body, 0, body.length, session.at);
      session.at += body.length;
      session.expires = this.#now() + UPLOAD_SECONDS * 1000;
      if (session.at < session.size) return progress(session);
      const location = await finished(session);
      await this.#end(id);
      return { status: 201, headers: { location } };
    } catch (error) {
      // The last range may be sent again: what failed was to attach the file.
      if (session.at === session.size) session.at -= body.length;
      throw error;
    } finally {
      session.busy = false;
    }
  }

  async #cancel(id: string): Promise<Answer> {
    this.#found(id);
    await this.#end(id);
    return { status: 204 };
  }

  #found(id: string): Session {
    const session = this.#sessions.get(id);
    if (!session || session.expires <= this.#now())
      throw new GraphError(404, 'ErrorItemNotFound', 'The upload session is not there, or has expired.');
    return session;
  }

  async #expire(): Promise<void> {
    for (const [id, { expires }] of [...this.#sessions]) if (expires <= this.#now()) await this.#end(id);
  }

  async #end(id: string): Promise<void> {
    const session = this.#sessions.get(id);
    this.#sessions.delete(id);
    await session?.file.close();
    if (session) await rm(session.folder, { recursive: true, force: true });
  }
}

const state = ({ at, expires }: Session): UploadResource => ({
  expirationDateTime: new Date(expires).toISOString(),
  nextExpectedRanges: [`${at}-`],
});

const progress = (session: Session): Answer => ({ status: 200, body: state(session) });

async function finished({ box, message: id, item, file, size, location }: Session): Promise<string> {
  using message = await box.openMessage(id, true);
  const attached = await attach(message, item, pieces(file, size));
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  return `${location}/${await idOfNumber(message, attached)}`;
}

async function* pieces(file: FileHandle, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; ) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(256 * 1024), 0, 256 * 1024, at);
    if (bytesRead === 0) throw new Error('the file of an upload lost its bytes');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
