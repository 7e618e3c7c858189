// Not those of the program: one that has a time of its own, as tests do, does not hold up the disk by that.
import { clearTimeout, setTimeout } from 'node:timers';
import { limit } from '../../../base/index.js';
import { StoreError } from '../error.js';

/** The most submissions in one transaction. */
export const groupLimit: number = limit(
  'store.groupSubmissions',
  128,
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
/** As long, in ms, those who were answered last are waited for. */
const moment = 1;
/** As many groups at most are closed without waiting for them, after it was in vain. */
const resignation = 63;

/** A clock. */
export interface Time {
  /** The time in milliseconds. */
  now(): number;
  /**
   * Calls something later.
   *
   * @returns takes it back
   */
  after(milliseconds: number, call: () => void): () => void;
}

const machine: Time = {
  now: () => performance.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

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
  readonly #time: Time;
  #queue: Waiting<S, R>[] = [];
  #committed: { readonly member: Waiting<S, R>; readonly outcome: Outcome<R> | undefined }[] = [];
  /** Whether something was answered before it was on the disk. */
  #behind = false;
  #worker: Promise<void> | null = null;
  #syncer: Promise<void> | null = null;
  /** The force that somebody waits for. */
  #force: Promise<void> | null = null;
  /** How many were answered last, with those who waited then. */
  #expected = 1;
  /** Called as soon as so many wait. */
  #complete: (() => void) | null = null;
  /** For how many groups nobody is waited for, because it was in vain, and for how many of them still. */
  #vain = 0;
  #resigned = 0;
  /** Whether, after one was answered on the spot, this turn of the event loop has gone on with something else. */
  #elsewhere = false;
  /** Whether that is being looked at. */
  #looking = false;
  /** When the lock was left alone last. */
  #left = 0;
  /** Members of the last group. */
  #size = 0;

  /**
   * @param commit commits one group and answers the outcomes in its order; null when another process holds the write
   *   lock and nothing was done
   * @param sync waits until everything that was committed before is on the disk
   * @param syncNow does so before it answers, where that is quick; false when it did nothing
   * @param time the clock by which groups are left open
   */
  constructor(
    commit: (group: readonly S[]) => readonly Outcome<R>[] | null,
    sync: () => Promise<void> = () => Promise.resolve(),
    syncNow: () => boolean = () => false,
    time: Time = machine,
  ) {
    this.#time = time;
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
      if (this.#queue.length >= this.#expected) this.#complete?.();
      this.#worker ??= this.#work();
    });
  }

  /** Resolves when everything that was submitted before has its answer. */
  async settled(): Promise<void> {
    while (this.#worker || this.#syncer) await (this.#worker ?? this.#syncer);
  }

  async #work(): Promise<void> {
    // Everything that the same poll of the sockets brings shall share the commit. Whoever was alone the last time mostly is so again:
    // for him a turn of the event loop would be a good part of all that a write takes. Who comes in the turn in which another one was
    // answered, but by another way, is not alone: their sockets are read one after the other.
    const alone = this.#size === 1 && this.#expected === 1 && !this.#elsewhere;
    await (alone ? undefined : turn());
    while (this.#queue.length > 0) {
      if (!this.#lonely()) await this.#gather();
      else if (this.#resigned > 0) this.#resigned--;
      let started = performance.now();
      if (!this.#tryGroup()) started = await this.#group(started);
      // SQLite's lock knows no queue: without a gap another process, which asks every millisecond, could do so for seconds
      // in vain. A gap after each commit would cost as much as the commit does.
      if (this.#queue.length === 0) break;
      if (performance.now() - started > slow && performance.now() - this.#left > slice) {
        await pause(gap);
        this.#left = performance.now();
      } else await turn();
    }
    this.#worker = null;
  }

  /** Whether nobody else is to be waited for: each promise that the one who is alone waits for costs him more than it does in a crowd. */
  #lonely(): boolean {
    return this.#queue.length === 1 && this.#expected === 1 && this.#size <= 1 && !this.#force;
  }

  /**
   * Leaves the group open until as many wait as were answered last: programs that got their answers together ask again together, yet not
   * in one turn. That is no longer than a moment, and not at all where it was in vain the last times; then it is left open as long as
   * each turn brings more. Whoever is alone, as the last one was, is not kept waiting.
   */
  async #gather(): Promise<void> {
    await this.#forced();
    if (this.#resigned === 0 && this.#expected > 1) {
      if (this.#queue.length < this.#expected) await this.#expecting();
      this.#vain = this.#queue.length < this.#expected ? Math.min(2 * this.#vain + 1, resignation) : 0;
      this.#resigned = this.#vain;
      return;
    }
    if (this.#resigned > 0) this.#resigned--;
    const since = this.#time.now();
    let had = this.#size > 1 ? 0 : 1;
    while (this.#queue.length > had && this.#queue.length < groupLimit && this.#time.now() - since < open) {
      had = this.#queue.length;
      await turn();
    }
  }

  /**
   * Waits for the force that is under way, for as long as a group is left open: what is committed meanwhile would be answered no earlier.
   * Pieces of large values wait for none.
   */
  async #forced(): Promise<void> {
    if (!this.#force || !this.#queue.every(({ durable }) => durable)) return;
    await this.#within(open, this.#force);
  }

  /**
   * Waits until as many wait as are expected: as long as each moment brings more of them, for the moment may be over because one after
   * the other was just being worked on; no longer than a group is left open.
   */
  async #expecting(): Promise<void> {
    const complete = new Promise<void>((resolve) => {
      this.#complete = resolve;
    });
    const since = this.#time.now();
    let had = 0;
    while (this.#queue.length > had && this.#queue.length < this.#expected && this.#time.now() - since < open) {
      had = this.#queue.length;
      await this.#within(moment, complete);
    }
    this.#complete = null;
  }

  /** Waits for something, so many ms at most. That it fails is told to whoever has begun it. */
  #within(milliseconds: number, work: Promise<void>): Promise<void> {
    return new Promise((resolve) => {
      const takeBack = this.#time.after(milliseconds, resolve);
      const done = (): void => {
        takeBack();
        resolve();
      };
      work.then(done, done);
    });
  }

  /** Commits the head of the queue, unless another process holds the lock. */
  #tryGroup(): boolean {
    const members = this.#queue.slice(0, groupLimit);
    const outcomes = this.#attempt(members);
    if (outcomes) this.#done(members, outcomes);
    return outcomes !== null;
  }

  /** Commits the head of the queue once the lock is free; answers when that began. Whoever joins meanwhile may still share the group. */
  async #group(since: number): Promise<number> {
    for (;;) {
      const waited = performance.now() - since;
      if (waited > busyMs) {
        const members = this.#queue.slice(0, groupLimit);
        this.#done(
          members,
          members.map(() => ({ error: stayedLocked() })),
        );
        return performance.now();
      }
      await (waited < slow ? turn() : pause(1));
      const started = performance.now();
      if (this.#tryGroup()) return started;
    }
  }

  #done(members: readonly Waiting<S, R>[], outcomes: readonly Outcome<R>[]): void {
    this.#queue.splice(0, members.length);
    this.#size = members.length;
    this.#answer(members, outcomes);
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
    this.#expected = 1;
    answer(only.member, failure ?? only.outcome);
    this.#look();
    return true;
  }

  /**
   * Looks whether this turn of the event loop has more than the one who was answered: what he submits next comes before the ticks of
   * Node, what another socket brings comes after them.
   */
  #look(): void {
    if (this.#looking) return;
    this.#looking = true;
    process.nextTick(() => {
      this.#elsewhere = true;
    });
    setImmediate(() => {
      this.#elsewhere = this.#looking = false;
    });
  }

  async #syncAll(): Promise<void> {
    while (this.#committed.length > 0 || this.#behind) {
      const waiting = this.#committed;
      this.#committed = [];
      this.#behind = false;
      let failure: { readonly error: unknown } | null = null;
      try {
        const force = this.#sync();
        if (waiting.length > 0) this.#force = force;
        await force;
      } catch (error) {
        failure = { error };
      }
      this.#force = null;
      this.#expected = Math.min(waiting.length + this.#queue.length, groupLimit);
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
