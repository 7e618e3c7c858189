import { ok } from '../../src/com/index.js';
import { type GraphOptions, GraphServer, TokenFile } from '../../src/graph/index.js';
import { type IMAPISession, MAPI_EXTENDED, MAPI_NEW_SESSION } from '../../src/mapi/index.js';
import { MailSystem } from '../../src/providers/pipeline/index.js';
import { MAPILogonEx } from '../../src/subsystem/index.js';
import { exchange, type Resident, Town } from '../providers/pipeline/town.js';
import { defaultStore } from '../support/store-programs/client.js';
import { type Asked, askServer, type Told } from './ask.js';

/** The two mailboxes of a mail system, `ann@town.example` and `bob@town.example`, and a server of Graph's before both. */
export class Village implements AsyncDisposable {
  readonly town: Town;
  readonly system: MailSystem;
  readonly ann: Resident;
  readonly bob: Resident;
  readonly server: GraphServer;
  readonly tokens: TokenFile;

  private constructor(
    town: Town,
    system: MailSystem,
    [ann, bob]: readonly [Resident, Resident],
    server: GraphServer,
    tokens: TokenFile,
  ) {
    this.town = town;
    this.system = system;
    this.ann = ann;
    this.bob = bob;
    this.server = server;
    this.tokens = tokens;
  }

  static async open(options: Partial<GraphOptions> = {}): Promise<Village> {
    const town = await Town.open();
    const system = new MailSystem(town.system);
    const resident = async (name: string): Promise<Resident> => {
      await town.profile(name);
      const session: IMAPISession = await ok(MAPILogonEx(0, name, null, MAPI_EXTENDED | MAPI_NEW_SESSION));
      return { session, store: await defaultStore(session) };
    };
    const residents = [await resident('ann'), await resident('bob')] as const;
    const tokens = new TokenFile(`${town.folder}/tokens.json`);
    const mailboxes = residents.map(({ store }, index) => ({
      userPrincipalName: `${index === 0 ? 'ann' : 'bob'}@town.example`,
      displayName: index === 0 ? 'Ann' : 'Bob',
      store,
      system,
    }));
    const server = await GraphServer.create({
      ...options,
      mailboxes,
      authenticators: [tokens.authenticator()],
    });
    return new Village(town, system, residents, server, tokens);
  }

  /** A token of somebody; null for a program that acts for itself. */
  token(name: string | null, ...scopes: readonly string[]): string {
    const expires = new Date(Date.now() + 3_600_000);
    const user = name === null ? null : `${name}@town.example`;
    return this.tokens.create({ user, scopes, expires }).token;
  }

  /** Asks for something. */
  ask(method: Parameters<typeof askServer>[1], path: string, asked: Asked): Promise<Told> {
    return askServer(this.server, method, path, asked);
  }

  /** Has all mail leave and come in. */
  async exchange(): Promise<void> {
    await exchange(this.ann);
    await exchange(this.bob);
    await exchange(this.ann);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.close();
    for (const { store, session } of [this.ann, this.bob]) {
      store.Release();
      await ok(session.Logoff(0, 0, 0));
      session.Release();
    }
    this.system.close();
    await this.town[Symbol.asyncDispose]();
  }
}
