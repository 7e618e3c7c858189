import { msOf } from '../../base/index.js';
import type { JsonWriter } from '../http/jsonwriter.js';

/** A FILETIME as Graph writes it; null for none. */
export function isoOf(time: bigint | null): string | null {
  return time === null ? null : new Date(msOf(time)).toISOString().replace('.000Z', 'Z');
}

/** The same, written as JSON. */
export function writeTime(out: JsonWriter, time: bigint | null): void {
  if (time === null) {
    out.ascii('null');
    return;
  }
  const ms = msOf(time);
  const day = Math.floor(ms / DAY);
  // The messages of a page are of few days, and the day is most of the work.
  if (day !== last.day) last = { day, text: `"${new Date(day * DAY).toISOString().slice(0, -13)}` };
  const rest = (ms - day * DAY) | 0;
  const seconds = (rest / 1000) | 0;
  const fraction = rest - seconds * 1000;
  const minutes = (seconds / 60) | 0;
  const hours = (minutes / 60) | 0;
  out.ascii(last.text);
  out.digits(hours, 2);
  out.ascii(':');
  out.digits(minutes - hours * 60, 2);
  out.ascii(':');
  out.digits(seconds - minutes * 60, 2);
  if (fraction > 0) {
    out.ascii('.');
    out.digits(fraction, 3);
  }
  out.ascii('Z"');
}

const DAY = 86_400_000;

let last: { readonly day: number; readonly text: string } = { day: 0, text: '"1970-01-01T' };
