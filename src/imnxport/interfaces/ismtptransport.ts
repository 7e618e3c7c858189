import { type HResult, type Iid, type IStream, iid } from '../../com/index.js';
import type { SMTPMESSAGE } from '../types/smtpmessage.js';
import { IInternetTransport } from './iinternettransport.js';
import type { ISMTPCallback } from './ismtpcallback.js';

/**
 * Sends one message at a time, or single SMTP commands. Every method answers at once; results come through the
 * callback. One command runs at a time: wait for `fDone` before the next.
 * @spec oe-ismtptransport
 */
export interface ISMTPTransport extends IInternetTransport {
  /**
   * The first call on a new object: names the log file and the callback.
   *
   * @param pszLogFilePath the file that protocol lines are appended to, secrets masked; null for none
   * @param pCallback the client; the transport holds a reference until HandsOffCallback or its own end
   * @returns `S_OK`; `E_INVALIDARG` for a missing callback or a log file that cannot be opened; `E_OUTOFMEMORY`;
   *   `IXP_E_ALREADY_CONNECTED` while connected
   * @spec oe-ismtptransport-initnew
   */
  InitNew(pszLogFilePath: string | null, pCallback: ISMTPCallback): HResult;
  /**
   * Sends one message: MAIL, RCPT per recipient, DATA, body, dot. The structure is copied and the stream gets a
   * reference, so the caller may free everything on return. The end comes as `OnResponse(SMTP_SEND_MESSAGE)`.
   *
   * @param pMessage the message with its addresses
   * @returns in this order of checks: `E_INVALIDARG` for a missing message or stream; `E_OUTOFMEMORY` for more than
   *   the limits allow; `IXP_E_BUSY`; `IXP_E_INVALID_ADDRESS_LIST`; `IXP_E_NOT_CONNECTED` (it never reconnects);
   *   `IXP_S_SMTP_NO_DSN_SUPPORT` when notifications were asked for that the server does not offer: the message goes
   *   out without them; else `S_OK`, also without sender or recipient, which `OnResponse` then reports
   * @spec oe-ismtptransport-sendmessage
   */
  SendMessage(pMessage: SMTPMESSAGE): HResult;
  /**
   * Sends MAIL FROM.
   *
   * @param pszEmailFrom the bare address; empty for the null sender
   * @returns `S_OK` when it is under way; `E_INVALIDARG` for null; `IXP_E_INVALID_ADDRESS`; `IXP_E_NOT_CONNECTED`;
   *   `IXP_E_BUSY`; `IXP_E_INVALID_STATE` while a body is expected
   */
  CommandMAIL(pszEmailFrom: string): HResult;
  /**
   * Sends RCPT TO.
   *
   * @param pszEmailTo the bare address
   * @returns as CommandMAIL
   */
  CommandRCPT(pszEmailTo: string): HResult;
  /** Sends EHLO and learns what the server offers. @returns as CommandRSET */
  CommandEHLO(): HResult;
  /** Sends HELO. @returns as CommandRSET @spec oe-ismtptransport-commandhelo */
  CommandHELO(): HResult;
  /**
   * Logs on by one mechanism, with the name and the password given to Connect.
   *
   * @param pszAuthType the SASL mechanism: `LOGIN`, `CRAM-MD5`, `NTLM`
   * @returns `S_OK` when it is under way; `E_INVALIDARG` for null or a mechanism that is not known; `IXP_E_NOT_INIT`
   *   before InitNew; `IXP_E_NOT_CONNECTED`; `IXP_E_BUSY`; `IXP_E_INVALID_STATE` while a body is expected
   * @spec oe-ismtptransport-commandauth
   */
  CommandAUTH(pszAuthType: string): HResult;
  /** Sends QUIT; the connection closes after the answer. @returns as CommandRSET */
  CommandQUIT(): HResult;
  /**
   * Sends RSET: whatever was begun is forgotten.
   *
   * @returns `S_OK` when it is under way; `IXP_E_NOT_CONNECTED`; `IXP_E_BUSY`; `IXP_E_INVALID_STATE` while a body is
   *   expected
   */
  CommandRSET(): HResult;
  /** Sends DATA; after its answer 354 comes SendDataStream, or CommandDOT for an empty body. @returns as CommandRSET */
  CommandDATA(): HResult;
  /**
   * Sends the line with the single dot that ends a body. Never call it after SendDataStream, which does so itself.
   *
   * @returns `S_OK` when it is under way; `IXP_E_NOT_CONNECTED`; `IXP_E_BUSY`; `IXP_E_INVALID_STATE` when no body is
   *   expected
   * @spec oe-ismtptransport-commanddot
   */
  CommandDOT(): HResult;
  /**
   * Sends a body and then its dot, doubling leading dots and mending line ends on the way.
   *
   * @param pStream the body; read from its start when it can be rewound
   * @param cbSize its size in bytes, for the progress; 0 when it is not known
   * @returns `S_OK` when it is under way; `E_INVALIDARG` for a missing stream; `E_OUTOFMEMORY` for more bytes than
   *   the limits allow; `IXP_E_NOT_CONNECTED`; `IXP_E_BUSY`; `IXP_E_INVALID_STATE` when DATA was not answered by 354
   * @spec oe-ismtptransport-senddatastream
   */
  SendDataStream(pStream: IStream, cbSize: number): HResult;
}

/** The IID of {@link ISMTPTransport:interface}. */
export const ISMTPTransport: Iid<ISMTPTransport> = iid<ISMTPTransport, IInternetTransport>(
  'ISMTPTransport',
  '0DF2C7E2-3435-11D0-81D0-00C04FD85AB4',
  IInternetTransport,
  {
    InitNew: '([unique] LPSTR pszLogFilePath, ISMTPCallback *pCallback)',
    SendMessage: '(LPSMTPMESSAGE pMessage)',
    CommandMAIL: '(LPSTR pszEmailFrom)',
    CommandRCPT: '(LPSTR pszEmailTo)',
    CommandEHLO: '()',
    CommandHELO: '()',
    CommandAUTH: '(LPSTR pszAuthType)',
    CommandQUIT: '()',
    CommandRSET: '()',
    CommandDATA: '()',
    CommandDOT: '()',
    SendDataStream: '(IStream *pStream, ULONG cbSize)',
  },
);
