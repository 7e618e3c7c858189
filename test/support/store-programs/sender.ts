// Sends one message as a client does, and dies where it is told to.
import { ok } from '../../../src/com/index.js';
import { type IMsgStore, MAPI_EXTENDED, MAPI_NEW_SESSION, MAPI_NO_MAIL } from '../../../src/mapi/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { MAPIInitialize, MAPILogonEx, registerMessageService } from '../../../src/subsystem/index.js';
import { trial } from '../../../src/subsystem/spooler/trial.js';
import { compose, defaultStore, flush, recipient } from './client.js';
import { coveringSmtp, registerCoverPages } from './preprocessing.js';

const [, , point = '', times = '1', count = '1', delay = '0', covers = '', ...recipients] = process.argv;
const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

let left = Number(times);
trial.passing = (here) => {
  if (here === point && --left === 0) die();
};

registerMessageService(storeMessageService);
if (covers === 'covers') registerCoverPages();
registerMessageService(covers === 'covers' ? coveringSmtp : smtpMessageService);
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
  const to = recipients.map((address) => recipient(address));
  using message = await compose(into, `letter ${number}`, to);
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
