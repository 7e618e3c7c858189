import { guidFromBytes, ok } from '../../src/com/index.js';
import {
  PR_COMAIL_STORE_PATH_W,
  PR_SMTP_CONNECTIONS,
  PR_SMTP_PORT,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  SMTP_SECURITY_NONE,
} from '../../src/index.js';
import {
  type EntryId,
  IMAPIFolder,
  type IMAPISession,
  type IMsgStore,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MAPI_UNICODE,
  MDB_WRITE,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_SERVICE_UID,
  type PropValue,
  prop,
} from '../../src/mapi/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPILogonEx } from '../../src/subsystem/index.js';
import { connections, type SpoolSetup } from './contender.js';
import { writer } from './letters.js';

/** The name of the profile. */
export const profile = 'Bench';

/** Makes a profile with a store, and with an account where there is a sink. Its files lie in the folder. */
export async function makeProfile({ folder, port }: SpoolSetup): Promise<void> {
  process.env['COMAIL_HOME'] = folder;
  ok(MAPIInitialize(null));
  using admin = await ok(MAPIAdminProfiles(MAPI_UNICODE));
  await ok(admin.CreateProfile(profile, null, 0, MAPI_UNICODE));
  using services = await ok(admin.AdminServices(profile, null, 0, MAPI_UNICODE));
  const add = async (name: string, props: readonly PropValue[]): Promise<void> => {
    await ok(services.CreateMsgService(name, null, 0, MAPI_UNICODE));
    using table = await ok(services.GetMsgServiceTable(0));
    await ok(table.SetColumns([PR_SERVICE_UID], 0));
    const [uid] = (await ok(table.QueryRows(10, 0))).at(-1) as unknown as [Uint8Array];
    await ok(services.ConfigureMsgService(guidFromBytes(uid), 0, MAPI_UNICODE, props));
  };
  await add('COMAIL', [prop(PR_COMAIL_STORE_PATH_W, storePath(folder))]);
  if (port === 0) return;
  await add('SMTP', [
    prop(PR_SMTP_SERVER, '127.0.0.1'),
    prop(PR_SMTP_PORT, port),
    prop(PR_SMTP_SECURITY, SMTP_SECURITY_NONE),
    prop(PR_SMTP_CONNECTIONS, connections),
    prop(PR_SMTP_SENDER_ADDRESS, writer.address),
    prop(PR_SMTP_SENDER_NAME, writer.name),
  ]);
}

/** Where the store of the profile lies. */
export const storePath = (folder: string): string => `${folder}/bench.store`;

/** A session, and what is used of it. */
export class Desk {
  readonly session: IMAPISession;
  readonly store: IMsgStore;
  readonly outbox: IMAPIFolder;
  readonly sent: IMAPIFolder;
  readonly sentEntryId: EntryId;

  private constructor(
    session: IMAPISession,
    store: IMsgStore,
    outbox: IMAPIFolder,
    sent: IMAPIFolder,
    sentEntryId: EntryId,
  ) {
    this.session = session;
    this.store = store;
    this.outbox = outbox;
    this.sent = sent;
    this.sentEntryId = sentEntryId;
  }

  /**
   * Logs on and opens the store.
   *
   * @param spooler whether the session has a spooler, which begins to send at once
   */
  static async open(spooler: boolean): Promise<Desk> {
    const mail = spooler ? 0 : MAPI_NO_MAIL;
    const flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_EXPLICIT_PROFILE | MAPI_UNICODE | mail;
    const session = await ok(MAPILogonEx(0, profile, null, flags));
    using stores = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
    await ok(stores.SetColumns([PR_ENTRYID], 0));
    const [entryId] = (await ok(stores.QueryRows(1, 0)))[0] as unknown as [EntryId];
    const store = await ok(session.OpenMsgStore(0, entryId, null, MDB_WRITE));
    const places = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
    const [outboxId, sentId] = [...places] as [EntryId, EntryId];
    const open = async (id: EntryId) => (await ok(store.OpenEntry(id, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    return new Desk(session, store, await open(outboxId), await open(sentId), sentId);
  }

  /** Logs off; the spooler finishes what is on its way. */
  async close(): Promise<void> {
    for (const each of [this.outbox, this.sent, this.store]) each.Release();
    await ok(this.session.Logoff(0, 0, 0));
    this.session.Release();
  }
}
