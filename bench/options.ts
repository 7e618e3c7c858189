import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  /** One JSON object last on standard output, everything else on standard error. */
  readonly json: boolean;
  /** Only keys that begin so. */
  readonly only: string;
  /** Rounds per contender and case. */
  readonly rounds: number;
  /** How long a round lasts at least, in seconds. */
  readonly seconds: number;
  /** Use the bench's own sink even where smtp-sink is installed. */
  readonly ownSink: boolean;
}

/** The words of `npm run bench -- --help`. */
export const usage = `npm run bench -- [--json] [--only PREFIX] [--rounds N] [--seconds S] [--own-sink]
  --json         print one JSON object (key to number) last on standard output, all else on standard error
  --only PREFIX  measure only the keys that begin so, for example smtp.latency
  --rounds N     rounds per contender and key (5)
  --seconds S    what a round lasts at least (1)
  --own-sink     do not use Postfix's smtp-sink even where it is installed
`;

/**
 * Reads the command line.
 *
 * @param args what follows the program
 * @returns the options, or null when help was asked for
 * @throws {TypeError} for an unknown option
 * @throws {RangeError} for a number that is none or makes no sense
 */
export function readOptions(args: readonly string[]): BenchOptions | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '1' },
      'own-sink': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  const rounds = Number(values.rounds);
  const seconds = Number(values.seconds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new RangeError(`--rounds ${values.rounds}: not a count`);
  if (!(seconds > 0 && seconds <= 60)) throw new RangeError(`--seconds ${values.seconds}: not between 0 and 60`);
  return { json: values.json, only: values.only, rounds, seconds, ownSink: values['own-sink'] };
}
