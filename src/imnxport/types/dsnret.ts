import { type Enumeration, enumeration } from './enumeration.js';

/** Leave RET out, server default. */
export const DSNRET_DEFAULT = 0;
/** MAIL ... RET=HDRS. */
export const DSNRET_HDRS = 1;
/** MAIL ... RET=FULL. */
export const DSNRET_FULL = 2;

/** How much of the message a delivery status notification returns. @spec oe-dsnret */
export type DSNRET = typeof DSNRET_DEFAULT | typeof DSNRET_HDRS | typeof DSNRET_FULL;
/** The members of {@link DSNRET:type} with a way back from values to names. */
export const DSNRET: Enumeration<{ readonly DSNRET_DEFAULT: 0; readonly DSNRET_HDRS: 1; readonly DSNRET_FULL: 2 }> =
  enumeration({ DSNRET_DEFAULT, DSNRET_HDRS, DSNRET_FULL });
