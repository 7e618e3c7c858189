const epoch = 116_444_736_000_000_000n;

/**
 * A time of JavaScript as a FILETIME.
 *
 * @param ms milliseconds since 1970 UTC, as `Date.now()` gives them
 * @returns 100-nanosecond steps since 1601 UTC
 */
export const fileTimeOf = (ms: number): bigint => BigInt(Math.trunc(ms)) * 10_000n + epoch;
