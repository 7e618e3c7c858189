// A server of Graph's before the mailbox of the profile Work. It answers the requests that it reads, a line of JSON each, and dies
// while it sends where the line says so.
import { createInterface } from 'node:readline';
import { setLog } from '../../src/base/index.js';
import { ok } from '../../src/com/index.js';
import { GraphServer, TokenFile } from '../../src/graph/index.js';
import { submitBySpooler } from '../../src/graph/mailbox/submitter.js';
import {
  IMsgStore,
  MAPI_EXTENDED,
  MAPI_NEW_SESSION,
  MAPI_NO_MAIL,
  MDB_WRITE,
  PR_DEFAULT_STORE,
  PR_ENTRYID,
} from '../../src/mapi/index.js';
import { smtpMessageService } from '../../src/providers/smtp/index.js';
import { storeMessageService } from '../../src/providers/store/index.js';
import { MAPIInitialize, MAPILogonEx, registerMessageService } from '../../src/subsystem/index.js';

/** Where it dies. */
export type Point = 'before it submits' | 'while it submits' | 'after it has submitted' | 'never';

/** What it reads. */
export interface Asked {
  readonly die: Point;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
}

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('still alive');
};

setLog({ error: () => undefined, warn: () => undefined });
registerMessageService(storeMessageService);
registerMessageService(smtpMessageService);
MAPIInitialize(null);
const session = await ok(MAPILogonEx(0, 'Work', null, MAPI_EXTENDED | MAPI_NEW_SESSION | MAPI_NO_MAIL));
const stores = await ok(session.GetMsgStoresTable(0));
await ok(stores.SetColumns([PR_ENTRYID, PR_DEFAULT_STORE]));
const [row] = await ok(stores.QueryRows(1));
const store = await ok(session.OpenMsgStore(0, row?.[0] as Uint8Array, IMsgStore, MDB_WRITE));

let point: Point = 'never';
const tokens = new TokenFile(`${process.env['COMAIL_HOME']}/victim-${process.pid}.json`);
const expires = new Date(Date.now() + 3_600_000);
const { token } = tokens.create({ user: 'me@example.com', scopes: ['Mail.ReadWrite', 'Mail.Send'], expires });
const server = await GraphServer.create({
  mailboxes: [
    {
      userPrincipalName: 'me@example.com',
      displayName: 'Me Myself',
      store,
      submitter: async (...given) => {
        if (point === 'before it submits') die();
        const submitted = submitBySpooler(...given);
        // The commit is in other hands then, done or not.
        if (point === 'while it submits') setImmediate(die);
        // A quick disk has it done before that, and the answer is not to be first.
        await (point === 'while it submits' ? new Promise(() => undefined) : submitted);
        if (point === 'after it has submitted') die();
      },
    },
  ],
  authenticators: [tokens.authenticator()],
});

for await (const line of createInterface({ input: process.stdin })) {
  const { die: where, headers, payload, ...asked } = JSON.parse(line) as Asked;
  point = where;
  const reply = await server.inject({
    ...asked,
    headers: { ...headers, authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(payload === undefined ? {} : { payload }),
  });
  console.log(JSON.stringify({ status: reply.statusCode, headers: reply.headers, text: reply.payload }));
}
