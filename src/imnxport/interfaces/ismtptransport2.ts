import { type HResult, type Iid, iid } from '../../com/index.js';
import type { INETADDRTYPE } from '../types/inetaddrtype.js';
import type { SMTPMESSAGE2 } from '../types/smtpmessage.js';
import { ISMTPTransport } from './ismtptransport.js';

/** Adds moving to another thread and delivery status notifications. @spec oe-ismtptransport2 */
export interface ISMTPTransport2 extends ISMTPTransport {
  /**
   * Resumes the delivery of callbacks. In the original it makes the hidden window that they come through.
   *
   * @returns `NOERROR`; `E_UNEXPECTED` before InitNew
   * @spec oe-ismtptransport2-setwindow
   */
  SetWindow(): HResult;
  /**
   * Holds callbacks back until SetWindow. In the original it closes the hidden window.
   *
   * @returns `NOERROR`; `E_UNEXPECTED` before InitNew
   * @spec oe-ismtptransport2-resetwindow
   */
  ResetWindow(): HResult;
  /**
   * SendMessage with ENVID and RET.
   *
   * @param pMessage the message and what the reports need
   * @returns as SendMessage, but `IXP_E_SMTP_NO_DSN_SUPPORT` when notifications were asked for that the server does
   *   not offer: nothing is sent then
   * @spec oe-smtpmessage2
   */
  SendMessage2(pMessage: SMTPMESSAGE2): HResult;
  /**
   * Sends RCPT TO with NOTIFY.
   *
   * @param pszEmailTo the bare address
   * @param atDSN the `ADDR_DSN_*` bits; none leaves NOTIFY out
   * @returns as CommandRCPT; `IXP_E_SMTP_NO_DSN_SUPPORT` when bits are set and the server does not offer it
   * @spec oe-inetaddrtype
   */
  CommandRCPT2(pszEmailTo: string, atDSN: INETADDRTYPE): HResult;
}

/** The IID of {@link ISMTPTransport2:interface}. */
export const ISMTPTransport2: Iid<ISMTPTransport2> = iid<ISMTPTransport2, ISMTPTransport>(
  'ISMTPTransport2',
  '0DF2C7EC-3435-11D0-81D0-00C04FD85AB4',
  ISMTPTransport,
  {
    SetWindow: '()',
    ResetWindow: '()',
    SendMessage2: '(LPSMTPMESSAGE2 pMessage)',
    CommandRCPT2: '(LPSTR pszEmailTo, INETADDRTYPE atDSN)',
  },
);
