import { randomUUID } from 'node:crypto';
import { type SqlRow, type SqlValue, stateOf, thisProcess } from '../../../base/index.js';
import type { QueueFile } from './file.js';
import { isLocal } from './intake.js';
import type { Journal } from './journal.js';
import { copyOf } from './rows.js';
import type { PipelineEvent, QueuedCopy } from './types.js';

/** The copies of a queue, on their way to mailboxes and next hops: step 6. */
export class Copies {
  readonly #file: QueueFile;
  readonly #journal: Journal;

  /**
   * @param file the queue
   * @param journal what happens
   */
  constructor(file: QueueFile, journal: Journal) {
    this.#file = file;
    this.#journal = journal;
  }

  /**
   * Takes the copies that are due for one next hop and are alike: one transaction's worth.
   *
   * @param now the time
   * @param most how many at most
   * @param busy next hops that have enough to do
   */
  due(now: number, most: number, busy: readonly string[]): readonly QueuedCopy[] {
    return this.#file.transaction(() => {
      const head = this.#file.get(
        `SELECT * FROM recipient WHERE state = 'waiting' AND local = 0 AND owner IS NULL AND next <= ?
         AND hop NOT IN (SELECT value FROM json_each(?)) ORDER BY next, id LIMIT 1`,
        now,
        JSON.stringify(busy),
      );
      if (!head) return [];
      const value = (name: string): SqlValue => head[name] as SqlValue;
      const rows = this.#file.all(
        `SELECT * FROM recipient WHERE state = 'waiting' AND owner IS NULL AND next <= ? AND submission = ? AND hop = ?
         AND body = ? AND fields = ? ORDER BY id LIMIT ?`,
        ...[now, value('submission'), value('hop'), value('body'), value('fields'), most],
      );
      for (const row of rows) this.#own(row, String(row['token']));
      return rows.map((row) => copyOf(row, false));
    });
  }

  /** Takes the next copy for a mailbox. */
  dueLocal(mailbox: string, now: number): QueuedCopy | null {
    return this.#file.transaction(() => {
      const row = this.#file.get(
        "SELECT * FROM recipient WHERE state = 'waiting' AND local = 1 AND hop = ? AND owner IS NULL AND next <= ? ORDER BY id LIMIT 1",
        ...[`local:${mailbox}`, now],
      );
      if (!row) return null;
      const token = String(row['token']) || randomUUID();
      this.#own(row, token);
      return { ...copyOf(row, row['token'] !== ''), token };
    });
  }

  /** How many copies wait for a mailbox. */
  countLocal(mailbox: string, now: number): number {
    const sql =
      "SELECT count(*) AS n FROM recipient WHERE state = 'waiting' AND local = 1 AND hop = ? AND owner IS NULL AND next <= ?";
    return Number(this.#file.get(sql, `local:${mailbox}`, now)?.['n'] ?? 0);
  }

  /**
   * When there is something to do next: a copy goes out, one that was put off is delivered, a submission is routed.
   *
   * @param now the time; what waits for a mailbox since before waits for somebody to log on
   * @param busy next hops that have enough to do
   * @returns the time; null when nothing waits for one
   */
  nextDue(now: number, busy: readonly string[]): number | null {
    const out =
      "SELECT min(next) AS t FROM recipient WHERE state = 'waiting' AND local = 0 AND owner IS NULL AND hop NOT IN (SELECT value FROM json_each(?))";
    const local =
      "SELECT min(next) AS t FROM recipient WHERE state = 'waiting' AND local = 1 AND owner IS NULL AND next > ?";
    const fresh = 'SELECT min(due) AS t FROM submission WHERE routed = 0';
    const sql = `SELECT min(t) AS t FROM (${out} UNION ALL ${local} UNION ALL ${fresh})`;
    const at = this.#file.get(sql, JSON.stringify(busy), now)?.['t'];
    return at === null || at === undefined ? null : Number(at);
  }

  /** The copy is done with. */
  settle(copy: QueuedCopy, event: PipelineEvent): void {
    this.#file.run("UPDATE recipient SET state = 'done', owner = NULL WHERE id = ?", copy.id);
    this.#journal.tell(copy.submission, event);
  }

  /** The copy waits until a time; whether it was tried before is counted. */
  postpone(copy: QueuedCopy, until: number, event: PipelineEvent, tried = true): void {
    const sql = 'UPDATE recipient SET owner = NULL, attempts = attempts + ?, next = ? WHERE id = ?';
    this.#file.run(sql, Number(tried), until, copy.id);
    this.#journal.tell(copy.submission, event);
  }

  /** Gives a copy back that was not tried. */
  giveBack(copy: QueuedCopy): void {
    this.#file.run('UPDATE recipient SET owner = NULL WHERE id = ?', copy.id);
  }

  /** Gives a copy another next hop; nobody tried the one that it had. */
  reroute(copy: QueuedCopy, hop: string, event: PipelineEvent): void {
    const sql = 'UPDATE recipient SET owner = NULL, hop = ?, local = ? WHERE id = ?';
    this.#file.run(sql, hop, Number(isLocal(hop)), copy.id);
    this.#journal.tell(copy.submission, event);
  }

  /** What waits for a mailbox that is there no longer is routed again, as it would be for a server that is there no longer. */
  orphan(mailbox: string): void {
    this.#file.run("UPDATE recipient SET local = 0 WHERE state = 'waiting' AND hop = ?", `local:${mailbox}`);
  }

  /** The sender hears that the copy is late. */
  warn(copy: QueuedCopy): void {
    this.#file.run('UPDATE recipient SET warned = 1 WHERE id = ?', copy.id);
  }

  /** Takes what dead processes had out of their hands. What was on its way to another system is in doubt. */
  inherit(now: number): void {
    const owners = this.#file.all('SELECT DISTINCT owner FROM recipient WHERE owner IS NOT NULL');
    const dead = owners.map(({ owner }) => String(owner)).filter((owner) => stateOf(owner) === 'gone');
    if (dead.length === 0) return;
    this.#file.transaction(() => {
      for (const owner of dead)
        for (const row of this.#file.all('SELECT * FROM recipient WHERE owner = ?', owner)) {
          const copy = copyOf(row, true);
          this.giveBack(copy);
          const { address: recipient, hop } = copy;
          const reply = 'the process that sent it was ended; it is sent again under the same Message-ID';
          if (!isLocal(hop))
            this.#journal.tell(copy.submission, { at: now, step: 6, outcome: 'in-doubt', recipient, hop, reply });
        }
    });
  }

  #own(row: SqlRow, token: string): void {
    const sql = 'UPDATE recipient SET owner = ?, token = ? WHERE id = ?';
    this.#file.run(sql, thisProcess, token, row['id'] as SqlValue);
  }
}
