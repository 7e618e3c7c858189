import type { PropRow, PropSource, PropTag, Restriction, SSortOrder } from '../../mapi/index.js';
import type { Awaitable } from '../props/awaitable.js';

/**
 * A position between rows: in front of the first one, behind the last one, or at one side of a place. It stays meaningful
 * when the row that had the place is gone, because places have an order of their own.
 *
 * @typeParam P how the selection names a place: the values a row sorts by and its number, for instance
 */
export type Gap<P = unknown> = 'first' | 'last' | { readonly place: P; readonly side: 'before' | 'behind' };

/** One row as a source gives it. */
export interface SourceRow<P = unknown> {
  /** The row's `PR_INSTANCE_KEY`: unique among the rows of the source and stable while the row lives. */
  readonly key: Uint8Array;
  /** Where the row stands. */
  readonly place: P;
  /** The columns that were asked for, in their order; what is missing is `MAPI_E_NOT_FOUND`. */
  readonly row: PropRow;
}

/** What {@link Selection.skip} answers. */
export interface Skipped<P = unknown> {
  /** The new position. */
  readonly gap: Gap<P>;
  /** How many rows were passed, negative for backwards. */
  readonly moved: number;
}

/** What a selection contains and how it is ordered. */
export interface RowQuery {
  /** What rows match, nothing but what {@link RowSource.restricts} has agreed to; null for all of them. */
  readonly restriction: Restriction | null;
  /**
   * What rows must match beyond that, in the end. A source leaves out what it sees to fail, and owes nothing: the table looks
   * at whatever it gives.
   */
  readonly narrow?: Restriction | null;
  /** The order, as {@link RowSource.orders} has agreed to; empty for the source's own order. */
  readonly order: readonly SSortOrder[];
}

/**
 * Rows of a source that match a restriction, in an order. A selection is a way to ask, not a copy: it always answers from
 * what the source holds now. Reading on from a place must not count what lies before it, so that the page at row 50,000
 * costs what the first one does.
 *
 * @typeParam P how places are named
 */
export interface Selection<P = unknown> {
  /** Counts the rows. */
  count(): Awaitable<number>;
  /**
   * Reads rows next to a position.
   *
   * @param from the position
   * @param count how many at most, above 0 for those behind the position, below 0 for those before it
   * @param columns the columns wanted; none when only keys and places are
   * @returns the rows in the order of the selection, also when they lie before the position; fewer than asked for only
   *   where the selection ends
   */
  read(from: Gap<P>, count: number, columns: readonly PropTag[]): Awaitable<readonly SourceRow<P>[]>;
  /**
   * Moves over rows without reading them.
   *
   * @param from the position to begin at
   * @param count how many rows to pass, negative for backwards
   * @returns where that leads and how many rows were passed; fewer where the selection ends
   */
  skip(from: Gap<P>, count: number): Awaitable<Skipped<P>>;
  /**
   * Counts the rows before a position.
   *
   * @param of the position
   */
  index(of: Gap<P>): Awaitable<number>;
  /**
   * Reads rows by their keys.
   *
   * @param keys `PR_INSTANCE_KEY` of each
   * @param columns the columns wanted
   * @returns one entry for each key, null for a row that the selection does not contain
   */
  fetch(keys: readonly Uint8Array[], columns: readonly PropTag[]): Awaitable<readonly (SourceRow<P> | null)[]>;
  /**
   * Compares two places, also those of rows that are gone.
   *
   * @param a a place
   * @param b another one
   * @returns negative when the first comes first; 0 for the same place only
   */
  compare(a: P, b: P): number;
  /**
   * The keys of all rows, for selections whose changes don't tell what rows were before: a view that somebody listens to
   * keeps them, so that it can tell rows that come and go from those that were there.
   */
  keys?(): Awaitable<readonly Uint8Array[]>;
  /**
   * Looks for a row, for selections that can do better than read them one by one.
   *
   * @param restriction what to look for; the source has agreed to it
   * @param from where to begin
   * @param backward whether to look at the rows before that position
   * @returns the nearest row that matches, without columns; null when there is none
   */
  find?(restriction: Restriction, from: Gap<P>, backward: boolean): Awaitable<SourceRow<P> | null>;
}

/** One change of a row, told after it has become visible in the source. */
export interface RowChange {
  /** What happened. A row that is told as modified need not differ. */
  readonly kind: 'added' | 'modified' | 'deleted';
  /** `PR_INSTANCE_KEY` of the row. */
  readonly key: Uint8Array;
  /**
   * What the row was before, so that a view can tell whether it contained the row. A view that is told neither this nor
   * {@link Selection.keys} says `TABLE_CHANGED` in place of the row's event.
   */
  readonly was?: PropSource;
}

/**
 * What a source tells its tables: the rows that one operation changed; `changed` when something changed and keys are still
 * valid; `reload` when nothing of before is.
 */
export type SourceEvent = readonly RowChange[] | 'changed' | 'reload';

/** The columns of a source. */
export interface SourceColumns {
  /** Those that a table has until SetColumns. */
  readonly initial: readonly PropTag[];
  /** All that it could have, as far as is known. */
  readonly all: readonly PropTag[];
}

/**
 * Where a table takes its rows from. What a source cannot restrict or sort the table does itself, in memory, over what the
 * source can narrow down to.
 *
 * @typeParam P how places are named
 */
export interface RowSource<P = unknown> {
  /** `TBLTYPE_DYNAMIC`, `TBLTYPE_KEYSET` or `TBLTYPE_SNAPSHOT`. */
  readonly tableType: number;
  /** False where the pages forbid bookmarks: attachment tables. */
  readonly bookmarks: boolean;
  /** The columns, as they are now. */
  columns(): SourceColumns;
  /**
   * Whether the source evaluates a restriction itself, exactly as `matches` of the vocabulary defines it.
   *
   * @param restriction a valid restriction, or a part of one
   */
  restricts(restriction: Restriction): boolean;
  /**
   * Whether the source sorts by these columns itself: strings by `collationKey`, missing values last in both directions.
   *
   * @param order the columns, ascending and descending ones only, without single instances
   */
  orders(order: readonly SSortOrder[]): boolean;
  /**
   * Opens a selection.
   *
   * @param query what and in which order
   */
  select(query: RowQuery): Selection<P>;
  /**
   * All properties of the object behind a row, whole, and the rows of its sub-objects. Asked for where columns do not
   * suffice: values too large for a row, and sub-object restrictions that the source does not do itself. Without this method
   * the latter are too complex.
   *
   * @param key `PR_INSTANCE_KEY` of the row
   * @returns null when the row is gone
   */
  properties?(key: Uint8Array): Awaitable<PropSource | null>;
  /**
   * Tells of changes. Without this method the table never changes, and Advise answers `MAPI_E_NO_SUPPORT`.
   *
   * @param listener called after each change, in their order; it only takes notes and never throws
   * @returns what ends it
   */
  watch?(listener: (event: SourceEvent) => void): () => void;
}
