import { request } from 'node:http';
import { comail, type Ran } from './run.js';

/** What a server answered. */
export interface Answer {
  readonly status: number;
  readonly location: string | undefined;
  readonly json: { readonly value?: readonly Record<string, unknown>[] } & Record<string, unknown>;
}

/** `comail serve` over plain HTTP, while a test asks it. */
export class Served {
  readonly #url: string;
  readonly #running: Promise<Ran>;
  readonly #enough: AbortController;

  private constructor(url: string, running: Promise<Ran>, enough: AbortController) {
    this.#url = url;
    this.#running = running;
    this.#enough = enough;
  }

  /** @param options what is typed behind `comail serve` */
  static async start(...options: readonly string[]): Promise<Served> {
    const enough = new AbortController();
    let heard: (url: string) => void = () => undefined;
    const listening = new Promise<string>((resolve) => {
      heard = resolve;
    });
    const running = comail(['serve', '--http', '--port', '0', ...options], {
      interrupt: enough.signal,
      printed: (text) => {
        const [, url] = /"url":"([^"]+)"/.exec(text) ?? [];
        if (url !== undefined) heard(url);
      },
    });
    const ended = running.then(({ err }): never => {
      throw new Error(`it did not listen: ${err}`);
    });
    return new Served(await Promise.race([listening, ended]), running, enough);
  }

  /** Makes a token for the mailbox of a profile. */
  static async token(profile: string): Promise<string> {
    return (await comail(['token', 'create', '-p', profile])).out.trim();
  }

  /** Asks for something as the holder of a token. */
  async ask(token: string, method: string, path: string, body?: unknown): Promise<Answer> {
    return await new Promise((done, failed) => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const asked = request(`${this.#url}/v1.0${path}`, { method, agent: false, headers }, (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (piece: string) => (text += piece));
        reply.on('end', () =>
          done({
            status: reply.statusCode ?? 0,
            location: reply.headers.location,
            json: text === '' ? {} : (JSON.parse(text) as Answer['json']),
          }),
        );
      });
      asked.on('error', failed).end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  /** Sends a message as the holder of a token. */
  async send(token: string, subject: string, ...to: readonly string[]): Promise<Answer> {
    const toRecipients = to.map((address) => ({ emailAddress: { address } }));
    const body = { contentType: 'text', content: 'Hello.' };
    return await this.ask(token, 'POST', '/me/sendMail', { message: { subject, body, toRecipients } });
  }

  /** The subjects in a folder, as soon as there are as many as are expected. */
  async subjects(token: string, folder: string, count: number): Promise<readonly unknown[]> {
    for (const end = performance.now() + 10_000; ; ) {
      const { json } = await this.ask(token, 'GET', `/me/mailFolders/${folder}/messages?$select=subject`);
      const subjects = json.value?.map(({ subject }) => subject) ?? [];
      if (subjects.length >= count || performance.now() > end) return subjects;
    }
  }

  /** Ctrl-C. */
  async stop(): Promise<Ran> {
    this.#enough.abort();
    return await this.#running;
  }
}
