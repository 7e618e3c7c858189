import { type Enumeration, enumeration } from './enumeration.js';

/** Over the local network. */
export const RAS_CONNECT_LAN = 0;
/** The user connects. */
export const RAS_CONNECT_MANUAL = 1;
/** Dial the connection named in szConnectoid. */
export const RAS_CONNECT_RAS = 2;

/** How the network is reached. */
export type RASCONNTYPE = typeof RAS_CONNECT_LAN | typeof RAS_CONNECT_MANUAL | typeof RAS_CONNECT_RAS;
/** The members of {@link RASCONNTYPE:type} with a way back from values to names. */
export const RASCONNTYPE: Enumeration<{
  readonly RAS_CONNECT_LAN: 0;
  readonly RAS_CONNECT_MANUAL: 1;
  readonly RAS_CONNECT_RAS: 2;
}> = enumeration({ RAS_CONNECT_LAN, RAS_CONNECT_MANUAL, RAS_CONNECT_RAS });
