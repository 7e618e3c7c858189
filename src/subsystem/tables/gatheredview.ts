import { ComError } from '../../com/index.js';
import {
  isInstance,
  MAPI_E_CANCEL,
  MAPI_E_TABLE_TOO_BIG,
  type PropRow,
  type PropTag,
  type SortLevels,
} from '../../mapi/index.js';
import { Arrangement, isLeaf, isVisible, type Place, type TouchedHeading } from './arrangement.js';
import { rowsOf } from './heading.js';
import { keyText } from './keytext.js';
import { type Leaf, type LeafMaker, leafMaker } from './leaf.js';
import { maxGatheredRows, maxRowEvents, rowsAtATime } from './limits.js';
import { emptyRow, headingRow, leafRow, missingRow } from './render.js';
import type { Gap, RowChange, RowSource, Selection, Skipped, SourceRow } from './rowsource.js';
import { type RowTest, whole, wholeTag } from './rowtest.js';
import type { Headings, View, ViewEvent } from './view.js';

/** What a view is made of that the table arranges itself. */
export interface Gathering {
  /** Where the rows come from. */
  readonly source: RowSource;
  /** What the source has narrowed down to, in its own order. */
  readonly selection: Selection;
  /** What rows must match beyond that. */
  readonly test: RowTest;
  /** The order. */
  readonly sort: SortLevels;
  /** The columns that rows are expanded by. */
  readonly instances: readonly PropTag[];
  /** How many rows there may be, the first in the order; Infinity for all of them. */
  readonly most: number;
  /** Whether the selection gives the rows in that order. */
  readonly ordered: boolean;
}

/**
 * A view of which the table keeps keys, what sorts and restricts, and the order; all other columns are read when they are
 * asked for.
 */
export class GatheredView implements View {
  readonly headings: Headings | null;
  readonly instances: readonly PropTag[];
  readonly #gathering: Gathering;
  readonly #maker: LeafMaker;
  readonly #rows: Arrangement;
  readonly #columns: readonly PropTag[];
  #bySource = new Map<string, readonly Leaf[]>();

  /**
   * Makes an empty view; {@link renew} fills it.
   *
   * @param gathering what it is made of
   */
  constructor(gathering: Gathering) {
    const { sort, instances, selection, test } = gathering;
    this.#gathering = gathering;
    this.instances = instances;
    this.#maker = leafMaker(sort, instances, (a, b) => selection.compare(a, b));
    this.#rows = new Arrangement(sort, this.#maker);
    this.#columns = [...new Set([...this.#maker.columns, ...test.columns])];
    this.headings = sort.levels.length > 0 ? this.#rows : null;
  }

  async renew(signal?: AbortSignal): Promise<void> {
    const { selection, most, ordered } = this.#gathering;
    const gathered: Leaf[] = [];
    const enough = ordered ? most : Infinity;
    let from: Gap = 'first';
    // Where a few rows are enough they may be the first; where others lie between, larger steps find them sooner.
    for (let step = Math.min(rowsAtATime, enough); gathered.length < enough; step = Math.min(rowsAtATime, step * 2)) {
      const rows: readonly SourceRow[] = await selection.read(from, step, this.#columns);
      if (signal?.aborted) throw new ComError(MAPI_E_CANCEL, 'Abort has stopped it');
      for (const row of rows) {
        gathered.push(...(await this.#leavesOf(row)));
        if (gathered.length > maxGatheredRows)
          throw new ComError(MAPI_E_TABLE_TOO_BIG, `more than ${maxGatheredRows} rows to put in order`);
      }
      const last = rows.at(-1);
      if (!last || rows.length < step) break;
      from = { place: last.place, side: 'behind' };
    }
    const leaves = gathered.length > most ? gathered.sort(this.#maker.compareAll).slice(0, most) : gathered;
    const bySource = new Map<string, Leaf[]>();
    for (const leaf of leaves) {
      const text = keyText(leaf.sourceKey);
      const others = bySource.get(text);
      if (others) others.push(leaf);
      else bySource.set(text, [leaf]);
    }
    this.#bySource = bySource;
    this.#rows.replaceAll(leaves);
  }

  // It knows all its rows as it is.
  follow(): void {}

  sourceKey({ key, place }: SourceRow): Uint8Array {
    return isLeaf(place as Place) ? (place as Leaf).sourceKey : key;
  }

  count(): number {
    return this.#rows.size;
  }

  index(of: Gap): number {
    if (of === 'first') return 0;
    if (of === 'last') return this.#rows.size;
    return this.#rows.index(of.place as Place, of.side === 'behind');
  }

  skip(from: Gap, count: number): Skipped {
    const start = this.index(from);
    const end = Math.max(0, Math.min(this.count(), start + count));
    if (end === start) return { gap: from, moved: 0 };
    const gap: Gap =
      end > start
        ? { place: this.#rows.slice(end - 1, end)[0], side: 'behind' }
        : { place: this.#rows.slice(end, end + 1)[0], side: 'before' };
    return { gap, moved: end - start };
  }

  async read(from: Gap, count: number, columns: readonly PropTag[]): Promise<readonly SourceRow[]> {
    const at = this.index(from);
    const places = count > 0 ? this.#rows.slice(at, at + count) : this.#rows.slice(Math.max(0, at + count), at);
    return this.#render(places, columns);
  }

  async fetch(keys: readonly Uint8Array[], columns: readonly PropTag[]): Promise<readonly (SourceRow | null)[]> {
    const places = keys.map((key) => this.#rows.placeOf(key));
    const seen = places.filter((place) => place !== null && isVisible(place)) as Place[];
    const rows = new Map((await this.#render(seen, columns)).map((row) => [row.place, row]));
    return places.map((place) => rows.get(place) ?? null);
  }

  compare(a: unknown, b: unknown): number {
    return this.#rows.compare(a as Place, b as Place);
  }

  async apply(
    changes: readonly RowChange[],
    columns: readonly PropTag[] | null,
  ): Promise<readonly ViewEvent[] | 'changed'> {
    const keys = changes.map(({ key }) => key);
    if (this.#gathering.most !== Infinity) return this.#takeAnew(keys);
    const found = await this.#gathering.selection.fetch(keys, this.#columns);
    const out: Leaf[] = [];
    const into: Leaf[] = [];
    for (const [index, key] of keys.entries()) {
      const text = keyText(key);
      const row = found[index];
      const made = row ? await this.#leavesOf(row) : [];
      out.push(...(this.#bySource.get(text) ?? []));
      into.push(...made);
      if (made.length > 0) this.#bySource.set(text, made);
      else this.#bySource.delete(text);
    }
    if (out.length + into.length === 0) return [];
    const outSeen = out.filter(isVisible);
    const touched = this.#rows.replace(out, into);
    if (!columns) return [];
    const moved = this.#movedAlong(touched);
    if (!moved) return 'changed';
    // What was taken along and neither came nor went was seen before.
    const told = new Set([...into, ...touched.map(({ heading }) => heading)].map(({ text }) => text));
    const along = moved.filter(({ text }) => !told.has(text));
    const was = [...outSeen, ...touched.filter(({ wasSeen }) => wasSeen).map(({ heading }) => heading), ...along];
    const is = touched.filter(({ isSeen, differs }) => isSeen && differs).map(({ heading }) => heading);
    const stays = touched.filter(({ isSeen, differs }) => isSeen && !differs).map(({ heading }) => heading.text);
    return this.#events(was, new Set([...into.filter(isVisible), ...is, ...moved]), new Set(stays), columns);
  }

  // One row that goes lets another one in from beyond the count, which only reading tells.
  async #takeAnew(keys: readonly Uint8Array[]): Promise<readonly ViewEvent[] | 'changed'> {
    const concerned = (): boolean => keys.some((key) => this.#bySource.has(keyText(key)));
    const was = concerned();
    await this.renew();
    return was || concerned() ? 'changed' : [];
  }

  async #leavesOf(row: SourceRow): Promise<readonly Leaf[]> {
    const { source } = this.#gathering;
    const looked = whole(source, row.key, row.row, this.#maker.columns);
    const leaves = this.#maker.leaves(row, looked instanceof Promise ? await looked : looked);
    const kept: Leaf[] = [];
    for (const leaf of leaves) {
      const matched = this.#gathering.test.matches(row.key, row.row, leaf.instance ?? undefined);
      if (typeof matched === 'boolean' ? matched : await matched) kept.push(leaf);
    }
    return kept;
  }

  async #render(places: readonly Place[], columns: readonly PropTag[]): Promise<SourceRow[]> {
    if (columns.length === 0) return places.map((place) => ({ key: place.key, place, row: emptyRow }));
    const { selection, sort, instances } = this.#gathering;
    const keys = places.filter(isLeaf).map(({ sourceKey }) => sourceKey);
    const rows = await selection.fetch(keys, columns.some(isInstance) ? columns.map(wholeTag) : columns);
    const plain = sort.levels.length === 0 && instances.length === 0;
    let next = 0;
    return places.map((place) => {
      if (!isLeaf(place)) return { key: place.key, place, row: headingRow(place, columns) };
      const row = rows[next++]?.row ?? null;
      return { key: place.key, place, row: plain ? (row ?? missingRow(columns)) : leafRow(place, row, columns) };
    });
  }

  // The places of headings that moved and of what they took along; null when that is too much to tell one by one.
  #movedAlong(touched: readonly TouchedHeading[]): readonly Place[] | null {
    const places = new Set<Place>();
    for (const { heading, moved, isSeen } of touched) {
      if (!moved || !isSeen) continue;
      const rows = rowsOf(heading);
      if (rows > maxRowEvents) return null;
      const at = this.#rows.index(heading, false);
      for (const place of this.#rows.slice(at, at + rows)) places.add(place);
    }
    return [...places];
  }

  async #events(
    before: readonly Place[],
    after: ReadonlySet<Place>,
    stays: ReadonlySet<string>,
    columns: readonly PropTag[],
  ): Promise<readonly ViewEvent[]> {
    const was = new Set(before.map(({ text }) => text));
    const is = new Set([...after].map(({ text }) => text));
    const gone = new Map(
      before.filter(({ text }) => !is.has(text) && !stays.has(text)).map((place) => [place.text, place]),
    );
    const here = [...after].sort(this.#rows.compare);
    const rows = await this.#render(here, columns);
    return [
      ...[...gone.values()].map(({ key }): ViewEvent => ({ kind: 'deleted', key, prior: null, row: null })),
      ...here.map((place, index): ViewEvent => {
        const number = this.#rows.index(place, false);
        const prior = number > 0 ? (this.#rows.slice(number - 1, number)[0] as Place).key : null;
        const kind = was.has(place.text) ? 'modified' : 'added';
        return { kind, key: place.key, prior, row: (rows[index] as SourceRow).row as PropRow };
      }),
    ];
  }
}
