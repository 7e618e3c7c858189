import type { INETADDRTYPE } from './inetaddrtype.js';

/** One envelope address. @spec oe-inetaddr */
export interface INETADDR {
  /** `ADDR_FROM` for the sender or `ADDR_TO` for any recipient, with the DSN bits ORed in. */
  addrtype: INETADDRTYPE;
  /** The bare address without display name or angle brackets; at most 255 characters. Empty is the null sender. */
  szEmail: string;
}

/** One sender and the recipients. @spec oe-inetaddrlist */
export interface INETADDRLIST {
  /** How many elements of `prgAddress` count; all of them when left out. */
  cAddress?: number;
  /** The addresses: recipients go out in this order; of several senders the last one counts. */
  prgAddress: readonly INETADDR[];
}
