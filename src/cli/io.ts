import type { Readable, Writable } from 'node:stream';

/** A stream to print to, which may be a terminal. */
export type Output = Writable & {
  /** Whether a person sees it as it comes. */
  readonly isTTY?: boolean;
  /** Width of the terminal in characters. */
  readonly columns?: number;
};

/** The world of one run of the program: what it reads, where it prints, what its surroundings say. */
export interface Io {
  /** Read for `-` and for passwords. */
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Results. */
  readonly stdout: Output;
  /** Progress, warnings and errors. */
  readonly stderr: Output;
  /** The environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Ends what runs until it is told to end; Ctrl-C where it is left out. */
  readonly interrupt?: AbortSignal;
}

/** Exit codes of the program. */
export const EXIT: Readonly<{ done: 0; failed: 1; usage: 2 }> = Object.freeze({ done: 0, failed: 1, usage: 2 });

/** A failure that is told in words alone: what is wrong, and what to do next. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
