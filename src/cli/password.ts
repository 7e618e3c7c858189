import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { type Io, UsageError } from './io.js';

/** Where a password may come from. */
export interface PasswordOptions {
  /** It was typed on the command line. */
  readonly password?: string;
  /** It is the first line of the standard input. */
  readonly passwordStdin?: boolean;
}

/**
 * Finds the password: `--password-stdin`, then `COMAIL_PASSWORD`, then, with a warning, `--password`, then the person at
 * the terminal. It is printed nowhere.
 *
 * @param options what was typed
 * @param user whose it is, for the question
 * @param io where to read
 * @throws {UsageError} when there is none, and when the standard input holds no line
 */
export async function readPassword(options: PasswordOptions, user: string, io: Io): Promise<string> {
  if (options.passwordStdin === true) return firstLine(io);
  const inherited = io.env['COMAIL_PASSWORD'];
  if (inherited) return inherited;
  if (options.password !== undefined) {
    io.stderr.write(
      'comail: warning: other users of this machine can see a password on a command line; use COMAIL_PASSWORD or --password-stdin.\n',
    );
    return options.password;
  }
  if (io.stdin.isTTY === true && io.stderr.isTTY === true) return ask(`Password of ${user}: `, io);
  throw new UsageError(`--user ${user} needs a password: put it into COMAIL_PASSWORD or pipe it to --password-stdin.`);
}

async function firstLine(io: Io): Promise<string> {
  const lines = createInterface({ input: io.stdin });
  try {
    for await (const line of lines) if (line !== '') return line;
  } finally {
    lines.close();
  }
  throw new UsageError('--password-stdin: the standard input holds no password.');
}

async function ask(question: string, io: Io): Promise<string> {
  // What is typed is echoed into nothing.
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const dialog = createInterface({ input: io.stdin, output: nowhere, terminal: true });
  io.stderr.write(question);
  try {
    return await dialog.question('');
  } finally {
    dialog.close();
    io.stderr.write('\n');
  }
}
