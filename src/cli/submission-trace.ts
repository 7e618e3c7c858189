import type { Command } from 'commander';
import type { PipelineTrace } from '../index.js';
import { MAPI_E_NOT_FOUND } from '../mapi/index.js';
import { EXIT, type Io } from './io.js';
import { withSystem } from './mail/system.js';
import { answering, Failure } from './mailbox/failure.js';
import { painter, shown } from './paint.js';

/**
 * Adds the verb `trace`.
 *
 * @param program the program
 * @param io where it prints
 * @param ended takes the exit code
 */
export function addTrace(program: Command, io: Io, ended: (code: number) => void): void {
  program
    .command('trace')
    .argument('[id]', 'the submission; the newest ones are listed when it is left out')
    .description('tell what happened to a submission of the mail system, step by step')
    .option('--system <folder>', 'the folder of the mail system; `system` beside the profiles when it is left out')
    .option('--json', 'print one JSON object')
    .action(async (id: string | undefined, { system, json = false }: { system?: string; json?: boolean }) => {
      const verb = { json, failed: 'the submission was not traced', command: 'comail trace' };
      ended(
        await answering(verb, io, async () => {
          const traces = withSystem(system, (one) =>
            (id === undefined ? one.recent() : [id]).map((each) => one.trace(each)).filter((each) => each !== null),
          );
          const [only] = traces;
          if (id === undefined) list(traces, json, io);
          else if (!only)
            throw new Failure(
              MAPI_E_NOT_FOUND,
              `there is no submission ${id}`,
              '`comail trace` lists the newest ones.',
            );
          else if (json) io.stdout.write(`${JSON.stringify(only)}\n`);
          else print(only, io);
          return EXIT.done;
        }),
      );
    });
}

function list(traces: readonly PipelineTrace[], json: boolean, io: Io): void {
  const submissions = traces.map(({ id, mailbox, subject, done }) => ({ id, mailbox, subject, done }));
  if (json) io.stdout.write(`${JSON.stringify({ submissions })}\n`);
  else
    for (const { id, mailbox, subject, done } of submissions)
      io.stdout.write(`${id}  ${done ? 'done   ' : 'waiting'}  ${shown(mailbox)}  ${shown(subject)}\n`);
}

function print({ subject, mailbox, events }: PipelineTrace, io: Io): void {
  const paint = painter(io.stdout, io.env);
  io.stdout.write(`${shown(subject)} ${paint('dim', `from ${shown(mailbox)}`)}\n`);
  for (const { at, step, outcome, recipient, hop, reply } of events) {
    const who = [recipient, hop === null ? null : `by ${hop}`, reply].filter((part) => part !== null && part !== '');
    io.stdout.write(
      `${paint('dim', new Date(at).toISOString())}  ${step}  ${outcome.padEnd(12)}  ${shown(who.join('  '))}\n`,
    );
  }
}
