import { vi } from 'vitest';

/** Time that passes step by step, for timers alone, and is counted. */
export class Passing {
  #ticks: NodeJS.Timeout | undefined;
  #passed = 0;

  /** @param step how much passes at once, in milliseconds: a quarter of a second unless it is said */
  begin(step = 250): void {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    this.#ticks = setInterval(() => {
      this.#passed += step;
      vi.advanceTimersByTime(step);
    }, 1);
  }

  /** @returns how much has passed, in milliseconds */
  stop(): number {
    clearInterval(this.#ticks);
    vi.useRealTimers();
    return this.#passed;
  }
}
