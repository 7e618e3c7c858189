/**
 * The form of a string under which comail compares and sorts: canonically decomposed (NFD) and without case. Keys
 * compare by code point, so that the bytes of their UTF-8 sort in the same order and an index of a database can hold
 * them. Accents count, but a letter with one stands beside the letter without; languages have no say.
 *
 * Property restrictions and sort orders share it: `FindRow` with RELOP_GE scrolls to a prefix in a sorted table, which
 * only works when both agree.
 *
 * @param text any string
 * @returns its key
 */
export const collationKey = (text: string): string => {
  if (isAscii(text)) return text.toUpperCase();
  return foldCase(text.normalize('NFD'));
};

/**
 * A string without case: FL_IGNORECASE. Small letters become capitals after capitals became small ones, which brings
 * together letters with several small forms (the sigmas) or several capital ones (the sharp s).
 *
 * @param text any string
 */
export const foldCase = (text: string): string => text.toLowerCase().toUpperCase();

/**
 * A string without non-spacing marks such as accents: FL_IGNORENONSPACE.
 *
 * @param text any string
 */
export const withoutNonSpacing = (text: string): string =>
  isAscii(text) ? text : text.normalize('NFD').replace(nonSpacing, '');

/**
 * A string for the loosest comparison, FL_LOOSE: no case, no non-spacing marks, and compatible characters (full width,
 * ligatures, superscripts) as their plain forms.
 *
 * @param text any string
 */
export const looseForm = (text: string): string =>
  isAscii(text) ? text.toUpperCase() : foldCase(text.normalize('NFKD').replace(nonSpacing, ''));

/**
 * Compares two strings by code point, as the bytes of their UTF-8 compare. JavaScript's own `<` compares UTF-16 units
 * and puts what lies beyond U+FFFF in front of U+E000.
 *
 * @param a a string
 * @param b another one
 * @returns negative, zero or positive
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return rank(left) - rank(right);
  }
  return a.length - b.length;
}

const nonSpacing = /\p{Mn}+/gu;

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII begins with the control characters.
const ascii = /^[\x00-\x7f]*$/;

const isAscii = (text: string): boolean => ascii.test(text);

// Surrogates come behind all other units, as the characters beyond U+FFFF that they make do.
const rank = (unit: number): number => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800);
