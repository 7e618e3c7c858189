import { type LogonOptions, logon, type MailSession } from '../../src/client/index.js';
import { type GraphMailbox, type GraphOptions, GraphServer, TokenFile } from '../../src/graph/index.js';
import { submitBySpooler } from '../../src/graph/mailbox/submitter.js';
import { Desk } from '../flows/desk.js';
import { type Asked, askServer, type Told } from './ask.js';

/** What happens around the submission of messages. */
interface Cut {
  before: (() => void) | null;
  after: (() => void) | null;
}

/** A desk with a mailbox, and a server of Graph's before it. */
export class Office implements AsyncDisposable {
  readonly desk: Desk;
  readonly session: MailSession;
  server: GraphServer;
  readonly #make: () => Promise<GraphServer>;
  readonly #cut: Cut;
  readonly tokens: TokenFile;
  readonly token: string;
  /** The mailbox, for other servers. */
  readonly mailbox: GraphMailbox;

  private constructor(
    desk: Desk,
    session: MailSession,
    server: GraphServer,
    tokens: TokenFile,
    token: string,
    make: () => Promise<GraphServer>,
    cut: Cut,
    mailbox: GraphMailbox,
  ) {
    this.mailbox = mailbox;
    this.#make = make;
    this.#cut = cut;
    this.desk = desk;
    this.session = session;
    this.server = server;
    this.tokens = tokens;
    this.token = token;
  }

  static async open(options: LogonOptions & Partial<GraphOptions> = {}): Promise<Office> {
    const desk = await Desk.open();
    const session = await logon({ profile: 'Work', mail: options.mail ?? false });
    const tokens = new TokenFile(`${desk.folder}/tokens.json`);
    const { token } = tokens.create({
      user: 'me@example.com',
      scopes: ['Mail.ReadWrite', 'Mail.Send'],
      expires: new Date(Date.now() + 3_600_000),
    });
    const cut: Cut = { before: null, after: null };
    const mailbox = {
      userPrincipalName: 'me@example.com',
      displayName: 'Me Myself',
      store: session.store,
      submitter: async (...given: Parameters<typeof submitBySpooler>) => {
        cut.before?.();
        await submitBySpooler(...given);
        cut.after?.();
      },
    };
    const make = () =>
      GraphServer.create({
        mailboxes: [mailbox],
        authenticators: [tokens.authenticator()],
        ...(options.clock ? { clock: options.clock } : {}),
        ...(options.tls ? { tls: options.tls } : {}),
        ...(options.authenticators ? { authenticators: options.authenticators } : {}),
      });
    return new Office(desk, session, await make(), tokens, token, make, cut, mailbox);
  }

  /** Ends the server and begins another one over the same mailbox. */
  async restart(): Promise<void> {
    await this.server.close();
    this.server = await this.#make();
  }

  /** Has something happen before or after messages are submitted, until it is undone. */
  interrupt(where: keyof Cut, what: () => void): () => void {
    this.#cut[where] = what;
    return () => {
      this.#cut[where] = null;
    };
  }

  /** Asks for something of `/v1.0`. */
  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT', path: string, asked: Asked = {}): Promise<Told> {
    return await askServer(this.server, method, path, { token: this.token, ...asked });
  }

  /** Makes a draft and answers its JSON. */
  async draft(message: Record<string, unknown>, folder = ''): Promise<Told['json']> {
    const { status, json } = await this.ask('POST', `/me${folder}/messages`, { json: message });
    if (status !== 201) throw new Error(`${status} ${JSON.stringify(json)}`);
    return json;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    await this.session.close();
    await this.desk[Symbol.asyncDispose]();
  }
}

/** Somebody, as Graph writes them. */
export const person = (address: string, name = address): { emailAddress: { name: string; address: string } } => ({
  emailAddress: { name, address },
});
