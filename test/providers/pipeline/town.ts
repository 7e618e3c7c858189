import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { guidFromBytes, ok } from '../../../src/com/index.js';
import {
  CONFIG_CHANGED,
  type EntryId,
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  type IMAPISession,
  IMAPIStatus,
  type IMsgStore,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_ENTRYID,
  PR_RESOURCE_TYPE,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  type PropRow,
  type PropTag,
  prop,
} from '../../../src/mapi/index.js';
import {
  MailSystem,
  type PipelineEvent,
  type PipelineTrace,
  PR_PIPELINE_ADDRESS,
  PR_PIPELINE_NAME,
  PR_PIPELINE_PATH,
  pipelineMessageService,
} from '../../../src/providers/pipeline/index.js';
import { PR_COMAIL_STORE_PATH_W, storeMessageService } from '../../../src/providers/store/index.js';
import {
  MAPIAdminProfiles,
  MAPIInitialize,
  MAPILogonEx,
  MAPIUninitialize,
  messageServices,
  registerMessageService,
} from '../../../src/subsystem/index.js';
import { MailServer } from '../../client/mail-server.js';
import { column, defaultStore, flush, inboxOf } from '../../support/store-programs/client.js';

/** A mailbox that is logged on. */
export interface Resident {
  readonly session: IMAPISession;
  readonly store: IMsgStore;
}

/**
 * A mail system with the mailboxes `ann@town.example` and `bob@town.example`, each with a profile and a store of its own, and
 * a server outside that takes mail for `far.example`; it refuses `nobody@` and puts `later@` off.
 */
export class Town implements AsyncDisposable {
  readonly folder: string;
  readonly server: MailServer;
  readonly #before: string | undefined;
  readonly #undo: (() => void)[];
  readonly #profiles = new Set<string>();
  readonly #staying: Resident[] = [];

  private constructor(folder: string, server: MailServer, before: string | undefined, undo: (() => void)[]) {
    this.folder = folder;
    this.server = server;
    this.#before = before;
    this.#undo = undo;
  }

  static async open(config: Record<string, unknown> = {}, server: SMTPServerOptions = {}): Promise<Town> {
    const folder = mkdtempSync(join(tmpdir(), 'comail-town-'));
    const before = process.env['COMAIL_HOME'];
    process.env['COMAIL_HOME'] = folder;
    const known = new Set(messageServices().map(({ name }) => name));
    const undo = [storeMessageService, pipelineMessageService]
      .filter(({ name }) => !known.has(name))
      .map((service) => registerMessageService(service));
    MAPIInitialize(null);
    const town = new Town(folder, await MailServer.start(server), before, undo);
    town.configure(config);
    // As `comail mailbox create` does: the mailboxes are there before anybody logs on to them.
    town.look((system) => {
      for (const name of ['ann', 'bob']) system.addMailbox(`${name}@town.example`, name, name);
    });
    return town;
  }

  /** Writes `pipeline.json`: mail for far.example goes to the server. */
  configure(config: Record<string, unknown>): void {
    const domains = {
      'far.example': `smtp://127.0.0.1:${this.server.port}`,
      'void.example': 'reject',
      ...(config['domains'] as Record<string, string> | undefined),
    };
    writeFileSync(
      join(this.system, 'pipeline.json'),
      JSON.stringify({ hostName: 'mx.town.example', ...config, domains }),
    );
  }

  /** The folder of the mail system. */
  get system(): string {
    return this.folder;
  }

  /** Logs mailboxes on while something is done. */
  async with<T>(names: readonly string[], work: (...residents: Resident[]) => Promise<T>): Promise<T> {
    const sessions: IMAPISession[] = [];
    const residents: Resident[] = [];
    try {
      for (const name of names) {
        await this.profile(name);
        const session = await ok(MAPILogonEx(0, name, null, MAPI_EXTENDED | MAPI_NEW_SESSION));
        sessions.push(session);
        residents.push({ session, store: await defaultStore(session) });
      }
      return await work(...residents);
    } finally {
      for (const { store } of residents) store.Release();
      for (const session of sessions) {
        await ok(session.Logoff(0, 0, 0));
        session.Release();
      }
    }
  }

  /** Makes the profile of a mailbox; {@link Town.with} does so by itself. */
  async profile(name: string): Promise<void> {
    if (this.#profiles.has(name)) return;
    this.#profiles.add(name);
    await this.#makeProfile(name);
  }

  /** Logs a mailbox on until the town is left. */
  async stays(name: string): Promise<Resident> {
    await this.profile(name);
    const session = await ok(MAPILogonEx(0, name, null, MAPI_EXTENDED | MAPI_NEW_SESSION));
    const resident = { session, store: await defaultStore(session) };
    this.#staying.push(resident);
    return resident;
  }

  /** Looks into the system. */
  look<T>(work: (system: MailSystem) => T): T {
    const system = new MailSystem(this.system);
    try {
      return work(system);
    } finally {
      system.close();
    }
  }

  /** The trace of a message by its entry identifier. */
  trace(entryId: unknown): PipelineTrace {
    const trace = this.look((system) => system.trace(system.submissionsOf(entryId as Uint8Array)[0] ?? ''));
    if (!trace) throw new Error('there is no trace');
    return trace;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { session, store } of this.#staying) {
      store.Release();
      await ok(session.Logoff(0, 0, 0));
      session.Release();
    }
    MAPIUninitialize();
    for (const each of this.#undo) each();
    if (this.#before === undefined) delete process.env['COMAIL_HOME'];
    else process.env['COMAIL_HOME'] = this.#before;
    await this.server[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #makeProfile(name: string): Promise<void> {
    using admin = await ok(MAPIAdminProfiles(0));
    await ok(admin.CreateProfile(name, null, 0, 0));
    using services = await ok(admin.AdminServices(name, null, 0, 0));
    for (const service of ['COMAIL', 'PIPELINE']) await ok(services.CreateMsgService(service, null, 0, 0));
    using table = await ok(services.GetMsgServiceTable(0));
    for (const row of await ok(table.QueryRows(10, 0))) {
      const uid = guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array);
      const store = row.get(PR_SERVICE_NAME_W) === 'COMAIL';
      const props = store
        ? [prop(PR_COMAIL_STORE_PATH_W, join(this.folder, `${name}.store`))]
        : [
            prop(PR_PIPELINE_PATH, this.system),
            prop(PR_PIPELINE_ADDRESS, `${name}@town.example`),
            prop(PR_PIPELINE_NAME, name === 'ann' ? 'Ann' : 'Bob'),
          ];
      await ok(services.ConfigureMsgService(uid, 0, 0, props));
    }
  }
}

/** Has everything leave that waits in a mailbox, and come in that lies there for it. */
export async function exchange({ session }: Resident): Promise<void> {
  await flush(session, FLUSH_UPLOAD);
  await flush(session, FLUSH_DOWNLOAD);
}

/** Has the transport of a mailbox read `pipeline.json` again, as CONFIG_CHANGED does. */
export async function reconfigured(resident: Resident): Promise<number> {
  const row = await transportRow(resident);
  const { session } = resident;
  using status = (await ok(session.OpenEntry(row?.get(PR_ENTRYID) as EntryId, IMAPIStatus, 0))).lppUnk;
  return await status.ValidateState(0, CONFIG_CHANGED);
}

/** A column of the transport's row of the status table. */
export const transportStatus = async <T>(resident: Resident, tag: PropTag<T>): Promise<T | null> =>
  (await transportRow(resident, tag))?.get(tag) ?? null;

async function transportRow({ session }: Resident, ...more: readonly PropTag[]): Promise<PropRow | undefined> {
  using table = await ok(session.GetStatusTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_RESOURCE_TYPE, PR_ENTRYID, ...more]));
  return (await ok(table.QueryRows(20, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_TRANSPORT_PROVIDER);
}

/** One column of what has come into a mailbox. */
export const arrived = async <T>(
  { store }: Resident,
  tag: PropTag<T>,
  messageClass = '',
): Promise<readonly (T | null)[]> => await column(store, await inboxOf(store, messageClass), tag);

/** The events without their times: `step outcome recipient hop`. */
export const steps = ({ events }: Pick<PipelineTrace, 'events'>): readonly string[] =>
  events.map(({ step, outcome, recipient }: PipelineEvent) =>
    [step, outcome, recipient].filter((one) => one !== null).join(' '),
  );
