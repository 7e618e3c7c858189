import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { renderMime } from '../convert/index.js';
import { messageNumber } from '../index.js';
import { MAPI_E_COLLISION, PR_ENTRYID } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { answering, Failure } from './mailbox/failure.js';
import { openFolderAt } from './mailbox/folder-path.js';
import { keptChunks, writeFileOf } from './mailbox/mail-file.js';
import { openMessage } from './mailbox/message-id.js';
import { readRows } from './mailbox/rows.js';
import { sizeText } from './mailbox/size.js';
import { stepsBar } from './mailbox/steps-bar.js';
import { withStore } from './mailbox/store.js';
import { painter, shown } from './paint.js';
import { grouped } from './trace.js';

/** What `comail folder export --json` prints. */
export interface FolderExportReport {
  /** The path of the folder as it was typed. */
  readonly folder: string;
  /** The directory as it was typed. */
  readonly output: string;
  /** The files, in the order in which they were written. */
  readonly messages: readonly ExportedReport[];
}

/** One message of it. */
export interface ExportedReport {
  /** Its number in the store. */
  readonly id: number;
  /** The file. */
  readonly path: string;
  /** Bytes written. */
  readonly bytes: number;
  /** Names of attachments that mail cannot carry. */
  readonly omitted: readonly string[];
}

interface ExportOptions {
  readonly folder?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `export` of folders.
 *
 * @param folder the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addFolderExport(folder: Command, io: Io, ended: (code: number) => void): void {
  folder
    .command('export')
    .argument('<file>', 'the store')
    .argument('<directory>', 'where to; it is made where it is not there')
    .description('write every message of a folder as Internet mail, each into a file NUMBER.eml')
    .option('--folder <path>', 'the folder; the Inbox unless told')
    .option('--force', 'overwrite files')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, directory: string, options: ExportOptions) => {
      const verb = { json: options.json === true, failed: 'not all was exported', command: 'comail folder export' };
      ended(await answering(verb, io, () => exportAll(file, directory, options, io)));
    });
}

const EXAMPLES = `
Folders below it are not written. What mail has no field for stays behind, as with \`comail message export\`.

Examples:
  comail folder export mail.store ~/archive/inbox
  comail folder export mail.store sent --folder "Sent Items" --json | jq '.messages | length'
  comail message import other.store ~/archive/inbox    back into a store
`;

async function exportAll(file: string, directory: string, options: ExportOptions, io: Io): Promise<number> {
  const { folder: path = 'Inbox', force = false, json = false } = options;
  if (existsSync(directory) && !statSync(directory).isDirectory())
    throw new UsageError(`${directory} is a file: write the path of a directory.`);
  const messages = await withStore(file, 'read-only', async (opened) => {
    using folder = await openFolderAt(opened, path);
    using table = await ok(folder.GetContentsTable(0));
    const rows = await readRows(table, [PR_ENTRYID]);
    mkdirSync(directory, { recursive: true });
    const bar = stepsBar(io.stderr, 'messages', !json);
    const done: ExportedReport[] = [];
    try {
      for (const row of rows) {
        const entryId = row.get(PR_ENTRYID) as Uint8Array;
        const id = messageNumber(opened.key, entryId);
        const output = join(directory, `${id}.eml`);
        if (!force && existsSync(output))
          throw new Failure(
            MAPI_E_COLLISION,
            `${output} exists already`,
            'Choose another directory, or overwrite files with --force.',
          );
        using message = await openMessage(opened, { id, entryId });
        const { source, omitted } = await renderMime(message);
        await writeFileOf(keptChunks(source), output);
        done.push({ id, path: output, bytes: statSync(output).size, omitted });
        bar.step(done.length, rows.length);
      }
    } finally {
      bar.stop();
    }
    return done;
  });
  if (json) io.stdout.write(`${JSON.stringify({ folder: path, output: directory, messages })}\n`);
  else print(messages, path, directory, io);
  return EXIT.done;
}

function print(messages: readonly ExportedReport[], path: string, directory: string, io: Io): void {
  for (const { path: file, omitted } of messages)
    for (const name of omitted)
      io.stderr.write(`comail: warning: ${shown(file)}: mail cannot carry the attachment ${shown(name)}.\n`);
  const bytes = messages.reduce((sum, one) => sum + one.bytes, 0);
  const count = `${grouped(messages.length)} ${messages.length === 1 ? 'message' : 'messages'}`;
  const done = painter(io.stdout, io.env)('green', `Wrote ${count} of ${shown(path)} to ${shown(directory)}`);
  io.stdout.write(`${done}, ${sizeText(bytes)}.\n`);
}
