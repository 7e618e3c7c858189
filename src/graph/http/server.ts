import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { log } from '../../base/index.js';
import { demand, principalOf } from '../auth/authority.js';
import type { Authenticator, Principal } from '../auth/principal.js';
import { Box, type GraphMailbox } from '../mailbox/box.js';
import type { ErrorResource } from '../resources.js';
import type { Clock } from '../subscription/clock.js';
import { actorOf, type Entered, enter, openTo, Throttle } from './access.js';
import { batch } from './batch.js';
import { GraphError, graphErrorOf } from './error.js';
import { BODY_BYTES, REQUEST_SECONDS } from './limits.js';
import { metrics } from './metrics.js';
import { openApi } from './openapi.js';
import { type Answer, asJson, type BareRoute, type Call, READ, type RootRoute, type Route } from './route.js';
import { RouteTable } from './table.js';
import { refuseUnreadable } from './unreadable.js';
import { plainPath } from './urls.js';

/** What a server is made of. */
export interface GraphOptions {
  /** The mailboxes that it shows. */
  readonly mailboxes: readonly GraphMailbox[];
  /** Who knows the bearer tokens; without one nobody comes in. */
  readonly authenticators: readonly Authenticator[];
  /** The server's certificate and key, in PEM; without it HTTP, which `listen` allows on loopback alone. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Where requests are logged, as pino does; nowhere when it is left out. */
  readonly logger?: FastifyBaseLogger;
  /** The address that callers know the server by, for `@odata.nextLink`; that of the request when it is left out. */
  readonly publicUrl?: string;
  /** Whether `$orderby` beside `$filter` is refused as Graph refuses it (`InefficientFilter`), although it could be answered. */
  readonly strictQueries?: boolean;
  /** Tells the time to subscriptions; the clock of the machine when it is left out. */
  readonly clock?: Clock;
  /** The hosts, beside loopback, at which webhooks of subscriptions may be. */
  readonly webhookHosts?: readonly string[];
  /** Seconds within which a request must have come whole, or it is answered by 408; 300 when it is left out. */
  readonly requestSeconds?: number;
}

interface Caller extends Entered {
  readonly principal: Principal;
}

interface Opened {
  readonly app: FastifyInstance;
  readonly boxes: readonly Box[];
}

/** What is counted, for monitoring. */
export interface GraphCounts {
  /** Requests by the status of their answer. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Requests under way. */
  readonly active: number;
}

/** How the rooms' resources see the server. */
export interface Installed {
  readonly routes: readonly Route[];
  /** Resources outside of mailboxes, whose address itself is the permission. */
  readonly bare: readonly BareRoute[];
  /** Resources outside of mailboxes. */
  readonly rooted: readonly RootRoute[];
  /** Takes up what is kept in the mailboxes. */
  start(boxes: readonly Box[]): Promise<void>;
  /** Ends what the resources keep: sinks, timers. */
  close(): Promise<void>;
}

/**
 * Makes the application: versions, users, tokens, errors and identifiers of requests.
 *
 * @param options what it is made of
 * @param installed the resources
 */
export async function application(
  options: GraphOptions,
  installed: Installed,
): Promise<Opened & { readonly counts: GraphCounts; readonly table: RouteTable; stop(): void }> {
  const boxes = await Promise.all(options.mailboxes.map((mailbox) => Box.of(mailbox)));
  const statuses = new Map<number, number>();
  const throttle = new Throttle();
  const callers = new WeakMap<FastifyRequest, Caller>();
  const principals = new WeakMap<FastifyRequest, Principal>();
  let active = 0;
  let stopping = false;
  const app = instance(options);
  const table = new RouteTable();
  app.addHook('onRoute', ({ method, url }) => {
    for (const each of [method].flat()) table.add(each, url);
  });
  app.removeAllContentTypeParsers();
  // What has a parser of its own is not looked up among patterns.
  for (const type of ['application/json', '*'])
    app.addContentTypeParser(type, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  // Nothing here has to wait, so no promise is made for it.
  app.addHook('onRequest', (request, reply, done) => {
    active++;
    reply.header('request-id', request.id);
    const client = clientId(request);
    if (client !== null) reply.header('client-request-id', client);
    reply.header('cache-control', 'private');
    done();
  });
  app.addHook('onResponse', (_request, reply, done) => {
    active--;
    statuses.set(reply.statusCode, (statuses.get(reply.statusCode) ?? 0) + 1);
    done();
  });
  app.setErrorHandler((error, request, reply) => refuse(fromFastify(error, request), request, reply));
  app.setNotFoundHandler(async (request, reply) => {
    try {
      await principalOf(request.headers.authorization, options.authenticators);
      const allow = table.methodsAt(request.url.split('?', 1)[0] ?? '').join(', ');
      if (allow !== '')
        throw new GraphError(405, 'BadRequest', 'Specified HTTP method is not allowed for the request target.', {
          headers: { allow },
        });
      const segment = request.url.split('?', 1)[0]?.split('/').filter(Boolean).at(-1) ?? '';
      throw new GraphError(400, 'BadRequest', `Resource not found for the segment '${segment}'.`);
    } catch (error) {
      await refuse(error, request, reply);
    }
  });

  /** Nobody's body is read before it is known who asks; where that is known at once, no promise is made for it. */
  const entering =
    (enterAs: (request: FastifyRequest, principal: Principal) => void) =>
    (request: FastifyRequest, _reply: FastifyReply, done: (error?: Error) => void): void => {
      let asked: Principal | Promise<Principal>;
      try {
        if (stopping) throw new GraphError(503, 'ErrorServerBusy', 'The server is ending.', { retryAfter: 5 });
        asked = principalOf(request.headers.authorization, options.authenticators);
        if (!(asked instanceof Promise)) enterAs(request, asked);
      } catch (error) {
        done(error as Error);
        return;
      }
      if (asked instanceof Promise) asked.then((principal) => enterAs(request, principal)).then(() => done(), done);
      else done();
    };

  for (const route of installed.bare)
    app.route({
      method: route.method,
      url: route.url,
      handler: async (request, reply) =>
        send(reply, await route.run({ params: paramsOf(request), headers: request.headers, body: bytesOf(request) })),
    });
  for (const version of ['v1.0', 'beta'])
    app.post(`/${version}/$batch`, {
      onRequest: async (request) => {
        principals.set(request, await principalOf(request.headers.authorization, options.authenticators));
      },
      handler: async (request, reply) =>
        send(
          reply,
          await throttle.run(throttled(principals.get(request)), () =>
            batch(app, `/${version}`, bytesOf(request), {
              authorization: request.headers.authorization ?? '',
              // The requests within come by no connection, and tell addresses as the batch would.
              [batched]: rootOf(options, request),
            }),
          ),
        ),
    });
  for (const version of ['v1.0', 'beta'])
    for (const route of installed.rooted)
      app.route({
        method: route.method,
        url: `/${version}${route.path}`,
        onRequest: entering((request, principal) => {
          principals.set(request, principal);
          demand(principal, route.scopes);
        }),
        handler: async (request, reply) => {
          const principal = principals.get(request) as Principal;
          const call = {
            principal,
            params: paramsOf(request),
            headers: request.headers,
            body: bytesOf(request),
            root: `${rootOf(options, request)}/${version}`,
            actor: principal.everyone ? null : actorOf(boxes, principal),
            boxes: openTo(boxes, principal),
            boxOf: (user: string | undefined) => enter(boxes, principal, user).box,
          };
          return send(reply, await throttle.run(throttled(principal), () => route.run(call)));
        },
      });
  for (const version of ['v1.0', 'beta'])
    for (const user of ['me', 'users/:user'])
      for (const route of installed.routes)
        app.route({
          method: route.method,
          url: `/${version}/${user}${route.path}`,
          onRequest: entering((request, principal) => {
            const { box, actor, shared } = enter(boxes, principal, paramsOf(request)['user']);
            callers.set(request, { principal, box, actor, shared });
            demand(principal, route.scopes, shared);
          }),
          handler: async (request, reply) => {
            const caller = callers.get(request) as Caller;
            const answer = await throttle.run(caller.box, () => {
              const { folder } = paramsOf(request);
              const run = (): Promise<Answer> => route.run(callOf(options, request, caller, version));
              return folder === undefined ? run() : caller.box.makeKnown(folder).then(run);
            });
            return send(reply, answer);
          },
        });

  app.get('/openapi.json', async (request, reply) => {
    await principalOf(request.headers.authorization, options.authenticators);
    return send(reply, {
      status: 200,
      body: openApi(installed.routes, installed.rooted, installed.bare, rootOf(options, request)),
    });
  });
  const stop = (): void => {
    stopping = true;
  };
  const counts: GraphCounts = {
    statuses,
    get active() {
      return active;
    },
  };
  // Whoever watches the server has no token of a mailbox, and learns nothing but that it runs.
  app.get('/healthz', async (_request, reply) =>
    send(reply, stopping ? { status: 503, body: { status: 'ending' } } : { status: 200, body: { status: 'ok' } }),
  );
  app.get('/metrics', async (request, reply) => {
    const principal = await principalOf(request.headers.authorization, options.authenticators);
    const headers = { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' };
    return send(reply, { status: 200, headers, body: await metrics(counts, openTo(boxes, principal)) });
  });
  app.addHook('onClose', async () => {
    await installed.close();
    for (const box of boxes) box.close();
  });
  await installed.start(boxes);
  return { app, boxes, counts, table, stop };
}

function instance({ tls, logger, requestSeconds = REQUEST_SECONDS }: GraphOptions): FastifyInstance {
  const requestTimeout = requestSeconds * 1000;
  const times = {
    requestTimeout,
    // Node takes the shorter of both for the header, whatever it is called.
    headersTimeout: Math.min(60_000, requestTimeout),
    // It looks for those that are late in intervals, by itself every half minute.
    connectionsCheckingInterval: Math.min(30_000, Math.ceil(requestTimeout / 4)),
  };
  const options = {
    bodyLimit: BODY_BYTES,
    requestTimeout,
    clientErrorHandler: refuseUnreadable,
    genReqId: () => randomUUID(),
    rewriteUrl: (request: IncomingMessage) => plainPath(request.url ?? '/'),
    routerOptions: { caseSensitive: false, maxParamLength: 2048 },
    exposeHeadRoutes: false,
    // What is under way is finished; who comes meanwhile is told so by ourselves.
    return503OnClosing: false,
    forceCloseConnections: 'idle' as const,
    ...(logger ? { loggerInstance: logger } : {}),
    ...(tls ? { https: { ...tls, ...times } } : { http: times }),
  };
  // Fastify types an instance by its server and its logger; from here on nobody asks for either.
  return Fastify(options as FastifyServerOptions) as unknown as FastifyInstance;
}

const paramsOf = (request: FastifyRequest): Readonly<Record<string, string>> =>
  request.params as Readonly<Record<string, string>>;

const bytesOf = (request: FastifyRequest): Buffer => (Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0));

/** Only what looks like an identifier is sent back: it goes into a header and into logs. */
function clientId(request: FastifyRequest): string | null {
  const given = request.headers['client-request-id'];
  return typeof given === 'string' && /^[\w{}.-]{1,128}$/.test(given) ? given : null;
}

/** Requests outside of mailboxes are counted for whoever makes them. */
const throttled = (principal: Principal | undefined): string => principal?.user?.toLowerCase() ?? '';

/** The field by which a request within a batch knows the address of the server; nobody else can know how it is called. */
const batched = `comail-batch-${randomUUID()}`;

function rootOf({ publicUrl }: GraphOptions, request: FastifyRequest): string {
  const within = request.headers[batched];
  if (typeof within === 'string') return within;
  return publicUrl?.replace(/\/$/, '') ?? `${request.protocol}://${request.host}`;
}

function callOf(options: GraphOptions, request: FastifyRequest, caller: Caller, version: string): Call {
  const { box, principal, actor } = caller;
  const params = paramsOf(request);
  const server = rootOf(options, request);
  const root = `${server}/${version}`;
  const user = params['user'];
  const { url } = request;
  const mark = url.indexOf('?');
  const [path, query] = mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
  return {
    box,
    principal,
    actor,
    params,
    query: query === '' ? noQuery : new URLSearchParams(query),
    queryText: query,
    headers: request.headers,
    method: request.method,
    body: bytesOf(request),
    root,
    mailboxUrl: `${root}/${user === undefined ? 'me' : `users/${encodeURIComponent(user)}`}`,
    url: `${server}${path}`,
    basic: !READ.some((scope) => principal.scopes.has(scope) || principal.scopes.has(`${scope}.Shared`)),
    strict: options.strictQueries ?? false,
    entity: `users('${encodeURIComponent(box.userPrincipalName)}')`,
  };
}

/** Nobody writes into it. */
const noQuery = new URLSearchParams();

function send(reply: FastifyReply, { status, body, headers = {} }: Answer): FastifyReply {
  void reply.code(status).headers(headers);
  if (body === undefined) return reply.send();
  if (body instanceof Uint8Array || typeof body === 'string') return reply.send(body);
  const type = headers['content-type'] ?? asJson['content-type'];
  // Bytes go out as they are; a text would be measured, flattened and encoded on the way.
  return reply.header('content-type', type).send(Buffer.from(JSON.stringify(body)));
}

async function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const known = graphErrorOf(error);
  if (known === null || known.status === 500) {
    request.log.error({ err: error }, 'a request failed');
    log.error('graph: a request failed', error);
  }
  const failure = known ?? new GraphError(500, 'ErrorInternalServerError', 'An internal server error occurred.');
  const innerError = {
    date: new Date().toISOString().slice(0, 19),
    'request-id': request.id,
    'client-request-id': clientId(request) ?? request.id,
  };
  const { code, message } = failure;
  const body: ErrorResource = { error: { code, message, innerError } };
  return send(reply, {
    status: failure.status,
    body,
    headers: failure.headers,
  });
}

/** What Fastify itself refuses, as Graph tells it. */
function fromFastify(error: unknown, request: FastifyRequest): unknown {
  const { code, statusCode, message } = error as { code?: string; statusCode?: number; message?: string };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new GraphError(413, 'RequestEntityTooLarge', `The body has more than ${BODY_BYTES} bytes.`);
  // Whoever has gone, or was sent away for being late, is told nothing more; that is no failure of ours.
  if (code === 'ECONNRESET' && !request.raw.complete)
    return new GraphError(400, 'BadRequest', 'The request has not come whole.');
  if (typeof code === 'string' && code.startsWith('FST_') && (statusCode ?? 500) < 500)
    return new GraphError(statusCode ?? 400, 'BadRequest', message ?? 'The request can not be read.');
  return error;
}
