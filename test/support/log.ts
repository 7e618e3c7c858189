import { type Log, setLog } from '../../src/base/index.js';

let expected: RegExp[] = [];
let told: string[] = [];

/** What the log gets while a test runs that has not set one of its own. */
const collecting: Log = {
  error: (message, error) => void told.push(error === undefined ? message : `${message}\n${String(error)}`),
  warn: (message) => void told.push(message),
};

/**
 * Says what a test provokes in the log. The test fails for a line that it has not announced, and for one that it has announced and that
 * nobody wrote.
 *
 * @param lines what the lines hold, whatever their order; one may stand for several lines
 */
export function provokes(...lines: readonly RegExp[]): void {
  expected.push(...lines);
}

/** A test begins. */
export function beginLog(): void {
  expected = [];
  told = [];
  setLog(collecting);
}

/** A test has ended. @throws when the log got anything else than was announced */
export function endLog(): void {
  const lines = told;
  const patterns = expected;
  setLog(null);
  const strange = lines.filter((line) => !patterns.some((pattern) => pattern.test(line)));
  const missing = patterns.filter((pattern) => !lines.some((line) => pattern.test(line)));
  if (strange.length > 0)
    throw new Error(`the log got what the test does not announce by provokes(): ${strange.join('; ')}`);
  if (missing.length > 0) throw new Error(`the log did not get what the test provokes: ${missing.join(', ')}`);
}
