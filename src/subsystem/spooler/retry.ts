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
 * How long to wait for somebody without whom a message can't be sent: a minute, then about as long as it has waited already.
 *
 * @param since when it began to wait, in milliseconds
 * @param now the time
 * @returns milliseconds
 */
export const pauseSince = (since: number, now: number): number =>
  Math.min(Math.max(now - since, 60_000), longestPauseMs);

/**
 * Whether a message was tried long enough.
 *
 * @param first when it was first tried, in milliseconds
 * @param now the time
 */
export const isOver = (first: number, now: number): boolean => now - first >= giveUpMs;
