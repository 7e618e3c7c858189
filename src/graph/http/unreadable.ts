import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorResource } from '../resources.js';
import { asJson } from './route.js';

/**
 * Answers what can't be read as a request, in Graph's form, and ends the connection.
 *
 * @param error what Node's parser says
 * @param socket whose it is
 */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  // A peer that has gone hears nothing.
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, code, message] = known.get(error.code ?? '') ?? other;
  const id = randomUUID();
  const innerError = { date: new Date().toISOString().slice(0, 19), 'request-id': id, 'client-request-id': id };
  const body: ErrorResource = { error: { code, message, innerError } };
  const json = JSON.stringify(body);
  const header = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${asJson['content-type']}`,
    `content-length: ${Buffer.byteLength(json)}`,
    `request-id: ${id}`,
    'connection: close',
  ];
  // Nothing that it still sends is read: it was no request, or came too slowly.
  socket.end(`${header.join('\r\n')}\r\n\r\n${json}`, () => socket.destroy());
}

type Refusal = readonly [status: number, code: string, message: string];

const known: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
  ['ERR_HTTP_REQUEST_TIMEOUT', [408, 'RequestTimeout', 'The request has not come whole within its time.']],
  ['HPE_HEADER_OVERFLOW', [431, 'RequestHeaderFieldsTooLarge', 'The header of the request is too long.']],
]);
const other: Refusal = [400, 'BadRequest', 'This is no request of HTTP/1.1.'];
