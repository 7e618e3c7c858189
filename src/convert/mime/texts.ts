import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import type { Bodies } from './bodies.js';
import { quotedPrintable } from './quotedprintable.js';

/** How the bytes of a text are written. */
export type TextEncoding = '7bit' | 'quoted-printable' | 'base64';

/**
 * Writes what a message without attachments has below its own fields, as nodemailer's composer would: it makes a tree of nodes
 * with headers of any kind, which takes several times as long as these few lines.
 *
 * @param bodies the texts
 * @param boundary what stands between them; unlike anything in them
 * @returns from MIME-Version on; a text may lack the end of its last line
 * @spec RFC 2045 section 6.1 @spec RFC 2046 section 5.1.4
 */
export function writeTexts({ text, html }: Bodies, boundary: string): string {
  // An empty text says nothing.
  const plain = text ? partOf('text/plain; charset=utf-8', text) : null;
  const rich = html === null ? null : partOf(`text/html; charset=${html.charset}`, html.content);
  if (plain === null || rich === null) return whole(plain ?? rich ?? { type: 'text/plain', encoding: null, body: '' });
  return (
    `MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="${boundary}"\r\n\r\n` +
    `--${boundary}\r\n${among(plain)}\r\n--${boundary}\r\n${among(rich)}\r\n--${boundary}--\r\n`
  );
}

/**
 * Writes a text.
 *
 * @param content the text, or its bytes
 * @param encoding how
 */
export function writtenText(content: string | Buffer, encoding: TextEncoding | null): string {
  if (encoding === 'quoted-printable') return quotedPrintable(content);
  if (encoding === 'base64') return wrapBase64(encodeBase64(content));
  return content.toString();
}

interface Part {
  readonly type: string;
  /** Null where there is nothing to be encoded. */
  readonly encoding: TextEncoding | null;
  readonly body: string;
}

function partOf(type: string, content: string | Buffer): Part {
  const encoding = content === '' ? null : encodingOf(content);
  return { type, encoding, body: writtenText(content, encoding) };
}

// Of the whole message the composer writes the type last, of one of its parts first.
const whole = ({ type, encoding, body }: Part): string =>
  `${encodingLine(encoding)}MIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n${body}`;

const among = ({ type, encoding, body }: Part): string =>
  `Content-Type: ${type}\r\n${encodingLine(encoding)}\r\n${body}`;

const encodingLine = (encoding: TextEncoding | null): string =>
  encoding === null ? '' : `Content-Transfer-Encoding: ${encoding}\r\n`;

function encodingOf(content: string | Buffer): TextEncoding {
  if (typeof content !== 'string') return prefersQuoted(content.toString()) ? 'quoted-printable' : 'base64';
  const unsafe = UNSAFE.test(content);
  if (!unsafe && content.length <= LONG && !LONG_LINE.test(content)) return '7bit';
  const quoted = unsafe ? prefersQuoted(content) : LETTER.test(content);
  return quoted ? 'quoted-printable' : 'base64';
}

const LETTER = /[A-Za-z]/;
// Who counts the letters of a text to choose how to write it need not look for long lines in one that is as long.
const LONG = 128 * 1024;
const LONG_LINE = /^.{77,}/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: what is neither text nor a line end nor a tab.
const UNSAFE = /[\x00-\x08\x0b\x0c\x0e-\x1f\u0080-\uffff]/;

/** Whether a text has more letters that stay readable than characters that have to be encoded. */
function prefersQuoted(text: string): boolean {
  let others = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80 || code <= 0x08 || code === 0x0b || code === 0x0c || (code >= 0x0e && code <= 0x1f)) others++;
    else if ((code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)) letters++;
    // However the rest reads.
    if (letters - others >= text.length - at) return true;
  }
  return others < letters;
}
