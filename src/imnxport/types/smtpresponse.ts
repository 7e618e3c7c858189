import type { ISMTPTransport } from '../interfaces/ismtptransport.js';
import type { IXPRESULT } from './ixpresult.js';
import type { SMTPCOMMAND } from './smtpcommand.js';

/** Progress of a message body. @spec oe-smtpresponse */
export interface SMTPSTREAM {
  /** Bytes of this step. */
  readonly cbIncrement: number;
  /** Bytes so far. */
  readonly cbCurrent: number;
  /** Bytes in all; 0 when the size is not known. */
  readonly cbTotal: number;
}

/** One answer or one step of progress. @spec oe-smtpresponse */
export interface SMTPRESPONSE {
  /** What is answered. */
  readonly command: SMTPCOMMAND;
  /** The command is finished; no other may be issued before. */
  readonly fDone: boolean;
  /** The server's reply, or what went wrong. */
  readonly rIxpResult: IXPRESULT;
  /** Who calls. The pointer is borrowed: add a reference to keep it. */
  readonly pTransport: ISMTPTransport;
  /** Progress, for `SMTP_SEND_STREAM` alone; null otherwise. */
  readonly rStreamInfo: SMTPSTREAM | null;
}
