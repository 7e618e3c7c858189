/** A time as Windows and MAPI count it, FILETIME: hundreds of nanoseconds since 1601 UTC. */

/**
 * A time of JavaScript as a FILETIME.
 *
 * @param time a date, or milliseconds since 1970 UTC as `Date.now()` gives them; what is less than one is left out
 */
export const fileTimeOf = (time: Date | number): bigint => BigInt(Math.floor(Number(time))) * 10_000n + epoch;

/** The time now, as a FILETIME. */
export const fileTimeNow = (): bigint => fileTimeOf(Date.now());

/**
 * A FILETIME in whole milliseconds since 1970 UTC, the last that had begun; also of times before 1970. The engine takes a bigint apart for
 * less than a division of two of them costs.
 *
 * @param time the FILETIME
 */
export function msOf(time: bigint): number {
  whole[0] = time;
  const high = upper[littleEndian ? 1 : 0] as number;
  const low = lower[littleEndian ? 0 : 1] as number;
  const rest = high % 10_000;
  // Dates of JavaScript begin long before those of FILETIME and end long after; no value of 64 bits is too large for them.
  return ((high - rest) / 10_000) * 0x1_0000_0000 + Math.floor((rest * 0x1_0000_0000 + low) / 10_000) - epochMs;
}

const epochMs = 11_644_473_600_000;
const epoch = 116_444_736_000_000_000n;

const whole = new BigInt64Array(1);
const upper = new Int32Array(whole.buffer);
const lower = new Uint32Array(whole.buffer);
const littleEndian = new Uint8Array(Uint32Array.of(1).buffer)[0] === 1;
