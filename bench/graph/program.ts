// The server in a process of its own, and beside it the store that it is measured against; the callers are in the bench's process.
import { ok } from '../../src/com/index.js';
import { GraphServer, TokenFile } from '../../src/graph/index.js';
import {
  BOOKMARK_BEGINNING,
  bits,
  descend,
  type IMAPIFolder,
  MAPI_UNICODE,
  MSGFLAG_READ,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_INTERNET_MESSAGE_ID_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  sortBy,
} from '../../src/mapi/index.js';
import { serve } from '../process/worker.js';
import type { Effort } from '../sender/program.js';
import { Desk, makeProfile, storePath } from '../spool/house.js';
import { writer } from '../spool/letters.js';
import { write } from '../spool/submitting.js';
import { makeFixture, openFolder } from '../store/fixture.js';
import { callers, type GraphTask, pagesByChance } from './cases.js';

/** Where a server is, and what is asked of it. */
export interface Served {
  readonly port: number;
  readonly token: string;
  readonly path: string;
}

/** The questions such a process answers. */
export type GraphQuestions = {
  /** Makes the store with 100,000 messages where a profile in the folder has it. */
  fixture: (folder: string) => Promise<null>;
  /** Makes ready. */
  open: (setup: { readonly task: GraphTask; readonly folder: string }) => Promise<Served>;
  /** Does in the store what the server does, so many times. */
  direct: (count: number) => Promise<Effort>;
  /** What the store alone shows: subjects of the page that begins behind so many messages, or how many messages wait. */
  check: (skip: number | null) => Promise<string>;
};

let direct: (count: number) => Promise<void> = () => Promise.reject(new Error('nothing is open'));
let check: (skip: number | null) => Promise<string> = () => Promise.reject(new Error('nothing is open'));

const answers: GraphQuestions = {
  fixture: (folder) => makeFixture(storePath(folder)),

  async open({ task, folder }) {
    await makeProfile({ task: 'submit', folder, port: 0 });
    const desk = await Desk.open(false);
    const tokens = new TokenFile(`${folder}/tokens.json`);
    const expires = new Date(Date.now() + 86_400_000);
    const { token } = tokens.create({ user: writer.address, scopes: ['Mail.ReadWrite', 'Mail.Send'], expires });
    const { session, store } = desk;
    const mailbox = { userPrincipalName: writer.address, displayName: writer.name, session, store };
    const server = await GraphServer.create({ mailboxes: [mailbox], authenticators: [tokens.authenticator()] });
    const url = new URL(await server.listen({ port: 0 }));
    const path = task === 'sendmail' ? await sending(desk) : await listing(desk);
    return { port: Number(url.port), token, path };
  },

  async direct(count) {
    const cpu = process.cpuUsage();
    const begin = performance.now();
    await direct(count);
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { seconds, cpuSeconds: (user + system) / 1e6 };
  },

  check: (skip) => check(skip),
};

serve(answers);

async function sending(desk: Desk): Promise<string> {
  let number = 0;
  direct = async (count) => {
    const end = number + count;
    const line = async (): Promise<void> => {
      while (number < end) {
        using message = await write(desk, number++);
        await ok(message.SubmitMessage(0));
      }
    };
    await Promise.all(Array.from({ length: callers }, line));
  };
  check = async () => {
    using queue = await ok(desk.store.GetOutgoingQueue(0));
    return String(await ok(queue.GetRowCount(0)));
  };
  return '/v1.0/me/sendMail';
}

const pageColumns = [
  PR_ENTRYID,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_IMPORTANCE,
  PR_HASATTACH,
  PR_INTERNET_MESSAGE_ID_W,
] as const;

async function listing(desk: Desk): Promise<string> {
  const folder = await openFolder(desk.store, 'Large');
  const pages = pagesByChance();
  direct = async (count) => {
    for (let n = 0; n < count; n++) await page(folder, pages());
  };
  check = async (skip) => (await page(folder, skip ?? 0)).join('\n');
  const id = (await ok(folder.GetProps([PR_ENTRYID], 0))).get(PR_ENTRYID) as Uint8Array;
  const options = '$top=50&$orderby=receivedDateTime%20desc&$filter=isRead%20eq%20false';
  return `/v1.0/me/mailFolders/${Buffer.from(id).toString('base64url')}/messages?${options}`;
}

async function page(folder: IMAPIFolder, skip: number): Promise<readonly string[]> {
  using table = await ok(folder.GetContentsTable(MAPI_UNICODE));
  await ok(table.SetColumns(pageColumns));
  await ok(table.Restrict(bits(PR_MESSAGE_FLAGS, MSGFLAG_READ, 'eqz')));
  await ok(table.SortTable(sortBy(descend(PR_MESSAGE_DELIVERY_TIME))));
  if (skip > 0) await ok(table.SeekRow(BOOKMARK_BEGINNING, skip));
  const rows = await ok(table.QueryRows(50, 0));
  return rows.map((row) => row.get(PR_SUBJECT_W) ?? '');
}
