import { encode, wrap } from 'nodemailer/lib/qp';

/**
 * Writes a text as quoted-printable, to the letter as nodemailer does, which looks at each byte of it: in most texts only few
 * have to be encoded.
 *
 * @param content the text, or its bytes; lines end with CR LF
 * @returns lines of at most 76 characters
 * @spec RFC 2045 section 6.7
 */
export const quotedPrintable = (content: string | Buffer): string =>
  softlyBroken(typeof content === 'string' ? encoded(content) : encode(content));

// A table of octets instead of a regular expression: most characters are passed over with one look at it.
function encoded(text: string): string {
  let out = '';
  let kept = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80 && KINDS[code] === SAFE) continue;
    let end = at + 1;
    if (code >= 0x80) while (end < text.length && text.charCodeAt(end) >= 0x80) end++;
    else if (KINDS[code] === BLANK && !endsLine(text, end)) continue;
    out += text.slice(kept, at) + hex(text.slice(at, end));
    kept = end;
    at = end - 1;
  }
  return kept === 0 ? text : out + text.slice(kept);
}

const SAFE = 0;
const ENCODED = 1;
const BLANK = 2;

// What is neither text nor a line end is encoded, and the sign itself; blanks are at the end of a line.
const KINDS = Uint8Array.from({ length: 0x80 }, (_, code) => {
  if (code === 0x20 || code === 0x09) return BLANK;
  return code === 0x3d || code === 0x7f || (code < 0x20 && code !== 0x0a && code !== 0x0d) ? ENCODED : SAFE;
});

const endsLine = (text: string, at: number): boolean =>
  at === text.length || text.charCodeAt(at) === 0x0d || text.charCodeAt(at) === 0x0a;

function hex(text: string): string {
  const code = text.charCodeAt(0);
  if (code < 0x80) return `=${DIGITS.charAt(code >> 4)}${DIGITS.charAt(code & 0xf)}`;
  let out = '';
  for (const byte of Buffer.from(text, 'utf8')) out += `=${DIGITS.charAt(byte >> 4)}${DIGITS.charAt(byte & 0xf)}`;
  return out;
}

const DIGITS = '0123456789ABCDEF';

/**
 * Breaks the lines of quoted-printable text softly, to the letter as nodemailer's `wrap` does, which looks at each line with half
 * a dozen expressions: most lines end where a line of the text ends, or behind a blank.
 *
 * @param encoded quoted-printable text
 */
function softlyBroken(encoded: string): string {
  if (encoded.length <= LINE) return encoded;
  let out = '';
  let at = 0;
  let lineEnd = encoded.indexOf('\r\n');
  while (at < encoded.length) {
    if (lineEnd >= 0 && lineEnd < at) lineEnd = encoded.indexOf('\r\n', at);
    if (lineEnd >= 0 && lineEnd + 2 <= at + LINE) {
      out += encoded.slice(at, lineEnd + 2);
      at = lineEnd + 2;
      continue;
    }
    const end = breakBefore(encoded, at, Math.min(at + LINE, encoded.length));
    // A sequence that the line would end within, or the end of another line than one of mail.
    if (end === null) return wrap(encoded);
    out += encoded.slice(at, end);
    if (end < encoded.length) out += '=\r\n';
    at = end;
  }
  return out;
}

const LINE = 76;
/** In so many characters at the end of a line a better place for its end is sought. */
const MARGIN = 25;

/** Where a line without an end of its own is broken; null where more has to be looked at. */
function breakBefore(encoded: string, from: number, full: number): number | null {
  for (let at = from; at < full; at++) if (encoded.charCodeAt(at) === 0x0a) return null;
  const cut = (end: number): number => (end < encoded.length && end - from === LINE ? end - 1 : end);
  if (full - from > LINE - MARGIN)
    for (let at = full - 1; at >= full - MARGIN; at--) if (isGap(encoded.charCodeAt(at))) return cut(at + 1);
  for (let at = full - 1; at >= full - 3 && at >= from; at--) if (encoded.charCodeAt(at) === 0x3d) return null;
  return cut(full);
}

// A blank, a tab, or what ends a sentence or a part of one.
const isGap = (code: number): boolean =>
  code === 0x20 || code === 0x09 || code === 0x2e || code === 0x2c || code === 0x21 || code === 0x3f;
