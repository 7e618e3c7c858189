import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { limit } from '../../base/index.js';
import { GraphError } from '../http/error.js';

const WEBHOOK_SECONDS: number = limit(
  'graph.webhookSeconds',
  10,
  'seconds',
  'in which a webhook must answer; Graph demands the same of its validation',
);
const ANSWER_BYTES: number = limit('graph.webhookAnswer', 4096, 'bytes', 'a validation token is much shorter');

/**
 * The address of a webhook, if it may be called: on loopback, or at a host that whoever runs the server has allowed.
 *
 * @param text what a caller wrote
 * @param hosts the hosts that are allowed
 * @throws {GraphError} `InvalidRequest` for any other
 */
export function webhookOf(text: string, hosts: readonly string[]): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  const name = url?.hostname.toLowerCase() ?? '';
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(name);
  const allowed = hosts.some((host) => host.toLowerCase() === name);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '')
    throw invalid(`'${text}' is no address of a webhook.`);
  if (!loopback && !allowed)
    throw invalid(`Webhooks are called on loopback and at hosts that are allowed, not at '${name}'.`);
  if (!loopback && url.protocol !== 'https:') throw invalid('Beyond this machine webhooks are called by HTTPS alone.');
  return url;
}

/** What Graph calls a request about subscriptions that can't be carried out. */
export const invalid = (message: string, cause?: unknown): GraphError =>
  new GraphError(400, 'InvalidRequest', message, { cause });

/**
 * Posts to a webhook. Redirections are not followed: they would lead beyond the hosts that are allowed.
 *
 * @param url its address
 * @param body what is posted; null for nothing
 * @returns the status and the text of its answer
 * @throws {Error} when it does not answer in time, or can not be reached
 */
export function post(url: URL, body: string | null): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const type = body === null ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
    const headers = { 'content-type': type, 'content-length': Buffer.byteLength(body ?? '') };
    const signal = AbortSignal.timeout(WEBHOOK_SECONDS * 1000);
    const asked = (url.protocol === 'https:' ? secure : plain)(url, { method: 'POST', headers, signal, agent: false });
    asked.on('error', reject);
    asked.on('response', (reply) => {
      const pieces: Buffer[] = [];
      let size = 0;
      reply.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size <= ANSWER_BYTES) pieces.push(piece);
        else asked.destroy(new Error(`the webhook answers with more than ${ANSWER_BYTES} bytes`));
      });
      reply.on('error', reject);
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(pieces).toString() }));
    });
    asked.end(body ?? '');
  });
}
