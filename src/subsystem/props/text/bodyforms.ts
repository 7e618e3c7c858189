import { compile } from 'html-to-text';
import iconv from 'iconv-lite';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { encodingOf, textOfBytes } from '../codepage.js';
import { tableFormatter } from './htmltables.js';
import { textOfRtf } from './rtftext.js';
import { shallow } from './shallow.js';

/** What RTF holds: a text, perhaps as HTML. */
export interface RtfContents {
  /** HTML when the RTF was made from HTML, else text. */
  readonly mode: 'html' | 'text';
  /** It. */
  readonly text: string;
  /** Whether the RTF was made from it; else it is all that can be said of RTF in plain words. */
  readonly made: boolean;
}

/**
 * The text of a body in HTML.
 *
 * @param html the HTML
 * @returns the text, lines ended by CR LF; images and the address that a link repeats are left out
 * @spec supporting-formatted-text-in-incoming-messages-client-responsibilities
 */
export const textOfHtml = (html: string): string => convert(shallow(html)).replaceAll(/\r?\n/g, '\r\n');

// To make this takes forty times as long as to convert a letter.
const convert = compile({
  wordwrap: false,
  formatters: { boundedTable: tableFormatter },
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    { selector: 'h1', options: { uppercase: false } },
    { selector: 'h2', options: { uppercase: false } },
    { selector: 'h3', options: { uppercase: false } },
    { selector: 'table', format: 'boundedTable' },
  ],
});

/**
 * A text as HTML.
 *
 * @param text the text
 * @returns a whole document; blanks and line ends are kept
 */
export const htmlOfText = (text: string): string =>
  `<html><head><meta http-equiv="Content-Type" content="text/html"></head><body><div>${escaped(text)
    .replaceAll(/ (?= )/g, '&nbsp;')
    .replaceAll(/\r\n|\r|\n/g, '<br>\r\n')}</div></body></html>`;

/**
 * What RTF holds: the HTML or text it was made from, or else its text.
 *
 * @param rtf uncompressed RTF
 */
export function contentsOfRtf(rtf: Uint8Array): RtfContents {
  if (!madeFrom.test(Buffer.from(rtf.subarray(0, 1024)).toString('latin1'))) return plain(rtf);
  try {
    const decode = (bytes: Buffer, encoding: string): string =>
      iconv.decode(bytes, iconv.encodingExists(encoding) ? encoding : 'cp1252');
    // What the library finds odd in the RTF of a stranger is nothing that anybody here could mend.
    const warn = (): void => undefined;
    const { mode, text } = deEncapsulateSync(sound(rtf), { decode, warn, mode: 'either' });
    return Object.freeze({ mode, text: typeof text === 'string' ? text : text.toString('latin1'), made: true });
  } catch {
    // It is broken: the library says no more, and the text that can be read is what there is.
    return plain(rtf);
  }
}

const madeFrom = /\\from(html1|text)/;

const plain = (rtf: Uint8Array): RtfContents => Object.freeze({ mode: 'text', text: textOfRtf(rtf), made: false });

// The library prints a line for each byte that is no byte; an escaped backslash before a quote is none.
const sound = (rtf: Uint8Array): Buffer =>
  Buffer.from(
    Buffer.from(rtf)
      .toString('latin1')
      .replaceAll(/\\(?:[^']|'(?:[0-9a-fA-F]{2})?)/gs, (part) => (part === "\\'" ? '' : part)),
    'latin1',
  );

/**
 * A text as RTF that tells it was made from text.
 *
 * @param text the text
 * @returns 7-bit RTF
 */
export const rtfOfText = (text: string): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\fromtext \\deff0{\\fonttbl{\\f0\\fmodern Courier New;}}\r\n` +
      `{\\colortbl\\red0\\green0\\blue0;}\r\n\\uc1\\pard\\plain\\deftab360 \\f0\\fs20 ${rtfEscaped(text)}}`,
    'latin1',
  );

/**
 * HTML as RTF that holds it: readers of HTML take it out unchanged, readers of RTF see its text.
 *
 * @param html the HTML
 * @returns 7-bit RTF
 */
export const rtfOfHtml = (html: string): Uint8Array =>
  Buffer.from(
    `{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\r\n` +
      `{\\colortbl\\red0\\green0\\blue0;}\r\n\\uc1\\pard\\plain\\deftab360 \\f0\\fs20\r\n` +
      `{\\*\\htmltag64 ${rtfEscaped(html)}}\r\n\\htmlrtf ${rtfEscaped(textOfHtml(html))}\\htmlrtf0\r\n}`,
    'latin1',
  );

/**
 * The text of HTML as bytes.
 *
 * @param bytes PR_HTML
 * @param codePage PR_INTERNET_CPID; null where it is not set
 */
export function htmlOfBytes(bytes: Uint8Array, codePage: number | null): string {
  if (codePage !== null && encodingOf(codePage) !== null) return textOfBytes(bytes, codePage);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8, and nobody says what else: the usual code page makes letters of all of it.
    return textOfBytes(bytes, 1252);
  }
}

/**
 * HTML as bytes; what the code page lacks becomes a character reference.
 *
 * @param html the HTML
 * @param codePage PR_INTERNET_CPID; null for UTF-8
 */
export function bytesOfHtml(html: string, codePage: number | null): Uint8Array {
  const encoding = (codePage === null ? null : encodingOf(codePage)) ?? 'utf-8';
  if (/^utf/.test(encoding)) return iconv.encode(html, encoding);
  return iconv.encode(
    html.replaceAll(/[\u0080-\u{10ffff}]/gu, (char) =>
      iconv.decode(iconv.encode(char, encoding), encoding) === char ? char : `&#${char.codePointAt(0)};`,
    ),
    encoding,
  );
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const rtfEscaped = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII, in units of UTF-16 as RTF counts them.
  text.replaceAll(/[\\{}]|\r\n|\r|\n|\t|[^\x00-\x7f]/g, (char) => {
    if (char === '\t') return '\\tab ';
    if (char === '\\' || char === '{' || char === '}') return `\\${char}`;
    if (/[\r\n]/.test(char)) return '\\par\r\n';
    const unit = char.charCodeAt(0);
    return `\\u${unit > 0x7fff ? unit - 0x10000 : unit}?`;
  });
