import type { IStream } from '../../com/index.js';
import type { DSNRET } from './dsnret.js';
import type { INETADDRLIST } from './inetaddr.js';

/** One message to send. @spec oe-smtpmessage */
export interface SMTPMESSAGE {
  /** The size of the message in bytes, not of the structure; 0 or left out when it is not known. */
  cbSize?: number;
  /** The message: header and body as RFC 5322 text. It is read from its start when it can be rewound. */
  pstmMsg: IStream;
  /** One sender and the recipients. */
  rAddressList: INETADDRLIST;
}

/** One message with what delivery status notifications need. @spec oe-smtpmessage2 */
export interface SMTPMESSAGE2 {
  /** The message. */
  smtpMsg: SMTPMESSAGE;
  /** The ENVID of MAIL, to match a report to its message; null or left out for none. */
  pszDSNENVID?: string | null;
  /** How much a report returns; `DSNRET_DEFAULT` leaves it to the server. */
  dsnRet?: DSNRET;
  /** Leave alone. */
  dwReserved?: number;
  /** Leave alone. */
  dwReserved2?: number;
}
