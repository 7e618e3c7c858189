import { encodingOf, textOfBytes } from '../codepage.js';

// Groups that hold no text of the body.
const silent: ReadonlySet<string> = new Set(
  (
    'fonttbl colortbl stylesheet info pict object listtable listoverridetable rsidtbl generator header headerl headerr headerf ' +
    'footer footerl footerr footerf footnote xmlnstbl themedata datastore latentstyles revtbl filetbl htmltag'
  ).split(' '),
);

const spoken: ReadonlyMap<string, string> = new Map([
  ['par', '\r\n'],
  ['line', '\r\n'],
  ['row', '\r\n'],
  ['sect', '\r\n'],
  ['page', '\r\n'],
  ['tab', '\t'],
  ['cell', '\t'],
  ['emdash', '\u2014'],
  ['endash', '\u2013'],
  ['lquote', '\u2018'],
  ['rquote', '\u2019'],
  ['ldblquote', '\u201c'],
  ['rdblquote', '\u201d'],
  ['bullet', '\u2022'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
]);

const token = /\\'([0-9a-fA-F]{2})|\\([a-zA-Z]+)(-?\d{1,10})? ?|\\([^a-zA-Z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/gs;

/**
 * The text of RTF that holds neither HTML nor text of its own.
 *
 * @param rtf the RTF, 8-bit
 * @returns the text, lines ended by CR LF; broken RTF gives what can be read
 */
export function textOfRtf(rtf: Uint8Array): string {
  const source = Buffer.from(rtf.buffer, rtf.byteOffset, rtf.length).toString('latin1');
  let codePage = 1252;
  let state = { quiet: false, unicodeSkip: 1 };
  const groups: (typeof state)[] = [];
  const out: string[] = [];
  let bytes: number[] = [];
  let skip = 0;
  const flush = (): void => {
    if (bytes.length > 0) out.push(textOfBytes(Uint8Array.from(bytes), codePage));
    bytes = [];
  };
  const say = (text: string): void => {
    flush();
    if (!state.quiet) out.push(text);
  };
  for (const [, hex, word, number, symbol, brace, plain] of source.matchAll(token)) {
    if (brace === '{') {
      flush();
      groups.push({ ...state });
      skip = 0;
    } else if (brace === '}') {
      flush();
      state = groups.pop() ?? state;
      skip = 0;
    } else if (hex !== undefined) {
      if (skip > 0) skip--;
      else if (!state.quiet) bytes.push(Number.parseInt(hex, 16));
    } else if (plain !== undefined) {
      const rest = plain.slice(skip);
      skip -= Math.min(skip, plain.length);
      if (!state.quiet) for (const char of rest) bytes.push(char.charCodeAt(0));
    } else if (symbol !== undefined) {
      if (symbol === '*') state.quiet = true;
      else if (symbol === '~') say('\u00a0');
      else if (symbol === '_') say('\u2011');
      else if (symbol === '\n' || symbol === '\r') say('\r\n');
      else if ('\\{}'.includes(symbol)) say(symbol);
    } else if (word !== undefined) {
      if (word === 'u' && number !== undefined) {
        say(String.fromCharCode(Number(number) & 0xffff));
        skip = state.unicodeSkip;
      } else if (word === 'uc') state.unicodeSkip = Math.max(0, Math.min(8, Number(number ?? 1)));
      else if (word === 'ansicpg' && encodingOf(Number(number)) !== null) codePage = Number(number);
      else if (word === 'htmlrtf') state.quiet = number !== '0';
      else if (silent.has(word)) state.quiet = true;
      else if (spoken.has(word)) say(spoken.get(word) as string);
    }
  }
  flush();
  return out.join('');
}
