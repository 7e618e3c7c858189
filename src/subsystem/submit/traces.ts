import { guidFromBytes, ok } from '../../com/index.js';
import {
  type EntryId,
  type IMAPISession,
  MAPI_FORCE_ACCESS,
  MAPI_TRANSPORT_PROVIDER,
  MAPI_UNICODE,
  PR_PROVIDER_UID,
  PR_RESOURCE_TYPE,
  PR_SERVICE_NAME_W,
} from '../../mapi/index.js';
import { messageService } from '../profile/services.js';

/** The seven steps of a submission, as Microsoft counts them. */
export type SubmissionStep = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** How a step went. */
export type SubmissionOutcome =
  /** 1: the draft was submitted. */
  | 'submitted'
  /** 2: the transport was told. */
  | 'notified'
  /** 3: its MIME copy lies in the queue. */
  | 'queued'
  /** 3: no MIME copy could be made. */
  | 'failed'
  /** 4: the store has moved it to the folder for sent messages that it names. */
  | 'moved'
  /** 4: the store has deleted it, as it was told to. */
  | 'deleted'
  /** 4: it stays in the folder that it was sent from, as it names no other one, or one that is gone. */
  | 'kept'
  /** 4: the store is through with it, and does not tell where it is now. */
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
export interface SubmissionEvent {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  readonly step: SubmissionStep;
  readonly outcome: SubmissionOutcome;
  /** The recipient that it is about; null for the whole message. */
  readonly recipient: string | null;
  /** The next hop; null before there is one. */
  readonly hop: string | null;
  /** What the next hop said, or why. */
  readonly reply: string | null;
}

/** All that happened to a submission. */
export interface SubmissionTrace {
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
  readonly events: readonly SubmissionEvent[];
}

/** What became of what was submitted from a mailbox, as the mail system that it belongs to knows it. */
export interface SubmissionTraces {
  /** The address of the mailbox. */
  readonly mailbox: string;
  /**
   * What the submission of a message is called by, also before the mail system has it.
   *
   * @param entryId the message
   * @param submittedAt PR_CLIENT_SUBMIT_TIME
   */
  idOf(entryId: EntryId, submittedAt: bigint): string;
  /** What happened to a submission of this mailbox; null when the mail system has none of this identifier. */
  trace(id: string): SubmissionTrace | null;
  /** The submissions of a message, the newest first. */
  submissionsOf(entryId: EntryId): readonly string[];
  /** How many submissions there are, and some of them, the newest first. */
  submissions(skip: number, top: number): { readonly count: number; readonly traces: readonly SubmissionTrace[] };
  /** Lets go of what is open. */
  close(): void;
}

/**
 * Opens the traces that one of the message services of a session keeps.
 *
 * @param session the session; it may be one without mail
 * @returns null when none of them keeps any
 * @throws {ComError} `MAPI_E_UNCONFIGURED` when the service that does is not configured
 */
export async function openTraces(session: IMAPISession): Promise<SubmissionTraces | null> {
  using services = await ok(session.AdminServices(0));
  using table = await ok(services.GetProviderTable(MAPI_UNICODE));
  await ok(table.SetColumns([PR_RESOURCE_TYPE, PR_SERVICE_NAME_W, PR_PROVIDER_UID]));
  for (const row of await ok(table.QueryRows(1000, 0))) {
    const traces = messageService(row.get(PR_SERVICE_NAME_W) ?? '')?.traces;
    const uid = row.get(PR_PROVIDER_UID);
    if (!traces || !uid || row.get(PR_RESOURCE_TYPE) !== MAPI_TRANSPORT_PROVIDER) continue;
    using section = await ok(session.OpenProfileSection(guidFromBytes(uid), null, MAPI_FORCE_ACCESS));
    return await traces(section);
  }
  return null;
}
