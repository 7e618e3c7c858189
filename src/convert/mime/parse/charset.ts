import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { unshifted } from './shifted.js';

/**
 * The text of bytes in a charset. What is not known, or not what it says, is taken for UTF-8 where it can be and for
 * Western European elsewhere, so that there is always a text.
 *
 * @param bytes the bytes
 * @param charset the charset as mail names it; empty where nothing names one
 * @spec RFC 2046 section 4.1.2
 */
export function decodeBytes(bytes: Uint8Array, charset: string): string {
  const buffer = bytes instanceof Buffer ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const name = normal(charset);
  if (ASCII_LIKE.has(name)) {
    if (isAscii(buffer)) return buffer.toString('latin1');
    if (isUtf8(buffer)) return buffer.toString('utf8');
    if (name === 'utf-8' && looksUtf8(buffer)) return utf8.decode(buffer);
    return western.decode(buffer);
  }
  return known(name)?.(buffer) ?? (isUtf8(buffer) ? buffer.toString('utf8') : western.decode(buffer));
}

/**
 * The bytes of letters in a charset: what {@link decodeBytes} makes these letters of.
 *
 * @param text letters, of which most are ASCII
 * @param charset the charset as mail names it
 * @returns in UTF-8 where the charset is not known or lacks a letter
 */
export function encodeText(text: string, charset: string): Buffer {
  const plain = Buffer.from(text, 'utf8');
  if (isAscii(plain)) return plain;
  const name = WESTERN.has(normal(charset)) ? 'windows-1252' : normal(charset);
  if (ASCII_LIKE.has(name) || NO_LABEL.has(name) || !iconv.encodingExists(name)) return plain;
  const bytes = iconv.encode(text, name);
  return decodeBytes(bytes, charset) === text ? bytes : plain;
}

/**
 * A charset by the name that mail prefers.
 *
 * @param charset any spelling
 * @returns the name in small letters; the spelling itself where nobody knows it
 */
export function normal(charset: string): string {
  const name = charset
    .trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, '');
  const short = name.replace(/^(?:x-ms-|x-|cs(?=[a-z]))/, '').replaceAll(/[\s._:-]/g, '');
  const alias = ALIASES.get(short);
  if (alias !== undefined) return alias;
  const page = /^(?:cp|windows|ms|ibm)(\d{3,5})$/.exec(short)?.[1];
  if (page !== undefined) return PAGES.get(page) ?? (/^125\d$/.test(page) ? `windows-${page}` : `cp${page}`);
  const latin = /^(?:iso)?8859(\d{1,2})(?:[ei])?$/.exec(short)?.[1];
  return latin === undefined ? name : `iso-8859-${latin}`;
}

type Decode = (bytes: Buffer) => string;

const decoders = new Map<string, Decode | null>();
const utf8 = new TextDecoder('utf-8');
// Some releases of Node take windows-1252 for Latin-1, whose bytes from 0x80 on are no letters at all.
const western = { decode: (bytes: Buffer): string => iconv.decode(bytes, 'windows-1252') };

// What programs call text of which they know nothing more; empty is what is meant where nothing is said.
const ASCII_LIKE: ReadonlySet<string> = new Set(['', 'utf-8', 'us-ascii', 'unknown-8bit', '8bit', 'binary', 'default']);

const ALIASES: ReadonlyMap<string, string> = new Map([
  ['utf8', 'utf-8'],
  ['unicode11utf8', 'utf-8'],
  ['utf7', 'utf-7'],
  ['unicode11utf7', 'utf-7'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['ascii', 'us-ascii'],
  ['usascii', 'us-ascii'],
  ['ansix341968', 'us-ascii'],
  ['iso646us', 'us-ascii'],
  ['latin1', 'iso-8859-1'],
  ['isolatin1', 'iso-8859-1'],
  ['iso885911987', 'iso-8859-1'],
  ['latin2', 'iso-8859-2'],
  ['latin9', 'iso-8859-15'],
  ['tis620', 'windows-874'],
  ['sjis', 'shift_jis'],
  ['shiftjis', 'shift_jis'],
  ['shift_jis', 'shift_jis'],
  ['mskanji', 'shift_jis'],
  ['ms_kanji', 'shift_jis'],
  ['eucjp', 'euc-jp'],
  ['iso2022jp', 'iso-2022-jp'],
  ['iso2022jp1', 'iso-2022-jp'],
  ['iso2022jp2', 'iso-2022-jp'],
  ['euckr', 'euc-kr'],
  ['ksc56011987', 'euc-kr'],
  ['ks_c_56011987', 'euc-kr'],
  ['ksc5601', 'euc-kr'],
  ['korean', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['iso2022kr', 'iso-2022-kr'],
  ['gb2312', 'gb2312'],
  ['gb_231280', 'gb2312'],
  ['gb231280', 'gb2312'],
  ['gbk', 'gbk'],
  ['gb18030', 'gb18030'],
  ['hzgb2312', 'hz-gb-2312'],
  ['hz', 'hz-gb-2312'],
  ['big5', 'big5'],
  ['big5hkscs', 'big5'],
  ['cnbig5', 'big5'],
  ['koi8r', 'koi8-r'],
  ['koi8u', 'koi8-u'],
  ['macroman', 'macintosh'],
  ['mac', 'macintosh'],
  ['macintosh', 'macintosh'],
]);

const PAGES: ReadonlyMap<string, string> = new Map([
  ['932', 'shift_jis'],
  ['31j', 'shift_jis'],
  ['936', 'gbk'],
  ['949', 'euc-kr'],
  ['950', 'big5'],
  ['874', 'windows-874'],
  ['65001', 'utf-8'],
  ['65000', 'utf-7'],
  ['51932', 'euc-jp'],
  ['50220', 'iso-2022-jp'],
  ['50221', 'iso-2022-jp'],
  ['50222', 'iso-2022-jp'],
  ['819', 'iso-8859-1'],
  ['367', 'us-ascii'],
]);

function known(name: string): Decode | null {
  const have = decoders.get(name);
  if (have !== undefined) return have;
  const made = decoder(name);
  // A message can make up as many names as it likes; only those of real charsets are kept.
  if (made !== null) decoders.set(name, made);
  return made;
}

function decoder(name: string): Decode | null {
  if (!/^[a-z0-9_-]{2,24}$/.test(name)) return null;
  if (name === 'iso-2022-kr' || name === 'hz-gb-2312') {
    const inner = new TextDecoder(name === 'iso-2022-kr' ? 'euc-kr' : 'gbk');
    return (bytes) => inner.decode(unshifted(bytes, name));
  }
  // The web's Latin-1 is windows-1252, too: nobody means control characters.
  if (WESTERN.has(name)) return (bytes) => western.decode(bytes);
  // A few names mean "no charset at all" to browsers.
  if (!NO_LABEL.has(name)) {
    try {
      const made = new TextDecoder(name);
      return (bytes) => made.decode(bytes);
    } catch {
      // Not one of the charsets of the web; iconv-lite has the old ones.
    }
  }
  return iconv.encodingExists(name) && !NO_LABEL.has(name) ? (bytes) => iconv.decode(bytes, name) : null;
}

const WESTERN: ReadonlySet<string> = new Set(['windows-1252', 'iso-8859-1']);
const NO_LABEL: ReadonlySet<string> = new Set(['replacement', 'x-user-defined', 'base64', 'hex', 'internal', 'ucs2']);

// A letter of UTF-8 that was cut off at the end, or a few broken ones in much text, do not make it another charset.
function looksUtf8(bytes: Buffer): boolean {
  const text = utf8.decode(bytes);
  const broken = text.split('\ufffd').length - 1;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII.
  const wide = text.match(/[^\x00-\x7f\ufffd]/g)?.length ?? 0;
  return wide > broken;
}
