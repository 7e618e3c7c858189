import type { FastifyInstance } from 'fastify';
import { badRequest } from './error.js';
import { jsonBody, listOf, objectOf, textOf } from './json.js';
import { BATCH_REQUESTS } from './limits.js';
import type { Answer } from './route.js';

interface Step {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  readonly after: readonly string[];
}

/**
 * Answers several requests in one: each as if it had come alone, those that depend on others after them.
 *
 * @param app what answers them
 * @param version the part of the path before their addresses: `/v1.0`
 * @param bytes the body
 * @param shared the header fields of the batch that count for all
 * @throws {GraphError} `BadRequest` for a batch that is none
 */
export async function batch(app: FastifyInstance, version: string, bytes: Buffer, shared: Shared): Promise<Answer> {
  const steps = listOf(jsonBody(bytes)['requests'], 'requests').map(stepOf);
  if (steps.length > BATCH_REQUESTS) throw badRequest(`The batch has more than ${BATCH_REQUESTS} requests.`);
  const known = new Set<string>();
  for (const { id, after } of steps) {
    if (known.has(id)) throw badRequest(`Request id ${id} is not unique within the batch.`);
    for (const other of after)
      if (!known.has(other)) throw badRequest(`The request ${id} depends on ${other}, which does not stand before it.`);
    known.add(id);
  }
  const answers = new Map<string, Promise<BatchAnswer>>();
  for (const step of steps) answers.set(step.id, answered(app, version, step, shared, answers));
  return { status: 200, body: { responses: await Promise.all(answers.values()) } };
}

/** Who asks, and by what address. */
export type Shared = Readonly<Record<string, string>>;

interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

async function answered(
  app: FastifyInstance,
  version: string,
  step: Step,
  shared: Shared,
  answers: ReadonlyMap<string, Promise<BatchAnswer>>,
): Promise<BatchAnswer> {
  const { id, method, url, headers, body, after } = step;
  const before = await Promise.all(after.flatMap((other) => answers.get(other) ?? []));
  if (before.some(({ status }) => status >= 400)) {
    const error = { code: 'FailedDependency', message: 'A request that this one depends on failed.' };
    return { id, status: 424, headers: {}, body: { error } };
  }
  const path = url.startsWith('/') ? url : `/${url}`;
  const reply = await app.inject({
    method: method as 'GET',
    // The official client writes the version, too.
    url: /^\/(?:v1\.0|beta)\//i.test(path) ? path : version + path,
    headers: { ...headers, ...shared },
    ...(body === undefined ? {} : { payload: body }),
  });
  const type = String(reply.headers['content-type'] ?? '');
  const told = Object.fromEntries(
    shownHeaders.flatMap((name) => {
      const value = reply.headers[name.toLowerCase()];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
  const answer = { id, status: reply.statusCode, headers: told };
  if (reply.rawPayload.length === 0) return answer;
  return { ...answer, body: type.includes('json') ? reply.json() : reply.rawPayload.toString('base64') };
}

/** A body that is a text. Microsoft's SDK for TypeScript writes JSON in base64, and does not say that it is JSON. */
function textIn(body: string, headers: Readonly<Record<string, string>>): string {
  if (!/^(?:application\/json\b|$)/i.test(headers['content-type'] ?? '')) return body;
  if (!/^[A-Za-z0-9+/_-]{2,}={0,2}$/.test(body)) return body;
  const decoded = Buffer.from(body, 'base64').toString();
  return /^\{.*\}$/s.test(decoded) ? decoded : body;
}

/** In the letters of Graph's: there are clients that look them up so. */
const shownHeaders = ['Content-Type', 'Location', 'ETag', 'Retry-After', 'Preference-Applied', 'comail-message-id'];

function stepOf(value: unknown): Step {
  const step = objectOf(value, 'requests');
  const id = textOf(step['id'], 'id');
  const method = textOf(step['method'], 'method').toUpperCase();
  const url = textOf(step['url'], 'url');
  if (!['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].includes(method)) throw badRequest(`${method} can not be batched.`);
  if (/^\/?(?:(?:v1\.0|beta)\/)?\$batch\b/i.test(url)) throw badRequest('A batch within a batch is not allowed.');
  const headers = Object.fromEntries(
    Object.entries(step['headers'] === undefined ? {} : objectOf(step['headers'], 'headers'))
      .map(([name, text]) => [name.toLowerCase(), textOf(text, name)] as const)
      .filter(([name]) => name !== 'authorization'),
  );
  const { body } = step;
  const after = step['dependsOn'] === undefined ? [] : listOf(step['dependsOn'], 'dependsOn');
  return {
    id,
    method,
    url,
    headers,
    body:
      body === undefined || body === null
        ? undefined
        : typeof body === 'string'
          ? textIn(body, headers)
          : JSON.stringify(body),
    after: after.map((other) => textOf(other, 'dependsOn')),
  };
}
