import { fileTimeOf } from '../../../base/index.js';
import type { FileTime } from '../../../mapi/index.js';

/**
 * Reads a date of a header: that of RFC 5322 in all its old forms, and others that programs write.
 *
 * @param text the field's value
 * @returns the time; null when it is no date
 * @spec RFC 5322 section 3.3
 */
export function readDate(text: string | null): FileTime | null {
  if (text === null || text.length > 200) return null;
  const plain = withoutComments(text);
  const [, day, month = '', year = '', hour, minute, second, half = '', zone = ''] = DATE.exec(plain) ?? [];
  if (day === undefined) return other(plain);
  const index = MONTHS.indexOf(month.toLowerCase());
  // A second of 60 is a leap second, an hour of 24 midnight.
  if (index < 0 || Number(hour) > 24 || Number(minute) > 59 || Number(second ?? 0) > 60) return other(plain);
  const full = year.length > 3 ? Number(year) : Number(year) + (year.length === 3 || Number(year) >= 50 ? 1900 : 2000);
  const ms = Date.UTC(full, index, Number(day), hourOf(Number(hour), half), Number(minute), Number(second ?? 0));
  return timeOf(ms - offset(zone) * 60_000);
}

/** A time; null for what is none that a header could have. */
const timeOf = (ms: number): FileTime | null => (ms > FIRST && ms < LAST ? fileTimeOf(ms) : null);

const DATE =
  /(?:^|[\s,])(\d{1,2})[\s-]+([A-Za-z]{3})[a-z]*[\s-]+(\d{2,4})[\s,]+(\d{1,2})\s*[:.]\s*(\d{2})(?:\s*[:.]\s*(\d{2})(?:\.\d+)?)?(?:\s*([AP]M)\b)?\s*([+-]\d{4}|[+-]\d{2}:\d{2}|[A-Za-z]{1,5})?/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FIRST = Date.UTC(1601, 0, 2);
const LAST = Date.UTC(9999, 11, 31);

const ZONES: Readonly<Record<string, number>> = {
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

function withoutComments(text: string): string {
  let plain = text;
  // The innermost first; a field that is short enough for a date has few.
  while (COMMENT.test(plain)) plain = plain.replaceAll(COMMENTS, ' ');
  return plain;
}

const COMMENT = /\([^()]*\)/;
const COMMENTS = new RegExp(COMMENT, 'g');

const hourOf = (hour: number, half: string): number =>
  half === '' || hour > 12 ? hour : (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);

// Zones that nobody knows, and those of one letter, mean no more than that it is the time somewhere.
function offset(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toUpperCase()] ?? 0;
  const total = Number(hours) * 60 + Number(minutes);
  return total > 24 * 60 ? 0 : sign === '-' ? -total : total;
}

// What says no zone is UTC, wherever this runs.
function other(text: string): FileTime | null {
  const stated = /(?:[+-]\d{2}:?\d{2}|Z|GMT|UTC?)\s*$/.test(text);
  const ms = Date.parse(stated ? text : `${text} UTC`);
  return Number.isNaN(ms) ? null : fileTimeOf(ms);
}
