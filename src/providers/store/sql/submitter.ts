import { limit } from '../../../base/index.js';
import { StoreError } from '../error.js';

/** The most submissions in one transaction. */
export const groupLimit: number = limit(
  'store.groupSubmissions',
  64,
  'submissions',
  'What holds up the event loop at a time, some milliseconds; more gain little (decisions 0003 and 0012)',
);
const busyMs = limit(
  'store.busyMs',
  5000,
  'milliseconds',
  'How long a write waits for the lock of another process before it fails with MAPI_E_BUSY (decision 0003)',
);
/** Commits that take longer, in ms, are slow: the lock is left alone for `gap` ms after them, every `slice` ms. */
const slow = 2;
const gap = 2;
const slice = 25;
/** As long, in ms, a group is left open while every turn of the event loop brings more. */
const open = 5;

/** What became of one submission. */
export type Outcome<R> = { readonly value: R } | { readonly error: unknown };

interface Waiting<S, R> {
  readonly submission: S;
  /** Whether the answer waits until it is on the disk. */
  readonly durable: boolean;
  readonly resolve: (value: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Collects submissions and hands them to a committer in groups, one group at a time, in the order of submission. What one
 * turn of the event loop brings shares a commit, and what was committed while the disk was busy shares the next wait for it;
 * docs/decisions/0003-group-commit.md and 0012 tell why and with what numbers.
 */
export class Submitter<S, R> {
  readonly #commit: (group: readonly S[]) => readonly Outcome<R>[] | null;
  readonly #sync: () => Promise<void>;
  readonly #syncNow: () => boolean;
  readonly #clock: () => number;
  #queue: Waiting<S, R>[] = [];
  #committed: { readonly member: Waiting<S, R>; readonly outcome: Outcome<R> | undefined }[] = [];
  /** Whether something was answered before it was on the disk. */
  #behind = false;
  #worker: Promise<void> | null = null;
  #syncer: Promise<void> | null = null;
  /** When the lock was left alone last. */
  #left = 0;
  /** Members of the last group. */
  #size = 0;

  /**
   * @param commit commits one group and answers the outcomes in its order; null when another process holds the write
   *   lock and nothing was done
   * @param sync waits until everything that was committed before is on the disk
   * @param syncNow does so before it answers, where that is quick; false when it did nothing
   * @param clock tells the time in milliseconds, for how long a group is left open
   */
  constructor(
    commit: (group: readonly S[]) => readonly Outcome<R>[] | null,
    sync: () => Promise<void> = () => Promise.resolve(),
    syncNow: () => boolean = () => false,
    clock: () => number = () => performance.now(),
  ) {
    this.#clock = clock;
    this.#commit = commit;
    this.#sync = sync;
    this.#syncNow = syncNow;
  }

  /**
   * Submits; the promise resolves when the submission is on the disk.
   *
   * @param submission what to write
   * @param durable false for what means nothing before a later submission names it: its answer comes as soon as it is
   *   committed, and the later one's wait for the disk is for both
   * @returns what writing it answered
   * @throws {StoreError} `BUSY` when another process held the lock too long; else the submission's own error, or the
   *   failure of the commit
   */
  submit(submission: S, durable = true): Promise<R> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ submission, durable, resolve, reject });
      this.#worker ??= this.#work();
    });
  }

  /** Resolves when everything that was submitted before has its answer. */
  async settled(): Promise<void> {
    while (this.#worker || this.#syncer) await (this.#worker ?? this.#syncer);
  }

  async #work(): Promise<void> {
    // Not a microtask: everything that the same poll of the sockets brings shall share the commit.
    await turn();
    while (this.#queue.length > 0) {
      await this.#gather();
      const took = await this.#group();
      // SQLite's lock knows no queue: without a gap another process, which asks every millisecond, could do so for seconds
      // in vain. A gap after each commit would cost as much as the commit does.
      if (this.#queue.length === 0) break;
      if (took > slow && performance.now() - this.#left > slice) {
        await pause(gap);
        this.#left = performance.now();
      } else await turn();
    }
    this.#worker = null;
  }

  /**
   * Leaves the group open as long as each turn brings more: programs that got their answers together ask again together, yet not in one
   * turn. Whoever is alone, as the last one was, is not kept waiting.
   */
  async #gather(): Promise<void> {
    const since = this.#clock();
    let had = this.#size > 1 ? 0 : 1;
    while (this.#queue.length > had && this.#queue.length < groupLimit && this.#clock() - since < open) {
      had = this.#queue.length;
      await turn();
    }
  }

  /** Commits the head of the queue. Whoever joins while the lock is taken may still share the group. */
  async #group(): Promise<number> {
    const since = performance.now();
    for (;;) {
      const members = this.#queue.slice(0, groupLimit);
      const started = performance.now();
      const outcomes = this.#attempt(members);
      const waited = performance.now() - since;
      if (outcomes || waited > busyMs) {
        this.#queue.splice(0, members.length);
        this.#size = members.length;
        this.#answer(members, outcomes ?? members.map(() => ({ error: stayedLocked() })));
        return performance.now() - started;
      }
      await (waited < slow ? turn() : pause(1));
    }
  }

  /** Answers what need not wait for the disk, and has the rest wait for it. */
  #answer(members: readonly Waiting<S, R>[], outcomes: readonly Outcome<R>[]): void {
    for (const [index, member] of members.entries()) {
      const outcome = outcomes[index];
      if (member.durable && outcome && 'value' in outcome) this.#committed.push({ member, outcome });
      else {
        answer(member, outcome);
        this.#behind ||= outcome !== undefined && 'value' in outcome;
      }
    }
    if (this.#committed.length === 0 && !this.#behind) return;
    if (!this.#alone()) this.#syncer ??= this.#syncAll();
  }

  /** One that came alone, while nobody waits, is answered without a trip to another thread and back, where the disk is quick. */
  #alone(): boolean {
    const [only, more] = this.#committed;
    if (!only || more || this.#syncer || this.#behind || this.#queue.length > 0) return false;
    let failure: { readonly error: unknown } | null = null;
    try {
      if (!this.#syncNow()) return false;
    } catch (error) {
      failure = { error };
    }
    this.#committed = [];
    answer(only.member, failure ?? only.outcome);
    return true;
  }

  async #syncAll(): Promise<void> {
    while (this.#committed.length > 0 || this.#behind) {
      const waiting = this.#committed;
      this.#committed = [];
      this.#behind = false;
      let failure: { readonly error: unknown } | null = null;
      try {
        await this.#sync();
      } catch (error) {
        failure = { error };
      }
      for (const { member, outcome } of waiting) answer(member, failure ?? outcome);
    }
    this.#syncer = null;
  }

  #attempt(members: readonly Waiting<S, R>[]): readonly Outcome<R>[] | null {
    try {
      return this.#commit(members.map((member) => member.submission));
    } catch (error) {
      return members.map(() => ({ error }));
    }
  }
}

function answer<S, R>(member: Waiting<S, R>, outcome: Outcome<R> | undefined): void {
  if (outcome && 'value' in outcome) member.resolve(outcome.value);
  else member.reject(outcome?.error);
}

const stayedLocked = () => new StoreError('BUSY', `another process kept the store locked for ${busyMs} ms; try again`);
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
