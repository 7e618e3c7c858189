/** Looks at the heap of the server from time to time. */
export class Heap {
  #served;
  #samples = [];
  #timer = null;
  #warm = 0;
  last = '?';
  words = 'the heap was not looked at';

  constructor(served) {
    this.#served = served;
  }

  /** Begins to look; what is before the warm-up counts for nothing. */
  async begin(minutes) {
    const every = Math.max(1000, Math.min(10_000, minutes * 1000));
    this.#warm = performance.now() + Math.max(minutes * 60_000 * 0.3, 10_000);
    this.#timer = setInterval(() => void this.#look(), every);
    await this.#look();
  }

  /** Looks no more. */
  end() {
    clearInterval(this.#timer);
  }

  /** Whether it has grown since the warm-up: the least of the last third over the least of the first. */
  verdict() {
    const warm = this.#samples.filter(({ at }) => at >= this.#warm).map(({ megabytes }) => megabytes);
    if (warm.length < 6) return [`the heap was seen only ${warm.length} times after the warm-up`];
    const third = Math.floor(warm.length / 3);
    const [first, last] = [Math.min(...warm.slice(0, third)), Math.min(...warm.slice(-third))];
    this.words = `heap ${first.toFixed(1)} MB after the warm-up, ${last.toFixed(1)} MB in the end`;
    // Caches fill for a while after the warm-up; a leak of a kilobyte per message would be tens of megabytes.
    return last > first * 1.15 + 3
      ? [`the heap grows: ${first.toFixed(1)} MB after the warm-up, ${last.toFixed(1)} MB in the end`]
      : [];
  }

  async #look() {
    const bytes = await this.#served.heap();
    if (bytes === null) return;
    const megabytes = bytes / 1024 / 1024;
    this.#samples.push({ at: performance.now(), megabytes });
    this.last = megabytes.toFixed(1);
  }
}
