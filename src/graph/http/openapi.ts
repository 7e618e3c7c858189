import { version } from '../../base/index.js';
import type { JsonObject } from './json.js';
import type { RootRoute, Route } from './route.js';

/**
 * The resources as an OpenAPI document.
 *
 * @param routes what the server answers
 * @param rooted those outside of mailboxes
 * @param server its address
 */
export function openApi(routes: readonly Route[], rooted: readonly RootRoute[], server: string): JsonObject {
  const paths: Record<string, Record<string, unknown>> = {};
  const places: readonly (readonly [string, readonly Omit<Route, 'run'>[]])[] = [
    ['/me', routes],
    ['/users/{user}', routes],
    ['', rooted],
  ];
  for (const [place, found] of places)
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
