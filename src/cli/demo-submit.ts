import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ComError, describe, type Guid, guidFromBytes, ok } from '../com/index.js';
import {
  PR_COMAIL_STORE_PATH_W,
  PR_SMTP_PORT,
  PR_SMTP_SECRET,
  PR_SMTP_SECURITY,
  PR_SMTP_SENDER_ADDRESS,
  PR_SMTP_SENDER_NAME,
  PR_SMTP_SERVER,
  PR_SMTP_USER,
  SMTP_SECURITY_NONE,
} from '../index.js';
import {
  type EntryId,
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  type IMsgStore,
  MAPI_BCC,
  MAPI_E_NO_SUPPORT,
  MAPI_EXPLICIT_PROFILE,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_SPOOLER,
  MAPI_TO,
  MAPI_UNICODE,
  MDB_WRITE,
  MODRECIP_ADD,
  PR_ADDRTYPE_W,
  PR_BODY_W,
  PR_DEFAULT_STORE,
  PR_DISPLAY_NAME_W,
  PR_EMAIL_ADDRESS_W,
  PR_ENTRYID,
  PR_IPM_OUTBOX_ENTRYID,
  PR_IPM_SENTMAIL_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_RECIPIENT_TYPE,
  PR_RESOURCE_TYPE,
  PR_SENTMAIL_ENTRYID,
  PR_SUBJECT_W,
  type PropTag,
  type PropValue,
  prop,
} from '../mapi/index.js';
import { MAPIAdminProfiles, MAPIInitialize, MAPILogonEx, MAPIUninitialize, watchSpooler } from '../subsystem/index.js';
import type { CatchAll, CaughtMessage } from './demo-server.js';
import { EXIT, type Io } from './io.js';
import { serviceRows } from './mail/profiles.js';
import { spoolPrinter } from './mail/spool-trace.js';
import { readRows } from './mailbox/rows.js';
import { painter, shown } from './paint.js';

const SUBJECT = 'A message that passed through IMessage::SubmitMessage';
const HIDDEN = 'carol@example.org';

/** The server of the demo, and who may log on to it. */
export interface DemoServer {
  readonly server: CatchAll;
  readonly user: string;
  readonly password: string;
}

/**
 * The second way of the demo: a profile in a temporary folder, a session, a message in its Outbox, SubmitMessage; then what the spooler
 * does, until the message lies in Sent Items. Everything is removed again.
 *
 * @param demo the server that it is sent to
 * @param io where it is shown
 * @returns 0 when it arrived and lies in Sent Items
 */
export async function demoSubmit(demo: DemoServer, io: Io): Promise<number> {
  const paint = painter(io.stdout, io.env);
  const say = (text = ''): void => void io.stdout.write(`${text}\n`);
  say();
  say(paint('bold', 'comail demo: one message through IMessage::SubmitMessage'));
  say();
  say('A profile in a temporary folder: a message store, and an account at the server from above.');
  say('Each line is a call of Extended MAPI, then a step of the spooler.');
  say();
  const folder = mkdtempSync(join(tmpdir(), 'comail-demo-'));
  const before = process.env['COMAIL_HOME'];
  process.env['COMAIL_HOME'] = folder;
  ok(MAPIInitialize(null));
  try {
    const call: Call = async (name, done, about = '') => {
      const value = await done;
      const why = about === '' ? '' : `  ${paint('dim', about)}`;
      say(`${name.padEnd(37)}  ${paint('green', 'S_OK')}${why}`);
      return value;
    };
    await makeProfile(call, folder, demo);
    const sent = await submitted(call, io);
    say();
    return verdict(sent, demo.server.caught.at(-1), say, io);
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    say(paint('red', `${describe(error.hr)}: ${shown(error.message)}`));
    // Without SQLite this machine can send, but has no place to keep messages.
    return error.hr === MAPI_E_NO_SUPPORT ? EXIT.done : EXIT.failed;
  } finally {
    MAPIUninitialize();
    if (before === undefined) delete process.env['COMAIL_HOME'];
    else process.env['COMAIL_HOME'] = before;
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Waits for a call, shows that it succeeded, and answers its value. */
type Call = <T>(name: string, done: Promise<T>, about?: string) => Promise<T>;

async function makeProfile(call: Call, folder: string, { server, user, password }: DemoServer): Promise<void> {
  using admin = await ok(MAPIAdminProfiles(MAPI_UNICODE));
  await call('IProfAdmin::CreateProfile', ok(admin.CreateProfile('Demo', null, 0, MAPI_UNICODE)), 'Demo');
  using services = await ok(admin.AdminServices('Demo', null, 0, MAPI_UNICODE));
  const add = async (name: string, about: string, props: readonly PropValue[]): Promise<void> => {
    await call('IMsgServiceAdmin::CreateMsgService', ok(services.CreateMsgService(name, null, 0, MAPI_UNICODE)), about);
    const row = (await serviceRows(services)).at(-1);
    const uid: Guid = guidFromBytes(row?.at(0) as Uint8Array);
    await call('IMsgServiceAdmin::ConfigureMsgService', ok(services.ConfigureMsgService(uid, 0, MAPI_UNICODE, props)));
  };
  await add('COMAIL', 'COMAIL, the message store', [prop(PR_COMAIL_STORE_PATH_W, join(folder, 'demo.store'))]);
  await add('SMTP', `SMTP, to 127.0.0.1:${server.port}`, [
    prop(PR_SMTP_SERVER, '127.0.0.1'),
    prop(PR_SMTP_PORT, server.port),
    prop(PR_SMTP_SECURITY, SMTP_SECURITY_NONE),
    prop(PR_SMTP_USER, user),
    prop(PR_SMTP_SECRET, password),
    prop(PR_SMTP_SENDER_ADDRESS, 'ann@example.org'),
    prop(PR_SMTP_SENDER_NAME, 'Ann Archer'),
  ]);
}

async function submitted(call: Call, io: Io): Promise<readonly string[]> {
  const flags = MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_EXPLICIT_PROFILE | MAPI_UNICODE;
  using session = await call('MAPILogonEx', ok(MAPILogonEx(0, 'Demo', null, flags)), 'Demo');
  const stop = watchSpooler(spoolPrinter(io.stdout, painter(io.stdout, io.env), { subject: false }));
  try {
    return await composed(call, session);
  } finally {
    stop();
    await call('IMAPISession::Logoff', ok(session.Logoff(0, 0, 0)));
  }
}

async function composed(call: Call, session: IMAPISession): Promise<readonly string[]> {
  using store = await openDefaultStore(call, session);
  const places = await ok(store.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
  const sentItems = places.get(PR_IPM_SENTMAIL_ENTRYID) as EntryId;
  {
    using outbox = (await ok(store.OpenEntry(places.get(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY))).lppUnk;
    using message = await call('IMAPIFolder::CreateMessage', ok(outbox.CreateMessage(null, 0)), 'in the Outbox');
    const props = [
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, SUBJECT),
      prop(PR_BODY_W, 'Dear Bob,\r\n\r\nthis one waited in the Outbox for a moment.\r\n\r\nAnn\r\n'),
      prop(PR_SENTMAIL_ENTRYID, sentItems),
    ];
    await call('IMAPIProp::SetProps', ok(message.SetProps(props)), 'PR_SUBJECT_W, PR_BODY_W ...');
    const people = [person('Bob Baker', 'bob@example.org', MAPI_TO), person('Carol', HIDDEN, MAPI_BCC)];
    await call(
      'IMessage::ModifyRecipients',
      ok(message.ModifyRecipients(MODRECIP_ADD, people)),
      'Bob (To), Carol (Bcc)',
    );
    await call('IMessage::SubmitMessage', ok(message.SubmitMessage(0)), 'from here on it survives a crash');
  }
  await flush(session);
  return await subjectsIn(store, sentItems);
}

async function openDefaultStore(call: Call, session: IMAPISession): Promise<IMsgStore> {
  using table = await ok(session.GetMsgStoresTable(MAPI_UNICODE));
  const rows = await readRows(table, [PR_ENTRYID, PR_DEFAULT_STORE]);
  const entryId = rows.find((row) => row.get(PR_DEFAULT_STORE) === true)?.get(PR_ENTRYID) as EntryId;
  return await call('IMAPISession::OpenMsgStore', ok(session.OpenMsgStore(0, entryId, null, MDB_WRITE)));
}

/** Waits until what can be sent was sent: a program would go on with something else. */
async function flush(session: IMAPISession): Promise<void> {
  using table = await ok(session.GetStatusTable(MAPI_UNICODE));
  const rows = await readRows(table, [PR_ENTRYID, PR_RESOURCE_TYPE]);
  const entryId = rows.find((row) => row.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER)?.get(PR_ENTRYID) as EntryId;
  using spooler = (await ok(session.OpenEntry(entryId, IMAPIStatus, 0))).lppUnk;
  await ok(spooler.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_NO_UI));
}

async function subjectsIn(store: IMsgStore, entryId: EntryId): Promise<readonly string[]> {
  using folder = (await ok(store.OpenEntry(entryId, IMAPIFolder, 0))).lppUnk;
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  return (await readRows(table, [PR_SUBJECT_W] as readonly PropTag[])).map((row) => row.get(PR_SUBJECT_W) ?? '');
}

const person = (name: string, address: string, kind: number): readonly PropValue[] => [
  prop(PR_RECIPIENT_TYPE, kind),
  prop(PR_DISPLAY_NAME_W, name),
  prop(PR_ADDRTYPE_W, 'SMTP'),
  prop(PR_EMAIL_ADDRESS_W, address),
];

function verdict(
  sentItems: readonly string[],
  caught: CaughtMessage | undefined,
  say: (text?: string) => void,
  io: Io,
): number {
  const paint = painter(io.stdout, io.env);
  const arrived = caught?.bytes.includes(SUBJECT) === true && caught.to.includes(HIDDEN);
  if (!arrived || caught.bytes.includes(HIDDEN)) {
    say(paint('red', 'The message did not arrive as it was meant to.'));
    return EXIT.failed;
  }
  say(paint('bold', 'Sent Items'));
  say();
  for (const subject of sentItems) say(`${paint('dim', '│')} ${shown(subject)}`);
  say();
  if (!sentItems.includes(SUBJECT)) {
    say(paint('red', 'The message was sent, and is not in Sent Items.'));
    return EXIT.failed;
  }
  say(paint('green', `It was sent to ${caught.to.join(' and ')}, and lies in Sent Items.`));
  say(paint('dim', 'Your own mailbox: `comail profile create Work`, then `comail account add smtp --help`.'));
  return EXIT.done;
}
