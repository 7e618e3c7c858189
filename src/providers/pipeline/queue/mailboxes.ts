import type { QueueFile } from './file.js';
import type { PipelineMailbox, PipelineRight } from './types.js';

/** The mailboxes of a mail system, and who may send for whom. */
export class Mailboxes {
  readonly #queue: QueueFile;

  /** @param queue where they are kept */
  constructor(queue: QueueFile) {
    this.#queue = queue;
  }

  /** All of them, by address. */
  all(): readonly PipelineMailbox[] {
    return this.#queue.all('SELECT * FROM mailbox ORDER BY address').map((row) =>
      Object.freeze({
        address: String(row['address']),
        name: String(row['name']),
        profile: row['profile'] as string | null,
      }),
    );
  }

  /** Whether a mailbox is there. */
  has(address: string): boolean {
    return this.#queue.get('SELECT 1 FROM mailbox WHERE address = ?', address.toLowerCase()) !== undefined;
  }

  /** Whether a domain has mailboxes. */
  ownsDomain(domain: string): boolean {
    const sql = "SELECT 1 FROM mailbox WHERE substr(address, instr(address, '@') + 1) = ? LIMIT 1";
    return this.#queue.get(sql, domain.toLowerCase()) !== undefined;
  }

  /** Makes a mailbox known, or changes its name. */
  put(address: string, name: string, profile: string | null): void {
    this.#queue.run(
      `INSERT INTO mailbox (address, name, profile) VALUES (?, ?, ?)
       ON CONFLICT (address) DO UPDATE SET name = excluded.name, profile = coalesce(excluded.profile, profile)`,
      ...[address.toLowerCase(), name, profile],
    );
  }

  /** Forgets a mailbox; mail for it comes back from now on. @returns whether it was there */
  remove(address: string): boolean {
    const was = this.has(address);
    this.#queue.run('DELETE FROM mailbox WHERE address = ?', address.toLowerCase());
    return was;
  }

  /** Lets somebody open a mailbox, or send for it. */
  grant(mailbox: string, grantee: string, right: PipelineRight): void {
    const sql = 'INSERT OR IGNORE INTO permission (mailbox, grantee, kind) VALUES (?, ?, ?)';
    this.#queue.run(sql, mailbox.toLowerCase(), grantee.toLowerCase(), right);
  }

  /** Takes a right back. */
  revoke(mailbox: string, grantee: string, right: PipelineRight): void {
    const sql = 'DELETE FROM permission WHERE mailbox = ? AND grantee = ? AND kind = ?';
    this.#queue.run(sql, mailbox.toLowerCase(), grantee.toLowerCase(), right);
  }

  /** What somebody may do for a mailbox; all for his own. */
  rights(mailbox: string, grantee: string): readonly PipelineRight[] {
    const [whose, who] = [mailbox.toLowerCase(), grantee.toLowerCase()];
    if (whose === who) return ['full-access', 'send-as', 'send-on-behalf'];
    const sql = 'SELECT kind FROM permission WHERE mailbox = ? AND grantee = ? ORDER BY kind';
    return this.#queue.all(sql, whose, who).map((row) => row['kind'] as PipelineRight);
  }
}
