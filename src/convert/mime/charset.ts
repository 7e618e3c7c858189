// What the Internet calls the code pages of Windows. Those that no mail program reads have no name here.
const names: ReadonlyMap<number, string> = new Map([
  [437, 'ibm437'],
  [850, 'ibm850'],
  [852, 'ibm852'],
  [866, 'ibm866'],
  [874, 'windows-874'],
  [932, 'shift_jis'],
  [936, 'gb2312'],
  [949, 'ks_c_5601-1987'],
  [950, 'big5'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [21866, 'koi8-u'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [50225, 'iso-2022-kr'],
  [51932, 'euc-jp'],
  [51936, 'gb2312'],
  [51949, 'euc-kr'],
  [52936, 'hz-gb-2312'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/**
 * The name of a code page in mail.
 *
 * @param codePage PR_INTERNET_CPID
 * @returns the charset; null for one that can't stand in a text part
 * @spec RFC 2046 section 4.1.2
 */
export function charsetOf(codePage: number): string | null {
  if (codePage >= 1250 && codePage <= 1258) return `windows-${codePage}`;
  if (codePage > 28590 && codePage < 28606) return `iso-8859-${codePage - 28590}`;
  return names.get(codePage) ?? null;
}

/** A text part: text that goes out as UTF-8, or bytes in the charset they are in. */
export interface TextPart {
  /** The text, or its bytes. Line ends are CR LF. */
  readonly content: string | Buffer;
  /** The charset. */
  readonly charset: string;
}

/**
 * The part for bytes of text. They keep their code page, because HTML may name it, too; UTF-16, which a text part can't
 * have, becomes UTF-8.
 *
 * @param bytes the text
 * @param codePage PR_INTERNET_CPID; null where nobody says
 * @spec pidtaginternetcodepage-canonical-property
 */
export function textPart(bytes: Uint8Array, codePage: number | null): TextPart {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (codePage === 1200) return { content: crlf(buffer.toString('utf16le', 0, buffer.length & ~1)), charset: 'utf-8' };
  const charset = codePage === null ? null : charsetOf(codePage);
  if (charset !== null && charset !== 'utf-8') return { content: crlfBytes(buffer), charset };
  const text = buffer.toString('utf8');
  // Not UTF-8 although it should be, or nobody knows what: its bytes are letters in the usual code page.
  if (text.includes('\ufffd') && !Buffer.from(text).equals(buffer)) {
    return { content: crlfBytes(buffer), charset: 'windows-1252' };
  }
  return { content: crlf(text), charset: 'utf-8' };
}

/**
 * A text with the line ends of mail.
 *
 * @param text any text
 */
export const crlf = (text: string): string => (endsAsMail(text) ? text : text.replaceAll(/\r\n|\r|\n/g, '\r\n'));

// Most texts have these line ends already, and need not be put together anew.
function endsAsMail(text: string): boolean {
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    if (text.charCodeAt(at - 1) !== 13) return false;
  for (let at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1))
    if (text.charCodeAt(at + 1) !== 10) return false;
  return true;
}

// Each of the charsets above writes CR and LF as ASCII does.
const crlfBytes = (bytes: Buffer): Buffer => Buffer.from(crlf(bytes.toString('latin1')), 'latin1');
