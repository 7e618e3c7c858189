import type { Command } from 'commander';
import { ComError } from '../com/index.js';
import type { MailSession } from '../index.js';
import { MAPI_E_NOT_IN_QUEUE, MAPI_E_UNABLE_TO_ABORT } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { withMailbox } from './mail/mailbox.js';
import { notInQueue, queuedMessage } from './mail/queue.js';
import { answering, Failure } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/** A message that was taken back, as `--json` prints it within `{"cancelled": [...]}`. */
export interface CancelledReport {
  readonly id: number;
  readonly entryId: string;
  readonly subject: string | null;
  /** Whether it is gone; else it lies in Drafts. */
  readonly deleted: boolean;
}

interface CancelOptions {
  readonly profile?: string;
  readonly delete?: boolean;
  readonly json?: boolean;
}

/**
 * Adds the verb `cancel` of the outbox.
 *
 * @param outbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addOutboxCancel(outbox: Command, io: Io, ended: (code: number) => void): void {
  outbox
    .command('cancel')
    .argument('<id...>', 'numbers that `outbox ls` prints')
    .description('take messages back before they are sent (IMsgStore::AbortSubmit); they go to Drafts')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--delete', 'delete them instead')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (ids: readonly string[], options: CancelOptions) => {
      const json = options.json === true;
      const verb = { json, failed: 'not all messages were taken back', command: 'comail outbox cancel' };
      ended(await answering(verb, io, () => cancel(ids, options, io)));
    });
}

const EXAMPLES = `
What the server has taken already can't be taken back.

Examples:
  comail outbox ls                 prints the numbers
  comail outbox cancel 7
  comail outbox cancel 7 8 --delete
`;

async function cancel(ids: readonly string[], options: CancelOptions, io: Io): Promise<number> {
  const deleted = options.delete === true;
  const cancelled = await withMailbox(options.profile, false, async (session) => {
    const done: CancelledReport[] = [];
    for (const typed of [...new Set(ids)]) done.push(await cancelOne(session, typed, deleted));
    return done;
  });
  if (options.json) io.stdout.write(`${JSON.stringify({ cancelled })}\n`);
  else {
    const paint = painter(io.stdout, io.env);
    for (const { id, subject } of cancelled) {
      const what = paint('green', deleted ? `Deleted ${id}` : `Took ${id} back to Drafts`);
      io.stdout.write(`${what}: ${shown(subject || '(no subject)')}\n`);
    }
  }
  return EXIT.done;
}

async function cancelOne(session: MailSession, typed: string, deleted: boolean): Promise<CancelledReport> {
  const { entryId, report } = await queuedMessage(session, typed);
  try {
    await session.cancel(entryId);
  } catch (error) {
    if (!(error instanceof ComError)) throw error;
    if (error.hr === MAPI_E_NOT_IN_QUEUE) throw notInQueue(report.id);
    if (error.hr !== MAPI_E_UNABLE_TO_ABORT) throw error;
    throw new Failure(
      error.hr,
      `message ${report.id} is being sent right now`,
      'Wait for how that ends: `comail outbox ls`.',
    );
  }
  using mail = await session.open(entryId);
  if (deleted) await mail.delete({ permanently: true });
  else await mail.moveTo(session.drafts);
  return { id: report.id, entryId: report.entryId, subject: report.subject, deleted };
}
