import { acquire, ComError, E_INVALIDARG } from '../com/index.js';
import { IImnAccount } from './interfaces/iimnaccount.js';
import { CCHMAX_SERVER_FIELD, INETSERVER, ISF_ALWAYSPROMPTFORPASSWORD } from './types/inetserver.js';
import type { RASCONNTYPE } from './types/rasconntype.js';

// The names are Outlook Express' own. The numbers of its header stand in no public text, so these are comail's: an
// account is always an object of the calling program, which uses these constants to answer.

/** The account's friendly name, text. */
export const AP_ACCOUNT_NAME = 1;
/** How the network is reached, a `RASCONNTYPE`. */
export const AP_RAS_CONNECTION_TYPE = 2;
/** The dial-up entry, text. */
export const AP_RAS_CONNECTOID = 3;
/** The SMTP server's host name, text. */
export const AP_SMTP_SERVER = 10;
/** The SMTP logon name, text. */
export const AP_SMTP_USERNAME = 11;
/** The SMTP password, text. */
export const AP_SMTP_PASSWORD = 12;
/** Whether NTLM is tried, a number. */
export const AP_SMTP_USE_SICILY = 13;
/** Seconds of silence that are borne, a number. */
export const AP_SMTP_TIMEOUT = 14;
/** The TCP port, a number. */
export const AP_SMTP_PORT = 15;
/** Whether TLS starts with the first byte, a number. */
export const AP_SMTP_SSL = 16;
/** Whether the password is always asked for, a number. */
export const AP_SMTP_PROMPT_PASSWORD = 17;

/**
 * Reads the server data of an account's SMTP part. Properties that the account lacks stay as `ZeroMemory` leaves them.
 *
 * @param account an account object
 * @param server the structure to fill
 * @returns the structure
 * @throws {ComError} `E_INVALIDARG` for a missing account; what reading the server's name failed with
 */
export function serverFromAccount(account: unknown, server: INETSERVER): INETSERVER {
  using held = acquire(account, IImnAccount, 'pAccount');
  const text = (tag: number): string => held.GetPropSz(tag, CCHMAX_SERVER_FIELD)[1] ?? '';
  const number = (tag: number): number => held.GetPropDw(tag)[1] ?? 0;
  const [hr, name] = held.GetPropSz(AP_SMTP_SERVER, CCHMAX_SERVER_FIELD);
  if (name === null) throw new ComError(hr, 'the account names no SMTP server');
  if (name === '') throw new ComError(E_INVALIDARG, 'the account names no SMTP server');
  return Object.assign(server, INETSERVER(), {
    szAccount: text(AP_ACCOUNT_NAME),
    szUserName: text(AP_SMTP_USERNAME),
    szPassword: text(AP_SMTP_PASSWORD),
    szServerName: name,
    szConnectoid: text(AP_RAS_CONNECTOID),
    rasconntype: number(AP_RAS_CONNECTION_TYPE) as RASCONNTYPE,
    dwPort: number(AP_SMTP_PORT),
    fSSL: number(AP_SMTP_SSL) !== 0,
    fTrySicily: number(AP_SMTP_USE_SICILY) !== 0,
    dwTimeout: number(AP_SMTP_TIMEOUT),
    dwFlags: number(AP_SMTP_PROMPT_PASSWORD) !== 0 ? ISF_ALWAYSPROMPTFORPASSWORD : 0,
  });
}
