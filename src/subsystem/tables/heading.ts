import { createHash } from 'node:crypto';
import type { OrderKey, PropTag, SortLevel } from '../../mapi/index.js';
import { keyText } from './keytext.js';
import { type ColumnKey, compareColumn, compareColumns, type Leaf } from './leaf.js';
import { OrderedList } from './orderedlist.js';

/** What stands below a heading, or at the top: further headings or rows. */
export interface Below {
  /** The headings in their order; null on the lowest level. */
  readonly headings: OrderedList<Heading> | null;
  /** The rows in their order; null where there are headings. */
  readonly leaves: OrderedList<Leaf> | null;
}

/** One heading of a view. */
export interface Heading {
  /** Its `PR_INSTANCE_KEY`, the same for the same values in every view. */
  readonly key: Uint8Array;
  /** The same as text. */
  readonly text: string;
  /** What tells it from all other headings of the view: its values and those of the headings above. */
  readonly id: string;
  /** Its level, 0 at the top: `PR_DEPTH`. */
  readonly depth: number;
  /** The keys of its columns. */
  readonly keys: readonly ColumnKey[];
  /** Its columns and those of the headings above. */
  readonly tags: readonly PropTag[];
  /** The headings above it, top first, and itself. */
  readonly path: readonly Heading[];
  /** What stands below it. */
  readonly below: Below;
  /** All rows below by the column that puts headings in order; null where none does. */
  readonly byAggregate: OrderedList<Leaf> | null;
  /** The key that puts it in order, where a column says so. */
  aggregate: ColumnKey;
  /** How many rows stand below, on all levels. */
  count: number;
  /** How many of them are unread. */
  unread: number;
  /** Whether its rows are seen. */
  open: boolean;
}

/** What makes headings and puts them in order. */
export class HeadingMaker {
  readonly #levels: readonly SortLevel[];
  readonly #compareLeaves: (a: Leaf, b: Leaf) => number;

  /**
   * Prepares the making of headings.
   *
   * @param levels the levels of headings
   * @param compareLeaves the order of rows below one heading
   */
  constructor(levels: readonly SortLevel[], compareLeaves: (a: Leaf, b: Leaf) => number) {
    this.#levels = levels;
    this.#compareLeaves = compareLeaves;
  }

  /**
   * What a level is made of.
   *
   * @param depth how many headings stand above
   */
  below(depth: number): Below {
    const level = this.#levels[depth];
    if (!level) return { headings: null, leaves: new OrderedList(this.#compareLeaves) };
    return { headings: new OrderedList<Heading>((a, b) => compareHeadings(level, a, b), rowsOf), leaves: null };
  }

  /**
   * The names of the headings that a row belongs below, top first.
   *
   * @param leaf the row
   */
  ids(leaf: Leaf): readonly string[] {
    let id = '';
    return this.#levels.map((_, depth) => (id += `${encode(leaf.path[depth] ?? [])}/`));
  }

  /**
   * Makes a heading without rows.
   *
   * @param id its name
   * @param leaf a row that belongs below it
   * @param above the headings above it, top first
   */
  make(id: string, leaf: Leaf, above: readonly Heading[]): Heading {
    const depth = above.length;
    const level = this.#levels[depth] as SortLevel;
    const key = keyFor(id, depth);
    const path: Heading[] = [...above];
    const heading: Heading = {
      key,
      text: keyText(key),
      id,
      depth,
      keys: leaf.path[depth] ?? [],
      tags: this.#levels.slice(0, depth + 1).flatMap(({ columns }) => columns.map(({ tag }) => tag)),
      path,
      below: this.below(depth + 1),
      byAggregate: level.aggregate ? new OrderedList(this.#byAggregate(depth, level.aggregate.largest)) : null,
      aggregate: null,
      count: 0,
      unread: 0,
      open: false,
    };
    path.push(heading);
    return heading;
  }

  #byAggregate(depth: number, largest: boolean): (a: Leaf, b: Leaf) => number {
    const keyOf = ({ aggregates }: Leaf): ColumnKey => aggregates[depth] ?? null;
    // Rows of lower headings meet here: what tells them apart is where they come from.
    return (a, b) => compareColumn(keyOf(a), keyOf(b), largest) || (a.text < b.text ? -1 : Number(a.text > b.text));
  }
}

/**
 * How many rows a heading takes up in the view if all headings above it are open.
 *
 * @param heading a heading
 */
export const rowsOf = (heading: Heading): number => (heading.open ? 1 + rowsBelow(heading.below) : 1);

/**
 * How many rows stand on a level if all headings above it are open.
 *
 * @param below the level
 */
export const rowsBelow = ({ headings, leaves }: Below): number => (headings ?? leaves)?.weight ?? 0;

/**
 * The first row below a heading, whose values of its columns it shows.
 *
 * @param heading a heading that has rows
 */
export function firstLeaf({ below }: Heading): Leaf {
  const first = below.headings?.first;
  return first ? firstLeaf(first) : (below.leaves?.first as Leaf);
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

// A digest of the values: a view that is made anew, or another one under the same order, gives a heading the same key.
function keyFor(id: string, depth: number): Uint8Array {
  const digest = createHash('sha256').update(id).digest();
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
