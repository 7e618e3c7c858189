import { type Enumeration, enumeration } from './enumeration.js';

/** Client to server. */
export const CMD_SEND = 0;
/** Server to client. */
export const CMD_RESP = 1;

/** The direction of a line that `OnCommand` shows. @spec oe-cmdtype */
export type CMDTYPE = typeof CMD_SEND | typeof CMD_RESP;
/** The members of {@link CMDTYPE:type} with a way back from values to names. */
export const CMDTYPE: Enumeration<{ readonly CMD_SEND: 0; readonly CMD_RESP: 1 }> = enumeration({ CMD_SEND, CMD_RESP });
