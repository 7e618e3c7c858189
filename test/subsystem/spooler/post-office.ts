import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComError, com, type Guid, guidFromBytes, type HResult, type Impl, ok, S_OK } from '../../../src/com/index.js';
import {
  type AdrEntry,
  CURRENT_SPI_VERSION,
  FLUSH_DOWNLOAD,
  type IMAPISession,
  type IMAPISupport,
  type IMessage,
  type IMsgStore,
  IXPLogon,
  IXPProvider,
  MAPI_E_NO_SUPPORT,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_STORE_PROVIDER,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  type OPTIONDATA,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_MESSAGE_CLASS_W,
  PR_RESOURCE_METHODS,
  PR_RESPONSIBILITY,
  PR_SERVICE_NAME_W,
  PR_SERVICE_UID,
  PR_STATUS_CODE,
  PR_SUBJECT_W,
  type PropValue,
  prop,
  STATUS_AVAILABLE,
  type SubmittedMessage,
} from '../../../src/mapi/index.js';
import { PR_COMAIL_STORE_PATH_W, storeMessageService } from '../../../src/providers/store/index.js';
import {
  MAPIAdminProfiles,
  MAPIInitialize,
  MAPILogonEx,
  MAPIUninitialize,
  type MessageService,
  registerMessageService,
  watchSpooler,
} from '../../../src/subsystem/index.js';
import { recipientsOf, valueIn, withProps, writeRecipients } from '../../../src/subsystem/submit/recipients.js';
import { defaultStore, flush } from '../../support/store-programs/client.js';

export { column, flush, folderOf, inboxOf, submit } from '../../support/store-programs/client.js';

/** What a test transport does with a message: a code, or what it answers for each recipient it is asked for. */
export interface Behaviour {
  /** Called with the addresses that it is asked for; answers those it takes, or throws a `ComError`. */
  submit(
    asked: readonly string[],
    subject: string,
    message: IMessage,
    flags: number,
  ): Promise<readonly string[]> | readonly string[];
  /** The answer of EndMessage; 0 without it. */
  readonly end?: (subject: string) => number;
  /** lpulReturnParm with a failure. */
  readonly seconds?: number;
  /** The address types; SMTP without it. */
  readonly types?: readonly string[];
  /** UIDs of entry IDs that it takes; none without it. */
  readonly uids?: readonly Guid[];
  /** PR_RESOURCE_FLAGS. */
  readonly resourceFlags?: number;
  /** Flags of the logon. */
  readonly flags?: number;
  /** Fills a message that comes in; false when there is none. */
  readonly incoming?: (message: IMessage) => Promise<boolean>;
  /** What RegisterOptions answers. */
  readonly options?: readonly OPTIONDATA[];
  /** Columns of the status row besides those that all have. */
  readonly status?: readonly PropValue[];
  /** What ValidateState does. */
  readonly validate?: (flags: number) => void;
  /** Told of TransportNotify. */
  readonly notified?: (flags: number, data: unknown) => void | Promise<void>;
  /** What FlushQueues does. */
  readonly flushed?: (flags: number) => Promise<void>;
  /** Called with the support object and the flags of the logon. */
  readonly loggedOn?: (support: IMAPISupport, flags: number) => Promise<void>;
}

/** A message service whose transport behaves as a test says. */
export function testTransport(name: string, behaviour: Behaviour, log: string[] = []): MessageService {
  return {
    name,
    displayName: name,
    dllName: 'test',
    providers: [
      {
        resourceType: MAPI_TRANSPORT_PROVIDER,
        ...(behaviour.resourceFlags === undefined ? {} : { resourceFlags: behaviour.resourceFlags }),
        name: 'XP',
        displayName: name,
        providerDisplay: name,
        init: async () => [
          S_OK,
          {
            lpulProviderVer: CURRENT_SPI_VERSION,
            lppXPProvider: com(new TestProvider(name, behaviour, log) as unknown as Impl<IXPProvider>, IXPProvider),
          },
        ],
      },
    ],
  };
}

class TestProvider {
  readonly #name: string;
  readonly #behaviour: Behaviour;
  readonly #log: string[];

  constructor(name: string, behaviour: Behaviour, log: string[]) {
    this.#name = name;
    this.#behaviour = behaviour;
    this.#log = log;
  }

  async TransportLogon(support: IMAPISupport, _ui: number, _profile: string, flags: number) {
    this.#log.push('TransportLogon');
    await ok(
      support.ModifyStatusRow(
        [
          prop(PR_DISPLAY_NAME_W, this.#name),
          prop(PR_STATUS_CODE, STATUS_AVAILABLE),
          prop(PR_RESOURCE_METHODS, 1),
          ...(this.#behaviour.status ?? []),
        ],
        0,
      ),
    );
    await this.#behaviour.loggedOn?.(support, flags);
    support.AddRef();
    const logon = new TestLogon(support, this.#behaviour, this.#log);
    return {
      lpulFlags: this.#behaviour.flags ?? 0,
      lppMAPIError: null,
      lppXPLogon: com(logon as unknown as Impl<IXPLogon>, IXPLogon),
    };
  }

  Shutdown(): void {
    this.#log.push('Shutdown');
  }
}

class TestLogon {
  readonly #support: IMAPISupport;
  readonly #behaviour: Behaviour;
  readonly #log: string[];

  constructor(support: IMAPISupport, behaviour: Behaviour, log: string[]) {
    this.#support = support;
    this.#behaviour = behaviour;
    this.#log = log;
  }

  AddressTypes() {
    this.#log.push('AddressTypes');
    const types = this.#behaviour.types ?? ['SMTP'];
    return { lpulFlags: MAPI_UNICODE, lpppAdrTypeArray: types, lpppUIDArray: this.#behaviour.uids ?? [] };
  }

  RegisterOptions() {
    return { lpulFlags: MAPI_UNICODE, lppOptions: this.#behaviour.options ?? [] };
  }

  async TransportNotify(flags: number, data: unknown): Promise<number> {
    this.#log.push(`TransportNotify ${flags}`);
    await this.#behaviour.notified?.(flags, data);
    return flags;
  }

  Idle(): void {
    this.#log.push('Idle');
  }

  TransportLogoff(): void {
    this.#log.push('TransportLogoff');
  }

  async SubmitMessage(flags: number, message: IMessage): Promise<SubmittedMessage> {
    const subject = (await ok(message.GetProps([PR_SUBJECT_W], 0))).get(PR_SUBJECT_W) ?? '';
    this.#log.push(`SubmitMessage ${flags} ${subject}`);
    const rows = await recipientsOf(message);
    const asked = rows.filter((row) => valueIn(row, PR_RESPONSIBILITY) === false);
    let taken: readonly string[];
    try {
      taken = await this.#behaviour.submit(asked.map(addressIn), subject, message, flags);
    } catch (error) {
      if (!(error instanceof ComError)) throw error;
      const value = { lpulMsgRef: 0, lpulReturnParm: this.#behaviour.seconds ?? 0 };
      throw new ComError(error.hr, error.message, { value });
    }
    const done = asked.filter((row) => taken.includes(addressIn(row)));
    await writeRecipients(
      message,
      done.map((row) => withProps(row, [prop(PR_RESPONSIBILITY, true)])),
    );
    this.#subject = subject;
    return { lpulMsgRef: 7, lpulReturnParm: 0 };
  }

  #subject = '';

  EndMessage(reference: number): number {
    this.#log.push(`EndMessage ${reference}`);
    return this.#behaviour.end?.(this.#subject) ?? 0;
  }

  Poll(): number {
    return 0;
  }

  async StartMessage(_flags: number, message: IMessage): Promise<number> {
    this.#log.push('StartMessage');
    if (await this.#behaviour.incoming?.(message)) await ok(message.SaveChanges(0));
    return 1;
  }

  OpenStatusEntry(): never {
    throw new ComError(MAPI_E_NO_SUPPORT, 'no status object');
  }

  ValidateState(_ui: number, flags: number): void {
    this.#log.push(`ValidateState ${flags}`);
    this.#behaviour.validate?.(flags);
  }

  async FlushQueues(_ui: number, _target: null, flags: number): Promise<void> {
    this.#log.push('FlushQueues');
    await this.#behaviour.flushed?.(flags);
  }

  finalRelease(): void {
    this.#support.Release();
  }
}

/** Whether a service is comail's store, or one of a test's own made of it; not the address book, whose name begins alike. */
const isStoreOfOurs = ({ name, providers }: MessageService): boolean =>
  name.startsWith(storeMessageService.name) &&
  providers.some(({ resourceType }) => resourceType === MAPI_STORE_PROVIDER);

const addressIn = (row: AdrEntry): string => valueIn(row, PR_EMAIL_ADDRESS_W) ?? '';

/** A profile with a store and some transports, in a folder of its own. */
export class PostOffice {
  readonly folder: string;
  readonly #undo: (() => void)[];
  readonly #services: readonly string[];

  private constructor(folder: string, services: readonly MessageService[]) {
    this.folder = folder;
    // A store of the test's own takes the place of comail's.
    const own = services.some(isStoreOfOurs);
    const all = own ? services : [storeMessageService, ...services];
    this.#services = all.map(({ name }) => name);
    this.#undo = all.map(registerMessageService);
  }

  static async open(...services: readonly MessageService[]): Promise<PostOffice> {
    const folder = mkdtempSync(join(tmpdir(), 'comail-post-'));
    process.env['COMAIL_HOME'] = folder;
    MAPIInitialize(null);
    const office = new PostOffice(folder, services);
    using admin = await ok(MAPIAdminProfiles(0));
    await ok(admin.CreateProfile('Work', null, 0, 0));
    using services_ = await ok(admin.AdminServices('Work', null, 0, 0));
    for (const name of office.#services) await ok(services_.CreateMsgService(name, null, 0, 0));
    const stores = new Set(
      [storeMessageService, ...services].filter(isStoreOfOurs).map(({ name }) => name as string | null),
    );
    using table = await ok(services_.GetMsgServiceTable(0));
    for (const row of await ok(table.QueryRows(10, 0)))
      if (stores.has(row.get(PR_SERVICE_NAME_W)))
        await ok(
          services_.ConfigureMsgService(guidFromBytes(row.get(PR_SERVICE_UID) as Uint8Array), 0, 0, [
            prop(PR_COMAIL_STORE_PATH_W, join(folder, 'mail.store')),
          ]),
        );
    return office;
  }

  /** Logs on, runs a step with the session and its default store, and logs off. */
  async session<T>(step: (session: IMAPISession, store: IMsgStore) => Promise<T>, flags = 0): Promise<T> {
    using session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | flags));
    let result: T;
    {
      using store = await defaultStore(session);
      result = await step(session, store);
    }
    await ok(session.Logoff(0, 0, 0));
    return result;
  }

  close(): void {
    MAPIUninitialize();
    for (const each of this.#undo) each();
    delete process.env['COMAIL_HOME'];
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** FLUSH_DOWNLOAD. */
export const download = (session: IMAPISession): Promise<void> => flush(session, FLUSH_DOWNLOAD);

/** A failure of a transport. */
export const refusal = (hr: HResult): ComError => new ComError(hr, 'as the test says');

/** Mail that a transport brings in, one message after the other. @param subjects what is left of it */
export const bringing =
  (subjects: string[]): NonNullable<Behaviour['incoming']> =>
  async (message) => {
    const subject = subjects.shift();
    if (subject === undefined) return false;
    await ok(message.SetProps([prop(PR_SUBJECT_W, subject), prop(PR_MESSAGE_CLASS_W, 'IPM.Note')]));
    return true;
  };

/** Does something, and waits until the spooler has put a message off. */
export async function putOff(act: () => Promise<unknown>): Promise<void> {
  let stop = (): void => undefined;
  const waits = new Promise<void>((resolve) => {
    stop = watchSpooler(({ what }) => {
      if (what === 'waiting') resolve();
    });
  });
  await act();
  await waits;
  stop();
}
