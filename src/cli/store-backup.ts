import { existsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from 'commander';
import { backupStore, checkStore } from '../index.js';
import { MAPI_E_COLLISION, MAPI_E_CORRUPT_STORE } from '../mapi/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { answering, Failure } from './mailbox/failure.js';
import { sizeText } from './mailbox/size.js';
import { stepsBar } from './mailbox/steps-bar.js';
import { requireFile } from './mailbox/store.js';
import { painter } from './paint.js';

/** What `comail store backup --json` prints. */
export interface BackupReport {
  /** The store as it was typed. */
  readonly file: string;
  /** The copy as it was typed. */
  readonly copy: string;
  /** Bytes of the copy. */
  readonly bytes: number;
  /** Whether the copy was checked and found sound; null without `--verify`. */
  readonly sound: boolean | null;
}

interface BackupOptions {
  readonly verify?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `backup`.
 *
 * @param store the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addStoreBackup(store: Command, io: Io, ended: (code: number) => void): void {
  store
    .command('backup')
    .argument('<file>', 'the store; other programs may go on reading and writing it')
    .argument('<copy>', 'the path of the copy; nothing may be there yet')
    .description('copy a store while it is in use; the copy appears when it is complete')
    .option('--verify', 'check the copy as `comail store check` does')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, copy: string, options: BackupOptions) => {
      const verb = { json: options.json === true, failed: 'there is no backup', command: 'comail store backup' };
      ended(await answering(verb, io, () => backup(file, copy, options, io)));
    });
}

const EXAMPLES = `
The copy is a store as it was at one moment, and can be opened as it is. Copying the file by other means while it is in use
would leave out what is still in its log.

Examples:
  comail store backup mail.store backups/mail-2026-11-27.store --verify
`;

async function backup(
  file: string,
  copy: string,
  { verify = false, json = false }: BackupOptions,
  io: Io,
): Promise<number> {
  requireFile(file);
  requireFree(copy);
  const bar = stepsBar(io.stderr, 'pages', !json);
  try {
    await backupStore(file, copy, bar.step);
  } finally {
    bar.stop();
  }
  if (verify) await requireSound(copy, json, io);
  const report: BackupReport = { file, copy, bytes: statSync(copy).size, sound: verify ? true : null };
  if (json) io.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const done = painter(io.stdout, io.env)('green', `Copied ${file} to ${copy}`);
    io.stdout.write(`${done}, ${sizeText(report.bytes)}${verify ? ', and it is sound' : ''}.\n`);
  }
  return EXIT.done;
}

function requireFree(copy: string): void {
  if (copy.trim() === '') throw new UsageError('COPY is empty: write the path of the copy.');
  if (existsSync(copy))
    throw new Failure(MAPI_E_COLLISION, `${copy} exists already`, 'Choose another name: a backup overwrites nothing.');
  const folder = dirname(copy);
  if (!existsSync(folder)) throw new UsageError(`there is no directory ${folder} to put the copy into: make it first.`);
}

async function requireSound(copy: string, json: boolean, io: Io): Promise<void> {
  const bar = stepsBar(io.stderr, 'steps', !json);
  try {
    const [first, ...others] = await checkStore(copy, bar.step);
    if (!first) return;
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    throw new Failure(
      MAPI_E_CORRUPT_STORE,
      `the copy is not sound: ${first.holds}, but ${first.object}: ${first.detail}${more}`,
      'The store itself is most likely damaged in the same way: look with `comail store check FILE`.',
    );
  } finally {
    bar.stop();
  }
}
