import { type SSortOrder, TABLE_SORT_DESCEND } from '../../../mapi/index.js';
import type { RowPosition } from '../sql/index.js';

/**
 * How the places of a contents table compare: by the keys that SQL sorts by, missing ones last, then by id.
 *
 * @param order the columns
 * @returns negative when the first comes first
 */
export const comparePlaces =
  (order: readonly SSortOrder[]) =>
  (a: RowPosition, b: RowPosition): number => {
    for (const [index, { ulOrder }] of order.entries()) {
      const x = a.keys[index] ?? null;
      const y = b.keys[index] ?? null;
      if (x === null || y === null) {
        if (x !== y) return x === null ? 1 : -1;
        continue;
      }
      const way = compareKeys(x, y);
      if (way !== 0) return ulOrder === TABLE_SORT_DESCEND ? -way : way;
    }
    return a.id - b.id;
  };

// SQLite compares numbers as numbers, and texts and bytes byte by byte.
function compareKeys(a: unknown, b: unknown): number {
  if (typeof a === 'string' || a instanceof Uint8Array) return Buffer.compare(bytesOf(a), bytesOf(b));
  return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : compareWide(a, b);
}

const compareWide = (a: unknown, b: unknown): number =>
  typeof a === 'bigint' && typeof b === 'bigint' && a !== b ? (a < b ? -1 : 1) : 0;

const bytesOf = (value: unknown): Uint8Array =>
  typeof value === 'string' ? Buffer.from(value) : (value as Uint8Array);
