import { ComError } from '../../com/index.js';
import { MAPI_E_TOO_COMPLEX } from '../codes.js';
import { maxPatternElements, maxPatternText } from './limits.js';

/**
 * Reads a pattern of RELOP_RE. The pages speak of a limited form of regular expressions and do not say which; this is
 * it:
 *
 * - `.` is any character, `[abc]` one of these, `[^abc]` any other, `[a-z]` a range;
 * - `*` behind any of these, or behind a plain character, is as many of it as there are, or none;
 * - `^` at the start and `$` at the end tie the pattern to the start and the end of the text; without them it may match
 *   anywhere;
 * - `\` takes the next character as it is.
 *
 * There are no groups and no alternatives. Case does not count, as in all property restrictions. The time is bounded by
 * the length of the pattern times that of the text, whatever the pattern; of longer texts the first
 * `mapi.patternText` characters are looked at, and a `$` there means the end of these.
 *
 * @param pattern the pattern
 * @returns the test
 * @throws {ComError} `MAPI_E_TOO_COMPLEX` when the pattern is malformed (a `*` behind nothing, a `[` that is not closed,
 *   a `\` at the end, a range that runs backwards) or has more than `mapi.patternElements` elements
 * @spec types-of-restrictions
 */
export function compilePattern(pattern: string): (text: string) => boolean {
  const parsed = parse(Array.from(pattern.normalize('NFC')));
  return (text) => search(parsed, Array.from(text.slice(0, maxPatternText).normalize('NFC')));
}

interface Element {
  readonly accepts: (character: string) => boolean;
  readonly repeated: boolean;
}

interface Pattern {
  readonly elements: readonly Element[];
  readonly fromStart: boolean;
  readonly toEnd: boolean;
}

function parse(pattern: readonly string[]): Pattern {
  const elements: Element[] = [];
  const fromStart = pattern[0] === '^';
  let position = fromStart ? 1 : 0;
  let toEnd = false;
  while (position < pattern.length) {
    if (pattern[position] === '$' && position === pattern.length - 1) {
      toEnd = true;
      break;
    }
    const [accepts, next] = element(pattern, position);
    const repeated = pattern[next] === '*';
    elements.push({ accepts, repeated });
    position = repeated ? next + 1 : next;
    if (elements.length > maxPatternElements) throw refuse(`has more than ${maxPatternElements} elements`);
  }
  return { elements, fromStart, toEnd };
}

function element(pattern: readonly string[], position: number): [accepts: Element['accepts'], next: number] {
  const character = pattern[position] as string;
  switch (character) {
    case '*':
      throw refuse('has a * behind nothing');
    case '.':
      return [() => true, position + 1];
    case '[':
      return set(pattern, position + 1);
    default: {
      const [literal, next] = plain(pattern, position);
      const wanted = fold(literal);
      return [(candidate) => fold(candidate) === wanted, next];
    }
  }
}

function set(pattern: readonly string[], start: number): [accepts: Element['accepts'], next: number] {
  const negated = pattern[start] === '^';
  const ranges: [from: number, to: number][] = [];
  let position = negated ? start + 1 : start;
  // A closing bracket that comes first is one of the characters.
  for (let first = true; first || pattern[position] !== ']'; first = false) {
    const [low, next] = plain(pattern, position);
    position = next;
    let high = low;
    if (pattern[position] === '-' && pattern[position + 1] !== ']') [high, position] = plain(pattern, position + 1);
    if (codeOf(high) < codeOf(low)) throw refuse('has a range that runs backwards');
    ranges.push([codeOf(low), codeOf(high)]);
  }
  const within = (character: string): boolean => {
    const code = codeOf(character);
    return ranges.some(([low, high]) => code >= low && code <= high);
  };
  const accepts = (character: string): boolean =>
    (within(character) || within(lower(character)) || within(upper(character))) !== negated;
  return [accepts, position + 1];
}

function plain(pattern: readonly string[], position: number): [character: string, next: number] {
  const at = pattern[position] === '\\' ? position + 1 : position;
  const character = pattern[at];
  if (character === undefined) throw refuse('ends too early');
  return [character, at + 1];
}

// Follows all ways through the pattern at once, so that no text can make it go back and try again.
function search({ elements, fromStart, toEnd }: Pattern, text: readonly string[]): boolean {
  const end = elements.length;
  let states = reach(elements, new Uint8Array(end + 1), 0);
  for (const character of text) {
    if (!toEnd && states[end]) return true;
    const next = new Uint8Array(end + 1);
    for (let state = 0; state < end; state++) {
      const current = elements[state] as Element;
      if (states[state] && current.accepts(character)) reach(elements, next, current.repeated ? state : state + 1);
    }
    if (!fromStart) reach(elements, next, 0);
    states = next;
  }
  return states[end] === 1;
}

function reach(elements: readonly Element[], states: Uint8Array, from: number): Uint8Array {
  for (let state = from; states[state] === 0; state++) {
    states[state] = 1;
    if (!elements[state]?.repeated) break;
  }
  return states;
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;
const lower = (character: string): string => single(character.toLowerCase(), character);
const upper = (character: string): string => single(character.toUpperCase(), character);
const fold = (character: string): string => upper(lower(character));

// Some characters become several in the other case; a pattern takes characters one by one and leaves those as they are.
const single = (changed: string, character: string): string =>
  changed.length === String.fromCodePoint(codeOf(changed)).length ? changed : character;

const refuse = (what: string): ComError => new ComError(MAPI_E_TOO_COMPLEX, `the pattern ${what}`);
