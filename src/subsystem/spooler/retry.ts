export { fileTimeOf, msOf } from '../../base/index.js';

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
