import { giveUpMs, longestPauseMs } from './limits.js';

/**
 * How long to wait before the next attempt: a minute, then twice as long each time, up to several hours.
 *
 * @param attempts how often it was tried
 * @param asked seconds that the transport asked for; null when it said nothing
 * @returns milliseconds
 * @spec RFC 5321 section 4.5.4.1
 */
export function pauseAfter(attempts: number, asked: number | null = null): number {
  if (asked !== null && asked > 0) return Math.min(asked * 1000, longestPauseMs);
  return Math.min(60_000 * 2 ** Math.max(0, attempts - 1), longestPauseMs);
}

/**
 * Whether a message was tried long enough.
 *
 * @param first when it was first tried, in milliseconds
 * @param now the time
 */
export const isOver = (first: number, now: number): boolean => now - first >= giveUpMs;

/** A FILETIME in milliseconds since 1970. */
export const msOf = (time: bigint): number => Number((time - 116_444_736_000_000_000n) / 10_000n);

/** Milliseconds since 1970 as a FILETIME. */
export const fileTimeOf = (ms: number): bigint => BigInt(Math.trunc(ms)) * 10_000n + 116_444_736_000_000_000n;
