import type { LightMyRequestResponse } from 'fastify';
import type { GraphServer } from '../../src/graph/index.js';

/** What a request has besides its method and address. */
export interface Asked {
  readonly json?: unknown;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly token?: string;
}

/** An answer with its JSON. */
export interface Told {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON of any shape
  readonly json: any;
  readonly headers: LightMyRequestResponse['headers'];
  readonly bytes: Buffer;
}

/** Asks a server for something of `/v1.0`; an address that it has told itself will do, too. */
export async function askServer(
  server: GraphServer,
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT',
  address: string,
  { json, body, headers = {}, token = '' }: Asked,
): Promise<Told> {
  const path = address.replace(/^https?:\/\/[^/]+/, '');
  const payload = json === undefined ? body : JSON.stringify(json);
  const reply = await server.inject({
    method,
    url: path.startsWith('/beta') || path.startsWith('/v1.0') || path === '/openapi.json' ? path : `/v1.0${path}`,
    headers: {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  });
  const isJson = String(reply.headers['content-type'] ?? '').includes('json');
  return {
    status: reply.statusCode,
    json: isJson ? reply.json() : null,
    headers: reply.headers,
    bytes: reply.rawPayload,
  };
}
