import type { Command } from 'commander';
import { ComError } from '../com/index.js';
import { checkStore, type Finding } from '../index.js';
import { MAPI_E_CORRUPT_STORE } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { answering } from './mailbox/failure.js';
import { stepsBar } from './mailbox/steps-bar.js';
import { requireFile } from './mailbox/store.js';
import { painter, shown } from './paint.js';

/** What `comail store check --json` prints. */
export interface CheckReport {
  /** The path as it was typed. */
  readonly file: string;
  /** Whether everything is as it must be. */
  readonly sound: boolean;
  /** What is wrong. */
  readonly findings: readonly Finding[];
}

/**
 * Adds the verb `check`.
 *
 * @param store the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addStoreCheck(store: Command, io: Io, ended: (code: number) => void): void {
  store
    .command('check')
    .argument('<file>', 'the store; other programs may have it open')
    .description('verify everything that holds in a sound store; writes nothing')
    .option('--json', 'print one JSON object')
    .addHelpText('after', NOTES)
    .action(async (file: string, { json = false }: { json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the store was not checked', command: 'comail store check' }, io, () =>
          check(file, json, io),
        ),
      ),
    );
}

const NOTES = `
It reads the whole file: SQLite's own structures, the tree of folders, every count, every property, the parts of large
values, the keys that tables sort by.

Exit codes: 0 sound, 1 something was found or the file could not be checked, 2 the command was not understood.
`;

async function check(file: string, json: boolean, io: Io): Promise<number> {
  requireFile(file);
  const findings = await findingsOf(file, json, io);
  const sound = findings.length === 0;
  if (json) io.stdout.write(`${JSON.stringify({ file, sound, findings } satisfies CheckReport)}\n`);
  else print(file, findings, io);
  return sound ? EXIT.done : EXIT.failed;
}

async function findingsOf(file: string, json: boolean, io: Io): Promise<readonly Finding[]> {
  const bar = stepsBar(io.stderr, 'steps', !json);
  try {
    return await checkStore(file, bar.step);
  } catch (error) {
    // Damage that keeps the file from being opened at all is a finding like any other.
    if (!(error instanceof ComError) || error.hr !== MAPI_E_CORRUPT_STORE) throw error;
    const detail = error.message.replace(/^MAPI_E_CORRUPT_STORE: /, '');
    return [{ holds: 'The file can be opened as a store', object: 'file', detail }];
  } finally {
    bar.stop();
  }
}

function print(file: string, findings: readonly Finding[], io: Io): void {
  const paint = painter(io.stdout, io.env);
  if (findings.length === 0) {
    io.stdout.write(`${paint('green', `${file} is sound.`)}\n`);
    return;
  }
  const count = findings.length === 1 ? '1 thing is' : `${findings.length} things are`;
  io.stdout.write(`${paint('red', `${file}: ${count} not as it must be.`)}\n`);
  for (const holds of new Set(findings.map((finding) => finding.holds))) {
    io.stdout.write(`\n${paint('bold', shown(holds))}, but:\n`);
    for (const { object, detail } of findings.filter((finding) => finding.holds === holds))
      io.stdout.write(`  ${shown(object)}: ${shown(detail)}\n`);
  }
  io.stdout.write(
    `\n${paint('dim', 'Nothing was written. Stop what uses the store, keep the file, restore a backup.')}\n`,
  );
}
