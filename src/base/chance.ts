import { randomBytes } from 'node:crypto';

const helping = 4096;
let chance: Uint8Array = new Uint8Array(0);
let left = 0;

/**
 * A few random bytes, fit for identifiers. They come in helpings, because asking the system for a few costs as much as for many.
 *
 * @param count how many, at most some dozen
 * @returns bytes of their own
 */
export function chanceBytes(count: number): Uint8Array {
  if (left < count) {
    chance = new Uint8Array(randomBytes(helping));
    left = helping;
  }
  left -= count;
  return chance.slice(left, left + count);
}
