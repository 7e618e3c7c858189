import { ComError, describe, type HResult, hexOf } from '../../com/index.js';
import * as mapi from '../../mapi/index.js';
import { EXIT, type Io, UsageError } from '../io.js';
import { painter, shown } from '../paint.js';

/** A failure of a verb, for people and for programs: `--json` prints it as `{"error": ...}`. */
export interface FailureReport {
  /** The name of the code: `MAPI_E_NOT_FOUND`; null when the command was not understood. */
  readonly code: string | null;
  /** The same as a number for people: `0x8004010F`. */
  readonly hresult: string | null;
  /** The same as a number for programs, signed as everywhere in comail. */
  readonly number: number | null;
  /** What is wrong. */
  readonly message: string;
  /** What to do next. */
  readonly advice: string;
}

/** A failure that knows better what to do next than its code does. */
export class Failure extends Error {
  override readonly name = 'Failure';
  /** The code. */
  readonly hr: HResult;
  /** What to do next. */
  readonly advice: string;

  /**
   * @param hr the code
   * @param message what is wrong
   * @param advice what to do next
   */
  constructor(hr: HResult, message: string, advice: string) {
    super(message);
    this.hr = hr;
    this.advice = advice;
  }
}

/** What {@link answering} has to know. */
export interface Verb {
  /** Print for programs. */
  readonly json: boolean;
  /** What did not happen when it fails: `the store was not created`. */
  readonly failed: string;
  /** The command, for advice on its help: `comail store create`. */
  readonly command: string;
}

/**
 * Runs a verb and tells how it failed, if it did.
 *
 * @param verb what is told
 * @param io where to print
 * @param step the work; it answers the exit code
 * @returns the exit code
 * @throws {UsageError} for what was typed wrong, unless the result is wanted as JSON
 */
export async function answering(verb: Verb, io: Io, step: () => Promise<number>): Promise<number> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof UsageError && !verb.json) throw error;
    const report = failureOf(error, verb.command);
    if (verb.json) io.stdout.write(`${JSON.stringify({ error: report })}\n`);
    else print(report, verb.failed, io);
    return error instanceof UsageError ? EXIT.usage : EXIT.failed;
  }
}

/**
 * A failure as it is told, for verbs that go on after it.
 *
 * @param error what was thrown
 * @param command whose help may help
 * @throws the error itself when it is none that a person can do something about
 */
export function failureOf(error: unknown, command: string): FailureReport {
  // What failed first is what matters; what was let go of after it failed, too, most likely for the same reason.
  if (isSuppressing(error)) return failureOf(error.suppressed, command);
  if (error instanceof UsageError)
    return { code: null, hresult: null, number: null, message: error.message, advice: `See \`${command} --help\`.` };
  if (error instanceof Failure) return told(error.hr, error.message, error.advice);
  if (error instanceof ComError) return told(error.hr, error.message.slice(describe(error.hr).length + 2), null);
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (error instanceof Error && typeof code === 'string' && syscall !== undefined)
    return told(
      code === 'ENOSPC' ? mapi.MAPI_E_NOT_ENOUGH_DISK : mapi.MAPI_E_DISK_ERROR,
      error.message,
      'Check the path of the file, and that you may write there.',
    );
  throw error;
}

/** `SuppressedError`, which the compiler makes by name where the machine has none. */
const isSuppressing = (error: unknown): error is Error & { readonly suppressed: unknown } =>
  error instanceof Error && error.name === 'SuppressedError' && 'suppressed' in error;

const told = (hr: HResult, message: string, advice: string | null): FailureReport => ({
  code: mapi.describeMapiCode(hr),
  hresult: hexOf(hr),
  number: hr,
  message,
  advice: advice ?? adviceOn.get(hr) ?? 'Look with `comail store check FILE` whether the store is sound.',
});

/** What to do about the codes that opening and changing a store may answer. */
export const adviceOn: ReadonlyMap<HResult, string> = new Map([
  [mapi.MAPI_E_NOT_FOUND, 'Check the path, or make a store with `comail store create FILE`.'],
  [mapi.MAPI_E_COLLISION, 'Choose another name, or move the file that is there out of the way.'],
  [
    mapi.MAPI_E_CORRUPT_STORE,
    'Nothing was written to the file. `comail store check FILE` tells what is wrong with it; restore a backup.',
  ],
  [mapi.MAPI_E_VERSION, 'Use a comail that is at least as new as the one that wrote the file.'],
  [
    mapi.MAPI_E_NO_ACCESS,
    'Check that you may read and write the file and its folder: SQLite keeps its log beside the file, even for reading.',
  ],
  [mapi.MAPI_E_BUSY, 'Another process is writing for a long time: try again in a moment.'],
  [mapi.MAPI_E_NOT_ENOUGH_DISK, 'Make room on the disk and try again: what was acknowledged before is safe.'],
  [mapi.MAPI_E_DISK_ERROR, 'Look into the log of the machine: the disk, or the network to it, has failed.'],
  [mapi.MAPI_E_NO_SUPPORT, 'The words above name both ways to get SQLite.'],
  [mapi.MAPI_E_SUBMITTED, 'The message waits to be sent: let it go out, or take it back first.'],
  [
    mapi.MAPI_E_UNKNOWN_ENTRYID,
    'The identifier is of another store: `comail message ls FILE` prints those of this one.',
  ],
  [mapi.MAPI_E_INVALID_ENTRYID, '`comail message ls FILE` prints the identifiers of messages.'],
]);

/**
 * What to do about a code that has nothing to do with what was tried, whatever that was: the machine has failed.
 *
 * @param hr the code
 * @returns undefined for other codes
 */
export const machineAdvice = (hr: HResult): string | undefined =>
  hr === mapi.MAPI_E_NOT_ENOUGH_DISK || hr === mapi.MAPI_E_DISK_ERROR ? adviceOn.get(hr) : undefined;

function print({ code, hresult, message, advice }: FailureReport, failed: string, io: Io): void {
  const paint = painter(io.stderr, io.env);
  const line = (label: string, text: string): void =>
    void io.stderr.write(`  ${paint('dim', label.padEnd(4))}  ${shown(text)}\n`);
  io.stderr.write(`${paint('red', `comail: ${failed}.`)} ${code} (${hresult})\n`);
  line('why', message);
  line('next', advice);
}
