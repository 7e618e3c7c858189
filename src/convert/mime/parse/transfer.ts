/**
 * Bytes without their transfer encoding. What is broken gives what can be had of it.
 *
 * @param bytes the body of a part
 * @param encoding the encoding in small letters
 * @param text whether it holds lines, whose ends become those of mail
 * @spec RFC 2045 section 6
 */
export function decodeTransfer(bytes: Buffer, encoding: string, text: boolean): Buffer {
  switch (encoding) {
    case 'base64':
      return text && isNoBase64(bytes) ? crlfBytes(bytes) : decodeBase64(bytes);
    case 'quoted-printable':
      return decodeQuoted(bytes);
    case 'x-uuencode':
    case 'x-uue':
    case 'uuencode':
      return decodeUuencode(bytes);
    default:
      return text && encoding !== 'binary' ? crlfBytes(bytes) : bytes;
  }
}

/**
 * Bytes whose lines all end in CR LF.
 *
 * @param bytes lines that end in LF or in CR LF
 */
export function crlfBytes(bytes: Buffer): Buffer {
  let bare = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) if (bytes[at - 1] !== CR) bare += 1;
  if (bare === 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length + bare);
  let length = 0;
  let from = 0;
  for (let at = bytes.indexOf(LF); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    if (bytes[at - 1] === CR) continue;
    length += bytes.copy(out, length, from, at);
    out[length++] = CR;
    from = at;
  }
  length += bytes.copy(out, length, from);
  return out.subarray(0, length);
}

const LF = 0x0a;
const CR = 0x0d;
const EQUALS = 0x3d;

// A text that only says that it is base64: words with blanks between. Lines of base64 have none, or one at their end.
function isNoBase64(bytes: Buffer): boolean {
  const sample = bytes.toString('latin1', 0, 2048);
  if (endsWell(sample)) return false;
  const strange = sample.match(/[^A-Za-z0-9+/=\s]|[ \t](?=[^\s])/g)?.length ?? 0;
  return strange * 25 > sample.length;
}

// Letters of a line of base64.
const SHORT = 76;

/** Whether it begins with lines of base64 and their end, whatever stands behind them. */
function endsWell(sample: string): boolean {
  const [, lines = '', padding = ''] = /^\s*([A-Za-z0-9+/\r\n]{8,})(={1,2})/.exec(sample) ?? [];
  return padding !== '' && (lines.replaceAll(/[\r\n]/g, '').length + padding.length) % 4 === 0;
}

function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const pad = text.indexOf('=');
  if (pad < 0 || !/[A-Za-z0-9+/]{4}/.test(text.slice(pad, pad + 4096))) return Buffer.from(text, 'base64');
  // Some programs encode piece by piece, so that there is padding in the middle. What follows the padding and is no
  // base64, as the lines that lists add, is left out; so is a short one that can't have been a piece: a word or two.
  const pieces: Buffer[] = [];
  for (const [, piece = '', padding = ''] of text.matchAll(/([^=]*)(=*)/g)) {
    if (pieces.length > 0 && /[^A-Za-z0-9+/\s]/.test(piece)) break;
    const letters = piece.length < SHORT ? piece.replaceAll(/\s/g, '').length + padding.length : 0;
    if (pieces.length > 0 && letters % 4 !== 0) break;
    pieces.push(Buffer.from(piece, 'base64'));
  }
  return Buffer.concat(pieces);
}

function decodeQuoted(bytes: Buffer): Buffer {
  const out = Buffer.allocUnsafe(bytes.length * 2);
  let length = 0;
  let at = 0;
  while (at < bytes.length) {
    const lf = bytes.indexOf(LF, at);
    const stop = lf < 0 ? bytes.length : lf;
    let end = stop;
    // Blanks at the end of a line were added on the way, and so was a CR.
    while (end > at && isBlank(bytes[end - 1])) end -= 1;
    const soft = end > at && bytes[end - 1] === EQUALS;
    if (soft) end -= 1;
    let from = at;
    for (let mark = bytes.indexOf(EQUALS, at); mark >= 0 && mark < end; mark = bytes.indexOf(EQUALS, mark + 1)) {
      const high = nibble(bytes[mark + 1]);
      const low = nibble(bytes[mark + 2]);
      if (high < 0 || low < 0 || mark + 2 >= end) continue;
      length += bytes.copy(out, length, from, mark);
      out[length++] = (high << 4) | low;
      from = mark + 3;
      mark += 2;
    }
    length += bytes.copy(out, length, from, end);
    if (!soft && lf >= 0) {
      out[length++] = CR;
      out[length++] = LF;
    }
    at = stop + 1;
  }
  return out.subarray(0, length);
}

const isBlank = (byte: number | undefined): boolean => byte === 0x20 || byte === 0x09 || byte === CR;

function nibble(byte: number | undefined): number {
  if (byte === undefined) return -1;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : -1;
}

function decodeUuencode(bytes: Buffer): Buffer {
  const pieces: Buffer[] = [];
  for (const line of bytes.toString('latin1').split(/\r?\n/)) {
    if (/^begin /.test(line)) continue;
    if (line === 'end') break;
    const size = line === '' ? 0 : (line.charCodeAt(0) - 32) & 63;
    const piece = Buffer.alloc(Math.ceil(size / 3) * 3);
    const six = (index: number): number => ((line.charCodeAt(index) || 32) - 32) & 63;
    for (let from = 1, to = 0; to < size; from += 4, to += 3)
      piece.writeUIntBE((six(from) << 18) | (six(from + 1) << 12) | (six(from + 2) << 6) | six(from + 3), to, 3);
    pieces.push(piece.subarray(0, size));
  }
  return Buffer.concat(pieces);
}
