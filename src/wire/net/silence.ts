/**
 * Asks whether to go on waiting. It gets the phase that is silent and the seconds waited; it answers new seconds to go
 * on, or null to give up.
 */
export type TimeoutQuestion = (phase: string, seconds: number) => number | null | Promise<number | null>;

/**
 * Watches for silence with one timer per connection. Waiting for something new only notes the time; the timer is left
 * to fire early and is then set again for what remains, so that a busy connection never touches the timer list.
 */
export class Silence {
  readonly #ask: TimeoutQuestion | undefined;
  readonly #expire: (phase: string, seconds: number) => void;
  #timer: NodeJS.Timeout | null = null;
  #fires = 0;
  #phase: string | null = null;
  #seconds = 0;
  #since = 0;
  #asking = false;

  /**
   * @param ask decides whether to go on when a phase was silent too long; without it the wait ends
   * @param expire called once when the wait has ended: the phase and its seconds
   */
  constructor(ask: TimeoutQuestion | undefined, expire: (phase: string, seconds: number) => void) {
    this.#ask = ask;
    this.#expire = expire;
  }

  /**
   * Begins to wait for something, in place of what was waited for before.
   *
   * @param phase what is waited for
   * @param seconds how long; 0 or Infinity waits for ever
   */
  watch(phase: string, seconds: number): void {
    this.#phase = phase;
    this.#seconds = seconds;
    this.#since = performance.now();
    this.#arm();
  }

  /**
   * Notes that something moved: the waiting time begins again, if it is this that is waited for.
   *
   * @param phase what moved
   */
  touch(phase: string): void {
    if (this.#phase === phase) this.#since = performance.now();
  }

  /** Nothing is waited for any more. */
  rest(): void {
    this.#phase = null;
  }

  /** Ends the watch for good. */
  stop(): void {
    this.#phase = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #arm(): void {
    if (this.#asking || !(this.#seconds > 0) || this.#seconds === Number.POSITIVE_INFINITY) return;
    const due = this.#since + this.#seconds * 1000;
    if (this.#timer !== null) {
      if (this.#fires <= due) return;
      clearTimeout(this.#timer);
    }
    this.#set(due);
  }

  #set(due: number): void {
    // setTimeout takes a wait beyond 2^31 - 1 ms for none at all.
    const wait = Math.min(Math.max(1, due - performance.now()), 2 ** 31 - 1);
    this.#fires = due;
    this.#timer = setTimeout(() => this.#fired(), wait);
    // The socket keeps the program alive while there is something to wait for; the timer alone must not.
    this.#timer.unref();
  }

  #fired(): void {
    this.#timer = null;
    if (this.#phase === null || this.#asking) return;
    const due = this.#since + this.#seconds * 1000;
    if (due - performance.now() > 1) {
      this.#set(due);
      return;
    }
    const phase = this.#phase;
    const seconds = this.#seconds;
    if (this.#ask === undefined) {
      this.#expired(phase, seconds);
      return;
    }
    this.#asking = true;
    const since = this.#since;
    void this.#question(this.#ask, phase, seconds).then((more) => {
      this.#asking = false;
      // What was waited for has come while the question was open: its answer no longer matters.
      if (this.#phase === null) return;
      if (this.#phase !== phase || this.#since !== since) return this.#arm();
      if (more === null) return this.#expired(phase, seconds);
      this.watch(phase, more);
    });
  }

  async #question(ask: TimeoutQuestion, phase: string, seconds: number): Promise<number | null> {
    try {
      const more = await ask(phase, seconds);
      return typeof more === 'number' && more > 0 ? more : null;
    } catch {
      // A question that fails has not said to go on.
      return null;
    }
  }

  #expired(phase: string, seconds: number): void {
    this.#phase = null;
    this.#expire(phase, seconds);
  }
}
