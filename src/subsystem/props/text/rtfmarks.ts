import { crcOf } from './lzfu.js';

/** What RTFSync remembers of the text of the formatted form. */
export interface RtfMarks {
  /** PR_RTF_SYNC_BODY_CRC: the sum of the significant characters, signed as PT_LONG is. */
  readonly crc: number;
  /** PR_RTF_SYNC_BODY_COUNT: how many there are. */
  readonly count: number;
  /** PR_RTF_SYNC_BODY_TAG: the first of them. */
  readonly tag: string;
}

/** Where a text stands within another, in significant characters. */
export interface RtfPlace {
  /** PR_RTF_SYNC_PREFIX_COUNT: how many come before it. */
  readonly prefix: number;
  /** PR_RTF_SYNC_TRAILING_COUNT: how many come after it. */
  readonly trailing: number;
}

/**
 * The characters of a text that count: all but white space and control characters, which transports add and take away.
 *
 * @param text a message text
 */
export const significant = (text: string): string => text.replaceAll(ignored, '');

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is left out.
const ignored = /[\s\u0000-\u001f\u007f-\u009f\u200b\ufeff]+/g;

/**
 * What is remembered of a text.
 *
 * @param text the text of the formatted form
 * @spec synchronizing-text-and-formatting
 */
export function marksOf(text: string): RtfMarks {
  const letters = significant(text);
  return Object.freeze({ crc: sumOf(letters), count: letters.length, tag: letters.slice(0, tagLength) });
}

/**
 * Finds a text that is remembered in one that may have grown before and after it, as gateways let texts grow.
 *
 * @param marks what is remembered
 * @param body the text as it is now
 * @returns where it stands; null when it is not there any more
 * @spec synchronizing-text-and-formatting
 */
export function placeOf({ crc, count, tag }: RtfMarks, body: string): RtfPlace | null {
  const letters = significant(body);
  let at = letters.indexOf(tag);
  for (let tries = 0; at >= 0 && at + count <= letters.length && tries < mostTries; tries++) {
    if (sumOf(letters.slice(at, at + count)) === crc)
      return Object.freeze({ prefix: at, trailing: letters.length - at - count });
    at = letters.indexOf(tag, at + 1);
  }
  return null;
}

const tagLength = 32;
// A text that begins with one letter many times over would be summed as often.
const mostTries = 64;

const sumOf = (letters: string): number => crcOf(Buffer.from(letters, 'utf16le')) | 0;
