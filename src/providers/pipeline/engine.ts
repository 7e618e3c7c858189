import { log } from '../../base/index.js';
import { SmtpPool, WireError } from '../../wire/index.js';
import { firstPauseMs, giveUpMs, mostHops, mostVisits, recipientsAtOnce, sendingAtOnce } from './limits.js';
import { addressIn, fieldsOf, mailDate } from './mail/header.js';
import { type ReportLine, reportMail } from './mail/report.js';
import { pauseAfter } from './mail/retry.js';
import { transfer, type Verdict } from './mail/transfer.js';
import { type PolicyAgent, policyAgents } from './policy/agent.js';
import { Letter } from './policy/letter.js';
import { ruleAgent } from './policy/rules.js';
import type { Mailboxes } from './queue/mailboxes.js';
import type { QueueFile } from './queue/queue.js';
import type {
  NewSubmission,
  PipelineEvent,
  PipelineRight,
  QueuedCopy,
  QueuedRecipient,
  QueuedSubmission,
} from './queue/types.js';
import { type PipelineConfig, readConfig } from './route/config.js';
import { type MailResolver, nodeResolver, routeOf, serversOf } from './route/route.js';
import { passing, trial } from './trial.js';

/** What works at a queue: policies, routing, sending, reports. One for each queue of a process. */
export class Engine {
  readonly queue: QueueFile;
  readonly mailboxes: Mailboxes;
  readonly #folder: string;
  readonly #resolver: MailResolver;
  readonly #pools = new Map<string, SmtpPool>();
  readonly #sending = new Set<Promise<void>>();
  readonly #listeners = new Map<string, Set<() => void>>();
  #config: PipelineConfig;
  #routing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #closing = false;
  /** Whether connections were cut off because the system ends. */
  #cut = false;

  /**
   * @param folder the folder of the mail system
   * @param queue its queue
   * @param mailboxes its mailboxes
   * @param resolver the DNS
   */
  constructor(folder: string, queue: QueueFile, mailboxes: Mailboxes, resolver: MailResolver = nodeResolver) {
    this.#folder = folder;
    this.queue = queue;
    this.mailboxes = mailboxes;
    this.#resolver = resolver;
    this.#config = readConfig(folder);
    queue.inherit(Date.now());
  }

  /** How this system calls itself. */
  get hostName(): string {
    return this.#config.hostName;
  }

  /** Takes a submission; when this returns, it survives whatever happens. */
  accept(one: NewSubmission): void {
    this.queue.accept(one, Date.now());
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
    if (this.#closing) return;
    this.#routing = this.#routing
      .then(() => this.#route())
      .catch((error: unknown) => log.error('the pipeline could not route', error))
      .then(() => this.#pump());
  }

  /** Waits until all that can be done now is done. */
  async settled(): Promise<void> {
    for (;;) {
      const routing = this.#routing;
      await routing;
      if (this.#sending.size > 0) await Promise.all(this.#sending);
      else if (routing === this.#routing) return;
    }
  }

  /** Reads the configuration again. */
  configure(): void {
    this.#config = readConfig(this.#folder);
    this.wake();
  }

  /** Ends: what is under way has a while to be finished. */
  async close(): Promise<void> {
    this.#closing = true;
    clearTimeout(this.#timer);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, trial.lastWordMs);
    });
    await Promise.race([this.settled(), late]);
    clearTimeout(timer);
    this.#cut = true;
    for (const pool of this.#pools.values()) pool.abort(new WireError('closed', 'The mail system ends.'));
    await this.settled();
    this.queue.close();
  }

  /** A copy lies in its mailbox. */
  delivered(copy: QueuedCopy, now: number): void {
    this.#settle(copy, { step: 6, outcome: 'delivered', reply: null }, now, { action: 'delivered', status: '2.0.0' });
  }

  /** A copy can't be put into its mailbox. */
  undelivered(copy: QueuedCopy, status: string, why: string, now: number): void {
    // A report has nobody to whom one could report, so it waits for room.
    if (this.queue.submission(copy.submission)?.sender === '' && now - this.#began(copy) < giveUpMs) {
      const until = now + pauseAfter(copy.attempts);
      this.queue.postpone(
        copy,
        until,
        this.#event(copy, { step: 6, outcome: 'deferred', reply: `${status} ${why}` }, now),
      );
      return;
    }
    this.#settle(copy, { step: 6, outcome: 'rejected', reply: `${status} ${why}` }, now, { action: 'failed', status });
  }

  async #route(): Promise<void> {
    for (;;) {
      const next = this.#closing ? null : this.queue.unrouted(Date.now());
      if (next === null) return;
      try {
        await this.#routeOne(next.submission, next.recipients);
      } catch (error) {
        // A policy, most likely: the others need not wait for it.
        log.error('a message could not be routed; it waits', error);
        this.queue.waits(next.submission, Date.now() + firstPauseMs);
      }
    }
  }

  async #routeOne(submission: QueuedSubmission, recipients: readonly QueuedRecipient[]): Promise<void> {
    const now = Date.now();
    const letter = new Letter(submission, recipients, now);
    this.#refuseLoops(letter);
    this.#refuseImpostors(letter, submission);
    const agents = [...policyAgents(), ruleAgent(this.#config.rules)];
    const find = (address: string) => this.#hopOf(address);
    await shown(letter, agents, 'onSubmitted');
    await shown(letter, agents, 'onResolved');
    await letter.route(find);
    await shown(letter, agents, 'onRouted');
    await letter.route(find);
    const copies = letter.copies([this.#received(submission, now)]);
    const lost = letter.rejections.filter(({ reportFailure }) => reportFailure);
    const lines = lost.map(({ address, original, status, why }): ReportLine => {
      return { address, original, action: 'failed', status, words: `${status} ${why}` };
    });
    passing('decided');
    this.queue.transaction(() => {
      if (this.queue.routed(submission, copies, letter.events, now)) this.#report(submission, lines, now);
    });
    passing('routed');
  }

  async #hopOf(address: string): Promise<string | { readonly status: string; readonly why: string }> {
    const route = await routeOf(address, {
      config: this.#config,
      resolver: this.#resolver,
      isMailbox: (one) => this.mailboxes.has(one),
      isOwnDomain: (domain) => this.mailboxes.ownsDomain(domain),
    });
    return route.kind === 'hop' ? route.hop : route;
  }

  #pump(): void {
    clearTimeout(this.#timer);
    if (this.#closing) return;
    while (this.#sending.size < sendingAtOnce) {
      const copies = this.queue.due(Date.now(), recipientsAtOnce);
      const [head] = copies;
      if (!head) break;
      passing('taken');
      const work = this.#send(head, copies)
        .catch((error: unknown) => {
          log.error('copies of a message could not be sent', error);
          this.queue.transaction(() => {
            const words = error instanceof Error ? error.message : String(error);
            for (const copy of copies)
              this.#took(copy, { kind: 'later', words, status: '4.3.0', reported: false }, Date.now());
          });
        })
        .finally(() => {
          this.#sending.delete(work);
          this.#pump();
        });
      this.#sending.add(work);
    }
    for (const [mailbox, all] of this.#listeners)
      if (all.size > 0 && this.queue.countLocal(mailbox, Date.now()) > 0) for (const told of all) told();
    const next = this.queue.nextDue();
    if (next !== null)
      this.#timer = setTimeout(() => this.wake(), Math.min(Math.max(next - Date.now(), 1), 0x7fffffff));
  }

  async #send(head: QueuedCopy, copies: readonly QueuedCopy[]): Promise<void> {
    const submission = this.queue.submission(head.submission);
    if (!submission) return;
    const verdicts = await this.#attempt(submission, head, copies);
    passing('answered');
    const now = Date.now();
    this.queue.transaction(() => {
      const lines = copies.flatMap((copy, at) => this.#took(copy, verdicts[at] as Verdict, now) ?? []);
      this.#report(submission, lines, now);
    });
    passing('recorded');
  }

  async #attempt(
    submission: QueuedSubmission,
    { hop, body }: QueuedCopy,
    copies: readonly QueuedCopy[],
  ): Promise<readonly Verdict[]> {
    let servers: Awaited<ReturnType<typeof serversOf>>;
    try {
      servers = await serversOf(hop, this.#resolver);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      return copies.map(() => ({ kind: 'later', words, status: '4.4.3', reported: false }));
    }
    if (servers.kind === 'none') {
      const { status, why } = servers;
      return copies.map(() => ({ kind: 'failed', words: why, status, reported: false }));
    }
    let verdicts: readonly Verdict[] = [];
    for (const { host, port } of servers.servers) {
      verdicts = await transfer(this.#pool(host, port), submission, this.queue.bytes(body), copies);
      // The next exchanger is asked only when this one could not be had at all (RFC 5321 section 5.1).
      if (this.#cut || !verdicts.every(({ kind, status }) => kind === 'later' && status === '4.4.1')) break;
    }
    return verdicts;
  }

  #pool(host: string, port: number): SmtpPool {
    const key = `${host}:${port}`;
    let pool = this.#pools.get(key);
    if (!pool) {
      // The queue tries again, and records that it does.
      pool = new SmtpPool({ host, port, starttls: 'when-offered', connectRetries: 0, retries: 1 });
      this.#pools.set(key, pool);
    }
    return pool;
  }

  /** Records what became of a copy. @returns what the sender is to hear of it */
  #took(copy: QueuedCopy, { kind, words, status, reported }: Verdict, now: number): ReportLine | null {
    const { address, original } = copy;
    if (kind === 'relayed') {
      this.queue.settle(copy, this.#event(copy, { step: 6, outcome: 'relayed', reply: words }, now));
      return copy.reportSuccess && !reported ? { address, original, action: 'relayed', status, words } : null;
    }
    if (kind === 'failed') {
      this.queue.settle(copy, this.#event(copy, { step: 6, outcome: 'rejected', reply: words }, now));
      return copy.reportFailure ? { address, original, action: 'failed', status, words } : null;
    }
    if (this.#cut && (kind === 'in-doubt' || status === '4.4.1')) {
      this.#park(copy, kind, now);
      return null;
    }
    if (now - this.#began(copy) >= giveUpMs) {
      const reply = `it was tried ${copy.attempts + 1} times: ${words}`;
      this.queue.settle(copy, this.#event(copy, { step: 6, outcome: 'expired', reply }, now));
      return copy.reportFailure
        ? { address, original, action: 'failed', status: '5.4.7', words: `5.4.7 ${reply}` }
        : null;
    }
    const outcome = kind === 'in-doubt' ? 'in-doubt' : 'deferred';
    this.queue.postpone(
      copy,
      now + pauseAfter(copy.attempts),
      this.#event(copy, { step: 6, outcome, reply: words }, now),
    );
    return null;
  }

  /** What is cut off because the system ends was no attempt that failed: the next one sends it at once. */
  #park(copy: QueuedCopy, kind: 'later' | 'in-doubt', now: number): void {
    if (kind === 'later') this.queue.giveBack(copy);
    else {
      const reply =
        'the mail system ended before the next hop had answered; it is sent again under the same Message-ID';
      this.queue.postpone(copy, now, this.#event(copy, { step: 6, outcome: 'in-doubt', reply }, now));
    }
  }

  #settle(
    copy: QueuedCopy,
    event: Pick<PipelineEvent, 'step' | 'outcome' | 'reply'>,
    now: number,
    line: Pick<ReportLine, 'action' | 'status'>,
  ): void {
    this.queue.transaction(() => {
      this.queue.settle(copy, this.#event(copy, event, now));
      const submission = this.queue.submission(copy.submission);
      const wanted = line.action === 'failed' ? copy.reportFailure : copy.reportSuccess;
      const { address, original } = copy;
      if (submission && wanted)
        this.#report(submission, [{ address, original, words: event.reply ?? '', ...line }], now);
    });
    this.wake();
  }

  /** Reports to the mailbox that the submission came from; nobody reports about a report. */
  #report(submission: QueuedSubmission, lines: readonly ReportLine[], now: number): void {
    if (lines.length === 0 || submission.sender === '') return;
    for (const failed of [true, false]) {
      const told = lines.filter(({ action }) => (action === 'failed') === failed);
      if (told.length === 0) continue;
      this.queue.report(
        reportMail(submission, told, this.#config.hostName, now),
        submission.id,
        submission.mailbox,
        now,
      );
      for (const { address, action, status } of told)
        this.queue.tell(submission.id, {
          at: now,
          step: 7,
          outcome: 'reported',
          recipient: address,
          reply: `${action} ${status}`,
        });
    }
  }

  /** @spec RFC 5321 section 6.3 */
  #refuseLoops(letter: Letter): void {
    const received = fieldsOf(letter.bytes).filter(([name]) => name === 'received');
    const own = received.filter(([, value]) => value.includes(this.#mark)).length;
    if (received.length > mostHops || own >= mostVisits)
      letter.reject(`the message goes in circles: it has passed ${received.length} systems`, undefined, '5.4.6');
  }

  #refuseImpostors(letter: Letter, { author, mailbox, sender }: QueuedSubmission): void {
    if (sender === '' || mayWriteAs(this.mailboxes.rights(author, mailbox), letter.header('sender'), mailbox)) return;
    letter.reject(`${mailbox} may not send as ${author}`, undefined, '5.7.60');
  }

  get #mark(): string {
    return `by ${this.#config.hostName} (comail pipeline)`;
  }

  #received({ id }: QueuedSubmission, now: number): readonly [string, string] {
    return ['Received', `${this.#mark} id ${id};\r\n ${mailDate(now)}`];
  }

  #began({ submission }: QueuedCopy): number {
    return this.queue.acceptedAt(submission);
  }

  #event(
    { address, hop }: QueuedCopy,
    event: Pick<PipelineEvent, 'step' | 'outcome' | 'reply'>,
    at: number,
  ): PipelineEvent {
    return { at, recipient: address, hop, ...event };
  }
}

/** Whoever may only send on behalf of somebody says so in the field Sender. @spec RFC 5322 section 3.6.2 */
const mayWriteAs = (rights: readonly PipelineRight[], sender: string | null, mailbox: string): boolean =>
  rights.includes('send-as') ||
  (rights.includes('send-on-behalf') && sender !== null && addressIn(sender).toLowerCase() === mailbox.toLowerCase());

async function shown(
  letter: Letter,
  agents: readonly PolicyAgent[],
  event: 'onSubmitted' | 'onResolved' | 'onRouted',
): Promise<void> {
  for (const agent of agents)
    if (letter.recipients.length > 0) await letter.shownTo(agent.name, (mail) => agent[event]?.(mail));
}
