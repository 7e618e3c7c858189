import iconv from 'iconv-lite';
import { ComError } from '../../com/index.js';
import { MAPI_E_BAD_CHARWIDTH } from '../../mapi/index.js';

const utf8 = 65001;

/** The code page of 8-bit text where an object does not name another: Western European, as most of Windows had it. */
export const defaultCodePage = 1252;

// Identifiers of Windows whose names do not follow from their numbers.
const names: ReadonlyMap<number, string> = new Map([
  [0, 'windows-1252'],
  [932, 'cp932'],
  [936, 'gbk'],
  [949, 'cp949'],
  [950, 'cp950'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10000, 'macroman'],
  [20127, 'us-ascii'],
  [20866, 'koi8-r'],
  [20932, 'euc-jp'],
  [20936, 'gb2312'],
  [21866, 'koi8-u'],
  [28605, 'iso-8859-15'],
  [28603, 'iso-8859-13'],
  [50220, 'iso-2022-jp'],
  [50221, 'iso-2022-jp'],
  [50222, 'iso-2022-jp'],
  [51932, 'euc-jp'],
  [51936, 'gb2312'],
  [51949, 'euc-kr'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

/**
 * The name under which a code page converts.
 *
 * @param codePage its Windows identifier; 0 for the default
 * @returns the name, or null for a code page that can't be converted
 */
export function encodingOf(codePage: number): string | null {
  const name =
    names.get(codePage) ?? (codePage > 28590 && codePage < 28606 ? `iso-8859-${codePage - 28590}` : `cp${codePage}`);
  return iconv.encodingExists(name) ? name : null;
}

/**
 * The bytes of a text, without an end mark.
 *
 * @param text the text; what the code page lacks becomes a question mark
 * @param codePage the code page of 8-bit text; null for UTF-16LE
 * @throws {ComError} `MAPI_E_BAD_CHARWIDTH` when the code page is not known
 */
export const bytesOfText = (text: string, codePage: number | null): Uint8Array => {
  if (codePage === null) return Buffer.from(text, 'utf16le');
  // Every recipient has a key in UTF-8, and to find the library's converter takes longer than to convert.
  return codePage === utf8 ? Buffer.from(text, 'utf8') : iconv.encode(text, known(codePage));
};

/**
 * The text of bytes, without an end mark.
 *
 * @param bytes the bytes; what is malformed becomes a replacement character, an odd byte at the end of UTF-16LE is dropped
 * @param codePage the code page of 8-bit text; null for UTF-16LE
 * @throws {ComError} `MAPI_E_BAD_CHARWIDTH` when the code page is not known
 */
export const textOfBytes = (bytes: Uint8Array, codePage: number | null): string => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return codePage === null
    ? buffer.toString('utf16le', 0, buffer.length & ~1)
    : iconv.decode(buffer, known(codePage), { stripBOM: false });
};

/**
 * A text as its 8-bit form shows it.
 *
 * @param text the text
 * @param codePage the code page
 * @returns the same text where all of it exists in the code page, question marks elsewhere
 * @throws {ComError} `MAPI_E_BAD_CHARWIDTH` when the code page is not known
 */
export const narrowed = (text: string, codePage: number): string =>
  ascii.test(text) && encodingOf(codePage) !== null ? text : textOfBytes(bytesOfText(text, codePage), codePage);

// Every 8-bit code page of Windows begins with these.
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII but ESC, which switches in ISO-2022.
const ascii = /^[\x00-\x1a\x1c-\x7f]*$/;

function known(codePage: number): string {
  const name = encodingOf(codePage);
  if (name === null) throw new ComError(MAPI_E_BAD_CHARWIDTH, `code page ${codePage} is not known`);
  return name;
}
