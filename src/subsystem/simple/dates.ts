import { fileTimeOf, msOf } from '../../base/index.js';
import type { FileTime } from '../../mapi/index.js';

/**
 * A time as Simple MAPI writes it, `YYYY/MM/DD HH:MM`, by the clock of this machine.
 *
 * @param time the time
 */
export function dateText(time: FileTime): string {
  const date = new Date(msOf(time));
  const two = (value: number): string => String(value).padStart(2, '0');
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}/${two(date.getMonth() + 1)}/${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * Reads such a time.
 *
 * @param text the text
 * @returns null when it is no date
 */
export function dateOf(text: string): FileTime | null {
  const parts = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: (\d{1,2}):(\d{2}))?\s*$/.exec(text);
  if (!parts) return null;
  const [year, month, day, hours, minutes] = parts.slice(1).map((part) => Number(part ?? 0)) as Five;
  const date = new Date(year, month - 1, day, hours, minutes);
  const same = date.getMonth() === month - 1 && date.getDate() === day && hours < 24 && minutes < 60;
  return same ? fileTimeOf(date) : null;
}

type Five = [number, number, number, number, number];
