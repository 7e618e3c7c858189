import { type Enumeration, enumeration } from './enumeration.js';

/** Has a connection. */
export const IXP_IS_CONNECTED = 0;
/** A command is running. */
export const IXP_IS_BUSY = 1;
/** Can take a command. */
export const IXP_IS_READY = 2;
/** Logon was done. */
export const IXP_IS_AUTHENTICATED = 3;

/** A question to `IsState`. @spec oe-ixpisstate */
export type IXPISSTATE =
  | typeof IXP_IS_CONNECTED
  | typeof IXP_IS_BUSY
  | typeof IXP_IS_READY
  | typeof IXP_IS_AUTHENTICATED;
/** The members of {@link IXPISSTATE:type} with a way back from values to names. */
export const IXPISSTATE: Enumeration<{
  readonly IXP_IS_CONNECTED: 0;
  readonly IXP_IS_BUSY: 1;
  readonly IXP_IS_READY: 2;
  readonly IXP_IS_AUTHENTICATED: 3;
}> = enumeration({ IXP_IS_CONNECTED, IXP_IS_BUSY, IXP_IS_READY, IXP_IS_AUTHENTICATED });
