import type { Command } from 'commander';
import { EXIT, type Io } from './io.js';
import { withMailbox } from './mail/mailbox.js';
import { type QueuedReport, queuedMessages } from './mail/queue.js';
import { answering } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/**
 * Adds the verb `ls` of the outbox.
 *
 * @param outbox the command it belongs to
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addOutboxLs(outbox: Command, io: Io, ended: (code: number) => void): void {
  outbox
    .command('ls')
    .description('print what waits to be sent: how often it was tried, when it is tried again, what went wrong')
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .option('--json', 'print one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async ({ profile, json = false }: { profile?: string; json?: boolean }) =>
      ended(
        await answering({ json, failed: 'the outbox was not listed', command: 'comail outbox ls' }, io, () =>
          list(profile, json, io),
        ),
      ),
    );
}

const EXAMPLES = `
Examples:
  comail outbox ls
  comail outbox ls --profile Work --json
`;

async function list(profile: string | undefined, json: boolean, io: Io): Promise<number> {
  const messages = await withMailbox(profile, false, queuedMessages);
  if (json) io.stdout.write(`${JSON.stringify({ messages })}\n`);
  else if (messages.length === 0) io.stdout.write('Nothing waits to be sent.\n');
  else for (const line of queueLines(messages, io)) io.stdout.write(`${line}\n`);
  return EXIT.done;
}

/** Messages that wait, as people see them. */
function queueLines(messages: readonly QueuedReport[], io: Io): readonly string[] {
  const paint = painter(io.stdout, io.env);
  const width = Math.max(...messages.map(({ id }) => id.toString().length));
  return messages.flatMap(({ id, subject, to, attempts, nextAttempt, lastError, sending }) => {
    const head = `${paint('cyan', id.toString().padStart(width))}  ${shown(subject || '(no subject)')}  ${paint('dim', shown(`to ${to}`))}`;
    const times = attempts === 1 ? 'tried once' : `tried ${attempts} times`;
    const next = nextAttempt === null ? '' : `, again from ${new Date(nextAttempt).toTimeString().slice(0, 8)} on`;
    const state = sending ? 'is being sent' : attempts === 0 ? 'not tried yet' : `${times}${next}`;
    const more = [state, ...(lastError === null ? [] : [lastError])].map(
      (text) => `${' '.repeat(width)}  ${paint('dim', shown(text))}`,
    );
    return [head, ...more];
  });
}
