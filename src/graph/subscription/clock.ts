/** Tells the time and wakes, so that hours pass in no time where they are tried. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Does something later.
   *
   * @param milliseconds how much later
   * @param work what is done
   * @returns calls it off
   */
  after(milliseconds: number, work: () => void): () => void;
}

/** A timer of Node can't wait longer; who is woken early looks at the time. */
const LONGEST = 2 ** 31 - 1;

/** The clock of the machine. It keeps no process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(milliseconds, work) {
    const timer = setTimeout(work, Math.min(milliseconds, LONGEST));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
