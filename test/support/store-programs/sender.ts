// Sends one message as a client does, and dies where it is told to.
import { ok } from '../../../src/com/index.js';
import {
  FLUSH_NO_UI,
  FLUSH_UPLOAD,
  IMAPIFolder,
  type IMAPISession,
  IMAPIStatus,
  type IMsgStore,
  MAPI_EXTENDED,
  MAPI_MODIFY,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
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
  prop,
} from '../../../src/mapi/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { MAPIInitialize, MAPILogonEx, registerMessageService } from '../../../src/subsystem/index.js';
import { trial } from '../../../src/subsystem/spooler/trial.js';

const [, , point = '', times = '1', count = '1', delay = '0', ...recipients] = process.argv;
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

let left = Number(times);
trial.passing = (here) => {
  if (here === point && --left === 0) die();
};

registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
MAPIInitialize(null);
// Whoever dies around SubmitMessage itself has no spooler yet.
const early = point === 'saved as a draft' || point === 'submitting' || point === 'queued';
const session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | (early ? MAPI_NO_MAIL : 0)));
const store = await defaultStore(session);
for (let i = 1; i <= Number(count); i++) await send(store, i);
await flush(session);
store.Release();
await ok(session.Logoff(0, 0, 0));
session.Release();
console.log('done');

async function send(into: IMsgStore, number: number): Promise<void> {
  const last = number === Number(count);
  const row = await ok(into.GetProps([PR_IPM_OUTBOX_ENTRYID, PR_IPM_SENTMAIL_ENTRYID], 0));
  using outbox = (await ok(into.OpenEntry(row.get(PR_IPM_OUTBOX_ENTRYID), IMAPIFolder, MAPI_MODIFY))).lppUnk;
  using message = await ok(outbox.CreateMessage(null, 0));
  await ok(
    message.SetProps([
      prop(PR_MESSAGE_CLASS_W, 'IPM.Note'),
      prop(PR_SUBJECT_W, `letter ${number}`),
      prop(PR_BODY_W, 'Hello.\r\n'),
      prop(PR_SENTMAIL_ENTRYID, row.get(PR_IPM_SENTMAIL_ENTRYID) as Uint8Array),
    ]),
  );
  const rows = recipients.map((address) => {
    const [type, text] = address.includes(':') ? address.split(':') : ['SMTP', address];
    return [
      prop(PR_RECIPIENT_TYPE, MAPI_TO),
      prop(PR_DISPLAY_NAME_W, text as string),
      prop(PR_ADDRTYPE_W, type as string),
      prop(PR_EMAIL_ADDRESS_W, text as string),
    ];
  });
  await ok(message.ModifyRecipients(MODRECIP_ADD, rows));
  if (last && point === 'saved as a draft') {
    await ok(message.SaveChanges(2));
    die();
  }
  // The commit is in other hands then, here or in another thread, done or not.
  const submitted = message.SubmitMessage(0);
  if (last && point === 'submitting') setTimeout(die, Number(delay));
  await ok(submitted);
  console.log(`letter ${number}`);
  if (last && (point === 'queued' || point === 'submitting')) die();
}

async function defaultStore(of: IMAPISession): Promise<IMsgStore> {
  using table = await ok(of.GetMsgStoresTable(MAPI_UNICODE));
  const row = (await ok(table.QueryRows(10, 0))).find((one) => one.get(PR_DEFAULT_STORE) === true);
  return await ok(of.OpenMsgStore(0, row?.get(PR_ENTRYID) as Uint8Array, null, MDB_WRITE));
}

async function flush(of: IMAPISession): Promise<void> {
  using table = await ok(of.GetStatusTable(MAPI_UNICODE));
  const row = (await ok(table.QueryRows(20, 0))).find((one) => one.get(PR_RESOURCE_TYPE) === MAPI_SPOOLER);
  using status = (await ok(of.OpenEntry(row?.get(PR_ENTRYID) as Uint8Array, IMAPIStatus, 0))).lppUnk;
  await ok(status.FlushQueues(0, null, FLUSH_UPLOAD | FLUSH_NO_UI));
}
