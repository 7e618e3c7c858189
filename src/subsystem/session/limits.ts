import { limit } from '../../base/index.js';

/** How long a logon with `MAPI_TIMEOUT_SHORT` waits for another one. */
export const logonWaitMs: number = limit(
  'session.logonWaitMs',
  5000,
  'milliseconds',
  'The page of MAPILogonEx says: a few seconds',
);
