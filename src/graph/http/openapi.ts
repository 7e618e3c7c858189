import { version } from '../../base/index.js';
import type { JsonObject } from './json.js';
import type { BareRoute, RootRoute, Route } from './route.js';

type Described = Pick<Route, 'method' | 'path' | 'summary' | 'scopes'>;

/** What the server answers besides the resources of mail. */
const own: readonly Described[] = [
  { method: 'GET', path: '/openapi.json', summary: 'Get this document', scopes: [] },
  { method: 'GET', path: '/metrics', summary: 'Get what is counted, for Prometheus', scopes: [] },
];

const health: Described = { method: 'GET', path: '/healthz', summary: 'Tell whether the server runs', scopes: [] };
const batch: Described = { method: 'POST', path: '/$batch', summary: 'Make several requests in one', scopes: [] };

const described = ({ method, url, summary }: BareRoute): Described => ({ method, path: url, summary, scopes: [] });

/**
 * The resources as an OpenAPI document.
 *
 * @param routes what the server answers
 * @param rooted those outside of mailboxes
 * @param bare those whose address is the permission
 * @param server its address
 */
export function openApi(
  routes: readonly Route[],
  rooted: readonly RootRoute[],
  bare: readonly BareRoute[],
  server: string,
): JsonObject {
  const paths = {
    ...pathsOf('/me', routes),
    ...pathsOf('/users/{user}', routes),
    ...pathsOf('', [...rooted, batch]),
    ...beside(server, pathsOf('', own)),
    ...beside(server, withoutToken(pathsOf('', [health, ...bare.map(described)]))),
  };
  return {
    openapi: '3.1.0',
    info: { title: 'comail: mail as Microsoft Graph has it', version: version() },
    servers: [{ url: `${server}/v1.0` }, { url: `${server}/beta` }],
    paths,
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      responses: {
        error: {
          description: 'a failure, as Graph tells it',
          content: { 'application/json': { schema: { $ref: '#/components/schemas/error' } } },
        },
      },
      schemas: {
        error: {
          type: 'object',
          required: ['error'],
          properties: {
            error: {
              type: 'object',
              required: ['code', 'message'],
              properties: { code: { type: 'string' }, message: { type: 'string' }, innerError: { type: 'object' } },
            },
          },
        },
      },
    },
  };
}

type Paths = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function pathsOf(place: string, found: readonly Described[]): Paths {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { method, path, summary, scopes } of found) {
    const full = `${place}${path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[full] ??= {};
    paths[full][method.toLowerCase()] = {
      summary,
      parameters: [...full.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string' },
      })),
      ...(method === 'GET' || method === 'DELETE' ? {} : { requestBody: { content: { 'application/json': {} } } }),
      responses: { '2XX': { description: 'done' }, default: { $ref: '#/components/responses/error' } },
      security: scopes.length === 0 ? [{ bearer: [] }] : scopes.map((scope) => ({ bearer: [scope] })),
    };
  }
  return paths;
}

/** Paths that stand beside the versions. */
const beside = (server: string, paths: Paths): Paths =>
  Object.fromEntries(Object.entries(paths).map(([path, item]) => [path, { servers: [{ url: server }], ...item }]));

/** Paths that need no token. */
const withoutToken = (paths: Paths): Paths =>
  Object.fromEntries(
    Object.entries(paths).map(([path, item]) => [
      path,
      Object.fromEntries(Object.entries(item).map(([method, what]) => [method, { ...(what as object), security: [] }])),
    ]),
  );
