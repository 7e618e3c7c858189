import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { vi } from 'vitest';

/** What a webhook hears. */
export interface Notification {
  readonly subscriptionId: string;
  readonly changeType?: string;
  readonly lifecycleEvent?: string;
  readonly clientState: string | null;
  readonly resource: string;
  readonly resourceData: { readonly id: string };
}

/** A webhook: it wants to be called at any address but `/never` and `/wrong`, at `/slow` when it is told so, and answers notifications with a status. */
export class Webhook implements AsyncDisposable {
  readonly #server: Server;
  readonly url: string;
  readonly told: { readonly path: string; readonly one: Notification }[] = [];
  /** The statuses of the next answers; 202 after them. */
  answers: number[] = [];
  calls = 0;
  /** What answers those who called `/slow`. */
  readonly held: (() => void)[] = [];

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  static async open(): Promise<Webhook> {
    let hook: Webhook | null = null;
    const server = createServer((request, reply) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const token = searchParams.get('validationToken');
      const pieces: Buffer[] = [];
      request.on('data', (piece: Buffer) => pieces.push(piece));
      request.on('end', () => {
        if (pathname === '/never') reply.writeHead(403).end();
        else if (pathname === '/wrong') reply.writeHead(200).end('something else');
        else if (pathname === '/slow') hook?.held.push(() => reply.writeHead(200).end(token));
        else if (token !== null) reply.writeHead(200, { 'content-type': 'text/plain' }).end(token);
        else reply.writeHead(hook?.hear(pathname, Buffer.concat(pieces).toString()) ?? 500).end();
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    hook = new Webhook(server);
    return hook;
  }

  hear(path: string, body: string): number {
    this.calls++;
    const status = this.answers.shift() ?? 202;
    if (status === 202)
      this.told.push(...(JSON.parse(body) as { value: Notification[] }).value.map((one) => ({ path, one })));
    return status;
  }

  /** Waits until a subscription has heard of exactly these changes or events, and no others. */
  async heard(id: string, ...words: readonly string[]): Promise<void> {
    await vi.waitFor(() => {
      const found = this.told
        .filter(({ one }) => one.subscriptionId === id)
        .map(({ one }) => one.lifecycleEvent ?? one.changeType ?? '');
      if ([...new Set(found)].join() !== words.join()) throw new Error(`it has heard of ${found.join()}`);
    }, 10_000);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await new Promise((done) => this.#server.close(done));
  }
}
