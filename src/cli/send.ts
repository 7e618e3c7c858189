import { access } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import type { Command } from 'commander';
import { ComError } from '../com/index.js';
import type { Settled } from '../index.js';
import { MAPI_E_NOT_FOUND } from '../mapi/index.js';
import { type SpoolerEvent, watchSpooler } from '../subsystem/index.js';
import { EXIT, type Io, UsageError } from './io.js';
import { requireAccount, withMailbox } from './mail/mailbox.js';
import { wordsOf } from './mail/profiles.js';
import { spoolPrinter } from './mail/spool-trace.js';
import { answering, Failure } from './mailbox/failure.js';
import { hexOfBytes } from './mailbox/store.js';
import { painter, shown } from './paint.js';

interface SendOptions {
  readonly profile?: string;
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly attach?: readonly string[];
  readonly importance?: 'low' | 'normal' | 'high';
  readonly keep: boolean;
  readonly wait: boolean;
  readonly trace?: boolean;
  readonly json?: boolean;
}

/** How a sending ended, as `--json` prints it. */
export interface SentReport {
  /** `sent`, `waiting` in the Outbox after an attempt, or `queued` there before any. */
  readonly state: 'sent' | 'waiting' | 'queued';
  /** Its entry identifier in hexadecimal. */
  readonly entryId: string;
  /** Who will not get it, and why. */
  readonly undelivered: readonly { readonly address: string; readonly why: string }[];
  /** When it is tried again. ISO 8601. */
  readonly until: string | null;
  /** Why it waits. */
  readonly why: string | null;
}

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/**
 * Adds the verb `send`.
 *
 * @param program the program
 * @param io where it reads and prints
 * @param ended takes the exit code
 */
export function addSend(program: Command, io: Io, ended: (code: number) => void): void {
  program
    .command('send')
    .description('send a message from a profile: through its Outbox, with IMessage::SubmitMessage')
    .option('-t, --to <people>', 'whom it is for: several with commas, or given again', several)
    .option('--cc <people>', 'who gets a copy', several)
    .option('--bcc <people>', 'who gets a copy that the others do not see', several)
    .option('-p, --profile <name>', 'the profile; the default one when it is left out')
    .optionsGroup('The message:')
    .option('--subject <text>', 'its subject')
    .option('--text <text>', 'its text; - reads the standard input')
    .option('--html <text>', 'its text as HTML; - reads the standard input')
    .option('-a, --attach <file>', 'a file that goes with it; may be given again', several)
    .option('--importance <kind>', 'low, normal or high')
    .option('--no-keep', 'do not keep it in Sent Items')
    .optionsGroup('Waiting:')
    .option('--no-wait', 'leave it in the Outbox, for `comail spool` to send')
    .option('--trace', 'show what the spooler does with it')
    .option('--json', 'print the result as one JSON object')
    .addHelpText('after', EXAMPLES)
    .action(async (options: SendOptions) => {
      const json = options.json === true;
      ended(
        await answering({ json, failed: 'the message was not sent', command: 'comail send' }, io, () =>
          send(options, io),
        ),
      );
    });
}

const EXAMPLES = `
Once it is in the Outbox, the message survives a crash: it is sent, or a report in the Inbox says why not. When the server is away it
waits there; \`comail outbox ls\` shows it, and the next \`comail spool\`, \`comail outbox retry\` or \`comail send\` tries again.

Examples:
  comail send --to bob@example.org --subject Hello --text "How are you?"
  comail send -t "Bob <bob@example.org>, carol@example.org" --subject Figures --text - -a figures.csv < letter.txt
  comail send -t bob@example.org --subject Later --no-wait

Exit codes: 0 sent, or safe in the Outbox; 1 somebody does not get it; 2 the command was not understood.
`;

async function send(options: SendOptions, io: Io): Promise<number> {
  const { importance, text, html } = options;
  const people = [...(options.to ?? []), ...(options.cc ?? []), ...(options.bcc ?? [])];
  if (people.every((each) => each.trim() === ''))
    throw new UsageError('nobody would get this message: name somebody with --to.');
  if (importance !== undefined && !['low', 'normal', 'high'].includes(importance))
    throw new UsageError(`--importance ${importance} is not known: low, normal or high.`);
  if (text === '-' && html === '-') throw new UsageError('--text and --html cannot both be read from the input.');
  for (const path of options.attach ?? [])
    await access(path).catch((error: unknown) => {
      throw new UsageError(`--attach ${path} cannot be read; check the name.`, { cause: error });
    });
  await requireAccount(options.profile);
  const body = {
    ...(html === undefined ? {} : { html: html === '-' ? await textOf(io.stdin) : html }),
    ...(text === undefined && html !== undefined ? {} : { text: text === '-' ? await textOf(io.stdin) : (text ?? '') }),
  };
  const report = await withMailbox(options.profile, options.wait, async (session): Promise<SentReport> => {
    const trace = options.trace === true ? new Trace(io) : null;
    try {
      const content = {
        to: options.to ?? [],
        cc: options.cc ?? [],
        bcc: options.bcc ?? [],
        subject: options.subject ?? '',
        ...body,
        ...(importance === undefined ? {} : { importance }),
        attachments: options.attach ?? [],
      };
      await using draft = await session.outbox.compose(content).catch(nameless);
      const submission = await draft.send({ keep: options.keep });
      const entryId = hexOfBytes(submission.entryId);
      trace?.follow(entryId);
      if (options.wait) return reportOf(entryId, await submission.settled());
      return { state: 'queued', entryId, undelivered: [], until: null, why: null };
    } finally {
      trace?.end();
    }
  });
  if (options.json) io.stdout.write(`${JSON.stringify(report)}\n`);
  else print(report, io);
  return report.undelivered.length > 0 ? EXIT.failed : EXIT.done;
}

/** Prints what the spooler does with one message, and not with others that wait. Which one it is shows once it is submitted. */
class Trace {
  readonly #print: (event: SpoolerEvent) => void;
  readonly #before: SpoolerEvent[] = [];
  readonly #stop: () => void;
  #followed: string | null = null;

  constructor(io: Io) {
    this.#print = spoolPrinter(io.stderr, painter(io.stderr, io.env), { subject: false });
    this.#stop = watchSpooler((event) => {
      if (this.#followed === null) this.#before.push(event);
      else if (hexOfBytes(event.message.entryId) === this.#followed) this.#print(event);
    });
  }

  follow(entryId: string): void {
    this.#followed = entryId;
    for (const event of this.#before) if (hexOfBytes(event.message.entryId) === entryId) this.#print(event);
  }

  end(): void {
    this.#stop();
  }
}

function nameless(error: unknown): never {
  if (!(error instanceof ComError) || error.hr !== MAPI_E_NOT_FOUND) throw error;
  throw new Failure(error.hr, wordsOf(error), 'Write the address: name@example.org, or "Name <name@example.org>".');
}

const reportOf = (entryId: string, { state, undelivered, until, why }: Settled): SentReport => ({
  state,
  entryId,
  undelivered,
  until: until?.toISOString() ?? null,
  why: why || null,
});

function print({ state, undelivered, until, why }: SentReport, io: Io): void {
  const paint = painter(io.stdout, io.env);
  const warn = painter(io.stderr, io.env);
  const line = (label: string, text: string): void =>
    void io.stderr.write(`  ${warn('dim', label.padEnd(4))}  ${shown(text)}\n`);
  if (state === 'sent' && undelivered.length === 0) io.stdout.write(`${paint('green', 'Sent.')}\n`);
  if (state === 'queued') {
    io.stdout.write(`${paint('green', 'It waits in the Outbox')}, safe from a crash.\n`);
    io.stdout.write(`${paint('dim', 'Send it with `comail spool`; `comail outbox ls` shows what waits.')}\n`);
  }
  if (state === 'waiting') {
    io.stderr.write(`${warn('yellow', 'It waits in the Outbox.')}\n`);
    if (why) line('why', why);
    const again = until === null ? 'later' : `from ${new Date(until).toTimeString().slice(0, 8)} on`;
    line(
      'next',
      `\`comail spool\` tries again ${again}, \`comail outbox retry\` at once, \`comail outbox cancel\` takes it back.`,
    );
  }
  if (undelivered.length === 0) return;
  io.stderr.write(`${warn('red', 'comail: somebody does not get this message.')}\n`);
  for (const { address, why: reason } of undelivered) line('who', `${address}: ${reason}`);
  line('next', 'Check the address. A report with the message in it is in the Inbox.');
}
