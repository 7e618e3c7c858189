/** Where comail reports what nobody asked for: bugs caught at a border, leaks, services that recover. */
export interface Log {
  /** Something is broken in comail or in a callback: a stack belongs to it. */
  error(message: string, error?: unknown): void;
  /** Something works but should be looked at. */
  warn(message: string): void;
}

const standard: Log = {
  error(message, error) {
    process.stderr.write(`comail: ${message}${error === undefined ? '' : `\n${stackOf(error)}`}\n`);
  },
  warn(message) {
    process.stderr.write(`comail: ${message}\n`);
  },
};

let current: Log = standard;

/** The log in use: standard error until {@link setLog} names another. */
export const log: Log = {
  error: (message, error) => current.error(message, error),
  warn: (message) => current.warn(message),
};

/**
 * Sends the log elsewhere; `null` restores standard error.
 *
 * @param next the new log
 * @returns the log that was in use, so that a test can put it back
 */
export function setLog(next: Log | null): Log {
  const before = current;
  current = next ?? standard;
  return before;
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
