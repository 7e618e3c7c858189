/**
 * Where a row stands among rows that are kept by hand: a number, and a fraction for rows put between two numbers. Ranks never
 * run out and never change, so that the rank of a deleted row still tells where it was. No two rows ever have the same rank:
 * a row that is put where another one was deleted stands behind it, so that a cursor behind the deleted one meets it.
 */
export interface Rank {
  /** The whole number. */
  readonly whole: number;
  /** What follows it: UTF-16 units as digits below one, the last of them not zero; empty for none. */
  readonly fraction: string;
  /** Which of those with the same number and fraction it is: greater for later ones. */
  readonly serial: number;
}

/**
 * Compares two ranks.
 *
 * @param a a rank
 * @param b another one
 * @returns negative, zero or positive
 */
export const compareRanks = (a: Rank, b: Rank): number =>
  a.whole - b.whole || (a.fraction < b.fraction ? -1 : Number(a.fraction > b.fraction)) || a.serial - b.serial;

/**
 * Makes a rank between two neighbours.
 *
 * @param before the rank in front; null at the beginning
 * @param behind the rank behind, its number or fraction greater than the other's; null at the end
 * @param serial greater than in any rank made before
 * @returns a rank between them
 */
export function rankBetween(before: Rank | null, behind: Rank | null, serial: number): Rank {
  if (!behind) return { whole: before ? before.whole + 1 : 0, fraction: '', serial };
  if (!before) return { whole: behind.whole - 1, fraction: '', serial };
  if (behind.whole - before.whole > 1) return { whole: before.whole + 1, fraction: '', serial };
  const limit = before.whole === behind.whole ? behind.fraction : null;
  return { whole: before.whole, fraction: fractionBetween(before.fraction, limit), serial };
}

const base = 0x10000;

function fractionBetween(low: string, high: string | null): string {
  let made = '';
  let bound = high;
  for (let index = 0; ; index++) {
    const from = index < low.length ? low.charCodeAt(index) : 0;
    const to = bound === null ? base : index < bound.length ? bound.charCodeAt(index) : 0;
    const middle = (from + to) >>> 1;
    if (middle > from) return made + String.fromCharCode(middle);
    made += String.fromCharCode(from);
    // The digits part here: whatever follows is below the bound, and only the lower one still counts.
    if (from < to) bound = null;
  }
}
