/**
 * Waits for an answer, but not for ever.
 *
 * @param answer what is waited for; it goes on when nobody waits for it any more
 * @param ms how long, in milliseconds
 * @returns the answer, or `late`
 */
export const within = <T>(answer: Promise<T>, ms: number): Promise<T | 'late'> => new Patience().within(answer, ms);

/** How long somebody waits for answers: so long as each may take, until there is less time for all of them. */
export class Patience {
  readonly #waiting = new Set<() => void>();
  #most: number | null = null;

  /**
   * Waits for an answer.
   *
   * @param answer what is waited for
   * @param ms how long at most, in milliseconds
   * @returns the answer, or `late`
   */
  async within<T>(answer: Promise<T>, ms: number): Promise<T | 'late'> {
    const timers: NodeJS.Timeout[] = [];
    let shorten = (): void => undefined;
    const late = new Promise<'late'>((resolve) => {
      timers.push(setTimeout(() => resolve('late'), ms).unref());
      // Somebody waits for the end of all this, and the process has to live until then.
      shorten = () => void timers.push(setTimeout(() => resolve('late'), this.#most ?? ms));
    });
    if (this.#most !== null) shorten();
    this.#waiting.add(shorten);
    try {
      return await Promise.race([answer, late]);
    } finally {
      this.#waiting.delete(shorten);
      for (const timer of timers) clearTimeout(timer);
    }
  }

  /** From now on no answer is waited for longer, those included that are being waited for. */
  shorten(ms: number): void {
    if (this.#most !== null && this.#most <= ms) return;
    this.#most = ms;
    for (const each of this.#waiting) each();
  }
}
