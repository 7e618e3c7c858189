import type { FileTime, PropTag } from '../../mapi/index.js';

/**
 * What the spooler keeps on a message while it is on its way. The identifiers lie in the range for a provider's own
 * properties, which are never transmitted and never leave the store.
 */

/** How often the message was tried. */
export const PR_SPOOL_ATTEMPTS: PropTag<number> = 0x67a00003 as PropTag<number>;
/** When it is tried again. */
export const PR_SPOOL_NEXT_ATTEMPT: PropTag<FileTime> = 0x67a10040 as PropTag<FileTime>;
/** When it was first tried. */
export const PR_SPOOL_FIRST_ATTEMPT: PropTag<FileTime> = 0x67a20040 as PropTag<FileTime>;
/** Why the last attempt failed, for people. */
export const PR_SPOOL_LAST_ERROR_W: PropTag<string> = 0x67a3001f as PropTag<string>;
/** An attempt has begun whose end was not recorded: who has the message is in doubt. */
export const PR_SPOOL_IN_DOUBT: PropTag<boolean> = 0x67a4000b as PropTag<boolean>;
/** How many attempts ended in doubt. */
export const PR_SPOOL_DOUBTS: PropTag<number> = 0x67a50003 as PropTag<number>;
/** A transport has the message and will ask for it again (END_DONT_RESEND): its PR_PROVIDER_UID. */
export const PR_SPOOL_DEFERRED_BY: PropTag<Uint8Array> = 0x67a60102 as PropTag<Uint8Array>;
/** The spooler whose transport that is: the name of its process and its number there. */
export const PR_SPOOL_DEFERRED_IN_W: PropTag<string> = 0x67a7001f as PropTag<string>;
/** How long that holds for whoever can't see whether that process runs. */
export const PR_SPOOL_DEFERRED_UNTIL: PropTag<FileTime> = 0x67aa0040 as PropTag<FileTime>;
/** Preprocessors have begun with the message; that they have ended is not recorded. */
export const PR_SPOOL_PREPROCESSING: PropTag<boolean> = 0x67ab000b as PropTag<boolean>;
/** Further messages that preprocessors have made and that are yet to be submitted: their entry identifiers. */
export const PR_SPOOL_EXTRAS: PropTag<readonly Uint8Array[]> = 0x67ac1102 as PropTag<readonly Uint8Array[]>;
/** On such a message, until it is submitted: the entry identifier of the one it was made for. */
export const PR_SPOOL_EXTRA_OF: PropTag<Uint8Array> = 0x67ad0102 as PropTag<Uint8Array>;

/** What became of a recipient: one of `SENT`, `FAILED`, `SETTLED`; absent while it waits. */
export const PR_SPOOL_FATE: PropTag<number> = 0x67a80003 as PropTag<number>;
/** The transport that has the recipient: its PR_PROVIDER_UID. */
export const PR_SPOOL_TRANSPORT: PropTag<Uint8Array> = 0x67a90102 as PropTag<Uint8Array>;

/** {@link PR_SPOOL_FATE} of a recipient that a transport took. */
export const SENT = 1;
/** {@link PR_SPOOL_FATE} of a recipient that was reported as failed. */
export const FAILED = 2;
/** {@link PR_SPOOL_FATE} of a recipient that was done with before the spooler came, as in a message that is sent again. */
export const SETTLED = 3;

/** All that the spooler keeps on a message. A message that is submitted, or a copy of one, begins without any of it. */
export const messageTags: readonly PropTag[] = [
  PR_SPOOL_ATTEMPTS,
  PR_SPOOL_NEXT_ATTEMPT,
  PR_SPOOL_FIRST_ATTEMPT,
  PR_SPOOL_LAST_ERROR_W,
  PR_SPOOL_IN_DOUBT,
  PR_SPOOL_DOUBTS,
  PR_SPOOL_DEFERRED_BY,
  PR_SPOOL_DEFERRED_IN_W,
  PR_SPOOL_DEFERRED_UNTIL,
  PR_SPOOL_PREPROCESSING,
  PR_SPOOL_EXTRAS,
  PR_SPOOL_EXTRA_OF,
];

/** All that the spooler keeps on a recipient. */
export const recipientTags: readonly PropTag[] = [PR_SPOOL_FATE, PR_SPOOL_TRANSPORT];
