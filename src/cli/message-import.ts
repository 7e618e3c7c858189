import { type Dirent, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Command } from 'commander';
import { ComError, ok } from '../com/index.js';
import { fillMessage, readMime } from '../convert/index.js';
import { messageNumber } from '../index.js';
import {
  type IMAPIFolder as Folder,
  IMAPIFolder,
  IMessage,
  KEEP_OPEN_READWRITE,
  MAPI_E_NOT_FOUND,
  MAPI_MODIFY,
  MSGFLAG_READ,
  MSGFLAG_UNSENT,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_FLAGS,
  PR_SUBJECT_W,
  prop,
} from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { answering, Failure, type FailureReport, failureOf } from './mailbox/failure.js';
import { openFolderAt } from './mailbox/folder-path.js';
import { hexOfBytes, type OpenedStore, withStore } from './mailbox/store.js';
import { painter, shown } from './paint.js';

/** A message that is in the store now, as `comail message import --json` prints it within `{"imported": [...]}`. */
export interface ImportedReport {
  /** The file as it was found; `-` for the standard input. */
  readonly path: string;
  /** Its number in the store. */
  readonly id: number;
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  /** `IPM.Note`; `REPORT.IPM.Note.NDR` for a report. */
  readonly class: string | null;
  readonly subject: string | null;
}

/** A file that is none, or could not be stored, within `{"failed": [...]}`. */
export interface NotImportedReport {
  readonly path: string;
  readonly error: FailureReport;
}

interface ImportOptions {
  readonly folder?: string;
  readonly unread?: boolean;
  readonly keepBytes?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `import` of messages.
 *
 * @param message the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMessageImport(message: Command, io: Io, ended: (code: number) => void): void {
  message
    .command('import')
    .argument('<file>', 'the store')
    .argument('<path...>', 'files of Internet mail, folders whose .eml files are taken, or - for the standard input')
    .description('put Internet mail into the store')
    .option('--folder <path>', 'the folder it goes into; the Inbox unless told')
    .option('--unread', 'as mail that nobody has read')
    .option(
      '--keep-bytes',
      'keep the bytes as they came, too: an export gives them back unless the message was changed',
    )
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, paths: readonly string[], options: ImportOptions) => {
      const verb = { json: options.json === true, failed: 'nothing was imported', command: 'comail message import' };
      ended(await answering(verb, io, () => importAll(file, paths, options, io)));
    });
}

const EXAMPLES = `
What is no mail is named and passed over; the exit code is 1 then. Mail with X-Unsent: 1 becomes a draft.

Examples:
  comail message import mail.store figures.eml --unread
  comail message import mail.store ~/archive --folder Archive --keep-bytes
  comail message export old.store 417 | comail message import mail.store -
`;

async function importAll(file: string, paths: readonly string[], options: ImportOptions, io: Io): Promise<number> {
  const found: string[] = [];
  for (const path of paths) found.push(...(await filesAt(path)));
  const imported: ImportedReport[] = [];
  const failed: NotImportedReport[] = [];
  await withStore(file, 'open', async (opened) => {
    using start = await openFolderAt(opened, options.folder ?? 'Inbox');
    const entryId = (await ok(start.GetProps([PR_ENTRYID])))[0] as Uint8Array;
    using folder: Folder = (await ok(opened.store.OpenEntry(entryId, IMAPIFolder, MAPI_MODIFY))).lppUnk;
    for (const path of found) {
      try {
        const bytes = path === '-' ? await buffer(io.stdin) : await readFile(path);
        imported.push(await importOne(opened, folder, path, bytes, options));
      } catch (error) {
        failed.push({ path, error: failureOf(error, 'comail message import') });
      }
    }
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ imported, failed })}\n`);
  else print(imported, failed, options, io);
  return failed.length > 0 ? EXIT.failed : EXIT.done;
}

async function importOne(
  { key }: OpenedStore,
  folder: Folder,
  path: string,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedReport> {
  const plan = readMime(bytes, { readUnsent: true, keepSource: options.keepBytes === true });
  const draft = plan.props.some(
    ([tag, value]) => tag === PR_MESSAGE_FLAGS && ((value as number) & MSGFLAG_UNSENT) !== 0,
  );
  const flags = (options.unread === true ? 0 : MSGFLAG_READ) | (draft ? MSGFLAG_UNSENT : 0);
  using message = await ok(folder.CreateMessage(IMessage));
  const props = plan.props.map((value) => (value[0] === PR_MESSAGE_FLAGS ? prop(PR_MESSAGE_FLAGS, flags) : value));
  await fillMessage(message, { ...plan, props });
  await ok(message.SaveChanges(KEEP_OPEN_READWRITE));
  const row = await ok(message.GetProps([PR_ENTRYID, PR_MESSAGE_CLASS_W, PR_SUBJECT_W]));
  const entryId = row.get(PR_ENTRYID);
  if (entryId === null) throw new ComError(MAPI_E_NOT_FOUND, 'the message that was saved has no entry identifier');
  return {
    path,
    id: messageNumber(key, entryId),
    entryId: hexOfBytes(entryId),
    class: row.get(PR_MESSAGE_CLASS_W),
    subject: row.get(PR_SUBJECT_W),
  };
}

/** The files that a path stands for: itself, or the mail in a folder and those below it, by name. */
async function filesAt(path: string): Promise<readonly string[]> {
  if (path === '-') return [path];
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat)
    throw new Failure(MAPI_E_NOT_FOUND, `there is no file ${path}`, 'Check the path; - reads the standard input.');
  if (!stat.isDirectory()) return [path];
  const files: string[] = [];
  const byName = (a: Dirent, b: Dirent): number => (a.name < b.name ? -1 : 1);
  for (const entry of (await readdir(path, { withFileTypes: true })).sort(byName)) {
    if (entry.isDirectory()) files.push(...(await filesAt(join(path, entry.name))));
    else if (entry.isFile() && /\.eml$/i.test(entry.name)) files.push(join(path, entry.name));
  }
  return files;
}

function print(
  imported: readonly ImportedReport[],
  failed: readonly NotImportedReport[],
  { folder = 'Inbox' }: ImportOptions,
  io: Io,
): void {
  const paint = painter(io.stdout, io.env);
  for (const { id, path, subject } of imported)
    io.stdout.write(
      `${paint('green', `Imported ${id}`)}: ${shown(subject || '(no subject)')} ${paint('dim', `from ${shown(path)}`)}\n`,
    );
  if (imported.length === 0) io.stdout.write(`${paint('dim', `No mail was put into ${shown(folder)}.`)}\n`);
  for (const { path, error } of failed)
    io.stderr.write(`${painter(io.stderr, io.env)('red', 'comail:')} ${shown(path)}: ${error.message}\n`);
}
