import { rootCertificates } from 'node:tls';
import { accountOptions, type PoolOptions, SmtpPool, WireError } from '../../../wire/index.js';
import { perHopAtOnce, serversKept } from '../limits.js';
import { transfer, type Verdict } from '../mail/transfer.js';
import type { Bodies } from '../queue/bodies.js';
import type { QueuedCopy, QueuedSubmission } from '../queue/types.js';
import type { PipelineConfig } from '../route/config.js';
import type { ExchangerRule } from '../route/exchange.js';
import { exchangers, type MailResolver } from '../route/exchangers.js';
import { trial } from '../trial.js';
import { type Outage, Outages } from './outages.js';

/** What became of one attempt; `gone` when the configuration knows the next hop no longer. */
export type Attempt = { readonly kind: 'verdicts'; readonly verdicts: readonly Verdict[] } | { readonly kind: 'gone' };

/** Sends copies to next hops outside, over connections that it keeps. */
export class Sender {
  readonly #bodies: Bodies;
  readonly #config: () => PipelineConfig;
  readonly #resolver: () => MailResolver;
  readonly #pools = new Map<string, SmtpPool>();
  readonly #retiring = new Set<SmtpPool>();
  readonly #outages = new Outages();
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
    const [{ hop } = noCopy] = copies;
    if (hop.startsWith('mx:')) return { kind: 'verdicts', verdicts: await this.#exchanged(submission, copies) };
    const known = this.#config().hops.get(hop);
    if (!known) return { kind: 'gone' };
    const options = (): PoolOptions => ({ ...accountOptions(known.account), timeouts: known.timeouts });
    const tried = await this.#tried(hop, options, submission, copies);
    return { kind: 'verdicts', verdicts: this.#waiting(tried ?? [], [hop], copies) };
  }

  /** Connections to servers that may be configured otherwise now finish what they have. */
  renew(): void {
    for (const pool of this.#pools.values()) this.#retire(pool);
    this.#pools.clear();
    this.#outages.forget();
  }

  /** Cuts off what is under way. */
  abort(): void {
    this.#cut = true;
    for (const pool of [...this.#pools.values(), ...this.#retiring])
      pool.abort(new WireError('closed', 'The mail system ends.'));
  }

  /** Asks the mail exchangers of a domain, one after the other. */
  async #exchanged(submission: QueuedSubmission, copies: readonly QueuedCopy[]): Promise<readonly Verdict[]> {
    const domain = (copies[0] ?? noCopy).hop.slice(3);
    const config = this.#config();
    const rule = config.exchangersOf.get(domain) ?? config.exchangers;
    const found = await exchangers(domain, config.hostName, this.#resolver(), rule.only);
    const all = (verdict: Verdict): readonly Verdict[] => copies.map(() => verdict);
    if (found.kind === 'none') return all({ kind: 'failed', words: found.why, status: found.status, reported: false });
    // Who has rules of his own has connections of his own.
    const servers = found.hosts.map((host) => (rule === config.exchangers ? `mx:${host}` : `mx:${host} for ${domain}`));
    let verdicts: readonly Verdict[] = [];
    for (const [at, host] of found.hosts.entries()) {
      const options = (): PoolOptions => exchangerOptions(host, rule);
      const tried = await this.#tried(servers[at] as string, options, submission, copies);
      if (tried === null) continue;
      verdicts = tried;
      // The next one is asked only when this one could not be had at all (RFC 5321 section 5.1).
      if (this.#cut || !tried.every(isLost)) break;
    }
    if (servers.length > 0) return this.#waiting(verdicts, servers, copies);
    const words = `the mail exchangers of ${domain} can't be had now`;
    return all({ kind: 'later', words, status: '4.4.3', reported: false });
  }

  /** @returns null when the server is known not to be there */
  async #tried(
    server: string,
    options: () => PoolOptions,
    submission: QueuedSubmission,
    copies: readonly QueuedCopy[],
  ): Promise<readonly Verdict[] | null> {
    const [{ body, fields } = noCopy] = copies;
    return await this.#outages.tried(server, () =>
      transfer(this.#pool(server, options()), submission, this.#bodies.source(body, fields), copies),
    );
  }

  /** Whoever waits for servers that are not there waits until the first of them is tried again. */
  #waiting(
    verdicts: readonly Verdict[],
    servers: readonly string[],
    copies: readonly QueuedCopy[],
  ): readonly Verdict[] {
    const outages = servers.flatMap((server) => this.#outages.at(server) ?? []);
    const [first, ...others] = outages;
    if (first === undefined || outages.length < servers.length) return verdicts;
    const until = Math.min(first.until, ...others.map((outage) => outage.until));
    if (verdicts.length > 0) return verdicts.map((each) => (each.unheard === true ? { ...each, until } : each));
    return copies.map(() => untried(first, until));
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

function exchangerOptions(host: string, { tls, certificates }: ExchangerRule): PoolOptions {
  const trusted = certificates === null ? {} : { ca: [...rootCertificates, certificates] };
  return {
    ...trial.exchanger(host),
    starttls: tls === 'offered' ? 'when-offered' : 'required',
    // TLS without a proof of who is there is better than none, and none is what a server without TLS gets.
    tls: { servername: host, ...(tls === 'verified' ? trusted : { rejectUnauthorized: false }) },
  };
}

/** The server went away, or was never there. */
const isLost = ({ kind, status, unheard }: Verdict): boolean =>
  unheard === true || (kind === 'later' && status === '4.4.1');

const untried = ({ at, failures, seen }: Outage, until: number): Verdict => ({
  ...seen,
  words: `not tried: it could not be had ${failures === 1 ? '' : `${failures} times, `}last at ${new Date(at).toISOString()}: ${seen.words}`,
  until,
  untried: true,
});

const noCopy = { hop: '', body: 0, fields: '' };
