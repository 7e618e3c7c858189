/** How many items stand side by side before they are parted. */
const mostTogether = 512;

interface Chunk<T> {
  readonly items: T[];
  weight: number;
}

/**
 * Items in an order, each as wide as its weight says. Coming, going, and the way between an item and the sum of the weights
 * before it cost a little more than the root of the number of items, never the number itself.
 *
 * @typeParam T the items; no two of them compare as equal
 */
export class OrderedList<T> {
  readonly #compare: (a: T, b: T) => number;
  readonly #weigh: (item: T) => number;
  #chunks: Chunk<T>[] = [];
  #weight = 0;

  /**
   * Makes an empty list.
   *
   * @param compare the order; it must not change for an item while the item is in the list
   * @param weigh the weight of an item; after a change {@link reweigh} wants to be told
   */
  constructor(compare: (a: T, b: T) => number, weigh: (item: T) => number = () => 1) {
    this.#compare = compare;
    this.#weigh = weigh;
  }

  /** What all items weigh. */
  get weight(): number {
    return this.#weight;
  }

  /** The first item; undefined in an empty list. */
  get first(): T | undefined {
    return this.#chunks[0]?.items[0];
  }

  /** Puts other items in place of all, in any order. */
  replaceAll(items: readonly T[]): void {
    const sorted = items.toSorted(this.#compare);
    this.#chunks = [];
    for (let at = 0; at < sorted.length; at += mostTogether / 2)
      this.#chunks.push({ items: sorted.slice(at, at + mostTogether / 2), weight: 0 });
    this.reweighAll();
  }

  /** Adds an item. */
  add(item: T): void {
    const at = this.#chunkOf(item);
    const chunk = this.#chunks[at];
    const weight = this.#weigh(item);
    this.#weight += weight;
    if (!chunk) {
      this.#chunks.push({ items: [item], weight });
      return;
    }
    chunk.items.splice(this.#indexIn(chunk, item, true), 0, item);
    chunk.weight += weight;
    if (chunk.items.length <= mostTogether) return;
    const items = chunk.items.splice(mostTogether / 2);
    const moved = items.reduce((sum, each) => sum + this.#weigh(each), 0);
    chunk.weight -= moved;
    this.#chunks.splice(at + 1, 0, { items, weight: moved });
  }

  /**
   * Takes an item out.
   *
   * @returns false when it is not there
   */
  remove(item: T): boolean {
    const at = this.#chunkOf(item);
    const chunk = this.#chunks[at];
    if (!chunk) return false;
    const index = this.#indexIn(chunk, item, false);
    const found = chunk.items[index];
    if (found === undefined || this.#compare(found, item) !== 0) return false;
    chunk.items.splice(index, 1);
    chunk.weight -= this.#weigh(found);
    this.#weight -= this.#weigh(found);
    if (chunk.items.length === 0) this.#chunks.splice(at, 1);
    return true;
  }

  /** Takes note of the new weight of an item. */
  reweigh(item: T): void {
    this.#settle(this.#chunkOf(item));
  }

  /** Takes note of new weights of any items. */
  reweighAll(): void {
    for (const at of this.#chunks.keys()) this.#settle(at);
    this.#weight = this.#chunks.reduce((sum, { weight }) => sum + weight, 0);
  }

  /**
   * What the items before an item weigh, whether it is in the list or not.
   *
   * @param item the item
   * @param including whether one that is its equal counts as well
   */
  weightBefore(item: T, including: boolean): number {
    const at = this.#chunkOf(item);
    const chunk = this.#chunks[at];
    if (!chunk) return 0;
    let sum = 0;
    for (let before = 0; before < at; before++) sum += (this.#chunks[before] as Chunk<T>).weight;
    const index = this.#indexIn(chunk, item, including);
    for (let before = 0; before < index; before++) sum += this.#weigh(chunk.items[before] as T);
    return sum;
  }

  /**
   * Visits the items that reach into a stretch of weights, in order.
   *
   * @param start where it begins
   * @param end where it ends, not included
   * @param see is told each item and where it begins
   */
  visit(start: number, end: number, see: (item: T, at: number) => void): void {
    let at = 0;
    for (const { items, weight } of this.#chunks) {
      if (at >= end) return;
      if (at + weight <= start) {
        at += weight;
        continue;
      }
      for (const item of items) {
        const next = at + this.#weigh(item);
        if (next > start) see(item, at);
        at = next;
        if (at >= end) return;
      }
    }
  }

  // The last one that begins with the item or with less.
  #chunkOf(item: T): number {
    let low = 0;
    let high = this.#chunks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare((this.#chunks[middle] as Chunk<T>).items[0] as T, item) <= 0) low = middle + 1;
      else high = middle;
    }
    return Math.max(low - 1, 0);
  }

  #indexIn({ items }: Chunk<T>, item: T, including: boolean): number {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(items[middle] as T, item);
      if (order < 0 || (including && order === 0)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #settle(at: number): void {
    const chunk = this.#chunks[at];
    if (!chunk) return;
    let weight = 0;
    for (const item of chunk.items) weight += this.#weigh(item);
    this.#weight += weight - chunk.weight;
    chunk.weight = weight;
  }
}
