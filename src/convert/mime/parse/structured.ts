import { decodeBytes } from './charset.js';
import { decodeWords } from './words.js';

/** A value with parameters: `text/plain; charset=utf-8`. */
export interface Structured {
  /** The value in small letters. */
  readonly value: string;
  /** The parameters by name, in small letters; the first of each name counts. */
  readonly params: ReadonlyMap<string, string>;
}

/**
 * Reads a value with parameters: comments are left out, values in several pieces are put together, and those in charsets
 * of their own decoded, in the ways of RFC 2231 and in those of programs that use encoded words.
 *
 * @param text the field's value; null gives nothing
 * @spec RFC 2045 section 5.1 @spec RFC 2231 section 3
 */
export function readStructured(text: string | null): Structured {
  if (text === null) return NOTHING;
  const semicolon = text.indexOf(';');
  const bare = semicolon < 0 ? text : text.slice(0, semicolon);
  // No type is longer; of blanks without end each would be looked at as often as there are others.
  const whole = withoutComments(bare)
    .trim()
    .slice(0, 256)
    .replace(/\s*\/\s*/, '/');
  const value = (/^[^\s"(),:;<=>?@[\\\]]+/.exec(whole)?.[0] ?? '').toLowerCase();
  // Some programs forget the semicolon before the first parameter.
  const forgotten = /^[^\s=;"]+\s+(?=[\w-]+\*?=)/.exec(text)?.[0].length ?? text.length;
  const begin = Math.min(semicolon < 0 ? text.length : semicolon + 1, forgotten);
  if (begin >= text.length) return { value, params: NONE };
  const raw = new Map<string, string>();
  let at = begin;
  while (at < text.length && raw.size < MOST) {
    at = readParameter(text, at, raw);
  }
  let extended = false;
  for (const [name, one] of raw) {
    if (name.includes('*')) extended = true;
    else if (one.includes('=?')) raw.set(name, decodeWords(one));
  }
  return { value, params: extended ? assembled(raw) : raw };
}

const NONE: ReadonlyMap<string, string> = new Map();
const NOTHING: Structured = Object.freeze({ value: '', params: NONE });

// Far more than any program writes.
const MOST = 1000;

function withoutComments(text: string): string {
  return text.includes('(') ? text.replaceAll(/\([^()]*\)?/g, ' ') : text;
}

/** Reads one parameter into the map; answers where the next begins. */
function readParameter(text: string, from: number, into: Map<string, string>): number {
  let at = from;
  while (at < text.length && text[at] !== '=' && text[at] !== ';') at += 1;
  const name = withoutComments(text.slice(from, at)).trim().toLowerCase();
  if (text[at] !== '=') return at + 1;
  at += 1;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  let value: string;
  if (text[at] === '"') {
    let letters = '';
    at += 1;
    let from = at;
    while (at < text.length && text[at] !== '"') {
      if (text[at] === '\\' && at + 1 < text.length) {
        letters += text.slice(from, at);
        at += 1;
        from = at;
      }
      at += 1;
    }
    value = letters + text.slice(from, at);
    while (at < text.length && text[at] !== ';') at += 1;
  } else {
    const start = at;
    while (at < text.length && text[at] !== ';') at += 1;
    // A bracket after a blank begins a comment; within a word, as in a file's name, it is a letter.
    value = text
      .slice(start, at)
      .replace(/\s\(.*$/s, '')
      .trim();
  }
  if (name !== '' && !into.has(name)) into.set(name, value);
  return at + 1;
}

interface Piece {
  readonly number: number;
  readonly encoded: boolean;
  readonly text: string;
}

function assembled(raw: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const whole = new Map<string, string>();
  const pieces = new Map<string, Piece[]>();
  for (const [name, text] of raw) {
    const [, base = '', number, star] = /^([^*]+)(?:\*(\d{1,4}))?(\*)?$/.exec(name) ?? [];
    if (base === '') continue;
    if (number === undefined && star === undefined) {
      whole.set(name, text);
      continue;
    }
    const list = pieces.get(base) ?? [];
    list.push({ number: Number(number ?? 0), encoded: star !== undefined, text });
    pieces.set(base, list);
  }
  for (const [base, list] of pieces) whole.set(base, joined(list.sort((a, b) => a.number - b.number)));
  return whole;
}

// Only a piece whose name ends in a star is encoded; a letter may begin in one piece and end in the next.
function joined(pieces: readonly Piece[]): string {
  let charset = '';
  let text = '';
  let bytes: Buffer[] = [];
  const flush = (): void => {
    if (bytes.length > 0) text += decodeBytes(Buffer.concat(bytes), charset === '' ? 'utf-8' : charset);
    bytes = [];
  };
  for (const [index, piece] of pieces.entries()) {
    if (!piece.encoded) {
      flush();
      text += piece.text;
      continue;
    }
    const [, named, rest] = (index === 0 ? /^([^']*)'[^']*'(.*)$/s.exec(piece.text) : null) ?? [];
    if (named !== undefined) charset = named;
    bytes.push(unescaped(rest ?? piece.text));
  }
  flush();
  return text;
}

function unescaped(text: string): Buffer {
  const source = Buffer.from(text, 'utf8');
  const out = Buffer.alloc(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at += 1) {
    const code = source[at] === 0x25 ? Number.parseInt(source.toString('latin1', at + 1, at + 3), 16) : Number.NaN;
    const escaped = source[at] === 0x25 && /^[0-9a-f]{2}$/i.test(source.toString('latin1', at + 1, at + 3));
    out[length] = escaped ? code : (source[at] as number);
    if (escaped) at += 2;
    length += 1;
  }
  return out.subarray(0, length);
}
