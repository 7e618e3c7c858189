import type { Ending } from '../../../subsystem/index.js';
import type { QueueFile } from './file.js';
import { eventOf } from './rows.js';
import type { PipelineEvent, PipelineTrace } from './types.js';

/** What happened to the submissions of a queue. */
export class Journal {
  readonly #file: QueueFile;

  /** @param file the queue */
  constructor(file: QueueFile) {
    this.#file = file;
  }

  /** Records an event. */
  tell(submission: string, event: Partial<PipelineEvent> & Pick<PipelineEvent, 'at' | 'step' | 'outcome'>): void {
    const { at, step, outcome, recipient = null, hop = null, reply = null } = event;
    const sql = 'INSERT INTO event (submission, at, step, outcome, recipient, hop, reply) VALUES (?, ?, ?, ?, ?, ?, ?)';
    this.#file.run(sql, submission, at, step, outcome, recipient, hop, reply);
  }

  /** Records step 4 of the message with this entry identifier, once: what the store has done with it. */
  finished(entry: string, now: number, { became, why }: Ending): void {
    const row = this.#file.get(
      'SELECT id FROM submission s WHERE entry = ? AND NOT EXISTS (SELECT 1 FROM event WHERE submission = s.id AND step = 4) ORDER BY at DESC LIMIT 1',
      entry,
    );
    if (row) this.tell(String(row['id']), { at: now, step: 4, outcome: became ?? 'finished', reply: why || null });
  }

  /** What happened to a submission; null when there is none. */
  trace(id: string): PipelineTrace | null {
    const row = this.#file.get('SELECT * FROM submission WHERE id = ?', id);
    if (!row) return null;
    const events = this.#file.all('SELECT * FROM event WHERE submission = ? ORDER BY id', id).map(eventOf);
    return Object.freeze({
      id,
      entry: String(row['entry']),
      messageId: String(row['message_id']),
      subject: String(row['subject']),
      mailbox: String(row['mailbox']),
      done: row['done'] !== null,
      events: Object.freeze(events),
    });
  }

  /** The submissions of a message, the newest first. */
  submissionsOf(entry: string): readonly string[] {
    const rows = this.#file.all('SELECT id FROM submission WHERE entry = ? ORDER BY at DESC, id', entry);
    return rows.map((row) => String(row['id']));
  }

  /** A page of the submissions of a mailbox, the newest first, and how many there are; reports are none. */
  submissions(
    mailbox: string,
    skip: number,
    top: number,
  ): { readonly count: number; readonly traces: readonly PipelineTrace[] } {
    const own = "FROM submission WHERE mailbox = ? AND origin IS NULL AND entry <> ''";
    const count = Number(this.#file.get(`SELECT count(*) AS n ${own}`, mailbox)?.['n'] ?? 0);
    const traces = this.#file
      .all(`SELECT id ${own} ORDER BY at DESC, id LIMIT ? OFFSET ?`, mailbox, top, skip)
      .flatMap((row) => this.trace(String(row['id'])) ?? []);
    return { count, traces };
  }

  /** The newest submissions, the newest first. */
  recent(most: number): readonly string[] {
    const rows = this.#file.all('SELECT id FROM submission ORDER BY queued DESC, id LIMIT ?', most);
    return rows.map((row) => String(row['id']));
  }
}
