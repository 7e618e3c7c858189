import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { messageNumber } from '../index.js';
import {
  type FileTime,
  IMAPIFolder,
  MAPI_ASSOCIATED,
  MSGFLAG_READ,
  PR_CLIENT_SUBMIT_TIME,
  PR_CREATION_TIME,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_HASATTACH,
  PR_IMPORTANCE,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_NORMALIZED_SUBJECT_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  type Restriction,
  rowOrder,
  type SSortOrderSet,
} from '../mapi/index.js';
import { foldersBelow } from './folder-ls.js';
import { EXIT, type Io, UsageError } from './io.js';
import { answering } from './mailbox/failure.js';
import { openFolderAt, pathOf } from './mailbox/folder-path.js';
import { type MessageQueryOptions, restrictionOf, sortOrderOf, sortWords } from './mailbox/message-query.js';
import { messageLines } from './mailbox/message-table.js';
import { readRows } from './mailbox/rows.js';
import { hexOfBytes, type OpenedStore, withStore } from './mailbox/store.js';
import { isoOf, minuteOf } from './mailbox/time.js';
import { painter, shown } from './paint.js';
import { grouped } from './trace.js';

/** One message, as `comail message ls --json` prints it within `{"total": n, "messages": [...]}`. */
export interface MessageRowReport {
  /** Its number in the store, which the other verbs take. */
  readonly id: number;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  /** The path of the folder it lies in. */
  readonly folder: string;
  /** `IPM.Note`. */
  readonly class: string | null;
  readonly subject: string | null;
  /** Who sent it; both null for a message that nobody sent yet. */
  readonly from: { readonly name: string | null; readonly address: string | null };
  /** The names of its recipients, with semicolons. */
  readonly to: string | null;
  /** When it was delivered, in UTC. */
  readonly received: string | null;
  /** When it was sent, in UTC. */
  readonly sent: string | null;
  /** Bytes. */
  readonly size: number;
  readonly unread: boolean;
  readonly attachments: boolean;
  /** 0 low, 1 normal, 2 high; null when nobody said. */
  readonly importance: number | null;
}

interface ListOptions extends MessageQueryOptions {
  readonly folder?: string;
  readonly allFolders?: boolean;
  readonly associated?: boolean;
  readonly sort?: string;
  readonly reverse?: boolean;
  readonly limit?: string;
  readonly json?: boolean;
}

/**
 * Adds the verb `ls` of messages.
 *
 * @param message the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMessageLs(message: Command, io: Io, ended: (code: number) => void): void {
  message
    .command('ls')
    .argument('<file>', 'the store')
    .description('list messages, newest first')
    .optionsGroup('Where:')
    .option('--folder <path>', 'the folder: Inbox/Projects; the Inbox unless told')
    .option('--all-folders', 'every folder that people see')
    .option('--associated', 'the hidden messages of the folder: forms, views, settings')
    .optionsGroup('Which:')
    .option('--unread', 'those that nobody has read')
    .option('--attachments', 'those with attachments')
    .option('--from <text>', 'whose sender has this in the name or address')
    .option('--to <text>', 'whose recipients have this in their names')
    .option('--subject <text>', 'with this in the subject')
    .option('--text <text>', 'with this in the subject or the text; reads every message, so it takes longer')
    .option('--since <time>', 'that came at this time or later: 2026-11-27, "2026-11-27 21:03", today, 12h, 7d')
    .option('--before <time>', 'that came before this time')
    .optionsGroup('How:')
    .option('--sort <word>', `by ${sortWords.join(', ')}; newest and largest first, texts from A to Z`)
    .option('--reverse', 'the other way round')
    .option('--limit <count>', 'at most so many, 50 unless told; 0 for all')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: ListOptions) => {
      const verb = {
        json: options.json === true,
        failed: 'the messages were not listed',
        command: 'comail message ls',
      };
      ended(await answering(verb, io, () => list(file, options, io)));
    });
}

const EXAMPLES = `
The first column is the number of the message, by which the other verbs know it: it stays the same when the message is moved
to another folder. • is unread, ! of high importance, @ has attachments. Upper and lower case are the same in every text.

Examples:
  comail message ls mail.store --unread
  comail message ls mail.store --folder "Sent Items" --to bob --since 2w
  comail message ls mail.store --all-folders --attachments --sort size --limit 10
  comail message show mail.store 417
`;

async function list(file: string, options: ListOptions, io: Io): Promise<number> {
  const query: Query = {
    restriction: restrictionOf(options),
    order: sortOrderOf(options.sort ?? 'date', options.reverse === true),
    associated: options.associated === true,
    limit: readLimit(options.limit),
  };
  if (options.allFolders && options.folder !== undefined)
    throw new UsageError('--folder and --all-folders do not go together.');
  const { total, messages } = await withStore(file, 'read-only', async (opened) =>
    pick(await found(opened, query, options), query),
  );
  if (options.json) {
    const reports = messages.map((one) => one.report);
    io.stdout.write(`${JSON.stringify({ total, messages: reports })}\n`);
  } else print(total, messages, options, io);
  return EXIT.done;
}

interface Query {
  readonly restriction: Restriction | null;
  readonly order: SSortOrderSet;
  readonly associated: boolean;
  readonly limit: number;
}

interface Found {
  readonly row: PropRow;
  readonly report: MessageRowReport;
}

interface FolderFound {
  readonly total: number;
  readonly messages: readonly Found[];
}

async function found(opened: OpenedStore, query: Query, options: ListOptions): Promise<readonly FolderFound[]> {
  using start = await openFolderAt(opened, options.allFolders ? '' : (options.folder ?? 'Inbox'));
  if (!options.allFolders) return [await inFolder(opened, start, query)];
  const all: FolderFound[] = [];
  for (const { type, entryId } of await foldersBelow(opened, start)) {
    // What a search folder shows lies in another one.
    if (type === 'search') continue;
    using folder = (await ok(opened.store.OpenEntry(Buffer.from(entryId, 'hex'), IMAPIFolder))).lppUnk;
    all.push(await inFolder(opened, folder, query));
  }
  return all;
}

async function inFolder(opened: OpenedStore, folder: IMAPIFolder, query: Query): Promise<FolderFound> {
  using table = await ok(folder.GetContentsTable(query.associated ? MAPI_ASSOCIATED : 0));
  if (query.restriction) await ok(table.Restrict(query.restriction));
  await ok(table.SortTable(query.order));
  const total = await ok(table.GetRowCount());
  const own = (await ok(folder.GetProps([PR_ENTRYID])))[0] as Uint8Array;
  const path = await pathOf(opened, own);
  const rows = await readRows(table, columns, query.limit);
  return { total, messages: rows.map((row) => ({ row, report: reportOf(opened, row, path) })) };
}

/** The first of all folders together. */
function pick(folders: readonly FolderFound[], { order, limit }: Query): FolderFound {
  const [only] = folders;
  if (only && folders.length === 1) return only;
  const inOrder = rowOrder(order);
  const messages = folders
    .flatMap((folder) => folder.messages)
    .sort((a, b) => inOrder(a.row, b.row))
    .slice(0, limit);
  return { total: folders.reduce((sum, folder) => sum + folder.total, 0), messages };
}

const columns = [
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_SUBJECT_W,
  PR_NORMALIZED_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_DISPLAY_TO_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_CLIENT_SUBMIT_TIME,
  PR_CREATION_TIME,
  PR_MESSAGE_SIZE,
  PR_MESSAGE_FLAGS,
  PR_HASATTACH,
  PR_IMPORTANCE,
];

function reportOf({ key }: OpenedStore, row: PropRow, folder: string): MessageRowReport {
  const entryId = row.get(PR_ENTRYID) as Uint8Array;
  const time = (value: FileTime | null): string | null => (value === null ? null : isoOf(value));
  return {
    id: messageNumber(key, entryId),
    entryId: hexOfBytes(entryId),
    folder,
    class: row.get(PR_MESSAGE_CLASS_W),
    subject: row.get(PR_SUBJECT_W),
    from: { name: row.get(PR_SENDER_NAME_W), address: row.get(PR_SENDER_EMAIL_ADDRESS_W) },
    to: row.get(PR_DISPLAY_TO_W),
    received: time(row.get(PR_MESSAGE_DELIVERY_TIME)),
    sent: time(row.get(PR_CLIENT_SUBMIT_TIME)),
    size: row.get(PR_MESSAGE_SIZE) ?? 0,
    unread: ((row.get(PR_MESSAGE_FLAGS) ?? 0) & MSGFLAG_READ) === 0,
    attachments: row.get(PR_HASATTACH) ?? false,
    importance: row.get(PR_IMPORTANCE),
  };
}

function readLimit(typed = '50'): number {
  if (!/^\d{1,9}$/.test(typed)) throw new UsageError(`--limit ${typed}: write a whole number; 0 for all.`);
  return Number(typed) === 0 ? Number.POSITIVE_INFINITY : Number(typed);
}

function print(total: number, messages: readonly Found[], options: ListOptions, io: Io): void {
  const paint = painter(io.stdout, io.env);
  const where = options.allFolders ? 'any folder' : (options.folder ?? 'Inbox');
  if (messages.length === 0) {
    io.stdout.write(`${paint('dim', `No such messages in ${shown(where)}.`)}\n`);
    return;
  }
  const lines = messages.map(({ row, report }) => {
    const time = row.get(PR_MESSAGE_DELIVERY_TIME) ?? row.get(PR_CLIENT_SUBMIT_TIME) ?? row.get(PR_CREATION_TIME);
    return { report, when: minuteOf(time) };
  });
  const width = io.stdout.isTTY === true ? (io.stdout.columns ?? 100) : null;
  for (const line of messageLines(lines, width, options.allFolders === true, paint)) io.stdout.write(`${line}\n`);
  if (total > messages.length)
    io.stderr.write(`${grouped(messages.length)} of ${grouped(total)} messages; --limit 0 shows all.\n`);
}
