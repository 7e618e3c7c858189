import {
  IXP_CONNECTED,
  IXP_CONNECTING,
  IXP_DISCONNECTING,
  IXP_FINDINGHOST,
  IXP_SECURING,
  type IXPSTATUS,
} from './types/ixpstatus.js';

/** The phases of the engine's connection of which clients hear, and as what. */
export const statusOfPhase: Readonly<Partial<Record<string, IXPSTATUS>>> = Object.freeze({
  resolving: IXP_FINDINGHOST,
  connecting: IXP_CONNECTING,
  securing: IXP_SECURING,
  connected: IXP_CONNECTED,
  disconnecting: IXP_DISCONNECTING,
});
