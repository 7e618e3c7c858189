import { type Enumeration, enumeration } from './enumeration.js';

/** Resolving the host name. */
export const IXP_FINDINGHOST = 0;
/** TCP connect under way. */
export const IXP_CONNECTING = 1;
/** TCP is up, TLS/SSL handshake running. */
export const IXP_SECURING = 2;
/** TCP is up; waiting for protocol data. */
export const IXP_CONNECTED = 3;
/** Logging on. */
export const IXP_AUTHORIZING = 4;
/** Logging on again after a refusal. */
export const IXP_AUTHRETRY = 5;
/** Logon accepted; passing state, IXP_CONNECTED follows at once. */
export const IXP_AUTHORIZED = 6;
/** Closing. */
export const IXP_DISCONNECTING = 7;
/** Closed. */
export const IXP_DISCONNECTED = 8;
/** Bound only. */
export const IXP_LAST = 9;

/** Where a connection stands; told by `OnStatus` and read by `GetStatus`. @spec oe-ixpstatus */
export type IXPSTATUS =
  | typeof IXP_FINDINGHOST
  | typeof IXP_CONNECTING
  | typeof IXP_SECURING
  | typeof IXP_CONNECTED
  | typeof IXP_AUTHORIZING
  | typeof IXP_AUTHRETRY
  | typeof IXP_AUTHORIZED
  | typeof IXP_DISCONNECTING
  | typeof IXP_DISCONNECTED;
/** The members of {@link IXPSTATUS:type} with a way back from values to names. */
export const IXPSTATUS: Enumeration<{
  readonly IXP_FINDINGHOST: 0;
  readonly IXP_CONNECTING: 1;
  readonly IXP_SECURING: 2;
  readonly IXP_CONNECTED: 3;
  readonly IXP_AUTHORIZING: 4;
  readonly IXP_AUTHRETRY: 5;
  readonly IXP_AUTHORIZED: 6;
  readonly IXP_DISCONNECTING: 7;
  readonly IXP_DISCONNECTED: 8;
  readonly IXP_LAST: 9;
}> = enumeration({
  IXP_FINDINGHOST,
  IXP_CONNECTING,
  IXP_SECURING,
  IXP_CONNECTED,
  IXP_AUTHORIZING,
  IXP_AUTHRETRY,
  IXP_AUTHORIZED,
  IXP_DISCONNECTING,
  IXP_DISCONNECTED,
  IXP_LAST,
});
