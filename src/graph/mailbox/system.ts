import type { SubmissionTrace } from '../../subsystem/index.js';

/** What somebody may do in the mailbox of somebody else: open it, send mail as it, or send mail on behalf of it. */
export type MailboxRight = 'full-access' | 'send-as' | 'send-on-behalf';

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
