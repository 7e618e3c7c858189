import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SMTPServerOptions } from 'smtp-server';
import { guidFromBytes, ok } from '../../src/com/index.js';
import { PR_SERVICE_NAME_W, PR_SERVICE_UID, type PropValue, prop } from '../../src/mapi/index.js';
import {
  PR_SMTP_PORT,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  SMTP_SECURITY_NONE,
  smtpMessageService,
} from '../../src/providers/smtp/index.js';
import { PR_COMAIL_STORE_PATH_W, storeMessageService } from '../../src/providers/store/index.js';
import {
  MAPIAdminProfiles,
  MAPIInitialize,
  MAPIUninitialize,
  type MessageService,
  messageServices,
  registerMessageService,
} from '../../src/subsystem/index.js';
import { MailServer } from '../client/mail-server.js';

/** How a {@link Desk} is opened. */
export interface DeskOptions {
  /** False for a desk without any profile. */
  readonly profile?: boolean;
  /** What else the server does. */
  readonly server?: SMTPServerOptions;
  /** What the account has instead: it may be at another server. */
  readonly account?: readonly PropValue[];
  /** The transport in the place of comail's SMTP, of which it is a kind. */
  readonly transport?: MessageService;
}

/**
 * A folder of configuration of its own with a profile `Work`: a store, and an account at a server on this machine. The server refuses
 * `nobody@`, puts `later@` off, and keeps the rest.
 */
export class Desk implements AsyncDisposable {
  readonly folder: string;
  readonly server: MailServer;
  readonly #account: readonly PropValue[];
  readonly #transport: MessageService;
  readonly #undo: (() => void)[];
  readonly #before: string | undefined;

  private constructor(
    folder: string,
    server: MailServer,
    account: readonly PropValue[],
    transport: MessageService,
    undo: (() => void)[],
    before: string | undefined,
  ) {
    this.folder = folder;
    this.server = server;
    this.#account = account;
    this.#transport = transport;
    this.#undo = undo;
    this.#before = before;
  }

  /** @param options what is different from the usual */
  static async open(options: DeskOptions = {}): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'comail-desk-'));
    const before = process.env['COMAIL_HOME'];
    process.env['COMAIL_HOME'] = folder;
    const known = new Set(messageServices().map(({ name }) => name));
    const transport = options.transport ?? smtpMessageService;
    const undo = [storeMessageService, transport]
      .filter(({ name }) => !known.has(name))
      .map((service) => registerMessageService(service));
    const desk = new Desk(
      folder,
      await MailServer.start(options.server),
      options.account ?? [],
      transport,
      undo,
      before,
    );
    if (options.profile !== false) await desk.makeProfile('Work');
    return desk;
  }

  /** The path of the profile's store. */
  get storePath(): string {
    return join(this.folder, 'mail.store');
  }

  /** Makes a profile with a store and an account. */
  async makeProfile(name: string): Promise<void> {
    MAPIInitialize(null);
    try {
      using admin = await ok(MAPIAdminProfiles(0));
      await ok(admin.CreateProfile(name, null, 0, 0));
      using services = await ok(admin.AdminServices(name, null, 0, 0));
      await ok(services.CreateMsgService('COMAIL', null, 0, 0));
      await ok(services.CreateMsgService(this.#transport.name, null, 0, 0));
      using table = await ok(services.GetMsgServiceTable(0));
      for (const row of await ok(table.QueryRows(10, 0))) {
        const uid = guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array);
        const props = row.get(PR_SERVICE_NAME_W) === 'COMAIL' ? this.#storeProps() : this.#accountProps();
        await ok(services.ConfigureMsgService(uid, 0, 0, props));
      }
    } finally {
      MAPIUninitialize();
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of this.#undo) each();
    if (this.#before === undefined) delete process.env['COMAIL_HOME'];
    else process.env['COMAIL_HOME'] = this.#before;
    await this.server[Symbol.asyncDispose]();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #storeProps(): readonly PropValue[] {
    return [prop(PR_COMAIL_STORE_PATH_W, this.storePath)];
  }

  #accountProps(): readonly PropValue[] {
    const usual = [
      prop(PR_SMTP_SERVER, '127.0.0.1'),
      prop(PR_SMTP_PORT, this.server.port),
      prop(PR_SMTP_SECURITY, SMTP_SECURITY_NONE),
      prop(PR_SMTP_SENDER_ADDRESS, 'me@example.com'),
      prop(PR_SMTP_SENDER_NAME, 'Me Myself'),
    ];
    const other = new Set(this.#account.map(([tag]) => tag));
    return [...usual.filter(([tag]) => !other.has(tag)), ...this.#account];
  }
}
