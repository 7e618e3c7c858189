import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { renderMime } from '../convert/index.js';
import { type IMessage, MAPI_E_COLLISION } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { dumpMessage } from './mailbox/dump.js';
import { answering, Failure } from './mailbox/failure.js';
import { keptChunks, writeFileOf } from './mailbox/mail-file.js';
import { namedMessage, openMessage } from './mailbox/message-id.js';
import { sizeText } from './mailbox/size.js';
import { withStore } from './mailbox/store.js';
import { painter, shown } from './paint.js';

/** What `comail message export --json -o FILE` prints when the message is in the file. */
export interface ExportReport {
  /** The number of the message. */
  readonly id: number;
  /** `eml` or `json`. */
  readonly format: string;
  /** The path as it was typed. */
  readonly output: string;
  /** Bytes written. */
  readonly bytes: number;
  /** Names of attachments that the format cannot carry: mail has no OLE objects and no links to files. */
  readonly omitted: readonly string[];
}

interface ExportOptions {
  readonly output?: string;
  readonly format?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `export` of messages.
 *
 * @param message the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addMessageExport(message: Command, io: Io, ended: (code: number) => void): void {
  message
    .command('export')
    .argument('<file>', 'the store')
    .argument('<id>', 'the number that `message ls` prints, or the entry identifier in hexadecimal')
    .description('write a message out of the store')
    .option('-o, --output <file>', 'where to; the standard output unless told')
    .option('--format <format>', 'eml (unless told): as Internet mail; json: everything that the store knows of it')
    .option('--force', 'overwrite the file')
    .option('--json', 'with -o: print what was done as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, id: string, options: ExportOptions) => {
      const verb = { json: options.json === true, failed: 'nothing was exported', command: 'comail message export' };
      ended(await answering(verb, io, () => write(file, id, options, io)));
    });
}

const EXAMPLES = `
eml is what mail programs open. Blind copies are not in it, nor anything else that mail has no field for; json leaves
nothing out.

Examples:
  comail message export mail.store 417 -o figures.eml
  comail message export mail.store 417 --format json | jq '.properties[] | select(.name == "PR_SUBJECT")'
`;

async function write(file: string, id: string, options: ExportOptions, io: Io): Promise<number> {
  const { output, format = 'eml', json = false } = options;
  const render = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (!render) throw new UsageError(`--format ${format} is not known: ${Object.keys(formats).join(', ')}.`);
  if (json && output === undefined) throw new UsageError('--json tells what was written to a file: add -o FILE.');
  if (output !== undefined) requireFree(output, options.force === true);
  const { id: number, omitted } = await withStore(file, 'read-only', async (opened) => {
    const named = namedMessage(opened, id);
    using message = await openMessage(opened, named);
    const rendered = await render(message);
    if (output === undefined) await pipeline(Readable.from(rendered.pieces), io.stdout, { end: false });
    else await writeFileOf(rendered.pieces, output);
    return { id: named.id, omitted: rendered.omitted };
  });
  if (!json) warn(omitted, io);
  if (output !== undefined) tell({ id: number, format, output, bytes: (await stat(output)).size, omitted }, json, io);
  return EXIT.done;
}

interface Rendered {
  readonly pieces: AsyncIterable<string | Uint8Array>;
  readonly omitted: readonly string[];
}

const formats: Readonly<Record<string, (message: IMessage) => Promise<Rendered>>> = {
  async eml(message) {
    const { source, omitted } = await renderMime(message);
    return { pieces: keptChunks(source), omitted };
  },
  json: async (message) => ({ pieces: dumpMessage(message), omitted: [] }),
};

function warn(omitted: readonly string[], io: Io): void {
  for (const name of omitted)
    io.stderr.write(`comail: warning: mail cannot carry the attachment ${shown(name)}; --format json has it.\n`);
}

function requireFree(output: string, force: boolean): void {
  if (!force && existsSync(output))
    throw new Failure(
      MAPI_E_COLLISION,
      `${output} exists already`,
      'Choose another name, or overwrite it with --force.',
    );
}

function tell(report: ExportReport, json: boolean, io: Io): void {
  if (json) io.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const done = painter(io.stdout, io.env)('green', `Wrote message ${report.id} to ${report.output}`);
    io.stdout.write(`${done}, ${sizeText(report.bytes)} of ${report.format}.\n`);
  }
}
