import { SMTP_CONNECTED, SMTP_SEND_MESSAGE, type SMTPCOMMAND } from './types/smtpcommand.js';

/** What a transport is busy with. One runs at a time. */
export interface Job {
  /** The answer that ends it. */
  readonly ends: SMTPCOMMAND;
  /** Whether that answer is on its way to the client already. */
  answered: boolean;
}

/** Connecting; it ends with `SMTP_CONNECTED`, or earlier when the client runs the dialog itself. */
export const connectJob = (): Job => ({ ends: SMTP_CONNECTED, answered: false });

/** Sending a message. */
export const messageJob = (): Job => ({ ends: SMTP_SEND_MESSAGE, answered: false });

/**
 * A single command.
 *
 * @param ends the command whose answer ends it
 */
export const commandJob = (ends: SMTPCOMMAND): Job => ({ ends, answered: false });
