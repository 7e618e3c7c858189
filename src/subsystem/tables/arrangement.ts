import type { SortLevels } from '../../mapi/index.js';
import { arrange, compareHeadings, type Heading } from './heading.js';
import { keyText } from './keytext.js';
import type { Leaf, LeafMaker } from './leaf.js';
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

/** The rows of a view in their order, below their headings, and which of them are seen. */
export class Arrangement implements Headings {
  readonly #sort: SortLevels;
  readonly #maker: LeafMaker;
  #leaves: Leaf[] = [];
  #byText = new Map<string, Leaf>();
  #headings: ReadonlyMap<string, Heading> = new Map();
  #rows: readonly Place[] = [];
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
    this.#maker = maker;
  }

  /** What is seen, in order. */
  get rows(): readonly Place[] {
    return this.#rows;
  }

  /** All headings by their keys as text. */
  get headings(): ReadonlyMap<string, Heading> {
    return this.#headings;
  }

  /** Compares two places, also of rows and headings that are gone. */
  readonly compare = (a: Place, b: Place): number => {
    const pathA = isLeaf(a) ? a.headings : a.path;
    const pathB = isLeaf(b) ? b.headings : b.path;
    for (const [depth, level] of this.#sort.levels.entries()) {
      const headingA = pathA[depth];
      const headingB = pathB[depth];
      if (!headingA || !headingB) return Number(headingA !== undefined) - Number(headingB !== undefined);
      const order = compareHeadings(level, headingA, headingB);
      if (order !== 0) return order;
    }
    if (isLeaf(a) && isLeaf(b)) return this.#maker.compare(a, b);
    return Number(isLeaf(a)) - Number(isLeaf(b));
  };

  /** How many of the rows seen stand before a place, or before and at it. */
  index(place: Place, including: boolean): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.compare(this.#rows[middle] as Place, place);
      if (order < 0 || (including && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Puts other rows in place of all. */
  replaceAll(leaves: Leaf[]): void {
    this.#leaves = leaves;
    this.#byText = new Map(leaves.map((leaf) => [leaf.text, leaf]));
    this.#arrange();
  }

  /** Takes some rows out and puts others in. */
  replace(out: readonly Leaf[], into: readonly Leaf[]): void {
    const categorized = this.#sort.levels.length > 0;
    // A few rows are moved in place; for many, or below headings that may move as a whole, all are put in order once.
    if (!categorized && out.length + into.length <= movedInPlace) {
      for (const leaf of out) this.#takeOut(leaf);
      for (const leaf of into) this.#putIn(leaf);
      return;
    }
    const gone = new Set(out);
    for (const leaf of out) this.#byText.delete(leaf.text);
    for (const leaf of into) this.#byText.set(leaf.text, leaf);
    this.#leaves = [...this.#leaves.filter((leaf) => !gone.has(leaf)), ...into];
    this.#arrange();
  }

  placeOf(key: Uint8Array): Place | null {
    const text = keyText(key);
    return this.#byText.get(text) ?? this.#headings.get(text) ?? null;
  }

  turn(key: Uint8Array, open: boolean): { readonly place: Place; readonly rows: number } | null {
    const heading = this.#headings.get(keyText(key));
    if (!heading || !isVisible(heading)) return null;
    if (heading.open === open) return { place: heading, rows: 0 };
    const before = this.#rows.length;
    if (open === this.#startsOpen(heading.depth)) this.#turned.delete(heading.text);
    else this.#turned.set(heading.text, [heading.key, open]);
    heading.open = open;
    this.#show();
    return { place: heading, rows: Math.abs(this.#rows.length - before) };
  }

  turned(): readonly (readonly [key: Uint8Array, open: boolean])[] {
    return [...this.#turned.values()];
  }

  restore(turned: readonly (readonly [key: Uint8Array, open: boolean])[]): void {
    this.#turned.clear();
    for (const [key, open] of turned) this.#turned.set(keyText(key), [key, open]);
    for (const heading of this.#headings.values()) heading.open = this.#isOpen(heading.text, heading.depth);
    this.#show();
  }

  #takeOut(leaf: Leaf): void {
    const index = this.index(leaf, false);
    if (this.#leaves[index] === leaf) this.#leaves.splice(index, 1);
    this.#byText.delete(leaf.text);
  }

  #putIn(leaf: Leaf): void {
    this.#leaves.splice(this.index(leaf, false), 0, leaf);
    this.#byText.set(leaf.text, leaf);
  }

  #arrange(): void {
    this.#headings = arrange(this.#leaves, this.#sort.levels, (text, depth) => this.#isOpen(text, depth));
    this.#leaves.sort(this.compare);
    let above: readonly Heading[] = [];
    for (const leaf of this.#leaves) {
      for (const [depth, heading] of leaf.headings.entries()) if (above[depth] !== heading) heading.first = leaf;
      above = leaf.headings;
    }
    this.#show();
  }

  #isOpen(text: string, depth: number): boolean {
    return this.#turned.get(text)?.[1] ?? this.#startsOpen(depth);
  }

  #startsOpen(depth: number): boolean {
    return depth < this.#sort.expanded;
  }

  #show(): void {
    if (this.#sort.levels.length === 0) {
      this.#rows = this.#leaves;
      return;
    }
    const rows: Place[] = [];
    let above: readonly Heading[] = [];
    for (const leaf of this.#leaves) {
      for (const [depth, heading] of leaf.headings.entries())
        if (above[depth] !== heading && isVisible(heading)) rows.push(heading);
      above = leaf.headings;
      if (isVisible(leaf)) rows.push(leaf);
    }
    this.#rows = rows;
  }
}

const movedInPlace = 16;
