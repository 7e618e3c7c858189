import { authError } from './auth-error.js';
import {
  leftToRight,
  mappedToNothing,
  nonAsciiSpaces,
  prohibited,
  rightToLeft,
  unassigned,
} from './stringprep-tables.js';

/**
 * Prepares a user name or password so that both sides hash the same bytes for what a person would call the same
 * string: maps, normalises by NFKC, then refuses what is prohibited or mixes writing directions.
 *
 * `String.normalize` follows the Unicode of this Node and not 3.2. Normalisation of assigned characters is stable
 * since then but for five compatibility ideographs that Unicode corrected later (Corrigendum 4).
 *
 * @param text the string as the person typed it
 * @param use `stored` refuses code points that Unicode 3.2 does not assign, `query` lets them pass
 * @returns the prepared string, which may be empty
 * @throws {WireError} `bad-argument` when the string cannot be prepared; the string itself is never in the message
 * @spec RFC 4013 section 2
 */
export function saslprep(text: string, use: 'stored' | 'query'): string {
  // All of printable ASCII prepares to itself.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const prepared = map(text).normalize('NFKC');
  const points = Array.from(prepared, (character) => character.codePointAt(0) as number);
  for (const point of points) {
    if (within(prohibited, point)) throw refused(`${named(point)} is prohibited`);
    if (use === 'stored' && within(unassigned, point)) throw refused(`${named(point)} is not assigned in Unicode 3.2`);
  }
  checkDirections(points);
  return prepared;
}

function map(text: string): string {
  let mapped = '';
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    // U+200B stands in both tables; the space is the first rule of RFC 4013 section 2.1 and wins.
    if (within(nonAsciiSpaces, point)) mapped += ' ';
    else if (!within(mappedToNothing, point)) mapped += character;
  }
  return mapped;
}

/** RFC 3454 section 6: a string with right-to-left characters has no left-to-right ones, and starts and ends so. */
function checkDirections(points: readonly number[]): void {
  if (!points.some((point) => within(rightToLeft, point))) return;
  if (points.some((point) => within(leftToRight, point))) throw refused('it mixes writing directions');
  const first = points[0] as number;
  const last = points[points.length - 1] as number;
  if (!within(rightToLeft, first) || !within(rightToLeft, last)) {
    throw refused('right-to-left text must start and end with a right-to-left character');
  }
}

function within(ranges: readonly number[], point: number): boolean {
  let low = 0;
  let high = ranges.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (point < (ranges[2 * middle] as number)) high = middle - 1;
    else if (point > (ranges[2 * middle + 1] as number)) low = middle + 1;
    else return true;
  }
  return false;
}

/** Controls and spaces have no secret in them; of other characters only the kind is told, as they are a password's. */
function named(point: number): string {
  return point < 0x20 || point === 0x7f ? `the control character U+${hex(point)}` : 'a character in it';
}

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, '0');
}

function refused(reason: string): Error {
  return authError('bad-argument', `The user name or password cannot be prepared for this mechanism: ${reason}.`);
}
