import { createHash } from 'node:crypto';
import type { OrderKey, PropTag, SortLevel } from '../../mapi/index.js';
import { keyText } from './keytext.js';
import { type ColumnKey, compareColumn, compareColumns, type Leaf } from './leaf.js';

/** One heading as it is while the view stays arranged as it is. */
export interface Heading {
  /** Its `PR_INSTANCE_KEY`, the same for the same values in every view. */
  readonly key: Uint8Array;
  /** The same as text. */
  readonly text: string;
  /** Its level, 0 at the top: `PR_DEPTH`. */
  readonly depth: number;
  /** The keys of its columns. */
  readonly keys: readonly ColumnKey[];
  /** Its columns and those of the headings above. */
  readonly tags: readonly PropTag[];
  /** The first row below, whose values of these columns it shows. */
  first: Leaf;
  /** The headings above it, top first, and itself. */
  readonly path: readonly Heading[];
  /** How many rows stand below, on all levels. */
  count: number;
  /** How many of them are unread. */
  unread: number;
  /** The key that puts it in order, where a column says so. */
  aggregate: ColumnKey;
  /** Whether its rows are seen. */
  open: boolean;
}

/**
 * Puts leaves below their headings.
 *
 * @param leaves the leaves; each is told its headings
 * @param levels the levels of headings
 * @param isOpen whether a heading is open
 * @returns the headings by their keys
 */
export function arrange(
  leaves: Iterable<Leaf>,
  levels: readonly SortLevel[],
  isOpen: (text: string, depth: number) => boolean,
): ReadonlyMap<string, Heading> {
  const headings = new Map<string, Heading>();
  const byPath = new Map<string, Heading>();
  for (const leaf of leaves) {
    let path = '';
    let above: readonly Heading[] = [];
    for (const [depth, level] of levels.entries()) {
      path += `${encode(leaf.path[depth] ?? [])}/`;
      let heading = byPath.get(path);
      if (!heading) {
        heading = makeHeading(path, leaf, levels, above);
        heading.open = isOpen(heading.text, depth);
        byPath.set(path, heading);
        headings.set(heading.text, heading);
      }
      heading.count++;
      heading.unread += leaf.unread;
      if (
        level.aggregate &&
        compareColumn(leaf.aggregates[depth] ?? null, heading.aggregate, level.aggregate.largest) < 0
      )
        heading.aggregate = leaf.aggregates[depth] ?? null;
      above = heading.path;
    }
    leaf.headings = above;
  }
  return headings;
}

/**
 * The order of two headings of one level below the same heading: by the aggregate column, in the direction of the category,
 * then by their own values.
 *
 * @param level the level
 * @param a a heading
 * @param b another one
 */
export const compareHeadings = (level: SortLevel, a: Heading, b: Heading): number =>
  a.text === b.text
    ? 0
    : (level.aggregate ? compareColumn(a.aggregate, b.aggregate, level.columns[0]?.descending ?? false) : 0) ||
      compareColumns(level.columns, a.keys, b.keys);

function makeHeading(path: string, leaf: Leaf, levels: readonly SortLevel[], above: readonly Heading[]): Heading {
  const depth = above.length;
  const tags = levels.slice(0, depth + 1).flatMap((level) => level.columns.map(({ tag }) => tag));
  const key = keyFor(path, depth);
  const fullPath: Heading[] = [...above];
  const heading: Heading = {
    key,
    text: keyText(key),
    depth,
    keys: leaf.path[depth] ?? [],
    tags,
    first: leaf,
    path: fullPath,
    count: 0,
    unread: 0,
    aggregate: null,
    open: false,
  };
  fullPath.push(heading);
  return heading;
}

// A digest of the values: a view that is made anew, or another one under the same order, gives a heading the same key.
function keyFor(path: string, depth: number): Uint8Array {
  const digest = createHash('sha256').update(path).digest();
  return Uint8Array.of(0xca, depth, ...digest.subarray(0, 16));
}

// Two keys make the same text exactly when they compare as equal.
const encode = (keys: readonly ColumnKey[]): string => keys.map(encodeKey).join(',');

function encodeKey(key: ColumnKey): string {
  if (key === null) return '-';
  if (Array.isArray(key)) return `[${(key as readonly OrderKey[]).map(encodeKey).join(',')}]`;
  if (typeof key === 'string') return JSON.stringify(key);
  if (typeof key === 'object') return `x${Buffer.from(key as Uint8Array).toString('hex')}`;
  return String(key === 0 ? 0 : key);
}
