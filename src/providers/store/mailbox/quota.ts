import { type PropTag, PT_LONG, propTag } from '../../../mapi/index.js';

/** The kilobytes of a store from which on nothing is sent from it. Set on the store; no bound without it. */
export const PR_PROHIBIT_SEND_QUOTA: PropTag<number> = propTag(PT_LONG, 0x666e);
/** The kilobytes of a store from which on it receives nothing, and nothing is added to it. Set on the store; no bound without it. */
export const PR_PROHIBIT_RECEIVE_QUOTA: PropTag<number> = propTag(PT_LONG, 0x666a);

/** What bounds a store that something is added to. */
export const roomToAdd: readonly PropTag<number>[] = [PR_PROHIBIT_RECEIVE_QUOTA];
/** What bounds a store that something is sent from. */
export const roomToSend: readonly PropTag<number>[] = [PR_PROHIBIT_SEND_QUOTA, PR_PROHIBIT_RECEIVE_QUOTA];
