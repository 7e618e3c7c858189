import {
  type EntryId,
  MSGFLAG_HASATTACH,
  MSGFLAG_READ,
  PR_CLIENT_SUBMIT_TIME,
  PR_DISPLAY_TO_W,
  PR_ENTRYID,
  PR_MESSAGE_CLASS_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_SENDER_NAME_W,
  PR_SUBJECT_W,
  type PropRow,
  type PropTag,
} from '../../mapi/index.js';
import type { MailMessage } from './message.js';
import type { Mailbox } from './people.js';
import { dateOf } from './query.js';
import type { MailSession } from './session.js';
import type { MailTrace } from './trace.js';

/** The columns of {@link MessageEntry}. */
export const entryColumns: readonly PropTag[] = [
  PR_ENTRYID,
  PR_SUBJECT_W,
  PR_SENDER_NAME_W,
  PR_SENDER_EMAIL_ADDRESS_W,
  PR_DISPLAY_TO_W,
  PR_MESSAGE_DELIVERY_TIME,
  PR_CLIENT_SUBMIT_TIME,
  PR_MESSAGE_FLAGS,
  PR_MESSAGE_SIZE,
  PR_MESSAGE_CLASS_W,
];

const nowhere: EntryId = new Uint8Array(0);

/** A message as a list shows it; nothing of it is open, and nothing has to be closed. */
export class MessageEntry {
  /** Empty for a message within a message. */
  readonly entryId: EntryId;
  /** Empty without one. */
  readonly subject: string;
  /** The sender; null when the message does not say. */
  readonly from: Mailbox | null;
  /** The names of the recipients in To, with semicolons between. */
  readonly to: string;
  /** When it came; null for what was written here. */
  readonly received: Date | null;
  /** When it was submitted; null for drafts. */
  readonly sent: Date | null;
  readonly unread: boolean;
  readonly hasAttachments: boolean;
  /** Bytes. */
  readonly size: number;
  /** `IPM.Note`, or `REPORT.IPM.Note.NDR` for a report that it was not delivered. */
  readonly class: string;
  readonly #session: MailSession;

  /**
   * @param session whose it is
   * @param row a row with `entryColumns`
   */
  constructor(session: MailSession, row: PropRow) {
    this.#session = session;
    this.entryId = row.get(PR_ENTRYID) ?? nowhere;
    this.subject = row.get(PR_SUBJECT_W) ?? '';
    const [name, address] = [row.get(PR_SENDER_NAME_W), row.get(PR_SENDER_EMAIL_ADDRESS_W)];
    this.from = name === null && address === null ? null : { name: name ?? undefined, address: address ?? '' };
    this.to = row.get(PR_DISPLAY_TO_W) ?? '';
    this.received = dateOf(row.get(PR_MESSAGE_DELIVERY_TIME));
    this.sent = dateOf(row.get(PR_CLIENT_SUBMIT_TIME));
    const flags = row.get(PR_MESSAGE_FLAGS) ?? 0;
    this.unread = (flags & MSGFLAG_READ) === 0;
    this.hasAttachments = (flags & MSGFLAG_HASATTACH) !== 0;
    this.size = row.get(PR_MESSAGE_SIZE) ?? 0;
    this.class = row.get(PR_MESSAGE_CLASS_W) ?? '';
  }

  /**
   * Opens it.
   *
   * @throws {ComError} `MAPI_E_NOT_FOUND` when it is gone
   */
  open(): Promise<MailMessage> {
    return this.#session.open(this.entryId);
  }
  /**
   * Tells what became of it when it was sent, step by step.
   *
   * @returns null when it was not sent from this mailbox
   * @throws {ComError} `MAPI_E_NO_SUPPORT` when the mailbox belongs to no mail system
   */
  trace(): Promise<MailTrace | null> {
    return this.#session.trace(this.entryId);
  }
}
