/** What a {@link DelayLine} needs of time; tests bring their own. */
export interface DelayClock {
  /** Milliseconds, fractions included, from any fixed point. */
  now(): number;
  /** Calls `wake` after at least so many milliseconds. */
  after(milliseconds: number, wake: () => void): void;
}

const realClock: DelayClock = {
  now: () => performance.now(),
  after: (milliseconds, wake) => {
    setTimeout(wake, milliseconds);
  },
};

/**
 * A wire of a given length: what is put in comes out unchanged, in order, that much later. Each piece has its own
 * time of arrival, so pieces that followed each other closely still do: a line holds any number of them at once, as a
 * long cable does, and pipelining keeps its effect.
 */
export class DelayLine<T> {
  readonly #milliseconds: number;
  readonly #deliver: (piece: T) => void;
  readonly #clock: DelayClock;
  #pieces: { readonly due: number; readonly piece: T }[] = [];
  #waiting = false;

  /**
   * @param milliseconds how long a piece is on its way
   * @param deliver called with each piece when it arrives
   * @param clock where time comes from
   */
  constructor(milliseconds: number, deliver: (piece: T) => void, clock: DelayClock = realClock) {
    this.#milliseconds = milliseconds;
    this.#deliver = deliver;
    this.#clock = clock;
  }

  /** Puts a piece into the line. */
  put(piece: T): void {
    this.#pieces.push({ due: this.#clock.now() + this.#milliseconds, piece });
    this.#wait();
  }

  #wait(): void {
    const first = this.#pieces[0];
    if (this.#waiting || first === undefined) return;
    this.#waiting = true;
    this.#clock.after(Math.max(1, Math.ceil(first.due - this.#clock.now())), () => {
      this.#waiting = false;
      this.#arrive();
      this.#wait();
    });
  }

  #arrive(): void {
    const now = this.#clock.now();
    const count = this.#pieces.findIndex((entry) => entry.due > now);
    const arrived = this.#pieces.splice(0, count < 0 ? this.#pieces.length : count);
    for (const { piece } of arrived) this.#deliver(piece);
  }
}
