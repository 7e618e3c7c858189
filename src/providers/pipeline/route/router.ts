import { log } from '../../../base/index.js';
import { firstPauseMs, giveUpMs, mostHops, mostVisits, policyMs, routedAtOnce } from '../limits.js';
import { addressIn, mailDate } from '../mail/header.js';
import type { ReportLine } from '../mail/report.js';
import { type PolicyAgent, policyAgents } from '../policy/agent.js';
import { Letter } from '../policy/letter.js';
import { ruleAgent } from '../policy/rules.js';
import type { Unrouted } from '../queue/intake.js';
import type { Mailboxes } from '../queue/mailboxes.js';
import type { Queue } from '../queue/queue.js';
import type { PipelineRight, QueuedRecipient, QueuedSubmission } from '../queue/types.js';
import { passing } from '../trial.js';
import type { PipelineConfig } from './config.js';
import type { MailResolver } from './exchangers.js';
import { type Route, routeOf } from './route.js';

/** What the router works with. */
export interface Roads {
  readonly queue: Queue;
  readonly mailboxes: Mailboxes;
  /** The configuration as it is now. */
  config(): PipelineConfig;
  /** The policies of the configuration. */
  policies(): readonly PolicyAgent[];
  /** The DNS. */
  resolver(): MailResolver;
  /** Tells the sender what became of recipients. */
  report(submission: QueuedSubmission, lines: readonly ReportLine[], now: number): void;
}

/** Step 5: shows submissions to the policies, finds the next hops, and makes the copies. */
export class Router {
  readonly #roads: Roads;

  /** @param roads what it works with */
  constructor(roads: Roads) {
    this.#roads = roads;
  }

  /** Routes what is due, the oldest first. @returns whether there may be more */
  async route(): Promise<boolean> {
    const { queue } = this.#roads;
    const now = Date.now();
    const due = queue.intake.unrouted(now, routedAtOnce);
    if (due.length === 0) return false;
    const decisions = await Promise.all(due.map((one) => this.#decided(one, now)));
    passing('decided');
    // One after the other, in the order in which they were submitted; and all in one transaction.
    const recorded = decisions.map((record) => queue.file.soon(() => record(now)));
    for (const one of await Promise.allSettled(recorded))
      if (one.status === 'rejected') log.error('the routing of a message could not be recorded', one.reason);
    passing('routed');
    return !recorded.every((one) => one === undefined);
  }

  /** Where mail for an address goes now. */
  async wayTo(address: string): Promise<Route> {
    const { mailboxes } = this.#roads;
    return await routeOf(address, {
      config: this.#roads.config(),
      resolver: this.#roads.resolver(),
      isMailbox: (one) => mailboxes.has(one),
      isOwnDomain: (domain) => mailboxes.ownsDomain(domain),
    });
  }

  /** @returns what is to be recorded */
  async #decided({ submission, recipients }: Unrouted, now: number): Promise<(now: number) => void> {
    const { queue } = this.#roads;
    try {
      const letter = this.#letter(submission, recipients, now);
      this.#refuseCircles(letter);
      this.#refuseImpostors(letter, submission);
      await this.#led(letter);
      return () => this.#record(submission, letter, now);
    } catch (error) {
      // A policy, most likely: the others need not wait for it.
      log.error('a message could not be routed; it waits', error);
      if (now - submission.queuedAt < giveUpMs) return () => queue.intake.waits(submission.id, now + firstPauseMs);
      // It goes nowhere that a policy has not let it go to; but whoever sent it has to know.
      const letter = this.#letter(submission, recipients, now);
      letter.reject('the policies of the mail system could not decide about it for days', undefined, '5.4.7');
      return () => this.#record(submission, letter, now);
    }
  }

  #letter(submission: QueuedSubmission, recipients: readonly QueuedRecipient[], now: number): Letter {
    const { bodies } = this.#roads.queue;
    const { body } = submission;
    const content = { header: bodies.header(body), size: bodies.size(body), chunks: () => bodies.pieces(body) };
    return new Letter(submission, recipients, content, now);
  }

  async #led(letter: Letter): Promise<void> {
    const agents = [...policyAgents(), ...this.#roads.policies(), ruleAgent(this.#roads.config().rules)];
    const find = async (address: string): Promise<string | Exclude<Route, { kind: 'hop' }>> => {
      const way = await this.wayTo(address);
      return way.kind === 'hop' ? way.hop : way;
    };
    await shown(letter, agents, 'onSubmitted');
    await shown(letter, agents, 'onResolved');
    await letter.route(find);
    await shown(letter, agents, 'onRouted');
    await letter.route(find);
  }

  #record(submission: QueuedSubmission, letter: Letter, now: number): void {
    const { queue } = this.#roads;
    const { id } = submission;
    const received = ['Received', `${this.#mark} id ${id};\r\n ${mailDate(now)}`] as const;
    const copies = letter.copies([received]);
    if (!queue.intake.routed(submission, copies, letter.events, now)) return;
    const lines = letter.rejections
      .filter(({ reportFailure }) => reportFailure)
      .map(({ address, original, status, why }): ReportLine => {
        return { address, original, action: 'failed', status, words: `${status} ${why}` };
      });
    this.#roads.report(submission, lines, now);
    queue.intake.closeIfDone(id, now);
  }

  /** @spec RFC 5321 section 6.3 */
  #refuseCircles(letter: Letter): void {
    const { fields } = letter;
    const received = fields.filter(([name]) => name === 'received');
    const visits = received.filter(([, value]) => value.includes(this.#mark)).length;
    if (received.length > mostHops || visits >= mostVisits)
      letter.reject(`the message goes in circles: it has passed ${received.length} systems`, undefined, '5.4.6');
    const lain = fields.filter(([name]) => name === 'delivered-to').map(([, value]) => addressIn(value).toLowerCase());
    for (const { address } of letter.recipients)
      if (lain.filter((one) => one === address.toLowerCase()).length >= mostVisits)
        letter.reject(`the message goes in circles: it was in the mailbox ${address} before`, [address], '5.4.6');
  }

  #refuseImpostors(letter: Letter, { author, mailbox, sender }: QueuedSubmission): void {
    const rights = this.#roads.mailboxes.rights(author, mailbox);
    if (sender === '' || mayWriteAs(rights, letter.header('sender'), mailbox)) return;
    letter.reject(`${mailbox} may not send as ${author}`, undefined, '5.7.60');
  }

  get #mark(): string {
    return `by ${this.#roads.config().hostName} (comail pipeline)`;
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
    if (letter.recipients.length > 0)
      await letter.shownTo(agent.name, (mail) => inTime(agent.name, async () => await agent[event]?.(mail)));
}

/** @throws {Error} when it takes too long; whatever it does later, it does to a message that is thrown away */
async function inTime(name: string, look: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error(`the policy ${name} takes longer than ${policyMs} ms`)), policyMs);
  });
  try {
    await Promise.race([look(), late]);
  } finally {
    clearTimeout(timer);
  }
}
