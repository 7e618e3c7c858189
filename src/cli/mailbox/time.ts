import { fileTimeOf, msOf } from '../../base/index.js';
import type { FileTime } from '../../mapi/index.js';
import { UsageError } from '../io.js';

/**
 * A FILETIME as ISO 8601 has it, in UTC and with all of its digits.
 *
 * @param time the time
 * @returns `2026-11-27T21:03:00.1234567Z`; null for what lies outside of the years that ISO 8601 writes with four digits
 */
export function isoOf(time: FileTime): string | null {
  const date = new Date(msOf(time));
  if (Number.isNaN(date.getTime()) || date.getUTCFullYear() < 0 || date.getUTCFullYear() > 9999) return null;
  const rest = (time - fileTimeOf(date)).toString().padStart(4, '0');
  return date.toISOString().replace('Z', `${rest}Z`);
}

/**
 * A FILETIME for people: minutes, on the clock of this machine.
 *
 * @param time the time; null for none
 * @returns `2026-11-27 22:03`, or as many blanks
 */
export function minuteOf(time: FileTime | null): string {
  if (time === null) return ' '.repeat(16);
  const date = new Date(msOf(time));
  if (Number.isNaN(date.getTime())) return 'beyond all years';
  const two = (part: number): string => part.toString().padStart(2, '0');
  const day = `${date.getFullYear().toString().padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * The time that `--since` and `--before` mean.
 *
 * @param typed `2026-11-27`, `2026-11-27 21:03` (on the clock of this machine), `2026-11-27T21:03:00Z`, `today`, `yesterday`,
 *   or how long ago: `90m`, `12h`, `7d`, `2w`
 * @param option whose value it is, for the complaint
 * @param now the time it is
 * @throws {UsageError} for anything else
 */
export function readTime(typed: string, option: string, now: Date = new Date()): FileTime {
  const text = typed.trim().toLowerCase();
  const midnight = (daysAgo: number): Date => new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo);
  if (text === 'today') return fileTimeOf(midnight(0));
  if (text === 'yesterday') return fileTimeOf(midnight(1));
  const [, count = '', unit = ''] = /^(\d{1,6})\s*([mhdw])$/.exec(text) ?? [];
  if (unit !== '') return fileTimeOf(now.getTime() - Number(count) * (units[unit] ?? 0));
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const date = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(typed.trim());
  const sound = /^\d{4}-\d{2}-\d{2}(?:$|[ t]\d{2}:\d{2})/.test(text) && !Number.isNaN(date.getTime());
  // 2026-02-31 would otherwise be the third of March.
  const exact = !day || (date.getMonth() === Number(day[2]) - 1 && date.getDate() === Number(day[3]));
  if (!sound || !exact)
    throw new UsageError(
      `${option} "${typed}" is no time: write 2026-11-27, "2026-11-27 21:03", today, yesterday or 7d.`,
    );
  return fileTimeOf(date);
}

const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 };
