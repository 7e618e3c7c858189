/**
 * Serves calls on one stream in the order they were made. While nothing is under way a call runs at once, so that
 * a stream over memory costs no waiting.
 */
export class Turns {
  #last: Promise<unknown> | null = null;

  /** Whether a call is under way. */
  get busy(): boolean {
    return this.#last !== null;
  }

  /**
   * Runs a step in its turn.
   *
   * @param step what to do; it may answer with a promise
   * @returns what it answers, at once when nothing was under way
   */
  run<T>(step: () => T | Promise<T>): T | Promise<T> {
    return Turns.together([this], step);
  }

  /**
   * Runs a step when its turn has come on several streams. The turns are taken at the same moment, so two such calls
   * can't wait for each other.
   *
   * @param all the streams' turns
   * @param step what to do
   * @returns what it answers
   */
  static together<T>(all: readonly Turns[], step: () => T | Promise<T>): T | Promise<T> {
    const before = all.flatMap((turns) => (turns.#last ? [turns.#last] : []));
    const result = before.length === 0 ? step() : Promise.all(before).then(step);
    if (!(result instanceof Promise)) return result;
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    for (const turns of all) {
      turns.#last = settled;
      void settled.then(() => {
        if (turns.#last === settled) turns.#last = null;
      });
    }
    return result;
  }
}
