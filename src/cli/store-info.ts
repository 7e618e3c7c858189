import type { Command } from 'commander';
import { storeInfo } from '../index.js';
import { EXIT, type Io } from './io.js';
import { answering } from './mailbox/failure.js';
import { sizeText } from './mailbox/size.js';
import { requireFile } from './mailbox/store.js';
import { painter } from './paint.js';
import type { StoreReport } from './store-create.js';
import { grouped } from './trace.js';

/**
 * Adds the verb `info`.
 *
 * @param store the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addStoreInfo(store: Command, io: Io, ended: (code: number) => void): void {
  store
    .command('info')
    .argument('<file>', 'the store; other programs may have it open')
    .description('tell what a store holds and how it is kept')
    .option('--json', 'print one JSON object')
    .action(async (file: string, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the store was not read', command: 'comail store info' }, io, () =>
          info(file, json, io),
        ),
      ),
    );
}

async function info(file: string, json: boolean, io: Io): Promise<number> {
  requireFile(file);
  const report: StoreReport = { file, ...(await storeInfo(file)) };
  if (json) io.stdout.write(`${JSON.stringify(report)}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    for (const [label, text] of lines(report)) io.stdout.write(`${paint('dim', label.padEnd(13))}  ${text}\n`);
  }
  return EXIT.done;
}

const lines = (report: StoreReport): readonly (readonly [string, string])[] => [
  ['file', `${report.file}, ${sizeText(report.bytes)}`],
  ['identity', report.uid],
  ['folders', grouped(report.folders)],
  ['messages', grouped(report.messages)],
  ['attachments', grouped(report.attachments)],
  ['large values', `${grouped(report.bigValues)}, ${sizeText(report.bigBytes)}`],
  ['to be sent', grouped(report.outgoing)],
  ['last change', `number ${grouped(report.change)}`],
  ['kept by', `schema ${report.schema}, SQLite ${report.sqlite} through ${report.driver}`],
];
