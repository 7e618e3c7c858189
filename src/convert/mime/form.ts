import { isAscii } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Bodies } from './bodies.js';
import type { TextPart } from './charset.js';

/** How a body may be encoded on its way. */
export type BodyEncoding = 'base64' | 'quoted-printable' | '7bit' | '8bit' | 'x-uuencode';

/** What is asked of rendered mail beyond what mail usually looks like. Only the outermost message takes this form. */
export interface MimeForm {
  /** Whether hidden recipients are named in Bcc, as in an archive; such bytes are not to be sent. */
  readonly includeBcc?: boolean;
  /** Whether there is no Message-ID. */
  readonly omitMessageId?: boolean;
  /** Whether there are no fields but those that tell of the parts. */
  readonly omitHeaders?: boolean;
  /** Whether names and texts of the header stand in UTF-8 as they are, instead of in encoded words (RFC 6532). */
  readonly wideHeaders?: boolean;
  /** Whether a message that was not sent says so (X-Unsent). */
  readonly tellUnsent?: boolean;
  /** Whether HTML is left out. */
  readonly textOnly?: boolean;
  /** How the texts are encoded, where they can be. */
  readonly encoding?: BodyEncoding | null;
  /** Where lines of plain text are broken, at blanks; null for nowhere. */
  readonly width?: number | null;
  /** The charset of the texts, where it has all of their letters; UTF-8 elsewhere. */
  readonly charset?: string | null;
  /** Whether HTML, which has a charset already, changes it too. */
  readonly charsetForAll?: boolean;
  /** Whether the message is what was before MIME: text, and behind it attachments in uuencode. */
  readonly uuencoded?: boolean;
}

/**
 * Gives texts a form.
 *
 * @param bodies the texts
 * @param form what is asked for
 * @spec iconvertersession-setencoding @spec iconvertersession-settextwrapping @spec iconvertersession-setcharset
 */
export function formed(bodies: Bodies, form: MimeForm): Bodies {
  const html = form.textOnly === true ? null : bodies.html;
  const text = bodies.text === null || !form.width ? bodies.text : wrapped(bodies.text, form.width);
  const charset = form.charset ?? null;
  return {
    text,
    html: html !== null && form.charsetForAll === true && charset !== null ? inCharset(html, charset) : html,
    ...(charset === null ? {} : { textCharset: charset }),
    ...(form.encoding ? { encoding: form.encoding } : {}),
  };
}

/**
 * Text in a charset.
 *
 * @param text the text
 * @param charset the charset as mail names it
 * @returns the bytes and their charset: UTF-8 where the other one lacks letters of the text
 */
export function encodedText(text: string, charset: string): { readonly content: Buffer; readonly charset: string } {
  if (charset !== 'utf-8' && iconv.encodingExists(charset)) {
    const content = iconv.encode(text, charset);
    if (iconv.decode(content, charset) === text) return { content, charset };
  }
  return { content: Buffer.from(text, 'utf8'), charset: 'utf-8' };
}

/**
 * Whether bytes can go in this encoding, as they are or encoded.
 *
 * @param content lines
 * @param encoding how they are to go
 * @spec RFC 2045 section 2.7 @spec RFC 2045 section 2.8
 */
export function canGo(content: Buffer, encoding: BodyEncoding): boolean {
  if (encoding !== '7bit' && encoding !== '8bit') return true;
  if (encoding === '7bit' && !isAscii(content)) return false;
  return content
    .toString('latin1')
    .split('\r\n')
    .every((line) => line.length <= 998);
}

function inCharset(html: TextPart, charset: string): TextPart {
  const { content } = html;
  const text = typeof content === 'string' ? content : iconv.decode(content, html.charset);
  return encodedText(text, charset);
}

// Only at blanks, which stay at the end of the line: quoted lines and words that are longer stay whole.
function wrapped(text: string, width: number): string {
  return text
    .split('\r\n')
    .map((line) => (line.length <= width || line.startsWith('>') ? line : brokenLine(line, width)))
    .join('\r\n');
}

function brokenLine(line: string, width: number): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > width) {
    const before = rest.lastIndexOf(' ', width);
    const at = before > 0 ? before : rest.indexOf(' ', width);
    if (at < 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest].join('\r\n');
}
