const EPOCH = 116_444_736_000_000_000n;

/** A FILETIME as Graph writes it; null for none. */
export function isoOf(time: bigint | null): string | null {
  if (time === null) return null;
  // Dates of JavaScript begin long before those of FILETIME and end long after; no value of 63 bits is too large for them.
  return new Date(milliseconds(time)).toISOString().replace('.000Z', 'Z');
}

/** A FILETIME in milliseconds since 1970. */
export const milliseconds = (time: bigint): number => Number((time - EPOCH) / 10_000n);

/** A FILETIME. */
export const fileTimeOf = (date: Date): bigint => BigInt(date.getTime()) * 10_000n + EPOCH;
