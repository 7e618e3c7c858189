import { type Guid, guidFromBytes } from '../../com/index.js';
import { type AdrEntry, type AdrList, PR_ADDRTYPE_W, PR_ENTRYID } from '../../mapi/index.js';
import { valueIn } from '../submit/recipients.js';

/** What a transport takes, as the spooler knows it. */
export interface Taker {
  /** PR_PROVIDER_UID. */
  readonly uid: Guid;
  /** None at all stands for every type, an empty one for none. */
  readonly addressTypes: readonly string[];
  /** The UIDs within the entry IDs of recipients that it takes. */
  readonly uids: readonly Guid[];
}

/**
 * Finds the transport that gets the first try at a recipient: all UIDs in the order of the transports, then all address
 * types, compared exactly.
 *
 * @param recipient the recipient
 * @param takers the transports in their order, without those that declined it
 * @returns the transport; null when nobody takes it
 * @spec ixplogon-addresstypes
 */
export function chosenTransport<T extends Taker>(recipient: AdrEntry, takers: readonly T[]): T | null {
  const entryId = valueIn(recipient, PR_ENTRYID);
  const uid = entryId && entryId.length >= 20 ? guidFromBytes(entryId.subarray(4, 20)) : null;
  const byUid = uid && takers.find(({ uids }) => uids.includes(uid));
  if (byUid) return byUid;
  const type = valueIn(recipient, PR_ADDRTYPE_W);
  return (type && takers.find(({ addressTypes: all }) => all.length === 0 || all.includes(type))) || null;
}

/**
 * The recipients whose turn it is with one transport: the first transport in order that any of the waiting ones is for.
 *
 * @param waiting recipients nobody has yet
 * @param takers the transports in their order
 * @param declined who declined which recipient
 * @returns the transport with its recipients, and those that nobody takes
 */
export function nextTransport<T extends Taker>(
  waiting: AdrList,
  takers: readonly T[],
  declined: (recipient: AdrEntry, taker: T) => boolean,
): { readonly transport: T | null; readonly recipients: AdrList; readonly nobodys: AdrList } {
  const chosen = new Map<T, AdrEntry[]>();
  const nobodys: AdrEntry[] = [];
  for (const recipient of waiting) {
    const left = takers.filter((taker) => !declined(recipient, taker));
    const taker = chosenTransport(recipient, left);
    if (taker) chosen.set(taker, [...(chosen.get(taker) ?? []), recipient]);
    else nobodys.push(recipient);
  }
  const transport = takers.find((taker) => chosen.has(taker)) ?? null;
  return { transport, recipients: (transport && chosen.get(transport)) ?? [], nobodys };
}
