import { type HeaderField, textField } from '../headertext.js';
import type { RawField } from '../parse/header.js';

/**
 * The fields of a group of a report that no property of MAPI says: those that a standard has beyond what MAPI knows, and those that
 * servers invent.
 *
 * @param fields the group
 * @param said the names of those that are said elsewhere, in small letters
 * @returns the fields, a line of each
 * @spec RFC 3464 section 2.4 @spec RFC 8098 section 3.3
 */
export function moreFields(fields: readonly RawField[], said: ReadonlySet<string>): readonly string[] {
  const lines: string[] = [];
  let left = MOST;
  for (const { key, value } of fields) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no line of a field has them.
    const clean = value.replaceAll(/[\x00-\x1f\x7f\s]+/g, ' ').trim();
    if (said.has(key) || key.length > 76 || clean === '') continue;
    left -= key.length + clean.length;
    if (left < 0) break;
    lines.push(`${nameOf(key)}: ${clean}`);
  }
  return lines;
}

/**
 * These fields, to be written again.
 *
 * @param text what {@link moreFields} made; or what a program has set
 * @param said the names of those that are written already
 */
export const writtenFields = (text: string | null, said: ReadonlySet<string>): HeaderField[] =>
  (text ?? '').split(/[\r\n]+/).flatMap((line) => {
    const [, name = '', value = ''] = /^([!-9;-~]{1,76}): *(\S.*)$/.exec(line) ?? [];
    return name === '' || said.has(name.toLowerCase()) ? [] : textField(name, value);
  });

/**
 * One of these fields, which takes part in writing another one.
 *
 * @param text what {@link moreFields} made, or what a program has set
 * @param name its name
 */
export const keptField = (text: string | null, name: string): string | null =>
  (text ?? '')
    .split(/[\r\n]+/)
    .find((line) => line.startsWith(`${name}: `))
    ?.slice(name.length + 2) ?? null;

/** Characters of such fields of one group. */
const MOST = 8192;

/** As RFCs write it: words begin with capitals, and some are abbreviations. */
const nameOf = (key: string): string =>
  key
    .split('-')
    .map((word) =>
      /^(?:mta|mdn|dsn|ua|id)$/.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join('-')
    .replace(/Envelope-ID$/, 'Envelope-Id');
