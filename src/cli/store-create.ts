import type { Command } from 'commander';
import { ok } from '../com/index.js';
import { openStore, type StoreInfo, storeInfo } from '../index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { answering } from './mailbox/failure.js';
import { painter } from './paint.js';

/** What `comail store create --json` and `comail store info --json` print. */
export interface StoreReport extends StoreInfo {
  /** The path as it was typed. */
  readonly file: string;
}

/**
 * Adds the verb `create`.
 *
 * @param store the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addStoreCreate(store: Command, io: Io, ended: (code: number) => void): void {
  store
    .command('create')
    .argument('<file>', 'the path of the new store; nothing may be there yet')
    .description('make a store file with the folders that every store has')
    .option('--json', 'print what it holds as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the store was not created', command: 'comail store create' }, io, () =>
          create(file, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
A store is one file. While it is open, SQLite keeps two more beside it: FILE-wal and FILE-shm.

Examples:
  comail store create mail.store
  comail folder ls mail.store         what is in it
`;

async function create(file: string, json: boolean, io: Io): Promise<number> {
  if (file.trim() === '') throw new UsageError('FILE is empty: write the path of the new store.');
  {
    using store = await openStore(file, { mode: 'create' });
    // A store that answers is one that is complete.
    await ok(store.GetReceiveFolder('IPM'));
  }
  const report: StoreReport = { file, ...(await storeInfo(file)) };
  if (json) io.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    io.stdout.write(`${paint('green', `Created ${file}`)}, a store of ${report.folders} folders and no messages.\n`);
    io.stdout.write(`${paint('dim', `See them with \`comail folder ls ${file}\`.`)}\n`);
  }
  return EXIT.done;
}
