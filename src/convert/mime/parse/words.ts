import { decodeBytes, encodeText } from './charset.js';

/**
 * A text with its encoded words read. Neighbouring words of one charset are read together, since some programs end a word
 * within a letter.
 *
 * @param text a field's value, or a part of it
 * @spec RFC 2047 section 2 @spec RFC 2231 section 5
 */
export function decodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const words = tokens(text);
  const together = read(words, true);
  return together.includes('\ufffd') ? read(words, false) : together;
}

const WORD = /=\?([^?\s]{1,80})\?([QqBb])\?([^?]*)\?=/g;

type Token = string | { readonly charset: string; readonly bytes: Buffer };

function tokens(text: string): Token[] {
  const found: Token[] = [];
  let at = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(at, match.index);
    const afterWord = typeof found.at(-1) === 'object';
    // Blanks between two encoded words are no part of the text.
    if (between !== '' && !(afterWord && /^[ \t\r\n]+$/.test(between))) found.push(between);
    const [, charset = '', encoding = '', letters = ''] = match;
    const name = charset.replace(/\*.*$/, '').toLowerCase();
    found.push({ charset: name, bytes: bytesOf(encoding, letters, name) });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push(text.slice(at));
  return found;
}

function read(words: readonly Token[], joining: boolean): string {
  const out: string[] = [];
  let charset = '';
  let pending: Buffer[] = [];
  const flush = (): void => {
    if (pending.length > 0)
      out.push(decodeBytes(pending.length === 1 ? (pending[0] as Buffer) : Buffer.concat(pending), charset));
    pending = [];
  };
  for (const word of words) {
    if (typeof word === 'string') {
      flush();
      out.push(word);
      continue;
    }
    if (!joining || word.charset !== charset) flush();
    charset = word.charset;
    pending.push(word.bytes);
  }
  flush();
  return out.join('');
}

function bytesOf(encoding: string, letters: string, charset: string): Buffer {
  if (encoding === 'B' || encoding === 'b') return Buffer.from(letters, 'base64');
  const source = encodeText(letters.replaceAll('_', ' '), charset);
  const out = Buffer.alloc(source.length);
  let length = 0;
  for (let at = 0; at < source.length; at += 1) {
    const two = source[at] === 0x3d ? source.toString('latin1', at + 1, at + 3) : '';
    if (/^[0-9a-f]{2}$/i.test(two)) {
      out[length] = Number.parseInt(two, 16);
      at += 2;
    } else out[length] = source[at] as number;
    length += 1;
  }
  return out.subarray(0, length);
}
