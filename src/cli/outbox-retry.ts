import type { Command } from 'commander';
import { type SpoolerEvent, watchSpooler } from '../subsystem/index.js';
import { EXIT, type Io } from './io.js';
import { withMailbox } from './mail/mailbox.js';
import { type QueuedReport, queuedMessages, waitText } from './mail/queue.js';
import { spoolPrinter } from './mail/spool-trace.js';
import { answering } from './mailbox/failure.js';
import { hexOfBytes } from './mailbox/store.js';
import { painter } from './paint.js';
import { grouped } from './trace.js';

/** What became of the messages that waited, as `--json` prints it. */
export interface RetryReport {
  /** How many left the Outbox. */
  readonly sent: number;
  /** Those that wait still, or came meanwhile. */
  readonly waiting: readonly QueuedReport[];
  /** Who will not get a message, and why. */
  readonly undelivered: readonly { readonly subject: string; readonly address: string; readonly why: string }[];
}

/**
 * Adds the verb `retry` of the outbox.
 *
 * @param outbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addOutboxRetry(outbox: Command, io: Io, ended: (code: number) => void): void {
  outbox
    .command('retry')
    .description('try everything that waits at once, whatever pause it has, and tell how it went')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async ({ profile, json = false }: { profile?: string; json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the outbox was not tried again', command: 'comail outbox retry' }, io, () =>
          retry(profile, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
What waits is tried again by itself while a session or \`comail spool\` runs. This tries it now, and ends with 1 when somebody will
not get a message; a report in the Inbox says who, and why.

Examples:
  comail outbox retry
  comail outbox retry --profile Work --json
`;

async function retry(profile: string | undefined, json: boolean, io: Io): Promise<number> {
  const finished = new Set<string>();
  const undelivered: RetryReport['undelivered'][number][] = [];
  const print = json ? () => undefined : spoolPrinter(io.stdout, painter(io.stdout, io.env));
  const stop = watchSpooler((event: SpoolerEvent) => {
    print(event);
    const { entryId, subject } = event.message;
    if (event.what === 'finished') finished.add(hexOfBytes(entryId));
    if (event.what === 'undelivered')
      undelivered.push(...event.recipients.map(({ address, why }) => ({ subject, address, why })));
  });
  try {
    const waiting = await withMailbox(profile, true, async (session) => {
      await session.sendAndReceive();
      return await queuedMessages(session);
    });
    const report: RetryReport = { sent: finished.size, waiting, undelivered };
    if (json) io.stdout.write(`${JSON.stringify(report)}\n`);
    else if (finished.size === 0 && waiting.length === 0) io.stdout.write('Nothing waits to be sent.\n');
    else io.stdout.write(`${grouped(finished.size)} left the Outbox, ${waitText(waiting.length)}.\n`);
    return undelivered.length > 0 ? EXIT.failed : EXIT.done;
  } finally {
    stop();
  }
}
