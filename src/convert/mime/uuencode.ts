import type { HeaderField } from './headertext.js';
import { headerLines } from './headertext.js';

/** A file behind the text of a message that is no MIME. */
export interface UuFile {
  /** Its name. */
  readonly name: string;
  /** Its bytes. */
  readonly bytes: Buffer;
}

/**
 * Writes a message as before MIME: its text, and behind it each file in uuencode.
 *
 * @param fields the header
 * @param text the text in whatever bytes
 * @param files what is attached
 * @spec iconvertersession-setsaveformat
 */
export function composeUuencoded(fields: readonly HeaderField[], text: Buffer, files: readonly UuFile[]): Buffer {
  const pieces = [Buffer.from(`${headerLines(fields)}\r\n`, 'utf8'), text];
  if (files.length > 0 && text.length > 0 && text.at(-1) !== 0x0a) pieces.push(Buffer.from('\r\n'));
  for (const { name, bytes } of files) pieces.push(Buffer.from(`\r\n${uuencoded(bytes, name)}`, 'latin1'));
  return Buffer.concat(pieces);
}

/**
 * Bytes in uuencode, from its first line to its last.
 *
 * @param bytes the bytes
 * @param name the name in the first line; what is beyond ASCII in it is left out
 */
export function uuencoded(bytes: Buffer, name: string): string {
  const lines = [`begin 644 ${name.replaceAll(/[^ -~]/g, '').trim() || 'file'}`];
  for (let at = 0; at < bytes.length; at += LINE) lines.push(line(bytes.subarray(at, at + LINE)));
  return `${[...lines, '`', 'end'].join('\r\n')}\r\n`;
}

// The most that the letter for the length can say.
const LINE = 45;

function line(bytes: Buffer): string {
  const out = [letter(bytes.length)];
  for (let at = 0; at < bytes.length; at += 3) {
    const three = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    out.push(letter(three >> 18), letter(three >> 12), letter(three >> 6), letter(three));
  }
  return out.join('');
}

// A blank at the end of a line would be lost on the way, so that zero is another letter.
const letter = (six: number): string => ((six & 63) === 0 ? '`' : String.fromCharCode(32 + (six & 63)));
