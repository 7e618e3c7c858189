import {
  compareKeys,
  expandInstances,
  isInstance,
  keyOf,
  MSGFLAG_READ,
  type OrderKey,
  PR_MESSAGE_FLAGS,
  type PropSource,
  type PropTag,
  type SortColumn,
  type SortLevels,
} from '../../mapi/index.js';
import type { Heading } from './heading.js';
import { keyText } from './keytext.js';
import type { SourceRow } from './rowsource.js';
import { readTag, shown } from './rowtest.js';

/** What a column of a row sorts by; null where the row has no value. */
export type ColumnKey = OrderKey | null;

/** One row of the table below its headings, with what it sorts by. It never changes: a modified row is a new leaf. */
export interface Leaf {
  /** `PR_INSTANCE_KEY` of the row in the view. */
  readonly key: Uint8Array;
  /** The same as text. */
  readonly text: string;
  /** The row's key in the source, the same for all instances of one row. */
  readonly sourceKey: Uint8Array;
  /** Where the row stands in the source: the order of rows that are otherwise equal. */
  readonly sourcePlace: unknown;
  /** Which instance of the row it is. */
  readonly ordinal: number;
  /** What the row shows of single-instance columns; null where it was not expanded. */
  readonly instance: PropSource | null;
  /** For each level of headings the keys of its columns. */
  readonly path: readonly (readonly ColumnKey[])[];
  /** For each level of headings the key of the column that puts headings in order. */
  readonly aggregates: readonly ColumnKey[];
  /** The values of the columns that make the headings, for these to show. */
  readonly values: ReadonlyMap<PropTag, unknown>;
  /** What the row sorts by below its headings. */
  readonly keys: readonly ColumnKey[];
  /** 1 for an unread message, else 0. */
  readonly unread: number;
  /** The headings above it, top first, as they were when the view was last arranged. */
  headings: readonly Heading[];
}

/** How leaves are made. */
export interface LeafMaker {
  /** The columns that it has to be shown. */
  readonly columns: readonly PropTag[];
  /**
   * Makes the leaves of a row: one, or one for each instance.
   *
   * @param row the row with at least {@link columns}
   * @param object the object behind it, where values are too large for the row
   */
  leaves(row: SourceRow, object: PropSource | null): readonly Leaf[];
  /**
   * The order of leaves below the same headings: by their columns, then as in the source.
   *
   * @param a a leaf
   * @param b another one
   */
  compare(a: Leaf, b: Leaf): number;
  /**
   * The order of all leaves by all their columns, those of the headings first, then as in the source.
   *
   * @param a a leaf
   * @param b another one
   */
  compareAll(a: Leaf, b: Leaf): number;
}

/**
 * Prepares the making of leaves.
 *
 * @param sort the sort order, taken apart
 * @param instances the columns that rows are expanded by
 * @param comparePlaces the order of the source
 */
export function leafMaker(
  sort: SortLevels,
  instances: readonly PropTag[],
  comparePlaces: (a: unknown, b: unknown) => number,
): LeafMaker {
  const columns = new Set<PropTag>(instances.map(readTag));
  for (const { columns: level, aggregate } of sort.levels) {
    for (const { tag } of level) columns.add(readTag(tag));
    if (aggregate) columns.add(readTag(aggregate.tag));
  }
  for (const { tag } of sort.rest) columns.add(readTag(tag));
  if (sort.levels.length > 0) columns.add(PR_MESSAGE_FLAGS);
  const headingTags = sort.levels.flatMap((level) => level.columns.map(({ tag }) => tag));

  const make = ({ key, place, row }: SourceRow, look: PropSource, ordinal: number): Leaf => {
    const instanceKey = instances.length > 0 ? withOrdinal(key, ordinal) : key;
    const flags = sort.levels.length > 0 ? row.get(PR_MESSAGE_FLAGS) : null;
    return {
      key: instanceKey,
      text: keyText(instanceKey),
      sourceKey: key,
      sourcePlace: place,
      ordinal,
      instance: instances.length > 0 ? look : null,
      path: sort.levels.map((level) => keysOf(level.columns, look)),
      aggregates: sort.levels.map(({ aggregate }) => (aggregate ? columnKey(aggregate.tag, look) : null)),
      values: new Map(headingTags.map((tag) => [tag, look.get(tag) ?? null])),
      keys: keysOf(sort.rest, look),
      unread: flags !== null && (flags & MSGFLAG_READ) === 0 ? 1 : 0,
      headings: [],
    };
  };

  const compare = (a: Leaf, b: Leaf): number =>
    compareColumns(sort.rest, a.keys, b.keys) || comparePlaces(a.sourcePlace, b.sourcePlace) || a.ordinal - b.ordinal;

  return {
    columns: [...columns],
    leaves(row, object) {
      const look = object ?? shown(row.row);
      if (instances.length === 0) return [make(row, look, 0)];
      return expandInstances(look, instances).map((instance, ordinal) => make(row, instance, ordinal));
    },
    compare,
    compareAll(a, b) {
      for (const [depth, { columns: level }] of sort.levels.entries()) {
        const order = compareColumns(level, a.path[depth] ?? [], b.path[depth] ?? []);
        if (order !== 0) return order;
      }
      return compare(a, b);
    },
  };
}

/**
 * Compares what two rows have in some columns.
 *
 * @param columns the columns, most significant first
 * @param a the keys of one row
 * @param b those of another
 */
export function compareColumns(
  columns: readonly SortColumn[],
  a: readonly ColumnKey[],
  b: readonly ColumnKey[],
): number {
  for (let index = 0; index < columns.length; index++) {
    const order = compareColumn(a[index] ?? null, b[index] ?? null, (columns[index] as SortColumn).descending);
    if (order !== 0) return order;
  }
  return 0;
}

/**
 * Compares one column; a missing value comes last in either direction.
 *
 * @param a a key
 * @param b another one
 * @param descending largest first
 * @spec ssortorder
 */
export function compareColumn(a: ColumnKey, b: ColumnKey, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareKeys(a, b, descending);
}

/**
 * The single-instance columns among some, each once.
 *
 * @param tags columns
 */
export const instanceTags = (tags: readonly PropTag[]): readonly PropTag[] => [...new Set(tags.filter(isInstance))];

const keysOf = (columns: readonly SortColumn[], row: PropSource): readonly ColumnKey[] =>
  columns.map(({ tag }) => columnKey(tag, row));

function columnKey(tag: PropTag, row: PropSource): ColumnKey {
  const value = row.get(tag) ?? null;
  return value === null ? null : keyOf(tag, value);
}

// Each instance has a key of its own: that of the row and the number of the instance.
function withOrdinal(key: Uint8Array, ordinal: number): Uint8Array {
  const made = new Uint8Array(key.length + 4);
  made.set(key);
  new DataView(made.buffer).setUint32(key.length, ordinal);
  return made;
}
