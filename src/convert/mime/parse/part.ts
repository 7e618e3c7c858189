import type { Budget } from './budget.js';
import { fieldOf, type RawField, readHeader } from './header.js';
import { readStructured, type Structured } from './structured.js';
import { decodeTransfer } from './transfer.js';

/** A part of a message: where it is, what it says of itself, and the parts within it. */
export interface MimePart {
  /** Its fields. */
  readonly fields: readonly RawField[];
  /** Content-Type; `text/plain` or, within a digest, `message/rfc822` where it has none. */
  readonly type: Structured;
  /** Content-Disposition; empty where it has none. */
  readonly disposition: Structured;
  /** Content-Transfer-Encoding: one word in small letters. */
  readonly encoding: string;
  /** Where the part begins. */
  readonly start: number;
  /** Where its body begins. */
  readonly body: number;
  /** Where its body ends. */
  readonly end: number;
  /** The parts within; none where it is no multipart, or one whose parts can't be told apart. */
  readonly parts: readonly MimePart[];
}

/**
 * Takes a message apart. Nothing is decoded yet.
 *
 * @param bytes the message
 * @param budget what may be spent on it; parts beyond are not taken apart, but lie whole in the part that holds them
 * @spec RFC 2045 section 2 @spec RFC 2046 section 5.1
 */
export const readParts = (bytes: Buffer, budget: Budget): MimePart =>
  readPart(bytes, mboxLine(bytes), bytes.length, 'text/plain', 0, budget);

/**
 * The bytes of a part's body, decoded.
 *
 * @param bytes the message
 * @param part one of its parts
 * @returns the bytes; text that was not encoded has the line ends of mail
 * @spec RFC 2045 section 6
 */
export const bytesOfPart = (bytes: Buffer, part: MimePart): Buffer =>
  decodeTransfer(
    bytes.subarray(part.body, part.end),
    part.encoding,
    /^(?:text|message|multipart)\//.test(part.type.value),
  );

function readPart(bytes: Buffer, from: number, to: number, usual: string, depth: number, budget: Budget): MimePart {
  const header = readHeader(bytes, from, to, budget.headerBytes);
  const { fields } = header;
  budget.headerBytes = Math.max(0, budget.headerBytes - (header.end - from));
  const stated = readStructured(fieldOf(fields, 'content-type'));
  const type = /^[^\s/]+\/[^\s/]+$/.test(stated.value) ? stated : { value: usual, params: stated.params };
  const encoding = /[\w-]+/.exec((fieldOf(fields, 'content-transfer-encoding') ?? '').toLowerCase())?.[0] ?? '';
  const disposition = readStructured(fieldOf(fields, 'content-disposition'));
  const part = { fields, type, disposition, encoding, start: from, body: header.end, end: to };
  const boundary = type.value.startsWith('multipart/') ? boundaryOf(bytes, part, type) : null;
  if (boundary === null || depth >= budget.depth) return { ...part, parts: [] };
  const within = type.value === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const parts: MimePart[] = [];
  for (const [start, end] of pieces(bytes, header.end, to, boundary, budget)) {
    budget.parts -= 1;
    parts.push(readPart(bytes, start, end, within, depth + 1, budget));
  }
  return { ...part, parts };
}

function boundaryOf(bytes: Buffer, part: { body: number; end: number }, type: Structured): string | null {
  const named = type.params.get('boundary')?.trimEnd();
  if (named !== undefined && named !== '') return named;
  // One that was forgotten, or lost on the way, is that of the first line that looks like one.
  const head = bytes.toString('latin1', part.body, Math.min(part.end, part.body + 1024));
  return /^\s*--([!-~]{1,70})[ \t]*\r?\n/.exec(head)?.[1] ?? null;
}

/** The places between the delimiters. Those beyond the budget are one. */
function pieces(bytes: Buffer, from: number, to: number, boundary: string, budget: Budget): [number, number][] {
  const delimiter = Buffer.from(`--${boundary}`, 'utf8');
  const found: [number, number][] = [];
  let start = -1;
  let at = from;
  for (;;) {
    const hit = bytes.indexOf(delimiter, at);
    if (hit < 0 || hit + delimiter.length > to) break;
    const line = delimiterLine(bytes, hit, hit + delimiter.length, from, to);
    if (line === null) {
      at = hit + delimiter.length;
      continue;
    }
    if (start >= 0) found.push([start, beforeLine(bytes, hit, start)]);
    start = line.next;
    at = Math.max(line.next - 1, hit + delimiter.length);
    if (line.last) return found;
    if (found.length + 1 >= budget.parts) break;
  }
  // Cut off before its last delimiter, or more parts than anybody looks at.
  if (start >= 0 && start <= to) found.push([start, to]);
  return found;
}

function delimiterLine(
  bytes: Buffer,
  hit: number,
  behind: number,
  from: number,
  to: number,
): { next: number; last: boolean } | null {
  if (hit > from && bytes[hit - 1] !== LF) return null;
  let at = behind;
  const last = bytes[at] === DASH && bytes[at + 1] === DASH && at + 1 < to;
  if (last) at += 2;
  while (at < to && (bytes[at] === 0x20 || bytes[at] === 0x09)) at += 1;
  if (at >= to) return { next: to, last };
  if (bytes[at] === CR && bytes[at + 1] === LF) return { next: Math.min(to, at + 2), last };
  return bytes[at] === LF ? { next: at + 1, last } : null;
}

// The line end before a delimiter belongs to the delimiter.
function beforeLine(bytes: Buffer, hit: number, start: number): number {
  let end = hit;
  if (end > start && bytes[end - 1] === LF) end -= 1;
  if (end > start && bytes[end - 1] === CR) end -= 1;
  return end;
}

// Files of mbox begin each message with a line that is none of it.
function mboxLine(bytes: Buffer): number {
  if (bytes.toString('latin1', 0, 5) !== 'From ') return 0;
  const end = bytes.indexOf(LF);
  return end < 0 ? 0 : end + 1;
}

const LF = 0x0a;
const CR = 0x0d;
const DASH = 0x2d;
