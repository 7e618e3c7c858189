// This thread's end of a Submitter that works on another one.

/** Looks like a Submitter; sends what one turn brings in one message. */
export class RemoteSubmitter {
  #worker;
  #waiting = new Map();
  #batch = [];
  #serial = 0;
  /** The other end's counts, as of its last answer. */
  counts = { groups: 0, busy: 0, longest: 0 };

  /** @param {import('node:worker_threads').Worker} worker */
  constructor(worker) {
    this.#worker = worker;
    worker.on('message', ({ answers, counts }) => {
      for (const [serial, outcome] of answers) this.#settle(serial, outcome);
      this.counts = counts;
    });
    // Whether the submissions under way reached the disk is not known when the thread is gone: each says so.
    worker.on('error', (cause) => {
      for (const { reject } of this.#waiting.values()) reject(new Error('The committing thread failed', { cause }));
      this.#waiting.clear();
    });
  }

  /**
   * @param {import('./submission.mjs').Submission} submission
   * @returns {Promise<number>} as Submitter.submit
   */
  submit(submission) {
    return new Promise((resolve, reject) => {
      const serial = this.#serial++;
      this.#waiting.set(serial, { resolve, reject });
      this.#batch.push([serial, submission]);
      if (this.#batch.length === 1) setImmediate(() => this.#send());
    });
  }

  #send() {
    this.#worker.postMessage(this.#batch);
    this.#batch = [];
  }

  #settle(serial, outcome) {
    const { resolve, reject } = this.#waiting.get(serial);
    this.#waiting.delete(serial);
    if ('value' in outcome) resolve(outcome.value);
    else reject(Object.assign(new Error(outcome.message), { code: outcome.code }));
  }
}
