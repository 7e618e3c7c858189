import type { Bodies, NewBody } from './bodies.js';
import type { QueueFile } from './file.js';
import type { Journal } from './journal.js';
import { recipientOf, submissionOf } from './rows.js';
import type { NewSubmission, PipelineEvent, QueuedRecipient, QueuedSubmission } from './types.js';

/** A recipient with the way that was chosen. */
export interface RoutedCopy extends QueuedRecipient {
  readonly original: string;
  readonly hop: string;
  /** Lines that are put before the header of this copy. */
  readonly fields: string;
}

/** A submission that is to be routed. */
export interface Unrouted {
  readonly submission: QueuedSubmission;
  readonly recipients: readonly QueuedRecipient[];
}

/** How submissions come into a queue, and become copies: steps 3 to 5. */
export class Intake {
  readonly #file: QueueFile;
  readonly #bodies: Bodies;
  readonly #journal: Journal;

  /**
   * @param file the queue
   * @param bodies its bodies
   * @param journal what happens
   */
  constructor(file: QueueFile, bodies: Bodies, journal: Journal) {
    this.#file = file;
    this.#bodies = bodies;
    this.#journal = journal;
  }

  /**
   * Takes a submission, once: the same again changes nothing.
   *
   * @param one the submission
   * @param body its bytes
   * @param now the time
   */
  accept(one: NewSubmission, body: NewBody, now: number): void {
    if (this.#known(one)) {
      this.#bodies.discard(body);
      return;
    }
    const number = this.#bodies.put(body);
    this.#insert(one, number, 0, null, now);
    for (const { address, reportSuccess, reportFailure } of one.recipients)
      this.#file.run(
        `INSERT INTO recipient (submission, address, original, report_success, report_failure, state, hop, body, attempts, next, token, words)
         VALUES (?, ?, ?, ?, ?, 'new', '', ?, 0, ?, '', '')`,
        ...[one.id, address, address, Number(reportSuccess), Number(reportFailure), number, now],
      );
    this.#begun(one);
    this.#journal.tell(one.id, { at: now, step: 3, outcome: 'queued' });
  }

  /** Takes what could not be rendered: nothing of it is sent, but its trace says so. */
  refuse(one: NewSubmission, why: string, now: number): void {
    if (this.#known(one)) return;
    this.#insert(one, this.#bodies.put(nothing), 1, null, now);
    this.#begun(one);
    this.#journal.tell(one.id, { at: now, step: 3, outcome: 'failed', reply: why });
    this.closeIfDone(one.id, now);
  }

  /** Puts a report into the queue, bound for one mailbox of this system. */
  report(one: NewSubmission, bytes: Uint8Array, origin: string, now: number): void {
    const body = this.#bodies.put({ kind: 'whole', bytes });
    this.#insert(one, body, 1, origin, now);
    const { mailbox } = one;
    const silent = { reportSuccess: false, reportFailure: false, fields: '' };
    this.#copy(one.id, { address: mailbox, original: mailbox, hop: `local:${mailbox}`, ...silent }, body, now);
  }

  /** The oldest submissions that are due to be routed. */
  unrouted(now: number, most: number): readonly Unrouted[] {
    const rows = this.#file.all(
      'SELECT * FROM submission WHERE routed = 0 AND due <= ? ORDER BY queued, body LIMIT ?',
      now,
      most,
    );
    return rows.map((row) => {
      const submission = submissionOf(row);
      const sql = "SELECT * FROM recipient WHERE submission = ? AND state = 'new' ORDER BY id";
      return { submission, recipients: this.#file.all(sql, submission.id).map(recipientOf) };
    });
  }

  /** A submission that could not be routed waits until a time. */
  waits(id: string, until: number): void {
    this.#file.run('UPDATE submission SET due = ? WHERE id = ? AND routed = 0', until, id);
  }

  /** What waits to be routed waits no longer. */
  hurry(now: number): void {
    this.#file.run('UPDATE submission SET due = ? WHERE routed = 0 AND due > ?', now, now);
  }

  /** Puts the routed copies in the place of the recipients, if nobody else has done so. @returns whether it did */
  routed(
    { id, body }: QueuedSubmission,
    copies: readonly RoutedCopy[],
    events: readonly PipelineEvent[],
    now: number,
  ): boolean {
    if (this.#file.run('UPDATE submission SET routed = 1 WHERE id = ? AND routed = 0', id).changes === 0) return false;
    this.#file.run("DELETE FROM recipient WHERE submission = ? AND state = 'new'", id);
    for (const copy of copies) this.#copy(id, copy, body, now);
    for (const event of events) this.#journal.tell(id, event);
    return true;
  }

  /** A submission. */
  submission(id: string): QueuedSubmission | null {
    const row = this.#file.get('SELECT * FROM submission WHERE id = ?', id);
    return row ? submissionOf(row) : null;
  }

  /** When everybody is done with, its bytes are needed no more; what happened to it stays for a while. */
  closeIfDone(id: string, now: number): void {
    const { changes } = this.#file.run(
      `UPDATE submission SET done = ? WHERE id = ? AND done IS NULL AND routed = 1
       AND NOT EXISTS (SELECT 1 FROM recipient WHERE submission = ? AND state <> 'done')`,
      ...[now, id, id],
    );
    if (changes === 0) return;
    const sql = 'SELECT body FROM submission WHERE id = ? UNION SELECT body FROM recipient WHERE submission = ?';
    for (const { body } of this.#file.all(sql, id, id)) this.#bodies.drop(Number(body));
  }

  #known({ id }: NewSubmission): boolean {
    return this.#file.get('SELECT 1 FROM submission WHERE id = ?', id) !== undefined;
  }

  #begun({ id, submittedAt, notifiedAt }: NewSubmission): void {
    this.#journal.tell(id, { at: submittedAt, step: 1, outcome: 'submitted' });
    this.#journal.tell(id, { at: notifiedAt, step: 2, outcome: 'notified' });
  }

  #insert(one: NewSubmission, body: number, routed: number, origin: string | null, now: number): void {
    this.#file.run(
      `INSERT INTO submission (id, entry, mailbox, sender, author, message_id, subject, body, at, queued, due, wide, eight, routed, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[one.id, one.entry, one.mailbox, one.sender, one.author, one.messageId, one.subject, body],
      ...[one.submittedAt, now, now, Number(one.utf8), Number(one.eightBit), routed, origin],
    );
  }

  #copy(submission: string, copy: RoutedCopy, body: number, now: number): void {
    const { address, original, reportSuccess, reportFailure, hop, fields } = copy;
    this.#file.run(
      `INSERT INTO recipient (submission, address, original, report_success, report_failure, state, hop, local, body, fields, attempts, next, token, words)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, 0, ?, '', '')`,
      ...[submission, address, original, Number(reportSuccess), Number(reportFailure)],
      ...[hop, Number(isLocal(hop)), body, fields, now],
    );
  }
}

/** Whether a next hop is a mailbox of this system. */
export const isLocal = (hop: string): boolean => hop.startsWith('local:');

const nothing: NewBody = { kind: 'whole', bytes: new Uint8Array(0) };
