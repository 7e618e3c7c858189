import type { JsonWriter } from '../http/jsonwriter.js';

const EPOCH = 116_444_736_000_000_000n;

/** A FILETIME as Graph writes it; null for none. */
export function isoOf(time: bigint | null): string | null {
  return time === null ? null : new Date(milliseconds(time)).toISOString().replace('.000Z', 'Z');
}

/** The same, written as JSON. */
export function writeTime(out: JsonWriter, time: bigint | null): void {
  if (time === null) {
    out.ascii('null');
    return;
  }
  const ms = milliseconds(time);
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

/** A FILETIME in milliseconds since 1970. A bigint is taken apart by the engine for less than a division of two of them costs. */
export function milliseconds(time: bigint): number {
  whole[0] = time;
  const [low, high] = littleEndian
    ? [halves[0] as number, halves[1] as number]
    : [halves[1] as number, halves[0] as number];
  const rest = high % 10_000;
  // Dates of JavaScript begin long before those of FILETIME and end long after; no value of 63 bits is too large for them.
  return ((high - rest) / 10_000) * 0x1_0000_0000 + Math.floor((rest * 0x1_0000_0000 + low) / 10_000) - EPOCH_MS;
}

const whole = new BigInt64Array(1);
const halves = new Uint32Array(whole.buffer);
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;

const EPOCH_MS = Number(EPOCH / 10_000n);
const DAY = 86_400_000;

let last: { readonly day: number; readonly text: string } = { day: 0, text: '"1970-01-01T' };

/** A FILETIME. */
export const fileTimeOf = (date: Date): bigint => BigInt(date.getTime()) * 10_000n + EPOCH;
