import { firstPauseMs, longestPauseMs } from '../limits.js';

/**
 * How long to wait before the next attempt.
 *
 * @param attempts how often it was tried before this time
 * @returns milliseconds
 * @spec RFC 5321 section 4.5.4.1
 */
export const pauseAfter = (attempts: number): number =>
  Math.min(firstPauseMs * 2 ** Math.min(attempts, 20), longestPauseMs);
