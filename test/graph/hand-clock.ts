import { vi } from 'vitest';
import type { Clock } from '../../src/graph/index.js';

/** A clock that is moved by hand. */
export class HandClock implements Clock {
  readonly #sleepers = new Set<{ readonly at: number; readonly work: () => void }>();
  #now = Date.now();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, work: () => void): () => void {
    const sleeper = { at: this.#now + milliseconds, work };
    this.#sleepers.add(sleeper);
    return () => this.#sleepers.delete(sleeper);
  }

  /** Moves on, and wakes who waits for that. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const sleeper of [...this.#sleepers].filter(({ at }) => at <= this.#now)) {
      this.#sleepers.delete(sleeper);
      sleeper.work();
    }
  }

  /** Waits until somebody sleeps for no longer than so long, and answers how long. */
  async sleeper(most: number): Promise<number> {
    return await vi.waitFor(() => {
      const left = [...this.#sleepers].map(({ at }) => at - this.#now).filter((one) => one <= most);
      if (left.length === 0) throw new Error('nobody sleeps');
      return Math.min(...left);
    }, 10_000);
  }
}
