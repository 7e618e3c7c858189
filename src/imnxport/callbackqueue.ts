import { assert, log } from '../base/index.js';
import { WAITING_CALLBACKS } from './limits.js';

/** One call to the client, or a change of state that must happen in the order of the calls. */
type Step = () => void;

/**
 * Keeps the three promises that the hidden window and its message loop kept: a callback never comes inside the call
 * that caused it, never while another one runs, and always in the order of the wire.
 *
 * Steps run from a microtask: after the code that added them has finished, and before anything else comes from the
 * network. A question stops the queue until it is answered.
 */
export class CallbackQueue {
  #steps: Step[] = [];
  #scheduled = false;
  #asking = false;
  #held = false;
  /** What lets go those who wait for their turn, in case it never comes. */
  readonly #waiters = new Set<() => void>();

  /** Whether nothing waits and no question is open. */
  get idle(): boolean {
    return this.#steps.length === 0 && !this.#asking;
  }

  /**
   * Adds a step.
   *
   * @param step calls the client, or changes state
   */
  post(step: Step): void {
    assert(this.#steps.length < WAITING_CALLBACKS, 'callbacks pile up: the transport was held back for too long');
    this.#steps.push(step);
    this.#schedule();
  }

  /** Waits until everything posted so far has been called, or was forgotten. */
  turn(): Promise<void> {
    return this.#waiting((done) => this.post(done));
  }

  /**
   * Adds a question and stops the queue until it is answered or its time is over.
   *
   * @param question calls the client
   * @param seconds how long the client may think
   * @param otherwise the answer when it takes longer, or when the queue is cleared before
   * @returns the answer; it never fails
   */
  async ask<T>(question: () => T | Promise<T>, seconds: number, otherwise: T): Promise<T> {
    let answer = otherwise;
    await this.#waiting((done) =>
      this.post(() => {
        this.#asking = true;
        void this.#answer(question, seconds, otherwise).then((given) => {
          this.#asking = false;
          answer = given;
          done();
          this.#schedule();
        });
      }),
    );
    return answer;
  }

  /** Forgets what waits: the connection that it was about is gone. Who waits for an answer goes on without one. */
  clear(): void {
    this.#steps = [];
    for (const release of this.#waiters) release();
  }

  /** Stops delivery until {@link resume}; steps are kept. */
  hold(): void {
    this.#held = true;
  }

  /** Goes on with delivery. */
  resume(): void {
    this.#held = false;
    this.#schedule();
  }

  #waiting(begin: (done: () => void) => void): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        this.#waiters.delete(done);
        resolve();
      };
      this.#waiters.add(done);
      begin(done);
    });
  }

  #schedule(): void {
    if (this.#scheduled || this.#asking || this.#held || this.#steps.length === 0) return;
    this.#scheduled = true;
    queueMicrotask(() => this.#run());
  }

  #run(): void {
    this.#scheduled = false;
    let next = 0;
    const steps = this.#steps;
    // A step may clear the queue (then #steps is another array), hold it, or ask a question.
    while (steps === this.#steps && next < steps.length && !this.#asking && !this.#held) {
      const step = steps[next++];
      try {
        step?.();
      } catch (error) {
        log.error('a callback could not be made', error);
      }
    }
    if (steps === this.#steps) steps.splice(0, next);
    if (this.#asking && steps === this.#steps) return;
    this.#schedule();
  }

  async #answer<T>(question: () => T | Promise<T>, seconds: number, otherwise: T): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<T>((resolve) => {
      timer = setTimeout(() => resolve(otherwise), seconds * 1000);
    });
    try {
      return await Promise.race([question(), late]);
    } catch (error) {
      log.error('a question to the client failed', error);
      return otherwise;
    } finally {
      clearTimeout(timer);
    }
  }
}
