import { limit } from '../../base/index.js';

/** Most recipients of one transaction. */
export const RECIPIENTS_AT_ONCE: number = limit(
  'smtpTransport.recipientsAtOnce',
  100,
  'recipients',
  'RFC 5321 section 4.5.3.1.8: every server takes that many; more go in further transactions',
);

/** Seconds until the spooler tries again what the network kept from being sent. */
export const RETRY_NETWORK: number = limit(
  'smtpTransport.retryNetwork',
  60,
  'seconds',
  'a connection that is lost now is often there again soon; the spooler lets the delay grow',
);

/** Seconds until the spooler tries again what the server put off. */
export const RETRY_REFUSED: number = limit(
  'smtpTransport.retryRefused',
  300,
  'seconds',
  'servers that greylist want five minutes; RFC 5321 section 4.5.4.1 asks for half an hour in the long run',
);

/** Seconds until the spooler tries again what waits for a person to mend the account. */
export const RETRY_ACCOUNT: number = limit(
  'smtpTransport.retryAccount',
  600,
  'seconds',
  'a wrong password does not get right by itself, and servers lock accounts out that try too often',
);
