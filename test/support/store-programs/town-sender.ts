// Sends messages from one mailbox of a mail system to another one and outside, and dies where it is told to.
import { ok } from '../../../src/com/index.js';
import {
  FLUSH_DOWNLOAD,
  FLUSH_UPLOAD,
  type IMAPISession,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
} from '../../../src/mapi/index.js';
import { pipelineMessageService } from '../../../src/providers/pipeline/index.js';
import { trial } from '../../../src/providers/pipeline/trial.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { MAPIInitialize, MAPILogonEx, registerMessageService } from '../../../src/subsystem/index.js';
import { defaultStore, flush, submit } from './client.js';

const [, , point = '', times = '1', count = '1', ...recipients] = process.argv;

let left = Number(times);
trial.passing = (here) => {
  if (here !== point || --left > 0) return;
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

registerMessageService(storeMessageService);
registerMessageService(pipelineMessageService);
MAPIInitialize(null);
const logon = async (name: string): Promise<IMAPISession> =>
  await ok(MAPILogonEx(0, name, null, MAPI_EXTENDED | MAPI_NEW_SESSION));
const [ann, bob] = [await logon('ann'), await logon('bob')];
const store = await defaultStore(ann);
const exchange = async (): Promise<void> => {
  for (const session of [ann, bob, ann])
    for (const flags of [FLUSH_UPLOAD, FLUSH_DOWNLOAD]) await flush(session, flags);
};
for (let i = 1; i <= Number(count); i++) {
  await submit(store, `letter ${i}`, recipients);
  console.log(`letter ${i}`);
  // Letters that come together may pass a point together, and it would not be passed as often as it has to be.
  if (Number(times) > 1) await exchange();
}
store.Release();
await exchange();
for (const session of [ann, bob]) {
  await ok(session.Logoff(0, 0, 0));
  session.Release();
}
console.log('done');
