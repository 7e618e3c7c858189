import { request } from 'node:https';
import {
  AuthenticationHandler,
  Client,
  type Context,
  type Middleware,
  RetryHandler,
  RetryHandlerOptions,
} from '@microsoft/microsoft-graph-client';

/**
 * The official client, with its own handlers for tokens and for trying again. Its last one would use the `fetch` of Node, which trusts a
 * test's authority only when the process was started so.
 *
 * @param root the address of the server
 * @param ca the authority that signed its certificate
 * @param token the bearer token
 */
export function trustingClient(root: string, ca: string, token: string): Client {
  const authentication = new AuthenticationHandler({ getAccessToken: async () => token });
  const retry = new RetryHandler(new RetryHandlerOptions(0, 2));
  authentication.setNext(retry);
  retry.setNext(new Wire(ca));
  return Client.initWithMiddleware({
    middleware: authentication,
    baseUrl: `${root}/`,
    customHosts: new Set(['localhost']),
  });
}

class Wire implements Middleware {
  readonly #ca: string;

  constructor(ca: string) {
    this.#ca = ca;
  }

  async execute(context: Context): Promise<void> {
    const url = typeof context.request === 'string' ? context.request : context.request.url;
    const { method = 'GET', headers, body } = context.options ?? {};
    context.response = await new Promise<Response>((done, failed) => {
      const fields = Object.fromEntries(new Headers(headers as Record<string, string>).entries());
      const sent = request(url, { method, ca: this.#ca, headers: fields, agent: false }, (reply) => {
        const pieces: Buffer[] = [];
        reply.on('data', (piece: Buffer) => pieces.push(piece));
        reply.on('end', () => {
          const status = reply.statusCode ?? 0;
          const told = new Headers();
          for (const [name, value] of Object.entries(reply.headers)) told.set(name, String(value));
          const empty = status === 204 || status === 304;
          done(new Response(empty ? null : Buffer.concat(pieces), { status, headers: told }));
        });
      });
      sent.on('error', failed);
      if (body === undefined || body === null) sent.end();
      else sent.end(typeof body === 'string' ? body : Buffer.from(body as ArrayBuffer));
    });
  }
}
