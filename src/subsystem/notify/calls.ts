/**
 * The calls of one client that are under way. A call that does many things causes events long before it returns, and those
 * are told after it has: whoever tells waits for the calls that are under way, not for those that begin later, so that a client
 * who always has one running hears, too.
 * @spec supporting-event-notification
 */
export class CallsUnderWay {
  readonly #calls = new Set<Promise<unknown>>();

  /**
   * Runs a call.
   *
   * @param call the call
   * @returns what it answers
   */
  during<T>(call: () => T | Promise<T>): Promise<T> {
    const running = Promise.resolve().then(call);
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    this.#calls.add(ended);
    void ended.then(() => this.#calls.delete(ended));
    return running;
  }

  /**
   * Does something in a later turn of the event loop, when the calls that are under way now have returned to their callers.
   *
   * @param step what
   */
  after(step: () => void): void {
    const running = [...this.#calls];
    // An immediate comes after all promises that settle now, so a caller has its answer before.
    if (running.length === 0) setImmediate(step);
    else void Promise.all(running).then(() => setImmediate(step));
  }
}
