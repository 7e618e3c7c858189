/** One bound that the product holds, with the reason for its size. */
export interface Limit {
  /** Dotted name, room first: `smtp.replyLineBytes`. */
  readonly name: string;
  /** The bound itself. */
  readonly value: number;
  /** What the number counts: `bytes`, `lines`, `seconds`. */
  readonly unit: string;
  /** Why this number, in one sentence; names the RFC section or page where there is one. */
  readonly reason: string;
}

const rows: Limit[] = [];

/**
 * States a limit beside the room it protects and answers its value, so that the code which holds the bound and the
 * table that `comail limits` prints can never differ.
 *
 * @param name dotted name, room first
 * @param value the bound
 * @param unit what it counts
 * @param reason why this number
 * @returns `value`, for use as a constant
 */
export function limit(name: string, value: number, unit: string, reason: string): number {
  rows.push(Object.freeze({ name, value, unit, reason }));
  return value;
}

/** Every limit stated by the rooms that are loaded, sorted by name. */
export function limits(): readonly Limit[] {
  return [...rows].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
