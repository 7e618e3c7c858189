import { ComError } from '../../../com/index.js';
import { MAPI_E_STORE_FULL, type PropTag, PT_LONG, propId, propTag } from '../../../mapi/index.js';
import { kilobytesUsed } from '../sql/index.js';
import { FolderBag } from './folder-bag.js';
import type { Mailbox } from './mailbox.js';
import { existingRow } from './well-known.js';

/** The kilobytes of a store from which on nothing is sent from it. Set on the store; no bound without it. */
export const PR_PROHIBIT_SEND_QUOTA: PropTag<number> = propTag(PT_LONG, 0x666e);
/** The kilobytes of a store from which on it receives nothing. Set on the store; no bound without it. */
export const PR_PROHIBIT_RECEIVE_QUOTA: PropTag<number> = propTag(PT_LONG, 0x666a);

/**
 * Refuses what makes a store larger that is full.
 *
 * @param mailbox the store
 * @param tag the bound: {@link PR_PROHIBIT_SEND_QUOTA} or {@link PR_PROHIBIT_RECEIVE_QUOTA}
 * @throws {ComError} `MAPI_E_STORE_FULL`
 */
export function refuseWhenFull(mailbox: Mailbox, tag: PropTag<number>): void {
  const entry = new FolderBag(mailbox, existingRow(mailbox.shared.file, mailbox.folders.store)).get(propId(tag));
  if (!Array.isArray(entry)) return;
  const [, most] = entry as readonly [PropTag<number>, number];
  const used = mailbox.read(kilobytesUsed);
  if (used < most) return;
  throw new ComError(
    MAPI_E_STORE_FULL,
    `the mailbox is full: it has ${used} KB, and may have ${most}; delete something`,
  );
}
