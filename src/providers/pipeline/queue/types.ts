import type { SubmissionEvent, SubmissionOutcome, SubmissionStep, SubmissionTrace } from '../../../subsystem/index.js';

/** The seven steps of a submission, as Microsoft counts them. */
export type PipelineStep = SubmissionStep;
/** How a step went. */
export type PipelineOutcome = SubmissionOutcome;
/** One step of a submission that happened. */
export type PipelineEvent = SubmissionEvent;
/** All that happened to a submission. */
export type PipelineTrace = SubmissionTrace;

/** What a right allows: to open the mailbox, to send as it, to send on behalf of it. Who may open it may not send for it yet. */
export type PipelineRight = 'full-access' | 'send-as' | 'send-on-behalf';

/** A mailbox of the system. */
export interface PipelineMailbox {
  readonly address: string;
  readonly name: string;
  /** The profile that opens it; null when none was made for it. */
  readonly profile: string | null;
}

/** A recipient of a submission. */
export interface QueuedRecipient {
  readonly address: string;
  /** Whether the sender wants to hear of the delivery. */
  readonly reportSuccess: boolean;
  /** Whether the sender wants to hear that it failed. */
  readonly reportFailure: boolean;
}

/** What is put into the queue. */
export interface NewSubmission {
  /** The same for the same submission, so that it is taken once. */
  readonly id: string;
  readonly entry: string;
  readonly mailbox: string;
  /** The envelope's sender; empty for a report. */
  readonly sender: string;
  /** The address in From. */
  readonly author: string;
  readonly messageId: string;
  readonly subject: string;
  readonly utf8: boolean;
  readonly eightBit: boolean;
  /** When its draft was submitted. */
  readonly submittedAt: number;
  /** When the transport was told. */
  readonly notifiedAt: number;
  readonly recipients: readonly QueuedRecipient[];
}

/** A submission as it lies in the queue. */
export interface QueuedSubmission extends Omit<NewSubmission, 'recipients' | 'notifiedAt'> {
  readonly body: number;
  /** When it came into the queue. */
  readonly queuedAt: number;
}

/** A recipient as it lies in the queue. */
export interface QueuedCopy extends QueuedRecipient {
  readonly id: number;
  readonly submission: string;
  /** As the sender wrote it, before a policy redirected it. */
  readonly original: string;
  readonly hop: string;
  readonly body: number;
  /** Lines that stand before the header of this copy. */
  readonly fields: string;
  readonly attempts: number;
  /** What is written on a copy that is delivered here, to know it again. */
  readonly token: string;
  /** Whether the sender has heard that it is late. */
  readonly warned: boolean;
  /** Whether somebody else began to deliver it, and may have done so. */
  readonly inherited: boolean;
}
