import { mkdirSync, realpathSync } from 'node:fs';
import { Engine } from './engine.js';
import { recentShown } from './limits.js';
import { Mailboxes } from './queue/mailboxes.js';
import { Queue } from './queue/queue.js';
import type { PipelineMailbox, PipelineRight, PipelineTrace } from './queue/types.js';
import { submissionIdOf } from './submission.js';

/**
 * A mail system: the mailboxes that share one queue, who may send for whom, and what happened to each submission. It only
 * looks and administers; what works at the queue are the sessions of its mailboxes.
 */
export class MailSystem {
  readonly #queue: Queue;
  readonly #mailboxes: Mailboxes;

  /** @param folder where it lies; made when it is not there */
  constructor(folder: string) {
    this.#queue = new Queue(folder);
    this.#mailboxes = new Mailboxes(this.#queue.file);
  }

  /** Its mailboxes, by address. */
  mailboxes(): readonly PipelineMailbox[] {
    return this.#mailboxes.all();
  }

  /** Makes a mailbox known: mail for it is delivered here from now on. */
  addMailbox(address: string, name: string, profile: string | null): void {
    this.#mailboxes.put(address, name, profile);
  }

  /** How many copies wait for a mailbox. */
  waitingFor(address: string): number {
    return this.#queue.copies.countLocal(address.toLowerCase(), Number.MAX_SAFE_INTEGER);
  }

  /** Forgets a mailbox; what waits for it comes back. @returns whether it was there */
  removeMailbox(address: string): boolean {
    return this.#queue.file.transaction(() => {
      this.#queue.copies.orphan(address.toLowerCase());
      return this.#mailboxes.remove(address);
    });
  }

  /** Lets somebody open a mailbox, send as it, or on behalf of it. */
  grant(mailbox: string, grantee: string, right: PipelineRight): void {
    this.#mailboxes.grant(mailbox, grantee, right);
  }

  /** Takes a right back. */
  revoke(mailbox: string, grantee: string, right: PipelineRight): void {
    this.#mailboxes.revoke(mailbox, grantee, right);
  }

  /** What somebody may do for a mailbox: everything for his own. */
  rights(mailbox: string, grantee: string): readonly PipelineRight[] {
    return this.#mailboxes.rights(mailbox, grantee);
  }

  /** What happened to a submission; null when there is none of this identifier. */
  trace(id: string): PipelineTrace | null {
    return this.#queue.journal.trace(id);
  }

  /**
   * The submissions of a message, the newest first.
   *
   * @param entryId the entry identifier that it had when it was submitted
   */
  submissionsOf(entryId: Uint8Array): readonly string[] {
    return this.#queue.journal.submissionsOf(Buffer.from(entryId).toString('hex'));
  }

  /**
   * What the submission of a message is called by, also before it has come into the queue.
   *
   * @param mailbox the mailbox that it is submitted from
   * @param entryId the message
   * @param submittedAt PR_CLIENT_SUBMIT_TIME
   */
  submissionId(mailbox: string, entryId: Uint8Array, submittedAt: bigint): string {
    return submissionIdOf(mailbox, Buffer.from(entryId).toString('hex'), submittedAt);
  }

  /**
   * The submissions of a mailbox, without the reports that it was sent.
   *
   * @param mailbox the mailbox
   * @param skip how many of the newest are passed over
   * @param top how many are told
   * @returns how many there are, and those of the page, the newest first
   */
  submissions(
    mailbox: string,
    skip: number,
    top: number,
  ): { readonly count: number; readonly traces: readonly PipelineTrace[] } {
    return this.#queue.journal.submissions(mailbox.toLowerCase(), skip, top);
  }

  /** The identifiers of the newest submissions, the newest first. */
  recent(most: number = recentShown): readonly string[] {
    return this.#queue.journal.recent(most);
  }

  /** Closes it. */
  close(): void {
    this.#queue.close();
  }
}

interface Shared {
  readonly opening: Promise<Engine>;
  users: number;
  ending: Promise<void> | null;
}

const engines = new Map<string, Shared>();

/**
 * The engine of a mail system, of which there is one in a process.
 *
 * @param folder where the system lies
 * @returns the engine; and what lets go of it, which the last one waits for
 * @throws {ConfigError} when its configuration is wrong
 */
export async function useEngine(folder: string): Promise<{ readonly engine: Engine; release(): Promise<void> }> {
  mkdirSync(folder, { recursive: true });
  const key = realpathSync(folder);
  // One that is ending still has the queue in its hands.
  for (let old = engines.get(key); old?.ending; old = engines.get(key)) await old.ending;
  const shared = engines.get(key) ?? { opening: Engine.open(key), users: 0, ending: null };
  engines.set(key, shared);
  shared.users++;
  try {
    const engine = await shared.opening;
    return { engine, release: async () => await released(key, shared, engine) };
  } catch (error) {
    // The next one to come reads the configuration again.
    if (engines.get(key) === shared) engines.delete(key);
    throw error;
  }
}

async function released(key: string, shared: Shared, engine: Engine): Promise<void> {
  if (--shared.users > 0) return;
  shared.ending = engine.close().finally(() => engines.delete(key));
  await shared.ending;
}
