import { accountOptions, type PoolOptions, SmtpPool, WireError } from '../../../wire/index.js';
import { perHopAtOnce, serversKept } from '../limits.js';
import { transfer, type Verdict } from '../mail/transfer.js';
import type { Bodies } from '../queue/bodies.js';
import type { QueuedCopy, QueuedSubmission } from '../queue/types.js';
import type { PipelineConfig } from '../route/config.js';
import { exchangers, type MailResolver } from '../route/exchangers.js';
import { trial } from '../trial.js';

/** What became of one attempt; `gone` when the configuration knows the next hop no longer. */
export type Attempt = { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] } | { readonly kind: 'gone' };

/** Sends copies to next hops outside, over connections that it keeps. */
export class Sender {
  readonly #bodies: Bodies;
  readonly #config: () => PipelineConfig;
  readonly #resolver: () => MailResolver;
  readonly #pools = new Map<string, SmtpPool>();
  readonly #retiring = new Set<SmtpPool>();
  #cut = false;

  /**
   * @param bodies what is sent
   * @param config the configuration as it is now
   * @param resolver the DNS
   */
  constructor(bodies: Bodies, config: () => PipelineConfig, resolver: () => MailResolver) {
    this.#bodies = bodies;
    this.#config = config;
    this.#resolver = resolver;
  }

  /** Whether connections were cut off because the system ends. */
  get cut(): boolean {
    return this.#cut;
  }

  /** How many transactions a next hop takes at the same time. */
  width(hop: string): number {
    return this.#config().hops.get(hop)?.account.connections ?? perHopAtOnce;
  }

  /**
   * Sends copies of one message to their next hop.
   *
   * @param submission what they are copies of
   * @param copies alike but for whom they go to
   */
  async attempt(submission: QueuedSubmission, copies: readonly QueuedCopy[]): Promise<Attempt> {
    const [{ hop, body, fields } = noCopy] = copies;
    const verdictOf = (verdict: Verdict): Attempt => ({ kind: 'verdicts', verdicts: copies.map(() => verdict) });
    const source = this.#bodies.source(body, fields);
    if (!hop.startsWith('mx:')) {
      const known = this.#config().hops.get(hop);
      if (!known) return { kind: 'gone' };
      const pool = this.#pool(hop, { ...accountOptions(known.account), timeouts: known.timeouts });
      return { kind: 'verdicts', verdicts: await transfer(pool, submission, source, copies) };
    }
    const found = await exchangers(hop.slice(3), this.#config().hostName, this.#resolver());
    const { kind } = found;
    if (kind === 'none') return verdictOf({ kind: 'failed', words: found.why, status: found.status, reported: false });
    let verdicts: readonly Verdict[] = [];
    for (const host of found.hosts) {
      // TLS without a proof of who is there is better than none, and none is what a server without TLS gets.
      const tls = { rejectUnauthorized: false };
      const pool = this.#pool(`mx:${host}`, { ...trial.exchanger(host), starttls: 'when-offered', tls });
      verdicts = await transfer(pool, submission, source, copies);
      // The next one is asked only when this one could not be had at all (RFC 5321 section 5.1).
      if (this.#cut || !verdicts.every((each) => each.kind === 'later' && each.status === '4.4.1')) break;
    }
    if (verdicts.length > 0) return { kind: 'verdicts', verdicts };
    const words = `the mail exchangers of ${hop.slice(3)} can't be had now`;
    return verdictOf({ kind: 'later', words, status: '4.4.3', reported: false });
  }

  /** Connections to servers that may be configured otherwise now finish what they have. */
  renew(): void {
    for (const pool of this.#pools.values()) this.#retire(pool);
    this.#pools.clear();
  }

  /** Cuts off what is under way. */
  abort(): void {
    this.#cut = true;
    for (const pool of [...this.#pools.values(), ...this.#retiring])
      pool.abort(new WireError('closed', 'The mail system ends.'));
  }

  #pool(key: string, options: PoolOptions): SmtpPool {
    // The queue tries again, and records that it does.
    const pool = this.#pools.get(key) ?? new SmtpPool({ ...options, connectRetries: 0, retries: 1 });
    this.#pools.delete(key);
    this.#pools.set(key, pool);
    const [[oldest, unused] = [key, pool]] = this.#pools;
    if (this.#pools.size > serversKept) {
      this.#pools.delete(oldest);
      this.#retire(unused);
    }
    return pool;
  }

  /** It finishes what it has, and closes. */
  #retire(pool: SmtpPool): void {
    this.#retiring.add(pool);
    void pool.close().finally(() => this.#retiring.delete(pool));
  }
}

const noCopy = { hop: '', body: 0, fields: '' };
