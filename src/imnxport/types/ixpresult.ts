import { type HResult, S_OK } from '../../com/index.js';

/** What a server answered or what went wrong, as far as a transport knows. @spec oe-ixpresult */
export interface IXPRESULT {
  /** The transport's verdict: `S_OK`, or what failed (`IXP_E_SMTP_REJECTED_RECIPIENTS`). */
  readonly hrResult: HResult;
  /** The server's line, with its number, as it came; null when there is none. */
  readonly pszResponse: string | null;
  /** The server's number, 550 for instance; 0 when there is none. */
  readonly uiServerError: number;
  /** That number as a code (`IXP_E_SMTP_550_MAILBOX_NOT_FOUND`); `S_OK` when there is none. */
  readonly hrServerError: HResult;
  /** The Winsock error, `WSAECONNRESET` (10054) for instance; 0 when there is none. */
  readonly dwSocketError: number;
  /** What it is about: the refused address, or words for a person; null when there is nothing to add. */
  readonly pszProblem: string | null;
}

/**
 * A whole structure from the fields that matter.
 *
 * @param fields any fields
 */
export const IXPRESULT = (fields: Partial<IXPRESULT> = {}): IXPRESULT =>
  Object.freeze({
    hrResult: S_OK,
    pszResponse: null,
    uiServerError: 0,
    hrServerError: S_OK,
    dwSocketError: 0,
    pszProblem: null,
    ...fields,
  });
