import { PassThrough, Readable, Writable } from 'node:stream';
import { run } from '../../src/cli/program.js';

/** What one run of the program printed, and its exit code. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The surroundings of a run. */
export interface Surroundings {
  /** What stands on the standard input. */
  readonly input?: string | Buffer;
  /** The environment; empty by default. */
  readonly env?: Readonly<Record<string, string>>;
  /** The width of the terminal that all streams are; none by default. */
  readonly terminal?: number;
  /** Ends what runs until Ctrl-C. */
  readonly interrupt?: AbortSignal;
  /** Sees what is printed as it comes. */
  readonly printed?: (text: string) => void;
}

/**
 * Runs the program in this process, as a shell would.
 *
 * @param argv what was typed after `comail`
 * @param around its surroundings
 */
export async function comail(argv: readonly string[], around: Surroundings = {}): Promise<Ran> {
  const tty = around.terminal === undefined ? {} : { isTTY: true, columns: around.terminal };
  const out = new Paper(around.printed);
  const err = new Paper();
  const stdin = around.input === undefined ? new PassThrough().end() : Readable.from([Buffer.from(around.input)]);
  const code = await run(argv, {
    stdin: Object.assign(stdin, tty),
    stdout: Object.assign(out, tty),
    stderr: Object.assign(err, tty),
    env: around.env ?? {},
    ...(around.interrupt === undefined ? {} : { interrupt: around.interrupt }),
  });
  return { code, out: out.text, err: err.text };
}

class Paper extends Writable {
  readonly #chunks: Buffer[] = [];
  readonly #printed: (text: string) => void;

  constructor(printed: (text: string) => void = () => undefined) {
    super();
    this.#printed = printed;
  }

  get text(): string {
    return Buffer.concat(this.#chunks).toString();
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.#chunks.push(chunk);
    this.#printed(this.text);
    done();
  }

  // What a bar asks of a terminal.
  cursorTo(): boolean {
    return true;
  }
}
