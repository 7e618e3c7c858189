import type { AddressInfo } from 'node:net';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { attachmentRoutes } from './attachment/routes.js';
import { Uploads } from './attachment/uploads.js';
import { folderRoutes } from './folder/routes.js';
import { application, type GraphCounts, type GraphOptions } from './http/server.js';
import { answerRoutes, messageRoutes } from './message/routes.js';
import { submissionRoutes } from './submission/routes.js';
import { Subscriptions } from './subscription/subscriptions.js';
import { userRoutes } from './user/routes.js';
import { translateRoutes } from './user/translate.js';

/** Where a server listens. */
export interface ListenOptions {
  /** The interface; `127.0.0.1` when nothing is said. */
  readonly host?: string;
  /** The port; 0 for any that is free. */
  readonly port: number;
}

/**
 * Mail as Microsoft Graph has it, over mailboxes of comail.
 *
 * @example
 * ```ts
 * const tokens = new TokenFile('tokens.json');
 * const server = await GraphServer.create({ mailboxes: [mailbox], authenticators: [tokens.authenticator()] });
 * await server.listen({ port: 8080 });
 * ```
 */
export class GraphServer implements AsyncDisposable {
  readonly #opened: Awaited<ReturnType<typeof application>>;
  readonly #secure: boolean;

  private constructor(opened: Awaited<ReturnType<typeof application>>, secure: boolean) {
    this.#opened = opened;
    this.#secure = secure;
  }

  /**
   * Makes a server; it listens when it is told to.
   *
   * @param options its mailboxes, who knows tokens, its certificate
   * @throws {ComError} what the stores answer
   */
  static async create(options: GraphOptions): Promise<GraphServer> {
    const uploads = new Uploads();
    const mail = [...messageRoutes, ...answerRoutes, ...folderRoutes, ...attachmentRoutes, ...uploads.routes];
    // What can be done with a message can be done with it in its folder, too.
    const inFolders = mail
      .filter(({ path }) => path.startsWith('/messages/:message'))
      .map((route) => ({ ...route, path: `/mailFolders/:folder${route.path}` }));
    const routes = [...userRoutes, ...translateRoutes, ...mail, ...inFolders, ...submissionRoutes];
    const subscriptions = new Subscriptions(options.webhookHosts ?? [], options.clock);
    const opened = await application(options, {
      routes,
      bare: uploads.bare,
      rooted: subscriptions.routes,
      start: (boxes) => subscriptions.start(boxes),
      async close() {
        await subscriptions.close();
        await uploads.close();
      },
    });
    return new GraphServer(opened, options.tls !== undefined);
  }

  /** What it answers: `GET /v1.0/me/messages` and so on, with `:name` where any segment may stand. */
  get routes(): readonly string[] {
    return this.#opened.table.all;
  }

  /** What was counted so far. */
  get counts(): GraphCounts {
    return this.#opened.counts;
  }

  /**
   * Begins to listen.
   *
   * @param where host and port
   * @returns the address of the server: `https://localhost:8443`
   * @throws {Error} without a certificate on an interface that is not loopback; `EADDRINUSE` and the like
   */
  async listen({ host = '127.0.0.1', port }: ListenOptions): Promise<string> {
    if (!this.#secure && !/^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/.test(host))
      throw new Error(
        `without a certificate only loopback is listened on, not ${host}: bearer tokens would be readable`,
      );
    const { app } = this.#opened;
    await app.listen({ host, port });
    const bound = app.server.address() as AddressInfo;
    const name = /^(?:127\.|::1$|localhost$)/.test(host) ? 'localhost' : host;
    return `${this.#secure ? 'https' : 'http'}://${name}:${bound.port}`;
  }

  /**
   * Asks the server without a network.
   *
   * @param request method, address, header and body
   */
  async inject(request: InjectOptions): Promise<LightMyRequestResponse> {
    return await this.#opened.app.inject(request);
  }

  /** Ends: what is under way is finished, who comes meanwhile gets 503. The sessions of the mailboxes stay open. */
  async close(): Promise<void> {
    this.#opened.stop();
    await this.#opened.app.close();
  }

  /** As {@link GraphServer.close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}
