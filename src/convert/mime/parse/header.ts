import { isUtf8 } from 'node:buffer';
import { decodeBytes, normal } from './charset.js';

/** A field of a header, as it was written. */
export interface RawField {
  /** The name in small letters. */
  readonly key: string;
  /** The value on one line: line ends are gone, the blanks that followed them are not. */
  readonly value: string;
}

/** The header of a message or of one of its parts. */
export interface RawHeader {
  /** Its fields, in their order. */
  readonly fields: readonly RawField[];
  /** Where the body begins: behind the empty line, or where the bytes end. */
  readonly end: number;
}

/**
 * Reads the header at the beginning of a part. Lines that are no fields are passed over, as is the line with which mbox
 * files begin each message.
 *
 * @param bytes the message
 * @param from where the part begins
 * @param to where it ends
 * @param most how many bytes of a header are looked at; what follows them is passed over
 * @spec RFC 5322 section 2.2
 */
export function readHeader(bytes: Buffer, from: number, to: number, most: number): RawHeader {
  const { last, end } = extent(bytes, from, to);
  const block = bytes.subarray(from, Math.min(last, from + most));
  const text = headerText(block, bytes.subarray(from, to));
  const fields: RawField[] = [];
  let at = 0;
  while (at < text.length) {
    let stop = lineEnd(text, at);
    let next = stop + 1;
    const first = text.charCodeAt(at);
    const before = at;
    let value = text.slice(at, trimmed(text, at, stop));
    // Folded lines; a header of nothing but folds takes one pass.
    if (isBlank(text.charCodeAt(next))) {
      const lines = [value];
      while (isBlank(text.charCodeAt(next))) {
        stop = lineEnd(text, next);
        lines.push(text.slice(next, trimmed(text, next, stop)));
        next = stop + 1;
      }
      value = lines.join('');
    }
    at = next;
    const colon = value.indexOf(':');
    // The very first line goes on from no other: blanks before it are dirt.
    if (colon <= 0 || (isBlank(first) && (fields.length > 0 || before > 0))) continue;
    const key = value.slice(0, colon).trim().toLowerCase();
    if (!NAME.test(key)) continue;
    fields.push({ key, value: withoutBlanks(value, colon + 1) });
  }
  return { fields, end };
}

/**
 * The text of a header. Names and addresses beyond ASCII are UTF-8 (RFC 6532), and where they are not, they are what old programs
 * wrote: letters of the charset that the message names, the one of its own or of its first part, or else of Western Europe.
 *
 * @param block the header
 * @param part the part that it is the header of
 * @spec RFC 6532 section 3
 */
export function headerText(block: Buffer, part: Buffer): string {
  if (isUtf8(block)) return block.toString('utf8');
  const around = part.toString('latin1', 0, block.length + NEAR_BYTES);
  const named = normal(/\bcharset\*?\s*=\s*(?:[\w-]*'[\w-]*')?["']?([\w.:-]{2,40})/i.exec(around)?.[1] ?? '');
  // Of some charsets the letters of ASCII are other bytes, or bytes of ASCII other letters.
  if (named === 'utf-8' || /^(?:utf|iso-2022|hz)/.test(named)) return decodeBytes(block, 'utf-8');
  const text = decodeBytes(block, named);
  return text.includes('\ufffd') ? decodeBytes(block, '') : text;
}

/** Where the header of the first part is found. */
const NEAR_BYTES = 4096;

/**
 * The first field of a name.
 *
 * @param fields the fields
 * @param key the name in small letters
 * @returns its value; null when there is none
 */
export function fieldOf(fields: readonly RawField[], key: string): string | null {
  for (const field of fields) if (field.key === key) return field.value;
  return null;
}

const NAME = /^[!-9;-~]+$/;
const LF = 0x0a;
const CR = 0x0d;

const isBlank = (code: number): boolean => code === 0x20 || code === 0x09;

function extent(bytes: Buffer, from: number, to: number): { last: number; end: number } {
  let at = from;
  while (at < to) {
    if (bytes[at] === LF) return { last: at, end: at + 1 };
    if (bytes[at] === CR && bytes[at + 1] === LF && at + 1 < to) return { last: at, end: at + 2 };
    const stop = bytes.indexOf(LF, at);
    if (stop < 0 || stop >= to) break;
    at = stop + 1;
  }
  return { last: to, end: to };
}

function lineEnd(text: string, from: number): number {
  const stop = text.indexOf('\n', from);
  return stop < 0 ? text.length : stop;
}

const trimmed = (text: string, from: number, stop: number): number =>
  stop > from && text.charCodeAt(stop - 1) === CR ? stop - 1 : stop;

// The blanks that RFC 5322 knows and no others: a name after another kind of blank is another name.
function withoutBlanks(text: string, from: number): string {
  let start = from;
  let end = text.length;
  while (start < end && isBlank(text.charCodeAt(start))) start += 1;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
  const value = text.slice(start, end);
  return value.includes('\r') ? value.replaceAll('\r', ' ') : value;
}
