import { serversKept } from '../limits.js';
import { pauseAfter } from '../mail/retry.js';
import type { Verdict } from '../mail/transfer.js';

/** A server that could not be had. */
export interface Outage {
  /** When it was found so, for the last time. */
  readonly at: number;
  /** Not before when it is tried again. */
  readonly until: number;
  /** How often it was found so, one after the other. */
  readonly failures: number;
  /** What was seen. */
  readonly seen: Verdict;
}

/**
 * Servers that could not be had lately. Mail for such a one waits together, with pauses that grow, and one message at a time finds
 * out whether it is there again. It is in memory: a process that starts tries each server once.
 *
 * @spec RFC 5321 section 4.5.4.1
 */
export class Outages {
  readonly #known = new Map<string, Outage>();
  readonly #probes = new Map<string, Promise<unknown>>();

  /**
   * Tries a server, unless it is known not to be there; while somebody finds out, the others wait for the answer.
   *
   * @param server which
   * @param attempt what is tried
   * @returns what became of it; null when it was not tried
   */
  async tried(server: string, attempt: () => Promise<readonly Verdict[]>): Promise<readonly Verdict[] | null> {
    for (let known = this.at(server); known !== null; known = this.at(server)) {
      if (Date.now() < known.until) return null;
      const probe = this.#probes.get(server);
      // Whether it failed is heard of by whoever made it.
      if (probe) await probe.catch(() => undefined);
      else return await this.#probed(server, attempt);
    }
    return await this.#noted(server, attempt);
  }

  /** What is known of a server; null when nothing speaks against it. */
  at(server: string): Outage | null {
    return this.#known.get(server) ?? null;
  }

  /** All is forgotten: servers may be configured otherwise. */
  forget(): void {
    this.#known.clear();
  }

  async #probed(server: string, attempt: () => Promise<readonly Verdict[]>): Promise<readonly Verdict[]> {
    const probe = this.#noted(server, attempt);
    this.#probes.set(server, probe);
    try {
      return await probe;
    } finally {
      this.#probes.delete(server);
    }
  }

  async #noted(server: string, attempt: () => Promise<readonly Verdict[]>): Promise<readonly Verdict[]> {
    const begun = Date.now();
    const verdicts = await attempt();
    const [seen] = verdicts;
    if (seen === undefined || !verdicts.every(({ unheard }) => unheard === true)) {
      this.#known.delete(server);
      return verdicts;
    }
    const before = this.at(server);
    // Others that were under way at the same time have seen the same outage.
    if (before !== null && before.at >= begun) return verdicts;
    const [at, failures] = [Date.now(), (before?.failures ?? 0) + 1];
    this.#known.delete(server);
    this.#known.set(server, { at, until: at + pauseAfter(failures - 1), failures, seen });
    const [oldest] = this.#known.keys();
    if (this.#known.size > serversKept && oldest !== undefined) this.#known.delete(oldest);
    return verdicts;
  }
}
