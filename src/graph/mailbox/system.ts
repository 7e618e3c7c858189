/** What somebody may do in the mailbox of somebody else: open it, send mail as it, or send mail on behalf of it. */
export type MailboxRight = 'full-access' | 'send-as' | 'send-on-behalf';

/** One step of a submission that happened. */
export interface SubmissionEvent {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** The step, as Microsoft counts them: 1 to 7. */
  readonly step: number;
  /** How it went: `submitted`, `queued`, `routed`, `relayed`, `deferred` and so on. */
  readonly outcome: string;
  /** Whom it is about; null for the whole message. */
  readonly recipient: string | null;
  /** The next hop; null before there is one. */
  readonly hop: string | null;
  /** What the next hop said, or why. */
  readonly reply: string | null;
}

/** What happened to a submission. */
export interface SubmissionTrace {
  readonly id: string;
  /** The entry identifier of the message, in hexadecimal digits. */
  readonly entry: string;
  /** Its Message-ID; empty when it could not be rendered. */
  readonly messageId: string;
  readonly subject: string;
  /** The mailbox that it was submitted from. */
  readonly mailbox: string;
  /** Whether every recipient is done with. */
  readonly done: boolean;
  readonly events: readonly SubmissionEvent[];
}

/** The mail system that a mailbox belongs to, as far as the server asks it. `MailSystem` of comail is one. */
export interface GraphMailSystem {
  /** What somebody may do for a mailbox: everything for his own. */
  rights(mailbox: string, grantee: string): readonly MailboxRight[];
  /**
   * What the submission of a message is called by, also before it has come into the system's queue.
   *
   * @param mailbox the mailbox that it is submitted from
   * @param entryId the message
   * @param submittedAt PR_CLIENT_SUBMIT_TIME
   */
  submissionId(mailbox: string, entryId: Uint8Array, submittedAt: bigint): string;
  /** What happened to a submission; null when the queue has none of this identifier. */
  trace(id: string): SubmissionTrace | null;
  /** The submissions of a mailbox, the newest first: how many there are, and those of a page. */
  submissions(
    mailbox: string,
    skip: number,
    top: number,
  ): { readonly count: number; readonly traces: readonly SubmissionTrace[] };
}
