// Has the spooler send all that waits, submits more meanwhile, and dies where it is told to, with as many on their way as may be.
import { writeSync } from 'node:fs';
import { ok } from '../../../src/com/index.js';
import { MAPI_EXTENDED, MAPI_NEW_SESSION } from '../../../src/mapi/index.js';
import { smtpMessageService } from '../../../src/providers/smtp/index.js';
import { storeMessageService } from '../../../src/providers/store/index.js';
import { Database } from '../../../src/providers/store/sql/database.js';
import { LogSync } from '../../../src/providers/store/sql/log-sync.js';
import { MAPIInitialize, MAPILogonEx, registerMessageService } from '../../../src/subsystem/index.js';
import { inFlight } from '../../../src/subsystem/spooler/limits.js';
import { trial } from '../../../src/subsystem/spooler/trial.js';
import { defaultStore, flush, submit } from './client.js';

const [, , point = '', times = '1', crowds = '', first = '1', last = '0'] = process.argv;

const crowdAt: Readonly<Record<string, number>> = {
  'put off': 40,
  finished: 40,
  'written, not committed': 40,
  'committed, not forced': 40,
  'forced, nobody told': 40,
};
/** So many are on their way then. Those that have just gone are not counted, and others are opened a moment later. */
const crowd = crowds === '' ? 1 : (crowdAt[point] ?? inFlight);
/** So many wait together for one transaction, where that is the point. */
const together = 5;
const passed = new Map<string, number>();
let left = Number(times);
let most = 0;

const of = (name: string): number => passed.get(name) ?? 0;
const onTheirWay = (): number => of('opened') - of('finished') - of('put off');
const say = (line: string): void => void writeSync(1, `${line}\n`);

trial.passing = (here) => {
  passed.set(here, of(here) + 1);
  if (onTheirWay() > most) {
    most = onTheirWay();
    if (most === 80) say('eighty on their way');
  }
  at(here);
  if (of('prepared') - of('marked') >= together) at('several wait to begin');
  if (of('finishing') - of('finished') >= together) at('several wait to leave');
};

/** What the transaction that is open, or the last one, has done so far. */
let [leaves, begins] = [0, 0];
const run = Database.prototype.run;
Database.prototype.run = function (sql, ...values) {
  if (sql === 'BEGIN IMMEDIATE') [leaves, begins] = [0, 0];
  if (sql === 'COMMIT') atShared('written, not committed');
  const result = run.call(this, sql, ...values);
  if (sql.startsWith('DELETE FROM outgoing')) leaves += result.changes;
  if (sql.includes('flags = flags | 65536')) begins += result.changes;
  if (sql === 'COMMIT') atShared('committed, not forced');
  return result;
};
const { sync, syncNow } = LogSync.prototype;
LogSync.prototype.sync = async function () {
  await sync.call(this);
  atShared('forced, nobody told');
};
LogSync.prototype.syncNow = function () {
  const forced = syncNow.call(this);
  if (forced) atShared('forced, nobody told');
  return forced;
};

/** A moment of a transaction in which some leave and others begin. */
function atShared(here: string): void {
  if (leaves > 0 && begins > 0) at(here);
}

function at(here: string): void {
  // On a slow machine some have always just gone: it is not waited for all eighty for ever.
  if (here !== point || --left > 0 || onTheirWay() < (left > -30 ? crowd : Math.min(crowd, 40))) return;
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
}

registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
MAPIInitialize(null);
const session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION));
const store = await defaultStore(session);
await Promise.all([flush(session), submitMore()]);
await flush(session);
store.Release();
await ok(session.Logoff(0, 0, 0));
session.Release();
say('done');

async function submitMore(): Promise<void> {
  for (let number = Number(first); number <= Number(last); number++) {
    await submit(store, `letter ${number}`, ['ann@example.org']);
    say(`letter ${number}`);
  }
}
