import type { Queued } from './queuetable.js';

/** Messages of a queue that wait for a time, the earliest first: there may be many, and each look at them is one at the first. */
export class Pauses {
  readonly #all = new Map<string, Pause>();
  /** A heap: none is earlier than the one at half its index. Those that are over in {@link #all} are passed over later. */
  readonly #heap: Pause[] = [];

  /** Has a message wait until a time in milliseconds, and no longer for an earlier one. */
  add(message: Queued, at: number): void {
    const pause = { message, at };
    this.#all.set(message.key, pause);
    this.#rise(pause);
  }

  /** Whether a message waits. One that has been submitted anew since does so no longer. */
  has({ key, place }: Queued): boolean {
    const pause = this.#all.get(key);
    if (!pause) return false;
    if (pause.message.place === null || pause.message.place === place) return true;
    this.#all.delete(key);
    return false;
  }

  /** A message waits no longer. */
  end(key: string): void {
    this.#all.delete(key);
  }

  /** No message waits any longer. */
  clear(): void {
    this.#all.clear();
    this.#heap.length = 0;
  }

  /** When the first of them has waited long enough; null when none waits. */
  get next(): number | null {
    return this.#first()?.at ?? null;
  }

  /** The first of them, which waits no longer, if its time has come; null else. */
  take(now: number): Queued | null {
    const first = this.#first();
    if (!first || first.at > now) return null;
    this.#all.delete(first.message.key);
    return first.message;
  }

  #first(): Pause | undefined {
    for (;;) {
      const first = this.#heap[0];
      if (!first || this.#all.get(first.message.key) === first) return first;
      this.#drop();
    }
  }

  #rise(pause: Pause): void {
    const heap = this.#heap;
    let at = heap.length;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = heap[above] as Pause;
      if (other.at <= pause.at) break;
      heap[at] = other;
      at = above;
    }
    heap[at] = pause;
  }

  /** Takes the first out of the heap. */
  #drop(): void {
    const heap = this.#heap;
    const last = heap.pop() as Pause;
    if (heap.length === 0) return;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && (heap[below + 1] as Pause).at < (heap[below] as Pause).at) below++;
      if ((heap[below] as Pause).at >= last.at) break;
      heap[at] = heap[below] as Pause;
      at = below;
    }
    heap[at] = last;
  }
}

interface Pause {
  readonly message: Queued;
  readonly at: number;
}
