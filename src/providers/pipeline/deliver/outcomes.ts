import { giveUpMs, reportBytes, warnAfterMs } from '../limits.js';
import { type ReportLine, reportMail } from '../mail/report.js';
import { pauseAfter } from '../mail/retry.js';
import type { Verdict } from '../mail/transfer.js';
import type { Queue } from '../queue/queue.js';
import type { PipelineEvent, QueuedCopy, QueuedSubmission } from '../queue/types.js';

/** Steps 6 and 7: records what became of copies, and tells their senders. Everything happens in the transaction of the caller. */
export class Outcomes {
  readonly #queue: Queue;
  readonly #hostName: () => string;

  /**
   * @param queue the queue
   * @param hostName how this system calls itself
   */
  constructor(queue: Queue, hostName: () => string) {
    this.#queue = queue;
    this.#hostName = hostName;
  }

  /**
   * What became of copies of one message in one attempt.
   *
   * @param cut whether connections were cut off because the system ends
   */
  took(
    submission: QueuedSubmission,
    copies: readonly QueuedCopy[],
    verdicts: readonly Verdict[],
    now: number,
    cut = false,
  ): void {
    const lines = copies.map((copy, at) => {
      const verdict = verdicts[at] as Verdict;
      if (!cut || (verdict.kind !== 'in-doubt' && verdict.status !== '4.4.1'))
        return this.#lineOf(submission, copy, verdict, now);
      this.#park(copy, verdict, now);
      return null;
    });
    this.#ended(submission, lines, now);
  }

  /** A copy lies in its mailbox. */
  delivered(submission: QueuedSubmission, copy: QueuedCopy, now: number): void {
    this.#queue.copies.settle(copy, this.#event(copy, 'delivered', null, now));
    this.#ended(submission, [copy.reportSuccess ? line(copy, 'delivered', '2.0.0', '') : null], now);
  }

  /** A copy can't be put into its mailbox. */
  undelivered(submission: QueuedSubmission, copy: QueuedCopy, status: string, why: string, now: number): void {
    const reply = `${status} ${why}`;
    // A report has nobody to whom one could report, so it waits for room.
    if (submission.sender === '' && now - submission.queuedAt < giveUpMs) {
      const event = this.#event(copy, 'deferred', reply, now);
      this.#queue.copies.postpone(copy, now + pauseAfter(copy.attempts), event);
      return;
    }
    this.#queue.copies.settle(copy, this.#event(copy, 'rejected', reply, now));
    this.#ended(submission, [copy.reportFailure ? line(copy, 'failed', status, reply) : null], now);
  }

  /** Reports to the mailbox that the submission came from; nobody reports about a report. */
  report(submission: QueuedSubmission, lines: readonly ReportLine[], now: number): void {
    if (submission.sender === '') return;
    const { intake, journal } = this.#queue;
    for (const kind of ['failed', 'delayed', 'delivered']) {
      const told = lines.filter(({ action }) => (action === 'relayed' ? 'delivered' : action) === kind);
      if (told.length === 0) continue;
      const report = reportMail(submission, this.#original(submission), told, this.#hostName(), now);
      intake.report(report.submission, report.bytes, submission.id, now);
      for (const { address, action, status } of told) {
        const reply = `${action} ${status}`;
        journal.tell(submission.id, { at: now, step: 7, outcome: 'reported', recipient: address, reply });
      }
    }
  }

  /** What was cut off because the system ends was no attempt that failed: the next process sends it at once. */
  #park(copy: QueuedCopy, { kind }: Verdict, now: number): void {
    if (kind !== 'in-doubt') {
      this.#queue.copies.giveBack(copy);
      return;
    }
    const reply = 'the mail system ended before the next hop had answered; it is sent again under the same Message-ID';
    this.#queue.copies.postpone(copy, now, this.#event(copy, 'in-doubt', reply, now));
  }

  #ended(submission: QueuedSubmission, lines: readonly (ReportLine | null)[], now: number): void {
    this.report(
      submission,
      lines.filter((each) => each !== null),
      now,
    );
    this.#queue.intake.closeIfDone(submission.id, now);
  }

  /** @returns what the sender is to hear of it */
  #lineOf({ queuedAt }: QueuedSubmission, copy: QueuedCopy, verdict: Verdict, now: number): ReportLine | null {
    const { copies } = this.#queue;
    const { kind, words, status, reported, until, untried = false } = verdict;
    if (kind === 'relayed') {
      copies.settle(copy, this.#event(copy, 'relayed', words, now));
      return copy.reportSuccess && !reported ? line(copy, 'relayed', status, words) : null;
    }
    if (kind === 'failed') {
      copies.settle(copy, this.#event(copy, 'rejected', words, now));
      return copy.reportFailure ? line(copy, 'failed', status, words) : null;
    }
    if (now - queuedAt >= giveUpMs) {
      const reply = `it was tried ${copy.attempts + (untried ? 0 : 1)} times: ${words}`;
      copies.settle(copy, this.#event(copy, 'expired', reply, now));
      return copy.reportFailure ? line(copy, 'failed', '5.4.7', `5.4.7 ${reply}`) : null;
    }
    const event = this.#event(copy, kind === 'in-doubt' ? 'in-doubt' : 'deferred', words, now);
    copies.postpone(copy, until ?? now + pauseAfter(copy.attempts), event, !untried);
    if (copy.warned || !copy.reportFailure || now - queuedAt < warnAfterMs) return null;
    copies.warn(copy);
    return { ...line(copy, 'delayed', status, words), until: queuedAt + giveUpMs };
  }

  #original({ body }: QueuedSubmission): { readonly whole: boolean; readonly bytes: Uint8Array } {
    const { bodies } = this.#queue;
    if (bodies.size(body) <= reportBytes) return { whole: true, bytes: bodies.bytes(body) };
    return { whole: false, bytes: Buffer.from(`${bodies.header(body)}\r\n`, 'latin1') };
  }

  #event(
    { address, hop }: QueuedCopy,
    outcome: PipelineEvent['outcome'],
    reply: string | null,
    at: number,
  ): PipelineEvent {
    return { at, step: 6, outcome, recipient: address, hop, reply };
  }
}

const line = (
  { address, original }: QueuedCopy,
  action: ReportLine['action'],
  status: string,
  words: string,
): ReportLine => ({ address, original, action, status, words });
