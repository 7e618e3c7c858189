import { type Enumeration, enumeration } from './enumeration.js';

/** Any recipient (To, Cc and Bcc alike). */
export const ADDR_TO = 0;
/** The envelope sender. */
export const ADDR_FROM = 1;
/** NOTIFY=NEVER. */
export const ADDR_DSN_NEVER = 16;
/** NOTIFY=SUCCESS. */
export const ADDR_DSN_SUCCESS = 32;
/** NOTIFY=FAILURE. */
export const ADDR_DSN_FAILURE = 64;
/** NOTIFY=DELAY. */
export const ADDR_DSN_DELAY = 128;

/** What an address is, with the delivery status notifications it asks for ORed in. @spec oe-inetaddrtype */
export type INETADDRTYPE = number;
/** The members of {@link INETADDRTYPE:type} with a way back from values to names. */
export const INETADDRTYPE: Enumeration<{
  readonly ADDR_TO: 0;
  readonly ADDR_FROM: 1;
  readonly ADDR_DSN_NEVER: 16;
  readonly ADDR_DSN_SUCCESS: 32;
  readonly ADDR_DSN_FAILURE: 64;
  readonly ADDR_DSN_DELAY: 128;
}> = enumeration({ ADDR_TO, ADDR_FROM, ADDR_DSN_NEVER, ADDR_DSN_SUCCESS, ADDR_DSN_FAILURE, ADDR_DSN_DELAY });

/** Mask before comparing with ADDR_TO or ADDR_FROM. @spec oe-inetaddrtype */
export const ADDR_TOFROM_MASK = 1;
/** Mask for the delivery status notification bits. @spec oe-inetaddrtype */
export const ADDR_DSN_MASK = 0xf0;
