import type { Awaitable } from './awaitable.js';

/** Serves the calls on one object in the order they were made. While none is under way a call runs at once. */
export class Turns {
  #last: Promise<unknown> | null = null;

  /**
   * Runs a step in its turn.
   *
   * @param step what to do
   * @returns what it answers, at once when nothing was under way and nothing has to wait
   */
  run<T>(step: () => Awaitable<T>): Awaitable<T> {
    const result = this.#last ? this.#last.then(step) : step();
    if (!(result instanceof Promise)) return result;
    const settled: Promise<unknown> = result.then(
      () => this.#done(settled),
      () => this.#done(settled),
    );
    this.#last = settled;
    return result;
  }

  #done(settled: Promise<unknown>): void {
    if (this.#last === settled) this.#last = null;
  }
}
