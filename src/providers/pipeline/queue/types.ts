/** The seven steps of a submission, as Microsoft counts them. */
export type PipelineStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How a step went. */
export type PipelineOutcome =
  /** 1: the draft was submitted. */
  | 'submitted'
  /** 2: the transport was told. */
  | 'notified'
  /** 3: its MIME copy lies in the queue. */
  | 'queued'
  /** 3: no MIME copy could be made. */
  | 'failed'
  /** 4: the store has moved or deleted it. */
  | 'finished'
  /** 5: a next hop was chosen. */
  | 'routed'
  /** 5: a policy, or the routing, refused; 6: the next hop did. */
  | 'rejected'
  /** 5: a policy changed to whom it goes. */
  | 'redirected'
  /** 5: a policy sent a copy. */
  | 'copied'
  /** 5: a policy added a field to the header. */
  | 'header-added'
  /** 6: it lies in a mailbox of this system. */
  | 'delivered'
  /** 6: the next hop has it. */
  | 'relayed'
  /** 6: it is tried again. */
  | 'deferred'
  /** 6: the reply to the final dot was lost; it is tried again under the same Message-ID. */
  | 'in-doubt'
  /** 5: its next hop stands in the configuration no longer, and another one was chosen. */
  | 'rerouted'
  /** 6: it was tried long enough. */
  | 'expired'
  /** 7: a report goes to the sender. */
  | 'reported';

/** One step that happened. */
export interface PipelineEvent {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly step: PipelineStep;
  readonly outcome: PipelineOutcome;
  /** The recipient that it is about; null for the whole message. */
  readonly recipient: string | null;
  /** The next hop; null before there is one. */
  readonly hop: string | null;
  /** What the next hop said, or why. */
  readonly reply: string | null;
}

/** All that happened to a submission. */
export interface PipelineTrace {
  /** Its identifier. */
  readonly id: string;
  /** The entry identifier that the message had when it was submitted, in hexadecimal digits; empty for a report. */
  readonly entry: string;
  readonly messageId: string;
  readonly subject: string;
  /** The mailbox that it was submitted from. */
  readonly mailbox: string;
  /** Whether every recipient is done with. */
  readonly done: boolean;
  /** The events in their order. */
  readonly events: readonly PipelineEvent[];
}

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
