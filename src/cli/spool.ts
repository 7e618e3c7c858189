import type { Command } from 'commander';
import { ok } from '../com/index.js';
import type { MailSession } from '../index.js';
import {
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_DISPLAY_NAME_W,
  PR_RESOURCE_TYPE,
  PR_STATUS_STRING_W,
} from '../mapi/index.js';
import { type SpoolerEvent, watchSpooler } from '../subsystem/index.js';
import { interruption } from './interruption.js';
import { EXIT, type Io } from './io.js';
import { requireAccount, withMailbox } from './mail/mailbox.js';
import { queuedMessages, waitText } from './mail/queue.js';
import { spoolJson, spoolPrinter } from './mail/spool-trace.js';
import { answering } from './mailbox/failure.js';
import { readRows } from './mailbox/rows.js';
import { hexOfBytes } from './mailbox/store.js';
import { painter, shown } from './paint.js';
import { grouped } from './trace.js';

interface SpoolOptions {
  readonly profile?: string;
  readonly once?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `spool`.
 *
 * @param program the program
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addSpool(program: Command, io: Io, ended: (code: number) => void): void {
  program
    .command('spool')
    .description('run the spooler: send what waits in the Outbox as it comes, and fetch mail, until Ctrl-C')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--once', 'try everything once, then end')
    .option('--json', 'print each step as one JSON object on a line of its own')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SpoolOptions) => {
      const json = options.json === true;
      ended(
        await answering({ json, failed: 'the spooler did not run', command: 'comail spool' }, io, () =>
          spool(options, io),
        ),
      );
    });
}

const EXAMPLES = `
Each line is a step of a message: who is asked to send it to whom, and what came back. Messages that other programs put into the
Outbox are seen as they come. What is on its way when you press Ctrl-C is finished first.

Examples:
  comail spool
  comail spool --once --json          for a timer: what waits is tried once
`;

async function spool(options: SpoolOptions, io: Io): Promise<number> {
  await requireAccount(options.profile);
  const json = options.json === true;
  const paint = painter(io.stdout, io.env);
  const counts = { sent: 0, undelivered: 0, seen: new Set<string>() };
  const print = json
    ? (event: SpoolerEvent): void => void io.stdout.write(`${spoolJson(event)}\n`)
    : spoolPrinter(io.stdout, paint, {
        progress: () => `, ${grouped(counts.sent)} of ${grouped(counts.seen.size)}`,
      });
  const stop = watchSpooler((event) => {
    counts.seen.add(hexOfBytes(event.message.entryId));
    if (event.what === 'finished') counts.sent++;
    print(event);
    if (event.what === 'undelivered') counts.undelivered += event.recipients.length;
  });
  const interrupted = interruption(io);
  try {
    const left = await withMailbox(options.profile, true, async (session) => {
      for (const { entryId } of await queuedMessages(session)) counts.seen.add(entryId);
      if (!json) await introduce(session, options, io);
      if (options.once === true) await session.sendAndReceive();
      else await interrupted.promise;
      return (await queuedMessages(session)).length;
    });
    if (!json) {
      const lost = counts.undelivered === 0 ? '' : `, ${grouped(counts.undelivered)} recipients not reached`;
      io.stdout.write(`${grouped(counts.sent)} left the Outbox${lost}, ${waitText(left)}.\n`);
    }
    return EXIT.done;
  } finally {
    interrupted.stop();
    stop();
  }
}

async function introduce(session: MailSession, { once }: SpoolOptions, io: Io): Promise<void> {
  const paint = painter(io.stdout, io.env);
  using table = await ok(session.raw.GetStatusTable(MAPI_UNICODE));
  const rows = await readRows(table, [PR_DISPLAY_NAME_W, PR_RESOURCE_TYPE, PR_STATUS_STRING_W]);
  for (const row of rows) {
    if (row.get(PR_RESOURCE_TYPE) !== MAPI_TRANSPORT_PROVIDER) continue;
    const state = row.get(PR_STATUS_STRING_W);
    io.stdout.write(`${paint('bold', shown(row.get(PR_DISPLAY_NAME_W) ?? ''))}${state ? `: ${shown(state)}` : ''}\n`);
  }
  const waiting = (await queuedMessages(session)).length;
  const end = once === true ? '' : ' Press Ctrl-C to end.';
  io.stdout.write(
    `${paint('dim', `${waiting === 1 ? 'One message waits' : `${grouped(waiting)} messages wait`} in the Outbox.${end}`)}\n`,
  );
}
