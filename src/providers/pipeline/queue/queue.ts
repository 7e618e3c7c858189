import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  chooseSqlite,
  type SqlConnection,
  type SqlRow,
  type SqlValue,
  stateOf,
  thisProcess,
} from '../../../base/index.js';
import { prepareSchema } from './schema.js';
import type {
  NewSubmission,
  PipelineEvent,
  PipelineTrace,
  QueuedCopy,
  QueuedRecipient,
  QueuedSubmission,
} from './types.js';

/** A recipient with the way that was chosen. */
export interface RoutedCopy extends QueuedRecipient {
  readonly original: string;
  readonly hop: string;
  /** Its own bytes, where a policy changed them; the submission's else. */
  readonly bytes: Uint8Array | null;
}

/** The queue of a mail system: a SQLite file, in which every step is one durable transaction. */
export class QueueFile {
  readonly db: SqlConnection;
  readonly #statements = new Map<string, ReturnType<SqlConnection['prepare']>>();

  /** @param folder where it lies; made when it is not there */
  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.db = chooseSqlite().open(join(folder, 'queue.sqlite'), { readOnly: false });
    prepareSchema(this.db);
  }

  /** Closes it. */
  close(): void {
    this.#statements.clear();
    this.db.close();
  }

  /**
   * Takes a submission, once: the same again changes nothing.
   *
   * @param one the submission
   * @param now the time
   */
  accept(one: NewSubmission, now: number): void {
    this.transaction(() => {
      if (this.get('SELECT 1 FROM submission WHERE id = ?', one.id)) return;
      const body = this.run('INSERT INTO body (bytes) VALUES (?)', one.bytes);
      this.#insert(one, body, 0, null, now);
      for (const { address, reportSuccess, reportFailure } of one.recipients)
        this.run(
          `INSERT INTO recipient (submission, address, original, report_success, report_failure, state, hop, body, attempts, next, token, words)
           VALUES (?, ?, ?, ?, ?, 'new', '', ?, 0, ?, '', '')`,
          ...[one.id, address, address, Number(reportSuccess), Number(reportFailure), body, now],
        );
      this.tell(one.id, { at: one.submittedAt, step: 1, outcome: 'submitted' });
      this.tell(one.id, { at: one.notifiedAt, step: 2, outcome: 'notified' });
      this.tell(one.id, { at: now, step: 3, outcome: 'queued' });
    });
  }

  /** Takes what could not be rendered: nothing of it is sent, but its trace says so. */
  refuse(one: NewSubmission, why: string, now: number): void {
    this.transaction(() => {
      if (this.get('SELECT 1 FROM submission WHERE id = ?', one.id)) return;
      this.#insert(one, this.run('INSERT INTO body (bytes) VALUES (?)', one.bytes), 1, null, now);
      this.tell(one.id, { at: one.submittedAt, step: 1, outcome: 'submitted' });
      this.tell(one.id, { at: one.notifiedAt, step: 2, outcome: 'notified' });
      this.tell(one.id, { at: now, step: 3, outcome: 'failed', reply: why });
    });
  }

  /** Puts a report into the queue, bound for one mailbox of this system. */
  report(one: NewSubmission, origin: string, mailbox: string, now: number): void {
    const body = this.run('INSERT INTO body (bytes) VALUES (?)', one.bytes);
    this.#insert(one, body, 1, origin, now);
    this.#copy(
      one.id,
      { address: mailbox, original: mailbox, reportSuccess: false, reportFailure: false },
      `local:${mailbox}`,
      body,
      now,
    );
  }

  /** The oldest submission that is due to be routed. */
  unrouted(
    now: number,
  ): { readonly submission: QueuedSubmission; readonly recipients: readonly QueuedRecipient[] } | null {
    const row = this.get(
      'SELECT s.*, b.bytes FROM submission s JOIN body b ON b.id = s.body WHERE routed = 0 AND due <= ? ORDER BY queued, s.id LIMIT 1',
      now,
    );
    if (!row) return null;
    const submission = submissionOf(row);
    const rows = this.all("SELECT * FROM recipient WHERE submission = ? AND state = 'new' ORDER BY id", submission.id);
    return { submission, recipients: rows.map(recipientOf) };
  }

  /** A submission that could not be routed waits until a time. */
  waits(submission: QueuedSubmission, until: number): void {
    this.run('UPDATE submission SET due = ? WHERE id = ? AND routed = 0', until, submission.id);
  }

  /** What waits to be routed waits no longer. */
  hurry(now: number): void {
    this.run('UPDATE submission SET due = ? WHERE routed = 0 AND due > ?', now, now);
  }

  /** Puts the routed copies in the place of the recipients, if nobody else has done so. @returns whether it did */
  routed(
    submission: QueuedSubmission,
    copies: readonly RoutedCopy[],
    events: readonly PipelineEvent[],
    now: number,
  ): boolean {
    if (!this.get('SELECT 1 FROM submission WHERE id = ? AND routed = 0', submission.id)) return false;
    this.run('UPDATE submission SET routed = 1 WHERE id = ?', submission.id);
    this.run("DELETE FROM recipient WHERE submission = ? AND state = 'new'", submission.id);
    const bodies = new Map<Uint8Array, number>();
    for (const copy of copies) {
      let body = submission.body;
      if (copy.bytes !== null) {
        body = bodies.get(copy.bytes) ?? this.run('INSERT INTO body (bytes) VALUES (?)', copy.bytes);
        bodies.set(copy.bytes, body);
      }
      this.#copy(submission.id, copy, copy.hop, body, now);
    }
    for (const event of events) this.tell(submission.id, event);
    return true;
  }

  /** Takes the copies that are due for one next hop and have the same bytes: one transaction's worth. */
  due(now: number, most: number): readonly QueuedCopy[] {
    return this.transaction(() => {
      const head = this.get(
        "SELECT * FROM recipient WHERE state = 'waiting' AND hop NOT LIKE 'local:%' AND owner IS NULL AND next <= ? ORDER BY next, id LIMIT 1",
        now,
      );
      if (!head) return [];
      const rows = this.all(
        "SELECT * FROM recipient WHERE state = 'waiting' AND owner IS NULL AND next <= ? AND submission = ? AND hop = ? AND body = ? ORDER BY id LIMIT ?",
        ...[now, head['submission'] as SqlValue, head['hop'] as SqlValue, head['body'] as SqlValue, most],
      );
      for (const row of rows)
        this.run('UPDATE recipient SET owner = ? WHERE id = ?', thisProcess, row['id'] as SqlValue);
      return rows.map((row) => copyOf(row, false));
    });
  }

  /** Takes the next copy for a mailbox. */
  dueLocal(mailbox: string, now: number): QueuedCopy | null {
    return this.transaction(() => {
      const row = this.get(
        "SELECT * FROM recipient WHERE state = 'waiting' AND hop = ? AND owner IS NULL AND next <= ? ORDER BY id LIMIT 1",
        ...[`local:${mailbox}`, now],
      );
      if (!row) return null;
      const token = String(row['token']);
      const given = token === '' ? randomUUID() : token;
      this.run('UPDATE recipient SET owner = ?, token = ? WHERE id = ?', thisProcess, given, row['id'] as SqlValue);
      return { ...copyOf(row, token !== ''), token: given };
    });
  }

  /** How many copies wait for a mailbox. */
  countLocal(mailbox: string, now: number): number {
    const sql =
      "SELECT count(*) AS n FROM recipient WHERE state = 'waiting' AND hop = ? AND owner IS NULL AND next <= ?";
    return Number(this.get(sql, `local:${mailbox}`, now)?.['n'] ?? 0);
  }

  /** When the next copy that goes out is due, or the next submission to be routed; null when nothing waits. */
  nextDue(): number | null {
    const copies =
      "SELECT next AS t FROM recipient WHERE state = 'waiting' AND hop NOT LIKE 'local:%' AND owner IS NULL";
    const sql = `SELECT min(t) AS t FROM (${copies} UNION ALL SELECT due FROM submission WHERE routed = 0)`;
    const at = this.get(sql)?.['t'];
    return at === null || at === undefined ? null : Number(at);
  }

  /** The copy is done with. */
  settle(copy: QueuedCopy, event: PipelineEvent): void {
    this.run("UPDATE recipient SET state = 'done', owner = NULL, words = ? WHERE id = ?", event.reply ?? '', copy.id);
    this.tell(copy.submission, event);
  }

  /** The copy waits until a time. */
  postpone(copy: QueuedCopy, until: number, event: PipelineEvent): void {
    this.run(
      'UPDATE recipient SET owner = NULL, attempts = attempts + 1, next = ?, words = ? WHERE id = ?',
      ...[until, event.reply ?? '', copy.id],
    );
    this.tell(copy.submission, event);
  }

  /** Gives a copy back that was not tried. */
  giveBack(copy: QueuedCopy): void {
    this.run('UPDATE recipient SET owner = NULL WHERE id = ?', copy.id);
  }

  /** Takes what dead processes had out of their hands. What was on its way to another system is in doubt. */
  inherit(now: number): void {
    this.transaction(() => {
      const owners = this.all('SELECT DISTINCT owner FROM recipient WHERE owner IS NOT NULL').map((row) =>
        String(row['owner']),
      );
      for (const owner of owners) {
        if (owner === thisProcess || stateOf(owner) !== 'gone') continue;
        for (const row of this.all('SELECT * FROM recipient WHERE owner = ?', owner)) {
          const copy = copyOf(row, true);
          this.giveBack(copy);
          const reply = 'the process that sent it was ended; it is sent again under the same Message-ID';
          if (!copy.hop.startsWith('local:'))
            this.tell(copy.submission, {
              at: now,
              step: 6,
              outcome: 'in-doubt',
              recipient: copy.address,
              hop: copy.hop,
              reply,
            });
        }
      }
    });
  }

  /** A submission. */
  submission(id: string): QueuedSubmission | null {
    const row = this.get('SELECT s.*, b.bytes FROM submission s JOIN body b ON b.id = s.body WHERE s.id = ?', id);
    return row ? submissionOf(row) : null;
  }

  /** When a submission came into the queue, in milliseconds. */
  acceptedAt(id: string): number {
    return Number(this.get('SELECT queued FROM submission WHERE id = ?', id)?.['queued'] ?? 0);
  }

  /** The bytes of a copy. */
  bytes(body: number): Uint8Array {
    return this.get('SELECT bytes FROM body WHERE id = ?', body)?.['bytes'] as Uint8Array;
  }

  /** Records step 4 of the message with this entry identifier, once. */
  finished(entry: string, now: number): void {
    const rows = this.all(
      'SELECT id FROM submission s WHERE entry = ? AND NOT EXISTS (SELECT 1 FROM event WHERE submission = s.id AND step = 4) ORDER BY at DESC LIMIT 1',
      entry,
    );
    for (const row of rows) this.tell(String(row['id']), { at: now, step: 4, outcome: 'finished' });
  }

  /** Records an event. */
  tell(submission: string, event: Partial<PipelineEvent> & Pick<PipelineEvent, 'at' | 'step' | 'outcome'>): void {
    const { at, step, outcome, recipient = null, hop = null, reply = null } = event;
    const sql = 'INSERT INTO event (submission, at, step, outcome, recipient, hop, reply) VALUES (?, ?, ?, ?, ?, ?, ?)';
    this.run(sql, submission, at, step, outcome, recipient, hop, reply);
  }

  /** What happened to a submission; null when there is none. */
  trace(id: string): PipelineTrace | null {
    const row = this.get('SELECT * FROM submission WHERE id = ?', id);
    if (!row) return null;
    const left = this.get("SELECT 1 FROM recipient WHERE submission = ? AND state <> 'done'", id);
    const events = this.all('SELECT * FROM event WHERE submission = ? ORDER BY id', id).map(eventOf);
    return Object.freeze({
      id,
      entry: String(row['entry']),
      messageId: String(row['message_id']),
      subject: String(row['subject']),
      mailbox: String(row['mailbox']),
      done: left === undefined && Number(row['routed']) === 1,
      events: Object.freeze(events),
    });
  }

  /** The submissions of a message, the newest first. */
  submissionsOf(entry: string): readonly string[] {
    return this.all('SELECT id FROM submission WHERE entry = ? ORDER BY at DESC, id', entry).map((row) =>
      String(row['id']),
    );
  }

  /** Does several things, all or none. */
  transaction<T>(work: () => T): T {
    if (this.db.inTransaction()) return work();
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.db.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.db.inTransaction()) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Runs a statement. @returns the identifier of the row that it inserted */
  run(sql: string, ...values: readonly SqlValue[]): number {
    return this.#prepared(sql).run(...values).lastId;
  }

  /** The first row of a query. */
  get(sql: string, ...values: readonly SqlValue[]): SqlRow | undefined {
    return this.#prepared(sql).get(...values);
  }

  /** All rows of a query. */
  all(sql: string, ...values: readonly SqlValue[]): readonly SqlRow[] {
    return this.#prepared(sql).all(...values);
  }

  #prepared(sql: string): ReturnType<SqlConnection['prepare']> {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql, false);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #insert(one: NewSubmission, body: number, routed: number, origin: string | null, now: number): void {
    this.run(
      `INSERT INTO submission (id, entry, mailbox, sender, author, message_id, subject, body, at, queued, due, wide, eight, routed, origin)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[one.id, one.entry, one.mailbox, one.sender, one.author, one.messageId, one.subject, body],
      ...[one.submittedAt, now, now, Number(one.utf8), Number(one.eightBit), routed, origin],
    );
  }

  #copy(submission: string, copy: Omit<RoutedCopy, 'hop' | 'bytes'>, hop: string, body: number, now: number): void {
    this.run(
      `INSERT INTO recipient (submission, address, original, report_success, report_failure, state, hop, body, attempts, next, token, words)
       VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, 0, ?, '', '')`,
      ...[
        submission,
        copy.address,
        copy.original,
        Number(copy.reportSuccess),
        Number(copy.reportFailure),
        hop,
        body,
        now,
      ],
    );
  }
}

const recipientOf = (row: SqlRow): QueuedRecipient => ({
  address: String(row['address']),
  reportSuccess: Number(row['report_success']) === 1,
  reportFailure: Number(row['report_failure']) === 1,
});

const copyOf = (row: SqlRow, inherited: boolean): QueuedCopy => ({
  ...recipientOf(row),
  id: Number(row['id']),
  submission: String(row['submission']),
  original: String(row['original']),
  hop: String(row['hop']),
  body: Number(row['body']),
  attempts: Number(row['attempts']),
  token: String(row['token']),
  words: String(row['words']),
  inherited,
});

const submissionOf = (row: SqlRow): QueuedSubmission => ({
  id: String(row['id']),
  entry: String(row['entry']),
  mailbox: String(row['mailbox']),
  sender: String(row['sender']),
  author: String(row['author']),
  messageId: String(row['message_id']),
  subject: String(row['subject']),
  bytes: row['bytes'] as Uint8Array,
  body: Number(row['body']),
  utf8: Number(row['wide']) === 1,
  eightBit: Number(row['eight']) === 1,
  submittedAt: Number(row['at']),
});

const eventOf = (row: SqlRow): PipelineEvent =>
  Object.freeze({
    at: Number(row['at']),
    step: Number(row['step']) as PipelineEvent['step'],
    outcome: row['outcome'] as PipelineEvent['outcome'],
    recipient: row['recipient'] as string | null,
    hop: row['hop'] as string | null,
    reply: row['reply'] as string | null,
  });
