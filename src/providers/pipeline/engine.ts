import { log } from '../../base/index.js';
import { Outcomes } from './deliver/outcomes.js';
import { Sender } from './deliver/sender.js';
import { cleanEveryMs, recipientsAtOnce, sendingAtOnce } from './limits.js';
import type { PolicyAgent } from './policy/agent.js';
import { loadPolicies } from './policy/files.js';
import type { NewBody } from './queue/bodies.js';
import { forgetOld } from './queue/cleaning.js';
import { Mailboxes } from './queue/mailboxes.js';
import { Queue } from './queue/queue.js';
import type { NewSubmission, QueuedCopy } from './queue/types.js';
import { type PipelineConfig, readConfig } from './route/config.js';
import { nodeResolver } from './route/exchangers.js';
import { Router } from './route/router.js';
import { passing, trial } from './trial.js';

/** What works at a queue: policies, routing, sending, reports. One for each queue of a process. */
export class Engine {
  readonly queue: Queue;
  readonly mailboxes: Mailboxes;
  readonly #folder: string;
  readonly #router: Router;
  readonly #sender: Sender;
  readonly #outcomes: Outcomes;
  readonly #sending = new Map<Promise<void>, string>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #config: PipelineConfig;
  #policies: readonly PolicyAgent[];
  #routing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #awake = false;
  #cleaned = 0;
  #closing = false;

  private constructor(folder: string, config: PipelineConfig, policies: readonly PolicyAgent[]) {
    this.#folder = folder;
    this.#config = config;
    this.#policies = policies;
    const queue = new Queue(folder);
    this.queue = queue;
    this.mailboxes = new Mailboxes(queue.file);
    const live = (): PipelineConfig => this.#config;
    const resolver = () => trial.resolver ?? nodeResolver;
    this.#outcomes = new Outcomes(queue, () => this.#config.hostName);
    this.#sender = new Sender(queue.bodies, live, resolver);
    this.#router = new Router({
      queue,
      mailboxes: this.mailboxes,
      config: live,
      policies: () => this.#policies,
      resolver,
      report: (...what) => this.#outcomes.report(...what),
    });
  }

  /**
   * Opens the queue of a mail system.
   *
   * @param folder the folder of the mail system
   * @throws {ConfigError} when its configuration is wrong
   */
  static async open(folder: string): Promise<Engine> {
    const config = readConfig(folder);
    return new Engine(folder, config, await loadPolicies(config.policies));
  }

  /** Takes a submission; when the promise is fulfilled, it survives whatever happens. */
  async accept(one: NewSubmission, body: NewBody): Promise<void> {
    await this.queue.file.soon(() => this.queue.intake.accept(one, body, Date.now()));
    passing('accepted');
    this.wake();
  }

  /** Tells a mailbox of mail for it. @returns ends it */
  listen(mailbox: string, told: () => void): () => void {
    const all = this.#listeners.get(mailbox) ?? new Set();
    this.#listeners.set(mailbox, all.add(told));
    return () => void all.delete(told);
  }

  /** Looks for work. */
  wake(): void {
    if (this.#closing || this.#awake) return;
    this.#awake = true;
    this.#routing = this.#routing
      .then(() => this.#work())
      .catch((error: unknown) => log.error('the pipeline could not work at its queue', error));
  }

  /** Waits until all that can be done now is done. */
  async settled(): Promise<void> {
    for (;;) {
      await this.queue.file.written();
      const routing = this.#routing;
      await routing;
      if (this.#sending.size > 0) await Promise.all(this.#sending.keys());
      else if (routing === this.#routing) return;
    }
  }

  /** Reads the configuration again. @throws {ConfigError} and the old one stays */
  async configure(): Promise<void> {
    const config = readConfig(this.#folder);
    const policies = await loadPolicies(config.policies);
    [this.#config, this.#policies] = [config, policies];
    this.#sender.renew();
    this.wake();
  }

  /** Ends: what is under way has a while to be finished. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    await this.#settledSoon();
    this.#sender.abort();
    // What is cut off still has to be recorded; a policy that hangs is not waited for.
    await this.#settledSoon();
    this.queue.close();
  }

  /** A copy lies in its mailbox. */
  async delivered(copy: QueuedCopy): Promise<void> {
    await this.queue.file.soon(() => {
      const submission = this.queue.intake.submission(copy.submission);
      if (submission) this.#outcomes.delivered(submission, copy, Date.now());
    });
    this.wake();
  }

  /** A copy can't be put into its mailbox. */
  async undelivered(copy: QueuedCopy, status: string, why: string): Promise<void> {
    await this.queue.file.soon(() => {
      const submission = this.queue.intake.submission(copy.submission);
      if (submission) this.#outcomes.undelivered(submission, copy, status, why, Date.now());
    });
    this.wake();
  }

  /** A copy can't be put into its mailbox now; it is tried again. */
  async late(copy: QueuedCopy, why: string): Promise<void> {
    const verdict = { kind: 'later', words: why, status: '4.2.0', reported: false } as const;
    await this.queue.file.soon(() => {
      const submission = this.queue.intake.submission(copy.submission);
      if (submission) this.#outcomes.took(submission, [copy], [verdict], Date.now());
    });
    this.wake();
  }

  /** Waits until all is done, but not for ever. */
  async #settledSoon(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, trial.lastWordMs);
    });
    await Promise.race([this.settled(), late]);
    clearTimeout(timer);
  }

  async #work(): Promise<void> {
    this.#awake = false;
    this.#clean();
    while (!this.#closing && (await this.#router.route()));
    this.#pump();
  }

  /** Now and then: what dead processes left is taken up, what is old is forgotten. */
  #clean(): void {
    const now = Date.now();
    if (Math.abs(now - this.#cleaned) < cleanEveryMs) return;
    this.#cleaned = now;
    this.queue.copies.inherit(now);
    this.queue.bodies.sweep();
    while (forgetOld(this.queue.file, this.#config.keep, now));
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#closing) return;
    const batches = this.queue.file.transaction(() => this.#taken());
    if (batches.length > 0) passing('taken');
    for (const copies of batches) {
      const work = this.#send(copies).finally(() => {
        this.#sending.delete(work);
        this.#pump();
      });
      this.#sending.set(work, copies[0]?.hop ?? '');
    }
    for (const [mailbox, all] of this.#listeners)
      if (all.size > 0 && this.queue.copies.countLocal(mailbox, Date.now()) > 0) for (const told of all) told();
    // While all hands are full, whoever gets free looks for what is due.
    const next = this.#sending.size < sendingAtOnce ? this.queue.copies.nextDue(Date.now(), this.#busy([])) : null;
    if (next !== null)
      this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(next - Date.now(), 1), 0x7fffffff));
  }

  /** Takes as much as can be sent at the same time. */
  #taken(): readonly (readonly QueuedCopy[])[] {
    const batches: (readonly QueuedCopy[])[] = [];
    while (this.#sending.size + batches.length < sendingAtOnce) {
      const busy = this.#busy(batches.map(([head]) => head?.hop ?? ''));
      const copies = this.queue.copies.due(Date.now(), recipientsAtOnce, busy);
      if (copies.length === 0) break;
      batches.push(copies);
    }
    return batches;
  }

  /** The next hops that have enough to do. */
  #busy(more: readonly string[]): readonly string[] {
    const counts = new Map<string, number>();
    for (const hop of [...this.#sending.values(), ...more]) counts.set(hop, (counts.get(hop) ?? 0) + 1);
    return [...counts].filter(([hop, count]) => count >= this.#sender.width(hop)).map(([hop]) => hop);
  }

  async #send(copies: readonly QueuedCopy[]): Promise<void> {
    const { file, intake } = this.queue;
    const [head] = copies;
    const submission = head && intake.submission(head.submission);
    if (!submission) return;
    try {
      const attempt = await this.#sender.attempt(submission, copies);
      if (attempt.kind === 'gone') {
        await this.#reroute(copies);
        return;
      }
      passing('answered');
      const { cut } = this.#sender;
      await file.soon(() => this.#outcomes.took(submission, copies, attempt.verdicts, Date.now(), cut));
      passing('recorded');
    } catch (error) {
      log.error('copies of a message could not be sent', error);
      const words = error instanceof Error ? error.message : String(error);
      const verdict = { kind: 'later', words, status: '4.3.0', reported: false } as const;
      const verdicts = copies.map(() => verdict);
      await file.soon(() => this.#outcomes.took(submission, copies, verdicts, Date.now()));
    }
  }

  /** The server that was chosen stands in the configuration no longer. */
  async #reroute(copies: readonly QueuedCopy[]): Promise<void> {
    const ways = await Promise.all(copies.map(({ address }) => this.#router.wayTo(address)));
    await this.queue.file.soon(() => {
      const now = Date.now();
      for (const [at, copy] of copies.entries()) {
        const way = ways[at];
        if (way?.kind === 'hop') {
          const event = { at: now, step: 5, outcome: 'rerouted', recipient: copy.address, reply: null } as const;
          this.queue.copies.reroute(copy, way.hop, { ...event, hop: way.hop });
        } else if (way) {
          const submission = this.queue.intake.submission(copy.submission);
          if (submission) this.#outcomes.undelivered(submission, copy, way.status, way.why, now);
        }
      }
    });
  }
}
