// The road to the store: submissions of one turn of the event loop share one commit, and each gets its own answer.

/** The most submissions in one transaction: what one slow commit may hold up. */
export const groupLimit = 16;
/** How long a group waits for another process's lock, in ms, before its submissions fail as busy. */
export const busyLimit = 5_000;
/** A commit that takes longer, in ms, is slow: the lock is left alone for `gap` ms after it. */
const slow = 2;
const gap = 2;

/**
 * Collects submissions and hands them to a committer in groups, one group at a time, in the order of submission.
 *
 * The committer is a synchronous function of a group that answers the outcomes, or null when another process holds the
 * write lock and nothing was done.
 */
export class Submitter {
  #queue = [];
  #underWay = false;
  #commit;
  #limit;
  /** What happened, for the experiment: groups committed, times the lock was taken, longest commit call in ms. */
  counts = { groups: 0, busy: 0, longest: 0 };

  /**
   * @param {(group: any[]) => import('./group.mjs').Outcome[] | null} commit
   * @param {number} [limit] submissions in one group
   */
  constructor(commit, limit = groupLimit) {
    this.#commit = commit;
    this.#limit = limit;
  }

  /**
   * Submits; the promise resolves when the submission is on the disk.
   *
   * @param {import('./submission.mjs').Submission} submission
   * @returns {Promise<number>} its place in the outgoing queue; rejects with its own error, with code `BUSY` when
   *   another process held the lock too long, or with the failure of the COMMIT
   */
  submit(submission) {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, resolve, reject });
      if (this.#underWay) return;
      this.#underWay = true;
      // Not a microtask: everything that the same poll of the sockets brings shall share the commit.
      setImmediate(() => void this.#work());
    });
  }

  async #work() {
    while (this.#queue.length > 0) {
      const group = await this.#group();
      for (const [i, outcome] of group.outcomes.entries()) {
        const { resolve, reject } = group.members[i];
        if ('value' in outcome) resolve(outcome.value);
        else reject(outcome.error);
      }
      // SQLite's lock knows no queue: whoever asks at the right moment has it. On a slow disk that moment would be the one
      // turn between two commits, and another process could ask for seconds; so leave a gap that it cannot miss.
      await (group.took > slow ? pause(gap) : turn());
    }
    this.#underWay = false;
  }

  /** Commits the head of the queue. Whoever joins while the lock is taken may still share the group. */
  async #group() {
    const since = performance.now();
    for (;;) {
      const members = this.#queue.slice(0, this.#limit);
      const started = performance.now();
      const outcomes = this.#attempt(members);
      const took = performance.now() - started;
      this.counts.longest = Math.max(this.counts.longest, took);
      if (outcomes) {
        this.counts.groups++;
        this.#queue.splice(0, members.length);
        return { members, outcomes, took };
      }
      this.counts.busy++;
      const waited = performance.now() - since;
      if (waited > busyLimit) {
        const error = Object.assign(new Error(`The database stayed locked for ${busyLimit} ms`), { code: 'BUSY' });
        this.#queue.splice(0, members.length);
        return { members, outcomes: members.map(() => ({ error })), took };
      }
      // A commit elsewhere mostly takes well under a millisecond, so the first tries follow each other closely; the timer
      // after them leaves the processor to whoever holds the lock. The loop runs on in both.
      await (waited < slow ? turn() : pause(1));
    }
  }

  /** A committer that throws has lost its connection in the middle of a group: nobody can be told that it was kept. */
  #attempt(members) {
    try {
      return this.#commit(members.map((member) => member.submission));
    } catch (cause) {
      const error = new Error('The group could not be committed', { cause });
      return members.map(() => ({ error }));
    }
  }
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
