import { type Enumeration, enumeration } from './enumeration.js';

/** News. */
export const IXP_NNTP = 0;
/** SMTP. */
export const IXP_SMTP = 1;
/** POP3. */
export const IXP_POP3 = 2;
/** IMAP4. */
export const IXP_IMAP = 3;
/** Dial-up. */
export const IXP_RAS = 4;
/** HTTPMail (WebDAV). */
export const IXP_HTTPMail = 5;

/** The protocol of a transport. @spec oe-ixptype */
export type IXPTYPE =
  | typeof IXP_NNTP
  | typeof IXP_SMTP
  | typeof IXP_POP3
  | typeof IXP_IMAP
  | typeof IXP_RAS
  | typeof IXP_HTTPMail;
/** The members of {@link IXPTYPE:type} with a way back from values to names. */
export const IXPTYPE: Enumeration<{
  readonly IXP_NNTP: 0;
  readonly IXP_SMTP: 1;
  readonly IXP_POP3: 2;
  readonly IXP_IMAP: 3;
  readonly IXP_RAS: 4;
  readonly IXP_HTTPMail: 5;
}> = enumeration({ IXP_NNTP, IXP_SMTP, IXP_POP3, IXP_IMAP, IXP_RAS, IXP_HTTPMail });
