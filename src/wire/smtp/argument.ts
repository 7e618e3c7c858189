import { WireError } from '../error.js';
import { COMMAND_LINE_BYTES } from './limits.js';

/**
 * Refuses CR, LF and NUL: whoever could put one into an argument could write commands of their own.
 *
 * @param value an argument of a command
 * @param what what the argument is, for the message
 * @throws {WireError} `bad-argument`
 */
export function refuseLineBreaks(value: string, what: string): void {
  for (let at = 0; at < value.length; at++) {
    const unit = value.charCodeAt(at);
    if (unit === 13 || unit === 10 || unit === 0) throw badArgument(`The ${what} holds CR, LF or NUL.`);
  }
}

/**
 * Refuses a command line that no server has to take.
 *
 * @param line the line without its line end
 * @param most the longest line with its line end, in bytes
 * @throws {WireError} `bad-argument`
 */
export function refuseLongLine(line: string, most: number = COMMAND_LINE_BYTES): void {
  // A UTF-16 unit takes at most three bytes, so short lines need no counting.
  if (line.length * 3 + 2 <= most) return;
  if (Buffer.byteLength(line) + 2 > most) throw badArgument(`A command would be longer than ${most} bytes.`);
}

/**
 * Makes the error of an argument that can't be sent.
 *
 * @param words one sentence that names the argument
 * @param address the address it is about
 * @returns a `bad-argument` error
 */
export function badArgument(words: string, address?: string): WireError {
  return new WireError('bad-argument', words, address === undefined ? { phase: 'check' } : { phase: 'check', address });
}
