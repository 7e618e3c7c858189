import { ComError } from '../../com/index.js';
import {
  changePropType,
  isPropError,
  isString,
  isValueFor,
  MAPI_E_INVALID_PARAMETER,
  MAPI_E_NOT_FOUND,
  PR_INSTANCE_KEY,
  PropRow,
  type PropSource,
  type PropTag,
  type PropValue,
  PT_ERROR,
  PT_NULL,
  PT_UNSPECIFIED,
  prop,
  propId,
  propType,
} from '../../mapi/index.js';
import { keyText } from './keytext.js';
import { compareRanks, type Rank, rankBetween } from './rank.js';
import type {
  Gap,
  RowChange,
  RowSource,
  Selection,
  Skipped,
  SourceColumns,
  SourceEvent,
  SourceRow,
} from './rowsource.js';

/** How a table in memory is made. */
export interface MemoryRowsOptions {
  /** The column whose value identifies a row. */
  readonly index: PropTag;
  /** The columns that views begin with. */
  readonly columns: readonly PropTag[];
  /** `TBLTYPE_*`, as its views tell it. */
  readonly tableType: number;
  /** False for attachment tables, which have no bookmarks. */
  readonly bookmarks?: boolean;
}

/** A row with its number, counted from 0. */
export interface NumberedRow {
  /** All columns that the row has. */
  readonly row: PropRow;
  /** How many rows stand before it. */
  readonly number: number;
}

interface Kept {
  readonly key: Uint8Array;
  readonly index: string;
  readonly rank: Rank;
  readonly props: ReadonlyMap<number, PropValue>;
}

/**
 * Rows held in memory, in the order in which they were put: the source of every table that no store stands behind. Each
 * method that changes rows tells the views once, after all of it has happened.
 */
export class MemoryRows implements RowSource<Rank> {
  readonly tableType: number;
  readonly bookmarks: boolean;
  readonly #index: PropTag;
  readonly #columns: PropTag[];
  readonly #rows: Kept[] = [];
  readonly #byIndex = new Map<string, Kept>();
  readonly #byKey = new Map<string, Kept>();
  readonly #listeners = new Set<(event: SourceEvent) => void>();
  #lastKey = 0;
  #serial = 0;
  // The last rank there ever was: what is added at the end stands behind deleted rows too, as a cursor there may.
  #end: Rank | null = null;

  /**
   * Makes a table without rows.
   *
   * @param options its index column, its columns and its type
   */
  constructor({ index, columns, tableType, bookmarks = true }: MemoryRowsOptions) {
    this.tableType = tableType;
    this.bookmarks = bookmarks;
    this.#index = index;
    this.#columns = [...columns];
    if (!this.#columns.includes(PR_INSTANCE_KEY)) this.#columns.push(PR_INSTANCE_KEY);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#rows.length;
  }

  /**
   * Replaces the rows that have the same values in the index column, and adds the others at the end.
   *
   * @param rows the rows, values in any order
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when a row lacks the index column or a value is not what its tag says;
   *   nothing is changed then
   */
  put(rows: readonly (readonly PropValue[])[]): void {
    const checked = rows.map((row) => ({ row, index: this.#indexOf(row) }));
    const changes: RowChange[] = [];
    for (const { row, index } of checked) {
      const old = this.#byIndex.get(index);
      const rank = old?.rank ?? this.#rankAt(this.#rows.length);
      const kept = this.#keep(row, index, rank, old?.key);
      if (old) this.#rows[this.#position(rank)] = kept;
      else this.#rows.push(kept);
      changes.push(old ? changed('modified', kept.key, old) : { kind: 'added', key: kept.key });
    }
    this.#tell(changes);
  }

  /**
   * Inserts a row.
   *
   * @param position behind how many rows, 0 to {@link size}
   * @param row the row
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when there is a row with the same value in the index column, the row has
   *   none, a value is not what its tag says, or there is no such position
   */
  insert(position: number, row: readonly PropValue[]): void {
    const index = this.#indexOf(row);
    if (this.#byIndex.has(index)) throw invalid('there is a row with this value in the index column');
    if (!Number.isInteger(position) || position < 0 || position > this.#rows.length)
      throw invalid(`no position ${position} in a table of ${this.#rows.length} rows`);
    const rank = this.#rankAt(position);
    const kept = this.#keep(row, index, rank);
    this.#rows.splice(position, 0, kept);
    this.#tell([{ kind: 'added', key: kept.key }]);
  }

  /**
   * Deletes rows.
   *
   * @param rows the index column of each, other values don't matter; one that is not there is no error
   * @returns how many rows were deleted
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when one lacks the index column; nothing is deleted then
   */
  remove(rows: readonly (readonly PropValue[])[]): number {
    const texts = rows.map((row) => this.#indexOf(row));
    const gone = [...new Set(texts)].map((text) => this.#byIndex.get(text)).filter((kept) => kept !== undefined);
    for (const kept of gone) {
      this.#rows.splice(this.#position(kept.rank), 1);
      this.#byIndex.delete(kept.index);
      this.#byKey.delete(keyText(kept.key));
    }
    this.#tell(gone.map((kept) => changed('deleted', kept.key, kept)));
    return gone.length;
  }

  /**
   * Deletes all rows and tells the views to begin anew.
   *
   * @returns how many rows there were
   */
  clear(): number {
    const count = this.#rows.length;
    this.#rows.length = 0;
    this.#byIndex.clear();
    this.#byKey.clear();
    this.#announce('reload');
    return count;
  }

  /**
   * Tells the views that a row was modified, whether it was or not.
   *
   * @param row its index column, other values don't matter
   * @returns false when there is no such row
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it lacks the index column
   */
  touch(row: readonly PropValue[]): boolean {
    const kept = this.#byIndex.get(this.#indexOf(row));
    if (kept) this.#tell([changed('modified', kept.key, kept)]);
    return kept !== undefined;
  }

  /**
   * Whether there is a row.
   *
   * @param row its index column, other values don't matter
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it lacks the index column
   */
  has(row: readonly PropValue[]): boolean {
    return this.#byIndex.has(this.#indexOf(row));
  }

  /**
   * Finds a row.
   *
   * @param index its index column
   * @returns null when there is none
   * @throws {ComError} `MAPI_E_INVALID_PARAMETER` when it is not of the index column
   */
  query(index: PropValue): NumberedRow | null {
    const kept = this.#byIndex.get(this.#indexOf([index]));
    return kept ? { row: whole(kept), number: this.#position(kept.rank) } : null;
  }

  /**
   * Finds rows by their `PR_INSTANCE_KEY`.
   *
   * @param keys the keys; those that no row has are left out
   */
  find(keys: readonly Uint8Array[]): PropRow[] {
    const found = keys.map((key) => this.#byKey.get(keyText(key)));
    return found.filter((kept) => kept !== undefined).map(whole);
  }

  /**
   * The row of a number.
   *
   * @param number from 0
   * @returns null when there is none
   */
  at(number: number): PropRow | null {
    const kept = this.#rows[number];
    return kept ? whole(kept) : null;
  }

  /** All rows, in order. */
  *[Symbol.iterator](): IterableIterator<PropRow> {
    for (const kept of this.#rows) yield whole(kept);
  }

  columns(): SourceColumns {
    const all = Object.freeze([...this.#columns]);
    return { initial: all, all };
  }

  restricts(): boolean {
    return false;
  }

  orders(): boolean {
    return false;
  }

  select(): Selection<Rank> {
    const rows = this.#rows;
    const index = (of: Gap<Rank>): number => {
      if (of === 'first') return 0;
      if (of === 'last') return rows.length;
      const at = this.#position(of.place);
      const kept = rows[at];
      return of.side === 'behind' && kept && compareRanks(kept.rank, of.place) === 0 ? at + 1 : at;
    };
    return {
      count: () => rows.length,
      index,
      compare: compareRanks,
      read: (from, count, columns) => {
        const at = index(from);
        const found = count > 0 ? rows.slice(at, at + count) : rows.slice(Math.max(0, at + count), at);
        return found.map((kept) => sourceRow(kept, columns));
      },
      skip: (from, count): Skipped<Rank> => {
        const start = index(from);
        const end = Math.max(0, Math.min(rows.length, start + count));
        if (end === start) return { gap: from, moved: 0 };
        const passed = rows[end > start ? end - 1 : end] as Kept;
        return { gap: { place: passed.rank, side: end > start ? 'behind' : 'before' }, moved: end - start };
      },
      fetch: (keys, columns) =>
        keys.map((key) => {
          const kept = this.#byKey.get(keyText(key));
          return kept ? sourceRow(kept, columns) : null;
        }),
    };
  }

  watch(listener: (event: SourceEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #keep(row: readonly PropValue[], index: string, rank: Rank, key?: Uint8Array): Kept {
    const props = new Map<number, PropValue>();
    for (const entry of row) {
      const [tag] = entry;
      if (propType(tag) === PT_NULL) continue;
      props.set(propId(tag), Object.freeze([tag, entry[1]] as const));
      if (!isPropError(entry) && !this.#columns.some((known) => propId(known) === propId(tag))) this.#columns.push(tag);
    }
    const made = key ?? this.#keyOf(props);
    props.set(propId(PR_INSTANCE_KEY), prop(PR_INSTANCE_KEY, made));
    const kept = Object.freeze({ key: made, index, rank, props });
    this.#byIndex.set(index, kept);
    this.#byKey.set(keyText(made), kept);
    return kept;
  }

  // A table that is indexed by something else numbers its rows.
  #keyOf(props: ReadonlyMap<number, PropValue>): Uint8Array {
    if (this.#index === PR_INSTANCE_KEY) return props.get(propId(PR_INSTANCE_KEY))?.[1] as Uint8Array;
    const key = new Uint8Array(4);
    new DataView(key.buffer).setUint32(0, ++this.#lastKey);
    return key;
  }

  #indexOf(row: readonly PropValue[]): string {
    if (!Array.isArray(row)) throw invalid('a row is an array of property values');
    let found: PropValue | null = null;
    for (const entry of row as readonly PropValue[]) {
      if (!Array.isArray(entry) || entry.length !== 2 || !isValueFor(entry[0], entry[1]))
        throw invalid('a value is not what its tag says');
      if (entry[0] === this.#index) found = entry;
    }
    if (!found) throw invalid('the row has no index column');
    return indexText(found[1]);
  }

  #rankAt(position: number): Rank {
    const behind = this.#rows[position]?.rank ?? null;
    const before = behind ? (this.#rows[position - 1]?.rank ?? null) : this.#end;
    const rank = rankBetween(before, behind, ++this.#serial);
    if (!behind) this.#end = rank;
    return rank;
  }

  #position(rank: Rank): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareRanks((this.#rows[middle] as Kept).rank, rank) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tell(changes: readonly RowChange[]): void {
    if (changes.length > 0) this.#announce(Object.freeze(changes));
  }

  #announce(event: SourceEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}

const changed = (kind: RowChange['kind'], key: Uint8Array, old: Kept): RowChange => ({ kind, key, was: look(old) });

const look = ({ props }: Kept): PropSource => ({ get: (tag) => entryOf(props, tag)?.[1] ?? null });

const whole = ({ props }: Kept): PropRow => PropRow.fromProps([...props.values()]);

function sourceRow(kept: Kept, columns: readonly PropTag[]): SourceRow<Rank> {
  const tags = new Array<PropTag>(columns.length);
  const values = new Array<unknown>(columns.length);
  for (const [at, column] of columns.entries()) {
    const found = entryOf(kept.props, column);
    tags[at] = found ? found[0] : changePropType(column, PT_ERROR);
    values[at] = found ? found[1] : MAPI_E_NOT_FOUND;
  }
  return { key: kept.key, place: kept.rank, row: new PropRow(tags, values) };
}

// The value in the type asked for: strings answer to both widths, PT_UNSPECIFIED to every type.
function entryOf(props: ReadonlyMap<number, PropValue>, tag: PropTag): PropValue | null {
  const entry = props.get(propId(tag));
  if (!entry) return null;
  if (entry[0] === tag || propType(tag) === PT_UNSPECIFIED || isPropError(entry)) return entry;
  const widths = isString(entry[0]) && isString(tag) && Array.isArray(entry[1]) === ((tag & 0x1000) !== 0);
  return widths ? [tag, entry[1]] : null;
}

const indexText = (value: unknown): string =>
  value instanceof Uint8Array ? `x${keyText(value)}` : `${typeof value} ${String(value)}`;

const invalid = (words: string): ComError => new ComError(MAPI_E_INVALID_PARAMETER, words);
