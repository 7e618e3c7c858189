import type { SortLevels } from '../../mapi/index.js';
import { type Below, compareHeadings, firstLeaf, type Heading, HeadingMaker, rowsBelow } from './heading.js';
import { keyText } from './keytext.js';
import { type ColumnKey, compareColumn, type Leaf, type LeafMaker } from './leaf.js';
import type { Headings } from './view.js';

/** What stands at one place of a view: a row or a heading. */
export type Place = Leaf | Heading;

/**
 * Whether it is a row and no heading.
 *
 * @param place what stands there
 */
export const isLeaf = (place: Place): place is Leaf => 'sourceKey' in place;

/**
 * Whether all headings above are open.
 *
 * @param place a row or a heading
 */
export const isVisible = (place: Place): boolean =>
  isLeaf(place) ? place.headings.every(({ open }) => open) : place.path.every((above) => above === place || above.open);

/** What became of a heading when rows below it came or went. */
export interface TouchedHeading {
  /** The heading. */
  readonly heading: Heading;
  /** Whether it was seen before. */
  readonly wasSeen: boolean;
  /** Whether it is seen now. */
  readonly isSeen: boolean;
  /** Whether its row shows something else than before. */
  readonly differs: boolean;
  /** Whether it may stand elsewhere, and with it the rows below. */
  readonly moved: boolean;
}

/** The rows of a view in their order, below their headings, and which of them are seen. */
export class Arrangement implements Headings {
  readonly #sort: SortLevels;
  readonly #leaves: LeafMaker;
  readonly #maker: HeadingMaker;
  #top: Below;
  #byText = new Map<string, Leaf>();
  #headings = new Map<string, Heading>();
  #byId = new Map<string, Heading>();
  // Only what differs from the way headings start; it outlives headings that come and go.
  readonly #turned = new Map<string, readonly [key: Uint8Array, open: boolean]>();

  /**
   * Makes an empty arrangement.
   *
   * @param sort the order, taken apart
   * @param maker what compares rows
   */
  constructor(sort: SortLevels, maker: LeafMaker) {
    this.#sort = sort;
    this.#leaves = maker;
    this.#maker = new HeadingMaker(sort.levels, maker.compare);
    this.#top = this.#maker.below(0);
  }

  /** How many rows and headings are seen. */
  get size(): number {
    return rowsBelow(this.#top);
  }

  /** Compares two places, also of rows and headings that are gone. */
  readonly compare = (a: Place, b: Place): number => {
    const pathA = isLeaf(a) ? a.headings : a.path;
    const pathB = isLeaf(b) ? b.headings : b.path;
    for (const [depth, level] of this.#sort.levels.entries()) {
      const headingA = pathA[depth];
      const headingB = pathB[depth];
      if (!headingA || !headingB) return Number(headingA !== undefined) - Number(headingB !== undefined);
      const order =
        headingA === headingB ? 0 : compareHeadings(level, this.#present(headingA), this.#present(headingB));
      if (order !== 0) return order;
    }
    if (isLeaf(a) && isLeaf(b)) return this.#leaves.compare(a, b);
    return Number(isLeaf(a)) - Number(isLeaf(b));
  };

  /** What is seen from one number up to another one, which is not included. */
  slice(start: number, end: number): readonly Place[] {
    const places: Place[] = [];
    const collect = ({ headings, leaves }: Below, from: number, to: number): void => {
      leaves?.visit(from, to, (leaf) => places.push(leaf));
      headings?.visit(from, to, (heading, at) => {
        if (at >= from) places.push(heading);
        if (heading.open) collect(heading.below, from - at - 1, to - at - 1);
      });
    };
    collect(this.#top, start, end);
    return places;
  }

  /** How many of the rows seen stand before a place, or before and at it. */
  index(place: Place, including: boolean): number {
    let below = this.#top;
    let sum = 0;
    for (const above of isLeaf(place) ? place.headings : place.path) {
      const heading = this.#present(above);
      sum += below.headings?.weightBefore(heading, false) ?? 0;
      if (!this.#headings.has(heading.text)) return sum;
      if (heading.text === place.text) return including ? sum + 1 : sum;
      sum++;
      if (!heading.open) return sum;
      below = heading.below;
    }
    return sum + (below.leaves?.weightBefore(place as Leaf, including) ?? 0);
  }

  /** Puts other rows in place of all. */
  replaceAll(leaves: readonly Leaf[]): void {
    this.#byText = new Map(leaves.map((leaf) => [leaf.text, leaf]));
    this.#headings = new Map();
    this.#byId = new Map();
    this.#top = this.#maker.below(0);
    const groups = new Map<Below, Leaf[]>([[this.#top, []]]);
    for (const leaf of leaves) {
      const path = this.#pathOf(leaf);
      leaf.headings = path;
      for (const heading of path) tally(heading, leaf, 1);
      const below = path.at(-1)?.below ?? this.#top;
      const group = groups.get(below);
      if (group) group.push(leaf);
      else groups.set(below, [leaf]);
    }
    for (const [below, group] of groups) below.leaves?.replaceAll(group);
    const lowestFirst = [...this.#headings.values()].sort((a, b) => b.depth - a.depth);
    const children = new Map<Below, Heading[]>();
    for (const heading of lowestFirst) {
      heading.aggregate = this.#aggregateOf(heading);
      const above = this.#above(heading);
      const list = children.get(above);
      if (list) list.push(heading);
      else children.set(above, [heading]);
    }
    // The lowest levels come first here as well: a heading weighs what stands below it.
    for (const [above, list] of children) above.headings?.replaceAll(list);
  }

  /** Takes some rows out and puts others in. */
  replace(out: readonly Leaf[], into: readonly Leaf[]): readonly TouchedHeading[] {
    const before = new Map<string, Shown | null>();
    const note = (heading: Heading): void => {
      if (!before.has(heading.text)) before.set(heading.text, heading.count > 0 ? this.#shown(heading) : null);
    };
    const touched = new Map<string, Heading>();
    for (const leaf of out) for (const heading of leaf.headings) note(heading);
    for (const leaf of into) {
      leaf.headings = this.#pathOf(leaf);
      for (const heading of leaf.headings) note(heading);
    }
    for (const leaf of [...out, ...into]) for (const heading of leaf.headings) touched.set(heading.text, heading);
    const held = [...touched.values()].sort((a, b) => a.depth - b.depth);
    for (const heading of held) this.#above(heading).headings?.remove(heading);
    for (const leaf of out) {
      this.#byText.delete(leaf.text);
      for (const heading of leaf.headings) tally(heading, leaf, -1);
      (leaf.headings.at(-1)?.below ?? this.#top).leaves?.remove(leaf);
    }
    for (const leaf of into) {
      this.#byText.set(leaf.text, leaf);
      for (const heading of leaf.headings) tally(heading, leaf, 1);
      (leaf.headings.at(-1)?.below ?? this.#top).leaves?.add(leaf);
    }
    for (const heading of held.toReversed()) {
      if (heading.count === 0) {
        this.#headings.delete(heading.text);
        this.#byId.delete(heading.id);
        continue;
      }
      heading.aggregate = this.#aggregateOf(heading);
      this.#above(heading).headings?.add(heading);
    }
    return held.map((heading) => this.#touched(heading, before.get(heading.text) ?? null));
  }

  placeOf(key: Uint8Array): Place | null {
    const text = keyText(key);
    return this.#byText.get(text) ?? this.#headings.get(text) ?? null;
  }

  turn(key: Uint8Array, open: boolean): { readonly place: Place; readonly rows: number } | null {
    const heading = this.#headings.get(keyText(key));
    if (!heading || !isVisible(heading)) return null;
    if (heading.open === open) return { place: heading, rows: 0 };
    const before = this.size;
    if (open === this.#startsOpen(heading.depth)) this.#turned.delete(heading.text);
    else this.#turned.set(heading.text, [heading.key, open]);
    heading.open = open;
    for (const above of heading.path.toReversed()) this.#above(above).headings?.reweigh(above);
    return { place: heading, rows: Math.abs(this.size - before) };
  }

  turned(): readonly (readonly [key: Uint8Array, open: boolean])[] {
    return [...this.#turned.values()];
  }

  restore(turned: readonly (readonly [key: Uint8Array, open: boolean])[]): void {
    this.#turned.clear();
    for (const [key, open] of turned) this.#turned.set(keyText(key), [key, open]);
    const lowestFirst = [...this.#headings.values()].sort((a, b) => b.depth - a.depth);
    for (const heading of lowestFirst) {
      heading.open = this.#isOpen(heading.text, heading.depth);
      heading.below.headings?.reweighAll();
    }
    this.#top.headings?.reweighAll();
  }

  // The headings of a row, made where there are none yet.
  #pathOf(leaf: Leaf): readonly Heading[] {
    let path: readonly Heading[] = [];
    for (const id of this.#maker.ids(leaf)) {
      let heading = this.#byId.get(id);
      if (!heading) {
        heading = this.#maker.make(id, leaf, path);
        heading.open = this.#isOpen(heading.text, heading.depth);
        this.#byId.set(id, heading);
        this.#headings.set(heading.text, heading);
      }
      path = heading.path;
    }
    return path;
  }

  #above = (heading: Heading): Below => heading.path.at(-2)?.below ?? this.#top;

  // A heading that is gone may have come again as another object.
  #present = (heading: Heading): Heading => this.#headings.get(heading.text) ?? heading;

  #aggregateOf({ byAggregate, depth }: Heading): ColumnKey {
    return byAggregate?.first?.aggregates[depth] ?? null;
  }

  #shown(heading: Heading): Shown {
    const { values } = firstLeaf(heading);
    return {
      seen: isVisible(heading),
      aggregate: heading.aggregate,
      values: [heading.count, heading.unread, ...heading.tags.map((tag) => values.get(tag))],
    };
  }

  #touched(heading: Heading, before: Shown | null): TouchedHeading {
    const now = heading.count > 0 ? this.#shown(heading) : null;
    const both = before !== null && now !== null;
    return {
      heading,
      wasSeen: before?.seen ?? false,
      isSeen: now?.seen ?? false,
      differs: !both || before.values.some((value, index) => value !== now.values[index]),
      moved: both && compareColumn(before.aggregate, now.aggregate, false) !== 0,
    };
  }

  #isOpen(text: string, depth: number): boolean {
    return this.#turned.get(text)?.[1] ?? this.#startsOpen(depth);
  }

  #startsOpen(depth: number): boolean {
    return depth < this.#sort.expanded;
  }
}

/** A heading's row at one time. */
interface Shown {
  readonly seen: boolean;
  readonly aggregate: ColumnKey;
  readonly values: readonly unknown[];
}

function tally(heading: Heading, leaf: Leaf, by: 1 | -1): void {
  heading.count += by;
  heading.unread += by * leaf.unread;
  if (by > 0) heading.byAggregate?.add(leaf);
  else heading.byAggregate?.remove(leaf);
}
